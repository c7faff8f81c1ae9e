"""What rows and columns of a statistics table are about: 'Cải cách thể chế' × 'Kết quả thực hiện – Hoàn thành'.

In such a table the row names the part of the report and the column the figure: the label of a row alone asks for
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from cchc_desktop.domain.areas import DEFAULT_RULES, AreaCode, AreaRule, guess_area
from cchc_desktop.domain.forms.likeness import likeness, telling_words
from cchc_desktop.domain.text.folding import fold_words

WHOLE = ""
"""The part that is the whole report: 'Tổng cộng'."""
_SURE = 0.8
_AREAS = frozenset(rule.name for rule in DEFAULT_RULES)
_NUMBER = re.compile(r"^\s*(?:[ivx]+|\d+|[a-h])\b(?:\s+\d+\b)*")
_LEAD = re.compile(r"^(?:(?:cong tac|linh vuc|cai cach|noi dung|ve)\b\s*)+")
_OF_EVERY_AREA = frozenset({
    "cong", "tac", "linh", "vuc", "cai", "cach", "noi", "dung", "ve", "nhiem", "vu", "nen", "hanh", "chinh", "nha",
    "nuoc", "cchc", "xay", "phat", "trien", "va",
})  # fmt: skip
_WHOLE = frozenset({"tong cong", "cong", "tong", "tong so", "toan xa", "toan phuong", "toan thi tran"})
_NEUTRAL = frozenset({
    "ket", "qua", "thuc", "hien", "tinh", "hinh", "so", "lieu", "luong", "gia", "tri", "bao", "cao", "ky", "nay",
    "truoc", "nam", "quy", "thang", "trong", "tong", "hop", "don", "vi",
})  # fmt: skip
"""Words of headers that ask for no figure of their own: 'Kết quả thực hiện', 'Số liệu kỳ này'."""
_TOTALS = {"tong so": "nhiem vu", "tong": "nhiem vu"}
"""A total of tasks in a column of its own."""


def part_named(label: str, parts: Collection[str]) -> str | None:
    """Return which of the parts the label of a row names, WHOLE for the row of totals, None for anything else."""
    bare = " ".join(_NUMBER.sub("", fold_words(label)).split())
    if bare in _WHOLE:
        return WHOLE
    area = _area_named(bare)
    if area is not None:
        return area.name if area.name in parts else None
    said = telling_words(bare)
    offices = (part for part in parts if part not in _AREAS)
    scored = ((likeness(said, telling_words(fold_words(part))), part) for part in offices)
    best = max(scored, default=(0.0, ""))
    return best[1] if best[0] >= _SURE else None


def _area_named(bare: str) -> AreaRule | None:
    """Return the area of which a label says its name, in other words too, and nothing besides."""
    code = guess_area(bare)
    if code is AreaCode.OTHER:
        return None
    rule = next(one for one in DEFAULT_RULES if one.code is code)
    named = fold_words(rule.name)
    if _LEAD.match(bare):  # 'Cải cách TTHC': what an area is called for short stands alone elsewhere too
        named = " ".join((named, *map(fold_words, rule.expressions)))
    return rule if set(bare.split()) <= _OF_EVERY_AREA | set(named.split()) else None


def header_words(header: str) -> tuple[frozenset[str], ...]:
    """Return what a column asks for, with its group and then alone; nothing for a header that names no figure."""
    folded = (" ".join(fold_words(part).split()) for part in header.split(" – "))
    called = (_TOTALS.get(part, part) for part in folded)
    parts = [part for part in called if not _NEUTRAL.issuperset(_bare(part))]
    if not parts:
        return ()
    return telling_words(" ".join(parts)), telling_words(parts[-1])


def _bare(part: str) -> frozenset[str]:
    return frozenset(word for word in part.split() if not word.isdigit())
