"""Names of agencies as plans write them: one key for many spellings, cells of several names split into names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import Any

from cchc_desktop.domain.text.folding import accent_key, nfc


class AgencyKind(StrEnum):
    """What stands behind a name: an office, a post, a group of offices, or a body outside the commune."""

    UNIT = "unit"
    POSITION = "position"
    GROUP = "group"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class AgencyPreset:
    """An agency that most communes have; names are spelt as offices spell them."""

    name: str
    kind: AgencyKind
    short_name: str = ""
    aliases: tuple[str, ...] = ()
    members: tuple[str, ...] = ()

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> AgencyPreset:
        """Read one entry of the seed list; raises KeyError or ValueError when it has no name or a wrong kind."""
        return cls(
            name=nfc(data["name"]),
            kind=AgencyKind(data["kind"]),
            short_name=nfc(data.get("short_name") or ""),
            aliases=tuple(map(nfc, data.get("aliases", ()))),
            members=tuple(map(nfc, data.get("members", ()))),
        )

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every way of writing this agency: its name, its short name and its aliases."""
        return tuple(filter(None, (self.name, self.short_name, *self.aliases)))


# --- one key for many spellings -------------------------------------------------------------------------------

_DASHES = re.compile("[\u2010-\u2015\u2212\uf02d]")
_BULLET = re.compile(r"^\s*[-–—+*•·▪◦\uf0b7]\s*(?=\w)")
_STOPS = " \t\n.,;:"
_REWRITINGS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r" ?([-&]) ?"), r"\1"),
    (re.compile(r" ?, ?"), ", "),
    (re.compile(r"\b(hđnd|hội đồng nhân dân)(?: và |[-&])(ubnd|ủy ban nhân dân)\b"), r"\1 và \2"),
    (re.compile(r"\bvp\b"), "văn phòng"),
    (re.compile(r"(?<![\w&-])tt(?![\w&-])"), "trung tâm"),  # in 'VH-TT' the same letters mean 'thể thao', 'thông tin'
    (re.compile(r"\bhcc\b"), "hành chính công"),
)
_COMMUNE_WORDS = ("xã", "phường")
_WORDS_ENDING_IN_XA = ("thị", "tác")  # thị xã, hợp tác xã: here the last word belongs to the name


@lru_cache(maxsize=8192)  # an appendix repeats a dozen names in hundreds of cells
def match_key(name: str) -> str:
    """Return the key under which the spellings of one agency meet (case, dashes, '&', 'VP', trailing ' xã' …)."""
    key = accent_key(_DASHES.sub("-", " ".join(_BULLET.sub("", name).split()))).strip(_STOPS)
    for pattern, replacement in _REWRITINGS:
        key = pattern.sub(replacement, key)
    return _without_commune(key)


def _without_commune(key: str) -> str:
    words = key.split(" ")
    while len(words) > 1 and words[-1] in _COMMUNE_WORDS and words[-2] not in _WORDS_ENDING_IN_XA:
        words.pop()
    return " ".join(words).rstrip(_STOPS)


# --- names that are known --------------------------------------------------------------------------------------

_GROUP_NOUN = (
    r"(?:phòng|ban|ngành|trung tâm|đơn vị|cơ quan|bộ phận|tổ chức|đoàn thể|hội|trường|trường học|trạm|thôn|tổ dân phố"
    r"|khu dân cư|cán bộ|công chức|viên chức|người lao động|cơ quan chuyên môn|phòng chuyên môn|đơn vị chuyên môn"
    r"|công chức chuyên môn|đơn vị sự nghiệp|đơn vị sự nghiệp công lập|tổ chức chính trị-xã hội|cá nhân|địa phương)"
)
_GROUP_QUALIFIER = (
    r"(?: chuyên môn)?(?: trực thuộc| thuộc)?(?: (?:ubnd|ủy ban nhân dân))?(?: (?:xã|phường))*"
    r"(?: (?:có )?liên quan)?(?: trên địa bàn)?(?: (?:xã|phường))*"
)
_GENERIC_GROUP = re.compile(rf"(?:các|những) {_GROUP_NOUN}(?:(?:, ?| và |, và ){_GROUP_NOUN})*{_GROUP_QUALIFIER}")


@dataclass(frozen=True, slots=True)
class KnownNames:
    """The match keys of names that are known; generic groups ('Các phòng, ban liên quan') are always known."""

    keys: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def from_names(cls, names: Iterable[str]) -> KnownNames:
        """Collect the keys of names as written."""
        return cls(frozenset(filter(None, map(match_key, names))))

    @classmethod
    def from_presets(cls, presets: Iterable[AgencyPreset]) -> KnownNames:
        """Collect the keys of every spelling of the presets."""
        return cls.from_names(name for preset in presets for name in preset.spellings)

    def including(self, names: Iterable[str]) -> KnownNames:
        """Return these names and more."""
        return KnownNames(self.keys | KnownNames.from_names(names).keys)

    def __contains__(self, name: str) -> bool:
        key = match_key(name)
        return key in self.keys or _GENERIC_GROUP.fullmatch(key) is not None


def uncontested(cells: Iterable[str | None], presets: KnownNames) -> set[str]:
    """Return the names that cells of a file state beyond doubt, whatever the order of the cells.

    A part between semicolons counts when it holds no ',', 'và' or line break, or when the whole of it is a preset.
    """
    parts = (part.strip(_EDGES) for cell in cells if cell for part in nfc(cell).split(";"))
    return {" ".join(part.split()) for part in parts if part and (part in presets or not _CONTESTED.search(part))}


