"""Hostile databases offered as a restore and to the opening: refused by a known error, or harmless and usable.

Never: a crash, a hang, present data that changed although the file was refused, or a restore that was accepted and
then cannot be shown.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cchc_desktop import wiring
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.history import HistoryFilter
from cchc_desktop.services import bin as bin_service
from cchc_desktop.services import history, plans
from cchc_desktop.services.json_views import plan_view
from cchc_desktop.services.workspace import Workspace
from tests.faults.forks import IS_POSSIBLE, WHY_NOT, in_child
from tests.faults.hostile_files import FILES, FORMS, Make
from tests.faults.report import Report, Tally
from tests.faults.sample import copied, make_sample

NAME, SMALL, FULL = "hostile databases", len(FILES), len(FILES)
_SECONDS = 20.0
_HARMLESS = frozenset(
    {
        ("opening", "0 bytes"),  # a new file
        ("opening", "a link to nothing"),  # a new file
        ("opening", "a journal of noise beside it"),  # SQLite ignores it
        ("opening", "a journal that cuts it to nothing"),  # SQLite's own recovery: no program can tell
        *((door, "no permission") for door in ("opening", "restore") if os.geteuid() == 0),
    }
)
"""Doors and forms that are let in for good reason."""

Door = Callable[[Path, Path], dict[str, Any]]


def run(count: int, folder: Path, seed: int, files: dict[str, Make] | None = None) -> Report:
    """Offer the first `count` hostile files at both doors."""
    if not IS_POSSIBLE:
        return Report(NAME, 0, skipped=WHY_NOT)
    tally = Tally()
    verdicts = ("refused", "accepted, shown or reported")
    figures = [f"{door}: {verdict}" for door in ("restore", "opening") for verdict in verdicts]
    for name in (*figures, "crashes", "hangs"):
        tally.count(name, 0)
    offered = make_sample(folder / "sound.db", plans=2, edits=20, seed=seed)
    present = make_sample(folder / "present-source.db", plans=1, edits=5, seed=seed + 1)
    chosen = list((files or FILES).items())[:count]
    for name, make in chosen:
        for door, enter in {"restore": _restore, "opening": _open}.items():
            _offer(tally, door, enter, name, make, offered, present, folder / "room")
    return tally.report(NAME, len(chosen))


def _offer(
    tally: Tally, door: str, enter: Door, name: str, make: Make, offered: Path, present: Path, room: Path
) -> None:
    shutil.rmtree(room, ignore_errors=True)
    room.mkdir()
    hostile, database = room / "hostile.db", copied(present, room / "present.db")
    make(offered, hostile)
    before = database.read_bytes(), _stamp(hostile)
    ended = in_child(lambda: enter(database, hostile), _SECONDS)
    where = f"{door}, {name}"
    if ended.crash:
        tally.count("hangs" if ended.is_late else "crashes")
        tally.broken.append(f"{where}: {ended.crash_line}")
        return
    tally.count(f"{door}: {ended.value['verdict']}")
    tally.broken.extend(f"{where}: {trouble}" for trouble in ended.value["troubles"])
    if ended.value["verdict"] != "refused":
        tally.require(name not in FORMS or (door, name) in _HARMLESS, f"{where}: accepted")
    else:
        tally.require(database.read_bytes() == before[0], f"{where}: refused, but the present data changed")
        tally.require(_stamp(hostile) == before[1], f"{where}: refused, but the file itself changed")


def _stamp(path: Path) -> object:
    """Return what tells that a file was changed; its content where that is readable and small."""
    found = path.lstat()
    is_plain = path.is_file() and not path.is_symlink() and found.st_size < 50_000_000
    return found.st_mtime_ns, found.st_size, path.read_bytes() if is_plain else b""


# ---------------------------------------------------------------- in the child


def _restore(database: Path, hostile: Path) -> dict[str, Any]:
    troubles: list[str] = []
    try:
        with wiring.open_backups(database) as keeper:
            keeper.preview(hostile)
    except CchcError:
        troubles += _silent(None)
    try:
        with wiring.open_backups(database, writing=True) as keeper:
            keeper.restore(hostile)
    except CchcError as error:
        return {"verdict": "refused", "troubles": _silent(error)}
    return {"verdict": "accepted, shown or reported", "troubles": [*troubles, *use_all(database)]}


def _open(_database: Path, hostile: Path) -> dict[str, Any]:
    wiring.first_look(hostile, None)
    try:
        with wiring.open_workspace(hostile):
            pass
    except CchcError as error:
        return {"verdict": "refused", "troubles": _silent(error)}
    return {"verdict": "accepted, shown or reported", "troubles": use_all(hostile)}


def _silent(error: CchcError | None) -> list[str]:
    return ["refused without a sentence"] if error is not None and not error.message.strip() else []


def use_all(database: Path) -> list[str]:
    """Show everything that an accepted database holds; return what did not work.

    A check that reports problems is no trouble: it is what a person sees. A screen that cannot be shown is.
    """
    troubles: list[str] = []
    try:
        with wiring.open_workspace(database) as workspace:
            problems = plans.check(workspace).problems
            for what, show in _screens(workspace).items():
                try:
                    show()
                except CchcError as error:
                    if not problems:
                        troubles.append(f"accepted without a problem, but {what}: {error.message}")
    except CchcError as error:
        troubles.append(f"accepted, but cannot be opened again: {error.message}")
    return troubles


def _screens(workspace: Workspace) -> dict[str, Callable[[], object]]:
    def all_plans() -> None:
        for plan in plans.list_plans(workspace):
            plan_view(plans.open_plan(workspace, plan.id))

    def log() -> None:
        for operation in history.operations(workspace, HistoryFilter(), 100):
            history.details(workspace, operation.id)

    return {
        "plans": all_plans,
        "log": log,
        "bin": lambda: bin_service.entries(workspace),
        "agencies": workspace.queries.agencies,
        "next steps": lambda: history.next_steps(workspace),
    }
