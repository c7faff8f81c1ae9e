"""Dates and numbers as sheets store them (ISO/IEC 29500-1, 18.17.4.1 and 18.8.30): the number, and how it is shown."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from cchc_desktop.documents.model import CellValue

_EPOCH = date(1899, 12, 30)
_FIRST_SOUND = date(1900, 3, 1)  # Excel counts a 29 February 1900 before it
_DATE_FORMAT = "dd/mm/yyyy"
_MOST_DIGITS = 15  # that Excel keeps of a number


class StoredValue(NamedTuple):
    """The words of the XML value and the number format."""

    text: str
    number_format: str


def stored_value(value: CellValue, shown: str) -> StoredValue | None:
    """Return how a sheet stores a value that paper shows as `shown`; None where only the text can say it."""
    if isinstance(value, date):
        return StoredValue(str((value - _EPOCH).days), _DATE_FORMAT) if value >= _FIRST_SOUND else None
    number = Decimal(value)
    if not number.is_finite() or len(number.as_tuple().digits) > _MOST_DIGITS or abs(number) >= 10**_MOST_DIGITS:
        return None
    return StoredValue(f"{number:f}", _number_format(number, shown))


def _number_format(number: Decimal, shown: str) -> str:
    exponent = number.as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    whole = "#,##0" if _is_grouped(shown) else "0" * _padding(shown)
    fraction = f".{'0' * decimals}" if decimals else ""
    return whole + fraction + ('"%"' if shown.rstrip().endswith("%") else "")


def _is_grouped(shown: str) -> bool:
    return "." in shown


def _padding(shown: str) -> int:
    """Return how many digits stand at least: '05' is shown as it is printed."""
    digits = shown.strip().partition(",")[0].rstrip(" %")
    return len(digits) if digits.isdigit() and digits.startswith("0") else 1
