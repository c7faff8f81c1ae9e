"""Builds the chairman's sheet: one A4 page in portrait, 14 points, grouped by leader and person in charge.

Where more presses than a page holds, the least pressing rows give way and are counted in one line below.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from cchc_desktop.documents.builders.data_table import DataColumn, Entry, TableMaker
from cchc_desktop.documents.builders.follow_parts import (
    DUE,
    LEAD,
    NUMBER,
    STATUS,
    TaskTable,
    as_of_words,
    counted,
    day_entry,
    share_words,
    tally_runs,
    titled,
)
from cchc_desktop.documents.builders.paper_parts import PaperParts
from cchc_desktop.documents.model import Block, Cell, Document, PageSetup, Row, TextStyle
from cchc_desktop.domain.numbering import to_roman
from cchc_desktop.domain.papers.followup import ChairmanSheet, LeaderGroup, TaskRow
from cchc_desktop.domain.papers.layout_profile import Element, LayoutProfile, Look

_SIZE = 14.0
_LENGTHS = (400, 150, 90)  # letters of a task's words, the first that fits; the tracking table has them all
_SPARE_MM = 22  # left free, for Word and Excel may wrap a line otherwise
_TITLES = ("TÌNH HÌNH THỰC HIỆN NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH",)
_NOBODY = "Chưa phân công lãnh đạo phụ trách"
_TASK = DataColumn("Nhiệm vụ")
_COLUMNS = (NUMBER, _TASK, replace(LEAD, header="Chủ trì"), DUE, STATUS)
_ELEMENTS = (Element.BODY, Element.APPENDIX_TITLE, Element.ATTACHED)


def build_chairman(sheet: ChairmanSheet) -> Document:
    """Return the sheet with whole words where one page holds them, else shortened, else with fewer rows."""
    layout = _at_14(sheet.issuer.layout)
    rows = sorted(
        sheet.rows,
        key=lambda row: (not row.is_late, row.due or date.max),
    )
    ids = [row.item_id for row in rows]
    for longest in _LENGTHS:
        page = _Page(sheet, layout, longest)
        document = page.document(ids)
        if page.fits(document):
            return document
    return page.document(ids[: page.most(ids)])


def _at_14(layout: LayoutProfile) -> LayoutProfile:
    """Return the office's layout with everything on this sheet at 14 points."""
    changed = replace(layout, paper="A4").with_table_size(_SIZE)
    for element in _ELEMENTS:
        look = changed.look(element)
        changed = changed.with_look(element, Look(_SIZE, look.bold, look.italic))
    return changed


@dataclass(frozen=True, slots=True)
class _Page:
    """Sets the sheet with some of its rows."""

    sheet: ChairmanSheet
    layout: LayoutProfile
    longest: int

    def most(self, ids: Sequence[int]) -> int:
        """Return how many of these items' rows fit, from the first on."""
        fitting, too_many = 0, len(ids)
        while too_many - fitting > 1:
            middle = (fitting + too_many) // 2
            if self.fits(self.document(ids[:middle])):
                fitting = middle
            else:
                too_many = middle
        return fitting

    def document(self, shown: Collection[int]) -> Document:
        """Return the sheet with these items' rows."""
        sheet, parts = self.sheet, PaperParts(self.layout)
        blocks: list[Block] = [*titled(parts, (*_TITLES, sheet.plan.title), as_of_words(sheet.as_of))]
        blocks.append(parts.body(tally_runs(sheet.total, sheet.parts)))
        rows = tuple(self._rows(frozenset(shown)))
        if rows:
            blocks.append(TableMaker(_COLUMNS, self.layout).table(rows, space_after=6))
        blocks.append(parts.body(self._note(len(frozenset(shown)))))
        return Document(
            tuple(blocks), parts.page(), " ".join((*_TITLES, sheet.plan.title)), sheet.issuer.name, "Chủ tịch"
        )

    def fits(self, document: Document) -> bool:
        """Tell whether a document stands on one page, with some room to spare."""
        from cchc_desktop.documents.layout.measure import measure
        from cchc_desktop.documents.layout.pages import break_pages
        from cchc_desktop.documents.metrics import FontMetrics

        lower: PageSetup = replace(document.page, bottom_mm=document.page.bottom_mm + _SPARE_MM)
        return len(break_pages(measure(replace(document, page=lower), FontMetrics()))) == 1

    def _rows(self, shown: Collection[int]) -> Iterator[Row]:
        table = TaskTable(TableMaker(_COLUMNS, self.layout))
        for number, group in enumerate(self.sheet.leaders, start=1):
            title = f"{group.leader or _NOBODY}: {share_words(group.tally)}"
            below = list(self._people(table, group, shown))
            row = table.group_row(to_roman(number), title, group.tally.all.key)
            yield row if below else replace(row, keep_with_next=False)
            yield from below

    def _people(self, table: TaskTable, group: LeaderGroup, shown: Collection[int]) -> Iterator[Row]:
        for person in group.people:
            rows = [row for row in person.rows if row.item_id in shown]
            if rows and person.person:
                yield _person_row(person.person)
            yield from (self._task_row(table.maker, row) for row in rows)

    def _task_row(self, maker: TableMaker, row: TaskRow) -> Row:
        status = Entry(row.status, bold=row.is_late)
        return maker.row((row.number, shortened(row.content, self.longest), row.leads, day_entry(row.due), status))

    def _note(self, shown: int) -> str:
        sheet, listed = self.sheet, len(self.sheet.rows)
        tasks = "nhiệm vụ, nội dung thành phần" if any(row.is_part for row in sheet.rows) else "nhiệm vụ"
        what = f"chậm tiến độ hoặc đến hạn trong {counted(sheet.days)} ngày tới"
        if not listed:
            return f"Không có nhiệm vụ nào {what}."
        if shown < listed:
            return f"Danh sách nêu {counted(shown)}/{counted(listed)} {tasks} {what}; đầy đủ tại bảng theo dõi."
        return f"Danh sách nêu các {tasks} {what}."


def _person_row(person: str) -> Row:
    style = TextStyle(_SIZE, bold=False, italic=True)
    return Row((Cell(0, "", style), Cell(1, f"Phụ trách: {person}", style, len(_COLUMNS) - 1)), keep_with_next=True)


def shortened(words: str, longest: int) -> str:
    """Return words on one line, cut at a space with '…' where they are long."""
    line = " ".join(words.split())
    if len(line) <= longest:
        return line
    return line[:longest].rsplit(" ", 1)[0].rstrip(",;:.") + "…"
