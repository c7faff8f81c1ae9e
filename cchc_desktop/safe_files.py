"""Writing files so that a crash or a full disk leaves the old file or the new one, never half of one."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

_PREFIX, _SUFFIX = ".cchc-", ".tmp"
_ABANDONED_AFTER = 3600.0
"""Seconds after which an unfinished file has no writer any more: a kill has left it."""
_FIRST_WAIT = 0.05
_ATTEMPTS = 6


@contextmanager
def write_atomically(path: Path) -> Iterator[BinaryIO]:
    """Give a readable, seekable binary file that becomes `path` when the block ends well.

    A block that raises leaves `path` as it was. The folder must exist; OSError goes to the caller.
    """
    target = Path(os.path.realpath(path))
    sweep(target.parent)
    temporary = target.with_name(f"{_PREFIX}{uuid4().hex[:12]}{_SUFFIX}")
    try:
        with temporary.open("xb+") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        replace_with_retries(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def sweep(folder: Path, now: Callable[[], float] = time.time) -> None:
    """Remove what killed programs left unfinished in a folder; what cannot be removed stays."""
    with suppress(OSError):
        for left in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
            if now() - left.stat().st_mtime > _ABANDONED_AFTER:
                left.unlink(missing_ok=True)


def replace_with_retries(source: Path, target: Path, sleep: Callable[[float], object] = time.sleep) -> None:
    """Rename `source` over `target`, waiting up to about 1.5 s for a program that holds either of them.

    On Windows a virus scanner or an indexer holds a fresh file for a moment. A holder that stays
    (Excel) ends in the PermissionError itself.
    """
    for attempt in range(_ATTEMPTS):
        try:
            source.replace(target)
        except PermissionError:
            if attempt == _ATTEMPTS - 1:
                raise
            sleep(_FIRST_WAIT * 2**attempt)
        else:
            break
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename inside `folder` survive a power cut; Windows cannot sync folders."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
