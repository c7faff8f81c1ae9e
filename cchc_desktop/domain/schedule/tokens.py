"""Time words -> tokens: one spelling for spaces, dashes, brackets and synonyms, then a vocabulary table.

A new word is one more entry of `_VOCABULARY`. Words that it does not hold become WORD: they carry no time and
may stand around an expression. Words of time that no rule explains, and odd numbers, must never be WORD:
they are VAGUE, which no reading may skip.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of time words: its kind (a name of the grammar's notation), place in the text, value."""

    kind: str
    start: int
    end: int
    value: Any = None


_VOCABULARY: tuple[tuple[str, str], ...] = (
    ("EVERY", "hằng|hàng|mỗi|từng"),
    ("PERIODIC", "định kỳ|định kì|theo định kỳ|theo kỳ|theo"),
    ("DAY", "ngày"),
    ("MONTH", "tháng"),
    ("QUARTER", "quý|quí|qúy|qúi"),
    ("YEAR", "năm"),
    ("STAGE", "giai đoạn|kỳ kế hoạch|thời kỳ|trong giai đoạn|trong kỳ kế hoạch|cả giai đoạn"),
    ("BEFORE", "trước"),
    ("AFTER", "sau|từ sau"),
    ("TO", "đến|tới|đến hết|tới hết|hết|cho đến|cho đến hết"),
    ("BY", "chậm nhất|muộn nhất|trễ nhất|không quá|hạn cuối|hạn chót|không chậm hơn|không muộn hơn"),
    ("FROM", "từ|kể từ|bắt đầu từ|bắt đầu|từ đầu"),
    ("IN", "trong|cả|suốt|toàn|trong cả|trong suốt"),
    ("LATER", "các năm tiếp theo|những năm tiếp theo|các năm sau|những năm sau|các năm tiếp theo đó"),
    ("FIRST", "đầu|đầu tiên"),
    ("MID", "giữa"),
    ("LAST", "cuối|cuối cùng"),
    ("TIMES", "lần"),
    ("NEXT", "tiếp theo|sau đó|kế tiếp|trở đi|về sau"),
    ("STANDING", "thường xuyên|liên tục|thường kỳ|hằng ngày|hàng ngày|thường xuyên liên tục"),
    ("AND", "và|cùng"),
    ("WEEK", "tuần|hằng tuần|hàng tuần"),
    (
        "VAGUE",
        "không|chưa|trừ|ngoài|khoảng|gần|kỳ|kì|năm học|học kỳ|tết|âm lịch|mùa|vụ|đợt|nhiệm kỳ|hoặc|giờ|phút"
        "|buổi|hôm|nay|này|nửa|thứ|sớm|sáng|chiều|quá|thập kỷ|thế kỷ|niên độ|hạn",
    ),
    (
        "FILLER",
        "vào|của|các|những|trên|hoàn thành|xong|thực hiện|thời gian|thời hạn|thời điểm|vòng|dự kiến|được|mốc"
        "|gồm|là|ra",
    ),
    ("WORD", "ngân hàng|khách hàng|theo dõi|kèm theo|liên quan đến|đúng hạn|tạm thời|đồng thời|kịp thời"),
)
_NUMBER_WORDS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "chín": 9}
_ROMAN_ORDER = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_ROMANS = {name: value for value, name in enumerate(_ROMAN_ORDER, start=1)}
_SIGNS = {"/": "SLASH", "-": "DASH", ",": "COMMA", ";": "SEMI", "+": "AND", "&": "AND", ".": "SLASH"}
_PLAIN_SIGNS = "≥≤=<>|"
_TIME_UNIT = r"(?:ngày|tháng|quý|quí|qúy|năm|định|kỳ|kì)\b"
# What an external or conditional time begins with; before a unit of time it is none ('theo quý').
_EVENT = (
    r"(?:hoặc |và )?\b(?:"
    r"(?:ngay )?(?:sau|trước|từ|kể từ|đến|trong)? ?\bkhi\b|tùy\b|tuỳ\b|đột xuất\b"
    r"|phát sinh\b|nếu\b|căn cứ\b|phù hợp\b"
    rf"|theo\b(?! dõi\b)(?! {_TIME_UNIT})|theo (?=năm học\b)"
    r"|(?:kể )?từ ngày(?= [^\W\d])|(?:ngay )?sau(?= [^\W\d])(?! (?:đó|này|hết|đầu|giữa|cuối|tuần)\b)"
    rf"(?! {_TIME_UNIT})|trước (?=kỳ họp|hội nghị|đại hội))"
)
_TIED = r"\b(?:kết hợp(?: với| cùng| trong)?|lồng ghép(?: với| cùng| vào| trong)?|gắn với|cùng với|cùng kỳ)\b"


