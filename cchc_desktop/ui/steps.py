"""Undo and redo as the window carries them out: one step, what it was, the rows it touched, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cchc_desktop.domain.changes import Changes
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.ui.session import PlanSession
from cchc_desktop.ui.status import WayBack

if TYPE_CHECKING:
    from cchc_desktop.domain.history import LoggedOperation
    from cchc_desktop.services.history import Deed
    from cchc_desktop.services.workspace import Workspace

_UNDONE, _REDONE = "Hoàn tác: ", "Làm lại: "


@dataclass(frozen=True, slots=True)
class _Step:
    """A deed as the log tells it: to take back what took another operation back is to do that one again."""

    title: str
    changes: Changes
    is_again: bool
    can_go_back: bool


class Steps(QObject):
    """Takes operations back and does them again; the service is imported on the database's thread, when first used."""

    done = Signal(str, object)
    """One line about what was done, and a `WayBack`."""
    touched = Signal(object, object)
    """The plan's tree before, None for none, and the `Changes` of the step."""
    writable_changed = Signal(bool)

    def __init__(self, session: PlanSession, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.is_writable = True
        """Whether the data can be changed at all; screens that take back, restore or remove ask this."""

    def set_writable(self, is_writable: bool) -> None:
        """Say whether the data can be changed, or only be looked at."""
        if is_writable != self.is_writable:
            self.is_writable = is_writable
            self.writable_changed.emit(is_writable)

    def undo(self) -> None:
        """Take the newest operation back."""
        self._carry_out(_undo)

    def redo(self) -> None:
        """Do again what the newest undo took back."""
        self._carry_out(_redo)

    def take_back(self, operation_id: int, on_error: Callable[[Exception], object] | None = None) -> None:
        """Take one operation back, also one of long ago; a refusal goes to `on_error`, else to the session's door."""

        def work(workspace: Workspace) -> Deed:
            from cchc_desktop.services import history

            return history.undo_operation(workspace, operation_id)

        self._carry_out(work, on_error)

    def way_back(self, operation_id: int | None) -> WayBack | None:
        """Return what a deed line offers after an operation, None where there is nothing to take back."""
        if operation_id is None:
            return None
        return WayBack(self.tr("Hoàn tác"), lambda: self.take_back(operation_id))

    def _carry_out(
        self, work: Callable[[Workspace], Deed], on_error: Callable[[Exception], object] | None = None
    ) -> None:
        before = self._session.tree
        self._session.write(
            lambda workspace: _told(workspace, work(workspace)),
            lambda step: self._tell(step, before),
            on_error=on_error,
            follow=True,
            then_apart=True,
        )

    def _tell(self, step: _Step, before: PlanTree | None) -> None:
        self.touched.emit(before, step.changes)
        words = self.tr("Đã làm lại: {}") if step.is_again else self.tr("Đã hoàn tác: {}")
        self.done.emit(words.format(step.title), self._next_way_back(step))

    def _next_way_back(self, step: _Step) -> WayBack | None:
        id_ = step.changes.operation_id
        if id_ is None or not step.can_go_back:
            return None
        words = self.tr("Hoàn tác") if step.is_again else self.tr("Làm lại")
        return WayBack(words, lambda: self.take_back(id_))


def step_title(step: LoggedOperation) -> str:
    """Return what a step takes back or does again, without the words of earlier undos and redos before it.

    An operation of long ago that was taken back is a step of its own: 'lần hoàn tác Sửa nhiệm vụ'.
    """
    from cchc_desktop.domain.history import REVERT

    title = _plain(step.title)
    is_taking_back = step.kind == REVERT and step.title.startswith(_UNDONE)
    return f"lần hoàn tác {title}" if is_taking_back else title


def _plain(title: str) -> str:
    while title.startswith((_UNDONE, _REDONE)):
        title = title.split(": ", 1)[1]
    return title


def _told(workspace: Workspace, deed: Deed) -> _Step:
    """Read in the log what a deed was: its title says whether it took something back or did it again."""
    from cchc_desktop.domain.history import NOT_STACKED, UNDO

    id_ = deed.changes.operation_id
    if id_ is None:
        return _Step(deed.title, deed.changes, is_again=False, can_go_back=False)
    operation = workspace.history.operation(id_)
    can_go_back = operation.kind not in NOT_STACKED - {UNDO}
    return _Step(deed.title, deed.changes, operation.title.startswith(_REDONE), can_go_back)


def _undo(workspace: Workspace) -> Deed:
    from cchc_desktop.services import history

    return history.undo(workspace)


def _redo(workspace: Workspace) -> Deed:
    from cchc_desktop.services import history

    return history.redo(workspace)
