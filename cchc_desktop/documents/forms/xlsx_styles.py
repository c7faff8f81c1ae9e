"""Cell styles of a workbook that gets words which begin like a formula: the same style with its quote prefix."""

from __future__ import annotations

from copy import deepcopy

from cchc_desktop.documents.forms.package_copy import parse_whole, part_bytes
from cchc_desktop.documents.forms.xlsx_parts import child_named
from cchc_desktop.documents.ooxml import Package
from cchc_desktop.documents.readers.xml_parser import XmlElement

_QUOTED = "quotePrefix"


class QuotedStyles:
    """Adds styles to the styles part when they are first asked for; a part that nobody asked stays as it was.

    With the prefix (18.8.45) Excel keeps the words as words when somebody edits the cell.
    """

    def __init__(self, package: Package) -> None:
        relations = package.relations(package.main_part()).values()
        part = next((one.target for one in relations if one.kind == "styles"), "")
        self._part = part if package.has(part) else ""
        self._package = package
        self._root: XmlElement | None = None
        self._made: dict[int, int] = {}

    def quoted(self, style: int) -> int:
        """Return the number of a style with its quote prefix; the style itself where the workbook has no styles."""
        if not self._part:
            return style
        if style not in self._made:
            self._made[style] = self._add(style)
        return self._made[style]

    def changed(self) -> dict[str, bytes]:
        """Return the styles part under its name where a style was added."""
        return {self._part: part_bytes(self._root)} if self._root is not None and self._is_changed() else {}

    def _add(self, style: int) -> int:
        if self._root is None:
            self._root = parse_whole(self._package.read(self._part))
        listed = child_named(self._root, "cellXfs")
        if listed is None or not 0 <= style < len(listed):
            return style
        found = listed[style]
        if found.get(_QUOTED) in ("1", "true"):
            return style
        other = deepcopy(found)
        other.set(_QUOTED, "1")
        listed.append(other)
        listed.set("count", str(len(listed)))
        return len(listed) - 1

    def _is_changed(self) -> bool:
        return any(style != made for style, made in self._made.items())
