"""Drives the real program through its screens on the sample plan and writes a picture of each; started by dev.py.

It runs in the project's environment, with the program's home below a temporary folder. README and the guide in
`resources/help` show these pictures.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from cchc_desktop import clock
from screenshots_sample import DAY, deeds, take_form

if TYPE_CHECKING:
    from cchc_desktop.ui.contents import WindowContents
    from cchc_desktop.ui.main_window import MainWindow
    from cchc_desktop.ui.session import PlanSession

_SIZE = (1366, 728)
"""The smallest usual screen less its task bar."""
_SETTLE_MS = 500
_PATIENCE_MS = 30_000
_SMALLEST = 0
"""The quality at which Qt packs a picture tightest; nothing is lost."""
_PERSON = "Nguyễn Thị Hoa"


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: the name of its file without ending, and what leads to it from the one before."""

    name: str
    act: Callable[[Stage], None]


class DayOfPictures(clock.SystemClock):
    """Goes on from nine in the morning of that day: pictures are the same whenever they are taken."""

    _ahead = datetime.combine(DAY, time(9, 0), clock.VIETNAM) - datetime.now(UTC)

    def now(self) -> datetime:
        """Return the moment in UTC."""
        return super().now() + self._ahead

    def today(self) -> date:
        """Return the date in Vietnam."""
        return self.now().astimezone(clock.VIETNAM).date()


class Stage:
    """The window in front of the camera."""

    def __init__(self, window: MainWindow, contents: WindowContents, folder: Path) -> None:
        self.window, self.contents, self._folder = window, contents, folder
        self._failures: list[Exception] = []

    def action(self, name: str) -> None:
        """Carry out a command of the menu."""
        found = self.window.findChild(QAction, name)
        if found is None or not found.isEnabled():
            raise SystemExit(f"the command “{name}” cannot be carried out here")
        found.trigger()

    def keys(self, words: str) -> None:
        """Type words into what has the focus."""
        wait(_SETTLE_MS)
        target = QApplication.focusWidget()
        if target is None:
            raise SystemExit(f"nothing has the focus to type “{words}” into")
        QTest.keyClicks(target, words)
        wait(_SETTLE_MS * 2)

    def screen(self, name: str) -> None:
        """Show a screen of the rail."""
        self.contents.show_screen(name)

    def sample(self) -> None:
        """Open the sample plan, followed up for some months, at its second task."""
        self.contents.import_sample()
        wait(_SETTLE_MS * 4)
        session = self._session()
        tree = session.tree
        if tree is None:
            raise SystemExit("the sample plan was not opened")
        for deed in deeds(tree):
            session.write(deed, on_error=self._failures.append)
        wait(_SETTLE_MS * 6)
        self.contents.view.step(1)
        self.contents.view.step(1)

    def task(self, words: str) -> None:
        """Go to the task that begins with some words."""
        tree = self._session().tree
        items = tree.items.values() if tree is not None else ()
        found = next((item.id for item in items if item.content.startswith(words)), None)
        if found is None:
            raise SystemExit(f"no task begins with “{words}”")
        self.contents.view.select_item(found)
        wait(_SETTLE_MS)

    def press(self, words: str) -> None:
        """Press a visible button."""
        buttons = self.window.findChildren(QAbstractButton)
        found = next((each for each in buttons if each.isVisible() and each.text() == words), None)
        if found is None:
            raise SystemExit(f"no button “{words}” is to be seen")
        found.click()
        wait(_SETTLE_MS * 4)

    def take_form(self) -> None:
        """Have a form of the superior among the data."""
        session = self._session()
        if session.tree is None:
            raise SystemExit("no plan is open")
        session.write(take_form(session.tree, Path(os.environ["CCHC_HOME"])), on_error=self._failures.append)
        wait(_SETTLE_MS * 6)

    def _session(self) -> PlanSession:
        from cchc_desktop.ui.session import PlanSession

        application = QApplication.instance()
        found = application.findChild(PlanSession) if application is not None else None
        if found is None:
            raise SystemExit("the window has no session")
        return found

    def take(self, name: str) -> Path:
        """Write the picture of what stands in front, once it has settled; dialogs stand alone."""
        wait(_SETTLE_MS)
        if self._failures:
            raise SystemExit(f"the sample could not be followed up: {self._failures[0]}")
        front = next((each for each in QApplication.topLevelWidgets() if _is_front(each, self.window)), self.window)
        picture = front.grab()
        file = self._folder / f"{name}.png"
        if not picture.save(str(file), quality=_SMALLEST):
            raise SystemExit(f"{file} could not be written")
        if front is not self.window:
            front.close()
            self.window.activateWindow()  # where no window manager does
        return file


def _then(*acts: Callable[[Stage], None]) -> Callable[[Stage], None]:
    """Return several acts as one."""

    def act(stage: Stage) -> None:
        for each in acts:
            each(stage)

    return act


