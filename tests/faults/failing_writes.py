"""Every n-th write failing: the disk refuses once or for good, at each place of each operation in turn.

For n = 1, 2, … the n-th call of SQLite that changes the disk fails, until an operation is done before its n-th call.
Each failure must come out as a known error, leave the state before (or, where the operation is reported done, after),
and leave the same open database usable.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Any
from uuid import uuid4

from cchc_desktop import wiring
from cchc_desktop.domain.backups import BackupReason
from cchc_desktop.domain.changes import EntityKind, Operation
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.services import exchange, history, item_editing, plans
from cchc_desktop.services.exchange import ImportChoices
from cchc_desktop.services.workspace import Workspace
from tests.faults import fingerprint as prints
from tests.faults.forks import Child
from tests.faults.killed_edits import tell_before_commits
from tests.faults.older import make_older
from tests.faults.report import Report, Tally
from tests.faults.sample import copied, make_sample
from tests.faults.vfs import FULL as DISK_FULL
from tests.faults.vfs import WHY_NOT, Fault, Injector, shared_sqlite

NAME, SMALL, FULL = "failing writes", 2, 100_000
_PATIENCE = 1800.0
_RESTORED = "CCHC_TESTS_RESTORED"
"""Environment variable that names the backup which the case 'restore' brings back."""

WAYS = {
    "full": Fault(0, code=DISK_FULL),
    "full for good": Fault(0, code=DISK_FULL, lasting=True),
    "I/O error": Fault(0),
    "I/O error after the deed": Fault(0, late=True),
    "I/O error for good": Fault(0, lasting=True),
}


@dataclass(frozen=True)
class Case:
    """One operation: `act` works on an open workspace, `opening` changes a closed file.

    `result` is what the data hold when it is done: what it commits, the same as before, or what a backup held.
    """

    name: str
    act: Callable[[Workspace], object] | None = None
    opening: Callable[[Path], object] | None = None
    result: str = "committed"


def _edit_many(workspace: Workspace) -> None:
    item_editing.edit_items(workspace, {id_: {"note": f"Ghi chú {id_}. " * 60} for id_ in range(1, 21)})


def _back_up(workspace: Workspace) -> None:
    workspace.backups.make(BackupReason.MANUAL)


def _restore(workspace: Workspace) -> None:
    workspace.backups.restore(Path(os.environ[_RESTORED]))


def _open(path: Path) -> None:
    with wiring.open_workspace(path):
        pass


def _purge(workspace: Workspace) -> None:
    with workspace.units(Operation("bin.purge", "Xóa hẳn kế hoạch")) as unit:
        unit.bin.purge(EntityKind.PLAN, 2)
        unit.commit()


CASES = (
    Case("edit", lambda workspace: item_editing.edit_item(workspace, 1, {"note": "Sửa khi ổ đĩa lỗi"})),
    Case("bulk edit", _edit_many),
    Case("import", lambda workspace: exchange.import_plan(workspace, wiring.sample_draft(), ImportChoices())),
    Case("delete", lambda workspace: plans.delete_plan(workspace, 1)),
    Case("undo", history.undo),
    Case("purge", _purge),
    Case("backup", _back_up, result="same"),
    Case("restore", _restore, result="restored"),
    Case("migration", opening=_open),
    Case("new file", opening=_open),
)


def run(count: int, folder: Path, seed: int, cases: tuple[Case, ...] = CASES) -> Report:
    """Try up to `count` places of each operation in each way, spread over all of its places; `seed` shifts them."""
    if shared_sqlite() is None:
        return Report(NAME, 0, skipped=WHY_NOT)
    tally = Tally()
    for name in ("failures hit", "refused, state before", "reported done, state after"):
        tally.count(name, 0)
    sources = _sources(folder)
    tried = 0
    for case in cases:
        for way, fault in WAYS.items():
            tried += _explore(_Job(case, way, fault, sources, folder, count, seed), tally)
    return tally.report(NAME, tried)


@dataclass(frozen=True)
class _Job:
    case: Case
    way: str
    fault: Fault
    sources: dict[str, Path]
    folder: Path
    most: int
    seed: int

    def fresh(self) -> Path:
        target = self.folder / "failing.db"
        source = self.sources.get(self.case.name, self.sources[""])
        copied(source, target)
        shutil.rmtree(wiring.backup_folder(target), ignore_errors=True)
        if self.case.name == "new file":
            target.unlink()
        return target


def _sources(folder: Path) -> dict[str, Path]:
    """Make what the operations start from."""
    plain = make_sample(folder / "before.db", plans=2)
    purged = make_sample(folder / "before-purge.db", plans=3)
    with wiring.open_workspace(purged) as workspace:
        plans.delete_plan(workspace, 2)
    os.environ[_RESTORED] = str(make_sample(folder / "to restore.db", plans=1, edits=3))
    return {"": plain, "purge": purged, "migration": make_older(folder / "before-migration.db")}


def _explore(job: _Job, tally: Tally) -> int:
    """Run one operation and way in a child; return how many places were tried."""
    tried = 0
    is_whole = False
    with Child(lambda send: _explore_here(job, send)) as child:
        for message in child.messages(_PATIENCE):
            if message == "end":
                is_whole = True
            elif isinstance(message, tuple):
                tried += 1
                _judge(job, *message, tally)
            else:
                tally.broken.append(f"{job.case.name}, {job.way}: {message.crash_line}")
        if not child.has_ended:
            child.kill()
        ended_by = child.wait()
    tally.require(is_whole and not ended_by, f"{job.case.name}, {job.way}: the child broke off (signal {ended_by})")
    return tried


def _judge(job: _Job, number: int, outcome: dict[str, Any], tally: Tally) -> None:
    where = f"{job.case.name}, {job.way}, call {number} ({outcome['hit']})"
    tally.count("failures hit")
    if trouble := outcome["trouble"]:
        tally.broken.append(f"{where}: {trouble}")
        return
    verdict = {(True, "before"): "refused, state before", (False, "after"): "reported done, state after"}
    kind = verdict.get((outcome["refused"], outcome["state"]))
    if kind is None and outcome["refused"] and outcome["state"] == "after":
        tally.count("refused although done (whole)")  # the deed that failed was the last one
        tally.require(job.fault.late, f"{where}: refused, but it was done")
        return
    if kind is None:
        tally.broken.append(f"{where}: refused {outcome['refused']}, state {outcome['state']}")
    else:
        tally.count(kind)


# ---------------------------------------------------------------- in the child


def _explore_here(job: _Job, send: Callable[[Any], None]) -> None:
    injector = Injector.install()
    intents: list[str] = []
    tell_before_commits(intents.append)
    for number in _places(job, injector, intents):
        outcome = _attempt(job, injector, intents, number)
        if outcome["hit"]:
            send((number, outcome))
    send("end")


def _places(job: _Job, injector: Injector, intents: list[str]) -> Iterator[int]:
    """Yield the calls to fail: each one, or `most` of them spread evenly."""
    _attempt(job, injector, intents, 0)
    total = injector.calls.total()
    step = max(1, -(-total // job.most))
    first = 1 + job.seed % step
    yield from range(first, total + 1, step)
    if step == 1:
        for number in count(total + 1):  # a failure makes more calls (a rollback)
            yield number
            if not injector.hits:
                return


def _attempt(job: _Job, injector: Injector, intents: list[str], number: int) -> dict[str, Any]:
    """Let the n-th call fail, and tell what came of it; 0 fails none."""
    path = job.fresh()
    fault = replace(job.fault, at=number or 10**9)
    outcome: dict[str, Any] = {"refused": False, "state": "", "trouble": "", "hit": ""}
    attempt = _act_opened if job.case.act else _act_opening
    try:
        attempt(job.case, path, injector, fault, intents, outcome)
        outcome["trouble"] = outcome["trouble"] or "; ".join(prints.integrity(path))
    except Exception as error:
        outcome["trouble"] = outcome["trouble"] or f"afterwards: {error!r}"
    finally:
        injector.disarm()
    outcome["hit"] = ",".join(injector.hits)
    return outcome


def _act_opened(
    case: Case, path: Path, injector: Injector, fault: Fault, intents: list[str], outcome: dict[str, Any]
) -> None:
    assert case.act is not None
    with wiring.open_workspace(path) as workspace:
        before = prints.summary(prints.fingerprint(path))
        intents.clear()
        with _armed(injector, fault):
            _do(lambda: case.act(workspace), outcome)  # type: ignore[misc]
        workspace.queries.plans()  # what a rollback could not put back on a failing disk is put back here
        after = prints.summary(prints.fingerprint(path))
        intents += _other_results(case, path, before, after)
        outcome["state"] = _state(before, after, intents)
        if case.result == "same" and not outcome["refused"]:
            outcome["state"] = {"before": "after"}.get(outcome["state"], "something else")
        outcome["trouble"] = outcome["trouble"] or _unsound_backups(workspace)
        edit_anything(workspace)


def _act_opening(
    case: Case, path: Path, injector: Injector, fault: Fault, intents: list[str], outcome: dict[str, Any]
) -> None:
    assert case.opening is not None
    before = "" if not path.exists() else prints.summary(prints.fingerprint(path))
    intents.clear()
    with _armed(injector, fault):
        _do(lambda: case.opening(path), outcome)  # type: ignore[misc]
    recover(path)
    after = "" if not path.exists() or not path.stat().st_size else prints.summary(prints.fingerprint(path))
    outcome["state"] = _state(before, after, intents)
    with wiring.open_workspace(path) as workspace:
        exchange.import_plan(workspace, wiring.sample_draft(), ImportChoices())


def _other_results(case: Case, path: Path, before: str, after: str) -> list[str]:
    """Return states that the operation may leave and that were not committed through the program's engine."""
    if case.result != "restored" or after == before:
        return []
    content = prints.fingerprint(path, leaving_out=prints.LOG_TABLES)
    expected = prints.fingerprint(Path(os.environ[_RESTORED]), leaving_out=prints.LOG_TABLES)
    return [after] if content == expected else []


