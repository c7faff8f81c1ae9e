"""Tree and table of one plan side by side in one place: snapshots in, what is shown and what is current out."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QEvent, QModelIndex, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.changes import Changes
from cchc_desktop.domain.items import ItemKind, WorkItem
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.domain.text.abbreviations import Abbreviations
from cchc_desktop.domain.text.collation import collation_key
from cchc_desktop.ui.workbench.columns import Entity, PlanColumn, used_columns
from cchc_desktop.ui.workbench.empty import EmptyState
from cchc_desktop.ui.workbench.filter_bar import FilterBar
from cchc_desktop.ui.workbench.filtering import PlanFilter, add_with_parents
from cchc_desktop.ui.workbench.metrics import Density
from cchc_desktop.ui.workbench.roles import Role
from cchc_desktop.ui.workbench.table_model import PlanTableModel
from cchc_desktop.ui.workbench.table_view import PlanTableView
from cchc_desktop.ui.workbench.tree_model import PlanTreeModel
from cchc_desktop.ui.workbench.tree_view import PlanTreeView
from cchc_desktop.ui.workbench.unsaved import UnsavedWords

_WARM_AFTER_MS = 300
_WARM_STEP = 100
"""Items read at a time: about 10 ms."""


class Mode(IntEnum):
    """The two ways to look at a plan."""

    TREE = 0
    TABLE = 1


class PlanPanes(QWidget):
    """Shows snapshots in the tree or the table, through a filter; both keep the same current item."""

    edit_requested = Signal(int, dict)
    section_edit_requested = Signal(int, dict)
    selection_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: PlanTree | None = None
        self._visible: frozenset[int] | None = None
        self._filter = PlanFilter()
        self._density = Density.NORMAL
        self.unsaved = UnsavedWords(self)
        self._tree_model = PlanTreeModel(self, self.unsaved)
        self._table_model = PlanTableModel(self, self.unsaved)
        self.bar = FilterBar(self)
        self.tree_view = PlanTreeView(self.agency_names, self)
        self.table_view = PlanTableView(self.agency_names, self)
        self._nothing = EmptyState("search", "", self.tr("Xóa lọc"), self)
        self._bare = EmptyState(
            "folder-plus", self.tr("Kế hoạch chưa có lĩnh vực nào. Chọn Kế hoạch, Thêm lĩnh vực."), parent=self
        )
        self._stack = QStackedWidget(self)
        for widget in (self.tree_view, self.table_view, self._nothing, self._bare):
            self._stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self._stack, 1)
        self._warming = QTimer(self)
        self._mode = Mode.TREE
        self._other_is_stale = False
        self._connect()
        self.setFocusProxy(self.tree_view)

    def _connect(self) -> None:
        self.tree_view.setModel(self._tree_model)
        self.table_view.setModel(self._table_model)
        self._tree_model.edit_requested.connect(self.edit_requested)
        self._tree_model.section_edit_requested.connect(self.section_edit_requested)
        self._table_model.edit_requested.connect(self.edit_requested)
        for view in (self.tree_view, self.table_view):
            view.selectionModel().currentRowChanged.connect(self._current_changed)
            self.unsaved.changed.connect(view.viewport().update)
        self.bar.mode_chosen.connect(lambda mode: self._show_mode(Mode(mode)))
        self.bar.query_changed.connect(self._filter_changed)
        self.bar.left.connect(self._leave_search)
        self._nothing.activated.connect(self.clear_search)
        self._warming.timeout.connect(self._warm)

    # --- snapshots

    def set_abbreviations(self, abbreviations: Abbreviations) -> None:
        """Use a table of abbreviations for searching."""
        self._filter.set_abbreviations(abbreviations)
        self._warming.start(_WARM_AFTER_MS)

    def set_tree(self, tree: PlanTree | None) -> None:
        """Show a plan; the one already shown keeps its selection, scroll and open rows."""
        if tree is not None and self._plan is not None and tree.plan.id == self._plan.plan.id:
            self.apply(tree)
            return
        self._plan = tree
        self._visible = None
        self._filter.set_tree(tree)
        self.bar.clear()
        self.tree_view.forget_closed_rows()
        self._reset_model()
        self._refresh()
        self._warming.start(_WARM_AFTER_MS)
        self.selection_changed.emit(None)

    def apply(self, tree: PlanTree, changes: Changes | None = None) -> None:
        """Show a newer snapshot of the plan on the screen; what differs is found by comparing, whatever caused it."""
        if self._visible is not None and self._plan is not None:
            self._visible = self._kept_visible(self._plan, tree, self._visible)
        self._plan = tree
        self._filter.set_tree(tree)
        self.model().apply(tree, self._visible)
        self._other_is_stale = True
        self._refresh()

    @staticmethod
    def _kept_visible(old: PlanTree, new: PlanTree, visible: frozenset[int]) -> frozenset[int]:
        """Keep rows on the screen that no longer match, and show new ones: nothing vanishes while it is typed."""
        kept: set[int] = set()
        for item_id in (visible & new.items.keys()) | (new.items.keys() - old.items.keys()):
            add_with_parents(kept, new, item_id)
        return frozenset(kept)

    def _reset_model(self) -> None:
        """Lay out the rows of the view in use anew; the other one waits until it is looked at."""
        if self._plan is not None:
            self.tree_view.expect_rows(len(self._plan.items) + len(self._plan.sections))
        self.model().set_tree(self._plan, self._visible)
        if self._mode is Mode.TREE:
            self.tree_view.open_rows(all_rows=self._visible is not None)
        self._other_is_stale = True

    def _refresh(self) -> None:
        tree = self._plan
        if tree is not None:
            used = used_columns(tree)
            self.tree_view.show_columns(used)
            self.table_view.show_columns(used)
            tasks = [item.id for item in tree.items.values() if item.kind is not ItemKind.SUB_ITEM]
            shown = len(tasks) if self._visible is None else sum(task in self._visible for task in tasks)
            self.bar.show_count(shown, len(tasks))
        self._stack.setCurrentWidget(self._page())

    def _page(self) -> QWidget:
        if self._plan is not None and not self._plan.sections:
            return self._bare
        if self._visible is not None and not self._visible:
            self._nothing.set_sentence(self.tr("Không có nhiệm vụ nào khớp “{}”.").format(self.bar.query().strip()))
            return self._nothing
        return self.view()

    # --- looking

    def view(self) -> PlanTreeView | PlanTableView:
        """Return the view in use."""
        return self.tree_view if self._mode is Mode.TREE else self.table_view

    def model(self) -> PlanTreeModel | PlanTableModel:
        """Return the model of the view in use."""
        return self._tree_model if self._mode is Mode.TREE else self._table_model

    def show_tree(self) -> None:
        """Look at the plan as a tree."""
        self._show_mode(Mode.TREE)

    def show_table(self) -> None:
        """Look at the plan as a table."""
        self._show_mode(Mode.TABLE)

    def set_density(self, density: Density) -> None:
        """Show one, two or three lines of words per task."""
        self._density = density
        self.tree_view.set_density(density)
        self.table_view.set_density(density)

    def expand_all(self) -> None:
        """Open all rows of the tree."""
        self.tree_view.forget_closed_rows()
        self.tree_view.open_rows(all_rows=True)

    def collapse_all(self) -> None:
        """Close the sections of the tree."""
        for row in range(self._tree_model.rowCount()):
            self.tree_view.collapse(self._tree_model.index(row, 0))

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.bar.focus_search()

    def clear_search(self) -> None:
        """Show all rows again."""
        self.bar.clear()
        self.view().setFocus()

    def current_item_id(self) -> int | None:
        """Return the id of the item that the keys act on, None on a section or nowhere."""
        entity = self.current_entity()
        return entity.id if isinstance(entity, WorkItem) else None

    def current_entity(self) -> Entity | None:
        """Return the section or item that the keys act on."""
        entity: Entity | None = self.view().currentIndex().data(Role.ROW)
        return entity

    def select_item(self, item_id: int, column: int = PlanColumn.NUMBER) -> bool:
        """Make an item's cell current and scroll to it; False where the item is not shown."""
        index = self.model().index_of_item(item_id, column)
        if not index.isValid():
            return False
        self.view().setCurrentIndex(index)
        self.view().scrollTo(index)
        return True

    def agency_names(self) -> list[str]:
        """Return the names of agencies in this plan, as written, for the list of the agency editors."""
        items = self._plan.items.values() if self._plan is not None else ()
        names = {link.words for item in items for link in (*item.lead, *item.coordinating)}
        return sorted(names, key=collation_key)

    def _show_mode(self, mode: Mode) -> None:
        column, item_id = self.view().currentIndex().column(), self.current_item_id()
        switched, self._mode = mode is not self._mode, mode
        if switched and self._other_is_stale:
            self._reset_model()
            self._other_is_stale = False
        self.bar.show_mode(mode)
        self._stack.setCurrentWidget(self._page())
        self.setFocusProxy(self.view())
        if item_id is not None:
            self.select_item(item_id, column)
        self.view().setFocus()

    def _filter_changed(self, query: str) -> None:
        column, item_id = self.view().currentIndex().column(), self.current_item_id()
        self._visible = self._filter.visible(query)
        self._reset_model()
        self._refresh()
        if item_id is None or not self.select_item(item_id, column):
            self.selection_changed.emit(None)

    def _warm(self) -> None:
        """Read a few more items for searching while nobody waits, so that the first letter finds at once."""
        self._warming.setInterval(0)
        if self._filter.prepare(_WARM_STEP):
            self._warming.stop()

    def _leave_search(self) -> None:
        view = self.view()
        view.setFocus()
        if not view.currentIndex().isValid() and self.model().rowCount():
            view.setCurrentIndex(self.model().index(0, PlanColumn.CONTENT))

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not current.isValid() or current.model() is self.model():
            self.selection_changed.emit(self.current_item_id())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.set_density(self._density)
