"""What the inspector has to do with the database: histories and dismissed doubts read, doubts dismissed and raised."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from cchc_desktop.domain.changes import Changes, EntityKind
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.services import doubts
from cchc_desktop.services.workspace import Workspace
from cchc_desktop.ui.inspector.inspector import Inspector
from cchc_desktop.ui.session import PlanSession, changes_of


class InspectorDesk(QObject):
    """Keeps the inspector in step with the dismissed doubts; `done` brings a line and the id of its operation."""

    done = Signal(str, object)

    def __init__(self, inspector: Inspector, session: PlanSession, parent: QObject) -> None:
        super().__init__(parent)
        self._inspector = inspector
        self._session = session
        inspector.set_reader(session.read)
        inspector.dismiss_requested.connect(self.dismiss)
        inspector.raise_requested.connect(self.raise_again)
        session.plan_opened.connect(self._plan_opened)
        session.plan_changed.connect(self._plan_changed)

    def dismiss(self, key: str) -> None:
        """Never show a doubt again."""
        self._write(lambda workspace: doubts.dismiss(workspace, key), self.tr("Đã bỏ qua lưu ý."))

    def raise_again(self, key: str) -> None:
        """Show a dismissed doubt again."""
        self._write(lambda workspace: doubts.raise_again(workspace, key), self.tr("Đã hiện lại lưu ý."))

    def _write(self, use_case: Callable[[Workspace], Changes], words: str) -> None:
        self._session.write(use_case, lambda result: self.done.emit(words, changes_of(result).operation_id))

    def refresh(self) -> None:
        """Read which doubts were dismissed."""
        self._read()

    def _plan_opened(self, tree: PlanTree | None) -> None:
        if tree is not None:
            self._read()

    def _plan_changed(self, _tree: PlanTree, changes: Changes) -> None:
        if changes.ids(EntityKind.SETTING):
            self._read()

    def _read(self) -> None:
        self._session.read(doubts.dismissed, self._inspector.set_dismissed)