def _unsound_backups(workspace: Workspace) -> str:
    """Name a backup that is listed as sound and is not."""
    sound = [line.backup.file for line in workspace.backups.lines() if line.is_sound]
    return "; ".join(f"{file.name} is listed as sound" for file in sound if prints.integrity(file))


def edit_anything(workspace: Workspace) -> None:
    """Edit an item of any plan: what must work after every fault."""
    trees = [plans.open_plan(workspace, plan.id) for plan in plans.list_plans(workspace)]
    item_id = next(item_id for tree in trees for item_id in tree.items)
    item_editing.edit_item(workspace, item_id, {"note": f"Vẫn ghi được sau {uuid4()}"})


def recover(path: Path) -> None:
    """Let what a failed transaction left beside a file be rolled back; nothing else changes."""
    from cchc_desktop.storage.sqlite_file import schema_version

    if path.exists():
        schema_version(path)


@contextmanager
def _armed(injector: Injector, fault: Fault) -> Iterator[None]:
    injector.arm(fault)
    try:
        yield
    finally:
        injector.disarm()


def _do(act: Callable[[], object], outcome: dict[str, Any]) -> None:
    try:
        act()
    except CchcError:
        outcome["refused"] = True
    except Exception as error:
        outcome["refused"] = True
        outcome["trouble"] = f"not a known error: {error!r}"


def _state(before: str, after: str, intents: list[str]) -> str:
    if after == before:
        return "before"
    return "after" if after in intents else "something else"
