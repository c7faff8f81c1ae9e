"""Use cases that record results by milestone: facts, not the plan's words, so that no issued plan locks them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypedDict

from cchc_desktop.domain.changes import Changes, Operation
from cchc_desktop.domain.entities import UNSAVED
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.followup.milestones import STANDING, Milestone, MilestoneKind
from cchc_desktop.domain.followup.record_checks import (
    questions_about,
    questions_about_extension,
    refuse_bad_extension,
    refuse_bad_record,
)
from cchc_desktop.domain.followup.records import WHOLE_ITEM, Dropping, Extension, Progress, Record
from cchc_desktop.domain.followup.reporting import ReportingPeriod, current_period, find_period, plan_periods
from cchc_desktop.domain.ports import UnitOfWork
from cchc_desktop.services.locked_periods import with_lock_notes
from cchc_desktop.services.milestone_desk import (
    MilestoneDesk,
    Moment,
    refuse_day_to_come,
    require_agency,
    require_documents,
    typed_words,
)
from cchc_desktop.services.updating import UpdateEntry, UpdateValues, store_updates
from cchc_desktop.services.workspace import Workspace

_AT_WORK = "Đang thực hiện"
_AGAIN = "Thực hiện trở lại"
_WORDS = ("result", "product", "difficulty")


class RecordValues(TypedDict, total=False):
    """What was typed about one milestone; what is not named stays as it was (see `records.Record`)."""

    agency_id: int | None
    progress: Progress
    started_on: date | None
    done_on: date | None
    result: str | None
    product: str | None
    difficulty: str | None
    evidence: tuple[int, ...]
    dropping: Dropping | None
    counts_as_late: bool | None


Entry = tuple[int, Moment, RecordValues]
"""An item's id, which of its milestones, and what was typed about it."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something doubtful about what was recorded, for a person to answer; it is kept as it is meanwhile."""

    item_id: int
    occurrence: str
    words: str


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a recording operation did, and what it asks."""

    changes: Changes
    questions: tuple[Question, ...] = ()


def record(workspace: Workspace, entries: Sequence[Entry], updates: Sequence[UpdateEntry] = ()) -> Recorded:
    """Store results as one operation, all or none; InvalidInput for what contradicts itself or fits no milestone.

    A date of completion without a progress means that it is done. On a standing task 'in progress' is an update of
    the reporting period at hand, for it has nothing to complete. `updates` of named periods go with the results.
    """
    with workspace.units(Operation("record", "Ghi kết quả")) as unit:
        item_ids = [*(row[0] for row in entries), *(row[0] for row in updates)]
        desk = MilestoneDesk(workspace, unit, item_ids)
        book = RecordBook(unit, desk)
        for item_id, moment, values in entries:
            book.enter(item_id, moment, values)
        book.updates += updates
        book.store()
        unit.describe(desk.title("Ghi kết quả"))
        return Recorded(book.noted(workspace, unit.commit()), tuple(book.questions))


def drop(
    workspace: Workspace,
    item_id: int,
    reason: str,
    on: date | None = None,
    document: str | None = None,
    moment: Moment = WHOLE_ITEM,
) -> Recorded:
    """Record that an item, or one milestone of it, is carried out no longer; `on` is today where it is not named.

    A whole item goes with what stands below it: nobody carries out the parts of what is dropped.
    """
    with workspace.units(Operation("record.drop", "Không còn thực hiện")) as unit:
        desk = MilestoneDesk(workspace, unit, (item_id,))
        dropping = Dropping(typed_words(reason) or "", on or desk.today, typed_words(document))
        below = [row.id for row in unit.items.subtree(item_id)] if moment == WHOLE_ITEM else []
        whole = MilestoneDesk(workspace, unit, below or (item_id,))
        book = RecordBook(unit, whole)
        for dropped in [id_ for id_ in below if whole.is_followed(id_)] or [item_id]:
            book.enter(dropped, moment, {"progress": Progress.DROPPED, "dropping": dropping})
        book.store()
        unit.describe(desk.title("Không còn thực hiện"))
        return Recorded(book.noted(workspace, unit.commit()))


def take_up(workspace: Workspace, item_id: int) -> Recorded:
    """Record that a dropped item is carried out again, with what stands below it and was dropped by the same decision.

    What had been dropped before that, or later for a reason of its own, stays dropped.
    """
    with workspace.units(Operation("record.take_up", _AGAIN)) as unit:
        desk = MilestoneDesk(workspace, unit, (item_id,))
        whole = MilestoneDesk(workspace, unit, [row.id for row in unit.items.subtree(item_id)])
        droppings = {
            row.item_id: row.dropping
            for rows in whole.ledger(item_id).records.values()
            for row in rows
            if row.occurrence == WHOLE_ITEM
        }
        decision = droppings.get(item_id)
        below = [id_ for id_, one in droppings.items() if decision is not None and one == decision and id_ != item_id]
        book = RecordBook(unit, whole)
        for taken_up in (item_id, *below):
            book.enter(taken_up, WHOLE_ITEM, {"progress": Progress.NOT_STARTED})
        book.store()
        unit.describe(desk.title(_AGAIN))
        return Recorded(book.noted(workspace, unit.commit()))


def extend(
    workspace: Workspace,
    item_id: int,
    moment: Moment,
    new_due: date,
    document: str,
    granted_on: date | None = None,
) -> Recorded:
    """Record a later due date (gia hạn) of a milestone and the document that approves it; InvalidInput."""
    with workspace.units(Operation("record.extend", "Gia hạn")) as unit:
        desk = MilestoneDesk(workspace, unit, (item_id,))
        desk.require_followed(item_id)
        milestone = desk.milestone(item_id, moment)
        refuse_day_to_come("Ngày cho phép gia hạn", granted_on, desk.today)
        extension = Extension(
            item_id, milestone.occurrence, new_due, typed_words(document) or "", granted_on=granted_on
        )
        refuse_bad_extension(extension, milestone)
        unit.extensions.add(extension)
        asked = questions_about_extension(extension, desk.plan(item_id).period)
        questions = tuple(Question(item_id, milestone.occurrence, words) for words in asked)
        unit.describe(desk.title("Gia hạn"))
        return Recorded(unit.commit(), questions)


def settle_orphans(
    workspace: Workspace,
    records: Mapping[int, str | None],
    extensions: Mapping[int, str | None] | None = None,
) -> Changes:
    """Move records and extensions that a changed schedule left over to a milestone, or put them away (None).

    InvalidInput where the milestone does not exist or has a result of its own.
    """
    with workspace.units(Operation("record.settle", "Xử lý kết quả của mốc không còn")) as unit:
        rows, granted = unit.records.get_all(tuple(records)), unit.extensions.get_all(tuple(extensions or {}))
        desk = MilestoneDesk(workspace, unit, [*(row.item_id for row in rows), *(row.item_id for row in granted)])
        _settle_records(unit, desk, rows, records)
        _settle_extensions(unit, desk, granted, extensions or {})
        unit.describe(desk.title("Xử lý kết quả của mốc không còn"))
        return unit.commit()


def _settle_records(
    unit: UnitOfWork, desk: MilestoneDesk, rows: Sequence[Record], targets: Mapping[int, str | None]
) -> None:
    gone = [row.id for row in rows if targets[row.id] is None]
    moved = [
        replace(row, occurrence=to, due_seen=_free_milestone(desk, row, to, gone).due)
        for row in rows
        if (to := targets[row.id])
    ]
    if len({(row.item_id, row.occurrence, row.agency_id) for row in moved}) < len(moved):
        raise InvalidInput("Hai kết quả được chuyển vào cùng một mốc. Hãy chọn cho mỗi kết quả một mốc.")
    unit.records.delete_all(gone)
    unit.records.update_all(moved)


def _free_milestone(desk: MilestoneDesk, row: Record, occurrence: str, gone: Sequence[int]) -> Milestone:
    milestone = desk.milestone(row.item_id, occurrence)
    there = (milestone.record, *milestone.answers)
    if any(one and one.id not in gone and one.agency_id == row.agency_id for one in there):
        raise InvalidInput(f"Mốc “{occurrence}” đã có kết quả. Hãy chọn mốc khác hoặc bỏ kết quả cũ.")
    return milestone


def _settle_extensions(
    unit: UnitOfWork, desk: MilestoneDesk, rows: Sequence[Extension], targets: Mapping[int, str | None]
) -> None:
    moved = [replace(row, occurrence=to) for row in rows if (to := targets[row.id])]
    for row in moved:
        refuse_bad_extension(row, desk.milestone(row.item_id, row.occurrence))
    unit.extensions.delete_all([row.id for row in rows if targets[row.id] is None])
    unit.extensions.update_all(moved)


class RecordBook:
    """Takes entries down one by one and stores what came of them at once."""

    def __init__(self, unit: UnitOfWork, desk: MilestoneDesk) -> None:
        self._unit = unit
        self._desk = desk
        self._written: dict[tuple[int, str, int | None], Record] = {}
        self._days: set[date] = set()
        self.updates: list[UpdateEntry] = []
        self.questions: list[Question] = []

    def enter(self, item_id: int, moment: Moment, values: RecordValues) -> None:
        """Take down what was typed about one milestone; InvalidInput."""
        self._desk.require_followed(item_id)
        require_agency(self._unit, values.get("agency_id"))
        if period := self._named_period(item_id, moment):
            self._note_update(item_id, values, period)
            return
        milestone = None if moment == WHOLE_ITEM else self._desk.milestone(item_id, moment)
        key = (item_id, milestone.occurrence if milestone else WHOLE_ITEM, values.get("agency_id"))
        before = self._written.get(key) or self._stored(key)
        if milestone and _is_update(milestone, values, before):
            at_hand = self._period_at_hand(item_id)
            if at_hand:
                self._note_update(item_id, values, at_hand)
            if at_hand and before is None:
                return
        self._write(key, before or Record(item_id, key[1]), values, milestone)

    def _write(
        self, key: tuple[int, str, int | None], before: Record, values: RecordValues, milestone: Milestone | None
    ) -> None:
        after = _changed(before, values)
        if before.id == UNSAVED or (after.progress, after.done_on) != (before.progress, before.done_on):
            after = replace(after, due_seen=milestone.due if milestone else None)
        refuse_bad_record(after, self._desk.today)
        if milestone:
            period = self._desk.plan(key[0]).period
            asked = questions_about(after, milestone, period, self._desk.rules.days_off)
            self.questions += [Question(key[0], key[1], words) for words in asked]
        if after != before:
            self._days.update(_days(before), _days(after))
        self._written[key] = after

    def store(self) -> None:
        """Store everything that was taken down."""
        rows = self._written.values()
        require_documents(self._unit, [id_ for row in rows for id_ in row.evidence])
        self._unit.records.add_all([row for row in rows if row.id == UNSAVED])
        self._unit.records.update_all([row for row in rows if row.id != UNSAVED])
        store_updates(self._unit, self._desk, self.updates)

    def noted(self, workspace: Workspace, changes: Changes) -> Changes:
        """Return what was committed with what is told of the locked periods to which it belongs, or belonged."""
        return with_lock_notes(workspace, changes, {period for _, period, *_ in self.updates}, self._days)

    def _stored(self, key: tuple[int, str, int | None]) -> Record | None:
        rows = self._desk.ledger(key[0]).records.get(key[0], ())
        return next((row for row in rows if (row.item_id, row.occurrence, row.agency_id) == key), None)

    def _named_period(self, item_id: int, moment: Moment) -> ReportingPeriod | None:
        """Return the period that an entry on a standing task names in the place of a milestone."""
        found = self._desk.milestones(item_id)
        if not isinstance(moment, str) or found.milestone(STANDING) is None or found.milestone(moment):
            return None
        return find_period(moment, self._desk.rules.periods, self._desk.rules.special)

    def _period_at_hand(self, item_id: int) -> ReportingPeriod | None:
        rules = self._desk.rules
        periods = plan_periods(self._desk.plan(item_id).period, rules.periods, rules.special)
        return current_period(periods, self._desk.today)

    def _note_update(self, item_id: int, values: RecordValues, period: ReportingPeriod) -> None:
        if values.get("progress", Progress.IN_PROGRESS) is not Progress.IN_PROGRESS:
            raise InvalidInput(
                "Nhiệm vụ thường xuyên không hoàn thành theo kỳ. Hãy ghi tiến độ “Đang thực hiện” cho kỳ báo cáo."
            )
        told: UpdateValues = {}
        agency_id = values.get("agency_id")
        if "result" in values or not self._is_updated((item_id, period.key, agency_id)):
            told["words"] = typed_words(values.get("result")) or _AT_WORK
        if "started_on" in values:
            told["given_on"] = values["started_on"]
        if "difficulty" in values:
            told["difficulty"] = values["difficulty"]
        if "evidence" in values:
            told["evidence"] = values["evidence"]
        self.updates.append((item_id, period.key, agency_id, told))

    def _is_updated(self, key: tuple[int, str, int | None]) -> bool:
        stored = self._desk.ledger(key[0]).updates.get(key[0], ())
        told = [entry[:3] for entry in self.updates]
        return key in told or any((row.item_id, row.period, row.agency_id) == key for row in stored)


def _days(record: Record) -> Iterator[date]:
    """Yield the days on which a record says that something was completed or ended."""
    if record.done_on is not None:
        yield record.done_on
    if record.dropping is not None and record.dropping.on is not None:
        yield record.dropping.on


def _is_update(milestone: Milestone, values: RecordValues, before: Record | None) -> bool:
    """Tell whether an entry on a standing task goes on with it: then it speaks of the reporting period."""
    progress = values.get("progress") or (before.progress if before else Progress.IN_PROGRESS)
    is_at_work = progress is Progress.IN_PROGRESS and not values.get("done_on")
    return milestone.kind is MilestoneKind.STANDING and is_at_work


def _changed(before: Record, values: RecordValues) -> Record:
    """Return a record with what was typed; what belonged to the progress before goes with it."""
    typed: RecordValues = {**values}
    if typed.get("done_on") and "progress" not in typed:
        typed["progress"] = Progress.DONE
    if typed.get("progress", Progress.DONE) is not Progress.DONE:
        typed.setdefault("done_on", None)
    if typed.get("progress", Progress.DROPPED) is not Progress.DROPPED:
        typed.setdefault("dropping", None)
    if "done_on" in typed and typed["done_on"] != before.done_on:
        typed.setdefault("counts_as_late", None)
    after = replace(before, **typed)
    return replace(after, **{name: typed_words(getattr(after, name)) for name in _WORDS})  # type: ignore[arg-type]
