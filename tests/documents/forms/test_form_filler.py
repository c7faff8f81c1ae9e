"""Filled copies of superiors' forms: what was put in comes back, all else is as it was, nothing is ever executed."""

from __future__ import annotations

import unicodedata
import xml.etree.ElementTree as ET
from datetime import date
from decimal import Decimal
from random import Random

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from cchc_desktop.documents.forms.filler import fill_form
from cchc_desktop.documents.forms.reader import read_form
from cchc_desktop.domain.errors import Cancelled, CannotWrite, RefusedFile
from cchc_desktop.domain.forms.cells import CellKind
from cchc_desktop.domain.forms.writing import FilledCell
from cchc_desktop.domain.ports import never_cancelled, no_progress
from tests.documents.forms.sample_forms import TITLE, docx_form, parts_of, sheet_row, styled, with_macros, xlsx_form
from tests.documents.office_files import cell, row, sheet_xml, table, write_zip, xlsx_parts
from tests.documents.payloads import PAYLOADS
from tests.documents.test_child import mutate_part

LETTERS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
EVERY_LETTER = "".join(unicodedata.normalize("NFC", letter + tone) for letter in LETTERS for tone in TONES) + "đ"
VIETNAMESE = EVERY_LETTER + EVERY_LETTER.upper()


def sheet(reference, content, takes=CellKind.GENERAL):
    return FilledCell(f"{TITLE}!{reference}", content, takes)


def fill(original, cells, target):
    notes = fill_form(original, cells, target, no_progress, never_cancelled)
    return notes, {one.address: one.words for one in read_form(target).cells}


# --- what is put in comes back ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["normal", "decomposed"])
def test_every_letter_and_payload_comes_back_as_text_from_a_sheet(tmp_path, form):
    texts = [*PAYLOADS, VIETNAMESE if form == "normal" else unicodedata.normalize("NFD", VIETNAMESE)]
    rows = "".join(sheet_row(number, styled(f"A{number}", 1)) for number in range(1, len(texts) + 1))
    original = xlsx_form(tmp_path / "b.xlsx", rows + sheet_row(200, '<c r="A200"><v>1</v></c>'))
    cells = [sheet(f"A{number}", text) for number, text in enumerate(texts, start=1)]
    fill_form(original, cells, tmp_path / "x.xlsx", no_progress, never_cancelled)
    found = load_workbook(tmp_path / "x.xlsx")[TITLE]
    shown = [found.cell(number, 1) for number in range(1, len(texts) + 1)]
    assert [one.value for one in shown] == [unicodedata.normalize("NFC", text) for text in texts]
    assert {one.data_type for one in shown} == {"s"}
    assert all(one.quotePrefix for one in shown if str(one.value).startswith(("=", "+", "-", "@")))
    assert {one.number_format for one in shown} == {"#,##0"}, "the style stays"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_every_letter_and_payload_comes_back_as_text_from_word(tmp_path, form):
    texts = [*PAYLOADS, unicodedata.normalize(form, VIETNAMESE), "hai\ndòng"]
    original = docx_form(tmp_path / "b.docx", table(*(row(str(number), "") for number in range(len(texts)))))
    cells = [FilledCell(f"t0:r{number}:c1", text) for number, text in enumerate(texts)]
    fill_form(original, cells, tmp_path / "x.docx", no_progress, never_cancelled)
    found = Document(tmp_path / "x.docx")
    assert [one.cells[1].text for one in found.tables[0].rows] == [unicodedata.normalize("NFC", text) for text in texts]
    body = found.element.body.xml
    assert "instrText" not in body and "fldSimple" not in body


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.dictionaries(
        st.sampled_from(
            ["t0:r0:c0:p0:1", "t0:r0:c1:p0:1", "t0:r0:c1:p0:3", "p0:1", "t1:r2:c3", "t1:r3:c4", "t1:r1:c1"]
        ),
        st.text(
            st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")), max_size=30
        )
        .map(lambda text: unicodedata.normalize("NFC", text).strip())
        .filter(lambda text: text and not set(text) & set("….‥·_")),
        max_size=7,
    )
)
def test_what_is_put_into_a_word_form_comes_back(tmp_path, words):
    original = docx_form(tmp_path / "b.docx")
    fill_form(
        original, [FilledCell(*pair) for pair in words.items()], tmp_path / "x.docx", no_progress, never_cancelled
    )
    tables = Document(tmp_path / "x.docx").tables
    whole = {"t1:r2:c3": (2, 3), "t1:r3:c4": (3, 4), "t1:r1:c1": (1, 1)}
    for address, (number, column) in whole.items():
        if address in words:
            assert tables[1].rows[number].cells[column].text == words[address]
    for address in words.keys() - whole.keys() - {"p0:1"}:
        assert words[address] in tables[0].rows[0].cells[int(address[7])].text
    before, after = parts_of(original), parts_of(tmp_path / "x.docx")
    assert {name for name in before if before[name] != after[name]} <= {"word/document.xml"}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    numbers=st.dictionaries(
        st.sampled_from(["D7", "E7", "D9", "E9", "A7", "G20", "C3"]),
        st.decimals(-(10**9), 10**9, places=2),
        max_size=7,
    )
)
def test_numbers_come_back_from_a_sheet_and_all_other_cells_stay(tmp_path, numbers):
    original = xlsx_form(tmp_path / "b.xlsx")
    cells = [sheet(reference, number, CellKind.NUMBER) for reference, number in numbers.items()]
    fill_form(original, cells, tmp_path / "x.xlsx", no_progress, never_cancelled)
    before, after = (load_workbook(path)[TITLE] for path in (original, tmp_path / "x.xlsx"))
    for line in before.iter_rows():
        for one in line:
            if one.coordinate not in numbers:
                assert after[one.coordinate].value == one.value
            assert after[one.coordinate].style_id == one.style_id
    assert all(Decimal(str(after[reference].value)) == number for reference, number in numbers.items())
    assert after.merged_cells.ranges == before.merged_cells.ranges


