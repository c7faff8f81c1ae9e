"""The left of the status bar: what the open plan holds and how it stands; each figure opens its rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from cchc_desktop.ui import icons, theme
from cchc_desktop.ui.widgets.link_button import LinkButton
from cchc_desktop.ui.words import Words

DONE, OVERDUE, WEEK = "done", "overdue", "week"
_words = Words("StatusFigures")
_FIGURES: Mapping[str, tuple[Callable[[int], str], str, str]] = {
    OVERDUE: (lambda count: _words.count("%n quá hạn", count), "triangle-alert", "late"),
    WEEK: (lambda count: _words.count("%n đến hạn trong 7 ngày", count), "clock", "soon"),
    DONE: (lambda count: _words.count("%n hoàn thành", count), "", ""),
}
"""By their weight: where the room is short the last ones go first."""
_ORDER = (DONE, OVERDUE, WEEK)
_ICON = 14
_COLOUR = "QPushButton {{ color: {}; font-weight: {}; }}"


class FiguresLine(QWidget):
    """Takes the room that the bar has; `wanted` brings the name of the figure that was pressed."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._counts = QLabel(self)
        self._figures = {name: _Figure(name, self) for name in _ORDER}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._counts)
        for name, figure in self._figures.items():
            figure.clicked.connect(lambda _=False, name=name: self.wanted.emit(name))
            row.addWidget(figure)
        row.addStretch(1)

    def show_counts(self, told: str) -> None:
        """Show what the plan holds."""
        self._counts.setText(told)
        self._counts.setToolTip(told)
        self._fit()

    def show_figures(self, done: int, overdue: int, week: int) -> None:
        """Show how many tasks are done, late, due within seven days; those late and due only where there are any."""
        for name, count in zip(_ORDER, (done, overdue, week), strict=True):
            self._figures[name].show_count(count)
        self._fit()

    def words(self) -> list[str]:
        """Return what stands there, figures that the room hides left out."""
        return [self._counts.text(), *(one.text() for one in self._figures.values() if not one.isHidden())]

    def minimumSizeHint(self) -> QSize:
        return QSize(1, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show as many figures as there is room for."""
        left = self.width() - self._counts.sizeHint().width()
        for name in _FIGURES:
            figure = self._figures[name]
            left -= figure.sizeHint().width() if figure.count else 0
            figure.setVisible(figure.count > 0 and left >= 0)


class _Figure(LinkButton):
    """A number with its words in the colour of its state."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__("", parent)
        self._told, self._picture, self._token = _FIGURES[name]
        self._sheet = self.styleSheet()
        self.count = 0
        self.hide()
        self._restyle()

    def show_count(self, count: int) -> None:
        """Show another number."""
        self.count = count
        self.setText(self._told(count))
        self.setAccessibleDescription(self.tr("Mở danh sách các nhiệm vụ này"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_sheet"):
            self._restyle()

    def _restyle(self) -> None:
        """Take the colours of the theme over; a stylesheet that is the same is not set again, for that ends here."""
        tokens = theme.current()
        colour: str = getattr(tokens, self._token).text if self._token else tokens.text2
        if self._picture:
            size = theme.icon_size(self.font(), _ICON)
            self.setIconSize(size)
            self.setIcon(QIcon(icons.pixmap(self._picture, colour, size.width(), self.devicePixelRatioF())))
        sheet = self._sheet + _COLOUR.format(colour, 600 if self._picture else 400)
        if sheet != self.styleSheet():
            self.setStyleSheet(sheet)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
