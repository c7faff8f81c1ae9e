"""The layout profile: the decree by default, JSON and back."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.office import LetterheadLine
from cchc_desktop.domain.papers.layout_profile import (
    DECREE_LOOKS,
    ELEMENT_NAMES,
    ORIENTATIONS,
    Element,
    FixedWords,
    LayoutProfile,
    Letterhead,
    Look,
    layout_from_json,
    layout_to_json,
)

lengths = st.floats(0, 100)
words = st.text(max_size=20)
profiles = st.builds(
    LayoutProfile,
    paper=st.sampled_from(("A4", "A3")),
    orientation=st.sampled_from(ORIENTATIONS),
    top_mm=lengths,
    first_numbered=st.sampled_from((None, 1, 2)),
    line_spacing=lengths,
    looks=st.fixed_dictionaries(
        {element: st.builds(Look, lengths, st.booleans(), st.booleans()) for element in Element}
    ),
    words=st.builds(FixedWords, motto=words, appendix=words),
    letterheads=st.lists(
        st.builds(
            Letterhead, words, st.lists(st.builds(LetterheadLine, words, st.booleans()), min_size=1).map(tuple), words
        ),
        max_size=2,
    ).map(tuple),
)


@given(profiles)
def test_a_profile_survives_json(profile: LayoutProfile) -> None:
    assert layout_from_json(json.loads(json.dumps(layout_to_json(profile)))) == profile


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"future": 1, "looks": {"future": {"size": 3}}, "words": {"future": "x"}},
        {"top_mm": "20", "paper": 4, "orientation": 1, "looks": [], "words": None, "letterheads": {"a": 1},
         "first_numbered": True},
        {"looks": {"body": {"size": "14"}, "motto": 3}, "words": {"motto": 5}, "letterheads": [{"lines": []}, 7]},
    ],
)
def test_what_cannot_be_read_is_the_default(values: dict[str, Any]) -> None:
    assert layout_from_json(values) == LayoutProfile()


def test_every_element_has_a_look_and_a_name() -> None:
    assert set(DECREE_LOOKS) == set(Element) == set(ELEMENT_NAMES)
