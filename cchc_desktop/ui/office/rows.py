"""A short list that is typed row by row: rows are added at the end, taken away, and moved where their order counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cchc_desktop.ui import icons
from cchc_desktop.ui.widgets.link_button import LinkButton


class Row(QWidget):
    """One entry; the list tells it its place, and it tells the list what is wanted of it."""

    edited = Signal()
    remove_wanted = Signal()
    move_wanted = Signal(int)
    """By how many places: -1 up, 1 down."""

    def value(self) -> Any:
        """Return what was typed, None where nothing was."""
        raise NotImplementedError

    def show_value(self, value: Any) -> None:
        """Show a value; None empties the row."""
        raise NotImplementedError

    def set_place(self, number: int, count: int) -> None:
        """Take the row's number, from 1, among so many: names of its fields and what can be pressed."""
        raise NotImplementedError

    def is_composing(self) -> bool:
        """Tell whether an input method holds letters in one of the fields."""
        raise NotImplementedError

    def stops(self) -> Sequence[QWidget]:
        """Return what Tab visits, in order; the first one takes the focus of a new row."""
        raise NotImplementedError

    def focus_after_move(self, step: int) -> None:
        """Keep the focus on a button that can still be pressed."""


class RowList(QWidget):
    """Rows below one another with a link that adds one; one empty row always stands ready.

    `edited` tells what a person did; filling in by `set_values` is silent.
    """

    edited = Signal()
    rows_changed = Signal()
    """Rows came, went or changed places: the order of Tab is to be set anew."""

    def __init__(self, make_row: Callable[[QWidget], Row], add_words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make_row = make_row
        self._rows: list[Row] = []
        self._is_filling = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._add_button = LinkButton(add_words, self)
        self._add_button.setIcon(icons.icon("plus"))
        self._add_button.clicked.connect(self.add_row)
        self._column.addWidget(self._add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._set_count(1)

    def values(self) -> tuple[Any, ...]:
        """Return what the rows hold; empty rows are left out."""
        return tuple(value for row in self._rows if (value := row.value()) is not None)

    def set_values(self, values: Sequence[Any]) -> None:
        """Show other values; where they are the same, rows that were added and not filled in stay."""
        if tuple(values) == self.values():
            return
        self._is_filling = True
        self._set_count(max(len(values), 1))
        for number, row in enumerate(self._rows):
            row.show_value(values[number] if number < len(values) else None)
        self._is_filling = False

    def rows(self) -> Sequence[Row]:
        """Return the rows in their order."""
        return tuple(self._rows)

    def is_composing(self) -> bool:
        """Tell whether an input method holds letters in one of the rows."""
        return any(row.is_composing() for row in self._rows)

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in order."""
        return [*(stop for row in self._rows for stop in row.stops()), self._add_button]

    def add_row(self) -> None:
        """Put an empty row at the end and the cursor into it."""
        self._set_count(len(self._rows) + 1)
        self._rows[-1].stops()[0].setFocus()

    def _set_count(self, count: int) -> None:
        if count == len(self._rows):
            return
        while len(self._rows) < count:
            self._rows.append(self._made_row())
        for row in self._rows[count:]:
            self._drop(row)
        del self._rows[count:]
        self._settle()

    def _made_row(self) -> Row:
        row = self._make_row(self)
        row.edited.connect(self._row_edited)
        row.remove_wanted.connect(lambda: self._remove(row))
        row.move_wanted.connect(lambda step: self._move(row, step))
        self._column.insertWidget(len(self._rows), row)
        row.show()
        return row

    def _drop(self, row: Row) -> None:
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _remove(self, row: Row) -> None:
        """Take a row away; the last one is emptied instead."""
        number = self._rows.index(row)
        if len(self._rows) == 1:
            row.show_value(None)
        else:
            self._rows.remove(row)
            self._rows[min(number, len(self._rows) - 1)].stops()[0].setFocus()
            self._drop(row)
            self._settle()
        self._row_edited()

    def _move(self, row: Row, step: int) -> None:
        target = self._rows.index(row) + step
        if not 0 <= target < len(self._rows):
            return
        self._rows.remove(row)
        self._rows.insert(target, row)
        self._column.insertWidget(target, row)
        self._settle()
        row.focus_after_move(step)
        self._row_edited()

    def _settle(self) -> None:
        for number, row in enumerate(self._rows, start=1):
            row.set_place(number, len(self._rows))
        self.rows_changed.emit()

    def _row_edited(self) -> None:
        if not self._is_filling:
            self.edited.emit()
