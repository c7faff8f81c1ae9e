"""Results typed into the cells of the plan's table: they belong to the milestone at hand of their row.

They stand beside the plan's own words in one operation, so that a pasted block is taken back by one undo.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from cchc_desktop.domain.changes import Changes
from cchc_desktop.domain.days import read_short_day
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.evidence.register import EvidenceDocument, split_reference
from cchc_desktop.domain.followup.at_hand import milestone_at_hand
from cchc_desktop.domain.followup.milestones import STANDING, Milestone
from cchc_desktop.domain.followup.records import Progress
from cchc_desktop.domain.followup.reporting import current_period, plan_periods
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.ports import UnitOfWork
from cchc_desktop.services.milestone_desk import MilestoneDesk, typed_words
from cchc_desktop.services.recording import RecordBook, RecordValues
from cchc_desktop.services.titles import about
from cchc_desktop.services.typed_values import TypedValues
from cchc_desktop.services.updating import UpdateValues
from cchc_desktop.services.workspace import Workspace

RESULT, DAY, DOCUMENTS = "result_now", "day_now", "documents_now"
RESULT_CELLS = frozenset({RESULT, DAY, DOCUMENTS})
"""The cells of a row that hold what was recorded: words, day, references of documents ('15/BC-UBND; 16/BC-UBND')."""


def split_cells(edits: Mapping[int, TypedValues]) -> tuple[dict[int, TypedValues], dict[int, TypedValues]]:
    """Return the plan's own cells and the cells of results, each with the rows that have any."""
    words: dict[int, TypedValues] = {}
    results: dict[int, TypedValues] = {}
    for item_id, values in edits.items():
        typed = {name: text for name, text in values.items() if name in RESULT_CELLS}
        if typed:
            results[item_id] = typed
        if len(typed) < len(values):
            words[item_id] = {name: text for name, text in values.items() if name not in RESULT_CELLS}
    return words, results


def enter_results(workspace: Workspace, unit: UnitOfWork, cells: Mapping[int, TypedValues]) -> RecordBook:
    """Record typed results inside a unit of work; InvalidInput for a day that is none, or that contradicts a fact.

    Of several rows the refusal names the one that is meant. Return the book, for `noted`.
    """
    desk = MilestoneDesk(workspace, unit, cells)
    book, register = RecordBook(unit, desk), _Register(workspace, unit)
    for item_id, values in cells.items():
        try:
            _enter(desk, book, register, item_id, values)
        except InvalidInput as error:
            if len(cells) == 1:
                raise
            raise InvalidInput(f"{about('Nhiệm vụ', desk.item(item_id).content)}: {error.message}") from error
    if cells:
        book.store()
    return book


def noted(workspace: Workspace, changes: Changes, book: RecordBook) -> Changes:
    """Return what was committed with the questions that the typed results raise, and what is told of locked periods."""
    if not changes:
        return changes
    asked = dict.fromkeys(question.words for question in book.questions)
    return book.noted(workspace, replace(changes, notes=(*changes.notes, *asked)))


def _enter(desk: MilestoneDesk, book: RecordBook, register: _Register, item_id: int, values: TypedValues) -> None:
    milestone = milestone_at_hand(desk.milestones(item_id).milestones, desk.today)
    if milestone.occurrence == STANDING:
        _enter_update(desk, book, register, item_id, values)
        return
    day = _day(values, desk.plan(item_id).period, desk.today)
    book.enter(item_id, milestone.occurrence, _values(milestone, values, day, register))


def _values(milestone: Milestone, values: TypedValues, day: date | None, register: _Register) -> RecordValues:
    """Return what was typed as a result: a day completes it, words alone tell that work goes on."""
    before = milestone.record
    typed: RecordValues = {}
    if RESULT in values:
        typed["result"] = values[RESULT]
    if DOCUMENTS in values:
        typed["evidence"] = register.ids(values[DOCUMENTS], day or (before.done_on if before else None))
    if day is not None:
        typed["done_on"] = day
        return typed
    is_closed = before is not None and before.progress in (Progress.DONE, Progress.DROPPED)
    has_words = typed_words(values[RESULT]) if RESULT in values else before is not None and before.result
    if DAY in values or not is_closed:
        typed["progress"] = Progress.IN_PROGRESS if has_words or typed.get("evidence") else Progress.NOT_STARTED
    return typed


def _enter_update(
    desk: MilestoneDesk, book: RecordBook, register: _Register, item_id: int, values: TypedValues
) -> None:
    """Take down what was typed about a standing task as the update of the reporting period at hand."""
    plan = desk.plan(item_id)
    period = current_period(plan_periods(plan.period, desk.rules.periods, desk.rules.special), desk.today)
    if period is None:
        raise InvalidInput("Kế hoạch này không có kỳ báo cáo nào để cập nhật nhiệm vụ thường xuyên.")
    told: UpdateValues = {}
    day = _day(values, plan.period, desk.today)
    if RESULT in values:
        told["words"] = typed_words(values[RESULT]) or ""
    if DAY in values:
        told["given_on"] = day
    if DOCUMENTS in values:
        told["evidence"] = register.ids(values[DOCUMENTS], day)
    book.updates.append((item_id, period.key, None, told))


def _day(values: TypedValues, period: Period, today: date) -> date | None:
    """Return the typed day; without a year it is today's, or the plan's last where today lies outside the plan."""
    text = (values.get(DAY) or "").strip()
    if not text:
        return None
    try:
        return read_short_day(text, today if period.contains(today) else period.end)
    except ValueError as error:
        raise InvalidInput(f"“{text}” không phải là ngày. Nhập như 05/09/2025 hoặc 5/9.") from error


class _Register:
    """Finds documents by their references; one that the register does not have is entered, without a file."""

    def __init__(self, workspace: Workspace, unit: UnitOfWork) -> None:
        self._workspace = workspace
        self._unit = unit
        self._known: dict[str, int] | None = None

    def ids(self, text: str | None, issued_on: date | None) -> tuple[int, ...]:
        """Return the ids of the documents that a cell names, in its order."""
        references = [" ".join(part.split()) for part in (text or "").split(";")]
        return tuple(dict.fromkeys(self._id(one, issued_on) for one in references if one))

    def _id(self, reference: str, issued_on: date | None) -> int:
        if self._known is None:
            self._known = {one.reference.casefold(): one.id for one in self._workspace.queries.documents()}
        number, symbol = split_reference(reference)
        shown = EvidenceDocument("", number=number, symbol=symbol).reference
        found = self._known.get(shown.casefold())
        if found is None:
            draft = EvidenceDocument(reference, number=number, symbol=symbol, issued_on=issued_on)
            found = self._known[shown.casefold()] = self._unit.documents.add(draft).id
        return found


def references(documents: Sequence[EvidenceDocument]) -> str:
    """Return what the cell of documents shows: their references, the abstract where one has none."""
    return "; ".join(one.reference or one.abstract for one in documents)
