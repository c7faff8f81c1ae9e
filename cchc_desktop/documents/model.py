"""The one description of a paper that every writer renders: pages, paragraphs and tables, as plain data.

Lengths are points unless a name says mm. A builder makes a `Document`, `layout` measures it, a writer draws it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Align = Literal["left", "center", "right"]
VerticalAlign = Literal["top", "middle"]

POINTS_PER_MM = 72 / 25.4
A4_MM = (210.0, 297.0)
A3_MM = (297.0, 420.0)


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How the words of one paragraph or cell look; `size` is the font size."""

    size: float = 12
    bold: bool = False
    italic: bool = False
    align: Align = "left"
    valign: VerticalAlign = "middle"


@dataclass(frozen=True, slots=True)
class PageSetup:
    """One kind of page; the defaults are a landscape A4 with the least margins of decree 30/2020.

    Page numbers stand centred in the top margin from page `first_numbered` on; None prints none.
    """

    width_mm: float = A4_MM[1]
    height_mm: float = A4_MM[0]
    top_mm: float = 20
    bottom_mm: float = 20
    left_mm: float = 30
    right_mm: float = 15
    first_numbered: int | None = 2
    number_size: float = 13

    @property
    def landscape(self) -> bool:
        """Whether the page is wider than high."""
        return self.width_mm > self.height_mm

    @property
    def width(self) -> float:
        """The width of the paper."""
        return self.width_mm * POINTS_PER_MM

    @property
    def height(self) -> float:
        """The height of the paper."""
        return self.height_mm * POINTS_PER_MM

    @property
    def text_width(self) -> float:
        """The width between the side margins."""
        return (self.width_mm - self.left_mm - self.right_mm) * POINTS_PER_MM

    @property
    def text_height(self) -> float:
        """The height between the top and the bottom margin."""
        return (self.height_mm - self.top_mm - self.bottom_mm) * POINTS_PER_MM


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; `balanced` makes its lines about equally long, `bookmark` names it in the outline."""

    text: str
    style: TextStyle = TextStyle()
    space_after: float = 0
    balanced: bool = False
    bookmark: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell at a 0-based grid column, over `columns` columns and `rows` rows."""

    column: int
    text: str
    style: TextStyle = TextStyle()
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the cells that begin in it, from left to right; every grid slot belongs to exactly one cell.

    `keep_with_next` keeps the row from being the last on a page; `bookmark` names it in the outline. `continues`
    marks a row that carries on the one above it, no line between them: a writer of sheets makes these itself.
    """

    cells: tuple[Cell, ...]
    keep_with_next: bool = False
    bookmark: str | None = None
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of `columns` columns over the whole text width; header rows stand on top of every page."""

    columns: int
    header: tuple[Row, ...]
    rows: tuple[Row, ...]

    def all_rows(self) -> Iterator[Row]:
        """Yield the header rows, then the rows."""
        yield from self.header
        yield from self.rows


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper; `name` is short (a sheet's title), `title` and `author` are the file's properties."""

    blocks: tuple[Block, ...]
    page: PageSetup = PageSetup()
    title: str = ""
    author: str = ""
    name: str = "Phụ lục"
    language: str = "vi-VN"
