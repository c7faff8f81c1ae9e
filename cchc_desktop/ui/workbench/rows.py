"""What tree and table show of one snapshot: the words of each cell, schedules read once, sorting, filtering."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt

from cchc_desktop.domain.items import ItemKind, ItemOrigin, WorkItem
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import Section
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.domain.schedule.model import Schedule, ScheduleKind
from cchc_desktop.domain.schedule.wording import describe
from cchc_desktop.domain.text.collation import collation_key
from cchc_desktop.domain.text.folding import clean
from cchc_desktop.ui.workbench.columns import (
    COLUMNS,
    RESULT_COLUMNS,
    Entity,
    PlanColumn,
    cell_text,
    edit_text,
    field_of,
    words_in_cell,
)
from cchc_desktop.ui.workbench.nodes import Row, key_of
from cchc_desktop.ui.workbench.results import RESULT_FIELDS, Results
from cchc_desktop.ui.workbench.roles import Role
from cchc_desktop.ui.workbench.unsaved import UnsavedWords

if TYPE_CHECKING:
    from cchc_desktop.domain.followup.rollups import RollUp

_LAST_RANK = 99
_SORTED = 80
"""Characters by which long cells are sorted; the plan's order settles the rest."""
_NUMBER_ALIGNMENT = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
_MOST_READINGS = 20_000
_sort_key = lru_cache(maxsize=1 << 15)(collation_key)
_TASK, _SUB_ITEM = ItemKind.TASK, ItemKind.SUB_ITEM


class Schedules:
    """Readings of time words, shared by views and kept while snapshots come and go: equal words are read once."""

    def __init__(self) -> None:
        self._read: dict[tuple[Any, ...], Schedule] = {}
        self._period: Period | None = None

    def of(self, item: WorkItem, tree: PlanTree) -> Schedule:
        """Return the schedule of an item of a plan."""
        period = tree.plan.period
        if period is not self._period:
            self._change_period(period)
        key = (item.time_words, item.rules)
        schedule = self._read.get(key)
        if schedule is None:
            if len(self._read) >= _MOST_READINGS:
                self._read.clear()
            schedule = self._read[key] = tree.schedule(item)
        return schedule

    def _change_period(self, period: Period) -> None:
        """Forget what was read in another period; views of one plan have the same one."""
        if period != self._period:
            self._read.clear()
        self._period = period


@dataclass(frozen=True, slots=True)
class GroupSummary:
    """What stands below a section or group, and how much of it a person has yet to give a date."""

    tasks: int = 0
    activities: int = 0
    parts: int = 0
    undated: int = 0


def is_undated(schedule: Schedule) -> bool:
    """Tell whether a person has yet to say when something falls due."""
    return schedule.kind is not ScheduleKind.STANDING and not schedule.due


