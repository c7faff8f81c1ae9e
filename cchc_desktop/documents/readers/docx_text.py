"""The words of a Word paragraph as its reader sees them (ECMA-376 part 1, 17.3, 17.13.5, 17.16).

Inserted text is kept and deleted text left out; of fields the result is kept; text boxes, drawings and
notes are no part of the paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator

from cchc_desktop.documents.readers.docx_xml import local, w
from cchc_desktop.documents.readers.xml_parser import XmlElement

_WRAPPERS = frozenset(
    {"hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo"}
)
_PLAIN = {"tab": " ", "ptab": " ", "cr": "\n", "br": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_SYMBOL_FONT = {
    0x2B: "+", 0x2D: "−", 0x3C: "<", 0x3D: "=", 0x3E: ">", 0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥",
    0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xAE: "→", 0xDE: "⇒",
}  # fmt: skip
_UNKNOWN_SYMBOL = "□"


def paragraph_text(paragraph: XmlElement) -> str:
    """Return the paragraph's words, line breaks as newlines and tabs as spaces."""
    return "".join(_Words().of(paragraph))


class _Words:
    """Walks one paragraph's runs and knows whether it stands in a field's code or in its result."""

    def __init__(self) -> None:
        self._fields: list[bool] = []

    def of(self, parent: XmlElement) -> Iterator[str]:
        for child in parent:
            name = local(child)
            if name == "r":
                yield from self._run(child)
            elif name in _WRAPPERS:
                yield from self.of(child)

    def _run(self, run: XmlElement) -> Iterator[str]:
        for child in run:
            name = local(child)
            if name == "fldChar":
                self._field(child.get(w("fldCharType"), ""))
            elif all(self._fields):
                yield from _content(child, name)

    def _field(self, kind: str) -> None:
        """Keep for each open field whether its result has begun."""
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()


def _content(child: XmlElement, name: str) -> Iterator[str]:
    if name == "t":
        yield child.text or ""
    elif name == "sym":
        yield _symbol(child)
    elif name in _PLAIN:
        yield _PLAIN[name]


def _symbol(element: XmlElement) -> str:
    """Read a character of a symbol font (17.3.3.30): '≥' is often F0B3 of the font Symbol."""
    code = int(element.get(w("char"), "") or "0", 16)
    if element.get(w("font"), "").casefold() == "symbol":
        return _SYMBOL_FONT.get(code & 0xFF, _UNKNOWN_SYMBOL)
    return _UNKNOWN_SYMBOL if 0xF000 <= code <= 0xF0FF or not code else chr(code)
