"""A free name and a moment alone are had by one of several programs, and a program that ends gives them back."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cchc_desktop.storage import claims
from cchc_desktop.storage.claims import claim, claim_first, moment_alone


def refuse_link(*_names):
    raise PermissionError(1, "Operation not permitted")


@pytest.fixture(params=["links", "no links"])
def folder(request, tmp_path, monkeypatch) -> Path:
    if request.param == "no links":
        monkeypatch.setattr(claims.os, "link", refuse_link)
    return tmp_path


def made(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_a_free_name_is_taken(folder):
    source = made(folder / "a", "một")
    assert claim(source, folder / "b") is True
    assert ((folder / "b").read_text("utf-8"), source.exists()) == ("một", False)


def test_what_has_the_name_is_never_overwritten(folder):
    source, target = made(folder / "a", "một"), made(folder / "b", "hai")
    assert claim(source, target) is False
    assert (source.read_text("utf-8"), target.read_text("utf-8")) == ("một", "hai")
    assert claim_first(source, folder, iter(["b", "c"])) == folder / "c"


def test_a_rename_that_fails_leaves_no_placeholder(tmp_path, monkeypatch):
    monkeypatch.setattr(claims.os, "link", refuse_link)
    with pytest.raises(FileNotFoundError):
        claim(tmp_path / "none", tmp_path / "b")
    assert list(tmp_path.iterdir()) == []


def test_a_scanner_that_holds_the_fresh_file_is_waited_for(tmp_path, monkeypatch):
    """What Windows does, where a rename refuses a name that is taken."""
    held = iter([True, True, False])
    original = Path.rename

    def rename(self, target):
        if next(held):
            raise PermissionError(13, "held")
        return original(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    waits: list[float] = []
    assert claims._renamed(made(tmp_path / "a", "một"), tmp_path / "b", waits.append) is True
    assert len(waits) == 2


def test_one_at_a_time_and_nothing_is_left(tmp_path):
    path = tmp_path / "x.lock"
    with moment_alone(path) as first, moment_alone(path) as second, moment_alone(tmp_path / "y.lock") as other:
        assert (first, second, other) == (True, False, True)
    with moment_alone(path) as again:
        assert again is True
    assert list(tmp_path.iterdir()) == []


def test_an_error_gives_the_moment_back(tmp_path):
    path = tmp_path / "x.lock"
    with pytest.raises(ValueError, match="fault"), moment_alone(path):
        raise ValueError("fault")
    with moment_alone(path) as again:
        assert again is True


@pytest.mark.skipif(os.name == "nt", reason="the lock of the other system")
def test_who_waited_for_a_removed_file_is_not_alone(tmp_path, monkeypatch):
    """The file was removed between opening and locking, and another program may have a new one by now."""
    original = claims._try_lock

    def late(handle: int) -> bool:
        for file in tmp_path.iterdir():
            file.unlink()
        return original(handle)

    monkeypatch.setattr(claims, "_try_lock", late)
    with moment_alone(tmp_path / "x.lock") as is_alone:
        assert is_alone is False


@pytest.mark.skipif(os.name == "nt", reason="the lock of the other system")
def test_a_disk_that_knows_no_locks_lets_all_pass(tmp_path, monkeypatch):
    def refuse(*_words):
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(claims.fcntl, "flock", refuse)
    with moment_alone(tmp_path / "x.lock") as is_alone:
        assert is_alone is True


def test_a_folder_that_takes_no_file_is_told(tmp_path):
    with pytest.raises(OSError, match="none"), moment_alone(tmp_path / "none" / "x.lock"):
        pass