def _action(name: str) -> Callable[[Stage], None]:
    return lambda stage: stage.action(name)


def _screen(name: str) -> Callable[[Stage], None]:
    return lambda stage: stage.screen(name)


def _keys(words: str) -> Callable[[Stage], None]:
    return lambda stage: stage.keys(words)


def _key(key: Qt.Key) -> Callable[[Stage], None]:
    def act(stage: Stage) -> None:
        wait(_SETTLE_MS)
        QTest.keyClick(QApplication.focusWidget() or stage.window, key)

    return act


def _task(words: str) -> Callable[[Stage], None]:
    return lambda stage: stage.task(words)


def _settings(part: str) -> Callable[[Stage], None]:
    return lambda stage: stage.contents.show_settings(part)


def _press(words: str) -> Callable[[Stage], None]:
    return lambda stage: stage.press(words)


def _linger(stage: Stage) -> None:
    """Wait for what is made behind the screen: the pages of a paper."""
    wait(_SETTLE_MS * 12)


SHOTS: tuple[Shot, ...] = (
    Shot("bat-dau", _then()),
    Shot("ke-hoach", Stage.sample),
    Shot("bang", _action("table")),
    Shot("theo-thang", _action("by_month")),
    Shot("ghi-ket-qua", _then(_action("tree"), _task("Rà soát, đề xuất"), _action("record"))),
    Shot("tong-quan", _screen("overview")),
    Shot("viec-den-han", _screen("deadlines")),
    Shot("chi-tieu", _then(_screen("indicators"), *(_key(Qt.Key.Key_Down),) * 4)),
    Shot("tai-lieu", _then(_screen("evidence"), _key(Qt.Key.Key_Down))),
    Shot("bao-cao", _then(_screen("reports"), _linger)),
    Shot("soan-bao-cao", _then(_press("Sửa nội dung báo cáo…"), _linger)),
    Shot("bieu-mau", _then(Stage.take_form, _action("superior_forms"), _linger)),
    Shot("ky-bao-cao", _then(_action("reporting_periods"), _key(Qt.Key.Key_Up))),
    Shot("thong-tin-ke-hoach", _then(_screen("plan"), _action("plan_properties"))),
    Shot("lap-ke-hoach", _action("new_plan")),
    Shot("tim-tat-ca", _then(_screen("plan"), _action("find_everywhere"), _keys("vp hdnd"))),
    Shot("lenh", _then(_screen("plan"), _action("palette"), _keys("sao"))),
    Shot("nhat-ky", _then(_screen("history"), *(_key(Qt.Key.Key_Down),) * 4)),
    Shot("co-quan", _then(_screen("agencies"), _key(Qt.Key.Key_Down))),
    Shot("thiet-lap", _settings("office")),
    Shot("the-thuc", _then(_settings("layout"), _linger)),
    Shot("sao-luu", _settings("backups")),
    Shot("huong-dan", _then(_screen("plan"), _action("help"))),
)
"""All pictures in the order in which they are taken."""


def wait(milliseconds: int) -> None:
    """Let the program go on for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main(folder: Path) -> int:
    """Take all pictures into a folder; return the exit code."""
    folder.mkdir(parents=True, exist_ok=True)
    clock.SystemClock = DayOfPictures  # type: ignore[misc]  # whatever is imported from here on asks this clock
    with tempfile.TemporaryDirectory(prefix="cchc-") as home:
        os.environ["CCHC_HOME"] = home
        application = QApplication([sys.argv[0]])
        stage = _open(application, folder)
        sys.excepthook = sys.__excepthook__  # a failure ends this command instead of showing a page
        for shot in SHOTS:
            shot.act(stage)
            print(stage.take(shot.name).name, flush=True)
        stage.window.close()
        application.quit()
    return 0


def _open(application: QApplication, folder: Path) -> Stage:
    from cchc_desktop import app
    from cchc_desktop.settings import Settings, save_settings
    from cchc_desktop.ui import theme
    from cchc_desktop.ui.main_window import MainWindow

    settings = Settings(person=_PERSON, person_asked=True, theme="light", summary_seen=DAY.isoformat())
    save_settings(settings)
    theme.apply(application, settings.theme, settings.text_size)
    window = MainWindow(settings)
    contents: list[WindowContents] = []

    def furnish() -> None:
        contents.append(app.furnish(window, settings, app.Options()))
        contents[0].filled.connect(loop.quit)

    loop = QEventLoop()
    window.painted.connect(lambda: QTimer.singleShot(0, furnish))
    QTimer.singleShot(_PATIENCE_MS, lambda: loop.exit(1))
    window.show()
    window.resize(*_SIZE)
    if loop.exec():
        raise SystemExit("the window showed nothing")
    return Stage(window, contents[0], folder)


def _is_front(widget: QWidget, window: MainWindow) -> bool:
    return widget.isVisible() and widget is not window and widget.isWindow() and bool(widget.windowTitle())


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
