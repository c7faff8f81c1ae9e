"""Whose backup a file is: of the data beside which it is kept, or of another database that somebody copied here.

Two files are of one lineage when their logs share an operation. What they share is always the beginning: a restore
lets histories part, never meet. So it is enough to look for the first operation of each log in the other one. A log
whose beginning was cut off, or that a salvage mended, may share none; then the rows tell, by their uids. An empty log
is everybody's.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.storage.backups.judge import operations_since, require_schema
from cchc_desktop.storage.backups.live import LiveDatabase, LiveState
from cchc_desktop.storage.backups.manifest import Entry
from cchc_desktop.storage.faults import known_faults
from cchc_desktop.storage.sqlite_file import connect

_DIGESTS_SINCE = 2
_OPERATION = "SELECT id, at, title, kind, who, {} FROM operation {} ORDER BY id LIMIT 1"
_MENDED = "SELECT EXISTS (SELECT 1 FROM operation WHERE kind = 'salvage')"
_RETOLD = "SELECT EXISTS (SELECT 1 FROM operation WHERE kind = 'bin.purge')"
_UIDS = "SELECT uid FROM plan UNION ALL SELECT uid FROM section UNION ALL SELECT uid FROM agency"


@dataclass(frozen=True, slots=True)
class Kinship:
    """The judgement of some backups: the files of other databases.

    `is_compared` is False where there was no data to compare with and most backups had to tell.
    """

    foreign: frozenset[Path]
    is_compared: bool = True


class Lineage:
    """Tells the backups of the data from those of other databases; remembers what it had to open a backup for."""

    def __init__(self, live: LiveDatabase) -> None:
        self._live = live
        self._known: dict[tuple[str, str], bool] = {}

    def judge(self, entries: Sequence[Entry]) -> Kinship:
        """Judge some backups; one that cannot be read, or holds no operation, counts as the data's."""
        try:
            if self._live.state() is LiveState.READABLE:
                with _reading(self._live.path) as data:
                    log = _Log.of(data)
                    if log.first is not None:
                        return Kinship(frozenset(e.backup.file for e in entries if not self._is_own(data, log, e)))
        except (CchcError, sqlite3.Error):
            pass  # damaged, or busy for long: most backups tell
        return Kinship(frozenset(_minorities(entries)), is_compared=False)

    def _is_own(self, data: sqlite3.Connection, log: _Log, entry: Entry) -> bool:
        backup = entry.backup
        if operations_since(data, backup.last_operation, backup.last_digest) is not None:
            return True  # by the manifest alone
        key = (backup.sha256, log.mark)
        if key not in self._known:
            found = _is_related(data, log, backup.file)
            if found is None:
                return True
            self._known[key] = found
        return self._known[key]

    def is_foreign(self, file: Path) -> bool:
        """Tell whether a file from anywhere is surely of another database than the data."""
        try:
            if self._live.state() is LiveState.READABLE:
                with _reading(self._live.path) as data:
                    return _is_related(data, _Log.of(data), file) is False
        except (CchcError, sqlite3.Error):
            pass  # nothing to compare with
        return False


# ---------------------------------------------------------------- two logs


@dataclass(frozen=True, slots=True)
class _Operation:
    id: int
    at: str
    title: str
    kind: str
    who: str
    digest: str | None

    def is_same(self, other: _Operation, *, retold: bool) -> bool:
        """Tell whether two entries are one; `retold`: a purge took names out of titles and made digests anew."""
        if retold and (self.at, self.kind, self.who) == (other.at, other.kind, other.who):
            return True
        if self.digest is None or other.digest is None:
            return (self.at, self.title) == (other.at, other.title)
        return self.digest == other.digest


@dataclass(frozen=True, slots=True)
class _Log:
    """What is compared of a log; `is_partial`: its beginning may be missing; `was_retold`: see `_Operation.is_same`."""

    first: _Operation | None
    is_partial: bool
    was_retold: bool

    @classmethod
    def of(cls, connection: sqlite3.Connection) -> _Log:
        first = _operation(connection, "")
        is_mended, was_retold = (bool(connection.execute(query).fetchone()[0]) for query in (_MENDED, _RETOLD))
        return cls(first, is_mended or (first is not None and first.id > 1), was_retold)

    @property
    def mark(self) -> str:
        """A text that differs between the logs of two databases."""
        return repr((self.first, self.is_partial, self.was_retold))


