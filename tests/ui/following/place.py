"""The desk of recording over a workspace without a file, driven by keys: what the tests of its dialogs share."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import contextmanager
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from cchc_desktop.ui.following.keeper import FollowKeeper
from cchc_desktop.ui.following.recording import MilestoneRef, RecordingDesk
from cchc_desktop.ui.jobs import DatabaseThread
from cchc_desktop.ui.session import PlanSession
from cchc_desktop.ui.steps import Steps
from tests.services.followup_scene import FollowUpScene

TODAY = date(2025, 9, 20)


class Place:
    """A window with the desk and the plan of `FollowUpScene`; `deeds` are the lines that were told."""

    def __init__(self, qtbot: Any, today: date = TODAY) -> None:
        self.bot = qtbot
        self.scene = FollowUpScene(today)
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.database = DatabaseThread(lambda: _opened(self.scene.workspace), None, self.window)
        self.session = PlanSession(self.database, None, self.window)
        self.keeper = FollowKeeper(self.session, lambda: self.scene.clock.day, self.window)
        self.steps = Steps(self.session, self.window)
        self.desk = RecordingDesk(self.session, self.steps, self.keeper, lambda: self.scene.clock.day, self.window)
        self.deeds: list[tuple[str, int | None]] = []
        self.desk.done.connect(lambda words, operation_id: self.deeds.append((words, operation_id)))
        self.window.show()
        self.database.start()
        qtbot.waitUntil(lambda: self.session.tree is not None)
        self.keeper.begin()
        qtbot.waitUntil(self.keeper.is_current)

    def ref(self, content: str, occurrence: str | None = None) -> MilestoneRef:
        return MilestoneRef(self.scene.plan_id, self.scene.id(content), occurrence)

    def ask(self, open_it: Callable[[], object]) -> Any:
        """Return the dialog that a request opens."""
        open_it()
        self.bot.waitUntil(lambda: self.desk.dialog is not None)
        return self.desk.dialog

    def record(self, content: str, occurrence: str | None = None) -> Any:
        return self.ask(lambda: self.desk.record([self.ref(content, occurrence)]))

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        dialog = self.desk.dialog
        assert dialog is not None
        self.bot.keyClick(dialog.focusWidget() or dialog, key, modifier)

    def confirm(self) -> None:
        """Press Ctrl+Enter and wait until it is stored and the picture follows."""
        told = len(self.deeds)
        self.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self.bot.waitUntil(lambda: len(self.deeds) > told)
        self.bot.waitUntil(self.keeper.is_current)

    def undo(self) -> None:
        done: list[str] = []
        self.steps.done.connect(lambda words, _: done.append(words))
        self.steps.undo()
        self.bot.waitUntil(lambda: bool(done))
        self.bot.waitUntil(self.keeper.is_current)


def button(dialog: QWidget, words: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if words in one.text() and not one.isHidden())


def words_of(dialog: QWidget) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible() and label.text()]


@contextmanager
def _opened(workspace: Any) -> Any:
    yield workspace
