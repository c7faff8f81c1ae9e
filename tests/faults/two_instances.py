"""Two instances race for one file: never two owners at once, and the loser is told who has it.

A witness stands beside the owner file: whoever owns the database takes a lock of the kernel on a file of the harness,
which goes away with its process. Two owners at once cannot both have it.
"""

from __future__ import annotations

import fcntl
import os
import select
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from cchc_desktop import wiring
from cchc_desktop.domain.errors import CchcError, DatabaseInUse
from cchc_desktop.services import item_editing, plans
from tests.faults import fingerprint as prints
from tests.faults.forks import IS_POSSIBLE, WHY_NOT, Child
from tests.faults.report import Report, Tally
from tests.faults.sample import make_sample

NAME, SMALL, FULL = "two instances", 20, 200
_PATIENCE = 60.0

Send = Callable[[Any], None]
Instance = Callable[[Path, float, Callable[[], None], Send], None]


def run(count: int, folder: Path, seed: int, instance: Instance | None = None) -> Report:
    """Let two processes open one file at nearly the same moment, `count` times; half of the owners are killed."""
    if not IS_POSSIBLE:
        return Report(NAME, 0, skipped=WHY_NOT)
    random = Random(seed)
    tally = Tally()
    for name in ("owners", "two owners at once", "losers who were told", "owners killed", "stale files taken over",
                 "read-only beside an owner", "no owner at all"):  # fmt: skip
        tally.count(name, 0)
    database = make_sample(folder / "shared.db")
    for number in range(count):
        _round(database, random, tally, f"seed {seed}, round {number}", instance or open_and_hold)
    with wiring.open_workspace(database) as workspace:
        tally.require(not workspace.queries.check().problems, "the file is damaged after all rounds")
    tally.require(not prints.integrity(database), "SQLite finds the file damaged after all rounds")
    return tally.report(NAME, count)


def _round(database: Path, random: Random, tally: Tally, where: str, instance: Instance) -> None:
    was_stale = _owner_file(database).exists()
    hold_read, hold_write = os.pipe()
    pauses = [0.0, random.choice((0.0, random.uniform(0.0, 0.03)))]
    kills = random.random() < 0.5
    children = [Child(_living(instance, database, pause, hold_read, hold_write)) for pause in pauses]
    os.close(hold_read)
    answers = [child.next(_PATIENCE) for child in children]
    owners = [child for child, answer in zip(children, answers, strict=True) if _kind(answer) == "owner"]
    pids = {child.pid for child in children}
    for answer in answers:
        _judge(answer, pids, tally, where)
    tally.count("stale files taken over", int(was_stale and len(owners) == 1))
    _judge_owners(len(owners), tally, where)
    if owners:
        _read_beside(database, tally, where)
    for owner in owners:
        if kills:
            owner.kill()
            tally.count("owners killed")
    os.close(hold_write)  # whoever holds the database lets it go
    for child in children:
        list(child.messages(_PATIENCE))
        child.wait()


def _judge_owners(owners: int, tally: Tally, where: str) -> None:
    tally.count("owners", owners)
    if owners > 1:
        tally.count("two owners at once")
        tally.broken.append(f"{where}: two owners at once")
    if owners == 0:
        tally.count("no owner at all")
        tally.broken.append(f"{where}: nobody got the file")


def _judge(answer: Any, pids: set[int], tally: Tally, where: str) -> None:
    kind = _kind(answer)
    if kind == "in use":
        is_named = answer[1] in pids
        tally.count("losers who were told", int(is_named))
        tally.require(is_named, f"{where}: the loser was told of {answer[1]}, not of one of {sorted(pids)}")
    elif kind == "witness":
        tally.count("two owners at once")
        tally.broken.append(f"{where}: two owners at once (the witness was taken)")
    elif kind != "owner":
        tally.broken.append(f"{where}: {answer}")


def _kind(answer: Any) -> str:
    return str(answer[0]) if isinstance(answer, tuple) else ""


def _read_beside(database: Path, tally: Tally, where: str) -> None:
    try:
        with wiring.open_workspace(database, read_only=True) as workspace:
            tally.count("read-only beside an owner", int(bool(plans.list_plans(workspace))))
    except CchcError as error:
        tally.broken.append(f"{where}: reading beside an owner was refused: {error.message}")


def _owner_file(database: Path) -> Path:
    return database.with_name(f"{database.name}.lock")


# ---------------------------------------------------------------- in the children


def _living(
    instance: Instance, database: Path, pause: float, hold_read: int, hold_write: int
) -> Callable[[Send], None]:
    def live(send: Send) -> None:
        os.close(hold_write)
        instance(database, pause, lambda: _wait_for(hold_read), send)

    return live


def _wait_for(hold: int) -> None:
    """Wait until the parent closes its end."""
    os.read(hold, 1)


def open_and_hold(database: Path, pause: float, hold: Callable[[], None], send: Send) -> None:
    """Be one instance: open for writing, edit, hold the file, close."""
    select.select([], [], [], pause)
    try:
        with wiring.open_workspace(database) as workspace:
            if not take_witness(database):
                return send(("witness", os.getpid()))
            item_editing.edit_item(workspace, 1, {"note": f"Ghi bởi {os.getpid()} lúc {time.time()}"})
            send(("owner", os.getpid()))
            hold()
            release_witness()
    except DatabaseInUse as error:
        send(("in use", error.holder.pid if error.holder else 0))
    return None


_witness: list[int] = []


def take_witness(database: Path) -> bool:
    """Take the kernel's lock that only one process can have; it ends with the process."""
    handle = os.open(database.with_name("witness"), os.O_CREAT | os.O_RDWR)
    _witness.append(handle)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def release_witness() -> None:
    """Give the lock back before the database is closed: who comes next may then take both."""
    os.close(_witness.pop())
