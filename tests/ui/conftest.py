"""What the tests of the window share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.services.fakes import FakeStore
from tests.ui.stage import Stage


@pytest.fixture
def stage(qtbot: Any) -> Iterator[Stage]:
    """A window over an empty store."""
    stage = Stage(qtbot, FakeStore())
    yield stage
    stage.database.stop()
