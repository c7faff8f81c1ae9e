"""Keeps what can be found in all plans: read once when first asked for, then in step with what the session writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from cchc_desktop.domain.changes import Changes, EntityKind
from cchc_desktop.domain.errors import NotFound
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.services.search import Library, read_library
from cchc_desktop.services.search_facts import Facts, read_facts
from cchc_desktop.ui.finding.lane import Lane
from cchc_desktop.ui.session import PlanSession

if TYPE_CHECKING:
    from cchc_desktop.domain.agencies.agency import Agency
    from cchc_desktop.domain.plan import PlanSummary
    from cchc_desktop.domain.text.abbreviations import Abbreviations

_FACTS = (EntityKind.RECORD, EntityKind.PERIOD_UPDATE, EntityKind.DOCUMENT)
"""Kinds of rows whose words are found with the task that they tell of."""

Question = Callable[[Library], Any]
Answered = Callable[[Any], object]
Ended = Callable[[], object]


class Newest:
    """Asks one question at a time; of those that come meanwhile only the last is asked, then the answer is shown."""

    def __init__(self, keeper: LibraryKeeper, then: Answered) -> None:
        self._keeper = keeper
        self._then = then
        self._next: Question | None = None
        self._is_asking = False

    def ask(self, question: Question) -> None:
        """Ask, now or when the question before has been answered."""
        self._next = question
        if not self._is_asking:
            self._go_on()

    def _go_on(self) -> None:
        question, self._next = self._next, None
        self._is_asking = question is not None
        if question is not None:
            self._keeper.ask(question, self._answered, self._go_on)

    def _answered(self, answer: Any) -> None:
        self._then(answer)
        self._go_on()


class LibraryKeeper(QObject):
    """The one library of a window; questions are answered off the main thread, in the order of asking.

    The library itself never leaves its lane: answers are plain values, or things that are only used in questions.
    """

    changed = Signal()
    """Something that can be found is another than before."""

    def __init__(self, session: PlanSession, abbreviations: Callable[[], Abbreviations], parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._abbreviations = abbreviations
        self._lane = Lane(self)
        self._library: Library | None = None
        self._is_reading = False
        self._round = 0
        self._waiting: list[tuple[Question, Answered, Ended]] = []
        self._plans: dict[int, PlanSummary] = {}
        session.plans_changed.connect(self._plans_changed)
        session.plan_opened.connect(self._plan_opened)
        session.plan_changed.connect(self._plan_changed)

    def is_ready(self) -> bool:
        """Tell whether everything has been read, so that a question is answered at once."""
        return self._library is not None

    def ask(self, question: Question, then: Answered, failed: Ended = lambda: None) -> None:
        """Put a question about the library; the first one waits until everything is read.

        `failed` is called where it cannot be answered; the window is told why by the session.
        """
        self._waiting.append((question, then, failed))
        if self._library is not None:
            self._answer(self._library)
        elif not self._is_reading:
            self._read()

    def forget(self) -> None:
        """Read everything anew when next asked: other data may lie in the file."""
        self._library, self._is_reading = None, False
        self._round += 1
        if self._waiting:
            self._read()
        self.changed.emit()

    # --- reading

    def _read(self) -> None:
        self._is_reading = True
        self._session.read(
            lambda workspace: read_library(workspace, self._abbreviations()), partial(self._take, self._round),
            self._not_read,
        )  # fmt: skip

    def _take(self, read_in: int, library: Library) -> None:
        if read_in != self._round:
            return  # forgotten meanwhile
        self._library, self._is_reading = library, False
        self._plans = {plan.id: plan for plan in self._session.plans}
        self._answer(library)

    def _answer(self, library: Library) -> None:
        waiting, self._waiting = self._waiting, []
        for question, then, failed in waiting:
            self._lane.submit(partial(question, library), then, partial(self._not_answered, failed))

    def _not_answered(self, failed: Ended, error: Exception) -> None:
        failed()
        self._failed(error)

    def _not_read(self, error: Exception) -> None:
        self._is_reading = False
        waiting, self._waiting = self._waiting, []
        for _, _, failed in waiting:
            failed()
        self._failed(error)

    def _failed(self, error: Exception) -> None:
        self._session.failed.emit(error)

    # --- keeping in step

    def _plan_opened(self, tree: PlanTree | None) -> None:
        if tree is not None:
            self._put(tree)
            self._read_facts([tree.plan.id])
            self._read_agencies()

    def _plan_changed(self, tree: PlanTree, changes: Changes) -> None:
        self._put(tree)
        if changes.ids(EntityKind.AGENCY):
            self._read_agencies()
        if any(changes.ids(kind) for kind in _FACTS):
            self._read_facts(self._told_of(changes))
        touched = {changes.plan_id, *changes.ids(EntityKind.PLAN)}
        for plan_id in self._plans.keys() & touched - {tree.plan.id}:
            self._read_plan(plan_id)

    def _plans_changed(self, plans: Sequence[PlanSummary]) -> None:
        if self._library is None:
            return
        known, self._plans = self._plans, {plan.id: plan for plan in plans}
        for plan_id in known.keys() - self._plans.keys():
            self._change(partial(_forget, plan_id))
        opened = self._session.tree.plan.id if self._session.tree is not None else None
        for plan_id, plan in self._plans.items():
            if plan_id != opened and known.get(plan_id) != plan:
                self._read_plan(plan_id)

    def _read_plan(self, plan_id: int) -> None:
        if self._library is not None:
            self._session.read(lambda workspace: workspace.queries.tree(plan_id), self._put, self._not_there)
            self._read_facts([plan_id])

    def _not_there(self, error: Exception) -> None:
        if not isinstance(error, NotFound):  # else deleted since: the list of plans says so
            self._failed(error)

    def _read_agencies(self) -> None:
        if self._library is not None:
            self._session.read(lambda workspace: workspace.queries.agencies(), self._put_agencies)

    def _told_of(self, changes: Changes) -> list[int]:
        """Return the plans whose facts a write may have touched; a document may prove any of them."""
        is_one = changes.plan_id in self._plans and not changes.ids(EntityKind.DOCUMENT)
        return [id_ for id_ in self._plans if not is_one or id_ == changes.plan_id]

    def _read_facts(self, plan_ids: Sequence[int]) -> None:
        if self._library is not None:
            self._session.read(lambda workspace: read_facts(workspace, plan_ids), self._put_facts)

    def _put_facts(self, facts: Mapping[int, Facts]) -> None:
        self._change(lambda library: library.put_facts(facts))

    def _put(self, tree: PlanTree) -> None:
        self._change(lambda library: library.put(tree))

    def _put_agencies(self, agencies: Sequence[Agency]) -> None:
        self._change(lambda library: library.put_agencies(agencies))

    def _change(self, change: Callable[[Library], object]) -> None:
        if self._library is not None:
            self._lane.submit(partial(change, self._library), lambda _: self.changed.emit(), self._failed)


def _forget(plan_id: int, library: Library) -> None:
    library.forget(plan_id)
