"""The head of a paper as it will be printed, on white paper in every theme (Decree 30/2020/NĐ-CP, appendix I)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.office import OfficeProfile
from cchc_desktop.ui import theme

_FAMILIES = ("Times New Roman", "Liberation Serif", "Noto Serif")
_WIDTH, _LEFT_SHARE = 468.0, 0.40
"""Points: text of an A4 page between margins of 30 and 15 mm; the issuing body's share of it."""
_PADDING, _GAP, _RULE, _BETWEEN = 10.0, 9.0, 3.0, 6.0
"""Points around the text, above the line of number and date, from words to their rule, between the columns."""
_FINE = 10
"""Parts of a point in which letters are measured, so that they stand as they do on paper."""
_BODY_POINTS, _STATE_POINTS, _MOTTO_POINTS, _LAST_POINTS = 12, 12, 13, 13
_BODY_RULE, _FULL_RULE = 0.4, 1.0
_LEAST_WIDTH = 240
_BLANK = "…"
_CENTRED = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One centred line: its words, its size in points, its look, and its rule as a share of its length (0: none)."""

    words: str
    points: int
    bold: bool = False
    italic: bool = False
    rule: float = 0.0


@dataclass(frozen=True, slots=True)
class PaperHead:
    """What stands left and right above, and the line of number and date below both."""

    body: tuple[PaperLine, ...]
    state: tuple[PaperLine, ...]
    number: PaperLine
    date: PaperLine

    @property
    def words(self) -> str:
        """All lines one below the other, as they are read."""
        return "\n".join(line.words for line in (*self.body, *self.state, self.number, self.date))


def paper_head(profile: OfficeProfile) -> PaperHead:
    """Return the head of the office's papers; number and day are left blank, and so is what nobody typed."""
    lines = profile.letterhead
    last = len(lines) - 1
    symbol = profile.symbols[0] if profile.symbols else _BLANK
    return PaperHead(
        body=tuple(
            PaperLine(line.words, _BODY_POINTS, line.bold, rule=_BODY_RULE if number == last else 0.0)
            for number, line in enumerate(lines)
        ),
        state=(
            PaperLine("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", _STATE_POINTS, bold=True),
            PaperLine("Độc lập - Tự do - Hạnh phúc", _MOTTO_POINTS, bold=True, rule=_FULL_RULE),
        ),
        number=PaperLine(f"Số:{chr(0xA0) * 8}/{symbol}", _LAST_POINTS),
        date=PaperLine(f"{profile.place or _BLANK}, ngày … tháng … năm …", _LAST_POINTS, italic=True),
    )


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line and the room that it takes, in fine points."""

    line: PaperLine
    room: QRectF
    bottom: float
    """Where what follows may begin: below the rule where there is one."""


class LetterheadPreview(QWidget):
    """Shows a profile as the head of a paper, as wide as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Xem trước đầu văn bản"))
        self.setMinimumWidth(_LEAST_WIDTH)
        self._head = paper_head(OfficeProfile())
        self.show_profile(OfficeProfile())

    def show_profile(self, profile: OfficeProfile) -> None:
        """Show another profile."""
        self._head = paper_head(profile)
        self.setAccessibleDescription(self._head.words)
        self._fit()
        self.update()

    def head(self) -> PaperHead:
        """Return what is shown."""
        return self._head

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Take the height that the width asks for."""
        _, bottom = _laid_out(self._head)
        self.setFixedHeight(round((bottom / _FINE + 2 * _PADDING) * _scale(self.width())))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.current().border)))
        painter.setBrush(QColor("white"))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        scale = _scale(self.width())
        painter.translate(_PADDING * scale, _PADDING * scale)
        painter.scale(scale / _FINE, scale / _FINE)
        painter.setPen(QPen(QColor("black"), 0.8 * _FINE))
        for placed in _laid_out(self._head)[0]:
            _draw(painter, placed)
        painter.end()


def _scale(width: int) -> float:
    """Return how many pixels a point of the paper takes."""
    return width / (_WIDTH + 2 * _PADDING)


def _laid_out(head: PaperHead) -> tuple[list[_Placed], float]:
    """Return all lines at their places and the bottom of the last one, in fine points."""
    cut, gap = _WIDTH * _LEFT_SHARE * _FINE, _BETWEEN * _FINE
    left, right = (0.0, cut - gap), (cut, _WIDTH * _FINE - cut)
    upper = [*_column(head.body, *left, 0.0), *_column(head.state, *right, 0.0)]
    below = max(placed.bottom for placed in upper) + _GAP * _FINE
    lower = [*_column((head.number,), *left, below), *_column((head.date,), *right, below)]
    return upper + lower, max(placed.bottom for placed in lower)


def _column(lines: Sequence[PaperLine], x: float, width: float, top: float) -> Iterator[_Placed]:
    for line in lines:
        measured = QFontMetricsF(_font(line)).boundingRect(QRectF(0, 0, width, 1e6), int(_CENTRED), line.words)
        bottom = top + measured.height() + (2 * _RULE * _FINE if line.rule else 0.0)
        yield _Placed(line, QRectF(x, top, width, measured.height()), bottom)
        top = bottom


def _draw(painter: QPainter, placed: _Placed) -> None:
    line, room = placed.line, placed.room
    painter.setFont(_font(line))
    painter.drawText(room, int(_CENTRED), line.words)
    if line.rule:
        length = min(QFontMetricsF(_font(line)).horizontalAdvance(line.words), room.width()) * line.rule
        y = room.bottom() + _RULE * _FINE
        painter.drawLine(QPointF(room.center().x() - length / 2, y), QPointF(room.center().x() + length / 2, y))


def _font(line: PaperLine) -> QFont:
    font = QFont()
    font.setFamilies(_FAMILIES)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setPixelSize(line.points * _FINE)
    font.setBold(line.bold)
    font.setItalic(line.italic)
    return font
