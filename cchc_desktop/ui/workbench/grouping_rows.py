"""The rows of a grouped view: groups on top, items below them with all that a cell of the tree shows."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt

from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.ui.workbench.columns import PlanColumn
from cchc_desktop.ui.workbench.grouping import (
    NO_LEAD,
    UNDATED,
    GroupedItems,
    agency_names,
    by_agency,
    by_month,
    grouped,
)
from cchc_desktop.ui.workbench.groups import Group, Grouping, GroupingFacts
from cchc_desktop.ui.workbench.nodes import Row, key_of
from cchc_desktop.ui.workbench.results import Results
from cchc_desktop.ui.workbench.roles import Role
from cchc_desktop.ui.workbench.rows import PlanRows, Schedules
from cchc_desktop.ui.workbench.unsaved import UnsavedWords


class GroupedRows(PlanRows):
    """A snapshot whose items stand below groups instead of sections."""

    def __init__(
        self,
        tree: PlanTree,
        visible: Collection[int] | None,
        unsaved: UnsavedWords | None,
        schedules: Schedules,
        grouping: Grouping,
        facts: GroupingFacts,
        results: Results,
    ) -> None:
        super().__init__(tree, visible, unsaved, schedules, results)
        self._grouped = self._group(tree, grouping, facts)
        shown = (group for group in self._grouped.groups if self._shown(self._grouped.members[group]))
        self._groups = {key_of(group): group for group in shown}
        self.parents = {0, *self._groups, *(item_id * 2 for item_id in self._grouped.below)}

    def touched_since(self, before: PlanRows) -> None:
        """Return nothing: where an item stands follows from its words, not from the lists of the plan."""
        return

    def _group(self, tree: PlanTree, grouping: Grouping, facts: GroupingFacts) -> GroupedItems:
        if grouping is Grouping.AGENCY:
            names = agency_names(tree.items.values(), facts.agencies)
            return grouped(tree, by_agency(names), NO_LEAD)
        return grouped(tree, by_month(self.schedule, facts.today()), UNDATED)

    def children(self, key: int) -> Sequence[Row]:
        """Return the rows below a key: groups (key 0), their items, items below items."""
        if key == 0:
            return list(self._groups.values())
        if key % 2:
            group = self._groups.get(key)
            return self._shown(self._grouped.members[group]) if group is not None else ()
        below = self._grouped.below.get(key // 2)
        return self._shown(below) if below is not None else ()

    def holds(self, key: int) -> bool:
        """Tell whether a row is among those shown."""
        return key in self._groups if key % 2 else super().holds(key)

    def data(self, entity: Row, column: int, role: int) -> Any:
        """Return what a Qt model answers for a cell."""
        if isinstance(entity, Group):
            return self._group_data(entity, column, role)
        return super().data(entity, column, role)

    def _group_data(self, group: Group, column: int, role: int) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            title = QCoreApplication.translate("PlanGroups", group.title)
            return title if column == PlanColumn.CONTENT else ""
        if role == Role.SORT:
            return group.rank
        return self._over_items(group, role)
