"""What the tests of the follow-up's dialogs share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.ui.following.place import Place


@pytest.fixture
def place(qtbot: Any) -> Iterator[Place]:
    """The desk on 20/9/2025 in the middle of a plan of half a year."""
    place = Place(qtbot)
    yield place
    place.database.stop()
