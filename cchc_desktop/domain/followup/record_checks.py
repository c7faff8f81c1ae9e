"""What is refused of a result or extension that was typed, and what is asked about: nothing is mended in silence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.followup.days_off import DaysOff
from cchc_desktop.domain.followup.milestones import Milestone
from cchc_desktop.domain.followup.records import Extension, Progress, Record
from cchc_desktop.domain.followup.status import lateness_is_doubtful
from cchc_desktop.domain.periods import Period


def refuse_bad_record(record: Record, today: date) -> None:
    """Refuse (InvalidInput) a result that contradicts itself or speaks of days to come."""
    if record.started_on and record.done_on and record.done_on < record.started_on:
        raise InvalidInput(
            f"Ngày hoàn thành {show_day(record.done_on)} trước ngày bắt đầu {show_day(record.started_on)}. "
            "Kiểm tra lại hai ngày này."
        )
    if record.done_on and record.progress is not Progress.DONE:
        raise InvalidInput("Đã nhập ngày hoàn thành nhưng tiến độ chưa là “Đã hoàn thành”. Chọn lại tiến độ.")
    if record.progress is Progress.DROPPED and not (record.dropping and record.dropping.reason.strip()):
        raise InvalidInput("Cần ghi lý do không còn thực hiện.")
    if record.dropping and record.progress is not Progress.DROPPED:
        raise InvalidInput("Đã nhập lý do không còn thực hiện nhưng tiến độ chưa là “Không còn thực hiện”.")
    for name, day in _dates(record):
        if day and day > today:
            raise InvalidInput(f"{name} {show_day(day)} sau ngày hôm nay ({show_day(today)}). Kiểm tra lại ngày.")


def _dates(record: Record) -> tuple[tuple[str, date | None], ...]:
    return (
        ("Ngày bắt đầu", record.started_on),
        ("Ngày hoàn thành", record.done_on),
        ("Ngày dừng thực hiện", record.dropping.on if record.dropping else None),
    )


def questions_about(
    record: Record, milestone: Milestone, plan: Period, days_off: DaysOff | None = None
) -> Iterator[str]:
    """Yield the questions that a result raises; it may be kept as it is."""
    if _is_after_dropping(record, milestone):
        yield (
            "Nhiệm vụ đã được ghi không còn thực hiện nên tình trạng không đổi. Muốn thực hiện trở lại, dùng lệnh "
            "“Không còn thực hiện…”."
        )
    if record.progress is not Progress.DONE:
        return
    if record.done_on is None:
        yield "Chưa có ngày hoàn thành. Nhập ngày để xác định đúng hạn hay quá hạn."
        return
    if record.done_on < plan.start:
        yield f"Ngày hoàn thành {show_day(record.done_on)} trước khi kế hoạch bắt đầu ({show_day(plan.start)})."
    elif milestone.start and record.done_on < milestone.start:
        yield f"Ngày hoàn thành {show_day(record.done_on)} trước khi kỳ này bắt đầu ({show_day(milestone.start)})."
    if record.counts_as_late is None and lateness_is_doubtful(milestone, record.done_on, days_off):
        yield f"{_doubt(milestone, record.done_on)} Tính là đúng hạn hay quá hạn?"


def _is_after_dropping(record: Record, milestone: Milestone) -> bool:
    """Tell whether a result speaks of work that went on after the whole item had been dropped."""
    if milestone.dropping is None or record.progress not in (Progress.IN_PROGRESS, Progress.DONE):
        return False
    if record.progress is Progress.IN_PROGRESS or record.done_on is None or milestone.dropping.on is None:
        return True
    return record.done_on > milestone.dropping.on


def _doubt(milestone: Milestone, done_on: date) -> str:
    if milestone.is_strict and milestone.due and (done_on - milestone.due).days == 1:
        return f"Kế hoạch ghi trước ngày {show_day(done_on)}, kết quả có đúng ngày đó."
    due = show_day(milestone.due) if milestone.due else ""
    return f"Hạn {due} là ngày nghỉ, kết quả có vào ngày làm việc sau đó ({show_day(done_on)})."


def refuse_bad_extension(extension: Extension, milestone: Milestone) -> None:
    """Refuse (InvalidInput) an extension without a document, without a date to extend, or to no later date."""
    if not extension.document.strip():
        raise InvalidInput("Cần ghi văn bản cho phép gia hạn.")
    if milestone.planned_due is None:
        raise InvalidInput("Nhiệm vụ chưa xác định thời hạn nên không có hạn để gia hạn. Xác định thời hạn trước.")
    if extension.new_due <= milestone.planned_due:
        raise InvalidInput(
            f"Hạn mới {show_day(extension.new_due)} không sau hạn cũ {show_day(milestone.planned_due)}. "
            "Kiểm tra lại ngày."
        )


def questions_about_extension(extension: Extension, plan: Period) -> Iterator[str]:
    """Yield the question that a new due date after the plan's end raises."""
    if extension.new_due > plan.end:
        yield f"Hạn mới {show_day(extension.new_due)} sau khi kế hoạch kết thúc ({show_day(plan.end)})."
