"""What the window has open: the plans, the plan on the screen, and the one way in which screens write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from cchc_desktop.domain.changes import Changes, EntityKind
from cchc_desktop.domain.errors import NotFound
from cchc_desktop.domain.plan_tree import PlanTree, sharing
from cchc_desktop.ui.jobs import DatabaseThread, Job
from cchc_desktop.ui.turns import Turns

if TYPE_CHECKING:
    from cchc_desktop.domain.first_look import FirstLook
    from cchc_desktop.domain.history import NextSteps
    from cchc_desktop.domain.plan import PlanSummary
    from cchc_desktop.domain.ports import CancelCheck, ProgressCallback
    from cchc_desktop.services.workspace import Workspace

_BESIDE_PLANS = frozenset(
    (
        EntityKind.RECORD, EntityKind.PERIOD_UPDATE, EntityKind.EXTENSION, EntityKind.URGING,
        EntityKind.INDICATOR_VALUE, EntityKind.DOCUMENT, EntityKind.REPORTING_PERIOD, EntityKind.DAY_OFF,
        EntityKind.SUPERIOR_FORM, EntityKind.FORM_PERIOD,
    )
)  # fmt: skip
"""Kinds of rows that no plan's tree holds: a write of these alone leaves the snapshot on the screen as it is."""
_PAINT_MS = 100
"""Time for the first rows to be painted before opening the database keeps the interpreter busy."""

_MOST_NOTES = 2

UseCase = Callable[["Workspace"], Any]
"""Calls one service; what it returns goes to `then` on the main thread."""


@dataclass(frozen=True, slots=True)
class _State:
    """What one visit to the database brought back."""

    plans: Sequence[PlanSummary]
    tree: PlanTree | None
    steps: NextSteps | None = None
    result: Any = None
    keeps_tree: bool = False
    """The snapshot on the screen holds still: nothing that it shows was written."""


