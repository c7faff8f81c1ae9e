"""Where a database lies, judged: network disks, sync folders and removable disks lose data of a file in use.

Only warnings come from here, with a local place to offer. The judgement is text against text (the path, the mount
table, the environment), so that it can be tested for machines that are not there; what only the running machine can
tell stands in `this_machine`. A path is resolved first: a redirected Documents folder or a mapped drive shows as what
it is.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

from cchc_desktop import paths
from cchc_desktop.domain.opening import PlaceKind, PlaceWarning
from cchc_desktop.storage.mounts import Mount, read_mounts

# fmt: off
_NETWORK_TYPES = frozenset({
    "9p", "afpfs", "afs", "ceph", "cifs", "coda", "davfs", "fuse.davfs2", "fuse.glusterfs", "fuse.gvfsd-fuse",
    "fuse.rclone", "fuse.sshfs", "fuse.vmhgfs-fuse", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "smb3", "smbfs",
    "vboxsf",
})
# fmt: on
_REMOVABLE, _REMOTE = 2, 4  # GetDriveTypeW (fileapi.h)
_ONEDRIVE_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_DROPBOX_FILES = (
    ("APPDATA", "Dropbox"),
    ("LOCALAPPDATA", "Dropbox"),
    ("HOME", ".dropbox"),
    ("USERPROFILE", ".dropbox"),
)
_FOLDER_NAMES = {
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "drive của tôi": "Google Drive",
    "iclouddrive": "iCloud",
    "icloud drive": "iCloud",
    "mobile documents": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
}
_ONEDRIVE = "onedrive"
"""How OneDrive's folders begin: 'OneDrive', 'OneDrive - UBND xã A'."""


@dataclass(frozen=True, slots=True)
class Machine:
    """What the judgement knows of a machine; `drive_type` answers as GetDriveTypeW does for a root."""

    environment: Mapping[str, str] = field(default_factory=dict)
    mounts: tuple[Mount, ...] = ()
    drive_type: Callable[[str], int] = lambda root: 0
    read_text: Callable[[str], str | None] = lambda path: None


def real_file(path: Path) -> Path:
    """Return the file that a link leads to, any other path as it is: a restore must replace the file, not the link.

    Links on the way to it are left alone, for what stands beside the file is reached through them too.
    """
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def judge(path: Path) -> tuple[PlaceWarning, ...]:
    """Return why a database had better lie elsewhere, () for a good place; never raises."""
    offered = paths.data_dir() / path.name
    return tuple(warnings(PurePath(os.path.realpath(path)), this_machine(), offered))


def warnings(path: PurePath, machine: Machine, offered: Path) -> Iterator[PlaceWarning]:
    """Yield the warnings for a resolved path on a machine."""
    for kind, where in _reasons(path, machine):
        yield PlaceWarning(kind, f"{_SENTENCES[kind].format(where)} Nên chuyển dữ liệu về máy này: {offered}.", offered)


_SENTENCES = {
    PlaceKind.NETWORK: (
        "Tệp dữ liệu nằm trên ổ mạng ({}). Khi mạng chập chờn hoặc hai máy cùng ghi, dữ liệu có thể hỏng."
    ),
    PlaceKind.SYNC_FOLDER: (
        "Tệp dữ liệu nằm trong thư mục đồng bộ của {}. Phần mềm đồng bộ có thể chép đè tệp khi chương trình đang ghi."
    ),
    PlaceKind.REMOVABLE: (
        "Tệp dữ liệu nằm trên ổ tháo rời ({}). Rút ổ khi chương trình đang mở có thể làm mất dữ liệu."
    ),
}


def _reasons(path: PurePath, machine: Machine) -> Iterator[tuple[PlaceKind, str]]:
    """Yield each kind of bad place that a path is in, and what it is called."""
    if network := _network(path, machine):
        yield PlaceKind.NETWORK, network
    if sync := _sync_client(path, machine):
        yield PlaceKind.SYNC_FOLDER, sync
    if removable := _removable(path, machine):
        yield PlaceKind.REMOVABLE, removable


# ---------------------------------------------------------------- disks


def _network(path: PurePath, machine: Machine) -> str | None:
    if isinstance(path, PureWindowsPath):
        if _share(path):
            return _share(path)
        return path.drive if machine.drive_type(path.anchor) == _REMOTE else None
    mount = _mount_of(path, machine.mounts)
    return mount.folder if mount is not None and mount.kind in _NETWORK_TYPES else None


def _share(path: PureWindowsPath) -> str | None:
    r"""Return the share of a UNC path (\\server\share, \\?\UNC\server\share), None for a drive."""
    drive = path.drive.replace("/", "\\")
    if drive.upper().startswith("\\\\?\\UNC"):
        return "\\\\" + "\\".join(part for part in path.parts[0].split("\\") if part not in ("", "?", "UNC", "unc"))
    return drive if drive.startswith("\\\\") and not drive.startswith(("\\\\?\\", "\\\\.\\")) else None


def _removable(path: PurePath, machine: Machine) -> str | None:
    if isinstance(path, PureWindowsPath):
        return path.drive if machine.drive_type(path.anchor) == _REMOVABLE else None
    mount = _mount_of(path, machine.mounts)
    return mount.folder if mount is not None and mount.is_removable else None


def _mount_of(path: PurePath, mounts: tuple[Mount, ...]) -> Mount | None:
    """Return the mount that a path is on: the deepest one above it, the last of several at one place."""
    above = [mount for mount in mounts if path.is_relative_to(PurePosixPath(mount.folder))]
    return max(reversed(above), key=lambda mount: len(PurePosixPath(mount.folder).parts), default=None)


# ---------------------------------------------------------------- sync clients


def _sync_client(path: PurePath, machine: Machine) -> str | None:
    """Name the sync client that minds a path, by what it told the machine, else by the usual folder names."""
    for name, folder in _announced(machine):
        if _is_below(path, folder):
            return name
    for part in path.parts[:-1]:
        folded = part.casefold()
        if folded in _FOLDER_NAMES:
            return _FOLDER_NAMES[folded]
        if folded == _ONEDRIVE or folded.startswith(f"{_ONEDRIVE} - "):
            return "OneDrive"
    return None


def _announced(machine: Machine) -> Iterator[tuple[str, str]]:
    for variable in _ONEDRIVE_VARIABLES:
        if folder := machine.environment.get(variable):
            yield "OneDrive", folder
    for variable, below in _DROPBOX_FILES:
        if root := machine.environment.get(variable):
            yield from _dropbox_folders(machine.read_text(str(PurePath(root, below, "info.json"))))


def _dropbox_folders(text: str | None) -> Iterator[tuple[str, str]]:
    """Yield the folders that Dropbox's info.json names, one per account."""
    try:
        accounts = json.loads(text or "{}")
        for account in accounts.values():
            yield "Dropbox", str(account["path"])
    except (ValueError, AttributeError, KeyError, TypeError):
        return


def _is_below(path: PurePath, folder: str) -> bool:
    return path.is_relative_to(type(path)(folder))


# ---------------------------------------------------------------- the running machine


def this_machine() -> Machine:
    """Return what can be known of the machine that this runs on."""
    return Machine(os.environ, read_mounts(), _drive_type, _read_text)


def _read_text(path: str) -> str | None:
    try:
        return Path(path).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None


if sys.platform == "win32":
    import ctypes

    def _drive_type(root: str) -> int:
        return int(ctypes.WinDLL("kernel32").GetDriveTypeW(root))

else:

    def _drive_type(root: str) -> int:
        return 0
