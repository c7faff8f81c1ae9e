"""The history as people read it: logged operations, what each changed, and what may be taken back next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from cchc_desktop.domain.changes import ChangeAction, EntityKind
from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.schedule.occurrence_words import occurrence_words

_ISO_LENGTH = len("2025-12-31")
"""Occurrences that say nothing to a person as they are stored (`milestones.ONCE`, `records.WHOLE_ITEM`)."""

UNDO = "undo"
REDO = "redo"
REVERT = "revert"
"""Kinds of operations that take another one back: the newest, the newest undo, one chosen from the history."""
RESTORE_DATABASE = "database.restore"
"""Kind of the note that a backup took the place of the data; it changes no row, and its undo is another restore."""

NAMED_BY: Mapping[EntityKind, str] = {
    EntityKind.PLAN: "title",
    EntityKind.SECTION: "title",
    EntityKind.ITEM: "content",
    EntityKind.INDICATOR: "text",
    EntityKind.AGENCY: "name",
    EntityKind.SETTING: "name",
    EntityKind.DOCUMENT: "abstract",
    EntityKind.RECORD: "occurrence",
    EntityKind.PERIOD_UPDATE: "period",
    EntityKind.EXTENSION: "occurrence",
    EntityKind.URGING: "urged_on",
    EntityKind.INDICATOR_VALUE: "period",
    EntityKind.REPORTING_PERIOD: "title",
    EntityKind.DAY_OFF: "name",
    EntityKind.SUPERIOR_FORM: "name",
    EntityKind.FORM_PERIOD: "period",
}
"""The field by which a row of each kind is called."""
TOLD_OF: Mapping[EntityKind, tuple[EntityKind, str]] = {
    EntityKind.RECORD: (EntityKind.ITEM, "item_id"),
    EntityKind.PERIOD_UPDATE: (EntityKind.ITEM, "item_id"),
    EntityKind.EXTENSION: (EntityKind.ITEM, "item_id"),
    EntityKind.URGING: (EntityKind.ITEM, "item_id"),
    EntityKind.INDICATOR_VALUE: (EntityKind.INDICATOR, "indicator_id"),
    EntityKind.FORM_PERIOD: (EntityKind.SUPERIOR_FORM, "form_id"),
}
"""What a kind of row tells of, and the field that names it: such a row is called after that."""


def told_name(owner: str, name: str) -> str:
    """Return what a row of TOLD_OF is called: what it tells of, and its own occurrence, period or day."""
    return " – ".join(part for part in (owner, _shown(name)) if part)


def _shown(name: str) -> str:
    try:
        return show_day(date.fromisoformat(name)) if len(name) == _ISO_LENGTH else occurrence_words(name)
    except ValueError:
        return occurrence_words(name)



UNDO_RESTORE = "database.restore.undo"
"""Kind of the note that what stood before a restore took its place again."""
RECOVER_DATABASE = "database.recover"
"""Kind of the note that a backup took the place of damaged data: there is nothing sound to go back to."""
CUT_LOG = "log.cut"
"""Kind of the note that old operations were forgotten; it may come by rule at a start, and changes no data."""
NOT_STACKED = frozenset({UNDO, UNDO_RESTORE, RECOVER_DATABASE, "bin.purge", CUT_LOG, "salvage"})
"""Kinds that are never the next to be undone: an undo itself, what was announced as final, and what mended a file."""


@dataclass(frozen=True, slots=True)
class LoggedOperation:
    """One operation of the change log; `changes` counts the rows it touched."""

    id: int
    title: str
    kind: str
    at: datetime
    who: str
    plan_id: int | None
    undoes: int | None
    changes: int
    undone: bool = False
    """A later operation has taken this one back, and was not taken back itself."""


@dataclass(frozen=True, slots=True)
class LoggedChange:
    """One row's change as logged: images of the changed fields, the whole row where it came or went."""

    kind: EntityKind
    entity_id: int
    action: ChangeAction
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change in plain words: which row, which field, what stood there and what stands there now.

    `field` is empty where the whole row came or went.
    """

    kind: EntityKind
    entity_id: int
    action: ChangeAction
    name: str
    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    """Which operations to list; days are Vietnam's, inclusive.

    `words` are looked for, folded, in titles, names and the texts that changed; all of them must be found.
    """

    plan_id: int | None = None
    words: str = ""
    who: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    row: tuple[EntityKind, int] | None = None
    """Only operations that touched this row."""
    kind: EntityKind | None = None
    """Only operations that touched rows of this kind."""


@dataclass(frozen=True, slots=True)
class NextSteps:
    """What Hoàn tác and Làm lại would do now; None where there is nothing."""

    undo: LoggedOperation | None = None
    redo: LoggedOperation | None = None


@dataclass(frozen=True, slots=True)
class LogSize:
    """How much room the log takes: operations, bytes of their text, and the day of the oldest one."""

    operations: int
    bytes: int
    oldest: date | None


@dataclass(frozen=True, slots=True)
class StackEntry:
    """What the two stacks of undo and redo need of an operation."""

    id: int
    kind: str
    undoes: int | None
    is_final: bool
    """Nothing of it can be taken back: it changed no row, or what it deleted was removed for good."""


def find_steps(
    newest_first: Iterable[StackEntry], older_than: int | None = None
) -> tuple[int | None, int | None]:
    """Return the ids of the operations that undo and redo would take back now; reads no further than it must.

    Undo takes the newest operation that no undo names; a redo stands for what it brought back. Redo takes the newest
    undo that no redo names, unless another operation came after it. What is final is passed over,
    and by undo what is not `older_than` an operation.
    """
    undo: int | None = None
    redo: int | None = None
    taken_back: set[int | None] = set()
    is_redo_open = True
    for entry in newest_first:
        if entry.kind == UNDO:
            if is_redo_open and redo is None and entry.id not in taken_back and not entry.is_final:
                redo = entry.id
        else:
            is_redo_open = is_redo_open and entry.kind in (REDO, CUT_LOG)
            is_candidate = entry.kind not in NOT_STACKED and not entry.is_final and entry.id not in taken_back
            if undo is None and is_candidate and (older_than is None or entry.id < older_than):
                undo = entry.id
        if entry.kind in (UNDO, REDO):
            taken_back.add(entry.undoes)
        if undo is not None and (redo is not None or not is_redo_open):
            break
    return undo, redo
