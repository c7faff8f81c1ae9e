"""Words of a report as lines of a plain editor and back: a figure that nobody touched stays live.

One paragraph or heading is one line; '## ' and '### ' begin headings below the part's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from cchc_desktop.domain.papers.report_text import DraftBlock, DraftSection, LiveFigure, Part

_MARKS = {2: "## ", 3: "### "}


def section_lines(section: DraftSection) -> tuple[str, ...]:
    """Return the lines of a part, without its own heading."""
    return tuple(_MARKS.get(block.level, "") + block.text for block in section.blocks)


def retyped(section: DraftSection, lines: Sequence[str]) -> DraftSection:
    """Return a part as a person left its lines; empty lines are dropped.

    Figures stay live where their digits and what stands next to them are as they were; digits that were typed anew
    are words.
    """
    wanted = [line.strip() for line in lines if line.strip()]
    before = section_lines(section)
    blocks: list[DraftBlock] = []
    for deed, start, end, first, last in SequenceMatcher(None, before, wanted, autojunk=False).get_opcodes():
        if deed == "equal":
            blocks += section.blocks[start:end]
            continue
        old = section.blocks[start:end]
        for place, line in enumerate(wanted[first:last]):
            blocks.append(_block(old[place] if place < len(old) else None, line))
    return replace(section, blocks=tuple(blocks))


def _block(before: DraftBlock | None, line: str) -> DraftBlock:
    level = next((level for level, mark in _MARKS.items() if line.startswith(mark)), 0)
    text = line.removeprefix(_MARKS.get(level, "")).strip()
    return DraftBlock(tuple(_parts(before, text)) if before else (text,), level)


def _parts(before: DraftBlock, text: str) -> Iterator[Part]:
    """Yield typed words with the figures that still stand in them where they stood."""
    at = 0
    for figure, start in _standing(before, text):
        if start > at:
            yield text[at:start]
        yield figure
        at = start + len(figure.shown)
    if at < len(text):
        yield text[at:]


def _standing(before: DraftBlock, text: str) -> Iterator[tuple[LiveFigure, int]]:
    """Yield the figures that were not touched with their places in the new text, in order."""
    same = SequenceMatcher(None, before.text, text, autojunk=False).get_matching_blocks()
    place = 0
    for part in before.parts:
        words = part if isinstance(part, str) else part.shown
        if isinstance(part, LiveFigure):
            for old, new, size in same:
                start = new + place - old
                if old <= place and place + len(words) <= old + size and _is_apart(text, start, len(words)):
                    yield part, start
        place += len(words)


def _is_apart(text: str, start: int, length: int) -> bool:
    """Tell whether digits stand for themselves: no digit was typed before or behind them."""
    neighbours = text[max(start - 1, 0) : start] + text[start + length : start + length + 1]
    return not any(mark.isdigit() for mark in neighbours)
