"""Text as spreadsheets hold it: never a formula, never cut off, never an illegal sheet name."""

from __future__ import annotations

import re
from collections.abc import Collection

LONGEST_TEXT = 32_767
"""Characters (UTF-16 units) in a cell, by Excel's specifications; openpyxl cuts what is longer without a word."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\n")
_LONGEST_NAME = 31
_NAME_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_ESCAPE_LIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def needs_quote_prefix(text: str) -> bool:
    """Tell whether a program could take the text for a formula when someone edits the cell."""
    return text.startswith(_FORMULA_STARTS)


def escape_xml(text: str) -> str:
    """Return text as XML: its characters escaped, and '_x0041_' too, which Excel would decode (22.9.2.19)."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _ESCAPE_LIKE.sub("_x005F_", escaped) if "_x" in escaped else escaped


def sheet_name(wanted: str, taken: Collection[str]) -> str:
    """Return a legal sheet name that no other sheet has: at most 31 characters, none of those that Excel refuses."""
    clean = " ".join(_NAME_FORBIDDEN.sub(" ", wanted).split()).strip("'") or "Phụ lục"
    used = {name.casefold() for name in taken} | {"history"}
    name, number = clean[:_LONGEST_NAME].strip(" '"), 1
    while name.casefold() in used:
        number += 1
        end = f" ({number})"
        name = clean[: _LONGEST_NAME - len(end)].strip(" '") + end
    return name


def chunks(text: str) -> list[str]:
    """Cut a text into parts that a cell holds, at spaces where there are any; joined by ' ' they are the text."""
    parts = []
    while _units(text) > LONGEST_TEXT:
        limit = LONGEST_TEXT // 2 if any(character > "\uffff" for character in text[:LONGEST_TEXT]) else LONGEST_TEXT
        end = text.rfind(" ", 1, limit + 1)
        parts.append(text[: end if end > 0 else limit])
        text = text[end + 1 :] if end > 0 else text[limit:]
    return [*parts, text]


def _units(text: str) -> int:
    if len(text) * 2 <= LONGEST_TEXT:
        return len(text)
    return len(text) + sum(character > "\uffff" for character in text)
