"""The audit hook of conftest barks at each forbidden act of the program, and only at those of the program."""

from __future__ import annotations

import socket
import sqlite3
import subprocess
import sys
import types
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.audit import PACKAGE

HERE = Path(__file__).resolve().parent


def as_the_program(statements: str, **names: object) -> None:
    """Run statements in a module that pretends to be one of the program's."""
    module = types.ModuleType("cchc_desktop.pretended")
    vars(module).update(names)
    exec(compile(statements, f"{PACKAGE}pretended.py", "exec"), vars(module))


OUTSIDE = {
    "a file is written": "open(outside / 'new.txt', 'w')",
    "a file is opened to be changed": "open(present, 'r+')",
    "a file is made by its number": "import os; os.open(outside / 'new', os.O_CREAT | os.O_WRONLY)",
    "a folder is made": "(outside / 'folder').mkdir()",
    "a file is removed": "(outside / 'missing').unlink()",
    "a file is renamed away": "import os; os.rename(inside, outside / 'new')",
    "a tree is removed": "import shutil; shutil.rmtree(outside / 'missing')",
    "a file is copied": "import shutil; shutil.copyfile(present, outside / 'copy')",
    "a link is made": "(outside / 'link').symlink_to(present)",
    "a file of the user is read": "open(home / '.cchc-nothing')",
    "a database is made": "import sqlite3; sqlite3.connect(outside / 'new.db')",
    "a database is opened for writing": "import sqlite3; sqlite3.connect(f'file:{outside}/new.db?mode=rw', uri=True)",
    "a name is looked up": "import socket; socket.getaddrinfo('localhost', 80)",
    "a process is started": "import subprocess, sys; subprocess.run([sys.executable, '-c', ''])",
    "a shell is started": "import os; os.system('true')",
    "the reader's name is misused": "import subprocess, sys; subprocess.run([sys.executable, '-c', '', '--read-raw'])",
}


@pytest.fixture
def nowhere(tmp_path_factory: pytest.TempPathFactory, audit) -> Path:
    """A folder outside of all that is allowed, which does not exist: no self-test leaves anything there."""
    return Path(HERE.anchor, "nonexistent-cchc-audit")


@pytest.mark.parametrize("act", OUTSIDE.values(), ids=OUTSIDE.keys())
def test_it_barks(act, audit, nowhere, tmp_path):
    inside = tmp_path / "inside"
    inside.touch()
    with suppress(OSError, sqlite3.Error):  # the act itself fails: what counts is that it was tried
        as_the_program(act, outside=nowhere, inside=inside, present=nowhere / "present", home=Path.home())
    found, audit.violations[:] = list(audit.violations), []
    assert len(found) >= 1, found
    assert "pretended.py:1" in found[0]


def test_it_lets_pass_what_the_program_may_do(audit, tmp_path):
    as_the_program(
        "import sqlite3, socket, pathlib, subprocess, sys\n"
        "(folder / 'a').mkdir()\n"
        "(folder / 'a' / 'b.txt').write_text('x')\n"
        "sqlite3.connect(folder / 'new.db').close()\n"
        "sqlite3.connect(':memory:').close()\n"
        "pathlib.Path('/proc/self/stat').read_text()\n"
        "pathlib.Path(source).read_text()\n"
        "import statistics\n"
        "with socket.socket(socket.AF_UNIX) as s: s.bind(str(folder / 's'))\n"
        "command = [sys.executable, '-P', '-m', 'cchc_desktop.documents.child', '--read-raw', str(folder / 'x.xlsx')]\n"
        "subprocess.run(command, input=b'{}', capture_output=True)\n",
        folder=tmp_path,
        source=__file__,
    )
    assert audit.violations == []


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="needs local sockets")
def test_what_a_test_does_itself_is_none_of_its_business(audit, nowhere):
    for act in (lambda: (nowhere / "x").write_text(""), lambda: subprocess.run([sys.executable, "-c", ""], check=True)):
        try:
            act()
        except OSError:
            continue
    with closing(sqlite3.connect(":memory:")):
        assert Path(HERE).exists()
    assert audit.violations == []
