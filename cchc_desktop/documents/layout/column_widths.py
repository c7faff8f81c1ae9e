"""Column widths that suit the words: no word broken where it can be helped, long texts get more room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cchc_desktop.documents.fonts import face_of
from cchc_desktop.documents.metrics import UNITS_PER_EM, FontMetrics
from cchc_desktop.documents.model import Cell, Row, Table, TextStyle

CELL_PADDING = 4.5
"""Room left and right of the words in a cell (points)."""

_SLACK = 1.0  # points that a word is given more, for programs that round widths
_DAMPING = 0.5  # 1 would give every column the same number of lines, 0 the same width
_WIDEST_WORD = 1 / 5  # of the table's width
_LONGEST = 12  # how many of a column's longest lines are measured exactly


class ColumnNeeds(NamedTuple):
    """What one column asks for: its longest word, its longest line, and its weight in sharing out the rest."""

    least: float
    most: float
    weight: float


def column_widths(table: Table, total: float, metrics: FontMetrics) -> tuple[float, ...]:
    """Return the widths of the columns (points, padding included); their sum is `total`."""
    needs = [_bearable(_needs(cells, metrics), total) for cells in _cells_by_column(table)]
    return share_out(_widen_for_spans(needs, table, metrics), total)


def _bearable(need: ColumnNeeds, total: float) -> ColumnNeeds:
    """Let no single word (a web address, a run of letters) widen its column at the cost of all others: it is cut."""
    return need._replace(least=min(need.least, total * _WIDEST_WORD))


def share_out(needs: Sequence[ColumnNeeds], total: float) -> tuple[float, ...]:
    """Share `total` out by weight, each column between its longest word and its longest line where that is possible.

    Where the words alone are too wide the widest columns give way; room that no column needs goes by weight.
    """
    least = sum(need.least for need in needs)
    if least >= total:
        return _capped([need.least for need in needs], total)
    low, high = 0.0, total / min(need.weight for need in needs)
    for _ in range(50):
        factor = (low + high) / 2
        if sum(_clamped(need, factor) for need in needs) > total:
            high = factor
        else:
            low = factor
    widths = [_clamped(need, low) for need in needs]
    spare = total - sum(widths)
    weights = sum(need.weight for need in needs)
    return tuple(width + spare * need.weight / weights for width, need in zip(widths, needs, strict=True))


def _clamped(need: ColumnNeeds, factor: float) -> float:
    return max(need.least, min(need.most, need.weight * factor))


def _capped(widths: list[float], total: float) -> tuple[float, ...]:
    """Cut the widest columns down to one width, so that all together are `total` wide."""
    low, high = 0.0, max(widths)
    for _ in range(50):
        cap = (low + high) / 2
        if sum(min(width, cap) for width in widths) > total:
            high = cap
        else:
            low = cap
    cut = [min(width, low) for width in widths]
    return tuple(width * total / sum(cut) for width in cut)


def _cells_by_column(table: Table) -> list[list[Cell]]:
    columns: list[list[Cell]] = [[] for _ in range(table.columns)]
    for row in table.all_rows():
        for cell in row.cells:
            if cell.columns == 1:
                columns[cell.column].append(cell)
    return columns


def _needs(cells: list[Cell], metrics: FontMetrics) -> ColumnNeeds:
    """Measure a column: every different word exactly, lines by their lengths but for the longest ones."""
    by_style: dict[TextStyle, list[str]] = {}
    for cell in cells:
        by_style.setdefault(cell.style, []).append(cell.text)
    least = most = 2 * CELL_PADDING + 6
    length = 0.0
    for style, texts in by_style.items():
        least = max(least, _longest_word(texts, style, metrics) + 2 * CELL_PADDING + _SLACK)
        most = max(most, _longest_line(texts, style, metrics) + 2 * CELL_PADDING)
        length += sum(map(len, texts)) * style.size
    return ColumnNeeds(least, max(least, most), max(length / max(len(cells), 1), 12.0) ** _DAMPING)


def _longest_word(texts: Iterable[str], style: TextStyle, metrics: FontMetrics) -> float:
    words = set(" ".join(texts).replace("\n", " ").split(" "))
    return max(map(metrics.words(face_of(style)).__getitem__, words)) * style.size / UNITS_PER_EM


def _longest_line(texts: Iterable[str], style: TextStyle, metrics: FontMetrics) -> float:
    lines = sorted(set("\n".join(texts).split("\n")), key=len)[-_LONGEST:]
    return max(text_width(line, style, metrics) for line in lines)


def text_width(text: str, style: TextStyle, metrics: FontMetrics) -> float:
    """Return the width of one line (points)."""
    words = metrics.words(face_of(style))
    return sum(map(words.glyphs.__getitem__, text)) * style.size / UNITS_PER_EM


def _widen_for_spans(needs: list[ColumnNeeds], table: Table, metrics: FontMetrics) -> list[ColumnNeeds]:
    """Give the columns under a header group room for the longest word of the group."""
    for cell in _spanning_cells(table.header):
        under = range(cell.column, cell.column + cell.columns)
        word = _longest_word([cell.text], cell.style, metrics) + 2 * CELL_PADDING + _SLACK
        lacking = (word - sum(needs[column].least for column in under)) / cell.columns
        for column in under if lacking > 0 else ():
            least = needs[column].least + lacking
            needs[column] = ColumnNeeds(least, max(least, needs[column].most), needs[column].weight)
    return needs


def _spanning_cells(rows: Iterable[Row]) -> Iterable[Cell]:
    return (cell for row in rows for cell in row.cells if cell.columns > 1)
