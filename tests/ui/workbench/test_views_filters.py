from __future__ import annotations

from datetime import date

import pytest

from cchc_desktop.domain.areas import AreaCode
from cchc_desktop.domain.items import AgencyLink, WorkItem
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import Plan, PlanKind, Section
from cchc_desktop.domain.plan_tree import build_tree
from cchc_desktop.domain.views import ViewFilter
from cchc_desktop.ui.workbench.filters import Filters
from cchc_desktop.ui.workbench.views_filters import kept_filters, wanted_filters

PLAN = Plan("Kế hoạch", PlanKind.ANNUAL, Period(date(2026, 1, 1), date(2026, 12, 31)), id=1)
NAMES = {7: "Công an", 8: "Văn phòng"}


def tree_of(*sections, lead=7):
    items = [WorkItem(1, 1, "Việc", id=1, lead=(AgencyLink("Phòng", lead),))]
    return build_tree(PLAN, sections, items, ())


def section(id_, number, title, area=AreaCode.OTHER):
    return Section(1, title, id=id_, uid=f"s{id_}", number=number, area=area)


ONE = tree_of(
    section(1, "I", "Cải cách thể chế", AreaCode.INSTITUTIONS),
    section(2, "II", "Thi hành pháp luật", AreaCode.PROCEDURES),
    section(3, "III", "Một cửa", AreaCode.PROCEDURES),
    section(4, "IV", "Việc khác"),
)
OTHER = tree_of(
    section(11, "2", "Xây dựng thể chế", AreaCode.INSTITUTIONS),
    section(12, "5", "Một cửa", AreaCode.PROCEDURES),
    lead=8,
)


@pytest.mark.parametrize(
    ("chosen", "kept"),
    [
        ({"s1"}, ("institutions",)),
        ({"s2"}, ("II Thi hành pháp luật",)),
        ({"s4", "s1"}, ("institutions", "IV Việc khác")),
    ],
)
def test_areas_are_kept_by_code_or_where_it_says_too_little_by_heading(chosen, kept):
    assert kept_filters(Filters(areas=frozenset(chosen)), ONE) == (ViewFilter("areas", kept),)


@pytest.mark.parametrize(
    "filters",
    [
        Filters(),
        Filters(areas=frozenset({"s2", "s4"}), dues=frozenset({"past"}), kinds=frozenset({"part", "once"})),
        Filters(agencies=frozenset({"7"}), origins=frozenset({"added"})),
    ],
)
def test_what_is_kept_comes_back_in_its_plan(filters):
    assert wanted_filters(kept_filters(filters, ONE), ONE, NAMES) == (filters, ())


@pytest.mark.parametrize(
    ("chosen", "found", "missing"),
    [
        ({"s1"}, {"s11"}, ()),
        ({"s3"}, {"s12"}, ()),
        ({"s3", "s4"}, {"s12"}, ("IV Việc khác",)),
        ({"s2"}, set(), ("II Thi hành pháp luật",)),
    ],
)
def test_another_plan_has_its_own_sections(chosen, found, missing):
    kept = kept_filters(Filters(areas=frozenset(chosen)), ONE)
    assert wanted_filters(kept, OTHER, NAMES) == (Filters(areas=frozenset(found)), missing)


@pytest.mark.parametrize(
    ("kept", "missing"),
    [
        (ViewFilter("agencies", ("7",)), ("Công an",)),
        (ViewFilter("agencies", ("99", "phong van hoa")), ("99", "phong van hoa")),
        (ViewFilter("areas", ("civil_service",)), ("Cải cách chế độ công vụ",)),
        (ViewFilter("dues", ("some day",)), ()),
        (ViewFilter("weather", ("rain",)), ()),
    ],
)
def test_what_a_plan_does_not_have_is_left_out_and_named(kept, missing):
    assert wanted_filters((kept,), OTHER, NAMES) == (Filters(), missing)
