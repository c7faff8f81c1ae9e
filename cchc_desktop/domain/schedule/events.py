"""Clauses that tie a time to an event or to another document ('theo lộ trình …', 'khi có …', 'kết hợp …').

Such a clause runs to its semicolon, or to the first place after which everything reads as time
('…, hoàn thành trước 30/11/2025'). Dates inside it belong to the documents that it names; a year, quarter or
half-year in it bounds the time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.schedule.model import Rule, ScheduleKind
from cchc_desktop.domain.schedule.parts import UNITS
from cchc_desktop.domain.schedule.phrases import read_phrases
from cchc_desktop.domain.schedule.questions import Doubt, day_outside
from cchc_desktop.domain.schedule.rewriting import kinds_of
from cchc_desktop.domain.schedule.tokens import Token

_TRIGGERS = ("EVENT", "TIED")
_BREAKS = frozenset({"COMMA", "AND", "BEFORE", "BY", "TO", "FROM"})
_PAUSES = frozenset({"COMMA", "SEMI", "AND", "PART"})
_EDGE = " ,;-"
_DELAY = re.compile(r"(?:(?:IN|BY|BEFORE|TO) )*(?:NUM DAY|DAYNUM) (?:WORD )*$")


@dataclass(frozen=True, slots=True)
class Clause:
    """The tokens `start`..`end` (end not included) of an event clause."""

    start: int
    end: int


def find_clause(tokens: Sequence[Token], period: Period) -> Clause | None:
    """Return the first event clause; 'trong 15 ngày' before 'sau khi' belongs to it."""
    trigger = next((index for index, token in enumerate(tokens) if token.kind in _TRIGGERS), None)
    if trigger is None:
        return None
    delay = _DELAY.search(kinds_of(tokens[:trigger]))
    start = trigger - delay.group().count(" ") if delay else trigger
    return Clause(start, _clause_end(tokens, trigger + 1, period))


def _clause_end(tokens: Sequence[Token], first: int, period: Period) -> int:
    for index in range(first, len(tokens)):
        kind = tokens[index].kind
        if kind == "SEMI" or (kind in _BREAKS and _is_all_time(tokens[index:], period)):
            return index
    return len(tokens)


def _is_all_time(tokens: Sequence[Token], period: Period) -> bool:
    try:
        kinds = {token.kind for token in read_phrases(tokens, period)}
    except Doubt:
        return False
    return "PART" in kinds and kinds <= _PAUSES


def clause_rules(tokens: Sequence[Token], text: str, period: Period) -> tuple[Rule, ...]:
    """Return recurrences where the clause ties to a report that names its units, else one external rule.

    `text` ends where the clause ends: its last words may have no token of their own.
    """
    words = text[tokens[0].start :].strip(_EDGE).removeprefix("hoặc ")
    units = [UNITS[token.kind] for token in tokens if token.kind in UNITS]
    if tokens[0].kind == "TIED" and units:
        tied_to = text[tokens[0].end :].strip(_EDGE)
        named = dict.fromkeys(units)
        return tuple(Rule(ScheduleKind.RECURRENCE, every=unit, event=tied_to) for unit in named)
    bounds = _bounds(tokens)
    if not bounds:
        return (Rule(ScheduleKind.EXTERNAL, event=words),)
    start, end = min(first for first, _ in bounds), max(last for _, last in bounds)
    if period.clamp(start, end) is None:
        raise Doubt(day_outside("thời điểm này", period))
    return (Rule(ScheduleKind.EXTERNAL, start=start, due=end, event=words),)


def _bounds(tokens: Sequence[Token]) -> list[tuple[date, date]]:
    found = []
    for index, token in enumerate(tokens):
        if token.kind in ("QUARTERS", "BLOCK") or (token.kind == "YEARS" and _is_named_year(tokens, index)):
            found += [moment.days(moment.year) for moment in token.value if moment.year]
    return [days for days in found if days is not None]


def _is_named_year(tokens: Sequence[Token], index: int) -> bool:
    """Tell a year ('năm 2025', '2026-2030') from a document's number that looks like one ('2025/QĐ-UBND')."""
    token = tokens[index]
    beside = {other.kind for other in tokens[max(index - 1, 0) : index + 2] if other is not token}
    return token.end - token.start > len("2025") or "STAGE" in beside or _is_in_range(tokens, index)


def _is_in_range(tokens: Sequence[Token], index: int) -> bool:
    around = kinds_of(tokens[max(index - 2, 0) : index + 3])
    return "YEARS DASH YEARS" in around