# --- how it is written ------------------------------------------------------------------------------------------------


def test_kinds_of_content_in_cells_of_a_sheet(tmp_path):
    cells = [
        sheet("E7", Decimal("1250"), CellKind.NUMBER),
        sheet("E8", Decimal("63.8"), CellKind.PERCENT),
        sheet("C11", date(2025, 9, 14), CellKind.DATE),
        sheet("F7", "=1+1", CellKind.TEXT),
        sheet("A2:1", "Quý III"),
        sheet("A2:2", "2025"),
        sheet("A1:1", "PHƯỜNG <An> & B"),
    ]
    _, found = fill(xlsx_form(tmp_path / "b.xlsx"), cells, tmp_path / "x.xlsx")
    shown = {name: found[f"{TITLE}!{name}"] for name in ("E7", "E8", "C11", "F7", "A2", "A1")}
    assert shown == {
        "E7": "1.250", "E8": "63,8%", "C11": "14/09/2025", "F7": "=1+1", "A1": "UBND PHƯỜNG <An> & B",
        "A2": "Kỳ báo cáo: Quý III năm 2025 (từ ngày … tháng … năm …)",
    }  # fmt: skip


def test_formulas_are_kept_and_worked_out_anew_when_the_copy_is_opened(tmp_path):
    original = xlsx_form(tmp_path / "b.xlsx")
    fill(original, [sheet("E7", Decimal(5))], tmp_path / "x.xlsx")
    found = load_workbook(tmp_path / "x.xlsx")
    assert (found[TITLE]["E10"].value, found["Phụ"]["A1"].value) == ("=SUM(E7:E9)", "='Biểu 01'!E7*2")
    assert found.calculation.fullCalcOnLoad
    assert load_workbook(tmp_path / "x.xlsx", data_only=True)[TITLE]["E10"].value is None, "no stale result"


