"""What the lines around the tables say of the plan: title block, title, kind, period, document, issuer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import DocumentRef, PlanKind
from cchc_desktop.domain.text.folding import fold


@dataclass(frozen=True, slots=True)
class Heading:
    """Everything the heading tells; None for what it does not tell or tells in two ways."""

    title: str | None = None
    kind: PlanKind | None = None
    period: Period | None = None
    issuer: str | None = None
    document: DocumentRef = DocumentRef()


# --- the lines above a table ------------------------------------------------------------------------------------

_LONGEST_TITLE_LINE = 300  # characters; the longest real title lines have about 200
_MOST_LINES = 10
_APPENDIX = re.compile(r"(?:phu luc|bieu(?: mau)?(?: so)? \S+$)")
_PARENTHESIS = re.compile(r"\((?:ban hanh )?(?:kem|dinh kem) theo")
_NO_TITLE = re.compile(
    r"cong hoa xa hoi|doc lap ?[-–]|so:|noi nhan|t[mlu]q?\. ?\w|kt\. ?\w|(?:pho )?chu tich$|luu:|[-–+*•]\s|can cu|\W*$"
    r"|uy ban nhan dan(?: (?:xa|phuong) .{0,40})?$|.{0,40}, ngay .{0,6} ?thang .{0,4} ?nam \d{4}$"
)
_CLOSED = re.compile(r"[.;:]$|\./\.$")


def title_block(above: Sequence[str]) -> tuple[str, ...]:
    """Return the heading lines of an appendix from the lines above its table, as typed, in order.

    It ends upwards at 'Phụ lục …', at body text, or at an empty line beyond which stands no heading.
    """
    found: list[str] = []
    gap = False
    for line in reversed(above):
        if not line:
            gap = bool(found)
            continue
        if len(found) == _MOST_LINES or not (_is_title(line, found) and (not gap or _is_strong(line))):
            break
        found.append(line)
        gap = False
        if _APPENDIX.match(fold(line)):
            break
    return tuple(reversed(found))


def _is_title(line: str, below: Sequence[str]) -> bool:
    folded = fold(line)
    if len(line) > _LONGEST_TITLE_LINE or _NO_TITLE.match(folded):
        return False
    if _is_strong(line) or _closes_parenthesis(line, below):
        return True
    return not _CLOSED.search(line) and not re.match(r"(?:\d+(?:\.\d+)*|[a-zđ])[.)]\s", folded)


def _is_strong(line: str) -> bool:
    """Tell whether a line is a heading beyond doubt: 'Phụ lục …', '(Kèm theo …', or capitals."""
    folded = fold(line)
    letters = [letter for letter in line if letter.isalpha()]
    capitals = len(letters) >= 4 and all(letter.isupper() for letter in letters)
    return bool(_APPENDIX.match(folded) or _PARENTHESIS.match(folded) or capitals) and not _NO_TITLE.match(folded)


def _closes_parenthesis(line: str, below: Sequence[str]) -> bool:
    return line.endswith(")") and "(" not in line and not below


# --- the plan ----------------------------------------------------------------------------------------------------


def read_heading(free_lines: Sequence[str], title_blocks: Sequence[tuple[str, ...]]) -> Heading:
    """Read the plan's own heading from the text before the first table, else from the tables' heading lines."""
    typed = _typed_title(free_lines)
    printed = [title for block in title_blocks if (title := _block_title(block))]
    kind, period = _first_period([*filter(None, [typed]), *printed])
    reference = _reference(free_lines, title_blocks)
    return Heading(
        title=typed or (printed[0] if printed else None),
        kind=kind,
        period=period,
        issuer=(reference and _issuer(reference[2])) or _letterhead(free_lines),
        document=_document(reference, free_lines, typed),
    )


_TYPE_LINES = {"ke hoach": "Kế hoạch", "quyet dinh": "Quyết định", "chuong trinh": "Chương trình"}


def _typed_title(lines: Sequence[str]) -> str | None:
    """'KẾ HOẠCH' (before any 'QUYẾT ĐỊNH' that issues it) on a line of its own and the abstract below, joined."""
    types = [fold(line).strip() for line in lines]
    start = next((types.index(words) for words in _TYPE_LINES if words in types), None)
    if start is None:
        return None
    parts = [lines[start].strip()]
    for line in lines[start + 1 :]:
        if re.match(r"\(|can cu\b|[_=\-]{3,}", fold(line)) or (not line and len(parts) > 1) or len(line) > 250:
            break
        parts += filter(None, [line.strip()])
    return " ".join(parts) if len(parts) > 1 else None


def _block_title(block: Sequence[str]) -> str | None:
    """The lines of an appendix heading joined, without 'Phụ lục …' and '(Kèm theo …)'."""
    parts: list[str] = []
    for line in block:
        folded = fold(line)
        if _PARENTHESIS.match(folded):
            break
        if not (_APPENDIX.match(folded) and len(line) <= 20):
            parts.append(" ".join(line.split()))
    return " ".join(parts) or None


# --- kind and period ---------------------------------------------------------------------------------------------

_HALF = re.compile(r"(?:6|06|sau) thang (dau|cuoi) nam (\d{4})")
_SPAN = re.compile(r"(\d{4})\s*[-–—]\s*(\d{4})|tu (?:nam )?(\d{4}) den (?:het )?(?:nam )?(\d{4})")
_YEAR = re.compile(r"(?<!den )(?<!dau )(?<!cuoi )nam (\d{4})(?!\s*[-–—]\s*\d{4})(?! den)")
_PART_OF_YEAR = re.compile(r"(?:thang|quy) ?\S*,? $")

KindAndPeriod = tuple[PlanKind | None, Period | None]


def _first_period(texts: Iterable[str]) -> KindAndPeriod:
    """Return what the first text that speaks of a period says."""
    for text in texts:
        found = _periods(text)
        if found:
            return found[0] if len(found) == 1 else (None, None)
    return None, None


def _periods(text: str) -> list[KindAndPeriod]:
    """All periods that a title names; a single year inside a named span of years is the plan's own year."""
    folded = " ".join(fold(text).split())
    halves = {_half(match[1], int(match[2])) for match in _HALF.finditer(folded)}
    if halves:
        return list(halves)
    years = {int(match[1]) for match in _YEAR.finditer(folded) if not _PART_OF_YEAR.search(folded[: match.start()])}
    single = {_years(PlanKind.ANNUAL, year, year) for year in years} - {None}
    if single:
        return [found for found in single if found]
    spans = {
        _years(PlanKind.MULTI_YEAR, int(match[1] or match[3]), int(match[2] or match[4]))
        for match in _SPAN.finditer(folded)
    }
    return [found for found in spans if found]


