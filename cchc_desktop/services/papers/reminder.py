"""The reminder letter (công văn đôn đốc): one to all offices with late tasks, or one for each, drafted to be edited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.followup.due_list import DueGroup, DueRow, due_list
from cchc_desktop.domain.followup.milestones import ItemMilestones
from cchc_desktop.domain.items import ItemKind, WorkItem
from cchc_desktop.domain.papers.followup import CitedPlan, Issuer, LateOffice, LateTask, ReminderLetter
from cchc_desktop.domain.papers.words import day_words, padded
from cchc_desktop.domain.schedule.occurrence_words import occurrence_words
from cchc_desktop.services.papers.issuing import PaperChoices, cited_plan, issuer_of
from cchc_desktop.services.papers.rows import number_and_content
from cchc_desktop.services.papers.tracking import NO_AGENCY, PlanRows, plan_rows
from cchc_desktop.services.workspace import Workspace

ABOUT = "đôn đốc thực hiện nhiệm vụ cải cách hành chính chậm tiến độ"
ANSWER_DAYS = 7
"""Days from the letter's day until the offices are to answer, where nobody names a date."""


@dataclass(frozen=True, slots=True)
class ReminderChoices:
    """What a person chooses for a letter; `answer_by` is the date until which offices are asked to report."""

    paper: PaperChoices = field(default_factory=PaperChoices)
    answer_by: date | None = None
    recipients: tuple[str, ...] = ()
    archive: str = ""
    appended: bool = True


def reminder(workspace: Workspace, plan_id: int, on: date, choices: ReminderChoices | None = None) -> ReminderLetter:
    """Return one letter to all offices that lead late tasks as of a day; InvalidInput where nothing is late."""
    choices = choices or ReminderChoices()
    source = plan_rows(workspace, plan_id, on)
    offices = late_offices(source)
    if not offices:
        raise InvalidInput(
            f"Đến {day_words(on.day, on.month, on.year)} không có nhiệm vụ nào chậm tiến độ nên không cần đôn đốc."
        )
    plan = source.plan.tree.plan
    return _letter(issuer_of(workspace, plan, choices.paper), cited_plan(plan), on, offices, choices)


def reminders_by_office(
    workspace: Workspace, plan_id: int, on: date, choices: ReminderChoices | None = None
) -> tuple[ReminderLetter, ...]:
    """Return a letter for each office that leads late tasks; InvalidInput where none can be written to."""
    return letters_of(reminder(workspace, plan_id, on, choices), choices)


def letters_of(whole: ReminderLetter, choices: ReminderChoices | None = None) -> tuple[ReminderLetter, ...]:
    """Return a letter for each office of one to all; InvalidInput where none can be written to."""
    choices = choices or ReminderChoices()
    named = [office for office in whole.offices if office.name]
    if not named:
        raise InvalidInput("Các nhiệm vụ chậm tiến độ chưa có cơ quan chủ trì nên chưa biết gửi công văn cho ai.")
    return tuple(_letter(whole.issuer, whole.plan, whole.on, (office,), choices) for office in named)


# --- what is late ------------------------------------------------------------------------------------------------


def late_offices(source: PlanRows) -> tuple[LateOffice, ...]:
    """Return each office with the late tasks that it leads, in the plan's order; a task of two stands with both.

    A task is late by its milestones that are overdue, as the due list has them. What has no lead comes last, under
    an office without a name.
    """
    of_item: defaultdict[int, list[DueRow]] = defaultdict(list)
    for row in due_list(source.plan.status):
        if row.group is DueGroup.OVERDUE:
            of_item[row.item_id].append(row)
    tasks: defaultdict[tuple[int | None, str], list[LateTask]] = defaultdict(list)
    for one in source.plan.status.items:
        rows = of_item.get(one.item.id)
        if rows:
            task = _late_task(source, one, rows)
            for office in _offices(source, one.item):
                tasks[office].append(task)
    found = (LateOffice(id_, name, tuple(late)) for (id_, name), late in tasks.items())
    return tuple(sorted(found, key=lambda office: not office.name))


