"""Places on disks: whether two folders are on one disk, and which removable disks are plugged in.

What is asked is the volume (`st_dev`): two partitions of one disk count as two disks, for no portable call tells them
apart. A USB disk that Windows calls fixed (large ones do) is not listed among the removable ones; it can be chosen by
hand as any other folder.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from cchc_desktop.domain.backups import OutsidePlace

MOUNTS = Path("/proc/self/mountinfo")
BLOCK_DEVICES = Path("/sys/dev/block")

_WHERE_MEDIA_ARE = ("/media/", "/run/media/", "/mnt/")
_ESCAPED = re.compile(r"\\([0-7]{3})")


def volume_of(path: Path) -> int | None:
    """Return the volume that a path is on, or would be: its nearest existing parent's; None where none answers."""
    for place in (path, *path.absolute().parents):
        try:
            return place.stat().st_dev
        except OSError:
            continue
    return None


def are_on_one_volume(one: Path, other: Path) -> bool:
    """Tell whether two paths are on one volume; True where it cannot be known, so that no copy counts that is none."""
    first, second = volume_of(one), volume_of(other)
    return first is None or second is None or first == second


def removable_places() -> tuple[OutsidePlace, ...]:
    """Return the removable disks that are plugged in and can be written, in the order of their names."""
    found = _windows_drives() if sys.platform == "win32" else linux_media(MOUNTS, BLOCK_DEVICES)
    return tuple(sorted((place for place in map(_place, found) if place), key=lambda place: place.name))


def _place(found: tuple[Path, str]) -> OutsidePlace | None:
    folder, name = found
    try:
        free = shutil.disk_usage(folder).free
    except OSError:  # pulled out a moment ago, or a card reader without a card
        return None
    return OutsidePlace(folder, name, free) if os.access(folder, os.W_OK) else None


def linux_media(mounts: Path, devices: Path) -> Iterator[tuple[Path, str]]:
    """Yield the mount points of removable block devices and their names (proc(5), /proc/pid/mountinfo)."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return
    for line in lines:
        fields = line.split(" ")
        if len(fields) < 6:
            continue
        number, point = fields[2], _unescaped(fields[4])
        if point.startswith(_WHERE_MEDIA_ARE) and _is_removable(devices / number):
            yield Path(point), Path(point).name


def _unescaped(text: str) -> str:
    """Return a mount point with its blanks: the kernel writes them in octal."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 8)), text)


def _is_removable(device: Path) -> bool:
    """Tell whether a block device (or the disk that a partition is on) can be taken out, or hangs on USB."""
    real = Path(os.path.realpath(device))
    if any(part.startswith("usb") for part in real.parts):
        return True
    return any(_flag(disk / "removable") for disk in (real, real.parent))


def _flag(file: Path) -> bool:
    try:
        return file.read_text(encoding="ascii").strip() == "1"
    except (OSError, ValueError):
        return False


if sys.platform == "win32":
    import ctypes

    _DRIVE_REMOVABLE = 2  # winbase.h
    _NAME_LENGTH = 261
    _NO_BOX = 0x0001  # SEM_FAILCRITICALERRORS: an empty card reader must not open a box of Windows'

    def _windows_drives() -> Iterator[tuple[Path, str]]:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        before = kernel.SetErrorMode(_NO_BOX)
        try:
            present = kernel.GetLogicalDrives()
            for index in range(26):
                root = f"{chr(ord('A') + index)}:\\"
                if present >> index & 1 and kernel.GetDriveTypeW(root) == _DRIVE_REMOVABLE:
                    yield Path(root), _volume_name(kernel, root)
        finally:
            kernel.SetErrorMode(before)

    def _volume_name(kernel: ctypes.WinDLL, root: str) -> str:
        buffer = ctypes.create_unicode_buffer(_NAME_LENGTH)
        kernel.GetVolumeInformationW(root, buffer, _NAME_LENGTH, None, None, None, None, 0)
        return f"{buffer.value or 'USB'} ({root[:2]})"

else:

    def _windows_drives() -> Iterator[tuple[Path, str]]:
        yield from ()
