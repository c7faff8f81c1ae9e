"""The repositories of plans, sections, items, indicators, agencies and settings (see `domain.ports`)."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import CTE, Connection, select

from cchc_desktop.domain.agencies.agency import Agency
from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.indicators.indicator import Indicator
from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.office import Setting
from cchc_desktop.domain.plan import Plan, Section
from cchc_desktop.storage import agency_mapping, mapping, readers, tables
from cchc_desktop.storage.change_log import ChangeRecorder
from cchc_desktop.storage.mapping import Image, Row
from cchc_desktop.storage.parts import chunks
from cchc_desktop.storage.repository import Repository
from cchc_desktop.storage.selects import Where


class ItemsInStorage(Repository[WorkItem]):
    """Work items; their agency links are written, logged and undone with them."""

    kind = EntityKind.ITEM
    table = tables.item
    noun = "nhiệm vụ"

    def of_plan(self, plan_id: int) -> Sequence[WorkItem]:
        """Return a plan's items in order of their ids; `domain.plan_tree` orders them."""
        return self.read(tables.item.c.plan_id == plan_id)

    def of_section(self, section_id: int) -> Sequence[WorkItem]:
        """Return a section's items at all depths."""
        return self.read(tables.item.c.section_id == section_id)

    def siblings(self, section_id: int, parent_id: int | None) -> Sequence[WorkItem]:
        """Return the items directly under a parent, or directly under the section, in order."""
        columns = tables.item.c
        parent = columns.parent_id.is_(None) if parent_id is None else columns.parent_id == parent_id
        return sorted(self.read(columns.section_id == section_id, parent), key=_order)

    def subtree(self, item_id: int) -> Sequence[WorkItem]:
        """Return an item and all below it, parents before their children; NotFound."""
        return self.subtrees([item_id])[0]

    def subtrees(self, item_ids: Sequence[int]) -> Sequence[Sequence[WorkItem]]:
        """Return each item with all below it, parents before their children; NotFound.

        An item that stands below another one of the list is told with that one only, and each once.
        """
        found: dict[int | None, WorkItem] = {}
        for some in chunks(item_ids):
            found.update((item.id, item) for item in self.read(tables.item.c.id.in_(select(_below(some).c.id))))
        self._require(item_ids, found)
        return _trees(item_ids, found)

    def delete_all(self, ids: Sequence[int]) -> None:
        """Put items with all below them into the bin; NotFound."""
        self.bin([item for tree in self.subtrees(ids) for item in tree])

    def _read(self, *where: Where) -> list[WorkItem]:
        return readers.read_items(self._connection, *where)

    def _row(self, entity: WorkItem) -> Row:
        return mapping.item_row(entity)

    def _parts(self, entity: WorkItem) -> Image:
        return mapping.item_parts(entity)


def _order(item: WorkItem) -> tuple[str, int]:
    return item.sort_key, item.id


def _below(item_ids: Sequence[int]) -> CTE:
    """Return the ids of items and of all below them, deleted ones too; a cycle ends (UNION, not UNION ALL)."""
    columns = tables.item.c
    start = select(columns.id).where(columns.id.in_(item_ids)).cte("below", recursive=True)
    return start.union(select(columns.id).where(columns.parent_id == start.c.id))


def _trees(root_ids: Sequence[int], items: Mapping[int | None, WorkItem]) -> list[list[WorkItem]]:
    """Arrange items as one list for each root that lies below no other root."""
    children: dict[int | None, list[WorkItem]] = {}
    for item in sorted(items.values(), key=_order):
        children.setdefault(item.parent_id, []).append(item)
    roots = {id_: items[id_] for id_ in root_ids}
    return [_parents_first(root, children) for root in roots.values() if not _lies_below(root, roots, items)]


def _lies_below(item: WorkItem, roots: Container[int], items: Mapping[int | None, WorkItem]) -> bool:
    """Tell whether another root stands above an item; in a cycle the way up ends where it began."""
    passed = {item.id}
    above = items.get(item.parent_id)
    while above is not None and above.id not in passed:
        if above.id in roots:
            return True
        passed.add(above.id)
        above = items.get(above.parent_id)
    return False


