"""Rows of a table chosen by the program: whole, the first one current, its column kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QTableView

_FLAGS = QItemSelectionModel.SelectionFlag


def choose_rows(table: QTableView, rows: Sequence[int]) -> None:
    """Choose exactly these rows; without any nothing is chosen, and the current cell stays."""
    model, selection = table.model(), QItemSelection()
    for row in rows:
        selection.select(model.index(row, 0), model.index(row, model.columnCount() - 1))
    if rows:
        column = max(0, table.currentIndex().column())
        table.selectionModel().setCurrentIndex(model.index(rows[0], column), _FLAGS.NoUpdate)
    table.selectionModel().select(selection, _FLAGS.ClearAndSelect)
