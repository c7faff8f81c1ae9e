"""A periodic report (báo cáo kết quả CCHC) as plain data: figures, words of the period, changes, what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from cchc_desktop.domain.agencies.spelling import in_running_text
from cchc_desktop.domain.followup.reporting import ReportingPeriod
from cchc_desktop.domain.indicators.values import Verdict
from cchc_desktop.domain.papers.report_figures import Counted, ReportFigures, ReportGroup, RowsKey, Scope
from cchc_desktop.domain.papers.words import month_word, padded
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.written_numbers import show_number

NO_SHARE = "–"
"""Stands for a percentage of nothing."""
SHARES = {"share": Counted.DONE, "foreseen_share": Counted.FORESEEN_DONE}
"""Figures in percent of what can be completed, by name."""
BEFORE = "_before"
"""Ends the name of a figure of the last period."""
_COUNTED = {counted.value: counted for counted in Counted}


@dataclass(frozen=True, slots=True)
class Said:
    """What was said about one task in a period: a result, or a difficulty; `agency` where others answered too."""

    plan_id: int
    item_id: int
    task: str
    words: str
    agency: str = ""


@dataclass(frozen=True, slots=True)
class NamedTask:
    """One task as a report lists it: late, due in the next period, changed since the last one."""

    plan_id: int
    item_id: int
    task: str
    leads: tuple[str, ...] = ()
    due: date | None = None


@dataclass(frozen=True, slots=True)
class AreaFacts:
    """What a report says of one area: results and difficulties of the period, the tasks that are late."""

    group: ReportGroup
    results: tuple[Said, ...] = ()
    limits: tuple[Said, ...] = ()
    overdue: tuple[NamedTask, ...] = ()


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """One indicator with its value in the period and in the last one; numbers are None where words were entered."""

    plan_id: int
    indicator_id: int
    group_number: str
    group: str
    number: str
    text: str
    unit: str
    target: str
    agency: str
    verdict: Verdict
    value: Decimal | None = None
    words: str = ""
    before: Decimal | None = None
    before_words: str = ""

    @property
    def shown(self) -> str:
        """Return the value as papers write it, '' where there is none."""
        return self.words if self.value is None else show_number(self.value)

    @property
    def shown_before(self) -> str:
        """Return the last period's value as papers write it."""
        return self.before_words if self.before is None else show_number(self.before)


@dataclass(frozen=True, slots=True)
class SinceLast:
    """What changed since the last period; `is_locked`: its figures are the kept ones, not computed again."""

    period: ReportingPeriod
    as_of: date
    is_locked: bool
    figures: ReportFigures
    done: tuple[NamedTask, ...] = ()
    overdue: tuple[NamedTask, ...] = ()
    added: tuple[NamedTask, ...] = ()
    dropped: tuple[NamedTask, ...] = ()


@dataclass(frozen=True, slots=True)
class NotAnswered:
    """An agency that has not said all that the period asks of it: how many of how many, and of which tasks."""

    agency: str
    given: int
    owed: int
    item_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """One live figure: its name, how it is written, and the key of the rows that it counts."""

    name: str
    shown: str
    key: RowsKey


@dataclass(frozen=True, slots=True)
class Report:
    """All that a report for a period can say about its plans, as of a day.

    `is_locked`: the figures are those that were kept when the period was closed. `left_out` are the tasks that
    count under the plan that carries them out.
    """

    period: ReportingPeriod
    as_of: date
    plans: tuple[Plan, ...]
    office: str
    figures: ReportFigures
    areas: tuple[AreaFacts, ...] = ()
    indicators: tuple[IndicatorLine, ...] = ()
    since: SinceLast | None = None
    next_period: ReportingPeriod | None = None
    next_tasks: tuple[NamedTask, ...] = ()
    not_answered: tuple[NotAnswered, ...] = ()
    is_locked: bool = False
    left_out: tuple[int, ...] = ()

    @property
    def is_estimated(self) -> bool:
        """Tell whether the report goes out while its window runs: the rest is 'ước thực hiện'."""
        return self.period.is_estimated and self.as_of < self.period.window.end

    @property
    def plan_ids(self) -> tuple[int, ...]:
        """Return the plans' ids in their order."""
        return tuple(plan.id for plan in self.plans)

    def figure(self, name: str) -> Figure | None:
        """Return a live figure by its name ('overdue', 'share/sections=3', 'done_before'), None where none is."""
        base, slash, suffix = name.partition("/")
        figures = self.figures
        if base.endswith(BEFORE):
            if self.since is None:
                return None
            base, figures = base.removesuffix(BEFORE), self.since.figures
        counted = SHARES.get(base) or _COUNTED.get(base)
        try:
            scope = Scope.read(slash + suffix)
        except ValueError:
            return None
        if counted is None or not self._has(scope):
            return None
        share = figures.share(counted, scope)
        shown = shown_share(share) if base in SHARES else shown_count(figures.count(counted, scope))
        return Figure(name, shown, figures.key(counted, scope))

    def _has(self, scope: Scope) -> bool:
        groups = (*self.figures.areas, *self.figures.agencies)
        return scope == Scope() or any(group.scope == scope for group in groups)


def shown_count(count: int) -> str:
    """Return a number as the words of a document write it: below 10 with a zero, none as '0'."""
    return padded(count) if count else "0"


def shown_share(share: Decimal | None) -> str:
    """Return a percentage without its sign: '38,5'; '–' of nothing."""
    return NO_SHARE if share is None else show_number(share)


def short_day(day: date) -> str:
    """Return a day inside a sentence: '30/7/2025', '05/02/2026'."""
    return f"{padded(day.day)}/{month_word(day.month)}/{day.year}"


def plan_words(plan: Plan) -> str:
    """Return a plan as a sentence names it, with the document that issues it where that has a number."""
    document, title = plan.document, _running_title(plan)
    if not document.number:
        return title
    dated = f" ngày {short_day(document.date)}" if document.date else ""
    kind = document.type or "Kế hoạch"
    if kind.casefold() == "kế hoạch":
        return f"{title} (Kế hoạch số {document.number}{dated})"
    return f"{title} ban hành kèm theo {kind} số {document.number}{dated}"


def _running_title(plan: Plan) -> str:
    """Return a title as running text has it; one in capitals is that of an appendix and says less than the plan is."""
    if not plan.title.isupper():
        return plan.title
    of = f" của {in_running_text(plan.issuer)}" if plan.issuer else ""
    return f"kế hoạch cải cách hành chính{of}"


def within(words: str) -> str:
    """Return a period's title inside a sentence: 'quý III năm 2025'."""
    return words[:1].lower() + words[1:]
