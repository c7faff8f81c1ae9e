"""What the tests of the screen Chỉ tiêu share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.ui.indicators.indicator_stage import IndicatorStage


@pytest.fixture
def stage(qtbot: Any) -> Iterator[IndicatorStage]:
    """The window over a plan of two stages."""
    stage = IndicatorStage(qtbot)
    yield stage
    stage.database.stop()
