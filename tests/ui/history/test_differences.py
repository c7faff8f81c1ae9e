from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.ui.history.differences import marked_pair

BEGINNING = "Rà soát, đơn giản hóa thủ tục hành chính thuộc phạm vi quản lý của phường"


def marked(text):
    return [text.text[start:end] for start, end in text.spans]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Quý III năm 2025", "Quý IV năm 2025", (["III"], ["IV"])),
        ("Quý III", "Quý III, IV", (["III"], ["III, IV"])),
        ("lập danh mục thủ tục", "lập thủ tục", (["danh mục"], [])),
        ("lập thủ tục mới ngay", "rà soát thủ tục mới", (["lập", "ngay"], ["rà soát"])),
        ("Công khai", "Rà soát văn bản", ([], [])),  # nothing in common: no word is worth marking
        ("", "Rà soát", ([], [])),
        ("như nhau", "như nhau", ([], [])),
    ],
)
def test_words_that_the_other_text_does_not_have(old, new, expected):
    assert tuple(map(marked, marked_pair(old, new))) == expected


def test_a_common_beginning_gives_way_to_what_differs():
    old, new = marked_pair(f"{BEGINNING} trong quý III", f"{BEGINNING} trong quý IV")
    assert old.without_beginning().text == "…phường trong quý III"
    assert marked(new.without_beginning()) == ["IV"]


def test_a_text_that_lost_words_begins_near_the_gap():
    _, new = marked_pair(f"{BEGINNING} xã, thị trấn", f"{BEGINNING} thị trấn")
    assert new.without_beginning().text.startswith("…")
    assert new.without_beginning().text.endswith("phường thị trấn")


def test_both_ends_are_shortened_on_paper():
    old, _ = marked_pair(f"{BEGINNING} quý III {BEGINNING}", f"{BEGINNING} quý IV {BEGINNING}")
    assert old.without_ends().text == "…lý của phường quý III Rà soát, đơn giản…"
    assert marked(old.without_ends()) == ["III"]


def test_a_short_text_is_left_whole():
    old, _ = marked_pair("Quý III năm 2025", "Quý IV năm 2025")
    assert old.without_beginning() == old.without_ends() == old


def test_texts_too_long_to_compare_are_marked_between_their_common_ends():
    old = " ".join(["đầu", *(f"a{n}" for n in range(600)), *["cuối"] * 400])
    new = " ".join(["đầu", *(f"b{n}" for n in range(600)), *["cuối"] * 400])
    assert marked(marked_pair(old, new)[0]) == [" ".join(f"a{n}" for n in range(600))]


WORDS = st.lists(st.sampled_from(["rà", "soát", "thủ", "tục", "quý"]), max_size=12).map(" ".join)


@given(WORDS, WORDS)
def test_without_the_marked_words_both_texts_are_the_same(old, new):
    def rest(text):
        kept = "".join(text.text[end:start] for end, start in gaps(text))
        return kept.split()

    def gaps(text):
        ends = [0, *(end for _, end in text.spans)]
        starts = [*(start for start, _ in text.spans), len(text.text)]
        return zip(ends, starts, strict=True)

    first, second = marked_pair(old, new)
    if first.spans or second.spans:
        assert rest(first) == rest(second)
    for text in (first, second):
        assert all(0 <= start < end <= len(text.text) for start, end in text.spans)
        assert marked(text.without_beginning()) == marked(text) == marked(text.without_ends())
