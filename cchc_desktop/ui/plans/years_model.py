"""The Qt model of years inside words, each with a tick, and how its rows are drawn."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from cchc_desktop.domain.years_in_words import DOUBT_WORDS, YearProposal
from cchc_desktop.ui.history.difference_delegate import DifferenceDelegate
from cchc_desktop.ui.history.differences import MarkedText
from cchc_desktop.ui.widgets.rows import Index, ListColumn, RowRole, header_data, list_header
from cchc_desktop.ui.words import Words

if TYPE_CHECKING:
    from cchc_desktop.services.year_changes import YearPlace

_NO_INDEX = QModelIndex()
_ROLE = Qt.ItemDataRole
_words = Words("YearsModel")
_FIELDS = {
    "content": _words.mark("Nội dung"),
    "product": _words.mark("Sản phẩm"),
    "time_words": _words.mark("Thời hạn"),
    "funding": _words.mark("Kinh phí"),
    "note": _words.mark("Ghi chú"),
}
_TASK = _words.mark("Nhiệm vụ {} · {}")
_CORRECTED = _words.mark("Thời hạn đã được xác định lại; đổi thì thời hạn được đọc lại từ chữ")
_TICKED, _UNTICKED = _words.mark("Sẽ đổi"), _words.mark("Giữ nguyên")

YEAR_COLUMNS = (
    ListColumn(list_header.mark("Vị trí"), 176),
    ListColumn(list_header.mark("Đang ghi"), 220, 3),
    ListColumn(list_header.mark("Đổi thành"), 220, 3),
    ListColumn(list_header.mark("Lưu ý"), 150, 1),
)
_BEFORE, _AFTER, _DOUBT = 1, 2, 3

Key = tuple[int, str, int, str]
"""The item's id, the field, where the words begin, and the words."""


def key_of(place: YearPlace) -> Key:
    """Return what stays the same while other words of the plan change."""
    return place.item.id, place.field, place.proposal.start, place.proposal.old


class YearsModel(QAbstractTableModel):
    """Places with ticks; those without a doubt are ticked at first, a tick outlives a newer reading."""

    choice_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: Sequence[YearPlace] = ()
        self._ticked: set[Key] = set()

    def show_places(self, places: Sequence[YearPlace], *, anew: bool) -> None:
        """Show other places; `anew` ticks what nothing speaks against, else what a person decided stays."""
        known = {key_of(place) for place in self._places}
        self.beginResetModel()
        self._places = tuple(places)
        ticked = set() if anew else self._ticked
        fresh = {key_of(place) for place in places if place.is_sure and (anew or key_of(place) not in known)}
        self._ticked = (ticked & {key_of(place) for place in places}) | fresh
        self.endResetModel()
        self.choice_changed.emit()

    def chosen(self) -> list[YearPlace]:
        """Return the ticked places in their order."""
        return [place for place in self._places if key_of(place) in self._ticked]

    def sure(self) -> int:
        """Return how many places nothing speaks against."""
        return sum(place.is_sure for place in self._places)

    def choose(self, places: Collection[YearPlace]) -> None:
        """Tick just these places."""
        self._ticked = {key_of(place) for place in places}
        self._changed(range(len(self._places)))

    def choose_sure(self) -> None:
        """Tick what nothing speaks against."""
        self.choose([place for place in self._places if place.is_sure])

    def toggle(self, rows: Sequence[int]) -> None:
        """Tick rows, or untick them where all of them are ticked."""
        keys = {key_of(self._places[row]) for row in rows if 0 <= row < len(self._places)}
        self._ticked = self._ticked - keys if keys <= self._ticked else self._ticked | keys
        self._changed(rows)

    def place(self, row: int | None) -> YearPlace | None:
        """Return the place of a row, None for no row."""
        return self._places[row] if row is not None and 0 <= row < len(self._places) else None

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._places)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(YEAR_COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        return header_data(YEAR_COLUMNS, section, orientation, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        plain = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return plain | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else plain

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        place = self.place(index.row()) if index.isValid() else None
        if place is None:
            return None
        column = index.column()
        is_ticked = key_of(place) in self._ticked
        if role in (_ROLE.DisplayRole, _ROLE.ToolTipRole):
            return _cell_words(place, column)
        if role == _ROLE.CheckStateRole and column == 0:
            return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
        if role == _ROLE.AccessibleTextRole:
            words = _cell_words(place, column)
            return f"{words}. {_words(_TICKED if is_ticked else _UNTICKED)}" if column == 0 else words
        if role == RowRole.MARKED and column in (_BEFORE, _AFTER):
            return _marked(place, is_after=column == _AFTER)
        if role == RowRole.ICON and column == _DOUBT:
            return None if place.is_sure else "circle-question-mark"
        if role == RowRole.MUTED:
            return column == _AFTER and not is_ticked
        return place if role == RowRole.ROW else None

    def setData(self, index: Index, value: Any, role: int = _ROLE.EditRole) -> bool:
        place = self.place(index.row()) if index.isValid() else None
        if role != _ROLE.CheckStateRole or place is None or index.column() != 0:
            return False
        if (Qt.CheckState(value) is Qt.CheckState.Checked) != (key_of(place) in self._ticked):
            self.toggle([index.row()])
        return True

    def _changed(self, rows: Sequence[int]) -> None:
        if rows:
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), len(YEAR_COLUMNS) - 1))
        self.choice_changed.emit()


