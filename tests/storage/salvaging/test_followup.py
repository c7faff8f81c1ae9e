"""What was recorded comes out of a damaged file, also where the task, the office or the log is lost."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from cchc_desktop.storage import check
from cchc_desktop.storage.engine import SingleConnection, make_engine, sqlite_url
from cchc_desktop.storage.salvaging.images import LOST_WORDS
from cchc_desktop.storage.salvaging.salvage import salvage
from tests.flows.fingerprint import Fingerprint, fingerprint

SAMPLE = Path(__file__).resolve().parents[3] / "db" / "samples" / "schema-6.db"


@pytest.fixture
def saved(tmp_path, clock) -> Callable[..., tuple[Fingerprint, tuple[str, ...]]]:
    """Damage a copy of the sample by SQL, with or without its log, and salvage it."""

    def run(*damages: str, has_log: bool = True) -> tuple[Fingerprint, tuple[str, ...]]:
        damaged = Path(shutil.copyfile(SAMPLE, tmp_path / "hỏng.db"))
        with closing(sqlite3.connect(damaged)) as raw, raw:
            for damage in (*damages, "DELETE FROM change", "DELETE FROM operation") if not has_log else damages:
                raw.execute(damage)
        found = salvage(damaged, tmp_path / "cứu.db", clock=clock, who="Đức")
        assert problems(found.file) == ()
        return fingerprint(found.file), found.problems

    return run


def problems(path: Path) -> tuple[str, ...]:
    connection = SingleConnection(make_engine(sqlite_url(path), read_only=True))
    with connection.reading() as reader:
        found = check.check(reader).problems
    connection.close()
    return found


@pytest.mark.parametrize("has_log", [True, False], ids=["with its log", "without a log"])
def test_nothing_of_a_sound_file_is_lost(saved, has_log):
    assert saved(has_log=has_log)[0] == fingerprint(SAMPLE)


FACTS = (
    "record",
    "record_evidence",
    "period_update",
    "extension",
    "urging",
    "indicator_value",
    "document",
    "day_off",
    "superior_form",
    "form_period",
)


@pytest.mark.parametrize("table", FACTS)
def test_the_log_brings_lost_rows_back(saved, table):
    assert saved(f"DELETE FROM {table}")[0][table] == fingerprint(SAMPLE)[table]


def test_results_outlive_their_task_and_their_office(saved):
    sound = fingerprint(SAMPLE)
    found, notes = saved(
        "DELETE FROM item WHERE id IN (SELECT item_id FROM record)",
        "DELETE FROM agency WHERE id IN (SELECT agency_id FROM period_update)",
        "DELETE FROM indicator WHERE id IN (SELECT indicator_id FROM indicator_value)",
        has_log=False,
    )
    assert [found[name] for name in ("record", "period_update", "urging", "indicator_value")] == [
        sound[name] for name in ("record", "period_update", "urging", "indicator_value")
    ]
    assert any(LOST_WORDS in row for row in found["item"])
    assert any("kết quả đã ghi được giữ" in note for note in notes)


@pytest.mark.parametrize(
    ("damage", "query", "expected"),
    [
        ("UPDATE indicator_value SET amount = 'chín'", "SELECT amount FROM indicator_value", (None,)),
        ("UPDATE extension SET granted_on = '2026-13-45'", "SELECT granted_on FROM extension", (None,)),
        ("UPDATE indicator SET target = '[]' WHERE target IS NOT NULL", "SELECT max(target) FROM indicator", (None,)),
        ("UPDATE document SET size = 'x' WHERE sha256 IS NOT NULL", "SELECT max(sha256) FROM document", (None,)),
        ("UPDATE reporting_period SET window_end = '2001-01-01'", "SELECT count(*) FROM reporting_period", (1,)),
    ],
)
def test_impossible_values_become_none(saved, tmp_path, damage, query, expected):
    saved("PRAGMA ignore_check_constraints = ON", damage, has_log=False)
    with closing(sqlite3.connect(tmp_path / "cứu.db")) as raw:
        assert raw.execute(query).fetchone() == expected


def test_of_two_rows_for_one_key_the_first_stays_and_the_other_is_told(saved):
    found, notes = saved(
        "DROP INDEX uq_record_live",
        "INSERT INTO record (uid, row_version, item_id, occurrence, progress, result) "
        "SELECT 'x', 1, item_id, occurrence, 'done', 'Bản hai' FROM record WHERE occurrence = '2026-Q1'",
        has_log=False,
    )
    assert len(found["record"]) == len(fingerprint(SAMPLE)["record"])
    assert any("2026-Q1" in note and "Bản hai" in note for note in notes)


def test_what_was_typed_into_a_lost_form_is_told(saved):
    found, problems_ = saved("DELETE FROM superior_form WHERE deleted_at IS NULL", has_log=False)
    assert found["form_period"] == []
    assert "Biểu mẫu số 1 không đọc được; số liệu đã nhập: 120 (kỳ 2026-Q1)." in problems_


def test_a_form_whose_mapping_cannot_be_read_keeps_its_cells(saved):
    damage = """UPDATE superior_form SET mapping = '[{"slot": "x"}]' WHERE deleted_at IS NULL"""
    found, _ = saved(damage, has_log=False)
    assert len(found["superior_form"]) == 2 and len(found["form_period"]) == 2
