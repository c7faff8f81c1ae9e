"""Numbers that Word computes for list paragraphs (ECMA-376 part 1, 17.9), as text.

The number column of real appendices is often an automatic list: its cells hold no text at all. The counters
move on with every list paragraph, so each paragraph must be asked for its label exactly once, in document
order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from cchc_desktop.documents.readers.docx_xml import child_value, number_value, w
from cchc_desktop.documents.readers.xml_parser import XmlElement

_PLACEHOLDER = re.compile(r"%([1-9])")
_KEPT_BULLETS = frozenset("-–—+*")
_MAX_STYLE_DEPTH = 20
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how its number is written and when its counter restarts (17.9.6)."""

    start: int = 1
    kind: str = "decimal"
    text: str = ""
    legal: bool = False
    restart_after: int | None = None
    style: str = ""


@dataclass(slots=True)
class _AbstractList:
    """A list definition with its running counters; all lists that refer to it count on together."""

    levels: dict[int, Level]
    counters: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class _List:
    """A list instance: its definition, the levels it redefines, and the starts it still has to apply
    (17.9.26).
    """

    definition: _AbstractList
    overrides: dict[int, Level]
    pending_starts: dict[int, int]

    def level(self, index: int) -> Level:
        return self.overrides.get(index) or self.definition.levels.get(index) or Level(text=f"%{index + 1}.")


@dataclass(frozen=True, slots=True)
class _Style:
    """What a paragraph style says about numbering."""

    based_on: str
    list_id: int | None
    level: int | None


class ListNumbers:
    """Hands out the labels of list paragraphs; ask for each paragraph once, in the order of the document."""

    def __init__(self, numbering: XmlElement | None, styles: XmlElement | None) -> None:
        self._styles, self._default_style = _read_styles(styles)
        self._lists = _read_lists(numbering, self._styles)

    def label(self, paragraph: XmlElement) -> str:
        """Return '1.', 'a)', 'II', '-' or '' for a paragraph that belongs to no list."""
        list_id, level = self._membership(paragraph)
        found = self._lists.get(list_id or 0)
        if found is None:
            return ""
        _count(found, level)
        return _write_label(found, level)

    def _membership(self, paragraph: XmlElement) -> tuple[int | None, int]:
        """Return the list and level of a paragraph: its own, else those of its style (17.9.18)."""
        properties = paragraph.find(w("pPr"))
        direct = properties.find(w("numPr")) if properties is not None else None
        style = (child_value(properties, "pStyle") if properties is not None else "") or self._default_style
        style_list, style_level = self._from_style(style)
        if direct is None:
            return style_list, style_level
        own_list = number_value(direct, "numId")
        own_level = number_value(direct, "ilvl")
        return (
            style_list if own_list is None else own_list,
            _bounded(style_level if own_level is None else own_level),
        )

    def _from_style(self, style: str) -> tuple[int | None, int]:
        name, level = style, None
        for _ in range(_MAX_STYLE_DEPTH):
            found = self._styles.get(name)
            if found is None:
                break
            level = found.level if level is None else level
            if found.list_id is not None:
                return found.list_id, self._style_level(found.list_id, name, level)
            name = found.based_on
        return None, 0

    def _style_level(self, list_id: int, style: str, level: int | None) -> int:
        """Return the level that names the style as its own, else the level that the style gives."""
        if list_id in self._lists:
            levels = self._lists[list_id].definition.levels
            tied = next((index for index, found in levels.items() if found.style == style), None)
            if tied is not None:
                return tied
        return _bounded(level or 0)


def _bounded(level: int) -> int:
    return min(max(level, 0), _LEVELS - 1)


def _count(found: _List, level: int) -> None:
    """Move the level's counter on, and restart the counters below it."""
    counters = found.definition.counters
    if level in found.pending_starts:
        counters[level] = found.pending_starts.pop(level) - 1
    counters[level] = counters.get(level, found.level(level).start - 1) + 1
    for below in [index for index in counters if index > level]:
        limit = found.level(below).restart_after
        if limit is None or level < limit:
            del counters[below]


