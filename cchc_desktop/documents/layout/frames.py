"""Joining the frames of cells into as few straight lines as possible: each edge is drawn once, and in one go."""

from __future__ import annotations

from collections.abc import Iterable

from cchc_desktop.documents.layout.shapes import Box

Segment = tuple[float, float, float, float]
"""From (x, y) to (x, y)."""


def joined_edges(boxes: Iterable[Box]) -> list[Segment]:
    """Return the edges of all boxes, those on one line that touch or overlap joined, in a fixed order."""
    across: dict[float, set[tuple[float, float]]] = {}
    down: dict[float, set[tuple[float, float]]] = {}
    for left, top, right, bottom in boxes:
        width, height = (left, right), (top, bottom)
        across.setdefault(top, set()).add(width)
        across.setdefault(bottom, set()).add(width)
        down.setdefault(left, set()).add(height)
        down.setdefault(right, set()).add(height)
    edges = [(start, y, end, y) for y, spans in sorted(across.items()) for start, end in _joined(spans)]
    edges += [(x, start, x, end) for x, spans in sorted(down.items()) for start, end in _joined(spans)]
    return edges


def _joined(spans: set[tuple[float, float]]) -> list[tuple[float, float]]:
    ordered = sorted(spans)
    joined = [ordered[0]]
    for start, end in ordered[1:]:
        last_start, last_end = joined[-1]
        if start <= last_end:
            joined[-1] = last_start, max(last_end, end)
        else:
            joined.append((start, end))
    return joined
