"""What is asked before tasks are carried over: where they went before, and whether both plans run at one time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.days import VIETNAM, show_day
from cchc_desktop.domain.errors import CarryOverAsked
from cchc_desktop.domain.history import HistoryFilter
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.services.workspace import Workspace

COPY = "plan.copy"
"""The kind of the operation that makes a plan of another one."""
_WHOLE_LOG = 1_000_000


def ask_before_carrying(workspace: Workspace, source: PlanTree, period: Period) -> None:
    """Raise CarryOverAsked where a plan was carried over before, or a plan of this period would run beside it."""
    sentences = [*_earlier(workspace, source), *_overlap(source.plan, period)]
    if sentences:
        raise CarryOverAsked(" ".join(sentences))


def _earlier(workspace: Workspace, source: PlanTree) -> Iterator[str]:
    """Yield a sentence for each plan that goes on with tasks of this one."""
    for summary in workspace.queries.plans():
        if summary.id == source.plan.id or summary.superior:
            continue
        items = workspace.queries.tree(summary.id).items.values()
        count = sum(item.parent_id is None and item.continues_id in source.items for item in items)
        if count:
            when = _made_on(workspace, summary.id)
            on = f" ngày {show_day(when)}" if when else ""
            yield (
                f"Kế hoạch này đã được chuyển tiếp{on} sang “{summary.title}” ({count} nhiệm vụ); chuyển lần nữa thì "
                "một nhiệm vụ cũ có hai nhiệm vụ tiếp tục."
            )


def _made_on(workspace: Workspace, plan_id: int) -> date | None:
    """Return the day on which a plan was made of another one, None where the log does not go back so far."""
    found = workspace.history.operations(HistoryFilter(row=(EntityKind.PLAN, plan_id)), _WHOLE_LOG)
    made = [operation for operation in found if operation.kind == COPY]
    return made[-1].at.astimezone(VIETNAM).date() if made else None


def _overlap(plan: Plan, period: Period) -> Iterator[str]:
    both = plan.period.clamp(period.start, period.end)
    if both is not None:
        yield (
            f"Hai kế hoạch cùng chạy từ {show_day(both.start)} đến {show_day(both.end)}: trong thời gian đó nhiệm vụ "
            "chuyển tiếp được theo dõi ở cả hai nơi."
        )
