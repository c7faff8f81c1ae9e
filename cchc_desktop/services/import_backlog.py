"""What of a draft lies in the past: how many of its milestones would be overdue as soon as it has come in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cchc_desktop.domain.draft import DraftPlan
from cchc_desktop.domain.followup.ledger import Ledger
from cchc_desktop.domain.followup.milestones import item_milestones
from cchc_desktop.domain.followup.status import Status, StatusRules, milestone_status
from cchc_desktop.domain.items import ItemKind, WorkItem
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import Plan, plan_kind
from cchc_desktop.services.followup_rules import status_rules
from cchc_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Backlog:
    """The time words of a draft with how often each stands there, asked about as of a day by an office's rules."""

    as_of: date
    rules: StatusRules
    words: Mapping[str, int]

    def overdue(self, period: Period, tracked_from: date | None = None) -> int:
        """Return how many milestones would be overdue in a plan of a period that is followed from a day on."""
        plan = Plan("", plan_kind(period), period, tracked_from=tracked_from)
        return sum(count * self._overdue(words, plan) for words, count in self.words.items())

    def _overdue(self, words: str, plan: Plan) -> int:
        item = WorkItem(plan_id=plan.id, section_id=plan.id, kind=ItemKind.TASK, content="", time_words=words)
        found = item_milestones(item, plan, Ledger(), self.as_of).milestones
        return sum(milestone_status(one, self.as_of, rules=self.rules).status is Status.OVERDUE for one in found)


def backlog(workspace: Workspace, draft: DraftPlan) -> Backlog:
    """Return what tells how much of a draft lies in the past today; of the file's own period it tells that at once."""
    words = Counter(item.time_words for item in draft.all_items() if item.time_words and item.time_words.strip())
    found = Backlog(workspace.clock.today(), status_rules(workspace), words)
    if draft.period is not None:
        found.overdue(draft.period)  # reads the time words here, not on the thread of whoever shows it
    return found
