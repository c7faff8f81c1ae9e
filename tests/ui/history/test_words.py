from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from cchc_desktop.domain.changes import ChangeAction, EntityKind
from cchc_desktop.domain.history import LogSize
from cchc_desktop.ui.history import words
from tests.ui.history.samples import backup, entry, line, operation


def test_moments_are_those_of_vietnam():
    assert words.moment_words(datetime(2025, 6, 30, 18, 5, tzinfo=UTC)) == "01/07/2025 01:05"


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        (LogSize(0, 0, None), "Nhật ký chưa có thao tác nào"),
        (LogSize(1250, 3_355_443, date(2025, 7, 1)), "Nhật ký: 1.250 thao tác, 3,2 MB, từ 01/07/2025"),
        (LogSize(3, 900, date(2025, 7, 1)), "Nhật ký: 3 thao tác, 1 KB, từ 01/07/2025"),
    ],
)
def test_size_of_the_log(size, expected):
    assert words.log_words(size) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (line("Ghi chú", "", "mới"), ("Ghi chú", "(để trống)", "mới")),
        (line("Ghi chú", "cũ", ""), ("Ghi chú", "cũ", "(để trống)")),
        (line("Vị trí", "", "(đã chuyển)"), ("Vị trí", "", "(đã chuyển)")),
        (line("", action=ChangeAction.CREATE), ("Thêm mới", "", "")),
        (line("", action=ChangeAction.DELETE), ("Xóa", "", "")),
        (line("", action=ChangeAction.PURGE), ("Xóa hẳn", "", "")),
        (line("Bỏ khi hoàn tác", action=ChangeAction.PURGE), ("Bỏ khi hoàn tác", "", "")),
    ],
)
def test_a_change_in_words(change, expected):
    assert (words.field_words(change), *words.value_words(change)) == expected


@pytest.mark.parametrize(
    ("done", "expected"),
    [
        (operation(1), ""),
        (operation(1, kind="undo", undoes=0), ""),
        (operation(1, undone=True), "Thao tác này đã được hoàn tác."),
        (operation(1, "Hoàn tác: Sửa nhiệm vụ", kind="undo", undone=True), "Thao tác này đã được làm lại."),
        (operation(1, kind="bin.purge"), "Thao tác này không hoàn tác được."),
        (operation(1, kind="log.cut"), "Thao tác này không hoàn tác được."),
    ],
)
def test_why_an_operation_cannot_be_taken_back(done, expected):
    assert words.refusal_words(done) == expected


@pytest.mark.parametrize(
    ("title", "button", "state"),
    [
        ("Sửa nhiệm vụ", "Hoàn tác thao tác này", "Đã hoàn tác"),
        ("Hoàn tác: Sửa nhiệm vụ", "Làm lại thao tác này", "Đã làm lại"),
        ("Làm lại: Sửa nhiệm vụ", "Hoàn tác thao tác này", "Đã hoàn tác"),
    ],
)
def test_taking_an_undo_back_is_doing_again(title, button, state):
    assert words.take_back_words(operation(1, title)) == button
    assert words.state_words(operation(1, title, undone=True)) == state
    assert words.state_words(operation(1, title)) == ""


@pytest.mark.parametrize(
    ("deleted", "expected"),
    [
        (entry(), ""),
        (entry(parts=2), "kèm 2 nội dung thành phần"),
        (entry(EntityKind.SECTION, items=1200, parts=3), "kèm 1.200 nhiệm vụ, 3 nội dung thành phần"),
        (
            entry(EntityKind.PLAN, sections=7, items=41, parts=5, indicators=12),
            "kèm 7 lĩnh vực, 41 nhiệm vụ, 5 nội dung thành phần, 12 chỉ tiêu",
        ),
    ],
)
def test_what_comes_back_along(deleted, expected):
    assert words.along_words(deleted) == expected


def test_backups_that_still_hold_what_was_removed():
    assert words.backups_words(entry(), ()) == (
        "Đã xóa hẳn nhiệm vụ “Công khai”. Không có bản sao lưu nào còn giữ nội dung này."
    )
    assert words.backups_words(entry(), (backup(), backup(60))) == (
        "Đã xóa hẳn nhiệm vụ “Công khai”. 2 bản sao lưu còn giữ nội dung này: 02/03/2026 08:00; 02/03/2026 09:00."
    )


@pytest.mark.parametrize("kind", EntityKind)
def test_every_kind_of_row_has_words_and_an_icon(qapp, kind):
    from cchc_desktop.ui import icons

    assert words.KIND_WORDS[kind]
    assert not icons.pixmap(words.KIND_ICONS[kind], "#000000", 16).isNull()
