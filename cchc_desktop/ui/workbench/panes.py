"""Tree, table and groups of one plan in one place: snapshots in, what is shown and what is current out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.changes import Changes
from cchc_desktop.domain.items import ItemKind, WorkItem
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.ui.next_part import Part
from cchc_desktop.ui.slices import Slices, Steps
from cchc_desktop.ui.widgets.metrics import Density
from cchc_desktop.ui.workbench import panes_state
from cchc_desktop.ui.workbench.columns import PlanColumn, used_columns
from cchc_desktop.ui.workbench.filtering import READ_STEP, PlanFilter, with_parents
from cchc_desktop.ui.workbench.filters import Filters
from cchc_desktop.ui.workbench.groups import Grouping
from cchc_desktop.ui.workbench.panes_stack import Mode, PaneStack
from cchc_desktop.ui.workbench.results import ResultSource
from cchc_desktop.ui.workbench.roles import Role
from cchc_desktop.ui.workbench.view_parts import choose_cells, chosen_cells

if TYPE_CHECKING:
    from cchc_desktop.domain.text.abbreviations import Abbreviations

__all__ = ["Mode", "PlanPanes"]

_WARM_AFTER_MS = 1000
_GROUPINGS = {Mode.TREE: Grouping.SECTION, Mode.AGENCY: Grouping.AGENCY, Mode.MONTH: Grouping.MONTH}


class PlanPanes(PaneStack):
    """Shows snapshots as tree, table or groups, through a filter; all keep the same current item and selection."""

    edit_requested = Signal(int, dict)
    section_edit_requested = Signal(int, dict)
    selection_changed = Signal(object)
    layout_changed = Signal()
    """Columns, way of looking, filters or open rows are others: there is something to remember."""
    density_chosen = Signal(object)
    """A `Density` was chosen in the bar, and is shown already."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter = PlanFilter(
            schedules=self._schedules, today=lambda: self._facts.today(), results=self._results
        )
        self._warming = QTimer(self)
        self._filtering = Slices(self)
        self._laid_out: set[Mode] = set()
        self._saved_way = ""
        self._left_behind: tuple[int, int] | None = None  # the current cell that a filter hides: it comes back
        self._connect()

    def _connect(self) -> None:
        self.tree_view.setModel(self._tree_model)
        self.table_view.setModel(self._table_model)
        self._tree_model.edit_requested.connect(self.edit_requested)
        self._tree_model.section_edit_requested.connect(self.section_edit_requested)
        self._table_model.edit_requested.connect(self.edit_requested)
        for view in (self.tree_view, self.table_view):
            view.selectionModel().currentRowChanged.connect(self._current_changed)
            view.columns.changed.connect(self.layout_changed)
            view.cells.marks_of = self._filter.marks
            self.unsaved.changed.connect(view.viewport().update)
        self.tree_view.collapsed.connect(self.layout_changed)
        self.tree_view.expanded.connect(self.layout_changed)
        self.table_view.horizontalHeader().sortIndicatorChanged.connect(self.layout_changed)
        self.bar.mode_chosen.connect(lambda mode: self.show_mode(Mode(mode)))
        self.bar.changed.connect(self._filter_changed)
        self.bar.left.connect(self._leave_search)
        self.bar.density_chosen.connect(self._choose_density)
        self._nothing.activated.connect(self.clear_search)
        self._warming.timeout.connect(self._warm)

    # --- snapshots

    def set_abbreviations(self, abbreviations: Callable[[], Abbreviations]) -> None:
        """Use a table of abbreviations for searching, read behind the first rows."""
        self._filter.set_abbreviations(abbreviations)
        self._warming.start(_WARM_AFTER_MS)

    def set_agencies(self, names: Mapping[int, str]) -> None:
        """Use the canonical names of agencies by id; without one, an agency is called as the plan mostly writes it."""
        self._facts.agencies = names
        self.bar.set_tree(self._plan, names)
        self._laid_out.discard(Mode.AGENCY)
        if self._mode is Mode.AGENCY:
            self._lay_out_kept()

    def set_results(self, source: ResultSource | None) -> None:
        """Show what was recorded; a filter by status waits for the first of it, later ones let no row vanish."""
        was_known = self._results.source is not None
        super().set_results(source)
        if not was_known and self.bar.filters().statuses:
            self._filter_changed()

    def set_today(self, today: Callable[[], date]) -> None:
        """Use another calendar for due months and the chip of due dates."""
        self._facts.today = today

    def set_tree(self, tree: PlanTree | None) -> None:
        """Show a plan; the one already shown keeps its selection, scroll and open rows."""
        if tree is not None and self._plan is not None and tree.plan.id == self._plan.plan.id:
            self.apply(tree)
            return
        self._plan = self._left_behind = None
        self._filtering.drop()
        self.use_way("")
        self.bar.clear()
        self._take(tree)
        self._visible = None
        self._filter.set_tree(tree)
        self.tree_view.forget_closed_rows()
        self._lay_out()
        self._refresh()
        self._warming.start(_WARM_AFTER_MS)
        self.selection_changed.emit(None)

    def apply(self, tree: PlanTree, changes: Changes | None = None) -> None:
        """Show a newer snapshot of the plan on the screen; what differs is found by comparing, whatever caused it."""
        if tree is self._plan:  # what was written stands beside the plan: results come with `set_results`
            self._refresh()
            return
        if self._visible is not None and self._plan is not None:
            self._visible = self._kept_visible(self._plan, tree, self._visible)
        self._take(tree)
        self._filter.set_tree(tree)
        self.model().apply(tree, self._visible)
        self._laid_out = {self._mode}
        self._refresh()
        self._warming.start(_WARM_AFTER_MS)
        if self._filtering.is_busy():
            self._filter_changed()

    def _take(self, tree: PlanTree | None) -> None:
        self._plan = tree
        items = tree.items.values() if tree is not None else ()
        self._tasks = frozenset(item.id for item in items if item.kind is not ItemKind.SUB_ITEM)

    @staticmethod
    def _kept_visible(old: PlanTree, new: PlanTree, visible: frozenset[int]) -> frozenset[int]:
        """Keep rows on the screen that no longer match, and show new ones: nothing vanishes while it is typed."""
        return with_parents(new, visible | (new.items.keys() - old.items.keys()))

    def _lay_out(self) -> None:
        """Lay out the rows of the way of looking anew; the others wait until they are looked at."""
        if self._plan is not None:
            self.tree_view.expect_rows(len(self._plan.items) + len(self._plan.sections))
        self._tree_model.set_grouping(_GROUPINGS.get(self._mode, self._tree_model.grouping))
        self.model().set_tree(self._plan, self._visible)
        if self._mode is not Mode.TABLE:
            self.tree_view.open_rows(all_rows=self._visible is not None)
        self._laid_out = {self._mode}

    def _lay_out_kept(self, before: Mode | None = None) -> None:
        """Lay out the rows; current cell and selection come back, also from the view that was looked at before."""
        view = self.view() if before is None else self._view_of(before)
        index, cells = view.currentIndex(), chosen_cells(view)
        column, item = index.column(), index.data(Role.ROW)
        if before is None or self._mode not in self._laid_out:
            self._lay_out()
        if isinstance(item, WorkItem) and self.select_item(item.id, column):
            choose_cells(self.view(), cells)
        elif isinstance(item, WorkItem):
            self._left_behind = item.id, column
            self.selection_changed.emit(None)
        elif self._left_behind is not None:
            self.select_item(*self._left_behind)

    def _refresh(self) -> None:
        tree = self._plan
        self.bar.set_tree(tree, self._facts.agencies)
        if tree is not None:
            used = used_columns(tree)
            barred = {PlanColumn.SECTION} if self._mode is Mode.TREE else set()
            self.tree_view.columns.show(used - {PlanColumn.SECTION}, barred)
            self.table_view.columns.show(used)
            shown = self._tasks if self._visible is None else self._tasks & self._visible
            self.bar.show_count(len(shown), len(self._tasks))
        self._stack.setCurrentWidget(self._page())

    # --- looking

    def show_tree(self) -> None:
        """Look at the plan as a tree."""
        self.show_mode(Mode.TREE)

    def show_table(self) -> None:
        """Look at the plan as a table."""
        self.show_mode(Mode.TABLE)

    def show_agencies(self) -> None:
        """Look at the plan by lead agency."""
        self.show_mode(Mode.AGENCY)

    def show_months(self) -> None:
        """Look at the plan by the month in which its items next fall due."""
        self.show_mode(Mode.MONTH)

    def _choose_density(self, density: Density) -> None:
        self.set_density(density)
        self.density_chosen.emit(density)

    def clear_search(self) -> None:
        """Show all rows again."""
        self.bar.clear()
        self._filtering.finish()
        self.view().setFocus()

    def parts(self) -> tuple[Part, ...]:
        """Return the bar, and the rows below it (or what says that there are none)."""
        return (self.bar, self.bar.search_field()), (self._stack, self._page())

    def next_hit(self) -> bool:
        """Go to the next item in which the searched words stand; False where there is none."""
        return self._go_to_hit(1)

    def previous_hit(self) -> bool:
        """Go to the item before in which the searched words stand; False where there is none."""
        return self._go_to_hit(-1)

    def _go_to_hit(self, step: int) -> bool:
        self._filtering.finish()
        ids, current = self.model().item_ids(), self.current_item_id()
        at = ids.index(current) if current in ids else -1 if step > 0 else len(ids)
        for offset in range(1, len(ids) + 1):
            item_id = ids[(at + step * offset) % len(ids)]
            if self._filter.is_hit(item_id):
                row = self.model().index_of_item(item_id)
                column = self.view().cells.hit_column(row)
                return self.select_item(item_id, PlanColumn.CONTENT if column is None else column)
        return False

    # --- ways of looking

    def show_mode(self, mode: Mode) -> None:
        """Look at the plan in another way; current cell and selection stay."""
        before, self._mode = self._mode, mode
        self.view().columns.look(self._way())
        if mode is not before:
            self._lay_out_kept(before)
            self._refresh()
            self.layout_changed.emit()
        self.bar.show_mode(mode)
        self._stack.setCurrentWidget(self._page())
        self.setFocusProxy(self.view())
        self.view().setFocus()

    def look(self, mode: Mode, query: str, filters: Filters) -> None:
        """Look at the plan in a way, through a filter."""
        self.show_mode(mode)
        self.bar.want(query, filters)
        self._filtering.finish()

    def _way(self) -> str:
        """Return whose columns are shown: those of a saved view, as long as it is looked at in its own way."""
        mode = self._mode.name.lower()
        return self._saved_way if self._saved_way.startswith(f"{mode}@") else mode

    def saved_way(self) -> str:
        """Return what `views_state.way_of` calls the saved view in use, '' where none is."""
        return self._saved_way

    def use_way(self, way: str) -> None:
        """Look through a saved view by what `views_state.way_of` calls it, '': none; rows and filters stay."""
        self._saved_way = way
        self.view().columns.look(self._way())

    def _filter_changed(self) -> None:
        if self._plan is not None:
            self._filtering.start(self._filtered(self.bar.query(), self.bar.filters()))

    def _filtered(self, query: str, filters: Filters) -> Steps:
        """Find the rows to show, then show them; until then the screen stays as it is."""
        visible = yield from self._filter.looking(query, filters)
        yield
        self._visible = visible
        self._lay_out_kept()
        self._refresh()
        self.layout_changed.emit()

    # --- how it is remembered

    def layout_state(self) -> dict[str, Any]:
        """Return the columns of all ways of looking as plain JSON values."""
        return {**self.tree_view.columns.states(), **self.table_view.columns.states()}

    def restore_layout(self, state: Mapping[str, Any]) -> None:
        """Bring back what `layout_state` returned; unknown columns and ways of looking are passed over."""
        ways = {mode.name.lower() for mode in Mode}
        known = {way: values for way, values in state.items() if way.partition("@")[0] in ways}
        table = {way: known.pop(way) for way in tuple(known) if way.partition("@")[0] == "table"}
        self.table_view.columns.restore(table)
        self.tree_view.columns.restore(known)

    def view_state(self) -> dict[str, Any]:
        """Return how this plan is looked at: mode, filters, open rows, current cell, scroll."""
        return panes_state.view_state(self)

    def restore_view(self, state: Mapping[str, Any]) -> None:
        """Look at the plan as `view_state` said, as far as it still fits."""
        if self._plan is not None:
            panes_state.restore_view(self, self._plan, state)

    def _warm(self) -> None:
        """Read a few more items for searching while nobody waits, so that the first letter finds at once."""
        self._warming.setInterval(0)
        if self._filter.prepare(READ_STEP):
            self._warming.stop()

    def _leave_search(self) -> None:
        self._filtering.finish()
        view = self.view()
        view.setFocus()
        if not view.currentIndex().isValid() and self.model().rowCount():
            view.setCurrentIndex(self.model().index(0, PlanColumn.CONTENT))

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not current.isValid() or current.model() is self.model():
            self.selection_changed.emit(self.current_item_id())
