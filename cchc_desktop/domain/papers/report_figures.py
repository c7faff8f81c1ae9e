"""Figures of a periodic report: every one of them counts rows by a key, so that text, appendix and screen agree.

A figure is never typed or added up apart: it is the number of rows that its key lets through. The break-downs by
area and by agency therefore add up to the report, and a screen can open what any figure counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from cchc_desktop.domain.followup.rollups import RollUp
from cchc_desktop.domain.followup.status import COMPLETED, Status
from cchc_desktop.domain.indicators.values import Verdict


class Counted(StrEnum):
    """What a figure of a report counts: tasks first, then indicators."""

    TOTAL = "total"
    EXPECTED = "expected"
    DONE = "done"
    DONE_ON_TIME = "done_on_time"
    DONE_LATE = "done_late"
    DONE_IN_PERIOD = "done_in_period"
    IN_TIME = "in_time"
    OVERDUE = "overdue"
    OPEN = "open"
    CARRIED = "carried"
    FORESEEN = "foreseen"
    FORESEEN_DONE = "foreseen_done"
    NEUTRAL = "neutral"
    INDICATORS = "indicators"
    MET = "met"
    NEAR = "near"
    NOT_MET = "not_met"
    ASKED = "asked"
    NO_VALUE = "no_value"
    NOT_BEGUN = "not_begun"


COUNTED_NAMES: Mapping[Counted, str] = {
    Counted.TOTAL: "Tổng số nhiệm vụ",
    Counted.EXPECTED: "Số nhiệm vụ phải thực hiện",
    Counted.DONE: "Đã hoàn thành",
    Counted.DONE_ON_TIME: "Hoàn thành đúng hạn",
    Counted.DONE_LATE: "Hoàn thành quá hạn",
    Counted.DONE_IN_PERIOD: "Hoàn thành trong kỳ",
    Counted.IN_TIME: "Đang thực hiện, trong hạn",
    Counted.OVERDUE: "Chậm tiến độ",
    Counted.OPEN: "Chuyển kỳ sau",
    Counted.CARRIED: "Chuyển từ kế hoạch kỳ trước",
    Counted.FORESEEN: "Ước hoàn thành thêm đến hết kỳ",
    Counted.FORESEEN_DONE: "Ước hoàn thành đến hết kỳ",
    Counted.NEUTRAL: "Không tính (không còn thực hiện, trước ngày theo dõi)",
    Counted.INDICATORS: "Tổng số chỉ tiêu",
    Counted.MET: "Chỉ tiêu đạt",
    Counted.NEAR: "Chỉ tiêu gần đạt",
    Counted.NOT_MET: "Chỉ tiêu chưa đạt",
    Counted.ASKED: "Chỉ tiêu cần đánh giá",
    Counted.NO_VALUE: "Chỉ tiêu chưa có số liệu",
    Counted.NOT_BEGUN: "Chỉ tiêu chưa đến kỳ",
}
"""What each figure is called on screens and in the editor of templates."""

_NEUTRAL = frozenset({Status.DROPPED, Status.UNTRACKED})
_ALL = frozenset(Status)
_IN_TIME = _ALL - COMPLETED - _NEUTRAL - {Status.OVERDUE}

STATUSES_OF: Mapping[Counted, frozenset[Status]] = {
    Counted.TOTAL: _ALL,
    Counted.EXPECTED: _ALL - _NEUTRAL,
    Counted.DONE: COMPLETED,
    Counted.DONE_ON_TIME: frozenset({Status.DONE}),
    Counted.DONE_LATE: frozenset({Status.DONE_LATE}),
    Counted.IN_TIME: _IN_TIME,
    Counted.OVERDUE: frozenset({Status.OVERDUE}),
    Counted.OPEN: _IN_TIME | {Status.OVERDUE},
    Counted.NEUTRAL: _NEUTRAL,
}
"""The statuses that let a task be counted; the other figures of tasks count by marks of their own."""

_BY_STATUS: Mapping[Status, frozenset[Counted]] = {
    status: frozenset(counted for counted, statuses in STATUSES_OF.items() if status in statuses) for status in Status
}

VERDICTS_OF: Mapping[Counted, frozenset[Verdict]] = {
    Counted.INDICATORS: frozenset(Verdict),
    **{Counted(verdict.value): frozenset({verdict}) for verdict in Verdict},
}
"""The verdicts that let an indicator be counted."""

UNKNOWN_AGENCY = 0
"""Stands in a key for tasks whose lead agency is not known."""


@dataclass(frozen=True, slots=True)
class Scope:
    """A part of a report: sections of plans (an area), or a lead agency; nothing means all of it."""

    sections: tuple[int, ...] = ()
    agency: int | None = None

    @property
    def suffix(self) -> str:
        """Return what a figure's name ends with in this part: '/sections=3+4', '/agency=5', '' for all."""
        parts = [f"sections={_joined(self.sections)}"] if self.sections else []
        parts += [f"agency={self.agency}"] if self.agency is not None else []
        return "".join(f"/{part}" for part in parts)

    @classmethod
    def read(cls, suffix: str) -> Scope:
        """Return the part that `suffix` names; ValueError for one that names none."""
        values = dict(part.split("=", 1) for part in suffix.split("/") if part)
        if unknown := values.keys() - {"sections", "agency"}:
            raise ValueError(f"no part of a report: {sorted(unknown)}")
        agency = values.get("agency")
        return cls(_numbers(values.get("sections", "")), None if agency is None else int(agency))


WHOLE = Scope()


