from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop import wiring
from cchc_desktop.domain.areas import AreaCode
from cchc_desktop.domain.changes import Operation
from cchc_desktop.domain.draft import DraftItem, DraftPlan, DraftSection
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.items import ItemKind, ItemOrigin
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import DocumentRef, PlanKind, PlanState
from cchc_desktop.services import exchange, history, item_editing, plans
from cchc_desktop.services.copying import CopyChoices, copy_plan, take_over
from cchc_desktop.services.exchange import ImportChoices
from cchc_desktop.services.year_changes import year_places
from tests.services.samples import draft

EDIT = Operation("test", "Thử")
NEXT = CopyChoices("Kế hoạch năm 2027", Period(date(2027, 1, 1), date(2027, 12, 31)))


@pytest.fixture
def workspace(tmp_path):
    with wiring.open_workspace(tmp_path / "dữ liệu.db") as workspace:
        exchange.import_plan(workspace, draft(), ImportChoices())
        yield workspace


def outline(tree) -> list[tuple[int, str | None, str]]:
    return [
        (depth, item.number, item.content) for section in tree.sections for item, depth in tree.walk(section.id)
    ]


def copied(workspace, choices: CopyChoices = NEXT):
    plan_id, _ = copy_plan(workspace, 1, choices)
    return plans.open_plan(workspace, 1), plans.open_plan(workspace, plan_id)


def test_a_copy_holds_the_same_tasks_a_year_later(workspace):
    old, new = copied(workspace)
    assert outline(new) == outline(old)
    assert [section.title for section in new.sections] == [section.title for section in old.sections]
    first = new.roots(new.sections[0].id)[0]
    assert (first.time_words, new.schedule(first).due) == ("Quý IV/2027", (date(2027, 12, 31),))
    assert [link.words for link in first.coordinating] == ["Phòng Kinh tế", "Công an"]
    assert all(link.agency_id for link in first.coordinating)
    assert {item.continues_id for item in new.items.values()} == set(old.items)
    assert not {item.uid for item in new.items.values()} & {item.uid for item in old.items.values()}
    assert [row.text for row in new.indicators] == ["Tỷ lệ đúng hạn"]
    assert workspace.queries.check().problems == ()


def test_a_copy_is_a_draft_without_the_old_document(workspace):
    plan = plans.open_plan(workspace, 1).plan
    issued = replace(
        plan, state=PlanState.ISSUED, document=DocumentRef("Kế hoạch", "5/KH-UBND", date(2026, 1, 5)), signer_name="An"
    )
    plans.save_plan(workspace, issued)
    _, new = copied(workspace)
    assert (new.plan.state, new.plan.document, new.plan.kind) == (
        PlanState.DRAFT,
        DocumentRef("Kế hoạch"),
        PlanKind.ANNUAL,
    )
    assert new.plan.signer_name == "An"
    assert new.plan.form.title_block == ()


def test_chosen_tasks_come_along_and_are_counted_anew(workspace):
    old = plans.open_plan(workspace, 1)
    chosen = frozenset(item.id for item in old.items.values() if item.content in ("Rà soát thủ tục", "Công khai"))
    _, new = copied(workspace, replace(NEXT, carried=chosen, linked=False, indicators=False))
    assert outline(new) == [
        (0, "1", "Rà soát thủ tục"), (1, None, "Lập danh mục"), (1, None, "Lấy ý kiến"), (0, "2", "Công khai"),
    ]  # fmt: skip
    assert {item.continues_id for item in new.items.values()} == {None}
    assert new.indicators == ()


def test_what_arose_last_year_stands_in_the_new_plan(workspace):
    item = next(iter(plans.open_plan(workspace, 1).items.values()))
    with workspace.units(EDIT) as unit:
        unit.items.update(replace(unit.items.get(item.id), origin=ItemOrigin.ADDED, source_document="CV 12/UBND"))
        unit.commit()
    _, new = copied(workspace)
    assert {(one.origin, one.source_document) for one in new.items.values()} == {(ItemOrigin.ISSUED, None)}


def test_years_in_words_stay_until_a_person_has_ticked_them(workspace):
    item = next(iter(plans.open_plan(workspace, 1).items.values()))
    words = "Ban hành Kế hoạch năm 2026 theo Nghị quyết số 76/NQ-CP năm 2021, Quyết định ngày 05/01/2026"
    item_editing.edit_item(workspace, item.id, {"content": words, "product": "Kế hoạch năm 2026"})
    _, new = copied(workspace)
    first = next(one for one in new.items.values() if one.continues_id == item.id)
    assert (first.content, first.product) == (words, "Kế hoạch năm 2026")
    written_for = plans.open_plan(workspace, 1).plan.period
    offered = [place for place in year_places(new, written_for) if place.item.id == first.id and place.is_sure]
    assert [(place.field, place.proposal.new) for place in offered] == [
        ("content", "năm 2027"), ("product", "năm 2027"),
    ]  # fmt: skip


def test_a_copy_is_one_step_that_undo_takes_back(workspace):
    copied(workspace)
    history.undo(workspace)
    assert [plan.id for plan in plans.list_plans(workspace)] == [1]


def test_a_copy_needs_a_title(workspace):
    with pytest.raises(InvalidInput, match="tên"):
        copy_plan(workspace, 1, replace(NEXT, title=" "))


@pytest.fixture
def city(workspace) -> int:
    """A plan of the city: one area that ours has under other words, one that ours has not."""
    below = (DraftItem(ItemKind.SUB_ITEM, "Báo cáo của cấp xã"),)
    sections = (
        DraftSection("A", "Tài chính công", (DraftItem(ItemKind.TASK, "Công khai ngân sách cấp xã", number="7",
                     children=below), DraftItem(ItemKind.TASK, "Việc của sở", number="8"))),
        DraftSection("B", "Công tác khác", (DraftItem(ItemKind.TASK, "Khen thưởng cấp xã", number="9"),)),
    )  # fmt: skip
    result = exchange.import_plan(
        workspace, DraftPlan(title="Kế hoạch thành phố", period=NEXT.period, sections=sections), ImportChoices()
    )
    assert result.plan_id is not None
    return result.plan_id


def test_rows_of_a_superior_plan_go_where_they_belong(workspace, city):
    source = plans.open_plan(workspace, city)
    chosen = {item.id: item for item in source.items.values() if "cấp xã" in item.content and item.parent_id is None}
    take_over(workspace, city, chosen.keys(), 1)
    ours = plans.open_plan(workspace, 1)
    assert [section.title for section in ours.sections][-1] == "Công tác khác"
    finance = next(section for section in ours.sections if section.area is AreaCode.PUBLIC_FINANCE)
    assert [(item.number, item.content) for item, _ in ours.walk(finance.id)] == [
        ("3", "Công khai"), ("4", "Công khai ngân sách cấp xã"), (None, "Báo cáo của cấp xã"),
    ]  # fmt: skip
    carried = {item.carries_out_id for item in ours.items.values()} - {None}
    assert chosen.keys() < carried
    assert workspace.queries.check().problems == ()
    history.undo(workspace)
    assert len(plans.open_plan(workspace, 1).items) == 5


def test_taking_over_nothing_is_refused(workspace, city):
    with pytest.raises(InvalidInput, match="Chưa chọn"):
        take_over(workspace, city, (), 1)
