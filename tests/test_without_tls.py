"""SQLAlchemy does without TLS, everything else may have it."""

from __future__ import annotations

import importlib
import sys

import pytest

from cchc_desktop.without_tls import without_tls


def test_what_is_loaded_inside_finds_no_tls_and_what_comes_behind_does(monkeypatch):
    monkeypatch.delitem(sys.modules, "ssl", raising=False)
    with without_tls(), pytest.raises(ImportError):
        importlib.import_module("ssl")
    assert importlib.import_module("ssl").__name__ == "ssl"


def test_what_was_loaded_before_stays(monkeypatch):
    before = importlib.import_module("ssl")
    with without_tls():
        assert importlib.import_module("ssl") is before
    assert sys.modules["ssl"] is before


def test_a_failing_import_inside_leaves_nothing_behind(monkeypatch):
    monkeypatch.delitem(sys.modules, "ssl", raising=False)
    with pytest.raises(ModuleNotFoundError), without_tls():
        importlib.import_module("cchc_desktop.no_such_module")
    assert "ssl" not in sys.modules
