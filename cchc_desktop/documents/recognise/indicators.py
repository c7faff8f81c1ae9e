"""Tables of indicators become draft indicators; group rows (stages) travel with each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from cchc_desktop.documents.recognise import notices
from cchc_desktop.documents.recognise.rows import (
    Context,
    RowKind,
    SectionHead,
    classify,
    foot_begins,
    joined,
    section_head,
)
from cchc_desktop.documents.recognise.tables import Block, Line
from cchc_desktop.domain.draft import DraftIndicator
from cchc_desktop.domain.numbering import split_number
from cchc_desktop.domain.plan import Column, SectionRows
from cchc_desktop.domain.problems import Problem

_COLUMNS = (Column.NUMBER, Column.INDICATOR, Column.UNIT, Column.TARGET, Column.AGENCY)


@dataclass(slots=True)
class IndicatorRow:
    """One indicator under construction."""

    line: Line
    group: SectionHead | None
    values: dict[Column, str]

    def draft(self) -> DraftIndicator:
        """Return the finished indicator."""
        number, text = self.values.get(Column.NUMBER), self.values.get(Column.INDICATOR, "")
        if number is None:
            number, text = _number_in(text)
        return DraftIndicator(
            text=text,
            group_number=self.group.number if self.group else None,
            group_title=self.group.title if self.group else None,
            number=number,
            unit=self.values.get(Column.UNIT),
            target_words=self.values.get(Column.TARGET),
            agency_words=self.values.get(Column.AGENCY),
            table=self.line.table.name,
            row=self.line.number,
        )


def _number_in(text: str) -> tuple[str | None, str]:
    number, rest = split_number(text)
    return (text[: text.find(rest)].strip(), rest) if number and rest else (None, text)


@dataclass(slots=True)
class IndicatorList:
    """What the tables of indicators yield."""

    rows: list[IndicatorRow] = field(default_factory=list)
    shape: SectionRows | None = None
    problems: list[Problem] = field(default_factory=list)


def read_indicators(blocks: Sequence[Block]) -> IndicatorList:
    """Read all blocks of indicators of a file, in order."""
    reader = _Reader()
    for block in blocks:
        reader.take_block(block)
    return reader.found


class _Reader:
    """Takes rows one by one; used for one file only."""

    def __init__(self) -> None:
        self.found = IndicatorList()
        self._group: SectionHead | None = None
        self._open = False
        self._group_used = True

    def take_block(self, block: Block) -> None:
        """Take the rows of one table; a new table has no group until it names one."""
        if not block.continues:
            self._end_group()
            self._group, self._open = None, False
        for index, line in enumerate(block.lines):
            if foot_begins(block.lines, index):
                self.found.problems.append(notices.foot(block.lines[index:]))
                break
            self._take(line)
        self._end_group()
        self.found.problems += notices.unknown_columns(block)

    def _take(self, line: Line) -> None:
        title = None if self._open or self._group is None else self._group.title
        context = Context(has_item=self._open, fresh_title=title)
        kind = classify(line, context)
        head = section_head(line, context) if kind is RowKind.SECTION else None
        if head:
            self._end_group()
            self._group, self._open, self._group_used = head, False, False
            self.found.shape = self.found.shape or head.shape
        elif kind is RowKind.FOOT:
            self.found.problems.append(notices.foot([line]))
        elif kind is RowKind.CONTINUATION:
            self._continue(line)
        else:
            self._add(line)

    def _add(self, line: Line) -> None:
        values = {column: text for column in _COLUMNS if (text := line.text(column))}
        if line.is_merged_above(Column.NUMBER):
            values.pop(Column.NUMBER, None)
        self.found.rows.append(IndicatorRow(line, self._group, values))
        self._open = self._group_used = True

    def _continue(self, line: Line) -> None:
        self.found.problems.append(notices.continuation(line))
        if self._open:
            values = self.found.rows[-1].values
            for column in _COLUMNS:
                if text := line.own_text(column):
                    values[column] = joined(values.get(column, ""), text)
        elif self._group:
            title = joined(self._group.title, line.own[0][1])
            self._group = SectionHead(self._group.number, title, self._group.shape)

    def _end_group(self) -> None:
        """A group without indicators would vanish, so it is reported."""
        if self._group and not self._group_used:
            words = " ".join(filter(None, (self._group.number, self._group.title)))
            line = self.found.rows[-1].line if self.found.rows else None
            self.found.problems.append(
                Problem(
                    line.table.name if line else "", None, None,
                    f"Nhóm “{words}” không có chỉ tiêu nào nên không được nhập.",
                    "Kiểm tra các dòng dưới tên nhóm này trong tệp.",
                )
            )  # fmt: skip
            self._group_used = True
