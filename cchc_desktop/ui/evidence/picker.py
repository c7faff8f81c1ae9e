"""Lists that drop down from a field or button: search, then Enter or a click takes one; that of the documents."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from cchc_desktop.domain.evidence.files import document_label
from cchc_desktop.domain.evidence.register import EvidenceDocument
from cchc_desktop.domain.text.folding import fold
from cchc_desktop.ui.evidence.lines import searched_words
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.search_field import SearchField
from cchc_desktop.ui.widgets.stops import order_stops

_NO_INDEX = QModelIndex()
_LETTERS, _LINES = 64, 10


Offered = tuple[str, EvidenceDocument]
"""The folded words by which a document is found, and the document."""


def offered(documents: Sequence[EvidenceDocument]) -> list[Offered]:
    """Prepare documents for the list, the newest first: where they are read, for folding thousands takes time."""
    return [(searched_words(row), row) for row in sorted(documents, key=lambda row: -row.id)]


class PickModel(QAbstractListModel):
    """The rows that the typed words leave, in their order; `label` says what a row is called."""

    def __init__(self, label: Callable[[Any], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._label = label
        self._all: list[tuple[str, Any]] = []
        self._shown: list[Any] = []
        self.row_height = 28

    def offer(self, rows: Sequence[tuple[str, Any]]) -> None:
        """Offer rows in this order, each with the folded words by which it is found."""
        self._all = list(rows)
        self.filter("")

    def filter(self, words: str) -> None:
        """Leave those that hold all the words."""
        wanted = fold(words).split()
        self.beginResetModel()
        self._shown = [row for text, row in self._all if all(word in text for word in wanted)]
        self.endResetModel()

    def row(self, row: int) -> Any:
        """Return what a row offers, None for no row."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(1, self.row_height)  # as wide as the list: longer words end in '…'
        found = self.row(index.row()) if index.isValid() else None
        if found is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return self._label(found)


def _document_words(document: EvidenceDocument) -> str:
    label = document_label(document)
    return label if label == document.abstract or not document.abstract else f"{label} · {document.abstract}"


@dataclass(frozen=True, slots=True)
class PickWords:
    """What a list is called, its search field, what is typed there, and what is said where there is nothing."""

    title: str
    search: str
    placeholder: str
    no_match: str
    nothing: str


class Picker(QFrame):
    """Closes by itself when one was taken, by Escape, and by a click elsewhere."""

    taken = Signal(object)

    def __init__(self, words: PickWords, label: Callable[[Any], str], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._words = words
        self.letters = _LETTERS
        self.setObjectName("card")
        self.setAccessibleName(words.title)
        self.search = SearchField(words.search, words.placeholder, self)
        self.model = PickModel(label, self)
        self.list = QListView(self)
        self.list.setAccessibleName(words.title)
        self.list.setModel(self.model)
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = plain_label("", self, "secondary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        for part in (self.search, self._nothing, self.list):
            layout.addWidget(part)
        self.search.settled.connect(self._filter)
        self.search.stepped.connect(self._step)
        self.search.entered.connect(self._take_current)
        self.search.escaped.connect(self.close)
        self.list.activated.connect(lambda index: self._take(index.row()))
        self.list.clicked.connect(lambda index: self._take(index.row()))
        order_stops([self.search, self.list])

    def offer(self, rows: Sequence[tuple[str, Any]], below: QWidget) -> None:
        """Open below a widget with rows, each with the folded words by which it is found."""
        self.model.offer(rows)
        self.model.row_height = max(28, self.fontMetrics().height() + 10)
        self.search.show_words("")  # told at once: the same words may be typed again
        self._show_found()
        size = QSize(self.fontMetrics().averageCharWidth() * self.letters, self.fontMetrics().height() * 2 * _LINES)
        room = below.screen().availableGeometry()
        size = size.boundedTo(room.size())
        corner = below.mapToGlobal(QPoint(0, below.height()))
        corner.setX(max(room.left(), min(corner.x(), room.right() - size.width())))
        corner.setY(max(room.top(), min(corner.y(), room.bottom() - size.height())))
        self.setGeometry(corner.x(), corner.y(), size.width(), size.height())
        self.show()
        self.search.setFocus()

    def _filter(self) -> None:
        self.model.filter(self.search.words())
        self._show_found()

    def _show_found(self) -> None:
        has_rows = self.model.rowCount() > 0
        self.list.setVisible(has_rows)
        self._nothing.setVisible(not has_rows)
        self._nothing.setText(self._words.no_match if self.search.words() else self._words.nothing)
        if has_rows:
            self.list.setCurrentIndex(self.model.index(0, 0))

    def _step(self, by: int) -> None:
        row = self.list.currentIndex().row() + by
        if 0 <= row < self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(row, 0))

    def _take_current(self) -> None:
        self._take(self.list.currentIndex().row())

    def _take(self, row: int) -> None:
        found = self.model.row(row)
        if found is not None:
            self.close()
            self.taken.emit(found)


class DocumentPicker(Picker):
    """The register's documents; `picked` brings the id of the one that was taken."""

    picked = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        words = PickWords(
            self.tr("Chọn tài liệu trong kho"),
            self.tr("Tìm tài liệu"),
            self.tr("Số, ký hiệu, trích yếu…"),
            self.tr("Không có tài liệu nào khớp."),
            self.tr("Kho chưa có tài liệu khác."),
        )
        super().__init__(words, _document_words, parent)
        self.taken.connect(lambda document: self.picked.emit(document.id))

    def ask(self, documents: Sequence[Offered], chosen: Collection[int], below: QWidget) -> None:
        """Open below a widget with the documents that are not chosen yet."""
        self.offer([(text, row) for text, row in documents if row.id not in chosen], below)
