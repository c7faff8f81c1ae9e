"""The tree of items while it is being built: what a `DraftItem` holds, with the rows it came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from cchc_desktop.documents.recognise.tables import Line
from cchc_desktop.domain.draft import DraftItem, DraftSection
from cchc_desktop.domain.items import ItemKind, bare_number
from cchc_desktop.domain.numbering import strip_label
from cchc_desktop.domain.plan import Column

VALUE_COLUMNS = (
    Column.LEAD, Column.COORDINATING, Column.TIME, Column.PRODUCT, Column.FUNDING, Column.NOTE,
)  # fmt: skip


@dataclass(slots=True)
class Node:
    """One item under construction; `source` is the cell that named it, so that repeated cells are seen."""

    kind: ItemKind
    line: Line
    column: Column
    source: str = ""
    content: str = ""
    number: str | None = None
    ordinal: str | None = None
    label: str | None = None
    values: dict[Column, str] = field(default_factory=dict)
    extras: list[str] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)

    @property
    def bare(self) -> str:
        """The number without its stops, '' where there is none."""
        return (bare_number(self.number) or "").lstrip("(")

    def walk(self) -> Iterator[Node]:
        """Yield this node and all below it, depth first."""
        yield self
        for child in self.children:
            yield from child.walk()

    def draft(self) -> DraftItem:
        """Return the finished item."""
        value = self.values.get
        notes = [*filter(None, [value(Column.NOTE)]), *self.extras]
        return DraftItem(
            kind=self.kind,
            content=self.content,
            number=self.number,
            ordinal=self.ordinal,
            label=self.label,
            lead_words=value(Column.LEAD),
            coordinating_words=value(Column.COORDINATING),
            time_words=value(Column.TIME),
            product=value(Column.PRODUCT),
            funding=value(Column.FUNDING),
            note="\n".join(notes) or None,
            children=tuple(child.draft() for child in self.children),
            table=self.line.table.name,
            row=self.line.number,
        )


@dataclass(slots=True)
class SectionNode:
    """One section under construction; `line` is None for the nameless section before the first heading."""

    number: str | None
    title: str
    line: Line | None = None
    items: list[Node] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        """Yield every item of the section at all depths, in order."""
        for item in self.items:
            yield from item.walk()

    def draft(self) -> DraftSection:
        """Return the finished section."""
        return DraftSection(self.number, self.title, tuple(item.draft() for item in self.items))


def new_node(kind: ItemKind, line: Line, column: Column) -> Node:
    """Make an item from the cell of `column`: number and label that stand in it are taken off its content.

    A number cell wins over a number in the text, unless the text has a label ('Hoạt động 1:'): then the number
    belongs to the label and the cell holds the ordinal of the row.
    """
    text = line.text(column)
    node = Node(kind, line, column, source=text, content=text)
    printed = line.own_text(Column.NUMBER) if column in (Column.CONTENT, Column.INDICATOR) else ""
    head = strip_label(text)
    if head.label:
        node.label, node.content = head.label.strip(), head.content
        node.number, node.ordinal = (head.number_text, printed or None) if head.number else (printed or None, None)
    elif printed:
        node.number = printed
    elif head.number and head.content:
        node.number, node.content = head.number_text, head.content
    return node


def fill(node: Node, line: Line) -> None:
    """Give an item the values of its row; a cell merged over several rows applies to each of them."""
    for column in VALUE_COLUMNS:
        if text := line.text(column):
            node.values[column] = text


def extras(line: Line) -> list[tuple[str, str]]:
    """Return header words and text of each cell that stands in a column without a meaning here."""
    heads = line.header.cells
    return [
        (heads[place].name if place < len(heads) else "", text)
        for place, text in line.own
        if place >= len(heads) or heads[place].column is None
    ]
