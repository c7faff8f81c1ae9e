"""Lists of a few painted rows: each a button of cells in columns, with the one action that fits it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QToolTip, QWidget

from cchc_desktop.ui import icons, theme
from cchc_desktop.ui.tokens import StatusColours, Tokens
from cchc_desktop.ui.widgets.chips import ChipLook, paint_chip, paint_stack
from cchc_desktop.ui.widgets.enter_key import PressedByEnter
from cchc_desktop.ui.widgets.link_button import LinkButton
from cchc_desktop.ui.widgets.metrics import Density, RowMetrics
from cchc_desktop.ui.widgets.tooltips import tooltip_html

_GAP = 12
_SIDE = 4
_ICON = 16
_CHIP_SIDES = 36
_BAR_HEIGHT = 8
_LEAST_SHARE = 110
"""Pixels beside a body of ten points that a column of sentences wants before others give way."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: as wide as its `sample`, or a `share` of the room that is left; an optional one may give way."""

    sample: str = ""
    share: int = 0
    is_right: bool = False
    is_chip: bool = False
    is_optional: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows: words in the colour of a token, with an icon before them, or a chip, or a stacked bar."""

    words: str = ""
    token: str = "text"
    icon: str = ""
    is_strong: bool = False
    chip: ChipLook | None = None
    shares: tuple[tuple[str, int], ...] | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its cells, what a screen reader says, and the words of its action ('' for none)."""

    cells: tuple[Cell, ...]
    name: str
    action: str = ""
    action_name: str = ""
    action_icon: str = ""
    is_enabled: bool = True


