"""The bin: what was deleted, as one line for each thing that a person deleted, with all that went along."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cchc_desktop.domain.changes import EntityKind


@dataclass(frozen=True, slots=True)
class BinEntry:
    """One deleted plan, section, item, indicator or document, with its children, which come back with it; or a fact.

    A fact is what was recorded about an item: a result, an update, an extension, an urging.
    A document and a form belong to no plan: `plan_id` is None then, and `plan_title` empty.
    They are counted without the thing itself: `parts` are sub-items, `items` all other items.
    `held_by` names the deleted thing that holds this one and must come back first, None where nothing stands in
    the way.
    """

    kind: EntityKind
    id: int
    title: str
    plan_id: int | None
    plan_title: str
    deleted_at: datetime
    who: str
    sections: int = 0
    items: int = 0
    parts: int = 0
    indicators: int = 0
    held_by: str | None = None
