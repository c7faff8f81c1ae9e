"""The mount table of a Linux machine: which folders are on which kind of file system."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_TABLE = Path("/proc/self/mountinfo")
_DEVICES = Path("/sys/dev/block")
_ESCAPED = re.compile(r"\\([0-7]{3})")
_SEPARATOR = "-"


@dataclass(frozen=True, slots=True)
class Mount:
    """One mounted file system: where, and of which type ('ext4', 'cifs')."""

    folder: str
    kind: str
    is_removable: bool = False


def read_mounts() -> tuple[Mount, ...]:
    """Return the running machine's mounts in their order; () where it has no such table."""
    try:
        lines = _TABLE.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ()
    return tuple(parse_mounts(lines, _DEVICES))


def parse_mounts(lines: Iterable[str], devices: Path) -> list[Mount]:
    """Read lines of a mount table (proc(5), /proc/pid/mountinfo); what cannot be read is left out."""
    found = []
    for line in lines:
        fields = line.split(" ")
        if _SEPARATOR not in fields or fields.index(_SEPARATOR) + 1 >= len(fields) or len(fields) < 7:
            continue
        kind = fields[fields.index(_SEPARATOR) + 1]
        found.append(Mount(_plain(fields[4]), kind, _is_removable(devices / fields[2])))
    return found


def _plain(text: str) -> str:
    """Return a mount point with its blanks, which the kernel writes as octal numbers."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 8)), text)


def _is_removable(device: Path) -> bool:
    """Tell whether a block device, or the disk that a partition is on, can be taken out."""
    disk = Path(os.path.realpath(device))
    return any(_says_one(place / "removable") for place in (disk, disk.parent))


def _says_one(file: Path) -> bool:
    try:
        return file.read_text(encoding="ascii").strip() == "1"
    except (OSError, ValueError):
        return False
