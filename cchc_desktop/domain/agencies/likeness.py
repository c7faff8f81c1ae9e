"""Agencies that are probably one: groups that one decision merges, each with its reason in words.

A false suggestion costs more than a missed one. Names meet only by exact keys (the same words, the same words
shortened, the same without accents, all but one misspelt word); what could mean two agencies is not suggested.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from hashlib import sha256
from itertools import combinations, product

from cchc_desktop.domain.agencies.agency import Agency
from cchc_desktop.domain.agencies.clusters import Clusters
from cchc_desktop.domain.agencies.merging import living, overlap
from cchc_desktop.domain.agencies.names import AgencyKind, AgencyPreset, match_key
from cchc_desktop.domain.agencies.spelling import (
    Spelling,
    differences,
    different_word,
    is_repeated,
    is_syllable,
    read_spelling,
    shortens,
)
from cchc_desktop.domain.text.folding import accent_words, fold_word


class Strength(IntEnum):
    """How sure it is that a group is one agency."""

    POSSIBLE = 1
    LIKELY = 2
    CERTAIN = 3


STRENGTH_NAMES: Mapping[Strength, str] = {
    Strength.CERTAIN: "Chắc chắn",
    Strength.LIKELY: "Rất giống",
    Strength.POSSIBLE: "Có thể",
}


@dataclass(frozen=True, slots=True)
class LikeAgency:
    """An agency that would become an alias of the one kept, and why."""

    agency: Agency
    reason: str


@dataclass(frozen=True, slots=True)
class DuplicateGroup:
    """Agencies that are probably one: one decision merges `others` into `keep`, whose name is proposed."""

    keep: Agency
    others: tuple[LikeAgency, ...]
    strength: Strength

    @property
    def ids(self) -> tuple[int, ...]:
        """The ids of all, the one that is kept first."""
        return (self.keep.id, *(like.agency.id for like in self.others))


def pair_key(one: Agency, other: Agency) -> str:
    """Return the key that names two agencies for ever, whichever way round; it holds no words."""
    return sha256(":".join(sorted((one.uid, other.uid))).encode()).hexdigest()[:16]


def likely_duplicates(
    agencies: Iterable[Agency],
    *,
    uses: Mapping[int, int] | None = None,
    presets: Sequence[AgencyPreset] = (),
    own_place: str = "",
    apart: Collection[str] = frozenset(),
) -> tuple[DuplicateGroup, ...]:
    """Return groups of agencies that are probably one, the surest first.

    `uses` (by id) help to choose the name that is kept; `presets` know well-spelt words and other names;
    `own_place` is the office's own ('xã Hoa Mai'); `apart` are the pair keys that a person has told apart.
    """
    finder = _Finder(living(agencies), uses or {}, presets, accent_words(own_place), apart)
    finder.link()
    groups = [*finder.groups(), *finder.possible_groups()]
    return tuple(sorted(groups, key=lambda group: (-group.strength, -len(group.others), group.keep.id)))


class _Finder:
    """Finds the groups among some agencies; exists for one call of `likely_duplicates`."""

    def __init__(
        self,
        agencies: Sequence[Agency],
        uses: Mapping[int, int],
        presets: Sequence[AgencyPreset],
        own_place: Sequence[str],
        apart: Collection[str],
    ) -> None:
        self._agencies = agencies
        self._uses = uses
        self._apart = apart
        self._read = {agency.id: read_spelling(agency.name, own_place) for agency in agencies}
        self._clusters = Clusters(agencies, self._clash)
        self._possible: list[tuple[int, int]] = []
        self._notes: dict[tuple[int, int], str] = {}
        self._known = {word for preset in presets for name in preset.spellings for word in accent_words(name)}
        self._preset_of = {match_key(name): preset for preset in presets for name in preset.spellings}
        self._preset_names = {preset.name for preset in presets}
        self._preset_words = {read_spelling(preset.name).words for preset in presets}
        self._by_id = {agency.id: agency for agency in agencies}

    # --- links, from the surest to the weakest

    def link(self) -> None:
        """Join what is alike, from the surest to the weakest."""
        self._link_same(lambda agency: match_key(agency.name))
        self._link_same(lambda agency: self._read[agency.id].words)
        self._link_aliases()
        self._link_misspelt()
        self._link_unaccented()
        self._link_shortened()
        self._link_titles()
        self._link_presets()

    def _link_same(self, key: Callable[[Agency], Hashable]) -> None:
        for alike in _buckets(self._agencies, key):
            for agency in alike[1:]:
                if agency.kind is alike[0].kind:
                    self._clusters.join(alike[0].id, agency.id, Strength.CERTAIN)
                else:
                    self._maybe(alike[0], agency, "Cùng tên, khác loại cơ quan")

    def _link_aliases(self) -> None:
        """Join an agency with the one that has its name as an alias; the seed's aliases come later, as possible."""
        owners: dict[str, set[int]] = defaultdict(set)
        for agency in self._agencies:
            preset = self._preset_of.get(match_key(agency.name))
            for alias in map(match_key, filter(None, (agency.short_name, *agency.aliases))):
                if preset is None or self._preset_of.get(alias) is not preset:
                    owners[alias].add(agency.id)
        for agency in self._agencies:
            found = owners.get(match_key(agency.name), set()) - {agency.id}
            for id_ in self._one_cluster(found):
                self._note(self._by_id[id_], agency, "Đã ghi là tên gọi khác của “{}”", "Có tên gọi khác là “{}”")
                self._clusters.join(id_, agency.id, Strength.LIKELY)

    def _link_shortened(self) -> None:
        for alike in _buckets(self._agencies, lambda agency: self._read[agency.id].initials):
            for agency in sorted(alike, key=lambda agency: self._read[agency.id].shortness):
                spelling = self._read[agency.id]
                fuller = [
                    other.id
                    for other in alike
                    if self._read[other.id].shortness < spelling.shortness
                    and other.kind is agency.kind
                    and shortens(spelling, self._read[other.id])
                ]
                for id_ in self._one_cluster(fuller):
                    self._join_unless_named(id_, agency)

    def _link_unaccented(self) -> None:
        for alike in _buckets(self._agencies, lambda agency: self._read[agency.id].folded):
            accented = [agency.id for agency in alike if not self._read[agency.id].is_plain]
            plain = [agency for agency in alike if self._read[agency.id].is_plain]
            for id_, agency in product(self._one_cluster(accented), plain):
                self._join_unless_named(id_, agency)

    def _join_unless_named(self, id_: int, agency: Agency) -> None:
        """Join two that are likely one; where a name of its own is in it (a village, a school), only ask."""
        spelling = self._read[id_]
        if spelling.named_from == len(spelling.words):
            self._clusters.join(id_, agency.id, Strength.LIKELY)
        elif self._clusters.root(id_) != self._clusters.root(agency.id):
            self._possible.append((id_, agency.id))

    def _link_misspelt(self) -> None:
        targets: dict[int, set[int]] = defaultdict(set)
        for one, other in self._one_word_apart():
            place = different_word(self._read[one.id], self._read[other.id])
            if place is None or one.kind is not other.kind:
                continue
            wrong = self._misspelt(one, other, place)
            if wrong is not None:
                targets[wrong.id].add(one.id if wrong is other else other.id)
        for id_, meant in targets.items():
            for target in self._one_cluster(meant):
                self._clusters.join(target, id_, Strength.LIKELY)

    def _one_word_apart(self) -> Iterator[tuple[Agency, Agency]]:
        """Yield pairs that agree in all words but one; one agency of each cluster's spelling stands for it."""
        kinds = {self._read[agency.id].words: agency for agency in reversed(self._agencies)}
        holes: dict[Hashable, list[Agency]] = defaultdict(list)
        for words, agency in kinds.items():
            for place in range(min(len(words), self._read[agency.id].named_from)):
                if not self._read[agency.id].short[place]:
                    holes[(place, words[:place], words[place + 1 :])].append(agency)
        for alike in holes.values():
            yield from combinations(alike, 2)

    def _misspelt(self, one: Agency, other: Agency, place: int) -> Agency | None:
        """Return which of two agencies has a word that no known name has and that is a slip for a known one."""
        left, right = self._read[one.id].words[place], self._read[other.id].words[place]
        is_left_known, is_right_known = left in self._known, right in self._known
        wrong, meant = (right, left) if is_left_known else (left, right)
        if is_left_known == is_right_known or not _is_slip(wrong, meant):
            return None
        return other if is_left_known else one

    def _link_titles(self) -> None:
        posts = [agency for agency in self._agencies if agency.kind is AgencyKind.POSITION]
        for alike in _buckets(posts, lambda agency: _without_title(self._read[agency.id].words)):
            for one, other in combinations(alike, 2):
                if self._clusters.root(one.id) != self._clusters.root(other.id):
                    self._maybe(one, other, "Cùng tên, khác chức danh")

    def _link_presets(self) -> None:
        known = [agency for agency in self._agencies if match_key(agency.name) in self._preset_of]
        for alike in _buckets(known, lambda agency: self._preset_of[match_key(agency.name)].name):
            for one, other in combinations(alike, 2):
                is_apart = self._clusters.root(one.id) != self._clusters.root(other.id)
                if is_apart and one.kind is other.kind and _level(self._read[one.id]) == _level(self._read[other.id]):
                    self._maybe(one, other, "Tên gọi khác của “{}” theo danh mục cơ quan")

    def _one_cluster(self, ids: Iterable[int]) -> Sequence[int]:
        """Return an id of the only cluster that ids name; none where they name several: then nobody can tell."""
        roots = {self._clusters.root(id_) for id_ in ids}
        return tuple(roots) if len(roots) == 1 else ()

    def _maybe(self, one: Agency, other: Agency, reason: str) -> None:
        self._note(one, other, reason)
        self._possible.append((one.id, other.id))

    def _note(self, one: Agency, other: Agency, reason: str, reverse: str | None = None) -> None:
        """Remember why `other` is like `one`, and the reverse; '{}' stands for the name of the other one."""
        self._notes[one.id, other.id] = reason.format(one.name)
        self._notes[other.id, one.id] = (reverse or reason).format(other.name)

    def _clash(self, one: Agency, other: Agency) -> bool:
        """Tell whether two agencies were told apart, or one had ended before the other began."""
        return not overlap(one, other) or (bool(self._apart) and pair_key(one, other) in self._apart)

    # --- what is suggested

    def groups(self) -> Iterator[DuplicateGroup]:
        """Yield the clusters, the kept agency chosen."""
        for members, strength in self._clusters.joined():
            yield self._group(members, Strength(strength))

    def possible_groups(self) -> Iterator[DuplicateGroup]:
        """Yield the weak suggestions; a cluster is spoken for by the agency that it keeps."""
        speakers: dict[int, Agency] = {}
        for agency in self._agencies:
            root = self._clusters.root(agency.id)
            if root not in speakers:
                speakers[root] = self._kept(self._clusters.members(agency.id))
        weak = Clusters(speakers.values(), self._clash)
        for one, other in self._possible:
            left, right = speakers[self._clusters.root(one)], speakers[self._clusters.root(other)]
            for first, second, pair in ((left, right, (one, other)), (right, left, (other, one))):
                self._notes.setdefault((first.id, second.id), self._notes.get(pair, ""))
            if left is not right:
                weak.join(left.id, right.id, Strength.POSSIBLE)
        for members, _ in weak.joined():
            yield self._group(members, Strength.POSSIBLE)

    def _group(self, members: Sequence[Agency], strength: Strength) -> DuplicateGroup:
        keep = self._kept(members)
        others = sorted((agency for agency in members if agency is not keep), key=lambda agency: agency.id)
        return DuplicateGroup(
            keep, tuple(LikeAgency(other, self._reason(keep, other, members)) for other in others), strength
        )

    def _kept(self, members: Sequence[Agency]) -> Agency:
        """Return the agency whose name is the best: as the seed spells it, without faults, most used, oldest."""
        return min(
            members,
            key=lambda agency: (
                agency.name not in self._preset_names,
                _faults(self._read[agency.id], self._known) + (self._read[agency.id].words not in self._preset_words),
                -self._uses.get(agency.id, 0),
                agency.id,
            ),
        )

    def _reason(self, keep: Agency, other: Agency, members: Sequence[Agency]) -> str:
        """Return how an agency differs from the one kept, else from one of the group that it is like."""
        for one in (keep, *members):
            if note := self._notes.get((one.id, other.id)):
                return note
            found = differences(self._read[one.id], self._read[other.id]) if one is not other else ()
            if found:
                return "; ".join(found[:2])
        return "Cùng tên" if self._read[keep.id].written == self._read[other.id].written else "Tên gần giống"


