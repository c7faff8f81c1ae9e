"""Values of indicators by period and the verdict on them: computed where the target is a number, asked where words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.entities import UNSAVED, new_uid
from cchc_desktop.domain.followup.reporting import DEFAULT_PERIOD_RULES, PeriodRule, ReportingPeriod, find_period
from cchc_desktop.domain.indicators.targets import Operator, Target
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.written_numbers import show_number

NEAR_POINTS = Decimal(5)
"""By how many points a percentage may miss its target and still be 'gần đạt', where the office set nothing else."""
_WHOLE = 100
_DURATIONS = frozenset({"giây", "phút", "giờ", "ngày", "tháng"})


class Verdict(StrEnum):
    """How an indicator stands."""

    MET = "met"
    NEAR = "near"
    NOT_MET = "not_met"
    ASKED = "asked"
    NO_VALUE = "no_value"
    NOT_BEGUN = "not_begun"


VERDICT_NAMES: Mapping[Verdict, str] = {
    Verdict.MET: "Đạt",
    Verdict.NEAR: "Gần đạt",
    Verdict.NOT_MET: "Chưa đạt",
    Verdict.ASKED: "Cần đánh giá",
    Verdict.NO_VALUE: "Chưa có số liệu",
    Verdict.NOT_BEGUN: "Chưa đến kỳ",
}


class ValueMode(StrEnum):
    """Whether a value counts from the year's start or within its period alone."""

    CUMULATIVE = "cumulative"
    IN_PERIOD = "in_period"