def _half(which: str, year: int) -> KindAndPeriod:
    if not _is_year(year):
        return None, None
    first = which == "dau"
    start, end = (date(year, 1, 1), date(year, 6, 30)) if first else (date(year, 7, 1), date(year, 12, 31))
    return PlanKind.SIX_MONTHS, Period(start, end)


def _years(kind: PlanKind, first: int, last: int) -> KindAndPeriod | None:
    if not (_is_year(first) and _is_year(last) and first <= last):
        return None
    return kind, Period(date(first, 1, 1), date(last, 12, 31))


def _is_year(year: int) -> bool:
    return 1990 <= year <= 2100


# --- document and issuer -----------------------------------------------------------------------------------------

_KINDS = r"ke hoach|quyet dinh|chuong trinh|cong van|nghi quyet|thong bao|bao cao"
_DATE = r"ngay\s*(?P<day>\d{1,2})?[\s.…]*(?:/|thang)?\s*(?P<month>\d{1,2})?[\s.…]*(?:/|nam)?\s*(?P<year>\d{4})?"
_REFERENCE = re.compile(
    rf"kem theo\s+(?P<type>{_KINDS})\s+(?:so\s*:?\s*)?(?P<number>[\d.…\s]*/\s*[\w-]+)?[,\s]*(?:{_DATE})?"
    r"(?P<rest>[^)]{0,200})"
)
_NUMBER_LINE = re.compile(r"so\s*:\s*(?P<number>[\d.…\s]*/\s*[\w-]+)")
_DATE_LINE = re.compile(rf".{{0,40}},\s*{_DATE}\s*$")
_BODY = re.compile(r"(?:uy ban nhan dan|ubnd)\s+(?:xa|phuong|dac khu|thi tran)\s+(?=\S)")

