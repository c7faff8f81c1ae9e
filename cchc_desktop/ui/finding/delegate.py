"""Paints the found rows: number, content with marks, what else answered, lead and due; headings of plans."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from cchc_desktop.domain.search.palette import EntryKind
from cchc_desktop.domain.search.snippets import Snippet
from cchc_desktop.ui import icons, theme
from cchc_desktop.ui.finding.model import ROW_ROLE
from cchc_desktop.ui.finding.rows import FoundItem, FoundName, Heading
from cchc_desktop.ui.widgets.hit_marks import mark_hits
from cchc_desktop.ui.widgets.hits import Spans
from cchc_desktop.ui.widgets.metrics import Density, RowMetrics
from cchc_desktop.ui.widgets.text_fit import TextFitter
from cchc_desktop.ui.widgets.tooltips import tooltip_html

Index = QModelIndex | QPersistentModelIndex
_MARGIN, _GAP = 12, 16
_NUMBER = 44
_LEAD, _TIME = 0.22, 0.2
"""Shares of a row's width."""
_BAR = 3
_ICON = 16
_SMALL_ICON = 12
_AIR = 10
"""Pixels above and below the words of a row, together."""
_KIND_ICONS = {EntryKind.PLAN: "list-tree", EntryKind.AGENCY: "building-2"}


