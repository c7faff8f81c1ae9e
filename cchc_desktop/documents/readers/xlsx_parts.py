"""The parts of a workbook that its sheets refer to: list of sheets, shared strings, number formats."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cchc_desktop.documents.ooxml import Package, PartStream, Relation, local_attributes, local_name
from cchc_desktop.documents.readers.cleaning import Cleaned, clean_text
from cchc_desktop.documents.readers.number_format import BUILT_IN
from cchc_desktop.documents.readers.xml_parser import XmlElement, parse_part, stream_part

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """One worksheet of the workbook: its title, its part, and whether it is hidden."""

    title: str
    part: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Workbook:
    """What the sheets of one workbook share; `formats` holds a number format for each cell style."""

    sheets: tuple[SheetEntry, ...]
    epoch_1904: bool
    strings: tuple[Cleaned, ...]
    formats: tuple[str, ...]

    def format_of(self, style: str | None) -> str:
        """Return the number format of a cell's style index, General where it has none."""
        index = int(style) if style else 0
        return self.formats[index] if 0 <= index < len(self.formats) else "General"


def read_workbook(package: Package) -> Workbook:
    """Read the workbook part and what it refers to; worksheets only, no chart or dialog sheets."""
    main = package.main_part()
    root = parse_part(package.read(main))
    relations = package.relations(main)
    return Workbook(
        sheets=_sheets(root, relations),
        epoch_1904=_uses_1904(root),
        strings=_strings(package, relations),
        formats=_formats(package, relations),
    )


def rich_text(element: XmlElement) -> str:
    """Return the text of an `si` or `is` element: its runs joined, phonetic hints left out (18.4.8)."""
    parts: list[str] = []
    for child in element:
        name = local_name(child.tag)
        if name == "t":
            parts.append(child.text or "")
        elif name == "r":
            parts.extend(run.text or "" for run in child if local_name(run.tag) == "t")
    return "".join(parts)


def decode_escapes(text: str) -> str:
    """Resolve '_x000D_' escapes of strings (ECMA-376 part 1, 22.9.2.19)."""
    return _ESCAPE.sub(lambda match: chr(int(match.group(1), 16)), text) if "_x" in text else text


def _sheets(root: XmlElement, relations: dict[str, Relation]) -> tuple[SheetEntry, ...]:
    found = []
    for element in root.iter():
        if local_name(element.tag) == "sheet":
            attributes = local_attributes(element)
            relation = relations.get(attributes.get("id", ""))
            if relation and relation.kind == "worksheet":
                title = clean_text(attributes.get("name", "")).text
                found.append(SheetEntry(title, relation.target, attributes.get("state", "visible") != "visible"))
    return tuple(found)


def _uses_1904(root: XmlElement) -> bool:
    properties = (element for element in root if local_name(element.tag) == "workbookPr")
    return any(element.get("date1904", "0") in ("1", "true") for element in properties)


def _strings(package: Package, relations: dict[str, Relation]) -> tuple[Cleaned, ...]:
    part = _target(relations, "sharedStrings")
    if not part or not package.has(part):
        return ()
    with package.open(part) as stream:
        return _read_strings(stream)


def _read_strings(stream: PartStream) -> tuple[Cleaned, ...]:
    items = (element for event, element in stream_part(stream, "si") if event == "end")
    return tuple(clean_text(decode_escapes(rich_text(element))) for element in items)


def _formats(package: Package, relations: dict[str, Relation]) -> tuple[str, ...]:
    part = _target(relations, "styles")
    if not part or not package.has(part):
        return ()
    root = parse_part(package.read(part))
    custom = {
        int(element.get("numFmtId", "0")): element.get("formatCode", "")
        for element in root.iter()
        if local_name(element.tag) == "numFmt"
    }
    styles = (element for element in root if local_name(element.tag) == "cellXfs")
    ids = [int(xf.get("numFmtId", "0")) for element in styles for xf in element]
    return tuple(custom.get(number) or BUILT_IN.get(number, "General") for number in ids)


def _target(relations: dict[str, Relation], kind: str) -> str:
    return next((relation.target for relation in relations.values() if relation.kind == kind), "")