class YearsDelegate(DifferenceDelegate):
    """Draws a box before the place; a click on it ticks or unticks."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        state = index.data(_ROLE.CheckStateRole)
        if state is None:
            return
        box = QStyleOptionViewItem(option)
        box.rect = self._box(option.rect)
        box.state &= ~QStyle.StateFlag.State_HasFocus
        is_on = Qt.CheckState(state) is Qt.CheckState.Checked
        box.state |= QStyle.StateFlag.State_On if is_on else QStyle.StateFlag.State_Off
        style = self._view.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, box, painter, self._view)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Leave ticking to the table: Qt's own box lies elsewhere."""
        return False

    def is_on_box(self, rect: QRect, point: QPoint) -> bool:
        """Tell whether a point of a cell lies on its box or at the left of the words."""
        return rect.left() <= point.x() <= self._box(rect).right() + _GAP

    def _box(self, rect: QRect) -> QRect:
        side = self._view.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, self._view)
        return QRect(rect.left() + _MARGIN, rect.center().y() - side // 2, side, side)

    def _words_rect(self, rect: QRect, index: Index) -> QRect:
        if index.data(_ROLE.CheckStateRole) is None:
            return super()._words_rect(rect, index)
        return rect.adjusted(self._box(rect).right() - rect.left() + _GAP, 0, -_MARGIN, -1)


_MARGIN, _GAP = 10, 8


def _cell_words(place: YearPlace, column: int) -> str:
    if column == 0:
        field = _words(_FIELDS[place.field])
        return _words(_TASK).format(place.item.number, field) if place.item.number else field
    if column in (_BEFORE, _AFTER):
        return _marked(place, is_after=column == _AFTER).text
    if place.proposal.doubt is not None:
        return DOUBT_WORDS[place.proposal.doubt]
    return _words(_CORRECTED) if place.is_corrected else ""


def _marked(place: YearPlace, *, is_after: bool) -> MarkedText:
    """Return the field's words on one line, those of the place marked."""
    one: YearProposal = place.proposal
    shown = one.new if is_after else one.old
    text = _one_line(place.words[: one.start] + shown + place.words[one.end :])
    return MarkedText(text, ((one.start, one.start + len(shown)),), one.start)


def _one_line(words: str) -> str:
    return "".join(" " if letter.isspace() else letter for letter in words)
