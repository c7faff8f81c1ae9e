"""A picture brought up to date is the picture that is worked out anew, whatever was written meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

from cchc_desktop import wiring
from cchc_desktop.domain.agencies.merging import living
from cchc_desktop.domain.changes import Changes, EntityKind, Operation
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.evidence.register import EvidenceDocument
from cchc_desktop.domain.followup.days_off import DayOff
from cchc_desktop.domain.followup.records import Progress, Urging, UrgingMeans
from cchc_desktop.domain.followup.status import StatusRules
from cchc_desktop.services import (
    agency_editing,
    bin,
    exchange,
    followup,
    followup_rules,
    history,
    item_editing,
    plans,
    recording,
    section_editing,
    updating,
)
from cchc_desktop.services.exchange import ImportChoices
from cchc_desktop.services.followup import FollowPicture
from cchc_desktop.services.followup_renewal import Since, renewed
from cchc_desktop.services.workspace import Workspace
from tests.services.followup_scene import JULY, STRICT, FollowUpScene, half_year

TODAY = date(2025, 9, 10)
BY = "12/QĐ-UBND ngày 09/9/2025"
TIMES = ("Hằng tháng", "Quý IV/2025", None)
Deed = Callable[[Workspace, int, int], Any]
"""A write: the workspace, a plan's id, and a number that chooses among what there is."""


def _item(workspace: Workspace, plan_id: int, number: int) -> int:
    ids = sorted(workspace.queries.tree(plan_id).items)
    return ids[number % len(ids)]


def _moment(workspace: Workspace, plan_id: int, number: int) -> tuple[int, str]:
    items = followup.plan_status(workspace, plan_id, TODAY).items
    one = items[number % len(items)]
    return one.item.id, one.milestones[number % len(one.milestones)].occurrence


def _record(workspace: Workspace, plan_id: int, number: int) -> Any:
    item_id, occurrence = _moment(workspace, plan_id, number)
    values: Any = {"progress": Progress.DONE, "done_on": date(2025, 9, 1 + number % 9)}
    if number % 3 == 0:
        values = {"progress": Progress.IN_PROGRESS, "result": f"Đợt {number}"}
    return recording.record(workspace, [(item_id, occurrence, values)])


def _merge(workspace: Workspace, plan_id: int, number: int) -> Any:
    ids = [agency.id for agency in living(workspace.queries.agencies())]
    return agency_editing.merge(workspace, ids[number % len(ids)], [ids[(number + 1) % len(ids)]])


def _settings(workspace: Workspace, plan_id: int, number: int) -> Any:
    return followup_rules.save_status_rules(workspace, StatusRules(soon_days=number % 60))


def _day_off(workspace: Workspace, plan_id: int, number: int) -> Any:
    with workspace.units(Operation("test", "Thử")) as unit:
        day = date(2025, 9, 1 + number % 30)
        if any(one.day == day for one in workspace.queries.days_off()):
            return Changes()
        unit.days_off.add(DayOff(day, "Nghỉ bù"))
        return unit.commit()


def _document(workspace: Workspace, plan_id: int, number: int) -> Any:
    with workspace.units(Operation("test", "Thử")) as unit:
        unit.documents.add(EvidenceDocument(f"Báo cáo {number}"))
        return unit.commit()


def _delete_section(workspace: Workspace, plan_id: int, number: int) -> Any:
    sections = workspace.queries.tree(plan_id).sections
    return section_editing.delete_section(workspace, sections[number % len(sections)].id, BY)


def _restore(workspace: Workspace, plan_id: int, number: int) -> Any:
    entries = bin.entries(workspace)
    entry = entries[number % len(entries)]
    return bin.restore(workspace, entry.kind, entry.id)


def _plan(workspace: Workspace, plan_id: int, number: int) -> Any:
    plan = workspace.queries.tree(plan_id).plan
    return plans.save_plan(workspace, replace(plan, tracked_from=date(2025, 7 + number % 3, 1)))


