"""The command palette: commands, plans, tasks, agencies and saved views in one list, ranked for typed words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from types import MappingProxyType

from cchc_desktop.domain.search.index import Hit, SearchDocument, SearchIndex
from cchc_desktop.domain.search.matched_text import WORD
from cchc_desktop.domain.search.scoring import Spans
from cchc_desktop.domain.text.abbreviations import Abbreviations
from cchc_desktop.domain.text.folding import fold, fold_words


class EntryKind(StrEnum):
    """What an entry of the palette leads to."""

    COMMAND = "command"
    VIEW = "view"
    PLAN = "plan"
    AGENCY = "agency"
    ITEM = "item"


EntryKey = tuple[EntryKind, str]
"""Names an entry from one start to the next: its kind and the command's name, or the row's id or uid."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the palette: its words, where it stands ('Tệp', a plan's title), its keys ('Ctrl+I'), its numbers."""

    kind: EntryKind
    id: str
    title: str
    path: str = ""
    keys: str = ""
    numbers: tuple[str, ...] = ()

    @property
    def key(self) -> EntryKey:
        """What names the entry."""
        return self.kind, self.id


@dataclass(frozen=True, slots=True)
class PaletteHit:
    """An entry that was found, what is to be marked in its title, and how well it answers."""

    entry: Entry
    spans: Spans = ()
    score: float = 0.0


_KIND = MappingProxyType({
    EntryKind.COMMAND: 0.2, EntryKind.VIEW: 0.15, EntryKind.PLAN: 0.12, EntryKind.AGENCY: 0.08, EntryKind.ITEM: 0.0,
})  # fmt: skip
"""What a kind adds to the score: a palette is opened for commands first."""
_BEGINS, _RECENT, _INITIALS = 0.35, 0.4, 1.1
_LETTERS = 2  # from which letters are read as initials, and tasks are looked for

ItemEntry = Callable[[int], Entry]
"""Makes the entry of a task that was found, by the task's id."""


class Palette:
    """The entries of one snapshot, kept ready; tasks are found in an index that is there already."""

    def __init__(
        self,
        entries: Iterable[Entry],
        abbreviations: Abbreviations,
        items: SearchIndex[int] | None = None,
        item_entry: ItemEntry | None = None,
    ) -> None:
        self._entries: Mapping[EntryKey, Entry] = {entry.key: entry for entry in entries}
        self._index: SearchIndex[EntryKey] = SearchIndex(map(_document, self._entries.values()), abbreviations)
        self._initials = {key: _initials(entry.title) for key, entry in self._entries.items()}
        self._items = items
        self._item_entry = item_entry

    def search(self, typed: str, recent: Sequence[EntryKey] = (), limit: int = 30) -> list[PaletteHit]:
        """Return the best entries for typed words, best first; without words those used last, then the commands.

        `recent` names the entries used last, the latest first.
        """
        if not typed.strip():
            return self._at_first(recent, limit)
        lately = {key: 1 / (1 + place) for place, key in enumerate(recent)}
        plain = " ".join(fold_words(typed).split())
        found: dict[EntryKey, PaletteHit] = {}
        for hit in (*self._by_initials(typed), *self._by_words(typed, limit)):
            if (known := found.get(hit.entry.key)) is None or known.score < hit.score:
                found[hit.entry.key] = hit
        ranked = [
            PaletteHit(hit.entry, hit.spans, hit.score + _bonus(hit.entry, plain) + _RECENT * lately.get(key, 0.0))
            for key, hit in found.items()
        ]
        ranked.sort(key=lambda hit: (-hit.score, len(hit.entry.title)))
        return ranked[:limit]

    def _at_first(self, recent: Sequence[EntryKey], limit: int) -> list[PaletteHit]:
        used = [self._entries[key] for key in dict.fromkeys(recent) if key in self._entries]
        rest = (entry for key, entry in self._entries.items() if entry.kind is EntryKind.COMMAND and key not in recent)
        return [PaletteHit(entry) for entry in islice((*used, *rest), limit)]

    def _by_words(self, typed: str, limit: int) -> list[PaletteHit]:
        hits = [_hit(self._entries[hit.id], hit) for hit in self._index.search(typed, limit)]
        is_enough = len(typed.strip()) >= _LETTERS or typed.strip().isdigit()
        if is_enough and self._items is not None and self._item_entry is not None:
            hits += [_hit(self._item_entry(hit.id), hit) for hit in self._items.search(typed, limit)]
        return hits

    def _by_initials(self, typed: str) -> list[PaletteHit]:
        """The entries whose words begin with the typed letters ('nkh': Nhập kế hoạch); fewer words left are better."""
        letters = fold(typed.strip())
        if len(letters) < _LETTERS or not letters.isalpha():
            return []
        size = len(letters)
        return [
            PaletteHit(entry, _initial_spans(entry.title, size), _INITIALS * (0.7 + 0.3 * size / len(has)))
            for key, has in self._initials.items()
            if has.startswith(letters) and (entry := self._entries[key])
        ]


def _document(entry: Entry) -> SearchDocument[EntryKey]:
    return SearchDocument(entry.key, entry.title, (entry.path,) if entry.path else (), entry.numbers)


def _hit(entry: Entry, hit: Hit[EntryKey] | Hit[int]) -> PaletteHit:
    return PaletteHit(entry, hit.spans[0], hit.score)


def _bonus(entry: Entry, plain: str) -> float:
    begins = " ".join(fold_words(entry.title).split()).startswith(plain)
    return _KIND[entry.kind] + (_BEGINS if begins and entry.kind is not EntryKind.ITEM else 0.0)


def _initials(title: str) -> str:
    return "".join(word[0] for word in fold_words(title).split())


def _initial_spans(title: str, count: int) -> Spans:
    return tuple((found.start(), found.start() + 1) for found in islice(WORD.finditer(fold(title)), count))
