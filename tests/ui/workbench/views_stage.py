"""A whole window with a plan over a real file: what the tests of saved views share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from cchc_desktop import app, wiring
from cchc_desktop.services import exchange, views
from cchc_desktop.services.exchange import ImportChoices
from cchc_desktop.settings import Settings
from cchc_desktop.ui.contents import WindowContents
from cchc_desktop.ui.jobs import DatabaseThread
from cchc_desktop.ui.main_window import MainWindow
from cchc_desktop.ui.preferences import Preferences
from cchc_desktop.ui.session import PlanSession
from cchc_desktop.ui.status import StatusBar
from tests.services.samples import draft


class ViewsStage:
    """A window as it is at a start, and short ways to drive its saved views."""

    def __init__(self, qtbot: Any, path: Path, settings: Settings | None = None) -> None:
        self.bot = qtbot
        settings = settings or Settings(person="Nguyễn Thị Hoa", person_asked=True)
        self.window = MainWindow(settings)
        qtbot.addWidget(self.window)
        self.database = DatabaseThread(lambda: wiring.open_workspace(path), parent=self.window)
        self.session = PlanSession(self.database, None, self.window)
        self.contents = WindowContents(self.window, self.session, app.doors(path), Preferences(settings))
        self.database.opened.connect(lambda: self.contents.set_writable(True))
        self.view, self.views = self.contents.view, self.contents.views
        self.button = self.view.bar.views
        self.window.resize(1366, 728)
        self.window.show()
        with qtbot.waitSignal(self.contents.filled):
            self.database.start()
        self.settle()

    def settle(self) -> None:
        """Wait until everything that was asked of the database has been answered; an answer may ask for the next."""
        for _ in range(3):
            answered: list[bool] = []
            self.session.read(lambda workspace: None, lambda _, told=answered: told.append(True))
            self.bot.waitUntil(lambda told=answered: bool(told))

    def stored(self) -> list[Any]:
        """Return the views that the file holds."""
        found: list[Any] = []
        self.session.read(views.saved_views, found.append)
        self.bot.waitUntil(lambda: bool(found))
        return list(found[0])

    def names(self) -> list[str]:
        return [view.name for view in self.stored()]

    def put(self, view: Any) -> None:
        """Store a view as another window would, and read it."""
        self.session.write(lambda workspace: views.save_view(workspace, view))
        self.settle()

    def lines(self) -> dict[str, QAction]:
        """Return the lines of the menu of views by their words."""
        self.views.menu.aboutToShow.emit()
        return {action.text(): action for action in self.views.menu.actions() if not action.isSeparator()}

    def choose(self, words: str) -> None:
        action = self.lines()[words]
        assert action.isEnabled()
        action.trigger()
        self.settle()

    def save_as(self, name: str) -> None:
        self.views.save()
        dialog = self.views.dialog
        assert dialog is not None
        dialog.name.setText(name)
        self.bot.keyClick(dialog.name, Qt.Key.Key_Return)
        self.bot.waitUntil(lambda: self.views.dialog is None)
        self.settle()

    def action(self, name: str) -> QAction:
        found = self.window.findChild(QAction, name)
        assert found is not None
        return found

    def trigger(self, name: str) -> None:
        assert self.action(name).isEnabled()
        self.action(name).trigger()

    def deed(self) -> str:
        bar = self.window.statusBar()
        assert isinstance(bar, StatusBar)
        return bar.deed()


Opener = Callable[..., ViewsStage]


def made_file(folder: Path) -> Path:
    """Return a new file that holds the sample plan."""
    path = wiring.data_file(folder / "cchc.db")
    with wiring.open_workspace(path) as workspace:
        exchange.import_plan(workspace, draft(), ImportChoices())
    return path
