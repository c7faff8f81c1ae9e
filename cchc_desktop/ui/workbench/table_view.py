"""The Qt view of the table: the same items in one list, sorted by a click on a header."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from cchc_desktop.ui.widgets.metrics import Density
from cchc_desktop.ui.workbench.column_menu import offer_columns
from cchc_desktop.ui.workbench.column_widths import ColumnWidths
from cchc_desktop.ui.workbench.columns import PlanColumn
from cchc_desktop.ui.workbench.editing_delegate import EditingDelegate
from cchc_desktop.ui.workbench.selecting import PlanSelection
from cchc_desktop.ui.workbench.view_parts import (
    SIDEWAYS,
    Agencies,
    Index,
    cell_beside,
    fit_header,
    set_up_view,
    whole_row_command,
)


class PlanTableView(QTableView):
    """The table; cells are moved among as in the tree."""

    def __init__(self, agencies: Agencies, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = EditingDelegate(self, agencies)
        set_up_view(self, self.cells, self.horizontalHeader())
        self.columns = ColumnWidths(self, self.horizontalHeader(), "table")
        offer_columns(self.horizontalHeader(), self.columns)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSortIndicator(PlanColumn.NUMBER, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.setAccessibleName(self.tr("Bảng nhiệm vụ"))
        self.set_density(Density.NORMAL)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            self.setSelectionModel(PlanSelection(model, self))
            header = self.horizontalHeader()  # it marks nothing, yet would ask each cell whether it can be selected
            header.setSelectionModel(QItemSelectionModel(model, header))

    def set_density(self, density: Density) -> None:
        """Show rows of another height."""
        self.cells.restyle(density)
        fit_header(self, self.horizontalHeader())
        self.columns.share()
        self.verticalHeader().setMinimumSectionSize(self.cells.metrics.row_height)
        self.verticalHeader().setDefaultSectionSize(self.cells.metrics.row_height)
        self.viewport().update()

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        index = self.currentIndex()
        if index.isValid() and action in SIDEWAYS:
            return cell_beside(self.horizontalHeader(), index, action, _above, _below)
        return super().moveCursor(action, modifiers)

    def selectionCommand(self, index: Index, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        return whole_row_command(super().selectionCommand(index, event), index)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters go to the search field, not to a hidden one."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.share()


def _above(index: QModelIndex) -> QModelIndex:
    return index.siblingAtRow(index.row() - 1) if index.row() else QModelIndex()


def _below(index: QModelIndex) -> QModelIndex:
    return index.siblingAtRow(index.row() + 1)
