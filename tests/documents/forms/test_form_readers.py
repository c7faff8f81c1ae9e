"""Cells of superiors' forms as they are read: addresses, labels, what waits; what is refused."""

from __future__ import annotations

import re

import pytest

from cchc_desktop.documents.child import read_form_in_child
from cchc_desktop.documents.forms import reader, reading_json
from cchc_desktop.documents.forms.gaps import fill_gaps, find_gaps
from cchc_desktop.documents.forms.xlsx_parts import kind_of_format
from cchc_desktop.domain.errors import RefusedFile
from cchc_desktop.domain.forms import cells as form_cells
from cchc_desktop.domain.forms.cells import CellKind, describe_cells
from cchc_desktop.domain.ports import never_cancelled, no_progress
from tests.documents import hostile
from tests.documents.forms.sample_forms import TITLE, docx_form, sheet_row, styled, texts, with_macros, xlsx_form
from tests.documents.office_files import cell, row, sheet_xml, table, write_zip, xlsx_parts


def waiting(path):
    """Return the waiting cells of a form as (address, name)."""
    return [(one.address, one.name) for one in describe_cells(reader.read_form(path).cells) if one.is_fillable]


def test_the_cells_of_a_sheet_that_wait(tmp_path):
    found = dict(waiting(xlsx_form(tmp_path / "biểu.xlsx")))
    shown = {address.removeprefix(f"{TITLE}!"): name for address, name in found.items()}
    assert shown == {
        "A1:1": "UBND",
        "A2:1": "Kỳ báo cáo",
        "A2:2": "năm",
        "A2:3": "(từ ngày",
        "A2:4": "tháng",
        "A2:5": "năm",
        "D7": "Số nhiệm vụ đã hoàn thành – Số liệu kỳ trước",
        "E7": "Số nhiệm vụ đã hoàn thành – Số liệu kỳ này",
        "F7": "Số nhiệm vụ đã hoàn thành – Ghi chú",
        "D8": "Tỷ lệ hoàn thành – Số liệu kỳ trước",
        "E8": "Tỷ lệ hoàn thành – Số liệu kỳ này",
        "F8": "Tỷ lệ hoàn thành – Ghi chú",
        "D9": "Số hồ sơ tiếp nhận – Số liệu kỳ trước",
        "E9": "Số hồ sơ tiếp nhận – Số liệu kỳ này",
        "F9": "Số hồ sơ tiếp nhận – Ghi chú",
        "C10": "Cộng – Đơn vị",
        "F10": "Cộng – Ghi chú",
        "C11": "Ngày lập biểu – Đơn vị",
        "D11": "Ngày lập biểu – Số liệu kỳ trước",
        "E11": "Ngày lập biểu – Số liệu kỳ này",
        "F11": "Ngày lập biểu – Ghi chú",
    }


def test_what_nobody_sees_is_left_and_lines_around_cells_are_known(tmp_path):
    columns = '<cols><col min="2" max="2" width="9" hidden="1"/></cols>'
    rows = (
        sheet_row(1, texts(1, "Nội dung", "Mã", "Số liệu"))
        + '<row r="2" hidden="1">' + texts(2, "ẩn") + "</row>"
        + sheet_row(3, texts(3, "Hồ sơ", "LV01"), styled("C3", 1), styled("D3", 0))
    )  # fmt: skip
    borders = '<borders count="2"><border/><border><left style="thin"/></border></borders>'
    styles = f'{borders}<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="0" borderId="1"/></cellXfs>'
    path = write_zip(tmp_path / "b.xlsx", xlsx_parts(sheet_xml(rows, before=columns), titles=("Biểu",), styles=styles))
    reading = reader.read_form(path)
    assert [one.address for one in reading.cells if one.is_framed] == ["Biểu!C3"]
    assert [one.words for one in reading.cells if one.words] == ["Nội dung", "Số liệu", "Hồ sơ"]
    assert reading.notes == ("Dòng, cột bị ẩn trên trang tính “Biểu” được giữ nguyên, không điền được.",)
    assert waiting(path) == [("Biểu!C3", "Hồ sơ – Số liệu")]


def test_what_the_cells_of_a_sheet_take_and_hold(tmp_path):
    cells = {one.address.rpartition("!")[2]: one for one in reader.read_form(xlsx_form(tmp_path / "b.xlsx")).cells}
    takes = {name: cells[name].takes for name in ("A6", "C11", "D10", "E7", "E8", "F7", "F10")}
    assert takes == {
        "A6": CellKind.GENERAL, "C11": CellKind.DATE, "D10": CellKind.FORMULA, "E7": CellKind.NUMBER,
        "E8": CellKind.PERCENT, "F7": CellKind.TEXT, "F10": CellKind.GENERAL,
    }  # fmt: skip
    assert (cells["B7"].room, cells["F7"].room) == (40, 9)
    assert cells["F10"].room == 9 * 12, "a column whose cells wrap"
    assert (cells["A2"].columns, cells["B6"].columns) == (6, 5)
    assert "C6" not in cells, "covered by a merge"
    assert not any(one.table == "Phụ" and one.is_blank for one in cells.values())


