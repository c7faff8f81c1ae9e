"""Letterheads and signatures on a sheet: two stacks of paragraphs become rows over the columns that the table has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import repeat, zip_longest
from typing import NamedTuple

from cchc_desktop.documents.layout.measure import MeasuredPair
from cchc_desktop.documents.layout.paragraphs import MeasuredParagraph, SetLine, measure_paragraph
from cchc_desktop.documents.metrics import FontMetrics
from cchc_desktop.documents.model import Paragraph

_CELL_MARGIN = 3.0  # points left free at either side of a cell
_EMPTY_ROW = 20.0  # points of the rows that stand for room above a paragraph


class Beside(NamedTuple):
    """A paragraph over some columns of one row; `shrinks` where its line has less room than on paper."""

    columns: range
    block: MeasuredParagraph
    shrinks: bool = False


def pair_rows(block: MeasuredPair, edges: Sequence[float], metrics: FontMetrics) -> Iterator[list[Beside]]:
    """Yield what stands beside each other, row by row; below each other where the sheet has one column.

    `edges` are those of the sheet's columns, in points from the left.
    """
    count = len(edges) - 1
    if count == 1:
        for paragraph in (*block.left, *block.right):
            yield [Beside(range(1), paragraph)]
        return
    cut = _cut(block, edges, metrics)
    left = _stack(_wrapped(block.left, range(cut), edges, metrics))
    right = _stack(_wrapped(block.right, range(cut, count), edges, metrics))
    for beside in zip_longest(left, right):
        yield [part for part in beside if part]


def _cut(block: MeasuredPair, edges: Sequence[float], metrics: FontMetrics) -> int:
    """Return the column before which the right stack begins: near its place, where its lines stay as they are."""
    count = len(edges) - 1
    choices = sorted(range(1, count), key=lambda column: abs(edges[column] - block.widths[0]))
    for cut in choices:
        left = _wrapped(block.left, range(cut), edges, metrics)
        right = _wrapped(block.right, range(cut, count), edges, metrics)
        if not any(part.shrinks for part in left + right):
            return cut
    return choices[0]


def _wrapped(
    stack: Sequence[MeasuredParagraph], columns: range, edges: Sequence[float], metrics: FontMetrics
) -> list[Beside]:
    room = edges[columns.stop] - edges[columns.start] - 2 * _CELL_MARGIN
    return [_fitted(block, columns, room, metrics) for block in stack]


def _fitted(block: MeasuredParagraph, columns: range, room: float, metrics: FontMetrics) -> Beside:
    again = measure_paragraph(block.paragraph, max(room, 1.0), metrics)
    if len(again.lines) > len(block.lines) == 1:
        return Beside(columns, block, shrinks=True)
    return Beside(columns, again)


def _stack(parts: Sequence[Beside]) -> Iterator[Beside]:
    """Yield a stack's paragraphs; room above one becomes rows of their own, for the other stack goes on there."""
    for part in parts:
        paragraph = part.block.paragraph
        rows = int(paragraph.form.space_before / _EMPTY_ROW)
        yield from repeat(Beside(part.columns, MeasuredParagraph(Paragraph(""), (SetLine(()),))), rows)
        form = replace(paragraph.form, space_before=0) if rows else paragraph.form
        yield part._replace(block=part.block._replace(paragraph=replace(paragraph, form=form)))
