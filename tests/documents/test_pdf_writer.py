"""The PDF as a reader sees it: words in order, headers, page numbers, properties; markup stays text."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Sequence

import pypdfium2
import pytest

from cchc_desktop.documents.builders.appendix import build_appendix
from cchc_desktop.documents.builders.indicators import build_indicators
from cchc_desktop.documents.fonts import default_folder
from cchc_desktop.documents.layout.cleaning import document_texts
from cchc_desktop.documents.model import Cell, Document, PageSetup, Row, Table
from cchc_desktop.documents.writers.pdf import write_pdf
from cchc_desktop.domain.errors import Cancelled
from tests.documents.appendix_samples import (
    MOMENT,
    flat_tree,
    indicator_tree,
    nested_tree,
    table_document,
)

PAYLOADS = (
    '<img src="file:///etc/passwd"/>', "<b>x", "a & b &amp; c", "=1+1", "<para>", "</para>", "&#65;",
    "<a href='x'>y</a>",
    "+84", "-5", "@x", "{PAGE}", "(ngoặc \\) lẻ", "%d %s", "<font color=red>đỏ</font>", "]]>", "<!-- -->", "\\\\n",
)  # fmt: skip


def letters() -> list[str]:
    """All 134 precomposed Vietnamese letters with a mark, both cases."""
    bases = "aăâeêioôơuưy"
    tones = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
    small = {unicodedata.normalize("NFC", base + tone) for base in bases for tone in tones} - set("aeiouy") | {"đ"}
    return sorted(small | {letter.upper() for letter in small})


def pdf(document: Document) -> bytes:
    target = io.BytesIO()
    write_pdf(document, target, created=MOMENT, fonts=default_folder())
    return target.getvalue()


def page_texts(data: bytes) -> list[str]:
    file = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_bounded() for page in file]
    finally:
        file.close()


def contains_in_order(words: Sequence[str], wanted: Sequence[str]) -> bool:
    rest = iter(words)
    return all(word in rest for word in wanted)


@pytest.mark.parametrize(
    "document",
    [build_appendix(flat_tree()), build_appendix(flat_tree(), 11), build_appendix(flat_tree(), 13),
     build_indicators(indicator_tree())],
    ids=["appendix", "11 pt", "13 pt", "indicators"],
)  # fmt: skip
def test_every_word_comes_back_in_order(document: Document) -> None:
    found = " ".join(page_texts(pdf(document))).split()
    assert contains_in_order(found, " ".join(document_texts(document)).split())


def test_every_word_of_the_nested_shape_comes_back() -> None:
    document = build_appendix(nested_tree())
    found = " ".join(page_texts(pdf(document))).split()
    assert set(" ".join(document_texts(document)).split()) <= set(found)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_all_vietnamese_letters_come_back(form: str) -> None:
    assert len(letters()) == 134
    words = unicodedata.normalize(form, " ".join(letters()))  # type: ignore[arg-type]
    text = " ".join(page_texts(pdf(table_document([("1", words, words)]))))
    assert all(text.count(letter) >= 2 for letter in letters())


@pytest.mark.parametrize("payload", PAYLOADS)
def test_markup_and_formulas_are_printed_as_typed(payload: str) -> None:
    text = " ".join(page_texts(pdf(table_document([("1", payload, "x")])))[0].split())
    assert payload in text


def test_header_and_page_number_on_every_page() -> None:
    pages = page_texts(pdf(build_appendix(flat_tree(7, 9))))
    assert len(pages) > 4
    for number, text in enumerate(pages, start=1):
        lines = text.split()
        assert "phối hợp" in " ".join(lines)
        assert (lines[0] == str(number)) == (number > 1)


def test_the_page_number_stands_in_the_middle_of_the_top_margin() -> None:
    file = pypdfium2.PdfDocument(pdf(build_appendix(flat_tree())))
    page = file[1]
    width, height = page.get_size()
    left, bottom, right, top = page.get_textpage().get_charbox(0)
    middle = (30 + (297 - 30 - 15) / 2) * 72 / 25.4
    assert (round(width), round(height)) == (842, 595)
    assert (left + right) / 2 == pytest.approx(middle, abs=1.5)
    assert height - 20 * 72 / 25.4 < bottom < top < height
    file.close()


def test_no_page_number_where_the_setup_has_none() -> None:
    document = table_document([("a", "b", "c")] * 80, page=PageSetup(first_numbered=None))
    assert page_texts(pdf(document))[1].split()[0] == "Cột"


def test_a_thousand_rows() -> None:
    rows = [(str(number), f"Nội dung việc {number} của kế hoạch", "Văn phòng") for number in range(1000)]
    found = " ".join(page_texts(pdf(table_document(rows)))).split()
    assert contains_in_order(found, [word for row in rows for word in row[1].split()])


def test_a_task_of_two_thousand_words() -> None:
    words = [f"từ{number}" for number in range(2000)]
    found = " ".join(page_texts(pdf(table_document([("1", " ".join(words), "x")])))).split()
    assert [word for word in found if word.startswith("từ")] == words


def test_fonts_are_embedded_subsets_and_nothing_else_is_named() -> None:
    data = pdf(build_appendix(flat_tree()))
    assert b"Helvetica" not in data
    assert b"+LiberationSerif" in data
    assert b"/FontFile2" in data
    assert len(data) < 200_000


def test_properties_and_outline() -> None:
    data = pdf(build_appendix(flat_tree()))
    assert b"/Lang (vi-VN)" in data
    file = pypdfium2.PdfDocument(data)
    properties = file.get_metadata_dict()
    assert properties["Title"].startswith("Phụ lục DANH MỤC NHIỆM VỤ")
    assert properties["Author"] == "Ủy ban nhân dân phường Hoa Sữa"
    assert properties["CreationDate"] == "D:20260102100405+07'00'"
    titles = [entry.get_title() for entry in file.get_toc()]
    assert titles == [
        "Phụ lục",
        *(f"{n}. Nội dung cải cách thứ {i}" for i, n in enumerate(("I", "II", "III", "IV"), 1)),
    ]
    file.close()


def test_same_input_gives_the_same_bytes() -> None:
    assert pdf(build_appendix(flat_tree())) == pdf(build_appendix(flat_tree()))


def test_notes_name_what_cannot_be_printed() -> None:
    notes = write_pdf(table_document([("a\x01", "漢", "x")]), io.BytesIO(), created=MOMENT)
    assert len(notes) == 2
    assert "Đã bỏ 1 ký tự" in notes[0]
    assert "“漢”" in notes[1]


def test_a_checkpoint_can_stop_the_work() -> None:
    def stop(done: int, total: int) -> None:
        if done == 2:
            raise Cancelled()

    with pytest.raises(Cancelled):
        write_pdf(build_appendix(flat_tree()), io.BytesIO(), created=MOMENT, checkpoint=stop)


def test_an_empty_table_is_only_its_header() -> None:
    table = Table(1, (Row((Cell(0, "TT"),)),), ())
    assert page_texts(pdf(Document((table,))))[0].split() == ["TT"]
