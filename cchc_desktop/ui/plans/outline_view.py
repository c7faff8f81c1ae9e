"""The view of an outline: two lines per row, everything opened piece by piece, a tick by Space from any column."""

from __future__ import annotations

from itertools import islice

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from cchc_desktop.ui.plans.outline_model import OutlineModel
from cchc_desktop.ui.slices import Slices, Steps

_LINES, _AIR = 2, 6
_AT_ONCE = 40
"""Rows that are opened before anything is painted: more than a screen holds."""


class OutlineView(QTreeView):
    """Shows an `OutlineModel`; the column of the words takes the room that the others leave.

    `letters` are the widths of the other columns in letters of average width.
    """

    def __init__(self, model: OutlineModel, letters: dict[int, int], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(_TwoLines(self))
        self.setAccessibleName(name)
        self.setUniformRowHeights(True)  # else each tick of a section measures thousands of rows
        self.setWordWrap(True)
        self.setIndentation(18)
        self.setAllColumnsShowFocus(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._letters = letters
        self._share_width()
        self._opening = Slices(self)
        model.modelReset.connect(self._open)
        self._open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._share_width()

    def _open(self) -> None:
        """Open all rows from top to bottom: a screenful at once, what lies behind it while nobody waits."""
        steps = self._opened(QModelIndex())
        for _ in islice(steps, _AT_ONCE):
            pass
        self._opening.start(steps)

    def _opened(self, parent: QModelIndex) -> Steps:
        """Open row by row: where Qt opens rows at all depths itself, it lays out all that are open anew."""
        model = self.model()
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            if model.hasChildren(index):
                self.expand(index)
                yield
                yield from self._opened(index)

    def _share_width(self) -> None:
        """Give the other columns the letters they need, where there is little room half of the width together."""
        letter = self.fontMetrics().averageCharWidth()
        kept = min(1.0, self.viewport().width() / 2 / max(1, letter * sum(self._letters.values())))
        for column, count in self._letters.items():
            self.setColumnWidth(column, max(round(letter * count * kept), self.header().sectionSizeHint(column)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex().siblingAtColumn(0)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if event.key() != Qt.Key.Key_Space or event.modifiers() or state is None:
            super().keyPressEvent(event)
            return
        is_on = Qt.CheckState(state) is Qt.CheckState.Checked
        wanted = Qt.CheckState.Unchecked if is_on else Qt.CheckState.Checked
        self.model().setData(index, wanted, Qt.ItemDataRole.CheckStateRole)


class _TwoLines(QStyledItemDelegate):
    """Gives each row the height of two lines, whatever it holds."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, option.fontMetrics.lineSpacing() * _LINES + _AIR)
