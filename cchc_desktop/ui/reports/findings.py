"""What is worth a look before a paper goes out: a list with jumps; it warns, it never forbids."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from cchc_desktop.ui.widgets.enter_key import ENTER
from cchc_desktop.ui.widgets.rows import ListColumn, RowRole, RowTable

if TYPE_CHECKING:
    from cchc_desktop.services.papers.lint import Finding

Index = QModelIndex | QPersistentModelIndex
_COLUMNS = (ListColumn("", 120, 1),)
_ROOT = QModelIndex()


PLAN_FACTS = frozenset({"no_number", "no_date"})
"""Codes (`lint.FindingCode`) of findings about what the plan's own form asks for."""


WORDS = frozenset({"figure_changed"})
"""Codes of findings about the edited words of a report."""


def leads_on(finding: Finding) -> bool:
    """Tell whether there is a place to jump to."""
    return finding.code in PLAN_FACTS | WORDS or place_of(finding) is not None


def place_of(finding: Finding) -> int | None:
    """Return the task that a finding leads to, None where it is about the plan as a whole."""
    return finding.item_id if finding.item_id is not None else next(iter(finding.rows), None)


class FindingsModel(QAbstractTableModel):
    """One finding a row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: tuple[Finding, ...] = ()

    def show_findings(self, found: Sequence[Finding]) -> None:
        """Show other findings."""
        if tuple(found) != self._found:
            self.beginResetModel()
            self._found = tuple(found)
            self.endResetModel()

    def finding(self, row: int) -> Finding:
        """Return the finding of a row."""
        return self._found[row]

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._found)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(_COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        finding = self._found[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return finding.message
        if role == RowRole.ICON:
            return "chevron-right" if leads_on(finding) else "triangle-alert"
        return None


class FindingsList(RowTable):
    """Enter or a click on a row asks for what it is about."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.found = FindingsModel()
        super().__init__(self.found, _COLUMNS, parent)
        self.found.setParent(self)
        self.horizontalHeader().hide()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Những chỗ nên xem lại trước khi in"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.chosen_row()
        if event.key() in ENTER and row is not None:
            self.wanted.emit(self.found.finding(row))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.wanted.emit(self.found.finding(index.row()))
