"""Agencies (cơ quan, đơn vị): who leads and who coordinates."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from cchc_desktop.domain.agencies.names import AgencyKind
from cchc_desktop.domain.entities import UNSAVED, new_uid


@dataclass(frozen=True, slots=True)
class Agency:
    """An office, position, group or outside body; `member_ids` is filled for groups only.

    Offices were merged on 1 July 2025: `valid_from` and `valid_to` let old reports keep old names. `merged_into_id`
    names the agency that a second spelling was found to be.
    """

    name: str
    id: int = UNSAVED
    uid: str = field(default_factory=new_uid)
    row_version: int = 1
    kind: AgencyKind = AgencyKind.UNIT
    short_name: str | None = None
    aliases: tuple[str, ...] = ()
    member_ids: tuple[int, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    head: str | None = None
    contact: str | None = None
    merged_into_id: int | None = None
    note: str | None = None
