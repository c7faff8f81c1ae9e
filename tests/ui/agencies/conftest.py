"""What the tests of the screen Cơ quan share."""

from __future__ import annotations

import pytest

from tests.ui.agencies.agencies_stage import SPELLINGS, AgenciesStage, plan


@pytest.fixture
def agencies(qtbot, tmp_path):
    """The window with a plan of three tasks, its agencies on the screen."""
    stage = AgenciesStage(qtbot, tmp_path)
    yield stage
    stage.database.stop()


@pytest.fixture
def spellings(qtbot, tmp_path):
    """The window with a plan in which four spellings of one office each lead a task."""
    rows = [(f"Việc {number}", name, "") for number, name in enumerate(SPELLINGS, start=1)]
    stage = AgenciesStage(qtbot, tmp_path, plan("Kế hoạch năm 2026", *rows))
    yield stage
    stage.database.stop()
