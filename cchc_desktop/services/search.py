"""Use case: find items in all plans, without accents, by abbreviations and initials, best first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.domain.search import SearchDocument, SearchIndex
from cchc_desktop.domain.text.abbreviations import Abbreviations
from cchc_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ItemHit:
    """One found item; `matched` holds the pieces of its words that answered the query, as written."""

    item_id: int
    plan_id: int
    content: str
    matched: tuple[str, ...]


def find_items(workspace: Workspace, words: str, abbreviations: Abbreviations, limit: int) -> list[ItemHit]:
    """Return the best items of all plans for a query; an empty query finds nothing."""
    items = {item.id: item for item in _all_items(workspace)}
    index = SearchIndex((item_document(item) for item in items.values()), abbreviations)
    return [
        ItemHit(hit.id, items[hit.id].plan_id, items[hit.id].content, hit.matched)
        for hit in index.search(words, limit)
    ]


def plan_index(tree: PlanTree, abbreviations: Abbreviations) -> SearchIndex[int]:
    """Return an index over the items of one plan, for searching as one types."""
    return SearchIndex((item_document(item) for item in tree.items.values()), abbreviations)


def item_document(item: WorkItem) -> SearchDocument[int]:
    """Return what of an item can be found: its content first, then agencies, product, time and note."""
    aside = (item.label, item.lead_words, item.coordinating_words, item.product, item.time_words, item.note)
    return SearchDocument(item.id, item.content, tuple(filter(None, aside)))


def _all_items(workspace: Workspace) -> Iterator[WorkItem]:
    for plan in workspace.queries.plans():
        yield from workspace.queries.tree(plan.id).items.values()
