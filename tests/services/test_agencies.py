"""Agencies on a real database: the list, where used, saving, merging as one undoable operation, suggestions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop import wiring
from cchc_desktop.domain.agencies.agency import Agency
from cchc_desktop.domain.agencies.likeness import Strength
from cchc_desktop.domain.agencies.merging import living
from cchc_desktop.domain.agencies.names import AgencyKind
from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.draft import DraftIndicator, DraftItem, DraftPlan, DraftSection
from cchc_desktop.domain.errors import InvalidInput, NotFound
from cchc_desktop.domain.items import ItemKind
from cchc_desktop.domain.office import OfficeProfile
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import DocumentRef
from cchc_desktop.services import agencies, agency_editing, exchange, history, item_editing, office, plans
from cchc_desktop.services import bin as bin_service
from cchc_desktop.services.agencies import UseRole
from cchc_desktop.services.exchange import ImportChoices

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
SPELLINGS = ("Ban thẩm định văn bản", "Ban TĐVB", "Ban thẩm định, văn bản phường", "Ban Thẩm định - văn bản")


@pytest.fixture
def workspace(tmp_path):
    with wiring.open_workspace(tmp_path / "dữ liệu.db") as workspace:
        yield workspace


def task(number, lead, coordinating=None):
    return DraftItem(ItemKind.TASK, f"Việc {number}", number=str(number), lead_words=lead,
                     coordinating_words=coordinating)  # fmt: skip


def import_rows(workspace, *items, indicators=(), issued=False, day=None):
    document = DocumentRef("Kế hoạch", "5/KH-UBND", day or date(2026, 1, 5)) if issued or day else DocumentRef()
    draft = DraftPlan(
        title="Kế hoạch năm 2026", period=YEAR, document=document,
        sections=(DraftSection("I", "Cải cách thể chế", tuple(items)),), indicators=tuple(indicators),
    )  # fmt: skip
    return exchange.import_plan(workspace, draft, ImportChoices()).plan_id


def add(workspace, name, **fields):
    return agency_editing.save_agency(workspace, Agency(name, **fields))[0]


def agency(workspace, id_):
    return next(row for row in workspace.queries.agencies() if row.id == id_)


def ids(workspace):
    return {line.agency.name: line.agency.id for line in agencies.list_agencies(workspace)}


@pytest.fixture
def spellings(workspace):
    """Four agencies that are one; the plan's rows name one each, in both roles, and an indicator."""
    found = [add(workspace, name) for name in SPELLINGS]
    import_rows(
        workspace,
        task(1, SPELLINGS[0], "Phòng Kinh tế"),
        task(2, f"{SPELLINGS[1]}; {SPELLINGS[3]}", SPELLINGS[2]),
        task(3, "Phòng Kinh tế", SPELLINGS[1]),
        indicators=(DraftIndicator("Tỷ lệ", number="1", agency_words=SPELLINGS[2]),),
        issued=True,
    )
    return found


# --- reading ---------------------------------------------------------------------------------------------------


def test_the_list_counts_rows_and_plans_in_vietnamese_order(workspace):
    import_rows(workspace, task(1, "Ủy ban nhân dân", "Đảng ủy"), task(2, "Đảng ủy", "Công an"))
    import_rows(
        workspace, task(1, "Đảng ủy"), indicators=(DraftIndicator("Tỷ lệ", number="2", agency_words="Công an"),)
    )
    lines = agencies.list_agencies(workspace)
    assert [(line.agency.name, line.lead, line.coordinating, line.indicators, line.plans) for line in lines] == [
        ("Công an", 0, 1, 1, 2), ("Đảng ủy", 2, 1, 0, 2), ("Ủy ban nhân dân", 1, 0, 0, 1),
    ]  # fmt: skip
    assert lines[0].uses == 2


def test_where_used_tells_row_role_and_words_as_written(workspace, spellings):
    centre = ids(workspace)["Phòng Kinh tế"]
    uses = agencies.where_used(workspace, centre)
    assert [(use.number, use.content, use.role, use.words) for use in uses] == [
        ("1", "Việc 1", UseRole.COORDINATING, "Phòng Kinh tế"),
        ("3", "Việc 3", UseRole.LEAD, "Phòng Kinh tế"),
    ]
    assert {use.plan_title for use in uses} == {"Kế hoạch năm 2026"}
    (indicator,) = (use for use in agencies.where_used(workspace, spellings[2]) if use.role is UseRole.INDICATOR)
    assert (indicator.number, indicator.content, indicator.words) == ("1", "Tỷ lệ", SPELLINGS[2])
    assert (indicator.item_id is None, indicator.indicator_id is None) == (True, False)


def test_where_an_unknown_agency_is_used_cannot_be_told(workspace):
    with pytest.raises(NotFound):
        agencies.where_used(workspace, 7)


