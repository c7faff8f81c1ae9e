"""The repositories of plans, sections, items, indicators, agencies and settings (see `domain.ports`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import CTE, Connection, select

from cchc_desktop.domain.agencies import Agency
from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.indicators import Indicator
from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.office import Setting
from cchc_desktop.domain.plan import Plan, Section
from cchc_desktop.storage import agency_mapping, mapping, readers, tables
from cchc_desktop.storage.change_log import ChangeRecorder
from cchc_desktop.storage.mapping import Image, Row
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
        self.get(item_id)
        found = self.read(tables.item.c.id.in_(select(_below(item_id).c.id)))
        return _parents_first(item_id, found)

    def delete(self, id_: int) -> None:
        """Put an item with all below it into the bin; NotFound."""
        self.bin(self.subtree(id_))

    def _read(self, *where: Where) -> list[WorkItem]:
        return readers.read_items(self._connection, *where)

    def _row(self, entity: WorkItem) -> Row:
        return mapping.item_row(entity)

    def _parts(self, entity: WorkItem) -> Image:
        return mapping.item_parts(entity)


def _order(item: WorkItem) -> tuple[str, int]:
    return item.sort_key, item.id


def _below(item_id: int) -> CTE:
    """Return the ids of an item and of all below it, deleted ones too; a cycle ends (UNION, not UNION ALL)."""
    columns = tables.item.c
    start = select(columns.id).where(columns.id == item_id).cte("below", recursive=True)
    return start.union(select(columns.id).where(columns.parent_id == start.c.id))


def _parents_first(root_id: int, items: Sequence[WorkItem]) -> list[WorkItem]:
    """Order a subtree level by level, siblings by sort key."""
    children: dict[int | None, list[WorkItem]] = {}
    for item in sorted(items, key=_order):
        if item.id != root_id:
            children.setdefault(item.parent_id, []).append(item)
    ordered = [item for item in items if item.id == root_id]
    for item in ordered:  # grows while it is walked
        ordered.extend(children.pop(item.id, ()))
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

    def delete(self, id_: int) -> None:
        """Put a section with its items into the bin; NotFound."""
        super().delete(id_)
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

    def delete(self, id_: int) -> None:
        """Put a plan with its sections, items and indicators into the bin; NotFound."""
        super().delete(id_)
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
