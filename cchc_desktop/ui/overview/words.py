"""What Tổng quan says: the words of its figures, rows and days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.followup.due_list import DueGroup
from cchc_desktop.domain.followup.reporting import PeriodStep, ReportingPeriod
from cchc_desktop.domain.followup.rollups import RollUp
from cchc_desktop.domain.followup.status import Status
from cchc_desktop.domain.written_numbers import show_share
from cchc_desktop.services.followup import DueLine
from cchc_desktop.services.overview import AgencyUpdates, PressingItem
from cchc_desktop.ui.words import Words

translated = Words("Overview")
_w = translated.mark
_PART = "\u21b3"

WEEKDAYS: tuple[str, ...] = (
    _w("Thứ Hai"), _w("Thứ Ba"), _w("Thứ Tư"), _w("Thứ Năm"), _w("Thứ Sáu"), _w("Thứ Bảy"), _w("Chủ nhật"),
)  # fmt: skip
ACTION_WORDS = translated.table({
    Status.OVERDUE: "Đôn đốc…",
    Status.DUE_SOON: "Ghi kết quả…",
    Status.UPDATE_DUE: "Cập nhật…",
    Status.UNDATED: "Xác định hạn…",
})  # fmt: skip
"""The one action of a row of 'Việc cần làm ngay', by its status."""
CARD_WORDS = translated.table({
    DueGroup.OVERDUE: "Quá hạn",
    DueGroup.WEEK: "Đến hạn trong 7 ngày",
    DueGroup.MONTH: "Đến hạn trong 30 ngày",
    DueGroup.UNDATED: "Chưa xác định thời hạn",
})  # fmt: skip
STEP_WORDS = translated.table({
    PeriodStep.HAND_IN: "Các đơn vị gửi số liệu",
    PeriodStep.FIGURES: "Chốt số liệu",
    PeriodStep.SUBMITTED: "Trình ký",
    PeriodStep.SENT: "Gửi cấp trên",
})  # fmt: skip
CARD_ICONS = {
    DueGroup.OVERDUE: ("triangle-alert", "late"),
    DueGroup.WEEK: ("clock", "soon"),
    DueGroup.MONTH: ("calendar-days", "doing"),
    DueGroup.UNDATED: ("circle-question-mark", "none"),
}


def today_words(day: date) -> str:
    """Return 'Hôm nay: Thứ Ba, 02/12/2025'."""
    return translated("Hôm nay: {}, {}").format(translated(WEEKDAYS[day.weekday()]), show_day(day))


def short_day(day: date) -> str:
    """Return a day without its year."""
    return f"{day.day:02}/{day.month:02}"


def period_words(period: ReportingPeriod) -> str:
    """Return a period's title inside a sentence: 'quý III năm 2025'."""
    return period.title[:1].lower() + period.title[1:]


def group_words(group: DueGroup, lines: Sequence[DueLine]) -> str:
    """Return what stands below the number of a due group."""
    if not lines:
        return translated("không có")
    if group is DueGroup.OVERDUE:
        longest = translated("lâu nhất {} ngày").format(max(line.row.late_days for line in lines))
        tasks = len({line.item.id for line in lines})
        return longest if tasks == len(lines) else translated("{} nhiệm vụ, {}").format(tasks, longest)
    if group is DueGroup.UNDATED:
        return translated("cần xác định ngày")
    days = sorted({line.row.due for line in lines if line.row.due is not None})
    sentence = translated("đều hạn {}") if len(days) == 1 else translated("sớm nhất {}")
    return sentence.format(short_day(days[0]))


def number_words(row: PressingItem) -> str:
    """Return 'TT 10', an arrow for an item without a number: it is a part of another."""
    return translated("TT {}").format(row.item.number) if row.item.number else _PART


def share_words(roll_up: RollUp) -> str:
    """Return the completed share with its sign: '38,5%', '–' where nothing can be completed."""
    return "–" if roll_up.percentage is None else show_share(roll_up.percentage)


def given_words(row: AgencyUpdates) -> str:
    """Return what an agency has handed in: 'Chưa gửi', 'Đã nhận 2/7', 'Nhận 01/12'."""
    if not row.given:
        return translated("Chưa gửi ({})").format(len(row.owed))
    if not row.is_complete:
        return translated("Đã nhận {}/{}").format(row.given, len(row.owed))
    day = row.last_given_on
    return translated("Nhận {}").format(short_day(day)) if day else translated("Đã nhận đủ")
