"""Writes a document as .docx in strings: styles, sections with their own page numbers, tables, borders as lines.

Work goes on in Word, so nothing is drawn: a line under words is the border of a paragraph, a letterhead is a table
without frame, and every paragraph has the style of its role.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from cchc_desktop.documents.layout.charts import MeasuredChart
from cchc_desktop.documents.layout.measure import (
    Checkpoint,
    Measured,
    MeasuredBlock,
    MeasuredPair,
    MeasuredSection,
    MeasuredTable,
    measure,
    no_checkpoint,
)
from cchc_desktop.documents.layout.paragraphs import UNDERLINE_BELOW, MeasuredParagraph
from cchc_desktop.documents.metrics import FontMetrics
from cchc_desktop.documents.model import Document, Paragraph, Table
from cchc_desktop.documents.writers import docx_parts
from cchc_desktop.documents.writers.docx_picture import picture_parts, picture_xml
from cchc_desktop.documents.writers.docx_styles import (
    LINE_STYLE,
    PLAIN_STYLE,
    WordStyle,
    role_styles,
    styles_xml,
)
from cchc_desktop.documents.writers.docx_table import WordTable, usual_cell_size
from cchc_desktop.documents.writers.docx_xml import (
    NAMESPACES,
    XML_HEAD,
    run_look,
    run_xml,
    shape_of,
    text_xml,
    twips,
)

_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_NO_MARGINS = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
_TOLERANCE = 3.0  # points that a balanced line is given more, for programs that measure a little otherwise


def write_docx(
    document: Document,
    target: BinaryIO,
    *,
    created: datetime,
    fonts: Path | None = None,
    checkpoint: Checkpoint = no_checkpoint,
) -> tuple[str, ...]:
    """Write a document to a binary file; returns Vietnamese notes on what could not be written as it stands.

    The same document and date (an aware moment) give the same bytes. `fonts` is the folder of the width table.
    """
    measured = measure(document, FontMetrics(fonts), checkpoint)
    clean = measured.document
    blocks = (block for section in clean.sections() for block in section.blocks)
    cell_size = usual_cell_size([block for block in blocks if isinstance(block, Table)])
    styles = role_styles(clean)
    body = _Body(measured, styles, cell_size, fonts, checkpoint)
    words = "".join(body.xml())
    parts: dict[str, str | bytes] = {
        "word/document.xml": f"{XML_HEAD}<w:document {NAMESPACES}><w:body>{words}</w:body></w:document>",
        "word/styles.xml": styles_xml(styles, clean.language, cell_size),
        **docx_parts.fixed_parts(clean, created.astimezone(UTC), len(body.pictures)),
        **picture_parts(body.pictures),
    }
    _save(parts, target)
    return measured.notes


def _save(parts: dict[str, str | bytes], target: BinaryIO) -> None:
    with ZipFile(target, "w", ZIP_DEFLATED) as package:
        for name in sorted(parts, key=lambda name: (name != docx_parts.CONTENT_TYPES, name)):
            entry = ZipInfo(name, _ZIP_EPOCH)
            entry.compress_type = ZIP_DEFLATED
            part = parts[name]
            package.writestr(entry, part.encode() if isinstance(part, str) else part)


class _Body:
    """Makes the body of the document from its measured blocks; `pictures` are those that it names, as PNG."""

    def __init__(
        self,
        measured: Measured,
        styles: dict[str, WordStyle],
        cell_size: float,
        fonts: Path | None,
        checkpoint: Checkpoint,
    ) -> None:
        self.pictures: list[bytes] = []
        self._fonts = fonts
        self._measured = measured
        self._styles = styles
        self._cell_size = cell_size
        self._checkpoint = checkpoint

    def xml(self) -> Iterator[str]:
        """Yield the body in parts; each section's properties stand in its last paragraph, the last one's behind it."""
        *others, last = enumerate(self._measured.sections)
        for number, section in others:
            yield from self._section(section)
            properties = docx_parts.section_xml(section.section.page, number)
            yield _tiny(properties)
        yield from self._section(last[1])
        yield docx_parts.section_xml(last[1].section.page, last[0])

    def _section(self, section: MeasuredSection) -> Iterator[str]:
        page = section.section.page
        for number, block in enumerate(section.blocks):
            yield from self._block(block, page.text_width, page.text_height)
            ends = number == len(section.blocks) - 1
            if isinstance(block, MeasuredTable | MeasuredPair):
                yield from _after_table(block, ends, section.blocks[number + 1 : number + 2])

    def _block(self, block: MeasuredBlock, width: float, height: float) -> Iterator[str]:
        if isinstance(block, MeasuredTable):
            yield from WordTable(block, height, self._cell_size, self._checkpoint).xml()
        elif isinstance(block, MeasuredPair):
            yield self._pair(block)
        elif isinstance(block, MeasuredChart):
            yield self._chart(block)
        else:
            yield from self._paragraph(block, width)

    def _chart(self, block: MeasuredChart) -> str:
        from cchc_desktop.documents.writers.chart_picture import chart_png  # most papers have no picture

        self.pictures.append(chart_png(block, self._fonts))
        return picture_xml(len(self.pictures), block.chart.words(), block.width, block.height, block.chart.space_after)

    def _pair(self, block: MeasuredPair) -> str:
        columns = [twips(width) for width in block.widths]
        grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{column}" w:type="dxa"/></w:tcPr>{self._stack(stack, width)}</w:tc>'
            for stack, column, width in zip((block.left, block.right), columns, block.widths, strict=True)
        )
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/>{_NO_MARGINS}<w:tblLook w:val="0000"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr></w:tbl>"
        )

    def _stack(self, stack: Sequence[MeasuredParagraph], width: float) -> str:
        return "".join(part for block in stack for part in self._paragraph(block, width)) or "<w:p/>"

    def _paragraph(self, block: MeasuredParagraph, width: float) -> Iterator[str]:
        paragraph = block.paragraph
        shape = shape_of(paragraph)
        if paragraph.balanced and len(block.lines) > 1:
            side = _side_of(block, width)
            shape = shape._replace(left=side, right=side)
        style = self._styles.get(paragraph.role)
        own = "" if style and style.shape == shape else shape.xml()
        properties = f'<w:pPr><w:pStyle w:val="{style.id if style else PLAIN_STYLE}"/>{own}</w:pPr>'
        yield f"<w:p>{properties}{_runs(paragraph, style)}</w:p>"
        if block.underline:
            yield _line_under(block, width)


def _runs(paragraph: Paragraph, style: WordStyle | None) -> str:
    base = paragraph.style
    if style and (style.look.size, style.look.bold, style.look.italic) == (base.size, base.bold, base.italic):
        return "".join(run_xml(run, base) for run in paragraph.parts())
    return "".join(
        f"<w:r><w:rPr>{run_look(run.bold, run.italic, base.size)}</w:rPr>{text_xml(run.text)}</w:r>"
        for run in paragraph.parts()
        if run.text
    )


def _side_of(block: MeasuredParagraph, width: float) -> float:
    """Return the indent on both sides by which a program breaks a balanced paragraph as it was measured."""
    widest = max(sum(piece.width for piece in line.pieces) for line in block.lines)
    return max(0.0, (width - widest - _TOLERANCE) / 2)


def _line_under(block: MeasuredParagraph, width: float) -> str:
    """Return a tiny paragraph whose upper border is the line in the middle under the last words."""
    pieces = block.lines[-1].pieces
    middle = (pieces[0].x + pieces[-1].x + pieces[-1].width) / 2 if pieces else width / 2
    left, right = middle - block.underline / 2, width - middle - block.underline / 2
    form = block.paragraph.form
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{LINE_STYLE}"/>{"<w:keepNext/>" * form.keep_with_next}<w:pBdr><w:top '
        'w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'
        f'<w:spacing w:before="{twips(UNDERLINE_BELOW)}" w:after="{twips(form.space_after)}" w:line="40" '
        f'w:lineRule="exact"/><w:ind w:left="{twips(left)}" w:right="{twips(right)}"/></w:pPr></w:p>'
    )


def _after_table(block: MeasuredTable | MeasuredPair, ends: bool, following: Sequence[MeasuredBlock]) -> Iterator[str]:
    """Yield the paragraph that Word needs behind a table at an end or before another table, and the room below."""
    after = block.table.space_after if isinstance(block, MeasuredTable) else block.pair.space_after
    if after or ends or any(isinstance(other, MeasuredTable | MeasuredPair) for other in following):
        yield _tiny(after=after)


def _tiny(inner: str = "", after: float = 0) -> str:
    spacing = f'<w:spacing w:after="{twips(after)}" w:line="20" w:lineRule="exact"/>'
    return f'<w:p><w:pPr><w:pStyle w:val="{LINE_STYLE}"/>{spacing}{inner}</w:pPr></w:p>'
