"""The one XML parser of the readers: lxml, told to open and expand nothing and to keep its bounds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from cchc_desktop.documents.ooxml import DAMAGED, PartStream
from cchc_desktop.domain.errors import RefusedFile

XmlElement = Any
"""An lxml element; lxml ships no types."""

_SAFE = {
    "resolve_entities": False,
    "load_dtd": False,
    "no_network": True,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}


def parse_part(data: bytes) -> XmlElement:
    """Return the root of a whole part; `RefusedFile` if it declares a document type."""
    root = etree.fromstring(data, etree.XMLParser(**_SAFE))
    if root.getroottree().docinfo.internalDTD is not None:
        raise RefusedFile(DAMAGED)
    return root


def stream_part(stream: PartStream, *names: str) -> Iterator[tuple[str, XmlElement]]:
    """Yield ('start' or 'end', element) for elements of these local names, and drop each after its end.

    At 'start' only the attributes are there; no element may be kept beyond its turn.
    """
    tags = [f"{{*}}{name}" for name in names]
    for event, element in etree.iterparse(stream, events=("start", "end"), tag=tags, **_SAFE):
        yield event, element
        if event == "end":
            _drop(element)


def _drop(element: XmlElement) -> None:
    """Free an element and the siblings before it: a sheet never stands in memory as a whole."""
    element.clear(keep_tail=True)
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
