"""The look of the lists of this screen: rows of two lines, cut words in the tooltip, one row chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from math import ceil

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from cchc_desktop.ui import icons, theme
from cchc_desktop.ui.widgets.metrics import Density, RowMetrics
from cchc_desktop.ui.widgets.tooltips import tooltip_html
from cchc_desktop.ui.words import Words

Index = QModelIndex | QPersistentModelIndex
list_header = Words("ListColumn")
"""The words of the headers of all lists of `ListColumn`."""
_MARGIN = 8
_BAR = 3
_ICON = 16
_GAP = 6
_HEADER_HEIGHT = 28
_NARROWEST = 0.6
"""Share of its least width that a column keeps before the list scrolls sideways (large letters, small window); its
header is whole in any case."""


class RowRole(IntEnum):
    """What a cell of these lists knows besides its words."""

    ICON = Qt.ItemDataRole.UserRole + 1
    """Name of an icon before the words, None for none."""
    MUTED = Qt.ItemDataRole.UserRole + 2
    """True where the words are secondary."""
    ROW = Qt.ItemDataRole.UserRole + 3
    """The row itself, as the service gave it."""
    MARKED = Qt.ItemDataRole.UserRole + 4
    """The words with those marked that another version does not have (`differences.MarkedText`), None for none."""


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column: its header, its least width in pixels at 10 points, and its share of the room that is left."""

    header: str
    width: int
    share: int = 0
    is_number: bool = False


def header_data(columns: Sequence[ListColumn], section: int, orientation: Qt.Orientation, role: int) -> object:
    """Answer a view's question about a header."""
    if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(columns):
        return None
    if role == Qt.ItemDataRole.DisplayRole:
        return list_header(columns[section].header)
    if role == Qt.ItemDataRole.TextAlignmentRole:
        side = Qt.AlignmentFlag.AlignRight if columns[section].is_number else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter
    return None


