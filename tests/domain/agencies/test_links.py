"""Links of a plan that name agencies which were merged."""

from __future__ import annotations

from datetime import date

from cchc_desktop.domain.agencies.links import with_heirs
from cchc_desktop.domain.indicators.indicator import Indicator
from cchc_desktop.domain.items import AgencyLink, WorkItem
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import Plan, PlanKind, Section
from cchc_desktop.domain.plan_tree import build_tree

PLAN = Plan("Kế hoạch", PlanKind.ANNUAL, Period(date(2026, 1, 1), date(2026, 12, 31)), id=1)


def tree():
    item = WorkItem(1, 1, "Việc", id=1, lead=(AgencyLink("Phòng A", 1), AgencyLink("Phòng B", 2)),
                    coordinating=(AgencyLink("ai đó"),))  # fmt: skip
    return build_tree(PLAN, [Section(1, "Mục", id=1)], [item], [Indicator(1, "Tỷ lệ", id=1, agency_id=2)])


def test_links_name_what_became_of_an_agency_and_keep_their_words():
    found = with_heirs(tree(), {2: 7})
    assert [(link.words, link.agency_id) for link in found.items[1].lead] == [("Phòng A", 1), ("Phòng B", 7)]
    assert (found.items[1].coordinating[0].agency_id, found.indicators[0].agency_id) == (None, 7)
    assert found.roots(1) == (found.items[1],)


def test_a_tree_that_names_no_merged_agency_stays_the_same_one():
    present = tree()
    assert with_heirs(present, {}) is present
    assert with_heirs(present, {9: 7}) is present
