"""What the builders of the grammar share: a phrase's rules as one token, and the way to look into tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cchc_desktop.domain.schedule.model import Every, Rule
from cchc_desktop.domain.schedule.moments import MOMENT_KINDS, Moment
from cchc_desktop.domain.schedule.rewriting import Built
from cchc_desktop.domain.schedule.tokens import Token

UNITS = {
    "MONTH": Every.MONTH,
    "QUARTER": Every.QUARTER,
    "SIX": Every.HALF_YEAR,
    "NINE": Every.NINE_MONTHS,
    "YEAR": Every.YEAR,
}


@dataclass(frozen=True, slots=True)
class Part:
    """The rules of one phrase; `limits` says that it is made of years and may limit the phrase before it."""

    rules: tuple[Rule, ...]
    limits: bool = False


def part_token(*rules: Rule, limits: bool = False) -> Built:
    """Return a builder's answer: the phrase's rules as a PART."""
    return "PART", Part(rules, limits)


def moments_of(tokens: Sequence[Token]) -> list[Moment]:
    """Return the moments that the tokens hold, in the order of the words."""
    return [moment for token in tokens if token.kind in MOMENT_KINDS for moment in token.value]


def has_kind(tokens: Sequence[Token], *kinds: str) -> bool:
    """Tell whether a token of one of the kinds is there."""
    return any(token.kind in kinds for token in tokens)
