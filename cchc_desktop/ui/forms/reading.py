"""What one look at the database brings for this screen; all of it is read on the database's thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from cchc_desktop.domain.errors import CchcError, InvalidInput
from cchc_desktop.domain.forms.form import SuperiorForm
from cchc_desktop.domain.forms.matching import Choice, Proposal
from cchc_desktop.domain.papers.report import IndicatorLine
from cchc_desktop.domain.papers.report_figures import RowsKey
from cchc_desktop.domain.papers.report_paper import rows_of
from cchc_desktop.domain.papers.report_template import ReportTemplate
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.services import form_filling, forms, periods
from cchc_desktop.services.form_filling import FormValues
from cchc_desktop.services.forms import FormLine
from cchc_desktop.services.papers.report import report
from cchc_desktop.services.workspace import Workspace
from cchc_desktop.ui.forms import sources
from cchc_desktop.ui.forms.lines import CellLine, lines_of
from cchc_desktop.ui.reports.offers import offers_of
from cchc_desktop.ui.reports.papers import Offers


@dataclass(frozen=True, slots=True)
class Target:
    """What is filled: a form, the plans (the open one first), the key of the reporting period."""

    form_id: int
    plan_ids: tuple[int, ...]
    period: str


@dataclass(frozen=True, slots=True)
class ListedForm:
    """A form as the list shows it; `filled` are the titles of the periods for which a copy was filled, in order."""

    line: FormLine
    filled: tuple[str, ...] = ()

    @property
    def id(self) -> int:
        """Return the form's id."""
        return self.line.form.id


@dataclass(frozen=True, slots=True)
class Seen:
    """The forms that there are, and the periods and plans that can be chosen."""

    forms: tuple[ListedForm, ...]
    offers: Offers


@dataclass(frozen=True, slots=True)
class Sources:
    """What can fill a cell over some plans in a period."""

    plan_ids: tuple[int, ...]
    period: str
    choices: tuple[Choice, ...]
    offered: tuple[sources.Offered, ...]
    likely: Mapping[str, Mapping[str, Proposal]] = field(default_factory=dict)
    """What the words of cells ask for, by the SHA-256 of a form's file and by address: worked out once for each."""

    def serves(self, target: Target) -> bool:
        """Tell whether these are the sources for what is to be filled."""
        return (self.plan_ids, self.period) == (target.plan_ids, target.period)


@dataclass(frozen=True, slots=True)
class FormLook:
    """One form in one period; `refusal` says why there are no values (plans that overlap, a form that is gone)."""

    target: Target
    values: FormValues | None
    lines: tuple[CellLine, ...] = ()
    sources: Sources | None = None
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class BehindFigure:
    """What a figure counts: ids of tasks, or indicators as the report has them."""

    plan_ids: tuple[int, ...]
    items: tuple[int, ...] = ()
    indicators: tuple[IndicatorLine, ...] = ()


def look(
    workspace: Workspace, tree: PlanTree | None, today: date, template: Callable[[], ReportTemplate | None]
) -> Seen:
    """Return the forms, and what can be chosen for the open plan."""
    listed = tuple(ListedForm(line, _filled(workspace, line)) for line in forms.forms(workspace))
    return Seen(listed, offers_of(workspace, tree, today, template) if tree is not None else Offers())


def _filled(workspace: Workspace, line: FormLine) -> tuple[str, ...]:
    found: list[tuple[date, str]] = []
    for one in line.periods:
        if one.filled_on is not None:
            try:
                period = periods.reporting_period(workspace, one.period)
                found.append((period.window.end, period.title))
            except InvalidInput:  # a rule that the office has changed since
                found.append((date.min, one.period))
    return tuple(title for _, title in sorted(found))


def look_at(workspace: Workspace, target: Target, known: Sources | None) -> FormLook:
    """Return what a form's cells get, with what could fill them; `known` sources are taken where they serve."""
    try:
        values = form_filling.values(workspace, target.form_id, target.plan_ids, target.period)
    except CchcError as error:
        return FormLook(target, None, refusal=error.message)
    found = known if known is not None and known.serves(target) else _sources(workspace, target)
    found = _with_likely(found, values.form)
    proposed = form_filling.proposals_among(values.form, found.likely[values.form.file.sha256])
    return FormLook(target, values, lines_of(values, proposed), found)


def _sources(workspace: Workspace, target: Target) -> Sources:
    choices = form_filling.choices(workspace, target.plan_ids, target.period)
    return Sources(target.plan_ids, target.period, choices, sources.offered(choices))


def _with_likely(known: Sources, form: SuperiorForm) -> Sources:
    sha256 = form.file.sha256
    if sha256 in known.likely:
        return known
    return replace(known, likely={**known.likely, sha256: form_filling.likely_sources(form, known.choices)})


def behind(workspace: Workspace, target: Target, key: RowsKey) -> BehindFigure:
    """Return what a figure of a form counts; CchcError where the plans have changed."""
    made = report(workspace, target.plan_ids, target.period)
    ids: Sequence[int] = rows_of(made, key)
    if key.counts_indicators:
        return BehindFigure(made.plan_ids, indicators=tuple(one for one in made.indicators if one.indicator_id in ids))
    return BehindFigure(made.plan_ids, items=tuple(ids))
