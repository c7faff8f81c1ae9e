"""Paints the cells of the grid and gives the cells of values their editor."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from cchc_desktop.services.indicator_sheet import MeasuredIndicator
from cchc_desktop.ui import icons, theme
from cchc_desktop.ui.following.looks import verdict_look
from cchc_desktop.ui.indicators.lines import GroupLine
from cchc_desktop.ui.indicators.model import NOTHING, Column, IndicatorModel, bound_of
from cchc_desktop.ui.indicators.trend import paint_trend
from cchc_desktop.ui.tokens import Tokens
from cchc_desktop.ui.widgets.chips import chip_width, paint_chip, paint_stack
from cchc_desktop.ui.widgets.metrics import Density, RowMetrics
from cchc_desktop.ui.widgets.text_fit import TextFitter
from cchc_desktop.ui.widgets.tooltips import tooltip_html
from cchc_desktop.ui.words import Words
from cchc_desktop.ui.workbench.editors import LineEditor
from cchc_desktop.ui.workbench.line_cells import end_typing, fill_once, line_editor, line_rect

Index = QModelIndex | QPersistentModelIndex
MARGIN = 8
_BAR, _ICON, _SMALL_ICON, _GAP = 3, 14, 12, 4
_STACK = QSize(96, 8)
_words = Words("IndicatorGrid")


class IndicatorDelegate(QStyledItemDelegate):
    """`left` carries the command of the table by which a key ended typing: where the cursor goes."""

    left = Signal(str)

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self.replaces = False
        """Set before a cell is opened by typing: its value is replaced, not mended."""
        self.restyle()

    def restyle(self) -> None:
        """Take over another font or set of colours."""
        self.metrics = RowMetrics(self._view.font(), Density.NORMAL)
        self.tokens: Tokens = theme.current()

    # --- painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, rect = self._model(), QRect(option.rect)
        line = model.line(index.row())
        chosen = self._is_chosen(option, index)
        painter.save()
        painter.setClipRect(rect)
        if isinstance(line, GroupLine):
            self._fill(painter, rect, self.tokens.tint if chosen else self.tokens.group)
            self._paint_group(painter, rect.adjusted(MARGIN, 0, -MARGIN, -1), line)
        elif line is not None:
            kept = model.unsaved_at(index)
            is_refused = kept is not None and bool(kept.reason)
            ground = self.tokens.tint if chosen else self.tokens.surface
            self._fill(painter, rect, self.tokens.soon.fill if is_refused else ground)
            self._paint_cell(painter, rect.adjusted(MARGIN, 0, -MARGIN, -1), line, index)
            if is_refused:
                self._paint_warning(painter, rect)
        if chosen and index.column() == 0:
            painter.fillRect(QRect(rect.left(), rect.top(), _BAR, rect.height()), QColor(self.tokens.accent))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(self.tokens.accent), 2, j=Qt.PenJoinStyle.MiterJoin))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def _fill(self, painter: QPainter, rect: QRect, colour: str) -> None:
        painter.fillRect(rect, QColor(colour))
        painter.setPen(QColor(self.tokens.grid))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _paint_group(self, painter: QPainter, rect: QRect, line: GroupLine) -> None:
        table = cast("_Closable", self._view)
        name = "chevron-right" if line.key in table.closed else "chevron-down"
        picture = icons.pixmap(name, self.tokens.text2, _ICON, painter.device().devicePixelRatio())
        painter.drawPixmap(rect.left(), rect.center().y() - _ICON // 2 + 1, picture)
        left = rect.left() + _ICON + _GAP + 2
        bold, small = self.metrics.bold, self.metrics.small
        figures = small if line.begins else bold
        width = int(figures.width(line.figures)) + 1
        right = rect.right() - width
        self._put(painter, right, rect, line.figures, figures, self.tokens.text2 if line.begins else self.tokens.text)
        if not line.begins:
            right -= _STACK.width() + MARGIN
            top = rect.center().y() - _STACK.height() // 2 + 1
            paint_stack(painter, QRect(right, top, _STACK.width(), _STACK.height()), line.shares, self.tokens)
        count = _words.count("%n chỉ tiêu", line.total)
        room = right - MARGIN - left - int(small.width(count)) - MARGIN
        title = bold.fit(line.title, max(0, room), 1).lines[0]
        self._put(painter, left, rect, title, bold, self.tokens.text)
        self._put(painter, left + int(bold.width(title)) + MARGIN, rect, count, small, self.tokens.text2)

    def _paint_cell(self, painter: QPainter, rect: QRect, line: MeasuredIndicator, index: Index) -> None:
        model, column = self._model(), index.column()
        words = str(index.data() or "")
        if column == model.verdict_column:
            paint_chip(painter, rect, verdict_look(line.judgement.verdict), self.metrics, self.tokens)
        elif column == model.trend_column:
            self._paint_trend(painter, rect, line)
        elif column in (Column.TEXT, Column.UNIT):
            self._paint_lines(painter, rect, words, self.metrics.body, is_right=False)
        elif column == Column.TARGET:
            self._paint_lines(painter, rect, words, self.metrics.bold, is_right=True)
        else:
            self._paint_lines(painter, rect, words, self.metrics.body, is_right=True)

    def _paint_lines(self, painter: QPainter, rect: QRect, words: str, fitter: TextFitter, *, is_right: bool) -> None:
        lines = fitter.fit(words, rect.width(), self.metrics.density.lines).lines
        top = rect.top() + (rect.height() - len(lines) * self.metrics.pitch) / 2
        painter.setFont(fitter.font)
        painter.setPen(QColor(self.tokens.text2 if words == NOTHING else self.tokens.text))
        for number, line in enumerate(lines):
            left = rect.right() + 1 - fitter.width(line) if is_right else rect.left()
            painter.drawText(QPointF(left, top + number * self.metrics.pitch + self.metrics.ascent), line)

    def _paint_trend(self, painter: QPainter, rect: QRect, line: MeasuredIndicator) -> None:
        points = self._model().points(line)
        if not points:
            self._put(painter, rect.left(), rect, NOTHING, self.metrics.body, self.tokens.text2)
            return
        bound = bound_of(line, points[-1][0])
        paint_trend(painter, rect.adjusted(0, 6, 0, -6), [amount for _, amount in points], bound, self.tokens)

    def _paint_warning(self, painter: QPainter, rect: QRect) -> None:
        ratio = painter.device().devicePixelRatio()
        mark = icons.pixmap("triangle-alert", self.tokens.soon.text, _SMALL_ICON, ratio)
        painter.drawPixmap(rect.left() + _GAP, rect.top() + _GAP, mark)

    def _put(self, painter: QPainter, left: int, rect: QRect, words: str, fitter: TextFitter, colour: str) -> None:
        painter.setFont(fitter.font)
        painter.setPen(QColor(colour))
        top = rect.top() + (rect.height() - self.metrics.pitch) / 2
        painter.drawText(QPointF(left, top + self.metrics.ascent), words)

    # --- words that do not fit

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Show the words of a cell that are cut, how a target is read, and why a value is not stored."""
        if event.type() is not QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        kept = self._model().unsaved_at(index)
        is_told = index.column() == Column.TARGET or (kept is not None and bool(kept.reason))
        shown = is_told or self.is_cut(index, QRect(option.rect))
        words = str(index.data(Qt.ItemDataRole.ToolTipRole) or "") if shown else ""
        QToolTip.showText(event.globalPos(), tooltip_html(words), view)
        return True

    def is_cut(self, index: Index, rect: QRect) -> bool:
        """Tell whether a cell of this size leaves out words."""
        model, line = self._model(), self._model().line(index.row())
        width = rect.width() - 2 * MARGIN
        if isinstance(line, GroupLine) or line is None:
            return line is not None and self.metrics.bold.width(line.title) > width - _STACK.width() - 160
        if index.column() == model.verdict_column:
            return chip_width(verdict_look(line.judgement.verdict), self.metrics) > width
        if index.column() == model.trend_column:
            return True
        fitter = self.metrics.bold if index.column() == Column.TARGET else self.metrics.body
        return fitter.fit(str(index.data() or ""), width, self.metrics.density.lines).cut

    # --- typing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        is_filled, self.replaces = self.replaces, False
        head = self._model().headerData(index.column(), Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
        return line_editor(parent, str(head), is_filled=is_filled)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        fill_once(editor, index)

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        if isinstance(editor, LineEditor):
            self._model().setData(index, editor.words())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(line_rect(option.rect, self.metrics.pitch))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        ended = end_typing(self, watched, event, self.left.emit)
        return super().eventFilter(watched, event) if ended is None else ended

    # --- sizes and states

    def _is_chosen(self, option: QStyleOptionViewItem, index: Index) -> bool:
        return bool(option.state & QStyle.StateFlag.State_Selected) or self._view.currentIndex().row() == index.row()

    def _model(self) -> IndicatorModel:
        return cast(IndicatorModel, self._view.model())


class _Closable:
    """What the delegate asks of its table."""

    closed: frozenset[str]
