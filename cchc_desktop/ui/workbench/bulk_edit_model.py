"""The Qt model of the preview of a bulk edit: what each item's words are and become."""

from __future__ import annotations

from collections.abc import Sequence

from cchc_desktop.ui.widgets.preview_lines import PreviewLines
from cchc_desktop.ui.words import Words
from cchc_desktop.ui.workbench.bulk_edit import BulkLine
from cchc_desktop.ui.workbench.columns import display_number

_words = Words("BulkEditModel")
_HEADERS = (_words.mark("TT"), _words.mark("Đang ghi"), _words.mark("Sẽ ghi"))


class BulkEditModel(PreviewLines[BulkLine]):
    """Shows an item's number, what stands there and what will stand there."""

    def headers(self) -> Sequence[str]:
        """Return the words of the columns."""
        return [_words(header) for header in _HEADERS]

    def words(self, line: BulkLine, column: int) -> str:
        """Return what a cell shows."""
        if column == 0:
            return display_number(line.item)
        if column == 1:
            return line.before or _words("(để trống)")
        return (line.after or _words("(để trống)")) if line.changes else _words("giữ nguyên")

    def tip(self, line: BulkLine, column: int) -> str:
        """Return the words of a cell's tooltip: beside the number stands the item's content."""
        return line.item.content if column == 0 else self.words(line, column)
