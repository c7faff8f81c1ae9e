from __future__ import annotations

import os
import random
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from cchc_desktop.domain.agencies.agency import Agency
from cchc_desktop.domain.errors import Cancelled, CannotWrite
from cchc_desktop.domain.indicators.indicator import Indicator
from cchc_desktop.domain.items import AgencyLink, WorkItem
from cchc_desktop.domain.plan import Section
from cchc_desktop.storage import check, migrate
from cchc_desktop.storage.engine import SingleConnection, make_engine, sqlite_url
from cchc_desktop.storage.queries import SqlPlanQueries
from cchc_desktop.storage.salvaging.pages import LEAF_TABLE, SqlitePages
from cchc_desktop.storage.salvaging.references import PLAN_TITLE, SECTION_TITLE
from cchc_desktop.storage.salvaging.salvage import salvage
from cchc_desktop.storage.unit_of_work import unit_of_work_factory
from tests.storage.conftest import EDIT, SetClock, sample_plan

ROUNDS = int(os.environ.get("CCHC_DAMAGES", "12"))
ITEMS = 150
TABLES = ("plan", "section", "item", "item_agency", "agency", "agency_alias", "indicator", "operation", "change")
PAGE = 4096


@pytest.fixture(scope="module")
def sound(tmp_path_factory) -> Path:
    """A database of one plan with items, links, edits, a deletion and one text that fills several pages."""
    path = tmp_path_factory.mktemp("sound") / "cchc.db"
    migrate.create(path)
    connection = SingleConnection(make_engine(sqlite_url(path)))
    units = unit_of_work_factory(connection, SetClock(), "Nguyễn Văn Đức")
    with units(EDIT) as unit:
        agency = unit.agencies.add(Agency("Công an xã", aliases=("CAX",)))
        plan = unit.plans.add(sample_plan())
        parts = [unit.sections.add(Section(plan.id, f"Phần {number}", sort_key=f"a{number}1")) for number in range(4)]
        unit.indicators.add(Indicator(plan.id, "Tỷ lệ hồ sơ trực tuyến"))
        unit.commit()
    items = []
    for start in range(0, ITEMS, 50):
        with units(EDIT) as unit:
            for number in range(start, start + 50):
                links = (AgencyLink("Công an xã", agency.id), AgencyLink("Văn phòng"))
                content = f"Rà soát văn bản số {number} " * (400 if number == 7 else 6)
                task = WorkItem(plan.id, parts[number % 4].id, content, sort_key=f"b{number:03d}1", lead=links)
                items.append(unit.items.add(task))
            unit.commit()
    with units(EDIT) as unit:
        unit.items.update(replace(items[3], content="Đã sửa"))
        unit.items.add(WorkItem(plan.id, parts[0].id, "Việc con", parent_id=items[0].id))
        unit.items.delete(items[5].id)
        unit.commit()
    connection.close()
    return path


@pytest.fixture
def damaged(sound, tmp_path) -> Path:
    return Path(shutil.copyfile(sound, tmp_path / "cchc.db"))


@pytest.fixture
def save(tmp_path, clock):
    def run(damaged: Path, **options):
        return salvage(damaged, tmp_path / "saved.db", clock=clock, who="Đức", **options)

    return run


def rows(path: Path, table: str) -> dict[object, tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as raw:
        names = [line[1] for line in raw.execute(f"PRAGMA table_info({table})") if line[1] != "row_version"]
        found = raw.execute(f"SELECT {', '.join(chr(34) + name + chr(34) for name in names)} FROM {table}").fetchall()
    return {row[:3] if table in ("item_agency", "agency_alias") else row[0]: row for row in found}


def problems(path: Path) -> tuple[str, ...]:
    """Return what the check finds, after every plan was opened."""
    connection = SingleConnection(make_engine(sqlite_url(path), read_only=True))
    queries = SqlPlanQueries(connection)
    for plan in queries.plans():
        queries.tree(plan.id)
    with connection.reading() as reader:
        found = check.check(reader).problems
    connection.close()
    return found


def overwrite(path: Path, page: int, noise: random.Random, start: int = 0, length: int = PAGE) -> None:
    with path.open("r+b") as file:
        file.seek((page - 1) * PAGE + start)
        file.write(noise.randbytes(length))


def root_of(path: Path, name: str) -> int:
    with closing(sqlite3.connect(path)) as raw:
        return raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,)).fetchone()[0]


