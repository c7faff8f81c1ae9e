"""Typed words that could not be stored: kept until they are, so that no failing disk costs anybody what was typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.plan import Section
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.ui.workbench.columns import Entity


@dataclass(frozen=True, slots=True)
class TypedRow:
    """Words typed into cells of one row, by field; the uid tells the row even where another file gives its id away."""

    kind: EntityKind
    id: int
    uid: str
    plan_id: int
    values: Mapping[str, str | None]


def typed_row(entity: Entity, values: Mapping[str, str | None]) -> TypedRow:
    """Return what was typed into a row."""
    kind = EntityKind.SECTION if isinstance(entity, Section) else EntityKind.ITEM
    return TypedRow(kind, entity.id, entity.uid, entity.plan_id, dict(values))


class UnsavedWords(QObject):
    """The words by row and field; cells show them in place of what is stored, and only these methods change them."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, TypedRow] = {}

    def __bool__(self) -> bool:
        return bool(self._rows)

    def rows(self) -> tuple[TypedRow, ...]:
        """Return all rows with words that are not stored, the first that failed first."""
        return tuple(self._rows.values())

    def texts(self) -> list[str]:
        """Return all words, cell by cell."""
        return [words or "" for row in self._rows.values() for words in row.values.values()]

    def of(self, entity: Entity) -> Mapping[str, str | None]:
        """Return the words of a row that are not stored, by field."""
        row = self._rows.get(entity.uid)
        return row.values if row is not None else {}

    def keep(self, rows: Iterable[TypedRow]) -> None:
        """Keep typed words; those of the same cell before them are replaced."""
        for row in rows:
            before = self._rows.get(row.uid)
            self._rows[row.uid] = replace(row, values={**(before.values if before else {}), **row.values})
        self.changed.emit()

    def forget(self, uid: str, fields: Iterable[str]) -> None:
        """Forget cells of a row: they were stored, or given up."""
        row = self._rows.get(uid)
        gone = set(fields) & row.values.keys() if row is not None else set()
        if row is None or not gone:
            return
        left = {field: words for field, words in row.values.items() if field not in gone}
        if left:
            self._rows[uid] = replace(row, values=left)
        else:
            del self._rows[uid]
        self.changed.emit()

    def clear(self) -> None:
        """Give all words up."""
        self._rows.clear()
        self.changed.emit()

    def found(self, tree: PlanTree | None) -> list[TypedRow]:
        """Return the rows that stand in a plan, with the ids that they have there."""
        if tree is None or not self._rows:
            return []
        entities: tuple[Entity, ...] = (*tree.sections, *tree.items.values())
        there = {entity.uid: entity.id for entity in entities}
        return [replace(row, id=there[uid]) for uid, row in self._rows.items() if uid in there]
