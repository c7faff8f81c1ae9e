"""The views of one plan in one place, of which one is on the screen: what each is asked, whichever it is."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.clock import SystemClock
from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.domain.text.collation import collation_key
from cchc_desktop.ui.widgets.empty import EmptyState
from cchc_desktop.ui.widgets.metrics import Density
from cchc_desktop.ui.workbench.columns import Entity, PlanColumn
from cchc_desktop.ui.workbench.filter_bar import FilterBar
from cchc_desktop.ui.workbench.groups import GroupingFacts
from cchc_desktop.ui.workbench.results import Results, ResultSource
from cchc_desktop.ui.workbench.roles import Role
from cchc_desktop.ui.workbench.rows import Schedules
from cchc_desktop.ui.workbench.table_model import PlanTableModel
from cchc_desktop.ui.workbench.table_view import PlanTableView
from cchc_desktop.ui.workbench.tree_model import PlanTreeModel
from cchc_desktop.ui.workbench.tree_view import PlanTreeView
from cchc_desktop.ui.workbench.unsaved import UnsavedWords


class Mode(IntEnum):
    """The ways to look at a plan; all but the table are shown by the tree view."""

    TREE = 0
    TABLE = 1
    AGENCY = 2
    MONTH = 3


class PaneStack(QWidget):
    """Builds bar, views, models and the pages for when there is nothing to show; `PlanPanes` brings them to life."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: PlanTree | None = None
        self._visible: frozenset[int] | None = None
        self._tasks: frozenset[int] = frozenset()
        self._facts = GroupingFacts(SystemClock().today)
        schedules = self._schedules = Schedules()
        self._density = Density.NORMAL
        self.unsaved = UnsavedWords(self)
        self._results = Results()
        self._tree_model = PlanTreeModel(self, self.unsaved, schedules, self._facts, self._results)
        self._table_model = PlanTableModel(self, self.unsaved, schedules, self._results)
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
        self._mode = Mode.TREE
        self.setFocusProxy(self.tree_view)

    def _page(self) -> QWidget:
        if self._plan is not None and not self._plan.sections:
            return self._bare
        if self._visible is not None and not self._visible:
            query = self.bar.query().strip()
            found_nothing = self.tr("Không có nhiệm vụ nào khớp “{}”.").format(query)
            self._nothing.set_sentence(found_nothing if query else self.tr("Không có nhiệm vụ nào khớp bộ lọc."))
            return self._nothing
        return self.view()

    def view(self) -> PlanTreeView | PlanTableView:
        """Return the view in use."""
        return self._view_of(self._mode)

    def _view_of(self, mode: Mode) -> PlanTreeView | PlanTableView:
        return self.table_view if mode is Mode.TABLE else self.tree_view

    def model(self) -> PlanTreeModel | PlanTableModel:
        """Return the model of the view in use."""
        return self._table_model if self._mode is Mode.TABLE else self._tree_model

    def mode(self) -> Mode:
        """Return the way of looking in use."""
        return self._mode

    def density(self) -> Density:
        """Return how many lines of words a task has."""
        return self._density

    def set_density(self, density: Density) -> None:
        """Show one, two or three lines of words per task."""
        self._density = density
        self.tree_view.set_density(density)
        self.table_view.set_density(density)
        self.bar.show_density(density)

    def expand_all(self) -> None:
        """Open all rows of the tree."""
        self.tree_view.open_all_rows()

    def collapse_all(self) -> None:
        """Close the sections of the tree."""
        self.tree_view.close_all_rows()

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.bar.focus_search()

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

    def set_results(self, source: ResultSource | None) -> None:
        """Show what was recorded; the rows stay where they are, also where they are sorted by it."""
        self._results.take(source)
        for view in (self.tree_view, self.table_view):
            view.viewport().update()

    def agency_names(self) -> list[str]:
        """Return the names of agencies in this plan, as written, for the list of the agency editors."""
        items = self._plan.items.values() if self._plan is not None else ()
        names = {link.words for item in items for link in (*item.lead, *item.coordinating)}
        return sorted(names, key=collation_key)

    def canonical_agencies(self) -> Mapping[int, str]:
        """Return the names of agencies by id, whatever the plan's cells call them."""
        return self._facts.agencies

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.set_density(self._density)
