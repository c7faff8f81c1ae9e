"""The tracking table and the sheets of lead agencies, as of a day, from the statuses that every screen shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from cchc_desktop.domain.agencies.agency import Agency
from cchc_desktop.domain.agencies.merging import heirs, living, spellings
from cchc_desktop.domain.agencies.names import match_key
from cchc_desktop.domain.errors import InvalidInput, NotFound
from cchc_desktop.domain.followup.milestones import ItemMilestones
from cchc_desktop.domain.followup.rollups import first_lead
from cchc_desktop.domain.items import ItemKind, WorkItem, bare_number
from cchc_desktop.domain.numbering import vietnamese_letter
from cchc_desktop.domain.papers.followup import (
    AgencySheet,
    AgencySheets,
    Grouping,
    HeadRow,
    PaperRow,
    Tally,
    TaskGroup,
    TaskRow,
    TrackingPaper,
    tally,
)
from cchc_desktop.domain.text.collation import collation_key
from cchc_desktop.domain.text.folding import fold
from cchc_desktop.services.agencies import agency_names
from cchc_desktop.services.followup import FollowedPlan, followed_plan
from cchc_desktop.services.papers.issuing import PaperChoices, cited_plan, issuer_of
from cchc_desktop.services.papers.rows import RowMaker, number_and_content
from cchc_desktop.services.workspace import Workspace

NO_AGENCY = "Chưa xác định cơ quan chủ trì"


@dataclass(frozen=True, slots=True)
class PlanRows:
    """A plan as of a day, ready to be set: its statuses, a maker of rows, the names of agencies."""

    plan: FollowedPlan
    rows: RowMaker
    agencies: Mapping[int, str]

    @property
    def key(self) -> str:
        """Return what the keys of the plan's figures begin with."""
        return f"plan:{self.plan.tree.plan.id}"

    def tally(self, key: str, ones: Iterable[ItemMilestones]) -> Tally:
        """Count the tasks among some items, not their parts, as the plan's own counts do."""
        ids = (one.item.id for one in ones if one.item.kind is not ItemKind.SUB_ITEM)
        return tally(key, ids, self.plan.status.statuses)

    def parts_tally(self, key: str, ones: Iterable[ItemMilestones]) -> Tally:
        """Count the parts of tasks among some items."""
        ids = (one.item.id for one in ones if one.item.kind is ItemKind.SUB_ITEM)
        return tally(f"{key}/parts", ids, self.plan.status.statuses)

    def own_agency(self, one: ItemMilestones) -> int | None:
        """Return the agency under which an item stands; a part without a lead stands with its task."""
        found, parent_id = first_lead(one), one.item.parent_id
        if found is not None or one.item.kind is not ItemKind.SUB_ITEM or one.item.lead or parent_id is None:
            return found
        parent = self.plan.tree.items[parent_id]
        return next((link.agency_id for link in parent.lead if link.agency_id is not None), None)

    def led_by(self, agency_id: int) -> tuple[ItemMilestones, ...]:
        """Return the items that an agency leads, alone or with others, in the plan's order."""
        items = self.plan.status.items
        return tuple(one for one in items if agency_id in _lead_ids(one.item) or self.own_agency(one) == agency_id)

    def mixed_rows(self, found: Iterable[ItemMilestones]) -> tuple[TaskRow, ...]:
        """Return the rows of items of several areas."""
        return tuple(self.rows.row(one, among_others=True) for one in found)


@dataclass(frozen=True, slots=True)
class Extract:
    """A part of a plan by its name (of a saved view): `take` returns the ids of the items that belong to it."""

    uid: str
    name: str
    take: Callable[[FollowedPlan, Mapping[int, str]], Collection[int]]


def plan_rows(workspace: Workspace, plan_id: int, as_of: date) -> PlanRows:
    """Return a plan as of a day; NotFound, InvalidInput where it has nothing to follow."""
    plan, names = followed_plan(workspace, plan_id, as_of), agency_names(workspace)
    if not plan.status.items:
        raise InvalidInput("Kế hoạch này không có nhiệm vụ nào để theo dõi.")
    documents = {row.id: row for row in workspace.queries.documents()}
    return PlanRows(plan, RowMaker(plan, names, documents), names)


def tracking(
    workspace: Workspace,
    plan_id: int,
    as_of: date,
    by: Grouping | str = Grouping.AREA,
    agency: str | None = None,
    choices: PaperChoices | None = None,
    only: Extract | None = None,
) -> TrackingPaper:
    """Return the tracking table of a plan as of a day, by area or by lead agency; with `agency` only what it leads.

    `agency` is any spelling of its name; `only` leaves in what it takes. NotFound for a plan or an agency that is not
    there, InvalidInput where no task is left.
    """
    source = plan_rows(workspace, plan_id, as_of)
    by, plan = Grouping(by), source.plan.tree.plan
    wanted, name, key = source.plan.status.items, "", source.key
    if only is not None:
        wanted, key = _taken(source, only), f"{key}/view:{only.uid}"
    if agency is not None:
        id_ = find_agency(workspace.queries.agencies(), agency)
        wanted, name = source.led_by(id_), source.agencies[id_]
        key = f"{key}/led_by:{id_}"
        if not wanted:
            raise InvalidInput(f"“{name}” không chủ trì nhiệm vụ nào của kế hoạch này.")
    groups = _by_area(source, wanted) if by is Grouping.AREA else _by_agency(source, wanted)
    return TrackingPaper(
        issuer=issuer_of(workspace, plan, choices),
        plan=cited_plan(plan),
        as_of=as_of,
        by=by,
        groups=tuple(groups),
        total=source.tally(key, wanted),
        parts=source.parts_tally(key, wanted),
        agency=name,
        extract=only.name if only else "",
    )


