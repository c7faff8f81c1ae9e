"""The list of the palette: its model, and how a line is painted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from cchc_desktop.domain.search.palette import EntryKind, PaletteHit
from cchc_desktop.domain.search.snippets import snippet
from cchc_desktop.ui import icons, theme
from cchc_desktop.ui.widgets.hit_marks import mark_hits
from cchc_desktop.ui.widgets.metrics import Density, RowMetrics
from cchc_desktop.ui.widgets.text_fit import TextFitter
from cchc_desktop.ui.widgets.tooltips import tooltip_html

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
HIT_ROLE = Qt.ItemDataRole.UserRole + 1
_ICONS = {
    EntryKind.COMMAND: "chevron-right", EntryKind.VIEW: "eye", EntryKind.PLAN: "list-tree",
    EntryKind.AGENCY: "building-2", EntryKind.ITEM: "square-check-big",
}  # fmt: skip
_MARGIN, _GAP, _ICON, _BAR = 12, 12, 16, 3
_LEAST_HEIGHT = 28
_ROOM = 90
"""Letters of a title; a longer one is cut around what was found in it."""
_PATH_SHARE = 0.35
"""Share of a line that the way to an entry has at most."""


class EntryModel(QAbstractListModel):
    """What was found for the typed words."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._hits: Sequence[PaletteHit] = ()

    def show_hits(self, hits: Sequence[PaletteHit]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self._hits = hits
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._hits)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemNeverHasChildren if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not index.row() < len(self._hits):
            return None
        hit = self._hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.entry.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return ", ".join(filter(None, (hit.entry.title, hit.entry.path, hit.entry.keys)))
        return hit if role == HIT_ROLE else None


class EntryDelegate(QStyledItemDelegate):
    """Draws a line: what kind it is, its title with marks, where it stands, its keys."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view: QAbstractItemView = view
        self.restyle()

    def restyle(self) -> None:
        """Take over the present font and colours."""
        self._metrics = RowMetrics(self._view.font(), Density.COMPACT)
        self._tokens = theme.current()

    def line_height(self) -> int:
        """Return the pixels of one line."""
        return max(_LEAST_HEIGHT, self._metrics.pitch + _GAP)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self.line_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit, rect, tokens = index.data(HIT_ROLE), option.rect, self._tokens
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, QColor(tokens.tint if chosen else tokens.surface))
        if chosen:
            painter.fillRect(QRect(rect.left(), rect.top(), _BAR, rect.height()), QColor(tokens.accent))
        self._paint_icon(painter, rect, hit)
        self._paint_title(painter, self._title_cell(painter, rect, hit), hit)
        painter.restore()

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Show all of a line."""
        if event.type() is not QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), tooltip_html(str(index.data(Qt.ItemDataRole.ToolTipRole))), view)
        return True

    def _paint_icon(self, painter: QPainter, rect: QRect, hit: PaletteHit) -> None:
        ratio = painter.device().devicePixelRatio()
        picture = icons.pixmap(_ICONS[hit.entry.kind], self._tokens.text2, _ICON, ratio)
        painter.drawPixmap(rect.left() + _MARGIN, rect.center().y() - _ICON // 2 + 1, picture)

    def _title_cell(self, painter: QPainter, rect: QRect, hit: PaletteHit) -> QRect:
        """Draw keys and path at the right end; return the room before them."""
        right = rect.right() - _MARGIN
        for words, most in ((hit.entry.keys, rect.width()), (hit.entry.path, round(rect.width() * _PATH_SHARE))):
            if words:
                right = self._paint_at_right(painter, rect, right, words, most) - _GAP
        left = rect.left() + 2 * _MARGIN + _ICON
        return QRect(left, rect.top(), right - left, rect.height())

    def _paint_at_right(self, painter: QPainter, rect: QRect, right: int, words: str, most: int) -> int:
        small = self._metrics.small
        line = small.fit(words, min(most, round(small.width(words)) + 1), 1).lines[0]
        left = right - round(small.width(line))
        top = rect.top() + (rect.height() - self._metrics.small_pitch) / 2
        self._draw(painter, QPointF(left, top + self._metrics.small_ascent), line, small, self._tokens.text2)
        return left

    def _paint_title(self, painter: QPainter, cell: QRect, hit: PaletteHit) -> None:
        body, piece = self._metrics.body, snippet(hit.entry.title, hit.spans, _ROOM)
        shift = int(piece.is_cut_before)
        spans = tuple((first + shift, last + shift) for first, last in piece.spans)
        fitted = body.fit(str(piece), cell.width(), 1)
        place = QPointF(cell.left(), cell.top() + (cell.height() - self._metrics.pitch) / 2)
        mark_hits(painter, place, fitted, spans, body, self._metrics.pitch, self._tokens)
        self._draw(painter, place + QPointF(0, self._metrics.ascent), fitted.lines[0], body, self._tokens.text)

    @staticmethod
    def _draw(painter: QPainter, place: QPointF, line: str, fitter: TextFitter, colour: str) -> None:
        painter.setFont(fitter.font)
        painter.setPen(QColor(colour))
        painter.drawText(place, line)
