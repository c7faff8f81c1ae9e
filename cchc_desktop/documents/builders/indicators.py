"""Builds the appendix of indicators of a plan, with a row for each group (stage)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cchc_desktop.documents.builders.appendix import Grid
from cchc_desktop.documents.builders.columns import INDICATOR_WORDS, Styles, header_rows, resolve_columns
from cchc_desktop.documents.builders.heading import file_title, heading_lines, heading_paragraphs
from cchc_desktop.documents.builders.paper_parts import PaperParts
from cchc_desktop.documents.model import Document, PageSetup, Row, Table
from cchc_desktop.domain.indicators.indicator import Indicator
from cchc_desktop.domain.papers.layout_profile import Element, LayoutProfile
from cchc_desktop.domain.plan import Column
from cchc_desktop.domain.plan_tree import PlanTree


def build_indicators(
    tree: PlanTree,
    cell_size: float | None = None,
    page: PageSetup | None = None,
    profile: LayoutProfile | None = None,
    number: int | None = None,
) -> Document:
    """Return the appendix of the plan's indicators; see `build_appendix`."""
    form = tree.plan.indicator_form
    parts = PaperParts(profile or LayoutProfile())
    cell_size = cell_size or parts.style(Element.TABLE).size
    used = {column for indicator in tree.indicators for column, words in _words(indicator).items() if words}
    columns = resolve_columns(form, INDICATOR_WORDS, used | {Column.INDICATOR})
    grid = Grid(columns, Styles(cell_size), form.section_rows)
    lines = heading_lines(tree.plan, form.title_block, "DANH MỤC CHỈ TIÊU", parts.appendix_label(number))
    table = Table(len(columns), header_rows(columns, grid.styles), tuple(_rows(tree.indicators, grid)))
    return Document(
        blocks=(*heading_paragraphs(lines, profile), table),
        page=page or parts.table_page(),
        title=file_title(lines),
        author=tree.plan.issuer or "",
        name="Chỉ tiêu",
    )


def _words(indicator: Indicator) -> dict[Column, str | None]:
    return {
        Column.NUMBER: indicator.number,
        Column.INDICATOR: indicator.text,
        Column.UNIT: indicator.unit,
        Column.TARGET: indicator.target_words,
        Column.AGENCY: indicator.agency_words,
    }


def _rows(indicators: Sequence[Indicator], grid: Grid) -> Iterator[Row]:
    group: tuple[str | None, str | None] = (None, None)
    for indicator in indicators:
        own = (indicator.group_number, indicator.group_title)
        if own != group and any(own):
            yield grid.heading_row(indicator.group_number, indicator.group_title or "")
        group = own
        words = _words(indicator)
        yield grid.row({grid.place[column]: text or "" for column, text in words.items() if column in grid.place})
