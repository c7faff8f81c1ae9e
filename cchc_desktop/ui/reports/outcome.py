"""One line about what became of a paper: done, with ways to open it, or refused, with ways on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.icon_label import IconLabel
from cchc_desktop.ui.widgets.link_button import LinkButton
from cchc_desktop.ui.widgets.long_paths import breakable
from cchc_desktop.ui.widgets.small_button import small_button

OPEN, FOLDER, OTHER_NAME, AGAIN, REPLACE = "open", "folder", "other_name", "again", "replace"
_WIDE_LETTERS = 80
"""Letters from which on words and ways on stand in one line."""


class OutcomeLine(QFrame):
    """`chosen` brings the key of the way on; takes no room while there is nothing to say."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self._picture = IconLabel("circle-check", "done", parent=self)
        self._words = plain_label(parent=self)
        self._links = {key: self._link(key) for key in (OPEN, FOLDER, REPLACE, OTHER_NAME, AGAIN)}
        self._close = small_button("x", self.tr("Đóng thông báo"), self)
        self._close.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self._picture)
        row.addLayout(self._middle(), 1)
        row.addWidget(self._close)
        self.hide()

    def _middle(self) -> QBoxLayout:
        """Return the words with the ways on beside them, or below where there is little room."""
        ways = QHBoxLayout()
        ways.setSpacing(8)
        for link in self._links.values():
            ways.addWidget(link)
        ways.addStretch(1)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._parts.setSpacing(2)
        self._parts.addWidget(self._words, 1)
        self._parts.addLayout(ways)
        return self._parts

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = event.size().width() >= _WIDE_LETTERS * self.fontMetrics().averageCharWidth()
        direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._parts.setDirection(direction)

    def tell(self, words: str, ways: Sequence[tuple[str, str]] = ()) -> None:
        """Say what was done; `ways` are keys and words of what can be done with it."""
        self._show("circle-check", "done", words, ways)

    def refuse(self, words: str, ways: Sequence[tuple[str, str]] = ()) -> None:
        """Say why it was not done, and what can be done about it."""
        self._show("triangle-alert", "soon", words, ways)

    def clear(self) -> None:
        """Take the line away."""
        self._words.setAccessibleName("")
        self.hide()

    def words(self) -> str:
        """Return what the line says."""
        return self._words.accessibleName()

    def link(self, key: str) -> LinkButton:
        """Return the button of a way on."""
        return self._links[key]

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in reading order."""
        return [*self._links.values(), self._close]

    def _show(self, icon: str, token: str, words: str, ways: Sequence[tuple[str, str]]) -> None:
        self._picture.show_icon(icon, token)
        self._words.setText(breakable(words))
        self._words.setAccessibleName(words)
        offered = dict(ways)
        for key, link in self._links.items():
            link.setText(offered.get(key, ""))
            link.setVisible(key in offered)
        self.show()

    def _link(self, key: str) -> LinkButton:
        link = LinkButton(parent=self)
        link.clicked.connect(lambda: self.chosen.emit(key))
        return link