def test_the_cells_and_gaps_of_a_word_form_that_wait(tmp_path):
    assert waiting(docx_form(tmp_path / "biểu.docx")) == [
        ("t0:r0:c0:p0:1", "UBND XÃ"),
        ("t0:r0:c1:p0:1", "t0:r0:c1:p0:1"),
        ("t0:r0:c1:p0:2", "ngày"),
        ("t0:r0:c1:p0:3", "tháng"),
        ("t0:r0:c1:p0:4", "năm"),
        ("p0:1", "Kỳ báo cáo"),
        ("p1:1", "Người lập biểu"),
        ("t1:r2:c3", "Số nhiệm vụ đã hoàn thành – Số liệu"),
        ("t1:r2:c4", "Số nhiệm vụ đã hoàn thành – Ghi chú"),
        ("t1:r3:c3", "Số cuộc kiểm tra – Số liệu"),
        ("t1:r3:c4", "Số cuộc kiểm tra – Ghi chú"),
    ]


def test_merged_cells_of_word_and_grouped_headers(tmp_path):
    merged = '<w:vMerge w:val="restart"/>'
    body = table(
        row(cell("TT", merged), cell("Nội dung", merged), cell("Kết quả", '<w:gridSpan w:val="2"/>')),
        row(cell("", "<w:vMerge/>"), cell("", "<w:vMerge/>"), "Số lượng", "Tỷ lệ (%)"),
        row("1", "Hồ sơ", "", ""),
    )
    path = docx_form(tmp_path / "b.docx", body)
    cells = {one.address: one for one in reader.read_form(path).cells}
    assert (cells["t0:r0:c0"].rows, cells["t0:r0:c2"].columns) == (2, 2)
    assert "t0:r1:c0" not in cells
    assert waiting(path) == [("t0:r2:c2", "Hồ sơ – Kết quả – Số lượng"), ("t0:r2:c3", "Hồ sơ – Kết quả – Tỷ lệ (%)")]


def test_a_table_inside_a_cell_is_left_alone_and_told_of(tmp_path):
    body = table(row("1", cell(content=table(row("a", ""))), ""))
    reading = reader.read_form(docx_form(tmp_path / "b.docx", body))
    assert [one.address for one in reading.cells] == ["t0:r0:c0", "t0:r0:c2"]
    assert reading.notes == ("Bảng 1: Bảng lồng trong ô được giữ nguyên, không điền được.",)


def test_the_child_reads_what_is_read_here(tmp_path):
    path = xlsx_form(tmp_path / "biểu.xlsx")
    here = reader.read_form(path)
    assert read_form_in_child(path, no_progress, never_cancelled) == here
    assert reading_json.load(reading_json.dump(here)) == here
    with pytest.raises(ValueError, match="not a reading"):
        reading_json.load(b'{"cells": 1}')


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda folder: with_macros(folder / "b.xlsx"), "macro"),
        (lambda folder: xlsx_form(folder / "b.docx"), "đuôi tệp thành .xlsx"),
        (hostile.truncated, "thiếu phần cuối"),
        (hostile.encrypted_entry, "mật khẩu"),
        (hostile.raw_bytes(b"%PDF-1.7"), "PDF"),
    ],
)
def test_hostile_forms_are_refused(tmp_path, make, words):
    with pytest.raises(RefusedFile, match=f"(?i){words}"):
        reader.read_form(make(tmp_path))


def test_a_form_of_too_many_cells_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(reader, "MOST_CELLS", 10)
    with pytest.raises(RefusedFile, match="trên 10 ô"):
        reader.read_form(docx_form(tmp_path / "b.docx"))


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("Kỳ báo cáo: ……", ["……"]),
        ("ngày…tháng…năm…", ["…", "…", "…"]),
        ("Số: ....../BC", ["......"]),
        ("từ ngày ... đến ngày ...", ["...", "..."]),
        ("Họ tên: ________", ["________"]),
        ("năm . . . . . .", [". . . . . ."]),
        ("quý ..... năm 20..", [".....", ".."]),
        ("quyết định, tờ trình, v.v…", []),
        ("báo cáo, kế hoạch...", []),
        ("Điều 1. Phạm vi.. khác", []),
        ("", []),
    ],
)
def test_gaps_are_runs_of_dots_that_wait_for_words(text, gaps):
    assert [text[one.start : one.end] for one in find_gaps(text)] == gaps


@pytest.mark.parametrize(
    ("pieces", "words", "expected"),
    [
        (["Kỳ: …", "…… năm ", "..", "..", " x"], {1: "Quý I"}, ["Kỳ: Quý I", " năm ", "..", "..", " x"]),
        (["Kỳ: …", "…… năm ", "..", "..", " x"], {1: "A", 2: "2026"}, ["Kỳ: A", " năm ", "2026", "", " x"]),
        (["… và …"], {2: "…"}, ["… và …"]),
        (["Tên:", "\t"], {1: "An"}, ["Tên:", "An\t"]),
    ],
)
def test_words_take_the_place_of_gaps(pieces, words, expected):
    assert fill_gaps(pieces, words) == expected


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("General", CellKind.GENERAL), ("@", CellKind.TEXT), ("#,##0", CellKind.NUMBER), ("0.00", CellKind.NUMBER),
        ("0%", CellKind.PERCENT), ("dd/mm/yyyy", CellKind.DATE), ('#,##0" hồ sơ"', CellKind.NUMBER),
        ("[Red]0;-0", CellKind.NUMBER), ("", CellKind.GENERAL), ('"x"', CellKind.GENERAL),
    ],
)  # fmt: skip
def test_what_number_formats_take(code, kind):
    assert kind_of_format(code) is kind


def test_cells_as_json_come_back(tmp_path):
    cells = reader.read_form(xlsx_form(tmp_path / "b.xlsx")).cells
    assert form_cells.cells_from_json(form_cells.cells_to_json(cells)) == cells
    assert all(re.match(r"(Biểu 01|Phụ)![A-Z]+\d+(:\d+)?$", one.address) for one in cells)