# --- saving ----------------------------------------------------------------------------------------------------


def test_saving_trims_and_keeps_every_field(workspace):
    member = add(workspace, "Phòng A")
    id_ = add(
        workspace, "  Nhóm   phòng ", kind=AgencyKind.GROUP, short_name=" ", aliases=("Nhóm P", " Nhóm  P ", ""),
        member_ids=(member, member), valid_from=date(2025, 7, 1), head=" Bà Hoa ", contact="0225 1", note=" ghi ",
    )  # fmt: skip
    stored = agency(workspace, id_)
    assert (stored.name, stored.short_name, stored.aliases, stored.member_ids) == (
        "Nhóm phòng", None, ("Nhóm P",), (member,)
    )  # fmt: skip
    assert (stored.head, stored.contact, stored.note) == ("Bà Hoa", "0225 1", "ghi")
    assert {line.agency.name: line.groups for line in agencies.list_agencies(workspace)}["Phòng A"] == ("Nhóm phòng",)


def test_a_changed_name_remains_an_alias_and_an_import_knows_it(workspace):
    id_ = add(workspace, "Phòng Nội chính")
    agency_editing.save_agency(workspace, replace(agency(workspace, id_), name="Phòng Tổng hợp", head="Ông An"))
    assert agency(workspace, id_).aliases == ("Phòng Nội chính",)
    import_rows(workspace, task(1, "Phòng nội chính xã"))
    assert list(ids(workspace)) == ["Phòng Tổng hợp"]
    history.undo(workspace)
    history.undo(workspace)
    assert agency(workspace, id_).name == "Phòng Nội chính"


def test_members_stay_with_groups_only(workspace):
    member = add(workspace, "Phòng A")
    assert agency(workspace, add(workspace, "Phòng B", member_ids=(member,))).member_ids == ()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"name": "  .; "}, "Chưa có tên cơ quan"),
        ({"name": "phòng A xã"}, "đã là tên của cơ quan “Phòng A”"),
        ({"name": "Phòng C", "aliases": ("Phòng A",)}, "đã là tên của cơ quan “Phòng A”"),
        (
            {"name": "Phòng C", "valid_from": date(2026, 2, 1), "valid_to": date(2026, 1, 1)},
            "Ngày hết hiệu lực đứng trước",
        ),
        ({"name": "Nhóm C", "kind": AgencyKind.GROUP, "member_ids": (99,)}, "không còn trong danh sách"),
    ],
)
def test_what_cannot_be_stored_is_refused(workspace, fields, words):
    add(workspace, "Phòng A")
    with pytest.raises(InvalidInput, match=words):
        agency_editing.save_agency(workspace, Agency(**fields))


def test_a_namesake_of_another_time_is_no_second_one(workspace):
    old = add(workspace, "Phòng Kinh tế", valid_to=date(2025, 6, 30))
    new = add(workspace, "Phòng Kinh tế", valid_from=date(2025, 7, 1))
    assert [heir.id for heir in agencies.successors(workspace, old)] == [new]
    assert agencies.successors(workspace, new) == []
    assert agencies.suggestions(workspace) == ()


@pytest.mark.parametrize(("day", "expected"), [(date(2025, 6, 30), 0), (date(2025, 7, 1), 1)])
def test_an_import_names_the_agency_of_its_day(workspace, day, expected):
    both = [
        add(workspace, "Phòng Nội chính", valid_to=date(2025, 6, 30)),
        add(workspace, "Phòng Tổng hợp", valid_from=date(2025, 7, 1), aliases=("Phòng Nội chính",)),
    ]
    import_rows(workspace, task(1, "Phòng Nội chính"), day=day)
    assert [line.lead for id_ in both for line in agencies.list_agencies(workspace) if line.agency.id == id_] == [
        1 - expected, expected
    ]  # fmt: skip


def test_no_group_contains_itself(workspace):
    outer = add(workspace, "Nhóm ngoài", kind=AgencyKind.GROUP)
    inner = add(workspace, "Nhóm trong", kind=AgencyKind.GROUP, member_ids=(outer,))
    for members in ((outer,), (inner,)):
        with pytest.raises(InvalidInput, match="của chính nhóm đó"):
            agency_editing.save_agency(workspace, replace(agency(workspace, outer), member_ids=members))


# --- deleting --------------------------------------------------------------------------------------------------


def test_only_what_nothing_uses_is_deleted(workspace, spellings):
    spare = add(workspace, "Phòng thừa")
    member = add(workspace, "Phòng trong nhóm")
    add(workspace, "Nhóm", kind=AgencyKind.GROUP, member_ids=(member,))
    for id_ in (spellings[0], spellings[2], member):
        with pytest.raises(InvalidInput, match="còn được dùng"):
            agency_editing.delete_agencies(workspace, [spare, id_])
    agency_editing.delete_agencies(workspace, [spare])
    assert "Phòng thừa" not in ids(workspace)
    history.undo(workspace)
    assert ids(workspace)["Phòng thừa"] == spare


