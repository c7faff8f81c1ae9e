"""What the inspector reads from the workspace on the database's thread: plain values for the widgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.history import ChangeLine, HistoryFilter, LoggedOperation
from cchc_desktop.services.workspace import Workspace

Reader = Callable[[Callable[[Workspace], Any], Callable[[Any], object]], object]
"""Calls a use case that only reads, and brings its answer: `PlanSession.read`."""

PAGE = 30
"""Operations shown of one item."""


@dataclass(frozen=True, slots=True)
class ItemOperation:
    """One operation that touched an item, and what it changed in that item."""

    operation: LoggedOperation
    lines: tuple[ChangeLine, ...]


@dataclass(frozen=True, slots=True)
class ItemHistory:
    """The newest operations on an item; `has_more` where older ones are not among them."""

    entries: tuple[ItemOperation, ...]
    has_more: bool = False


def read_item_history(workspace: Workspace, item_id: int) -> ItemHistory:
    """Return what happened to an item, the newest first."""
    from cchc_desktop.services import history
    from cchc_desktop.services.history_words import change_lines

    found = history.operations(workspace, HistoryFilter(row=(EntityKind.ITEM, item_id)), PAGE + 1)
    entries = []
    for operation in found[:PAGE]:
        changes = [
            change
            for change in workspace.history.changes(operation.id)
            if (change.kind, change.entity_id) == (EntityKind.ITEM, item_id)
        ]
        entries.append(ItemOperation(operation, tuple(change_lines(workspace.history, changes))))
    return ItemHistory(tuple(entries), len(found) > PAGE)


def read_names(workspace: Workspace, item_ids: Sequence[int]) -> dict[int, str]:
    """Return what items are called, also those of other plans."""
    return workspace.history.names(EntityKind.ITEM, item_ids)