def pages_of_items(path: Path) -> dict[int, int]:
    """Return the page on which each item's row begins; rows that go on elsewhere are left out."""
    with path.open("rb") as file:
        pages = SqlitePages(file)
        leaves = [page for page in pages.tree(root_of(path, "item")) if pages.kind(page) == LEAF_TABLE]
        return {
            cell.rowid: page
            for page in leaves
            for cell in pages.cells(page)[0]
            if sum(len(str(value).encode()) for value in cell.values) < 3000
        }


# ---------------------------------------------------------------- what comes back


def test_nothing_of_a_sound_file_is_lost(sound, damaged, save):
    saved = save(damaged)
    for table in TABLES:
        assert rows(saved.file, table) == rows(sound, table), table
    assert (set(saved.lost.values()), saved.problems) == ({0}, ())
    assert (problems(saved.file), damaged.read_bytes()) == ((), sound.read_bytes())


@pytest.mark.parametrize("name", ["item", "change", "operation", "plan", "item_agency", "ix_item_plan_id", "section"])
def test_a_destroyed_root_hides_nothing_that_the_log_or_the_leaves_know(sound, damaged, save, name):
    overwrite(damaged, root_of(sound, name), random.Random(1))
    before = damaged.read_bytes()
    saved = save(damaged)
    assert problems(saved.file) == ()
    assert damaged.read_bytes() == before
    for table in ("plan", "section", "item", "indicator"):
        if name not in ("plan", "section") or table == name:
            assert rows(saved.file, table).keys() >= rows(sound, table).keys()
    assert rows(saved.file, "item") == rows(sound, "item")


def test_a_destroyed_first_page_hides_nothing(sound, damaged, save):
    overwrite(damaged, 1, random.Random(2))
    saved = save(damaged)
    assert problems(saved.file) == ()
    for table in ("plan", "section", "item", "indicator", "agency", "item_agency", "operation", "change"):
        assert rows(saved.file, table).items() >= rows(sound, table).items(), table


def test_a_flipped_letter_is_put_right_by_the_log(sound, damaged, save):
    content = damaged.read_bytes()
    words = "Rà soát văn bản số 11 ".encode()
    damaged.write_bytes(content.replace(words, words.replace(b"n b", b"m b")))
    with closing(sqlite3.connect(damaged)) as raw:
        raw.executescript("DELETE FROM change WHERE 0")  # still a readable file
    saved = save(damaged)
    assert problems(saved.file) == ()
    assert len(rows(saved.file, "item")) == len(rows(sound, "item"))


def test_a_flipped_letter_in_a_row_alone(sound, damaged, save):
    with closing(sqlite3.connect(damaged)) as raw, raw:
        raw.execute("UPDATE item SET content = 'Rà soát vẩn bản' WHERE id = 20")
    assert rows(save(damaged).file, "item") == rows(sound, "item")


def test_without_a_log_the_leaves_are_enough(sound, damaged, save):
    forget_log(damaged)
    overwrite(damaged, root_of(sound, "item"), random.Random(4))
    saved = save(damaged)
    assert problems(saved.file) == ()
    assert rows(saved.file, "item") == rows(sound, "item")
    assert rows(saved.file, "item_agency") == rows(sound, "item_agency")


def test_without_a_log_what_is_lost_is_counted(sound, damaged, save):
    forget_log(damaged)
    page = pages_of_items(sound)[20]
    overwrite(damaged, page, random.Random(5))
    saved = save(damaged)
    gone = rows(sound, "item").keys() - rows(saved.file, "item").keys()
    assert (20 in gone, saved.lost["item"], problems(saved.file)) == (True, len(gone), ())


