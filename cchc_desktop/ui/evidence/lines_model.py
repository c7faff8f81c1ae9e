"""The Qt models of the screen: the register, where a document is used, what is done and lacks its evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.evidence.files import FileState
from cchc_desktop.domain.evidence.uses import DocumentRole, DocumentUse
from cchc_desktop.domain.schedule.occurrence_words import occurrence_words
from cchc_desktop.services.evidence import DocumentLine, Unproven
from cchc_desktop.ui.evidence import words
from cchc_desktop.ui.evidence.lines import BROKEN, state_of
from cchc_desktop.ui.widgets.rows import Index, ListColumn, RowRole, header_data, list_header

_NO_INDEX = QModelIndex()
_NONE = "–"
_Line = TypeVar("_Line")

LINE_COLUMNS = (
    ListColumn(list_header.mark("Số, ký hiệu"), 112),
    ListColumn(list_header.mark("Ngày"), 84),
    ListColumn(list_header.mark("Loại"), 84),
    ListColumn(list_header.mark("Cơ quan ban hành"), 112, 2),
    ListColumn(list_header.mark("Trích yếu"), 150, 4),
    ListColumn(list_header.mark("Dùng ở"), 58, is_number=True),
    ListColumn(list_header.mark("Tệp"), 118),
)
USE_COLUMNS = (
    ListColumn(list_header.mark("TT"), 44),
    ListColumn(list_header.mark("Nhiệm vụ, chỉ tiêu"), 150, 3),
    ListColumn(list_header.mark("Dùng cho"), 100, 1),
)
UNPROVEN_COLUMNS = (
    ListColumn(list_header.mark("TT"), 48),
    ListColumn(list_header.mark("Nội dung nhiệm vụ"), 220, 4),
    ListColumn(list_header.mark("Mốc"), 90, 1),
    ListColumn(list_header.mark("Ngày hoàn thành"), 110),
    ListColumn(list_header.mark("Kết quả"), 140, 3),
    ListColumn(list_header.mark("Kế hoạch"), 120, 2),
)
ROLE_WORDS = list_header.table(
    {
        DocumentRole.RESULT: "Kết quả",
        DocumentRole.UPDATE: "Báo cáo kỳ",
        DocumentRole.VALUE: "Giá trị",
        DocumentRole.ITEM: "Cả nhiệm vụ",
        DocumentRole.INDICATOR: "Cả chỉ tiêu",
    }
)


class LineColumn(IntEnum):
    """The columns of the register in order."""

    REFERENCE = 0
    DAY = 1
    TYPE = 2
    ISSUER = 3
    ABSTRACT = 4
    USES = 5
    FILE = 6


class _ListModel(QAbstractTableModel, Generic[_Line]):
    """Rows of one kind, each shown as words in columns."""

    columns: Sequence[ListColumn] = ()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[_Line, ...] = ()

    def show_lines(self, lines: Sequence[_Line]) -> None:
        """Show another list; the same one leaves place and choice as they are."""
        if tuple(lines) != self._lines:
            self.beginResetModel()
            self._lines = tuple(lines)
            self.endResetModel()

    def line(self, row: int | None) -> _Line | None:
        """Return what a row is about, None for no row."""
        return self._lines[row] if row is not None and 0 <= row < len(self._lines) else None

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return header_data(self.columns, section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        column = index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(line, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{list_header(self.columns[column].header)}: {self._words(line, column)}"
        if role == Qt.ItemDataRole.TextAlignmentRole and self.columns[column].is_number:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == RowRole.ICON:
            return self._icon(line, column)
        if role == RowRole.MUTED:
            return self._is_muted(line, column)
        return line if role == RowRole.ROW else None

    def _words(self, line: _Line, column: int) -> str:
        raise NotImplementedError

    def _icon(self, line: _Line, column: int) -> str | None:
        return None

    def _is_muted(self, line: _Line, column: int) -> bool:
        return False


class DocumentLinesModel(_ListModel[DocumentLine]):
    """The documents that the filter leaves; `states` are what reading files from end to end found."""

    columns = LINE_COLUMNS

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._states: Mapping[str, FileState] = {}
        self._rows: dict[int, int] = {}

    def show_lines(self, lines: Sequence[DocumentLine]) -> None:
        """Show another list; the same one leaves place and choice as they are."""
        self._rows = {line.document.id: row for row, line in enumerate(lines)}
        super().show_lines(lines)

    def show_states(self, states: Mapping[str, FileState]) -> None:
        """Show how files are that were read from end to end."""
        self._states = states
        if self._lines:
            last = self.index(len(self._lines) - 1, LineColumn.FILE)
            self.dataChanged.emit(self.index(0, LineColumn.FILE), last)

    def row_of(self, document_id: int) -> int | None:
        """Return where a document stands, None where it is not shown."""
        return self._rows.get(document_id)

    def _words(self, line: DocumentLine, column: int) -> str:
        document = line.document
        match LineColumn(column):
            case LineColumn.REFERENCE:
                return document.reference or _NONE
            case LineColumn.DAY:
                return show_day(document.issued_on) if document.issued_on else _NONE
            case LineColumn.TYPE:
                return document.type or _NONE
            case LineColumn.ISSUER:
                return document.issuer or _NONE
            case LineColumn.ABSTRACT:
                return document.abstract or _NONE
            case LineColumn.USES:
                return str(len(line.uses) or _NONE)
        return words.file_words(document, state_of(line, self._states))

    def _icon(self, line: DocumentLine, column: int) -> str | None:
        if column != LineColumn.FILE:
            return None
        if state_of(line, self._states) in BROKEN:
            return "triangle-alert"
        document = line.document
        return "file-lock" if document.secret else "file-text" if document.file else "archive" if (
            document.kept_at_registry
        ) else "file-warning"  # fmt: skip

    def _is_muted(self, line: DocumentLine, column: int) -> bool:
        return column in (LineColumn.DAY, LineColumn.TYPE, LineColumn.ISSUER) or (
            column == LineColumn.USES and not line.uses
        )


class UsesModel(_ListModel[DocumentUse]):
    """Where one document is used."""

    columns = USE_COLUMNS

    def _words(self, line: DocumentUse, column: int) -> str:
        moment = f" {occurrence_words(line.moment)}" if line.moment else ""
        return (line.number, line.words, f"{ROLE_WORDS[line.role]}{moment}")[column]

    def _is_muted(self, line: DocumentUse, column: int) -> bool:
        return column != 1


class UnprovenModel(_ListModel[Unproven]):
    """Milestones that are done and have no document."""

    columns = UNPROVEN_COLUMNS

    def _words(self, line: Unproven, column: int) -> str:
        record = line.record
        day = show_day(record.done_on) if record.done_on else _NONE
        moment = occurrence_words(record.occurrence) or _NONE
        return (line.number, line.content, moment, day, record.result or _NONE, line.plan_title)[column]

    def _is_muted(self, line: Unproven, column: int) -> bool:
        return column in (2, 3, 5)