def test_only_the_parts_concerned_change(tmp_path):
    original = xlsx_form(tmp_path / "b.xlsx")
    fill(original, [sheet("E7", Decimal(5))], tmp_path / "x.xlsx")
    before, after = parts_of(original), parts_of(tmp_path / "x.xlsx")
    assert list(before) == list(after), "the same parts in the same order"
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"}


def test_a_copy_with_nothing_filled_in_holds_the_same_parts(tmp_path):
    for original, ending in ((docx_form(tmp_path / "b.docx"), "docx"), (xlsx_form(tmp_path / "b.xlsx"), "xlsx")):
        target = tmp_path / f"x.{ending}"
        fill_form(original, [], target, no_progress, never_cancelled)
        before, after = parts_of(original), parts_of(target)
        assert before.keys() == after.keys()
        kept = [name for name in before if "media" in name or "custom" in name or "styles" in name]
        assert all(before[name] == after[name] for name in kept)


def test_looks_of_a_word_cell_and_of_a_gap_are_kept(tmp_path):
    original = docx_form(tmp_path / "b.docx")
    fill(original, [FilledCell("t1:r2:c3", "12"), FilledCell("p0:1", "Quý I")], tmp_path / "x.docx")
    found = Document(tmp_path / "x.docx")
    cell_ = found.tables[1].rows[2].cells[3]
    assert [one.text for one in cell_.paragraphs] == ["12"]
    assert cell_.paragraphs[0].alignment == 1 and cell_.paragraphs[0].runs[0].italic
    assert [(run.text, run.bold) for run in found.paragraphs[0].runs] == [
        ("Kỳ báo cáo: ", None), ("Quý I", True), (", v.v…", None),
    ]  # fmt: skip


def test_a_drawn_line_stays_behind_its_words(tmp_path):
    original = docx_form(tmp_path / "b.docx")
    fill(original, [FilledCell("p1:1", " Trần Thị Mẫu")], tmp_path / "x.docx")
    assert Document(tmp_path / "x.docx").paragraphs[1].text == "Người lập biểu: Trần Thị Mẫu\t"


def test_a_strict_document_stays_strict(tmp_path):
    original = docx_form(tmp_path / "b.docx", strict=True)
    _, found = fill(original, [FilledCell("t1:r3:c3", "9")], tmp_path / "x.docx")
    assert found["t1:r3:c3"] == "9"
    root = ET.fromstring(parts_of(tmp_path / "x.docx")["word/document.xml"])
    assert root.tag.startswith("{http://purl.oclc.org/")


def test_gaps_in_shared_rich_texts_keep_their_runs(tmp_path):
    strings = "<si><r><t>Đơn vị: </t></r><r><rPr><b/></rPr><t>………</t></r></si>"
    rows = sheet_row(1, '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>0</v></c>')
    path = write_zip(tmp_path / "b.xlsx", xlsx_parts(sheet_xml(rows), titles=(TITLE,), strings=strings))
    _, found = fill(path, [sheet("A1:1", "Phường")], tmp_path / "x.xlsx")
    assert (found[f"{TITLE}!A1"], found[f"{TITLE}!B1"]) == ("Đơn vị: Phường", "Đơn vị: ………")
    part = parts_of(tmp_path / "x.xlsx")["xl/worksheets/sheet1.xml"].decode()
    assert part.count("<b/>") == 1 and "Phường" in part


