"""The words of the screen: days of the week, headers of groups, how far away a day is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.followup.days_off import DaysOff
from cchc_desktop.domain.followup.reporting import PeriodStep
from cchc_desktop.domain.followup.unclear_results import Unclear
from cchc_desktop.domain.items import bare_number
from cchc_desktop.services.followup import DueLine
from cchc_desktop.ui.following.looks import status_look
from cchc_desktop.ui.widgets.chips import ChipLook
from cchc_desktop.ui.words import Words

words = Words("Deadlines")
WEEKDAYS = (
    words.mark("Thứ Hai"), words.mark("Thứ Ba"), words.mark("Thứ Tư"), words.mark("Thứ Năm"), words.mark("Thứ Sáu"),
    words.mark("Thứ Bảy"), words.mark("Chủ nhật"),
)  # fmt: skip
"""From Monday to Sunday."""
SHORT_WEEKDAYS = tuple(map(words.mark, ("T2", "T3", "T4", "T5", "T6", "T7", "CN")))
"""The same where there is little room."""
STEPS = words.table({
    PeriodStep.HAND_IN: "Các đơn vị gửi số liệu",
    PeriodStep.FIGURES: "Chốt số liệu",
    PeriodStep.SUBMITTED: "Trình ký",
    PeriodStep.SENT: "Gửi cấp trên",
})  # fmt: skip
_UNCLEAR = words.table({
    Unclear.NO_DAY: "Thiếu ngày hoàn thành",
    Unclear.LATENESS: "Cần xác nhận đúng hạn",
})  # fmt: skip


def weekday(day: date) -> str:
    """Return 'Thứ Ba'."""
    return words(WEEKDAYS[day.weekday()])


def long_day(day: date) -> str:
    """Return 'Thứ Ba 09/12/2025'."""
    return f"{weekday(day)} {show_day(day)}"


def distance(day: date, today: date) -> str:
    """Return 'còn 7 ngày', 'ngày mai', 'hôm nay', 'đã qua 3 ngày'."""
    left = (day - today).days
    if left in (0, 1):
        return words("ngày mai") if left else words("hôm nay")
    return words.count("còn %n ngày", left) if left > 0 else words.count("đã qua %n ngày", -left)


def rest_words(day: date, calendar: DaysOff | None) -> str:
    """Return why nobody works on a day beyond its being a weekend, or that it is worked instead; '' for neither."""
    if calendar is None:
        return ""
    if day in calendar.made_up:
        return words("làm bù")
    if not calendar.is_off(day):
        return ""
    holiday = calendar.holidays.get(day)
    return words("ngày nghỉ: {}").format(holiday) if holiday else words("ngày nghỉ")


def count_tasks(lines: Iterable[DueLine]) -> str:
    """Return how many tasks lines belong to, and how many milestones where one task has several."""
    rows = list(lines)
    tasks = task_count(rows)
    told = words.count("%n nhiệm vụ", tasks)
    return told if tasks == len(rows) else f"{told}, {words.count('%n mốc', len(rows))}"


def task_count(lines: Iterable[DueLine]) -> int:
    """Return how many tasks lines belong to."""
    return len({line.item.id for line in lines})


def label(line: DueLine) -> str:
    """Return the number of a row as its plan has it, '' for none."""
    return bare_number(line.item.ordinal or line.item.number) or ""


def line_look(line: DueLine) -> ChipLook:
    """Return the chip of a row: its status, or what its result lacks."""
    lacking = line.row.unclear
    if lacking is None:
        return status_look(line.row.status)
    return ChipLook("circle-question-mark", "soon", _UNCLEAR[lacking])
