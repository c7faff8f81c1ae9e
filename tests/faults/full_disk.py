"""A really full disk: a small tmpfs that is filled up step by step, and a limit on file sizes where none is mounted.

At each step the program edits, imports, exports and is opened anew. It may succeed or refuse by a known error; the
data must be what was before or after, and all must work again once there is room.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cchc_desktop import wiring
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.services import exchange, item_editing, plans
from cchc_desktop.services.exchange import ImportChoices
from cchc_desktop.services.papers import writing
from cchc_desktop.services.workspace import Workspace
from tests.faults import fingerprint as prints
from tests.faults.failing_writes import edit_anything
from tests.faults.forks import IS_POSSIBLE, WHY_NOT, in_child
from tests.faults.killed_edits import tell_before_commits
from tests.faults.report import Report, Tally
from tests.faults.sample import copied, make_sample

NAME, SMALL, FULL = "full disk", 6, 60
_DISK = 3 * 1024 * 1024
_STEP = 4096
_TARGETS = ("phụ lục.xlsx", "phụ lục.pdf")

Deed = Callable[[Workspace, Path], object]


def _bulk_edit(workspace: Workspace, _folder: Path) -> None:
    item_editing.edit_items(workspace, {id_: {"note": f"Ghi chú {id_}. " * 90} for id_ in range(1, 21)})


def _import(workspace: Workspace, _folder: Path) -> None:
    exchange.import_plan(workspace, wiring.sample_draft(), ImportChoices())


def _export(name: str) -> Deed:
    def export(workspace: Workspace, folder: Path) -> object:
        paper = writing.gather(workspace, 1, "appendix", workspace.clock.today())
        return writing.write_paper(workspace, paper, folder / name)

    return export


DEEDS: dict[str, Deed] = {
    "edit": lambda workspace, _folder: edit_anything(workspace),
    "bulk edit": _bulk_edit,
    "import": _import,
    **{f"export to {name}": _export(name) for name in _TARGETS},
}


def run(count: int, folder: Path, seed: int) -> Report:
    """Fill a disk to `count` different degrees, and set `count` limits on file sizes; `seed` shifts both."""
    if not IS_POSSIBLE:
        return Report(NAME, 0, skipped=WHY_NOT)
    tally = Tally()
    source = make_sample(folder / "full-source.db", plans=1)
    notes: dict[str, object] = {}
    try:
        with small_disk(folder / "disk") as disk:
            for number in range(count):
                _step(tally, source, disk, "disk", lambda d, n=number: filled(d, n * _STEP + seed % 997))
    except OSError as error:
        notes["tmpfs"] = f"not mounted ({error.strerror})"
    limited = folder / "limited"
    limited.mkdir()
    size = source.stat().st_size
    for number in range(count):
        limit = (0, 100)[number] if number < 2 else size - 3 * _STEP + number * _STEP
        _step(tally, source, limited, "file size", lambda _d, n=limit: limited_files(n))
    return tally.report(NAME, count * 2, **notes)


def _step(
    tally: Tally,
    source: Path,
    folder: Path,
    kind: str,
    scarce: Callable[[Path], contextlib.AbstractContextManager[Any]],
) -> None:
    for name, deed in DEEDS.items():
        path = copied(source, folder / "data.db")
        old = {target: (folder / target).write_bytes(b"old") for target in _TARGETS}
        assert old
        ended = in_child(lambda path=path, deed=deed: _live(path, deed, scarce))
        where = f"{kind}, {name}"
        if ended.crash:
            tally.broken.append(f"{where}: {ended.crash_line}")
            continue
        tally.count(f"{kind}: {ended.value['how']}")
        tally.broken.extend(f"{where}: {trouble}" for trouble in ended.value["troubles"])
        _require_whole_targets(tally, folder, where)


def _live(path: Path, deed: Deed, scarce: Callable[[Path], contextlib.AbstractContextManager[Any]]) -> dict[str, Any]:
    """Do one deed while room is scarce, then once more with room; in a child."""
    troubles: list[str] = []
    intents: list[str] = []
    tell_before_commits(intents.append)
    before = prints.summary(prints.fingerprint(path))
    with scarce(path.parent):
        how = _try(path, deed, troubles)
    with wiring.open_workspace(path) as workspace:
        now = prints.summary(prints.fingerprint(path))
        expected = [before] if how.startswith("refused") else [before, *intents[-1:]]
        if now not in expected:
            troubles.append(f"{how}, but the data are something else")
        deed(workspace, path.parent)
        edit_anything(workspace)
    troubles += prints.integrity(path)
    return {"how": how, "troubles": troubles}


def _try(path: Path, deed: Deed, troubles: list[str]) -> str:
    stage = "at the opening"
    try:
        with wiring.open_workspace(path) as workspace:
            stage = "at work"
            plans.list_plans(workspace)
            deed(workspace, path.parent)
    except CchcError:
        return f"refused {stage}"
    except Exception as error:
        troubles.append(f"not a known error: {error!r}")
        return f"refused {stage}"
    return "done"


def _require_whole_targets(tally: Tally, folder: Path, where: str) -> None:
    for name in _TARGETS:
        start = (folder / name).read_bytes()[:4]
        tally.require(start in (b"old", b"PK\x03\x04", b"%PDF"), f"{where}: {name} is half written")


# ---------------------------------------------------------------- scarcity


@contextmanager
def small_disk(folder: Path, size: int = _DISK) -> Iterator[Path]:
    """Mount a tmpfs of so many bytes; OSError where the system does not allow it."""
    folder.mkdir()
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.mount(b"tmpfs", bytes(folder), b"tmpfs", 0, f"size={size}".encode()):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    try:
        yield folder
    finally:
        libc.umount2(bytes(folder), 2)  # MNT_DETACH


@contextmanager
def filled(folder: Path, free: int) -> Iterator[None]:
    """Fill a small disk but for `free` bytes."""
    filler = folder / "filler"
    disk = os.statvfs(folder)
    room = disk.f_bavail * disk.f_frsize - free
    handle = os.open(filler, os.O_CREAT | os.O_WRONLY)
    try:
        if room > 0:
            os.posix_fallocate(handle, 0, room)
        yield
    finally:
        os.close(handle)
        filler.unlink()


@contextmanager
def limited_files(size: int) -> Iterator[None]:
    """Let no file of this process grow beyond so many bytes (EFBIG); Python ignores the signal that comes with it."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
