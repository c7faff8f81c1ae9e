"""What the plan's table shows of a `FollowPicture`: statuses, and the result of each item's milestone at hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.followup.at_hand import milestone_at_hand
from cchc_desktop.domain.followup.milestones import STANDING, Milestone
from cchc_desktop.domain.followup.records import PeriodUpdate
from cchc_desktop.domain.followup.rollups import RollUp
from cchc_desktop.domain.followup.status import ItemStatus
from cchc_desktop.domain.schedule.occurrence_words import occurrence_words
from cchc_desktop.services.followup import FollowedPlan, FollowPicture
from cchc_desktop.services.result_cells import DAY, DOCUMENTS, RESULT, references
from cchc_desktop.ui.words import Words

_words = Words("PlanResults")


class PlanResults:
    """One plan of a picture; the words of a cell are worked out when it is shown."""

    def __init__(self, picture: FollowPicture, plan: FollowedPlan) -> None:
        self._picture = picture
        self._plan = plan

    def status(self, item_id: int) -> ItemStatus | None:
        """Return how an item stands; None for one that is not followed."""
        return self._plan.status.statuses.get(item_id)

    def words(self, item_id: int, field: str) -> str:
        """Return what a cell of results holds: of the milestone at hand, of a standing task for the period at hand."""
        milestone = self._at_hand(item_id)
        if milestone is None:
            return ""
        if milestone.occurrence == STANDING:
            update = self._update(item_id)
            return self._cell(field, update.words, update.given_on, update.evidence) if update is not None else ""
        record = milestone.record
        if record is None:
            return ""
        return self._cell(field, record.result, record.done_on, record.evidence)

    def _cell(self, field: str, result: str | None, day: date | None, evidence: tuple[int, ...]) -> str:
        if field == RESULT:
            return result or ""
        if field == DAY:
            return show_day(day) if day is not None else ""
        assert field == DOCUMENTS
        known = self._picture.documents
        return references([known[id_] for id_ in evidence if id_ in known])

    def about(self, item_id: int) -> str:
        """Return to which milestone the cells of an item belong: its name and its due date."""
        milestone = self._at_hand(item_id)
        if milestone is None:
            return ""
        if milestone.occurrence == STANDING:
            period = self._plan.status.period
            return _words("Cập nhật cho kỳ: {}").format(period.title) if period is not None else ""
        name = occurrence_words(milestone.occurrence)
        if milestone.due is None:
            return name
        due = show_day(milestone.due)
        return _words("Mốc {}, {}").format(due, name) if name else _words("Mốc {}").format(due)

    def roll_up(self, item_ids: Iterable[int]) -> RollUp:
        """Count items by their status; those that are not followed are left out."""
        statuses = self._plan.status.statuses
        return RollUp(Counter(statuses[id_].status for id_ in item_ids if id_ in statuses))

    def _at_hand(self, item_id: int) -> Milestone | None:
        found = self.status(item_id)
        if found is None:
            return None
        return milestone_at_hand([one.milestone for one in found.milestones], self._picture.as_of)

    def _update(self, item_id: int) -> PeriodUpdate | None:
        period = self._plan.status.period
        updates = self._plan.ledger.updates.get(item_id, ())
        own = (one for one in updates if one.agency_id is None and period is not None and one.period == period.key)
        return next(own, None)


def results_of(picture: FollowPicture | None, plan_id: int | None) -> PlanResults | None:
    """Return what a picture tells of a plan; None where it does not hold it."""
    plan = picture.plans.get(plan_id) if picture is not None and plan_id is not None else None
    return PlanResults(picture, plan) if picture is not None and plan is not None else None
