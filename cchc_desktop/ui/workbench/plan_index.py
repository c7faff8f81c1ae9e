"""The items of one plan as the search field looks through them; loads with the first item that is read for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.search.index import Hit, SearchIndex
from cchc_desktop.domain.text.abbreviations import Abbreviations
from cchc_desktop.services.search import FIELDS, item_document
from cchc_desktop.ui.widgets.hits import Spans


class PlanIndex:
    """Reads items one by one, newer versions in place of older ones."""

    def __init__(self, abbreviations: Abbreviations) -> None:
        self._index: SearchIndex[int] = SearchIndex(abbreviations=abbreviations)

    def read(self, item: WorkItem) -> None:
        """Read an item, or read it again."""
        self._index.update(item_document(item))

    def forget(self, item_id: int) -> None:
        """Forget an item that is gone."""
        self._index.remove(item_id)

    def search(self, query: str) -> Sequence[Hit[int]]:
        """Return all hits, best first."""
        return self._index.search(query, limit=None)

    @staticmethod
    def marks(hit: Hit[int]) -> Mapping[str, Spans]:
        """Return what is to be marked in the fields of an item, by their names."""
        return {field: spans for field, spans in zip(FIELDS, hit.spans, strict=False) if spans}
