from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite

from cchc_desktop.domain.first_look import FirstLook
from cchc_desktop.domain.items import AgencyLink, WorkItem
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import Plan, PlanKind, Section
from cchc_desktop.storage import first_look as door
from cchc_desktop.storage import selects, sqlite_file
from cchc_desktop.storage.first_look import first_look
from cchc_desktop.storage.sqlite_file import APPLICATION_ID
from cchc_desktop.storage.tables import indicator, item, plan, section
from tests.storage import strategies
from tests.storage.conftest import EDIT, OTHER_URL, sample_plan

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(OTHER_URL is not None, reason="the first look is at a SQLite file")

# ---------------------------------------------------------------- the statements

STATEMENTS = {
    "SUMMARIES": selects.summaries(),
    "PLAN": selects.plans(plan.c.id == 1),
    "SECTIONS": selects.sections(section.c.plan_id == 1),
    "ITEMS": selects.items(item.c.plan_id == 1),
    "LINKS": selects.links(item.c.plan_id == 1),
    "INDICATORS": selects.indicators(indicator.c.plan_id == 1),
}


def one_line(statement: object) -> str:
    """Return a statement without line breaks and without the quotes of names that are keywords elsewhere."""
    return " ".join(str(statement).replace('"', "").split())


@pytest.mark.parametrize("name", STATEMENTS)
def test_each_statement_is_what_sqlalchemy_makes_of_its_select(name):
    compiled = STATEMENTS[name].compile(dialect=sqlite.dialect(paramstyle="qmark"))
    assert one_line(getattr(door, name)) == one_line(compiled)


def test_no_statement_is_left_uncompared():
    names = {name for name in vars(door) if name.isupper() and not name.startswith("_")}
    assert names - {"HEAD_VERSION", "SMALL"} == set(STATEMENTS)


# ---------------------------------------------------------------- what it reads


@pytest.fixture
def plans(store) -> list[int]:
    """Two plans, the later one first in the chooser; the earlier one has a task in the bin."""
    with store.units(EDIT) as unit:
        earlier = unit.plans.add(sample_plan())
        part = unit.sections.add(Section(earlier.id, "Cải cách thể chế", sort_key="a"))
        task = unit.items.add(WorkItem(earlier.id, part.id, "Rà soát", lead=(AgencyLink("Công an xã"),)))
        unit.items.add(WorkItem(earlier.id, part.id, "Tổng hợp", parent_id=task.id))
        unit.items.delete(unit.items.add(WorkItem(earlier.id, part.id, "Bỏ")).id)
        later = unit.plans.add(Plan("Năm sau", PlanKind.ANNUAL, Period(date(2026, 1, 1), date(2026, 12, 31))))
        unit.plans.delete(unit.plans.add(sample_plan("Kế hoạch đã bỏ")).id)
        unit.commit()
    return [later.id, earlier.id]


def by_queries(store, plan_id: int | None) -> FirstLook:
    return FirstLook(store.queries.plans(), None if plan_id is None else store.queries.tree(plan_id))


def test_it_sees_what_the_queries_see(store, database_path, plans):
    _, earlier = plans
    look = first_look(database_path, earlier)
    assert look == by_queries(store, earlier)
    assert [line.items for line in look.plans] == [0, 2]
    assert {task.content for task in look.tree.items.values()} == {"Rà soát", "Tổng hợp"}


@pytest.mark.parametrize("preferred", [None, 3, 99], ids=["none", "in the bin", "unknown"])
def test_without_a_preferred_plan_the_first_is_shown(database_path, plans, preferred):
    look = first_look(database_path, preferred)
    assert [line.id for line in look.plans] == plans
    assert look.tree.plan.id == plans[0]


def test_a_database_without_plans_shows_none(database_path):
    assert first_look(database_path, None) == FirstLook([], None)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.data())
def test_both_doors_give_equal_entities(store, database_path, data):
    with store.units(EDIT) as unit:
        kept = unit.plans.add(data.draw(strategies.plans()))
        part = unit.sections.add(data.draw(strategies.sections(kept.id)))
        for task in data.draw(st.lists(strategies.items(kept.id, part.id), max_size=3)):
            unit.items.add(task)
        for target in data.draw(st.lists(strategies.indicators(kept.id), max_size=2)):
            unit.indicators.add(target)
        unit.commit()
    assert first_look(database_path, kept.id) == by_queries(store, kept.id)


# ---------------------------------------------------------------- what stands in the way


def header(path: Path, application_id: int, version: int) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(f"PRAGMA application_id={application_id}; PRAGMA user_version={version};")


