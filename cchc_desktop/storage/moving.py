"""Moving a database to a better place: copied by SQLite, verified, and the old file kept under another name."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from cchc_desktop.domain.errors import Cancelled, CannotWrite
from cchc_desktop.domain.ports import CancelCheck, ProgressCallback, never_cancelled, no_progress
from cchc_desktop.safe_files import replace_with_retries
from cchc_desktop.storage.backups.copy import remove_with_journals, snapshot, sync_file, temporary_in, write_pages
from cchc_desktop.storage.backups.judge import read_facts, require_ours, verify_copy
from cchc_desktop.storage.faults import known_faults
from cchc_desktop.storage.locations import real_file
from cchc_desktop.storage.owner import OwnerFile

_MOVED = "đã chuyển"


def move_to_local(
    path: Path,
    target: Path,
    progress: ProgressCallback = no_progress,
    is_cancelled: CancelCheck = never_cancelled,
    *,
    now: datetime,
) -> Path:
    """Copy a closed database to `target`, verify the copy, rename the old file, and return its new name.

    There is never a moment with two files that look like the data: where the old one cannot be renamed the copy is
    removed again. DatabaseInUse, RefusedDatabase, CannotWrite, Cancelled.
    """
    path = real_file(path)
    if target.exists():
        raise CannotWrite(f"Đã có tệp {target.name} ở nơi chuyển đến ({target.parent}). Dữ liệu chưa được chuyển.")
    with known_faults():
        target.parent.mkdir(parents=True, exist_ok=True)
        owner = OwnerFile.acquire(path, now)
        try:
            _copy(path, target, progress, is_cancelled)
            return _set_aside(path, target)
        finally:
            owner.release()


def _copy(path: Path, target: Path, progress: ProgressCallback, is_cancelled: CancelCheck) -> None:
    require_ours(path)
    temporary = temporary_in(target.parent)
    try:
        with snapshot(path) as source:
            facts = read_facts(source)
            write_pages(source, temporary, progress, is_cancelled)
        sync_file(temporary)
        verify_copy(temporary, facts)
        if is_cancelled():
            raise Cancelled
        replace_with_retries(temporary, target)
    finally:
        remove_with_journals(temporary)


def _set_aside(path: Path, target: Path) -> Path:
    aside = _free_name(path)
    try:
        replace_with_retries(path, aside)
    except OSError as error:
        target.unlink()
        raise CannotWrite(
            f"Không đổi tên được tệp {path.name} ở chỗ cũ nên dữ liệu chưa được chuyển. "
            "Hãy đóng chương trình đang mở tệp rồi thử lại."
        ) from error
    return aside


def _free_name(path: Path) -> Path:
    number, aside = 2, path.with_name(f"{path.stem} ({_MOVED}){path.suffix}")
    while aside.exists():
        number, aside = number + 1, path.with_name(f"{path.stem} ({_MOVED} {number}){path.suffix}")
    return aside
