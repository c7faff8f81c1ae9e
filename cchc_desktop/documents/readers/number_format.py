"""Numbers of a sheet as its reader sees them: number formats (ECMA-376 part 1, 18.8.30-31) with Vietnamese
marks.

A comma for decimals, a full stop for thousands. A full date is written dd/mm/yyyy whatever order its format
has: the file knows the date, and '7/8/2025' in the American order would be read as another day.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

BUILT_IN: dict[int, str] = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    12: "# ?/?", 13: "# ??/??", 14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy h:mm", 37: "#,##0;-#,##0",
    38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00", 45: "mm:ss",
    46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
}  # fmt: skip
"""Built-in formats; 14 and 22 follow the system's language, here Vietnamese."""

_TOKEN = re.compile(r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|[_*].|\[(?P<bracket>[^\]]*)\]|(?P<plain>.)', re.S)
_SECTION = re.compile(r'(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])+|(?<=;)(?=;|$)', re.S)
_NUMBER = re.compile(r"(?P<whole>[#0?,]*)(?:\.(?P<decimals>[0#?]*))?")
_DATE_RUN = re.compile(r"y+|m+|d+|h+|s+", re.I)
_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
_MAX_PLAIN = 1e15
_LAST_SERIAL = 2_958_466


class _Piece(NamedTuple):
    """A stretch of a format: words to show as they are, or codes to fill in."""

    text: str
    literal: bool


def display_number(value: float, code: str, *, epoch_1904: bool = False) -> str:
    """Return a stored number as its format shows it; a format that is not understood reads as General."""
    if not code or "general" in code.lower() or code == "@" or abs(value) >= _MAX_PLAIN:
        return _general(value)
    section, shown = _choose_section(code, value)
    pieces = _pieces(section)
    codes = "".join(piece.text for piece in pieces if not piece.literal)
    if re.search(r"[ymdhs]", codes, re.I):
        return _display_date(value, pieces, codes, epoch_1904) or _general(value)
    return _display_plain(shown, pieces) or _general(value)


def serial_to_datetime(serial: float, *, epoch_1904: bool = False) -> datetime | None:
    """Return the moment of a date serial, None outside the calendar; 1900 was no leap year, Excel counts
    one.
    """
    if not 0 <= serial < _LAST_SERIAL:
        return None
    start_1900 = datetime(1899, 12, 31) if serial < 60 else datetime(1899, 12, 30)
    start = datetime(1904, 1, 1) if epoch_1904 else start_1900
    return start + timedelta(seconds=round(serial * 86_400))


def _general(value: float) -> str:
    if value == int(value) and abs(value) < _MAX_PLAIN:
        return str(int(value))
    return f"{value:.15g}".replace(".", ",").replace("e", "E")


def _choose_section(code: str, value: float) -> tuple[str, float]:
    """Return the format's part for positive, negative or zero values, and the value to show under it."""
    sections = _SECTION.findall(code)
    if value < 0 and len(sections) > 1:
        return sections[1], -value
    if value == 0 and len(sections) > 2:
        return sections[2], value
    return sections[0] if sections else "", value


def _pieces(section: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    for match in _TOKEN.finditer(section):
        literal = match["quoted"] if match["quoted"] is not None else match["escaped"]
        if literal is not None:
            pieces.append(_Piece(literal, True))
        elif match["bracket"] is not None:
            pieces.append(_bracket(match["bracket"]))
        elif match["plain"] is not None:
            pieces.append(_Piece(match["plain"], False))
    return pieces


def _bracket(inside: str) -> _Piece:
    """Read '[$₫-42A]' as its currency sign and '[h]' as an elapsed time; colours and conditions show
    nothing.
    """
    if inside.startswith("$"):
        return _Piece(inside[1:].partition("-")[0], True)
    elapsed = inside.lower() in ("h", "hh", "m", "mm", "s", "ss")
    return _Piece(f"[{inside}]", False) if elapsed else _Piece("", True)


def _display_plain(value: float, pieces: list[_Piece]) -> str:
    """Show a number under '0', '#,##0.0', '0%' with words around; '' when the format is of another kind."""
    slots = [index for index, piece in enumerate(pieces) if not piece.literal and piece.text in "0#?.,"]
    if not slots:
        return ""
    first, last = slots[0], slots[-1]
    core = _NUMBER.fullmatch("".join(piece.text for piece in pieces[first : last + 1]))
    around = pieces[:first] + pieces[last + 1 :]
    outside = "".join(piece.text for piece in around if not piece.literal)
    if core is None or core["whole"].endswith(",") or re.search(r"[^\s%()+\-/:=<>≥≤đ₫$€.]", outside):
        return ""
    number = _digits(value * 100 if "%" in outside else value, core["whole"], core["decimals"] or "")
    before = "".join(piece.text for piece in pieces[:first])
    after = "".join(piece.text for piece in pieces[last + 1 :])
    return (before + number + after).strip()


def _digits(value: float, whole: str, decimals: str) -> str:
    rounded = Decimal(f"{value:.15g}").quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP)
    left, _, right = f"{abs(rounded):f}".partition(".")
    left = left.lstrip("0").rjust(whole.count("0"), "0")
    if "," in whole:
        left = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ".", left)
    while right.endswith("0") and len(right) > decimals.count("0"):
        right = right[:-1]
    sign = "-" if rounded < 0 else ""
    return f"{sign}{left or '0'},{right}" if right else f"{sign}{left or '0'}"


def _display_date(value: float, pieces: list[_Piece], codes: str, epoch_1904: bool) -> str:
    moment = serial_to_datetime(value, epoch_1904=epoch_1904)
    if moment is None or "[" in codes:
        return ""
    has_time = re.search(r"h", codes, re.I) and (moment.hour, moment.minute) != (0, 0)
    time = " %H:%M" if has_time else ""  # midnight is what a plain day has in a format with hours
    if re.search(r"d", codes, re.I) and re.search(r"y", codes, re.I):
        return moment.strftime("%d/%m/") + f"{moment.year:04d}" + moment.strftime(time)
    text = _fill_date(_joined(pieces), moment)
    return text.strip()


def _joined(pieces: list[_Piece]) -> list[_Piece]:
    """Join neighbouring codes, so that 'yyyy' is one piece."""
    joined: list[_Piece] = []
    for piece in pieces:
        if joined and joined[-1].literal == piece.literal:
            joined[-1] = _Piece(joined[-1].text + piece.text, piece.literal)
        else:
            joined.append(piece)
    return joined


def _fill_date(pieces: list[_Piece], moment: datetime) -> str:
    """Fill a partial date or a time: '"Tháng "m/yyyy', 'yyyy', 'h:mm'."""
    hours = any(not piece.literal and re.search("[hs]", piece.text, re.I) for piece in pieces)

    def fill(match: re.Match[str]) -> str:
        run = match.group().lower()
        minutes = run[0] == "m" and hours
        return _date_part("n" if minutes else run[0], len(run), moment)

    return "".join(
        piece.text if piece.literal else _DATE_RUN.sub(fill, re.sub(r"(?i)am/pm|a/p|@", "", piece.text))
        for piece in pieces
    )


def _date_part(kind: str, length: int, moment: datetime) -> str:
    if kind == "d" and length > 2:
        return _WEEKDAYS[moment.weekday()]
    if kind == "y":
        return f"{moment.year:04d}" if length > 2 else f"{moment.year % 100:02d}"
    value = {"d": moment.day, "m": moment.month, "h": moment.hour, "n": moment.minute, "s": moment.second}[kind]
    return f"{value:02d}" if length > 1 else str(value)
