"""Where agencies are used, read for all plans at once: what the plans' trees say, in their order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop import wiring
from cchc_desktop.domain.agencies.uses import AgencyUse, UseRole
from cchc_desktop.domain.draft import DraftIndicator, DraftItem, DraftPlan, DraftSection
from cchc_desktop.domain.items import ItemKind, Place
from cchc_desktop.domain.periods import Period
from cchc_desktop.services import item_editing, moving, plans
from cchc_desktop.services.exchange import ImportChoices, import_plan

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
def workspace(tmp_path):
    with wiring.open_workspace(tmp_path / "dữ liệu.db") as workspace:
        yield workspace


def task(number, lead, others=None, children=()):
    return DraftItem(
        ItemKind.TASK, f"Việc {number}", number=number, lead_words=lead, coordinating_words=others, children=children
    )


def draft(title="Kế hoạch", period=YEAR):
    sections = (
        DraftSection("I", "Một", (task("1", "Công an; Đảng ủy", "Trạm Y tế", (task("1.1", "Phòng Kinh tế"),)),)),
        DraftSection("II", "Hai", (task("2", "Trạm Y tế"), task("3", None), task("4", "Đảng ủy", "Công an"))),
    )
    indicators = (DraftIndicator("Tỷ lệ", number="1", agency_words="Công an"),)
    return DraftPlan(title=title, period=period, sections=sections, indicators=indicators)


def told_by_trees(workspace):
    """Return the uses as the trees of all plans tell them."""
    found = []
    for plan in workspace.queries.plans():
        tree = workspace.queries.tree(plan.id)
        for item in (item for section in tree.sections for item, _ in tree.walk(section.id)):
            place = (plan.id, plan.title, item.id, None, item.ordinal or item.number or item.label or "", item.content)
            found += [AgencyUse(link.agency_id, *place, UseRole.LEAD, link.words) for link in item.lead]
            found += [AgencyUse(link.agency_id, *place, UseRole.COORDINATING, link.words) for link in item.coordinating]
        found += [
            AgencyUse(row.agency_id, plan.id, plan.title, None, row.id, row.number, row.text, UseRole.INDICATOR,
                      row.agency_words)
            for row in tree.indicators
        ]  # fmt: skip
    return found


def test_uses_are_those_of_the_trees_in_their_order(workspace):
    import_plan(workspace, draft(), ImportChoices())
    import_plan(workspace, draft("Kế hoạch sau", replace(YEAR, start=date(2027, 1, 1), end=date(2027, 12, 31))),
                ImportChoices())  # fmt: skip
    found = workspace.queries.agency_uses()
    assert len(found) == 16
    assert list(found) == told_by_trees(workspace)


def test_what_was_moved_stands_in_its_new_place(workspace):
    plan_id = import_plan(workspace, draft(), ImportChoices()).plan_id
    items = {item.content: item for item in workspace.queries.tree(plan_id).items.values()}
    moving.move_items(workspace, [items["Việc 4"].id], Place(items["Việc 1"].section_id))
    item_editing.edit_item(workspace, items["Việc 2"].id, {"lead_words": "Phòng Kinh tế"})
    assert list(workspace.queries.agency_uses()) == told_by_trees(workspace)


def test_what_was_deleted_names_no_one(workspace):
    plan_id = import_plan(workspace, draft(), ImportChoices()).plan_id
    other = import_plan(workspace, draft("Kế hoạch khác"), ImportChoices()).plan_id
    plans.delete_plan(workspace, plan_id)
    assert {use.plan_id for use in workspace.queries.agency_uses()} == {other}
