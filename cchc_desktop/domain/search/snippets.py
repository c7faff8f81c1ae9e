"""A few words of a long text around what was found in it."""

from __future__ import annotations

from dataclasses import dataclass

from cchc_desktop.domain.search.scoring import Spans
from cchc_desktop.domain.text.folding import nfc

_BEFORE = 0.35
"""Share of the room that goes to the words before the first match: what follows says more."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a text on one line, with what is to be marked in it; whether words were cut off at either end."""

    text: str
    spans: Spans = ()
    is_cut_before: bool = False
    is_cut_after: bool = False

    def __str__(self) -> str:
        return ("…" if self.is_cut_before else "") + self.text + ("…" if self.is_cut_after else "")


def snippet(text: str, spans: Spans, room: int = 110) -> Snippet:
    """Return about `room` characters around the first match, cut between words; line breaks become spaces."""
    line = nfc(text).replace("\n", " ").replace("\r", " ")
    if len(line) <= room:
        return Snippet(line, spans)
    first, behind = spans[0] if spans else (0, 0)
    start = _start(line, first, room)
    end = _end(line, start + room, behind)
    kept = tuple((max(a, start) - start, min(b, end) - start) for a, b in spans if a < end and b > start)
    return Snippet(line[start:end], kept, start > 0, end < len(line))


def _start(line: str, first: int, room: int) -> int:
    """Where to begin so that the first match has some words before it and the room is used up."""
    wanted = max(0, min(first - round(room * _BEFORE), len(line) - room))
    if wanted == 0:
        return 0
    space = line.find(" ", wanted - 1, first)
    return space + 1 if space >= 0 else first


def _end(line: str, wanted: int, behind: int) -> int:
    """Where to stop: between words, not before the first match is over."""
    if wanted >= len(line):
        return len(line)
    space = line.rfind(" ", max(behind, 1, wanted - 30), wanted + 1)
    return space if space > 0 else max(wanted, behind)
