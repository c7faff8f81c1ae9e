"""What the use cases that record something look up: items, their milestones, what stands there already."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.errors import InvalidInput, NotFound
from cchc_desktop.domain.followup.ledger import Ledger, build_ledger
from cchc_desktop.domain.followup.milestones import ItemMilestones, Milestone, has_own_time, item_milestones
from cchc_desktop.domain.followup.rollups import FollowUpRules
from cchc_desktop.domain.items import ItemKind, WorkItem
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.ports import UnitOfWork
from cchc_desktop.domain.text.folding import nfc
from cchc_desktop.services.followup_rules import follow_up_rules
from cchc_desktop.services.titles import about
from cchc_desktop.services.workspace import Workspace

Moment = str | date | None
"""Which milestone is meant: its occurrence, its due date, or None for the only one that the item has."""
_SHOWN = 12


class MilestoneDesk:
    """Looks up items inside one unit of work before anything is written; what was recorded about them is read once."""

    def __init__(self, workspace: Workspace, unit: UnitOfWork, item_ids: Iterable[int]) -> None:
        self._workspace = workspace
        self._unit = unit
        self._plans: dict[int, Plan] = {}
        self._ledger: Ledger | None = None
        self._milestones: dict[int, ItemMilestones] = {}
        self._rules: FollowUpRules | None = None
        self._items = {item.id: item for item in unit.items.get_all(tuple(dict.fromkeys(item_ids)))}
        self.today = workspace.clock.today()

    @property
    def rules(self) -> FollowUpRules:
        """Return what the office has set."""
        if self._rules is None:
            self._rules = follow_up_rules(self._workspace)
        return self._rules

    def title(self, deed: str) -> str:
        """Return an operation's title: the deed with the one item that it is about, or their number."""
        items = tuple(self._items.values())
        return about(deed, items[0].content) if len(items) == 1 else f"{deed} {len(items)} nhiệm vụ"

    def item(self, item_id: int) -> WorkItem:
        """Return one of the named items."""
        return self._items[item_id]

    def plan(self, item_id: int) -> Plan:
        """Return the plan of an item; InvalidInput for a superior's, which others carry out."""
        plan_id = self._items[item_id].plan_id
        if plan_id not in self._plans:
            plan = self._unit.plans.get(plan_id)
            if plan.superior:
                raise InvalidInput("Kế hoạch của cấp trên chỉ để đối chiếu nên không ghi kết quả vào đó.")
            self._plans[plan_id] = plan
        return self._plans[plan_id]

    def is_followed(self, item_id: int) -> bool:
        """Tell whether results stand at an item itself, not at what is below it."""
        item = self.item(item_id)
        if has_own_time(item):
            return True
        return item.kind is not ItemKind.OBJECTIVE and not self._unit.items.siblings(item.section_id, item.id)

    def require_followed(self, item_id: int) -> None:
        """Raise InvalidInput for an item that only groups what is below it: results stand there."""
        if not self.is_followed(item_id):
            raise InvalidInput(
                f"{about('Dòng', self.item(item_id).content)} chỉ gồm các việc nằm dưới nó. "
                "Hãy ghi kết quả ở từng việc đó."
            )

    def ledger(self, item_id: int) -> Ledger:
        """Return what was recorded about an item, and about the others that are named, before this unit of work."""
        self.plan(item_id)
        if self._ledger is None:
            ids, unit = tuple(self._items), self._unit
            facts = unit.records.of_owners(ids), unit.extensions.of_owners(ids), unit.period_updates.of_owners(ids)
            self._ledger = build_ledger(*facts)
        return self._ledger

    def milestones(self, item_id: int) -> ItemMilestones:
        """Return an item's milestones as of today."""
        if item_id not in self._milestones:
            facts = self.plan(item_id), self.ledger(item_id)
            self._milestones[item_id] = item_milestones(self.item(item_id), *facts, self.today)
        return self._milestones[item_id]

    def milestone(self, item_id: int, moment: Moment) -> Milestone:
        """Return the milestone that is meant; InvalidInput, with those that there are, where it is not clear which."""
        found = self.milestones(item_id).milestones
        wanted = _meant(found, moment)
        if len(wanted) == 1:
            return wanted[0]
        raise InvalidInput(_which(self.item(item_id), found, moment))


def _meant(found: Sequence[Milestone], moment: Moment) -> Sequence[Milestone]:
    if moment is None:
        return found
    if isinstance(moment, date):  # the date that counts goes before the one that an extension moved
        return [one for one in found if one.due == moment] or [one for one in found if one.planned_due == moment]
    return [one for one in found if one.occurrence == moment]


def _which(item: WorkItem, found: Sequence[Milestone], moment: Moment) -> str:
    names = [f"{one.occurrence} (hạn {show_day(one.due)})" if one.due else one.occurrence for one in found]
    shown = ", ".join(names[:_SHOWN])
    more = f" và {len(names) - _SHOWN} mốc khác" if len(names) > _SHOWN else ""
    if moment is None:
        return f"Nhiệm vụ số {item.id} có nhiều mốc: {shown}{more}. Hãy cho biết mốc nào."
    if len(_meant(found, moment)) > 1 and isinstance(moment, date):
        return f"Nhiệm vụ số {item.id} có nhiều mốc cùng hạn {show_day(moment)}: {shown}{more}. Hãy cho biết mốc nào."
    what = f"có hạn {show_day(moment)}" if isinstance(moment, date) else f"“{moment}”"
    return f"Nhiệm vụ số {item.id} không có mốc {what}. Các mốc: {shown}{more}."


def require_agency(unit: UnitOfWork, agency_id: int | None) -> None:
    """Raise InvalidInput for an agency that does not exist (any more)."""
    if agency_id is None:
        return
    try:
        unit.agencies.get(agency_id)
    except NotFound as error:
        raise InvalidInput(f"Không có cơ quan số {agency_id}. Có thể cơ quan này đã được xóa hoặc gộp.") from error


def require_documents(unit: UnitOfWork, ids: Sequence[int]) -> None:
    """Raise NotFound for a document of evidence that the register does not hold (any more)."""
    if ids:  # most entries have none, and each look costs a statement
        unit.documents.get_all(tuple(dict.fromkeys(ids)))


def refuse_day_to_come(name: str, day: date | None, today: date) -> None:
    """Raise InvalidInput for a day of something that has happened which lies after today."""
    if day is not None and day > today:
        raise InvalidInput(f"{name} {show_day(day)} sau ngày hôm nay ({show_day(today)}). Kiểm tra lại ngày.")


def typed_words(text: str | None) -> str | None:
    """Return what was typed in a cell of words, NFC and trimmed; None where it is empty."""
    return nfc(text or "").strip() or None
