"""Vietnamese dictionary order."""

from __future__ import annotations

import pytest

from cchc_desktop.domain.text.collation import collation_key


@pytest.mark.parametrize(
    "ordered",
    [
        ["a", "à", "ả", "ã", "á", "ạ", "ă", "ằ", "â", "ấ"],
        ["da", "dân", "đa", "đê", "em", "êm"],
        ["ban", "bàn", "ban ngành", "băng"],
        ["Công an", "Công chức", "Ông", "Phòng Kinh tế", "Ủy ban", "Văn phòng"],
        ["mục 1", "mục a"],
    ],
)
def test_dictionary_order(ordered: list[str]) -> None:
    backwards = ordered[::-1]
    backwards.sort(key=collation_key)
    assert backwards == ordered


def test_capitals_and_dashes_only_break_ties() -> None:
    names = ["văn hóa – xã hội", "Văn hóa - Xã hội", "văn hóa - xã hội"]
    assert len({collation_key(name).split("\x00")[0] for name in names}) == 1
    assert len({collation_key(name) for name in names}) == 3
