"""Small plans for the tests of the follow-up: items by their time words, trees, the transcribed reference plans."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import pytest

from cchc_desktop.domain.followup.ledger import Ledger
from cchc_desktop.domain.followup.milestones import ItemMilestones, item_milestones
from cchc_desktop.domain.items import AgencyLink, ItemKind, WorkItem
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import Plan, PlanKind, Section
from cchc_desktop.domain.plan_tree import PlanTree, build_tree

_STRUCTURED = Path(__file__).resolve().parents[4] / "shared" / "reference-plans" / "structured"

HALF = Period(date(2025, 7, 1), date(2025, 12, 31))
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


def plan(period: Period = HALF, tracked_from: date | None = None, *, superior: bool = False) -> Plan:
    return Plan("Kế hoạch", PlanKind.OTHER, period, id=1, tracked_from=tracked_from, superior=superior)


def task(words: str | None, item_id: int = 1, **details) -> WorkItem:
    values = {"plan_id": 1, "section_id": 1, "content": f"Nhiệm vụ {item_id}", **details}
    return WorkItem(id=item_id, time_words=words, sort_key=f"{item_id:06d}", **values)


def led_by(*agency_ids: int | None) -> tuple[AgencyLink, ...]:
    return tuple(AgencyLink(f"Cơ quan {number}", number) for number in agency_ids)


def milestones(words, period=HALF, *, ledger=None, as_of=date(2025, 9, 1), tracked_from=None, **details):
    found: ItemMilestones = item_milestones(
        task(words, **details), plan(period, tracked_from), ledger or Ledger(), as_of
    )
    return found


def tree(items: Iterable[WorkItem], of: Plan | None = None, sections: int = 1) -> PlanTree:
    heads = [Section(1, f"Lĩnh vực {number}", id=number, sort_key=f"{number:03d}") for number in range(1, sections + 1)]
    return build_tree(of or plan(), heads, items, ())


def reference_tree(name: str, tracked_from: date | None = None) -> tuple[PlanTree, Mapping[int, str]]:
    """Return a transcribed plan as a tree, and each item's label: 'II.3', a sub-row 'III.14a'."""
    path = _STRUCTURED / f"{name}.json"
    if not path.exists():
        pytest.skip("the reference plans are not here")
    data = json.loads(path.read_text("utf-8"))
    items: list[WorkItem] = []
    labels: dict[int, str] = {}

    def add(row, section, label, parent=None):
        details = {"section_id": section, "parent_id": parent, "kind": ItemKind.SUB_ITEM if parent else ItemKind.TASK}
        items.append(task(row["time"], len(items) + 1, **details))
        labels[len(items)] = label
        return len(items)

    for number, section in enumerate(data["sections"], 1):
        for row in section["items"]:
            label = f"{section['number']}.{row['number']}"
            above = add(row, number, label)
            for letter, sub in zip("abc", row["sub_items"], strict=False):
                add(sub, number, label + letter, above)
    period = Period(date.fromisoformat(data["period"]["start"]), date.fromisoformat(data["period"]["end"]))
    return tree(items, plan(period, tracked_from), len(data["sections"])), labels
