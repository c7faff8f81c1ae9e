"""Which tasks a saved view of the plan's rows lets through, by the table's own filter, as of a paper's day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from cchc_desktop.domain.followup.rollups import RollUp
from cchc_desktop.domain.papers.followup import Grouping
from cchc_desktop.domain.views import SavedView, ViewMode
from cchc_desktop.services.followup import FollowedPlan
from cchc_desktop.ui.workbench.filtering import PlanFilter
from cchc_desktop.ui.workbench.results import Results
from cchc_desktop.ui.workbench.views_filters import wanted_filters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cchc_desktop.domain.followup.status import ItemStatus
    from cchc_desktop.domain.text.abbreviations import Abbreviations


class _StatusesOf:
    """The statuses of one plan, as the table's filter asks for them."""

    def __init__(self, plan: FollowedPlan) -> None:
        self._statuses = plan.status.statuses

    def status(self, item_id: int) -> ItemStatus | None:
        """Return how an item stands; None for one that is not followed."""
        return self._statuses.get(item_id)

    def words(self, item_id: int, field: str) -> str:
        """Return nothing: no filter asks for the words of results."""
        return ""

    def about(self, item_id: int) -> str:
        """Return nothing, as `words`."""
        return ""

    def roll_up(self, item_ids: Iterable[int]) -> RollUp:
        """Return no figures: the paper has its own."""
        return RollUp({})


def rows_of_view(
    view: SavedView,
    plan: FollowedPlan,
    as_of: date,
    agencies: Mapping[int, str],
    abbreviations: Callable[[], Abbreviations] | None,
) -> frozenset[int]:
    """Return the ids of the items that a view shows, with those above them, as the table shows them."""
    results = Results()
    results.take(_StatusesOf(plan))
    finder = PlanFilter(abbreviations, today=lambda: as_of, results=results)
    finder.set_tree(plan.tree)
    filters, _ = wanted_filters(view.filters, plan.tree, agencies)
    found = finder.visible(view.query, filters)
    return frozenset(plan.tree.items) if found is None else found


def grouping_of(view: SavedView) -> Grouping:
    """Return how a paper groups the rows of a view."""
    return Grouping.AGENCY if view.mode is ViewMode.AGENCY else Grouping.AREA
