"""Use case of the year's close: what is left of a plan moves to the next one, linked to where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cchc_desktop.domain.changes import Changes
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.domain.status import CLOSED
from cchc_desktop.services.copying import CopyChoices, copy_plan
from cchc_desktop.services.followup import FollowedPlan, followed_plan
from cchc_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """The new draft, and how many tasks directly under a section came along with all below them."""

    plan_id: int
    tasks: int
    changes: Changes


def carry_over(workspace: Workspace, plan_id: int, title: str, period: Period) -> CarriedOver:
    """Copy what is not finished as of today into a new draft; each item names the one that it continues.

    InvalidInput for a superior's plan, or where nothing is left.
    """
    followed = followed_plan(workspace, plan_id, workspace.clock.today())
    if followed.tree.plan.superior:
        raise InvalidInput(
            "Kế hoạch của cấp trên không chuyển tiếp được. Hãy lấy nhiệm vụ từ đó sang kế hoạch của mình."
        )
    left = unfinished(followed)
    if not left:
        raise InvalidInput("Mọi nhiệm vụ của kế hoạch này đã kết thúc nên không còn gì để chuyển tiếp.")
    new_id, changes = copy_plan(workspace, plan_id, CopyChoices(title, period, carried=left))
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


def _with_below(tree: PlanTree, item: WorkItem) -> Iterator[WorkItem]:
    yield item
    for child in tree.children(item):
        yield from _with_below(tree, child)
