"""The one description of a paper that every writer renders: sections of paragraphs, pairs, tables and charts.

Lengths are points unless a name says mm. A builder makes a `Document`, `layout` measures it, a writer draws it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:  # every export imports this module, and few have numbers
    from datetime import date
    from decimal import Decimal

Align = Literal["left", "center", "right", "justify"]
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
class Run:
    """Words inside a paragraph that look different, or that are live: `figure` is the key of the rows they count."""

    text: str
    bold: bool = False
    italic: bool = False
    figure: str | None = None


@dataclass(frozen=True, slots=True)
class ParagraphForm:
    """Where the lines of a paragraph stand. `line_spacing` is in single lines of the font.

    `keep_with_next` keeps its last lines on the page of what follows. `underline` draws a line under the paragraph,
    as a part of its widest line's width.
    """

    first_line: float = 0
    left: float = 0
    space_before: float = 0
    space_after: float = 0
    line_spacing: float = 1
    keep_with_next: bool = False
    underline: float | None = None


PLAIN_FORM = ParagraphForm()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; `balanced` makes its lines about equally long, `bookmark` names it in the outline.

    `text` is all of its words; `runs`, where there are any, are the same words in parts (`mixed` makes both).
    `role` names the kind of paragraph (a style in Word), `level` is its depth in the outline, counted from 1.
    """

    text: str
    style: TextStyle = TextStyle()
    balanced: bool = False
    bookmark: str | None = None
    runs: tuple[Run, ...] = ()
    form: ParagraphForm = PLAIN_FORM
    role: str = ""
    level: int = 1

    def parts(self) -> tuple[Run, ...]:
        """Return the words as runs, also where all of them look alike."""
        return self.runs or (Run(self.text, self.style.bold, self.style.italic),)

    def with_runs(self, runs: tuple[Run, ...]) -> Paragraph:
        """Return the paragraph with other words."""
        return replace(self, text="".join(run.text for run in runs), runs=runs)


def mixed(
    runs: tuple[Run, ...], style: TextStyle = TextStyle(), form: ParagraphForm = PLAIN_FORM, role: str = ""
) -> Paragraph:
    """Return a paragraph of words that look different or are live."""
    return Paragraph("", style, form=form, role=role).with_runs(runs)


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two stacks of paragraphs beside each other: a letterhead, 'Nơi nhận' with the signature. No frame.

    `share` is the left stack's part of the text width. It stands on one page where it can.
    """

    left: tuple[Paragraph, ...]
    right: tuple[Paragraph, ...]
    share: float = 0.5
    space_after: float = 0

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Return the paragraphs of both stacks."""
        return self.left + self.right


CellValue: TypeAlias = "date | int | Decimal"
"""What a sheet holds as a date or a number; paper shows the cell's text."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell at a 0-based grid column, over `columns` columns and `rows` rows.

    `figure` is the key of the rows that its number counts. `value` is what a sheet stores in the place of the text;
    a text that does not say the same ('–' for none) must not have one.
    """

    column: int
    text: str
    style: TextStyle = TextStyle()
    columns: int = 1
    rows: int = 1
    value: CellValue | None = None
    figure: str | None = None


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
    """A grid of `columns` columns over the whole text width; header rows stand on top of every page.

    `space_after` is free below it; `level` is the depth of its rows' bookmarks in the outline.
    """

    columns: int
    header: tuple[Row, ...]
    rows: tuple[Row, ...]
    space_after: float = 0
    level: int = 1

    def all_rows(self) -> Iterator[Row]:
        """Yield the header rows, then the rows."""
        yield from self.header
        yield from self.rows


Fill = Literal["white", "light", "dark", "diagonal", "level"]
"""How a bar of a chart is filled: grey in three depths, or lines on white; told apart without colours."""


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """One kind of bars: a number for each category. `figures` are the keys of the rows that these count."""

    name: str
    values: tuple[int, ...]
    fill: Fill
    figures: tuple[str | None, ...] = ()

    def figure(self, place: int) -> str | None:
        """Return the key of one number's rows, None where it has none."""
        return self.figures[place] if self.figures else None


@dataclass(frozen=True, slots=True)
class Chart:
    """Level bars for each category, end to end ('stacked') or below each other ('grouped'); every number is printed.

    `title` says what it shows where nobody sees it, `heading` is the word for the categories ('Lĩnh vực'). With
    `total` ('Tổng số') the sum stands at the end of stacked bars. It stands on one page, over the whole text width.
    """

    kind: Literal["stacked", "grouped"]
    title: str
    heading: str
    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    total: str = ""
    style: TextStyle = TextStyle()
    space_after: float = 0

    def sums(self) -> tuple[int, ...]:
        """Return the sum of all series for each category."""
        return tuple(map(sum, zip(*(series.values for series in self.series), strict=True)))

    def words(self) -> str:
        """Return the whole chart in words: 'Thể chế: Đã hoàn thành 3, Chậm tiến độ 1. …'."""
        lines = (
            f"{category}: {', '.join(f'{series.name} {series.values[place]}' for series in self.series)}."
            for place, category in enumerate(self.categories)
        )
        return " ".join((f"{self.title}.", *lines))

    def texts(self) -> tuple[str, ...]:
        """Return every text that is printed; numbers are not among them."""
        return (self.title, self.heading, self.total, *self.categories, *(series.name for series in self.series))


Block = Paragraph | Table | SideBySide | Chart


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a paper with pages of its own, numbered on their own; `name` is a sheet's title."""

    blocks: tuple[Block, ...]
    page: PageSetup = PageSetup()
    name: str = "Phụ lục"


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper; `title` and `author` are the file's properties.

    `blocks`, `page` and `name` are its first section; `following` are the others: a landscape appendix behind a
    report in portrait.
    """

    blocks: tuple[Block, ...]
    page: PageSetup = PageSetup()
    title: str = ""
    author: str = ""
    name: str = "Phụ lục"
    language: str = "vi-VN"
    following: tuple[Section, ...] = ()

    def sections(self) -> tuple[Section, ...]:
        """Return all sections in order."""
        return (Section(self.blocks, self.page, self.name), *self.following)

    def with_sections(self, sections: tuple[Section, ...]) -> Document:
        """Return the document with other sections; there is at least one."""
        first, *following = sections
        return replace(self, blocks=first.blocks, page=first.page, name=first.name, following=tuple(following))


def turned(page: PageSetup, landscape: bool) -> PageSetup:
    """Return the page turned to landscape or portrait; the margins keep their sides."""
    short, long = sorted((page.width_mm, page.height_mm))
    width, height = (long, short) if landscape else (short, long)
    return replace(page, width_mm=width, height_mm=height)
