"""How wide the columns are: shared out by weight until someone drags one."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHeaderView

from cchc_desktop.ui.workbench.columns import COLUMNS


class ColumnWidths(QObject):
    """Fills a header's room: every column gets its width, what is left over goes by weight.

    A column that a person drags ends the sharing: widths are theirs from then on.
    """

    def __init__(self, header: QHeaderView) -> None:
        super().__init__(header)
        self._header = header
        self._sharing = False
        self._by_hand = False
        header.sectionResized.connect(self._resized)

    def show(self, used: Collection[int], room: int) -> None:
        """Show these columns in `room` pixels and hide the others."""
        self._sharing = True
        for spec in COLUMNS:
            self._header.setSectionHidden(spec.column, spec.column not in used)
        self._sharing = False
        self.share(room)

    def share(self, room: int) -> None:
        """Fit the columns into `room` pixels; a room too narrow for them is scrolled."""
        if self._by_hand or self._header.count() < len(COLUMNS):
            return
        shown = [spec for spec in COLUMNS if not self._header.isSectionHidden(spec.column)]
        spare = max(0, room - sum(spec.width for spec in shown))
        weights = sum(spec.weight for spec in shown)
        self._sharing = True
        for spec in shown:
            extra = spare * spec.weight // max(1, weights)
            self._header.resizeSection(spec.column, spec.width + extra)
            spare, weights = spare - extra, weights - spec.weight
        self._sharing = False

    def _resized(self, column: int, before: int, after: int) -> None:
        if not self._sharing and before and after:
            self._by_hand = True
