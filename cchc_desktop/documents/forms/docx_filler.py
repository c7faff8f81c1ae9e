"""Filling a Word form: words into cells and gaps of its main part; the looks of what stood there are kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from copy import deepcopy
from itertools import chain

from lxml import etree

from cchc_desktop.documents.forms.docx_cells import (
    Piece,
    WordParagraph,
    WordTable,
    body_places,
    cell_paragraphs,
    paragraph_pieces,
)
from cchc_desktop.documents.forms.gaps import LEADER, fill_gaps
from cchc_desktop.documents.forms.package_copy import no_such_cell, parse_whole, part_bytes, require_editable
from cchc_desktop.documents.ooxml import Package
from cchc_desktop.documents.readers.docx_xml import local, w
from cchc_desktop.documents.readers.xml_parser import XmlElement

_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PLACEHOLDER = "PlaceholderText"
"""The grey style of what a content control shows while nobody has filled it in."""
_OF_WHAT_WAS_THERE = frozenset({"ins", "del", "moveFrom", "moveTo", "rPrChange", "vanish"})
_KEPT = frozenset({"pPr", "bookmarkStart", "bookmarkEnd", "permStart", "permEnd"})


def filled_docx(package: Package, words: Mapping[str, str]) -> dict[str, bytes]:
    """Return the main part with words by address, under its name; RefusedFile for an address that it lacks."""
    main = package.main_part()
    require_editable(package.size(main))
    data = package.read(main)
    root = parse_whole(data.replace(_STRICT, _TRANSITIONAL))
    gaps, cells = _sorted(words)
    body = root.find(w("body"))
    for place in body_places(body) if body is not None else ():
        if isinstance(place, WordTable):
            for cell in place.cells:
                _fill_cell(cell.element, cell.address, cells, gaps)
        elif isinstance(place, WordParagraph) and place.address in gaps:
            _fill_gaps(place.element, gaps.pop(place.address))
    for left in chain(cells, gaps):
        raise no_such_cell(left)
    written = part_bytes(root)
    return {main: written.replace(_TRANSITIONAL, _STRICT) if _STRICT in data else written}


def _sorted(words: Mapping[str, str]) -> tuple[dict[str, dict[int, str]], dict[str, str]]:
    """Return the words of gaps by paragraph and number, and those of whole cells by address."""
    gaps: dict[str, dict[int, str]] = defaultdict(dict)
    cells: dict[str, str] = {}
    for address, text in words.items():
        paragraph, _, number = address.rpartition(":")
        if number.isdecimal():
            gaps[paragraph][int(number)] = text
        else:
            cells[address] = text
    return gaps, cells


def _fill_cell(cell: XmlElement, address: str, cells: dict[str, str], gaps: dict[str, dict[int, str]]) -> None:
    paragraphs = list(cell_paragraphs(cell))
    for number, paragraph in enumerate(paragraphs):
        if (own := gaps.pop(f"{address}:p{number}", None)) is not None:
            _fill_gaps(paragraph, own)
    text = cells.pop(address, None)
    if text is not None:
        first = paragraphs[0] if paragraphs else etree.SubElement(cell, w("p"))
        for paragraph in paragraphs[1:]:
            paragraph.getparent().remove(paragraph)
        _write(first, text)


def _write(paragraph: XmlElement, text: str) -> None:
    """Make a text the whole of a paragraph, with the looks of its first run, else of its mark."""
    looks = _looks(paragraph)
    for child in list(paragraph):
        if local(child) not in _KEPT:
            paragraph.remove(child)
    run = etree.SubElement(paragraph, w("r"))
    if looks is not None:
        run.append(looks)
    _put_text(run, text)


def _looks(paragraph: XmlElement) -> XmlElement | None:
    run = next(paragraph.iter(w("r")), None)
    own = run.find(w("rPr")) if run is not None else None
    if own is None:
        properties = paragraph.find(w("pPr"))
        own = properties.find(w("rPr")) if run is None and properties is not None else None
    if own is None:
        return None
    looks = deepcopy(own)
    looks.tag = w("rPr")
    for child in list(looks):
        if local(child) in _OF_WHAT_WAS_THERE or child.get(w("val")) == _PLACEHOLDER:
            looks.remove(child)
    return looks


def _put_text(run: XmlElement, text: str) -> None:
    for number, line in enumerate(text.split("\n")):
        if number:
            etree.SubElement(run, w("br"))
        _set(etree.SubElement(run, w("t")), line)


def _set(element: XmlElement, text: str) -> None:
    element.text = text
    element.set(_SPACE, "preserve")


def _fill_gaps(paragraph: XmlElement, words: Mapping[int, str]) -> None:
    pieces = paragraph_pieces(paragraph)
    texts = fill_gaps([piece.text for piece in pieces], {number: _one_line(text) for number, text in words.items()})
    for piece, text in zip(pieces, texts, strict=True):
        if text != piece.text:
            _change(piece, text)


def _change(piece: Piece, text: str) -> None:
    if piece.text != LEADER:
        _set(piece.element, text)
        return
    before = etree.Element(w("t"))  # the tab stays and draws the rest of its line
    _set(before, text.removesuffix(LEADER))
    piece.element.addprevious(before)


def _one_line(text: str) -> str:
    return " ".join(text.split("\n"))
