"""The names that fields of the inspector offer: those that the plan's items have already."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.text.collation import collation_key


def name_sources(items: Callable[[], Collection[WorkItem]]) -> Mapping[str, Callable[[], Sequence[str]]]:
    """Return what tells the names for each field; they are gathered when they are asked for."""

    def agencies() -> list[str]:
        names = {link.words for item in items() for link in (*item.lead, *item.coordinating)}
        return sorted(names, key=collation_key)

    def people(field: str) -> list[str]:
        return sorted({words for item in items() if (words := getattr(item, field))}, key=collation_key)

    return {
        "lead_words": agencies,
        "coordinating_words": agencies,
        "person_in_charge": lambda: people("person_in_charge"),
        "leader": lambda: people("leader"),
    }
