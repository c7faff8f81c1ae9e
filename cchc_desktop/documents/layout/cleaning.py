"""Text that every writer can hold: NFC, one kind of line end, no character that XML 1.0 (clause 2.2) forbids."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from cchc_desktop.documents.model import Block, Document, Row, Table

# Left to re to compile when one is needed, for nearly no document has a suspect character.
_LINE_END = "\r\n|[\r\x0b\x0c\x85\u2028\u2029]"
_FORBIDDEN = "[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]"
_SUSPECT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def document_texts(document: Document) -> Iterator[str]:
    """Yield every text that is printed, in reading order."""
    for block in document.blocks:
        if isinstance(block, Table):
            for row in block.all_rows():
                for cell in row.cells:
                    yield cell.text
        else:
            yield block.text


def clean_document(document: Document) -> tuple[Document, tuple[str, ...]]:
    """Return the document with clean texts, and a Vietnamese note where characters had to be removed.

    All texts are looked at as one first, for nearly every document is clean already.
    """
    whole = "\n".join(document_texts(document))
    if not _SUSPECT.search(whole) and unicodedata.is_normalized("NFC", whole):
        return document, ()
    removed = len(re.findall(_FORBIDDEN, re.sub(_LINE_END, "\n", whole)))
    cleaned = replace(document, blocks=tuple(map(_clean_block, document.blocks)))
    return cleaned, (_note(removed),) if removed else ()


def clean_text(text: str) -> str:
    """Return the text in NFC with line feeds, without characters that no file format can hold."""
    return unicodedata.normalize("NFC", re.sub(_FORBIDDEN, "", re.sub(_LINE_END, "\n", text)))


def _clean_block(block: Block) -> Block:
    if isinstance(block, Table):
        header, rows = tuple(map(_clean_row, block.header)), tuple(map(_clean_row, block.rows))
        return replace(block, header=header, rows=rows)
    return replace(block, text=clean_text(block.text))


def _clean_row(row: Row) -> Row:
    return replace(row, cells=tuple(replace(cell, text=clean_text(cell.text)) for cell in row.cells))


def _note(removed: int) -> str:
    return f"Đã bỏ {removed} ký tự điều khiển không ghi được vào tệp; các chữ khác giữ nguyên."
