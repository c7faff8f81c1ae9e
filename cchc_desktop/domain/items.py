"""Work items: the tree of objectives, tasks, activities and sub-rows under a section."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from cchc_desktop.domain.entities import UNSAVED, new_uid
from cchc_desktop.domain.schedule.model import Rule


class ItemKind(StrEnum):
    """What a row of the appendix is."""

    OBJECTIVE = "objective"
    TASK = "task"
    ACTIVITY = "activity"
    SUB_ITEM = "sub_item"


class ItemOrigin(StrEnum):
    """Whether an item stands in the issued plan or arose later (phát sinh: tracked, never printed with it)."""

    ISSUED = "issued"
    ADDED = "added"


class AgencyRole(StrEnum):
    """The part an agency plays in an item."""

    LEAD = "lead"
    COORDINATING = "coordinating"


@dataclass(frozen=True, slots=True)
class AgencyLink:
    """One agency of an item: the words as written, and the agency they stand for where it is known."""

    words: str
    agency_id: int | None = None


@dataclass(frozen=True, slots=True)
class WorkItem:
    """One item with the plan's words verbatim; its schedule, status and label are derived, never stored.

    `number` and `label` are printed text ('3.1:', 'Hoạt động 1:'), `ordinal` the number in the TT column where
    the label carries another one. `lead_words` and `coordinating_words` are the cells as written; `lead` and
    `coordinating` the names they split into. `rules` is a person's correction of the schedule, None where the
    time words are read by the program.
    """

    plan_id: int
    section_id: int
    content: str
    id: int = UNSAVED
    uid: str = field(default_factory=new_uid)
    row_version: int = 1
    parent_id: int | None = None
    sort_key: str = ""
    kind: ItemKind = ItemKind.TASK
    number: str | None = None
    ordinal: str | None = None
    label: str | None = None
    lead_words: str | None = None
    coordinating_words: str | None = None
    lead: tuple[AgencyLink, ...] = ()
    coordinating: tuple[AgencyLink, ...] = ()
    time_words: str | None = None
    rules: tuple[Rule, ...] | None = None
    product: str | None = None
    funding: str | None = None
    note: str | None = None
    person_in_charge: str | None = None
    leader: str | None = None
    origin: ItemOrigin = ItemOrigin.ISSUED
    source_document: str | None = None
    carries_out_id: int | None = None
    continues_id: int | None = None
    amended_by: str | None = None
    """The documents by which the issued words were changed, the newest last."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item stands: under a section or another item, behind a sibling (None: first)."""

    section_id: int
    parent_id: int | None = None
    after_id: int | None = None


def bare_number(printed: str | None) -> str | None:
    """Return a printed number without the stops that close it ('3.1:' -> '3.1', '10.' -> '10'), None if empty."""
    if printed is None:
        return None
    return printed.strip().rstrip(".:)").strip() or None
