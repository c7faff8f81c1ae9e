"""What reading a foreign file yields: a draft plan and the list of doubts, before anything is stored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cchc_desktop.domain.items import ItemKind
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import AppendixForm, DocumentRef, PlanKind
from cchc_desktop.domain.problems import Problem


@dataclass(frozen=True, slots=True)
class DraftItem:
    """One item as the file has it; fields as in `items.WorkItem`, words verbatim, None for an empty cell."""

    kind: ItemKind
    content: str
    number: str | None = None
    ordinal: str | None = None
    label: str | None = None
    lead_words: str | None = None
    coordinating_words: str | None = None
    time_words: str | None = None
    product: str | None = None
    funding: str | None = None
    note: str | None = None
    children: tuple[DraftItem, ...] = ()
    table: str = ""
    row: int = 0

    def walk(self) -> Iterator[DraftItem]:
        """Yield this item and all below it, depth first."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class DraftSection:
    """One section as the file has it."""

    number: str | None
    title: str
    items: tuple[DraftItem, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftIndicator:
    """One indicator row as the file has it; fields as in `indicators.Indicator`."""

    text: str
    group_number: str | None = None
    group_title: str | None = None
    number: str | None = None
    unit: str | None = None
    target_words: str | None = None
    agency_words: str | None = None
    table: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class DraftPlan:
    """A whole plan as read from one file; title, kind and period are None where the file does not tell."""

    sections: tuple[DraftSection, ...] = ()
    indicators: tuple[DraftIndicator, ...] = ()
    title: str | None = None
    kind: PlanKind | None = None
    period: Period | None = None
    issuer: str | None = None
    document: DocumentRef = DocumentRef()
    form: AppendixForm | None = None
    indicator_form: AppendixForm | None = None
    problems: tuple[Problem, ...] = ()

    def all_items(self) -> Iterator[DraftItem]:
        """Yield the items of all sections at all depths, in order."""
        for section in self.sections:
            for item in section.items:
                yield from item.walk()
