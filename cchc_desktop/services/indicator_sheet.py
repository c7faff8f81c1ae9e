"""What the screen of a plan's indicators shows, read in one go: rows, periods, values, verdicts as of a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from cchc_desktop.domain.followup.reporting import ReportingPeriod, current_period, find_period
from cchc_desktop.domain.indicators.indicator import Indicator
from cchc_desktop.domain.indicators.targets import Target, stage_of
from cchc_desktop.domain.indicators.values import IndicatorValue, Judgement
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import Plan
from cchc_desktop.services.agencies import agency_names
from cchc_desktop.services.followup_rules import near_points, period_rules, special_reports
from cchc_desktop.services.measuring import judgements, target_of
from cchc_desktop.services.periods import periods_within
from cchc_desktop.services.workspace import Workspace

_MOST_PLACES = 2


@dataclass(frozen=True, slots=True)
class MeasuredIndicator:
    """One indicator with its reading, its stage, its values by the period's key and the verdict as of the day.

    `agency` is what the following agency is called now, the written words where no agency is linked.
    """

    row: Indicator
    target: Target
    stage: Period
    agency: str
    values: Mapping[str, IndicatorValue]
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class IndicatorSheet:
    """A plan's indicators in their order with its reporting periods; `current` is the key of the one being reported on.

    The periods are the regular ones that end inside the plan and every other one for which there is a value. `places`
    are the digits behind the comma by unit: as many as any value of that unit has, two at most.
    """

    plan: Plan
    as_of: date
    periods: tuple[ReportingPeriod, ...]
    current: str | None
    rows: tuple[MeasuredIndicator, ...]
    near_points: Decimal
    places: Mapping[str | None, int]


def read_sheet(workspace: Workspace, plan_id: int, as_of: date) -> IndicatorSheet:
    """Read everything about the indicators of a plan as of a day; NotFound."""
    tree, values = workspace.queries.indicators(plan_id), workspace.queries.indicator_values(plan_id)
    names = agency_names(workspace)
    judged = judgements(workspace, tree, values, as_of)
    regular = periods_within(workspace, tree.plan.period)
    running = current_period(regular, as_of)
    used = {value.period for of_one in values.values() for value in of_one}
    rows = tuple(
        MeasuredIndicator(
            row=row,
            target=target_of(row),
            stage=stage_of(row.group_title, tree.plan.period),
            agency=names.get(row.agency_id or 0, row.agency_words or ""),
            values={value.period: value for value in values.get(row.id, ())},
            judgement=judged[row.id],
        )
        for row in tree.indicators
    )
    return IndicatorSheet(
        plan=tree.plan,
        as_of=as_of,
        periods=_with_used(workspace, regular, used),
        current=running.key if running else None,
        rows=rows,
        near_points=near_points(workspace),
        places=_places(rows),
    )


def _with_used(
    workspace: Workspace, periods: tuple[ReportingPeriod, ...], used: set[str]
) -> tuple[ReportingPeriod, ...]:
    """Return the periods and those beside them that hold values, by the end of their data."""
    rules, special = period_rules(workspace), special_reports(workspace)
    others = (find_period(key, rules, special) for key in sorted(used - {period.key for period in periods}))
    found = (*periods, *(period for period in others if period is not None))
    return tuple(sorted(found, key=lambda period: (period.window.end, period.window.start)))


def _places(rows: Sequence[MeasuredIndicator]) -> dict[str | None, int]:
    found: dict[str | None, int] = {}
    for one in rows:
        for value in one.values.values():
            exponent = value.amount.normalize().as_tuple().exponent if value.amount is not None else 0
            digits = -exponent if isinstance(exponent, int) and exponent < 0 else 0
            found[one.target.unit] = max(found.get(one.target.unit, 0), min(digits, _MOST_PLACES))
    return found