def _phrases() -> tuple[dict[str, str], str]:
    kinds = {phrase: kind for kind, phrases in _VOCABULARY for phrase in phrases.split("|")}
    longest_first = sorted(kinds, key=len, reverse=True)
    return kinds, r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")(?![^\W\d])"


_KINDS, _PHRASE = _phrases()
_LEXEME = re.compile(
    r"(?P<space> +)"
    r"|(?P<dmy>(?<![\d/.])\d{1,2}([/.-])\d{1,2}\3\d{4}(?!\d|\3\d)|(?<![\d/])\d{1,2}/\d{1,2}/\d{2}(?![\d/]))"
    r"|(?P<percent>\d+(?:[.,]\d+)? ?%)"
    r"|(?P<year>(?<!\d)(?:19|20|21)\d\d(?!\d))"
    r"|(?P<num>(?<!\d)\d{1,2}(?!\d))"
    r"|(?P<odd>\d[\d.,]*)"
    rf"|(?P<event>{_EVENT})"
    rf"|(?P<tied>{_TIED})"
    r"|(?P<quarter>\b(?:qu?[ýí]?|qú[yi])\.? ?(?=(?:0?\d|[ivx]{1,4})(?![^\W\d])))"
    r"|(?P<month>\bt(?:h|hg|háng)?\.? ?(?=\d))"
    r"|(?P<roman>\b(?:i{1,3}|iv|vi{0,3}|ix|xi{0,2})(?!\w))"
    rf"|(?P<numword>\b(?:{'|'.join(_NUMBER_WORDS)})(?= (?:tháng|lần|quý|quí|qúy|năm)\b))"
    rf"|(?P<phrase>{_PHRASE})"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<sign>.)"
)
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_REPLACED = [
    (re.compile(r"[\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d]"), "-"),
    (re.compile(r"\s+"), " "),
    (re.compile(r"[\[({]"), ","),
    (re.compile(r"[\])}\"'“”‘’«»*•…_]+"), " "),
    (re.compile(r":"), ","),
    (re.compile(r"\.(?!\d)(?<!\bq\.)(?<!\bt\.)", re.IGNORECASE), ";"),
    (re.compile(r"\s+"), " "),
]
_EDGE = " ,;-"


def clean(words: str) -> str:
    """Return the words in one spelling: NFC, plain spaces and dashes, no brackets, stops as semicolons."""
    text = unicodedata.normalize("NFC", words).translate(_INVISIBLE)
    for pattern, replacement in _REPLACED:
        text = pattern.sub(replacement, text)
    return text.strip(_EDGE)


def tokenise(text: str) -> list[Token]:
    """Return the tokens of cleaned text; spaces and filler words are left out."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a few foreign capitals grow; places must fit the text
        lowered = text
    return [token for token in _tokens(lowered) if token.kind != "FILLER"]


def _tokens(lowered: str) -> Iterator[Token]:
    for match in _LEXEME.finditer(lowered):
        group = match.lastgroup or "sign"
        if group != "space":
            kind, value = _classified(group, match.group())
            yield Token(kind, match.start(), match.end(), value)


def _classified(group: str, text: str) -> tuple[str, Any]:
    """Return the kind and the value of a lexeme."""
    if group == "num":
        return "NUM", int(text)
    if group == "year":
        return "Y", int(text)
    if group == "roman":
        return "ROMAN", _ROMANS[text]
    if group == "numword":
        return "NUM", _NUMBER_WORDS[text]
    if group == "phrase":
        return _KINDS[text], None
    if group == "sign":
        return _SIGNS.get(text, "WORD" if text in _PLAIN_SIGNS else "VAGUE"), None
    if group == "odd":
        return "VAGUE", None
    return group.upper(), text
