"""Links to other rows: one line each, cut where it is too long, whole in the tooltip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from cchc_desktop.ui.widgets.link_button import LinkButton

_LEAST = 60
_ROOM = 14
"""Pixels that the button needs beside its words."""
_MOST = 30
_AT_THE_LEFT = "QPushButton { text-align: left; font-weight: 400; }"
_HEIGHT = 24


@dataclass(frozen=True, slots=True)
class RowLink:
    """A row by its id and what it is called."""

    item_id: int
    words: str


class ElidedLink(LinkButton):
    """A link that gives way: the words are cut at the end, never the pane widened."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__("", parent)
        self._words = words
        self.setStyleSheet(self.styleSheet() + _AT_THE_LEFT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)
        self.setMinimumHeight(_HEIGHT)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, max(_HEIGHT, super().minimumSizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        line = " ".join(self._words.split())
        shown = QFontMetrics(self.font()).elidedText(
            line, Qt.TextElideMode.ElideRight, max(_LEAST, self.width() - _ROOM)
        )
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(line if shown != line else "")


class LinkColumn(QWidget):
    """Links below each other; `chosen` brings the id of a row."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._links: tuple[RowLink, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_links(self, links: Sequence[RowLink]) -> None:
        """Show links; those that stand here already stay as they are, with their focus."""
        if tuple(links) == self._links:
            return
        self._links = tuple(links)
        while (entry := self._column.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for link in self._links[:_MOST]:
            button = ElidedLink(link.words, self)
            button.clicked.connect(lambda _=False, item_id=link.item_id: self.chosen.emit(item_id))
            self._column.addWidget(button)
            button.show()
        if len(self._links) > _MOST:
            self._column.addWidget(self._rest(len(self._links) - _MOST))

    def _rest(self, count: int) -> QLabel:
        label = QLabel(self.tr("và {} nội dung khác").format(count), self)
        label.setObjectName("secondary")
        return label
