"""Reform areas: canonical codes, their Vietnamese names, and the area that a section's heading speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from cchc_desktop.domain.text.folding import fold_words, nfc


class AreaCode(StrEnum):
    """The six areas of Resolution 76/NQ-CP (15/7/2021), direction as plans add it, and a place for the rest.

    Order, number and heading belong to each plan; nothing is ever keyed on a Roman number.
    """

    DIRECTION = "direction"
    INSTITUTIONS = "institutions"
    PROCEDURES = "procedures"
    APPARATUS = "apparatus"
    CIVIL_SERVICE = "civil_service"
    PUBLIC_FINANCE = "public_finance"
    DIGITAL_GOVERNMENT = "digital_government"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class AreaRule:
    """An area, its name and the expressions by which headings speak of it (matched without marks or case)."""

    code: AreaCode
    name: str
    expressions: tuple[str, ...]

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> AreaRule:
        """Read one entry of the seed list; raises KeyError or ValueError when it is incomplete or unknown."""
        return cls(AreaCode(data["code"]), nfc(data["name"]), tuple(map(nfc, data["expressions"])))


DEFAULT_RULES: tuple[AreaRule, ...] = (
    AreaRule(AreaCode.DIRECTION, "Công tác chỉ đạo, điều hành", (
        "chỉ đạo điều hành", "chỉ đạo", "điều hành", "kiểm tra", "tuyên truyền", "lãnh đạo", "thông tin, tuyên truyền",
    )),
    AreaRule(AreaCode.INSTITUTIONS, "Cải cách thể chế", (
        "thể chế", "văn bản quy phạm pháp luật", "VBQPPL", "thi hành pháp luật",
    )),
    AreaRule(AreaCode.PROCEDURES, "Cải cách thủ tục hành chính", (
        "thủ tục", "TTHC", "một cửa", "KSTTHC",
    )),
    AreaRule(AreaCode.APPARATUS, "Cải cách tổ chức bộ máy hành chính nhà nước", (
        "bộ máy", "tổ chức bộ máy", "sắp xếp tổ chức", "tinh gọn",
    )),
    AreaRule(AreaCode.CIVIL_SERVICE, "Cải cách chế độ công vụ", (
        "công vụ", "chế độ công vụ, công chức", "đội ngũ cán bộ", "cán bộ, công chức", "công chức, viên chức",
    )),
    AreaRule(AreaCode.PUBLIC_FINANCE, "Cải cách tài chính công", (
        "tài chính công", "tài chính", "ngân sách", "tài sản công",
    )),
    AreaRule(AreaCode.DIGITAL_GOVERNMENT, "Xây dựng và phát triển chính quyền điện tử, chính quyền số", (
        "chính quyền điện tử", "chính quyền số", "chính phủ điện tử", "chính phủ số", "chuyển đổi số",
        "hiện đại hóa hành chính", "hiện đại hóa nền hành chính", "hiện đại hóa", "công nghệ thông tin", "CNTT", "CQĐT",
    )),
)  # fmt: skip

OTHER_NAME = "Lĩnh vực khác"


def guess_area(title: str, rules: Iterable[AreaRule] = DEFAULT_RULES) -> AreaCode:
    """Return the area whose expression comes first in a heading (the longest of those that begin there)."""
    words = _words(title)
    found = [
        (place, -len(expression), rule.code)
        for rule in rules
        for expression in map(_words, rule.expressions)
        if (place := words.find(expression)) >= 0
    ]
    return min(found)[2] if found else AreaCode.OTHER


def area_name(code: AreaCode, rules: Sequence[AreaRule] = DEFAULT_RULES) -> str:
    """Return the canonical Vietnamese name of an area."""
    return next((rule.name for rule in rules if rule.code == code), OTHER_NAME)


def _words(text: str) -> str:
    return f" {' '.join(fold_words(text).split())} "
