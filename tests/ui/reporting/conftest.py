"""What the tests of Kỳ báo cáo share."""

from __future__ import annotations

import pytest

from tests.ui.reporting.reporting_stage import ReportingStage


@pytest.fixture
def scene(qtbot):
    """The window with Kỳ báo cáo on the screen."""
    stage = ReportingStage(qtbot)
    stage.open_periods()
    yield stage
    stage.database.stop()
