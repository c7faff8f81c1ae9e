"""The charts of a periodic report, of the same figures as its statistics: by area, and by lead agency."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cchc_desktop.documents.builders.paper_parts import PaperParts
from cchc_desktop.documents.model import Chart, ChartSeries, Fill
from cchc_desktop.domain.papers.layout_profile import Element
from cchc_desktop.domain.papers.report_figures import COUNTED_NAMES, Counted, ReportFigures, ReportGroup
from cchc_desktop.domain.papers.report_paper import ReportPaper
from cchc_desktop.domain.papers.words import padded

MOST = 12
"""Categories of a chart at most: of more, the last ones are counted together."""

_SPACE_AFTER = 10.0  # points
_FILLS: Mapping[Counted, Fill] = {
    Counted.DONE: "light",
    Counted.DONE_ON_TIME: "light",
    Counted.DONE_LATE: "diagonal",
    Counted.IN_TIME: "white",
    Counted.OVERDUE: "dark",
    Counted.NEUTRAL: "level",
}
_BY_AREA = (Counted.DONE_ON_TIME, Counted.DONE_LATE, Counted.IN_TIME, Counted.OVERDUE)
_BY_AGENCY = (Counted.DONE, Counted.OVERDUE)
_NAMES = {**COUNTED_NAMES, Counted.NEUTRAL: "Không tính"}
_AREAS_TITLE = "Tình trạng nhiệm vụ theo lĩnh vực"
_AGENCIES_TITLE = "Nhiệm vụ đã hoàn thành và chậm tiến độ theo cơ quan chủ trì"
_TOTAL = "tổng số nhiệm vụ"


def charts_of(paper: ReportPaper) -> Iterator[Chart]:
    """Yield the charts of a report: the status of all tasks by area, those done and those late by agency."""
    figures = paper.report.figures
    style = PaperParts(paper.issuer.layout).style(Element.TABLE)
    if figures.areas:
        counted = (*_BY_AREA, Counted.NEUTRAL) if Counted.NEUTRAL in paper.columns else _BY_AREA
        groups = _shown(figures.areas, "Các lĩnh vực khác")
        series = _series(figures, counted, groups)
        yield Chart("stacked", _AREAS_TITLE, "Lĩnh vực", _names(groups), series, _TOTAL, style, _SPACE_AFTER)
    if figures.agencies:
        groups = _shown(figures.agencies, "Các cơ quan khác")
        series = _series(figures, _BY_AGENCY, groups)
        yield Chart("grouped", _AGENCIES_TITLE, "Cơ quan", _names(groups), series, "", style, _SPACE_AFTER)


_Shown = Sequence[tuple[str, tuple[ReportGroup, ...]]]


def _shown(groups: Sequence[ReportGroup], rest: str) -> _Shown:
    """Return the categories: every group under its name, the last of many together under one."""
    if len(groups) <= MOST:
        return [(group.heading, (group,)) for group in groups]
    kept, others = groups[: MOST - 1], tuple(groups[MOST - 1 :])
    return [*((group.heading, (group,)) for group in kept), (f"{rest} ({padded(len(others))})", others)]


def _names(shown: _Shown) -> tuple[str, ...]:
    return tuple(name for name, _ in shown)


def _series(figures: ReportFigures, counted: Sequence[Counted], shown: _Shown) -> tuple[ChartSeries, ...]:
    return tuple(
        ChartSeries(
            _NAMES[one],
            tuple(sum(figures.count(one, group.scope) for group in groups) for _, groups in shown),
            _FILLS[one],
            tuple(figures.key(one, groups[0].scope).text if len(groups) == 1 else None for _, groups in shown),
        )
        for one in counted
    )
