"""The rows that a damaged file of ours still holds, table by table, found on its pages whatever is broken above them.

A page's table is known where the table's tree still reaches it. A page that nothing reaches is judged by its rows:
the tables differ in the number and types of their columns. Pages that the file itself calls free are left out, for
they hold what was removed.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

from cchc_desktop.domain.errors import Cancelled
from cchc_desktop.domain.ports import CancelCheck, ProgressCallback
from cchc_desktop.storage.salvaging.pages import LEAF_INDEX, LEAF_TABLE, Cell, SqlitePages
from cchc_desktop.storage.schema_check import schema_file
from cchc_desktop.storage.sqlite_file import HEAD_VERSION

Row = dict[str, Any]
Key = tuple[Any, ...]

SEQUENCE = "sqlite_sequence"
"""SQLite's own table of the highest id that each table ever gave."""
_SCHEMA = "sqlite_schema"
_STEP = 256
"""Pages between two reports of progress."""
_TYPES: Mapping[str, type] = {"TEXT": str, "INTEGER": int, "BOOLEAN": int}


@dataclass(frozen=True, slots=True)
class _Shape:
    """What rows of a table look like: names, types and duties of its columns in the order in which they are stored."""

    table: str
    names: tuple[str, ...]
    types: tuple[type, ...]
    required: tuple[bool, ...]
    key: tuple[str, ...]
    has_rowid: bool

    @property
    def is_telling(self) -> bool:
        """Tell whether a row shows by its types where it belongs; three numbers may be an index's."""
        return str in self.types

    def fits(self, cell: Cell) -> bool:
        """Tell whether a cell can be a row of this table; columns that were added later may be missing at its end."""
        if (cell.rowid is not None) != self.has_rowid or len(cell.values) > len(self.names):
            return False
        padded = cell.values + (None,) * (len(self.names) - len(cell.values))
        return all(
            (value is None and not required) or type(value) is kind
            for value, kind, required in zip(padded, self.types, self.required, strict=True)
        )

    def row(self, cell: Cell) -> Row:
        row: Row = dict.fromkeys(self.names)
        row.update(zip(self.names, cell.values, strict=False))
        if self.has_rowid and "id" in row:
            row["id"] = cell.rowid
        return row


@dataclass(slots=True)
class FoundRows:
    """What was read: rows by table and key, which of them hold broken text, and which ids the indexes know."""

    rows: dict[str, dict[Key, Row]] = field(default_factory=dict)
    doubtful: set[tuple[str, Key]] = field(default_factory=set)
    known: dict[str, set[int]] = field(default_factory=dict)
    broken_cells: int = 0

    def of(self, table: str) -> list[Row]:
        """Return a table's rows in the order of their keys."""
        rows = self.rows.get(table, {})
        return [rows[key] for key in sorted(rows, key=str if table == SEQUENCE else None)]

    def sequence(self, table: str) -> int:
        """Return the highest id that a table ever gave, as far as that is known."""
        told = [row["seq"] for row in self.of(SEQUENCE) if row["name"] == table]
        return max([*told, *self.known.get(table, ()), *(row["id"] for row in self.of(table))], default=0)


def read_rows(pages: SqlitePages, progress: ProgressCallback, is_cancelled: CancelCheck) -> FoundRows:
    """Read every page once; Cancelled."""
    shapes = _shapes(pages.version if 1 <= pages.version <= HEAD_VERSION else HEAD_VERSION)
    found, free = FoundRows(), pages.free_pages()
    owners = _owners(pages, shapes)
    for number in range(1, pages.count + 1):
        if number % _STEP == 0:
            if is_cancelled():
                raise Cancelled
            progress(number, pages.count)
        if number not in free and owners.get(number) != _SCHEMA:
            _read_page(pages, number, owners.get(number), shapes, found)
    progress(pages.count, pages.count)
    return found


