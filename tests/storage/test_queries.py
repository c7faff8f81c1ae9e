from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date

import pytest

from cchc_desktop.domain.agencies.agency import Agency
from cchc_desktop.domain.errors import DamagedDatabase, NotFound, RefusedDatabase
from cchc_desktop.domain.indicators.indicator import Indicator
from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import DocumentRef, Plan, PlanKind, Section
from cchc_desktop.storage.sqlite_file import HEAD_VERSION
from tests.storage.conftest import EDIT, sample_plan


@pytest.fixture
def plan(store) -> Plan:
    """A plan with one section: a with a1 below it, and b; one indicator; one agency."""
    with store.units(EDIT) as unit:
        plan = unit.plans.add(sample_plan(document=DocumentRef("Kế hoạch", "05/KH-UBND", date(2025, 1, 10))))
        section = unit.sections.add(Section(plan.id, "Thể chế", number="I", sort_key="a"))
        a = unit.items.add(WorkItem(plan.id, section.id, "a", sort_key="n"))
        unit.items.add(WorkItem(plan.id, section.id, "a1", parent_id=a.id))
        unit.items.add(WorkItem(plan.id, section.id, "b", sort_key="m"))
        unit.indicators.add(Indicator(plan.id, "Tỷ lệ hồ sơ đúng hạn"))
        unit.agencies.add(Agency("Phòng Kinh tế", aliases=("P. Kinh tế",)))
        unit.commit()
    return plan


def test_plans_count_live_items_at_all_depths(store, plan):
    with store.units(EDIT) as unit:
        unit.items.delete(unit.items.of_plan(plan.id)[2].id)
        later = unit.plans.add(Plan("Năm sau", PlanKind.ANNUAL, Period(date(2026, 1, 1), date(2026, 12, 31))))
        unit.plans.delete(unit.plans.add(sample_plan("Bỏ")).id)
        unit.commit()
    found = [(line.id, line.items, line.document) for line in store.queries.plans()]
    assert found == [(later.id, 0, DocumentRef()), (plan.id, 2, plan.document)]


def test_tree_is_the_plan_with_everything_in_order(store, plan):
    tree = store.queries.tree(plan.id)
    (section,) = tree.sections
    walked = [(item.content, depth) for item, depth in tree.walk(section.id)]
    assert (tree.plan, walked) == (plan, [("b", 0), ("a", 0), ("a1", 1)])
    assert [indicator.text for indicator in tree.indicators] == ["Tỷ lệ hồ sơ đúng hạn"]


def test_a_missing_plan_is_told_in_vietnamese(store):
    with pytest.raises(NotFound, match="Không tìm thấy kế hoạch số 5"):
        store.queries.tree(5)


def test_agencies(store, plan):
    assert [(agency.name, agency.aliases) for agency in store.queries.agencies()] == [
        ("Phòng Kinh tế", ("P. Kinh tế",))
    ]


def test_a_sound_database_has_no_problems(store, plan):
    report = store.queries.check()
    assert report.problems == ()
    assert (report.schema_version, report.counts["item"], report.counts["operation"]) == (HEAD_VERSION, 3, 1)


@pytest.mark.parametrize(
    ("damage", "problem"),
    [
        ("UPDATE plan SET deleted_at = 'x'", "Phần số 1 thuộc kế hoạch đã bị xóa."),
        ("UPDATE plan SET deleted_at = 'x'", "Chỉ tiêu số 1 thuộc kế hoạch đã bị xóa."),
        ("UPDATE section SET deleted_at = 'x'", "Nhiệm vụ số 1 thuộc phần đã bị xóa."),
        ("UPDATE item SET deleted_at = 'x' WHERE id = 1", "Nhiệm vụ số 2 nằm dưới nhiệm vụ đã bị xóa."),
        ("UPDATE item SET parent_id = 2 WHERE id = 1", "Nhiệm vụ số 1 nằm trong một vòng cha con khép kín."),
        ("UPDATE item SET parent_id = 77 WHERE id = 2",
         "Dòng 2 của bảng item trỏ tới một dòng không có trong bảng item."),
        ("INSERT INTO plan SELECT 2, 'u', 1, NULL, title, kind, period_start, period_end, tracked_from, issuer, "
         "document_type, document_number, document_date, signer_capacity, signer_name, legal_bases, recipients, state, "
         "replaced_by_id, parent_plan_id, superior, numbering, form, indicator_form FROM plan; "
         "UPDATE item SET plan_id = 2 WHERE id = 3", "Nhiệm vụ số 3 nằm trong phần của kế hoạch khác."),
        ("INSERT INTO section SELECT 2, 'u', 1, NULL, plan_id, title, number, area, sort_key, NULL FROM section; "
         "UPDATE item SET section_id = 2 WHERE id = 2", "Nhiệm vụ số 2 nằm dưới nhiệm vụ của phần khác."),
    ],
)  # fmt: skip
def test_what_no_constraint_says_is_found(store, plan, database_path, damage, problem):
    with closing(sqlite3.connect(database_path)) as raw:
        raw.executescript(damage)
    assert problem in store.queries.check().problems


def test_a_damaged_page_is_reported_or_refused(store, plan, database_path):
    data = bytearray(database_path.read_bytes())
    data[8192:12288] = b"\xff" * 4096
    database_path.write_bytes(data)
    try:
        problems = store.queries.check().problems
    except RefusedDatabase as error:
        problems = (error.message,)
    assert any("hỏng" in problem for problem in problems)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE plan SET period_start = '2025-0x-01'",
        "UPDATE plan SET legal_bases = '[\"a'",
        "UPDATE plan SET form = '{}'",
        "UPDATE plan SET title = CAST(x'4bc3' AS TEXT)",
        "UPDATE item SET rules = '" + "[" * 5000 + "'",
    ],
)
def test_values_that_nothing_wrote_are_damage(store, plan, damage, database_path):
    store.connection.close()
    with closing(sqlite3.connect(database_path)) as raw:
        raw.execute("PRAGMA ignore_check_constraints = ON")
        raw.execute(damage)
        raw.commit()
    with pytest.raises(DamagedDatabase, match="hỏng"):
        store.queries.tree(plan.id)
