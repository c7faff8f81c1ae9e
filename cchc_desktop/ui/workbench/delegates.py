"""Paints the cells of tree and table: wrapped words, time words with their reading, selection, group rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QTreeView,
)

from cchc_desktop.domain.items import WorkItem
from cchc_desktop.ui import icons, theme
from cchc_desktop.ui.tokens import Tokens
from cchc_desktop.ui.widgets.hit_marks import mark_hits
from cchc_desktop.ui.widgets.hits import Spans
from cchc_desktop.ui.widgets.metrics import Density, RowMetrics
from cchc_desktop.ui.widgets.text_fit import TextFitter
from cchc_desktop.ui.widgets.tooltips import tooltip_html
from cchc_desktop.ui.words import Words
from cchc_desktop.ui.workbench.columns import COLUMNS, PlanColumn
from cchc_desktop.ui.workbench.reading_line import ReadingLine, reading_line
from cchc_desktop.ui.workbench.roles import Role
from cchc_desktop.ui.workbench.selecting import selection_of

Index = QModelIndex | QPersistentModelIndex
MARGIN = 8
INDENT = 20
ARROW_WIDTH = 24
_BAR = 3
_ICON = 14
_SMALL_ICON = 12
_GAP = 4
_words = Words("PlanDelegate")
_EMPTY = _words.mark("(để trống)")
_ADDED = _words.mark("Phát sinh")
_CHIP_PAD = 6


class PlanDelegate(QStyledItemDelegate):
    """Draws the rows of one view; editors are added by `EditingDelegate`."""

    def __init__(self, view: QAbstractItemView, density: Density = Density.NORMAL) -> None:
        super().__init__(view)
        self._view = view
        self.metrics = RowMetrics(view.font(), density)
        self.tokens: Tokens = theme.current()
        self.marks_of: Callable[[int], Mapping[str, Spans]] = lambda item_id: {}
        """Where the words of the search stand in an item's fields, by their names."""

    def restyle(self, density: Density) -> None:
        """Take over a new density, font or set of colours."""
        self.metrics = RowMetrics(self._view.font(), density)
        self.tokens = theme.current()

    # --- Qt's questions

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self.metrics.group_height if index.data(Role.GROUP_ROW) else self.metrics.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setClipRect(option.rect)
        chosen = self._is_chosen(option, index)
        painter.fillRect(option.rect, QColor(self._ground(index, chosen=chosen)))
        self._paint_cell(painter, option.rect, index)
        painter.setPen(QColor(self.tokens.grid))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if chosen and index.column() == PlanColumn.NUMBER:
            self.paint_bar(painter, option.rect)
        if option.state & QStyle.StateFlag.State_HasFocus:
            self.paint_focus(painter, option.rect)
        painter.restore()

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Show the full words where they do not fit, and what is read in time words always."""
        if event.type() is not QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        told = index.column() == PlanColumn.TIME or index.data(Role.UNSAVED) or self._indent(index)
        shown = told or self.is_cut(index, option.rect)
        words = str(index.data(Qt.ItemDataRole.ToolTipRole) or "") if shown else ""
        QToolTip.showText(event.globalPos(), tooltip_html(words), view)
        return True

    def is_cut(self, index: Index, rect: QRect) -> bool:
        """Tell whether a cell of this size leaves out words."""
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        if index.data(Role.GROUP_ROW):
            return self.metrics.bold.width(text) > rect.width() - 2 * MARGIN
        width = self._text_rect(rect, index).width()
        return self.metrics.body.fit(text, width, self._lines(index), self._indent(index)).cut

    # --- cells

    def _paint_cell(self, painter: QPainter, rect: QRect, index: Index) -> None:
        inner = self._text_rect(rect, index)
        if index.data(Role.UNSAVED):
            self._paint_unsaved_mark(painter, rect)
            inner.setRight(inner.right() - _ICON - _GAP)
        if index.column() == PlanColumn.NUMBER:
            self._paint_number(painter, rect, index)
        elif index.column() == PlanColumn.TIME:
            self._paint_time(painter, inner, index)
        elif index.column() == PlanColumn.STATUS:
            self._paint_status(painter, inner, index)
        else:
            if index.column() == PlanColumn.CONTENT and index.data(Role.DEPTH):
                self._paint_sub_mark(painter, inner)
            self._paint_lines(painter, inner, self.metrics.density.lines, index)

    def _paint_status(self, painter: QPainter, inner: QRect, index: Index) -> None:
        found = index.data(Role.STATUS)
        if found is not None:
            from cchc_desktop.ui.workbench.status_cells import paint_status  # loaded before there is any status

            paint_status(painter, inner, found, self.metrics, self.tokens)

    def _paint_number(self, painter: QPainter, rect: QRect, index: Index) -> None:
        inner = rect.adjusted(_GAP, 0, -_GAP, 0)
        if index.data(Role.PARENT_ROW):
            inner.setLeft(rect.left() + ARROW_WIDTH)
            self.paint_arrow(painter, rect, index)
        body = self.metrics.body
        line = body.fit(str(index.data(Qt.ItemDataRole.DisplayRole) or ""), inner.width(), 1).lines
        left = inner.left() + (inner.width() - body.width(line[0])) / 2
        top = inner.top() + (inner.height() - 1 - self.metrics.pitch) / 2
        self._draw(painter, left, top, line, body.font, self.tokens.text)

    def _paint_unsaved_mark(self, painter: QPainter, rect: QRect) -> None:
        colour, ratio = self.tokens.soon.text, painter.device().devicePixelRatio()
        mark = icons.pixmap("triangle-alert", colour, _SMALL_ICON, ratio)
        painter.drawPixmap(rect.right() - _SMALL_ICON - _GAP, rect.top() + _GAP, mark)

    def _paint_sub_mark(self, painter: QPainter, inner: QRect) -> None:
        mark = icons.pixmap("corner-down-right", self.tokens.text2, _ICON, painter.device().devicePixelRatio())
        painter.drawPixmap(inner.left() - _ICON - _GAP, inner.center().y() - _ICON // 2, mark)

    def _paint_lines(self, painter: QPainter, rect: QRect, lines: int, index: Index) -> None:
        text, indent = str(index.data(Qt.ItemDataRole.DisplayRole) or ""), self._indent(index)
        fitted = self.metrics.body.fit(text, rect.width(), lines, indent)
        top = rect.top() + (rect.height() - len(fitted.lines) * self.metrics.pitch) / 2
        if indent:
            self._paint_added_chip(painter, rect.left(), top, indent)
        if not text:
            return
        body, pitch, spans = self.metrics.body, self.metrics.pitch, self._spans(index, text)
        mark_hits(painter, QPointF(rect.left(), top), fitted, spans, body, pitch, self.tokens, indent)
        self._draw(painter, rect.left() + indent, top, fitted.lines[:1], self.metrics.body.font, self.tokens.text)
        second = top + self.metrics.pitch
        self._draw(painter, rect.left(), second, fitted.lines[1:], self.metrics.body.font, self.tokens.text)

    def _draw(
        self, painter: QPainter, left: float, top: float, lines: tuple[str, ...], font: QFont, colour: str
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        for number, line in enumerate(lines):
            painter.drawText(QPointF(left, top + number * self.metrics.pitch + self.metrics.ascent), line)

    # --- the mark of what arose later, and what a search found

    def _indent(self, index: Index) -> int:
        """Return how much later the first line begins: there stands the chip of an item that arose later."""
        if index.column() != PlanColumn.CONTENT or not index.data(Role.ADDED):
            return 0
        return int(self.metrics.small.width(_words(_ADDED))) + 2 * _CHIP_PAD + _CHIP_PAD

    def _paint_added_chip(self, painter: QPainter, left: int, top: float, indent: int) -> None:
        height = self.metrics.small_pitch
        middle = top + (self.metrics.pitch - height) / 2
        chip = QRectF(left, middle, indent - _CHIP_PAD, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self.tokens.doing.bar))
        painter.setBrush(QColor(self.tokens.doing.fill))
        painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), height / 2, height / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setFont(self.metrics.small.font)
        painter.setPen(QColor(self.tokens.doing.text))
        painter.drawText(QPointF(left + _CHIP_PAD, middle + self.metrics.small_ascent), _words(_ADDED))

    def _spans(self, index: Index, text: str) -> Spans:
        """Return what is to be marked in a cell; the words of its field stand at the end of what it shows."""
        item, field = index.data(Role.ROW), COLUMNS[index.column()].field
        spans = self.marks_of(item.id).get(field) if isinstance(item, WorkItem) and field else None
        words = getattr(item, field, None) if spans and field else None
        if not spans or not words or not text.endswith(words):
            return ()
        shift = len(text) - len(words)
        return tuple((first + shift, last + shift) for first, last in spans)

    def hit_column(self, row: Index) -> int | None:
        """Return the first column of an item in which a search found something."""
        for spec in COLUMNS:
            cell = row.model().index(row.row(), spec.column, row.parent())
            if self._spans(cell, str(cell.data(Qt.ItemDataRole.DisplayRole) or "")):
                return spec.column
        return None

    # --- time words and their reading

    def _paint_time(self, painter: QPainter, rect: QRect, index: Index) -> None:
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        reading = None if index.data(Role.UNSAVED) else reading_line(index.data(Role.SCHEDULE))
        if reading is None:
            self._paint_words(painter, rect, index, self.metrics.density.lines)
        elif self.metrics.density.lines == 1:
            self._paint_beside(painter, rect, words, reading, index)
        else:
            self._paint_below(painter, rect, words, reading, index)

    def _paint_below(self, painter: QPainter, rect: QRect, words: str, reading: ReadingLine, index: Index) -> None:
        lines = self.metrics.body.fit(words, rect.width(), self.metrics.density.lines - 1).lines
        height = len(lines) * self.metrics.pitch
        top = rect.top() + (rect.height() - height - self.metrics.small_pitch) // 2
        self._paint_words(painter, QRect(rect.left(), top, rect.width(), height), index, len(lines))
        below = QRect(rect.left(), top + height, rect.width(), self.metrics.small_pitch)
        room = below.width() - _SMALL_ICON - _GAP
        fits = self.metrics.small.width(reading.text) <= room
        self._paint_reading(painter, below, reading.icon, reading.text if fits else reading.short)

    def _paint_beside(self, painter: QPainter, rect: QRect, words: str, reading: ReadingLine, index: Index) -> None:
        """Put the reading at the right end of the one line; the words keep at least half of it, if they need it."""
        wanted = int(self.metrics.small.width(reading.short)) + _SMALL_ICON + _GAP + 1
        left_over = rect.width() - int(self.metrics.body.width(words or _words(_EMPTY))) - MARGIN - 1
        width = min(wanted, max(rect.width() // 2, left_over))
        self._paint_words(painter, rect.adjusted(0, 0, -width - MARGIN, 0), index, 1)
        self._paint_reading(painter, rect.adjusted(rect.width() - width, 0, 0, 0), reading.icon, reading.short)

    def _paint_words(self, painter: QPainter, rect: QRect, index: Index, lines: int) -> None:
        if index.data(Qt.ItemDataRole.DisplayRole):
            self._paint_lines(painter, rect, lines, index)
            return
        empty = QFont(self.metrics.body.font)
        empty.setItalic(True)
        top = rect.top() + (rect.height() - self.metrics.pitch) / 2
        self._draw(painter, rect.left(), top, (_words(_EMPTY),), empty, self.tokens.text2)

    def _paint_reading(self, painter: QPainter, rect: QRect, icon: str, text: str) -> None:
        colour = self.tokens.text2
        picture = icons.pixmap(icon, colour, _SMALL_ICON, painter.device().devicePixelRatio())
        painter.drawPixmap(rect.left(), rect.top() + (rect.height() - _SMALL_ICON) // 2, picture)
        left = _SMALL_ICON + _GAP
        small: TextFitter = self.metrics.small
        line = small.fit(text, rect.width() - left, 1).lines[0]
        top = rect.top() + (rect.height() - self.metrics.small_pitch) / 2
        painter.setFont(small.font)
        painter.setPen(QColor(colour))
        painter.drawText(QPointF(rect.left() + left, top + self.metrics.small_ascent), line)

    # --- parts shared with the group rows

    def paint_arrow(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw the arrow that tells whether the rows below are open."""
        row = index.model().index(index.row(), 0, index.parent())
        is_open = isinstance(self._view, QTreeView) and self._view.isExpanded(row)
        name = "chevron-down" if is_open else "chevron-right"
        picture = icons.pixmap(name, self.tokens.text2, _ICON, painter.device().devicePixelRatio())
        painter.drawPixmap(rect.left() + MARGIN - 2, rect.center().y() - _ICON // 2 + 1, picture)

    def paint_bar(self, painter: QPainter, rect: QRect) -> None:
        """Draw the accent bar of a selected row at its left end."""
        painter.fillRect(QRect(rect.left(), rect.top(), _BAR, rect.height()), QColor(self.tokens.accent))

    def paint_focus(self, painter: QPainter, rect: QRect) -> None:
        """Draw the frame of the cell that the keys go to."""
        painter.setPen(QPen(QColor(self.tokens.accent), 2, j=Qt.PenJoinStyle.MiterJoin))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(1, 1, -1, -1))

    # --- sizes

    def _text_rect(self, rect: QRect, index: Index) -> QRect:
        left = MARGIN
        if index.column() == PlanColumn.CONTENT and (depth := index.data(Role.DEPTH)):
            left += INDENT * depth
        return rect.adjusted(left, 0, -MARGIN, -1)

    def _lines(self, index: Index) -> int:
        lines = self.metrics.density.lines
        return max(1, lines - 1) if index.column() == PlanColumn.TIME else lines

    def _ground(self, index: Index, *, chosen: bool) -> str:
        if index.data(Role.UNSAVED):
            return self.tokens.soon.fill
        return self.tokens.tint if chosen else self.tokens.surface

    def _is_chosen(self, option: QStyleOptionViewItem, index: Index) -> bool:
        if option.state & QStyle.StateFlag.State_Selected:
            return True
        current = self._view.currentIndex()
        if not current.isValid() or current.internalId() != index.internalId():
            return False
        return selection_of(self._view).painted_cells().stands_for(current)