def _read_page(
    pages: SqlitePages, number: int, owner: str | None, shapes: Mapping[str, _Shape], found: FoundRows
) -> None:
    kind = pages.kind(number)
    if owner is None and kind not in (LEAF_TABLE, LEAF_INDEX):
        return
    cells, broken = pages.cells(number)
    if owner is not None and owner.startswith(_INDEX_OF):
        _note_ids(owner.removeprefix(_INDEX_OF), cells, shapes, found)
        return
    found.broken_cells += broken if owner is not None or cells else 0
    for cell in cells:
        shape = _shape_of(cell, owner, shapes)
        if shape is not None:
            _keep(cell, shape, is_reached=shape.table == owner, found=found)


def _note_ids(table: str, cells: list[Cell], shapes: Mapping[str, _Shape], found: FoundRows) -> None:
    """Note which rows an index knows: its entries end with the row's id."""
    if table in shapes and shapes[table].has_rowid:
        ids = (cell.values[-1] for cell in cells if cell.values)
        found.known.setdefault(table, set()).update(id_ for id_ in ids if type(id_) is int)


def _shape_of(cell: Cell, owner: str | None, shapes: Mapping[str, _Shape]) -> _Shape | None:
    """Return the table that a cell belongs to: its page's, else the one that it fits, the number of columns first."""
    own = shapes.get(owner or "")
    if own is not None and own.fits(cell):
        return own
    fitting = [shape for shape in shapes.values() if shape.is_telling and shape.fits(cell)]
    exact = [shape for shape in fitting if len(shape.names) == len(cell.values)]
    candidates = exact or fitting
    return candidates[0] if len(candidates) == 1 else None


def _keep(cell: Cell, shape: _Shape, *, is_reached: bool, found: FoundRows) -> None:
    row = shape.row(cell)
    key = tuple(row[name] for name in shape.key) if shape.key else (cell.rowid,)
    rows = found.rows.setdefault(shape.table, {})
    if key in rows and not is_reached:
        return
    rows[key] = row
    (found.doubtful.discard if cell.is_whole else found.doubtful.add)((shape.table, key))


# ---------------------------------------------------------------- whose page is which

_INDEX_OF = "index of "


def _owners(pages: SqlitePages, shapes: Mapping[str, _Shape]) -> dict[int, str]:
    """Return the table of each page that the trees reach; an index's pages bear the name of its table with a mark."""
    owners = dict.fromkeys(pages.tree(1), _SCHEMA)
    for name, root in list(_roots(pages, [number for number in owners if pages.kind(number) == LEAF_TABLE], shapes)):
        for number in pages.tree(root):
            owners.setdefault(number, name)
    return owners


def _roots(pages: SqlitePages, schema_pages: list[int], shapes: Mapping[str, _Shape]) -> Iterator[tuple[str, int]]:
    """Yield the tables and indexes with their root pages, as far as the file's own schema can be read."""
    for number in schema_pages:
        for cell in pages.cells(number)[0]:
            match cell.values:
                case ("table", str(name), str(), int(root), str()) if name in shapes:
                    yield name, root
                case ("index", str(), str(table), int(root), _) if table in shapes:
                    yield f"{_INDEX_OF}{table}", root


# ---------------------------------------------------------------- what the tables look like


def _shapes(version: int) -> dict[str, _Shape]:
    """Return the shapes of a schema version's tables; SQLite itself reads the stored script, in memory."""
    script = schema_file(version).read_text(encoding="utf-8")
    with closing(sqlite3.connect(":memory:")) as memory:
        memory.executescript(f"BEGIN; {script} COMMIT;")
        tables = memory.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").fetchall()
        return {name: _shape(memory, name, sql) for name, sql in tables if name != "alembic_version"}


def _shape(memory: sqlite3.Connection, table: str, sql: str) -> _Shape:
    columns = memory.execute('SELECT name, type, "notnull", pk FROM pragma_table_info(?)', (table,)).fetchall()
    has_rowid = re.search(r"\)\s*WITHOUT ROWID\s*$", sql) is None
    key = tuple(name for name, _, _, position in sorted(columns, key=lambda column: column[3]) if position)
    if table == SEQUENCE:
        return _Shape(table, ("name", "seq"), (str, int), (True, True), ("name",), True)
    return _Shape(
        table,
        tuple(name for name, *_ in columns),
        tuple(_TYPES[kind] for _, kind, *_ in columns),
        tuple(bool(required) and not (has_rowid and position) for _, _, required, position in columns),
        key,
        has_rowid,
    )
