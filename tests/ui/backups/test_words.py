from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from cchc_desktop.domain.backups import BackupLine, BackupReason, BackupState
from cchc_desktop.ui.backups import words
from tests.ui.backups.fakes import LINES, NOW, PREVIEW, STATE, backup


@pytest.mark.parametrize(
    ("size", "shown"), [(0, "1 KB"), (421_888, "412 KB"), (1_310_720, "1,2 MB"), (1_073_741_824, "1024,0 MB")]
)
def test_sizes(size, shown):
    assert words.show_size(size) == shown


@pytest.mark.parametrize(
    ("ago", "shown"),
    [
        (timedelta(seconds=3), "cách đây 1 phút"), (timedelta(minutes=59), "cách đây 59 phút"),
        (timedelta(hours=23), "cách đây 23 giờ"), (timedelta(days=9, hours=4), "cách đây 9 ngày"),
        (timedelta(days=-2), "ngày giờ của máy đã bị chỉnh lùi"),
    ],
)  # fmt: skip
def test_ages(ago, shown):
    assert words.show_age(NOW - ago, NOW) == shown


def test_every_reason_has_words():
    assert set(words.REASONS) == set(BackupReason)


@pytest.mark.parametrize(
    ("sound", "changes", "shown"),
    [(True, 0, "Không có thay đổi"), (True, 12, "12 thay đổi sau bản này"), (True, None, "Khác dữ liệu hiện nay"),
     (False, 3, "–")],
)  # fmt: skip
def test_what_changed_since(sound, changes, shown):
    assert words.changes_words(BackupLine(backup(1), sound, changes)) == shown


def test_a_backup_of_other_data_says_so():
    assert words.changes_words(BackupLine(backup(1), True, None, is_own=False)) == "Của dữ liệu khác"


@pytest.mark.parametrize(("days", "warns"), [(0, False), (6, False), (7, True), (9, True)])
def test_a_week_without_another_disk_is_a_worry(days, warns):
    warning = words.outside_warning(replace(STATE, days_at_risk=days))
    assert bool(warning) is warns
    assert not warns or warning.startswith(f"Đã {days} ngày chưa có bản sao lưu trên ổ đĩa khác.")


@pytest.mark.parametrize(
    ("lost", "said"), [(None, "lịch sử khác"), (0, "chưa có thay đổi nào"), (12, "12 thay đổi thực hiện sau")]
)
def test_what_a_restore_takes_away(lost, said):
    assert said in words.lost_words(replace(PREVIEW, operations_lost=lost))


def test_the_state_in_words():
    nothing = BackupState(None, None)
    assert words.newest_words(STATE, NOW) == "21/11/2026 06:30 (cách đây 2 giờ), tự động"
    assert (words.newest_words(nothing, NOW), words.outside_words(nothing)) == ("chưa có bản nào", "chưa có bản nào")
    assert words.status_words(STATE) == "Sao lưu gần nhất: 21/11/2026 06:30"
    assert words.status_words(nothing) == "Chưa có bản sao lưu"
    assert LINES[0].backup == STATE.newest
