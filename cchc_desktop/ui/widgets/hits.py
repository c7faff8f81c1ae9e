"""Where the words of a search stand in the words of a cell; without Qt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from cchc_desktop.domain.text.folding import accent_key, fold

Spans = tuple[tuple[int, int], ...]
"""Places in a text, each from its first character to behind its last one; in order, apart from each other."""

_INSIDE = 4
"""Letters from which a piece is also marked inside a word."""


@lru_cache(maxsize=4096)
def hit_spans(text: str, pieces: tuple[str, ...]) -> Spans:
    """Return where pieces stand in NFC text; capitals do not count, and marks only where the piece has some."""
    if not pieces:
        return ()
    found = [match.span() for key, source in _keys(text, pieces) for match in _pattern(key).finditer(source)]
    return tuple(_joined(sorted(found)))


def _keys(text: str, pieces: Sequence[str]) -> list[tuple[str, str]]:
    accented, folded = accent_key(text), fold(text)
    keys = [(accent_key(piece), accented) for piece in pieces if piece.strip()]
    return [(key, source) if key != fold(key) else (key, folded) for key, source in keys]


@lru_cache(maxsize=256)
def _pattern(key: str) -> re.Pattern[str]:
    edge = "" if len(key) >= _INSIDE else r"(?<!\w)"
    return re.compile(edge + re.escape(key))


def _joined(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((start, end))
    return joined


def spans_in_line(spans: Spans, start: int, line: str) -> list[tuple[int, int]]:
    """Return the parts of spans that stand in a line which begins at `start` of the text; an ellipsis is never one."""
    length = len(line.removesuffix("…"))
    inside = ((max(first - start, 0), min(last - start, length)) for first, last in spans)
    return [(first, last) for first, last in inside if first < last]
