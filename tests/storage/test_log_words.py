from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.text.folding import fold, nfc
from cchc_desktop.storage.column_types import to_json
from cchc_desktop.storage.log_words import Word, readable_texts, words_of

ITEM = {
    "uid": "c0ffee00-aaaa-4bbb-8ccc-123456789abc", "plan_id": 7, "sort_key": "a1", "kind": "sub_item",
    "content": "Rà soát \"văn bản\"", "note": None, "rules": [{"rule": "by", "day": "2025-07-01"}],
    "lead": [{"words": "Công an xã", "agency_id": 77}], "deleted_at": None,
}  # fmt: skip
PLAN = {
    "title": "Kế hoạch", "state": "issued", "period_start": "2025-07-01", "legal_bases": ["Luật số 72/2025/QH15"],
    "form": {
        "title_block": ["PHỤ LỤC"], "columns": [{"column": "product", "header": "Kết quả", "group": None}],
        "section_rows": "merged",
    },
}  # fmt: skip


def finds(words: str, kind: EntityKind, image: dict[str, object]) -> bool:
    return all(word.is_in_image(kind, to_json(image)) for word in words_of(words))


@pytest.mark.parametrize("words", ["ra soat", "SOÁT", 'soat "van', '"văn bản"', "công", "xã"])
def test_an_items_words_are_found(words):
    assert finds(words, EntityKind.ITEM, ITEM)


@pytest.mark.parametrize("words", ["content", "uid", "c0ffee", "sub_item", "a1", "77", "null", "agency", "by", "words"])
def test_keys_ids_and_codes_are_not_found(words):
    assert not finds(words, EntityKind.ITEM, ITEM)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("01/07/2025", True), ("1/7/2025", True), ("7/2025", True), ("2025-07", True), ("01/07", True),
        ("02/07/2025", False), ("luat so 72/2025/qh15", True), ("72/2025", True), ("phu luc ket qua", True),
        ("issued", False), ("product", False), ("merged", False),
    ],
)  # fmt: skip
def test_a_plans_days_and_lists(words, found):
    assert finds(words, EntityKind.PLAN, PLAN) is found


def test_a_settings_value_is_read_and_its_name_is_not():
    image = {"uid": "u", "name": "office.name", "value": "UBND phường An Phú", "deleted_at": None}
    assert list(readable_texts(EntityKind.SETTING, image)) == ["UBND phường An Phú"]


@given(st.text(), st.data())
def test_the_pattern_lets_no_hit_slip(text, data):
    """Whatever a text holds, a search for any piece of it finds it in the JSON."""
    text = nfc("".join(text.split()))
    start = data.draw(st.integers(0, len(text)))
    piece = fold(text)[start : data.draw(st.integers(start, len(text)))]
    if piece:
        assert Word.from_folded(piece).is_in_image(EntityKind.ITEM, json.dumps({"note": text}, ensure_ascii=False))
