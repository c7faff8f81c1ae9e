"""The view of an outline: two lines per row, everything open, a tick by Space from any column."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from cchc_desktop.ui.plans.fields import tick_ground
from cchc_desktop.ui.plans.outline_model import OutlineModel

_LINES, _AIR = 2, 6


class OutlineView(QTreeView):
    """Shows an `OutlineModel`; the column of the words takes the room that the others leave."""

    def __init__(self, model: OutlineModel, widths: dict[int, int], name: str, parent: QWidget | None = None) -> None:
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
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        model.modelReset.connect(self.expandAll)
        self.expandAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex().siblingAtColumn(0)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if event.key() != Qt.Key.Key_Space or event.modifiers() or state is None:
            super().keyPressEvent(event)
            return
        is_on = Qt.CheckState(state) is Qt.CheckState.Checked
        wanted = Qt.CheckState.Unchecked if is_on else Qt.CheckState.Checked
        self.model().setData(index, wanted, Qt.ItemDataRole.CheckStateRole)


class TickDelegate(QStyledItemDelegate):
    """Draws marks to tick whose edges can be seen in every theme."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        palette = QPalette(option.palette)  # the option's own is only lent
        palette.setColor(QPalette.ColorRole.Window, tick_ground())
        option.palette = palette


class _TwoLines(TickDelegate):
    """Gives each row the height of two lines, whatever it holds."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, option.fontMetrics.lineSpacing() * _LINES + _AIR)