class RowDelegate(QStyledItemDelegate):
    """Draws a cell: an icon, words in at most two lines, the accent bar of the chosen row."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self.restyle()

    def restyle(self) -> None:
        """Take over the present font and colours."""
        self.metrics = RowMetrics(self._view.font(), Density.NORMAL)
        self._tokens = theme.current()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self.metrics.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setClipRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(option.rect, QColor(self._tokens.tint if chosen else self._tokens.surface))
        self._paint_icon(painter, option.rect, index)
        self._paint_words(painter, option.rect, index)
        painter.setPen(QColor(self._tokens.grid))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if chosen and index.column() == 0:
            bar = QRect(option.rect.left(), option.rect.top(), _BAR, option.rect.height())
            painter.fillRect(bar, QColor(self._tokens.accent))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(self._tokens.accent), 2, j=Qt.PenJoinStyle.MiterJoin))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Show the full words where they do not fit."""
        if event.type() is not QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        words = str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
        QToolTip.showText(event.globalPos(), tooltip_html(words) if self.is_cut(index, option.rect) else "", view)
        return True

    def is_cut(self, index: Index, rect: QRect) -> bool:
        """Tell whether a cell of this size leaves out words."""
        width = self._words_rect(rect, index).width()
        return self.metrics.body.fit(_words(index), width, self.metrics.density.lines).cut

    def _paint_icon(self, painter: QPainter, rect: QRect, index: Index) -> None:
        name = index.data(RowRole.ICON)
        if name:
            picture = icons.pixmap(name, self._tokens.text2, _ICON, painter.device().devicePixelRatio())
            painter.drawPixmap(rect.left() + _MARGIN, rect.center().y() - _ICON // 2, picture)

    def _paint_words(self, painter: QPainter, rect: QRect, index: Index) -> None:
        inner = self._words_rect(rect, index)
        body = self.metrics.body
        lines = body.fit(self._shown_words(index, inner.width()), inner.width(), self.metrics.density.lines).lines
        painter.setFont(body.font)
        painter.setPen(QColor(self._tokens.text2 if index.data(RowRole.MUTED) else self._tokens.text))
        top = inner.top() + (inner.height() - len(lines) * self.metrics.pitch) / 2
        right = (index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag(0)) & Qt.AlignmentFlag.AlignRight
        self._paint_marks(painter, QPointF(inner.left(), top), lines, index, inner.width())
        for number, line in enumerate(lines):
            left = inner.left() + (inner.width() - body.width(line) if right else 0)
            painter.drawText(QPointF(left, top + number * self.metrics.pitch + self.metrics.ascent), line)

    def _shown_words(self, index: Index, width: int) -> str:
        """Return the words to fit into a cell of this width."""
        return _words(index)

    def _paint_marks(self, painter: QPainter, corner: QPointF, lines: Sequence[str], index: Index, width: int) -> None:
        """Mark some of the words, behind them."""

    def _words_rect(self, rect: QRect, index: Index) -> QRect:
        left = _MARGIN + (_ICON + _GAP if index.data(RowRole.ICON) else 0)
        return rect.adjusted(left, 0, -_MARGIN, -1)


class RowTable(QTableView):
    """A list of rows of which one is chosen; its columns share the room by their weights."""

    def __init__(
        self,
        model: QAbstractTableModel,
        columns: Sequence[ListColumn],
        parent: QWidget | None = None,
        delegate: type[RowDelegate] = RowDelegate,
    ) -> None:
        super().__init__(parent)
        self._columns = columns
        self._is_sharing = False
        self._rows = delegate(self)
        self._settling = QTimer(self, singleShot=True, interval=0)  # scroll bars come and go while a place is found
        self._settling.timeout.connect(self._keep_in_sight)
        self.setObjectName("plan")  # without a frame, as the plan's own table
        self.setModel(model)
        self.setItemDelegate(self._rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setMinimumHeight(_HEADER_HEIGHT)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        self._restyle()

    def chosen_row(self) -> int | None:
        """Return the number of the chosen row."""
        rows = self.selectionModel().selectedRows()
        return rows[0].row() if rows else None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width; a chosen row that could be seen stays in sight when the list gets lower."""
        row = self.chosen_row()
        if row is not None and 0 <= self.rowViewportPosition(row) < event.oldSize().height():
            self._settling.start()
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._share_width()

    def _keep_in_sight(self) -> None:
        row = self.chosen_row()
        if row is not None:
            self.scrollTo(self.model().index(row, 0))

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters go to the search field, not to a hidden one."""

    def _restyle(self) -> None:
        if hasattr(self, "_rows"):
            self._rows.restyle()
            self.verticalHeader().setMinimumSectionSize(self._rows.metrics.row_height)
            self.verticalHeader().setDefaultSectionSize(self._rows.metrics.row_height)
            self._share_width()
            self.viewport().update()

    def _share_width(self) -> None:
        """Share what the least widths leave over; where they leave nothing, columns of sentences get narrower."""
        if not self._is_sharing:  # a scroll bar that comes while widths are set asks again
            self._is_sharing = True
            self._set_widths(self._shared_widths())
            self._is_sharing = False

    def _set_widths(self, widths: Sequence[int]) -> None:
        for number, width in enumerate(widths):
            self.setColumnWidth(number, width)

    def _shared_widths(self) -> list[int]:
        scale = max(1.0, self.fontMetrics().averageCharWidth() / 7)
        header = self.horizontalHeader()
        headers = [header.sectionSizeHint(number) for number in range(len(self._columns))]
        widths = [max(round(column.width * scale), least) for column, least in zip(self._columns, headers, strict=True)]
        missing = sum(widths) - self.viewport().width()
        if missing > 0:
            parts = zip(widths, headers, self._columns, strict=True)
            least = [max(int(width * _NARROWEST), head) if column.share else width for width, head, column in parts]
            taken = min(1.0, missing / max(1, sum(widths) - sum(least)))
            widths = [width - ceil((width - end) * taken) for width, end in zip(widths, least, strict=True)]
        spare = max(0, -missing)
        weights = sum(column.share for column in self._columns)
        for number, column in enumerate(self._columns):
            extra = spare * column.share // max(1, weights)
            widths[number] += extra
            spare, weights = spare - extra, weights - column.share
        return widths


def _words(index: Index) -> str:
    return str(index.data(Qt.ItemDataRole.DisplayRole) or "")
