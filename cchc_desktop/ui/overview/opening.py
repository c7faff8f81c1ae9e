"""Which rows of the plan stand behind a figure, as the filters of the plan's view say it."""

from __future__ import annotations

from collections.abc import Iterable

from cchc_desktop.domain.followup.status import Status
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.ui.workbench.filters import Filters, lead_value


def of_statuses(statuses: Iterable[Status]) -> Filters:
    """Return the filter on items that show one of some statuses."""
    return Filters(statuses=_values(statuses))


def of_area(tree: PlanTree, section_id: int, statuses: Iterable[Status] = ()) -> Filters:
    """Return the filter on the items of a section, with one of some statuses where any are named."""
    uids = frozenset(section.uid for section in tree.sections if section.id == section_id)
    return Filters(areas=uids, statuses=_values(statuses))


def of_agency(agency_id: int, statuses: Iterable[Status] = ()) -> Filters:
    """Return the filter on the items counted under an agency, with one of some statuses where any are named."""
    return Filters(leads=frozenset({lead_value(str(agency_id))}), statuses=_values(statuses))


def _values(statuses: Iterable[Status]) -> frozenset[str]:
    return frozenset(status.value for status in statuses)
