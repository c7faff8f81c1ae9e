"""A kill at each step of a migration: the file then opens as the old version or the new one, with equal rows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from cchc_desktop import wiring
from cchc_desktop.storage import migrate
from cchc_desktop.storage.sqlite_file import HEAD_VERSION, schema_version
from tests.faults import fingerprint as prints
from tests.faults.forks import in_child
from tests.faults.older import make_older
from tests.faults.report import Report, Tally
from tests.faults.sample import copied
from tests.faults.vfs import WHY_NOT, Fault, Injector, shared_sqlite

NAME, SMALL, FULL = "killed migration", 5, 100_000
_OLDEST = 1
_ADDED_LATER = ("alembic_version",)


def run(count: int, folder: Path, seed: int) -> Report:
    """Kill the upgrade of each older version at up to `count` of its calls, whole and half-done ones in turn."""
    if shared_sqlite() is None:
        return Report(NAME, 0, skipped=WHY_NOT)
    tally = Tally()
    for name in ("kills", "file was old", "file was new", "journal was hot"):
        tally.count(name, 0)
    tried = 0
    for version in range(_OLDEST, HEAD_VERSION):
        tried += _kill_upgrades(version, count, folder, seed, tally)
    return tally.report(NAME, tried)


def _kill_upgrades(version: int, count: int, folder: Path, seed: int, tally: Tally) -> int:
    source = make_older(folder / f"version-{version}.db", version)
    target = folder / "upgraded.db"
    total = in_child(lambda: _upgrade(copied(source, target), Fault(10**9)))
    if total.crash:
        tally.broken.append(f"version {version} could not be upgraded: {total.crash_line}")
        return 0
    step = max(1, -(-total.value // count))
    places = range(1 + seed % step, total.value + 1, step)
    for place in places:
        where = f"version {version}, call {place} of {total.value}"
        path = copied(source, target)
        fault = Fault(place, kill=True, late=bool(place % 2))
        ended = in_child(lambda path=path, fault=fault: _upgrade(path, fault))
        tally.require(ended.signal == 9, f"{where}: not killed ({ended})")
        tally.count("kills")
        _judge(path, source, version, where, tally)
    return len(places)


def _judge(path: Path, source: Path, version: int, where: str, tally: Tally) -> None:
    tally.count("journal was hot", int(path.with_name(f"{path.name}-journal").exists()))
    found = schema_version(path)
    tally.count("file was new" if found == HEAD_VERSION else "file was old")
    tally.require(found in (version, HEAD_VERSION), f"{where}: left as version {found}")
    if found == version:
        tally.require(_same(path, source), f"{where}: rows differ in the old version")
        tally.require(prints.schema_hash(path) == prints.schema_hash(source), f"{where}: half a schema")
    ended = in_child(lambda: _open_again(path))
    trouble = ended.crash_line or "; ".join(ended.value or ())
    tally.require(not trouble, f"{where}: {trouble}")
    old, new = _rows(source), _rows(path)
    tally.require(all(new.get(name) == rows for name, rows in old.items()), f"{where}: rows were lost")


def _same(path: Path, source: Path) -> bool:
    return prints.fingerprint(path) == prints.fingerprint(source)


def _rows(path: Path) -> dict[str, Any]:
    """Return the rows per table: columns that a version adds change every hash."""
    found = prints.fingerprint(path, leaving_out=_ADDED_LATER)
    return {name: int(value.partition(":")[0]) for name, value in found.items()}


# ---------------------------------------------------------------- in the child


def _upgrade(path: Path, fault: Fault) -> int:
    injector = Injector.install()
    injector.arm(fault)
    migrate.upgrade(path)
    injector.disarm()
    return injector.calls.total()


def _open_again(path: Path) -> list[str]:
    """Open as the program does: it upgrades what is old."""
    with wiring.open_workspace(path) as workspace:
        problems = list(workspace.queries.check().problems)
    assert schema_version(path) == HEAD_VERSION
    return [*problems, *prints.integrity(path)]
