"""What the papers of the follow-up share: their heading, the sentence of figures, columns and rows of tasks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from cchc_desktop.documents.builders.data_table import DataColumn, Entry, TableMaker
from cchc_desktop.documents.builders.paper_parts import PaperHead, PaperParts, live
from cchc_desktop.documents.model import Paragraph, Row, Run, SideBySide
from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.papers.followup import Count, Issuer, PaperRow, Tally, TaskRow
from cchc_desktop.domain.papers.layout_profile import Element
from cchc_desktop.domain.papers.words import day_words, padded
from cchc_desktop.domain.written_numbers import show_number

NONE = "–"
"""Stands in a table of numbers where there is none."""
_ROOM = 8.0  # points between the heading of a sheet and what follows

NUMBER, CONTENT = DataColumn("TT", "center"), DataColumn("Nội dung nhiệm vụ")
LEAD, COORDINATING = DataColumn("Cơ quan chủ trì", "center"), DataColumn("Cơ quan phối hợp", "center")
TIME, DUE = DataColumn("Thời gian thực hiện", "center"), DataColumn("Ngày đến hạn", "center")
STATUS, RESULT = DataColumn("Tình trạng", "center"), DataColumn("Kết quả thực hiện")
EXTENSION, EVIDENCE = DataColumn("Gia hạn"), DataColumn("Tài liệu kiểm chứng")


@dataclass(frozen=True, slots=True)
class TaskTable:
    """Sets rows of tasks: their number first, then their words, then the chosen columns."""

    maker: TableMaker

    def row(self, row: PaperRow) -> Row:
        """Return the row of a task, or of what only groups tasks."""
        if isinstance(row, TaskRow):
            return self.maker.row([_entry(column, row) for column in self.maker.columns])
        return replace(self.maker.section_row(row.number, row.content), bookmark=None)

    def group_row(self, number: str, title: str, figure: str | None = None) -> Row:
        """Return the row over a group; `figure` is the key of the tasks that its words count."""
        row = self.maker.section_row(number, title)
        mark, words = row.cells
        return replace(row, cells=(mark, replace(words, figure=figure)))


def _entry(column: DataColumn, row: TaskRow) -> str | Entry:
    if column is DUE:
        return day_entry(row.due)
    if column is STATUS:
        return Entry(row.status, bold=row.is_late)
    return {
        NUMBER: row.number,
        CONTENT: row.content,
        LEAD: row.leads,
        COORDINATING: row.coordinating,
        TIME: time_words(row.time_words, row.moment),
        RESULT: row.result,
        EXTENSION: row.extension,
        EVIDENCE: row.evidence,
    }[column]


def used_columns(columns: Sequence[DataColumn], rows: Iterable[PaperRow], parts: PaperParts) -> tuple[DataColumn, ...]:
    """Return the columns without that of extensions where no row has one: a paper is narrow.

    On an upright page, which is narrower still, that of evidence goes the same way.
    """
    tasks = [row for row in rows if isinstance(row, TaskRow)]
    empty = [EXTENSION] if not any(row.extension for row in tasks) else []
    if not (parts.table_page().landscape or any(row.evidence for row in tasks)):
        empty.append(EVIDENCE)
    return tuple(column for column in columns if column not in empty)


def time_words(words: str, moment: str) -> str:
    """Return the plan's words, and below them which of its milestones is meant."""
    return "\n".join(filter(None, (words, f"(mốc: {moment})" if moment else "")))


def day_entry(day: date | None) -> Entry:
    """Return the entry of a day, a real date in a sheet."""
    return Entry(show_day(day), day) if day else Entry("")


def count_entry(count: Count | None, bold: bool = False) -> Entry:
    """Return the entry of a figure, a real number in a sheet; a dash for none."""
    if count is None or not count.number:
        return Entry(NONE, bold=bold)
    return Entry(str(count.number), count.number, count.key, bold)


def share_entry(tally: Tally, bold: bool = False) -> Entry:
    """Return the entry of the completed share; a dash where nothing is expected."""
    share = tally.roll_up.percentage
    return Entry(NONE, bold=bold) if share is None else Entry(show_number(share), share, tally.done.key, bold)


def sheet_head(parts: PaperParts, issuer: Issuer, titles: Sequence[str], note: str) -> Iterator[Paragraph | SideBySide]:
    """Yield the heading of a paper that is no document of its own: issuing body, quốc hiệu, titles, a note."""
    if issuer.lines:
        upper, _ = parts.letterhead(PaperHead(issuer.lines))
        yield replace(upper, space_after=_ROOM)
    yield from titled(parts, titles, note)


def titled(parts: PaperParts, titles: Sequence[str], note: str) -> Iterator[Paragraph]:
    """Yield centred titles, bold, the first one in the outline, and a note below them in italics."""
    for number, title in enumerate(titles):
        style = parts.style(Element.APPENDIX_TITLE, "center")
        bookmark = None if number else " ".join(titles)
        yield Paragraph(title, style, balanced=True, bookmark=bookmark, role=Element.APPENDIX_TITLE)
    last = Paragraph(note, parts.style(Element.ATTACHED, "center"), balanced=True, role=Element.ATTACHED)
    yield replace(last, form=replace(last.form, space_after=_ROOM))


def counted(number: int) -> str:
    """Return a number of tasks as papers write it: '05', but '0'."""
    return padded(number) if number else "0"


def as_of_words(day: date) -> str:
    """Return '(Số liệu tính đến ngày 02 tháng 12 năm 2025)'."""
    return f"(Số liệu tính đến {day_words(day.day, day.month, day.year)})"


def tally_runs(tally: Tally, parts: Tally | None = None) -> tuple[Run, ...]:
    """Return the sentence that counts tasks by their printed words; every number is live."""
    runs = [Run("Tổng số "), _live(tally.all), Run(" nhiệm vụ; đã hoàn thành "), *_completed(tally), Run(".")]
    if tally.lines:
        runs.append(Run(" Trong đó: "))
        for number, line in enumerate(tally.lines):
            runs += [Run("; " if number else ""), Run(f"{_lower(line.words)} "), _live(line)]
        runs.append(Run("."))
    if parts is not None and parts.all.number:
        runs += [Run(" Ngoài ra có "), _live(parts.all), Run(" nội dung thành phần, đã hoàn thành "), _live(parts.done)]
        runs += [Run(", chậm tiến độ "), _live(parts.late)] if parts.late.number else []
        runs.append(Run("."))
    return tuple(run for run in runs if run.text)


def _completed(tally: Tally) -> Iterator[Run]:
    """Yield '15/39 (38,5%)': done of what is expected."""
    yield live(f"{counted(tally.roll_up.done)}/{counted(tally.roll_up.expected)}", tally.done.key, bold=True)
    share = tally.roll_up.percentage
    if share is not None:
        yield Run(f" (đạt {show_number(share)}%)")


def _live(count: Count) -> Run:
    return live(counted(count.number), count.key, bold=True)


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def share_words(tally: Tally) -> str:
    """Return 'hoàn thành 02/06; chậm tiến độ 01' for the row over a group."""
    done = f"hoàn thành {counted(tally.roll_up.done)}/{counted(tally.roll_up.expected)}"
    return f"{done}; chậm tiến độ {counted(tally.late.number)}" if tally.late.number else done
