"""One table of a form as it lies on the sheet, with the state of each cell that is or could be filled; no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from cchc_desktop.domain.forms.cells import CellKind, ReadCell
from cchc_desktop.ui.forms.lines import CellLine, CellState

Place = tuple[int, int]
"""Row and column in the sheet as it is shown, from 0: rows and columns where nothing stands are left out."""


@dataclass(frozen=True, slots=True)
class SheetCell:
    """One cell: what stands or will stand there, and the first of the lines that are in it; no state without one.

    `address` is that of a cell without a line that could be filled all the same: words stand there that are no formula.
    """

    words: str
    rows: int = 1
    columns: int = 1
    line: CellLine | None = None
    state: CellState | None = None
    address: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells by place; `rows` and `columns` are the numbers that the form counts them by."""

    rows: tuple[int, ...] = ()
    columns: tuple[int, ...] = ()
    is_lettered: bool = False
    cells: Mapping[Place, SheetCell] = field(default_factory=dict)


def tables_of(cells: Iterable[ReadCell]) -> tuple[str, ...]:
    """Return the tables of a form in their order; '' stands for the paragraphs outside of them."""
    return tuple(dict.fromkeys(cell.table for cell in cells))


def sheet_of(cells: Sequence[ReadCell], lines: Iterable[CellLine], table: str) -> Sheet:
    """Return one table of a form as it lies; a paragraph with gaps is made of these."""
    own = {(cell.row, cell.column): cell for cell in cells if cell.table == table and not cell.gap}
    inside: dict[Place, list[CellLine]] = {}
    for line in lines:
        read = line.value.cell.read
        if read.table == table:
            inside.setdefault((read.row, read.column), []).append(line)
    own |= {place: found[0].value.cell.read for place, found in inside.items() if place not in own}
    used = [place for place, cell in own.items() if place in inside or not cell.is_blank]
    rows, columns = (tuple(sorted({place[axis] for place in used})) for axis in (0, 1))
    row_at, column_at = _numbered(rows), _numbered(columns)
    found_cells = {
        (row_at[row], column_at[column]): _cell(
            cell, inside.get((row, column), []), _span(row, cell.rows, rows), _span(column, cell.columns, columns)
        )
        for (row, column), cell in own.items() if row in row_at and column in column_at
    }  # fmt: skip
    solid = {
        (row_at[row], column_at[column])
        for (row, column), cell in own.items()
        if (cell.is_framed or cell.takes is CellKind.FORMULA) and row in row_at and column in column_at
    }
    shown = _running_over(found_cells, solid, len(columns))
    return Sheet(rows, columns, any("!" in cell.address for cell in own.values()), shown)


def _running_over(cells: Mapping[Place, SheetCell], solid: Set[Place], columns: int) -> Mapping[Place, SheetCell]:
    """Let words run over the empty cells beside them, as Excel shows them; `solid` cells give and take no room."""
    taken = set(solid) | {
        (row + down, column + across)
        for (row, column), cell in cells.items()
        if cell.words or cell.line
        for down in range(cell.rows)
        for across in range(cell.columns)
    }

    def wide(place: Place, cell: SheetCell) -> SheetCell:
        row, column = place
        if not cell.words or place in solid or cell.rows > 1 or cell.columns > 1:
            return cell
        end = next((one for one in range(column + 1, columns) if (row, one) in taken), columns)
        return replace(cell, columns=end - column)

    return {place: wide(place, cell) for place, cell in cells.items()}


def _cell(read: ReadCell, lines: Sequence[CellLine], rows: int, columns: int) -> SheetCell:
    words = " ".join(read.words.split())
    if not lines:
        is_free = not read.gap and read.takes is not CellKind.FORMULA
        return SheetCell(words, rows, columns, address=read.address if is_free else "")
    first = next((line for line in lines if line.state in _OPEN), lines[0])
    return SheetCell(_words(lines) or words, rows, columns, first, first.state)


def _words(lines: Sequence[CellLine]) -> str:
    """Return what stands in a cell once it is filled: its own value, or its gaps with the words before them."""
    parts: list[str] = []
    for line in lines:
        read = line.value.cell.read
        parts += [read.lead, line.value.shown or (read.words if read.gap else "")]
    return " ".join(" ".join(parts).split())


_OPEN = (CellState.WAITING, CellState.DOUBTFUL)


def _numbered(numbers: Sequence[int]) -> dict[int, int]:
    return {number: at for at, number in enumerate(numbers)}


def _span(first: int, count: int, shown: Iterable[int]) -> int:
    """Return over how many shown rows or columns a cell reaches."""
    return max(1, sum(first <= number < first + count for number in shown)) if count > 1 else 1


def letters_of(column: int) -> str:
    """Return the letters by which Excel counts a column from 1: 'A', 'AA'."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
