"""The message that urges an office by phone or Zalo, composed from its tasks; a person edits and sends it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.followup.reporting import ReportingPeriod
from cchc_desktop.domain.followup.status import RANK, MilestoneStatus, Status
from cchc_desktop.domain.plan import Plan

Office = tuple[int | None, str]
"""An agency's id, None where it is not known, and its name."""
_NOBODY = "đơn vị chủ trì"


@dataclass(frozen=True, slots=True)
class UrgedTask:
    """One milestone that presses and who is to be urged; `period` asks for an update where the status says so.

    `plan_title` is what the message calls the plan (`short_name`).
    """

    plan_title: str
    item_id: int
    content: str
    status: MilestoneStatus
    offices: tuple[Office, ...]
    period: ReportingPeriod | None = None


@dataclass(frozen=True, slots=True)
class UrgedOffice:
    """One office with everything that it is urged about."""

    agency_id: int | None
    name: str
    tasks: tuple[UrgedTask, ...]


def urged_offices(tasks: Iterable[UrgedTask]) -> tuple[UrgedOffice, ...]:
    """Return each office once, in the order of the tasks, with those that it leads, the most pressing first."""
    found: dict[Office, list[UrgedTask]] = {}
    for task in tasks:
        for office in task.offices or ((None, ""),):
            found.setdefault(office, []).append(task)
    return tuple(UrgedOffice(id_, name, tuple(sorted(led, key=_pressing))) for (id_, name), led in found.items())


def _pressing(task: UrgedTask) -> tuple[int, date]:
    return RANK[task.status.status], task.status.milestone.due or date.max


def short_name(plan: Plan) -> str:
    """Return what a message calls a plan: its title, or its document where the title is all capitals, as on paper."""
    document = plan.document
    if not document.number or not plan.title.isupper():
        return plan.title
    on = f" ngày {show_day(document.date)}" if document.date else ""
    return f"{document.type or 'Kế hoạch'} số {document.number}{on}"


def urging_message(office: UrgedOffice, as_of: date) -> str:
    """Return the message to one office as of a day: what it is asked for, task by task with its date."""
    name = office.name or _NOBODY
    lines = [
        f"Kính gửi {name},",
        f"{_occasion(office.tasks)}, đến ngày {show_day(as_of)} {name} có {_counted(office.tasks)}:",
        *(f"{number}. {_line(task)}" for number, task in enumerate(office.tasks, start=1)),
        "Đề nghị quan tâm thực hiện, gửi kết quả và tài liệu kèm theo; nếu có khó khăn, vướng mắc, đề nghị thông báo "
        "để phối hợp xử lý.",
        "Trân trọng cảm ơn.",
    ]
    return "\n".join(lines)


def _occasion(tasks: Sequence[UrgedTask]) -> str:
    titles = {task.plan_title for task in tasks}
    return f"Thực hiện {titles.pop()}" if len(titles) == 1 else "Thực hiện các kế hoạch cải cách hành chính"


def _counted(tasks: Sequence[UrgedTask]) -> str:
    counts = Counter(_kind(task.status.status) for task in tasks)
    return ", ".join(f"{count} nhiệm vụ {kind}" for kind, count in counts.items())


def _kind(status: Status) -> str:
    kinds = {
        Status.OVERDUE: "quá hạn",
        Status.DUE_SOON: "sắp đến hạn",
        Status.UPDATE_DUE: "chờ cập nhật kết quả",
    }
    return kinds.get(status, "đang thực hiện")


def _line(task: UrgedTask) -> str:
    return f"{task.content.strip().rstrip('.;,')} ({_when(task)})."


def _when(task: UrgedTask) -> str:
    found = task.status
    due = found.milestone.due
    if found.status is Status.UPDATE_DUE and task.period is not None:
        return f"cập nhật {task.period.title}, gửi chậm nhất ngày {show_day(task.period.hand_in)}"
    if due is None:
        return "chờ văn bản của cấp trên" if found.status is Status.WAITING else "chưa xác định thời hạn"
    words = f"hạn {show_day(due)}"
    if found.status is Status.OVERDUE:
        return f"{words}, quá hạn {found.days} ngày"
    if found.status is Status.DUE_SOON:
        nearest = {0: "đến hạn hôm nay", 1: "đến hạn ngày mai"}
        return f"{words}, {nearest.get(found.days or 0, f'còn {found.days} ngày')}"
    return words
