"""A periodic report as it is signed: its figures, its words, who issues it, what is appended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cchc_desktop.domain.papers.followup import Issuer, Paper, TrackingPaper
from cchc_desktop.domain.papers.report import Report
from cchc_desktop.domain.papers.report_figures import WHOLE, Counted, ReportGroup, RowsKey
from cchc_desktop.domain.papers.report_text import ReportDraft

STATISTICS = (
    Counted.TOTAL, Counted.DONE_ON_TIME, Counted.DONE_LATE, Counted.DONE_IN_PERIOD, Counted.IN_TIME, Counted.OVERDUE,
)  # fmt: skip
"""The figures of the appendix for each line, before the percentage; NEUTRAL joins them where there is any."""


@dataclass(frozen=True, slots=True)
class ReportPaper:
    """A report ready to be set. A draft has no number ('') and no day (None).

    With `appended` the statistics by area and agency are an appendix, with `indicators_appended` the indicators too,
    where there are any; `tracking` are the tables of single tasks to append. `charted` draws the figures of the
    statistics too, behind their tables.
    """

    issuer: Issuer
    report: Report
    draft: ReportDraft
    number: str = ""
    day: date | None = None
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    archive: str = ""
    appended: bool = True
    indicators_appended: bool = True
    tracking: tuple[TrackingPaper, ...] = ()
    charted: bool = False

    @property
    def around(self) -> date:
        """Return the day whose month and year stand beside a blank day: that on which the report is sent."""
        return self.day or self.report.period.sent

    @property
    def columns(self) -> tuple[Counted, ...]:
        """Return what the lines of the statistics count."""
        has_neutral = self.report.figures.count(Counted.NEUTRAL) > 0
        return (*STATISTICS, Counted.NEUTRAL) if has_neutral else STATISTICS

    def keys(self) -> Iterator[RowsKey]:
        """Yield the key of every figure of the paper, those of its words first."""
        for _, live in self.draft.figures():
            if figure := self.report.figure(live.name):
                yield figure.key
        figures = self.report.figures
        groups: tuple[ReportGroup, ...] = (*figures.areas, *figures.agencies) if self.appended or self.charted else ()
        for scope in (*(group.scope for group in groups), *((WHOLE,) if groups else ())):
            yield from (figures.key(counted, scope) for counted in (*self.columns, Counted.DONE))

    def figures(self) -> dict[str, tuple[int, ...]]:
        """Return the rows behind every figure by its key: ids of tasks, or of indicators where the key counts them."""
        found = {key.text: rows_of(self.report, key) for key in self.keys()}
        for table in self.tracking:
            found |= table.figures()
        return found


AnyPaper = Paper | ReportPaper
"""What `paper_ports.PaperWriter` writes."""


def rows_of(report: Report, key: RowsKey) -> tuple[int, ...]:
    """Return the ids of what a figure counts: tasks, or indicators (`RowsKey.counts_indicators`)."""
    since = report.since
    is_before = since is not None and key.period == since.period.key
    figures = since.figures if since is not None and is_before else report.figures
    if key.counts_indicators:
        return tuple(row.indicator_id for row in figures.counted_indicators(key.counted))
    return tuple(row.item_id for row in figures.counted_rows(key.counted, key.scope))
