"""What the tests of the window share."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest

from cchc_desktop.ui.slices import Slices
from tests.services.fakes import FakeStore
from tests.ui.stage import Stage

_TESTS = count(1)
_COLLECT_EVERY = 20


@pytest.fixture(autouse=True)
def garbage_on_the_main_thread() -> Iterator[None]:
    """Keep windows of earlier tests from being taken apart on the database's thread of a later one (`ui.garbage`)."""
    gc.disable()  # until a test of another folder runs
    yield
    if next(_TESTS) % _COLLECT_EVERY == 0:
        gc.collect()


@pytest.fixture(autouse=True)
def slices_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let work end where it begins, however slow the machine; tests of waiting give a `Slices` its own seconds."""
    monkeypatch.setattr(Slices, "seconds", float("inf"))


@pytest.fixture
def stage(qtbot: Any) -> Iterator[Stage]:
    """A window over an empty store."""
    stage = Stage(qtbot, FakeStore())
    yield stage
    stage.database.stop()
