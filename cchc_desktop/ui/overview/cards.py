"""The cards at the top: a figure with what it counts, and the next report with its countdown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from cchc_desktop.ui import icons, theme
from cchc_desktop.ui.tokens import StatusColours, Tokens
from cchc_desktop.ui.widgets.enter_key import PressedByEnter
from cchc_desktop.ui.widgets.metrics import Density, RowMetrics
from cchc_desktop.ui.widgets.text_fit import TextFitter

_PAD = 12
_RADIUS = 6
_BIG = 1.9
"""A figure beside the body's text."""
_ICON = 20


class CardButton(PressedByEnter, QAbstractButton):
    """A card that is a button; subclasses paint what stands inside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._is_lead = False
        self._measure()

    def sizeHint(self) -> QSize:
        lines = self.metrics.pitch + self.metrics.small_pitch
        return QSize(160, 2 * _PAD - 2 + self.big_height + lines)

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._measure()
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            edge = tokens.accent if self._is_lead or self.hasFocus() else tokens.border
            width = 2 if self.hasFocus() else 1
            painter.setPen(QPen(QColor(edge), width))
            painter.setBrush(QColor(tokens.group if self.underMouse() else tokens.surface))
            inset = width / 2
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), _RADIUS, _RADIUS)
            self.paint_inside(painter, tokens)

    def paint_inside(self, painter: QPainter, tokens: Tokens) -> None:
        """Draw what the card shows."""
        raise NotImplementedError

    def inner(self) -> QRect:
        """Return the place inside the edges."""
        return self.rect().adjusted(_PAD, _PAD - 2, -_PAD, -_PAD)

    def draw(self, painter: QPainter, fitter: TextFitter, rect: QRect, words: str, colour: str) -> None:
        """Draw words on one line; those that do not fit end in '…'."""
        painter.setFont(fitter.font)
        painter.setPen(QColor(colour))
        shown = fitter.fit(words, rect.width(), 1).lines[0]
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _measure(self) -> None:
        self.metrics = RowMetrics(self.font(), Density.COMPACT)
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * _BIG)
        font.setBold(True)
        self.big = TextFitter(font)
        self.big_height = round(self.metrics.pitch * _BIG)


class FigureCard(CardButton):
    """A number with its icon in the colours of a state, what it counts, and one more fact in small letters."""

    def __init__(self, icon: str, token: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._token, self._title = icon, token, title
        self._figure, self._more = 0, ""

    def show_figure(self, figure: int, more: str, title: str | None = None) -> None:
        """Show another number."""
        self._figure, self._more = figure, more
        self._title = title or self._title
        self.setAccessibleName(f"{self._title}: {figure}, {more}")
        self.setToolTip("" if self._fits() else f"{self._title}, {more}")
        self.update()

    def figure(self) -> int:
        """Return the number that is shown."""
        return self._figure

    def more(self) -> str:
        """Return the fact below the title."""
        return self._more

    def title(self) -> str:
        """Return what is counted."""
        return self._title

    def needed_width(self) -> int:
        """Return the pixels that the title needs on one line."""
        return int(self.metrics.bold.width(self._title)) + 2 * _PAD + 2

    def resizeEvent(self, event: object) -> None:
        self.setToolTip("" if self._fits() else f"{self._title}, {self._more}")

    def _fits(self) -> bool:
        width = self.width() - 2 * _PAD
        return max(self.metrics.bold.width(self._title), self.metrics.small.width(self._more)) <= width

    def paint_inside(self, painter: QPainter, tokens: Tokens) -> None:
        inner, metrics = self.inner(), self.metrics
        colours: StatusColours = getattr(tokens, self._token if self._figure else "none")
        ratio = self.devicePixelRatioF()
        side = round(_ICON * self.font().pointSizeF() / 10)
        top = QRect(inner.left(), inner.top(), inner.width(), self.big_height)
        picture = icons.pixmap(self._icon, colours.text, side, ratio)
        painter.drawPixmap(QPointF(top.left(), top.center().y() - side / 2 + 1), picture)
        arrow = icons.pixmap("chevron-right", tokens.text2, side - 4, ratio)
        painter.drawPixmap(QPointF(top.right() - side + 5, top.center().y() - side / 2 + 3), arrow)
        self.draw(painter, self.big, top.adjusted(side + 8, 0, -side, 0), str(self._figure), colours.text)
        words = QRect(inner.left(), top.bottom() + 1, inner.width(), metrics.pitch)
        self.draw(painter, metrics.bold, words, self._title, tokens.text)
        more = QRect(inner.left(), words.bottom() + 1, inner.width(), metrics.small_pitch)
        self.draw(painter, metrics.small, more, self._more, tokens.text2)


class ReportCard(CardButton):
    """The next report: its name, which of its dates comes, and the days until then."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_lead = True
        self._heading = self.tr("Kỳ báo cáo tới")
        self._unit = self.tr("ngày nữa")
        self._title, self._more, self._days = "", "", ""

    def show_report(self, title: str, more: str, days: int | None) -> None:
        """Show another report; without days nothing is counted down to, what is asked for today has its word."""
        self._title = title
        self._more = self.tr("Hôm nay: {}").format(more) if days == 0 else more
        self._days = str(days) if days else ""
        left = self.tr("còn {} ngày").format(days) if days else ""
        self.setAccessibleName(", ".join(filter(None, (f"{self._heading}: {title}", self._more, left))))
        self.resizeEvent(None)
        self.update()

    def words(self) -> tuple[str, str, str]:
        """Return the report, its next date and the days that are left."""
        return self._title, self._more, self._days

    def needed_width(self) -> int:
        """Return the pixels that the words want on one line."""
        return (
            int(max(self.metrics.bold.width(self._title), self._small_width(self._more))) + self._right() + 2 * _PAD + 2
        )

    def resizeEvent(self, event: object) -> None:
        self.setToolTip("" if self.width() >= self.needed_width() else f"{self._title}, {self._more}")

    def _small_width(self, words: str) -> float:
        return self.metrics.small.width(words)

    def _right(self) -> int:
        return int(max(self.big.width(self._days), self._small_width(self._unit))) + 8 if self._days else 0

    def paint_inside(self, painter: QPainter, tokens: Tokens) -> None:
        inner, metrics = self.inner(), self.metrics
        left = inner.adjusted(0, 0, -self._right(), 0)
        head = QRect(left.left(), left.top(), left.width(), self.big_height)
        picture = icons.pixmap("file-chart-column", tokens.text2, 16, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(head.left(), head.center().y() - 7), picture)
        self.draw(painter, metrics.small_bold, head.adjusted(22, 0, 0, 0), self._heading, tokens.text2)
        title = QRect(left.left(), head.bottom() + 1, left.width(), metrics.pitch)
        self.draw(painter, metrics.bold, title, self._title, tokens.text)
        more = QRect(left.left(), title.bottom() + 1, left.width(), metrics.small_pitch)
        self.draw(painter, metrics.small, more, self._more, tokens.text2)
        if self._days:
            self._paint_days(painter, QRect(left.right(), inner.top(), self._right(), inner.height()), tokens)

    def _paint_days(self, painter: QPainter, rect: QRect, tokens: Tokens) -> None:
        painter.setPen(QColor(tokens.accent))
        painter.setFont(self.big.font)
        middle = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect.adjusted(0, 0, 0, -self.metrics.small_pitch), middle, self._days)
        painter.setFont(self.metrics.small.font)
        below = QRect(rect.left(), rect.bottom() - self.metrics.small_pitch, rect.width(), self.metrics.small_pitch)
        painter.drawText(below, middle, self._unit)
