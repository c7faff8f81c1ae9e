"""Finds the items of the open plan as one types: those that match, with the items above them."""

from __future__ import annotations

from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.domain.search import SearchIndex
from cchc_desktop.domain.text.abbreviations import Abbreviations
from cchc_desktop.services.search import item_document


class PlanFilter:
    """Keeps the search index of one plan: read little by little, then kept in step with each snapshot."""

    def __init__(self, abbreviations: Abbreviations | None = None) -> None:
        self._tree: PlanTree | None = None
        self.set_abbreviations(abbreviations or Abbreviations())

    def set_abbreviations(self, abbreviations: Abbreviations) -> None:
        """Use another table of abbreviations."""
        self._abbreviations = abbreviations
        self._begin()

    def set_tree(self, tree: PlanTree | None) -> None:
        """Answer for another snapshot; of the same plan, only what differs is read again."""
        old, self._tree = self._tree, tree
        if tree is None or old is None or old.plan.id != tree.plan.id:
            self._begin()
        else:
            self._update(self._index, old, tree)

    def prepare(self, count: int | None = None) -> bool:
        """Read the next `count` items (None: all that are left); True when all are read."""
        items = self._tree.items if self._tree is not None else {}
        left = len(self._unread) if count is None else count
        while self._unread and left > 0:
            item = items.get(self._unread.pop())
            if item is not None:
                self._index.update(item_document(item))
            left -= 1
        return not self._unread

    def visible(self, query: str) -> frozenset[int] | None:
        """Return the ids of the items that a query lets through and of those above them; None for no query."""
        if self._tree is None or not query.strip():
            return None
        self.prepare()
        visible: set[int] = set()
        for hit in self._index.search(query, limit=None):
            add_with_parents(visible, self._tree, hit.id)
        return frozenset(visible)

    def _begin(self) -> None:
        self._index: SearchIndex[int] = SearchIndex(abbreviations=self._abbreviations)
        self._unread = list(self._tree.items) if self._tree is not None else []

    @staticmethod
    def _update(index: SearchIndex[int], old: PlanTree, new: PlanTree) -> None:
        for item_id in old.items.keys() - new.items.keys():
            index.remove(item_id)
        for item_id, item in new.items.items():
            known = old.items.get(item_id)
            if known is not item and known != item:
                index.update(item_document(item))


def add_with_parents(ids: set[int], tree: PlanTree, item_id: int) -> None:
    """Add an item and all items above it."""
    item = tree.items.get(item_id)
    while item is not None and item.id not in ids:
        ids.add(item.id)
        item = tree.items.get(item.parent_id) if item.parent_id is not None else None
