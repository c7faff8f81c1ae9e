"""The lists of the page as Qt sees them, and what the search and the filters leave; no window."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from cchc_desktop.domain.evidence.files import FileState
from cchc_desktop.domain.evidence.register import StoredFile
from cchc_desktop.domain.forms.cells import CellKind, FormCell, ReadCell, describe_cells
from cchc_desktop.domain.forms.form import MappedCell, SuperiorForm
from cchc_desktop.domain.forms.matching import Choice, Proposal
from cchc_desktop.domain.forms.sources import NOTHING, TYPED, CellSource, SourceKind
from cchc_desktop.services.form_filling import CellValue, DoubtCode, FormDoubt
from cchc_desktop.services.forms import FormLine
from cchc_desktop.ui.forms.cells_model import CellColumn, CellsModel
from cchc_desktop.ui.forms.forms_model import FormsModel
from cchc_desktop.ui.forms.lines import CellFilter, CellLine, CellState, counts, found, state_of
from cchc_desktop.ui.forms.lost import LostModel
from cchc_desktop.ui.forms.reading import ListedForm
from cchc_desktop.ui.forms.sheet import letters_of, sheet_of, tables_of
from cchc_desktop.ui.forms.sheet_pane import SheetModel
from cchc_desktop.ui.forms.sources import offered, options_for
from cchc_desktop.ui.forms.typed import TypedCell, TypedCells
from cchc_desktop.ui.forms.words import place_words
from tests.ui.forms.samples import DONE, FIRST, SHEET

FIGURE = CellSource(SourceKind.FIGURE, "done", "Đã hoàn thành")
CHOICE = Choice(FIGURE, "Đã hoàn thành", "Số liệu báo cáo", other_words=("nhiệm vụ đã hoàn thành",))
TESTER = QAbstractItemModelTester.FailureReportingMode.Fatal


def cell(number: int) -> FormCell:
    return [one for one in describe_cells(FIRST.cells) if one.is_fillable][number]


def line(number: int, source: CellSource | None = None, content: object = None, *codes: DoubtCode) -> CellLine:
    one = cell(number)
    mapped = MappedCell(number + 1, one.address, source, one.name) if source else None
    doubts = tuple(FormDoubt(code, f"{one.name}: {code}") for code in codes)
    value = CellValue(one, mapped, source.words if source else "", content, doubts=doubts)
    return CellLine(value, place_words(one.read), None, one.name.lower(), state_of(value))


UNMAPPED = line(0, None, None, DoubtCode.UNMAPPED)
COUNTED = line(3, FIGURE, Decimal(12))
BY_HAND = line(6, TYPED, "", DoubtCode.EMPTY)
LEFT = line(8, NOTHING)
LINES = (UNMAPPED, COUNTED, BY_HAND, LEFT)


def test_the_cells_as_a_model(qapp):
    model = CellsModel()
    tester = QAbstractItemModelTester(model, TESTER)
    model.show_lines(LINES, {}, "Quý IV năm 2025")
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    model.show_lines(LINES, {COUNTED.address: TypedCell(1, "2026-Q1", COUNTED.address, "5", "Đầy.")})
    assert not resets  # the same cells: place and editors stay
    model.show_lines(LINES[:2], {})
    model.show_lines((), {})
    assert resets and tester is not None


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        (0, CellColumn.PLACE, "B2"),
        (0, CellColumn.NAME, "Số nhiệm vụ đã hoàn thành – Kỳ này"),
        (0, CellColumn.NOTE, "Chưa gán nguồn"),
        (1, CellColumn.SOURCE, "Đã hoàn thành"),
        (1, CellColumn.NOW, "12"),
        (2, CellColumn.NOTE, "Chưa có số liệu"),
    ],
)
def test_what_a_row_says(qapp, row, column, words):
    model = CellsModel()
    model.show_lines(LINES, {})
    assert model.index(row, column).data() == words


def test_only_what_is_typed_by_hand_can_be_typed_into(qapp):
    model = CellsModel()
    model.show_lines(LINES, {})
    typed: list[object] = []
    model.typed.connect(typed.append)
    editable = [bool(model.index(row, CellColumn.NOW).flags() & Qt.ItemFlag.ItemIsEditable) for row in range(4)]
    assert editable == [True, False, True, False]
    assert not model.setData(model.index(1, CellColumn.NOW), "7")
    assert model.setData(model.index(2, CellColumn.NOW), " Thảo ")
    assert model.setData(model.index(2, CellColumn.NOW), "")  # nothing stood there
    assert typed == [{BY_HAND.address: "Thảo"}]


def test_filters_and_search(qapp):
    assert found(LINES, "TALKS", CellFilter.ALL) == []
    assert found(LINES, "", CellFilter.UNMAPPED) == [UNMAPPED]
    assert found(LINES, "", CellFilter.DOUBTFUL) == [BY_HAND]
    assert counts(LINES)[CellFilter.ALL] == 4


def test_a_proposal_stands_first_and_the_row_s_own_value_of_last_time_above_all_figures(qapp):
    choices = offered([CHOICE])
    one = CellLine(UNMAPPED.value, "B2", Proposal(UNMAPPED.address, CHOICE, 1.0))
    words = [option.words for _, option in options_for([one], LINES, choices)]
    assert words[:3] == ["Đề xuất: Đã hoàn thành", "Nhập tay mỗi kỳ", "Để nguyên, không điền ô này"]
    beside = line(4)
    assert options_for([beside], LINES, choices)[2][1].source == CellSource(
        SourceKind.LAST, COUNTED.address, COUNTED.name
    )
    several = [option.words for _, option in options_for([one, COUNTED], LINES, choices)]
    assert several[:3] == ["Nhập tay mỗi kỳ", "Để nguyên, không điền ô này", "Bỏ nguồn đã gán"]


@pytest.mark.parametrize(
    ("read", "words"),
    [
        (ReadCell("Biểu 01!D7", "Biểu 01", 7, 4), "D7"),
        (ReadCell("Biểu 01!A3:2", "Biểu 01", 3, 1, gap=2), "A3, chỗ 2"),
        (ReadCell("t0:r3:c2", "Bảng 1", 4, 3), "Bảng 1, dòng 4, cột 3"),
        (ReadCell("p12:1", "", 13, 1, gap=1), "Đoạn 13, chỗ 1"),
    ],
)
def test_a_place_as_a_person_finds_it(qapp, read, words):
    assert place_words(read) == words
    assert place_words(read, with_table=True) == (f"{words} · Biểu 01" if "!" in read.address else words)


def test_the_lists_of_forms_and_of_lost_sources(qapp):
    stored = SuperiorForm("Biểu 01", StoredFile("ab" * 32, "xlsx", 4), FIRST.cells, sender="Sở Nội vụ", id=3)
    forms, lost = FormsModel(), LostModel()
    testers = [QAbstractItemModelTester(model, TESTER) for model in (forms, lost)]
    one = ListedForm(FormLine(stored, FileState.PRESENT, ()), ("Quý I năm 2026",))
    forms.show_forms([one])
    assert forms.index(0, 0).data() == "Biểu 01\nSở Nội vụ · Đã điền 1 kỳ, gần nhất Quý I năm 2026"
    assert forms.row_of(3) == 0 and forms.row_of(4) is None
    lost.show_lost([MappedCell(1, "", FIGURE, "Hoàn thành – Kỳ này")], [CHOICE])
    assert [lost.index(0, column).data() for column in (0, 1)] == ["Hoàn thành – Kỳ này", "Đã hoàn thành"]
    forms.show_forms([])
    lost.show_lost([], [])
    assert testers and forms.form(0) is None


def test_the_form_as_it_lies(qapp):
    assert tables_of(FIRST.cells) == (SHEET,)
    sheet = sheet_of(FIRST.cells, LINES, SHEET)
    assert (sheet.rows, sheet.columns, sheet.is_lettered) == ((1, 2, 3, 4, 5), (1, 2, 3, 4), True)
    states = {place: cell.state for place, cell in sheet.cells.items() if cell.state is not None}
    assert states == {
        (1, 1): CellState.WAITING, (2, 1): CellState.MAPPED, (3, 1): CellState.DOUBTFUL, (3, 3): CellState.MAPPED,
    }  # fmt: skip
    assert [sheet.cells[place].words for place in ((1, 0), (2, 1), (4, 1))] == [DONE, "12", "=SUM(B2:B4)"]
    model = SheetModel()
    tester = QAbstractItemModelTester(model, TESTER)
    assert model.show_sheet(sheet) and not model.show_sheet(sheet)
    assert model.headerData(1, Qt.Orientation.Horizontal) == "B"
    assert "Chưa gán nguồn" in model.index(1, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert tester is not None


def test_words_run_over_the_empty_cells_beside_them(qapp):
    framed = {"is_framed": True}
    cells = [
        ReadCell("B!A1", "B", 1, 1, "Tên đơn vị: Ủy ban nhân dân phường"), ReadCell("B!D1", "B", 1, 4, "Mẫu 01"),
        ReadCell("B!A2", "B", 2, 1, "Tổng cộng", **framed), ReadCell("B!B2", "B", 2, 2, "", **framed),
        ReadCell("B!C2", "B", 2, 3, "5", **framed),
    ]  # fmt: skip
    found = sheet_of(cells, (), "B").cells
    assert {place: cell.columns for place, cell in found.items()} == {(0, 0): 2, (0, 2): 1, (1, 0): 1, (1, 1): 1}


def test_a_paragraph_is_made_of_its_gaps(qapp):
    gaps = [ReadCell(f"p4:{n}", "", 5, 1, "……", gap=n, lead=lead) for n, lead in ((1, "Đơn vị:"), (2, "Kỳ:"))]
    one, other = describe_cells(gaps)
    mapped = MappedCell(1, one.address, TYPED, one.name)
    lines = [
        CellLine(CellValue(one, mapped, "Nhập tay", "Phường Hoa Mai"), "Đoạn 5", state=CellState.MAPPED),
        CellLine(CellValue(other, None, "", None), "Đoạn 5", state=CellState.WAITING),
    ]
    cell = sheet_of(gaps, lines, "").cells[0, 0]
    assert (cell.words, cell.state) == ("Đơn vị: Phường Hoa Mai Kỳ: ……", CellState.WAITING)
    assert cell.line is lines[1]  # the first one to look at


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (703, "AAA")])
def test_letters_of_a_column(number, letters):
    assert letters_of(number) == letters


def test_typed_words_stay_until_they_are_stored():
    cells, first = TypedCells(), TypedCell(1, "2026-Q1", "A1", "7")
    cells.keep([first])
    cells.refuse([first], "Đầy.")
    assert [one.reason for one in cells.refused()] == ["Đầy."]
    cells.keep([TypedCell(1, "2026-Q1", "A1", "8")])
    cells.stored([first])  # what was typed over it since stays
    assert cells.of(1, "2026-Q1")["A1"].words == "8"
    assert cells.of(1, "2026-Q2") == {}
    cells.stored([TypedCell(1, "2026-Q1", "A1", "8")])
    assert cells.of(1, "2026-Q1") == {}


def test_a_formula_is_no_cell_to_fill():
    assert all(one.read.takes is not CellKind.FORMULA for one in describe_cells(FIRST.cells) if one.is_fillable)
