"""The columns of an appendix: the plan's own in its order, defaults where it has none, and what else has words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from cchc_desktop.documents.model import Align, Cell, Row, TextStyle
from cchc_desktop.domain.plan import AppendixColumn, AppendixForm, Column

TASK_WORDS: dict[Column, str] = {
    Column.NUMBER: "TT",
    Column.CONTENT: "Nội dung nhiệm vụ",
    Column.LEAD: "Cơ quan chủ trì",
    Column.COORDINATING: "Cơ quan phối hợp",
    Column.TIME: "Thời gian thực hiện",
    Column.PRODUCT: "Sản phẩm",
    Column.FUNDING: "Kinh phí",
    Column.NOTE: "Ghi chú",
}
"""Default header words of an appendix of tasks; funding and notes stand in it only where some item has them."""

INDICATOR_WORDS: dict[Column, str] = {
    Column.NUMBER: "STT",
    Column.INDICATOR: "Chỉ tiêu",
    Column.UNIT: "Đơn vị tính",
    Column.TARGET: "Mức chỉ tiêu",
    Column.AGENCY: "Cơ quan chịu trách nhiệm theo dõi, đánh giá",
}

_ON_DEMAND = (Column.FUNDING, Column.NOTE)
_LEFT = (Column.OBJECTIVE, Column.TASK, Column.CONTENT, Column.PRODUCT, Column.NOTE, Column.INDICATOR)
_TREE = (Column.OBJECTIVE, Column.TASK)


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a table's cells at one font size."""

    size: float = 12

    def of(self, column: Column) -> TextStyle:
        """Return the style of a body cell."""
        align: Align = "left" if column in _LEFT else "center"
        return TextStyle(size=self.size, align=align, valign="top" if column in _TREE else "middle")

    @property
    def header(self) -> TextStyle:
        """The style of a header cell, and of a section's number."""
        return TextStyle(size=self.size, bold=True, align="center")

    @property
    def section(self) -> TextStyle:
        """The style of a section's title."""
        return TextStyle(size=self.size, bold=True)


def resolve_columns(
    form: AppendixForm, words: dict[Column, str], used: Collection[Column]
) -> tuple[AppendixColumn, ...]:
    """Return the form's columns and, after them, default columns for words that the form has no place for.

    A form without columns becomes the default one. A column that the form names twice keeps its words once.
    """
    if form.columns:
        named = {column.column for column in form.columns}
        missing = [column for column in words if column in used and column not in named]
        return form.columns + tuple(AppendixColumn(column, words[column]) for column in missing)
    return tuple(
        AppendixColumn(column, header) for column, header in words.items() if column in used or column not in _ON_DEMAND
    )


def places(columns: Sequence[AppendixColumn]) -> dict[Column, int]:
    """Return the grid column of each kind of column; the first where one occurs twice."""
    found: dict[Column, int] = {}
    for place, column in enumerate(columns):
        found.setdefault(column.column, place)
    return found


def header_rows(columns: Sequence[AppendixColumn], styles: Styles) -> tuple[Row, ...]:
    """Return the header of an appendix."""
    return header_rows_of([(column.header, column.group) for column in columns], styles.header)


def header_rows_of(columns: Sequence[tuple[str, str | None]], style: TextStyle) -> tuple[Row, ...]:
    """Return a header of words and groups: one row, or two where columns stand under a group."""
    if not any(group for _, group in columns):
        return (Row(tuple(Cell(place, header, style) for place, (header, _) in enumerate(columns))),)
    below = tuple(Cell(place, header, style) for place, (header, group) in enumerate(columns) if group)
    return Row(tuple(_upper_cells(columns, style))), Row(below)


def _upper_cells(columns: Sequence[tuple[str, str | None]], style: TextStyle) -> Iterator[Cell]:
    """Yield the upper header row: group words over their columns, single columns over both rows."""
    pending: Cell | None = None
    for place, (header, group) in enumerate(columns):
        if pending and group == pending.text:
            pending = replace(pending, columns=pending.columns + 1)
            continue
        if pending:
            yield pending
        pending = Cell(place, group, style) if group else None
        if pending is None:
            yield Cell(place, header, style, rows=2)
    if pending:
        yield pending
