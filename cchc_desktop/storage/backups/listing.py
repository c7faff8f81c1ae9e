"""What is told about the backups that there are: lines of the list, the state, and which of them hold a row."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from cchc_desktop.domain.backups import Backup, BackupLine, BackupState
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.storage.backups.copy import snapshot
from cchc_desktop.storage.backups.maker import BackupMaker
from cchc_desktop.storage.faults import known_faults

_HELD = (
    "SELECT 1 FROM plan WHERE uid IN (SELECT value FROM json_each(?1)) LIMIT 1",
    "SELECT 1 FROM section WHERE uid IN (SELECT value FROM json_each(?1)) LIMIT 1",
    "SELECT 1 FROM item WHERE uid IN (SELECT value FROM json_each(?1)) LIMIT 1",
    "SELECT 1 FROM indicator WHERE uid IN (SELECT value FROM json_each(?1)) LIMIT 1",
    "SELECT 1 FROM agency WHERE uid IN (SELECT value FROM json_each(?1)) LIMIT 1",
    # the log has a row whole where it came, and where an undo took it away again
    "SELECT 1 FROM change WHERE json_extract(after, '$.uid') IN (SELECT value FROM json_each(?1)) "
    "OR json_extract(before, '$.uid') IN (SELECT value FROM json_each(?1)) LIMIT 1",
)

_NOTE = (
    "Không có dữ liệu đọc được để so, nên xếp theo số đông: {} bản sao lưu có vẻ là của cơ sở dữ liệu khác. "
    "Hãy xem kỹ nội dung trước khi khôi phục."
)


def backup_lines(maker: BackupMaker) -> Sequence[BackupLine]:
    """Return all backups, newest first, each with what changed in the data since."""
    entries = maker.entries(everywhere=True)
    foreign = maker.lineage.judge(entries).foreign
    changes = maker.live.changes_since([(entry.backup.last_operation, entry.backup.last_digest) for entry in entries])
    return [
        BackupLine(
            entry.backup,
            entry.is_sound,
            count if entry.is_sound else None,
            is_own=entry.backup.file not in foreign,
        )
        for entry, count in zip(entries, changes, strict=True)
    ]


def backup_state(maker: BackupMaker, now: datetime) -> BackupState:
    """Return the newest sound backup, how long no copy went to another disk, and the last work's troubles."""
    (newest, kinship), ledger = maker.judged(), maker.ledger()
    return BackupState(
        newest=None if newest is None else newest.backup,
        outside_days=ledger.outside_days(now),
        troubles=tuple(maker.troubles),
        days_at_risk=ledger.days_at_risk(now),
        note="" if kinship.is_compared or not kinship.foreign else _NOTE.format(len(kinship.foreign)),
    )


def backups_holding(maker: BackupMaker, uids: Sequence[str]) -> Sequence[Backup]:
    """Return the backups that hold any of the rows with these uids, in a table or in the log, newest first."""
    wanted = json.dumps(list(uids))
    return [entry.backup for entry in maker.entries(everywhere=True) if _holds(entry.backup.file, wanted)]


def _holds(file: Path, wanted: str) -> bool:
    """Tell whether a backup holds a row; one that cannot be read may, and is named too."""
    try:
        with known_faults(), snapshot(file) as connection:
            return any(connection.execute(query, (wanted,)).fetchone() for query in _HELD)
    except (CchcError, sqlite3.Error):
        return True