class FoundDelegate(QStyledItemDelegate):
    """Draws the rows of one list."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view: QAbstractItemView = view
        self.restyle()

    def restyle(self) -> None:
        """Take over the present font and colours."""
        self._metrics = RowMetrics(self._view.font(), Density.NORMAL)
        self._tokens = theme.current()

    # --- Qt's questions

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row, metrics = index.data(ROW_ROLE), self._metrics
        if not isinstance(row, FoundItem):
            return QSize(0, metrics.group_height)
        content, lead, _ = _columns(self._view.viewport().rect())
        heights = [len(metrics.body.fit(words, cell.width(), 2).lines) * metrics.pitch
                   for words, cell in ((row.content, content), (row.lead, lead))]  # fmt: skip
        heights[0] += metrics.small_pitch if row.snippet else 0
        return QSize(
            0, max(metrics.row_height, metrics.pitch + metrics.small_pitch + _AIR, *(h + _AIR for h in heights))
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, rect, tokens = index.data(ROW_ROLE), option.rect, self._tokens
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = tokens.group if isinstance(row, Heading) else tokens.tint if chosen else tokens.surface
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, QColor(ground))
        if isinstance(row, FoundItem):
            self._paint_item(painter, rect, row)
        elif isinstance(row, FoundName):
            self._paint_name(painter, rect, row)
        elif isinstance(row, Heading):
            self._paint_heading(painter, rect, row)
        painter.setPen(QColor(tokens.grid))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if chosen:
            self._paint_chosen(painter, rect, has_focus=bool(option.state & QStyle.StateFlag.State_HasFocus))
        painter.restore()

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Show all words of a row of which some are left out."""
        if event.type() is not QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        words = str(index.data(Qt.ItemDataRole.ToolTipRole) or "") if self.is_cut(index, option.rect) else ""
        QToolTip.showText(event.globalPos(), tooltip_html(words), view)
        return True

    def is_cut(self, index: Index, rect: QRect) -> bool:
        """Tell whether a row of this size leaves out words."""
        row, body = index.data(ROW_ROLE), self._metrics.body
        if not isinstance(row, FoundItem):
            return isinstance(row, FoundName) and self._metrics.body.width(row.title) > rect.width() - 2 * _MARGIN - 120
        content, lead, time = _columns(rect)
        cells = ((row.content, content, 2), (row.lead, lead, 2), (row.time_words, time, 1))
        return bool(row.snippet) or any(body.fit(words, cell.width(), lines).cut for words, cell, lines in cells)

    # --- rows

    def _paint_item(self, painter: QPainter, rect: QRect, row: FoundItem) -> None:
        content, lead, time = _columns(rect)
        metrics = self._metrics
        top = rect.top() + _AIR // 2
        number = metrics.body.fit(row.number, _NUMBER, 1).lines
        self._draw(painter, rect.left() + _MARGIN, top, number, metrics.body, self._tokens.text2)
        below = self._paint_words(painter, content, top, row.content, row.marks.get("content", ()), 2)
        if row.snippet is not None:
            self._paint_aside(painter, content, below, row.field, row.snippet)
        self._paint_words(painter, lead, top, row.lead, row.marks.get("lead_words", ()), 2)
        below = self._paint_words(painter, time, top, row.time_words, row.marks.get("time_words", ()), 1)
        self._paint_reading(painter, time, below if row.time_words else top, row)

    def _paint_words(
        self, painter: QPainter, cell: QRect, top: float, words: str, spans: Spans, lines: int
    ) -> float:  # fmt: skip
        """Draw words with their marks; return where the next line begins."""
        metrics = self._metrics
        fitted = metrics.body.fit(words, cell.width(), lines)
        mark_hits(painter, QPointF(cell.left(), top), fitted, spans, metrics.body, metrics.pitch, self._tokens)
        self._draw(painter, cell.left(), top, fitted.lines, metrics.body, self._tokens.text)
        return top + len(fitted.lines) * metrics.pitch

    def _paint_aside(self, painter: QPainter, cell: QRect, top: float, field: str, snippet: Snippet) -> None:
        small, pitch = self._metrics.small, self._metrics.small_pitch
        name = f"{field}: " + ("…" if snippet.is_cut_before else "")
        words = name + snippet.text + ("…" if snippet.is_cut_after else "")
        spans = tuple((first + len(name), last + len(name)) for first, last in snippet.spans)
        fitted = small.fit(words, cell.width(), 1)
        mark_hits(painter, QPointF(cell.left(), top), fitted, spans, small, pitch, self._tokens)
        self._draw(painter, cell.left(), top, fitted.lines, small, self._tokens.text2)

    def _paint_reading(self, painter: QPainter, cell: QRect, top: float, row: FoundItem) -> None:
        if row.reading is None:
            return
        small, pitch, ratio = self._metrics.small, self._metrics.small_pitch, painter.device().devicePixelRatio()
        picture = icons.pixmap(row.reading.icon, self._tokens.text2, _SMALL_ICON, ratio)
        painter.drawPixmap(QPointF(cell.left(), top + (pitch - _SMALL_ICON) / 2), picture)
        left = _SMALL_ICON + _GAP // 4
        lines = small.fit(row.reading.text, cell.width() - left, 1).lines
        self._draw(painter, cell.left() + left, top, lines, small, self._tokens.text2)

    def _paint_name(self, painter: QPainter, rect: QRect, row: FoundName) -> None:
        metrics, ratio = self._metrics, painter.device().devicePixelRatio()
        picture = icons.pixmap(_KIND_ICONS[row.kind], self._tokens.text2, _ICON, ratio)
        painter.drawPixmap(rect.left() + _MARGIN, rect.center().y() - _ICON // 2, picture)
        left = rect.left() + _MARGIN + _NUMBER
        cell = QRect(left, rect.top(), self._paint_tag(painter, rect, row.tag) - left, rect.height())
        name = ("…" if row.name.is_cut_before else "") + row.name.text + ("…" if row.name.is_cut_after else "")
        shift = int(row.name.is_cut_before)
        spans = tuple((first + shift, last + shift) for first, last in row.name.spans)
        self._paint_words(painter, cell, rect.top() + (rect.height() - metrics.pitch) / 2, name, spans, 1)

    def _paint_heading(self, painter: QPainter, rect: QRect, row: Heading) -> None:
        metrics = self._metrics
        right = self._paint_tag(painter, rect, " · ".join(filter(None, (row.count, row.tag))))
        left = rect.left() + _MARGIN
        lines = metrics.bold.fit(row.title, right - left, 1).lines
        top = rect.top() + (rect.height() - metrics.pitch) / 2
        self._draw(painter, left, top, lines, metrics.bold, self._tokens.text)

    def _paint_tag(self, painter: QPainter, rect: QRect, words: str) -> int:
        """Draw secondary words at the right end; return where the room before them ends."""
        small, pitch = self._metrics.small, self._metrics.small_pitch
        left = rect.right() - _MARGIN - round(small.width(words))
        top = rect.top() + (rect.height() - pitch) / 2
        self._draw(painter, left, top, (words,), small, self._tokens.text2)
        return left - _GAP

    def _paint_chosen(self, painter: QPainter, rect: QRect, *, has_focus: bool) -> None:
        painter.fillRect(QRect(rect.left(), rect.top(), _BAR, rect.height()), QColor(self._tokens.accent))
        if has_focus:
            painter.setPen(QPen(QColor(self._tokens.accent), 2, j=Qt.PenJoinStyle.MiterJoin))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _draw(
        self, painter: QPainter, left: float, top: float, lines: tuple[str, ...], fitter: TextFitter, colour: str
    ) -> None:
        metrics = self._metrics
        is_small = fitter is metrics.small
        pitch, ascent = (metrics.small_pitch, metrics.small_ascent) if is_small else (metrics.pitch, metrics.ascent)
        painter.setFont(fitter.font)
        painter.setPen(QColor(colour))
        for number, line in enumerate(lines):
            painter.drawText(QPointF(left, top + number * pitch + ascent), line)


def _columns(rect: QRect) -> tuple[QRect, QRect, QRect]:
    """Return the cells of content, lead and time."""
    whole = rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
    lead, time = round(whole.width() * _LEAD), round(whole.width() * _TIME)
    last = QRect(whole.right() - time, whole.top(), time, whole.height())
    middle = QRect(last.left() - _GAP - lead, whole.top(), lead, whole.height())
    left = whole.left() + _NUMBER
    return QRect(left, whole.top(), middle.left() - _GAP - left, whole.height()), middle, last
