"""Typing into the panes of a plan, and going from cell to cell as in Excel."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.plan import Section
from cchc_desktop.ui.workbench.columns import PlanColumn
from cchc_desktop.ui.workbench.editors import Editor, LineEditor
from cchc_desktop.ui.workbench.panes_stack import Mode
from cchc_desktop.ui.workbench.roles import Role
from cchc_desktop.ui.workbench.selection import corner_cell, editable_cell_beside, item_cell_beside
from cchc_desktop.ui.workbench.views_panes import SavedPanes


class TypingPanes(SavedPanes):
    """Opens and closes the editors of cells; what was typed leaves through the signals of the models."""

    told = Signal(str)
    """A short sentence about why something did not happen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_editable = True
        self._just_added: int | None = None
        for view in (self.tree_view, self.table_view):
            view.setTabKeyNavigation(False)
            view.cells.tree = lambda: self._plan
            view.cells.left.connect(self._left)
        self.set_editable(True)
        self.selection_changed.connect(self._forget_added)

    def set_editable(self, is_editable: bool) -> None:
        """Let rows be changed, or only be looked at."""
        self._is_editable = is_editable
        triggers = QAbstractItemView.EditTrigger
        opened_by = triggers.DoubleClicked | triggers.AnyKeyPressed if is_editable else triggers.NoEditTriggers
        for view in (self.tree_view, self.table_view):
            view.setEditTriggers(opened_by)

    def is_editable(self) -> bool:
        """Tell whether rows can be changed."""
        return self._is_editable

    # --- typing

    def end_typing(self) -> None:
        """Commit what is being typed into a cell: an editor does so when it loses the focus."""
        focused = QApplication.focusWidget()
        if isinstance(focused, Editor) and self.view().isAncestorOf(focused):
            self.view().setFocus()

    def edit_current(self) -> None:
        """Type into the current cell, behind its words; where it cannot be typed into, into the content."""
        index = self.view().currentIndex()
        if index.isValid():
            column = index.column()
            if isinstance(index.data(Role.ROW), Section) and column != PlanColumn.NUMBER:
                column = PlanColumn.CONTENT
            self._edit(index.siblingAtColumn(column))

    def edit_new(self, item_id: int) -> None:
        """Type the content of an item that was just added; Enter then stays on it, so that Insert goes on below it."""
        self._just_added = item_id
        if self.select_item(item_id, PlanColumn.CONTENT):
            self.view().setFocus()
            self._edit(self.view().currentIndex())

    def edit_new_section(self, section_id: int) -> None:
        """Type the title of a section that was just added; sections stand in the tree alone."""
        self.show_mode(Mode.TREE)
        index = self._tree_model.index_of_section(section_id, PlanColumn.CONTENT)
        if index.isValid():
            self.view().setCurrentIndex(index)
            self.view().scrollTo(index)
            self._edit(index)
            if isinstance(editor := QApplication.focusWidget(), LineEditor):
                editor.selectAll()

    def _edit(self, index: QModelIndex) -> None:
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.told.emit(self.tr("Ô này không nhập trực tiếp được."))
            return
        self.view().setCurrentIndex(index)
        self.view().edit(index)

    def _type(self, event: QKeyEvent | QInputMethodEvent) -> None:
        """Replace the current cell's words by what is being typed; a section's title wants F2."""
        index = self.view().currentIndex()
        if isinstance(index.data(Role.ROW), Section):
            self.told.emit(self.tr("Nhấn F2 để sửa tên lĩnh vực."))
            return
        self.view().cells.replaces = True
        self._edit(index)
        self.view().cells.replaces = False
        editor = QApplication.focusWidget()
        if isinstance(editor, Editor):
            QApplication.sendEvent(editor, event)

    def _compose(self, event: QInputMethodEvent) -> bool:
        """Let an input method begin in the current cell; True where nothing is left for Qt to do.

        Qt keeps the focus in the view until the first letters are handed over: a change of focus would end composing.
        """
        index = self.view().currentIndex()
        if not event.preeditString() and not event.commitString():
            return False
        if not event.preeditString() or not isinstance(index.data(Role.ROW), WorkItem):
            self._type(event)
            return True
        self.view().cells.replaces = bool(index.flags() & Qt.ItemFlag.ItemIsEditable)
        return False

    # --- going from cell to cell

    def cell_below(self) -> None:
        """Go to the same cell of the next item."""
        self._go(item_cell_beside(self.view(), self.view().currentIndex(), 1))

    def cell_above(self) -> None:
        """Go to the same cell of the item before."""
        self._go(item_cell_beside(self.view(), self.view().currentIndex(), -1))

    def next_cell(self) -> None:
        """Go to the next cell that can be typed into."""
        self._go(editable_cell_beside(self.view(), self.view().currentIndex(), 1))

    def previous_cell(self) -> None:
        """Go to the cell before that can be typed into."""
        self._go(editable_cell_beside(self.view(), self.view().currentIndex(), -1))

    def first_cell(self) -> None:
        """Go to the first cell of all."""
        self._go(corner_cell(self.view(), last=False))

    def last_cell(self) -> None:
        """Go to the last cell of all."""
        self._go(corner_cell(self.view(), last=True))

    def select_row(self) -> None:
        """Select the whole current row."""
        index = self.view().currentIndex()
        model = self.view().selectionModel()
        model.select(index, model.SelectionFlag.ClearAndSelect | model.SelectionFlag.Rows)

    def _go(self, index: QModelIndex) -> None:
        if index.isValid():
            self.view().setCurrentIndex(index)
            self.view().scrollTo(index)

    def _left(self, command: str) -> None:
        """Go on where typing ended; on an item that was just added Enter stays."""
        if command != "cell_below" or self._just_added is None:
            getattr(self, command)()

    def _forget_added(self, item_id: int | None) -> None:
        if item_id != self._just_added:
            self._just_added = None
