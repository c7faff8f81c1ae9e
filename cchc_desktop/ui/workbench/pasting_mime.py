"""What stands on the clipboard: cells for Excel and Word, and beside them our own exact words for pasting here."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QAbstractItemView

from cchc_desktop.domain.items import WorkItem
from cchc_desktop.ui.workbench.clipboard import Block, block_html, block_text, read_block
from cchc_desktop.ui.workbench.columns import field_of
from cchc_desktop.ui.workbench.selection import ChosenRow, chosen, shown_columns

_CELLS_MIME = "application/x-cchc-plan-cells"


@dataclass(frozen=True, slots=True)
class Clip:
    """Cells to paste; `headings` counts copied rows of sections, which are not pasted, `whole` tells whole rows."""

    block: Block
    headings: int = 0
    whole: bool = False


def copied(view: QAbstractItemView) -> QMimeData | None:
    """Return the selected cells for the clipboard, None where there are none.

    Whole rows take the headings of their groups with them; a block of cells runs past them.
    """
    rows = chosen(view)
    whole = bool(rows) and all(row.is_whole for row in rows)
    items = [row for row in rows if isinstance(row.entity, WorkItem)]
    shown = rows if whole or not items else items
    columns = [column for column in shown_columns(view) if any(column in row.columns for row in shown)]
    if not columns:
        return None
    block = [_cells(row, columns, Qt.ItemDataRole.DisplayRole) for row in shown]
    typed = [column for column in columns if items and field_of(items[0].entity, column)]
    own = Clip([_cells(row, typed, Qt.ItemDataRole.EditRole) for row in items], len(shown) - len(items), whole)
    return _to_mime(block, own)


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


def _to_mime(block: Block, own: Clip) -> QMimeData:
    mime = QMimeData()
    mime.setText(block_text(block))
    mime.setHtml(block_html(block))
    if own.block:
        values = {"block": own.block, "headings": own.headings, "whole": own.whole}
        mime.setData(_CELLS_MIME, json.dumps(values).encode())
    return mime


def _cells(row: ChosenRow, columns: Sequence[int], role: Qt.ItemDataRole) -> list[str]:
    cells = (row.index.siblingAtColumn(column) if column in row.columns else None for column in columns)
    return [str(cell.data(role) or "") if cell is not None else "" for cell in cells]
