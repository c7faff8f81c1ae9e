"""Column widths that suit the words: no word broken where it can be helped, rows as low as can be.

A row is as high as its highest cell, so room goes to the columns whose cells make rows high: one that is mostly empty
gets as much as its few texts need, no more, and one whose texts are always beside longer ones gives way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import ceil
from typing import NamedTuple

from cchc_desktop.documents.fonts import face_of
from cchc_desktop.documents.metrics import UNITS_PER_EM, FontMetrics
from cchc_desktop.documents.model import Cell, Row, Table, TextStyle

CELL_PADDING = 4.5
"""Room left and right of the words in a cell (points)."""
NARROW_PADDING = 3.0
"""The same in a table that lacks room for its words: many columns on an upright page."""

_SLACK = 1.0  # points that a word is given more, for programs that round widths
_DAMPING = 0.5  # 1 would give every column the same number of lines, 0 the same width
_WIDEST_WORD = 2 / 9  # of the table's width: 'HĐND&UBND' at 13 points on an upright page is not cut
_LONGEST = 12  # how many of a column's longest lines are measured exactly
_LOOKED_AT = 100  # rows of a table at most, evenly spread, and its header, to see which cells make them high
_ROUNDS = 4  # of widening those cells' columns
_OWN_PART = 0.1  # of a column's usual length that counts also where it makes no row high
_SHORT_LINE = 13  # letters
_FOR_SHORT_LINES = 0.65  # of the table's width that short lines may claim
_FOR_WHOLE_WORDS = 0.8  # of the table's width that words may claim before they are broken after hyphens
_LONG_TEXT = 40  # letters
_FOR_LONG_TEXTS = 6.5  # sizes of its letters that a column of long texts is wide at least: two or three short words
_FOR_COMFORT = 0.95  # of the table's width that may be claimed for that
_ENDS = ".,;:)"  # behind a number; '2026-2030' stays whole
_HALVINGS = 24  # when widths are shared out: to less than a thousandth of a point


class ColumnNeeds(NamedTuple):
    """What one column asks for: its longest word, its longest line, and its weight in sharing out the rest.

    `unbroken` keeps the lines whole that have few letters: '≥ 95', 'Chưa đến hạn'. `pieces` is the longest part of a
    word that programs break after its hyphens: 'HĐND-UBND'. `comfortable` is what a column of long texts wants.
    """

    least: float
    most: float
    weight: float
    unbroken: float = 0.0
    pieces: float = 0.0
    comfortable: float = 0.0


class Columns(NamedTuple):
    """The widths of a table's columns (points), and the padding in each of them, left and right alike."""

    widths: tuple[float, ...]
    padding: float = CELL_PADDING


def columns_of(table: Table, total: float, metrics: FontMetrics) -> Columns:
    """Return the columns of a table that is `total` wide (points)."""
    needs = [_needs(cells, metrics) for cells in _cells_by_column(table)]
    padding = CELL_PADDING
    if sum(max(need.least, need.comfortable) for need in needs) > total:
        padding = NARROW_PADDING
        needs = [_narrowed(need) for need in needs]
    needs = [_bearable(need, total) for need in _with_room(needs, total)]
    needs = _with_short_lines(_widen_for_spans(needs, table, metrics), total)
    needs = _with_comfort(needs, total)
    return Columns(share_out(_weighed_by_rows(needs, _loads(table), total), total), padding)


def _narrowed(need: ColumnNeeds) -> ColumnNeeds:
    """Return the needs of a column with the narrow padding."""
    less = 2 * (CELL_PADDING - NARROW_PADDING)
    return need._replace(
        least=need.least - less, most=need.most - less, unbroken=need.unbroken - less, pieces=need.pieces - less
    )


def _with_room(needs: list[ColumnNeeds], total: float) -> list[ColumnNeeds]:
    """Let words be broken after hyphens where whole words would leave little room to share out.

    Columns of short words are the last to be broken: 'VH-TT' costs less room than 'STNMT-TCKH-HĐND'.
    """
    room = total * _FOR_WHOLE_WORDS - sum(need.pieces or need.least for need in needs)
    kept = list(needs)
    for place in sorted(range(len(needs)), key=lambda place: needs[place].least):
        need = needs[place]
        more = need.least - (need.pieces or need.least)
        if more > room:
            kept[place] = need._replace(least=need.pieces)
        else:
            room -= more
    return kept


def _bearable(need: ColumnNeeds, total: float) -> ColumnNeeds:
    """Let no single word (a web address, a run of letters) widen its column at the cost of all others: it is cut."""
    return need._replace(least=min(need.least, total * _WIDEST_WORD))


def _with_short_lines(needs: list[ColumnNeeds], total: float) -> list[ColumnNeeds]:
    """Keep short lines whole where that leaves enough room for the long ones."""
    wider = [need._replace(least=min(need.most, max(need.least, need.unbroken))) for need in needs]
    return wider if sum(need.least for need in wider) <= total * _FOR_SHORT_LINES else needs


def _with_comfort(needs: list[ColumnNeeds], total: float) -> list[ColumnNeeds]:
    """Give columns of long texts room for a few words on each line, as far as the table has it."""
    wanted = [max(need.least, min(need.most, need.comfortable)) for need in needs]
    lacking = sum(wanted) - sum(need.least for need in needs)
    room = total * _FOR_COMFORT - sum(need.least for need in needs)
    if lacking <= 0 or room <= 0:
        return needs
    part = min(1.0, room / lacking)
    return [
        need._replace(least=need.least + (want - need.least) * part) for need, want in zip(needs, wanted, strict=True)
    ]


