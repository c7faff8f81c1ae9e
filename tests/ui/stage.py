"""A whole window over an in-memory workspace, driven as a user would: what the tests of the window share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.text.abbreviations import Abbreviations
from cchc_desktop.services.workspace import Workspace
from cchc_desktop.settings import Settings
from cchc_desktop.ui.contents import WindowContents
from cchc_desktop.ui.doors import Doors
from cchc_desktop.ui.jobs import DatabaseThread
from cchc_desktop.ui.main_window import MainWindow
from cchc_desktop.ui.preferences import Preferences
from cchc_desktop.ui.session import PlanSession
from cchc_desktop.ui.status import StatusBar
from tests.services.fakes import FakeQueries, FakeStore, FixedClock, fake_workspace
from tests.services.samples import draft

SAMPLE = ["Rà soát văn bản", "Rà soát thủ tục", "Lập danh mục", "Lấy ý kiến", "Công khai"]
"""Contents of the items that `import_sample` brings, in their order."""


class Stage:
    """A window with its store, and short ways to drive it; while `refusal` is set, every write raises it."""

    def __init__(self, qtbot: Any, store: FakeStore, reader: Any = None, clock: FixedClock | None = None) -> None:
        self.bot = qtbot
        self.store = store
        inner = fake_workspace(store, clock=clock)
        self.refusal: Exception | None = None
        workspace = self.workspace = replace(
            inner, units=lambda operation: self._unit(inner, operation), papers=self._write
        )
        self.written: list[tuple[str, Path]] = []
        doors = Doors(
            reader=reader or (lambda path, progress, is_cancelled: draft()),
            sample=draft,
            abbreviations=Abbreviations,
            today=lambda: date(2026, 3, 2),
            backup_folder=lambda: Path("Sao lưu"),
            shares_disk=lambda folder: False,
        )
        self.window = MainWindow(Settings())
        qtbot.addWidget(self.window)
        # Children of the window as in the program: a sender of its own would keep its receivers alive for ever.
        self.database = DatabaseThread(lambda: _opened(workspace), parent=self.window)
        self.session = PlanSession(self.database, None, self.window)
        self.contents = WindowContents(self.window, self.session, doors, Preferences(Settings()))
        self.database.opened.connect(lambda: self.contents.set_writable(True))
        self.window.show()
        self.database.start()
        qtbot.waitUntil(lambda: self.on_screen("StartPage") or self.session.tree is not None)

    def _unit(self, inner: Workspace, operation: Any) -> Any:
        if self.refusal is not None:
            raise self.refusal
        return inner.units(operation)

    def _write(self, paper: Any, target: Path, progress: Any, is_cancelled: Any) -> tuple[str, ...]:
        self.written.append((type(paper).__name__, target))
        return ()

    def on_screen(self, name: str) -> bool:
        return any(widget.isVisible() for widget in self.window.findChildren(object) if type(widget).__name__ == name)

    def button(self, words: str) -> QPushButton:
        return next(
            button for button in self.window.findChildren(QPushButton) if button.isVisible() and words in button.text()
        )

    def press(self, words: str) -> None:
        self.bot.mouseClick(self.button(words), Qt.MouseButton.LeftButton)

    def action(self, name: str) -> QAction:
        found = self.window.findChild(QAction, name)
        assert found is not None
        return found

    def trigger(self, name: str) -> None:
        assert self.action(name).isEnabled()
        self.action(name).trigger()

    def settle(self) -> None:
        """Wait until everything that was asked of the database has been answered, and the answers were told."""
        answered: list[bool] = []
        self.session.read(lambda workspace: None, lambda _: answered.append(True))
        self.bot.waitUntil(lambda: bool(answered) and not self.session.is_writing())

    def deed(self) -> str:
        """Return the line about the last deed in the status bar."""
        bar = self.window.statusBar()
        assert isinstance(bar, StatusBar)
        return bar.deed()

    def words(self) -> list[str]:
        if not self.store.all(EntityKind.PLAN):
            return []
        tree = FakeQueries(self.store).tree(1)
        return [item.content for section in tree.sections for item, _ in tree.walk(section.id)]

    def wait_contents(self, expected: list[str]) -> None:
        self.bot.waitUntil(lambda: self.words() == expected)
        self.bot.waitUntil(lambda: self.session.tree is not None and len(self.session.tree.items) == len(expected))


def bare(title: str) -> str:
    """Return an operation's title without the name that it quotes."""
    return title.partition(" “")[0]


@contextmanager
def _opened(workspace: Workspace) -> Iterator[Workspace]:
    yield workspace


def import_sample(stage: Stage) -> None:
    stage.contents.read_file(Path("phụ lục.docx"))
    stage.bot.waitUntil(lambda: stage.on_screen("ImportPage"))
    stage.press("Nhập kế hoạch")
    stage.bot.waitUntil(lambda: stage.session.tree is not None)
    stage.wait_contents(SAMPLE)