def damage(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))


def damage_index(path: Path) -> None:
    """Empty the index over the sections' items, which the first look does not even read."""
    with closing(sqlite3.connect(path)) as raw:
        (root,) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'ix_item_parent_id'").fetchone()
    with path.open("r+b") as file:
        file.seek((root - 1) * 4096 + 3)
        file.write(b"\0\0")


def falsify(path: Path, change: str) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("PRAGMA ignore_check_constraints = ON")
        raw.execute(change)


OBSTACLES = {
    "missing": lambda path: path.unlink(),
    "empty": lambda path: path.write_bytes(b""),
    "a folder": lambda path: (path.unlink(), path.mkdir()),
    "text": lambda path: path.write_text("Kế hoạch " * 50, encoding="utf-8"),
    "of another program": lambda path: header(path, 7, 1),
    "newer": lambda path: header(path, APPLICATION_ID, 99),
    "older": lambda path: header(path, APPLICATION_ID, 0),
    "cut off": lambda path: path.write_bytes(path.read_bytes()[:5000]),
    "overwritten": damage,
    "broken JSON": lambda path: falsify(path, "UPDATE plan SET form = '{'"),
    "other JSON": lambda path: falsify(path, "UPDATE plan SET form = '[]'"),
    "JSON of another shape": lambda path: falsify(path, "UPDATE item SET rules = '[1]'"),
    "no date": lambda path: falsify(path, "UPDATE plan SET period_start = 'mai'"),
    "an unknown kind": lambda path: falsify(path, "UPDATE item SET kind = 'x'"),
    "a trigger": lambda path: falsify(path, "CREATE TRIGGER spy AFTER INSERT ON plan BEGIN DELETE FROM item; END"),
    "a damaged index": damage_index,
    "very large": lambda path: os.truncate(path, 41_000_000),
    "a missing table": lambda path: falsify(path, "DROP TABLE indicator"),
}


def everything_in(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in sorted(folder.iterdir()) if path.is_file()
    }


@pytest.mark.parametrize("name", OBSTACLES)
def test_an_obstacle_gives_none_and_leaves_the_file_as_it_is(store, database_path, plans, name):
    store.connection.close()
    OBSTACLES[name](database_path)
    before = everything_in(database_path.parent)
    assert first_look(database_path, plans[1]) is None
    assert everything_in(database_path.parent) == before


def test_a_writer_in_the_middle_is_not_waited_for(database_path, plans, monkeypatch):
    monkeypatch.setattr(sqlite_file, "BUSY_SECONDS", 3600.0)  # who waited would run into the test's time limit
    with closing(sqlite3.connect(database_path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert first_look(database_path, None) is None
        other.execute("ROLLBACK")
    assert first_look(database_path, None) is not None


def test_a_transaction_left_by_a_kill_is_left_to_the_opening(store, database_path, plans):
    store.connection.close()
    left = f"""
import os, sqlite3
raw = sqlite3.connect({str(database_path)!r}, isolation_level=None)
raw.execute("PRAGMA cache_size = 1")
raw.execute("BEGIN IMMEDIATE")
raw.execute("UPDATE plan SET title = 'x'")
for number in range(2000):
    raw.execute("INSERT INTO operation (title, kind, at, who) VALUES (?, '', '', '')", ("x" * 500,))
os._exit(9)
"""
    subprocess.run([sys.executable, "-c", left], check=False)
    before = everything_in(database_path.parent)
    assert f"{database_path.name}-journal" in before
    assert first_look(database_path, None) is None
    assert everything_in(database_path.parent) == before


def test_it_leaves_no_lock_and_no_handle(database_path, plans):
    first_look(database_path, None)
    with closing(sqlite3.connect(database_path, timeout=0, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        other.execute("ROLLBACK")
    assert database_path.rename(database_path.with_suffix(".moved")).exists()


# ---------------------------------------------------------------- what it loads

_ALONE = """
import sys
sys.modules["sqlalchemy"] = sys.modules["alembic"] = None
from pathlib import Path
from cchc_desktop.wiring import first_look
look = first_look(Path(sys.argv[1]), None)
print(len(look.plans), look.tree.plan.id)
print([name for name in sys.modules if name.endswith((".agency_names", ".tables", ".ports"))])
"""


def test_it_needs_no_sqlalchemy_and_no_more_of_ours_than_a_tree(database_path, plans):
    done = subprocess.run(
        [sys.executable, "-c", _ALONE, str(database_path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == [f"2 {plans[0]}", "[]"]
