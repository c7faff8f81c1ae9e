"""Results of an annual plan offered to the tasks of the plan that it carries out: a person accepts or refuses each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from cchc_desktop.domain.changes import Changes, Operation
from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.errors import NotFound
from cchc_desktop.domain.followup.ledger import Ledger
from cchc_desktop.domain.followup.milestones import Milestone, MilestoneKind, followed_items, item_milestones
from cchc_desktop.domain.followup.records import Progress, Record
from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.services.plans import open_plan
from cchc_desktop.services.recording import Recorded, RecordValues, record
from cchc_desktop.services.titles import about
from cchc_desktop.services.workspace import Workspace

REFUSED = "plan_links.refused"
"""Name of the setting with the keys of refused offers: {"keys": [...]}."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A result that could be taken along: from which task, to which milestone of which task, and what it would say.

    `key` names the result and the task for ever; it holds no words. `record_id` is the result's own.
    """

    key: str
    record_id: int
    source: WorkItem
    target: WorkItem
    plan: Plan
    milestone: Milestone
    values: RecordValues


@dataclass(frozen=True, slots=True)
class _Target:
    """A task of the plan that is carried out, with what was recorded about it."""

    tree: PlanTree
    ledger: Ledger
    item: WorkItem


def offers(workspace: Workspace, plan_id: int, record_ids: Collection[int] | None = None) -> tuple[Offer, ...]:
    """Return what completed results of a plan (None: all of them) can be taken along to the tasks they carry out.

    What was refused, what stands there already and what concerns a superior's plan is not offered.
    """
    tree, ledger = open_plan(workspace, plan_id), workspace.queries.ledger(plan_id)
    refused = _keys(workspace.history.setting(REFUSED, {}))
    targets = _targets(workspace, tree)
    found = (
        _offer(tree, ledger, one, targets[carried])
        for item in tree.items.values()
        if (carried := item.carries_out_id) in targets and carried is not None
        for one in ledger.records.get(item.id, ())
        if one.is_common and one.progress is Progress.DONE and (record_ids is None or one.id in record_ids)
    )
    return tuple(offer for offer in found if offer is not None and offer.key not in refused)


def accept(workspace: Workspace, accepted: Sequence[Offer]) -> Recorded:
    """Record the offered results with the other tasks, as one operation."""
    entries: dict[tuple[int, str], RecordValues] = {}
    for offer in accepted:
        key = (offer.target.id, offer.milestone.occurrence)
        entries[key] = _merged(entries[key], offer.values) if key in entries else offer.values
    return record(workspace, [(item_id, occurrence, values) for (item_id, occurrence), values in entries.items()])


def _merged(one: RecordValues, other: RecordValues) -> RecordValues:
    """Return two results of one milestone as one: it is completed where either completes it."""
    furthest = one if one.get("progress") is Progress.DONE else other
    merged: RecordValues = {**one, **other, **furthest}
    merged["result"] = _joined(one.get("result"), other.get("result") or "")
    merged["evidence"] = tuple(dict.fromkeys((*one.get("evidence", ()), *other.get("evidence", ()))))
    if one.get("product") and other.get("product"):
        merged["product"] = _joined(one.get("product"), other.get("product") or "")
    return merged


def refuse(workspace: Workspace, refused: Sequence[Offer]) -> Changes:
    """Never offer these results to those tasks again, unless the refusal is taken back."""
    deed = "Không ghi kết quả vào nhiệm vụ"
    with workspace.units(Operation("offer.refuse", deed)) as unit:
        keys = _keys(unit.settings.value(REFUSED, {})) | {offer.key for offer in refused}
        unit.settings.put(REFUSED, {"keys": sorted(keys)})
        unit.describe(about(deed, refused[0].target.content) if len(refused) == 1 else f"{deed} của kế hoạch khác")
        return unit.commit()


def _keys(stored: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(stored.get("keys") or ())


def _targets(workspace: Workspace, tree: PlanTree) -> dict[int, _Target]:
    """Return the tasks that those of a plan carry out, in plans of ours; tasks that only group others are left out."""
    wanted = {item.carries_out_id for item in tree.items.values()} - {None}
    if not wanted:
        return {}
    found: dict[int, _Target] = {}
    for summary in workspace.queries.plans():
        if not summary.superior and summary.id != tree.plan.id:
            found.update(_targets_in(workspace, summary.id, wanted))
    return found


def _targets_in(workspace: Workspace, plan_id: int, wanted: Collection[int | None]) -> Iterator[tuple[int, _Target]]:
    try:
        source = open_plan(workspace, plan_id)
    except NotFound:  # deleted meanwhile
        return
    items = [item for item in followed_items(source) if item.id in wanted]
    if items:
        ledger = workspace.queries.ledger(plan_id)
        yield from ((item.id, _Target(source, ledger, item)) for item in items)


def _offer(tree: PlanTree, ledger: Ledger, result: Record, target: _Target) -> Offer | None:
    milestone = _fitting(target, result)
    if milestone is None:
        return None
    source = tree.items[result.item_id]
    is_whole = _is_whole(tree, ledger, source) or milestone.occurrence == result.occurrence
    is_done = milestone.due is not None and milestone.due <= tree.plan.period.end and is_whole
    values = _values(source, result, milestone, is_done=is_done)
    if _stands_there(values, result, milestone, target):
        return None
    key = f"{result.uid}:{target.item.uid}"
    return Offer(key, result.id, source, target.item, target.tree.plan, milestone, values)


def _fitting(target: _Target, result: Record) -> Milestone | None:
    """Return the milestone that a result belongs to: of the same key, else the shortest in which its day lies."""
    on = result.done_on or result.due_seen
    milestones = item_milestones(target.item, target.tree.plan, target.ledger, on or date.max).milestones
    same = [one for one in milestones if one.occurrence == result.occurrence and _is_dated_key(one)]
    around = [one for one in milestones if _holds(one, on)]
    return next(iter(same), None) or min(around, key=_length, default=None)


def _is_dated_key(milestone: Milestone) -> bool:
    return milestone.occurrence[:1].isdigit()  # 'once' of another plan says nothing


def _holds(milestone: Milestone, day: date | None) -> bool:
    if milestone.due is None or day is None:
        return True
    return (milestone.start or milestone.due) <= day <= milestone.due


def _length(milestone: Milestone) -> int:
    if milestone.due is None:
        return date.max.toordinal()
    return milestone.due.toordinal() - (milestone.start or milestone.due).toordinal()


def _is_whole(tree: PlanTree, ledger: Ledger, item: WorkItem) -> bool:
    """Tell whether nothing of a task is left to do."""
    milestones = item_milestones(item, tree.plan, ledger, date.max).milestones
    return not any(one.is_open_on(date.max) for one in milestones)


def _values(source: WorkItem, result: Record, milestone: Milestone, *, is_done: bool) -> RecordValues:
    """Return what would be recorded: what stands there stays, the new words come behind it."""
    there = milestone.record
    words = _joined(there.result if there else None, _words(source, result))
    evidence = tuple(dict.fromkeys((*(there.evidence if there else ()), *result.evidence)))
    values: RecordValues = {"result": words, "evidence": evidence}
    if result.product:
        values["product"] = _joined(there.product if there else None, result.product)
    if is_done:
        values |= {"progress": Progress.DONE, "done_on": result.done_on}
    elif there is None or there.progress is Progress.NOT_STARTED:
        values["progress"] = Progress.IN_PROGRESS
    return values


def _words(source: WorkItem, result: Record) -> str:
    if result.result:
        return result.result
    day = f" ngày {show_day(result.done_on)}" if result.done_on else ""
    return f"Đã hoàn thành{day}: {source.content}"


def _joined(before: str | None, words: str) -> str:
    if not before or before in words:
        return words
    return before if words in before else f"{before}\n{words}"


def _stands_there(values: RecordValues, result: Record, milestone: Milestone, target: _Target) -> bool:
    """Tell whether accepting would change nothing; what a standing task is told stands in its updates."""
    if milestone.kind is MilestoneKind.STANDING:
        told = target.ledger.updates.get(target.item.id, ())
        return any((values["result"] or "") in update.words for update in told)
    there = milestone.record
    if there is None:
        return False
    if there.progress is Progress.DROPPED:
        return True
    is_further = values.get("progress", there.progress) is not there.progress
    return not is_further and values["result"] == there.result and set(result.evidence) <= set(there.evidence)