def test_a_deleted_agency_takes_what_was_merged_into_it(workspace):
    one, other = add(workspace, "Phòng A"), add(workspace, "Phòng B")
    agency_editing.merge(workspace, one, [other])
    agency_editing.delete_agencies(workspace, [one])
    assert workspace.queries.agencies() == []


# --- merging ---------------------------------------------------------------------------------------------------


def rows(workspace):
    tree = workspace.queries.tree(1)
    items = [
        (item.content, item.lead_words, item.coordinating_words, item.lead, item.coordinating, item.amended_by)
        for item in tree.items.values()
    ]
    return items, [(row.text, row.agency_words, row.agency_id) for row in tree.indicators]


def test_merging_moves_rows_and_keeps_every_word_as_one_undoable_operation(workspace, spellings):
    before, agencies_before = rows(workspace), list(workspace.queries.agencies())
    keep, *others = spellings
    changes = agency_editing.merge(workspace, keep, others)
    assert len(changes.ids(EntityKind.ITEM)) == 2
    items, (indicator,) = rows(workspace)
    assert indicator == ("Tỷ lệ", SPELLINGS[2], keep)
    for (*words, lead, coordinating, amended), (*old_words, old_lead, old_coordinating, _) in zip(
        items, before[0], strict=True
    ):
        assert words == old_words
        assert amended is None, "an issued plan's words did not change"
        for links, old in ((lead, old_lead), (coordinating, old_coordinating)):
            assert [link.words for link in links] == [link.words for link in old]
            assert not {link.agency_id for link in links} & set(others)
    line = next(line for line in agencies.list_agencies(workspace) if line.agency.id == keep)
    assert (line.lead, line.coordinating, line.indicators, line.plans) == (3, 2, 1, 1)
    assert line.agency.aliases == SPELLINGS[1:]
    assert history.next_steps(workspace).undo.title == f"Gộp 3 cách viết vào “{SPELLINGS[0]}”"
    history.undo(workspace)
    assert rows(workspace) == before
    after = [replace(row, row_version=1) for row in workspace.queries.agencies()]
    assert after == [replace(row, row_version=1) for row in agencies_before]


def test_a_later_import_knows_the_merged_spellings(workspace, spellings):
    agency_editing.merge(workspace, spellings[0], spellings[1:])
    plan_id = import_rows(workspace, *(task(n, words) for n, words in enumerate(SPELLINGS)))
    linked = {item.lead[0].agency_id for item in workspace.queries.tree(plan_id).items.values()}
    assert linked == {spellings[0]}


def test_merged_agencies_are_not_listed_and_have_the_name_of_what_they_became(workspace, spellings):
    one, two, three, four = spellings
    agency_editing.merge(workspace, two, [three])
    agency_editing.merge(workspace, one, [two, four])
    assert [row.id for row in living(workspace.queries.agencies()) if row.name in SPELLINGS] == [one]
    assert {agencies.agency_names(workspace)[id_] for id_ in spellings} == {SPELLINGS[0]}
    assert agency(workspace, three).merged_into_id == one
    assert set(agency(workspace, one).aliases) == set(SPELLINGS[1:])


def test_a_row_from_the_bin_that_names_a_merged_agency_counts_for_what_that_became(workspace, spellings):
    (item_id,) = (use.item_id for use in agencies.where_used(workspace, spellings[0]))
    deleted = item_editing.delete_items(workspace, [item_id], amendment="Quyết định số 9")
    agency_editing.merge(workspace, spellings[3], [spellings[0]])
    history.undo_operation(workspace, deleted.operation_id)
    assert [use.item_id for use in agencies.where_used(workspace, spellings[3])].count(item_id) == 1
    assert agencies.where_used(workspace, spellings[0]) == []


def test_what_the_kept_one_lacks_is_taken_from_the_others(workspace):
    keep = add(workspace, "Phòng A", contact="0225 1")
    other = add(workspace, "Phòng B", short_name="PB", head="Bà Hoa", contact="0225 2", note="Tầng 2")
    agency_editing.merge(workspace, keep, [other, keep], name=" Phòng A và B ")
    merged = agency(workspace, keep)
    assert (merged.name, merged.short_name, merged.aliases) == ("Phòng A và B", "PB", ("Phòng A", "Phòng B"))
    assert (merged.head, merged.contact, merged.note) == ("Bà Hoa", "0225 1", "Tầng 2")


