"""Use cases beside the results: updates by reporting period (an update is no completion) and urgings (đôn đốc)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypedDict

from cchc_desktop.domain.changes import Changes, Operation
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.followup.records import PeriodUpdate, Urging
from cchc_desktop.domain.followup.reporting import ReportingPeriod, period_of_key
from cchc_desktop.domain.ports import UnitOfWork
from cchc_desktop.services.locked_periods import with_lock_notes
from cchc_desktop.services.milestone_desk import (
    MilestoneDesk,
    refuse_day_to_come,
    require_agency,
    require_documents,
    typed_words,
)
from cchc_desktop.services.workspace import Workspace


class UpdateValues(TypedDict, total=False):
    """What was typed about one period; what is not named stays as it was. Emptied words take the update away."""

    words: str
    given_on: date | None
    difficulty: str | None
    evidence: tuple[int, ...]


UpdateEntry = tuple[int, str, int | None, UpdateValues]
"""An item's id, the key of a period, the agency (None: the officer, for all of them) and what was typed."""


def update(workspace: Workspace, item_id: int, period: str, agency_id: int | None, words: str) -> Changes:
    """Store what an agency (None: the officer, for all of them) says of an item for a period; emptied, it goes away."""
    return give_updates(workspace, [(item_id, period, agency_id, {"words": words})])


def give_updates(workspace: Workspace, entries: Sequence[UpdateEntry]) -> Changes:
    """Store updates as one operation; InvalidInput for a period or agency that does not exist, a day to come.

    An update without a day has today's; one for a period that is over has none, for nobody knows it any more.
    """
    with workspace.units(Operation("update", "Cập nhật kỳ báo cáo")) as unit:
        desk = MilestoneDesk(workspace, unit, (item_id for item_id, *_ in entries))
        store_updates(unit, desk, entries)
        unit.describe(desk.title("Cập nhật kỳ báo cáo"))
        return with_lock_notes(workspace, unit.commit(), {period for _, period, *_ in entries})


def store_updates(unit: UnitOfWork, desk: MilestoneDesk, entries: Iterable[UpdateEntry]) -> None:
    """Store updates inside a unit of work: each is one with what its agency said before of the period."""
    written: dict[tuple[int, str, int | None], PeriodUpdate] = {}
    for item_id, named, agency_id, values in entries:
        desk.require_followed(item_id)
        require_agency(unit, agency_id)
        period = period_of_key(named, desk.rules.periods, desk.rules.special)
        key = (item_id, period.key, agency_id)
        before = written.get(key) or _stored(desk, key) or PeriodUpdate(item_id, period.key, "", agency_id=agency_id)
        after = _changed(before, values, period, desk.today)
        refuse_day_to_come("Ngày cập nhật", after.given_on, desk.today)
        written[key] = after
    rows = written.values()
    require_documents(unit, [id_ for row in rows for id_ in row.evidence])
    unit.period_updates.add_all([row for row in rows if row.words and not row.id])
    unit.period_updates.update_all([row for row in rows if row.words and row.id])
    unit.period_updates.delete_all([row.id for row in rows if not row.words and row.id])


def _changed(before: PeriodUpdate, values: UpdateValues, period: ReportingPeriod, today: date) -> PeriodUpdate:
    after = replace(before, **values)
    after = replace(after, words=typed_words(after.words) or "", difficulty=typed_words(after.difficulty))
    if "given_on" in values or after.words == before.words:
        return after
    return replace(after, given_on=today if today <= period.window.end else None)


def _stored(desk: MilestoneDesk, key: tuple[int, str, int | None]) -> PeriodUpdate | None:
    there = desk.ledger(key[0]).updates.get(key[0], ())
    return next((one for one in there if (one.item_id, one.period, one.agency_id) == key), None)


def urge(workspace: Workspace, urgings: Sequence[Urging]) -> Changes:
    """Log urgings as one operation; InvalidInput for a day to come or a promise for a day before the urging."""
    with workspace.units(Operation("urge", "Đôn đốc")) as unit:
        desk = MilestoneDesk(workspace, unit, (row.item_id for row in urgings))
        for row in urgings:
            refuse_day_to_come("Ngày đôn đốc", row.on, desk.today)
            require_agency(unit, row.agency_id)
            desk.plan(row.item_id)
            if row.promised_for and row.promised_for < row.on:
                raise InvalidInput("Ngày hứa hoàn thành trước ngày đôn đốc. Kiểm tra lại hai ngày này.")
        unit.urgings.add_all(list(urgings))
        unit.describe(desk.title("Đôn đốc"))
        return unit.commit()
