"""The guide beside the work: a window of its own with contents, a search over all chapters, and the page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.ui import icons
from cchc_desktop.ui.help.guide import CHAPTERS, KEYS, Chapter, chapter, chapters_with, text_of
from cchc_desktop.ui.help.page import GuidePage

_SIZE = QSize(880, 680)
_CONTENTS = 230
_EDGES = 24
"""Pixels of the contents that a title cannot have."""
_ROW = 28
_NAME = Qt.ItemDataRole.UserRole


class HelpWindow(QWidget):
    """Shows the chapters; it stays open beside the window it explains and closes by Esc."""

    def __init__(self, key_page: Callable[[], str], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Hướng dẫn – Theo dõi CCHC"))
        self.setWindowIcon(parent.windowIcon())
        self.resize(_SIZE)
        self._texts = [(each, key_page() if each.name == KEYS else text_of(each.name)) for each in CHAPTERS]
        self._search = QLineEdit(self)
        self._contents = QListWidget(self)
        self._nothing = QLabel(self)
        self.page = GuidePage(self)
        self._name = ""
        self._visited: list[str] = []
        self._lay_out()
        self._connect()
        self._fill()

    def open_chapter(self, name: str) -> None:
        """Show a chapter from its beginning."""
        shown = chapter(name)
        self._name = shown.name
        self.page.show_text(next(text for each, text in self._texts if each is shown))
        self._mark()
        self._show_hits()

    def chapter_name(self) -> str:
        """Return the name of the chapter that is shown."""
        return self._name

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and self._name:
            self._fit_contents()
            self.open_chapter(self._name)

    def _lay_out(self) -> None:
        self._search.setPlaceholderText(self.tr("Tìm trong hướng dẫn"))
        self._search.setAccessibleName(self.tr("Tìm trong hướng dẫn"))
        self._search.setClearButtonEnabled(True)
        self._search.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._contents.setAccessibleName(self.tr("Mục lục"))
        self._contents.setWordWrap(True)
        self._nothing.setWordWrap(True)
        self._nothing.setObjectName("muted")
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(self._search)
        side.addWidget(self._nothing)
        side.addWidget(self._contents, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 12, 12, 12)
        row.setSpacing(12)
        row.addLayout(side)
        row.addWidget(self.page, 1)
        self._fit_contents()

    def _fit_contents(self) -> None:
        """Make the contents as wide as the longest title in the letters of now."""
        metrics = self.fontMetrics()
        longest = max(metrics.horizontalAdvance(each.title) for each in CHAPTERS)
        for widget in (self._search, self._contents, self._nothing):
            widget.setFixedWidth(max(_CONTENTS, longest + _EDGES))

    def _connect(self) -> None:
        self._search.textChanged.connect(self._fill)
        self._search.returnPressed.connect(lambda: self.page.next_hit())
        self._contents.currentItemChanged.connect(self._chosen)
        self.page.chapter_wanted.connect(self._follow)
        ways = {"Esc": self._escape, "Ctrl+F": self._search.setFocus, "F3": self.page.next_hit, "Alt+Left": self._back}
        for keys, act in ways.items():
            QShortcut(QKeySequence(keys), self, act)

    def _escape(self) -> None:
        """Clear the search, then leave."""
        if self._search.text():
            self._search.clear()
        else:
            self.close()

    def _fill(self) -> None:
        """List the chapters that hold what is searched for."""
        words = self._search.text().strip()
        found = chapters_with(words, self._texts) if words else list(CHAPTERS)
        self._contents.blockSignals(True)
        self._contents.clear()
        for each in found:
            self._contents.addItem(_entry(each, max(_ROW, self.fontMetrics().height() + 10)))
        self._contents.blockSignals(False)
        self._nothing.setVisible(not found)
        self._nothing.setText(self.tr("Không có mục nào chứa “{}”.").format(words))
        self._mark()
        if found and self._name not in [each.name for each in found]:
            self.open_chapter(found[0].name)
        self._show_hits()

    def _mark(self) -> None:
        for row in range(self._contents.count()):
            item = self._contents.item(row)
            if item.data(_NAME) == self._name:
                self._contents.blockSignals(True)
                self._contents.setCurrentItem(item)
                self._contents.blockSignals(False)

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.open_chapter(item.data(_NAME))

    def _show_hits(self) -> None:
        self.page.mark(self._search.text().strip())

    def _follow(self, name: str) -> None:
        self._visited.append(self._name)
        self.open_chapter(name)

    def _back(self) -> None:
        """Go back to the chapter from which a link was followed."""
        if self._visited:
            self.open_chapter(self._visited.pop())


def _entry(each: Chapter, row_height: int) -> QListWidgetItem:
    item = QListWidgetItem(each.title)
    item.setData(_NAME, each.name)
    item.setSizeHint(QSize(0, row_height))
    return item
