"""Backups that leave the house: one file at a place of choice, and a fresh copy on a removable disk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from cchc_desktop.domain.backups import Backup, BackupReason
from cchc_desktop.domain.disk_words import disk_words
from cchc_desktop.domain.errors import CannotWrite, CchcError
from cchc_desktop.domain.ports import CancelCheck, ProgressCallback, never_cancelled
from cchc_desktop.safe_files import replace_with_retries
from cchc_desktop.storage.backups.copy import faults_at, remove_with_journals, temporary_in
from cchc_desktop.storage.backups.folder import BackupFolder
from cchc_desktop.storage.backups.homes import OUTSIDE_FOLDER
from cchc_desktop.storage.backups.judge import require_ours
from cchc_desktop.storage.backups.maker import BackupMaker, described
from cchc_desktop.storage.backups.manifest import read_manifest
from cchc_desktop.storage.backups.names import free_names
from cchc_desktop.storage.backups.restore import require_other_file
from cchc_desktop.storage.claims import claim_first
from cchc_desktop.storage.owner import read_owner


def make_to(maker: BackupMaker, target: Path, now: datetime, progress: ProgressCallback) -> Backup:
    """Make a verified backup as one file; a folder gets a named one. Without evidence: that is `copy_outside`'s."""
    maker.live.require()
    if target.is_dir():
        names = free_names(maker.live.path, now, BackupReason.MANUAL, _names(target))
        return _made(maker, target, now, progress, lambda made: claim_first(made, target, names))
    _require_free(maker, target)

    def put(made: Path) -> Path:
        replace_with_retries(made, target)
        return target

    return _made(maker, target.parent, now, progress, put)


def _made(
    maker: BackupMaker, folder: Path, now: datetime, progress: ProgressCallback, put: Callable[[Path], Path]
) -> Backup:
    """Make a verified backup in a folder; `put` gives it its name."""
    unfinished = temporary_in(folder)
    with faults_at(folder):
        try:
            facts = maker.verified(unfinished, progress, never_cancelled)
            backup = described(unfinished, unfinished, now, BackupReason.MANUAL, facts)
            backup = replace(backup, file=put(unfinished))
        finally:
            remove_with_journals(unfinished)
    maker.note_place(folder)
    return backup


def _require_free(maker: BackupMaker, target: Path) -> None:
    """Refuse to write a backup over the data (RefusedDatabase) or over what is no backup (CannotWrite)."""
    if not target.exists():
        return
    require_other_file(target, maker.live.path)
    try:
        require_ours(target)
    except CchcError as error:
        raise CannotWrite(f"Đã có tệp {target.name} và đó không phải là bản sao lưu. Hãy chọn tên khác.") from error
    if read_owner(target) is not None:
        raise CannotWrite(f"Tệp {target.name} đang được mở làm dữ liệu. Hãy chọn tên khác.")


def copy_outside(maker: BackupMaker, folder: Path, progress: ProgressCallback, is_cancelled: CancelCheck) -> Backup:
    """Make a fresh backup and put it, with its evidence, into a folder of its own on another disk.

    Straight there where no place at home can take one any more (a full disk).
    """
    outside = BackupFolder(folder / OUTSIDE_FOLDER)
    try:
        entry = read_manifest(maker.make(BackupReason.MANUAL, progress, is_cancelled).file)
    except CannotWrite:
        entry = None
    with faults_at(folder):
        outside.path.mkdir(exist_ok=True)
        if entry is not None:
            return maker.copy_entry(entry, outside)
        backup = maker.make_in(outside, BackupReason.MANUAL, progress, is_cancelled).backup
    maker.note_place(folder)
    return backup


def _names(folder: Path) -> list[str]:
    try:
        return [file.name for file in folder.iterdir()]
    except OSError as error:
        raise CannotWrite(f"Không đọc được thư mục {folder} ({disk_words(error)}). Hãy chọn nơi khác.") from error
