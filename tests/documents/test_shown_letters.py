"""Letters of every element of a paper by decree 30/2020 (appendix I, part V), read back from all three formats."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache
from typing import Any, NamedTuple

import docx
import openpyxl
import pypdfium2
import pytest
from docx.oxml.ns import qn
from openpyxl.cell.rich_text import CellRichText

from cchc_desktop.documents.builders.paper_parts import PaperParts
from cchc_desktop.documents.model import Document
from cchc_desktop.documents.writers.docx import write_docx
from cchc_desktop.documents.writers.xlsx import write_xlsx
from tests.documents.appendix_samples import MOMENT
from tests.documents.paper_samples import letter, report
from tests.documents.pdf_ruler import Char, chars, found_in
from tests.documents.test_paper_formats import pdf


class Look(NamedTuple):
    """How some words must look by the decree (appendix I, part V): sizes from and to, weight, slant."""

    words: str
    least: float
    most: float
    bold: bool = False
    italic: bool = False


DECREE = (
    Look("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, 13, bold=True),
    Look("Độc lập - Tự do - Hạnh phúc", 13, 14, bold=True),
    Look("ỦY BAN NHÂN DÂN", 12, 13, bold=True),
    Look("PHƯỜNG HOA SỮA", 12, 13, bold=True),
    Look("/BC-UBND", 13, 13),
    Look("tháng 9 năm 2026", 13, 14, italic=True),
    Look("BÁO CÁO", 13, 14, bold=True),
    Look("Kết quả công tác cải cách hành chính quý III năm 2026", 13, 14, bold=True),
    Look("Kính gửi: Sở Nội vụ thành phố", 13, 14),
    Look("Căn cứ Nghị quyết số 76/NQ-CP;", 13, 14, italic=True),
    Look("I. CHỈ ĐẠO ĐIỀU HÀNH, KIỂM TRA VÀ TUYÊN TRUYỀN", 13, 14, bold=True),
    Look("1. Kết quả thực hiện", 13, 14, bold=True),
    Look("a) Công khai thủ tục", 13, 14),
    Look("Ủy ban nhân dân phường đã chỉ đạo", 13, 14),
    Look("TM. ỦY BAN NHÂN DÂN", 13, 14, bold=True),
    Look("PHÓ CHỦ TỊCH", 13, 14, bold=True),
    Look("Trần Thị Thu Hằng", 13, 14, bold=True),
    Look("Nơi nhận:", 12, 12, bold=True, italic=True),
    Look("- Như trên;", 11, 11),
    Look("- Lưu: VT, VHXH.", 11, 11),
    Look("Phụ lục II", 14, 14, bold=True),
    Look("TỔNG HỢP SỐ LIỆU", 13, 14, bold=True),
    Look("(Kèm theo Báo cáo số …/BC-UBND", 13, 14, italic=True),
    Look("Số nhiệm vụ", 11, 13, bold=True),
    Look("Cải cách thể chế", 11, 13),
)
LETTER = (
    Look("UBND PHƯỜNG HOA SỮA", 12, 13),
    Look("PHÒNG VĂN HÓA - XÃ HỘI", 12, 13, bold=True),
    Look("Số: 07/VHXH", 13, 13),
    Look("Hoa Sữa, ngày 05 tháng 02 năm 2026", 13, 14, italic=True),
    Look("V/v đôn đốc thực hiện", 12, 13),
    Look("Kính gửi:", 13, 14),
    Look("- Công an phường.", 13, 14),
    Look("TRƯỞNG PHÒNG", 13, 14, bold=True),
    Look("- UBND phường (để b/c);", 11, 11),
)


def _whole_report() -> Document:
    """Return the sample report with legal bases and a point of the third level in it."""
    made, parts = report(), PaperParts()
    place = next(number for number, block in enumerate(made.blocks) if getattr(block, "role", "") == "heading1")
    more = (
        *parts.legal_bases(("Căn cứ Nghị quyết số 76/NQ-CP", "Căn cứ Kế hoạch")),
        parts.heading(3, 1, "Công khai thủ tục"),
    )
    return replace(made, blocks=(*made.blocks[:place], *more, *made.blocks[place:]))


SAMPLES = {"report": (_whole_report, DECREE), "letter": (letter, LETTER)}
cases = pytest.mark.parametrize(
    ("sample", "look"), [(name, look) for name, (_, looks) in SAMPLES.items() for look in looks],
    ids=lambda value: value if isinstance(value, str) else value.words,
)  # fmt: skip


@cache
def sample(name: str) -> Document:
    return SAMPLES[name][0]()


@cache
def sample_chars(name: str) -> list[list[Char]]:
    return [chars(page) for page in pypdfium2.PdfDocument(pdf(sample(name)))]


@cache
def sample_runs(name: str) -> list[tuple[str, float, bool, bool]]:
    """Return paragraph by paragraph the words of a Word file with the look of their first run."""
    target = io.BytesIO()
    write_docx(sample(name), target, created=MOMENT)
    word = docx.Document(target)
    every = (docx.text.paragraph.Paragraph(found, word.element.body) for found in word.element.body.iter(qn("w:p")))
    return [_run_look(word, found) for found in every if found.runs]


def _run_look(word: Any, paragraph: Any) -> tuple[str, float, bool, bool]:
    id_ = paragraph._p.pPr.find(qn("w:pStyle")).get(qn("w:val"))
    style = next(one.font for one in word.styles if one.style_id == id_)
    run = paragraph.runs[0].font
    size = (run.size or style.size).pt if run.size or style.size else 14.0
    bold, italic = (
        own if own is not None else usual for own, usual in ((run.bold, style.bold), (run.italic, style.italic))
    )
    return paragraph.text, size, bool(bold), bool(italic)


@cache
def sample_cells(name: str) -> list[tuple[str, float, bool, bool, str]]:
    """Return cell by cell the words of a workbook with the look of their first part."""
    target = io.BytesIO()
    write_xlsx(sample(name), target, created=MOMENT)
    book = openpyxl.load_workbook(target, rich_text=True)
    return [_cell_look(cell) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]


def _cell_look(cell: Any) -> tuple[str, float, bool, bool, str]:
    rich = cell.value[0].font if isinstance(cell.value, CellRichText) else None
    if rich is not None:
        return str(cell.value), rich.sz, bool(rich.b), bool(rich.i), rich.rFont
    return str(cell.value), cell.font.size, bool(cell.font.bold), bool(cell.font.italic), cell.font.name


@cases
def test_letters_of_every_element_in_the_pdf(sample: str, look: Look) -> None:
    squeezed = "".join(look.words.split())
    page = next(one for one in sample_chars(sample) if squeezed in "".join(char.letter for char in one))
    letters = found_in(page, look.words)
    faces = {char.font.removeprefix("LiberationSerif").strip("-") for char in letters}
    assert faces == {("Bold" if look.bold else "") + ("Italic" if look.italic else "")}
    assert {look.least <= char.size <= look.most for char in letters} == {True}
    assert {char.colour for char in letters} == {(0, 0, 0)}


def _starting(rows: list[Any], look: Look) -> Any:
    """Return the first row that begins with the words, else the first that has them."""
    spaced = [(" ".join(row[0].split()), row) for row in rows]
    having = [row for text, row in spaced if text.startswith(look.words)] or [
        r for text, r in spaced if look.words in text
    ]
    return having[0]


@cases
def test_letters_of_every_element_in_word(sample: str, look: Look) -> None:
    _, size, bold, italic = _starting(sample_runs(sample), look)
    assert (bold, italic) == (look.bold, look.italic)
    assert look.least <= size <= look.most


@cases
def test_letters_of_every_element_on_a_sheet(sample: str, look: Look) -> None:
    _, size, bold, italic, font = _starting(sample_cells(sample), look)
    assert (bold, italic, font) == (look.bold, look.italic, "Times New Roman")
    assert look.least <= size <= look.most


@cases
def test_letters_are_of_one_size_in_all_formats(sample: str, look: Look) -> None:
    squeezed = "".join(look.words.split())
    page = next(one for one in sample_chars(sample) if squeezed in "".join(char.letter for char in one))
    sizes = {
        found_in(page, look.words)[0].size,
        *(_starting(rows(sample), look)[1] for rows in (sample_runs, sample_cells)),
    }
    assert len(sizes) == 1
