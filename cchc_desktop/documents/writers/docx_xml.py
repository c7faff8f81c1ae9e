"""WordprocessingML in strings (ISO/IEC 29500-1, clause 17): texts, runs, properties of paragraphs in their order."""

from __future__ import annotations

import re
from typing import NamedTuple

from cchc_desktop.documents.model import Align, Paragraph, Run, TextStyle

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = f'xmlns:w="{WORD}" xmlns:r="{RELATIONS}"'

SINGLE = 240
"""A line of the font, in the unit of automatic line spacing (17.3.1.33)."""

_BREAKS = re.compile("([\n\t])")
_BREAK_ELEMENTS = {"\n": "<w:br/>", "\t": "<w:tab/>"}
ALIGNS: dict[Align, str] = {"left": "left", "center": "center", "right": "right", "justify": "both"}
"""The words for alignment (17.18.44)."""


def twips(points: float) -> int:
    """Return twentieths of a point."""
    return round(points * 20)


def escape(text: str) -> str:
    """Return clean text as the content of an element or a quoted attribute."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def text_xml(text: str) -> str:
    """Return the content of a run: words as typed, line feeds and tabs as elements; a field code stays words."""
    if "\n" not in text and "\t" not in text:
        return f'<w:t xml:space="preserve">{escape(text)}</w:t>'
    return "".join(
        _BREAK_ELEMENTS.get(part) or f'<w:t xml:space="preserve">{escape(part)}</w:t>'
        for part in _BREAKS.split(text)
        if part
    )


def run_look(bold: bool, italic: bool, size: float | None) -> str:
    """Return the properties of a run inside their element; '' for none."""
    weight = "<w:b/><w:bCs/>" if bold else ""
    slant = "<w:i/><w:iCs/>" if italic else ""
    half_points = f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>' if size else ""
    return weight + slant + half_points


def run_xml(run: Run, base: TextStyle) -> str:
    """Return a run in a paragraph whose style has the look `base`: what differs is set, also to upright or thin."""
    if not run.text:
        return ""
    weight = "" if run.bold == base.bold else _switch("b", run.bold)
    slant = "" if run.italic == base.italic else _switch("i", run.italic)
    look = f"<w:rPr>{weight}{slant}</w:rPr>" if weight or slant else ""
    return f"<w:r>{look}{text_xml(run.text)}</w:r>"


def _switch(name: str, is_on: bool) -> str:
    value = "" if is_on else ' w:val="0"'
    return f"<w:{name}{value}/><w:{name}Cs{value}/>"


class Shape(NamedTuple):
    """The properties of a paragraph that a style can hold; lengths in points, spacing in lines of the font."""

    align: Align
    keeps: bool
    first_line: float
    left: float
    right: float
    before: float
    after: float
    spacing: float
    outline: int | None

    def xml(self) -> str:
        """Return the properties in the order of 17.3.1.26, without their element."""
        keeps = "<w:keepNext/>" if self.keeps else ""
        spacing = (
            f'<w:spacing w:before="{twips(self.before)}" w:after="{twips(self.after)}" '
            f'w:line="{round(self.spacing * SINGLE)}" w:lineRule="auto"/>'
        )
        indent = (
            f'<w:ind w:left="{twips(self.left)}" w:right="{twips(self.right)}" w:firstLine="{twips(self.first_line)}"/>'
        )
        outline = "" if self.outline is None else f'<w:outlineLvl w:val="{self.outline}"/>'
        return f'{keeps}{spacing}{indent}<w:jc w:val="{ALIGNS[self.align]}"/>{outline}'


def shape_of(paragraph: Paragraph) -> Shape:
    """Return the shape of a paragraph; the room below a line under it is the line's."""
    form = paragraph.form
    return Shape(
        align=paragraph.style.align,
        keeps=form.keep_with_next or form.underline is not None,
        first_line=form.first_line,
        left=form.left,
        right=0,
        before=form.space_before,
        after=0 if form.underline is not None else form.space_after,
        spacing=form.line_spacing,
        outline=paragraph.level - 1 if paragraph.bookmark else None,
    )
