"""The same figures in every paper as Word, PDF and Excel; a thousand tasks; a task that no page holds."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn

from cchc_desktop.documents.followup_papers import build_paper
from cchc_desktop.documents.model import Cell, Document, Paragraph, SideBySide, Table
from cchc_desktop.documents.paper_writer import preview_paper
from cchc_desktop.documents.writers.docx import write_docx
from cchc_desktop.domain.ports import never_cancelled, no_progress
from tests.documents.appendix_samples import CONTENTS, MOMENT
from tests.documents.shown_papers import PAPERS, SHORTENED, report_data, tracking_data
from tests.documents.test_paper_formats import READERS, book, pdf

TEXTS = tuple(f"{CONTENTS[number % 4]} (việc {number})" for number in range(1, 8))
_DAY = re.compile(r"\d\d/\d\d/\d{4}")
papers = pytest.mark.parametrize("name", list(PAPERS))
formats = pytest.mark.parametrize("kind", list(READERS))


@cache
def paper(name: str) -> Document:
    return PAPERS[name](list(TEXTS))


@cache
def word_file(name: str) -> Any:
    target = io.BytesIO()
    write_docx(paper(name), target, created=MOMENT)
    return docx.Document(target)


def _tables(document: Document) -> list[Table]:
    return [block for part in document.sections() for block in part.blocks if isinstance(block, Table)]


def _cells(document: Document) -> list[Cell]:
    return [cell for table in _tables(document) for row in table.all_rows() for cell in row.cells]


def _figures(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the key and the words of every live figure, in paragraphs and in cells."""
    for part in document.sections():
        for block in part.blocks:
            paragraphs: tuple[Paragraph, ...] = block.paragraphs() if isinstance(block, SideBySide) else ()
            paragraphs = (block,) if isinstance(block, Paragraph) else paragraphs
            yield from ((run.figure, run.text) for one in paragraphs for run in one.runs if run.figure)
    yield from ((cell.figure, cell.text) for cell in _cells(document) if cell.figure)


def _squeezed(text: str) -> str:
    return "".join(text.split())


@papers
def test_every_figure_of_the_pdf_is_that_of_the_description(name: str) -> None:
    preview = preview_paper(paper(name), no_progress, never_cancelled)
    file = pypdfium2.PdfDocument(preview.pdf)
    found: Counter[tuple[str, str]] = Counter()
    for figure in preview.figures:
        page = file[figure.page]
        height = page.get_height()
        room = (figure.left - 1, height - figure.bottom, figure.right + 1, height - figure.top)
        found[figure.key, _squeezed(page.get_textpage().get_text_bounded(*room))] += 1
    wanted = Counter((key, _squeezed(text)) for key, text in _figures(paper(name)))
    assert {key for key, _ in found} == {key for key, _ in wanted}
    for (key, text), count in wanted.items():
        assert sum(times for (other, shown), times in found.items() if other == key and text in shown) >= count


@papers
def test_every_cell_of_the_word_file_is_that_of_the_description(name: str) -> None:
    tables = [one for one in word_file(name).tables if one._tbl.tblPr.find(qn("w:tblStyle")) is not None]
    texts = [list(table._tbl.iter(qn("w:tc"))) for table in tables]
    found = [["".join(part.text or "" for part in cell.iter(qn("w:t"))) for cell in cells] for cells in texts]
    wanted = [
        [cell.text.replace("\n", "") for row in table.all_rows() for cell in row.cells]
        for table in _tables(paper(name))
    ]
    assert [list(filter(None, table)) for table in found] == [list(filter(None, table)) for table in wanted]