class PlanSession(QObject):
    """Keeps the snapshot that the screens show and replaces it after each write; it never changes one itself."""

    plans_changed = Signal(object)
    plan_opened = Signal(object)
    plan_changed = Signal(object, object)
    steps_changed = Signal(object)
    """What undo and redo would take now; comes with each snapshot of an open database, None before the first."""
    saved = Signal()
    worked = Signal()
    """Long work that may have written something has ended, well or not: an import, a backup, a restore."""
    failed = Signal(object)

    def __init__(
        self, database: DatabaseThread, preferred_plan_id: int | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._preferred = preferred_plan_id
        database.looked.connect(self.show_first_look)
        database.opened.connect(self.load)
        self._plan_id: int | None = None
        self._turns = Turns(self)
        self._writing = 0
        self._after_writing: list[Callable[[], object]] = []
        self.tree: PlanTree | None = None
        self.plans: Sequence[PlanSummary] = ()
        self.steps: NextSteps | None = None

    def show_first_look(self, look: FirstLook | None) -> None:
        """Show what was read before the database could be written; `load` follows once it can."""
        if look is not None and look.tree is not None:
            self._opened(_State(look.plans, look.tree))
        QTimer.singleShot(_PAINT_MS, self._database, self._database.open_now)  # not without it: it may be gone by then

    def load(self) -> None:
        """Read the list of plans and open one: the preferred one, else the first."""
        preferred = self._preferred

        def work(workspace: Workspace, progress: ProgressCallback, is_cancelled: CancelCheck) -> _State:
            return _look(workspace, preferred, or_first=True)

        self._database.submit(work, self._opened, self.failed.emit)

    def open_plan(self, plan_id: int) -> None:
        """Show another plan."""
        self._preferred = plan_id
        self.load()

    def write(
        self,
        use_case: UseCase,
        then: Callable[[Any], object] | None = None,
        on_progress: Callable[[int, int], object] | None = None,
        on_error: Callable[[Exception], object] | None = None,
        *,
        follow: bool = False,
        then_apart: bool = False,
    ) -> Job:
        """Carry out one use case that writes, then show the plan as it is afterwards.

        `follow` shows the plan in which something was changed, where that is another one (an undo, the bin).
        `then_apart`: what `then` does takes its time too, so keys and paint have their turn before it.
        """
        plan_id, shown = self._plan_id, self.tree

        def work(workspace: Workspace, progress: ProgressCallback, is_cancelled: CancelCheck) -> _State:
            result = use_case(workspace)
            changes = changes_of(result)
            changed = changes.plan_id if follow else None
            if (
                plan_id is not None
                and changed in (None, plan_id)
                and changes
                and _BESIDE_PLANS.issuperset(changes.touched)
            ):
                return _look(workspace, result=result, keeps_tree=True)
            wanted = (id_ for id_ in (changed, plan_id) if id_ is not None)
            return _look(workspace, *wanted, or_first=follow, result=result, shown=shown)

        def done(state: _State) -> None:
            show, tell = partial(self._written, state), partial(self._tell, then, state.result)
            if then_apart:
                self._turns.take(show, tell)
            else:
                self._turns.take(partial(_both, show, tell))

        def failed(error: Exception) -> None:
            self._turns.take(partial(self._tell, on_error or self.failed.emit, error))

        self._writing += 1
        return self._database.submit(work, done, failed, on_progress)

    def is_writing(self) -> bool:
        """Tell whether a write is under way whose end has not been told."""
        return self._writing > 0

    def when_written(self, then: Callable[[], object]) -> None:
        """Call back once, when no write is under way any more."""
        self._after_writing.append(then)
        if not self._writing:
            self._tell_written()

    def _tell(self, tell: Callable[[Any], object] | None, outcome: Any) -> None:
        try:
            if tell is not None:
                tell(outcome)
        finally:
            self._end_writing()

    def _end_writing(self) -> None:
        self._writing -= 1
        if not self._writing:
            self._tell_written()

    def _tell_written(self) -> None:
        waiting, self._after_writing = self._after_writing, []
        for then in waiting:
            then()

    def read(
        self,
        use_case: UseCase,
        then: Callable[[Any], object],
        on_error: Callable[[Exception], object] | None = None,
    ) -> Job:
        """Carry out one use case that only reads."""
        return self._database.submit(
            lambda workspace, progress, is_cancelled: use_case(workspace), then, on_error or self.failed.emit
        )

    def run(
        self,
        work: Callable[[Workspace, ProgressCallback, CancelCheck], Any],
        then: Callable[[Any], object],
        on_error: Callable[[Exception], object],
        on_progress: Callable[[int, int], object],
        *,
        only_reads: bool = False,
    ) -> Job:
        """Carry out long work on the database that reports progress and can be stopped (an import).

        `worked` follows, unless it `only_reads`.
        """

        def ended(tell: Callable[[Any], object], outcome: Any) -> None:
            tell(outcome)
            if not only_reads:
                self.worked.emit()

        return self._database.submit(work, partial(ended, then), partial(ended, on_error), on_progress)

    def _opened(self, state: _State) -> None:
        self._show_steps(state.steps)
        if state.tree is not None and (state.tree, state.plans) == (self.tree, self.plans):
            return  # the first look showed just this
        self._show(state)
        self.plan_opened.emit(state.tree)

    def _written(self, state: _State) -> None:
        before = self._plan_id
        if state.keeps_tree:
            state = replace(state, tree=self.tree)
        self._show_steps(state.steps)
        self._show(state)
        self.saved.emit()
        if state.tree is None:
            if before is not None:  # the plan went: show another one
                self.load()
        elif state.tree.plan.id != before:
            self.plan_opened.emit(state.tree)
        else:
            self.plan_changed.emit(state.tree, changes_of(state.result))

    def _show(self, state: _State) -> None:
        self.plans = state.plans
        self.tree = state.tree
        self._plan_id = state.tree.plan.id if state.tree else None
        self.plans_changed.emit(state.plans)

    def _show_steps(self, steps: NextSteps | None) -> None:
        if steps != self.steps:
            self.steps = steps
            self.steps_changed.emit(steps)


def _both(first: Callable[[], object], second: Callable[[], object]) -> None:
    try:
        first()
    finally:
        second()


def changes_of(result: object) -> Changes:
    """Return the changes in what a service returned: itself, the last of a tuple, or a result's field."""
    if isinstance(result, tuple):
        result = result[-1]
    found = getattr(result, "changes", result)
    return found if isinstance(found, Changes) else Changes()


def notes_of(result: object) -> tuple[str, ...]:
    """Return the first things that a service had to say of what it wrote: as many as one line holds."""
    return changes_of(result).notes[:_MOST_NOTES]


def _look(
    workspace: Workspace,
    *wanted: int | None,
    or_first: bool = False,
    result: Any = None,
    keeps_tree: bool = False,
    shown: PlanTree | None = None,
) -> _State:
    """Read the plans, the first of the wanted ones that exists (else the first of all), and the next steps.

    The plan shares with the `shown` one what did not change: comparing is this thread's work, not that of the screens.
    What reads them is imported here, on the database's thread: the first look shows its rows without it.
    """
    from cchc_desktop.services import plans
    from cchc_desktop.services.history import next_steps

    summaries = plans.list_plans(workspace)
    known = [plan.id for plan in summaries]
    candidates = [id_ for id_ in wanted if id_ in known] + (known if or_first else [])
    tree = _tree_or_none(plans.open_plan, workspace, candidates[0]) if candidates else None
    return _State(summaries, tree and sharing(tree, shown), next_steps(workspace), result, keeps_tree)


def _tree_or_none(open_plan: Callable[[Workspace, int], PlanTree], workspace: Workspace, id_: int) -> PlanTree | None:
    try:
        return open_plan(workspace, id_)
    except NotFound:  # deleted by someone else between two reads
        return None