@dataclass(frozen=True, slots=True)
class IndicatorValue:
    """What an indicator came to in one period: a number, or words where the target is words.

    `measured_on` is the day of which the value speaks; `verdict` a person's judgement, which goes before ours.
    """

    indicator_id: int
    period: str
    amount: Decimal | None = None
    id: int = UNSAVED
    uid: str = field(default_factory=new_uid)
    row_version: int = 1
    words: str | None = None
    mode: ValueMode = ValueMode.CUMULATIVE
    measured_on: date | None = None
    source: str | None = None
    reason: str | None = None
    verdict: Verdict | None = None
    evidence: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on an indicator as of a day: the amount that it rests on, and what is missing to the target."""

    verdict: Verdict
    amount: Decimal | None = None
    missing: Decimal | None = None
    value: IndicatorValue | None = None


def judge(
    target: Target,
    stage: Period,
    values: Sequence[IndicatorValue],
    as_of: date,
    rules: Sequence[PeriodRule] = DEFAULT_PERIOD_RULES,
    near_points: Decimal = NEAR_POINTS,
    special: Sequence[ReportingPeriod] = (),
) -> Judgement:
    """Return the verdict on an indicator as of a day, by its newest value of a period that ends inside the stage.

    `near_points` only touch percentages.
    """
    if as_of < stage.start:
        return Judgement(Verdict.NOT_BEGUN)
    stood = _dated(values, as_of, rules, special)
    dated = [pair for pair in stood if stage.contains(pair[0].window.end)]
    if not dated:
        return Judgement(Verdict.NO_VALUE)
    newest_period, newest = dated[-1]
    amount = _amount(dated, target)
    if newest.verdict is not None:
        return Judgement(newest.verdict, amount, value=newest)
    bound = target_in_year(target, newest_period.window.end.year - stage.start.year)
    if amount is None or bound is None:
        return Judgement(Verdict.ASKED, amount, value=newest)
    verdict, missing = compare(bound, amount, near_points)
    return Judgement(verdict, amount, missing, newest)


def questions_about_value(
    target: Target, stage: Period, period: ReportingPeriod, amount: Decimal | None, today: date
) -> Iterator[str]:
    """Yield what is doubtful about a value that was typed for a period; it is kept as it is."""
    if not stage.contains(period.window.end):
        yield (
            f"Kỳ “{period.title}” nằm ngoài thời gian theo dõi chỉ tiêu ({show_day(stage.start)} – "
            f"{show_day(stage.end)}) nên không tính vào đánh giá."
        )
    elif today < period.window.start:
        yield (
            f"Kỳ “{period.title}” chưa bắt đầu (số liệu từ ngày {show_day(period.window.start)}) nên chưa tính vào "
            "đánh giá."
        )
    if amount is not None and target.is_percent and not 0 <= amount <= _WHOLE:
        yield f"Giá trị {show_number(amount)}% nằm ngoài khoảng từ 0 đến 100%. Kiểm tra lại số vừa nhập."


def _dated(
    values: Sequence[IndicatorValue],
    as_of: date,
    rules: Sequence[PeriodRule],
    special: Sequence[ReportingPeriod],
) -> list[tuple[ReportingPeriod, IndicatorValue]]:
    """Return the values that stood by a day with their periods, the newest last; unknown periods are left out."""
    known = [(find_period(one.period, rules, special), one) for one in values]
    stood = [(period, one) for period, one in known if period and (one.measured_on or period.window.end) <= as_of]
    return sorted(stood, key=lambda pair: (pair[0].window.end, pair[1].measured_on or date.min, pair[1].id))


def _amount(dated: Sequence[tuple[ReportingPeriod, IndicatorValue]], target: Target) -> Decimal | None:
    """Return what has been reached: the newest value, or the year's sum where values count within their periods.

    None where the periods to be summed overlap (quý I and 6 tháng): a person has to say which of them counts.
    """
    period, newest = dated[-1]
    if newest.mode is ValueMode.CUMULATIVE or newest.amount is None or target.is_percent:
        return newest.amount
    year = period.window.end.year
    summed = [pair for pair in dated if pair[1].mode is ValueMode.IN_PERIOD and pair[0].window.end.year == year]
    windows = [pair[0].window for pair in summed]
    if any(later.start <= earlier.end for earlier, later in pairwise(windows)):
        return None
    return sum((one.amount for _, one in summed if one.amount is not None), Decimal(0))


def target_in_year(target: Target, years: int) -> Target | None:
    """Return the target after so many years of its yearly step; None where only a person knows what the step means."""
    if target.step is None or years <= 0:
        return target
    if target.step.is_points is None:
        return None
    return Target(
        target.words,
        target.operator,
        _grown(target.low, target, years),
        _grown(target.high, target, years),
        target.unit,
        target.out_of,
    )


def _grown(bound: Decimal | None, target: Target, years: int) -> Decimal | None:
    if bound is None or target.step is None:
        return bound
    if target.step.is_points:
        return bound + target.step.amount * years
    return bound * (1 + target.step.amount / 100) ** years


def compare(target: Target, amount: Decimal, near_points: Decimal = NEAR_POINTS) -> tuple[Verdict, Decimal | None]:
    """Return the verdict on one amount and what is missing to the target (0 where it is met)."""
    if target.operator is Operator.WORDS or _is_open(target, amount):
        return Verdict.ASKED, None
    missing = _missing(target, amount)
    is_strict = target.operator in (Operator.ABOVE, Operator.BELOW)
    if missing < 0 or (missing == 0 and not is_strict):
        return Verdict.MET, Decimal(0)
    is_near = target.is_percent and missing <= near_points
    return (Verdict.NEAR if is_near else Verdict.NOT_MET), missing


def _is_open(target: Target, amount: Decimal) -> bool:
    """Tell whether the words leave open if more or less is better: over a range, or beside a plain duration."""
    if target.operator is Operator.RANGE:
        return target.high is not None and amount > target.high
    is_plain = target.operator is Operator.EQUAL
    return is_plain and target.unit in _DURATIONS and amount != target.low


def _missing(target: Target, amount: Decimal) -> Decimal:
    """Return how far the amount is from the target's bound; negative beyond it, on the good side."""
    if target.low is None:
        assert target.high is not None
        return amount - target.high
    is_nothing = target.operator is Operator.EQUAL and target.low == 0
    return amount if is_nothing else target.low - amount
