"""Use cases between plans: which tasks of the parent's and the superior's plan are carried out here, and the links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cchc_desktop.domain.changes import Changes, Operation
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.followup.ledger import Ledger
from cchc_desktop.domain.followup.milestones import Milestone, followed_items, item_milestones
from cchc_desktop.domain.items import ItemKind, WorkItem
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import Plan, PlanSummary
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.domain.ports import UnitOfWork
from cchc_desktop.domain.task_likeness import Like, TaskLikeness
from cchc_desktop.services.plans import open_plan
from cchc_desktop.services.titles import about
from cchc_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class CoveredTask:
    """A task of a plan that ours carries out; `carriers` are the tasks here that name it or something below it.

    `is_due` is False where nothing of it falls into our period: its stages lie elsewhere, or it was completed before.
    """

    item: WorkItem
    section: str
    carriers: tuple[WorkItem, ...]
    is_due: bool

    @property
    def is_missing(self) -> bool:
        """Tell whether the task should be carried out here and is not."""
        return self.is_due and not self.carriers


@dataclass(frozen=True, slots=True)
class SourceCoverage:
    """The tasks of one plan that ours carries out, in its order."""

    plan: Plan
    is_parent: bool
    tasks: tuple[CoveredTask, ...]

    @property
    def missing(self) -> tuple[CoveredTask, ...]:
        """Return the tasks that should be carried out here and are not."""
        return tuple(task for task in self.tasks if task.is_missing)


@dataclass(frozen=True, slots=True)
class Coverage:
    """A plan beside its parent plan and the superior plans of its time, read at one moment."""

    tree: PlanTree
    sources: tuple[SourceCoverage, ...]

    @property
    def plan(self) -> Plan:
        """Return the plan that is compared."""
        return self.tree.plan

    def likeness(self) -> TaskLikeness[int]:
        """Return what suggests links: the tasks here that carry out no other plan's task yet, by their words."""
        return TaskLikeness((item.id, item.content) for item in units(self.tree) if item.carries_out_id is None)


def coverage(workspace: Workspace, plan_id: int) -> Coverage:
    """Return which tasks of its parent plan and of the superior plans of its time a plan carries out; NotFound."""
    tree = open_plan(workspace, plan_id)
    carriers = _carriers(tree)
    found = []
    for summary in _sources(workspace, tree.plan):
        source = open_plan(workspace, summary.id)
        ledger = Ledger() if source.plan.superior else workspace.queries.ledger(summary.id)
        tasks = tuple(_covered(source, ledger, carriers, tree.plan.period))
        found.append(SourceCoverage(source.plan, summary.id == tree.plan.parent_plan_id, tasks))
    return Coverage(tree, tuple(found))


def suggestions(likeness: TaskLikeness[int], task: CoveredTask) -> Sequence[Like[int]]:
    """Return the tasks here that are probably meant by a task of another plan; none is ever linked by itself."""
    return likeness.like(task.item.content)


def units(tree: PlanTree) -> Iterator[WorkItem]:
    """Yield the tasks that are compared: directly under a section, or under the objectives that group them."""
    for section in tree.sections:
        yield from _units_of(tree, tree.roots(section.id))


def link_items(workspace: Workspace, item_ids: Sequence[int], target_id: int | None) -> Changes:
    """Let tasks carry out a task of another plan, or no task any more (None), as one operation.

    InvalidInput for a task of the same plan, and where the link would lead in a circle. A link is not printed:
    an issued plan needs no document for it.
    """
    deed = "Nối với nhiệm vụ của kế hoạch khác" if target_id is not None else "Bỏ nối với nhiệm vụ của kế hoạch khác"
    with workspace.units(Operation("item.link", deed)) as unit:
        items = unit.items.get_all(tuple(dict.fromkeys(item_ids)))
        if target_id is not None:
            _require_other_plan(unit, items, target_id)
        unit.items.update_all([replace(item, carries_out_id=target_id) for item in items])
        unit.describe(about(deed, items[0].content) if len(items) == 1 else deed)
        return unit.commit()