@pytest.mark.parametrize("has_log", [True, False], ids=["with its log", "without a log"])
@pytest.mark.parametrize("seed", range(ROUNDS))
def test_random_damage(sound, damaged, save, seed, has_log):
    noise = random.Random(seed)
    if not has_log:
        forget_log(damaged)
    count = sound.stat().st_size // PAGE
    hit = {noise.randint(1, count) for _ in range(noise.randint(1, count // 6))}
    for page in hit:
        length = noise.choice([1, 16, 200, PAGE])
        overwrite(damaged, page, noise, noise.randint(0, PAGE - length), length)
    before = damaged.read_bytes()
    saved = save(damaged)
    assert damaged.read_bytes() == before
    assert problems(saved.file) == ()
    expected, found = rows(sound, "item"), rows(saved.file, "item")
    names = [name for name in column_names(sound, "item") if name not in ("row_version", "plan_id", "section_id")]
    for id_, page in pages_of_items(sound).items():
        if page not in hit:
            assert content_of(found[id_], names, sound) == content_of(expected[id_], names, sound), id_


def column_names(path: Path, table: str) -> list[str]:
    with closing(sqlite3.connect(path)) as raw:
        return [line[1] for line in raw.execute(f"PRAGMA table_info({table})")]


def content_of(row: tuple[object, ...], names: list[str], path: Path) -> dict[str, object]:
    """Return what a row says for itself; what refers to a lost row is moved, and links may lie on other pages."""
    columns = [name for name in column_names(path, "item") if name != "row_version"]
    values = dict(zip(columns, row, strict=True))
    return {name: values[name] for name in names if name not in ("parent_id", "search_text", "uid")}


# ---------------------------------------------------------------- lost holders


def forget_log(path: Path, *statements: str) -> None:
    """Take the log away, as its retention does, and then rows of their own."""
    with closing(sqlite3.connect(path)) as raw, raw:
        for statement in ("DELETE FROM change", "DELETE FROM operation", *statements):
            raw.execute(statement)


def test_items_of_a_lost_section_are_seen(damaged, save):
    forget_log(damaged, "DELETE FROM section WHERE id = 2")
    saved = save(damaged)
    assert problems(saved.file) == ()
    with closing(sqlite3.connect(saved.file)) as raw:
        query = "SELECT count(*) FROM item i JOIN section s ON s.id = i.section_id WHERE s.title = ?"
        assert raw.execute(query, (SECTION_TITLE,)).fetchone()[0] == ITEMS // 4 + (ITEMS % 4 > 1)
    assert any("mất phần" in line for line in saved.problems)


def test_what_belongs_to_a_lost_plan_is_seen(damaged, save):
    forget_log(damaged, "DELETE FROM plan")
    saved = save(damaged)
    assert problems(saved.file) == ()
    with closing(sqlite3.connect(saved.file)) as raw:
        assert raw.execute("SELECT title FROM plan").fetchall() == [(PLAN_TITLE,)]
        assert raw.execute("SELECT count(*) FROM item").fetchone()[0] == ITEMS + 1
    assert saved.lost["item"] == 0


MENDED = {
    "an unknown kind": "UPDATE item SET kind = 'x' WHERE id = 9",
    "rules of another shape": "UPDATE item SET rules = '[1]' WHERE id = 9",
    "broken JSON": "UPDATE plan SET form = '{'",
    "JSON of another shape": "UPDATE plan SET form = '[]', recipients = '[1]'",
    "no dates": "UPDATE plan SET period_start = 'mai', document_date = 'mốt'",
    "a period turned round": "UPDATE plan SET period_start = '2030-01-01'",
    "a circle": "UPDATE item SET parent_id = CASE id WHEN 8 THEN 9 ELSE 8 END, section_id = 1 WHERE id IN (8, 9)",
    "a parent in another section": "UPDATE item SET parent_id = 2 WHERE id = 9",
    "a deleted section": "UPDATE section SET deleted_at = '2025-01-01T00:00:00.000000Z'",
    "a deleted plan": "UPDATE plan SET deleted_at = '2025-01-01T00:00:00.000000Z'",
    "a lost agency": "DELETE FROM agency",
    "a uid twice": "UPDATE item SET uid = (SELECT uid FROM item WHERE id = 8) WHERE id = 9",
}


@pytest.mark.parametrize("name", MENDED)
def test_what_cannot_be_is_mended(damaged, save, name):
    with closing(sqlite3.connect(damaged)) as raw:
        raw.execute("PRAGMA ignore_check_constraints = ON")
        raw.execute("PRAGMA writable_schema = ON")
        raw.execute("UPDATE sqlite_schema SET sql = replace(sql, 'CONSTRAINT uq_item_uid UNIQUE (uid)', 'CHECK (1)')")
        raw.execute("DELETE FROM sqlite_schema WHERE name = 'sqlite_autoindex_item_1'")
        raw.commit()
    forget_log(damaged)
    with closing(sqlite3.connect(damaged)) as raw, raw:
        raw.execute("PRAGMA ignore_check_constraints = ON")
        raw.execute(MENDED[name])
    saved = save(damaged)
    assert problems(saved.file) == ()
    assert len(rows(saved.file, "item")) == ITEMS + 1


# ---------------------------------------------------------------- the log, ids, versions


def test_the_rest_of_a_broken_log_is_kept_and_agrees_with_the_rows(sound, damaged, save):
    with closing(sqlite3.connect(damaged)) as raw, raw:
        raw.execute("UPDATE operation SET title = 'Khác' WHERE id = 2")
    saved = save(damaged)
    assert problems(saved.file) == ()
    assert rows(saved.file, "operation").keys() == rows(sound, "operation").keys() - {2}
    assert saved.lost["operation"] == 1
    assert rows(saved.file, "item") == rows(sound, "item")


def test_what_a_broken_operation_told_brings_a_lost_row_back(sound, damaged, save):
    with closing(sqlite3.connect(damaged)) as raw, raw:
        raw.execute("DELETE FROM item_agency WHERE item_id = 20")
        raw.execute("DELETE FROM item WHERE id = 20")
        raw.execute("DELETE FROM change WHERE entity = 'item' AND entity_id = 21")
    saved = save(damaged)
    assert (problems(saved.file), saved.lost["item"], saved.lost["operation"]) == ((), 0, 1)
    assert rows(saved.file, "item") == rows(sound, "item")


def test_links_that_are_lost_come_back_from_a_broken_log(sound, damaged, save):
    with closing(sqlite3.connect(damaged)) as raw, raw:
        raw.execute("DELETE FROM item_agency WHERE item_id = 20 AND position = 0")
        raw.execute("DELETE FROM change WHERE entity = 'item' AND entity_id = 21")
    saved = save(damaged)
    assert problems(saved.file) == ()
    assert rows(saved.file, "item_agency") == rows(sound, "item_agency")


def test_ids_are_not_used_again(damaged, save):
    with closing(sqlite3.connect(damaged)) as raw, raw:
        raw.execute("UPDATE sqlite_sequence SET seq = 900 WHERE name = 'item'")
    with closing(sqlite3.connect(save(damaged).file)) as raw:
        assert raw.execute("SELECT seq FROM sqlite_sequence WHERE name = 'item'").fetchone() == (900,)


def test_a_file_of_the_first_schema(sound, tmp_path, save):
    older = tmp_path / "older.db"
    migrate.upgrade(older, 1)
    with closing(sqlite3.connect(older)) as raw, raw:
        raw.execute(f"ATTACH '{sound}' AS sound")
        for table in ("plan", "section", "item", "agency", "item_agency", "change", "operation", "indicator"):
            names = ", ".join(f'"{name}"' for name in column_names(older, table))
            raw.execute(f"INSERT INTO {table} ({names}) SELECT {names} FROM sound.{table}")
    overwrite(older, root_of(older, "item"), random.Random(3))
    saved = save(older)
    assert problems(saved.file) == ()
    assert rows(saved.file, "item") == rows(sound, "item")


def test_a_transaction_left_by_a_kill_is_not_saved(sound, damaged, save):
    journal = damaged.with_name(f"{damaged.name}-journal")
    with closing(sqlite3.connect(damaged, isolation_level=None)) as raw:
        raw.execute("PRAGMA cache_size = 1")
        raw.execute("BEGIN")
        raw.execute("UPDATE item SET content = 'nửa chừng'")
        copies = damaged.read_bytes(), journal.read_bytes()
        raw.execute("ROLLBACK")
    damaged.write_bytes(copies[0])
    journal.write_bytes(copies[1])
    assert rows(save(damaged).file, "item") == rows(sound, "item")
    assert (damaged.read_bytes(), journal.read_bytes()) == copies


# ---------------------------------------------------------------- manners


def test_a_target_that_exists_is_left(damaged, save, tmp_path):
    (tmp_path / "saved.db").write_text("x")
    with pytest.raises(CannotWrite, match="Đã có tệp"):
        save(damaged)
    assert (tmp_path / "saved.db").read_text() == "x"


@pytest.mark.parametrize("content", [b"", b"x", b"\0" * 9000, b"\xff" * 50_000, b"SQLite format 3\0" * 700])
def test_what_holds_nothing_gives_an_empty_database(tmp_path, save, content):
    path = tmp_path / "nothing.db"
    path.write_bytes(content)
    saved = save(path)
    assert (set(saved.saved.values()), problems(saved.file)) == ({0}, ())


def test_it_can_be_stopped(sound, save, tmp_path):
    large = tmp_path / "large.db"
    large.write_bytes(sound.read_bytes() + b"\0" * PAGE * 300)
    with pytest.raises(Cancelled):
        save(large, is_cancelled=lambda: True)
    assert sorted(entry.name for entry in tmp_path.iterdir() if entry.is_file()) == ["large.db"]


def test_progress_ends_at_its_end(damaged, save):
    seen: list[tuple[int, int]] = []
    save(damaged, progress=lambda done, total: seen.append((done, total)))
    assert seen[-1][0] == seen[-1][1] > 0
