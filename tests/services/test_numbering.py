from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop import wiring
from cchc_desktop.domain.draft import DraftItem, DraftPlan, DraftSection
from cchc_desktop.domain.errors import AmendmentNeeded, InvalidInput
from cchc_desktop.domain.items import ItemKind, Place
from cchc_desktop.domain.numbering import NumberingScheme
from cchc_desktop.domain.plan import DocumentRef, Plan, PlanKind, PlanState
from cchc_desktop.services import exchange, history, item_editing, plans
from cchc_desktop.services.exchange import ImportChoices
from tests.services.samples import YEAR


def task(name: str, number: str | None, *below: DraftItem) -> DraftItem:
    return DraftItem(ItemKind.TASK if number or below else ItemKind.SUB_ITEM, name, number=number, children=below)


@pytest.fixture
def workspace(tmp_path):
    parts = (DraftItem(ItemKind.SUB_ITEM, "b1", number="2.1."), DraftItem(ItemKind.SUB_ITEM, "b2"))
    letters = (DraftItem(ItemKind.SUB_ITEM, "d1", number="a)"), DraftItem(ItemKind.SUB_ITEM, "d2", number="b)"))
    sections = (
        DraftSection("I", "Một", (task("a", "1."), task("b", "2.", *parts))),
        DraftSection("II", "Hai", (task("c", "3."), task("d", "4.", *letters))),
    )
    with wiring.open_workspace(tmp_path / "dữ liệu.db") as workspace:
        exchange.import_plan(workspace, DraftPlan(title="Thử", period=YEAR, sections=sections), ImportChoices())
        yield workspace


def printed(workspace) -> list[str | None]:
    tree = plans.open_plan(workspace, 1)
    return [item.number for section in tree.sections for item, _ in tree.walk(section.id)]


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        (NumberingScheme.CONTINUOUS, ["1.", "2.", "2.1.", None, "3.", "4.", "a)", "b)"]),
        (NumberingScheme.PER_SECTION, ["1.", "2.", "2.1.", None, "1.", "2.", "a)", "b)"]),
        (NumberingScheme.HIERARCHICAL, ["I.1.", "I.2.", "I.2.1.", None, "II.1.", "II.2.", "a)", "b)"]),
        (NumberingScheme.AS_PRINTED, ["1.", "2.", "2.1.", None, "3.", "4.", "a)", "b)"]),
    ],
)
def test_schemes_switch_live_and_back(workspace, scheme, expected):
    before = printed(workspace)
    plans.set_numbering(workspace, 1, scheme)
    assert printed(workspace) == expected
    assert plans.open_plan(workspace, 1).plan.numbering is scheme
    plans.set_numbering(workspace, 1, NumberingScheme.CONTINUOUS)
    assert printed(workspace) == before
    while history.next_steps(workspace).undo.kind == "plan.number":
        history.undo(workspace)
    assert printed(workspace) == before


def test_the_new_scheme_is_kept_when_rows_come_and_go(workspace):
    plans.set_numbering(workspace, 1, NumberingScheme.PER_SECTION)
    second = plans.open_plan(workspace, 1).sections[1].id
    item_editing.add_item(workspace, 1, Place(second), {"content": "mới"})
    assert printed(workspace) == ["1.", "2.", "2.1.", None, "1.", "2.", "3.", "a)", "b)"]


def test_issued_numbers_are_locked(workspace):
    plans.change_state(workspace, 1, PlanState.ISSUED, DocumentRef("Kế hoạch", "5/KH-UBND", date(2026, 1, 5)))
    tree = plans.open_plan(workspace, 1)
    assert (tree.plan.state, tree.plan.document.number) == (PlanState.ISSUED, "5/KH-UBND")
    with pytest.raises(AmendmentNeeded):
        plans.set_numbering(workspace, 1, NumberingScheme.PER_SECTION)
    plans.set_numbering(workspace, 1, NumberingScheme.CONTINUOUS)  # nothing changes
    plans.change_state(workspace, 1, PlanState.CLOSED)
    with pytest.raises(InvalidInput, match="Mở lại"):
        plans.set_numbering(workspace, 1, NumberingScheme.PER_SECTION)
    plans.change_state(workspace, 1, PlanState.ISSUED)
    assert plans.open_plan(workspace, 1).plan.document.number == "5/KH-UBND"
    history.undo(workspace)
    assert plans.open_plan(workspace, 1).plan.state is PlanState.CLOSED


def test_an_empty_plan_is_not_issued(workspace):
    plan_id, _ = plans.create_plan(workspace, Plan("Trống", PlanKind.ANNUAL, YEAR))
    with pytest.raises(InvalidInput, match="chưa có nhiệm vụ"):
        plans.change_state(workspace, plan_id, PlanState.ISSUED)
    assert replace(plans.open_plan(workspace, plan_id).plan).state is PlanState.DRAFT
