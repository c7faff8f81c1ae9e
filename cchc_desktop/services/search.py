"""Use case: find tasks, plans and agencies by the words that a person remembers, in one plan or in all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cchc_desktop.domain.agencies.agency import Agency
from cchc_desktop.domain.items import WorkItem, bare_number
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.domain.search.index import Hit, SearchDocument, SearchIndex
from cchc_desktop.domain.search.scoring import Spans
from cchc_desktop.domain.search.snippets import Snippet, snippet
from cchc_desktop.domain.text.abbreviations import Abbreviations
from cchc_desktop.services.search_facts import DOCUMENTS, RESULTS, Facts, read_facts
from cchc_desktop.services.workspace import Workspace

FIELDS: tuple[str, ...] = (
    "content",
    "product",
    "lead_words",
    "coordinating_words",
    "time_words",
    "source_document",
    "amended_by",
    "person_in_charge",
    "leader",
    "funding",
    "note",
    RESULTS,
    DOCUMENTS,
    "label",
)
"""What of an item is searched, in the order in which it counts: fields of the item, or words given beside it."""


@dataclass(frozen=True, slots=True)
class ItemHit:
    """One found item; `matched` holds the pieces of its words that answered the query, as written.

    `marks` says where the words that answered stand in each field of `FIELDS`; fields without any are left out.
    `field` is the one of `FIELDS` in which the words were found best, `snippet` its words around them.
    """

    item_id: int
    plan_id: int
    content: str
    matched: tuple[str, ...]
    field: str
    snippet: Snippet
    marks: Mapping[str, Spans]


@dataclass(frozen=True, slots=True)
class PlanGroup:
    """The hits in one plan, best first; `total` counts those that were left out too."""

    plan: Plan
    hits: tuple[ItemHit, ...]
    total: int


@dataclass(frozen=True, slots=True)
class NameHit:
    """A plan or an agency that was found itself."""

    id: int
    name: Snippet


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found everywhere: items by plan (the plan of the best hit first), and plans and agencies themselves."""

    groups: tuple[PlanGroup, ...] = ()
    plans: tuple[NameHit, ...] = ()
    agencies: tuple[NameHit, ...] = ()
    items: tuple[ItemHit, ...] = ()
    """The items of all groups, best first."""
    total: int = 0
    """How many items were found, those that were left out too."""

    @property
    def more(self) -> int:
        """How many items were found beyond those that are shown."""
        return self.total - len(self.items)


class Library:
    """Everything that can be found in one database, kept ready for searching; not for several threads at once.

    Snapshots are put in as they come: of a plan that is known, only what differs is read again.
    """

    def __init__(self, abbreviations: Abbreviations) -> None:
        self.abbreviations = abbreviations
        self.items: SearchIndex[int] = SearchIndex(abbreviations=abbreviations)
        self._plans: SearchIndex[int] = SearchIndex(abbreviations=abbreviations)
        self._agencies: SearchIndex[int] = SearchIndex(abbreviations=abbreviations)
        self._trees: dict[int, PlanTree] = {}
        self._facts: dict[int, Facts] = {}
        self._plan_of: dict[int, int] = {}
        self._names: dict[int, str] = {}

    def put(self, tree: PlanTree, facts: Facts | None = None) -> None:
        """Take in a plan, or what is new in it; without `facts` those that are known stay."""
        known, before = self._trees.get(tree.plan.id), self._facts.get(tree.plan.id, {})
        after = before if facts is None else facts
        old: Mapping[int, WorkItem] = known.items if known is not None else {}
        for item_id in old.keys() - tree.items.keys():
            self._forget_item(item_id)
        self._plan_of.update(dict.fromkeys(tree.items, tree.plan.id))
        for item_id, item in tree.items.items():
            if old.get(item_id) != item or before.get(item_id) != after.get(item_id):
                self.items.update(item_document(item, after.get(item_id)))
        if known is None or known.plan != tree.plan:
            self._plans.update(plan_document(tree.plan))
        self._trees[tree.plan.id] = tree
        self._facts[tree.plan.id] = after

    def put_facts(self, facts: Mapping[int, Facts]) -> None:
        """Take in what was recorded about known plans, by plan."""
        for plan_id in facts.keys() & self._trees.keys():
            self.put(self._trees[plan_id], facts[plan_id])

    def forget(self, plan_id: int) -> None:
        """Leave a plan out; nothing happens when it is not there."""
        tree = self._trees.pop(plan_id, None)
        self._facts.pop(plan_id, None)
        for item_id in tree.items if tree is not None else ():
            self._forget_item(item_id)
        self._plans.remove(plan_id)

    def _forget_item(self, item_id: int) -> None:
        self.items.remove(item_id)
        self._plan_of.pop(item_id, None)

    def put_agencies(self, agencies: Iterable[Agency]) -> None:
        """Take in the agencies in the place of those that were known; merged ones are found under their new name."""
        for agency_id in self._names:
            self._agencies.remove(agency_id)
        current = [agency for agency in agencies if agency.merged_into_id is None]
        self._names = {agency.id: agency.name for agency in current}
        for agency in current:
            self._agencies.update(agency_document(agency))

    @property
    def plans(self) -> list[Plan]:
        """The plans that are known, in the order in which they came."""
        return [tree.plan for tree in self._trees.values()]

    @property
    def agency_names(self) -> dict[int, str]:
        """The names of the agencies that are known."""
        return dict(self._names)

    def tree(self, plan_id: int) -> PlanTree:
        """Return the snapshot of a known plan; KeyError."""
        return self._trees[plan_id]

    def item(self, item_id: int) -> tuple[WorkItem, Plan]:
        """Return a known item and its plan; KeyError."""
        tree = self._trees[self._plan_of[item_id]]
        return tree.items[item_id], tree.plan

    def search(self, words: str, limit: int = 50) -> Findings:
        """Return the best items for a query, at most `limit`, with the plans and agencies of that name."""
        found = self.items.search(words, limit=None)
        totals = Counter(self._plan_of[hit.id] for hit in found)
        items = tuple(_item_hit(hit, self._trees[self._plan_of[hit.id]]) for hit in found[:limit])
        grouped: dict[int, list[ItemHit]] = {}
        for item in items:
            grouped.setdefault(item.plan_id, []).append(item)
        return Findings(
            groups=tuple(
                PlanGroup(self._trees[plan_id].plan, tuple(hits), totals[plan_id]) for plan_id, hits in grouped.items()
            ),
            plans=_names_found(self._plans, words, limit),
            agencies=_names_found(self._agencies, words, limit),
            items=items,
            total=len(found),
        )


