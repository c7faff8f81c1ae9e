"""The history in the words of an office: moments, counts, kinds of rows, what stood before and after."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from cchc_desktop.clock import VIETNAM
from cchc_desktop.domain.backups import Backup
from cchc_desktop.domain.bin import BinEntry
from cchc_desktop.domain.changes import ChangeAction, EntityKind
from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.history import NOT_STACKED, UNDO, ChangeLine, LoggedOperation, LogSize
from cchc_desktop.services.history import is_taking_back
from cchc_desktop.ui.words import Words

translated = Words("HistoryWords")
"""Returns words of this module in the language of the window."""
KIND_WORDS = translated.table({
    EntityKind.PLAN: "Kế hoạch",
    EntityKind.SECTION: "Lĩnh vực",
    EntityKind.ITEM: "Nhiệm vụ",
    EntityKind.INDICATOR: "Chỉ tiêu",
    EntityKind.AGENCY: "Cơ quan",
    EntityKind.SETTING: "Thiết lập",
    EntityKind.DOCUMENT: "Tài liệu",
    EntityKind.RECORD: "Kết quả",
    EntityKind.PERIOD_UPDATE: "Báo cáo kỳ",
    EntityKind.EXTENSION: "Gia hạn",
    EntityKind.URGING: "Đôn đốc",
    EntityKind.INDICATOR_VALUE: "Số liệu chỉ tiêu",
    EntityKind.REPORTING_PERIOD: "Kỳ báo cáo",
    EntityKind.DAY_OFF: "Ngày nghỉ",
    EntityKind.SUPERIOR_FORM: "Biểu mẫu",
    EntityKind.FORM_PERIOD: "Số liệu biểu mẫu",
})
KIND_ICONS: Mapping[EntityKind, str] = {
    EntityKind.PLAN: "book-open",
    EntityKind.SECTION: "folder",
    EntityKind.ITEM: "square-check-big",
    EntityKind.INDICATOR: "target",
    EntityKind.AGENCY: "building-2",
    EntityKind.SETTING: "settings",
    EntityKind.DOCUMENT: "file-input",
    EntityKind.RECORD: "circle-check",
    EntityKind.PERIOD_UPDATE: "file-chart-column",
    EntityKind.EXTENSION: "calendar-clock",
    EntityKind.URGING: "circle-alert",
    EntityKind.INDICATOR_VALUE: "target",
    EntityKind.REPORTING_PERIOD: "calendar",
    EntityKind.DAY_OFF: "calendar",
    EntityKind.SUPERIOR_FORM: "file-input",
    EntityKind.FORM_PERIOD: "file-chart-column",
}
_ACTION_WORDS: Mapping[ChangeAction, str] = {
    ChangeAction.CREATE: "Thêm mới",
    ChangeAction.UPDATE: "Sửa",
    ChangeAction.DELETE: "Xóa",
    ChangeAction.RESTORE: "Khôi phục",
    ChangeAction.PURGE: "Xóa hẳn",
}
EMPTY = "(để trống)"
PURGED = "(đã xóa hẳn)"
READ_ONLY = translated.mark("Dữ liệu đang mở chỉ để xem nên không thay đổi được.")
READING = translated.mark("Đang đọc…")
_KILO = 1024


def moment_words(at: datetime) -> str:
    """Return a moment as '01/07/2025 09:42', Vietnam's time."""
    return f"{at.astimezone(VIETNAM):%d/%m/%Y %H:%M}"


def count_words(count: int) -> str:
    """Return a count with dots for thousands: '1.250'."""
    return f"{count:,}".replace(",", ".")


def size_words(size: int) -> str:
    """Return bytes as '412 KB' or '3,2 MB'."""
    if size < _KILO * _KILO:
        return f"{max(1, round(size / _KILO))} KB"
    return f"{size / _KILO / _KILO:.1f} MB".replace(".", ",")


