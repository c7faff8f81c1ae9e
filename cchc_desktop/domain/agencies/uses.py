"""Where plans name agencies: one row, one role, one agency."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class UseRole(StrEnum):
    """As what a row of a plan names an agency."""

    LEAD = "lead"
    COORDINATING = "coordinating"
    INDICATOR = "indicator"


@dataclass(frozen=True, slots=True)
class AgencyUse:
    """One row that names an agency, with the words as written there; `number` is the printed one, '' for none."""

    agency_id: int
    plan_id: int
    plan_title: str
    item_id: int | None
    indicator_id: int | None
    number: str
    content: str
    role: UseRole
    words: str
