"""Use case of the year's close: what is left of a plan moves to the next one, linked to where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cchc_desktop.domain.changes import Changes
from cchc_desktop.domain.entities import UNSAVED
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.followup.status import CLOSED, RANK, MilestoneStatus
from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.services.copying import CopyChoices, copy_plan
from cchc_desktop.services.followup import FollowedPlan, followed_plan
from cchc_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """The new draft, and how many tasks directly under a section came along with all below them."""

    plan_id: int
    tasks: int
    changes: Changes


def carry_over(
    workspace: Workspace, plan_id: int, title: str, period: Period, *, confirmed: bool = False
) -> CarriedOver:
    """Copy what is not finished as of today into a new draft; each item names the one that it continues.

    InvalidInput for a superior's plan, or where nothing is left. CarryOverAsked, unless it is `confirmed`, where it
    was done before or both plans would run at one time.
    """
    followed = followed_plan(workspace, plan_id, workspace.clock.today())
    if followed.tree.plan.superior:
        raise InvalidInput(
            "Kế hoạch của cấp trên không chuyển tiếp được. Hãy lấy nhiệm vụ từ đó sang kế hoạch của mình."
        )
    left = unfinished(followed)
    if not left:
        raise InvalidInput("Mọi nhiệm vụ của kế hoạch này đã kết thúc nên không còn gì để chuyển tiếp.")
    new_id, changes = copy_plan(workspace, plan_id, CopyChoices(title, period, left, confirmed=confirmed))
    return CarriedOver(new_id, len(left), changes)


def unfinished(followed: FollowedPlan) -> frozenset[int]:
    """Return the tasks directly under a section of which something is neither completed nor dropped.

    What fell due before 'theo dõi từ ngày' and was never recorded is nobody's to carry over.
    """
    tree, statuses = followed.tree, followed.status.statuses
    tops = (item for section in tree.sections for item in tree.roots(section.id))
    return frozenset(
        top.id
        for top in tops
        if any(item.id in statuses and statuses[item.id].status not in CLOSED for item in _with_below(tree, top))
    )


def chain(workspace: Workspace, item_id: int) -> tuple[WorkItem, ...]:
    """Return a task with those that it continues, the oldest first (one that is gone for good ends the chain)."""
    found: list[WorkItem] = []
    trees = {row.id: workspace.queries.tree(row.id) for row in workspace.queries.plans()}
    items = {id_: item for tree in trees.values() for id_, item in tree.items.items()}
    step = items.get(item_id)
    while step is not None and step not in found:
        found.append(step)
        step = items.get(step.continues_id or UNSAVED)
    return tuple(reversed(found))


def standing(followed: FollowedPlan) -> Mapping[int, MilestoneStatus]:
    """Return how each row of a plan stands: its own status, else the most pressing one below it."""
    tree, statuses = followed.tree, followed.status.statuses
    found: dict[int, MilestoneStatus] = {}
    for item in tree.items.values():
        own = statuses.get(item.id)
        below = [statuses[one.id] for one in _with_below(tree, item) if one.id in statuses]
        shown = own or min(below, key=lambda one: RANK[one.status], default=None)
        if shown is not None:
            found[item.id] = shown.leading
    return found


def _with_below(tree: PlanTree, item: WorkItem) -> Iterator[WorkItem]:
    yield item
    for child in tree.children(item):
        yield from _with_below(tree, child)
