"""The plan's timeline: its months, today, and a circle for each date with the number of milestones."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.periods import Period
from cchc_desktop.services.overview import TimelineDay
from cchc_desktop.ui import theme
from cchc_desktop.ui.following.looks import icon_of
from cchc_desktop.ui.overview.timeline_places import Label, Mark, marks, placed, position, span_of, ticks
from cchc_desktop.ui.overview.words import short_day, translated
from cchc_desktop.ui.tokens import StatusColours, Tokens
from cchc_desktop.ui.widgets.enter_key import ENTER
from cchc_desktop.ui.widgets.metrics import Density, RowMetrics

_TRACK = 10
_CIRCLE = 22
_TARGET = 26
_LABEL_GAP = 10
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class Circle(QAbstractButton):
    """The milestones of one day, or of days too close to be told apart."""

    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mark: Mark | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_mark(self, mark: Mark, words: str) -> None:
        """Stand for other days; `words` say which."""
        self.mark = mark
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in ENTER:
            self.click()
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.mark is None:
            return
        tokens = theme.current()
        colours: StatusColours = getattr(tokens, icon_of(self.mark.status)[1])
        metrics = RowMetrics(self.font(), Density.COMPACT)
        inset = (self.height() - circle_side(metrics)) / 2
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            body = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            focus = self.hasFocus() or self.underMouse()
            painter.setPen(QPen(QColor(tokens.accent if focus else colours.text), 2 if focus else 1.5))
            painter.setBrush(QColor(colours.fill))
            painter.drawRoundedRect(body.adjusted(1, 1, -1, -1), body.height() / 2, body.height() / 2)
            painter.setPen(QColor(colours.text))
            painter.setFont(metrics.small_bold.font)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self.mark.count))


def circle_side(metrics: RowMetrics) -> int:
    """Return how high a circle is, in pixels."""
    return max(_CIRCLE, metrics.small_pitch + 6)


class Timeline(QWidget):
    """`days_wanted` brings the days behind a circle. Tab reaches one circle, the arrows lead on to the others."""

    days_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._period: Period | None = None
        self._days: Sequence[TimelineDay] = ()
        self._today = date.min
        self._circles: list[Circle] = []
        self._shown = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._metrics = RowMetrics(self.font(), Density.COMPACT)
        self._add_circle()  # now, so that Tab finds its place

    def show_days(self, period: Period, days: Sequence[TimelineDay], today: date) -> None:
        """Show another plan or other milestones."""
        self._period, self._days, self._today = span_of(period, days), days, today
        self._place()
        self.update()

    def circles(self) -> list[Circle]:
        """Return the circles from left to right."""
        return self._circles[: self._shown]

    def sizeHint(self) -> QSize:
        return QSize(400, 2 * self._metrics.small_pitch + self._target() + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._metrics = RowMetrics(self.font(), Density.COMPACT)
            self.updateGeometry()
            self._place()

    # --- places

    def _target(self) -> int:
        return max(_TARGET, circle_side(self._metrics) + 4)

    def _widest(self) -> float:
        """Return how wide a circle must be for the largest number."""
        most = sum(len(day.milestones) for day in self._days)
        return max(self._target(), self._metrics.small_bold.width(str(most)) + 16)

    def _margin(self) -> float:
        return self._widest() / 2

    def _x(self, day: date) -> float:
        assert self._period is not None, "called for a plan that is shown"
        return self._margin() + position(day, self._period, max(1.0, self.width() - 2 * self._margin()))

    def _place(self) -> None:
        found = marks(self._days, self._x, self._widest()) if self._period is not None else ()
        while len(self._circles) < len(found):
            self._add_circle()
        self._shown = len(found)
        top, target = self._metrics.small_pitch + 4, self._target()
        for number, circle in enumerate(self._circles):
            circle.setVisible(number < self._shown)
            if number < self._shown:
                width = round(max(target, self._metrics.small_bold.width(str(found[number].count)) + 16))
                circle.setGeometry(QRect(round(found[number].x - width / 2), top, width, target))
                circle.show_mark(found[number], self._told(found[number]))
        self._give_tab_stop()

    def _add_circle(self) -> None:
        circle, number = Circle(self), len(self._circles)
        circle.clicked.connect(lambda: self._open(number))
        circle.stepped.connect(lambda step: self._step(number + step))
        circle.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if self._circles:
            QWidget.setTabOrder(self._circles[-1], circle)
        self._circles.append(circle)

    def _give_tab_stop(self) -> None:
        """Let Tab reach the circle that has the focus, else the one that presses most."""
        shown = self.circles()
        if shown:
            focused = next((circle for circle in shown if circle.hasFocus()), None)
            stop = focused or next((one for one in shown if one.mark and one.mark.overdue), shown[0])
            for circle in shown:
                policy = Qt.FocusPolicy.StrongFocus if circle is stop else Qt.FocusPolicy.ClickFocus
                circle.setFocusPolicy(policy)

    def _step(self, number: int) -> None:
        if 0 <= number < self._shown:
            self._circles[number].setFocus(Qt.FocusReason.TabFocusReason)
            self._give_tab_stop()

    def _open(self, number: int) -> None:
        mark = self._circles[number].mark
        if mark is not None:
            self.days_wanted.emit(mark.days)

    # --- words and paint

    def _told(self, mark: Mark) -> str:
        first, last = mark.days[0].day, mark.days[-1].day
        when = show_day(first) if first == last else translated("{} đến {}").format(show_day(first), show_day(last))
        words = translated("Đến hạn {}: {} mốc").format(when, mark.count)
        if mark.overdue:
            return translated("{}, {} mốc quá hạn").format(words, mark.overdue)
        return translated("{}, {} mốc chưa hoàn thành").format(words, mark.open) if mark.open else words

    def _label_words(self, mark: Mark) -> str:
        first, last = (self._day_words(mark.days[number].day) for number in (0, -1))
        when = first if len(mark.days) == 1 else f"{first}–{last}"
        if mark.overdue:
            return translated("{} · còn {} quá hạn").format(when, mark.overdue)
        return translated("{} · còn {}").format(when, mark.open) if 0 < mark.open < mark.count else when

    def _day_words(self, day: date) -> str:
        is_long = self._period is not None and self._period.start.year != self._period.end.year
        return show_day(day) if is_long else short_day(day)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._period is None:
            return
        tokens = theme.current()
        with QPainter(self) as painter:
            self._paint_track(painter, tokens)
            self._paint_ticks(painter, tokens)
            self._paint_labels(painter, tokens)

    def _middle(self) -> int:
        return self._metrics.small_pitch + 4 + self._target() // 2

    def _paint_track(self, painter: QPainter, tokens: Tokens) -> None:
        assert self._period is not None, "there is a plan"
        top, left, right = self._middle() - _TRACK // 2, self._x(self._period.start), self._x(self._period.end)
        today = self._x(self._today)
        painter.fillRect(QRectF(left, top, right - left, _TRACK), QColor(tokens.tint))
        past = QColor(tokens.accent)
        past.setAlpha(120)
        painter.fillRect(QRectF(left, top, today - left, _TRACK), past)
        if self._period.contains(self._today):
            painter.setPen(QPen(QColor(tokens.text), 2))
            painter.drawLine(QPointF(today, top - 8), QPointF(today, top + _TRACK + 8))

    def _paint_ticks(self, painter: QPainter, tokens: Tokens) -> None:
        assert self._period is not None, "there is a plan"
        small = self._metrics.small
        widest = small.width(translated("Tháng {}").format(12)) + _LABEL_GAP
        room = self._x(self._period.end) - self._x(self._period.start)
        top = self._middle() + self._target() // 2 + 2
        free = 0.0
        painter.setFont(small.font)
        for day, is_year in ticks(self._period, room, widest):
            words = str(day.year) if is_year else translated("Tháng {}").format(day.month)
            left = self._x(day)
            painter.fillRect(QRectF(left, self._middle() - _TRACK / 2, 1, _TRACK), QColor(tokens.surface))
            if left >= free and left + small.width(words) <= self.width():
                painter.setPen(QColor(tokens.text2))
                painter.drawText(QPointF(left, top + self._metrics.small_ascent), words)
                free = left + small.width(words) + _LABEL_GAP

    def _paint_labels(self, painter: QPainter, tokens: Tokens) -> None:
        small, bold = self._metrics.small, self._metrics.small_bold
        labels = [self._mark_label(number, circle.mark) for number, circle in enumerate(self.circles()) if circle.mark]
        is_now = self._period is not None and self._period.contains(self._today)
        if is_now:
            words = translated("Hôm nay {}").format(short_day(self._today))
            width, today = bold.width(words), self._x(self._today)
            middle = today - width / 2 + 3 if today > width else today  # before the line: what comes stands behind it
            labels.append(Label(middle, width, words, -1))
        for left, label in placed(labels, self.width(), _LABEL_GAP):
            painter.setFont(bold.font if label.priority < 0 else small.font)
            painter.setPen(QColor(tokens.text))
            painter.drawText(QPointF(left, self._metrics.small_ascent), label.words)

    def _mark_label(self, number: int, mark: Mark) -> Label:
        words = self._label_words(mark)
        priority = 0 if mark.overdue else 1 if mark.open else 2
        return Label(mark.x, self._metrics.small.width(words), words, priority * 1000 + number)