def test_groups_follow_and_name_nobody_twice(workspace):
    one, two, three = (add(workspace, name) for name in ("Phòng A", "Phòng B", "Phòng C"))
    group = add(workspace, "Nhóm", kind=AgencyKind.GROUP, member_ids=(two, three, one))
    agency_editing.merge(workspace, one, [two])
    assert agency(workspace, group).member_ids == (one, three)
    history.undo(workspace)
    assert agency(workspace, group).member_ids == (two, three, one)


def test_a_group_merged_with_its_member_does_not_contain_itself(workspace):
    member, other = add(workspace, "Phòng A"), add(workspace, "Phòng B")
    group = add(workspace, "Nhóm", kind=AgencyKind.GROUP, member_ids=(member, other))
    agency_editing.merge(workspace, group, [member])
    assert agency(workspace, group).member_ids == (other,)


def test_a_merge_that_would_close_a_circle_of_groups_is_refused(workspace):
    low = add(workspace, "Nhóm dưới", kind=AgencyKind.GROUP)
    middle = add(workspace, "Nhóm giữa", kind=AgencyKind.GROUP, member_ids=(low,))
    top = add(workspace, "Nhóm trên", kind=AgencyKind.GROUP, member_ids=(middle,))
    with pytest.raises(InvalidInput, match="của chính nhóm đó"):
        agency_editing.merge(workspace, low, [top])
    assert agency(workspace, top).merged_into_id is None


def test_a_group_with_members_does_not_become_an_office(workspace):
    office_id = add(workspace, "Phòng A")
    group = add(workspace, "Nhóm", kind=AgencyKind.GROUP, member_ids=(office_id,))
    with pytest.raises(InvalidInput, match="Hãy giữ nhóm"):
        agency_editing.merge(workspace, office_id, [group])


@pytest.mark.parametrize("others", [[], [1]])
def test_one_alone_is_not_merged(workspace, others):
    add(workspace, "Phòng A")
    with pytest.raises(InvalidInput, match="ít nhất hai"):
        agency_editing.merge(workspace, 1, others)


def test_what_was_merged_is_not_merged_again(workspace):
    one, two, three = (add(workspace, name) for name in ("Phòng A", "Phòng B", "Phòng C"))
    agency_editing.merge(workspace, one, [two])
    with pytest.raises(InvalidInput, match="đã được gộp"):
        agency_editing.merge(workspace, three, [two])


# --- suggestions -----------------------------------------------------------------------------------------------


def test_one_decision_merges_what_is_suggested(workspace, spellings):
    (group,) = agencies.suggestions(workspace)
    assert set(group.ids) == set(spellings)
    assert group.strength is Strength.LIKELY
    agency_editing.merge(workspace, group.keep.id, group.ids[1:])
    assert agencies.suggestions(workspace) == ()


def test_the_survey_is_the_list_and_the_suggestions(workspace, spellings):
    found = agencies.survey(workspace)
    assert list(found.lines) == agencies.list_agencies(workspace)
    assert found.suggestions == agencies.suggestions(workspace)
    assert found.uses[spellings[1]] == agencies.where_used(workspace, spellings[1])


def test_told_apart_for_good_until_asked_again(workspace, spellings):
    (group,) = agencies.suggestions(workspace)
    changes = agency_editing.tell_apart(workspace, group.ids)
    assert agencies.suggestions(workspace) == ()
    assert not agency_editing.tell_apart(workspace, group.ids), "nothing new to store"
    agency_editing.suggest_again(workspace)
    assert len(agencies.suggestions(workspace)) == 1
    history.undo(workspace)
    assert agencies.suggestions(workspace) == ()
    history.undo_operation(workspace, changes.operation_id)
    assert len(agencies.suggestions(workspace)) == 1


def test_the_offices_own_place_is_taken_from_its_profile(workspace):
    add(workspace, "Hội Khuyến học")
    add(workspace, "Hội Khuyến học phường Hoa Mai")
    assert agencies.suggestions(workspace) == ()
    office.save_profile(workspace, OfficeProfile(name="Ủy ban nhân dân phường Hoa Mai"))
    assert len(agencies.suggestions(workspace)) == 1


# --- rows that come back ---------------------------------------------------------------------------------------


def test_a_row_out_of_the_bin_names_what_its_agency_became(workspace):
    one, two = add(workspace, "Phòng A"), add(workspace, "Phòng B")
    plan_id = import_rows(workspace, task(1, "Phòng A"), task(2, "Phòng B"))
    gone = next(item for item in workspace.queries.tree(plan_id).items.values() if item.content == "Việc 2")
    item_editing.delete_items(workspace, [gone.id])
    agency_editing.merge(workspace, one, [two])
    bin_service.restore(workspace, EntityKind.ITEM, gone.id)
    tree = plans.open_plan(workspace, plan_id)
    assert {link.agency_id for item in tree.items.values() for link in item.lead} == {one}
    assert [line.lead for line in agencies.list_agencies(workspace) if line.agency.id == one] == [2]
