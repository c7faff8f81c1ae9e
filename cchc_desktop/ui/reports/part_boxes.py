"""Which parts a paper has: a box for each that may be left out, or taken in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from cchc_desktop.ui.reports.papers import Part

_LEAST_ROOM = 160
_LETTERS = 34


class PartBoxes(QWidget):
    """`changed` says that a box was ticked or cleared, `renewed` that there are other boxes."""

    changed = Signal()
    renewed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[str, QCheckBox] = {}
        self._parts: tuple[Part, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_parts(self, parts: Sequence[Part], left_out: frozenset[str], added: frozenset[str]) -> None:
        """Show the parts of a paper as they were chosen, without telling anyone."""
        if tuple(parts) != self._parts:
            self._parts = tuple(parts)
            for box in self.boxes.values():
                self._column.removeWidget(box)
                box.hide()
                box.deleteLater()
            self.boxes = {part.key: self._box(part.words) for part in parts}
            self.renewed.emit()
        for part in self._parts:
            box = self.boxes[part.key]
            blocked = box.blockSignals(True)
            box.setChecked(part.key not in left_out if part.is_usual else part.key in added)
            box.blockSignals(blocked)

    def left_out(self) -> frozenset[str]:
        """Return the keys of the usual parts that are left out."""
        return frozenset(part.key for part in self._parts if part.is_usual and not self._is_on(part))

    def added(self) -> frozenset[str]:
        """Return the keys of the parts that are taken in."""
        return frozenset(part.key for part in self._parts if not part.is_usual and self._is_on(part))

    def _is_on(self, part: Part) -> bool:
        return self.boxes[part.key].isChecked()

    def _box(self, words: str) -> QCheckBox:
        shown = sentence_case(words)
        room = max(_LEAST_ROOM, _LETTERS * self.fontMetrics().averageCharWidth())
        short = self.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, room)
        box = QCheckBox(short.replace("&", "&&"), self)
        box.setToolTip(words if short != shown else "")
        box.setAccessibleName(words)
        box.toggled.connect(lambda _: self.changed.emit())
        self._column.addWidget(box)
        return box


def sentence_case(words: str) -> str:
    """Return a heading in capitals as a line of a list: the first letter large, and its Roman number."""
    if not words.isupper():
        return words
    number, dot, rest = words.partition(". ")
    return f"{number}{dot}{rest.capitalize()}" if dot and len(number) <= _LONGEST_NUMBER else words.capitalize()


_LONGEST_NUMBER = 5
