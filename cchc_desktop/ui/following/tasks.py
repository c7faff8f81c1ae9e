"""One task with everything that a dialog about it asks for, taken from one picture of the follow-up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.followup.milestones import STANDING, ItemMilestones
from cchc_desktop.domain.followup.records import PeriodUpdate, Progress, Record
from cchc_desktop.domain.followup.reporting import ReportingPeriod, find_period, plan_periods
from cchc_desktop.domain.followup.rollups import FollowUpRules
from cchc_desktop.domain.followup.status import CLOSED, RANK, ItemStatus, MilestoneStatus, Status
from cchc_desktop.domain.followup.unclear_results import unclear_of
from cchc_desktop.domain.followup.updates import answering_agencies
from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.schedule.occurrence_words import occurrence_words
from cchc_desktop.services.followup import FollowedPlan, FollowPicture, lead_names
from cchc_desktop.services.locked_periods import PeriodLock
from cchc_desktop.services.urging_words import UrgedTask, short_name
from cchc_desktop.ui.following.standing_words import standing_words
from cchc_desktop.ui.words import Words
from cchc_desktop.ui.workbench.columns import display_number

if TYPE_CHECKING:
    from cchc_desktop.ui.following.recording import MilestoneRef

_words = Words("FollowedTasks")


@dataclass(frozen=True, slots=True)
class FollowedTask:
    """A task of a plan as of a day; `occurrence` is the milestone that was asked for, None for the most pressing."""

    plan: Plan
    item: WorkItem
    found: ItemMilestones
    status: ItemStatus
    updates: tuple[PeriodUpdate, ...]
    rules: FollowUpRules
    agencies: Mapping[int, str]
    as_of: date
    period: ReportingPeriod | None
    """The reporting period at hand."""
    occurrence: str | None = None
    locks: tuple[PeriodLock, ...] = ()
    """The reporting periods whose figures are closed."""

    def heading(self) -> str:
        """Return what stands above the task's content: its number and who leads it."""
        number = display_number(self.item)
        parts = (_words("TT {}").format(number) if number else "", self.lead())
        return " · ".join(filter(None, parts))

    def lead(self) -> str:
        """Return the names of the offices that lead it."""
        return "; ".join(lead_names(self.item, self.agencies)) or self.item.lead_words or ""

    def agency(self, agency_id: int) -> str:
        """Return the name of an agency."""
        return self.agencies.get(agency_id, _words("Cơ quan số {}").format(agency_id))

    def answering(self) -> tuple[int, ...]:
        """Return who may answer apart: the members of a group, several leads, and whoever did; empty for one lead."""
        asked = [id_ for id_ in answering_agencies(self.item, self.rules.members) if id_ is not None]
        led = {link.agency_id for link in self.item.lead}
        answered = [answer.agency_id for one in self.found.milestones for answer in one.answers]
        spoken = [id_ for id_ in (*answered, *(row.agency_id for row in self.updates)) if id_ is not None]
        ids = tuple(dict.fromkeys((*asked, *spoken)))
        return ids if len(ids) > 1 or spoken or not led.issuperset(ids) else ()

    def milestones(self) -> tuple[MilestoneStatus, ...]:
        """Return the milestones that can be completed, by date."""
        return tuple(one for one in self.status.milestones if one.milestone.occurrence != STANDING)

    def is_standing(self) -> bool:
        """Tell whether a part of the task is never completed."""
        return self.found.milestone(STANDING) is not None

    def chosen(self) -> MilestoneStatus:
        """Return the milestone that was asked for, else the most pressing open one, else the last one."""
        named = next((one for one in self.status.milestones if one.milestone.occurrence == self.occurrence), None)
        return named or self.pressing() or self.status.milestones[-1]

    def pressing(self) -> MilestoneStatus | None:
        """Return the open milestone that presses most, None where nothing is open."""
        is_open = (one for one in self.status.milestones if one.status not in CLOSED)
        return min(is_open, key=lambda one: (RANK[one.status], one.milestone.due or date.max), default=None)

    def is_open(self) -> bool:
        """Tell whether anything of it is neither completed nor dropped."""
        return self.pressing() is not None

    def wants_result(self) -> bool:
        """Tell whether something is still to be recorded: it is open, or the named milestone's result is unclear."""
        return self.is_open() or (self.occurrence is not None and unclear_of(self.chosen()) is not None)

    def urged(self) -> UrgedTask:
        """Return what those who lead it are urged about: the milestone that was asked for while it is open."""
        chosen = self.chosen()
        found = chosen if chosen.status not in CLOSED else self.pressing() or chosen
        done = {row.agency_id for row in found.milestone.answers if row.progress is Progress.DONE}
        asked = [id_ for id_ in answering_agencies(self.item, self.rules.members) if id_ is not None]
        offices = [(id_, self.agency(id_)) for id_ in asked if id_ not in done or done.issuperset(asked)]
        period = self.period_at_hand() if found.status is Status.UPDATE_DUE else None
        unknown = ((None, self.item.lead_words or ""),)
        plan = short_name(self.plan)
        return UrgedTask(plan, self.item.id, self.item.content, found, tuple(offices) or unknown, period)

    def periods(self) -> tuple[ReportingPeriod, ...]:
        """Return the regular periods of the plan up to the one at hand and those out of turn, in their order."""
        regular = plan_periods(self.plan.period, self.rules.periods, self.rules.special)
        reached = regular[: regular.index(self.period) + 1] if self.period else ()
        return tuple(sorted((*reached, *self._out_of_turn()), key=lambda period: period.window.end))

    def _out_of_turn(self) -> Iterator[ReportingPeriod]:
        """Yield the reports that no rule gives (đột xuất) while they are open, and those that were answered."""
        closed = {lock.period.key for lock in self.locks} - {row.period for row in self.updates}
        for period in self.rules.special:
            days = period.window
            runs = days.start <= min(self.as_of, self.plan.period.end) and self.plan.period.start <= days.end
            if runs and period.key not in closed and find_period(period.key, self.rules.periods) is None:
                yield period

    def period_at_hand(self) -> ReportingPeriod | None:
        """Return the period that is being reported on."""
        return self.period

    def update(self, period: str, agency_id: int | None) -> PeriodUpdate | None:
        """Return what was said for a period."""
        return next((row for row in self.updates if (row.period, row.agency_id) == (period, agency_id)), None)


