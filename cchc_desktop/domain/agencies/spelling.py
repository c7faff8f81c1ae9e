"""How one agency's name is written: its words, what of them is shortened, and how two such spellings differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cchc_desktop.domain.text.folding import accent_key, fold_word, nfc

_WORD = re.compile(r"[^\W_]+\.?")
_SYLLABLE = re.compile(
    r"(?:b|ch?|d|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu?|r|s|th?|tr|v|x)?[aeiouy]{1,3}(?:ch?|m|ng?|nh|p|t)?"
)
_ROMAN = re.compile(r"[ivx]+")
_DASHES = re.compile("[\u2010-\u2015\u2212\uf02d]")
_COMMUNE = ("xã", "phường", "xa", "phuong")
_HOLD_COMMUNE = frozenset({"thị", "tác", "các", "những", "cấp", "thi", "tac", "cac", "nhung", "cap"})
"""Words after which 'xã', 'phường' belong to the name: thị xã, hợp tác xã, các xã."""
_NAMING = frozenset(
    ["thôn", "xóm", "ấp", "bản", "làng", "khu", "tổ", "trường", "xã", "phường", "huyện", "quận", "tỉnh", "phố", "số",
     "đội", "cụm", "chợ"]
)  # fmt: skip
"""Nouns behind which a name of its own follows (Thôn Đông, Trường Mầm non Hoa Sen): there no word is a slip."""
_NAMING_PAIRS = frozenset({("cong", "ty"), ("doanh", "nghiep"), ("tac", "xa"), ("chi", "nhanh"), ("co", "so")})
_COMPOUNDS = frozenset(
    {("xa", "hoi"), ("to", "quoc"), ("to", "chuc"), ("khu", "vuc"), ("moi", "truong"), ("doi", "so"), ("nghe", "so"),
     ("van", "ban")}
)  # fmt: skip
"""Words in which such a noun is only a part."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name as written and what it says: words as accent keys, without 'và', doubled words and the commune's level.

    `short` tells word by word which are abbreviations. `place` are the words left out at the end, as written ('xã',
    'xã xã', the office's own 'xã Hoa Mai'), `fillers` other words left out, `doubled` a word that was written twice.
    """

    written: str
    words: tuple[str, ...]
    short: tuple[bool, ...]
    place: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()
    doubled: str = ""
    is_plain: bool = False
    """Whether the name is written without any accent."""

    @property
    def folded(self) -> tuple[str, ...]:
        """The words without accents."""
        return tuple(map(fold_word, self.words))

    @property
    def initials(self) -> str:
        """One letter a word, abbreviations whole, numbers whole: equal for a name and its abbreviation."""
        return "".join(
            word if short else f"{word}#" if word.isdecimal() else word[0]
            for word, short in zip(self.folded, self.short, strict=True)
        )

    @property
    def shortness(self) -> int:
        """How many letters stand for whole words."""
        return sum(len(word) for word, short in zip(self.words, self.short, strict=True) if short)

    @property
    def named_from(self) -> int:
        """Index of the first word that may be a proper name; the number of words where none is."""
        folded = ("", *self.folded, "")
        for index, word in enumerate(self.words):
            before, pair = folded[index : index + 2], folded[index + 1 : index + 3]
            if pair in _NAMING_PAIRS or (word in _NAMING and not _COMPOUNDS & {before, pair}):
                return index + 1
        return len(self.words)


_COUNCIL = re.compile(r"(?:ủy ban nhân dân|ubnd) ((?:xã|phường|đặc khu) .+)")


def place_of(office: str) -> str:
    """Return the place that an office's own name says ('Ủy ban nhân dân xã Hoa Mai': 'xã hoa mai'); '' for none."""
    found = _COUNCIL.fullmatch(accent_key(" ".join(office.split())))
    return found[1] if found else ""


_CAPITAL_COUNCIL = re.compile(
    r"(ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd) (xã|phường|đặc khu|thị trấn|thị xã|thành phố|quận|huyện|tỉnh) (.+)"
)


def in_running_text(office: str) -> str:
    """Return an office's name as a sentence has it: 'ỦY BAN NHÂN DÂN XÃ LAI KHÊ' of a letterhead is written out.

    Names that are not all in capitals, or are no council's, stay as they are: what of them is a name is unknown.
    """
    found = _CAPITAL_COUNCIL.fullmatch(" ".join(office.lower().split())) if office.isupper() else None
    if found is None:
        return office
    council, level, place = found.groups()
    council = council.upper() if " " not in council else council.capitalize()
    return f"{council} {level} {' '.join(word.capitalize() for word in place.split())}"


def read_spelling(name: str, own_place: Sequence[str] = ()) -> Spelling:
    """Read a name; `own_place` are the accent keys of the office's own place ('xã', 'hoa', 'mai')."""
    written = " ".join(nfc(name).split())
    raw = _WORD.findall(written)
    is_plain = written.isascii()
    is_mixed = written != written.upper()
    words = [accent_key(word.rstrip(".")) for word in raw]
    short = [_is_short(word, is_mixed) for word in raw]
    kept, fillers = _without_fillers(words, is_plain)
    end = _end_before_place([words[i] for i in kept], tuple(own_place))
    spelling = Spelling(
        written,
        words=tuple(words[i] for i in kept[:end]),
        short=tuple(short[i] for i in kept[:end]),
        place=tuple(raw[i].rstrip(".") for i in kept[end:]),
        fillers=fillers,
        is_plain=is_plain,
    )
    return _without_doubled(spelling)


def _is_short(word: str, is_mixed: bool) -> bool:
    """Tell whether a word is an abbreviation: in capitals among others that are not, or no Vietnamese syllable."""
    letters = word.rstrip(".")
    if not letters.isalpha() or _ROMAN.fullmatch(letters.lower()):
        return False
    if len(letters) == 1:
        return word.endswith(".")
    if letters.istitle():
        return False  # 'Turng' is a slip
    return (is_mixed and letters.isupper()) or (not is_syllable(letters) and len(letters) <= _LONGEST_SHORT)


_LONGEST_SHORT = 12


def is_syllable(word: str) -> bool:
    """Tell whether a word has the shape of a Vietnamese syllable; accents do not count."""
    return _SYLLABLE.fullmatch(fold_word(word)) is not None


def _without_fillers(words: Sequence[str], is_plain: bool) -> tuple[list[int], tuple[str, ...]]:
    """Return the places of words that count, and the fillers among the others ('có' in 'có liên quan')."""
    kept, fillers = [], []
    for index, word in enumerate(words):
        following = fold_word(words[index + 1]) if index + 1 < len(words) else ""
        if word == "và" or (is_plain and word == "va"):
            continue
        if fold_word(word) == "co" and following == "lien":
            fillers.append("có")
        else:
            kept.append(index)
    return kept, tuple(fillers)


def _end_before_place(words: Sequence[str], own_place: tuple[str, ...]) -> int:
    """Return how many words are left without the commune at the end; at least one."""
    end = len(words)
    while True:
        rest = tuple(words[:end])
        start = _start_of_commune(rest)
        if own_place and end > len(own_place) and rest[-len(own_place) :] == own_place:
            end -= len(own_place)
        elif 0 < start < end and rest[start - 1] not in _HOLD_COMMUNE:
            end = start
        else:
            return end


def _start_of_commune(words: tuple[str, ...]) -> int:
    """Return where the words 'xã', 'phường' that end a name begin."""
    start = len(words)
    while start and words[start - 1] in _COMMUNE:
        start -= 1
    return start


def _without_doubled(spelling: Spelling) -> Spelling:
    words, limit = spelling.words, spelling.named_from
    for index in range(1, min(len(words), limit)):
        if words[index] == words[index - 1] and not words[index].isdecimal():
            kept = [i for i in range(len(words)) if i != index]
            return replace(
                spelling,
                words=tuple(words[i] for i in kept),
                short=tuple(spelling.short[i] for i in kept),
                doubled=words[index],
            )
    return spelling


# --- two spellings ---------------------------------------------------------------------------------------------


def shortens(one: Spelling, other: Spelling) -> bool:
    """Tell whether two spellings say the same where one abbreviates words of the other; words written out must agree.

    A lone abbreviation of two letters says too little.
    """
    for lone in (one, other):
        if len(lone.words) == 1 and lone.shortness == len(lone.words[0]) < _SPEAKING:
            return False
    left, right = _parts(one), _parts(other)
    while left and right:
        if not _match_front(left, right):
            return False
    return not left and not right


_SPEAKING = 3

_Part = tuple[str, str, bool]  # accent key, folded, is an abbreviation


def _parts(spelling: Spelling) -> list[_Part]:
    return list(zip(spelling.words, spelling.folded, spelling.short, strict=True))


def _match_front(left: list[_Part], right: list[_Part]) -> bool:
    """Take from both what stands for the same; False where the fronts disagree."""
    if left[0][0] == right[0][0]:
        del left[0], right[0]
        return True
    if left[0][2] and (not right[0][2] or len(left[0][1]) >= len(right[0][1])):
        return _take_letters(left.pop(0)[1], right)
    return right[0][2] and _take_letters(right.pop(0)[1], left)


def _take_letters(letters: str, parts: list[_Part]) -> bool:
    while letters and parts:
        _, folded, is_short = parts.pop(0)
        said = folded if is_short else folded[0]
        if not letters.startswith(said) or folded.isdecimal():
            return False
        letters = letters[len(said) :]
    return not letters


def different_word(one: Spelling, other: Spelling) -> int | None:
    """Return the place of the only word in which two spellings of equal length differ; None where there is not one."""
    if len(one.words) != len(other.words):
        return None
    places = [i for i, (left, right) in enumerate(zip(one.words, other.words, strict=True)) if left != right]
    return places[0] if len(places) == 1 else None


def differences(kept: Spelling, other: Spelling) -> tuple[str, ...]:
    """Return in Vietnamese how `other` differs from the spelling that is kept, the weightiest first.

    Empty where they are equal, and where they say different things.
    """
    is_same = kept.words == other.words
    word = _word_difference(kept, other)
    if not is_same and not word:
        return ()
    found = list(filter(None, (word, *_left_out(kept, other))))
    if not found:
        found = list(filter(None, (_sign_difference(kept.written, other.written),)))
    elif is_same and _signs(kept.written) != _signs(other.written):
        found.append(_sign_words(kept.written, other.written))
    return tuple(found)


def _word_difference(kept: Spelling, other: Spelling) -> str:
    if kept.words == other.words:
        return ""
    if shortens(kept, other):
        is_other_short = other.shortness >= kept.shortness
        return f"Tên viết {'tắt' if is_other_short else 'đầy đủ'} của “{kept.written}”"
    if kept.folded == other.folded and kept.is_plain != other.is_plain:
        return "Viết không dấu" if other.is_plain else "Viết có dấu"
    place = different_word(kept, other)
    if place is None:
        return ""
    return f"Sai một chữ: “{other.words[place]}” thay vì “{kept.words[place]}”"


def _left_out(kept: Spelling, other: Spelling) -> Iterator[str]:
    if other.doubled and not kept.doubled:
        yield f"Lặp chữ “{other.doubled}”"
    if kept.fillers != other.fillers:
        yield f"Thiếu chữ “{kept.fillers[0]}”" if kept.fillers else f"Thêm chữ “{other.fillers[0]}”"
    places = " ".join(kept.place), " ".join(other.place)
    if places[0].lower() != places[1].lower():
        yield _place_difference(*places)


def _place_difference(kept: str, other: str) -> str:
    if not other:
        return f"Thiếu chữ “{kept}”"
    if is_repeated(other):
        return f"Lặp chữ “{other.split()[-1]}”"
    if not kept:
        return f"Thêm chữ “{other}”"
    return f"Không lặp chữ “{other}”" if is_repeated(kept) else f"Ghi “{other}”, không ghi “{kept}”"


def is_repeated(place: str) -> bool:
    """Tell whether a word stands twice ('xã xã')."""
    words = place.lower().split()
    return len(set(words)) < len(words)


def _sign_difference(kept: str, other: str) -> str:
    if kept == other:
        return ""
    if kept.lower() == other.lower():
        return "Khác nhau cách viết hoa"
    if accent_key(kept) == accent_key(other):
        return "Khác cách đặt dấu thanh"
    return _sign_words(kept, other)


def _sign_words(kept: str, other: str) -> str:
    return "Khác dấu gạch nối" if _has_dash(kept) and _has_dash(other) else "Khác dấu câu hoặc từ nối"


def _has_dash(written: str) -> bool:
    return "-" in _DASHES.sub("-", written)


def _signs(written: str) -> str:
    """Return what stands between the words: dashes with their spaces, commas, '&', 'và'."""
    return "|".join(sign for sign in re.split(r"(?:(?!\bvà\b)[^\W_])+", written.rstrip(" .;,").lower()) if sign.strip())
