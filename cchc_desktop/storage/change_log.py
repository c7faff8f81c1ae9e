"""The append-only change log: what each operation did, written in the operation's own transaction.

Undo stands on three facts. Playing the `after` images of all changes forwards gives the tables; playing the
`before` images backwards gives the empty file; and `change.id` alone is the order, never the clock.

- create: no `before`, the whole row in `after`.
- update: the changed fields on both sides.
- delete: the whole row in `before`, the fields that mark it in `after` (the row itself stays, see `tables`).
- restore: the mark that was taken away on both sides.
- purge: the whole row in `before` where an undo took its creation back; nothing where the bin was emptied.

Each operation carries a digest of itself and its changes: SQLite notices a torn page, but not a flipped letter.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert

from cchc_desktop.domain.changes import ChangeAction, Changes, EntityKind, Operation
from cchc_desktop.domain.history import LoggedChange
from cchc_desktop.domain.text.folding import nfc
from cchc_desktop.storage import tables
from cchc_desktop.storage.column_types import moment_text, to_json
from cchc_desktop.storage.engine import insert_row
from cchc_desktop.storage.mapping import Image

NOTE = "note"
"""Stands in column `entity` for the detail of an operation that changes no row."""


def digest(operation: Mapping[str, Any], changes: Iterable[Mapping[str, Any]]) -> str:
    """Return what column `digest` holds for an operation (by column) and its changes in the order of their ids."""
    told = [operation[name] for name in ("title", "kind", "at", "who", "plan_id", "undoes")]
    done = [[change[name] for name in ("entity", "entity_id", "action", "before", "after")] for change in changes]
    return hashlib.sha256(to_json([told, done]).encode()).hexdigest()[:32]


class ChangeRecorder:
    """Collects what one unit of work changes; every repository writes through it, nobody else writes the log."""

    def __init__(self, operation: Operation, at: datetime, who: str) -> None:
        self.at = at
        self._operation = operation
        self._who = who
        self._changes: list[dict[str, Any]] = []
        self._touched: dict[EntityKind, set[int]] = {}
        self._plans: set[int] = set()

    def describe(self, title: str) -> None:
        """Give the operation another title."""
        self._operation = replace(self._operation, title=title)

    def note_plans(self, plan_ids: Iterable[int]) -> None:
        """Take in the plans of rows whose own images do not name one."""
        self._plans.update(plan_ids)

    def created(self, kind: EntityKind, id_: int, after: Image) -> None:
        """Record a new row."""
        self._note_plan(kind, id_, after)
        self._append(kind, id_, ChangeAction.CREATE, None, after)

    def updated(self, kind: EntityKind, id_: int, before: Image, after: Image) -> Sequence[str]:
        """Record the fields that differ between two images and return their names; nothing is recorded for none."""
        names = [name for name, value in after.items() if before[name] != value]
        if not names:
            return names
        self._note_plan(kind, id_, after)
        old, new = {name: before[name] for name in names}, {name: after[name] for name in names}
        self._append(kind, id_, ChangeAction.UPDATE, old, new)
        return names

    def deleted(self, kind: EntityKind, id_: int, before: Image) -> None:
        """Record that a row went into the bin."""
        self._note_plan(kind, id_, before)
        self._append(kind, id_, ChangeAction.DELETE, before, {"deleted_at": moment_text(self.at)})

    def replayed(self, change: LoggedChange, plan_id: int | None = None) -> None:
        """Record a change that was made by image (an undo, the bin); `plan_id` where the images do not tell."""
        self._note_plan(change.kind, change.entity_id, {"plan_id": plan_id, **(change.before or {})})
        self._append(change.kind, change.entity_id, change.action, _plain(change.before), _plain(change.after))

    def purged(self, kind: EntityKind, id_: int) -> None:
        """Record that a row left the bin for good, without a word of it."""
        self._append(kind, id_, ChangeAction.PURGE, None, None)

    def note(self, detail: str) -> None:
        """Keep one detail of an operation that changes no row."""
        self._changes.append(
            {"entity": NOTE, "entity_id": 0, "action": ChangeAction.UPDATE.value, "before": None, "after": detail}
        )

    def write(self, connection: Connection) -> Changes:
        """Write the operation and its changes; an operation that changed nothing writes nothing."""
        if not self._changes:
            return Changes()
        plan_id = self._plan_id()
        operation_id = self._write_operation(connection, plan_id)
        rows = [{**change, "operation_id": operation_id} for change in self._changes]
        connection.execute(insert(tables.change), rows)
        touched = {kind: frozenset(ids) for kind, ids in self._touched.items()}
        return Changes(operation_id, plan_id, touched)

    def _write_operation(self, connection: Connection, plan_id: int | None) -> int:
        values = {
            "title": nfc(self._operation.title),
            "kind": self._operation.kind,
            "at": self.at,
            "who": nfc(self._who),
            "plan_id": plan_id,
            "undoes": self._operation.undoes,
        }
        return insert_row(connection, tables.operation, {**values, "digest": digest(values, self._changes)})

    def _plan_id(self) -> int | None:
        """Return the operation's plan; an import learns it only after the plan is stored."""
        if self._operation.plan_id is not None or len(self._plans) != 1:
            return self._operation.plan_id
        return next(iter(self._plans))

    def _note_plan(self, kind: EntityKind, id_: int, row: Image) -> None:
        plan_id = id_ if kind is EntityKind.PLAN else row.get("plan_id")
        if plan_id is not None:
            self._plans.add(plan_id)

    def _append(
        self, kind: EntityKind, id_: int, action: ChangeAction, before: Image | None, after: Image | None
    ) -> None:
        self._changes.append(
            {"entity": kind.value, "entity_id": id_, "action": action.value, "before": before, "after": after}
        )
        self._touched.setdefault(kind, set()).add(id_)


def _plain(image: Mapping[str, Any] | None) -> Image | None:
    return None if image is None else dict(image)
