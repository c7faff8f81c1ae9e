"""The layout step: wrapping, column widths, row heights, page breaks, frames."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.documents.fonts import FACES
from cchc_desktop.documents.layout.cleaning import clean_document
from cchc_desktop.documents.layout.column_widths import (
    CELL_PADDING,
    NARROW_PADDING,
    ColumnNeeds,
    columns_of,
    share_out,
    text_width,
)
from cchc_desktop.documents.layout.frames import joined_edges
from cchc_desktop.documents.layout.measure import LineRule, measure, row_heights
from cchc_desktop.documents.layout.pages import PRINTED, break_pages
from cchc_desktop.documents.layout.paper import Page
from cchc_desktop.documents.layout.shapes import Box
from cchc_desktop.documents.layout.wrap import Wrapper, wrap_balanced
from cchc_desktop.documents.metrics import FontMetrics
from cchc_desktop.documents.model import Cell, Document, PageSetup, Row, Table, TextStyle
from tests.documents.appendix_samples import CONTENTS, heading_row, table_document

METRICS = FontMetrics()
REGULAR = METRICS.words("Regular")
PLAIN = TextStyle()
PAGE = PageSetup()
TOP, BOTTOM = 20 * 72 / 25.4, (210 - 20) * 72 / 25.4

vietnamese = st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyấềệộứ ,.;-\n", max_size=300)


def pages_of(document: Document) -> list[Page]:
    return break_pages(measure(document, METRICS))


def words_of(page: Page) -> list[str]:
    return " ".join(line for box in page.texts for line in box.lines).split()


# --- metrics and wrapping ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("face", FACES)
def test_width_table_agrees_with_the_fonts(face: str) -> None:
    from reportlab.pdfbase.ttfonts import TTFontFile

    from cchc_desktop.documents.fonts import default_folder, font_file

    font = TTFontFile(str(font_file(default_folder(), face)))  # type: ignore[arg-type]
    glyphs = METRICS.words(face).glyphs  # type: ignore[arg-type]
    wrong = [
        code for code, width in font.charWidths.items() if code >= 32 and abs(glyphs[chr(code)] - width * 2.048) > 0.51
    ]
    assert wrong == []
    assert len(glyphs) > 2000


def test_characters_that_the_font_lacks_are_known() -> None:
    assert METRICS.missing(set("ấ≥–漢😀")) == ["漢", "😀"]


@given(vietnamese, st.integers(3_000, 60_000))
def test_wrapping_keeps_every_character_and_the_limit(text: str, limit: int) -> None:
    lines = Wrapper(REGULAR, limit)(text)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(REGULAR[line.strip()] <= limit for line in lines)


@given(vietnamese, st.integers(20_000, 60_000))
def test_wrapping_breaks_only_at_spaces(text: str, limit: int) -> None:
    if max(map(REGULAR.__getitem__, text.split()), default=0) <= limit:
        assert " ".join(Wrapper(REGULAR, limit)(text)).split() == text.split()


def test_a_word_wider_than_its_line_is_cut() -> None:
    lines = Wrapper(REGULAR, 10 * REGULAR["a"])("xx " + "a" * 35 + " yy")
    assert lines == ("xx", "a" * 10, "a" * 10, "a" * 10, "aaaaa yy")


def test_line_feeds_are_kept_as_lines() -> None:
    assert Wrapper(REGULAR, 10**6)("a\n\nb") == ("a", "", "b")


def test_a_balanced_title_is_halved() -> None:
    title = "DANH MỤC NHIỆM VỤ CỤ THỂ TRIỂN KHAI, THỰC HIỆN CÔNG TÁC CẢI CÁCH HÀNH CHÍNH 6 THÁNG CUỐI NĂM 2026"
    limit = 0.9 * REGULAR[title]
    first, second = wrap_balanced(title, REGULAR, limit)
    assert f"{first} {second}" == title
    assert abs(REGULAR[first] - REGULAR[second]) < 0.15 * REGULAR[title]
    assert len(Wrapper(REGULAR, limit)(title)) == 2


@pytest.mark.parametrize(
    ("word", "lines"),
    [
        ("31/12/2025", ("31/12/", "2025")),
        ("88/UBND-VHXH", ("88/", "UBND", "-VHXH")),
        ("HĐND-UBND", ("HĐND", "-UBND")),
        ("mmmmmmmmmm", ("mmmmm", "mmmmm")),
        ("-----------------", None),
    ],
)
def test_a_word_that_is_too_wide_is_cut_where_it_has_a_mark(word: str, lines: tuple[str, ...] | None) -> None:
    found = Wrapper(REGULAR, REGULAR["mmmmm"] + 1)(word)
    assert "".join(found) == word
    assert all(REGULAR[line] <= REGULAR["mmmmm"] + 1 for line in found)
    assert lines is None or found == lines


# --- column widths -----------------------------------------------------------------------------------------------

needs = st.builds(
    lambda least, more, weight: ColumnNeeds(least, least + more, weight),
    st.floats(5, 300), st.floats(0, 800), st.floats(1, 50),
)  # fmt: skip


@given(st.lists(needs, min_size=1, max_size=9))
def test_shares_fill_the_width_and_keep_the_words(columns: list[ColumnNeeds]) -> None:
    widths = share_out(columns, 714.0)
    assert sum(widths) == pytest.approx(714)
    if sum(need.least for need in columns) <= 714:
        assert all(width >= need.least - 0.01 for width, need in zip(widths, columns, strict=True))


def test_no_word_is_broken_and_long_texts_get_more_room() -> None:
    rows = [(str(number), CONTENTS[1], "Nghiêng-ngả_không-ngắt") for number in range(1, 121)]
    table = table_document(rows).blocks[1]
    assert isinstance(table, Table)
    number, content, word = columns_of(table, PAGE.text_width, METRICS).widths
    assert word >= text_width(rows[0][2], PLAIN, METRICS) + 2 * CELL_PADDING
    assert number < 60 < word < content


LONG = "Tổ chức rà soát, công khai đầy đủ thủ tục hành chính tại Bộ phận Một cửa của phường theo quy định hiện hành"
SHORT = "Đang triển khai"


@pytest.mark.parametrize(
    ("filled", "words", "low", "high"),
    [
        (0, "", 0.0, 0.1),  # an empty column has room for its header
        (40, LONG, 0.4, 0.5),  # columns that are alike share
        (40, SHORT, 0.1, 0.25),
        (8, LONG, 0.15, 0.4),  # of few texts, long ones get room, less than if every row had one
        (8, SHORT, 0.05, 0.2),
        (1, LONG, 0.1, 0.35),
    ],
)
def test_a_column_gets_room_for_the_rows_that_it_makes_high(filled: int, words: str, low: float, high: float) -> None:
    rows = [(str(number), LONG, words if number < filled else "") for number in range(40)]
    table = table_document(rows).blocks[1]
    assert isinstance(table, Table)
    _, content, note = columns_of(table, PAGE.text_width, METRICS).widths
    assert low <= note / PAGE.text_width <= high
    assert content >= note - 0.01


def test_texts_beside_longer_ones_give_way() -> None:
    """A column of words that never make a row high is narrower than one of the same words that do."""
    beside_long = [("1", LONG, SHORT) for _ in range(20)] + [("1", "x", "x") for _ in range(20)]
    beside_none = [("1", LONG, "x") for _ in range(20)] + [("1", "x", SHORT) for _ in range(20)]
    widths = []
    for rows in (beside_long, beside_none):
        table = table_document(rows).blocks[1]
        assert isinstance(table, Table)
        widths.append(columns_of(table, 300.0, METRICS).widths[2])
    assert widths[0] < widths[1]


@pytest.mark.parametrize(("total", "breaks"), [(700.0, False), (330.0, True)])
def test_symbols_may_break_after_hyphens_where_room_is_scarce(total: float, breaks: bool) -> None:
    symbol = "88/UBND-VHXH-KTHT"
    rows = [(symbol, symbol, LONG) for _ in range(10)]
    table = table_document(rows).blocks[1]
    assert isinstance(table, Table)
    first, second, content = columns_of(table, total, METRICS).widths
    whole = text_width(symbol, PLAIN, METRICS) + 2 * CELL_PADDING
    assert (first < whole, second < whole) == (breaks, breaks)
    assert content > first


UPRIGHT_WIDTH = (210 - 30 - 15) * 72 / 25.4
_OFFICES = ("Văn phòng HĐND&UBND", "Phòng Văn hóa - Xã hội")


@pytest.mark.parametrize(
    ("columns", "size"), [(6, 11.0), (6, 12.0), (6, 13.0), (7, 11.0), (7, 12.0), (7, 13.0), (9, 11.0), (9, 12.0)]
)
def test_an_upright_page_of_many_columns_cuts_no_word(columns: int, size: float) -> None:
    """Names, dates and years stay whole; a word is broken before a hyphen only; no column of long texts is a sliver."""
    texts = (
        LONG,
        _OFFICES[0],
        "2026-2030",
        LONG,
        "Trước ngày 10/12/2025",
        LONG,
        "Đúng hạn (ngày 10/9/2025)",
        LONG,
        "x",
    )
    looks = [TextStyle(size=size, align="left" if text is LONG else "center") for text in texts]
    rows = tuple(
        Row(tuple(Cell(place, text, look) for place, (text, look) in enumerate(zip(texts, looks, strict=True))))
        for _ in range(3)
    )
    bare = tuple(Row(row.cells[:columns]) for row in rows)
    found = columns_of(Table(columns, (), bare), UPRIGHT_WIDTH, METRICS)
    assert sum(found.widths) == pytest.approx(UPRIGHT_WIDTH)
    assert found.padding == NARROW_PADDING or columns != 9
    assert found.padding == CELL_PADDING or (columns, size) != (6, 11.0)
    for cell, width in zip(bare[0].cells, found.widths, strict=True):
        longest = max(cell.text.split(), key=lambda word: text_width(word, cell.style, METRICS))
        assert text_width(longest, cell.style, METRICS) <= width - 2 * found.padding
        assert cell.text is not LONG or width >= 3.5 * size


# --- heights -----------------------------------------------------------------------------------------------------


def test_row_heights_follow_the_longest_cell_and_the_rule() -> None:
    rule = LineRule(pitch=1.5, padding=4, spare_every=2)
    row = Row((Cell(0, ""), Cell(1, "", TextStyle(size=10))))
    assert row_heights([row], [(("a",), ("a", "b", "c"))], rule) == [(3 + 1) * 15 + 4]


def test_a_tall_cell_over_rows_stretches_them() -> None:
    rule = LineRule(pitch=1, padding=0)
    rows = [Row((Cell(0, "", rows=2), Cell(1, ""))), Row((Cell(1, ""),))]
    assert row_heights(rows, [(("x",) * 6, ("y",)), (("z",),)], rule) == [36, 36]


# --- pages -------------------------------------------------------------------------------------------------------


def test_header_stands_on_every_page_and_no_row_is_cut() -> None:
    pages = pages_of(table_document((str(number), CONTENTS[number % 4], "x") for number in range(100)))
    assert len(pages) > 5
    for page in pages:
        assert page.texts[1 if page.number == 1 else 0].lines == ("Cột 1",)
        assert max(box.bottom for box in page.boxes) <= BOTTOM + 0.02
        assert min(box.top for box in page.boxes) >= TOP - 0.01
    rows = [(page.number, box.lines[0]) for page in pages for box in page.texts if box.lines[0].isdigit()]
    assert [number for _, number in rows] == [str(number) for number in range(100)]


@pytest.mark.parametrize("before", range(8, 24))
@pytest.mark.parametrize("sections", [1, 2])
def test_section_rows_are_never_last_on_a_page(before: int, sections: int) -> None:
    plain = table_document([("1", "a", "b")] * before)
    table = plain.blocks[1]
    assert isinstance(table, Table)
    heads = tuple(heading_row(f"Mục{number}") for number in range(sections))
    rows = table.rows + heads + table.rows[:3]
    pages = pages_of(Document((plain.blocks[0], Table(3, table.header, rows))))
    for page in pages:
        assert not page.texts[-1].lines[0].startswith("Mục")
    assert sum(word.startswith("Mục") for page in pages for word in words_of(page)) == sections


def test_a_row_taller_than_a_page_is_split_with_all_its_words() -> None:
    words = [f"chữ{number}" for number in range(2000)]
    rows = [("1", "ngắn", "x"), ("2", " ".join(words), "ngắn thôi"), ("3", "sau", "y")]
    pages = pages_of(table_document(rows))
    assert len(pages) >= 3
    found = [word for page in pages for word in words_of(page) if word.startswith("chữ")]
    assert found == words
    for page in pages:
        assert max(box.bottom for box in page.boxes) <= BOTTOM + 0.02
        assert page.texts[-1].baseline + 3 <= BOTTOM
    assert words_of(pages[0])[:1] == ["Phụ"]
    assert "ngắn" in words_of(pages[0])
    assert words_of(pages[-1])[-2:] == ["sau", "y"]


def test_a_row_that_fits_on_a_page_of_its_own_is_moved() -> None:
    rows = [("1", "ngắn", "x")] * 15 + [("2", "\n".join("abcdefghijklmnop"), "x")]
    pages = pages_of(table_document(rows))
    assert [line for box in pages[1].texts for line in box.lines if len(line) == 1][1:17] == list("abcdefghijklmnop")


def span_document(text: str, rows: int) -> Document:
    header = (Row((Cell(0, "Mục tiêu"), Cell(1, "Hoạt động"))),)
    top = TextStyle(valign="top")
    first = Row((Cell(0, text, top, rows=rows), Cell(1, "việc 0")))
    return Document((Table(2, header, (first, *(Row((Cell(1, f"việc {number}"),)) for number in range(1, rows)))),))


@pytest.mark.parametrize("words", [3, 150, 600, 3000])
@pytest.mark.parametrize("rows", [2, 40])
def test_a_merged_cell_goes_over_pages_with_all_its_words(words: int, rows: int) -> None:
    wanted = [f"từ{number}" for number in range(words)]
    pages = pages_of(span_document(" ".join(wanted), rows))
    assert [word for page in pages for word in words_of(page) if word.startswith("từ")] == wanted
    assert [word for page in pages for word in words_of(page) if word.isdigit()] == [str(row) for row in range(rows)]
    for page in pages:
        assert max(box.bottom for box in page.boxes) <= BOTTOM + 0.02
        first_column = [box for box in page.boxes if box.left == pytest.approx(PAGE.left_mm * 72 / 25.4)]
        assert len(first_column) == 2  # the header's and one part of the merged cell
        assert all(line.baseline < BOTTOM for line in page.texts)


def test_lines_never_overlap_in_a_column() -> None:
    for page in pages_of(span_document(" ".join(["nghiêng"] * 900), 30)):
        by_column: dict[float, list[float]] = {}
        for text in page.texts:
            by_column.setdefault(text.x, []).extend(text.baseline + n * text.pitch for n in range(len(text.lines)))
        for baselines in by_column.values():
            assert all(below - above > 12 for above, below in pairwise(baselines))


def test_a_document_without_blocks_has_one_page() -> None:
    assert [page.number for page in pages_of(Document(()))] == [1]


def test_bookmarks_lead_to_their_pages() -> None:
    plain = table_document([("1", CONTENTS[1], "b")] * 30)
    table = plain.blocks[1]
    assert isinstance(table, Table)
    rows = (*table.rows, heading_row("II. Hai"), table.rows[0])
    pages = pages_of(Document((plain.blocks[0], Table(3, table.header, rows))))
    assert [mark.title for mark in pages[0].marks] == ["Phụ lục"]
    assert [mark.title for mark in pages[-1].marks] == ["II. Hai"]


# --- frames and cleaning -----------------------------------------------------------------------------------------


def test_frames_that_touch_are_joined() -> None:
    edges = joined_edges([Box(0, 0, 10, 5), Box(10, 0, 20, 5), Box(0, 5, 20, 9)])
    assert edges == [(0, 0, 20, 0), (0, 5, 20, 5), (0, 9, 20, 9), (0, 0, 0, 9), (10, 0, 10, 5), (20, 0, 20, 9)]


def test_clean_documents_are_left_alone() -> None:
    document = table_document([("a", "b\nc\td", "đ")])
    assert clean_document(document) == (document, ())


def test_forbidden_characters_are_removed_with_a_note_and_text_becomes_nfc() -> None:
    document, notes = clean_document(table_document([("a\x00b\x1f\ud800\ufffe", "mo\u0323\u0302t", "x\r\ny\u2028z")]))
    table = document.blocks[1]
    assert isinstance(table, Table)
    assert [cell.text for cell in table.rows[0].cells] == ["ab", "một", "x\ny\nz"]
    assert notes == ("Đã bỏ 4 ký tự điều khiển không ghi được vào tệp; các chữ khác giữ nguyên.",)


def test_printed_lines_are_single_spaced() -> None:
    assert PRINTED.height(2, 12) == pytest.approx(2 * 13.8 + 6)
