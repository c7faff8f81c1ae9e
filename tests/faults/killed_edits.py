"""kill -9 in a loop of acknowledged edits: nothing acknowledged is lost, nothing is half there.

The child tells two things for each operation. Just before the COMMIT: what the database will hold (read on the
connection that commits). After the service returned: that it is done. So after the kill the file must hold either
what was acknowledged last, or the whole of the operation that was in flight.
"""

from __future__ import annotations

import signal
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import Connection, Engine, event

from cchc_desktop import wiring
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.services.workspace import Workspace
from tests.faults import fingerprint as prints
from tests.faults.forks import Child, Ended
from tests.faults.random_edits import RandomEdits
from tests.faults.report import Report, Tally
from tests.faults.sample import make_sample

NAME, SMALL, FULL = "killed edits", 30, 2000
_ROUNDS_PER_FILE = 40
"""A new file now and then: the log of an old one makes each fingerprint dearer."""
_PATIENCE = 60.0

Send = Callable[[Any], None]
Writer = Callable[[Path, int, Send], None]


def write_until_killed(database: Path, seed: int, send: Send) -> None:
    """Be the child: do random edits and tell of each."""
    tell_before_commits(lambda content: send(("intent", content)))
    with wiring.open_workspace(database) as workspace:
        edits = RandomEdits(workspace, Random(seed))
        send(("open", ""))
        while True:
            send(("done", edits.step()))


def tell_before_commits(tell: Callable[[str], None]) -> None:
    """Call `tell` with what the database will hold, before each COMMIT of this process; only in a child."""

    @event.listens_for(Engine, "commit")
    def _announce(connection: Connection) -> None:
        driver = connection.connection.driver_connection
        assert driver is not None
        tell(prints.summary(prints.fingerprint_of(driver)))


@dataclass
class Told:
    """What the child told until it was killed."""

    acknowledged: str
    intent: str | None = None
    history: list[str] = field(default_factory=list)
    done: int = 0
    fault: str = ""

    def hear(self, message: tuple[str, str] | Ended) -> None:
        """Take one message in."""
        if isinstance(message, Ended):
            self.fault = message.crash_line
            return
        kind, content = message
        if kind == "intent":
            self.intent = content
        elif kind == "done":
            self.done += 1
            if self.intent is not None:  # else the step had nothing to change
                self.history.append(self.acknowledged)
                self.acknowledged, self.intent = self.intent, None

    def judge(self, found: str) -> str:
        """Say what a state means: 'acknowledged', 'in flight', 'lost' or 'half'."""
        if found == self.acknowledged:
            return "acknowledged"
        if found == self.intent:
            return "in flight"
        return "lost" if found in self.history else "half"


def run(
    count: int, folder: Path, seed: int, writer: Writer = write_until_killed, patience: float = _PATIENCE
) -> Report:
    """Kill a writer `count` times; `seed` repeats a run as far as moments can be repeated.

    `patience` are the seconds that the writer may be silent before it is killed where it stands.
    """
    random = Random(seed)
    tally = Tally()
    for name in ("edits acknowledged", "lost", "half", "state: acknowledged", "state: in flight", "journal was hot",
                 "owner file left behind", "killed while opening"):  # fmt: skip
        tally.count(name, 0)
    database = folder / "killed.db"
    for number in range(count):
        if number % _ROUNDS_PER_FILE == 0:
            database = make_sample(folder / f"killed-{number}.db", edits=3, seed=seed + number)
        if not _round(database, random, tally, f"seed {seed}, round {number}", writer, patience):
            database = make_sample(folder / f"killed-{number}-anew.db", seed=seed + number)
    return tally.report(NAME, count)


def _round(database: Path, random: Random, tally: Tally, where: str, writer: Writer, patience: float) -> bool:
    """Do one kill; return whether the file is as it must be."""
    told = Told(prints.summary(prints.fingerprint(database)))
    child_seed = random.randrange(2**32)
    with Child(lambda send: writer(database, child_seed, send)) as child:
        _listen_then_kill(child, told, random, patience)
        ended_by = child.wait()
    tally.require(ended_by == signal.SIGKILL, f"{where}: the writer ended by itself {told.fault}")
    tally.count("edits acknowledged", told.done)
    tally.count("killed while opening", int(not told.history and not told.done and told.intent is None))
    tally.count("journal was hot", int(database.with_name(f"{database.name}-journal").exists()))
    tally.count("owner file left behind", int(database.with_name(f"{database.name}.lock").exists()))
    return _judge(database, told, tally, where)


def _listen_then_kill(child: Child, told: Told, random: Random, patience: float) -> None:
    """Kill at a random moment: of the opening, of an edit, or, half of the time, near a COMMIT."""
    edits, near_commit = random.randrange(4), random.random() < 0.5
    if random.random() < 0.1:
        _hear_for(child, told, random.uniform(0.0, 0.05))
    else:
        for message in child.messages(patience):
            told.hear(message)
            if told.done >= edits and (told.intent is not None) == near_commit:
                break
        _hear_for(child, told, 0.02 * random.random() ** 3 if near_commit else random.uniform(0.0, 0.06))
    child.kill()
    _hear_for(child, told, _PATIENCE)  # to the end of the pipe: what was told before the kill counts


def _hear_for(child: Child, told: Told, seconds: float) -> None:
    for message in child.messages(seconds):
        told.hear(message)


def _judge(database: Path, told: Told, tally: Tally, where: str) -> bool:
    """Open as the program does after a kill, and compare."""
    try:
        with wiring.open_workspace(database) as workspace:
            problems = _problems(workspace)
        verdict = told.judge(prints.summary(prints.fingerprint(database)))
    except CchcError as error:
        tally.broken.append(f"{where}: could not be opened after the kill: {error.message}")
        return False
    tally.count(f"state: {verdict}" if verdict in ("acknowledged", "in flight") else verdict)
    tally.require(not problems, f"{where}: {problems}")
    tally.require(verdict not in ("lost", "half"), f"{where}: an edit is {verdict}")
    return not problems and verdict not in ("lost", "half")


def _problems(workspace: Workspace) -> tuple[str, ...]:
    return tuple(workspace.queries.check().problems)
