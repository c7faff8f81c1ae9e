"""Breaking a measured document into pages: what stands where, section by section."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cchc_desktop.documents.layout.chart_flow import ChartFlow
from cchc_desktop.documents.layout.charts import MeasuredChart
from cchc_desktop.documents.layout.measure import (
    Checkpoint,
    LineRule,
    Measured,
    MeasuredBlock,
    MeasuredPair,
    MeasuredSection,
    MeasuredTable,
    no_checkpoint,
)
from cchc_desktop.documents.layout.paper import Page, Paper
from cchc_desktop.documents.layout.paragraph_flow import PairFlow, ParagraphFlow
from cchc_desktop.documents.layout.table_flow import TableFlow

PRINTED = LineRule(pitch=1.15, padding=6)
"""Single line spacing of the font, 3 points above and below the words of a cell."""

_Flow = ParagraphFlow | PairFlow | TableFlow | ChartFlow


def break_pages(measured: Measured, rule: LineRule = PRINTED, checkpoint: Checkpoint = no_checkpoint) -> list[Page]:
    """Return the pages of a document; each section begins one, counted from 1, and there is always one."""
    return [page for section in measured.sections for page in _section_pages(section, rule, checkpoint)]


def _section_pages(section: MeasuredSection, rule: LineRule, checkpoint: Checkpoint) -> list[Page]:
    paper = Paper(section.section.page, rule)
    flows = [_flow(paper, block, checkpoint) for block in section.blocks]
    for flow, following in zip(flows, _needs_behind(flows, paper.height), strict=True):
        flow.place(following)
    return paper.pages


def _flow(paper: Paper, block: MeasuredBlock, checkpoint: Checkpoint) -> _Flow:
    if isinstance(block, MeasuredTable):
        return TableFlow(paper, block, checkpoint)
    if isinstance(block, MeasuredPair):
        return PairFlow(paper, block)
    if isinstance(block, MeasuredChart):
        return ChartFlow(paper, block)
    return ParagraphFlow(paper, block, paper.left)


def _needs_behind(flows: Sequence[_Flow], page_height: float) -> list[float]:
    """Return for every block the height that what follows needs to begin, 0 where it does not keep with that.

    Headings that with what follows are higher than a page let go of it: they stay together, and it begins the next.
    """
    kept_heights = list(_kept_heights(flows))
    needs = [0.0] if flows else []
    for (above, below), kept in zip(reversed(list(pairwise(flows))), kept_heights[-2::-1], strict=True):
        need = below.least(needs[-1]) if above.keeps else 0.0
        needs.append(need if kept + need <= page_height else 0.0)
    return needs[::-1]


def _kept_heights(flows: Sequence[_Flow]) -> Iterator[float]:
    """Yield for every block the height of what must stand with what follows it: 0, or it and what keeps with it."""
    height = 0.0
    for flow in flows:
        if isinstance(flow, ParagraphFlow) and flow.keeps:
            height = height + flow.height if flow.is_short else flow.ending
        else:
            height = 0.0
        yield height