def _taken(source: PlanRows, only: Extract) -> tuple[ItemMilestones, ...]:
    ids = only.take(source.plan, source.agencies)
    taken = tuple(one for one in source.plan.status.items if one.item.id in ids)
    if not taken:
        raise InvalidInput(f"Không có nhiệm vụ nào thuộc phạm vi “{only.name}”. Hãy chọn phạm vi khác.")
    return taken


def find_agency(agencies: Sequence[Agency], name: str) -> int:
    """Return the id of the agency that has a name among its spellings; NotFound."""
    heir_of, key = heirs(agencies), match_key(name)
    ranked = sorted(agencies, key=lambda one: (one.merged_into_id is not None, match_key(one.name) != key))
    for agency in ranked:
        if key in map(match_key, spellings(agency)):
            return heir_of[agency.id]
    known = "; ".join(_most_like(name, [one.name for one in living(agencies)]))
    hint = f" Tên gần giống: {known}." if known else ""
    raise NotFound(f"Không tìm thấy cơ quan “{name.strip()}”.{hint}")


_SHOWN = 5


def _most_like(typed: str, names: Sequence[str]) -> list[str]:
    """Return the few names that are spelled most like a typed one, accents aside."""
    compared = SequenceMatcher(b=fold(typed), autojunk=False)

    def likeness(name: str) -> float:
        compared.set_seq1(fold(name))
        return compared.ratio()

    return sorted(names, key=lambda name: (-likeness(name), collation_key(name)))[:_SHOWN]


def _lead_ids(item: WorkItem) -> set[int]:
    return {link.agency_id for link in item.lead if link.agency_id is not None}


# --- groups ------------------------------------------------------------------------------------------------------


def _by_area(source: PlanRows, wanted: Sequence[ItemMilestones]) -> Iterator[TaskGroup]:
    of_section: defaultdict[int, list[ItemMilestones]] = defaultdict(list)
    for one in wanted:
        of_section[one.item.section_id].append(one)
    for section in source.plan.tree.sections:
        found = of_section.get(section.id)
        if found:
            number = bare_number(section.number) or ""
            counted = source.tally(f"{source.key}/section:{section.id}", found)
            yield TaskGroup(number, section.title, tuple(_with_heads(source, found)), counted)


def _with_heads(source: PlanRows, found: Sequence[ItemMilestones]) -> Iterator[PaperRow]:
    """Yield the rows of some items in the plan's order, each objective or parent that only groups them before it."""
    tree, followed = source.plan.tree, {one.item.id for one in found}
    shown: set[int] = set()
    for one in found:
        heads: list[WorkItem] = []
        above = one.item.parent_id
        while above is not None and above not in followed and above not in shown:
            shown.add(above)
            heads.append(tree.items[above])
            above = tree.items[above].parent_id
        yield from (HeadRow(*number_and_content(head)) for head in reversed(heads))
        yield source.rows.row(one)


def _by_agency(source: PlanRows, wanted: Sequence[ItemMilestones]) -> Iterator[TaskGroup]:
    for number, (id_, name, found) in enumerate(_agencies(source, wanted), start=1):
        counted = source.tally(f"{source.key}/agency:{id_ or 0}", found)
        yield TaskGroup(vietnamese_letter(number).upper(), name, source.mixed_rows(found), counted)


def _agencies(source: PlanRows, wanted: Iterable[ItemMilestones]) -> list[tuple[int | None, str, list[ItemMilestones]]]:
    """Return each lead agency with its items, in Vietnamese order; what has no known lead comes last."""
    groups: defaultdict[int | None, list[ItemMilestones]] = defaultdict(list)
    for one in wanted:
        groups[source.own_agency(one)].append(one)
    named = [(id_, source.agencies.get(id_ or 0, NO_AGENCY), found) for id_, found in groups.items()]
    return sorted(named, key=lambda group: (group[0] is None, collation_key(group[1])))


# --- sheets of agencies ------------------------------------------------------------------------------------------


def agency_sheet(
    workspace: Workspace, plan_id: int, as_of: date, agency: str | None = None, choices: PaperChoices | None = None
) -> AgencySheets:
    """Return the sheet of a lead agency, or without `agency` one for each that leads a task of the plan.

    The tasks counted on all sheets add up to the plan. NotFound, InvalidInput for one that leads nothing.
    """
    source = plan_rows(workspace, plan_id, as_of)
    plan = source.plan.tree.plan
    sheets = [_sheet(source, id_, name, own) for id_, name, own in _agencies(source, source.plan.status.items)]
    if agency is not None:
        id_ = find_agency(workspace.queries.agencies(), agency)
        known = {found: own for found, _, own in _agencies(source, source.plan.status.items)}
        sheets = [_sheet(source, id_, source.agencies[id_], known.get(id_, []))]
        if not (sheets[0].own or sheets[0].shared):
            raise InvalidInput(f"“{source.agencies[id_]}” không chủ trì nhiệm vụ nào của kế hoạch này.")
    return AgencySheets(issuer_of(workspace, plan, choices), cited_plan(plan), as_of, tuple(sheets))


def _sheet(source: PlanRows, agency_id: int | None, name: str, own: Sequence[ItemMilestones]) -> AgencySheet:
    mine = {one.item.id for one in own}
    shared = [one for one in source.plan.status.items if agency_id in _lead_ids(one.item) and one.item.id not in mine]
    return AgencySheet(
        agency=name,
        own=source.mixed_rows(own),
        shared=source.mixed_rows(shared),
        tally=source.tally(f"{source.key}/agency:{agency_id or 0}", own),
    )
