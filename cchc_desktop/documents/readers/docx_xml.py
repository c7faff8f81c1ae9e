"""WordprocessingML: names, values and switches of its elements.

The readers work on the XML itself rather than through python-docx, which unpacks every part of a package into
memory, pictures included.
"""

from __future__ import annotations

import re

from cchc_desktop.documents.readers.xml_parser import XmlElement, parse_part

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"


def w(name: str) -> str:
    """Return a WordprocessingML name with its namespace."""
    return f"{{{_MAIN}}}{name}"


def parse_word_part(data: bytes) -> XmlElement:
    """Return the root of a part, a strict file's names brought to the transitional namespace."""
    return parse_part(data.replace(_STRICT, _MAIN.encode()))


def local(element: XmlElement) -> str:
    """Return an element's WordprocessingML name, '' for other namespaces, comments and instructions."""
    tag = element.tag
    if not isinstance(tag, str) or not tag.startswith(f"{{{_MAIN}}}"):
        return ""
    return tag.rpartition("}")[2]


def child_value(element: XmlElement, name: str) -> str:
    """Return the w:val of a child, '' when there is none."""
    child = element.find(w(name))
    return child.get(w("val"), "") if child is not None else ""


def number_value(element: XmlElement, name: str) -> int | None:
    """Return the w:val of a child as a number, None when there is none."""
    text = child_value(element, name)
    return int(text) if re.fullmatch(r"-?\d{1,9}", text) else None


def is_on(element: XmlElement, name: str) -> bool:
    """Tell whether a child switches something on (17.17.4: present without a value means on)."""
    child = element.find(w(name))
    return child is not None and child.get(w("val"), "1") not in ("0", "false", "off", "none")
