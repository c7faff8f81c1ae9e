"""Long paths on a screen: one line that is shortened in the middle, or a sentence that may break inside the path."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_SEPARATOR = re.compile(r"(?<=[^\s/\\])([/\\])(?=[^\s/\\])")
_BREAK = "\u200b"
_LEAST = 80


def breakable(text: str) -> str:
    """Return a text in which lines may also break behind the separators of a path; for display only."""
    return _SEPARATOR.sub(lambda match: match[1] + _BREAK, text)


class PathLabel(QLabel):
    """A path on one line: what does not fit is left out in the middle and stands in the tooltip."""

    def __init__(self, path: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_path(path)

    def set_path(self, path: str) -> None:
        """Show another path."""
        self._path = path
        self.setAccessibleName(path)
        self._fit()

    def path(self) -> str:
        """Return the whole path."""
        return self._path

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._path) + 4, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._path, Qt.TextElideMode.ElideMiddle, max(self.width(), _LEAST))
        self.setText(shown)
        self.setToolTip(self._path if shown != self._path else "")
