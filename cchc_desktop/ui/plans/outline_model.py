"""The Qt model of an outline: filtered by words, its tasks ticked one by one or section by section."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont

from cchc_desktop.domain.text.folding import fold_words
from cchc_desktop.ui import icons, theme
from cchc_desktop.ui.following.looks import icon_of
from cchc_desktop.ui.following.standing_words import standing_words
from cchc_desktop.ui.plans.outline import Outline, OutlineRow, tasks_of
from cchc_desktop.ui.words import Words

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_ROLE = Qt.ItemDataRole
_SHOWN = (_ROLE.DisplayRole, _ROLE.ToolTipRole)
_STATE = Qt.CheckState
_PLAIN = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
_TICKED = _PLAIN | Qt.ItemFlag.ItemIsUserCheckable


class OutlineColumn(StrEnum):
    """What a column of an outline shows."""

    CONTENT = "content"
    LEAD = "lead"
    TIME = "time"
    TAKEN = "taken"
    STATUS = "status"


_words = Words("OutlineModel")
_HEADERS = {
    OutlineColumn.CONTENT: _words.mark("Nội dung nhiệm vụ"),
    OutlineColumn.LEAD: _words.mark("Chủ trì"),
    OutlineColumn.TIME: _words.mark("Thời hạn"),
    OutlineColumn.TAKEN: _words.mark("Ghi chú"),
    OutlineColumn.STATUS: _words.mark("Tình trạng"),
}


class OutlineModel(QAbstractItemModel):
    """Shows an outline; only the tasks directly under a section can be ticked, what is below them goes along.

    A tick outlives a filter that hides its row.
    """

    choice_changed = Signal()

    def __init__(
        self, columns: Sequence[OutlineColumn], parent: QObject | None = None, *, dims_unticked: bool = False
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._dims_unticked = dims_unticked
        self._checkable = False
        self._outline: Outline = ()
        self._query = ""
        self._chosen: set[int] = set()
        self._folded: dict[int, str] = {}
        self._lay_out_rows()

    # --- what is shown

    def show_outline(self, outline: Outline, *, checkable: bool) -> None:
        """Show other rows; ticks stay where the row is still there and can be ticked."""
        self.beginResetModel()
        self._outline = outline
        self._folded = {}
        self._checkable = checkable
        self._chosen &= self._choosable()
        self._lay_out_rows()
        self.endResetModel()
        self.choice_changed.emit()

    def filter(self, query: str) -> None:
        """Show only tasks in which, or below which, the words occur; accents and case do not count."""
        query = " ".join(fold_words(query).split())
        if query != self._query:
            self.beginResetModel()
            self._query = query
            self._lay_out_rows()
            self.endResetModel()
            self.choice_changed.emit()

    def read_words(self) -> Iterator[None]:
        """Read what a filter compares, section by section: the first letter of it then waits for nothing."""
        for section in self._outline:
            for row in section.children:
                self._read_below(row)
            yield

    def _read_below(self, row: OutlineRow) -> None:
        self._folded_words(row)
        for child in row.children:
            self._read_below(child)

    # --- ticks

    def chosen(self) -> frozenset[int]:
        """Return the ids of the ticked tasks."""
        return frozenset(self._chosen)

    def choose(self, ids: Collection[int]) -> None:
        """Tick just these tasks."""
        self._chosen = set(ids) & self._choosable()
        self._ticks_changed()

    def choose_all(self) -> None:
        """Tick every task, shown or not."""
        self.choose(self._choosable())

    def choose_shown(self) -> None:
        """Tick what the filter leaves, besides what is ticked already."""
        self.choose(self._chosen | self.shown())

    def shown(self) -> frozenset[int]:
        """Return the ids of the tasks that the filter leaves and that can be ticked."""
        return frozenset(row.id for row in self._rows if row.id in self._choosable_ids and row.id is not None)

    def total(self) -> int:
        """Return how many tasks can be ticked."""
        return len(self._choosable_ids)

    def row_count_shown(self) -> int:
        """Return how many tasks stand directly under the shown sections."""
        return sum(len(self._below[section]) for section in self._tops)

    # --- Qt's questions

    def index(self, row: int, column: int, parent: Index = _NO_INDEX) -> QModelIndex:
        children = self._below[parent.internalId()] if parent.isValid() else self._tops
        if 0 <= row < len(children) and 0 <= column < len(self._columns):
            return self.createIndex(row, column, children[row])
        return QModelIndex()

    def parent(self, index: Index = _NO_INDEX) -> QModelIndex:  # type: ignore[override]
        above = self._above[index.internalId()] if index.isValid() else None
        return self.createIndex(self._places[above], 0, above) if above is not None else QModelIndex()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return len(self._children(parent)) if parent.column() <= 0 else 0

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role in _SHOWN and section < len(self._columns):
            return _words(_HEADERS[self._columns[section]])
        return None

    def hasChildren(self, parent: Index = _NO_INDEX) -> bool:
        return bool(self._below[parent.internalId()] if parent.isValid() else self._tops)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _TICKED if index.column() == 0 and self._can_tick(index.internalId()) else _PLAIN

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        if not index.isValid():
            return None
        place, column = index.internalId(), self._columns[index.column()]
        row = self._rows[place]
        match role:
            case _ROLE.DisplayRole | _ROLE.ToolTipRole:
                return self._words(row, column)
            case _ROLE.CheckStateRole:
                return self._tick(place) if index.column() == 0 else None
            case _ROLE.DecorationRole if row.taken and column is OutlineColumn.TAKEN:
                return icons.icon("circle-check", "text2")
            case _ROLE.DecorationRole if row.status is not None and column is OutlineColumn.STATUS:
                return icons.icon(icon_of(row.status.status)[0], "text2")
            case _ROLE.FontRole if self._above[place] is None:
                return _bold()
            case _ROLE.BackgroundRole if self._above[place] is None:
                return QColor(theme.current().group)
            case _ROLE.ForegroundRole if self._is_faint(place):
                return QColor(theme.current().text2)
        return None

    def setData(self, index: Index, value: Any, role: int = _ROLE.EditRole) -> bool:
        if role != _ROLE.CheckStateRole or not index.isValid() or index.column() != 0:
            return False
        ids = self._ids_of(index.internalId())
        if Qt.CheckState(value) is _STATE.Unchecked:
            self._chosen -= ids
        else:
            self._chosen |= ids
        self._ticks_changed()
        return bool(ids)

    # --- rows

    def _lay_out_rows(self) -> None:
        """Number the shown rows: an index carries the number of its row."""
        self._rows: list[OutlineRow] = []
        self._above: list[int | None] = []
        self._places: list[int] = []
        self._below: list[list[int]] = []
        self._choosable_ids = self._choosable()
        shown = self._outline
        if self._query:
            shown = tuple(section for section in shown if any(map(self._matches, section.children)))
        self._tops = [self._add(section, None, place) for place, section in enumerate(shown)]

    def _add(self, row: OutlineRow, above: int | None, place: int) -> int:
        number = len(self._rows)
        self._rows.append(row)
        self._above.append(above)
        self._places.append(place)
        self._below.append([])
        is_filtered = above is None and self._query
        children = [child for child in row.children if self._matches(child)] if is_filtered else row.children
        self._below[number] = [self._add(child, number, at) for at, child in enumerate(children)]
        return number

    def _matches(self, row: OutlineRow) -> bool:
        return f" {self._query}" in self._folded_words(row) or any(map(self._matches, row.children))

    def _folded_words(self, row: OutlineRow) -> str:
        """Return a row's words as a filter compares them, remembered while the outline is shown."""
        words = self._folded.get(id(row))
        if words is None:
            folded = fold_words(f"{row.number} {row.words} {row.lead} {row.time}")
            words = self._folded[id(row)] = f" {' '.join(folded.split())}"
        return words

    def _children(self, parent: Index) -> list[int]:
        return self._below[parent.internalId()] if parent.isValid() else self._tops

    def _choosable(self) -> set[int]:
        if not self._checkable:
            return set()
        return {row.id for row in tasks_of(self._outline) if row.id is not None and not row.taken}

    def _can_tick(self, place: int) -> bool:
        """Tell whether a row is a task that may be ticked, or a section that shows one."""
        if self._above[place] is not None:
            return self._rows[place].id in self._choosable_ids
        return any(self._rows[number].id in self._choosable_ids for number in self._below[place])

    def _ids_of(self, place: int) -> set[int]:
        """Return what a tick at a row means: its own id, for a section those of its shown tasks."""
        ids = [place] if self._above[place] is not None else self._below[place]
        return {id_ for number in ids if (id_ := self._rows[number].id) in self._choosable_ids and id_ is not None}

    def _tick(self, place: int) -> Qt.CheckState | None:
        ids = self._ids_of(place)
        if not ids:
            return None
        ticked = len(ids & self._chosen)
        if not ticked:
            return _STATE.Unchecked
        return _STATE.Checked if ticked == len(ids) else _STATE.PartiallyChecked

    def _is_faint(self, place: int) -> bool:
        """Rows that will not come along step back with all below them: taken ones, unticked ones where that is rare."""
        if not self._checkable or self._above[place] is None:
            return False
        while (above := self._above[place]) is not None and self._above[above] is not None:
            place = above
        row = self._rows[place]
        return row.taken or (self._dims_unticked and row.id not in self._chosen)

    def _words(self, row: OutlineRow, column: OutlineColumn) -> str:
        match column:
            case OutlineColumn.CONTENT:
                return f"{row.number}  {row.words}" if row.number else row.words
            case OutlineColumn.LEAD:
                return row.lead
            case OutlineColumn.TIME:
                return f"{row.was} → {row.time}" if row.was != row.time else row.time
            case OutlineColumn.TAKEN:
                return _words("Đã có trong kế hoạch") if row.taken else ""
            case OutlineColumn.STATUS:
                return standing_words(row.status) if row.status is not None else ""

    def _ticks_changed(self) -> None:
        for section in self._tops:
            parent = self.createIndex(self._places[section], 0, section)
            last = len(self._columns) - 1
            self.dataChanged.emit(parent, parent)
            if self._below[section]:
                self.dataChanged.emit(self.index(0, 0, parent), self.index(len(self._below[section]) - 1, last, parent))
        self.choice_changed.emit()


def _bold() -> QFont:
    font = QFont()
    font.setWeight(QFont.Weight.DemiBold)
    return font
