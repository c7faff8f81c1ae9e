"""Normal forms: what is removed, what is folded, which spellings share an accent key."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.text.folding import accent_key, accent_words, clean, fold, fold_words, nfc, split_tone

VIETNAMESE = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đẩy mạnh CCHC", "day manh cchc"),
        (unicodedata.normalize("NFD", "Ủy ban nhân dân"), "uy ban nhan dan"),
        ("QUỐC HIỆU, 05/KH-UBND", "quoc hieu, 05/kh-ubnd"),
        ("İ ß 한글", "i ß 한글"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_every_vietnamese_letter_folds_to_ascii() -> None:
    assert fold(VIETNAMESE + VIETNAMESE.upper()).isascii()


@given(st.text())
def test_folding_keeps_the_length_of_nfc_text(text: str) -> None:
    assert len(fold(text)) == len(fold_words(text)) == len(accent_key(text)) == len(nfc(text))


def test_fold_words_blanks_punctuation_in_place() -> None:
    assert fold_words("HĐND&UBND: 3.5%") == "hdnd ubnd  3 5 "


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hoà", "hòa"), ("uỷ ban", "ủy ban"), ("KHOẺ", "khỏe"), ("thuý", "thúy"), ("hòan thành", "hoàn thành"),
        ("qúy", "quý"), ("laị", "lại"), ("đựơc", "được"), ("gỉai", "giải"), ("(hoá,", "(hóa,"),
    ],
)  # fmt: skip
def test_tone_placements_share_one_key(old: str, new: str) -> None:
    assert accent_key(old) == new


@pytest.mark.parametrize(
    "word", ["quý", "toàn", "thủy", "khuỷu", "giếng", "gìn", "nghĩa", "mùa", "ngoài", "tuyển", "huỳnh", "quả", "già"]
)
def test_right_spellings_are_left_alone(word: str) -> None:
    assert accent_key(word) == word


def test_different_tones_keep_different_keys() -> None:
    assert accent_key("hòa") != accent_key("hóa")


def test_accent_words() -> None:
    assert accent_words("Uỷ ban - HĐND&UBND, 05/KH") == ("ủy", "ban", "hđnd", "ubnd", "05", "kh")


@pytest.mark.parametrize(
    ("text", "kept", "removed"),
    [
        ("Phòng\tKinh tế\n", "Phòng\tKinh tế\n", 0),
        ("a\x00b\x1fc\x7f", "abc", 3),
        ("\ufeffBáo\u200b cáo\ufffe\uffff\ud800", "Báo cáo", 5),
        ("dòng 1\r\ndòng 2\x0bdòng 3", "dòng 1\ndòng 2\ndòng 3", 0),
        ("e\u200b\u0301", "é", 1),
    ],
)
def test_clean(text: str, kept: str, removed: int) -> None:
    assert clean(text) == (kept, removed)


@given(st.text())
def test_clean_text_is_clean(text: str) -> None:
    kept, _ = clean(text)
    assert clean(kept) == (kept, 0)


def test_split_tone() -> None:
    assert [split_tone(letter) for letter in "ấđa"] == [("â", "\u0301"), ("đ", ""), ("a", "")]
