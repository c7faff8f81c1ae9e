"""Words around a match: cut between words, marks moved along."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.search.snippets import snippet

LONG = "Rà soát, đơn giản hóa thủ tục hành chính tại bộ phận một cửa và công khai kết quả cho người dân theo dõi"


def test_a_short_text_is_kept_whole_on_one_line() -> None:
    assert str(snippet("Rà soát\nvăn bản", ((0, 2),))) == "Rà soát văn bản"


@pytest.mark.parametrize(("word", "shown"), [
    ("Rà", "Rà soát, đơn giản hóa thủ tục hành chính…"),
    ("một cửa", "…tại bộ phận một cửa và công khai kết quả…"),
    ("theo dõi", "…công khai kết quả cho người dân theo dõi"),
])  # fmt: skip
def test_words_around_the_match(word: str, shown: str) -> None:
    start = LONG.index(word)
    piece = snippet(LONG, ((start, start + len(word)),), room=41)
    assert str(piece) == shown
    assert [piece.text[a:b] for a, b in piece.spans] == [word]


@given(st.text("ab ", min_size=1, max_size=300), st.integers(0, 299), st.integers(5, 60))
def test_the_match_is_always_inside(text: str, at: int, room: int) -> None:
    at = at % len(text)
    piece = snippet(text, ((at, at + 1),), room)
    assert [piece.text[a:b] for a, b in piece.spans] == [text[at]]
    assert len(piece.text) <= room + 1 or len(text) <= room
