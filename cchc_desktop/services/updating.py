"""Use cases beside the results: updates by reporting period (an update is no completion) and urgings (đôn đốc)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from cchc_desktop.domain.changes import Changes, Operation
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.ports import UnitOfWork
from cchc_desktop.domain.records import PeriodUpdate, Urging
from cchc_desktop.domain.reporting import period_of_key
from cchc_desktop.domain.text.folding import nfc
from cchc_desktop.services.followup_rules import period_rules, special_reports
from cchc_desktop.services.milestone_desk import MilestoneDesk, refuse_day_to_come, require_agency, require_documents
from cchc_desktop.services.workspace import Workspace


def update(
    workspace: Workspace, item_id: int, period: str, agency_id: int | None, words: str, given_on: date | None = None
) -> Changes:
    """Store what an agency (None: the officer, for all of them) says of an item for a period; emptied, it goes away.

    `given_on` is today where it is not named.
    """
    day = given_on or workspace.clock.today()
    return give_updates(workspace, [PeriodUpdate(item_id, period, words, agency_id=agency_id, given_on=day)])


def give_updates(workspace: Workspace, updates: Sequence[PeriodUpdate]) -> Changes:
    """Store updates as one operation; InvalidInput for a period or agency that does not exist, a day to come."""
    with workspace.units(Operation("update", "Cập nhật kỳ báo cáo")) as unit:
        desk = MilestoneDesk(workspace, unit, (row.item_id for row in updates))
        rules, special = period_rules(workspace), special_reports(workspace)
        named = [replace(row, period=period_of_key(row.period, rules, special).key) for row in updates]
        store_updates(unit, desk, named)
        unit.describe(desk.title("Cập nhật kỳ báo cáo"))
        return unit.commit()


def store_updates(unit: UnitOfWork, desk: MilestoneDesk, updates: Iterable[PeriodUpdate]) -> None:
    """Store updates inside a unit of work: each takes the place of the one that its agency gave before."""
    written: dict[tuple[int, str, int | None], PeriodUpdate] = {}
    for row in updates:
        refuse_day_to_come("Ngày cập nhật", row.given_on, desk.today)
        require_agency(unit, row.agency_id)
        require_documents(unit, row.evidence)
        before = _stored(desk, row)
        if before is not None:
            row = replace(row, id=before.id, uid=before.uid, row_version=before.row_version)
        written[row.item_id, row.period, row.agency_id] = replace(row, words=nfc(row.words).strip())
    rows = written.values()
    unit.period_updates.add_all([row for row in rows if row.words and not row.id])
    unit.period_updates.update_all([row for row in rows if row.words and row.id])
    unit.period_updates.delete_all([row.id for row in rows if not row.words and row.id])


def _stored(desk: MilestoneDesk, row: PeriodUpdate) -> PeriodUpdate | None:
    there = desk.ledger(row.item_id).updates.get(row.item_id, ())
    return next((one for one in there if (one.period, one.agency_id) == (row.period, row.agency_id)), None)


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
