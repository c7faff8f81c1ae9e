"""What several spellings of one agency become when they are merged, and which agency an old id stands for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from cchc_desktop.domain.agencies.agency import Agency
from cchc_desktop.domain.agencies.names import AgencyKind, match_key


def spellings(agency: Agency) -> tuple[str, ...]:
    """Return every way of writing an agency: its name, its short name and its aliases."""
    return tuple(filter(None, (agency.name, agency.short_name, *agency.aliases)))


def living(agencies: Iterable[Agency]) -> list[Agency]:
    """Return the agencies that were not merged into another one."""
    return [agency for agency in agencies if agency.merged_into_id is None]


def joined(keep: Agency, others: Sequence[Agency], name: str | None = None) -> Agency:
    """Return the agency that is kept, knowing all spellings of the others; what it lacks is taken from them.

    `name` is a better name for it; the one it had becomes an alias. Members of groups come together.
    """
    name = name or keep.name
    words = [spelling for agency in (keep, *others) for spelling in spellings(agency)]
    short_name = keep.short_name or next((other.short_name for other in others if other.short_name), None)
    gone = {agency.id for agency in (keep, *others)}
    members = dict.fromkeys(id_ for agency in (keep, *others) for id_ in agency.member_ids if id_ not in gone)
    return replace(
        keep,
        name=name,
        short_name=short_name,
        aliases=tuple(word for word in dict.fromkeys(words) if word not in (name, short_name)),
        member_ids=tuple(members) if keep.kind is AgencyKind.GROUP else keep.member_ids,
        head=_first(agency.head for agency in (keep, *others)),
        contact=_first(agency.contact for agency in (keep, *others)),
        note=_first(agency.note for agency in (keep, *others)),
    )


def _first(values: Iterable[str | None]) -> str | None:
    return next(filter(None, values), None)


def regrouped(groups: Iterable[Agency], keep_id: int, gone: Collection[int]) -> list[Agency]:
    """Return the groups whose members change where some agencies become one; nobody is a member twice."""
    changed = []
    for group in groups:
        ids = (keep_id if id_ in gone else id_ for id_ in group.member_ids)
        members = tuple(dict.fromkeys(id_ for id_ in ids if id_ != group.id))
        if members != group.member_ids:
            changed.append(replace(group, member_ids=members))
    return changed


def group_in_itself(agencies: Iterable[Agency]) -> Agency | None:
    """Return a group that contains itself, directly or through groups in it; None where there is none."""
    groups = {agency.id: agency for agency in agencies if agency.member_ids}
    return next((group for group in groups.values() if group.id in _all_members(group, groups)), None)


def _all_members(group: Agency, groups: Mapping[int, Agency]) -> set[int]:
    found: set[int] = set()
    waiting = list(group.member_ids)
    while waiting:
        id_ = waiting.pop()
        if id_ not in found:
            found.add(id_)
            waiting.extend(groups[id_].member_ids if id_ in groups else ())
    return found


def heirs(agencies: Iterable[Agency]) -> dict[int, int]:
    """Return, for each agency's id, the id of the agency that it was merged into in the end, else its own."""
    into = {agency.id: agency.merged_into_id for agency in agencies}
    return {id_: _heir(id_, into) for id_ in into}


def _heir(id_: int, into: Mapping[int, int | None]) -> int:
    passed = {id_}
    following = into.get(id_)
    while following is not None and following in into and following not in passed:  # a damaged file may hold a circle
        id_ = following
        passed.add(id_)
        following = into[id_]
    return id_


def canonical_names(agencies: Iterable[Agency]) -> dict[int, str]:
    """Return the name by which each agency is called, by id: a merged one has the name of the agency that it became."""
    rows = list(agencies)
    names = {agency.id: agency.name for agency in rows}
    return {id_: names[heir] for id_, heir in heirs(rows).items()}


# --- how long an agency exists ---------------------------------------------------------------------------------


def is_valid(agency: Agency, day: date) -> bool:
    """Tell whether an agency exists on a day; an end that is not known is no end."""
    has_begun = agency.valid_from is None or agency.valid_from <= day
    return has_begun and (agency.valid_to is None or day <= agency.valid_to)


def overlap(one: Agency, other: Agency) -> bool:
    """Tell whether two agencies exist at the same time on any day."""
    return not any(
        first.valid_to is not None and second.valid_from is not None and first.valid_to < second.valid_from
        for first, second in ((one, other), (other, one))
    )


def successors(agency: Agency, agencies: Iterable[Agency]) -> list[Agency]:
    """Return the agencies that carry one of an ended agency's names on after its end; none for one without an end."""
    if agency.valid_to is None:
        return []
    keys = set(map(match_key, spellings(agency)))
    return [
        other
        for other in living(agencies)
        if other.valid_from is not None
        and other.valid_from > agency.valid_to
        and not keys.isdisjoint(map(match_key, spellings(other)))
    ]