class PlanRows:
    """One snapshot of a plan with what is derived from it; replaced, never changed, when the plan changes.

    `visible` are the ids of the items that a filter lets through with the items above them; None shows all. `unsaved`
    are typed words that stand in their cells in place of what is stored; `results` tell what was recorded.
    """

    def __init__(
        self,
        tree: PlanTree | None = None,
        visible: Collection[int] | None = None,
        unsaved: UnsavedWords | None = None,
        schedules: Schedules | None = None,
        results: Results | None = None,
    ) -> None:
        self.tree = tree
        self.visible = visible
        self.summaries: dict[int, GroupSummary] = {}
        """The figures that were asked for, by key: what a newer snapshot has to compare with."""
        self._unsaved = unsaved
        self._schedules = schedules if schedules is not None else Schedules()
        self._results = results if results is not None else Results()
        self._roll_ups: tuple[int, dict[int, RollUp]] = (-1, {})
        self._sections = {section.id: section for section in tree.sections} if tree else {}
        self._parents = {parent for _, parent in tree.siblings} if tree else set()
        self.parents: Collection[int] = self._keys_of_parents()
        """The keys below which rows may stand."""
        self._order: dict[int, int] | None = None

    # --- structure

    def children(self, key: int) -> Sequence[Row]:
        """Return the rows below a key in plan order: sections (key 0), their items, items below items."""
        if self.tree is None:
            return ()
        if key == 0:
            return self._shown_sections()
        if key % 2:
            return self._shown(self.tree.roots(key // 2))
        if key // 2 not in self._parents:
            return ()
        item = self.tree.items.get(key // 2)
        return self._shown(self.tree.children(item)) if item is not None else ()

    def _keys_of_parents(self) -> set[int]:
        keys = {parent * 2 for parent in self._parents if parent is not None}
        return keys.union((0,), (section * 2 + 1 for section in self._sections))

    def touched_since(self, before: PlanRows) -> Collection[int] | None:
        """Return the keys at and above the lists that are other objects than in an older snapshot of the plan.

        None where that says nothing: below a filter, or in groups.
        """
        tree, older = self.tree, before.tree
        is_whole = self.visible is None and before.visible is None and type(before) is type(self)
        if tree is None or older is None or not is_whole:
            return None
        lists = [key for key in tree.siblings.keys() | older.siblings.keys()
                 if tree.siblings.get(key) is not older.siblings.get(key)]  # fmt: skip
        touched = {0}
        for section_id, parent_id in lists:
            touched.add(section_id * 2 + 1)
            while parent_id is not None and parent_id * 2 not in touched:
                touched.add(parent_id * 2)
                parent = tree.items.get(parent_id)
                parent_id = parent.parent_id if parent is not None else None
        return touched

    def holds(self, key: int) -> bool:
        """Tell whether a row is among those shown."""
        if self.tree is None:
            return False
        if key % 2:
            return key // 2 in self._sections
        return key // 2 in self.tree.items and (self.visible is None or key // 2 in self.visible)

    def items(self) -> list[WorkItem]:
        """Return all shown items in plan order."""
        if self.tree is None:
            return []
        walked = (item for section in self.tree.sections for item, _ in self.tree.walk(section.id))
        return list(self._shown(tuple(walked)))

    def depth(self, item: WorkItem) -> int:
        """Return how many items stand above an item."""
        depth = 0
        while item.parent_id is not None and self.tree is not None:
            depth, item = depth + 1, self.tree.items[item.parent_id]
        return depth

    def _shown(self, items: Sequence[WorkItem]) -> Sequence[WorkItem]:
        if self.visible is None:
            return items
        return [item for item in items if item.id in self.visible]

    def _shown_sections(self) -> Sequence[Section]:
        assert self.tree is not None
        if self.visible is None:
            return self.tree.sections
        return [section for section in self.tree.sections if self._shown(self.tree.roots(section.id))]

    # --- cells

    def data(self, entity: Any, column: int, role: int) -> Any:
        """Return what a Qt model answers for a cell, apart from what depends on the model's own order."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.display(entity, column)
        if role == Qt.ItemDataRole.EditRole:
            return self.typed(entity, column)
        if role == Role.ROW:
            return entity
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tooltip(entity, column)
        if role == Role.SCHEDULE:
            return self.schedule(entity) if isinstance(entity, WorkItem) else None
        if role == Role.UNSAVED:
            return self.unsaved(entity, column) is not None
        if role == Role.ADDED:
            return isinstance(entity, WorkItem) and entity.origin is ItemOrigin.ADDED
        if role == Role.SORT:
            return self.sort_value(entity, column) if isinstance(entity, WorkItem) else key_of(entity)
        if role == Qt.ItemDataRole.TextAlignmentRole and column == PlanColumn.NUMBER:
            return _NUMBER_ALIGNMENT
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._accessible(entity, column)
        return self._over_items(entity, role)

    def _over_items(self, row: Row, role: int) -> Any:
        """Answer what is asked about a row as one that stands over others."""
        is_group = not isinstance(row, WorkItem)
        if role == Role.GROUP_ROW:
            return is_group
        if role == Role.UID:
            return row.uid
        if role == Role.SUMMARY:
            return self.summary(key_of(row)) if is_group else None
        if role == Role.COUNT:
            return self.summary(key_of(row)).tasks if is_group else None
        if role == Role.STATUS:
            return self._results.status(row.id) if isinstance(row, WorkItem) else None
        if role == Role.ROLL_UP:
            return self.roll_up(key_of(row)) if is_group else None
        return None

    def typed(self, entity: Entity, column: int) -> str:
        """Return the words that an editor of a cell starts with."""
        unsaved = self.unsaved(entity, column)
        return self._stored_text(entity, column) if unsaved is None else unsaved

    def stored(self, item: WorkItem, field: str) -> str:
        """Return what is stored in a cell of an item, by its field: words of the plan, or what was recorded."""
        return self._results.words(item.id, field) if field in RESULT_FIELDS else getattr(item, field) or ""

    def _stored_text(self, entity: Entity, column: int) -> str:
        is_result = column in RESULT_COLUMNS and isinstance(entity, WorkItem)
        return self._results.words(entity.id, COLUMNS[column].field or "") if is_result else edit_text(entity, column)

    def edit_request(self, entity: Entity, column: int, value: Any) -> dict[str, str] | None:
        """Return the change that typing `value` into a cell asks for, None where nothing would change."""
        field = field_of(entity, column)
        if field is None:
            return None
        typed = clean(str(value or ""))[0].strip()
        return {field: typed} if typed != self._stored_text(entity, column).strip() else None

    def unsaved(self, entity: Entity, column: int) -> str | None:
        """Return typed words of a cell that could not be stored, None where there are none."""
        if not self._unsaved:
            return None
        field, words = field_of(entity, column), self._unsaved.of(entity)
        return words[field] or "" if field is not None and field in words else None

    def schedule(self, item: WorkItem) -> Schedule:
        """Return an item's schedule; equal words are read once."""
        assert self.tree is not None
        return self._schedules.of(item, self.tree)

    def summary(self, key: int) -> GroupSummary:
        """Return the figures of what is shown below a section or group."""
        if key not in self.summaries:
            self.summaries[key] = self._summed(self._below(key))
        return self.summaries[key]

    def roll_up(self, key: int) -> RollUp | None:
        """Return how many tasks below a section or group have which status; None while that is not known."""
        source, version = self._results.source, self._results.version
        if source is None:
            return None
        if self._roll_ups[0] != version:
            self._roll_ups = version, {}
        known = self._roll_ups[1]
        if key not in known:
            known[key] = source.roll_up(item.id for item in self._below(key) if item.kind is not _SUB_ITEM)
        return known[key]

    def _summed(self, items: Iterator[WorkItem]) -> GroupSummary:
        tasks = activities = parts = undated = 0
        for item in items:
            kind = item.kind
            if kind is _SUB_ITEM:
                parts += 1
                continue
            if kind is _TASK:
                tasks += 1
            else:
                activities += 1
            undated += self._lacks_date(item)
        return GroupSummary(tasks, activities, parts, undated)

    def _lacks_date(self, item: WorkItem) -> bool:
        """Tell whether an item needs a date; one that leaves the time to its parts does not."""
        if item.time_words is None and item.rules is None and item.id in self._parents:
            return False
        return is_undated(self.schedule(item))

    def _below(self, key: int) -> Iterator[WorkItem]:
        waiting = [self.children(key)]
        while waiting:
            for row in waiting.pop():
                if isinstance(row, WorkItem):
                    yield row
                    if row.id in self._parents:
                        waiting.append(self.children(row.id * 2))

    def tooltip(self, entity: Entity, column: int) -> str:
        """Return the full words of a cell, with the reading of time words."""
        text = self.display(entity, column)
        if self.unsaved(entity, column) is not None:
            return "\n".join((text, QCoreApplication.translate("PlanRows", "Chưa lưu được")))
        if column == PlanColumn.TIME and isinstance(entity, WorkItem):
            schedule = self.schedule(entity)
            return "\n".join(filter(None, (text, describe(schedule), schedule.question)))
        if column == PlanColumn.CONTENT and isinstance(entity, WorkItem) and entity.origin is ItemOrigin.ADDED:
            return f"{text}\n{self.display(entity, PlanColumn.SOURCE)}"
        if column in RESULT_COLUMNS and isinstance(entity, WorkItem):
            return "\n".join(filter(None, (text, self._results.about(entity.id))))
        return text

    def section_title(self, item: WorkItem) -> str:
        """Return number and title of the section of an item."""
        section = self._sections.get(item.section_id)
        return f"{section.number or ''} {section.title}".strip() if section else ""

    def display(self, entity: Entity, column: int) -> str:
        """Return the words that a cell shows."""
        if column == PlanColumn.SECTION:
            return self.section_title(entity) if isinstance(entity, WorkItem) else ""
        if column == PlanColumn.STATUS:
            return self._status_words(entity)
        unsaved = self.unsaved(entity, column)
        if unsaved is not None:
            return words_in_cell(entity, column, unsaved)
        return self._stored_text(entity, column) if column in RESULT_COLUMNS else cell_text(entity, column)

    def _status_words(self, entity: Entity) -> str:
        """Return how an item stands, and how many of its milestones are completed where it has several."""
        found = self._results.status(entity.id) if isinstance(entity, WorkItem) else None
        if found is None:
            return ""
        from cchc_desktop.ui.workbench.status_cells import status_words

        return status_words(found)

    def _accessible(self, entity: Entity, column: int) -> str:
        text = self.tooltip(entity, column)
        empty = QCoreApplication.translate("PlanRows", "để trống")
        return text.replace("\n", "; ") or empty

    # --- order

    def sort_value(self, item: WorkItem, column: int) -> Any:
        """Return the native value by which a column sorts; the TT column sorts by the plan's own order."""
        if column in (PlanColumn.NUMBER, PlanColumn.SECTION):
            return self._place(item)
        if column == PlanColumn.TIME:
            due = self.schedule(item).due
            return due[0] if due else date.max
        if column == PlanColumn.STATUS:
            return self._pressing(item)
        if column in RESULT_COLUMNS:
            return _sort_key(self._stored_text(item, column)[:_SORTED])
        return _sort_key(cell_text(item, column)[:_SORTED])

    def _pressing(self, item: WorkItem) -> tuple[int, date]:
        """Return by what statuses sort: the most pressing first, items that are not followed last."""
        found = self._results.status(item.id)
        if found is None:
            return _LAST_RANK, date.max
        from cchc_desktop.domain.followup.status import RANK

        return RANK[found.status], found.leading.milestone.due or date.max

    def _place(self, item: WorkItem) -> int:
        if self._order is None:
            self._order = {row.id: place for place, row in enumerate(self.items())}
        return self._order.get(item.id, 0)

