"""Lines under words on a sheet: connectors of a drawing (ISO/IEC 29500-1, 20.5), moved along with their cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

_EMU_PER_POINT = 12700
_WIDTH = 9525  # 0.75 points
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
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


def drawing_xml(lines: Sequence[SheetLine]) -> str:
    """Return the part that holds the lines of one sheet."""
    shapes = "".join(_shape(number, line) for number, line in enumerate(lines, start=2))
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


def _emu(points: float) -> int:
    return round(points * _EMU_PER_POINT)


def drawing_element() -> str:
    """Return the element of a sheet that names its drawing."""
    return f'<drawing xmlns:r="{_OFFICE}" r:id="rId1"/>'


def drawing_relation(number: int) -> str:
    """Return the relationships part of a sheet whose drawing has that number."""
    target = f'Target="/xl/drawings/drawing{number}.xml"'
    relation = f'<Relationship Id="rId1" Type="{_OFFICE}/drawing" {target}/>'
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}">{relation}</Relationships>'
