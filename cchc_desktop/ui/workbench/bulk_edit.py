"""One change of one field in many items at once: replace, add behind, find and replace; plain computation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.text.folding import fold, nfc
from cchc_desktop.ui.words import Words
from cchc_desktop.ui.workbench.filling import Edits, typed_words


class BulkWay(StrEnum):
    """What is done to a field."""

    REPLACE = "replace"
    APPEND = "append"
    FIND = "find"


@dataclass(frozen=True, slots=True)
class BulkField:
    """A field that can be changed in many items; `joint` stands between its words and what is added behind them."""

    name: str
    words: str
    joint: str = "; "


bulk_words = Words("BulkFields")
"""Returns the words of the fields below in the language of the window."""
BULK_FIELDS: tuple[BulkField, ...] = (
    BulkField("lead_words", bulk_words.mark("Chủ trì")),
    BulkField("coordinating_words", bulk_words.mark("Phối hợp")),
    BulkField("time_words", bulk_words.mark("Thời gian"), ", "),
    BulkField("product", bulk_words.mark("Sản phẩm")),
    BulkField("person_in_charge", bulk_words.mark("Người phụ trách")),
    BulkField("leader", bulk_words.mark("Lãnh đạo phụ trách")),
    BulkField("funding", bulk_words.mark("Kinh phí")),
    BulkField("note", bulk_words.mark("Ghi chú")),
)


@dataclass(frozen=True, slots=True)
class BulkChange:
    """What was asked for: `words` replace a field, are added behind it, or stand in the place of `sought`.

    `any_marks` finds words without regard to capitals and Vietnamese marks. A field is emptied by `clears` alone:
    nothing typed leaves it as it is.
    """

    field: BulkField
    way: BulkWay
    words: str
    sought: str = ""
    any_marks: bool = False
    clears: bool = False

    def applied(self, before: str) -> str:
        """Return the words of a field after the change."""
        return self.applier()(before)

    def applier(self) -> Callable[[str], str]:
        """Return what gives the words of a field after the change, for many fields alike."""
        words, sought = typed_words(self.words), nfc(self.sought)
        if self.clears:
            return lambda before: ""
        if self.way is BulkWay.REPLACE:
            return lambda before: words or before.strip()
        if self.way is BulkWay.APPEND:
            return lambda before: _appended(before, words, self.field.joint)
        return lambda before: typed_words(_replaced(before, sought, words, any_marks=self.any_marks))


@dataclass(frozen=True, slots=True)
class BulkLine:
    """What happens to one item."""

    item: WorkItem
    before: str
    after: str

    @property
    def changes(self) -> bool:
        """Tell whether the words become others."""
        return self.before.strip() != self.after


def preview(items: Sequence[WorkItem], change: BulkChange) -> list[BulkLine]:
    """Return old and new words of every item, in its order."""
    return list(preview_lines(items, change))


def preview_lines(items: Sequence[WorkItem], change: BulkChange) -> Iterator[BulkLine]:
    """Yield the lines of `preview`, for looking at very many items little by little."""
    applied = change.applier()
    for item in items:
        before = getattr(item, change.field.name) or ""
        yield BulkLine(item, before, applied(before))


def edits_of(lines: Sequence[BulkLine], field: BulkField) -> Edits:
    """Return the change as a request: the items whose words become others."""
    return {line.item.id: {field.name: line.after} for line in lines if line.changes}


def _appended(before: str, words: str, joint: str) -> str:
    before = before.strip()
    if not before or not words:
        return before or words
    return f"{before.rstrip(joint.strip())}{joint}{words}"


def _replaced(before: str, sought: str, words: str, *, any_marks: bool) -> str:
    """Replace every occurrence; folded text is as long as NFC text, so that places agree."""
    if not sought:
        return before
    before = nfc(before)
    text, pattern = (fold(before), fold(sought)) if any_marks else (before, sought)
    parts: list[str] = []
    end = 0
    for match in re.finditer(re.escape(pattern), text):
        parts += before[end : match.start()], words
        end = match.end()
    return "".join(parts) + before[end:]
