"""Builds the reminder letter (công văn) by Decree 30/2020/NĐ-CP: the letter in portrait, the list as its appendix."""

from __future__ import annotations

from collections.abc import Iterator

from cchc_desktop.documents.builders.data_table import DataColumn, Entry, TableMaker
from cchc_desktop.documents.builders.follow_parts import (
    CONTENT,
    DUE,
    NUMBER,
    RESULT,
    TIME,
    TaskTable,
    day_entry,
    time_words,
)
from cchc_desktop.documents.builders.paper_parts import PaperFoot, PaperHead, PaperParts, attached_words
from cchc_desktop.documents.model import Block, Document, Paragraph, Row, Section
from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.numbering import vietnamese_letter
from cchc_desktop.domain.papers.followup import LateTask, ReminderLetter

_LIST_TITLE = "DANH SÁCH NHIỆM VỤ CHẬM TIẾN ĐỘ"
_NO_AGENCY = "Chưa xác định cơ quan chủ trì"
_LATE = DataColumn("Số ngày chậm", "center")
_COLUMNS = (NUMBER, CONTENT, TIME, DUE, _LATE)


def build_reminder(letter: ReminderLetter) -> Document:
    """Return the letter; the list of late tasks follows as an appendix with pages numbered on their own."""
    parts = PaperParts(letter.issuer.layout)
    body = Section(tuple(_body(parts, letter)), parts.page(), "Công văn")
    sections = (body, _list(parts, letter)) if letter.appended else (body,)
    return Document((), title=f"V/v {letter.about}", author=letter.issuer.name).with_sections(sections)


def _body(parts: PaperParts, letter: ReminderLetter) -> Iterator[Block]:
    issuer = letter.issuer
    head = PaperHead(
        issuer.lines, issuer.symbol, letter.number, issuer.place, letter.day, around=letter.on, about=letter.about
    )
    yield from parts.letterhead(head)
    if letter.addressees:
        yield from parts.addressees(letter.addressees)
    yield from (parts.body(words) for words in letter.opening[:1])
    if not letter.appended:
        yield from _tasks_in_text(parts, letter)
    yield from (parts.body(words) for words in letter.opening[1:])
    for number, words in enumerate(letter.requests, start=1):
        yield parts.body(f"{number}. {words}")
    yield parts.body(letter.closing, is_last=True)
    yield parts.foot(PaperFoot(issuer.signer, letter.recipients, letter.archive, answers_above=bool(letter.addressees)))


def _tasks_in_text(parts: PaperParts, letter: ReminderLetter) -> Iterator[Paragraph]:
    for task in (task for office in letter.offices for task in office.tasks):
        due = f"hạn {show_day(task.due)}, chậm {task.late_days} ngày"
        yield parts.body(f"- {task.content.strip().rstrip('.;,')} ({due}).")


# --- the list ----------------------------------------------------------------------------------------------------


def _list(parts: PaperParts, letter: ReminderLetter) -> Section:
    heading = parts.appendix_heading((_LIST_TITLE,), _attached_to(letter))
    has_results = any(task.result for office in letter.offices for task in office.tasks)
    table = TaskTable(TableMaker((*_COLUMNS, RESULT) if has_results else _COLUMNS, letter.issuer.layout))
    rows = table.maker.table(tuple(_rows(table, letter)))
    return Section((*heading, rows), parts.table_page(landscape=False), "Danh sách")


def _attached_to(letter: ReminderLetter) -> str:
    return attached_words("Công văn", letter.issuer, letter.number, letter.day, letter.on)


def _rows(table: TaskTable, letter: ReminderLetter) -> Iterator[Row]:
    """Yield the tasks office by office, with a row over each where there are several."""
    for number, office in enumerate(letter.offices, start=1):
        if len(letter.offices) > 1:
            yield table.group_row(vietnamese_letter(number).upper(), office.name or _NO_AGENCY)
        for task in office.tasks:
            yield table.maker.row(_entries(task)[: len(table.maker.columns)])


def _entries(task: LateTask) -> tuple[str | Entry, ...]:
    late = Entry(str(task.late_days), task.late_days)
    return task.number, task.content, time_words(task.time_words, task.moments), day_entry(task.due), late, task.result
