"""Use cases that read agencies: the list with what each is used for, where one is used, which are probably one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from cchc_desktop.domain.agencies.agency import Agency
from cchc_desktop.domain.agencies.likeness import DuplicateGroup, likely_duplicates
from cchc_desktop.domain.agencies.merging import canonical_names, heirs, living
from cchc_desktop.domain.agencies.merging import successors as successors_among
from cchc_desktop.domain.agencies.spelling import place_of
from cchc_desktop.domain.agencies.uses import AgencyUse, UseRole
from cchc_desktop.domain.errors import NotFound
from cchc_desktop.domain.text.collation import collation_key
from cchc_desktop.services.office import office_profile
from cchc_desktop.services.workspace import Workspace

APART = "agencies.apart"
"""Name of the setting with the pairs of agencies that a person has told apart: {"keys": [...]}, see `pair_key`."""


ROLE_NAMES: Mapping[UseRole, str] = {
    UseRole.LEAD: "Chủ trì",
    UseRole.COORDINATING: "Phối hợp",
    UseRole.INDICATOR: "Chỉ tiêu",
}


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """One agency in the list: how many rows and plans use it, and the groups it is a member of."""

    agency: Agency
    lead: int = 0
    coordinating: int = 0
    indicators: int = 0
    plans: int = 0
    groups: tuple[str, ...] = ()

    @property
    def uses(self) -> int:
        """How many times plans name it."""
        return self.lead + self.coordinating + self.indicators

    @property
    def is_used(self) -> bool:
        """Whether something would lose it: then it can be merged and not deleted."""
        return bool(self.uses or self.groups)


@dataclass(frozen=True, slots=True)
class AgencySurvey:
    """What the screen of agencies shows, read at one moment: the lines in Vietnamese order, the suggestions.

    `uses` are the rows that name each agency, by its id, as `where_used` tells them: choosing a line reads nothing.
    """

    lines: tuple[AgencyLine, ...]
    suggestions: tuple[DuplicateGroup, ...]
    uses: Mapping[int, Sequence[AgencyUse]]


def survey(workspace: Workspace) -> AgencySurvey:
    """Return all agencies with their use, and the groups of those that are probably one; plans are read once."""
    agencies = workspace.queries.agencies()
    uses = _all_uses(workspace, agencies)
    lines = _lines(agencies, uses)
    found = likely_duplicates(
        (line.agency for line in lines),
        uses={line.agency.id: line.uses for line in lines},
        presets=workspace.presets,
        own_place=place_of(office_profile(workspace).name),
        apart=told_apart(workspace),
    )
    return AgencySurvey(tuple(lines), found, uses)


def list_agencies(workspace: Workspace) -> Sequence[AgencyLine]:
    """Return all agencies with what each is used for, in Vietnamese order; merged ones are not listed."""
    agencies = workspace.queries.agencies()
    return _lines(agencies, _all_uses(workspace, agencies))


def where_used(workspace: Workspace, agency_id: int) -> Sequence[AgencyUse]:
    """Return the rows that name an agency, plan by plan in their order; NotFound."""
    agencies = workspace.queries.agencies()
    if agency_id not in {agency.id for agency in agencies}:
        raise NotFound(f"Không tìm thấy cơ quan số {agency_id}. Có thể cơ quan này đã được xóa.")
    return _all_uses(workspace, agencies).get(agency_id, [])


def agency_names(workspace: Workspace) -> Mapping[int, str]:
    """Return what each agency is called, by id; a merged one has the name of the agency that it became."""
    return canonical_names(workspace.queries.agencies())


def successors(workspace: Workspace, agency_id: int) -> Sequence[Agency]:
    """Return the agencies that carry an ended agency's name on, for a person to choose from."""
    agencies = workspace.queries.agencies()
    return [heir for agency in agencies if agency.id == agency_id for heir in successors_among(agency, agencies)]


def suggestions(workspace: Workspace) -> Sequence[DuplicateGroup]:
    """Return the groups of agencies that are probably one, the surest first; those told apart do not come again."""
    return survey(workspace).suggestions


def told_apart(workspace: Workspace) -> frozenset[str]:
    """Return the keys of the pairs that a person has told apart."""
    return frozenset(workspace.history.setting(APART, {}).get("keys") or ())


def _lines(agencies: Iterable[Agency], uses: Mapping[int, Sequence[AgencyUse]]) -> list[AgencyLine]:
    alive = living(agencies)
    groups: dict[int, list[str]] = defaultdict(list)
    for group in alive:
        for member_id in group.member_ids:
            groups[member_id].append(group.name)
    lines = [_line(agency, uses.get(agency.id, ()), groups[agency.id]) for agency in alive]
    return sorted(lines, key=lambda line: (collation_key(line.agency.name), line.agency.id))


def _line(agency: Agency, uses: Sequence[AgencyUse], groups: Iterable[str]) -> AgencyLine:
    counts = Counter(use.role for use in uses)
    return AgencyLine(
        agency,
        lead=counts[UseRole.LEAD],
        coordinating=counts[UseRole.COORDINATING],
        indicators=counts[UseRole.INDICATOR],
        plans=len({use.plan_id for use in uses}),
        groups=tuple(sorted(groups, key=collation_key)),
    )


def _all_uses(workspace: Workspace, agencies: Iterable[Agency]) -> Mapping[int, Sequence[AgencyUse]]:
    """Return every naming of an agency in all plans, by its id; an id that was merged counts for what it became.

    A row brought back from the bin may still name a merged one.
    """
    heir_of = heirs(agencies)
    found: dict[int, list[AgencyUse]] = {}
    for use in workspace.queries.agency_uses():
        id_ = heir_of.get(use.agency_id, use.agency_id)
        found.setdefault(id_, []).append(use if id_ == use.agency_id else replace(use, agency_id=id_))
    return found