DEEDS: dict[str, Deed] = {
    "record": _record,
    "update": lambda workspace, plan_id, number: updating.update(
        workspace, _item(workspace, plan_id, number), "2025-Q3", None, f"Đang làm {number}" if number % 3 else ""
    ),
    "urge": lambda workspace, plan_id, number: updating.urge(
        workspace, [Urging(_item(workspace, plan_id, number), TODAY, UrgingMeans.PHONE)]
    ),
    "extend": lambda workspace, plan_id, number: recording.extend(
        workspace, *_moment(workspace, plan_id, number), date(2025, 12, 1 + number % 30), "CV 1", TODAY
    ),
    "drop": lambda workspace, plan_id, number: recording.drop(workspace, _item(workspace, plan_id, number), "Thôi"),
    "words": lambda workspace, plan_id, number: item_editing.edit_items(
        workspace, {_item(workspace, plan_id, number): {"time_words": TIMES[number % len(TIMES)]}}, BY
    ),
    "delete": lambda workspace, plan_id, number: item_editing.delete_items(
        workspace, [_item(workspace, plan_id, number)], BY
    ),
    "delete a section": _delete_section,
    "restore": _restore,
    "merge": _merge,
    "settings": _settings,
    "day off": _day_off,
    "document": _document,
    "the plan": _plan,
    "undo": lambda workspace, plan_id, number: history.undo(workspace),
    "redo": lambda workspace, plan_id, number: history.redo(workspace),
}


def carried_out(workspace: Workspace, plan_id: int, name: str, number: int) -> Changes | None:
    """Return what a deed changed, None where it is refused or there is nothing to do it to."""
    try:
        result = DEEDS[name](workspace, plan_id, number)
    except (CchcError, ZeroDivisionError):
        return None
    return result if isinstance(result, Changes) else result.changes


def test_every_deed_does_something():
    for name in DEEDS:
        scene = FollowUpScene(TODAY)
        recording.record(scene.workspace, [(scene.id(JULY), None, {"done_on": date(2025, 8, 2)})])
        item_editing.delete_items(scene.workspace, [scene.id(STRICT)], BY)
        if name == "redo":
            history.undo(scene.workspace)
        assert any(carried_out(scene.workspace, scene.plan_id, name, number) for number in range(8)), name


def run(workspace: Workspace, plan_ids: list[int], steps: list[tuple[str, int, bool]]) -> None:
    """Write, bring the picture up to date now and then, and compare it with one that is worked out anew."""
    known = followup.picture(workspace, TODAY, plan_ids[0])
    written: list[Changes] = []
    for name, number, looks in [*steps, ("document", 0, True)]:
        plan_id = plan_ids[number % len(plan_ids)]
        changes = carried_out(workspace, plan_id, name, number)
        if changes is not None:
            written.append(changes)
        if looks:
            known = looked(workspace, known, written, plan_ids[0])
            written.clear()


def looked(workspace: Workspace, known: FollowPicture, written: list[Changes], shown: int) -> FollowPicture:
    tree = plans.open_plan(workspace, shown)
    for trees in ({}, {shown: tree}):
        found = renewed(workspace, known, Since(tuple(written), trees=trees), shown)
        assert found == followup.picture(workspace, TODAY, shown)
    return found


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with wiring.open_workspace(tmp_path / "dữ liệu.db") as opened:
        for title in ("Một", "Hai"):
            exchange.import_plan(opened, half_year(), ImportChoices(title=title))
        yield opened


@pytest.mark.parametrize("seed", range(6))
def test_it_equals_the_whole_picture(workspace, seed):
    names = sorted(DEEDS)
    chosen = Random(seed)
    run(workspace, [1, 2], [(chosen.choice(names), chosen.randrange(40), place % 3 > 0) for place in range(16)])


def test_what_was_not_touched_stays_the_same_object(workspace):
    known = followup.picture(workspace, TODAY, 1)
    items = {item.content: item.id for item in known.plans[1].tree.items.values()}
    changes = recording.record(workspace, [(items[JULY], None, {"done_on": date(2025, 8, 2)})]).changes
    found = renewed(workspace, known, Since((changes,)), 1)
    assert found.plans[2] is known.plans[2]
    assert found.plans[1].tree is known.plans[1].tree
    same = {id_ for id_, one in found.plans[1].status.statuses.items() if one is known.plans[1].status.statuses[id_]}
    assert set(found.plans[1].status.statuses) - same == {items[JULY]}


def test_an_undone_result_is_gone(workspace):
    item_id = next(item.id for item in workspace.queries.tree(1).items.values() if item.content == JULY)
    changes = recording.record(workspace, [(item_id, None, {"done_on": date(2025, 8, 2)})]).changes
    known = followup.picture(workspace, TODAY, 1)
    back = history.undo_operation(workspace, changes.operation_id).changes
    assert back.ids(EntityKind.RECORD) and not workspace.queries.items_told_of(back)
    assert renewed(workspace, known, Since((back,)), 1) == followup.picture(workspace, TODAY, 1)
