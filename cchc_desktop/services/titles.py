"""Titles of operations: what was done, and to what, as the history and the undo button say it.

What is quoted from the data stands in “…”: emptying the bin takes quoted words out of the log.
"""

from __future__ import annotations

_LONGEST = 60


def about(deed: str, name: str | None) -> str:
    """Return 'Sửa nhiệm vụ “Rà soát văn bản…”'; the bare deed where there is no name."""
    words = " ".join((name or "").replace("“", "").replace("”", "").split())
    return f"{deed} “{_short(words)}”" if words else deed


def _short(words: str) -> str:
    if len(words) <= _LONGEST:
        return words
    cut = words[: _LONGEST + 1].rpartition(" ")[0] or words[:_LONGEST]
    return cut.rstrip(" ,;.") + "…"
