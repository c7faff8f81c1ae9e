"""Headings of sections and the reform areas they speak of."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cchc_desktop.domain.areas import DEFAULT_RULES, AreaCode, AreaRule, area_name, guess_area

SEED = Path(__file__).resolve().parents[2] / "db" / "seed" / "areas.json"


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Chỉ đạo điều hành, kiểm tra và tuyên truyền", AreaCode.DIRECTION),
        ("CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CCHC", AreaCode.DIRECTION),
        ("I. Cải cách thể chế", AreaCode.INSTITUTIONS),
        ("Cải cách thủ tục HC", AreaCode.PROCEDURES),
        ("Cải cách TTHC", AreaCode.PROCEDURES),
        ("Cải cách tổ chức bộ máy", AreaCode.APPARATUS),
        ("Cải cách chế độ công vụ", AreaCode.CIVIL_SERVICE),
        ("Xây dựng, nâng cao chất lượng đội ngũ cán bộ, công chức", AreaCode.CIVIL_SERVICE),
        ("CẢI CÁCH TÀI CHÍNH CÔNG", AreaCode.PUBLIC_FINANCE),
        ("XÂY DỰNG VÀ PHÁT TRIỂN CHÍNH PHỦ ĐIỆN TỬ, CHÍNH PHỦ SỐ", AreaCode.DIGITAL_GOVERNMENT),
        ("Hiện đại hoá hành chính", AreaCode.DIGITAL_GOVERNMENT),
        ("Nhiệm vụ khác", AreaCode.OTHER),
        ("", AreaCode.OTHER),
    ],
)
def test_guess_area(title: str, code: AreaCode) -> None:
    assert guess_area(title) is code


def test_rules_can_be_replaced() -> None:
    rules = [AreaRule(AreaCode.OTHER, "Khác", ()), AreaRule(AreaCode.DIRECTION, "Chung", ("nhiệm vụ chung",))]
    assert guess_area("Nhiệm vụ chung", rules) is AreaCode.DIRECTION
    assert area_name(AreaCode.DIRECTION, rules) == "Chung"


def test_the_seed_says_what_the_program_assumes() -> None:
    seed = [AreaRule.from_json(entry) for entry in json.loads(SEED.read_text("utf-8"))]
    assert tuple(seed[:-1]) == DEFAULT_RULES
    assert {rule.code for rule in seed} == set(AreaCode)


def test_every_name_is_recognised_as_its_own_area() -> None:
    assert [guess_area(rule.name) for rule in DEFAULT_RULES] == [rule.code for rule in DEFAULT_RULES]
