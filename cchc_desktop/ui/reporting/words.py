"""What Kỳ báo cáo says: days, countdowns, states, rules in words."""

from __future__ import annotations

from datetime import date

from cchc_desktop.domain.days import VIETNAM, show_day
from cchc_desktop.domain.followup.reporting import DayRule, PeriodRule, PeriodStep, ReportingPeriod, countdown
from cchc_desktop.domain.followup.status import StatusRules
from cchc_desktop.services.periods import PeriodLine
from cchc_desktop.ui.words import Words

translated = Words("Reporting")
_SAMPLE_YEAR = 2025

STEP_WORDS = translated.table({
    PeriodStep.HAND_IN: "Các đơn vị gửi",
    PeriodStep.FIGURES: "Chốt số liệu",
    PeriodStep.SUBMITTED: "Trình ký",
    PeriodStep.SENT: "Gửi cấp trên",
})  # fmt: skip
DAY_WORDS = translated.table({
    "starts": "Số liệu từ",
    "ends": "Số liệu đến",
    "hand_in": "Các đơn vị gửi",
    "figures": "Chốt số liệu",
    "submitted": "Trình ký",
    "sent": "Gửi cấp trên",
})  # fmt: skip
"""The six days of a rule by their fields, in reading order."""


def window_words(period: ReportingPeriod) -> str:
    """Return the days of a period's data."""
    return f"{show_day(period.window.start)} – {show_day(period.window.end)}"


def left_words(period: ReportingPeriod, today: date) -> str:
    """Return what comes next and in how many days."""
    left = countdown(period, today)
    if left is None:
        return translated("Đã qua")
    step = STEP_WORDS[left.step].lower()
    if not left.days:
        return translated("hôm nay: {}").format(step)
    return translated("{} ngày: {}").format(left.days, step)


def state_words(line: PeriodLine) -> str:
    """Return whether a period's figures are closed, and since when."""
    if line.locked_at is None:
        return translated("Đang mở")
    return translated("Đã chốt {}").format(show_day(line.locked_at.astimezone(VIETNAM).date()))


def month_words(months: int) -> str:
    """Return how many months a day lies from the last month of its period."""
    if not months:
        return translated("tháng cuối kỳ")
    if months < 0:
        return translated("trước {} tháng").format(-months)
    return translated("sau {} tháng").format(months)


def rule_day_words(day: DayRule) -> str:
    """Return a day of a rule: '15, trước 3 tháng'."""
    return f"{day.day}, {month_words(day.months)}" if day.months else translated("ngày {}").format(day.day)


def rule_title(rule: PeriodRule) -> str:
    """Return what a rule's periods are called, with dots for what changes."""
    try:
        return rule.title.format(year="…", month="…")
    except (KeyError, IndexError, ValueError):
        return rule.title


def sample_words(rule: PeriodRule) -> str:
    """Return what a rule gives in a year, '' where its days do not fit."""
    try:
        period = rule.period(_SAMPLE_YEAR, 6)
    except (ValueError, KeyError, IndexError):
        return ""
    days = ", ".join(f"{STEP_WORDS[step].lower()} {show_day(day)}" for step, day in period.steps())
    return translated("Ví dụ: {}: số liệu {}; {}.").format(period.title, window_words(period), days)


def days_words(days: StatusRules) -> str:
    """Return the numbers of days in sentences."""
    asked = days.update_asked_days
    words = translated("Báo “Còn n ngày” khi còn {} ngày. Nhiệm vụ định kỳ quá hạn {} ngày sau khi hết kỳ. {}")
    if asked is None:
        rest = translated("Chỉ nhiệm vụ thường xuyên báo “Chờ cập nhật kỳ này”.")
    else:
        rest = translated("Nhiệm vụ khác báo “Chờ cập nhật” {} ngày trước ngày các đơn vị gửi.").format(asked)
    return words.format(days.soon_days, days.summary_days, rest)
