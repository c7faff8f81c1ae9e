"""Lines of an editor and the words of a report: what was not touched stays live, what was typed is words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.papers.report_retyping import retyped, section_lines
from cchc_desktop.domain.papers.report_text import DraftBlock, DraftSection, LiveFigure

DONE, ALL = LiveFigure("done", "02"), LiveFigure("expected", "39")
SENTENCE = DraftBlock(("Đã hoàn thành ", DONE, "/", ALL, " nhiệm vụ."))
SECTION = DraftSection("one", "MỘT", (DraftBlock(("Thể chế",), 2), SENTENCE, DraftBlock(("- Đã họp.",))))
words = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp")), max_size=20)
parts = st.lists(
    words | st.builds(LiveFigure, st.sampled_from(["done", "all"]), st.from_regex(r"[0-9]{2}", fullmatch=True))
)


def one(line):
    return retyped(DraftSection("one", "MỘT", (SENTENCE,)), [line]).blocks[0]


def test_lines_of_a_part():
    assert section_lines(SECTION) == ("## Thể chế", "Đã hoàn thành 02/39 nhiệm vụ.", "- Đã họp.")


def test_what_nobody_touched_is_what_it_was():
    assert retyped(SECTION, section_lines(SECTION)) == SECTION


@pytest.mark.parametrize(
    ("line", "figures"),
    [
        ("Ủy ban nhân dân đã hoàn thành 02/39 nhiệm vụ của kế hoạch.", [DONE, ALL]),
        ("Đã hoàn thành 05/39 nhiệm vụ.", [ALL]),
        ("Đã hoàn thành 102/39 nhiệm vụ.", [ALL]),
        ("Đã hoàn thành 02 nhiệm vụ.", [DONE]),
        ("Đạt kết quả tốt.", []),
    ],
)
def test_a_figure_stays_live_where_its_digits_stand(line, figures):
    block = one(line)
    assert [part for part in block.parts if isinstance(part, LiveFigure)] == figures
    assert block.text == line


def test_lines_that_are_new_moved_or_gone():
    lines = ("### Văn bản", "", "  Đoạn mới 02.  ", *section_lines(SECTION)[1:2])
    found = retyped(SECTION, lines)
    assert [(block.level, block.text) for block in found.blocks] == [
        (3, "Văn bản"), (0, "Đoạn mới 02."), (0, "Đã hoàn thành 02/39 nhiệm vụ."),
    ]  # fmt: skip
    assert found.blocks[2] is SENTENCE
    assert found.blocks[1].parts == ("Đoạn mới 02.",)  # typed digits are words


@given(parts, words)
def test_the_words_are_always_those_that_were_typed(of_block, typed):
    line = f"a{typed}b"
    section = DraftSection("one", "", (DraftBlock(tuple(of_block)),))
    found = retyped(section, [line])
    assert [block.text for block in found.blocks] == [line]
    assert retyped(found, section_lines(found)) == found