def test_new_cells_get_the_style_of_their_column_and_their_place_in_the_row(tmp_path):
    original = xlsx_form(tmp_path / "b.xlsx")
    fill(original, [sheet("F11", "a"), sheet("A11", "b"), sheet("C3", "c")], tmp_path / "x.xlsx")
    found = load_workbook(tmp_path / "x.xlsx")[TITLE]
    assert [found[name].value for name in ("A11", "B11", "F11", "C3")] == ["b", "Ngày lập biểu:", "a", "c"]
    assert found["F11"].alignment.wrap_text
    rows = ET.fromstring(parts_of(tmp_path / "x.xlsx")["xl/worksheets/sheet1.xml"]).iter()
    numbers = [int(one.get("r")) for one in rows if one.tag.endswith("}row")]
    assert numbers == sorted(numbers)


# --- what goes wrong --------------------------------------------------------------------------------------------------


def test_letters_that_no_file_holds_are_left_out_and_told_of(tmp_path):
    notes, found = fill(docx_form(tmp_path / "b.docx"), [FilledCell("t1:r3:c3", "a\x07b\ufffe")], tmp_path / "x.docx")
    assert found["t1:r3:c3"] == "ab"
    assert notes == ("Đã bỏ 2 ký tự ẩn hoặc ký tự điều khiển mà tệp không chứa được.",)


@pytest.mark.parametrize("address", ["t9:r0:c0", "p0:x", "t1:r99:c0"])
def test_an_address_that_a_word_form_does_not_have_is_refused(tmp_path, address):
    with pytest.raises(RefusedFile, match="không có ô"):
        fill(docx_form(tmp_path / "b.docx"), [FilledCell(address, "x")], tmp_path / "x.docx")
    assert not (tmp_path / "x.docx").exists()


@pytest.mark.parametrize("address", ["Khác!A1", f"{TITLE}!1", "A1"])
def test_an_address_that_a_workbook_does_not_have_is_refused(tmp_path, address):
    with pytest.raises(RefusedFile, match="không có ô"):
        fill(xlsx_form(tmp_path / "b.xlsx"), [FilledCell(address, "x")], tmp_path / "x.xlsx")


def test_macros_are_refused_when_filling_too(tmp_path):
    with pytest.raises(RefusedFile, match="macro"):
        fill(with_macros(tmp_path / "b.xlsx"), [], tmp_path / "x.xlsx")


def test_a_stop_or_a_fault_leaves_the_old_file(tmp_path):
    original, target = docx_form(tmp_path / "b.docx", table(row(cell("1"), ""))), tmp_path / "x.docx"
    target.write_bytes(b"old")
    for stops_after in range(6):
        asked = iter([False] * stops_after + [True] * 99)
        with pytest.raises(Cancelled):
            fill_form(original, [FilledCell("t0:r0:c1", "x")], target, no_progress, lambda asked=asked: next(asked))
        assert target.read_bytes() == b"old"
    with pytest.raises(CannotWrite, match="Không có thư mục"):
        fill_form(original, [], tmp_path / "không có" / "x.docx", no_progress, never_cancelled)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_progress_ends_at_the_whole(tmp_path):
    told: list[tuple[int, int]] = []
    original = docx_form(tmp_path / "b.docx")
    fill_form(original, [], tmp_path / "x.docx", lambda *call: told.append(call), never_cancelled)
    assert told == sorted(told) and told[-1] == (100, 100)


@pytest.mark.parametrize(("make", "ending"), [(xlsx_form, "xlsx"), (docx_form, "docx")])
def test_mutants_are_refused_or_filled_and_read_again(tmp_path, make, ending):
    chance = Random(5)
    honest = parts_of(make(tmp_path / f"b.{ending}"))
    mutant, target = tmp_path / f"m.{ending}", tmp_path / f"x.{ending}"
    filled = 0
    for _ in range(60):
        write_zip(mutant, mutate_part(honest, chance))
        try:
            cells = read_form(mutant).cells
            fill_form(mutant, [FilledCell(one.address, "=1") for one in cells], target, no_progress, never_cancelled)
        except RefusedFile as refusal:
            assert refusal.message
        else:
            assert len(read_form(target).cells) > 0
            filled += 1
    assert filled > 5
