"""What stands on the clipboard: cells for Excel and Word, and beside them our own exact words for pasting here.

Copied cells are written out in steps: the snapshot that they are from never changes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QAbstractItemView

from cchc_desktop.domain.items import WorkItem
from cchc_desktop.ui.slices import Steps
from cchc_desktop.ui.workbench.clipboard import (
    Block,
    html_line,
    html_of_lines,
    read_block,
    text_line,
    text_of_lines,
)
from cchc_desktop.ui.workbench.columns import field_of
from cchc_desktop.ui.workbench.rows import PlanRows
from cchc_desktop.ui.workbench.selection import ChosenRow, chosen, shown_columns

_CELLS_MIME = "application/x-cchc-plan-cells"
_STEP = 100
"""Rows written at a time."""


@dataclass(frozen=True, slots=True)
class Clip:
    """Cells to paste; `headings` counts copied rows of sections, which are not pasted, `whole` tells whole rows."""

    block: Block
    headings: int = 0
    whole: bool = False


def copied(view: QAbstractItemView, done: Callable[[QMimeData], object]) -> Steps | None:
    """Return steps that write the selected cells and hand them over, None where there are none.

    Whole rows take the headings of their groups with them; a block of cells runs past them.
    """
    rows = chosen(view)
    whole = bool(rows) and all(row.is_whole for row in rows)
    items = [row for row in rows if isinstance(row.node.entity, WorkItem)]
    shown = rows if whole or not items else items
    some = frozenset[int]().union(*{row.columns for row in shown})
    columns = [column for column in shown_columns(view) if column in some]
    if not columns:
        return None
    words: PlanRows = view.model().rows  # type: ignore[attr-defined]
    typed = [column for column in columns if items and field_of(cast(WorkItem, items[0].entity), column)]
    own = _Own(_lines(words.typed, items, typed), len(shown) - len(items), whole) if items else None
    return _written(_lines(words.display, shown, columns), own, done)


def read_clip(mime: QMimeData | None) -> Clip:
    """Return the cells on the clipboard: ours exactly as they were, else those of Excel, Word or plain text."""
    if mime is None:
        return Clip([])
    if mime.hasFormat(_CELLS_MIME):
        values = json.loads(bytes(mime.data(_CELLS_MIME).data()))
        return Clip(values["block"], values["headings"], values["whole"])
    return Clip(read_block(mime.html(), mime.text()))


def has_cells(mime: QMimeData | None) -> bool:
    """Tell whether the clipboard holds anything that can be pasted."""
    return mime is not None and (mime.hasText() or mime.hasHtml())


@dataclass(frozen=True, slots=True)
class _Own:
    """What is pasted here: the exact words of the items, line by line."""

    lines: Iterator[list[str]]
    headings: int
    whole: bool


def _written(lines: Iterator[list[str]], own: _Own | None, done: Callable[[QMimeData], object]) -> Steps:
    mime, texts, rows = QMimeData(), list[str](), list[str]()
    for line in lines:
        texts.append(text_line(line))
        rows.append(html_line(line))
        if len(rows) % _STEP == 0:
            yield
    mime.setText(text_of_lines(texts))
    yield
    mime.setHtml(html_of_lines(rows))
    yield
    if own is not None:
        values = {"block": (yield from _gathered(own.lines)), "headings": own.headings, "whole": own.whole}
        mime.setData(_CELLS_MIME, json.dumps(values).encode())
    done(mime)


def _gathered(lines: Iterator[list[str]]) -> Generator[None, None, Block]:
    block: Block = []
    for line in lines:
        block.append(line)
        if len(block) % _STEP == 0:
            yield
    return block


def _lines(words: Callable[[Any, int], str], rows: Sequence[ChosenRow], columns: Sequence[int]) -> Iterator[list[str]]:
    for row in rows:
        entity, own = row.entity, row.columns
        yield [words(entity, column) if column in own else "" for column in columns]
