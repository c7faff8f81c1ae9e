"""Agencies: rows to frozen entities and back; apart from `mapping`, for showing a plan needs no agency's rules."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cchc_desktop.domain.agencies.agency import Agency
from cchc_desktop.domain.agencies.names import AgencyKind
from cchc_desktop.storage.mapping import Image, Row, day_from

AGENCY_COLUMNS = (
    "name", "id", "uid", "row_version", "kind", "short_name", "valid_from", "valid_to", "head", "contact",
    "merged_into_id", "note",
)  # fmt: skip


def agency_from(row: Sequence[Any], aliases: tuple[str, ...], member_ids: tuple[int, ...]) -> Agency:
    """Build an agency from the driver's values in the order of AGENCY_COLUMNS, its aliases and its members."""
    name, id_, uid, version, kind, short_name, valid_from, valid_to, head, contact, merged_into, note = row
    return Agency(
        name=name,
        id=id_,
        uid=uid,
        row_version=version,
        kind=AgencyKind(kind),
        short_name=short_name,
        aliases=aliases,
        member_ids=member_ids,
        valid_from=day_from(valid_from),
        valid_to=day_from(valid_to),
        head=head,
        contact=contact,
        merged_into_id=merged_into,
        note=note,
    )


def agency_row(agency: Agency) -> Row:
    """Return the columns of an agency without id and version."""
    return {
        "uid": agency.uid,
        "name": agency.name,
        "kind": agency.kind.value,
        "short_name": agency.short_name,
        "valid_from": agency.valid_from,
        "valid_to": agency.valid_to,
        "head": agency.head,
        "contact": agency.contact,
        "merged_into_id": agency.merged_into_id,
        "note": agency.note,
    }


def agency_parts(agency: Agency) -> Image:
    """Return an agency's aliases and members as the change log keeps them."""
    return {"aliases": list(agency.aliases), "member_ids": list(agency.member_ids)}
