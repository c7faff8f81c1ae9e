"""Targets as printed -> operator, limits, yearly step, stage."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest

from cchc_desktop.domain.indicators.targets import (
    Operator,
    YearlyStep,
    read_target,
    stage_of,
    target_from_json,
    target_to_json,
)
from cchc_desktop.domain.periods import Period

FIVE = Period(date(2026, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("words", "operator", "low", "high", "unit"),
    [
        ("100%", "=", 100, None, "%"),
        ("95", "=", 95, None, None),
        ("≥ 95", "≥", 95, None, None),
        (">= 95%", "≥", 95, None, "%"),
        ("từ 35% trở lên", "≥", 35, None, "%"),
        ("Đạt từ 35 % trở lên.", "≥", 35, None, "%"),
        ("35% trở lên", "≥", 35, None, "%"),
        ("tối thiểu 30%", "≥", 30, None, "%"),
        ("trên 85%", ">", 85, None, "%"),
        ("> 85", ">", 85, None, None),
        ("dưới 5%", "<", None, 5, "%"),
        ("≤ 3", "≤", None, 3, None),
        ("5% trở xuống", "≤", None, 5, "%"),
        ("99% - 100%", "range", 99, 100, "%"),
        ("từ 35% đến 40%", "range", 35, 40, "%"),
        ("tối đa 13-15 phút", "≤", None, 15, "phút"),
        ("không quá 30 phút", "≤", None, 30, "phút"),
        ("1.250 hồ", "=", 1250, None, "hồ"),
        ("63,5%", "=", Decimal("63.5"), None, "%"),
        ("vượt chỉ tiêu", "words", None, None, None),
        ("Đạt và vượt chỉ tiêu thu ngân sách năm 2025", "words", None, None, None),
        ("100% | từ 50% trở lên", "words", None, None, None),
        ("40-35%", "words", None, None, None),
        ("1,250", "words", None, None, None),
        ("", "words", None, None, None),
        (None, "words", None, None, None),
    ],
)
def test_targets(words, operator, low, high, unit) -> None:
    found = read_target(words)
    assert (found.operator, found.low, found.high, found.unit) == (operator, low, high, unit)
    assert found.words == (words or "").strip()


def test_a_unit_beside_the_words() -> None:
    assert read_target("≥ 95", "%").is_percent
    assert read_target("vượt chỉ tiêu", "%").is_percent


@pytest.mark.parametrize(("words", "high", "out_of"), [("top 20/114", 20, 114), ("Trong nhóm top 10", 10, None)])
def test_ranks(words, high, out_of) -> None:
    found = read_target(words)
    assert (found.operator, found.high, found.out_of) == (Operator.RANK, high, out_of)


@pytest.mark.parametrize(
    ("words", "step"),
    [
        ("15%, mỗi năm tăng 20%", YearlyStep(Decimal(20))),
        ("15%, mỗi năm tăng thêm 5 điểm %", YearlyStep(Decimal(5), is_points=True)),
        ("15%; hằng năm giảm 2 điểm phần trăm", YearlyStep(Decimal(-2), is_points=True)),
        ("100, mỗi năm tăng 10", YearlyStep(Decimal(10), is_points=True)),
        ("15%", None),
    ],
)
def test_yearly_steps(words, step) -> None:
    found = read_target(words)
    assert found.operator is Operator.EQUAL
    assert found.step == step


@pytest.mark.parametrize(
    ("title", "first", "last"),
    [
        ("Giai đoạn 2026 - 2027", 2026, 2027),
        ("Giai đoạn 2028-2030", 2028, 2030),
        ("Năm 2029", 2029, 2029),
        ("Giai đoạn 2026-2031", 2026, 2030),
        ("Mục tiêu", 2026, 2030),
        (None, 2026, 2030),
        ("Giai đoạn 2030-2028", 2026, 2030),
        ("Năm 2020", 2026, 2030),
        ("Mục tiêu đến năm 2028", 2026, 2028),
        ("ĐẾN HẾT NĂM 2028", 2026, 2028),
        ("Đến 31/12/2027", 2026, 2027),
        ("Đến năm 2027, định hướng đến năm 2030", 2026, 2027),
        ("Từ năm 2027 đến năm 2029", 2027, 2029),
        ("Giai đoạn 2026 đến 2027", 2026, 2027),
    ],
)
def test_stages(title, first, last) -> None:
    assert stage_of(title, FIVE) == Period(date(first, 1, 1), date(last, 12, 31))


@pytest.mark.parametrize(
    "words", ["≥ 95%", "13-15 phút", "Top 10/34", "tối đa 2 giờ", "90% trở lên, mỗi năm tăng 1,5 điểm %", "Hoàn thành"]
)
def test_a_target_comes_back_from_its_json(words):
    target = read_target(words)
    assert target_from_json(json.loads(json.dumps(target_to_json(target)))) == target