def answer_of(found: MilestoneStatus, agency_id: int | None) -> Record | None:
    """Return the common result of a milestone, or what one agency answered."""
    if agency_id is None:
        return found.milestone.record
    return next((row for row in found.milestone.answers if row.agency_id == agency_id), None)


def milestone_words(found: MilestoneStatus) -> str:
    """Return a milestone with its date, name and status: '09/12/2025 · Quý IV/2025 (còn 7 ngày)'."""
    milestone = found.milestone
    name = occurrence_words(milestone.occurrence)
    parts = [show_day(milestone.due) if milestone.due else "", name]
    told, status = " · ".join(filter(None, parts)), standing_words(found)
    return f"{told} ({status[:1].lower()}{status[1:]})" if told else status


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that was chosen and cannot be followed up, with the reason."""

    content: str
    reason: str


def find_tasks(picture: FollowPicture, refs: Sequence[MilestoneRef]) -> tuple[list[FollowedTask], list[Refused]]:
    """Return the tasks that are meant, in their order, and those that nothing can be recorded about."""
    found: list[FollowedTask] = []
    refused: list[Refused] = []
    wanted = {ref.plan_id for ref in refs}
    milestones = {id_: _by_item(plan) for id_, plan in picture.plans.items() if id_ in wanted}
    for ref in refs:
        plan = picture.plans.get(ref.plan_id)
        if plan is None or ref.item_id not in plan.tree.items:
            continue  # deleted meanwhile
        item = plan.tree.items[ref.item_id]
        if ref.item_id in plan.status.statuses:
            found.append(_task(picture, plan, milestones[ref.plan_id][ref.item_id], ref.occurrence))
        else:
            refused.append(Refused(item.content, _reason(plan)))
    return found, refused


def tasks_of(picture: FollowPicture, plan_id: int) -> Iterator[FollowedTask]:
    """Yield every followed task of a plan."""
    plan = picture.plans[plan_id]
    return (_task(picture, plan, one, None) for one in plan.status.items)


def _by_item(plan: FollowedPlan) -> dict[int, ItemMilestones]:
    return {one.item.id: one for one in plan.status.items}


def _task(picture: FollowPicture, plan: FollowedPlan, found: ItemMilestones, occurrence: str | None) -> FollowedTask:
    id_ = found.item.id
    return FollowedTask(
        plan=plan.tree.plan,
        item=found.item,
        found=found,
        status=plan.status.statuses[id_],
        updates=plan.ledger.updates.get(id_, ()),
        rules=picture.rules,
        agencies=picture.agencies,
        as_of=picture.as_of,
        period=plan.status.period,
        occurrence=occurrence,
    )


def _reason(plan: FollowedPlan) -> str:
    if plan.tree.plan.superior:
        return _words("Kế hoạch của cấp trên chỉ để đối chiếu nên không ghi kết quả vào đó.")
    return _words("Dòng này chỉ gồm các việc nằm dưới nó. Hãy ghi kết quả ở từng việc đó.")
