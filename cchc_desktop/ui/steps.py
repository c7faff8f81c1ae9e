"""Undo and redo as the window carries them out: one step, what it was, the rows it touched, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cchc_desktop.domain.history import LoggedOperation
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.services.workspace import Workspace
from cchc_desktop.ui.session import PlanSession
from cchc_desktop.ui.status import WayBack

if TYPE_CHECKING:
    from cchc_desktop.services.history import Deed

_PREFIXES = ("Hoàn tác: ", "Làm lại: ")


class Steps(QObject):
    """Takes operations back and does them again; the service is imported on the database's thread, when first used."""

    done = Signal(str, object)
    """One line about what was done, and a `WayBack`."""
    touched = Signal(object, object)
    """The plan's tree before, None for none, and the `Changes` of the step."""

    def __init__(self, session: PlanSession, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def undo(self) -> None:
        """Take the newest operation back."""
        self._carry_out(_undo, self.tr("Đã hoàn tác: {}"))

    def redo(self) -> None:
        """Do again what the newest undo took back."""
        self._carry_out(_redo, self.tr("Đã làm lại: {}"))

    def take_back(self, operation_id: int, on_error: Callable[[Exception], object] | None = None) -> None:
        """Take one operation back, also one of long ago; a refusal goes to `on_error`, else to the session's door."""

        def work(workspace: Workspace) -> Deed:
            from cchc_desktop.services import history

            return history.undo_operation(workspace, operation_id)

        self._carry_out(work, self.tr("Đã hoàn tác: {}"), on_error)

    def way_back(self, operation_id: int | None) -> WayBack | None:
        """Return what a deed line offers after an operation, None where there is nothing to take back."""
        if operation_id is None:
            return None
        return WayBack(self.tr("Hoàn tác"), lambda: self.take_back(operation_id))

    def _carry_out(
        self,
        work: Callable[[Workspace], Deed],
        words: str,
        on_error: Callable[[Exception], object] | None = None,
    ) -> None:
        before = self._session.tree
        self._session.write(work, lambda deed: self._tell(deed, words, before), on_error=on_error, follow=True)

    def _tell(self, deed: Deed, words: str, before: PlanTree | None) -> None:
        self.touched.emit(before, deed.changes)
        self.done.emit(words.format(deed.title), self._next_way_back())

    def _next_way_back(self) -> WayBack:
        if self._session.steps.redo is not None:
            return WayBack(self.tr("Làm lại"), self.redo)
        return WayBack(self.tr("Hoàn tác"), self.undo)


def step_title(step: LoggedOperation) -> str:
    """Return what a step takes back or does again, without the words of earlier undos and redos before it."""
    title = step.title
    while title.startswith(_PREFIXES):
        title = title.split(": ", 1)[1]
    return title


def _undo(workspace: Workspace) -> Deed:
    from cchc_desktop.services import history

    return history.undo(workspace)


def _redo(workspace: Workspace) -> Deed:
    from cchc_desktop.services import history

    return history.redo(workspace)
