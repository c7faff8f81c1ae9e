"""The Qt model of the cells of a form: where each is, what fills it, what it held and holds, what to doubt."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from cchc_desktop.domain.forms.matching import Proposal, source_words
from cchc_desktop.domain.text.folding import nfc
from cchc_desktop.ui.forms.lines import CellLine, CellState
from cchc_desktop.ui.forms.typed import TypedCell
from cchc_desktop.ui.forms.words import DOUBT_WORDS
from cchc_desktop.ui.widgets.rows import Index, ListColumn, RowRole, header_data, list_header
from cchc_desktop.ui.words import Words

_NO_INDEX = QModelIndex()
_words = Words("FormCells")
_PROPOSED, _NOT_STORED = _words.mark("Đề xuất: {}"), _words.mark("Chưa lưu được: {}")
_IN_FORM, _BEFORE = _words.mark("Biểu mẫu đang ghi: {}"), _words.mark("Kỳ trước: {}")


class CellColumn(IntEnum):
    """The columns in order."""

    PLACE = 0
    NAME = 1
    SOURCE = 2
    BEFORE = 3
    NOW = 4
    NOTE = 5


CELL_COLUMNS = (
    ListColumn(list_header.mark("Ô"), 68, 1),
    ListColumn(list_header.mark("Nội dung"), 132, 4),
    ListColumn(list_header.mark("Nguồn số liệu"), 138, 4),
    ListColumn(list_header.mark("Kỳ trước"), 64, 1, is_number=True),
    ListColumn(list_header.mark("Kỳ này"), 72, 2, is_number=True),
    ListColumn(list_header.mark("Cảnh báo"), 84, 2),
)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_FIGURE = re.compile(r"[\d.,/%+\- ]*")
"""Numbers and days stand at the right, sentences at the left."""
_WORDS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole)


def proposal_words(proposal: Proposal) -> str:
    """Return what a proposal is called in a list."""
    return _words(_PROPOSED).format(source_words(proposal.choice.source, (proposal.choice,)))


class CellsModel(QAbstractTableModel):
    """Knows no database: what is typed leaves through `typed` as words by address, and comes back with the lines."""

    typed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[CellLine, ...] = ()
        self._unsaved: Mapping[str, TypedCell] = {}
        self._before = ""
        self.is_editable = True

    # --- what is shown

    def show_lines(self, lines: Sequence[CellLine], unsaved: Mapping[str, TypedCell], before: str = "") -> None:
        """Show other lines; where they are the same cells, place, choice and an open editor stay."""
        is_same = [line.address for line in lines] == [line.address for line in self._lines]
        if not is_same:
            self.beginResetModel()
        self._lines, self._unsaved, self._before = tuple(lines), unsaved, before
        if not is_same:
            self.endResetModel()
        elif self._lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, len(CELL_COLUMNS) - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, CellColumn.BEFORE, CellColumn.BEFORE)

    def show_unsaved(self, unsaved: Mapping[str, TypedCell]) -> None:
        """Show other words that are not stored."""
        self.show_lines(self._lines, unsaved, self._before)

    def line(self, row: int) -> CellLine | None:
        """Return the cell of a row, None for no row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, address: str) -> int | None:
        """Return where a cell stands, None where it is not shown."""
        return next((row for row, line in enumerate(self._lines) if line.address == address), None)

    def unsaved_at(self, index: Index) -> TypedCell | None:
        """Return what was typed into the cell of a row and is not stored."""
        line = self.line(index.row())
        return self._unsaved.get(line.address) if line is not None else None

    # --- Qt's questions

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(CELL_COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.ToolTipRole and section == CellColumn.BEFORE and self._before:
            return _words(_BEFORE).format(self._before)
        return header_data(CELL_COLUMNS, section, orientation, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags, line = super().flags(index), self.line(index.row())
        is_typed = line is not None and line.is_typed and index.column() == CellColumn.NOW
        return flags | Qt.ItemFlag.ItemIsEditable if is_typed and self.is_editable else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        column = CellColumn(index.column())
        if role in _WORDS:
            return self._text(line, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{list_header(CELL_COLUMNS[column].header)}: {self._text(line, column)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tooltip(line, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in (CellColumn.BEFORE, CellColumn.NOW):
            return _RIGHT if _FIGURE.fullmatch(self._text(line, column)) else None
        if role == RowRole.ICON:
            return (
                "triangle-alert"
                if column is CellColumn.NOTE and (line.state is CellState.DOUBTFUL or self._refusal(line))
                else None
            )
        if role == RowRole.MUTED:
            return self._is_muted(line, column)
        return line if role == RowRole.ROW else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what was typed into a cell, where it is something else than what stands there."""
        line = self.line(index.row())
        if role != Qt.ItemDataRole.EditRole or line is None or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        words = nfc(str(value or "")).strip()
        if words != self._now(line):
            self.typed.emit({line.address: words})
        return True

    # --- words

    def _text(self, line: CellLine, column: CellColumn) -> str:
        value = line.value
        match column:
            case CellColumn.PLACE:
                return line.place
            case CellColumn.NAME:
                return line.name
            case CellColumn.SOURCE:
                return proposal_words(line.proposal) if line.proposal and not line.is_mapped else value.source_words
            case CellColumn.BEFORE:
                return value.before
            case CellColumn.NOW:
                return self._now(line)
        return self._note(line)

    def _now(self, line: CellLine) -> str:
        kept = self._unsaved.get(line.address)
        return kept.words if kept is not None else line.value.shown

    def _refusal(self, line: CellLine) -> str:
        kept = self._unsaved.get(line.address)
        return kept.reason if kept is not None else ""

    def _note(self, line: CellLine) -> str:
        if refusal := self._refusal(line):
            return _words(_NOT_STORED).format(refusal)
        return "; ".join(DOUBT_WORDS[doubt.code] for doubt in line.value.doubts)

    def _tooltip(self, line: CellLine, column: CellColumn) -> str:
        if column is CellColumn.NOTE and not self._refusal(line):
            return "\n".join(doubt.message for doubt in line.value.doubts)
        cell = line.value.cell
        if column in (CellColumn.PLACE, CellColumn.NAME):
            said = _words(_IN_FORM).format(cell.words) if cell.words.strip() else ""
            return "\n".join(filter(None, (line.place, line.name, said)))
        return self._text(line, column)

    def _is_muted(self, line: CellLine, column: CellColumn) -> bool:
        is_left = line.value.mapped is not None and not line.value.mapped.source.is_written
        is_beside = column in (CellColumn.PLACE, CellColumn.BEFORE)
        return is_beside or is_left or (column is CellColumn.SOURCE and not line.is_mapped)
