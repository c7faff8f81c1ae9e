"""Blocks of cells of the grid: emptied, copied for Excel, pasted from it, each as one deed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableView

from cchc_desktop.ui.indicators.model import IndicatorModel
from cchc_desktop.ui.indicators.typed import TypedValue
from cchc_desktop.ui.workbench.clipboard import block_text, read_block


class CellBlocks(QObject):
    """Works on the chosen cells of a table; it asks for changes and makes none."""

    typed = Signal(object)
    told = Signal(str)
    reached = Signal(str)
    """Values were pasted up to a period that is not in view: its key."""

    def __init__(self, table: QTableView, grid: IndicatorModel) -> None:
        super().__init__(table)
        self._table = table
        self._grid = grid

    def clear(self) -> None:
        """Empty the chosen cells."""
        filled = [index for index in self._chosen_values() if self._grid.typed_text(index)]
        self._tell(filled, [""] * len(filled))

    def copy(self) -> None:
        """Put the chosen cells on the clipboard as Excel reads them."""
        chosen = [index for index in self._chosen() if self._grid.indicator(index.row()) is not None]
        if not chosen:
            return
        rows = sorted({index.row() for index in chosen})
        columns = sorted({index.column() for index in chosen})
        places = {(index.row(), index.column()) for index in chosen}
        words = [[self._copied(row, column) if (row, column) in places else "" for column in columns] for row in rows]
        QGuiApplication.clipboard().setText(block_text(words))

    def paste(self) -> None:
        """Put the clipboard's block into the cells right of and below the first chosen; one value fills all chosen."""
        mime = QGuiApplication.clipboard().mimeData()
        block = read_block(mime.html(), mime.text()) if mime is not None else []
        chosen = self._chosen_values()
        if not block or not chosen:
            self.told.emit(self.tr("Chọn ô đầu tiên của các kỳ báo cáo rồi dán."))
        elif len(block) == len(block[0]) == 1:
            self._tell(chosen, [block[0][0]] * len(chosen))
        else:
            self._paste_at(min(one.row() for one in chosen), min(one.column() for one in chosen), block)

    def _paste_at(self, top: int, left: int, block: Sequence[Sequence[str]]) -> None:
        grid, width = self._grid, len(block[0])
        rows = [row for row in range(top, len(grid.lines)) if grid.indicator(row) is not None][: len(block)]
        if len(block) > len(rows) or left + width > grid.trend_column:
            words = self.tr("Bảng sao chép có {} dòng, {} cột, không đủ ô để dán từ đây.")
            self.told.emit(words.format(len(block), width))
            return
        cells = [grid.index(row, left + place) for row in rows for place in range(width)]
        self._tell(cells, [words for line in block for words in line])
        last = grid.period_at(left + width - 1)
        if last is not None and self._table.isColumnHidden(left + width - 1):
            self.reached.emit(last.key)

    def _tell(self, cells: Sequence[QModelIndex], words: Sequence[str]) -> None:
        """Tell of the cells whose words are other ones than before, as one deed."""
        if not self._grid.is_editable:
            self.told.emit(self.tr("Kế hoạch này chỉ để xem nên không nhập được."))
            return
        found = []
        for index, text in zip(cells, words, strict=True):
            one, period = self._grid.indicator(index.row()), self._grid.period_at(index.column())
            if one is not None and period is not None and text.strip() != self._grid.typed_text(index):
                found.append(TypedValue(one.row.id, period.key, text.strip()))
        if found:
            self.typed.emit(found)

    def _chosen(self) -> list[QModelIndex]:
        table = self._table
        chosen = [index for index in table.selectedIndexes() if not table.isColumnHidden(index.column())]
        return sorted(chosen or [table.currentIndex()], key=lambda index: (index.row(), index.column()))

    def _chosen_values(self) -> list[QModelIndex]:
        grid = self._grid
        return [
            index
            for index in self._chosen()
            if grid.period_at(index.column()) is not None and grid.indicator(index.row()) is not None
        ]

    def _copied(self, row: int, column: int) -> str:
        index = self._grid.index(row, column)
        is_value = self._grid.period_at(column) is not None
        return self._grid.typed_text(index) if is_value else str(index.data() or "")
