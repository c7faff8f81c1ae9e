"""The workbench of one plan: keys, menu and typing on tree and table; it asks for changes and makes none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from cchc_desktop.domain.items import Place, WorkItem
from cchc_desktop.domain.plan import Section
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.ui.workbench import places
from cchc_desktop.ui.workbench.columns import Entity, PlanColumn
from cchc_desktop.ui.workbench.context_menu import EMPTY_MENU, ITEM_MENU, SECTION_MENU, build_menu
from cchc_desktop.ui.workbench.editors import Editor
from cchc_desktop.ui.workbench.keys import command_of
from cchc_desktop.ui.workbench.panes import PlanPanes
from cchc_desktop.ui.workbench.roles import Role
from cchc_desktop.ui.workbench.selection import chosen_rows, cleared_cells, whole_rows

_Mover = Callable[[PlanTree, int], Place | None]
_MOVERS: dict[str, _Mover] = {
    "move_up": places.place_up,
    "move_down": places.place_down,
    "indent": places.place_lower,
    "outdent": places.place_higher,
}


_LOOKING = frozenset({"select_row"})
"""Commands that change no row."""


class PlanView(PlanPanes):
    """Turns keys, clicks and typing into requests; the answer comes as the next snapshot.

    `add_requested` carries a `Place`, `move_requested` an item's id and a `Place`.
    """

    edits_requested = Signal(object)
    """Emptying cells of several items at once: {item id: {field: words}}, one operation."""
    add_requested = Signal(object)
    delete_requested = Signal(list)
    delete_section_requested = Signal(int)
    move_requested = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_editable = True
        for view in (self.tree_view, self.table_view):
            view.installEventFilter(self)
            view.customContextMenuRequested.connect(self._show_menu)

    def set_editable(self, is_editable: bool) -> None:
        """Let rows be changed, or only be looked at."""
        self._is_editable = is_editable
        triggers = QAbstractItemView.EditTrigger
        for view in (self.tree_view, self.table_view):
            view.setEditTriggers(triggers.DoubleClicked if is_editable else triggers.NoEditTriggers)

    # --- commands

    def end_typing(self) -> None:
        """Commit what is being typed into a cell: an editor does so when it loses the focus."""
        focused = QApplication.focusWidget()
        if isinstance(focused, Editor) and self.view().isAncestorOf(focused):
            self.view().setFocus()

    def edit_current(self) -> None:
        """Type into the current cell; where it cannot be typed into, into the content."""
        index = self.view().currentIndex()
        if index.isValid():
            column = index.column()
            if isinstance(index.data(Role.ROW), Section) and column != PlanColumn.NUMBER:
                column = PlanColumn.CONTENT
            self._edit(index.siblingAtColumn(column))

    def edit_new(self, item_id: int) -> None:
        """Type the content of an item that was just added."""
        if self.select_item(item_id, PlanColumn.CONTENT):
            self.view().setFocus()
            self._edit(self.view().currentIndex())

    def add_item(self) -> None:
        """Ask for a new item below the current one, or at the end of the current (else the last) section."""
        tree, entity = self._plan, self.current_entity()
        if tree is None or not tree.sections:
            return
        if isinstance(entity, WorkItem):
            self.add_requested.emit(places.place_below(tree, entity.id))
        else:
            section = entity if isinstance(entity, Section) else tree.sections[-1]
            self.add_requested.emit(places.place_in_section(tree, section.id))

    def add_sub_item(self) -> None:
        """Ask for a new sub-item of the current item."""
        item_id = self.current_item_id()
        if self._plan is not None and item_id is not None:
            self.add_requested.emit(places.place_inside(self._plan, item_id))

    def delete_selected(self) -> None:
        """Ask to delete the rows in which something is selected."""
        self._delete(chosen_rows(self.view()))

    def delete_by_key(self) -> None:
        """Delete rows that are selected whole, else empty the selected cells, as Excel does."""
        rows = whole_rows(self.view())
        if rows:
            self._delete(rows)
            return
        edits = cleared_cells(self.view())
        if len(edits) == 1:
            self.edit_requested.emit(*next(iter(edits.items())))
        elif edits:
            self.edits_requested.emit(edits)

    def move_up(self) -> None:
        """Ask to move the current item above the one before, or into the section before."""
        self._move("move_up")

    def move_down(self) -> None:
        """Ask to move the current item below the one behind, or into the section behind."""
        self._move("move_down")

    def indent(self) -> None:
        """Ask to put the current item below the sibling before it."""
        self._move("indent")

    def outdent(self) -> None:
        """Ask to put the current item on the level of the one above it."""
        self._move("outdent")

    def select_row(self) -> None:
        """Select the whole current row."""
        index = self.view().currentIndex()
        model = self.view().selectionModel()
        model.select(index, model.SelectionFlag.ClearAndSelect | model.SelectionFlag.Rows)

    def _edit(self, index: QModelIndex) -> None:
        self.view().setCurrentIndex(index)
        self.view().edit(index)

    def _move(self, command: str) -> None:
        place = self._place(command)
        if place is not None:
            self.move_requested.emit(self.current_item_id(), place)

    def _place(self, command: str) -> Place | None:
        item_id = self.current_item_id()
        if self._plan is None or item_id is None:
            return None
        return _MOVERS[command](self._plan, item_id)

    def _delete(self, rows: list[Entity]) -> None:
        items = [row.id for row in rows if isinstance(row, WorkItem)]
        if items:
            self.delete_requested.emit(items)
        elif rows:
            self.delete_section_requested.emit(rows[0].id)

    # --- Qt's events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer the keys of the views."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            command = command_of(event)
            if command is not None and self.view().state() != QAbstractItemView.State.EditingState:
                if self._may_run(command):
                    self._run(command)
                return True
        return super().eventFilter(watched, event)

    def _run(self, command: str) -> Any:
        return getattr(self, command)()

    def _can_run(self, command: str) -> bool:
        return self._may_run(command) and (command not in _MOVERS or self._place(command) is not None)

    def _may_run(self, command: str) -> bool:
        return self._is_editable or command in _LOOKING

    def _show_menu(self, place: QPoint) -> None:
        entity = self.view().indexAt(place).data(Role.ROW)
        entries = EMPTY_MENU if entity is None else SECTION_MENU if isinstance(entity, Section) else ITEM_MENU
        menu = build_menu(entries, self._run, self._can_run, self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.view().viewport().mapToGlobal(place))