def _require_other_plan(unit: UnitOfWork, items: Sequence[WorkItem], target_id: int) -> None:
    linked = {item.id for item in items}
    target = unit.items.get(target_id)
    if any(item.plan_id == target.plan_id for item in items):
        raise InvalidInput("Hai nhiệm vụ thuộc cùng một kế hoạch. Hãy chọn nhiệm vụ của kế hoạch khác.")
    seen: set[int] = set()
    step: WorkItem | None = target
    while step is not None and step.id not in seen:
        if step.id in linked:
            raise InvalidInput("Nhiệm vụ được chọn lại thực hiện chính nhiệm vụ này nên không nối được.")
        seen.add(step.id)
        above = unit.items.get_all([step.carries_out_id]) if step.carries_out_id is not None else ()
        step = above[0] if above else None


# --- reading


def _sources(workspace: Workspace, plan: Plan) -> list[PlanSummary]:
    """Return the parent plan, then the superior plans whose period meets the plan's."""
    others = [row for row in workspace.queries.plans() if row.id != plan.id]
    parent = [row for row in others if row.id == plan.parent_plan_id]
    superiors = [row for row in others if row.superior and row.id != plan.parent_plan_id]
    return parent + [row for row in superiors if _meets(row.period, plan.period)]


def _meets(one: Period, other: Period) -> bool:
    return one.clamp(other.start, other.end) is not None


def _carriers(tree: PlanTree) -> Mapping[int, tuple[WorkItem, ...]]:
    """Return the tasks of a plan by the task of another one that they carry out, in the plan's order."""
    found: dict[int, list[WorkItem]] = {}
    for section in tree.sections:
        for item, _ in tree.walk(section.id):
            if item.carries_out_id is not None:
                found.setdefault(item.carries_out_id, []).append(item)
    return {target: tuple(items) for target, items in found.items()}


def _covered(
    source: PlanTree, ledger: Ledger, carriers: Mapping[int, tuple[WorkItem, ...]], period: Period
) -> Iterator[CoveredTask]:
    followed = {item.id for item in followed_items(source)}
    for section in source.sections:
        for unit in _units_of(source, source.roots(section.id)):
            below = tuple(_with_below(source, unit))
            here = tuple(carrier for one in below for carrier in carriers.get(one.id, ()))
            is_due = any(_is_due(one, source.plan, ledger, period) for one in below if one.id in followed)
            yield CoveredTask(unit, section.title, _tops(here), is_due)


def _units_of(tree: PlanTree, items: Sequence[WorkItem]) -> Iterator[WorkItem]:
    for item in items:
        children = tree.children(item)
        if item.kind is ItemKind.OBJECTIVE and children:
            yield from _units_of(tree, children)
        else:
            yield item


def _with_below(tree: PlanTree, item: WorkItem) -> Iterator[WorkItem]:
    yield item
    for child in tree.children(item):
        yield from _with_below(tree, child)


def _tops(items: tuple[WorkItem, ...]) -> tuple[WorkItem, ...]:
    """Return the carriers without those that stand below another one of them."""
    ids = {item.id for item in items}
    return tuple(item for item in items if item.parent_id not in ids)


def _is_due(item: WorkItem, plan: Plan, ledger: Ledger, period: Period) -> bool:
    milestones = item_milestones(item, plan, ledger, period.start).milestones
    return any(_falls_into(one, period) and one.is_open_on(period.start) for one in milestones)


def _falls_into(milestone: Milestone, period: Period) -> bool:
    """Tell whether a milestone's window meets a period; without a date it may always."""
    if milestone.due is None:
        return True
    start = min(milestone.start or milestone.due, milestone.due)
    return _meets(Period(start, milestone.due), period)
