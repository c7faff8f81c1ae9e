"""Writing files so that a crash or a full disk leaves the old file or the new one, never half of one."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

_FIRST_WAIT = 0.05
_ATTEMPTS = 6


@contextmanager
def write_atomically(path: Path) -> Iterator[BinaryIO]:
    """Give a readable, seekable binary file that becomes `path` when the block ends well.

    A block that raises leaves `path` as it was. The folder must exist; OSError goes to the caller.
    """
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".{uuid4().hex[:12]}.tmp")
    try:
        with temporary.open("xb+") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        replace_with_retries(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


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
