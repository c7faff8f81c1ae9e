"""The list of cells by keys and an input method, without a window around it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from cchc_desktop.domain.forms.cells import describe_cells
from cchc_desktop.domain.forms.form import MappedCell
from cchc_desktop.domain.forms.sources import TYPED, CellSource, SourceKind
from cchc_desktop.domain.papers.report_figures import RowsKey
from cchc_desktop.services.form_filling import CellValue
from cchc_desktop.ui.forms.cells_model import CellColumn, CellsModel
from cchc_desktop.ui.forms.cells_table import CellsTable
from cchc_desktop.ui.forms.lines import CellLine
from cchc_desktop.ui.workbench.editors import LineEditor
from tests.ui.forms.samples import FIRST

_KEY = Qt.Key
BEHIND = cast(RowsKey, "what is counted")
FIGURE = CellSource(SourceKind.FIGURE, "done", "Đã hoàn thành")


def lines() -> list[CellLine]:
    """Return a figure, a cell filled by hand and one that nothing fills."""
    cells = [cell for cell in describe_cells(FIRST.cells) if cell.is_fillable][:3]
    values = [
        CellValue(cells[0], MappedCell(1, cells[0].address, FIGURE), "Đã hoàn thành", Decimal(4), key=BEHIND),
        CellValue(cells[1], MappedCell(2, cells[1].address, TYPED), "Nhập tay", ""),
        CellValue(cells[2], None, "", None),
    ]
    return [CellLine(value, value.cell.address) for value in values]


@pytest.fixture
def table(qtbot):
    model = CellsModel()
    table = CellsTable(model)
    model.setParent(table)
    qtbot.addWidget(table)
    model.show_lines(lines(), {})
    table.resize(900, 300)
    table.show()
    qtbot.waitUntil(table.isActiveWindow)
    table.setFocus()
    return table


def heard(signal) -> list[object]:
    """Return a list to which each word of a signal is added."""
    words: list[object] = []
    signal.connect(lambda *values: words.append(values[0] if values else True))
    return words


def stand(table: CellsTable, row: int, column: CellColumn) -> None:
    table.setCurrentIndex(table.cells.index(row, column))


def editor() -> LineEditor:
    focused = QApplication.focusWidget()
    assert isinstance(focused, LineEditor)
    return focused


def test_typing_ends_with_enter_and_tab_and_escape_leaves_what_was(qtbot, table):
    typed = heard(table.cells.typed)
    stand(table, 1, CellColumn.NOW)
    qtbot.keyClicks(table, "1")
    qtbot.keyClicks(editor(), "2")
    qtbot.keyClick(editor(), _KEY.Key_Tab)
    assert (typed, table.currentIndex().row()) == ([{table.cells.line(1).address: "12"}], 2)
    qtbot.keyClicks(table, "3")
    qtbot.keyClick(editor(), _KEY.Key_Escape)
    assert len(typed) == 1
    stand(table, 2, CellColumn.NOW)
    qtbot.keyClicks(table, "5")
    table.cells.show_lines(lines(), {})  # what is read meanwhile leaves the editor alone
    assert editor().words() == "5"
    table.end_typing()
    assert typed[1:] == [{table.cells.line(2).address: "5"}]


def test_letters_that_are_composed_open_the_editor_and_no_key_takes_them_away(qtbot, table):
    typed = heard(table.cells.typed)
    stand(table, 2, CellColumn.NOW)
    QApplication.sendEvent(table, QInputMethodEvent("đ", []))
    field = editor()
    assert field.composing
    qtbot.keyClick(field, _KEY.Key_Return)
    assert typed == [] and QApplication.focusWidget() is field
    commit = QInputMethodEvent("", [])
    commit.setCommitString("đạt")
    QApplication.sendEvent(field, commit)
    qtbot.keyClick(field, _KEY.Key_Return)
    assert typed == [{table.cells.line(2).address: "đạt"}]


def test_a_figure_opens_its_rows_and_is_not_typed_over(qtbot, table):
    rows, told = heard(table.rows_wanted), heard(table.told)
    stand(table, 0, CellColumn.NOW)
    qtbot.keyClick(table, _KEY.Key_Return)
    rect = table.visualRect(table.cells.index(0, CellColumn.NOW))
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert rows == [BEHIND, BEHIND]
    qtbot.keyClicks(table, "7")
    assert len(told) == 1 and "Nhập tay" in str(told[0])


def test_other_columns_lead_to_the_sources(qtbot, table):
    asked, cleared, taken = heard(table.source_wanted), heard(table.clear_wanted), heard(table.take_wanted)
    stand(table, 2, CellColumn.SOURCE)
    qtbot.keyClick(table, _KEY.Key_F2)
    qtbot.keyClicks(table, "c")  # goes on in the list that drops down
    assert asked[0] is None and asked[1] is not None
    qtbot.keyClick(table, _KEY.Key_Delete)
    qtbot.keyClick(table, _KEY.Key_Space)
    assert (cleared, taken) == ([True], [True])
    emptied = heard(table.empty_wanted)
    stand(table, 1, CellColumn.NOW)
    qtbot.keyClick(table, _KEY.Key_Delete)
    assert emptied == [True]


def test_the_cursor_stays_in_sight_and_on_its_cell(table):
    stand(table, 1, CellColumn.SOURCE)
    table.cells.show_lines([replace(line, place="X") for line in lines()], {})
    assert table.currentIndex().row() == 1
    assert table.choose(table.cells.line(2).address) and not table.choose("nowhere")
    assert [line.address for line in table.chosen_lines()] == [table.cells.line(2).address]
