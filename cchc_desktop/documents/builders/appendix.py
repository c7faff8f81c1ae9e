"""Builds the appendix of tasks of a plan: its heading, columns, section rows and items as one description."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from cchc_desktop.documents.builders.columns import (
    TASK_WORDS,
    Styles,
    header_rows,
    places,
    resolve_columns,
)
from cchc_desktop.documents.builders.heading import file_title, heading_lines, heading_paragraphs
from cchc_desktop.documents.builders.paper_parts import PaperParts
from cchc_desktop.documents.model import Cell, Document, PageSetup, Row, Table
from cchc_desktop.domain.items import ItemKind, ItemOrigin, WorkItem
from cchc_desktop.domain.papers.layout_profile import Element, LayoutProfile
from cchc_desktop.domain.plan import AppendixColumn, Column, SectionRows
from cchc_desktop.domain.plan_tree import PlanTree

_VALUES: dict[Column, Callable[[WorkItem], str | None]] = {
    Column.LEAD: lambda item: item.lead_words,
    Column.COORDINATING: lambda item: item.coordinating_words,
    Column.TIME: lambda item: item.time_words,
    Column.PRODUCT: lambda item: item.product,
    Column.FUNDING: lambda item: item.funding,
    Column.NOTE: lambda item: item.note,
}


def build_appendix(
    tree: PlanTree,
    cell_size: float | None = None,
    page: PageSetup | None = None,
    profile: LayoutProfile | None = None,
    number: int | None = None,
) -> Document:
    """Return the appendix of the plan's tasks; items that arose later (phát sinh) are not in it.

    `cell_size` and `page` go before what the profile says; it is A4 in landscape by decree 30/2020 without any.
    `number` stands behind the word 'Phụ lục' of a heading that nobody typed, where a paper has several.
    """
    form = tree.plan.form
    parts = PaperParts(profile or LayoutProfile())
    cell_size = cell_size or parts.style(Element.TABLE).size
    columns = resolve_columns(form, TASK_WORDS, _used_columns(tree))
    grid = Grid(columns, Styles(cell_size), form.section_rows)
    lines = heading_lines(tree.plan, form.title_block, "DANH MỤC NHIỆM VỤ", parts.appendix_label(number))
    rows = tuple(_rows(tree, grid))
    table = Table(len(columns), header_rows(columns, grid.styles), rows)
    return Document(
        blocks=(*heading_paragraphs(lines, profile), table),
        page=page or parts.table_page(),
        title=file_title(lines),
        author=tree.plan.issuer or "",
        name="Nhiệm vụ",
    )


def _used_columns(tree: PlanTree) -> set[Column]:
    """Return the columns that some printed item has words for; content unless another column takes its place."""
    named = {column.column for column in tree.plan.form.columns}
    used = set() if named & {Column.TASK, Column.OBJECTIVE} else {Column.CONTENT}
    for section in tree.sections:
        for item in _printed(tree, section.id):
            used |= {column for column, value in _VALUES.items() if column not in used and value(item)}
    return used


def _printed(tree: PlanTree, section_id: int, parent: WorkItem | None = None) -> Iterator[WorkItem]:
    siblings = tree.children(parent) if parent else tree.roots(section_id)
    for item in siblings:
        if item.origin is ItemOrigin.ISSUED:
            yield item
            yield from _printed(tree, section_id, item)


class Grid:
    """Where things stand in the rows of one appendix: columns by place, styles, the shape of section rows."""

    def __init__(self, columns: Sequence[AppendixColumn], styles: Styles, shape: SectionRows) -> None:
        self.columns = columns
        self.styles = styles
        self.place = places(columns)
        self.width = len(columns)
        self._split = shape is SectionRows.SPLIT and self.place.get(Column.NUMBER) == 0 and self.width > 1
        self._body = [(column.column, styles.of(column.column)) for column in columns]

    def heading_row(self, number: str | None, title: str) -> Row:
        """Return the row of a section or group, in the plan's own shape."""
        words = _numbered(number, title)
        if not self._split:
            return Row((Cell(0, words, self.styles.section, self.width),), True, words)
        mark = Cell(0, number or "", self.styles.header)
        return Row((mark, Cell(1, title, self.styles.section, self.width - 1)), True, words)

    def row(self, texts: dict[int, str], spans: dict[int, int] | None = None) -> Row:
        """Return a row with texts by place; `spans` holds rows per place: n over n rows, 0 begun above."""
        if not spans:
            cells = [Cell(place, texts.get(place, ""), style) for place, (_, style) in enumerate(self._body)]
            return Row(tuple(cells))
        return Row(
            tuple(
                Cell(place, texts.get(place, ""), style, rows=spans.get(place, 1))
                for place, (_, style) in enumerate(self._body)
                if spans.get(place) != 0
            )
        )


def _numbered(number: str | None, title: str) -> str:
    """Return 'I. Cải cách thể chế'; a number printed with its stop keeps it."""
    if not number:
        return title
    return f"{number} {title}" if number[-1] in ".:)" else f"{number}. {title}"


