"""Fixed wordings of an administrative document: dates, numbers, ends (Decree 30/2020/NĐ-CP, appendix I, part II)."""

from __future__ import annotations

from datetime import date

BLANK_WIDTH = 8
"""Spaces that a draft leaves for a number or a day that the registry writes in."""

_GLUE = "\N{NO-BREAK SPACE}"
_BLANK = _GLUE * BLANK_WIDTH
_BLANK_DAY = f"ngày{_GLUE}{_BLANK}{_GLUE}tháng"  # on one line: a blank that begins a line is not seen as one
_HIGHEST_PADDED_MONTH = 2
_LOWEST_PLAIN = 10


def padded(number: int) -> str:
    """Return a number as documents write it: numbers below 10 take a zero (clause 3 b)."""
    return f"{number:02}"


def day_words(day: int | None, month: int, year: int) -> str:
    """Return 'ngày 05 tháng 02 năm 2026': days below 10 and months 1 and 2 take a zero (clause 4 b).

    A draft leaves the day blank (None).
    """
    shown = _BLANK_DAY if day is None else f"ngày {padded(day)} tháng"
    return f"{shown} {month_word(month)} năm {year}"


def month_word(month: int) -> str:
    """Return the number of a month; only January and February take a zero."""
    return padded(month) if month <= _HIGHEST_PADDED_MONTH else str(month)


def place_and_date(place: str, day: date | None, around: date | None = None) -> str:
    """Return 'Hoa Sữa, ngày 05 tháng 02 năm 2026'.

    A draft has no day yet: `around` is then a date whose month and year stand beside the blank; without it these
    are blank too.
    """
    known = day or around
    words = (
        day_words(day.day if day else None, known.month, known.year)
        if known
        else f"{_BLANK_DAY}{_GLUE}{_BLANK} năm {_BLANK}"
    )
    return f"{place}, {words}" if place else words.capitalize()


def number_line(number: str | int | None, symbol: str, word: str = "Số:") -> str:
    """Return 'Số: 05/KH-UBND': a number below 10 takes a zero; a draft leaves it blank (None or '').

    A number that was typed with its symbol ('05/KH-UBND') stays as it stands.
    """
    shown = str(number).strip() if number is not None else ""
    if "/" in shown:
        before, slash, after = shown.partition("/")
        return f"{word} {_counted(before)}{slash}{after}"
    return f"{word} {_counted(shown)}/{symbol}" if symbol else f"{word} {_counted(shown)}"


def _counted(number: str) -> str:
    shown = number.strip()
    if not shown:
        return _BLANK
    is_small = shown.isascii() and shown.isdigit() and int(shown) < _LOWEST_PLAIN
    return padded(int(shown)) if is_small else shown


def ended(words: str, mark: str = "./.") -> str:
    """Return the last sentence of a document with the mark that ends it; a stop or a mark that stands is replaced."""
    bare = words.rstrip().removesuffix(mark.strip()).rstrip().rstrip(".;")
    return f"{bare}{mark}" if bare else words


def recipient_lines(names: tuple[str, ...], archive: str, same: str = "") -> tuple[str, ...]:
    """Return the list under 'Nơi nhận:' with a dash before each; the last line is that of the archive and ends '.'.

    `same` is 'Như trên' where the paper names its addressees above; names may come with their dash or stop.
    """
    wanted = ((same,) if same else ()) + names
    lines = [f"- {bare};" for name in wanted if (bare := _bare(name))]
    last = _bare(archive)
    return (*lines, f"- {last}.") if last else tuple(lines)


def _bare(name: str) -> str:
    return name.strip().lstrip("-").strip().rstrip(";.").strip()


def underline_length(text_width: float, share: float) -> float:
    """Return the length of the line under words of a width; `share` is 1 for equal length, 1/3 to 1/2 elsewhere."""
    if not 0 < share <= 1:
        raise ValueError(f"a line is a part of its words, not {share}")
    return text_width * share
