"""What several programs want at once and only one may have: a name in a folder, and a moment alone.

A name is given by the file system, a moment by a lock of the kernel, which ends with the program that holds it.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from cchc_desktop.safe_files import sync_folder

_WAITS = (0.05, 0.1, 0.2, 0.4, 0.8)


def claim_first(source: Path, folder: Path, names: Iterator[str]) -> Path:
    """Rename a file to the first of some names that nothing has, for good; names must not run out. OSError."""
    target = next(target for target in (folder / name for name in names) if claim(source, target))
    sync_folder(folder)
    return target


def claim(source: Path, target: Path) -> bool:
    """Rename a file to a name that nothing has; False, and both as they were, where something has it. OSError."""
    if os.name == "nt":
        return _renamed(source, target)
    try:
        os.link(source, target)
    except FileExistsError:
        return False
    except OSError:  # FAT, some network disks
        return _put_on_a_placeholder(source, target)
    source.unlink()
    return True


def _renamed(source: Path, target: Path, sleep: Callable[[float], object] = time.sleep) -> bool:
    """Rename as Windows does, where a taken name refuses; a virus scanner that holds the fresh file is waited for."""
    for wait in (*_WAITS, None):
        try:
            source.rename(target)
        except FileExistsError:
            return False
        except PermissionError:
            if wait is None:
                raise
            sleep(wait)
        else:
            break
    return True


def _put_on_a_placeholder(source: Path, target: Path) -> bool:
    """Take the name by an empty file first: for an instant others see that."""
    try:
        target.open("xb").close()
    except FileExistsError:
        return False
    try:
        source.replace(target)
    except OSError:
        target.unlink(missing_ok=True)
        raise
    return True


@contextmanager
def moment_alone(path: Path) -> Iterator[bool]:
    """Keep other programs from doing at the same time what concerns a file; False where one of them is at it.

    Nobody waits. The lock is on a hidden file beside, gone again afterwards; a disk that knows no locks lets all pass.
    OSError where the folder takes no file.
    """
    side = path.with_name(f".{hashlib.sha256(path.name.encode('utf-8', 'surrogateescape')).hexdigest()[:12]}.guard")
    handle = _open(side)
    if handle is None:
        yield False
        return
    is_alone = False
    try:
        is_alone = _try_lock(handle) and _is_at(handle, side)
        yield is_alone
    finally:
        _close(handle, side, is_alone)


def _is_at(handle: int, side: Path) -> bool:
    """Tell whether the locked file still has its name: who had the lock before may have removed it."""
    try:
        return os.path.samestat(os.fstat(handle), side.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _open(side: Path) -> int | None:
        """Open the side file; None while another program is removing it."""
        try:
            return os.open(side, os.O_CREAT | os.O_RDWR)
        except PermissionError:
            if os.path.lexists(side):
                return None
            raise

    def _try_lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _close(handle: int, side: Path, is_alone: bool) -> None:
        """Close, which gives the lock back, then remove: Windows refuses while another program has the file open."""
        os.close(handle)
        if is_alone:
            with suppress(OSError):
                side.unlink()

else:
    import fcntl

    def _open(side: Path) -> int | None:
        """Open the side file; reading is enough for a lock, and another account may have left it."""
        return os.open(side, os.O_CREAT | os.O_RDONLY, 0o666)

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # no locks on this disk
            return True
        return True

    def _close(handle: int, side: Path, is_alone: bool) -> None:
        """Remove before the lock goes, so that nobody removes a file that another program has locked anew."""
        if is_alone:
            with suppress(OSError):
                side.unlink()
        os.close(handle)
