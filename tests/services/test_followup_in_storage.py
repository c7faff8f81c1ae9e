"""The use cases of the follow-up on a real file: everything is stored, read back, undone and done again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cchc_desktop import wiring
from cchc_desktop.domain.changes import Operation
from cchc_desktop.domain.evidence.register import EvidenceDocument
from cchc_desktop.domain.followup.days_off import DayOff
from cchc_desktop.domain.followup.records import Progress, Urging, UrgingMeans
from cchc_desktop.domain.followup.reporting import PeriodStep
from cchc_desktop.domain.followup.status import StatusRules
from cchc_desktop.domain.indicators.values import ValueMode, Verdict
from cchc_desktop.services import bin as bin_service
from cchc_desktop.services import exchange, followup, followup_rules, history, measuring, periods, recording, updating
from cchc_desktop.services.exchange import ImportChoices
from cchc_desktop.services.workspace import Workspace
from tests.services.followup_scene import FINANCE, JULY, OFFICE, QUARTERLY, STANDING, STRICT, UNDATED, half_year

Deed = Callable[[Workspace, dict[str, int]], object]


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with wiring.open_workspace(tmp_path / "dữ liệu.db") as opened:
        exchange.import_plan(opened, half_year(), ImportChoices())
        with opened.units(Operation("test", "Thử")) as unit:
            unit.documents.add(EvidenceDocument("Báo cáo quý III"))
            unit.days_off.add(DayOff(date(2025, 9, 30), "Nghỉ bù"))
            unit.commit()
        yield opened


def ids(workspace: Workspace) -> dict[str, int]:
    """Return the ids of tasks and agencies by name, of the document and the indicator."""
    tree = workspace.queries.tree(1)
    return {
        **{item.content: item.id for item in tree.items.values()},
        **{agency.name: agency.id for agency in workspace.queries.agencies()},
        "document": workspace.queries.documents()[0].id,
        "indicator": tree.indicators[0].id,
    }


def held(workspace: Workspace) -> Any:
    """Return everything that the follow-up stores, without the versions of rows, which only ever grow."""
    ledger = workspace.queries.ledger(1)
    parts = (ledger.records, ledger.extensions, ledger.updates, ledger.urgings, workspace.queries.indicator_values(1))
    rows = [row for part in parts for of_one in part.values() for row in of_one]
    kept = [*rows, *workspace.queries.reporting_periods()]
    settings = (followup_rules.status_rules(workspace), followup_rules.period_rules(workspace))
    return sorted((replace(row, row_version=1) for row in kept), key=repr), settings


DEEDS: dict[str, Deed] = {
    "record": lambda workspace, of: recording.record(
        workspace,
        [
            (of[JULY], None, {"done_on": date(2025, 7, 30), "result": "Quyết định 15", "evidence": (of["document"],)}),
            (of[QUARTERLY], "2025-Q3", {"agency_id": of[FINANCE], "progress": Progress.IN_PROGRESS}),
            (of[QUARTERLY], "2025-Q3", {"progress": Progress.DONE, "done_on": date(2025, 9, 30)}),
            (of[STANDING], "2025-Q3", {"result": "Đã phát", "evidence": (of["document"],)}),
        ],
    ),
    "drop": lambda workspace, of: recording.drop(workspace, of[UNDATED], "Cấp trên không yêu cầu", date(2025, 9, 1)),
    "extend": lambda workspace, of: recording.extend(
        workspace, of[STRICT], "2025-Q3", date(2025, 10, 9), "Công văn 3/UBND", date(2025, 9, 5)
    ),
    "update": lambda workspace, of: updating.update(workspace, of[QUARTERLY], "2025-Q3", of[OFFICE], "Đã họp"),
    "urge": lambda workspace, of: updating.urge(
        workspace, [Urging(of[STRICT], date(2025, 9, 8), UrgingMeans.PHONE, person="Chị Hoa", promise="Tuần sau")]
    ),
    "measure": lambda workspace, of: measuring.measure(
        workspace, [(of["indicator"], "2025-Q3", "63,8"), (of["indicator"], "2025", "98,25")]
    ),
    "dates": lambda workspace, of: periods.set_dates(workspace, "2025-Q3", {PeriodStep.SENT: date(2025, 9, 12)}),
    "lock": lambda workspace, of: periods.lock(workspace, "2025"),
    "rules": lambda workspace, of: followup_rules.save_status_rules(workspace, StatusRules(10, 5, 15)),
}


@pytest.mark.parametrize("name", DEEDS)
def test_each_deed_is_stored_undone_and_done_again(workspace, name):
    before = held(workspace)
    DEEDS[name](workspace, ids(workspace))
    after = held(workspace)
    assert after != before
    history.undo(workspace)
    assert held(workspace) == before
    history.redo(workspace)
    assert held(workspace) == after
    assert workspace.queries.check().problems == ()


def test_all_of_it_at_once_gives_the_statuses(workspace):
    of = ids(workspace)
    for deed in DEEDS.values():
        deed(workspace, of)
    found = followup.plan_status(workspace, 1, date(2025, 9, 14))
    names = {of[name]: name for name in (JULY, QUARTERLY, STRICT, STANDING, UNDATED)}
    assert {names[id_]: str(one.status) for id_, one in found.statuses.items() if id_ in names} == {
        JULY: "done", QUARTERLY: "update_due", STRICT: "update_due", STANDING: "updated", UNDATED: "dropped",
    }  # fmt: skip
    quarterly = [line.row for line in followup.due(workspace, date(2025, 9, 14)) if line.item.id == of[QUARTERLY]]
    assert [row.day_off for row in quarterly] == ["Nghỉ bù", None]
    assert measuring.verdicts(workspace, 1, date(2025, 12, 31))[of["indicator"]].verdict is Verdict.MET


def test_what_a_changed_schedule_leaves_over_is_settled(workspace):
    of = ids(workspace)
    recording.record(workspace, [(of[STRICT], "2025-Q3", {"done_on": date(2025, 9, 8)})])
    recording.extend(workspace, of[STRICT], "2025-Q4", date(2025, 12, 20), "Công văn 3/UBND")
    with workspace.units(Operation("test", "Thử")) as unit:
        unit.items.update(replace(unit.items.get(of[STRICT]), time_words="Hàng tháng"))
        unit.commit()
    ledger = workspace.queries.ledger(1)
    (row,), (granted,) = ledger.records[of[STRICT]], ledger.extensions[of[STRICT]]
    recording.settle_orphans(workspace, {row.id: "2025-09"}, {granted.id: None})
    ledger = workspace.queries.ledger(1)
    assert [one.occurrence for one in ledger.records[of[STRICT]]] == ["2025-09"]
    assert of[STRICT] not in ledger.extensions
    history.undo(workspace)
    assert [one.occurrence for one in workspace.queries.ledger(1).extensions[of[STRICT]]] == ["2025-Q4"]


def test_what_was_put_away_comes_back_from_the_bin(workspace):
    of = ids(workspace)
    updating.update(workspace, of[STANDING], "2025-Q3", None, "Đã phát")
    recording.extend(workspace, of[STRICT], "2025-Q4", date(2025, 12, 20), "Công văn 3/UBND")
    granted = workspace.queries.ledger(1).extensions[of[STRICT]][0].id
    updating.update(workspace, of[STANDING], "2025-Q3", None, "")
    recording.settle_orphans(workspace, {}, {granted: None})
    for entry in bin_service.entries(workspace):
        bin_service.restore(workspace, entry.kind, entry.id)
    ledger = workspace.queries.ledger(1)
    assert [row.words for row in ledger.updates[of[STANDING]]] == ["Đã phát"]
    assert [row.id for row in ledger.extensions[of[STRICT]]] == [granted]
    assert bin_service.entries(workspace) == []
    history.undo(workspace)
    assert [entry.title for entry in bin_service.entries(workspace)] == [f"{STANDING} – Quý III/2025"]


def test_a_value_emptied_and_typed_again_is_stored(workspace):
    """The key of a row in the bin is free again."""
    of = ids(workspace)
    for typed in ("60", "", "70"):
        measuring.measure(workspace, [(of["indicator"], "2025", typed)])
    for words in ("Đã họp", "", "Đã họp lại"):
        updating.update(workspace, of[QUARTERLY], "2025-Q3", None, words)
    measuring.detail_value(workspace, of["indicator"], "2025", {"mode": ValueMode.IN_PERIOD, "source": "Cổng"})
    (value,) = workspace.queries.indicator_values(1)[of["indicator"]]
    assert (str(value.amount), value.mode, value.source) == ("70", ValueMode.IN_PERIOD, "Cổng")
    assert [one.words for one in workspace.queries.ledger(1).updates[of[QUARTERLY]]] == ["Đã họp lại"]