def _write_label(found: _List, level: int) -> str:
    shape = found.level(level)
    if shape.kind == "bullet":
        return shape.text if shape.text in _KEPT_BULLETS else "-"
    if shape.kind == "none":
        return _PLACEHOLDER.sub("", shape.text).strip()
    counters = found.definition.counters

    def fill(match: re.Match[str]) -> str:
        index = int(match.group(1)) - 1
        other = found.level(index)
        kind = "decimal" if shape.legal else other.kind
        return _FORMATS.get(kind, str)(counters.get(index, other.start))

    return _PLACEHOLDER.sub(fill, shape.text).strip()


def _letters(number: int) -> str:
    """Return a…z, aa, bb…: Word repeats the letter."""
    if number < 1:
        return ""
    return chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 100)


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    signs = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
             (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
    written = ""
    for value, sign in signs:
        count, number = divmod(number, value)
        written += sign * count
    return written


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "none": lambda number: "",
}


def _read_styles(root: XmlElement | None) -> tuple[dict[str, _Style], str]:
    """Return the paragraph and numbering styles by id, and the default paragraph style's id."""
    styles: dict[str, _Style] = {}
    default = ""
    for element in root.iterchildren(w("style")) if root is not None else ():
        name = element.get(w("styleId"), "")
        numbering = element.find(f"{w('pPr')}/{w('numPr')}")
        list_id = number_value(numbering, "numId") if numbering is not None else None
        level = number_value(numbering, "ilvl") if numbering is not None else None
        styles[name] = _Style(child_value(element, "basedOn"), list_id, level)
        if element.get(w("type")) == "paragraph" and element.get(w("default")) in ("1", "true", "on"):
            default = name
    return styles, default


def _read_lists(root: XmlElement | None, styles: dict[str, _Style]) -> dict[int, _List]:
    if root is None:
        return {}
    numbered = ((_attribute(e, "abstractNumId"), e) for e in root.iterchildren(w("abstractNum")))
    elements = {number: element for number, element in numbered if number is not None}
    instances = [e for e in root.iterchildren(w("num")) if _attribute(e, "numId") is not None]
    definition_of = {_attribute(e, "numId"): number_value(e, "abstractNumId") for e in instances}
    definitions: dict[int, _AbstractList] = {}
    lists: dict[int, _List] = {}
    for element in instances:
        source = _resolve_link(number_value(element, "abstractNumId"), elements, definition_of, styles)
        if source is not None:
            definition = definitions.setdefault(source, _AbstractList(_levels(elements[source])))
            lists[_attribute(element, "numId") or 0] = _instance(element, definition)
    return lists


def _resolve_link(
    source: int | None,
    elements: dict[int, XmlElement],
    definition_of: dict[int | None, int | None],
    styles: dict[str, _Style],
) -> int | None:
    """Follow a definition that only names a numbering style (17.9.21) to the one that has the levels."""
    for _ in range(_MAX_STYLE_DEPTH):
        if source is None or source not in elements:
            return None
        link = child_value(elements[source], "numStyleLink")
        style = styles.get(link)
        target = definition_of.get(style.list_id) if style else None
        if target is None or target == source:
            return source
        source = target
    return source


def _instance(element: XmlElement, definition: _AbstractList) -> _List:
    overrides: dict[int, Level] = {}
    starts: dict[int, int] = {}
    for override in element.iterchildren(w("lvlOverride")):
        index = _attribute(override, "ilvl") or 0
        start = number_value(override, "startOverride")
        if start is not None:
            starts[index] = start
        overrides.update(_levels(override))
    return _List(definition, overrides, starts)


def _levels(parent: XmlElement) -> dict[int, Level]:
    elements: Iterable[XmlElement] = parent.iterchildren(w("lvl"))
    return {_attribute(element, "ilvl") or 0: _level(element) for element in elements}


def _level(element: XmlElement) -> Level:
    start = number_value(element, "start")
    legal = element.find(w("isLgl"))
    return Level(
        start=1 if start is None else start,
        kind=child_value(element, "numFmt") or "decimal",
        text=child_value(element, "lvlText"),
        legal=legal is not None and legal.get(w("val"), "1") not in ("0", "false", "off"),
        restart_after=number_value(element, "lvlRestart"),
        style=child_value(element, "pStyle"),
    )


def _attribute(element: XmlElement, name: str) -> int | None:
    text = element.get(w(name), "")
    return int(text) if re.fullmatch(r"-?\d{1,9}", text) else None
