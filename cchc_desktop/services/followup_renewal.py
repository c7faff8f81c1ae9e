"""A picture of the follow-up brought up to date: only what a write touched is read and worked out anew.

The answer is that of `followup.picture`; what a picture before holds spares the reading of plans with 10,000 items.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from cchc_desktop.domain.changes import Changes, EntityKind
from cchc_desktop.domain.followup.ledger import Ledger, corrected
from cchc_desktop.domain.followup.records import Extension, PeriodUpdate, Record, Urging
from cchc_desktop.domain.followup.rollups import FollowUpRules, Known
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.services.agencies import agency_names
from cchc_desktop.services.followup import (
    FollowedPlan,
    FollowPicture,
    documents_by_id,
    followed,
    plan_ledger,
    plans_to_show,
    with_heirs,
)
from cchc_desktop.services.followup_rules import follow_up_rules
from cchc_desktop.services.plans import open_plan
from cchc_desktop.services.workspace import Workspace

_Fact = TypeVar("_Fact", Record, PeriodUpdate, Extension, Urging)
_RULES = frozenset(
    (EntityKind.AGENCY, EntityKind.SETTING, EntityKind.REPORTING_PERIOD, EntityKind.DAY_OFF, EntityKind.PLAN)
)
"""Kinds of rows that the office's rules rest on: its calendar reaches over the years of all plans."""
_WORDS = frozenset((EntityKind.PLAN, EntityKind.SECTION, EntityKind.ITEM, EntityKind.INDICATOR))
"""Kinds of rows that a plan's tree holds."""


@dataclass(frozen=True, slots=True)
class Since:
    """What happened since a picture: what was written, and the plans that were opened, of which nothing is known.

    `trees` are snapshots that were read since the newest of these writes, by their plans.
    """

    written: tuple[Changes, ...] = ()
    opened: frozenset[int] = frozenset()
    trees: Mapping[int, PlanTree] = field(default_factory=dict)


def renewed(workspace: Workspace, before: FollowPicture, since: Since, shown: int | None = None) -> FollowPicture:
    """Return the picture of the same day after what happened since; `shown` is the plan on the screen."""
    kinds = {kind for changes in since.written for kind in changes.touched}
    rules = follow_up_rules(workspace) if kinds & _RULES else before.rules
    pressing, wanted = plans_to_show(workspace, before.as_of, shown)
    renewal = _Renewal(workspace, before, since, before.rules if rules == before.rules else rules)
    return FollowPicture(
        before.as_of,
        renewal.rules,
        agency_names(workspace) if EntityKind.AGENCY in kinds else before.agencies,
        {id_: renewal.plan(id_) for id_ in wanted},
        pressing,
        documents_by_id(workspace) if EntityKind.DOCUMENT in kinds else before.documents,
    )


class _Renewal:
    """What the plans of one renewal share: which of them to read anew, and what was recorded about touched items."""

    def __init__(self, workspace: Workspace, before: FollowPicture, since: Since, rules: FollowUpRules) -> None:
        self._workspace = workspace
        self._before = before
        self._trees = since.trees
        self.rules = rules
        self._has_heirs = any(changes.ids(EntityKind.AGENCY) for changes in since.written)
        self._opened = since.opened | {id_ for changes in since.written for id_ in _plans_as_a_whole(changes, before)}
        self._reworded = {id_ for changes in since.written for id_ in _reworded(changes)}
        self._items = _touched_items(workspace, before, since.written)
        self._facts = with_heirs(workspace, workspace.queries.facts_about(sorted(self._items)))

    def plan(self, plan_id: int) -> FollowedPlan:
        """Return a plan as it is now; one of which nothing is other than it was is the same object."""
        known = self._before.plans.get(plan_id)
        is_new = known is None or self._has_heirs or plan_id in self._opened
        tree = known.tree if known and not is_new and plan_id not in self._reworded else self._tree(plan_id)
        ledger = plan_ledger(self._workspace, plan_id) if known is None or is_new else self._ledger(known, tree)
        if known is None:
            return followed(tree, ledger, self._before.as_of, self.rules)
        if (tree, ledger, self.rules) == (known.tree, known.ledger, self._before.rules):
            return known
        memory = Known(known.tree, known.ledger, self._before.rules, known.status)
        return followed(tree, ledger, self._before.as_of, self.rules, memory)

    def _tree(self, plan_id: int) -> PlanTree:
        return self._trees.get(plan_id) or open_plan(self._workspace, plan_id)

    def _ledger(self, known: FollowedPlan, tree: PlanTree) -> Ledger:
        told = self._items & (known.tree.items.keys() | tree.items.keys())
        return corrected(known.ledger, told, self._facts) if told else known.ledger


def _plans_as_a_whole(changes: Changes, before: FollowPicture) -> Collection[int]:
    """Return the plans of which a write may have changed anything: itself, its sections, or no one knows whose rows."""
    if changes.plan_id is None and not _WORDS.isdisjoint(changes.touched):
        return before.plans.keys()
    is_whole = bool(changes.ids(EntityKind.SECTION) or changes.ids(EntityKind.PLAN))
    return {*changes.ids(EntityKind.PLAN), *([changes.plan_id] if is_whole and changes.plan_id is not None else ())}


def _reworded(changes: Changes) -> Iterable[int]:
    """Return the plan whose tree a write changed."""
    return () if changes.plan_id is None or _WORDS.isdisjoint(changes.touched) else (changes.plan_id,)


def _touched_items(workspace: Workspace, before: FollowPicture, written: Iterable[Changes]) -> set[int]:
    """Return the items that were written, and those about which a fact was: also one whose row an undo took away."""
    found: set[int] = set()
    facts: dict[EntityKind, set[int]] = {}
    for changes in written:
        found |= changes.ids(EntityKind.ITEM) | workspace.queries.items_told_of(changes)
        for kind in changes.touched:
            facts.setdefault(kind, set()).update(changes.ids(kind))
    for plan in before.plans.values():
        found |= _told_of(plan.ledger.records, facts.get(EntityKind.RECORD))
        found |= _told_of(plan.ledger.updates, facts.get(EntityKind.PERIOD_UPDATE))
        found |= _told_of(plan.ledger.extensions, facts.get(EntityKind.EXTENSION))
        found |= _told_of(plan.ledger.urgings, facts.get(EntityKind.URGING))
    return found


def _told_of(rows: Mapping[int, Sequence[_Fact]], ids: Collection[int] | None) -> set[int]:
    """Return the items of which a fact with one of some ids tells."""
    if not ids:
        return set()
    return {item_id for item_id, of_item in rows.items() if any(row.id in ids for row in of_item)}
