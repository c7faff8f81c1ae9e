from __future__ import annotations

from decimal import Decimal

import pytest

from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.indicators.indicator import Indicator
from cchc_desktop.domain.indicators.targets import Operator, Target
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


def test_a_reading_is_corrected_and_goes_with_the_words_that_it_read(scene):
    indicator = scene.tree.indicators[0]
    indicator_editing.correct_target(scene.workspace, indicator.id, Target("khác", Operator.AT_MOST, high=Decimal(3)))
    corrected = scene.tree.indicators[0]
    assert corrected.target == Target(indicator.target_words, Operator.AT_MOST, high=Decimal(3))
    assert corrected.target_words == indicator.target_words
    indicator_editing.edit_indicator(scene.workspace, indicator.id, {"text": "Tỷ lệ khác"})
    assert scene.tree.indicators[0].target is not None
    indicator_editing.edit_indicator(scene.workspace, indicator.id, {"target_words": "≥ 99"})
    assert scene.tree.indicators[0].target is None


@pytest.mark.parametrize(
    "target",
    [
        Target("", Operator.AT_LEAST),
        Target("", Operator.BELOW, low=Decimal(1)),
        Target("", Operator.RANGE, low=Decimal(1)),
        Target("", Operator.RANGE, low=Decimal(2), high=Decimal(1)),
    ],
)
def test_a_reading_without_its_numbers_is_refused(scene, target):
    with pytest.raises(InvalidInput):
        indicator_editing.correct_target(scene.workspace, scene.tree.indicators[0].id, target)


def test_the_agency_of_a_new_indicator_is_linked(scene):
    first = scene.tree.indicators[0]
    new = Indicator(0, "Tỷ lệ mới", agency_words=first.agency_words)
    id_, _ = indicator_editing.add_indicator(scene.workspace, first.plan_id, first.id, new)
    added = scene.tree.indicators[1]
    assert (added.id, added.agency_id) == (id_, first.agency_id)
