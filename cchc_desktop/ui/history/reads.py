"""What the screen Nhật ký reads from a workspace, on the database's thread: plain values for the widgets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cchc_desktop.clock import VIETNAM
from cchc_desktop.domain.bin import BinEntry
from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.history import HistoryFilter, LoggedOperation, LogSize
from cchc_desktop.services import bin as bin_service
from cchc_desktop.services import history, plans
from cchc_desktop.services.workspace import Workspace
from cchc_desktop.ui.history import words
from cchc_desktop.ui.history.paper import PrintedOperation

PAGE = 100
"""Operations read at a time."""
MOST_PRINTED = 500
_MOST_PLAN_STEPS = 1000
"""Operations on plans themselves that are looked through for plans that are no more."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the list, with the titles of the plans that it names."""

    operations: Sequence[LoggedOperation]
    plans: dict[int, str]
    is_last: bool


@dataclass(frozen=True, slots=True)
class PlanChoice:
    """A plan to filter by; `words` say where it was deleted."""

    id: int
    words: str


@dataclass(frozen=True, slots=True)
class Seen:
    """All that the screen shows at once."""

    part: Part
    people: Sequence[str]
    plans: Sequence[PlanChoice]
    size: LogSize
    bin: Sequence[BinEntry]


def read_seen(workspace: Workspace, wanted: HistoryFilter, limit: int) -> Seen:
    """Read everything."""
    binned = bin_service.entries(workspace)
    return Seen(
        read_part(workspace, wanted, limit),
        history.people(workspace),
        read_plans(workspace, binned),
        history.size(workspace),
        binned,
    )


def read_part(workspace: Workspace, wanted: HistoryFilter, limit: int, before_id: int | None = None) -> Part:
    """Read the operations that meet a filter, newest first."""
    operations = history.operations(workspace, wanted, limit, before_id)
    ids = sorted({operation.plan_id for operation in operations if operation.plan_id is not None})
    return Part(operations, workspace.history.names(EntityKind.PLAN, ids), len(operations) < limit)


def read_plans(workspace: Workspace, binned: Sequence[BinEntry]) -> list[PlanChoice]:
    """Return all plans of the log: those that stand, those in the bin, and those that are no more."""
    deleted = {entry.id for entry in binned if entry.kind is EntityKind.PLAN}
    standing = {plan.id: plan.title for plan in plans.list_plans(workspace)}
    told = history.operations(workspace, HistoryFilter(kind=EntityKind.PLAN), _MOST_PLAN_STEPS)
    newest = {operation.plan_id: operation for operation in reversed(told) if operation.plan_id is not None}
    others = sorted({*newest, *deleted} - standing.keys(), reverse=True)
    names = workspace.history.names(EntityKind.PLAN, others)
    found = [PlanChoice(id_, title) for id_, title in standing.items()]
    for id_ in others:
        found.append(PlanChoice(id_, _gone_words(names.get(id_, ""), id_ in deleted, newest.get(id_))))
    return found


def read_printed(workspace: Workspace, wanted: HistoryFilter) -> tuple[list[PrintedOperation], str]:
    """Read what goes on paper, and a note where that is not all."""
    part = read_part(workspace, wanted, MOST_PRINTED)
    rows = [
        PrintedOperation(operation, _plan_words(part, operation), history.details(workspace, operation.id))
        for operation in part.operations
    ]
    return rows, "" if part.is_last else _cut_words(len(rows))


def _plan_words(part: Part, operation: LoggedOperation) -> str:
    return "" if operation.plan_id is None else part.plans.get(operation.plan_id) or words.PURGED


def _gone_words(title: str, is_deleted: bool, newest: LoggedOperation | None) -> str:
    """Return how a plan that does not stand any more is called; a purged one has lost its title."""
    if title:
        return f"{title} (đã xóa)" if is_deleted else title
    return words.PURGED if newest is None else f"{words.PURGED} {show_day(newest.at.astimezone(VIETNAM).date())}"


def _cut_words(count: int) -> str:
    return f"Chỉ in {words.count_words(count)} thao tác mới nhất. Muốn in các thao tác cũ hơn, hãy lọc theo ngày."
