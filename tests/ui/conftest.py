"""What the tests of the window share."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest

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


@pytest.fixture
def stage(qtbot: Any) -> Iterator[Stage]:
    """A window over an empty store."""
    stage = Stage(qtbot, FakeStore())
    yield stage
    stage.database.stop()
