from __future__ import annotations

import pytest

from cchc_desktop.domain.changes import ChangeAction, EntityKind
from cchc_desktop.domain.history import LoggedChange
from cchc_desktop.services.history_words import TAKEN_AWAY, change_lines


class Names:
    """Knows what rows are called, as the history does."""

    def names(self, kind, ids):
        return {id_: f"{kind.value} {id_}" for id_ in ids}


def lines(action, before=None, after=None, kind=EntityKind.ITEM):
    return change_lines(Names(), [LoggedChange(kind, 5, action, before, after)])


def test_a_row_whose_creation_was_undone_is_not_purged():
    told = lines(ChangeAction.PURGE, before={"content": "Công khai", "time_words": "Quý III"})
    assert [(line.name, line.field, line.old, line.new) for line in told] == [("Công khai", TAKEN_AWAY, "", "")]


def test_a_purged_row_has_no_name_any_more():
    told = lines(ChangeAction.PURGE)
    assert [(line.name, line.field) for line in told] == [("(đã xóa hẳn)", "")]


@pytest.mark.parametrize("action", [ChangeAction.CREATE, ChangeAction.DELETE, ChangeAction.RESTORE])
def test_a_row_that_came_or_went_is_one_line(action):
    told = lines(action, after={"content": "Công khai", "note": "mới"})
    assert [(line.action, line.name, line.field) for line in told] == [(action, "Công khai", "")]


def test_changed_fields_are_told_in_a_fixed_order_and_unknown_ones_left_out():
    before = {"note": None, "content": "Cũ", "lead": [], "section_id": 1}
    after = {"note": "gấp", "content": "Mới", "lead": [{}], "section_id": 2}
    told = [(line.field, line.old, line.new) for line in lines(ChangeAction.UPDATE, before, after)]
    assert told == [("Lĩnh vực", "section 1", "section 2"), ("Nội dung", "Cũ", "Mới"), ("Ghi chú", "", "gấp")]


@pytest.mark.parametrize("members", [[2, 3], (2, 3)])
def test_members_of_a_group_are_named(members):
    told = lines(ChangeAction.UPDATE, {"member_ids": []}, {"member_ids": members}, EntityKind.AGENCY)
    assert [(line.old, line.new) for line in told] == [("", "agency 2; agency 3")]


def test_a_result_is_told_in_the_words_of_an_office():
    before = {"progress": "in_progress", "done_on": None, "counts_as_late": None, "evidence": [], "product": None}
    after = {"progress": "done", "done_on": "2025-09-10", "counts_as_late": False, "evidence": [4], "product": "Tờ"}
    told = lines(ChangeAction.UPDATE, before, after, EntityKind.RECORD)
    assert {line.name for line in told} == {"record 5"}
    assert [(line.field, line.old, line.new) for line in told] == [
        ("Sản phẩm đã giao", "", "Tờ"),
        ("Tiến độ", "Đang thực hiện", "Đã hoàn thành"),
        ("Ngày hoàn thành", "", "10/09/2025"),
        ("Tính là trễ hạn", "", "Không"),
        ("Minh chứng", "", "document 4"),
    ]


@pytest.mark.parametrize(
    ("kind", "field", "value", "label", "shown"),
    [
        (EntityKind.URGING, "means", "phone", "Hình thức", "Điện thoại"),
        (EntityKind.INDICATOR_VALUE, "verdict", "not_met", "Đánh giá", "Chưa đạt"),
        (EntityKind.INDICATOR_VALUE, "amount", "98.5", "Số liệu", "98.5"),
        (EntityKind.REPORTING_PERIOD, "locked_at", "2025-09-14T02:00:00.000000Z", "Khóa số liệu", "09:00 14/09/2025"),
        (EntityKind.REPORTING_PERIOD, "snapshot", {"done": 1}, "Số liệu đã khóa", "Có"),
        (EntityKind.DOCUMENT, "number", "15", "Số", "15"),
        (EntityKind.DOCUMENT, "sha256", "0f" * 32, "Tệp kèm theo", "Có"),
    ],
)
def test_fields_of_the_follow_up(kind, field, value, label, shown):
    (told,) = lines(ChangeAction.UPDATE, {field: None}, {field: value}, kind)
    assert (told.field, told.old, told.new) == (label, "", shown)
