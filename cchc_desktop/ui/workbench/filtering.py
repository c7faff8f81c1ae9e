"""Finds the items of the open plan as one types and chooses: those that match, with the items above them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from cchc_desktop.clock import SystemClock
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.domain.search import Hit, SearchIndex
from cchc_desktop.domain.text.abbreviations import Abbreviations
from cchc_desktop.services.search import item_document
from cchc_desktop.ui.workbench.filters import Filters, matching
from cchc_desktop.ui.workbench.rows import Schedules

_NOTHING = Filters()


class PlanFilter:
    """Keeps the search index of one plan: read little by little, then kept in step with each snapshot.

    It remembers the hits of the last question: their pieces are marked, and one can go from hit to hit.
    """

    def __init__(
        self,
        abbreviations: Abbreviations | None = None,
        schedules: Schedules | None = None,
        today: Callable[[], date] | None = None,
    ) -> None:
        self._tree: PlanTree | None = None
        self._schedules = schedules if schedules is not None else Schedules()
        self._today = today or SystemClock().today
        self._hits: dict[int, Hit[int]] = {}
        self._pieces: dict[int, tuple[str, ...]] = {}
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
            if item is not None and self._tree is not None:
                self._index.update(item_document(item))
                self._schedules.of(item, self._tree)
            left -= 1
        return not self._unread

    def visible(self, query: str, filters: Filters = _NOTHING) -> frozenset[int] | None:
        """Return the ids of the items that are let through and of those above them; None where all are."""
        self._hits, self._pieces = {}, {}
        tree = self._tree
        if tree is None:
            return None
        passed = matching(tree, filters, lambda item: self._schedules.of(item, tree), self._today())
        if query.strip():
            self.prepare()
            hits = self._index.search(query, limit=None)
            self._hits = {hit.id: hit for hit in hits if passed is None or hit.id in passed}
            return with_parents(tree, self._hits)
        return with_parents(tree, passed) if passed is not None else None

    def is_hit(self, item_id: int) -> bool:
        """Tell whether the last question's words were found in an item itself."""
        return item_id in self._hits

    def pieces(self, item_id: int) -> Sequence[str]:
        """Return the pieces of an item's words that answered the last question."""
        if item_id not in self._pieces:
            hit = self._hits.get(item_id)
            self._pieces[item_id] = hit.matched if hit is not None else ()
        return self._pieces[item_id]

    def _begin(self) -> None:
        self._index: SearchIndex[int] = SearchIndex(abbreviations=self._abbreviations)
        self._unread = list(self._tree.items) if self._tree is not None else []
        self._hits, self._pieces = {}, {}

    @staticmethod
    def _update(index: SearchIndex[int], old: PlanTree, new: PlanTree) -> None:
        for item_id in old.items.keys() - new.items.keys():
            index.remove(item_id)
        for item_id, item in new.items.items():
            known = old.items.get(item_id)
            if known is not item and known != item:
                index.update(item_document(item))


def with_parents(tree: PlanTree, item_ids: Iterable[int]) -> frozenset[int]:
    """Return items with all items above them; ids that the plan does not hold are left out."""
    ids: set[int] = set()
    for item_id in item_ids:
        item = tree.items.get(item_id)
        while item is not None and item.id not in ids:
            ids.add(item.id)
            item = tree.items.get(item.parent_id) if item.parent_id is not None else None
    return frozenset(ids)
