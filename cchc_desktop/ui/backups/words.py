"""Backups in the words of an office: when, why, how large, what has changed since."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path

from cchc_desktop.clock import VIETNAM
from cchc_desktop.domain.backup_policy import WARN_AFTER_DAYS
from cchc_desktop.domain.backups import BackupLine, BackupReason, BackupState, RestorePreview
from cchc_desktop.ui.words import Words

_words = Words("BackupWords")
REASONS: Mapping[BackupReason, str] = _words.table({
    BackupReason.MANUAL: "Tự tạo",
    BackupReason.START: "Tự động",
    BackupReason.IMPORT: "Trước khi nhập tệp",
    BackupReason.MERGE: "Trước khi tổng hợp kết quả các đơn vị",
    BackupReason.MIGRATION: "Trước khi nâng cấp dữ liệu",
    BackupReason.RESTORE: "Trước khi khôi phục",
})
_KILO = 1024


def show_moment(at: datetime) -> str:
    """Return a moment as '21/11/2026 07:12', Vietnam's time."""
    return f"{at.astimezone(VIETNAM):%d/%m/%Y %H:%M}"


def show_size(size: int) -> str:
    """Return bytes as '412 KB' or '1,2 MB'."""
    if size < _KILO * _KILO:
        return f"{max(1, round(size / _KILO))} KB"
    return f"{size / _KILO / _KILO:.1f} MB".replace(".", ",")


def show_age(at: datetime, now: datetime) -> str:
    """Return how long ago a moment was; one that lies ahead (the clock was set back) has no age."""
    passed = now - at
    if passed < timedelta(0):
        return _words("ngày giờ của máy đã bị chỉnh lùi")
    if passed < timedelta(hours=1):
        return _words("cách đây {} phút").format(max(1, passed // timedelta(minutes=1)))
    if passed < timedelta(days=1):
        return _words("cách đây {} giờ").format(passed // timedelta(hours=1))
    return _words.count("cách đây %n ngày", passed.days)


def newest_words(state: BackupState, now: datetime) -> str:
    """Say when the last backup was made and why."""
    newest = state.newest
    if newest is None:
        return _words("chưa có bản nào")
    reason = REASONS[newest.reason]
    return f"{show_moment(newest.at)} ({show_age(newest.at, now)}), {reason[0].lower()}{reason[1:]}"


def outside_words(state: BackupState) -> str:
    """Say when a copy last went to another disk."""
    if state.outside_days is None:
        return _words("chưa có bản nào")
    if state.outside_days == 0:
        return _words("trong 24 giờ qua")
    return _words.count("cách đây %n ngày", state.outside_days)


def outside_warning(state: BackupState) -> str:
    """Return the warning that no copy went to another disk for days, '' while that is no worry."""
    if state.days_at_risk < WARN_AFTER_DAYS:
        return ""
    return _words(
        "Đã {} ngày chưa có bản sao lưu trên ổ đĩa khác. "
        "Nếu ổ đĩa của máy này hỏng thì mất cả dữ liệu và bản sao lưu."
    ).format(state.days_at_risk)


def shared_disk_words(folder: Path) -> str:
    """Warn of a second place that does not outlive the disk of the data."""
    return _words(
        "Thư mục {} nằm trên cùng ổ đĩa với dữ liệu. Nếu ổ đĩa này hỏng thì mất cả dữ liệu và các bản chép. "
        "Nên chọn thư mục trên ổ đĩa khác hoặc USB."
    ).format(folder)


def changes_words(line: BackupLine) -> str:
    """Say what has changed since a backup."""
    if not line.is_sound:
        return "–"
    if not line.is_own:
        return _words("Của dữ liệu khác")
    if line.changes_since is None:
        return _words("Khác dữ liệu hiện nay")
    if not line.changes_since:
        return _words("Không có thay đổi")
    return _words.count("%n thay đổi sau bản này", line.changes_since)


def lost_words(preview: RestorePreview) -> str:
    """Say what of today's data a restore would take away."""
    lost = preview.operations_lost
    if lost is None:
        return _words(
            "Bản sao lưu này có lịch sử khác với dữ liệu hiện nay: toàn bộ dữ liệu hiện nay sẽ được thay thế."
        )
    if lost == 0:
        return _words("Từ khi có bản sao lưu này, dữ liệu chưa có thay đổi nào.")
    return _words.count("%n thay đổi thực hiện sau bản sao lưu này sẽ không còn trong dữ liệu.", lost)


def status_words(state: BackupState) -> str:
    """Return what the status bar says: 'Sao lưu gần nhất: 02/12/2025 07:58'."""
    if state.newest is None:
        return _words("Chưa có bản sao lưu")
    return _words("Sao lưu gần nhất: {}").format(show_moment(state.newest.at))
