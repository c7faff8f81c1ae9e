"""Targets of indicators: the words as printed -> an operator and limits, or words that a person judges."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any

from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.text.folding import nfc
from cchc_desktop.domain.written_numbers import parse_number


class Operator(StrEnum):
    """How a value is compared with its target."""

    EQUAL = "="
    AT_LEAST = "≥"
    ABOVE = ">"
    AT_MOST = "≤"
    BELOW = "<"
    RANGE = "range"
    RANK = "rank"
    WORDS = "words"


_NUMBERS = ("low", "high", "out_of")


@dataclass(frozen=True, slots=True)
class YearlyStep:
    """What the target grows by each year (shrinks: negative).

    `is_points` None: '%' may mean points or a share of the year before; only a person knows.
    """

    amount: Decimal
    is_points: bool | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """A target as read: `low` bounds it from below, `high` from above; '13-15' under 'tối đa' is bounded by 15.

    A rank is at most `high` of `out_of`. `unit` is '%', 'phút' or what else follows the number.
    """

    words: str
    operator: Operator
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    out_of: Decimal | None = None
    step: YearlyStep | None = None

    @property
    def is_percent(self) -> bool:
        """Tell whether the target is a percentage: shortfalls are points then."""
        return self.unit == "%"


_NUMBER = r"\d[\d.,]*"
_PREFIXES: tuple[tuple[str, Operator], ...] = (
    (r"≥|>=|tối thiểu|ít nhất|không dưới|không thấp hơn|đạt từ|từ", Operator.AT_LEAST),
    (r"≤|<=|tối đa|không quá|không vượt quá|nhiều nhất", Operator.AT_MOST),
    (r">|trên|hơn|cao hơn", Operator.ABOVE),
    (r"<|dưới|thấp hơn", Operator.BELOW),
    (r"=|bằng|", Operator.EQUAL),
)
_CORE = re.compile(
    rf"(?:đạt\s+)?(?P<prefix>{'|'.join(words for words, _ in _PREFIXES)})\s*(?P<first>{_NUMBER})\s*(?P<percent>%)?"
    rf"(?:\s*(?:-|–|đến)\s*(?P<second>{_NUMBER})\s*(?P<percent2>%)?)?"
    r"\s*(?P<unit>[^\W\d]+)?\s*(?P<suffix>trở lên|trở xuống)?",
)
_RANK = re.compile(rf"(?:trong\s+)?(?:nhóm\s+)?top\s*(?P<high>{_NUMBER})(?:\s*/\s*(?P<of>{_NUMBER}))?")
_STEP = re.compile(
    rf"[,;]?\s*(?:mỗi|hằng|hàng) năm (?P<way>tăng|giảm)(?: thêm)?(?: (?:ít nhất|tối thiểu))?\s*(?P<by>{_NUMBER})\s*"
    r"(?P<unit>điểm(?: %| phần trăm)?|% ?điểm|%)?$"
)
_YEAR = r"(?:19|20)\d\d"
_UNTIL = r"\bđến(?:\s+hết)?(?:\s+năm)?"
_STAGE = re.compile(
    rf"(?P<until>{_UNTIL}\s+(?:\d\d?/\d\d?/)?)?(?P<first>{_YEAR})(?:\s*(?:[-–]|{_UNTIL})\s*(?P<last>{_YEAR}))?",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def read_target(words: str | None, unit: str | None = None) -> Target:
    """Return what the words of a target mean; what is not understood is left to a person (Operator.WORDS).

    Remembered: a screen asks for all targets again with each value that is typed.
    """
    kept = nfc(words or "").strip()
    text = " ".join(kept.lower().split()).rstrip(".;")
    step = _STEP.search(text)
    core = text[: step.start()] if step else text
    try:
        found = _rank(kept, core) or _compared(kept, core, unit)
        growth = _growth(step) if step else None
    except InvalidInput:
        found, growth = None, None
    if found is None:
        return Target(kept, Operator.WORDS, unit=unit)
    return Target(kept, found.operator, found.low, found.high, found.unit, found.out_of, growth)


def _rank(words: str, text: str) -> Target | None:
    found = _RANK.fullmatch(text)
    if not found:
        return None
    out_of = parse_number(found["of"]) if found["of"] else None
    return Target(words, Operator.RANK, high=parse_number(found["high"]), out_of=out_of)


def _compared(words: str, text: str, unit: str | None) -> Target | None:
    found = _CORE.fullmatch(text)
    if not found or (found["suffix"] is None and found["unit"] in ("trở",)):
        return None
    first = parse_number(found["first"])
    second = parse_number(found["second"]) if found["second"] else None
    if second is not None and second < first:
        return None
    named = "%" if found["percent"] or found["percent2"] else found["unit"] or unit
    return _bounded(words, _operator(found, is_range=second is not None), first, second, named)


def _operator(found: re.Match[str], *, is_range: bool) -> Operator:
    if found["suffix"]:
        return Operator.AT_LEAST if found["suffix"] == "trở lên" else Operator.AT_MOST
    if is_range and found["prefix"] in ("", "từ", "đạt từ", "=", "bằng"):
        return Operator.RANGE
    return next(operator for prefix, operator in _PREFIXES if re.fullmatch(prefix, found["prefix"]))


def _bounded(words: str, operator: Operator, first: Decimal, second: Decimal | None, unit: str | None) -> Target:
    if operator is Operator.RANGE:
        return Target(words, operator, first, second, unit)
    if operator in (Operator.AT_MOST, Operator.BELOW):
        return Target(words, operator, high=second if second is not None else first, unit=unit)
    return Target(words, operator, low=first, unit=unit)


def _growth(step: re.Match[str]) -> YearlyStep:
    amount = parse_number(step["by"])
    signed = amount if step["way"] == "tăng" else -amount
    return YearlyStep(signed, None if step["unit"] == "%" else True)


def stage_of(title: str | None, plan: Period) -> Period:
    """Return the years that a stage's title names ('Giai đoạn 2026 - 2027') inside the plan, else the whole plan.

    'Đến năm 2030' begins with the plan.
    """
    found = _STAGE.search(nfc(title or ""))
    if not found:
        return plan
    last = int(found["last"] or found["first"])
    first = plan.start.year if found["until"] else int(found["first"])
    if last < first:
        return plan
    return plan.clamp(date(first, 1, 1), date(last, 12, 31)) or plan


def target_to_json(target: Target) -> dict[str, Any]:
    """Return a target as plain JSON values, numbers as text: a float would change them."""
    step = target.step
    return {
        "words": target.words,
        "operator": target.operator.value,
        "unit": target.unit,
        **{name: _number_text(getattr(target, name)) for name in _NUMBERS},
        "step": None if step is None else {"amount": _number_text(step.amount), "is_points": step.is_points},
    }


def target_from_json(values: Mapping[str, Any]) -> Target:
    """Return the target that `target_to_json` wrote; LookupError, ValueError, TypeError or ArithmeticError for none."""
    step = values["step"]
    numbers = {name: None if values[name] is None else Decimal(values[name]) for name in _NUMBERS}
    return Target(
        words=values["words"],
        operator=Operator(values["operator"]),
        unit=values["unit"],
        step=None if step is None else YearlyStep(Decimal(step["amount"]), step["is_points"]),
        **numbers,
    )


def _number_text(number: Decimal | None) -> str | None:
    return None if number is None else format(number, "f")
