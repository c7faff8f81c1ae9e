"""What a person is told is one truth: Tổng quan, the list of due dates, the table and the command line agree.

A plan on a real file, some results recorded at random, then read on several days through all four doors.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from datetime import date

import pytest

from cchc_desktop import wiring
from cchc_desktop.cli.main import main
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.followup.due_list import DueGroup
from cchc_desktop.domain.followup.records import Progress
from cchc_desktop.domain.followup.status import Status
from cchc_desktop.services import exchange, followup, recording
from cchc_desktop.services.exchange import ImportChoices
from cchc_desktop.services.overview import PRESSING, overview
from tests.services.followup_scene import half_year

DAYS = [
    date(2025, 7, 20),
    date(2025, 9, 9),
    date(2025, 9, 10),
    date(2025, 10, 12),
    date(2025, 12, 31),
    date(2026, 3, 1),
]


@pytest.fixture(params=range(3))
def stored(request, tmp_path, stock):
    """A file with a plan of which a third of the milestones has a result; return it with the plan's id."""
    path = wiring.data_file(tmp_path / "data" / "cchc.db")
    return path, stock.fill(path.parent, f"recorded {request.param}", lambda: _recorded_plan(path, request.param))


def _recorded_plan(path, seed):
    path.parent.mkdir()
    chance = random.Random(seed)
    with wiring.open_workspace(path) as workspace:
        plan_id = exchange.import_plan(workspace, half_year(), ImportChoices()).plan_id
        assert plan_id is not None
        status = followup.plan_status(workspace, plan_id, date(2025, 12, 31))
        for found in status.statuses.values():
            for one in found.milestones:
                if one.milestone.due is not None and chance.random() < 0.35:
                    _record(workspace, one.milestone, chance)
    return plan_id


def _record(workspace, milestone, chance) -> None:
    values = {"progress": Progress.DONE, "done_on": milestone.due.replace(day=chance.randint(1, 28))}
    try:
        recording.record(workspace, [(milestone.item_id, milestone.occurrence, values)])
    except InvalidInput:  # a day outside of what can be: that is another test's matter
        recording.record(workspace, [(milestone.item_id, milestone.occurrence, {"progress": Progress.IN_PROGRESS})])


@pytest.fixture
def told(stored, capsys):
    """Return what a command answers about the stored plan."""

    def answer(*arguments):
        assert main(["--db", str(stored[0]), *map(str, arguments), "--json"]) == 0
        return json.loads(capsys.readouterr().out)

    return answer


@pytest.mark.parametrize("day", DAYS)
def test_four_doors_lead_to_the_same_figures(stored, told, day):
    path, plan_id = stored
    by_status = told("status", plan_id, "--as-of", day.isoformat())
    by_due = [row for row in told("due", "--on", day.isoformat()) if row["plan_id"] == plan_id]
    with wiring.open_reading(path) as workspace:
        picture = followup.picture(workspace, day, shown=plan_id)
    seen = overview(picture, plan_id)
    assert seen is not None
    table = {item_id: str(found.status) for item_id, found in picture.plans[plan_id].status.statuses.items()}
    # table and command line: the status of each item
    assert {row["item_id"]: row["status"] for row in by_status["items"]} == table
    # Tổng quan and table: how many items have which status, and which of them press
    assert {str(one): seen.count(one) for one in Status if seen.count(one)} == Counter(table.values())
    assert Counter(str(one.status.status) for one in seen.pressing) == {
        status: count for status, count in Counter(table.values()).items() if Status(status) in PRESSING
    }
    # Tổng quan, list and command line: the milestones that are open, late ones first
    lines = followup.due_lines(picture, plan_id=plan_id)
    assert [(line.item.id, line.row.occurrence) for line in lines] == [
        (row["item_id"], row["occurrence"]) for row in by_due
    ]
    assert sum(len(seen.group(group)) for group in DueGroup) == len(by_due)
    assert [line.row.late_days for line in seen.group(DueGroup.OVERDUE)] == [
        row["late_days"] for row in by_due if row["late_days"]
    ]
    # areas and agencies
    for shares, rows in ((seen.areas, by_status["by_section"]), (seen.agencies, by_status["by_agency"])):
        figures = Counter((one.roll_up.total, one.roll_up.done, one.overdue) for one in shares)
        shown = [row for row in rows if row["total"] or row["overdue"]]
        assert figures == Counter((row["total"], row["done"], row["overdue"]) for row in shown)
        # what is late by area and by agency is what the due list has as late, sub-rows too
        assert sum(one.overdue for one in shares) == len({line.item.id for line in seen.group(DueGroup.OVERDUE)})
        assert sum(one.overdue for one in shares) == seen.count(Status.OVERDUE)
    assert (seen.total.done, str(seen.total.percentage)) == (
        by_status["total"]["done"], str(by_status["total"]["percentage"]),
    )  # fmt: skip
