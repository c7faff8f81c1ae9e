"""Whose schema a file has: every object compared with what a released version of this program makes.

A file from elsewhere may hold triggers that rewrite what we store, generated columns, or tables that only look like
ours; so its schema is compared before a row of it is read. Objects are compared by their normalised statement, for
that one text holds all of it: columns with type, NOT NULL, default and key, CHECKs, references, uniqueness, collation.
The expected statements stand in `db/migrations/schemas`, one file per released version; a test holds that the
migrations make just them. Needs neither SQLAlchemy nor Alembic.
"""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cchc_desktop.domain.errors import ForeignDatabase
from cchc_desktop.paths import migrations_dir
from cchc_desktop.storage.faults import known_faults

Key = tuple[str, str]
"""Type and name of an object: ('table', 'plan')."""

_MOST_DIFFERENCES = 3
_LONGEST_STATEMENT = 20_000
"""Characters; the longest of ours has some 2,000. What is longer differs without being taken apart."""
_MADE_BY_SQLITE = ("sqlite_sequence",)
_KINDS = {"table": "bảng", "index": "chỉ mục", "trigger": "trigger", "view": "view"}
_TOKEN = re.compile(
    r"""\s+ | --[^\n]* | /\*.*?(?:\*/|\Z)      # between tokens
    | '(?:[^']|'')*' | "(?:[^"]|"")*" | `[^`]*` | \[[^\]]*\]
    | \w+ | .""",
    re.VERBOSE | re.DOTALL,
)
_CREATED = re.compile(r'CREATE (?:UNIQUE )?(TABLE|INDEX) "?(\w+)')
_END = ";\n"
_LINE_ENDS = re.compile(r"[ \n]*\n")
_CONSTRAINTS = frozenset({"constraint", "primary", "unique", "check", "foreign"})


@dataclass(frozen=True, slots=True)
class _Definition:
    """A CREATE statement taken apart: columns in their order, constraints whose order means nothing."""

    frame: str
    columns: tuple[str, ...]
    constraints: Mapping[str, int]


def require_our_schema(connection: sqlite3.Connection, version: int) -> None:
    """Raise ForeignDatabase unless the file's schema is that of one released version, object by object.

    Reads nothing but the schema itself. LookupError for a version that was never released.
    """
    with known_faults():
        differences = schema_differences(connection, version)
    if differences:
        raise ForeignDatabase(_sentence(differences))


def schema_differences(connection: sqlite3.Connection, version: int) -> list[str]:
    """Return what differs from a released version's schema, each in a few Vietnamese words."""
    expected, found = _expected(version), _statements(connection)
    missing = [f"thiếu {_named(key)}" for key in expected if key not in found]
    extra = [f"có thêm {_named(key)}" for key in found if key not in expected]
    tables = frozenset(name for kind, name in expected if kind == "table")
    changed = [
        words
        for key, statement in expected.items()
        if key in found and found[key] != statement
        for words in _changes(_named(key), statement, found[key], tables)
    ]
    return missing + extra + changed


def schema_script(connection: sqlite3.Connection) -> str:
    """Return a database's schema as the script that is kept per released version."""
    return "\n".join(f"{statement}{_END}" for statement in _statements(connection).values())


def schema_file(version: int) -> Path:
    """Return where the schema of a released version is kept."""
    return migrations_dir() / "schemas" / f"{version:04d}.sql"


@lru_cache(maxsize=2)
def _expected(version: int) -> dict[Key, str]:
    """Return the statements of a version."""
    try:
        script = schema_file(version).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise LookupError(f"schema version {version} was never released") from error
    return {_key(statement): statement for statement in script.removesuffix(_END).split(f"{_END}\n")}


def _key(statement: str) -> Key:
    """Return which object a statement of ours makes."""
    made = _CREATED.match(statement)
    assert made is not None, "the scripts hold CREATE statements only"
    return made[1].lower(), made[2]


def _statements(connection: sqlite3.Connection) -> dict[Key, str]:
    """Return the statement of each object; what SQLite makes along with a table has none of its own."""
    rows = connection.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY type DESC, name")
    return {
        (kind, name): _tidy(sql or "")
        for kind, name, sql in rows
        if name not in _MADE_BY_SQLITE and not (kind == "index" and sql is None)
    }


def _tidy(statement: str) -> str:
    """Return a statement without spaces at the ends of its lines, where SQLAlchemy leaves some."""
    return _LINE_ENDS.sub("\n", statement).strip()


# ---------------------------------------------------------------- comparing two statements


def _changes(name: str, expected: str, found: str, tables: Collection[str]) -> Iterator[str]:
    """Name what differs between two statements; nothing where they mean the same."""
    if len(found) > _LONGEST_STATEMENT:
        yield f"{name} khác"
        return
    ours, theirs = _definition(expected, tables), _definition(found, tables)
    if ours.frame != theirs.frame or ours.constraints != theirs.constraints:
        yield f"{name} có ràng buộc khác"
    if ours.columns != theirs.columns:
        yield f"{name} khác ở cột {_first_difference(ours.columns, theirs.columns)}"


def _first_difference(ours: tuple[str, ...], theirs: tuple[str, ...]) -> str:
    different = [words for words in (*theirs, *ours) if words not in ours or words not in theirs]
    words = different[0] if different else theirs[0]  # only the order differs
    return words.partition(" ")[0][:40]


def _definition(sql: str, tables: Collection[str]) -> _Definition:
    frame: list[str] = []
    parts: list[list[str]] = [[]]
    depth = 0
    for token in _tokens(sql, tables):
        depth -= token == ")"
        if depth < 1:
            frame.append(token)
        elif depth == 1 and token == ",":
            parts.append([])
        else:
            parts[-1].append(token)
        depth += token == "("
    columns = tuple(" ".join(part) for part in parts if not _is_constraint(part))
    constraints = Counter(" ".join(part) for part in parts if _is_constraint(part))
    return _Definition(" ".join(frame), columns, constraints)


def _is_constraint(part: list[str]) -> bool:
    return bool(part) and part[0] in _CONSTRAINTS


def _tokens(sql: str, tables: Collection[str]) -> Iterator[str]:
    """Yield a statement's tokens: words in lower case, no space and no comment, text as it stands.

    Quotes are taken only from the names of our tables (a rename puts them there): taken from any word, they would
    make the type name `TEXT "NOT"` read like a constraint.
    """
    for match in _TOKEN.finditer(sql):
        token = match.group()
        if token.isspace() or token.startswith(("--", "/*")):
            continue
        if token[0] in '"`[':
            yield token[1:-1] if token[1:-1] in tables else token
        else:
            yield token.lower() if token[0] != "'" and token.isascii() else token  # SQLite folds ASCII only


# ---------------------------------------------------------------- in words


def _named(key: Key) -> str:
    kind, name = key
    return f"{_KINDS.get(kind, kind)} {name[:40]}"


def _sentence(differences: list[str]) -> str:
    listed = "; ".join(differences[:_MOST_DIFFERENCES])
    more = len(differences) - _MOST_DIFFERENCES
    rest = f" và {more} chỗ khác nữa" if more > 0 else ""
    return (
        f"Cấu trúc của tệp không phải là của chương trình này ({listed}{rest}) nên tệp không được đọc. "
        "Tệp giữ nguyên như cũ. Hãy chọn tệp do chương trình này ghi."
    )
