"""The month calendar: two entries a day at most, today framed, days off tinted, dates of reports outlined."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
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
from cchc_desktop.ui.deadlines.calendar_model import DayRole, MonthModel
from cchc_desktop.ui.deadlines.month import WEEK, DayEntry, MonthDay
from cchc_desktop.ui.deadlines.words import WEEKDAYS, words
from cchc_desktop.ui.widgets.metrics import Density, RowMetrics
from cchc_desktop.ui.widgets.rows import Index
from cchc_desktop.ui.widgets.tooltips import tooltip_html

_PAD, _GAP, _ICON = 5, 3, 13
_LEAST_WIDTH = 44
_HEADER_HEIGHT = 28
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_MOVES = {
    Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -WEEK, Qt.Key.Key_Down: WEEK,
}  # fmt: skip
_MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class DayDelegate(QStyledItemDelegate):
    """Draws one day: its number, what it is called, its entries."""

    def __init__(self, view: QAbstractItemView, today: Callable[[], date]) -> None:
        super().__init__(view)
        self._view = view
        self._today = today
        self.marked: date | None = None
        """The day of the row that is chosen in the list."""
        self.restyle()

    def restyle(self) -> None:
        """Take over the present font and colours."""
        self.metrics = RowMetrics(self._view.font(), Density.COMPACT)
        self._tokens = theme.current()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        day: MonthDay = index.data(DayRole.DAY)
        painter.save()
        painter.setClipRect(option.rect)
        painter.fillRect(option.rect, QColor(self._ground(day)))
        painter.setPen(QColor(self._tokens.grid))
        painter.drawLine(option.rect.topRight(), option.rect.bottomRight())
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        left_over = self._paint_head(painter, option.rect.adjusted(_PAD, _GAP, -_PAD, 0), day)
        self._paint_entries(painter, left_over, day)
        if day.day == self._today():
            self._frame(painter, option.rect, Qt.PenStyle.SolidLine)
        if option.state & QStyle.StateFlag.State_HasFocus:
            self._frame(painter, option.rect.adjusted(2, 2, -2, -2), Qt.PenStyle.DashLine)
        painter.restore()

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Tell everything of the day."""
        if event.type() is not QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), tooltip_html(str(index.data(Qt.ItemDataRole.ToolTipRole))), view)
        return True

    def _ground(self, day: MonthDay) -> str:
        if day.day == self.marked:
            return self._tokens.tint
        return self._tokens.group if day.is_off else self._tokens.surface

    def _frame(self, painter: QPainter, rect: QRect, style: Qt.PenStyle) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._tokens.accent), 2, style, j=Qt.PenJoinStyle.MiterJoin))
        painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _paint_head(self, painter: QPainter, rect: QRect, day: MonthDay) -> QRect:
        """Draw the number and, where there is room, why the day is off; return what is left below."""
        number = str(day.day.day) if day.is_inside else f"{day.day.day}/{day.day.month}"
        bold, small, pitch = self.metrics.bold, self.metrics.small, self.metrics.pitch
        painter.setFont(bold.font)
        painter.setPen(QColor(self._tokens.text if day.is_inside else self._tokens.text2))
        painter.drawText(QPointF(rect.left(), rect.top() + self.metrics.ascent), number)
        told, colour = self._aside(day)
        room = rect.width() - int(bold.width(number)) - _PAD
        painter.setFont(small.font)
        painter.setPen(QColor(colour))
        if small.width(told) <= room:
            painter.drawText(QPointF(rect.right() - small.width(told), rect.top() + self.metrics.ascent), told)
            return rect.adjusted(0, pitch + _GAP, 0, 0)
        has_room = rect.height() >= pitch + self.metrics.small_pitch and not day.entries
        if not (has_room and (day.holiday or day.made_up)):  # the frame and the tint tell it too
            return rect.adjusted(0, pitch + _GAP, 0, 0)
        line = small.fit(told, rect.width(), 1).lines[0]
        painter.drawText(QPointF(rect.left(), rect.top() + pitch + self.metrics.small_ascent), line)
        return rect.adjusted(0, pitch + self.metrics.small_pitch + _GAP, 0, 0)

    def _aside(self, day: MonthDay) -> tuple[str, str]:
        """Return what stands beside the number, and its colour."""
        if day.made_up:
            return words("làm bù"), self._tokens.text2
        if day.holiday:
            return day.holiday, self._tokens.text2
        return (words("Hôm nay") if day.day == self._today() else "", self._tokens.accent)

    def _paint_entries(self, painter: QPainter, rect: QRect, day: MonthDay) -> None:
        room, pitch = rect.height() - _GAP, self.metrics.small_pitch
        if room < len(day.entries) * (pitch + _GAP) + (len(day.entries) - 1) * _GAP:
            self._paint_marks(painter, rect, day)
            return
        lines = 2 if room >= len(day.entries) * (2 * pitch + 2 * _GAP) else 1
        top = rect.top()
        for entry in day.entries:
            height = self._paint_entry(
                painter, QRect(rect.left(), top, rect.width(), lines * pitch + _GAP), entry, lines
            )
            top += height + _GAP

    def _paint_marks(self, painter: QPainter, rect: QRect, day: MonthDay) -> None:
        """Draw the pictures of the entries alone beside the number, where there is no room for words."""
        left, ratio = rect.right() + 1, painter.device().devicePixelRatio()
        for entry in reversed(day.entries):
            left -= _ICON + _GAP
            picture = icons.pixmap(entry.icon, self._colours(entry)[1], _ICON, ratio)
            painter.drawPixmap(QPointF(left, rect.top() - _GAP - (self.metrics.pitch + _ICON) // 2), picture)

    def _paint_entry(self, painter: QPainter, rect: QRect, entry: DayEntry, lines: int) -> int:
        """Draw an entry in at most so many lines; return its height."""
        small, pitch = self.metrics.small, self.metrics.small_pitch
        left = _GAP + _ICON + _GAP
        fitted = small.fit(entry.words, max(1, rect.width() - left - _GAP), lines).lines
        box = QRectF(rect.left(), rect.top(), rect.width() - 1, len(fitted) * pitch + _GAP)
        ground, colour, edge = self._colours(entry)
        painter.setPen(QPen(QColor(edge)) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        picture = icons.pixmap(entry.icon, colour, _ICON, painter.device().devicePixelRatio())
        painter.drawPixmap(QPointF(box.left() + _GAP, box.top() + (pitch + _GAP - _ICON) // 2), picture)
        painter.setFont(small.font)
        painter.setPen(QColor(colour))
        for number, line in enumerate(fitted):
            place = QPointF(box.left() + left, box.top() + 1 + number * pitch + self.metrics.small_ascent)
            painter.drawText(place, line)
        return int(box.height())

    def _colours(self, entry: DayEntry) -> tuple[str, str, str]:
        """Return ground, words and edge of an entry."""
        if not entry.token:
            return self._tokens.surface, self._tokens.accent, self._tokens.accent
        colours = getattr(self._tokens, entry.token)
        return colours.fill, colours.text, self._tokens.control if self._tokens.system else ""


class MonthCalendar(QTableView):
    """`moved` comes when a day of another month is wanted; `chosen` with a click, Enter or the space bar."""

    chosen = Signal(object)
    """The `date` of a day."""
    moved = Signal(object)
    """The `date` to go to, outside of the shown weeks."""
    months_wanted = Signal(int)
    """So many months on (Page Down) or back (Page Up)."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.days = MonthModel(self)
        self.setModel(self.days)
        self._delegate = DayDelegate(self, today)
        self.setItemDelegate(self._delegate)
        self.setObjectName("plan")  # without a frame, as the plan's own table
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setMinimumSectionSize(20)
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setMinimumHeight(_HEADER_HEIGHT)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)

    def mark(self, day: date | None) -> None:
        """Tint the day of what is chosen in the list."""
        self._delegate.marked = day
        self.viewport().update()

    def marked(self) -> date | None:
        """Return the day that is tinted."""
        return self._delegate.marked

    def go_to(self, day: date) -> None:
        """Let the keys go on from a day that is shown."""
        index = self.days.index_of(day)
        if index.isValid():
            self.setCurrentIndex(index)

    def current_day(self) -> date | None:
        """Return the day to which the keys go."""
        day = self.days.day(self.currentIndex())
        return day.day if day is not None else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, day = Qt.Key(event.key()), self.current_day()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _MOVES and day is not None:
            self._move(day + timedelta(days=_MOVES[key]))
        elif key in _MONTHS:
            self.months_wanted.emit(_MONTHS[key])
        elif key in _ENTER and day is not None:
            self.chosen.emit(day)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        day = self.days.day(self.indexAt(event.position().toPoint()))
        if event.button() is Qt.MouseButton.LeftButton and day is not None:
            self.chosen.emit(day.day)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: there is no hidden search in a calendar."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            if hasattr(self, "_delegate"):
                self._delegate.restyle()
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = max(map(self.fontMetrics().horizontalAdvance, map(words, WEEKDAYS))) + 2 * _PAD
        self.days.show_short_names(self.viewport().width() // WEEK < needed)

    def minimumSizeHint(self) -> QSize:
        return QSize(WEEK * _LEAST_WIDTH, 6 * (self.fontMetrics().height() + _PAD))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        day = self.days.day(current)
        self.setAccessibleDescription("; ".join(day.told) if day is not None else "")

    def _move(self, day: date) -> None:
        if self.days.index_of(day).isValid():
            self.go_to(day)
        else:
            self.moved.emit(day)
