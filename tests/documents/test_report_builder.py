"""A report as Word, PDF and Excel: the same words and figures in all three, each figure with the key of its rows."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import openpyxl
import pypdfium2
import pytest
from docx import Document as WordDocument

from cchc_desktop.documents.builders.report import build_report
from cchc_desktop.documents.followup_papers import build_paper
from cchc_desktop.documents.model import Cell, Chart, Document, Paragraph, SideBySide, Table
from cchc_desktop.documents.paper_writer import preview_paper, write_paper
from cchc_desktop.domain.followup.reporting import period_of_key
from cchc_desktop.domain.followup.status import Status
from cchc_desktop.domain.indicators.values import Verdict
from cchc_desktop.domain.office import LetterheadLine, Signer
from cchc_desktop.domain.papers.followup import CitedPlan, Grouping, Issuer, TrackingPaper, tally
from cchc_desktop.domain.papers.layout_profile import LayoutProfile
from cchc_desktop.domain.papers.report import IndicatorLine, Report
from cchc_desktop.domain.papers.report_figures import (
    Counted,
    IndicatorRow,
    ReportFigures,
    ReportGroup,
    ReportRow,
    RowsKey,
    Scope,
)
from cchc_desktop.domain.papers.report_paper import ReportPaper, rows_of
from cchc_desktop.domain.papers.report_text import DraftBlock, DraftSection, LiveFigure, ReportDraft
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import Plan, PlanKind
from cchc_desktop.domain.ports import never_cancelled, no_progress

DAY = date(2025, 9, 8)
AREAS = (ReportGroup("Chỉ đạo, điều hành", Scope((1,)), "I"), ReportGroup("Cải cách thể chế", Scope((2,)), "II"))
AGENCIES = (ReportGroup("Văn phòng", Scope(agency=7)), ReportGroup("Chưa xác định cơ quan", Scope(agency=0)))
STATUSES = (Status.DONE, Status.DONE_LATE, Status.OVERDUE, Status.NOT_DUE, Status.NOT_DUE, Status.DROPPED)


def figures() -> ReportFigures:
    rows = tuple(
        ReportRow(1, 10 + place, 1 + place % 2, 7 if place % 3 else None, status)
        for place, status in enumerate(STATUSES)
    )
    verdicts = (IndicatorRow(1, 5, Verdict.MET), IndicatorRow(1, 6, Verdict.NO_VALUE))
    return ReportFigures((1,), "2025-Q3", DAY, rows, verdicts, AREAS, AGENCIES)


def live(report: Report, name: str) -> LiveFigure:
    figure = report.figure(name)
    assert figure is not None
    return LiveFigure(figure.name, figure.shown)


def paper(**changes) -> ReportPaper:
    """Return a small report with two headings, live figures and an appendix of statistics and of indicators."""
    plan = Plan(
        "Kế hoạch cải cách hành chính năm 2025", PlanKind.ANNUAL, Period(date(2025, 1, 1), date(2025, 12, 31)), id=1
    )
    lines = (
        IndicatorLine(
            1, 5, "I", "Thể chế", "1", "Tỷ lệ hồ sơ đúng hạn", "%", "≥ 98", "Văn phòng", Verdict.MET, Decimal("98.5")
        ),
        IndicatorLine(
            1, 6, "I", "Thể chế", "2", "Mức độ hài lòng", "", "vượt chỉ tiêu", "", Verdict.NO_VALUE, before=Decimal(80)
        ),
    )
    report = Report(period_of_key("2025-Q3"), DAY, (plan,), "Ủy ban nhân dân xã Hoa Sữa", figures(), indicators=lines)
    done = DraftBlock(
        (
            "Đã hoàn thành ",
            live(report, "done"),
            "/",
            live(report, "expected"),
            " nhiệm vụ (đạt ",
            live(report, "share"),
            "%).",
        )
    )
    area = DraftBlock(("Lĩnh vực có ", live(report, "overdue/sections=1"), " nhiệm vụ chậm."))
    draft = ReportDraft(
        "BÁO CÁO",
        "Kết quả công tác cải cách hành chính quý III năm 2025",
        (
            DraftSection("direction", "CHỈ ĐẠO, ĐIỀU HÀNH", (done,)),
            DraftSection("empty", "KIẾN NGHỊ", (DraftBlock((" ",)),)),
            DraftSection("results", "KẾT QUẢ", (DraftBlock(("Thể chế",), 2), area, DraftBlock(("Nội dung",), 3))),
            DraftSection("closing", "", (DraftBlock(("Trên đây là báo cáo",)),)),
        ),
    )
    issuer = Issuer(
        lines=(LetterheadLine("ỦY BAN NHÂN DÂN"), LetterheadLine("XÃ HOA SỮA")),
        name="Ủy ban nhân dân xã Hoa Sữa",
        place="Hoa Sữa",
        symbol="BC-UBND",
        signer=Signer("Trần Thị Thu Hằng", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
    )
    made = ReportPaper(
        issuer, report, draft, addressees=("Sở Nội vụ",), recipients=("Sở Nội vụ",), archive="Lưu: VT, VHXH"
    )
    return replace(made, **changes)


# --- reading back ---------------------------------------------------------------------------------------------------


def written(document: Document, tmp_path, ending: str) -> bytes:
    target = tmp_path / f"báo cáo.{ending}"
    assert write_paper(document, target, no_progress, never_cancelled) == ()
    return target.read_bytes()


def pdf_words(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as file:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in file).split())


def docx_words(data: bytes) -> str:
    body = WordDocument(io.BytesIO(data)).element.body
    paragraphs = (
        "".join(node.text or "" for node in one.iter() if node.tag.endswith("}t"))
        for one in body.iter()
        if one.tag.endswith("}p")
    )
    return " ".join(" ".join(paragraphs).split())


def xlsx_words(data: bytes) -> str:
    book = openpyxl.load_workbook(io.BytesIO(data), rich_text=False)
    cells = (str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None)
    return " ".join(" ".join(cells).split())


WORDS: dict[str, Callable[[bytes], str]] = {"pdf": pdf_words, "docx": docx_words, "xlsx": xlsx_words}


def tables(document: Document) -> list[Table]:
    return [block for section in document.sections() for block in section.blocks if isinstance(block, Table)]


@pytest.mark.parametrize("ending", WORDS)
def test_words_and_figures_are_the_same_in_every_format(tmp_path, ending):
    words = WORDS[ending](written(build_report(paper()), tmp_path, ending))
    for expected in (
        "ỦY BAN NHÂN DÂN", "BÁO CÁO", "Kết quả công tác cải cách hành chính quý III năm 2025", "Kính gửi: Sở Nội vụ",
        "I. CHỈ ĐẠO, ĐIỀU HÀNH", "Đã hoàn thành 02/05 nhiệm vụ (đạt 40%).", "II. KẾT QUẢ", "1. Thể chế",
        "Lĩnh vực có 01 nhiệm vụ chậm.", "a) Nội dung", "Trên đây là báo cáo./.", "TM. ỦY BAN NHÂN DÂN",
        "Trần Thị Thu Hằng", "- Như trên;", "- Lưu: VT, VHXH.", "Phụ lục I", "Phụ lục II",
        "TỔNG HỢP KẾT QUẢ THỰC HIỆN NHIỆM VỤ", "Tổng cộng",
    ):  # fmt: skip
        assert expected.replace("40%", "40,0%") in words, expected
    assert "KIẾN NGHỊ" not in words  # nothing was written under it


def test_the_statistics_are_the_reports_figures_in_every_format(tmp_path):
    made = paper()
    of, document = made.report.figures, build_report(made)
    expected = [str(of.count(counted)) for counted in made.columns]
    assert expected == ["6", "1", "1", "0", "2", "1", "1"]
    # the description
    for table in tables(document)[:2]:
        cells = {cell.column: cell for cell in table.rows[-1].cells}
        assert [cells[place].text for place in range(2, 9)] == expected
        assert cells[9].value == Decimal("40.0")
    # Word
    word = [
        [cell.text for cell in row.cells]
        for table in WordDocument(io.BytesIO(written(document, tmp_path, "docx"))).tables
        for row in table.rows
    ]
    assert [row[2:] for row in word if "Tổng cộng" in row] == [[*expected, "40,0"]] * 2
    # Excel: numbers, not words
    book = openpyxl.load_workbook(io.BytesIO(written(document, tmp_path, "xlsx")))
    sheet = [[cell.value for cell in row if cell.value is not None] for page in book for row in page.iter_rows()]
    assert [row[1:] for row in sheet if "Tổng cộng" in row] == [[*map(int, expected), 40]] * 2
    # PDF
    assert pdf_words(written(document, tmp_path, "pdf")).count(f"Tổng cộng {' '.join(expected)} 40,0") == 2


def test_every_figure_on_paper_opens_its_rows():
    made = paper()
    preview = preview_paper(build_report(made), no_progress, never_cancelled)
    shown = {figure.key for figure in preview.figures}
    assert shown == set(made.figures())
    for key in shown:
        assert rows_of(made.report, RowsKey.read(key)) == made.figures()[key]
    overdue = made.report.figures.key(Counted.OVERDUE, Scope((1,))).text
    assert made.figures()[overdue] == (12,)


def test_the_appendix_has_pages_of_its_own_and_leads_back_to_the_report():
    body, statistics, indicators = build_report(paper()).sections()
    assert (body.page.landscape, statistics.page.landscape, indicators.page.landscape) == (False, True, True)
    words = [block.text for block in statistics.blocks if isinstance(block, Paragraph)]
    assert words[:3] == ["Phụ lục I", "TỔNG HỢP KẾT QUẢ THỰC HIỆN NHIỆM VỤ", "QUÝ III NĂM 2025"]
    assert words[3].startswith("(Kèm theo Báo cáo số") and "/BC-UBND ngày" in words[3]
    assert words[3].endswith("tháng 9 năm 2025 của Ủy ban nhân dân xã Hoa Sữa)")
    numbered = build_report(paper(number="15", day=date(2025, 9, 5))).sections()[1]
    (attached,) = (block.text for block in numbered.blocks[3:4] if isinstance(block, Paragraph))
    assert attached == "(Kèm theo Báo cáo số 15/BC-UBND ngày 05 tháng 9 năm 2025 của Ủy ban nhân dân xã Hoa Sữa)"


@pytest.mark.parametrize(
    ("changes", "names"),
    [
        ({}, ["Báo cáo", "Phụ lục I", "Phụ lục II"]),
        ({"indicators_appended": False}, ["Báo cáo", "Phụ lục"]),
        ({"appended": False}, ["Báo cáo", "Phụ lục"]),
        ({"appended": False, "indicators_appended": False}, ["Báo cáo"]),
    ],
)
def test_appendices_can_be_left_out(changes, names):
    document = build_paper(paper(**changes))
    assert [section.name for section in document.sections()] == names


# --- charts ---------------------------------------------------------------------------------------------------------


def charts(document: Document) -> list[Chart]:
    return [block for section in document.sections() for block in section.blocks if isinstance(block, Chart)]


def test_charts_are_drawn_only_when_asked_for():
    assert charts(build_report(paper())) == []
    for changes in ({}, {"appended": False, "indicators_appended": False}):
        document = build_report(paper(charted=True, **changes))
        assert [chart.kind for chart in charts(document)] == ["stacked", "grouped"]
        words = [block.text for block in document.sections()[1].blocks if isinstance(block, Paragraph)]
        assert [text.split(". ")[0] for text in words if text.startswith("Biểu đồ")] == ["Biểu đồ 1", "Biểu đồ 2"]


def test_the_numbers_of_charts_are_the_reports_figures():
    made = paper(charted=True)
    of, (areas, agencies) = made.report.figures, charts(build_report(made))
    assert (areas.categories, areas.sums()) == (("I. Chỉ đạo, điều hành", "II. Cải cách thể chế"), (3, 3))
    assert sum(areas.sums()) == of.count(Counted.TOTAL)
    assert [sum(series.values) for series in agencies.series] == [of.count(Counted.DONE), of.count(Counted.OVERDUE)]
    known = made.figures()
    for chart in (areas, agencies):
        for series in chart.series:
            for place, value in enumerate(series.values):
                key = series.figure(place)
                assert key is not None and len(known[key]) == value
                figure = made.report.figure(RowsKey.read(key).name)
                assert figure is not None and int(figure.shown) == value


@pytest.mark.parametrize(("count", "shown"), [(12, 12), (13, 12), (40, 12)])
def test_of_many_agencies_the_last_ones_are_counted_together(count, shown):
    made = paper(charted=True)
    rows = tuple(replace(row, agency_id=1 + place % count) for place, row in enumerate(made.report.figures.rows * 20))
    agencies = tuple(ReportGroup(f"Cơ quan {place}", Scope(agency=place)) for place in range(1, count + 1))
    many = replace(made.report.figures, rows=rows, agencies=agencies)
    *_, chart = charts(build_report(replace(made, report=replace(made.report, figures=many))))
    assert len(chart.categories) == shown
    assert [sum(series.values) for series in chart.series] == [many.count(Counted.DONE), many.count(Counted.OVERDUE)]
    rest = {name for name in chart.categories if name.startswith("Các cơ quan khác")}
    assert rest == ({f"Các cơ quan khác ({count - 11:02})"} if count > 12 else set())


def test_every_bar_on_paper_opens_its_rows():
    made = paper(charted=True, appended=False, indicators_appended=False)
    preview = preview_paper(build_report(made), no_progress, never_cancelled)
    keys = {figure.key for figure in preview.figures}
    assert {RowsKey.read(key).counted for key in keys} >= {Counted.DONE_ON_TIME, Counted.OVERDUE, Counted.NEUTRAL}
    assert all(rows_of(made.report, RowsKey.read(key)) == made.figures()[key] for key in keys)


def test_the_table_of_tasks_can_be_appended():
    issuer = paper().issuer
    nothing = tally("plan:1", (), {})
    table = TrackingPaper(issuer, CitedPlan(1, "Kế hoạch", "Kế hoạch"), DAY, Grouping.AREA, (), nothing, nothing)
    made = paper(tracking=(table,))
    assert [section.name for section in build_report(made).sections()][1:] == ["Phụ lục I", "Phụ lục II", "Phụ lục III"]
    assert made.figures().keys() > paper().figures().keys()


def test_a_draft_leaves_number_and_day_blank():
    _, numbers = [block for block in build_report(paper()).blocks if isinstance(block, SideBySide)][:2]
    assert numbers.left[0].text.replace("\N{NO-BREAK SPACE}", "_") == "Số: ________/BC-UBND"
    assert numbers.right[0].text.replace("\N{NO-BREAK SPACE}", "_") == "Hoa Sữa, ngày__________tháng 9 năm 2025"


def test_an_edited_figure_prints_what_the_person_left():
    made = paper()
    first = made.draft.sections[0]
    stale = DraftBlock(("Đã hoàn thành ", LiveFigure("done", "01"), "."))
    draft = replace(made.draft, sections=(replace(first, blocks=(stale,)), *made.draft.sections[1:]))
    words = " ".join(
        block.text for block in build_report(replace(made, draft=draft)).blocks if isinstance(block, Paragraph)
    )
    assert "Đã hoàn thành 01." in words


def test_values_of_indicators_are_numbers_on_a_sheet():
    *_, table = tables(build_report(paper()))
    cells: list[Cell] = [cell for row in table.rows for cell in row.cells]
    assert [cell.value for cell in cells if cell.value is not None] == [Decimal("98.5"), Decimal(80)]
    assert [cell.text for cell in cells if cell.column == 6] == ["Đạt", "Chưa có số liệu"]


@pytest.mark.parametrize("ending", WORDS)
@pytest.mark.parametrize("hostile", ["=1+1", "<b>x</b> & <img src=a>", "{ PAGE }", "+cmd|' /C calc'!A0"])
def test_what_looks_like_code_stays_as_typed(tmp_path, ending, hostile):
    made = paper()
    block = DraftBlock((hostile,))
    first = replace(made.draft.sections[0], blocks=(block, DraftBlock(("Xong",))))
    document = build_report(replace(made, draft=replace(made.draft, sections=(first,))))
    assert hostile in WORDS[ending](written(document, tmp_path, ending))


@pytest.mark.parametrize("size", [11, 12, 13])
def test_every_word_of_the_header_is_there_at_any_table_size(size):
    made = paper()
    issuer = replace(made.issuer, layout=LayoutProfile().with_table_size(size))
    preview = preview_paper(build_report(replace(made, issuer=issuer)), no_progress, never_cancelled)
    words = Counter(pdf_words(preview.pdf).split())
    for header in ("Tổng số nhiệm vụ", "Chậm tiến độ", "Tỷ lệ hoàn thành (%)", "Không tính"):
        assert all(words[word] >= 2 for word in header.split()), header
