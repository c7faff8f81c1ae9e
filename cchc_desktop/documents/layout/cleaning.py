"""Text that every writer can hold: NFC, one kind of line end, no character that XML 1.0 (clause 2.2) forbids."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from cchc_desktop.documents.model import Block, Chart, Document, Paragraph, Row, Run, SideBySide, Table

# Left to re to compile when one is needed, for nearly no document has a suspect character.
_LINE_END = "\r\n|[\r\x0b\x0c\x85\u2028\u2029]"
_FORBIDDEN = "[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]"
_SUSPECT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def document_texts(document: Document) -> Iterator[str]:
    """Return every text that is printed, in reading order."""
    blocks = (block for section in document.sections() for block in section.blocks)
    return chain.from_iterable(map(block_texts, blocks))


def block_texts(block: Block) -> list[str]:
    """Return the texts of one block in reading order."""
    if isinstance(block, Table):
        return [cell.text for rows in (block.header, block.rows) for row in rows for cell in row.cells]
    if isinstance(block, SideBySide):
        return [paragraph.text for paragraph in block.paragraphs()]
    return list(block.texts()) if isinstance(block, Chart) else [block.text]


def clean_document(document: Document) -> tuple[Document, tuple[str, ...]]:
    """Return the document with clean texts, and a Vietnamese note where characters had to be removed.

    All texts are looked at as one first, for nearly every document is clean already.
    """
    whole = "\n".join(document_texts(document))
    if not _SUSPECT.search(whole) and unicodedata.is_normalized("NFC", whole):
        return document, ()
    removed = len(re.findall(_FORBIDDEN, re.sub(_LINE_END, "\n", whole)))
    sections = (replace(section, blocks=tuple(map(_clean_block, section.blocks))) for section in document.sections())
    return document.with_sections(tuple(sections)), (_note(removed),) if removed else ()


def clean_text(text: str) -> str:
    """Return the text in NFC with line feeds, without characters that no file format can hold."""
    return unicodedata.normalize("NFC", re.sub(_FORBIDDEN, "", re.sub(_LINE_END, "\n", text)))


def _clean_block(block: Block) -> Block:
    if isinstance(block, Table):
        header, rows = tuple(map(_clean_row, block.header)), tuple(map(_clean_row, block.rows))
        return replace(block, header=header, rows=rows)
    if isinstance(block, SideBySide):
        return replace(
            block, left=tuple(map(_clean_paragraph, block.left)), right=tuple(map(_clean_paragraph, block.right))
        )
    return _clean_chart(block) if isinstance(block, Chart) else _clean_paragraph(block)


def _clean_chart(chart: Chart) -> Chart:
    return replace(
        chart,
        title=clean_text(chart.title),
        heading=clean_text(chart.heading),
        total=clean_text(chart.total),
        categories=tuple(map(clean_text, chart.categories)),
        series=tuple(replace(series, name=clean_text(series.name)) for series in chart.series),
    )


def _clean_paragraph(paragraph: Paragraph) -> Paragraph:
    if paragraph.runs:
        return paragraph.with_runs(tuple(_clean_runs(paragraph.runs)))
    return replace(paragraph, text=clean_text(paragraph.text))


def _clean_runs(runs: tuple[Run, ...]) -> Iterator[Run]:
    """Clean runs one by one; a mark at the beginning of a run goes to the letter that it stands on."""
    for number, run in enumerate(runs):
        begins = _leading_marks(run.text) if number else 0
        following = runs[number + 1].text if number + 1 < len(runs) else ""
        yield replace(run, text=clean_text(run.text[begins:] + following[: _leading_marks(following)]))


def _leading_marks(text: str) -> int:
    return next((place for place, letter in enumerate(text) if not unicodedata.combining(letter)), len(text))


def _clean_row(row: Row) -> Row:
    return replace(row, cells=tuple(replace(cell, text=clean_text(cell.text)) for cell in row.cells))


def _note(removed: int) -> str:
    return f"Đã bỏ {removed} ký tự điều khiển không ghi được vào tệp; các chữ khác giữ nguyên."
