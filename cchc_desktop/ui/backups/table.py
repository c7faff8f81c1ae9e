"""The list of backups as a table: a model over plain lines, and the view that shows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from cchc_desktop.domain.backups import BackupLine
from cchc_desktop.ui import icons
from cchc_desktop.ui.backups import words
from cchc_desktop.ui.widgets.enter_key import ENTER
from cchc_desktop.ui.words import Words

_words = Words("BackupTable")
_Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its header, its words for a line, its width in pixels (0 takes the room that is left)."""

    header: str
    words: Callable[[BackupLine], str]
    width: int


def _soundness(line: BackupLine) -> str:
    return _words("Đã kiểm tra, dùng được") if line.is_sound else _words("Hỏng, không dùng được")


COLUMNS = (
    Column(_words.mark("Thời điểm"), lambda line: words.show_moment(line.backup.at), 132),
    Column(_words.mark("Lý do"), lambda line: words.REASONS[line.backup.reason], 216),
    Column(_words.mark("Thay đổi sau bản này"), words.changes_words, 184),
    Column(_words.mark("Kiểm tra"), _soundness, 184),
    Column(_words.mark("Dung lượng"), lambda line: words.show_size(line.backup.size), 88),
    Column(_words.mark("Nơi lưu"), lambda line: str(line.backup.file.parent), 0),
)
_CHECKED = 3
_SIZE = 4
_PLACE = 5


class BackupTableModel(QAbstractTableModel):
    """Backups, newest first, one row each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[BackupLine] = ()

    def show_lines(self, lines: Sequence[BackupLine]) -> None:
        """Show another list."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def line(self, row: int) -> BackupLine | None:
        """Return the backup of a row, None where there is no such row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, file: object) -> int | None:
        """Return the row of a backup's file, None where it is no longer listed."""
        return next((row for row, line in enumerate(self._lines) if line.backup.file == file), None)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == _ROLE.DisplayRole:
            return _words(COLUMNS[section].header)
        return None

    def data(self, index: _Index, role: int = _ROLE.DisplayRole) -> Any:
        line, column = self._lines[index.row()], index.column()
        match role:
            case _ROLE.DisplayRole:
                return COLUMNS[column].words(line)
            case _ROLE.ToolTipRole:
                return str(line.backup.file) if column == _PLACE else COLUMNS[column].words(line)
            case _ROLE.DecorationRole if column == _CHECKED:
                return icons.icon("circle-check", "accent") if line.is_sound else icons.icon("circle-x", "text")
            case _ROLE.TextAlignmentRole if column == _SIZE:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None


class BackupTable(QTableView):
    """Shows backups and keeps the chosen one over a refresh; Enter and a double click ask to look into it."""

    line_chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._backups = BackupTableModel(self)
        self.setModel(self._backups)
        self.setObjectName("listing")
        self.setAccessibleName(self.tr("Các bản sao lưu"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(max(28, self.fontMetrics().lineSpacing() + 10))
        self._set_widths()
        self.selectionModel().selectionChanged.connect(lambda: self.line_chosen.emit(self.chosen()))
        self.doubleClicked.connect(lambda _: self.opened.emit(self.chosen()))
        self._enter_opens()

    def show_lines(self, lines: Sequence[BackupLine]) -> None:
        """Show another list; the chosen backup stays chosen while it is there, else the newest sound one is."""
        before = self.chosen()
        self._backups.show_lines(lines)
        row = self._backups.row_of(before.backup.file) if before else None
        if row is None:
            row = next((row for row, line in enumerate(lines) if line.is_sound and line.is_own), None)
        if row is None:
            self.line_chosen.emit(None)
        else:
            self.selectRow(row)

    def show_columns(self, *headers: str) -> None:
        """Show only some columns, where there is little room."""
        for number, column in enumerate(COLUMNS):
            self.setColumnHidden(number, column.header not in headers)

    def chosen(self) -> BackupLine | None:
        """Return the chosen backup."""
        rows = self.selectionModel().selectedRows()
        return self._backups.line(rows[0].row()) if rows else None

    def _set_widths(self) -> None:
        scale = self.fontMetrics().averageCharWidth() / 7  # the widths are those of 10 points at 96 dpi
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for number, column in enumerate(COLUMNS):
            if column.width:
                width = round(column.width * max(scale, 1))
                self.setColumnWidth(number, max(width, header.sectionSizeHint(number)))
        header.setSectionResizeMode(_PLACE, QHeaderView.ResizeMode.Stretch)

    def _enter_opens(self) -> None:
        for key in ENTER:
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda: self.opened.emit(self.chosen()))