def log_words(size: LogSize) -> str:
    """Return how much the log holds: 'Nhật ký: 1.250 thao tác, 3,2 MB, từ 01/07/2025'."""
    if not size.operations:
        return translated("Nhật ký chưa có thao tác nào")
    since = translated(", từ {}").format(show_day(size.oldest)) if size.oldest else ""
    counted = translated("Nhật ký: {} thao tác, {}").format(count_words(size.operations), size_words(size.bytes))
    return counted + since


def object_words(line: ChangeLine) -> str:
    """Return which row a change is about, as the log writes it: 'Nhiệm vụ: Rà soát văn bản'."""
    return f"{KIND_WORDS.as_written(line.kind)}: {line.name or EMPTY}"


def field_words(line: ChangeLine) -> str:
    """Return which field changed, or what happened to the whole row."""
    return line.field or _ACTION_WORDS[line.action]


def value_words(line: ChangeLine) -> tuple[str, str]:
    """Return what stood there and what stands there now; an emptied or empty field says so."""
    if is_whole_row(line) or line.new.startswith("(đã "):
        return line.old, line.new
    return line.old or EMPTY, line.new or EMPTY


def is_whole_row(line: ChangeLine) -> bool:
    """Tell whether a row came or went, which has no before and after."""
    return line.action is not ChangeAction.UPDATE


def state_words(operation: LoggedOperation) -> str:
    """Return what became of an operation: 'Đã hoàn tác'; of an undo whose operation was done again 'Đã làm lại'.

    The words are those of the log, also on paper; a screen translates them.
    """
    if not operation.undone:
        return ""
    return translated.mark("Đã làm lại") if is_taking_back(operation) else translated.mark("Đã hoàn tác")


def take_back_words(operation: LoggedOperation | None) -> str:
    """Return what the button says: to take an undo back is to do the operation again."""
    again = operation is not None and is_taking_back(operation)
    return translated("Làm lại thao tác này") if again else translated("Hoàn tác thao tác này")


def refusal_words(operation: LoggedOperation) -> str:
    """Return why an operation cannot be taken back whatever was done later, '' where that has to be tried."""
    if operation.undone:
        again = is_taking_back(operation)
        return translated("Thao tác này đã được làm lại.") if again else translated("Thao tác này đã được hoàn tác.")
    if operation.kind in NOT_STACKED - {UNDO}:
        return translated("Thao tác này không hoàn tác được.")
    return ""


def along_words(entry: BinEntry) -> str:
    """Return what comes back with a deleted thing: 'kèm 2 lĩnh vực, 12 nhiệm vụ'; '' for nothing."""
    counts = (
        (entry.sections, translated.count("%n lĩnh vực", entry.sections)),
        (entry.items, translated.count("%n nhiệm vụ", entry.items)),
        (entry.parts, translated.count("%n nội dung thành phần", entry.parts)),
        (entry.indicators, translated.count("%n chỉ tiêu", entry.indicators)),
    )
    parts = [counted.replace(str(count), count_words(count)) for count, counted in counts if count]
    return translated("kèm {}").format(", ".join(parts)) if parts else ""


def entry_words(entry: BinEntry) -> str:
    """Return a deleted thing in a sentence: 'nhiệm vụ “Rà soát văn bản”'."""
    return f"{KIND_WORDS[entry.kind].lower()} “{entry.title or EMPTY}”"


def backups_words(entry: BinEntry, backups: tuple[Backup, ...]) -> str:
    """Return what is told after a thing was removed for good: which backups still hold it."""
    gone = translated("Đã xóa hẳn {}.").format(entry_words(entry))
    if not backups:
        return " ".join((gone, translated("Không có bản sao lưu nào còn giữ nội dung này.")))
    moments = "; ".join(moment_words(backup.at) for backup in backups)
    held = translated("{} bản sao lưu còn giữ nội dung này: {}.").format(len(backups), moments)
    return f"{gone} {held}"
