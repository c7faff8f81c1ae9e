"""The screen Thiết lập: its parts in a list at the left, the chosen one beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.ui import icons
from cchc_desktop.ui.screens import Refreshable
from cchc_desktop.ui.theme import icon_size
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.words import Words

OFFICE, LAYOUT, LOOK, CALENDAR = "office", "layout", "look", "calendar"
BACKUPS, PERSON = "backups", "person"
_ICON = 16
_LEAST_WIDTH = 160
_EDGES = 64
"""Pixels of the list that its words cannot have."""
_ROW_AIR = 14
"""Pixels above and below the words of a line together."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part as the list names it."""

    name: str
    words: str
    icon: str


_words = Words("SettingsParts")
PARTS = (
    Part(OFFICE, _words.mark("Đơn vị"), "building-2"),
    Part(LAYOUT, _words.mark("Thể thức văn bản"), "ruler"),
    Part(LOOK, _words.mark("Giao diện"), "sun-moon"),
    Part(CALENDAR, _words.mark("Ngày nghỉ"), "calendar-off"),
    Part(BACKUPS, _words.mark("Sao lưu"), "database-backup"),
    Part(PERSON, _words.mark("Người dùng"), "user-pen"),
)


class SettingsPage(QWidget):
    """Builds a part when it is first shown; what a part does is its own affair."""

    def __init__(self, makers: Mapping[str, Callable[[], QWidget]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._makers = makers
        self._made: dict[str, QWidget] = {}
        self._stack = QStackedWidget(self)
        self._stack.addWidget(QWidget(self))  # what stands there until a part is chosen
        self._list = _PartList(self)
        for part in PARTS:
            self._list.addItem(QListWidgetItem(icons.icon(part.icon), _words(part.words)))
        self._list.fit()
        self._list.currentRowChanged.connect(lambda row: self._show(PARTS[row].name))
        self._lay_out()
        self.setFocusProxy(self._list)

    def open_part(self, name: str) -> QWidget:
        """Show a part and return it; one that is shown again reads anew what it shows."""
        row = next(number for number, part in enumerate(PARTS) if part.name == name)
        if row == self._list.currentRow():
            self.refresh()
        else:
            self._list.setCurrentRow(row)
        return self._made[name]

    def part(self) -> str:
        """Return the name of the part on the screen, '' before there is one."""
        row = self._list.currentRow()
        return PARTS[row].name if row >= 0 else ""

    def refresh(self) -> None:
        """Let the part on the screen read anew what it shows; the first part where there is none."""
        if self._list.currentRow() < 0:
            self._list.setCurrentRow(0)
            return
        part = self._stack.currentWidget()
        if isinstance(part, Refreshable):
            part.refresh()

    def _show(self, name: str) -> None:
        part = self._made.get(name)
        if part is None:
            part = self._made[name] = self._makers[name]()
            self._stack.addWidget(part)
        elif isinstance(part, Refreshable):
            part.refresh()
        self._stack.setCurrentWidget(part)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(0)
        title = plain_label(self.tr("Thiết lập"), self, "paneTitle")
        left.addWidget(title)
        left.addWidget(self._list, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left)
        row.addWidget(self._stack, 1)


class _PartList(QListWidget):
    """The names of the parts, as wide as the longest."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("parts")
        self.setAccessibleName(self.tr("Các mục thiết lập"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fit(self) -> None:
        """Take the width and the height of lines that the words need."""
        metrics = self.fontMetrics()
        items = [self.item(row) for row in range(self.count())]
        width = max((metrics.horizontalAdvance(item.text()) for item in items), default=0) + _EDGES
        self.setFixedWidth(max(_LEAST_WIDTH, width))
        self.setIconSize(icon_size(self.font(), _ICON))
        for item in items:
            item.setSizeHint(QSize(0, metrics.height() + _ROW_AIR))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()
