"""What the tests of Báo cáo share."""

from __future__ import annotations

import pytest

from tests.ui.reports.reports_stage import ReportsStage


@pytest.fixture
def scene(qtbot, monkeypatch, tmp_path):
    """The window over a plan with something late; Báo cáo is not on the screen yet."""
    stage = ReportsStage(qtbot, monkeypatch, tmp_path)
    yield stage
    if "reports" in stage.contents._desks.__dict__:
        stage.reports.preview.images.close()
    stage.database.stop()
