"""The document by which the words of an issued plan are changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cchc_desktop.domain.text.folding import nfc


@dataclass(frozen=True, slots=True)
class Amendment:
    """The amending document in one line of plain text; `keep` uses it for the changes that follow in this session."""

    words: str
    keep: bool = False


def amendment_words(kind: str, number: str, day: date) -> str:
    """Return 'Quyết định số 612/QĐ-UBND ngày 05/9/2025'; days and months as Decree 30/2020/NĐ-CP writes them."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return nfc(f"{kind.strip()} số {number.strip()} ngày {day.day:02}/{month}/{day.year}")
