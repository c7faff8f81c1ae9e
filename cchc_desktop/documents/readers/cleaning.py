"""Text of foreign files on its way in: NFC, one kind of line end, no control characters."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


class Cleaned(NamedTuple):
    """A clean text, and whether characters had to be removed from it."""

    text: str
    removed: bool


def clean_text(text: str) -> Cleaned:
    """Return the text in NFC with line feeds, tabs as spaces, without control characters; words stay as they
    are.
    """
    lines = _LINE_END.sub("\n", text).replace("\t", " ")
    kept = _FORBIDDEN.sub("", lines)
    return Cleaned(unicodedata.normalize("NFC", kept), len(kept) != len(lines))
