"""A simulated year of backups: edits, starts, weeks without one, a clock that jumps, files that rot, a full disk.

The program sees only its clock; the harness keeps the true day beside it, and the fingerprint of every state that
the data ever had. A backup is good when SQLite finds it whole and its rows are those of one of these states; its age
is the true time since that state was the newest one.
"""

from __future__ import annotations

import os
import sqlite3
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

from cchc_desktop import wiring
from cchc_desktop.domain.backup_policy import DAILY, KEEP_ALL, MONTHLY, WEEKLY
from cchc_desktop.domain.backups import Backup
from cchc_desktop.services import backups, item_editing, plans
from cchc_desktop.services.workspace import Workspace
from cchc_desktop.storage.backups.keeper import DatabaseBackups
from cchc_desktop.storage.database import Database, open_database
from tests.faults import fingerprint as prints
from tests.faults.full_disk import limited_files
from tests.faults.report import Report, Tally
from tests.faults.sample import import_sample

NAME, SMALL, FULL = "backup year", 90, 365
_START = datetime(2026, 1, 1, 1, 0, tzinfo=UTC)
_MOST_AGE = timedelta(days=2)
"""Older than a day makes a start back up; the next start is at most a day away on days with starts."""
_MOST_AGE_AFTER_ROT = timedelta(days=9)
"""A file that rots unseen is read again after a week; until then an older good one has to do."""
_JUMPS = (timedelta(days=-1), timedelta(days=-40), timedelta(days=-1100), timedelta(days=2), timedelta(days=60),
          timedelta(days=1500))  # fmt: skip


@dataclass
class Time:
    """The true time, and the program's clock that may be off by `error`."""

    true: datetime = _START
    error: timedelta = timedelta()

    def now(self) -> datetime:
        """Return what the program's clock says."""
        return self.true + self.error

    def today(self) -> date:
        """Return its date in Vietnam."""
        return (self.now() + timedelta(hours=7)).date()


@dataclass
class Year:
    """One run: the data, what it ever held, and what was done to its backups."""

    database: Path
    folder: Path
    random: Random
    tally: Tally
    time: Time = field(default_factory=Time)
    states: dict[str, datetime] = field(default_factory=dict)
    """Fingerprint -> until when (true time) it was the newest state; the present one is there too."""
    rotten: set[Path] = field(default_factory=set)
    newest_good: Path | None = None
    blind_until: datetime = _START

    def keeper(self, opened: Database | None = None) -> DatabaseBackups:
        """Return the program's keeper of backups under the simulated clock."""
        release = None if opened is None else opened.forget
        return DatabaseBackups(self.database, self.folder, clock=self.time, who="Năm mô phỏng", release=release)

    def remember(self) -> None:
        """Note the present state as the newest one."""
        self.states[prints.summary(prints.fingerprint(self.database))] = self.time.true


def run(count: int, folder: Path, seed: int) -> Report:
    """Simulate `count` days."""
    tally = Tally()
    for name in ("starts", "days away", "clock jumps", "backups made", "files rotted", "files deleted", "full disks",
                 "days without a good backup", "most files"):  # fmt: skip
        tally.count(name, 0)
    year = Year(folder / "year.db", folder / "backups of the year", Random(seed), tally)
    _first_day(year)
    away = 0
    for day in range(count):
        year.time.true = _START + timedelta(days=day + 1, minutes=year.random.randrange(600))
        if away:
            away -= 1
            tally.count("days away")
            continue
        away = year.random.randint(5, 25) if year.random.random() < 0.02 else 0
        _one_day(year, f"seed {seed}, day {day}")
        if tally.counts["days without a good backup"] > 5:
            break
    _restore_the_newest(year)
    return tally.report(NAME, count)


def _first_day(year: Year) -> None:
    with _opened(year) as opened:
        import_sample(_workspace(year, opened), "Kế hoạch của năm")
    year.remember()


def _one_day(year: Year, where: str) -> None:
    _turn_the_clock(year)
    _mistreat_backups(year)
    is_full = year.random.random() < 0.04
    with _opened(year) as opened:
        workspace = _workspace(year, opened)
        if is_full:
            _start_on_a_full_disk(year, workspace, where)
        else:
            year.tally.count("backups made", int(backups.back_up_if_due(workspace) is not None))
        year.tally.count("starts")
        _judge(year, workspace, is_full, where)
        for _ in range(year.random.randrange(3)):
            _edit(year, workspace)


def _judge(year: Year, workspace: Workspace, is_full: bool, where: str) -> None:
    """After the start: a good backup that is young enough, no more files than the policy keeps."""
    listed = [line for line in workspace.backups.lines() if line.is_sound]
    good, age = _youngest_good(year, [line.backup for line in listed])
    limit = _MOST_AGE
    if year.rotten or is_full or year.time.true < year.blind_until:
        limit = _MOST_AGE_AFTER_ROT
    if good is None or age > limit:
        year.tally.count("days without a good backup")
        year.tally.broken.append(f"{where}: the youngest good backup is {age if good else 'missing'}")
    _require_newest_kept(year, good, where)
    files = len(list(year.folder.glob("*.db")))
    young = sum(1 for line in listed if abs(year.time.now() - line.backup.at) <= KEEP_ALL)
    year.tally.counts["most files"] = max(files, year.tally.counts["most files"])
    year.tally.require(files <= 2 * (DAILY + WEEKLY + MONTHLY) + young + 1, f"{where}: {files} files are kept")


