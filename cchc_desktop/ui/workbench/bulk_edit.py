"""One change of one field in many items at once: replace, add behind, find and replace; plain computation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.text.folding import fold, nfc
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


BULK_FIELDS: tuple[BulkField, ...] = (
    BulkField("lead_words", "Chủ trì"),
    BulkField("coordinating_words", "Phối hợp"),
    BulkField("time_words", "Thời gian", ", "),
    BulkField("product", "Sản phẩm"),
    BulkField("person_in_charge", "Người phụ trách"),
    BulkField("leader", "Lãnh đạo phụ trách"),
    BulkField("funding", "Kinh phí"),
    BulkField("note", "Ghi chú"),
)


@dataclass(frozen=True, slots=True)
class BulkChange:
    """What was asked for: `words` replace a field, are added behind it, or stand in the place of `sought`.

    `any_marks` finds words without regard to capitals and Vietnamese marks.
    """

    field: BulkField
    way: BulkWay
    words: str
    sought: str = ""
    any_marks: bool = False

    def applied(self, before: str) -> str:
        """Return the words of a field after the change."""
        words = typed_words(self.words)
        if self.way is BulkWay.REPLACE:
            return words
        if self.way is BulkWay.APPEND:
            return _appended(before, words, self.field.joint)
        return typed_words(_replaced(before, nfc(self.sought), words, any_marks=self.any_marks))


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
    words = [getattr(item, change.field.name) or "" for item in items]
    return [BulkLine(item, before, change.applied(before)) for item, before in zip(items, words, strict=True)]


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