# --- a cell becomes names --------------------------------------------------------------------------------------

_EDGES = " \t\r\n\u00a0;,"
_LONGEST_NAME = 12  # lines or comma-parts in one name: bounds the work on a hostile cell
_SEPARATOR = re.compile(r"\s*,\s*(?:và\s+)?|\s+và\s+", re.IGNORECASE)
_CONTESTED = re.compile(_SEPARATOR.pattern + r"|\n", re.IGNORECASE)
_UNFINISHED = re.compile(r"(?:[-–—&]|\bvà)\s*$", re.IGNORECASE)
_TAIL_ONLY = re.compile(r"(?:&|và\s|(?:xã|phường)\W*$)", re.IGNORECASE)


def split_names(cell: str | None, known: KnownNames) -> tuple[str, ...]:
    """Split a cell into the names it holds, words as written.

    ';' always separates. So does a line break, unless it falls inside a name: lines are joined where the joined
    text, and not each line by itself, consists of known names, or where a line is visibly unfinished ('Văn hóa -',
    a lone 'xã'). ',' and 'và' separate only where the whole text consists of known names, longest first.
    """
    names: list[str] = []
    for part in nfc(cell or "").split(";"):
        for text in _unwrapped(part, known):
            names.extend(_segments(text, known) or (text,))
    return tuple(names)


def _unwrapped(part: str, known: KnownNames) -> Iterator[str]:
    """Yield the texts of one part with wrapped lines joined by a space, bullets and edge separators dropped."""
    lines = [line.strip() for line in part.splitlines() if line.strip(_EDGES)]
    start = 0
    while start < len(lines):
        stop = _end_of_text(lines, start, known)
        text = _BULLET.sub("", " ".join(lines[start:stop])).strip(_EDGES)
        if text:
            yield text
        start = stop


def _end_of_text(lines: Sequence[str], start: int, known: KnownNames) -> int:
    """Index after the last line that belongs to the text beginning at `start`."""
    for stop in range(min(len(lines), start + _LONGEST_NAME), start + 1, -1):
        run = lines[start:stop]
        each_known = all(_consists_of_known(line, known) for line in run)
        if not each_known and _consists_of_known(" ".join(run), known):
            return stop
    stop = start + 1
    while stop < len(lines) and (_UNFINISHED.search(lines[stop - 1]) or _TAIL_ONLY.match(lines[stop])):
        stop += 1
    return stop


def _consists_of_known(text: str, known: KnownNames) -> bool:
    return bool(_segments(_BULLET.sub("", text).strip(_EDGES), known))


def _segments(text: str, known: KnownNames) -> tuple[str, ...]:
    """Cut a text at ',' and 'và' into known names, longest first; empty when no such cut covers the whole text."""
    cuts = [(0, 0), *(match.span() for match in _SEPARATOR.finditer(text)), (len(text), len(text))]
    last = len(cuts) - 1
    # rest[i] is the segmentation of the text after cut i; filled from the right, so no exponential search.
    rest: dict[int, tuple[str, ...]] = {last: ()}
    for left in range(last - 1, -1, -1):
        for right in range(min(last, left + _LONGEST_NAME), left, -1):
            if right in rest and (name := text[cuts[left][1] : cuts[right][0]]) in known:
                rest[left] = (name, *rest[right])
                break
    return rest.get(0, ())


# --- what kind of agency a name suggests -----------------------------------------------------------------------

_GROUP_WORDS = re.compile(
    r"(?:các|những|toàn thể|tất cả|mọi|thành viên|cán bộ, công chức)\b|(?:thủ )?trưởng các\b"
    r"|(?:(?:cơ quan|phòng|ban|bộ phận|đơn vị|tổ chức)(?:, | và |$))+|.* liên quan$|trường học$|tổ chức chính trị"
)
_POSITION_WORDS = re.compile(
    r"(?:công chức|viên chức|cán bộ|chuyên viên|chủ tịch|phó|bí thư|trưởng|giám đốc|đồng chí|chỉ huy trưởng)\b"
    r"|văn phòng-thống kê|tư pháp-hộ tịch|tài chính-kế toán|địa chính-|kế toán"
)
_OUTSIDE_WORDS = re.compile(
    r"(?:ngân hàng|nhcsxh|kho bạc|bảo hiểm xã hội|bhxh|thuế|cơ quan thuế|chi cục|cục|sở|chính phủ|bưu điện|điện lực"
    r"|viễn thông|vnpt|viettel"
    r"|tòa án|viện kiểm sát|thi hành án|doanh nghiệp|công ty|hợp tác xã|tập đoàn|phòng giao dịch)\b"
    r"|bộ (?!phận|chỉ huy)|.*\b(?:thành phố|tỉnh|huyện|quận|thị xã|khu vực|trung ương)\b"
)
_KIND_RULES = (
    (AgencyKind.GROUP, _GROUP_WORDS),
    (AgencyKind.POSITION, _POSITION_WORDS),
    (AgencyKind.OUTSIDE, _OUTSIDE_WORDS),
)


def guess_kind(name: str) -> AgencyKind:
    """Suggest what kind of agency a name means; an office of the commune unless its words say otherwise."""
    key = match_key(name)
    return next((kind for kind, pattern in _KIND_RULES if pattern.match(key)), AgencyKind.UNIT)
