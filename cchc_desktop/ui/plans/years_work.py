"""What the page of years inside words asks of the database; the services load when the work runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan_tree import PlanTree

if TYPE_CHECKING:
    from cchc_desktop.services.workspace import Workspace
    from cchc_desktop.services.year_changes import YearPlace


@dataclass(frozen=True, slots=True)
class YearsFound:
    """A plan, the period for which its words were written, and the years in them, read at one moment."""

    tree: PlanTree
    written_for: Period
    places: Sequence[YearPlace]


def read_years(plan_id: int, first_year: int | None = None) -> Callable[[Workspace], YearsFound]:
    """Return work that finds the years in a plan's words, written for a period that began in `first_year`."""

    def work(workspace: Workspace) -> YearsFound:
        from cchc_desktop.services import plans, year_changes

        tree = plans.open_plan(workspace, plan_id)
        if first_year is None:
            written_for = year_changes.earlier_period(workspace, tree)
        else:
            written_for = year_changes.shifted(tree.plan.period, first_year - tree.plan.period.start.year)
        return YearsFound(tree, written_for, tuple(year_changes.year_places(tree, written_for)))

    return work
