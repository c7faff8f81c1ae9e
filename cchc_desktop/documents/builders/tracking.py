"""Builds the tracking table of a plan as of a day, by area or by lead agency, with a page of figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cchc_desktop.documents.builders.data_table import DataColumn, Entry, TableMaker
from cchc_desktop.documents.builders.follow_parts import (
    CONTENT,
    COORDINATING,
    DUE,
    EVIDENCE,
    EXTENSION,
    LEAD,
    NUMBER,
    RESULT,
    STATUS,
    TIME,
    TaskTable,
    as_of_words,
    count_entry,
    share_entry,
    share_words,
    sheet_head,
    tally_runs,
    used_columns,
)
from cchc_desktop.documents.builders.paper_parts import PaperParts
from cchc_desktop.documents.model import Document, Paragraph, Row, Section, Table
from cchc_desktop.domain.papers.followup import Grouping, Tally, TaskGroup, TrackingPaper

_TITLE = "BẢNG THEO DÕI TÌNH HÌNH THỰC HIỆN"
_SUMMARY_TITLE = "TỔNG HỢP TÌNH HÌNH THỰC HIỆN"
_TASKS, _NAMES_TASKS = " NHIỆM VỤ", re.compile(r"(danh mục )?(các )?nhiệm vụ\b", re.IGNORECASE)
_GROUPED_BY = {Grouping.AREA: "Lĩnh vực", Grouping.AGENCY: "Cơ quan chủ trì"}
_SPACE_BEFORE_TABLE = 6.0


def build_tracking(paper: TrackingPaper) -> Document:
    """Return the table in landscape with the office's head, then a page of figures group by group."""
    parts = PaperParts(paper.issuer.layout)
    head = sheet_head(parts, paper.issuer, _titles(paper, _TITLE), as_of_words(paper.as_of))
    main = Section((*head, _summary_sentence(parts, paper), tracking_table(paper)), parts.table_page())
    sections = (replace(main, name="Theo dõi"), _figures(parts, paper))
    document = Document((), title=" ".join(_titles(paper, _TITLE)), author=paper.issuer.name)
    return document.with_sections(sections if len(paper.groups) > 1 else sections[:1])


def tracking_appendix(paper: TrackingPaper, attached_to: str, number: int | None = None) -> Section:
    """Return the table as an appendix of another paper: 'Báo cáo số …/BC-UBND ngày … của …'."""
    parts = PaperParts(paper.issuer.layout)
    head = parts.appendix_heading(_titles(paper, _TITLE), attached_to, number)
    return Section((*head, tracking_table(paper)), parts.table_page(), parts.appendix_label(number))


def tracking_table(paper: TrackingPaper) -> Table:
    """Return the table alone, a row over each group."""
    columns = [NUMBER, CONTENT, LEAD, TIME, DUE, STATUS, RESULT, EXTENSION, EVIDENCE]
    if paper.by is Grouping.AGENCY:
        columns[columns.index(LEAD)] = COORDINATING
    rows, layout = (row for group in paper.groups for row in group.rows), paper.issuer.layout
    table = TaskTable(TableMaker(used_columns(columns, rows, PaperParts(layout)), layout))
    return table.maker.table(tuple(_rows(paper, table)))


def _titles(paper: TrackingPaper, title: str) -> tuple[str, ...]:
    """Return the lines of a title; that of a plan which begins 'Danh mục nhiệm vụ …' goes on with it."""
    agency = f"Cơ quan chủ trì: {paper.agency}" if paper.agency else ""
    extract = f"Trích: {paper.extract}" if paper.extract else ""
    whole = title if _NAMES_TASKS.match(paper.plan.title) else title + _TASKS
    return tuple(filter(None, (whole, paper.plan.title, agency, extract)))


def _summary_sentence(parts: PaperParts, paper: TrackingPaper) -> Paragraph:
    sentence = parts.body(tally_runs(paper.total, paper.parts))
    return replace(sentence, form=replace(sentence.form, space_after=_SPACE_BEFORE_TABLE))


def _rows(paper: TrackingPaper, table: TaskTable) -> Iterator[Row]:
    for group in paper.groups:
        yield table.group_row(group.number, f"{group.title} ({share_words(group.tally)})", group.tally.all.key)
        yield from map(table.row, group.rows)


# --- figures -----------------------------------------------------------------------------------------------------


def _figures(parts: PaperParts, paper: TrackingPaper) -> Section:
    """Return the page that counts group by group; its columns are the printed words that occur."""
    words = [line.words for line in paper.total.lines]
    columns = [NUMBER, DataColumn(_GROUPED_BY[paper.by]), DataColumn("Số nhiệm vụ", "center")]
    columns += [DataColumn(word, "center", "Trong đó") for word in words]
    columns.append(DataColumn("Tỷ lệ hoàn thành (%)", "center"))
    maker = TableMaker(columns, paper.issuer.layout)
    rows = [_figure_row(maker, words, group) for group in paper.groups]
    total = maker.row(_figure_entries(words, "", "Tổng số", paper.total, bold=True))
    head = sheet_head(parts, replace(paper.issuer, lines=()), _titles(paper, _SUMMARY_TITLE), as_of_words(paper.as_of))
    return Section((*head, maker.table((*rows, total))), parts.table_page(), "Tổng hợp")


def _figure_row(maker: TableMaker, words: list[str], group: TaskGroup) -> Row:
    return maker.row(_figure_entries(words, group.number, group.title, group.tally))


def _figure_entries(words: list[str], number: str, title: str, tally: Tally, bold: bool = False) -> list[Entry]:
    counts = {line.words: line for line in tally.lines}
    found = [count_entry(counts.get(word), bold) for word in words]
    return [
        Entry(number, bold=bold),
        Entry(title, bold=bold),
        count_entry(tally.all, bold),
        *found,
        share_entry(tally, bold),
    ]