def share_out(needs: Sequence[ColumnNeeds], total: float) -> tuple[float, ...]:
    """Share `total` out by weight, each column between its longest word and its longest line where that is possible.

    Where the words alone are too wide the widest columns give way; room that no column needs goes by weight.
    """
    least = sum(need.least for need in needs)
    if least >= total:
        return _capped([need.least for need in needs], total)
    low, high = 0.0, total / min(need.weight for need in needs)
    for _ in range(_HALVINGS):
        factor = (low + high) / 2
        if sum(_clamped(need, factor) for need in needs) > total:
            high = factor
        else:
            low = factor
    widths = [_clamped(need, low) for need in needs]
    spare = total - sum(widths)
    weights = sum(need.weight for need in needs)
    return tuple(width + spare * need.weight / weights for width, need in zip(widths, needs, strict=True))


_Loads = Sequence[Sequence[tuple[int, float]]]
"""For each of some rows its cells with words: the column, and the length of the words times their size."""


def _loads(table: Table) -> _Loads:
    step = max(1, ceil(len(table.rows) / _LOOKED_AT))
    found = (
        [(cell.column, len(cell.text) * cell.style.size) for cell in row.cells if cell.text and _is_single(cell)]
        for row in (*table.header, *table.rows[::step])
    )
    return [row for row in found if row]


def _is_single(cell: Cell) -> bool:
    return cell.columns == 1 and cell.rows == 1


def _weighed_by_rows(needs: Sequence[ColumnNeeds], rows: _Loads, total: float) -> Sequence[ColumnNeeds]:
    """Weigh columns by the cells that make their rows high, found again and again at the widths of the last round.

    The mean over all rounds counts: where two columns are about as high they take turns, and share.
    """
    if not rows or sum(need.least for need in needs) >= total:
        return needs
    usual = [need.weight ** (1 / _DAMPING) for need in needs]
    counted = list(usual)
    for number in range(2, _ROUNDS + 2):
        found = _making_rows_high(rows, share_out(needs, total))
        counted = [before + (now - before) / number for before, now in zip(counted, found, strict=True)]
        needs = [
            need._replace(weight=(_OWN_PART * own + length) ** _DAMPING)
            for need, own, length in zip(needs, usual, counted, strict=True)
        ]
    return needs


def _making_rows_high(rows: _Loads, widths: Sequence[float]) -> list[float]:
    """Return for each column the mean length over all rows of the cells that are the highest of theirs."""
    lines_per_length = [1 / (width - 2 * CELL_PADDING) for width in widths]
    found = [0.0] * len(widths)
    for row in rows:
        column, length = max(row, key=lambda cell: cell[1] * lines_per_length[cell[0]])
        found[column] += length / len(rows)
    return found


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
    least = pieces = most = unbroken = 2 * CELL_PADDING + 6
    comfortable = 0.0
    length = 0.0
    for style, texts in by_style.items():
        words = set(" ".join(texts).replace("\n", " ").split(" "))
        least = max(least, _longest(words, style, metrics) + 2 * CELL_PADDING + _SLACK)
        broken = {word for word in words if "-" in word and not word.rstrip(_ENDS)[-1:].isdigit()}
        parts = {part for word in broken for part in _pieces(word)} | (words - broken)
        pieces = max(pieces, _longest(parts, style, metrics) + 2 * CELL_PADDING + _SLACK)
        lines = set("\n".join(texts).split("\n"))
        most = max(most, _longest_line(lines, style, metrics) + 2 * CELL_PADDING)
        short = (line for line in lines if len(line) <= _SHORT_LINE)
        unbroken = max(unbroken, _longest_line(short, style, metrics) + 2 * CELL_PADDING + _SLACK)
        if style.align in ("left", "justify") and any(len(text) > _LONG_TEXT for text in texts):
            comfortable = max(comfortable, _FOR_LONG_TEXTS * style.size)
        length += sum(map(len, texts)) * style.size
    weight = max(length / max(len(cells), 1), 12.0) ** _DAMPING
    return ColumnNeeds(least, max(least, most), weight, unbroken, pieces, comfortable)


def _pieces(word: str) -> Iterator[str]:
    """Yield the parts of a word that is broken at its hyphens, which may stand on either side of the break."""
    first, *others = word.split("-")
    yield f"{first}-" if others else first
    yield from (f"-{part}" for part in others)


def _longest(words: Iterable[str], style: TextStyle, metrics: FontMetrics) -> float:
    return max(map(metrics.words(face_of(style)).__getitem__, words), default=0) * style.size / UNITS_PER_EM


def _longest_line(lines: Iterable[str], style: TextStyle, metrics: FontMetrics) -> float:
    candidates = sorted(lines, key=len)[-_LONGEST:]
    return max((text_width(line, style, metrics) for line in candidates), default=0.0)


def text_width(text: str, style: TextStyle, metrics: FontMetrics) -> float:
    """Return the width of one line (points)."""
    words = metrics.words(face_of(style))
    return sum(map(words.glyphs.__getitem__, text)) * style.size / UNITS_PER_EM


def _widen_for_spans(needs: list[ColumnNeeds], table: Table, metrics: FontMetrics) -> list[ColumnNeeds]:
    """Give the columns under a header group room for the longest word of the group."""
    for cell in _spanning_cells(table.header):
        under = range(cell.column, cell.column + cell.columns)
        word = _longest(cell.text.split(), cell.style, metrics) + 2 * CELL_PADDING + _SLACK
        lacking = (word - sum(needs[column].least for column in under)) / cell.columns
        for column in under if lacking > 0 else ():
            least = needs[column].least + lacking
            needs[column] = needs[column]._replace(least=least, most=max(least, needs[column].most))
    return needs


def _spanning_cells(rows: Iterable[Row]) -> Iterable[Cell]:
    return (cell for row in rows for cell in row.cells if cell.columns > 1)
