"""Names of backups: for people, for every disk, and back again."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.backups import BackupReason
from cchc_desktop.storage.backups import homes as backup_homes
from cchc_desktop.storage.backups.homes import clean, folder_name, second_folder_name
from cchc_desktop.storage.backups.names import backup_name, read_name

AT = datetime(2026, 11, 21, 0, 12, 30, tzinfo=UTC)


def test_a_name_tells_database_moment_and_reason():
    assert backup_name(Path("cchc.db"), AT, BackupReason.START, ()) == "cchc 2026-11-21 07.12.30 tự động.db"


def test_a_taken_name_is_numbered_whatever_its_case():
    first = backup_name(Path("cchc.db"), AT, BackupReason.MANUAL, ())
    second = backup_name(Path("cchc.db"), AT, BackupReason.MANUAL, [first.upper()])
    assert second == "cchc 2026-11-21 07.12.30 thủ công-2.db"
    assert read_name(second) == (AT, BackupReason.MANUAL)


@given(st.text(max_size=120), st.sampled_from(BackupReason), st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)))
def test_any_name_is_possible_on_windows_and_reads_back(stem, reason, at):
    at = at.replace(tzinfo=UTC, microsecond=0)
    name = backup_name(Path("x").with_name(f"{stem.replace('/', '')}x.db".replace("\0", "")), at, reason, ())
    assert not set(name) & set('<>:"/\\|?*') and name.isprintable()
    assert not name.startswith((" ", ".")) and len(name.encode()) <= 255
    assert read_name(name) == (at, reason)


@pytest.mark.parametrize("name", ["con", "NUL", "com1", "LPT9", "", "...", "  ", "aux.2025"])
def test_devices_of_windows_are_no_names(name):
    assert clean(name).split(".")[0].casefold() not in {"con", "nul", "com1", "lpt9", "aux", ""}


@pytest.mark.parametrize("name", ["ghi chú.db", "cchc 2026-13-41 07.12.30 tự động.db", "cchc.db"])
def test_names_of_ones_own_tell_nothing(name):
    assert read_name(name) is None


def test_two_databases_never_share_a_folder(tmp_path):
    (tmp_path / "a").mkdir()
    assert folder_name(tmp_path / "a" / "cchc.db") != folder_name(tmp_path / "cchc.db")


@pytest.mark.skipif(os.name == "nt", reason="symbolic links need a right there")
def test_two_names_of_one_database_share_a_folder(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert folder_name(tmp_path / "a" / "cchc.db") == folder_name(tmp_path / "b" / "cchc.db")


def test_two_computers_never_share_a_folder_at_the_second_place(monkeypatch):
    names = set()
    for host in ("VP-01", "VP-02"):
        monkeypatch.setattr(backup_homes.platform, "node", lambda host=host: host)
        names.add(second_folder_name(Path("/data/cchc.db")))
    assert len(names) == 2
