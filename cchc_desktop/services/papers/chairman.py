"""The one-page sheet for the chairman: what presses, grouped by leader and person in charge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from cchc_desktop.domain.followup.milestones import ItemMilestones
from cchc_desktop.domain.followup.status import RANK, Status
from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.papers.followup import ChairmanSheet, LeaderGroup, PersonGroup
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.domain.text.collation import collation_key
from cchc_desktop.services.followup_rules import status_rules
from cchc_desktop.services.papers.issuing import PaperChoices, cited_plan, issuer_of
from cchc_desktop.services.papers.tracking import PlanRows, plan_rows
from cchc_desktop.services.workspace import Workspace

_PRESSING = frozenset({Status.OVERDUE, Status.DUE_SOON})


def chairman_sheet(
    workspace: Workspace, plan_id: int, as_of: date, choices: PaperChoices | None = None
) -> ChairmanSheet:
    """Return what is late or falls due soon, as screens say it, by leader and person in charge, with all figures."""
    source = plan_rows(workspace, plan_id, as_of)
    plan, items = source.plan.tree.plan, source.plan.status.items
    by_leader: defaultdict[str, list[ItemMilestones]] = defaultdict(list)
    for one in items:
        by_leader[_of_item(source.plan.tree, one.item, "leader")].append(one)
    leaders = (_leader_group(source, name, ones) for name, ones in by_leader.items())
    return ChairmanSheet(
        issuer=issuer_of(workspace, plan, choices),
        plan=cited_plan(plan),
        as_of=as_of,
        days=status_rules(workspace).soon_days,
        total=source.tally(source.key, items),
        parts=source.parts_tally(source.key, items),
        leaders=tuple(sorted(leaders, key=lambda group: (not group.leader, collation_key(group.leader)))),
    )


def _of_item(tree: PlanTree, item: WorkItem, name: str) -> str:
    """Return an item's leader or person in charge, or that of what it stands under; '' where nobody is named."""
    found: WorkItem | None = item
    while found is not None:
        words = (found.leader if name == "leader" else found.person_in_charge) or ""
        if words.strip():
            return " ".join(words.split())
        found = tree.items.get(found.parent_id) if found.parent_id is not None else None
    return ""


def _leader_group(source: PlanRows, leader: str, ones: Iterable[ItemMilestones]) -> LeaderGroup:
    ones = tuple(ones)
    by_person: defaultdict[str, list[ItemMilestones]] = defaultdict(list)
    for one in sorted(ones, key=lambda one: _pressing(source, one)):
        if source.plan.status.statuses[one.item.id].status in _PRESSING:
            by_person[_of_item(source.plan.tree, one.item, "person")].append(one)
    people = (PersonGroup(name, source.mixed_rows(of_person)) for name, of_person in by_person.items())
    return LeaderGroup(
        leader,
        source.tally(f"{source.key}/leader:{leader}", ones),
        tuple(sorted(people, key=lambda group: (not group.person, collation_key(group.person)))),
    )


def _pressing(source: PlanRows, one: ItemMilestones) -> tuple[int, date]:
    leading = source.plan.status.statuses[one.item.id].leading
    return RANK[leading.status], leading.milestone.due or date.max
