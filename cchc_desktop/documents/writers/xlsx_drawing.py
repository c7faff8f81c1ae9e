"""What is drawn on a sheet (ISO/IEC 29500-1, 20.5): lines under words, and charts, moved along with their cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cchc_desktop.documents.writers.xlsx_chart import SheetChart
from cchc_desktop.documents.writers.xlsx_text import escape_xml

_EMU_PER_POINT = 12700
_WIDTH = 9525  # 0.75 points
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml"


class SheetLine(NamedTuple):
    """A level line `length` points long; it begins in a 0-based cell, so far from its upper left corner (points)."""

    column: int
    row: int
    right: float
    down: float
    length: float


def drawing_xml(lines: Sequence[SheetLine], charts: Sequence[SheetChart]) -> str:
    """Return the part that holds the lines of one sheet and, by their relationships, its charts."""
    shapes = "".join(_shape(number, line) for number, line in enumerate(lines, start=2))
    shapes += "".join(_frame(number, len(lines) + 1 + number, chart) for number, chart in enumerate(charts, start=1))
    return f'{_HEAD}<xdr:wsDr xmlns:xdr="{_DRAWING}" xmlns:a="{_MAIN}">{shapes}</xdr:wsDr>'


def _shape(number: int, line: SheetLine) -> str:
    extent = f'cx="{_emu(line.length)}" cy="0"'
    return (
        f"<xdr:oneCellAnchor><xdr:from><xdr:col>{line.column}</xdr:col><xdr:colOff>{_emu(line.right)}</xdr:colOff>"
        f"<xdr:row>{line.row}</xdr:row><xdr:rowOff>{_emu(line.down)}</xdr:rowOff></xdr:from><xdr:ext {extent}/>"
        f'<xdr:cxnSp macro=""><xdr:nvCxnSpPr><xdr:cNvPr id="{number}" name="Đường kẻ {number - 1}"/><xdr:cNvCxnSpPr/>'
        f'</xdr:nvCxnSpPr><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="{_WIDTH}"><a:solidFill>'
        '<a:srgbClr val="000000"/></a:solidFill></a:ln></xdr:spPr></xdr:cxnSp><xdr:clientData/></xdr:oneCellAnchor>'
    )


def _frame(number: int, id_: int, found: SheetChart) -> str:
    named = f'id="{id_}" name="Biểu đồ {number}" descr="{_quoted(found.chart.words())}"'
    return (
        f"<xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{found.row}</xdr:row>"
        f'<xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="{_emu(found.width)}" cy="{_emu(found.height)}"/>'
        f'<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr {named}/><xdr:cNvGraphicFramePr/>'
        '</xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic>'
        f'<a:graphicData uri="{_CHART}"><c:chart xmlns:c="{_CHART}" xmlns:r="{_OFFICE}" r:id="rId{number}"/>'
        "</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>"
    )


def _quoted(words: str) -> str:
    return escape_xml(words).replace('"', "&quot;").replace("\n", " ")


def _emu(points: float) -> int:
    return round(points * _EMU_PER_POINT)


def drawing_element() -> str:
    """Return the element of a sheet that names its drawing."""
    return f'<drawing xmlns:r="{_OFFICE}" r:id="rId1"/>'


def drawing_relation(number: int) -> str:
    """Return the relationships part of a sheet whose drawing has that number."""
    return _relations("drawing", [f"/xl/drawings/drawing{number}.xml"])


def chart_relations(numbers: Sequence[int]) -> str:
    """Return the relationships part of a drawing with the charts that have these numbers."""
    return _relations("chart", [f"/xl/charts/chart{number}.xml" for number in numbers])


def _relations(kind: str, targets: Sequence[str]) -> str:
    elements = (
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, target in enumerate(targets, start=1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}">{"".join(elements)}</Relationships>'
