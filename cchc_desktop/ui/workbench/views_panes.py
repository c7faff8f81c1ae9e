"""Looking at a plan through a saved view: all that it says at once, in slices of the event loop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cchc_desktop.ui.slices import Steps
from cchc_desktop.ui.workbench.panes import PlanPanes

if TYPE_CHECKING:
    from cchc_desktop.ui.workbench.views_state import Wanted


class SavedPanes(PlanPanes):
    """A saved view has columns of its own: those that the person made without one come back with the ordinary way."""

    def look_through(self, wanted: Wanted) -> None:
        """Look at the plan as a saved view wants it; rows are laid out once for each thing that changes."""
        self._filtering.start(self._looking_through(wanted))

    def name_present_way(self, way: str) -> None:
        """Call the present way of looking by a saved view's name; its columns are the view's from now on."""
        columns = self.view().columns
        columns.put(way, columns.state())
        self.use_way(way)
        self.layout_changed.emit()

    def leave_saved_way(self) -> None:
        """Use no saved view any more: rows, filters and order stay, columns are the person's own."""
        self.use_way("")
        self.layout_changed.emit()

    def keep_saved_ways(self, ways: frozenset[str]) -> None:
        """Forget the columns of saved views that are gone."""
        for view in (self.tree_view, self.table_view):
            view.columns.keep_ways(lambda way: "@" not in way or way in ways)
        if self.saved_way() and self.saved_way() not in ways:
            self.leave_saved_way()

    def _looking_through(self, wanted: Wanted) -> Steps:
        from cchc_desktop.ui.workbench.views_state import sort_table

        self._saved_way = wanted.way
        if wanted.way:
            self._view_of(wanted.mode).columns.put(wanted.way, wanted.columns)
        if wanted.density is not None and wanted.density is not self._density:
            self._choose_density(wanted.density)
            yield
        self.show_mode(wanted.mode)
        yield
        sort_table(self, wanted.sort)
        self.layout_changed.emit()
        yield
        self.bar.want(wanted.query, wanted.filters)
