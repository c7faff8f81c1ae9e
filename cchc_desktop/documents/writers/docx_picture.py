"""Pictures of a Word file (ISO/IEC 29500-1, 20.2 and 20.4), each in a paragraph of its own, described in words."""

from __future__ import annotations

from collections.abc import Sequence

from cchc_desktop.documents.writers.docx_styles import PLAIN_STYLE
from cchc_desktop.documents.writers.docx_xml import escape, twips

_EMU_PER_POINT = 12700
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


def picture_name(number: int) -> str:
    """Return what the package calls a picture, counted from 1: its relationship and its file."""
    return f"picture{number}"


def picture_parts(pictures: Sequence[bytes]) -> dict[str, bytes]:
    """Return the parts with the pictures (PNG) themselves."""
    return {f"word/media/{picture_name(number)}.png": content for number, content in enumerate(pictures, start=1)}


def picture_xml(number: int, words: str, width: float, height: float, after: float = 0) -> str:
    """Return the paragraph of a picture, `width` points wide; `words` say what it shows to who cannot see it."""
    extent = f'cx="{round(width * _EMU_PER_POINT)}" cy="{round(height * _EMU_PER_POINT)}"'
    named = f'id="{number}" name="Biểu đồ {number}" descr="{escape(words)}"'
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{PLAIN_STYLE}"/><w:spacing w:after="{twips(after)}"/></w:pPr><w:r><w:drawing>'
        f'<wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f"<wp:extent {extent}/><wp:docPr {named}/>"
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{picture_name(number)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
