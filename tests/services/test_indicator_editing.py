from __future__ import annotations

import pytest

from cchc_desktop.services import indicator_editing
from tests.services.scene import Scene


@pytest.fixture
def scene() -> Scene:
    return Scene()


def test_indicators_are_edited_and_deleted(scene):
    indicator = scene.tree.indicators[0]
    indicator_editing.edit_indicator(
        scene.workspace, indicator.id, {"target_words": "trên 85%", "agency_words": "Công an"}
    )
    edited = scene.tree.indicators[0]
    assert (edited.target_words, edited.agency_words) == ("trên 85%", "Công an")
    assert edited.agency_id != indicator.agency_id
    indicator_editing.delete_indicators(scene.workspace, [indicator.id])
    assert scene.tree.indicators == ()