@papers
def test_every_cell_of_the_workbook_is_that_of_the_description(name: str) -> None:
    stored = [cell.value for sheet in book(paper(name)).worksheets for row in sheet.iter_rows() for cell in row]
    wanted = [(cell.text if cell.value is None else cell.value) for cell in _cells(paper(name))]
    rest = iter(value for value in map(_plain, stored) if value)
    assert [value for value in map(_plain, wanted) if value and value not in rest] == []
    typed = [value for value in stored if isinstance(value, int | float | datetime)]
    assert len(typed) == sum(cell.value is not None for cell in _cells(paper(name)))
    counted = [
        cell for cell in _cells(paper(name)) if _DAY.fullmatch(cell.text) or (cell.figure and cell.text.isdigit())
    ]
    assert [cell.text for cell in counted if cell.value is None] == []


@papers
def test_what_a_sheet_stores_is_what_paper_says(name: str) -> None:
    typed = [cell for cell in _cells(paper(name)) if cell.value is not None]
    assert [cell.text for cell in typed if _read(cell.text) != cell.value] == []
    assert bool(typed) == (name not in ("appendix", "indicators"))


def _read(text: str) -> date | Decimal:
    """Read a date or a number as Vietnamese papers write it: '31/07/2025', '1.250', '33,3%'."""
    if _DAY.fullmatch(text):
        return datetime.strptime(text, "%d/%m/%Y").date()
    return Decimal(text.rstrip("%").replace(".", "").replace(",", "."))


def _plain(value: object) -> str:
    """Return a value as words, whatever type a sheet gives it."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float | Decimal):
        return f"{Decimal(str(value)).normalize():f}"
    return _squeezed(str(value)) if value is not None else ""


@papers
def test_sentences_with_figures_are_the_same_in_all_formats(name: str) -> None:
    blocks = [block for part in paper(name).sections() for block in part.blocks]
    sentences = [
        block.text for block in blocks if isinstance(block, Paragraph) and any(run.figure for run in block.runs)
    ]
    for read in READERS.values():
        found = _squeezed(read(paper(name)))
        assert [sentence for sentence in sentences if _squeezed(sentence) not in found] == []
    assert bool(sentences) == (name not in ("appendix", "indicators", "reminder"))


# --- size --------------------------------------------------------------------------------------------------------


@cache
def thousand(name: str) -> Document:
    texts = [f"Rà soát văn bản đợt{number}" for number in range(1, 1001)]
    if name != "report":
        return PAPERS[name](texts)
    return build_paper(replace(report_data(["Lời văn"]), tracking=(tracking_data(texts),)))


@formats
@pytest.mark.parametrize("name", ["indicators", "agency", "reminder", "report"])
def test_a_thousand_tasks(kind: str, name: str) -> None:
    found = Counter(word.rstrip(".;") for word in READERS[kind](thousand(name)).split() if word.startswith("đợt"))
    led_together = {"đợt1": 2} if name == "agency" else {}
    assert found == {f"đợt{number}": 1 for number in range(1, 1001)} | led_together


def test_a_thousand_tasks_leave_the_chairman_one_page() -> None:
    assert len(pypdfium2.PdfDocument(pdf(thousand("chairman")))) == 1
    for read in READERS.values():
        assert "Tổng số 1000 nhiệm vụ" in read(thousand("chairman"))


LONG = [f"từ{number}" for number in range(2000)]


@formats
@pytest.mark.parametrize("name", [name for name in PAPERS if name != SHORTENED])
def test_a_task_of_two_thousand_words_loses_none(kind: str, name: str) -> None:
    document = PAPERS[name](["ngắn", " ".join(LONG), "sau"])
    found = [word.rstrip("./;") for word in READERS[kind](document).split() if word.startswith("từ")]
    assert found[: len(LONG)] == LONG
    assert len(found) == len(LONG) * (2 if name == "report" else 1)


def test_the_chairmans_sheet_shortens_a_long_task_alike_in_all_formats() -> None:
    document = PAPERS[SHORTENED](["ngắn", " ".join(LONG), "sau"])
    shown = {" ".join(word for word in read(document).split() if word.startswith("từ")) for read in READERS.values()}
    assert len(shown) == 1
    assert shown.pop().endswith("…")