def _offices(source: PlanRows, item: WorkItem) -> tuple[tuple[int | None, str], ...]:
    """Return who leads an item, as called; a part without a lead is its task's."""
    links = item.lead
    if not links and item.parent_id is not None:
        links = source.plan.tree.items[item.parent_id].lead
    named = ((link.agency_id, source.agencies.get(link.agency_id or 0, link.words)) for link in links)
    return tuple(dict.fromkeys(named)) or ((None, ""),)


def _late_task(source: PlanRows, one: ItemMilestones, rows: Sequence[DueRow]) -> LateTask:
    item, has_several = one.item, len(one.milestones) > 1
    _, content = number_and_content(item)
    dates = [row.due for row in rows if row.due is not None]  # what is overdue has a date
    return LateTask(
        item_id=item.id,
        number=source.rows.number(item),
        content=content,
        time_words=item.time_words or "",
        moments="; ".join(occurrence_words(row.occurrence) for row in rows) if has_several else "",
        due=min(dates),
        late_days=max(row.late_days for row in rows),
        coordinating=item.coordinating_words or "",
        result="\n".join(source.rows.results(one)),
        is_part=item.kind is ItemKind.SUB_ITEM,
    )


# --- words -------------------------------------------------------------------------------------------------------


def _letter(
    issuer: Issuer, plan: CitedPlan, on: date, offices: tuple[LateOffice, ...], choices: ReminderChoices
) -> ReminderLetter:
    bare = ReminderLetter(
        issuer=issuer,
        plan=plan,
        on=on,
        about=ABOUT,
        offices=offices,
        opening=(),
        requests=(),
        closing="",
        recipients=choices.recipients,
        archive=choices.archive,
        appended=choices.appended,
    )
    return replace(bare, opening=_opening(bare), requests=_requests(bare, choices.answer_by), closing=_closing(bare))


def _opening(letter: ReminderLetter) -> tuple[str, ...]:
    day = day_words(letter.on.day, letter.on.month, letter.on.year)
    offices = padded(len(letter.addressees))
    whose = " do cơ quan, đơn vị chủ trì" if _is_for_one(letter) else f" của {offices} cơ quan, đơn vị"
    where = " (danh sách kèm theo)" if letter.appended else ""
    return (
        f"Thực hiện {letter.plan.cited}, qua theo dõi, tính đến {day} còn {_late_words(letter)}{whose} chậm tiến "
        f"độ{where}.",
        f"Để bảo đảm hoàn thành nhiệm vụ theo kế hoạch, {letter.issuer.name or 'cơ quan thường trực'} đề nghị "
        f"{_addressed(letter)}:",
    )


def _late_words(letter: ReminderLetter) -> str:
    """Return '27 nhiệm vụ và 01 nội dung thành phần': parts of tasks are counted apart, as in every paper."""
    counts = (len(letter.items) - len(letter.parts), "nhiệm vụ"), (len(letter.parts), "nội dung thành phần")
    return " và ".join(f"{padded(number)} {words}" for number, words in counts if number)


def _requests(letter: ReminderLetter, answer_by: date | None) -> tuple[str, ...]:
    by = answer_by or letter.on + timedelta(days=ANSWER_DAYS)
    to = letter.issuer.standing_office or letter.issuer.name or "cơ quan thường trực cải cách hành chính"
    return (
        "Tập trung hoàn thành các nhiệm vụ chậm tiến độ; nhiệm vụ đã hoàn thành mà chưa báo cáo thì gửi ngay kết quả "
        "và tài liệu kiểm chứng.",
        "Báo cáo kết quả thực hiện, nguyên nhân chậm, khó khăn, vướng mắc và thời gian dự kiến hoàn thành, gửi về "
        f"{to} chậm nhất {day_words(by.day, by.month, by.year)} để tổng hợp.",
    )


def _closing(letter: ReminderLetter) -> str:
    subject = _addressed(letter)
    return f"Đề nghị {subject} quan tâm, phối hợp thực hiện"


def _addressed(letter: ReminderLetter) -> str:
    return letter.addressees[0] if _is_for_one(letter) else "các cơ quan, đơn vị"


def _is_for_one(letter: ReminderLetter) -> bool:
    return len(letter.addressees) == 1


def office_words(office: LateOffice) -> str:
    """Return what an office is called in a list, also where nobody is named."""
    return office.name or NO_AGENCY
