"""What the tests of Tổng quan share."""

from __future__ import annotations

import pytest

from tests.ui.overview.overview_stage import OverviewStage


@pytest.fixture
def scene(qtbot):
    """The window over a plan with something of everything."""
    stage = OverviewStage(qtbot)
    yield stage
    stage.database.stop()
