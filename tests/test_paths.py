"""The program's own files and the user's folders, in every way the program is started."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from cchc_desktop import paths

USER_FOLDERS = [paths.data_dir, paths.config_dir, paths.log_dir, paths.backup_dir]


@pytest.mark.parametrize("folder", USER_FOLDERS, ids=lambda function: function.__name__)
def test_one_variable_moves_every_user_folder(own_home, folder):
    assert folder().parent == own_home
    assert not own_home.exists(), "asking for a folder must not make it"


@pytest.mark.parametrize("folder", USER_FOLDERS, ids=lambda function: function.__name__)
def test_user_folders_carry_the_program_name(monkeypatch, folder):
    monkeypatch.delenv(paths.HOME_VARIABLE)
    assert folder().is_absolute()
    assert paths.APP_FOLDER in folder().parts


def test_user_folders_differ():
    assert len({folder() for folder in USER_FOLDERS}) == len(USER_FOLDERS)
    assert paths.default_database().parent == paths.data_dir()


def test_own_files_in_a_checkout():
    root = Path(__file__).resolve().parent.parent
    assert paths.resource("fonts", "LICENSE-OFL.txt") == root / "resources" / "fonts" / "LICENSE-OFL.txt"
    assert paths.migrations_dir() == root / "db" / "migrations"
    assert paths.seed("areas.json") == root / "db" / "seed" / "areas.json"


def test_own_files_in_a_wheel(monkeypatch, tmp_path):
    (tmp_path / "_data").mkdir()
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "paths.py"))
    assert paths.resource("icons") == tmp_path.resolve() / "_data" / "resources" / "icons"


def test_own_files_in_a_frozen_build(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.migrations_dir() == tmp_path / "db" / "migrations"