Reference = tuple[re.Match[str], str, str]


def _reference(free_lines: Sequence[str], title_blocks: Sequence[tuple[str, ...]]) -> Reference | None:
    """'(Kèm theo Quyết định số … ngày … của …)': the match, the text, and what follows 'của'."""
    for lines in (*title_blocks, tuple(line for line in free_lines if line)):
        text = " ".join(" ".join(lines).split())
        match = _REFERENCE.search(fold(text))
        if match:
            return match, text, text[match.start("rest") : match.end("rest")]
    return None


def _document(reference: Reference | None, free_lines: Sequence[str], typed: str | None) -> DocumentRef:
    if reference:
        match, text, _ = reference
        number = text[match.start("number") : match.end("number")] if match["number"] else ""
        return DocumentRef(_TYPE_NAMES.get(match["type"]), _number(number), _date(match))
    kind = _typed_kind(typed) if typed else None
    number_line = next((line for line in free_lines if _NUMBER_LINE.match(fold(line))), None)
    dated = next((found for line in free_lines if (found := _DATE_LINE.match(fold(line)))), None)
    if kind is None and number_line is None:
        return DocumentRef()
    number = number_line.split(":", 1)[1] if number_line else ""
    return DocumentRef(kind, _number(number), _date(dated) if dated else None)


def _typed_kind(title: str) -> str | None:
    folded = fold(title)
    return next((name for words, name in _TYPE_LINES.items() if folded.startswith(words)), None)


_TYPE_NAMES = {
    "ke hoach": "Kế hoạch", "quyet dinh": "Quyết định", "chuong trinh": "Chương trình", "cong van": "Công văn",
    "nghi quyet": "Nghị quyết", "thong bao": "Thông báo", "bao cao": "Báo cáo",
}  # fmt: skip


def _number(text: str) -> str | None:
    """Return '510/QĐ-UBND'; None while the number itself is still blank ('/KH-UBND', '…/KH-UBND')."""
    compact = re.sub(r"[\s.…]", "", text)
    return compact if compact[:1].isdigit() else None


def _date(match: re.Match[str]) -> date | None:
    if not (match["day"] and match["month"] and match["year"]):
        return None
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None


def _issuer(words: str) -> str | None:
    """'của Chủ tịch Ủy ban nhân dân phường X' -> 'Ủy ban nhân dân phường X'; None where the place is not named."""
    match = _BODY.search(fold(words))
    return words[match.start() :].strip(" .,;/") if match else None


def _is_name(words: str) -> bool:
    """Tell whether words are a place's name and nothing more: 'Lai Khê', not 'Lai Khê ban hành Kế hoạch'."""
    return len(words) <= 40 and all(word[:1].isupper() or word[:1].isdigit() for word in words.split())


def _letterhead(lines: Sequence[str]) -> str | None:
    """'ỦY BAN NHÂN DÂN' over 'XÃ X', or both on one line."""
    texts = [line for line in lines if line]
    for line, following in pairwise([*texts, ""]):
        folded = fold(line)
        if (body := _BODY.match(folded)) and _is_name(line[body.end() :]):
            return line
        if re.fullmatch(r"uy ban nhan dan|ubnd", folded) and re.match(r"(?:xa|phuong|dac khu) \S", fold(following)):
            return f"{line} {following}"
    return None