def _parents_first(root: WorkItem, children: dict[int | None, list[WorkItem]]) -> list[WorkItem]:
    """Take a subtree out of `children`, level by level, siblings by sort key."""
    ordered = [root]
    for item in ordered:  # grows while it is walked
        ordered.extend(child for child in children.pop(item.id, ()) if child.id != root.id)
    return ordered


class SectionsInStorage(Repository[Section]):
    """Sections of plans."""

    kind = EntityKind.SECTION
    table = tables.section
    noun = "phần"

    def __init__(self, connection: Connection, recorder: ChangeRecorder, items: ItemsInStorage) -> None:
        super().__init__(connection, recorder)
        self._items = items

    def of_plan(self, plan_id: int) -> Sequence[Section]:
        """Return a plan's sections in order."""
        return self.read(tables.section.c.plan_id == plan_id)

    def delete_all(self, ids: Sequence[int]) -> None:
        """Put sections with their items into the bin; NotFound."""
        super().delete_all(ids)
        for id_ in dict.fromkeys(ids):
            self._items.bin(self._items.of_section(id_))

    def _read(self, *where: Where) -> list[Section]:
        return readers.read_sections(self._connection, *where)

    def _row(self, entity: Section) -> Row:
        return mapping.section_row(entity)


class IndicatorsInStorage(Repository[Indicator]):
    """Indicators of plans."""

    kind = EntityKind.INDICATOR
    table = tables.indicator
    noun = "chỉ tiêu"

    def of_plan(self, plan_id: int) -> Sequence[Indicator]:
        """Return a plan's indicators in order."""
        return self.read(tables.indicator.c.plan_id == plan_id)

    def _read(self, *where: Where) -> list[Indicator]:
        return readers.read_indicators(self._connection, *where)

    def _row(self, entity: Indicator) -> Row:
        return mapping.indicator_row(entity)


class PlansInStorage(Repository[Plan]):
    """Plans; deleting one deletes what it holds."""

    kind = EntityKind.PLAN
    table = tables.plan
    noun = "kế hoạch"

    def __init__(
        self,
        connection: Connection,
        recorder: ChangeRecorder,
        sections: SectionsInStorage,
        items: ItemsInStorage,
        indicators: IndicatorsInStorage,
    ) -> None:
        super().__init__(connection, recorder)
        self._sections, self._items, self._indicators = sections, items, indicators

    def delete_all(self, ids: Sequence[int]) -> None:
        """Put plans with their sections, items and indicators into the bin; NotFound."""
        super().delete_all(ids)
        for id_ in dict.fromkeys(ids):
            self._sections.bin(self._sections.of_plan(id_))
            self._items.bin(self._items.of_plan(id_))
            self._indicators.bin(self._indicators.of_plan(id_))

    def _read(self, *where: Where) -> list[Plan]:
        return readers.read_plans(self._connection, *where)

    def _row(self, entity: Plan) -> Row:
        return mapping.plan_row(entity)


class AgenciesInStorage(Repository[Agency]):
    """Agencies with aliases and members.

    A deleted agency stays named in items and groups (their words are facts); readers of ids must expect that.
    """

    kind = EntityKind.AGENCY
    table = tables.agency
    noun = "cơ quan"

    def all(self) -> Sequence[Agency]:
        """Return all agencies in order of their ids."""
        return self.read()

    def _read(self, *where: Where) -> list[Agency]:
        return readers.read_agencies(self._connection, *where)

    def _row(self, entity: Agency) -> Row:
        return agency_mapping.agency_row(entity)

    def _parts(self, entity: Agency) -> Image:
        return agency_mapping.agency_parts(entity)


class SettingsInStorage(Repository[Setting]):
    """What the office decides, by name."""

    kind = EntityKind.SETTING
    table = tables.setting
    noun = "thiết lập"

    def value(self, name: str, default: Any = None) -> Any:
        """Return the value of a setting, the default where it was never set."""
        found = self.read(tables.setting.c.name == name)
        return found[0].value if found else default

    def put(self, name: str, value: Any) -> None:
        """Set a value; one that stands already leaves no trace."""
        found = self.read(tables.setting.c.name == name)
        if found:
            self.update(replace(found[0], value=value))
        else:
            self.add(Setting(name, value))

    def _read(self, *where: Where) -> list[Setting]:
        return readers.read_settings(self._connection, *where)

    def _row(self, entity: Setting) -> Row:
        return {"uid": entity.uid, "name": entity.name, "value": entity.value}
