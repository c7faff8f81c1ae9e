"""Builds the sheet of each lead agency: what it leads as of a day, on pages of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cchc_desktop.documents.builders.data_table import TableMaker
from cchc_desktop.documents.builders.follow_parts import (
    CONTENT,
    COORDINATING,
    DUE,
    EVIDENCE,
    EXTENSION,
    NUMBER,
    RESULT,
    STATUS,
    TIME,
    TaskTable,
    as_of_words,
    sheet_head,
    tally_runs,
    used_columns,
)
from cchc_desktop.documents.builders.paper_parts import PaperParts
from cchc_desktop.documents.model import Document, Row, Section
from cchc_desktop.domain.papers.followup import AgencySheet, AgencySheets

_TITLE = "PHIẾU THEO DÕI NHIỆM VỤ"
_COLUMNS = (NUMBER, CONTENT, COORDINATING, TIME, DUE, STATUS, RESULT, EXTENSION, EVIDENCE)
_OWN = "Nhiệm vụ chủ trì"
_SHARED = "Nhiệm vụ cùng chủ trì (đã tính ở cơ quan chủ trì đứng đầu)"
_SPACE_BEFORE_TABLE = 6.0


def build_agency_sheets(paper: AgencySheets) -> Document:
    """Return a section for each agency, in landscape, with pages numbered on their own."""
    only = f": {paper.sheets[0].agency}" if len(paper.sheets) == 1 else ""
    document = Document((), title=f"{_TITLE}{only}", author=paper.issuer.name)
    return document.with_sections(tuple(_section(paper, sheet) for sheet in paper.sheets))


def _section(paper: AgencySheets, sheet: AgencySheet) -> Section:
    parts = PaperParts(paper.issuer.layout)
    titles = (f"{_TITLE} – {sheet.agency}", paper.plan.title)
    head = sheet_head(parts, paper.issuer, titles, as_of_words(paper.as_of))
    sentence = parts.body(tally_runs(sheet.tally))
    sentence = replace(sentence, form=replace(sentence.form, space_after=_SPACE_BEFORE_TABLE))
    columns = used_columns(_COLUMNS, (row for one in paper.sheets for row in (*one.own, *one.shared)), parts)
    table = TaskTable(TableMaker(columns, paper.issuer.layout))
    rows = table.maker.table(tuple(_rows(table, sheet)))
    return Section((*head, sentence, rows), parts.table_page(), sheet.agency)


def _rows(table: TaskTable, sheet: AgencySheet) -> Iterator[Row]:
    """Yield what is led; what is led together with others has a row of its own above it."""
    if sheet.shared and sheet.own:
        yield table.group_row("A", _OWN)
    yield from map(table.row, sheet.own)
    if sheet.shared:
        yield table.group_row("B" if sheet.own else "", _SHARED)
    yield from map(table.row, sheet.shared)
