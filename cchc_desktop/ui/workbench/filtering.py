"""Finds the items of the open plan as one types and chooses: those that match, with the items above them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from cchc_desktop.clock import SystemClock
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.ui.widgets.hits import Spans
from cchc_desktop.ui.workbench.filters import Filters, matching
from cchc_desktop.ui.workbench.results import Results
from cchc_desktop.ui.workbench.rows import Schedules

if TYPE_CHECKING:
    from cchc_desktop.domain.search.index import Hit
    from cchc_desktop.domain.text.abbreviations import Abbreviations
    from cchc_desktop.ui.workbench.plan_index import PlanIndex

_NOTHING = Filters()
READ_STEP = 25
"""Items read at a time: about 10 ms where their words are long."""


class PlanFilter:
    """Keeps the search index of one plan: read little by little, then kept in step with each snapshot.

    What searches loads with the first item that is read, behind the first rows. It remembers the hits of the last
    question: their words are marked, and one can go from hit to hit.
    """

    def __init__(
        self,
        abbreviations: Callable[[], Abbreviations] | None = None,
        schedules: Schedules | None = None,
        today: Callable[[], date] | None = None,
        results: Results | None = None,
    ) -> None:
        self._tree: PlanTree | None = None
        self._read_tree: PlanTree | None = None
        """The snapshot whose items were read, where a newer one came and has yet to be compared with it."""
        self._schedules = schedules if schedules is not None else Schedules()
        self._today = today or SystemClock().today
        self._results = results if results is not None else Results()
        self._hits: dict[int, Hit[int]] = {}
        self._marks: dict[int, Mapping[str, Spans]] = {}
        self._index: PlanIndex | None = None
        self.set_abbreviations(abbreviations)

    def set_abbreviations(self, abbreviations: Callable[[], Abbreviations] | None) -> None:
        """Use another table of abbreviations, read when the first item is; None: use none."""
        self._abbreviations = abbreviations
        self._begin()

    def set_tree(self, tree: PlanTree | None) -> None:
        """Answer for another snapshot; of the same plan, only what differs is read again."""
        old, self._tree = self._tree, tree
        if tree is None or old is None or old.plan.id != tree.plan.id:
            self._begin()
        else:
            self._read_tree = self._read_tree or old

    def prepare(self, count: int | None = None) -> bool:
        """Read the next `count` items (None: all that are left); True when all are read."""
        read_tree, self._read_tree = self._read_tree, None
        if read_tree is not None and self._tree is not None:
            self._update(read_tree, self._tree)
        items = self._tree.items if self._tree is not None else {}
        left = len(self._unread) if count is None else count
        while self._unread and left > 0:
            item = items.get(self._unread.pop())
            if item is not None and self._tree is not None:
                self._made_index().read(item)
                self._schedules.of(item, self._tree)
            left -= 1
        return not self._unread

    def visible(self, query: str, filters: Filters = _NOTHING) -> frozenset[int] | None:
        """Return the ids of the items that are let through and of those above them; None where all are."""
        steps = self.looking(query, filters)
        while True:
            try:
                next(steps)
            except StopIteration as end:
                found: frozenset[int] | None = end.value
                return found

    def looking(self, query: str, filters: Filters = _NOTHING) -> Generator[None, None, frozenset[int] | None]:
        """Work out `visible` in steps; what the last question found is known until this one is answered."""
        while query.strip() and not self.prepare(READ_STEP):
            yield
        tree = self._tree
        if tree is None:
            return None
        status_of = self._status_of if self._results.source is not None else None
        passed = matching(tree, filters, lambda item: self._schedules.of(item, tree), self._today(), status_of)
        if query.strip():
            yield
            found = self._made_index().search(query)
            yield
            self._marks = {}
            self._hits = {hit.id: hit for hit in found if passed is None or hit.id in passed}
            return with_parents(tree, self._hits)
        self._hits, self._marks = {}, {}
        return with_parents(tree, passed) if passed is not None else None

    def _status_of(self, item_id: int) -> str | None:
        found = self._results.status(item_id)
        return found.status if found is not None else None

    def is_hit(self, item_id: int) -> bool:
        """Tell whether the last question's words were found in an item itself."""
        return item_id in self._hits

    def marks(self, item_id: int) -> Mapping[str, Spans]:
        """Return where the last question's words stand in an item's fields, by their names."""
        if item_id not in self._marks:
            hit = self._hits.get(item_id)
            self._marks[item_id] = self._made_index().marks(hit) if hit is not None else {}
        return self._marks[item_id]

    def _begin(self) -> None:
        self._index = self._read_tree = None
        self._unread = list(self._tree.items) if self._tree is not None else []
        self._hits, self._marks = {}, {}

    def _made_index(self) -> PlanIndex:
        if self._index is None:
            from cchc_desktop.domain.text.abbreviations import Abbreviations
            from cchc_desktop.ui.workbench.plan_index import PlanIndex

            self._index = PlanIndex(self._abbreviations() if self._abbreviations is not None else Abbreviations())
        return self._index

    def _update(self, old: PlanTree, new: PlanTree) -> None:
        """Forget what is gone; what came or differs is read before the next question, or while nobody waits."""
        for item_id in old.items.keys() - new.items.keys():
            self._made_index().forget(item_id)
        known = old.items
        changed = [id_ for id_, item in new.items.items() if known.get(id_) is not item and known.get(id_) != item]
        if 2 * len(changed) > len(new.items):  # to mend the index would read all items twice, once in one go
            self._index, self._unread = None, list(new.items)
        else:
            self._unread = list(dict.fromkeys((*self._unread, *changed)))


def with_parents(tree: PlanTree, item_ids: Iterable[int]) -> frozenset[int]:
    """Return items with all items above them; ids that the plan does not hold are left out."""
    items = tree.items
    ids = {item_id for item_id in item_ids if item_id in items}
    lowest: Collection[int] = ids
    while lowest:
        parents = {items[item_id].parent_id for item_id in lowest}
        lowest = {above for above in parents if above is not None and above in items and above not in ids}
        ids |= lowest
    return frozenset(ids)
