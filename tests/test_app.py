"""The window's composition root: its command line, the order of a start, a second start of the same data."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from cchc_desktop import paths
from cchc_desktop.app import OWNER_ENDING, Options, database_path, is_shown_elsewhere, parse
from cchc_desktop.clock import SystemClock
from cchc_desktop.settings import Settings
from cchc_desktop.storage.owner import OwnerFile, owner_path
from cchc_desktop.ui.instance import InstanceServer, socket_name


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        ([], Options()),
        (["--db", "a.db"], Options(db="a.db")),
        (["phụ lục.docx"], Options(file="phụ lục.docx")),
        (["--sample", "--screenshot", "a.png"], Options(sample=True, screenshot="a.png")),
    ],
)
def test_the_command_line(arguments, options):
    assert parse(arguments) == options


def test_the_sample_has_a_database_of_its_own():
    here, elsewhere = Settings(), Settings(database="elsewhere.db")
    assert database_path(Options(), here) == paths.default_database()
    assert database_path(Options(), elsewhere) == Path("elsewhere.db")
    assert database_path(Options(sample=True), elsewhere) == paths.default_database().with_name("sample.db")
    assert database_path(Options(db="x.db"), elsewhere) == Path("x.db")


def test_the_owner_files_name_is_what_storage_gives_it(tmp_path):
    assert owner_path(tmp_path / "cchc.db") == tmp_path / f"cchc.db{OWNER_ENDING}"


@contextmanager
def owned(database: Path):
    database.parent.mkdir(parents=True, exist_ok=True)
    owner = OwnerFile.acquire(database, SystemClock().now())
    try:
        yield
    finally:
        owner.release()


def test_data_that_nobody_holds_are_opened_here(own_home):
    assert not is_shown_elsewhere(paths.default_database(), Options())


def test_a_holder_without_a_window_does_not_keep_a_start_waiting(qapp, own_home):
    with owned(paths.default_database()):
        assert not is_shown_elsewhere(paths.default_database(), Options())


def test_a_dead_owner_is_not_asked(qapp, own_home):
    database = paths.default_database()
    database.parent.mkdir(parents=True)
    owner_path(database).write_text("{}", encoding="utf-8")
    assert not is_shown_elsewhere(database, Options())


# ---------------------------------------------------------------- two starts of one database


_OTHER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from cchc_desktop.app import Options, is_shown_elsewhere
application = QCoreApplication([])
print(is_shown_elsewhere(Path(sys.argv[1]), Options(file=sys.argv[2])))
"""


def test_a_second_start_hands_over_its_file_and_ends(qtbot, own_home, tmp_path):
    database = paths.default_database()
    server = InstanceServer(socket_name(database))
    wanted = []
    server.raise_wanted.connect(wanted.append)
    file = tmp_path / "phụ lục.docx"
    with owned(database):
        assert server.listen()
        root = Path(__file__).resolve().parents[1]
        second = subprocess.Popen(
            [sys.executable, "-c", _OTHER, str(database), str(file)], stdout=subprocess.PIPE, text=True, cwd=root,
            env=os.environ | {"PYTHONPATH": str(root)},
        )  # fmt: skip
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=60_000)
        assert second.stdout.read().strip() == "True"
    server.close()
    assert wanted == [str(file)]


def test_a_start_imports_no_network_before_the_window_stands():
    code = "import sys, cchc_desktop.app; print(sorted(m for m in sys.modules if 'Network' in m or 'opening' in m))"
    root = Path(__file__).resolve().parents[1]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root)
    assert done.stdout.strip() == "[]"
