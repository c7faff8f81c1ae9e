from __future__ import annotations

from datetime import date

import pytest

from cchc_desktop.domain.items import AgencyLink, ItemKind, ItemOrigin, WorkItem
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import Plan, PlanKind, Section
from cchc_desktop.domain.plan_tree import build_tree
from cchc_desktop.ui.widgets.hits import hit_spans, spans_in_line
from cchc_desktop.ui.workbench.filters import Filters, choices_of, matching

TODAY = date(2026, 5, 20)
PLAN = Plan("Kế hoạch", PlanKind.ANNUAL, Period(date(2026, 1, 1), date(2026, 12, 31)), id=1)
SECTIONS = (Section(1, "Thể chế", id=1, uid="s1", number="I"), Section(1, "Thủ tục", id=2, uid="s2", number="II"))


def item(number, section=1, lead=None, with_=None, time=None, parent=None, origin=ItemOrigin.ISSUED, **links):
    return WorkItem(
        1, section, f"Việc {number}", id=number, sort_key=f"{number}", parent_id=parent, time_words=time, origin=origin,
        kind=ItemKind.SUB_ITEM if parent else ItemKind.TASK, **links,
        lead=(AgencyLink(f"Phòng {lead}", lead),) if lead else (),
        coordinating=(AgencyLink(f"Phòng {with_}", with_),) if with_ else (),
    )  # fmt: skip


TREE = build_tree(PLAN, SECTIONS, [
    item(1, lead=7, time="Trong tháng 5/2026"),
    item(2, lead=8, with_=7, time="Quý II/2026"),
    item(3, parent=2),
    item(4, section=2, lead=8, time="Thường xuyên", origin=ItemOrigin.ADDED),
    item(5, section=2, time="Trong tháng 1/2026"),
    item(6, section=2, parent=5, lead=8, time="Theo kế hoạch"),
    item(7, section=2, lead=8, time="Hằng tháng", continues_id=70, carries_out_id=71),
], ())  # fmt: skip


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(), None),
        (Filters(areas=frozenset({"s1"})), {1, 2, 3}),
        (Filters(areas=frozenset({"s1", "s2"})), {1, 2, 3, 4, 5, 6, 7}),
        (Filters(areas=frozenset({"gone"})), set()),
        (Filters(agencies=frozenset({"7"})), {1, 2, 3}),
        (Filters(agencies=frozenset({"8"})), {2, 3, 4, 6, 7}),
        (Filters(agencies=frozenset({"7"}), areas=frozenset({"s2"})), set()),
        (Filters(dues=frozenset({"this_month"})), {1, 7}),
        (Filters(dues=frozenset({"this_quarter"})), {1, 2, 3, 7}),
        (Filters(dues=frozenset({"past"})), {5}),
        (Filters(dues=frozenset({"standing", "undated"})), {4, 6}),
        (Filters(origins=frozenset({"added"})), {4}),
        (Filters(origins=frozenset({"issued", "added"})), {1, 2, 3, 4, 5, 6, 7}),
        (Filters(origins=frozenset({"continued"})), {7}),
        (Filters(origins=frozenset({"taken_over", "added"})), {4, 7}),
        (Filters(kinds=frozenset({"once"})), {1, 2, 3, 5}),
        (Filters(kinds=frozenset({"recurring", "standing"})), {4, 7}),
        (Filters(kinds=frozenset({"part"})), {3, 6}),
        (Filters(kinds=frozenset({"part", "standing"}), areas=frozenset({"s2"})), {4, 6}),
        (Filters(kinds=frozenset({"recurring"}), origins=frozenset({"added"})), set()),
    ],
)
def test_an_item_passes_when_every_chip_lets_it_through(filters, found):
    passed = matching(TREE, filters, TREE.schedule, TODAY)
    assert (passed if passed is None else set(passed)) == found


def test_choices_are_those_of_the_plan_in_order():
    assert choices_of("areas", TREE) == {"s1": "I Thể chế", "s2": "II Thủ tục"}
    assert choices_of("agencies", TREE, {8: "An ninh"}) == {"8": "An ninh", "7": "Phòng 7"}


@pytest.mark.parametrize(
    ("values", "filters"),
    [
        ({"areas": ["s1", "gone"], "dues": ["past", "never"]},
         Filters(areas=frozenset({"s1"}), dues=frozenset({"past"}))),
        ({"agencies": "7", "origins": [7, None, "added"]}, Filters(origins=frozenset({"added"}))),
        (None, Filters()),
        ([1, 2], Filters()),
    ],
)  # fmt: skip
def test_filters_come_back_as_far_as_the_plan_has_them(values, filters):
    assert Filters.from_json(values, TREE) == filters


def test_filters_survive_json():
    chosen = ({"s2"}, {"7", "8"}, {"undated"}, {"issued"}, {"part"})
    filters = Filters(*map(frozenset, chosen))
    assert Filters.from_json(filters.to_json(), TREE) == filters


@pytest.mark.parametrize(
    ("text", "pieces", "marked"),
    [
        ("Rà soát thủ tục, thu tục", ("thủ",), ["thủ"]),
        ("Hoà giải, hòa giải", ("hòa",), ["Hoà", "hòa"]),
        ("thống kê hệ thống", ("thống",), ["thống", "thống"]),
        ("an toàn, ban hành", ("an",), ["an"]),
        ("Thủ tục hành chính", ("thủ", "thủ tục"), ["Thủ tục"]),
        ("Thủ tục", (), []),
    ],
)
def test_pieces_are_marked_where_they_stand(text, pieces, marked):
    assert [text[start:end] for start, end in hit_spans(text, pieces)] == marked


@pytest.mark.parametrize(
    ("start", "line", "parts"),
    [(0, "Rà soát thủ", [(8, 11)]), (12, "tục hành…", [(0, 3)]), (20, "khác", []), (8, "thủ t…", [(0, 5)])],
)
def test_spans_are_cut_at_the_ends_of_lines(start, line, parts):
    assert spans_in_line(((8, 15),), start, line) == parts