def _operation(connection: sqlite3.Connection, condition: str, *values: int) -> _Operation | None:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    digest = "NULL" if version < _DIGESTS_SINCE else "digest"
    row = connection.execute(_OPERATION.format(digest, condition), values).fetchone()
    return None if row is None else _Operation(*row)


def _is_related(data: sqlite3.Connection, log: _Log, file: Path) -> bool | None:
    """Compare a file with open data; None where the file cannot be read."""
    try:
        with _judged(file) as backup:
            return _are_related(data, log, backup, _Log.of(backup))
    except (CchcError, sqlite3.Error):
        return None


def _are_related(one: sqlite3.Connection, here: _Log, other: sqlite3.Connection, there: _Log) -> bool:
    if here.first is None or there.first is None:
        return True
    retold = here.was_retold or there.was_retold
    if _holds(one, there.first, retold=retold) or _holds(other, here.first, retold=retold):
        return True
    return (here.is_partial or there.is_partial) and not _uids(one).isdisjoint(_uids(other))


def _holds(connection: sqlite3.Connection, wanted: _Operation, *, retold: bool) -> bool:
    found = _operation(connection, "WHERE id = ?", wanted.id)
    return found is not None and found.is_same(wanted, retold=retold)


def _uids(connection: sqlite3.Connection) -> set[str]:
    return {uid for (uid,) in connection.execute(_UIDS)}


@contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a file for single questions: no lock is held between them, so that nobody who writes has to wait."""
    with known_faults(), closing(connect(path, "ro")) as connection:
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.execute("PRAGMA mmap_size=0")
        yield connection


@contextmanager
def _judged(file: Path) -> Iterator[sqlite3.Connection]:
    """Open a backup, whose manifest may have come with it: its schema is compared before a row is read."""
    with _reading(file) as connection:
        require_schema(connection, file.name)
        yield connection


# ---------------------------------------------------------------- without data to compare with


def _minorities(entries: Sequence[Entry]) -> Iterator[Path]:
    """Yield the files that are not of the database to which most belong; of equal groups the newest file's wins."""
    groups = _merged([[entry for _, entry in group] for group in _by_beginning(entries)])
    largest = max(groups, key=lambda group: (len(group), max(e.backup.order for e in group)), default=[])
    for group in groups:
        if group is not largest:
            yield from (entry.backup.file for entry in group)


def _by_beginning(entries: Sequence[Entry]) -> list[list[tuple[_Operation, Entry]]]:
    """Group the backups whose logs begin with the same operation; those that nothing can be said of are left out."""
    groups: list[list[tuple[_Operation, Entry]]] = []
    for entry in entries:
        first = _beginning(entry)
        if first is None:
            continue
        for group in groups:
            if group[0][0].id == first.id and group[0][0].is_same(first, retold=False):
                group.append((first, entry))
                break
        else:
            groups.append([(first, entry)])
    return groups


def _beginning(entry: Entry) -> _Operation | None:
    try:
        with _judged(entry.backup.file) as backup:
            return _Log.of(backup).first if entry.is_sound else None
    except (CchcError, sqlite3.Error):
        return None


def _merged(groups: Sequence[list[Entry]]) -> list[list[Entry]]:
    """Join groups of one lineage whose logs begin at different operations, for one of them was cut."""
    joined: list[list[Entry]] = []
    for group in groups:
        kin = [other for other in joined if _are_kin(group, other)]
        joined = [other for other in joined if other not in kin]
        joined.append([entry for some in (*kin, group) for entry in some])
    return joined


def _are_kin(one: Sequence[Entry], other: Sequence[Entry]) -> bool:
    try:
        with _judged(_newest(one)) as here:
            return bool(_is_related(here, _Log.of(here), _newest(other)))
    except (CchcError, sqlite3.Error):
        return False


def _newest(group: Sequence[Entry]) -> Path:
    return max(group, key=lambda entry: entry.backup.order).backup.file
