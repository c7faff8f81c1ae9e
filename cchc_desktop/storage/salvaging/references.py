"""Putting salvaged rows where they can be seen: a row whose plan, section or parent is lost gets another one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from uuid import uuid4

from cchc_desktop.domain.agencies.agency import Agency
from cchc_desktop.domain.areas import AreaCode
from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.history import TOLD_OF
from cchc_desktop.domain.indicators.indicator import Indicator
from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.ordering import key_between
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import Plan, PlanKind, Section
from cchc_desktop.storage.agency_mapping import agency_parts, agency_row
from cchc_desktop.storage.images import image as image_of
from cchc_desktop.storage.mapping import Image, indicator_row, item_parts, item_row, plan_row, section_row
from cchc_desktop.storage.parts import ID_LISTS
from cchc_desktop.storage.salvaging.images import LOST_WORDS, Images

PLAN_TITLE = "Kế hoạch phục hồi"
SECTION_TITLE = "Phần phục hồi"

NewId = Callable[[EntityKind], int]
"""Gives an id that was never used."""

_SOFT = {
    EntityKind.PLAN: (("replaced_by_id", EntityKind.PLAN), ("parent_plan_id", EntityKind.PLAN)),
    EntityKind.ITEM: (("carries_out_id", EntityKind.ITEM), ("continues_id", EntityKind.ITEM)),
    EntityKind.INDICATOR: (("agency_id", EntityKind.AGENCY),),
    EntityKind.AGENCY: (("merged_into_id", EntityKind.AGENCY),),
    EntityKind.URGING: (("agency_id", EntityKind.AGENCY),),
}
"""References that a row can do without."""


class References:
    """Mends the references of all rows, in place; `notes` are Vietnamese sentences about what was moved."""

    def __init__(self, images: Images, new_id: NewId, today: date) -> None:
        self._images = images
        self._new_id = new_id
        self._today = today
        self._plan_id: int | None = None
        self._section_ids: dict[int, int] = {}
        self.notes: list[str] = []

    def mend(self) -> None:
        """Mend everything: holders first, then what they hold."""
        for kind in (EntityKind.SECTION, EntityKind.INDICATOR, EntityKind.ITEM):
            for id_, row in list(self._images[kind].items()):
                self._give_plan(kind, id_, row)
        for id_, row in self._images[EntityKind.ITEM].items():
            self._give_section(id_, row)
        self._give_owners()
        self._drop_values_of_lost_forms()
        self._give_agencies()
        self._give_parents()
        self._revive_holders()
        self._drop_soft_references()
        self._drop_lost_agencies()

    # ------------------------------------------------------------ plans and sections

    def _give_plan(self, kind: EntityKind, id_: int, row: Image) -> None:
        if row["plan_id"] in self._images[EntityKind.PLAN]:
            return
        section = self._images[EntityKind.SECTION].get(row.get("section_id") or 0)
        if section is not None:
            row["plan_id"] = section["plan_id"]
            return
        row["plan_id"] = self._recovered_plan()
        self.notes.append(f"{_NOUNS[kind]} số {id_} mất kế hoạch, đã đưa vào '{PLAN_TITLE}'.")

    def _recovered_plan(self) -> int:
        if self._plan_id is None:
            year = Period(date(self._today.year, 1, 1), date(self._today.year, 12, 31))
            values = plan_row(Plan(PLAN_TITLE, PlanKind.OTHER, year))
            row = image_of({**values, "period_start": year.start.isoformat(), "period_end": year.end.isoformat()})
            self._plan_id = self._add(EntityKind.PLAN, row)
        return self._plan_id

    def _give_section(self, id_: int, row: Image) -> None:
        section = self._images[EntityKind.SECTION].get(row["section_id"])
        if section is not None:
            row["plan_id"] = section["plan_id"]
            return
        row["section_id"] = self._recovered_section(row["plan_id"])
        self.notes.append(f"Nhiệm vụ số {id_} mất phần chứa nó, đã đưa vào '{SECTION_TITLE}'.")

    def _recovered_section(self, plan_id: int) -> int:
        if plan_id not in self._section_ids:
            section = Section(plan_id, SECTION_TITLE, area=AreaCode.OTHER, sort_key=self._last_key(plan_id))
            row = image_of(section_row(section))
            row["deleted_at"] = self._images[EntityKind.PLAN][plan_id]["deleted_at"]
            self._section_ids[plan_id] = self._add(EntityKind.SECTION, row)
        return self._section_ids[plan_id]

    def _last_key(self, plan_id: int) -> str:
        keys: list[str] = [
            row["sort_key"] for row in self._images[EntityKind.SECTION].values() if row["plan_id"] == plan_id
        ]
        try:
            return key_between(max(keys, default=None), None)
        except ValueError:  # keys of no known shape
            return f"{max(keys)}z"

    def _add(self, kind: EntityKind, row: Image) -> int:
        id_ = self._new_id(kind)
        self._images[kind][id_] = {**row, "uid": str(uuid4())}
        return id_

    # ------------------------------------------------------------ what was recorded

    def _give_owners(self) -> None:
        """Make an item, an indicator anew where it is lost and something was recorded about it."""
        for kind, (owner, column) in TOLD_OF.items():
            if owner is EntityKind.SUPERIOR_FORM:
                continue
            for row in self._images[kind].values():
                if row[column] not in self._images[owner]:
                    self._images[owner][row[column]] = self._blank(owner)
                    self.notes.append(
                        f"{_NOUNS[owner]} số {row[column]} không đọc được; kết quả đã ghi được giữ ở '{PLAN_TITLE}'."
                    )

    def _drop_values_of_lost_forms(self) -> None:
        """Say what was typed into forms that are lost: without file and cells there is no form to keep it in."""
        periods = self._images[EntityKind.FORM_PERIOD]
        for id_, row in list(periods.items()):
            if row["form_id"] not in self._images[EntityKind.SUPERIOR_FORM]:
                del periods[id_]
                typed = "; ".join(str(words) for words in row["typed"].values())
                told = f"; số liệu đã nhập: {typed}" if typed else ""
                self.notes.append(f"Biểu mẫu số {row['form_id']} không đọc được{told} (kỳ {row['period']}).")

    def _blank(self, kind: EntityKind) -> Image:
        plan_id = self._recovered_plan()
        if kind is EntityKind.INDICATOR:
            return image_of(indicator_row(Indicator(plan_id, LOST_WORDS)))
        item = WorkItem(plan_id, self._recovered_section(plan_id), LOST_WORDS)
        return image_of(item_row(item), item_parts(item))

    def _give_agencies(self) -> None:
        """Make an agency anew where it is lost and answered: the answer must not pass for the office's own."""
        agencies = self._images[EntityKind.AGENCY]
        for kind in (EntityKind.RECORD, EntityKind.PERIOD_UPDATE):
            for row in self._images[kind].values():
                if row["agency_id"] is not None and row["agency_id"] not in agencies:
                    agency = Agency(LOST_WORDS)
                    agencies[row["agency_id"]] = image_of(agency_row(agency), agency_parts(agency))
                    self.notes.append(f"Cơ quan số {row['agency_id']} không đọc được; kết quả của cơ quan được giữ.")

    # ------------------------------------------------------------ parents

    def _give_parents(self) -> None:
        items = self._images[EntityKind.ITEM]
        for id_, row in items.items():
            if row["parent_id"] is None:
                continue
            parent = items.get(row["parent_id"])
            is_elsewhere = parent is None or parent["section_id"] != row["section_id"]
            if is_elsewhere or (row["deleted_at"] is None and parent is not None and parent["deleted_at"] is not None):
                row["parent_id"] = None
                self.notes.append(f"Nhiệm vụ số {id_} mất nhiệm vụ cấp trên, đã đưa lên cấp đầu của phần.")
        for id_ in list(_in_circles(items)):
            items[id_]["parent_id"] = None
            self.notes.append(f"Nhiệm vụ số {id_} nằm trong vòng khép kín, đã đưa lên cấp đầu của phần.")

    # ------------------------------------------------------------ the bin, agencies

    def _revive_holders(self) -> None:
        """Take out of the bin what holds rows that are not in it."""
        sections, plans = self._images[EntityKind.SECTION], self._images[EntityKind.PLAN]
        for row in self._images[EntityKind.ITEM].values():
            if row["deleted_at"] is None:
                sections[row["section_id"]]["deleted_at"] = None
        for row in (*sections.values(), *self._images[EntityKind.INDICATOR].values()):
            if row["deleted_at"] is None:
                plans[row["plan_id"]]["deleted_at"] = None

    def _drop_soft_references(self) -> None:
        for kind, columns in _SOFT.items():
            for row in self._images[kind].values():
                for column, target in columns:
                    if row[column] not in self._images[target]:
                        row[column] = None

    def _drop_lost_agencies(self) -> None:
        agencies = self._images[EntityKind.AGENCY]
        for row in self._images[EntityKind.ITEM].values():
            for link in (*row["lead"], *row["coordinating"]):
                if link["agency_id"] not in agencies:
                    link["agency_id"] = None
        for kind, lists in ID_LISTS.items():
            for ids in lists:
                for row in self._images[kind].values():
                    row[ids.field] = [id_ for id_ in row[ids.field] if id_ in self._images[ids.target]]


_NOUNS = {EntityKind.SECTION: "Phần", EntityKind.ITEM: "Nhiệm vụ", EntityKind.INDICATOR: "Chỉ tiêu"}


def _in_circles(items: dict[int, Image]) -> Iterator[int]:
    """Yield one item of each circle of parents."""
    done: set[int] = set()
    for start in items:
        way: list[int] = []
        id_: int | None = start
        while id_ is not None and id_ not in done:
            done.add(id_)
            way.append(id_)
            id_ = items[id_]["parent_id"]
        if id_ in way:
            yield id_