# --- rows of items ---------------------------------------------------------------------------------------------


def _rows(tree: PlanTree, grid: Grid) -> Iterator[Row]:
    shape = _NestedRows(tree, grid) if _is_nested(grid) else _FlatRows(tree, grid)
    for section in tree.sections:
        roots = tree.roots(section.id)
        issued = [item for item in roots if item.origin is ItemOrigin.ISSUED]
        if roots and not issued:
            continue
        if section.title or section.number:
            yield grid.heading_row(section.number, section.title)
        for item in issued:
            yield from shape.rows(item)


def _is_nested(grid: Grid) -> bool:
    return Column.CONTENT in grid.place and (Column.OBJECTIVE in grid.place or Column.TASK in grid.place)


@dataclass(frozen=True, slots=True)
class _FlatRows:
    """One row per item, parents before their children: number column, content, the item's own words."""

    tree: PlanTree
    grid: Grid

    def rows(self, item: WorkItem) -> Iterator[Row]:
        """Yield the rows of an item and of what stands under it."""
        texts = _values(item, self.grid)
        number, content = _split_head(item, Column.NUMBER in self.grid.place)
        texts[self.grid.place[_content_column(self.grid)]] = content
        if number and Column.NUMBER in self.grid.place:
            texts[self.grid.place[Column.NUMBER]] = number
        yield self.grid.row(texts)
        for child in self.tree.children(item):
            if child.origin is ItemOrigin.ISSUED:
                yield from self.rows(child)


def _content_column(grid: Grid) -> Column:
    return next(column for column in (Column.CONTENT, Column.TASK, Column.OBJECTIVE) if column in grid.place)


def _values(item: WorkItem, grid: Grid) -> dict[int, str]:
    return {grid.place[column]: value(item) or "" for column, value in _VALUES.items() if column in grid.place}


def _split_head(item: WorkItem, has_number_column: bool) -> tuple[str, str]:
    """Return what stands in the number column and in the content cell.

    An ordinal takes the number column, and the number goes with the label ('5' | '3.1: Hoạt động 1: …').
    """
    if has_number_column and item.ordinal is None:
        return item.number or "", _join(" ", item.label, item.content)
    return item.ordinal or "", _join(" ", item.number, item.label, item.content)


def _join(separator: str, *parts: str | None) -> str:
    return separator.join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class _NestedRows:
    """Objective and task in columns of their own, merged over the rows of what stands under them."""

    tree: PlanTree
    grid: Grid

    def rows(self, item: WorkItem) -> Iterator[Row]:
        """Yield the rows of an item that stands right under its section."""
        for texts, spans in self._lines(item):
            yield self.grid.row(texts, spans)

    def _lines(self, item: WorkItem) -> list[tuple[dict[int, str], dict[int, int]]]:
        """Return texts and row counts by place for each row; an item without a row of its own shares the first."""
        place = self._place(item)
        lines = [line for child in self._children(item) for line in self._lines(child)]
        is_parent = bool(lines) and place != self.grid.place[Column.CONTENT]
        if not is_parent or self._has_words(item):
            lines.insert(0, (self._own_texts(item, place), {}))
        if is_parent:
            self._merge_over(lines, place, _nested_head(item))
        return lines

    def _merge_over(self, lines: list[tuple[dict[int, str], dict[int, int]]], place: int, head: str) -> None:
        for texts, spans in lines:
            texts.pop(place, None)
            spans[place] = 0
        lines[0][0][place] = head
        lines[0][1][place] = len(lines)

    def _children(self, item: WorkItem) -> Iterator[WorkItem]:
        return (child for child in self.tree.children(item) if child.origin is ItemOrigin.ISSUED)

    def _place(self, item: WorkItem) -> int:
        wanted = {ItemKind.OBJECTIVE: Column.OBJECTIVE, ItemKind.TASK: Column.TASK}.get(item.kind, Column.CONTENT)
        return self.grid.place.get(wanted, self.grid.place[Column.CONTENT])

    def _has_words(self, item: WorkItem) -> bool:
        return any(value(item) for value in _VALUES.values()) or item.ordinal is not None

    def _own_texts(self, item: WorkItem, place: int) -> dict[int, str]:
        texts = _values(item, self.grid)
        number = self.grid.place.get(Column.NUMBER)
        bare = item.label is None and item.ordinal is None and (item.number or ".")[-1] not in ".:)"
        if number is not None and bare:
            texts[number], texts[place] = item.number or "", item.content
            return texts
        texts[place] = _nested_head(item)
        if number is not None:
            texts[number] = item.ordinal or ""
        return texts


def _nested_head(item: WorkItem) -> str:
    """Return '1.1. Mục tiêu 1:' with the content on the next line; without a label all on one line."""
    head = _join(" ", item.number, item.label)
    return _join("\n" if item.label else " ", head, item.content)
