"""What a pasted block of cells changes: cells of the rows that are there, and new tasks behind; plain computation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.items import Place, WorkItem
from cchc_desktop.ui.words import Words
from cchc_desktop.ui.workbench.clipboard import Block
from cchc_desktop.ui.workbench.columns import COLUMNS, field_of, header_of
from cchc_desktop.ui.workbench.filling import Edits, ItemCells, Stored, filled_with, plan_words, put, typed_words

_words = Words("PlanPasting")
MOST_UNASKED = 20
"""Cells that may be pasted without showing the count first."""
_NEW = WorkItem(plan_id=0, section_id=0, content="")
"""Stands for a row that is not there yet, where its columns are asked for."""
_MOST_NEW = 5000
"""New rows of one paste: more is no plan, and would keep the window waiting."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a block goes: `rows` from the current one down to the end of its section, and typed columns from it on.

    `chosen` are the cells that are selected, `place` where new tasks go (None: none can be added here); `stored` tells
    what stands in a cell now. Results (`is_results`) go on over sections in a table, and never become new tasks.
    """

    rows: Sequence[WorkItem]
    columns: Sequence[int]
    place: Place | None
    chosen: Sequence[ItemCells] = ()
    stored: Stored = plan_words
    is_results: bool = False


@dataclass(frozen=True, slots=True)
class Paste:
    """What pasting asks for; `is_fill` where the block is written into exactly the selected cells."""

    lines: int
    edits: Edits = field(default_factory=dict)
    new_rows: list[dict[str, str]] = field(default_factory=list)
    place: Place | None = None
    is_fill: bool = False

    @property
    def needs_asking(self) -> bool:
        """Tell whether the count is shown before anything is written."""
        cells = sum(map(len, self.edits.values()))
        return not self.is_fill and (cells > MOST_UNASKED or len(self.new_rows) > 1)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing would change."""
        return not self.edits and not self.new_rows


def paste_block(block: Block, target: Target) -> Paste:
    """Return what a block changes at a target; InvalidInput says why it cannot be pasted there."""
    block = _trimmed(block)
    if not block or not any(map(any, block)):
        raise InvalidInput(_words("Vùng nhớ tạm không có nội dung để dán."))
    filled = _fill(block, target)
    if filled is not None:
        return filled
    _check_width(block, target.columns)
    _check_results(block, target)
    edits: Edits = {}
    for item, cells in zip(target.rows, block, strict=False):
        _check_typed(item, target.columns, cells)
        for column, words in zip(target.columns, cells, strict=False):
            put(edits, item, column, words, target.stored)
    new_rows = _new_rows(block[len(target.rows) :], target)
    return Paste(len(block), edits, new_rows, target.place if new_rows else None)


def _fill(block: Block, target: Target) -> Paste | None:
    """Return how a block fills the selected cells: one cell any selection, a larger one a multiple of itself."""
    chosen = target.chosen
    count = sum(len(row.columns) for row in chosen)
    if count < 2:
        return None
    if len(block) == 1 and len(block[0]) == 1:
        return Paste(1, filled_with(block[0][0], chosen, target.stored), is_fill=True)
    columns = list(chosen[0].columns)
    is_rectangle = all(list(row.columns) == columns for row in chosen)
    if not is_rectangle or len(chosen) % len(block) or len(columns) % len(block[0]):
        return None
    edits: Edits = {}
    for number, row in enumerate(chosen):
        cells = block[number % len(block)]
        for place, column in enumerate(columns):
            put(edits, row.item, column, cells[place % len(cells)], target.stored)
    return Paste(len(chosen), edits, is_fill=True)


def _trimmed(block: Block) -> Block:
    """Leave out columns at the right and rows at the end that hold nothing: Excel and Word like to add them."""
    rows = [[typed_words(cell) for cell in row] for row in block]
    while rows and not any(rows[-1]):
        rows.pop()
    width = max((place + 1 for row in rows for place, cell in enumerate(row) if cell), default=0)
    return [row[:width] for row in rows]


def _check_width(block: Block, columns: Sequence[int]) -> None:
    if len(block[0]) > len(columns):
        refusal = _words(
            "Vùng dán có {} cột nhưng từ ô đang chọn chỉ còn {} cột nhập được. "
            "Chọn ô ở bên trái hơn hoặc hiện thêm cột rồi dán lại."
        )
        raise InvalidInput(refusal.format(len(block[0]), len(columns)))


def _check_results(block: Block, target: Target) -> None:
    """Refuse results behind the last row: a result without its task is none."""
    if target.is_results and len(block) > len(target.rows):
        refusal = _words(
            "Vùng dán có {} dòng kết quả nhưng từ ô đang chọn chỉ còn {} nhiệm vụ liền nhau. "
            "Ở kiểu xem Bảng, kết quả dán được qua nhiều lĩnh vực."
        )
        raise InvalidInput(refusal.format(len(block), len(target.rows)))


def _check_typed(item: WorkItem, columns: Sequence[int], cells: Sequence[str]) -> None:
    """Refuse words for a cell that this row does not have, such as the source of an item of the issued plan."""
    for column, words in zip(columns, cells, strict=False):
        if words and field_of(item, column) is None:
            refusal = _words("Cột “{}” của nhiệm vụ này không nhập được nên chưa dán.")
            raise InvalidInput(refusal.format(header_of(COLUMNS[column])))


def _new_rows(lines: Block, target: Target) -> list[dict[str, str]]:
    for line in lines:
        _check_typed(_NEW, target.columns, line)
    names = [field_of(_NEW, column) for column in target.columns]
    rows = [{name: words for name, words in zip(names, line, strict=False) if name and words} for line in lines]
    rows = [row for row in rows if row]
    if rows and target.place is None:
        refusal = _words(
            "Vùng dán có {} dòng nằm ngoài danh sách. Xem kế hoạch theo cây, hoặc bảng theo thứ tự TT, "
            "để dán thêm nhiệm vụ mới."
        )
        raise InvalidInput(refusal.format(len(lines)))
    if len(rows) > _MOST_NEW:
        refusal = _words("Vùng dán có {} dòng mới, nhiều hơn {} dòng cho một lần dán.")
        raise InvalidInput(refusal.format(len(rows), _MOST_NEW))
    return rows