# --- small questions -------------------------------------------------------------------------------------------


def _buckets(agencies: Iterable[Agency], key: Callable[[Agency], Hashable]) -> list[list[Agency]]:
    """Return the lists of several agencies that share a key."""
    found: dict[Hashable, list[Agency]] = defaultdict(list)
    for agency in agencies:
        found[key(agency)].append(agency)
    return [alike for name, alike in found.items() if name and len(alike) > 1]


def _is_slip(wrong: str, meant: str) -> bool:
    """Tell whether a word is another one with wrong accents, or with one letter put in, left out, changed or swapped.

    What is a syllable with another first letter is another word ('an ninh', 'an sinh').
    """
    one, other = fold_word(wrong), fold_word(meant)
    if one == other:
        return True
    if min(len(one), len(other)) < _SHORTEST_SLIP or (one[0] != other[0] and is_syllable(wrong)):
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, other_rest = one[start:], other[start:]
    is_swapped = rest[:2] == other_rest[:2][::-1] and rest[2:] == other_rest[2:]
    return is_swapped or rest[1:] == other_rest[1:] or rest[1:] == other_rest or rest == other_rest[1:]


_SHORTEST_SLIP = 3
_TITLES = frozenset({("công", "chức"), ("cán", "bộ"), ("viên", "chức"), ("chuyên", "viên")})
_LEVELS = frozenset({"tỉnh", "huyện", "quận", "thành", "ương", "vực"})


def _without_title(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return a post's words without 'công chức', 'cán bộ' at their head; none where little or no title is left."""
    return words[2:] if words[:2] in _TITLES and len(words) > _SHORTEST_POST else ()


_SHORTEST_POST = 3


def _level(spelling: Spelling) -> frozenset[str]:
    return _LEVELS.intersection(spelling.words)


def _faults(spelling: Spelling, known: Collection[str]) -> int:
    """Count what speaks against a spelling as the proper name."""
    first_is_short = bool(spelling.short) and spelling.short[0]
    is_misspelt = bool(known) and any(
        word not in known and not short for word, short in zip(spelling.words, spelling.short, strict=True)
    )
    return sum(
        (
            spelling.is_plain,
            bool(spelling.doubled),
            is_repeated(" ".join(spelling.place)),
            not spelling.written[:1].isupper(),
            spelling.written.isupper() and len(spelling.words) > 1,
            first_is_short,
            is_misspelt,
        )
    )