class LineButton(PressedByEnter, QAbstractButton):
    """One row, pressed like every button; words that are cut stand in its tooltip."""

    def __init__(self, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._line: Line | None = None
        self._is_cut = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._metrics = RowMetrics(self.font(), Density.COMPACT)

    def show_line(self, line: Line) -> None:
        """Show another row."""
        if line != self._line:
            self._line = line
            self.setAccessibleName(line.name)
            self.update()

    def line(self) -> Line | None:
        """Return the row that is shown."""
        return self._line

    def sizeHint(self) -> QSize:
        return QSize(240, max(26, self._metrics.pitch + 8))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._metrics = RowMetrics(self.font(), Density.COMPACT)
            self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._line is not None:
            QToolTip.showText(event.globalPos(), tooltip_html(self._line.name) if self._is_cut else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._line is None:
            return
        tokens = theme.current()
        self._is_cut = False
        with QPainter(self) as painter:
            if self.underMouse() and self.isEnabled():
                painter.fillRect(self.rect(), QColor(tokens.group))
            for cell, rect in zip(self._line.cells, self._rects(), strict=True):
                if rect.width() > 0:
                    self._paint_cell(painter, cell, rect, tokens)
                else:
                    self._is_cut = True
            if self.hasFocus():
                painter.setPen(QPen(QColor(tokens.accent), 2, j=Qt.PenJoinStyle.MiterJoin))
                painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _rects(self) -> list[QRect]:
        """Return where each column stands; optional ones that leave no room for sentences have no width."""
        widths = self._widths(self._columns)
        if self._share_width(widths) < self._least_share():
            widths = self._widths([Column() if one.is_optional else one for one in self._columns])
        left, rects = _SIDE, []
        for width in widths:
            rects.append(QRect(left, 0, width, self.height()))
            left += width + _GAP if width else 0
        return rects

    def _widths(self, columns: Sequence[Column]) -> list[int]:
        fixed = [self._fixed(column) for column in columns]
        shown = sum(1 for column, width in zip(columns, fixed, strict=True) if width or column.share)
        spare = max(0, self.width() - 2 * _SIDE - sum(fixed) - _GAP * max(0, shown - 1))
        shares = sum(column.share for column in columns)
        return [
            spare * column.share // shares if column.share else width
            for column, width in zip(columns, fixed, strict=True)
        ]

    def _fixed(self, column: Column) -> int:
        if column.share or not column.sample:
            return 0
        fitter = self._metrics.small_bold if column.is_chip else self._metrics.bold
        return int(fitter.width(column.sample)) + (_CHIP_SIDES if column.is_chip else 2)

    def _share_width(self, widths: Sequence[int]) -> int:
        return min((width for column, width in zip(self._columns, widths, strict=True) if column.share), default=9999)

    def _least_share(self) -> int:
        return round(_LEAST_SHARE * self.font().pointSizeF() / 10)

    def _paint_cell(self, painter: QPainter, cell: Cell, rect: QRect, tokens: Tokens) -> None:
        if cell.chip is not None:
            paint_chip(painter, rect, cell.chip, self._metrics, tokens)
        elif cell.shares is not None:
            bar = QRect(rect.left(), rect.center().y() - _BAR_HEIGHT // 2, rect.width(), _BAR_HEIGHT)
            paint_stack(painter, bar, cell.shares, tokens)
        else:
            self._paint_words(painter, cell, rect, tokens)

    def _paint_words(self, painter: QPainter, cell: Cell, rect: QRect, tokens: Tokens) -> None:
        colour = QColor(_colour(tokens, cell.token))
        column = self._columns[self._rects().index(rect)]
        if cell.icon:
            picture = icons.pixmap(cell.icon, colour.name(), _ICON, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(rect.left(), rect.center().y() - _ICON // 2 + 1), picture)
            rect = rect.adjusted(_ICON + 6, 0, 0, 0)
        fitter = self._metrics.bold if cell.is_strong else self._metrics.body
        fitted = fitter.fit(cell.words, rect.width(), 1)
        self._is_cut |= fitted.cut
        side = Qt.AlignmentFlag.AlignRight if column.is_right else Qt.AlignmentFlag.AlignLeft
        painter.setFont(fitter.font)
        painter.setPen(colour if self.isEnabled() else QColor(tokens.disabled))
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, fitted.lines[0])


class LineList(QWidget):
    """Rows below each other, at most `most` of them until `expand`; signals bring the number of a row."""

    opened = Signal(int)
    acted = Signal(int)

    def __init__(self, columns: Sequence[Column], most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._most = most
        self._is_expanded = False
        self._lines: tuple[Line, ...] = ()
        self._rows: list[tuple[LineButton, LinkButton]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        for _ in range(most):  # now, so that Tab visits them before what is made later
            self._add_row()
        self.show_lines(())

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other rows; the focus stays where a row stays."""
        self._lines = tuple(lines)
        shown = self._lines if self._is_expanded else self._lines[: self._most]
        while len(self._rows) < len(shown):
            self._add_row()
        for number, (button, action) in enumerate(self._rows):
            line = shown[number] if number < len(shown) else None
            button.setVisible(line is not None)
            action.setVisible(line is not None and bool(line.action))
            if line is not None:
                _show_line(line, button, action)

    def hidden_lines(self) -> int:
        """Return how many rows are not shown."""
        return 0 if self._is_expanded else max(0, len(self._lines) - self._most)

    def expand(self) -> None:
        """Show all rows."""
        self._is_expanded = True
        self.show_lines(self._lines)

    def buttons(self) -> list[tuple[LineButton, LinkButton]]:
        """Return the rows that are shown with their actions."""
        return self._rows[: len(self._lines) - self.hidden_lines()]

    def _add_row(self) -> None:
        number = len(self._rows)
        button, action = LineButton(self._columns, self), LinkButton(parent=self)
        button.clicked.connect(lambda: self.opened.emit(number))
        action.clicked.connect(lambda: self.acted.emit(number))
        if self._rows:
            QWidget.setTabOrder(self._rows[-1][1], button)
            QWidget.setTabOrder(button, action)
        self._grid.addWidget(button, number, 0)
        self._grid.addWidget(action, number, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._rows.append((button, action))


def _show_line(line: Line, button: LineButton, action: LinkButton) -> None:
    button.show_line(line)
    action.setText(line.action)
    action.setAccessibleName(line.action_name or line.action)
    action.setEnabled(line.is_enabled)
    if line.action_icon:
        action.setIcon(icons.icon(line.action_icon, "late"))


def _colour(tokens: Tokens, token: str) -> str:
    found: str | StatusColours = getattr(tokens, token)
    return found if isinstance(found, str) else found.text
