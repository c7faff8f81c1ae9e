"""What the tests of the history share."""

from __future__ import annotations

import pytest

from tests.services.fakes import FakeStore
from tests.ui.history.history_stage import HistoryStage, RunningClock
from tests.ui.stage import Stage


@pytest.fixture
def history(qtbot):
    stage = Stage(qtbot, FakeStore(), clock=RunningClock())
    yield HistoryStage(stage)
    stage.database.stop()