def _youngest_good(year: Year, newest_first: list[Backup]) -> tuple[Path | None, timedelta]:
    """Return the good backup whose state is the youngest, and the true time since that state was the newest."""
    present = prints.summary(prints.fingerprint(year.database))
    for backup in newest_first:
        found = _state_of(backup.file)
        if found == present:
            return backup.file, timedelta()
        if found in year.states:
            return backup.file, year.time.true - year.states[found]
    return None, timedelta.max


def _state_of(file: Path) -> str:
    try:
        return "" if prints.integrity(file) else prints.summary(prints.fingerprint(file))
    except (sqlite3.Error, UnicodeDecodeError):
        return ""


def _require_newest_kept(year: Year, good: Path | None, where: str) -> None:
    """The newest good one of the last start must still be there, unless the harness took it or made it rot."""
    before = year.newest_good
    if before is not None and before not in year.rotten and before != good:
        is_replaced = good is not None and _made(good) > _made(before)
        year.tally.require(before.exists() or is_replaced, f"{where}: the newest good backup was pruned")
    year.newest_good = good


def _made(file: Path) -> int:
    return file.stat().st_mtime_ns if file.exists() else 0


# ---------------------------------------------------------------- what happens on a day


def _opened(year: Year) -> Database:
    return open_database(year.database, clock=year.time, who="Năm mô phỏng")


def _workspace(year: Year, opened: Database) -> Workspace:
    return Workspace(
        units=opened.units,
        queries=opened.queries,
        history=opened.history,
        backups=year.keeper(opened),
        reader=wiring.read_file,
        papers=wiring.write_paper,
        clock=year.time,
        evidence=wiring.evidence_files(year.database),
        forms=wiring.OfficeForms(),
        presets=wiring.agency_presets(),
    )


def _edit(year: Year, workspace: Workspace) -> None:
    plan = plans.list_plans(workspace)[0]
    item_id = year.random.choice(list(plans.open_plan(workspace, plan.id).items))
    before = prints.summary(prints.fingerprint(year.database))
    item_editing.edit_item(workspace, item_id, {"note": f"Ngày {year.time.true:%d/%m/%Y}, {year.random.random()}"})
    year.states[before] = year.time.true  # until now it was the newest
    year.remember()


def _turn_the_clock(year: Year) -> None:
    """Now and then set the clock wrong, or right again.

    One that is set back by no more than a backup's age makes that one look young: no program can know, for some days.
    """
    before = year.time.error
    if year.time.error and year.random.random() < 0.2:
        year.time.error = timedelta()
        year.tally.count("clock jumps")
    elif year.random.random() < 0.04:
        year.time.error = year.random.choice(_JUMPS)
        year.tally.count("clock jumps")
    if timedelta() < before - year.time.error <= _MOST_AGE:
        year.blind_until = year.time.true + _MOST_AGE


def _mistreat_backups(year: Year) -> None:
    files = sorted(year.folder.glob("*.db"), key=_made)
    year.rotten = {file for file in year.rotten if file.exists()}
    if len(files) < 3 or year.random.random() > 0.06:
        return
    file = files[-1] if year.random.random() < 0.5 else year.random.choice(files)
    if year.random.random() < 0.5:
        file.unlink()
        year.tally.count("files deleted")
    else:
        _rot(file, year.random)
        year.rotten.add(file)
        year.tally.count("files rotted")
    if file == year.newest_good:
        year.newest_good = None


def _rot(file: Path, random: Random) -> None:
    times = file.stat()
    with file.open("rb+") as stream:
        stream.seek(random.randrange(4096, times.st_size - 512))
        stream.write(random.randbytes(512))
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))


def _start_on_a_full_disk(year: Year, workspace: Workspace, where: str) -> None:
    is_due = workspace.backups.state().newest is None
    before = set(year.folder.glob("*"))
    with limited_files(20_000):
        made = backups.back_up_if_due(workspace)
    year.tally.count("full disks")
    year.tally.require(made is None or not is_due, f"{where}: a backup on a full disk")
    left = {file for file in set(year.folder.glob("*")) - before if file.suffix != ".json"}
    year.tally.require(not left, f"{where}: a failed backup left {sorted(file.name for file in left)}")
    year.blind_until = year.time.true + _MOST_AGE


def _restore_the_newest(year: Year) -> None:
    """A backup that cannot be restored is none: put the newest one back, and compare."""
    with _opened(year) as opened:
        workspace = _workspace(year, opened)
        good, _ = _youngest_good(year, [line.backup for line in workspace.backups.lines() if line.is_sound])
        if good is None:
            year.tally.broken.append("at the end there is no good backup to restore")
            return
        expected = prints.fingerprint(good, leaving_out=prints.LOG_TABLES)
        workspace.backups.restore(good)
        found = prints.fingerprint(year.database, leaving_out=prints.LOG_TABLES)
        year.tally.require(found == expected, f"restored, but {prints.differing(found, expected)} differ")
