"""Words looked for in the change log: among the texts that a person can read, never among keys, ids or codes.

The log keeps images as JSON. A pattern goes over that text first, and lets no hit slip: what folds to a letter is that
letter, in either case, or no ASCII character. Only an image with a hit is read, and its texts folded.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, select

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.text.folding import fold
from cchc_desktop.storage.change_log import NOTE
from cchc_desktop.storage.column_types import IsoDate, JsonText, NfcText, to_json
from cchc_desktop.storage.image_store import TABLES
from cchc_desktop.storage.parts import chunks, part_names
from cchc_desktop.storage.tables import change

_WORDS_INSIDE = ("words", "title_block", "columns", "header", "group")
"""Keys within JSON values that lead to words: an agency link's, and those of the appendix as it is printed."""
_DAY = re.compile(r"\d{1,4}(?:/\d{1,4}){1,2}")
_NOT_A_KEY = '(?![a-z_]*":)'
"""A key of the JSON ends in quotes and a colon; within a value the quotes would be escaped."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a search: the folded forms under which a text may hold it, and the pattern for JSON of such texts."""

    forms: tuple[str, ...]
    pattern: re.Pattern[str]

    @classmethod
    def from_folded(cls, word: str) -> Word:
        """Make what finds a folded word; a day ('01/07/2025', '7/2025') is found where it stands as a date too."""
        forms = [word]
        if _DAY.fullmatch(word):
            forms.append("-".join(part.zfill(2) for part in reversed(word.split("/"))))
        patterns = ("".join(map(_character, form)) for form in forms)
        return cls(tuple(forms), re.compile(f"(?:{'|'.join(patterns)}){_NOT_A_KEY}"))

    def is_in(self, folded: str) -> bool:
        """Tell whether a folded text holds the word."""
        return any(form in folded for form in self.forms)

    def is_in_image(self, kind: EntityKind, text: str | None) -> bool:
        """Tell whether an image, as the log keeps it, has the word in a text that a person can read."""
        if text is None or self.pattern.search(text) is None:
            return False
        return self.is_in(fold("\n".join(readable_texts(kind, json.loads(text)))))


def words_of(text: str) -> list[Word]:
    """Return the words of what a person typed."""
    return [Word.from_folded(word) for word in fold(text).split()]


def readable_texts(kind: EntityKind, image: Mapping[str, Any]) -> Iterator[str]:
    """Yield the texts of an image that a person can read; dates as they are stored (2025-07-01)."""
    readable = _READABLE[kind]
    for name, value in image.items():
        if name in readable:
            yield from _texts(value)


def with_all_words(connection: Connection, lacking: Mapping[int, Sequence[Word]]) -> set[int]:
    """Return those of some operations whose changes hold all the words that each of them still lacks."""
    open_words = {id_: list(words) for id_, words in lacking.items() if words}
    for some in chunks(list(open_words)):
        for id_, kind, images in _images(connection, some):
            words = open_words[id_]
            if words:
                words[:] = [word for word in words if not any(word.is_in_image(kind, text) for text in images)]
    return {id_ for id_ in lacking if not open_words.get(id_)}


def _images(
    connection: Connection, operation_ids: Sequence[int]
) -> Iterator[tuple[int, EntityKind, tuple[str | None, str | None]]]:
    """Yield operation, kind and both images of each change, as JSON text; read one by one, for there may be many."""
    kinds = {kind.value: kind for kind in EntityKind}
    query = select(change.c.operation_id, change.c.entity, change.c.before, change.c.after).where(
        change.c.operation_id.in_(operation_ids), change.c.entity != NOTE
    )
    with connection.execute(query) as result:
        for id_, entity, before, after in iter(result.cursor.fetchone, None):
            yield id_, kinds[entity], (before, after)


def _character(folded: str) -> str:
    """Return a pattern for every character that folds to this one, as JSON writes it; it may match more."""
    if not folded.isascii():
        return "[^\x00-\x7f]"
    escaped = to_json(folded)[1:-1]
    if len(escaped) > 1:
        return re.escape(escaped)
    return f"[{re.escape(folded)}{re.escape(folded.upper())}\x80-\U0010ffff]"


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, dict):
        for name in _WORDS_INSIDE:
            yield from _texts(value.get(name))


def _names(kind: EntityKind, table: Table) -> frozenset[str]:
    columns = (column.name for column in table.c if isinstance(column.type, NfcText | IsoDate | JsonText))
    return frozenset(columns) | part_names(kind)


_READABLE = {kind: _names(kind, table) for kind, table in TABLES.items()}
