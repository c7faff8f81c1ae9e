"""A file is the old one or the new one, never half of one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cchc_desktop.safe_files import replace_with_retries, write_atomically


class HeldPath(type(Path())):
    """A file that another program holds for the first renames."""

    refusals = 0

    def replace(self, target):
        if self.refusals:
            self.refusals -= 1
            raise PermissionError("held by another program")
        return super().replace(target)


def held_file(folder, refusals):
    file = HeldPath(folder / "new")
    file.write_bytes(b"new")
    file.refusals = refusals
    return file


def test_a_new_file_is_written(tmp_path):
    with write_atomically(tmp_path / "kế hoạch.xlsx") as file:
        file.write(b"new")
        file.seek(0)
        assert file.read() == b"new"
    assert (tmp_path / "kế hoạch.xlsx").read_bytes() == b"new"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_a_failed_write_leaves_the_old_file_alone(tmp_path, error):
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"old")
    with pytest.raises(error), write_atomically(target) as file:
        file.write(b"half")
        raise error
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_killed_write_leaves_the_old_file_alone(tmp_path):
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"old")
    code = (
        "import os, sys; from pathlib import Path; from cchc_desktop.safe_files import write_atomically\n"
        "with write_atomically(Path(sys.argv[1])) as file: file.write(b'half'); file.flush(); os._exit(9)"
    )
    root = Path(__file__).resolve().parent.parent
    assert subprocess.run([sys.executable, "-c", code, target], cwd=root, check=False).returncode == 9
    assert target.read_bytes() == b"old"


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_stays_a_link(tmp_path):
    target, link = tmp_path / "real", tmp_path / "link"
    target.write_bytes(b"old")
    link.symlink_to(target)
    with write_atomically(link) as file:
        file.write(b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_short_hold_is_waited_for(tmp_path):
    waits = []
    replace_with_retries(held_file(tmp_path, refusals=3), tmp_path / "old", sleep=waits.append)
    assert waits == sorted(waits)
    assert len(waits) == 3
    assert (tmp_path / "old").read_bytes() == b"new"


def test_a_lasting_hold_is_an_error_within_two_seconds(tmp_path):
    waits = []
    with pytest.raises(PermissionError):
        replace_with_retries(held_file(tmp_path, refusals=1000), tmp_path / "old", sleep=waits.append)
    assert 0 < sum(waits) < 2


def test_what_a_kill_left_unfinished_is_swept_up_later(tmp_path):
    names = ".cchc-0123456789ab.tmp", ".cchc-ab0123456789.tmp", "của tôi.tmp"
    old, young, other = (tmp_path / name for name in names)
    for file in (old, young, other):
        file.write_bytes(b"half")
    os.utime(old, (1, 1))
    os.utime(other, (1, 1))
    with write_atomically(tmp_path / "ra.pdf") as file:
        file.write(b"whole")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([young.name, other.name, "ra.pdf"])