def read_library(workspace: Workspace, abbreviations: Abbreviations) -> Library:
    """Read all plans and agencies; initials of the agencies' names are understood too."""
    agencies = workspace.queries.agencies()
    names = [name for preset in workspace.presets for name in (preset.name, *preset.aliases)]
    library = Library(abbreviations.with_names([*names, *(agency.name for agency in agencies)]))
    library.put_agencies(agencies)
    plan_ids = [plan.id for plan in workspace.queries.plans()]
    facts = read_facts(workspace, plan_ids)
    for plan_id in plan_ids:
        library.put(workspace.queries.tree(plan_id), facts[plan_id])
    return library


def find_everywhere(workspace: Workspace, words: str, abbreviations: Abbreviations, limit: int) -> Findings:
    """Return what a query finds in all plans; for one question, a `Library` is kept for several."""
    return read_library(workspace, abbreviations).search(words, limit)


def plan_index(tree: PlanTree, abbreviations: Abbreviations) -> SearchIndex[int]:
    """Return an index over the items of one plan, for searching as one types."""
    return SearchIndex((item_document(item) for item in tree.items.values()), abbreviations)


def item_document(item: WorkItem, beside: Mapping[str, str] | None = None) -> SearchDocument[int]:
    """Return what of an item can be found; `beside` holds words of `FIELDS` that are not the item's own.

    The document's texts stand in the order of `FIELDS`, empty ones too.
    """
    texts = [(beside or {}).get(name) or getattr(item, name, None) or "" for name in FIELDS]
    numbers = dict.fromkeys(filter(None, map(bare_number, (item.number, item.ordinal))))
    return SearchDocument(item.id, texts[0], tuple(texts[1:]), tuple(numbers))


def plan_document(plan: Plan) -> SearchDocument[int]:
    """Return what of a plan can be found: its title and the number of its document first."""
    aside = (plan.document.type, plan.issuer, plan.signer_name, str(plan.period.start.year))
    return SearchDocument(plan.id, plan.title, tuple(filter(None, aside)), tuple(filter(None, [plan.document.number])))


def agency_document(agency: Agency) -> SearchDocument[int]:
    """Return what of an agency can be found: its name, then its other names, its head, how it is reached."""
    aside = (agency.short_name, *agency.aliases, agency.head, agency.contact)
    return SearchDocument(agency.id, agency.name, tuple(filter(None, aside)))


def _item_hit(hit: Hit[int], tree: PlanTree) -> ItemHit:
    texts, spans = hit.document.texts, hit.spans
    at = hit.best_text
    content = tree.items[hit.id].content
    marks = {name: places for name, places in zip(FIELDS, spans, strict=True) if places}
    return ItemHit(hit.id, tree.plan.id, content, hit.matched, FIELDS[at], snippet(texts[at], spans[at]), marks)


def _names_found(index: SearchIndex[int], words: str, limit: int) -> tuple[NameHit, ...]:
    return tuple(NameHit(hit.id, snippet(hit.document.primary, hit.spans[0])) for hit in index.search(words, limit))
