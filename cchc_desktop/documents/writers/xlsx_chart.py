"""Charts of a workbook (ISO/IEC 29500-1, 21.2): real ones, over a table of their numbers that prints below them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from openpyxl.utils import get_column_letter, quote_sheetname

from cchc_desktop.documents.fonts import OFFICE_FONT
from cchc_desktop.documents.model import Block, Cell, Chart, ChartSeries, Document, Fill, Row, Table
from cchc_desktop.documents.writers.xlsx_text import escape_xml

CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_BLACK, _WHITE = "000000", "FFFFFF"
_LINE = f'<a:ln w="6350"><a:solidFill><a:srgbClr val="{_BLACK}"/></a:solidFill></a:ln>'
_NO_LINE = "<a:ln><a:noFill/></a:ln>"
_SOLID: dict[Fill, str] = {"white": _WHITE, "light": "CCCCCC", "dark": "595959"}
_PATTERNS: dict[Fill, str] = {"diagonal": "wdUpDiag", "level": "horz"}
_GAP_WIDTH = 60  # percent of a bar, between categories
_CATEGORY_AXIS, _VALUE_AXIS = 1, 2


class SheetChart(NamedTuple):
    """A chart that begins in a 0-based row of a sheet; its numbers stand in the table whose header is row `header`."""

    chart: Chart
    row: int
    header: int
    width: float
    height: float


def with_tables(document: Document) -> Document:
    """Return the document with the table of its numbers behind each chart; itself where it has none."""
    if not any(isinstance(block, Chart) for section in document.sections() for block in section.blocks):
        return document
    sections = (
        replace(section, blocks=tuple(part for block in section.blocks for part in _with_table(block)))
        for section in document.sections()
    )
    return document.with_sections(tuple(sections))


def _with_table(block: Block) -> Iterator[Block]:
    if not isinstance(block, Chart):
        yield block
        return
    yield replace(block, space_after=0)
    yield _numbers_of(block)


def _numbers_of(chart: Chart) -> Table:
    """Return the categories with their numbers, a column for each series, the sums last."""
    label = replace(chart.style, align="left", valign="middle")
    number = replace(label, align="center")
    head = replace(number, bold=True)
    names = [chart.heading, *(series.name for series in chart.series)] + [_capital(chart.total)] * bool(chart.total)
    header = Row(tuple(Cell(place, name, head) for place, name in enumerate(names)))
    rows = []
    for place, category in enumerate(chart.categories):
        values = [series.values[place] for series in chart.series] + [chart.sums()[place]] * bool(chart.total)
        cells = [Cell(column, str(value), number, value=value) for column, value in enumerate(values, start=1)]
        rows.append(Row((Cell(0, category, label), *cells)))
    return Table(len(names), (header,), tuple(rows), chart.space_after)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


# --- the part ----------------------------------------------------------------------------------------------------


def chart_xml(found: SheetChart, sheet: str) -> str:
    """Return the part of a chart whose numbers stand on a sheet of that name."""
    chart = found.chart
    stacked = chart.kind == "stacked"
    series = "".join(_series(found, sheet, number) for number in range(len(chart.series)))
    overlap = '<c:overlap val="100"/>' if stacked else ""
    return (
        f'{_HEAD}<c:chartSpace xmlns:c="{_CHART}" xmlns:a="{_MAIN}"><c:roundedCorners val="0"/><c:chart>'
        '<c:autoTitleDeleted val="1"/><c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/>'
        f'<c:grouping val="{"stacked" if stacked else "clustered"}"/><c:varyColors val="0"/>{series}'
        f'<c:gapWidth val="{_GAP_WIDTH}"/>{overlap}<c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/>'
        f"</c:barChart>{_category_axis()}{_value_axis()}</c:plotArea>"
        '<c:legend><c:legendPos val="t"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/></c:chart>'
        f'<c:spPr><a:solidFill><a:srgbClr val="{_WHITE}"/></a:solidFill>{_NO_LINE}</c:spPr>{_letters(chart)}'
        "</c:chartSpace>"
    )


def _letters(chart: Chart) -> str:
    size = round(chart.style.size * 100)
    ink = f'<a:solidFill><a:srgbClr val="{_BLACK}"/></a:solidFill>'
    look = f'<a:defRPr sz="{size}">{ink}<a:latin typeface="{OFFICE_FONT}"/></a:defRPr>'
    return f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>{look}</a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>'


def _series(found: SheetChart, sheet: str, number: int) -> str:
    chart, series = found.chart, found.chart.series[number]
    letter, first, last = get_column_letter(number + 2), found.header + 2, found.header + 1 + len(chart.categories)
    place = quote_sheetname(sheet)
    name = _strings(f"{place}!${letter}${found.header + 1}", (series.name,))
    categories = _strings(f"{place}!$A${first}:$A${last}", chart.categories)
    numbers = _points(map(str, series.values))
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/><c:tx>{name}</c:tx>'
        f"<c:spPr>{_fill(series.fill)}{_LINE}</c:spPr>"
        f'<c:invertIfNegative val="0"/>{_labels(series, chart.kind == "stacked")}<c:cat>{categories}</c:cat>'
        f"<c:val><c:numRef><c:f>{escape_xml(f'{place}!${letter}${first}:${letter}${last}')}</c:f><c:numCache>"
        f"<c:formatCode>General</c:formatCode>{numbers}</c:numCache></c:numRef></c:val></c:ser>"
    )


def _strings(reference: str, words: Sequence[str]) -> str:
    points = _points(map(escape_xml, words))
    return f"<c:strRef><c:f>{escape_xml(reference)}</c:f><c:strCache>{points}</c:strCache></c:strRef>"


def _points(values: Iterator[str]) -> str:
    points = [f'<c:pt idx="{place}"><c:v>{value}</c:v></c:pt>' for place, value in enumerate(values)]
    return f'<c:ptCount val="{len(points)}"/>{"".join(points)}'


def _fill(fill: Fill) -> str:
    if fill in _SOLID:
        return f'<a:solidFill><a:srgbClr val="{_SOLID[fill]}"/></a:solidFill>'
    return (
        f'<a:pattFill prst="{_PATTERNS[fill]}"><a:fgClr><a:srgbClr val="{_BLACK}"/></a:fgClr>'
        f'<a:bgClr><a:srgbClr val="{_WHITE}"/></a:bgClr></a:pattFill>'
    )


def _labels(series: ChartSeries, stacked: bool) -> str:
    """Return the numbers on the bars, on white where the bar is dark; a stacked bar of nothing has none."""
    plain = series.fill in ("white", "light") or not stacked
    plate = "" if plain else f'<c:spPr><a:solidFill><a:srgbClr val="{_WHITE}"/></a:solidFill>{_NO_LINE}</c:spPr>'
    shown = "".join(f'<c:show{what} val="0"/>' for what in ("CatName", "SerName", "Percent", "BubbleSize"))
    return (
        f'<c:dLbls><c:numFmt formatCode="{"0;;" if stacked else "0"}" sourceLinked="0"/>{plate}'
        f'<c:dLblPos val="{"ctr" if stacked else "outEnd"}"/><c:showLegendKey val="0"/><c:showVal val="1"/>'
        f"{shown}</c:dLbls>"
    )


def _category_axis() -> str:
    """Return the axis of names, the first one on top."""
    return (
        f'<c:catAx><c:axId val="{_CATEGORY_AXIS}"/><c:scaling><c:orientation val="maxMin"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:spPr>{_LINE}</c:spPr><c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="autoZero"/></c:catAx>'
    )


def _value_axis() -> str:
    """Return the axis of numbers, which is not drawn: every bar has its own."""
    return (
        f'<c:valAx><c:axId val="{_VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>'
        '<c:delete val="1"/><c:axPos val="t"/><c:numFmt formatCode="0" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:crossAx val="{_CATEGORY_AXIS}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
    )
