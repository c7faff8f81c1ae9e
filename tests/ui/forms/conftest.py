"""What the tests of the superior's forms share."""

from __future__ import annotations

import pytest

from tests.ui.forms.forms_stage import FormsStage


@pytest.fixture
def scene(qtbot, monkeypatch, tmp_path):
    """The window over a plan with something late; the page of forms is not there yet."""
    stage = FormsStage(qtbot, monkeypatch, tmp_path)
    yield stage
    stage.database.stop()
