"""The lists of the screen: their keys, and what Enter does in each."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from cchc_desktop.services.evidence import DocumentLine
from cchc_desktop.ui.evidence.lines_model import (
    LINE_COLUMNS,
    UNPROVEN_COLUMNS,
    USE_COLUMNS,
    DocumentLinesModel,
    UnprovenModel,
    UsesModel,
)
from cchc_desktop.ui.widgets.enter_key import ENTER
from cchc_desktop.ui.widgets.rows import RowTable


class DocumentTable(RowTable):
    """The register: several rows can be chosen; the signals say which key was pressed."""

    open_wanted = Signal()
    edit_wanted = Signal()
    add_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, model: DocumentLinesModel, parent: QWidget | None = None) -> None:
        super().__init__(model, LINE_COLUMNS, parent)
        self._lines = model
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.doubleClicked.connect(lambda _: self.open_wanted.emit())

    def chosen_lines(self) -> list[DocumentLine]:
        """Return the chosen documents in their order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [line for row in rows if (line := self._lines.line(row)) is not None]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        signals = {Qt.Key.Key_Delete: self.delete_wanted, Qt.Key.Key_Insert: self.add_wanted}
        signals |= {Qt.Key.Key_F2: self.edit_wanted} | dict.fromkeys(ENTER, self.open_wanted)
        wanted = signals.get(Qt.Key(event.key())) if bare else None
        if wanted is None:
            super().keyPressEvent(event)
        else:
            wanted.emit()


class OpeningTable(RowTable):
    """A list of which Enter or a double click opens a row."""

    opened = Signal(int)
    delete_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.row())


def uses_table(model: UsesModel, parent: QWidget) -> OpeningTable:
    """Return the list of where one document is used."""
    return _opening(OpeningTable(model, USE_COLUMNS, parent))


def unproven_table(model: UnprovenModel, parent: QWidget) -> OpeningTable:
    """Return the list of what is done and lacks its evidence."""
    return _opening(OpeningTable(model, UNPROVEN_COLUMNS, parent))


def _opening(table: OpeningTable) -> OpeningTable:
    table.doubleClicked.connect(table._open)
    return table