@dataclass(frozen=True, slots=True)
class RowsKey:
    """Which rows a figure counts: of which plans, in which period and as of which day, in which part of the report."""

    counted: Counted
    plans: tuple[int, ...]
    period: str
    as_of: date
    scope: Scope = WHOLE

    @property
    def name(self) -> str:
        """Return what stays the same from day to day and from period to period: 'overdue/agency=5'."""
        return f"{self.counted}{self.scope.suffix}"

    @property
    def text(self) -> str:
        """Return the key as words, as papers carry it: 'overdue/agency=5?plans=1+2&period=2025-Q3&as_of=2025-09-14'."""
        return f"{self.name}?plans={_joined(self.plans)}&period={self.period}&as_of={self.as_of.isoformat()}"

    @property
    def statuses(self) -> frozenset[Status]:
        """Return the statuses of the tasks that can be counted; all of them where other marks decide."""
        return STATUSES_OF.get(self.counted, _ALL)

    @property
    def counts_indicators(self) -> bool:
        """Tell whether indicators are counted, not tasks."""
        return self.counted in VERDICTS_OF

    @classmethod
    def read(cls, text: str) -> RowsKey:
        """Return the key that `text` gave; ValueError for words that are none."""
        name, _, rest = text.partition("?")
        counted, _, suffix = name.partition("/")
        try:
            values = dict(part.split("=", 1) for part in rest.split("&"))
            day = date.fromisoformat(values["as_of"])
            return cls(Counted(counted), _numbers(values["plans"]), values["period"], day, Scope.read(suffix))
        except KeyError as error:
            raise ValueError(f"no key of rows: {text!r}") from error


def _joined(numbers: Iterable[int]) -> str:
    return "+".join(map(str, numbers))


def _numbers(words: str) -> tuple[int, ...]:
    return tuple(int(word) for word in words.split("+") if word)


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One task as a report counts it; `marks` are those of the figures that no status decides."""

    plan_id: int
    item_id: int
    section_id: int
    agency_id: int | None
    status: Status
    marks: frozenset[Counted] = frozenset()

    def is_in(self, scope: Scope) -> bool:
        """Tell whether the task stands in a part of the report."""
        of_area = not scope.sections or self.section_id in scope.sections
        return of_area and scope.agency in (None, self.agency_id or UNKNOWN_AGENCY)

    def counted(self) -> frozenset[Counted]:
        """Return the figures that count this task."""
        found = _BY_STATUS[self.status] | self.marks
        is_foreseen = self.status in COMPLETED or Counted.FORESEEN in self.marks
        return found | {Counted.FORESEEN_DONE} if is_foreseen else found

    def counts_as(self, counted: Counted) -> bool:
        """Tell whether a figure counts this task."""
        return counted in self.counted()


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One indicator as a report counts it."""

    plan_id: int
    indicator_id: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class ReportGroup:
    """One line of a break-down: an area with its printed number, or an agency."""

    title: str
    scope: Scope
    number: str = ""

    @property
    def heading(self) -> str:
        """Return the title with its number: 'II. Cải cách thể chế'."""
        return f"{self.number}. {self.title}" if self.number else self.title


@dataclass(frozen=True, slots=True)
class _Part:
    """The rows of a part of a report with their figures."""

    rows: tuple[ReportRow, ...]
    counts: Mapping[Counted, int]


@dataclass(frozen=True, slots=True)
class ReportFigures:
    """All rows of a report as of a day, each task once; every figure is counted here."""

    plans: tuple[int, ...]
    period: str
    as_of: date
    rows: tuple[ReportRow, ...]
    indicators: tuple[IndicatorRow, ...] = ()
    areas: tuple[ReportGroup, ...] = ()
    agencies: tuple[ReportGroup, ...] = ()
    _parts: dict[Scope, _Part] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Parts that were counted before: a paper asks for some ten figures of each."""

    def key(self, counted: Counted, scope: Scope = WHOLE) -> RowsKey:
        """Return the key of a figure of this report."""
        return RowsKey(counted, self.plans, self.period, self.as_of, scope)

    def counted_rows(self, counted: Counted, scope: Scope = WHOLE) -> tuple[ReportRow, ...]:
        """Return the tasks that a figure counts, in the plans' order."""
        return tuple(row for row in self._part(scope).rows if row.counts_as(counted))

    def counted_indicators(self, counted: Counted) -> tuple[IndicatorRow, ...]:
        """Return the indicators that a figure counts."""
        wanted = VERDICTS_OF.get(counted, frozenset())
        return tuple(row for row in self.indicators if row.verdict in wanted)

    def count(self, counted: Counted, scope: Scope = WHOLE) -> int:
        """Return a figure."""
        if counted in VERDICTS_OF:
            return len(self.counted_indicators(counted))
        return self._part(scope).counts[counted]

    def share(self, counted: Counted = Counted.DONE, scope: Scope = WHOLE) -> Decimal | None:
        """Return a figure's part of the tasks that can be completed, in percent to one decimal; None of none."""
        expected = self.count(Counted.EXPECTED, scope)
        if not expected:
            return None
        return (Decimal(100 * self.count(counted, scope)) / expected).quantize(Decimal("0.1"), ROUND_HALF_UP)

    def roll_up(self, scope: Scope = WHOLE) -> RollUp:
        """Return how many tasks of a part have which status, as Tổng quan counts them."""
        return RollUp(Counter(row.status for row in self._part(scope).rows))

    def _part(self, scope: Scope) -> _Part:
        found = self._parts.get(scope)
        if found is None:
            rows = self.rows if scope == WHOLE else tuple(row for row in self.rows if row.is_in(scope))
            counts = Counter(counted for row in rows for counted in row.counted())
            found = self._parts[scope] = _Part(rows, counts)
        return found
