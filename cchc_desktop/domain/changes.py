"""What a write did: named operations, and the rows they touched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class EntityKind(StrEnum):
    """Kinds of stored rows that a screen may have to refresh."""

    PLAN = "plan"
    SECTION = "section"
    ITEM = "item"
    INDICATOR = "indicator"
    AGENCY = "agency"
    SETTING = "setting"
    DOCUMENT = "document"
    RECORD = "record"
    PERIOD_UPDATE = "period_update"
    EXTENSION = "extension"
    URGING = "urging"
    INDICATOR_VALUE = "indicator_value"
    REPORTING_PERIOD = "reporting_period"
    DAY_OFF = "day_off"
    SUPERIOR_FORM = "superior_form"
    FORM_PERIOD = "form_period"


class ChangeAction(StrEnum):
    """What happened to one row.

    `delete` puts it into the bin, `restore` takes it out. `purge` means that the row itself is gone: the log keeps it
    whole where an undo took its creation back, and nothing of it where the bin was emptied.
    """

    CREATE = "create"
    UPDATE = "update"
    DELETE = "delete"
    RESTORE = "restore"
    PURGE = "purge"


@dataclass(frozen=True, slots=True)
class Operation:
    """The name under which a unit of work enters the change log; `title` is what the user reads in the history."""

    kind: str
    title: str
    plan_id: int | None = None
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """Rows touched by one committed operation; `operation_id` is None where nothing changed.

    `notes` are sentences for whoever wrote it: what is to be known of it, or answered.
    """

    operation_id: int | None = None
    plan_id: int | None = None
    touched: Mapping[EntityKind, frozenset[int]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def ids(self, kind: EntityKind) -> frozenset[int]:
        """Return the ids of the touched rows of one kind."""
        return self.touched.get(kind, frozenset())

    def __bool__(self) -> bool:
        return self.operation_id is not None
