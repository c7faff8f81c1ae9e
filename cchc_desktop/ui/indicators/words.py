"""Words of the screen Chỉ tiêu: readings of targets, short names of periods, what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from cchc_desktop.domain.indicators.targets import Operator, Target
from cchc_desktop.domain.indicators.values import Judgement, ValueMode, Verdict
from cchc_desktop.domain.written_numbers import show_number
from cchc_desktop.ui.words import Words

translated = Words("IndicatorWords")

OPERATOR_WORDS: Mapping[Operator, str] = translated.table(
    {
        Operator.EQUAL: "Đạt đúng số này (hoặc tốt hơn)",
        Operator.AT_LEAST: "Từ số này trở lên (≥)",
        Operator.ABOVE: "Trên số này (>)",
        Operator.AT_MOST: "Không quá số này (≤)",
        Operator.BELOW: "Dưới số này (<)",
        Operator.RANGE: "Trong khoảng hai số",
        Operator.RANK: "Xếp hạng (top)",
        Operator.WORDS: "Bằng lời, cơ quan theo dõi đánh giá",
    }
)
MODE_WORDS: Mapping[ValueMode, str] = translated.table(
    {
        ValueMode.CUMULATIVE: "Lũy kế từ đầu năm",
        ValueMode.IN_PERIOD: "Riêng trong kỳ",
    }
)
_SENSE: Mapping[Operator, str] = translated.table(
    {
        Operator.EQUAL: "càng cao càng tốt",
        Operator.AT_LEAST: "càng cao càng tốt",
        Operator.ABOVE: "càng cao càng tốt",
        Operator.AT_MOST: "càng thấp càng tốt",
        Operator.BELOW: "càng thấp càng tốt",
        Operator.RANGE: "trong khoảng này",
        Operator.RANK: "thứ hạng càng cao càng tốt",
        Operator.WORDS: "bằng lời, cơ quan theo dõi đánh giá",
    }
)
_SIGNS = {Operator.AT_LEAST: "≥ ", Operator.ABOVE: "> ", Operator.AT_MOST: "≤ ", Operator.BELOW: "< "}


def short_period(title: str) -> str:
    """Return a period's title as the head of a column: 'Quý III năm 2026' -> 'Quý III/2026'."""
    return title.replace(" đầu năm ", " ").replace(" năm ", "/")


def axis_period(title: str) -> str:
    """Return a period's title as below a chart: 'Quý III/2026' -> 'Q.III/26', 'Năm 2026' -> '2026'."""
    short = (
        short_period(title).replace("Quý ", "Q.").replace(" tháng ", "T/").replace("Tháng ", "T").replace("Năm ", "")
    )
    head, slash, year = short.rpartition("/")
    return f"{head}/{year[-2:]}" if slash and year.isdecimal() else short


def bound_words(target: Target) -> str:
    """Return a target as read: '≥ 95%', '99% - 100%', 'top 20/114'; '' where it is words."""
    low, high = (amount_words(bound, target.unit) for bound in (target.low, target.high))
    if target.operator is Operator.WORDS:
        return ""
    if target.operator is Operator.RANGE:
        return f"{low} - {high}"
    if target.operator is Operator.RANK:
        return "top " + "/".join(show_number(one) for one in (target.high, target.out_of) if one is not None)
    return _SIGNS.get(target.operator, "") + (low or high) + _step_words(target)


def target_words(target: Target) -> str:
    """Return how a target was understood: '90% (càng cao càng tốt)'."""
    is_nothing = target.operator is Operator.EQUAL and target.low == 0
    sense = _SENSE[Operator.AT_MOST if is_nothing else target.operator]
    bound = bound_words(target)
    return f"{bound} ({sense})" if bound else sense[:1].upper() + sense[1:]


def amount_words(amount: Decimal | None, unit: str | None, places: int | None = None) -> str:
    """Return an amount with its unit: '38,5%', '15 phút'; '' for none."""
    if amount is None:
        return ""
    shown = show_number(amount, places)
    return f"{shown}%" if unit == "%" else f"{shown} {unit}" if unit else shown


def missing_words(target: Target, judgement: Judgement) -> str:
    """Return what is missing to a target in a sentence; '' where nothing is."""
    if judgement.verdict not in (Verdict.NEAR, Verdict.NOT_MET) or judgement.missing is None:
        return ""
    if not judgement.missing:
        return translated("Kế hoạch yêu cầu vượt số này, bằng số này chưa đạt.")
    gap = show_number(judgement.missing.normalize() if judgement.missing % 1 else judgement.missing)
    unit = translated("điểm phần trăm") if target.is_percent else target.unit or ""
    is_over = target.low is None or (target.operator is Operator.EQUAL and target.low == 0)
    if target.operator is Operator.RANK:
        sentence = translated("Còn kém {} bậc so với kế hoạch.")
        return sentence.format(gap)
    sentence = translated("Cao hơn kế hoạch {}.") if is_over else translated("Còn thiếu {} so với kế hoạch.")
    return sentence.format(f"{gap} {unit}".strip())


def _step_words(target: Target) -> str:
    if target.step is None:
        return ""
    by = show_number(abs(target.step.amount))
    unit = f" {target.unit}" if target.unit and not target.is_percent else ""
    if target.is_percent or target.step.is_points is not True:
        unit = translated(" điểm phần trăm") if target.step.is_points else "%"
    way = translated(", mỗi năm tăng {}") if target.step.amount >= 0 else translated(", mỗi năm giảm {}")
    doubt = translated(" (điểm hay phần trăm của năm trước: chưa xác định)") if target.step.is_points is None else ""
    return way.format(by + unit) + doubt
