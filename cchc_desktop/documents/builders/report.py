"""Builds a periodic report: letterhead to foot in portrait, then its appendices with pages of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial

from cchc_desktop.documents.builders.data_table import DataColumn, Entry, TableMaker
from cchc_desktop.documents.builders.paper_parts import PaperFoot, PaperHead, PaperParts, attached_words, live
from cchc_desktop.documents.builders.report_charts import charts_of
from cchc_desktop.documents.builders.tracking import tracking_appendix
from cchc_desktop.documents.model import Block, Chart, Document, Row, Run, Section, SideBySide, Table
from cchc_desktop.domain.indicators.values import VERDICT_NAMES
from cchc_desktop.domain.papers.report import IndicatorLine, shown_share, within
from cchc_desktop.domain.papers.report_figures import WHOLE, Counted, ReportGroup
from cchc_desktop.domain.papers.report_paper import ReportPaper
from cchc_desktop.domain.papers.report_text import DraftBlock, DraftSection, LiveFigure

_COLUMNS: Mapping[Counted, DataColumn] = {
    Counted.TOTAL: DataColumn("Tổng số nhiệm vụ", "center"),
    Counted.DONE_ON_TIME: DataColumn("Đúng hạn", "center", "Đã hoàn thành"),
    Counted.DONE_LATE: DataColumn("Quá hạn", "center", "Đã hoàn thành"),
    Counted.DONE_IN_PERIOD: DataColumn("Hoàn thành trong kỳ", "center"),
    Counted.IN_TIME: DataColumn("Trong hạn", "center", "Đang thực hiện"),
    Counted.OVERDUE: DataColumn("Chậm tiến độ", "center", "Đang thực hiện"),
    Counted.NEUTRAL: DataColumn("Không tính", "center"),
}
_SHARE = DataColumn("Tỷ lệ hoàn thành (%)", "center")
_INDICATOR_COLUMNS = (
    DataColumn("TT", "center"),
    DataColumn("Chỉ tiêu"),
    DataColumn("Đơn vị", "center"),
    DataColumn("Mức chỉ tiêu", "center"),
    DataColumn("Kỳ trước", "center"),
    DataColumn("Kỳ này", "center"),
    DataColumn("Đánh giá", "center"),
    DataColumn("Cơ quan thực hiện"),
)
_KEPT_WHOLE = 12  # rows of a table that stands on one page where it has begun on another
_NOTE = (
    "Ghi chú: “Hoàn thành trong kỳ” gồm cả nhiệm vụ định kỳ đã hoàn thành phần việc đến hạn trong kỳ số liệu. Tỷ lệ "
    "tính trên số nhiệm vụ phải thực hiện."
)


def build_report(paper: ReportPaper) -> Document:
    """Return the report as a document; its live figures carry the keys of the rows that they count."""
    report = paper.report
    return Document(
        blocks=tuple(_body(paper)),
        page=PaperParts(paper.issuer.layout).page(),
        title=f"{paper.draft.type_name.capitalize()} {within(paper.draft.subject)}".strip(),
        author=paper.issuer.name or report.office,
        name="Báo cáo",
        following=tuple(_appendices(paper)),
    )


# --- body --------------------------------------------------------------------------------------------------------


def _body(paper: ReportPaper) -> Iterator[Block]:
    parts, issuer = PaperParts(paper.issuer.layout), paper.issuer
    head = PaperHead(issuer.lines, issuer.symbol, paper.number, issuer.place, paper.day, paper.around)
    yield from parts.letterhead(head)
    yield from parts.title(paper.draft.type_name, paper.draft.subject)
    if paper.addressees:
        yield from parts.addressees(paper.addressees)
    yield from _words(paper, parts)
    yield _foot(paper, parts)


def _words(paper: ReportPaper, parts: PaperParts) -> Iterator[Block]:
    """Yield the sections that have words, numbered as they come; the last paragraph gets the end mark."""
    written = [section for section in paper.draft.sections if section.is_written]
    last = next((block for section in reversed(written) for block in reversed(section.blocks) if not block.level), None)
    place = 0
    for section in written:
        if section.heading:
            place += 1
            yield parts.heading(1, place, section.heading)
        yield from _section(paper, parts, section, last)


def _section(paper: ReportPaper, parts: PaperParts, section: DraftSection, last: DraftBlock | None) -> Iterator[Block]:
    places = {2: 0, 3: 0}
    for block in section.blocks:
        if not block.text.strip():
            continue
        if not block.level:
            yield parts.body(tuple(_runs(paper, block)), is_last=block is last)
            continue
        places[block.level] += 1
        if block.level == 2:
            places[3] = 0
        yield parts.heading(block.level, places[block.level], block.text)


def _runs(paper: ReportPaper, block: DraftBlock) -> Iterator[Run]:
    for part in block.parts:
        if isinstance(part, LiveFigure):
            figure = paper.report.figure(part.name)
            yield live(part.shown, figure.key.text) if figure else Run(part.shown)
        else:
            yield Run(part)


def _foot(paper: ReportPaper, parts: PaperParts) -> SideBySide:
    foot = PaperFoot(paper.issuer.signer, paper.recipients, paper.archive, answers_above=bool(paper.addressees))
    return parts.foot(foot)


# --- appendices --------------------------------------------------------------------------------------------------


def _appendices(paper: ReportPaper) -> Iterator[Section]:
    parts = PaperParts(paper.issuer.layout)
    makers: list[Callable[[int | None], Section]] = []
    charts = tuple(charts_of(paper)) if paper.charted else ()
    if paper.appended or charts:
        makers.append(partial(_statistics, paper, parts, charts))
    if paper.indicators_appended and paper.report.indicators:
        makers.append(partial(_indicators, paper, parts))
    makers += [partial(tracking_appendix, table, _attached(paper)) for table in paper.tracking]
    for number, make in enumerate(makers, start=1):
        yield make(number if len(makers) > 1 else None)


def _attached(paper: ReportPaper) -> str:
    """Return what the appendices are attached to."""
    kind = paper.draft.type_name.capitalize()
    return attached_words(kind, paper.issuer, paper.number, paper.day, paper.around)


def _statistics(paper: ReportPaper, parts: PaperParts, charts: Sequence[Chart], number: int | None) -> Section:
    title = ("TỔNG HỢP KẾT QUẢ THỰC HIỆN NHIỆM VỤ", paper.report.period.title.upper())
    blocks: list[Block] = [*parts.appendix_heading(title, _attached(paper), number)]
    if paper.appended:
        blocks += _tables(paper, parts)
    for place, chart in enumerate(charts, start=1):
        blocks += [parts.caption(f"Biểu đồ {place}. {chart.title}"), chart]
    return Section(tuple(blocks), parts.table_page(), parts.appendix_label(number))


def _tables(paper: ReportPaper, parts: PaperParts) -> Iterator[Block]:
    """Yield the tables; the note stands before them, where it is never alone on a page."""
    figures = paper.report.figures
    yield parts.body(_NOTE)
    yield parts.caption("Bảng 1. Theo lĩnh vực")
    yield _table(paper, parts, "Lĩnh vực", figures.areas)
    yield parts.caption("Bảng 2. Theo cơ quan chủ trì")
    yield _table(paper, parts, "Cơ quan", figures.agencies)


def _table(paper: ReportPaper, parts: PaperParts, header: str, groups: tuple[ReportGroup, ...]) -> Table:
    columns = (DataColumn("TT", "center"), DataColumn(header), *(_COLUMNS[one] for one in paper.columns), _SHARE)
    maker = TableMaker(columns, parts.profile)
    rows = [_row(paper, maker, group.number or str(place), group) for place, group in enumerate(groups, start=1)]
    kept = len(rows) if len(rows) <= _KEPT_WHOLE else 1  # the total of a longer one has no page to itself
    rows[-kept:] = [replace(row, keep_with_next=True) for row in rows[-kept:]]
    rows.append(_row(paper, maker, "", ReportGroup("Tổng cộng", WHOLE), bold=True))
    return maker.table(rows, space_after=12)


def _row(paper: ReportPaper, maker: TableMaker, number: str, group: ReportGroup, *, bold: bool = False) -> Row:
    figures = paper.report.figures
    entries = [Entry(number, bold=bold), Entry(group.title, bold=bold)]
    for counted in paper.columns:
        count = figures.count(counted, group.scope)
        entries.append(Entry(str(count), count, figures.key(counted, group.scope).text, bold))
    share = figures.share(Counted.DONE, group.scope)
    entries.append(Entry(shown_share(share), share, figures.key(Counted.DONE, group.scope).text, bold))
    return maker.row(entries)


def _indicators(paper: ReportPaper, parts: PaperParts, number: int | None) -> Section:
    maker = TableMaker(_INDICATOR_COLUMNS, parts.profile)
    title = ("KẾT QUẢ THỰC HIỆN CHỈ TIÊU", paper.report.period.title.upper())
    table = maker.table(tuple(_indicator_rows(paper, maker)))
    blocks: list[Block] = [*parts.appendix_heading(title, _attached(paper), number), table]
    return Section(tuple(blocks), parts.table_page(), parts.appendix_label(number))


def _indicator_rows(paper: ReportPaper, maker: TableMaker) -> Iterator[Row]:
    plans = {plan.id: plan.title for plan in paper.report.plans}
    shown: tuple[int, str, str] | None = None
    for line in paper.report.indicators:
        if len(plans) > 1 and (shown is None or shown[0] != line.plan_id):
            yield maker.section_row("", plans[line.plan_id])
        group = (line.plan_id, line.group_number, line.group)
        if (line.group or line.group_number) and shown != group:
            yield maker.section_row(line.group_number, line.group)
        shown = group
        yield maker.row(_indicator_entries(line))


def _indicator_entries(line: IndicatorLine) -> tuple[Entry, ...]:
    return (
        Entry(line.number),
        Entry(line.text),
        Entry(line.unit),
        Entry(line.target),
        _value(line.shown_before, line.before),
        _value(line.shown, line.value),
        Entry(VERDICT_NAMES[line.verdict]),
        Entry(line.agency),
    )


def _value(shown: str, amount: Decimal | None) -> Entry:
    return Entry(shown, amount) if amount is not None else Entry(shown)
