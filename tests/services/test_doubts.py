from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop import wiring
from cchc_desktop.domain.doubts import DoubtKind, Slip
from cchc_desktop.domain.items import ItemKind, WorkItem
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import Plan, PlanKind
from cchc_desktop.domain.schedule.model import Rule, ScheduleKind
from cchc_desktop.services import doubts, history

PLAN = Plan(
    "Kế hoạch CCHC năm 2026",
    PlanKind.ANNUAL,
    Period(date(2026, 1, 1), date(2026, 12, 31)),
    issuer="Ủy ban nhân dân phường Hoa Mai",
)
ITEM = WorkItem(plan_id=1, section_id=1, content="Rà soát", time_words="Quý I", product="Báo cáo của UBND phường")


@pytest.fixture
def workspace(tmp_path):
    with wiring.open_workspace(tmp_path / "dữ liệu.db") as workspace:
        yield workspace


def sentences(item, plan=PLAN):
    slips = (Slip("đơn vị sự ngành", "đơn vị sự nghiệp"),)
    return [(doubt.field, doubt.sentence) for doubt in doubts.doubts_of(item, plan, slips)]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        (
            {"product": "Báo cáo của UBND xã"},
            [("product", "Kế hoạch của phường nhưng ghi “UBND xã”. Giữ nguyên chữ.")],
        ),
        ({"content": "Rà rà soát soát"}, [("content", "Từ viết lặp: “Rà rà”. Giữ nguyên chữ."),
                                         ("content", "Từ viết lặp: “soát soát”. Giữ nguyên chữ.")]),
        (
            {"lead_words": "Các đơn vị sự ngành"},
            [("lead_words", "Ghi “đơn vị sự ngành”, có thể là “đơn vị sự nghiệp”. Giữ nguyên chữ.")],
        ),
        ({"time_words": None}, [("time_words", "Thời hạn để trống. Cần xác định ngày.")]),
        ({"time_words": None, "kind": ItemKind.OBJECTIVE}, []),
        (
            {"time_words": "Quý V/2026"},
            [("time_words", "Thời hạn “Quý V/2026”: không có quý 5. Cần xác định ngày.")],
        ),
        ({"time_words": "Quý V", "rules": (Rule(ScheduleKind.DEADLINE, due=date(2026, 5, 5)),)}, []),
        ({"time_words": "Quý I)"}, [("time_words", "Dấu ngoặc thừa hoặc thiếu: “Quý I)”. Giữ nguyên chữ.")]),
    ],
)  # fmt: skip
def test_doubts_of_an_item(changes, expected):
    assert sentences(replace(ITEM, **changes)) == expected


def test_the_level_is_told_by_the_title_where_no_issuer_is_named():
    plan = replace(PLAN, issuer=None, title="Kế hoạch CCHC của UBND xã An Bình")
    assert [field for field, _ in sentences(ITEM, plan)] == ["product"]


def test_a_key_belongs_to_item_field_and_words():
    doubtful = replace(ITEM, product="Báo cáo của UBND xã", note="Báo cáo của UBND xã")
    keys = {doubt.key for doubt in doubts.doubts_of(doubtful, PLAN)}
    assert len(keys) == 2
    assert {doubt.key for doubt in doubts.doubts_of(replace(doubtful, content="Khác"), PLAN)} == keys
    (changed,) = doubts.doubts_of(replace(ITEM, product="Các báo cáo của UBND xã"), PLAN)
    assert changed.key not in keys
    assert "UBND" not in changed.key


def test_time_words_not_understood_are_told_apart_from_typing_faults():
    kinds = [doubt.kind for doubt in doubts.doubts_of(replace(ITEM, time_words="Quý V (2026"), PLAN)]
    assert kinds == [DoubtKind.SCHEDULE, DoubtKind.BRACKETS]


def test_a_dismissed_doubt_stays_dismissed_until_raised_again(workspace):
    assert doubts.dismissed(workspace) == frozenset()
    doubts.dismiss(workspace, "a:product:1")
    doubts.dismiss(workspace, "b:note:2")
    assert not doubts.dismiss(workspace, "a:product:1"), "nothing new to store"
    assert doubts.dismissed(workspace) == {"a:product:1", "b:note:2"}
    doubts.raise_again(workspace, "b:note:2")
    assert doubts.dismissed(workspace) == {"a:product:1"}


def test_dismissing_is_undone_and_shows_no_key_in_the_log(workspace):
    changes = doubts.dismiss(workspace, "a:product:1")
    doubts.dismiss(workspace, "b:note:2")
    lines = history.details(workspace, changes.operation_id + 1)
    assert not any("note" in line.old + line.new for line in lines)
    history.undo(workspace)
    assert doubts.dismissed(workspace) == {"a:product:1"}
