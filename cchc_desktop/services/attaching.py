"""Use case: attach documents of the register to a task, one of its milestones or updates, an indicator or its value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cchc_desktop.domain.changes import Changes, EntityKind, Operation
from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.evidence.files import document_label
from cchc_desktop.domain.followup.milestones import ItemMilestones, Milestone, MilestoneKind
from cchc_desktop.domain.followup.records import PeriodUpdate
from cchc_desktop.domain.followup.reporting import find_period
from cchc_desktop.domain.followup.rollups import FollowUpRules
from cchc_desktop.domain.indicators.values import IndicatorValue
from cchc_desktop.domain.items import WorkItem, bare_number
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.schedule.occurrence_words import occurrence_words
from cchc_desktop.services import evidence
from cchc_desktop.services.followup import FollowedPlan, FollowPicture
from cchc_desktop.services.milestone_desk import MilestoneDesk
from cchc_desktop.services.recording import RecordBook
from cchc_desktop.services.titles import about
from cchc_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class AttachPlace:
    """What a document can be attached to: the row `id` of a kind, in its plan's number and words.

    `moment` names a milestone or a period as people read it, '' for the whole task or indicator. `occurrence` is that
    of a milestone without a result: `id` is its task then, and attaching gives it a row that says nothing but this.
    """

    kind: EntityKind
    id: int
    plan_id: int
    plan_title: str
    number: str
    words: str
    moment: str = ""
    occurrence: str | None = None


def task_places(picture: FollowPicture, first: int | None = None) -> tuple[AttachPlace, ...]:
    """Return every task of the plans at hand, each with its milestones and updates on record and the next one.

    The plan `first` comes first.
    """
    return tuple(
        place
        for plan in _ordered(picture, first)
        for one in plan.status.items
        for place in _of_task(plan, one, picture)
    )


def indicator_places(workspace: Workspace, picture: FollowPicture, first: int | None = None) -> tuple[AttachPlace, ...]:
    """Return every indicator of the plans at hand, each with its values; the plan `first` comes first."""
    plans = [plan.tree.plan for plan in _ordered(picture, first)]
    return tuple(place for plan in plans for place in _of_indicators(workspace, plan, picture.rules))


def attach_to(workspace: Workspace, place: AttachPlace, document_ids: Sequence[int]) -> Changes:
    """Attach documents as one operation; NotFound for a place that is no more, nothing changes where they are there."""
    if place.occurrence is None:
        return evidence.attach(workspace, [(place.kind, place.id)], document_ids)
    with workspace.units(Operation("document.attach", "Gắn tài liệu")) as unit:
        documents = unit.documents.get_all(document_ids)
        desk = MilestoneDesk(workspace, unit, (place.id,))
        record = desk.milestone(place.id, place.occurrence).record
        proofs = tuple(dict.fromkeys((*(record.evidence if record else ()), *document_ids)))
        book = RecordBook(unit, desk)
        book.enter(place.id, place.occurrence, {"evidence": proofs})
        book.store()
        unit.describe(about("Gắn tài liệu", "; ".join(map(document_label, documents))))
        return unit.commit()


def _ordered(picture: FollowPicture, first: int | None) -> list[FollowedPlan]:
    return sorted(picture.plans.values(), key=lambda plan: plan.tree.plan.id != first)


def _of_task(plan: FollowedPlan, one: ItemMilestones, picture: FollowPicture) -> Iterator[AttachPlace]:
    item, following = one.item, next(filter(_can_begin, one.milestones), None)
    yield _of_item(plan.tree.plan, item, EntityKind.ITEM, item.id)
    for milestone in one.milestones:
        if milestone.record is not None:
            yield _of_item(plan.tree.plan, item, EntityKind.RECORD, milestone.record.id, _name(milestone))
        elif milestone is following:
            yield _of_item(plan.tree.plan, item, EntityKind.ITEM, item.id, _name(milestone), milestone.occurrence)
    for update in plan.ledger.updates.get(item.id, ()):
        words = f"Cập nhật {_period_name(update, picture.rules)}"
        yield _of_item(plan.tree.plan, item, EntityKind.PERIOD_UPDATE, update.id, words)


def _can_begin(milestone: Milestone) -> bool:
    """Tell whether a milestone without a result may get a row; one before 'theo dõi từ ngày' would press by it."""
    return milestone.record is None and milestone.is_tracked and milestone.kind is not MilestoneKind.STANDING


def _of_item(
    plan: Plan, item: WorkItem, kind: EntityKind, id_: int, moment: str = "", occurrence: str | None = None
) -> AttachPlace:
    number = bare_number(item.ordinal or item.number or item.label) or ""
    return AttachPlace(kind, id_, plan.id, plan.title, number, item.content, moment, occurrence)


def _name(milestone: Milestone) -> str:
    """Return 'Mốc 09/09/2025, Quý III/2025'."""
    parts = (show_day(milestone.due) if milestone.due else "", occurrence_words(milestone.occurrence))
    return f"Mốc {', '.join(filter(None, parts))}" if any(parts) else "Kết quả"


def _period_name(row: PeriodUpdate | IndicatorValue, rules: FollowUpRules) -> str:
    found = find_period(row.period, rules.periods, rules.special)
    return found.title if found else occurrence_words(row.period)


def _of_indicators(workspace: Workspace, plan: Plan, rules: FollowUpRules) -> Iterator[AttachPlace]:
    values = workspace.queries.indicator_values(plan.id)
    for row in workspace.queries.indicators(plan.id).indicators:
        about_it = plan.id, plan.title, row.number or "", row.text
        yield AttachPlace(EntityKind.INDICATOR, row.id, *about_it)
        for value in values.get(row.id, ()):
            words = f"Giá trị {_period_name(value, rules)}"
            yield AttachPlace(EntityKind.INDICATOR_VALUE, value.id, *about_it, words)
