"""Widgets in lines, as many in each as there is room for: bars that keep every control at large letters."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

_GAP = 8


class FlowLayout(QLayout):
    """Puts widgets side by side and begins a new line where the width ends; each line's are centred in its height.

    `ends_right`: the last widget stands at the right end of its line.
    """

    def __init__(self, parent: QWidget | None = None, *, ends_right: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._ends_right = ends_right

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), is_trial=True)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, is_trial=False)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, rect: QRect, *, is_trial: bool) -> int:
        """Place the widgets (or only work it out) and return the height that they take."""
        inner = rect.marginsRemoved(self.contentsMargins())
        top = inner.top()
        for line in self._lines(inner.width()):
            height = max(item.sizeHint().height() for item in line)
            left = inner.left()
            for item in line:
                size = item.sizeHint()
                if not is_trial:
                    width = min(size.width(), inner.width())
                    if self._ends_right and item is self._items[-1]:
                        left = inner.right() + 1 - width
                    item.setGeometry(
                        QRect(QPoint(left, top + (height - size.height()) // 2), QSize(width, size.height()))
                    )
                left += size.width() + _GAP
            top += height + _GAP // 2
        margins = self.contentsMargins()
        return max(top - _GAP // 2, inner.top()) - rect.top() + margins.bottom()

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        taken = 0
        for item in self._items:
            if item.isEmpty():  # a hidden widget
                continue
            needed = item.sizeHint().width()
            if lines and taken + _GAP + needed <= width:
                lines[-1].append(item)
                taken += _GAP + needed
            else:
                lines.append([item])
                taken = needed
        return lines
