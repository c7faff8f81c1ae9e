"""The workbench of one plan: keys, menu and typing on tree and table; it asks for changes and makes none."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QVBoxLayout, QWidget

from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.items import Place, WorkItem
from cchc_desktop.domain.plan import Section
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.ui.workbench import places
from cchc_desktop.ui.workbench.columns import Entity, PlanColumn
from cchc_desktop.ui.workbench.dragging_rows import RowDragger
from cchc_desktop.ui.workbench.keys import command_of, is_typing
from cchc_desktop.ui.workbench.panes_stack import Mode
from cchc_desktop.ui.workbench.roles import Role
from cchc_desktop.ui.workbench.selection import chosen_items, chosen_rows, cleared_cells, whole_rows
from cchc_desktop.ui.workbench.typing_panes import TypingPanes

if TYPE_CHECKING:
    from cchc_desktop.ui.workbench.pasting_commands import CellCommands

_MOVERS: dict[str, places.Mover] = {
    "move_up": places.place_up,
    "move_down": places.place_down,
    "indent": places.place_lower,
    "outdent": places.place_higher,
}

_LOOKING = frozenset(
    {"select_row", "copy", "cell_below", "cell_above", "next_cell", "previous_cell", "first_cell", "last_cell",
     "focus_search", "clear_search", "expand_all", "collapse_all"}
)  # fmt: skip
"""Commands that change no row."""


class PlanView(TypingPanes):
    """Turns keys, clicks and typing into requests; the answer comes as the next snapshot.

    `add_requested` carries a `Place`, `move_requested` an item's id and a `Place`, `moves_requested` several ids that
    go behind one another. A request is emitted once: for one item by the signal of one.
    What copies, pastes and makes menus loads when first used, or by `for_later`.
    """

    edits_requested = Signal(object)
    """Cells of several items at once: {item id: {field: words}}, one operation."""
    paste_requested = Signal(object, object, object)
    """Changed cells {item id: {field: words}}, new rows [{field: words}] and the `Place` of the first (or None)."""
    result_wanted = Signal(str)
    """What was recorded of the selected items is to be changed, by the name of a command of the window."""
    add_requested = Signal(object)
    arisen_requested = Signal(object)
    delete_requested = Signal(list)
    delete_section_requested = Signal(int)
    move_section_requested = Signal(int, object)
    move_requested = Signal(int, object)
    moves_requested = Signal(list, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for view in (self.tree_view, self.table_view):
            self._prepare(view)

    def _prepare(self, view: QAbstractItemView) -> None:
        view.installEventFilter(self)
        view.customContextMenuRequested.connect(self._show_menu)
        dragger = RowDragger(view, lambda: self._plan, self._move_refusal)
        dragger.moves_requested.connect(self._ask_moves)
        dragger.told.connect(self.told)

    @cached_property
    def _cells(self) -> CellCommands:
        """The commands that copy, paste and fill."""
        from cchc_desktop.ui.workbench.pasting_commands import CellCommands
        from cchc_desktop.ui.workbench.pasting_strip import PastingStrip

        strip, layout = PastingStrip(self), self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(1, strip)
        cells = CellCommands(self.view, lambda: self._plan, self._is_in_order, strip)
        cells.edits_requested.connect(self._ask_edits)
        cells.paste_requested.connect(self.paste_requested)
        cells.told.connect(self.told)
        return cells

    def for_later(self) -> tuple[Callable[[], object], ...]:
        """Return what the first key or click would wait for: to be called one by one, while nobody waits."""
        return lambda: self._cells, partial(import_module, "cchc_desktop.ui.workbench.context_menu")

    # --- rows

    def add_item(self) -> None:
        """Ask for a new item below the current one, or at the end of the current (else the last) section."""
        tree, entity = self._plan, self.current_entity()
        if tree is not None and tree.sections:
            self.add_requested.emit(self._place_of_new(tree, entity))

    @staticmethod
    def _place_of_new(tree: PlanTree, entity: Entity | None) -> Place:
        if isinstance(entity, WorkItem):
            return places.place_below(tree, entity.id)
        section = entity if isinstance(entity, Section) else tree.sections[-1]
        return places.place_in_section(tree, section.id)

    def step(self, by: int) -> None:
        """Make the item so many rows further on current, back for less than 0; at the ends nothing happens."""
        ids, current = self.model().item_ids(), self.current_item_id()
        at = ids.index(current) + by if current in ids else 0
        if 0 <= at < len(ids):
            self.select_item(ids[at], self.view().currentIndex().column())

    def add_arisen(self) -> None:
        """Ask for a new item below the current one that arose after the plan was issued."""
        tree, entity = self._plan, self.current_entity()
        if tree is not None and tree.sections:
            self.arisen_requested.emit(self._place_of_new(tree, entity))

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
        elif isinstance(self.current_entity(), Section) and not self._moved_ids():
            self.told.emit(self.tr("Muốn xóa cả lĩnh vực, bấm chuột phải vào dòng rồi chọn Xóa lĩnh vực."))
        else:
            self.clear_cells()

    def clear_cells(self) -> None:
        """Ask to empty the selected cells."""
        self._ask_edits(cleared_cells(self.view()))

    def _delete(self, rows: list[Entity]) -> None:
        items = [row.id for row in rows if isinstance(row, WorkItem)]
        sections = [row.id for row in rows if isinstance(row, Section)]
        if items:
            self.delete_requested.emit(items)
        elif sections:
            self.delete_section_requested.emit(sections[0])
        else:
            self.told.emit(self.tr("Chọn nhiệm vụ cần xóa trước."))

    # --- cells

    def copy(self) -> None:
        """Put the selected cells on the clipboard."""
        self._cells.copy()

    def cut(self) -> None:
        """Copy, then do what Delete does; sections are not cut, their items would go with them uncopied."""
        if any(not isinstance(row, WorkItem) for row in whole_rows(self.view())):
            self.told.emit(self.tr("Không cắt được cả lĩnh vực. Chọn các nhiệm vụ cần cắt."))
        elif self._cells.copy():
            self.delete_by_key()

    def paste(self) -> None:
        """Paste cells from the current one on."""
        self._cells.paste()

    def question(self) -> str:
        """Return what a large paste asks, '' where none is waiting for its answer."""
        return self._cells.question()

    def fill_down(self) -> None:
        """Repeat the first selected row's words in the rows below."""
        self._cells.fill_down()

    def bulk_edit(self) -> None:
        """Ask for one change of all selected items."""
        items = chosen_items(self.view())
        if not items or not self._is_editable:
            self.told.emit(self.tr("Chọn các nhiệm vụ cần sửa trước.") if self._is_editable else self._look_only())
            return
        from cchc_desktop.ui.workbench.bulk_edit_dialog import BulkEditDialog

        dialog = BulkEditDialog(items, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.wanted.connect(self.edits_requested)
        dialog.open()

    def _ask_edits(self, edits: dict[int, dict[str, str]]) -> None:
        if len(edits) == 1:
            self.edit_requested.emit(*next(iter(edits.items())))
        elif edits:
            self.edits_requested.emit(edits)

    # --- moves

    def move_up(self) -> None:
        """Ask to move the selected items above the one before, or into the section before."""
        self._move("move_up")

    def move_down(self) -> None:
        """Ask to move the selected items below the one behind, or into the section behind."""
        self._move("move_down")

    def indent(self) -> None:
        """Ask to put the selected items below the sibling before them."""
        self._move("indent")

    def outdent(self) -> None:
        """Ask to put the selected items on the level of the one above them."""
        self._move("outdent")

    def _move(self, command: str) -> None:
        try:
            self._wanted_move(command, self._moved_ids())()
        except InvalidInput as error:
            self.told.emit(error.message)

    def _moved_ids(self) -> list[int]:
        items = chosen_items(self.view())
        return places.tops(self._plan, [item.id for item in items]) if self._plan is not None else []

    def _wanted_move(self, command: str, ids: list[int]) -> Callable[[], None]:
        """Return what asks for a move of items, else of the current section; InvalidInput says why there is none."""
        refusal, entity = self._move_refusal(), self.current_entity()
        if self._plan is None or refusal:
            raise InvalidInput(refusal)
        if not ids and isinstance(entity, Section):
            behind = places.behind_section(self._plan, entity.id, command)
            return partial(self.move_section_requested.emit, entity.id, behind)
        return partial(self._ask_moves, ids, _MOVERS[command](self._plan, ids, self._visible))

    def _ask_moves(self, ids: list[int], place: Place) -> None:
        if len(ids) == 1:
            self.move_requested.emit(ids[0], place)
        else:
            self.moves_requested.emit(ids, place)

    def _is_in_order(self) -> bool:
        """Tell whether the rows on the screen stand in the plan's own order."""
        if self._mode is not Mode.TABLE:
            return self._mode is Mode.TREE
        header = self.table_view.horizontalHeader()
        is_ascending = header.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        return is_ascending and header.sortIndicatorSection() == PlanColumn.NUMBER

    def _move_refusal(self) -> str:
        """Return why rows cannot be moved now, '' where they can."""
        if self._plan is None or not self._is_editable:
            return self._look_only()
        if not self._is_in_order():
            return self.tr("Chỉ chuyển được khi xem theo cây, hoặc bảng đang sắp xếp theo TT.")
        return ""

    def _look_only(self) -> str:
        return self.tr("Dữ liệu đang mở chỉ để xem nên không sửa được.")

    # --- Qt's events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer the keys of the views."""
        is_typing = self.view().state() == QAbstractItemView.State.EditingState
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and not is_typing:
            return self._answers_key(event)
        if isinstance(event, QInputMethodEvent) and not is_typing:
            return self._answers_composing(event)
        if isinstance(event, QContextMenuEvent) and event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._show_menu(self.view().visualRect(self.view().currentIndex()).center())
            return True
        return super().eventFilter(watched, event)

    def _answers_key(self, event: QKeyEvent) -> bool:
        command = command_of(event)
        if command is not None:
            self._run(command)
            return True
        if is_typing(event) and self.view().currentIndex().isValid():
            if self._may_run("type"):
                self._type(event)
            else:
                self.told.emit(self._look_only())
            return True
        return event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.NoModifier

    def _answers_composing(self, event: QInputMethodEvent) -> bool:
        if self._may_run("type"):
            return self._compose(event)
        self.told.emit(self._look_only())
        return True

    def run(self, command: str) -> None:
        """Carry out a command of the menus by its name."""
        self._run(command)

    def can_run(self, command: str) -> bool:
        """Tell whether a command can be carried out on what is selected now."""
        return self._can_run(command, self._moved_ids())

    def _run(self, command: str) -> Any:
        if self._may_run(command):
            return getattr(self, command)()
        return self.told.emit(self._look_only())

    def _can_run(self, command: str, ids: list[int]) -> bool:
        if command == "paste" and not self._cells.can_paste():
            return False
        return self._may_run(command) and (command not in _MOVERS or self._can_move(command, ids))

    def _can_move(self, command: str, ids: list[int]) -> bool:
        try:
            self._wanted_move(command, ids)
        except InvalidInput:
            return False
        return True

    def _may_run(self, command: str) -> bool:
        return self._is_editable or command in _LOOKING

    def _show_menu(self, place: QPoint) -> None:
        menu = self._menu_at(place)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.view().viewport().mapToGlobal(place))

    def _menu_at(self, place: QPoint) -> QMenu:
        from cchc_desktop.ui.workbench.context_menu import RESULT_COMMANDS, build_menu, entries_for

        row, ids = self.view().indexAt(place).data(Role.ROW), self._moved_ids()
        entries = entries_for(row, is_whole=bool(whole_rows(self.view())))
        is_own = self._plan is not None and not self._plan.plan.superior
        return build_menu(
            entries,
            lambda command: self.result_wanted.emit(command) if command in RESULT_COMMANDS else self._run(command),
            lambda command: self._is_editable and is_own if command in RESULT_COMMANDS else self._can_run(command, ids),
            self,
        )
