"""Charts: every number printed and none twice, one page, the same in PDF, Word and Excel."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import docx
import openpyxl
import pytest
from PIL import Image

from cchc_desktop.documents.builders.paper_parts import PaperParts
from cchc_desktop.documents.fonts import default_folder
from cchc_desktop.documents.layout.charts import MeasuredChart, measure_chart
from cchc_desktop.documents.layout.shapes import Area, Box, diagonal_lines, level_lines
from cchc_desktop.documents.metrics import FontMetrics
from cchc_desktop.documents.model import Block, Chart, ChartSeries, Document, TextStyle
from cchc_desktop.documents.writers.docx import write_docx
from cchc_desktop.documents.writers.pdf import PdfPaper, write_pdf
from cchc_desktop.documents.writers.xlsx import write_xlsx
from tests.documents.appendix_samples import MOMENT
from tests.documents.chart_samples import AREAS, grouped, stacked
from tests.documents.test_pdf_writer import page_texts

WIDTH, PAGE_HEIGHT = 500.0, 480.0
HOSTILE = '<img src="x">&amp; =1+1 "ngoặc" Tie\u0302\u0301ng'


def measured(chart: Chart, width: float = WIDTH, page_height: float = PAGE_HEIGHT) -> MeasuredChart:
    return measure_chart(chart, width, page_height, FontMetrics())


def numbers(found: MeasuredChart, *, bold: bool = False) -> list[str]:
    return sorted(text.text for text in found.texts if text.text.isdigit() and text.style.bold is bold)


def paper(*charts: Chart, before: int = 0) -> Document:
    """Return a paper with paragraphs and then charts under their names."""
    parts = PaperParts()
    blocks: list[Block] = [parts.body(f"Đoạn {number}.") for number in range(before)]
    for place, chart in enumerate(charts, start=1):
        blocks += [parts.caption(f"Biểu đồ {place}. {chart.title}"), chart]
    return Document((*blocks, parts.body("Sau biểu đồ.")), parts.page(landscape=True), "Thử", name="Biểu đồ")


def written(writer: Any, document: Document) -> bytes:
    target = io.BytesIO()
    assert writer(document, target, created=MOMENT, fonts=default_folder()) == ()
    return target.getvalue()


# --- layout ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("many", [1, 20, 300])
@pytest.mark.parametrize("width", [468.0, 714.0])
def test_every_number_of_a_stacked_chart_is_printed_once(many, width):
    chart = stacked(many)
    found = measured(chart, width)
    wanted = sorted(str(value) for series in chart.series for value in series.values if value)
    assert numbers(found) == wanted
    assert numbers(found, bold=True) == sorted(map(str, chart.sums()))
    assert all(text.x >= 0 and text.top + text.pitch <= found.height + 0.01 for text in found.texts)
    for one in found.texts:
        assert one.x <= width


def test_numbers_do_not_cover_each_other():
    found = measured(stacked(300))
    digits = [text for text in found.texts if text.text.isdigit()]
    for place, one in enumerate(digits):
        for other in digits[place + 1 :]:
            if abs(one.top - other.top) < min(one.pitch, other.pitch) / 2:
                assert one.x + 1 < other.x or other.x + 1 < one.x


def test_a_bar_is_as_long_as_its_number():
    found = measured(stacked())
    by_key = {spot.key: spot.box.right - spot.box.left for spot in found.spots}
    assert by_key.keys() == {"a", "c"}  # nothing is drawn for none
    assert by_key["a"] / 3 == pytest.approx(by_key["c"] / 5)


def test_a_grouped_chart_prints_zero_too():
    found = measured(grouped())
    assert numbers(found) == ["0", "12", "2", "3"]


@pytest.mark.parametrize(
    "chart",
    [
        Chart("stacked", "", "", (), (ChartSeries("A", (), "light"),), "tổng"),
        Chart("stacked", "", "", ("A",), (ChartSeries("A", (0,), "light"),), "tổng"),
        Chart("grouped", "", "", ("A" * 300,), (ChartSeries("B" * 300, (1,), "light"),)),
    ],
)
def test_a_chart_of_nothing_and_of_long_words_can_be_set(chart):
    assert measured(chart).height > 0


def test_a_chart_that_is_higher_than_a_page_gets_smaller_letters():
    names = tuple(f"{place}. {AREAS[0]}" for place in range(24))
    chart = replace(stacked(), categories=names, series=(ChartSeries("A", tuple(range(24)), "light"),))
    found = measured(chart)
    assert found.height <= PAGE_HEIGHT
    assert {text.style.size for text in found.texts} < {size / 2 for size in range(8, 24)}
    assert found.chart is chart


@pytest.mark.parametrize("fill", [diagonal_lines, level_lines])
def test_lines_fill_a_bar_and_stay_in_it(fill):
    box = Box(10, 20, 70, 35)
    lines = fill(box, 4)
    assert len(lines) >= 3
    for x0, y0, x1, y1 in lines:
        assert box.left - 0.01 <= min(x0, x1) and max(x0, x1) <= box.right + 0.01
        assert box.top - 0.01 <= min(y0, y1) and max(y0, y1) <= box.bottom + 0.01


@pytest.mark.parametrize("before", [0, 9, 13, 16])
def test_a_chart_stands_on_one_page_with_its_name(before):
    pages = PdfPaper(paper(stacked(), before=before), default_folder()).pages
    drawn = [page for page in pages if page.shapes]
    assert len(drawn) == 1
    words = [line for box in drawn[0].texts for line in box.lines]
    assert {"Biểu đồ 1. Tình trạng nhiệm vụ", "II. Cải cách thể chế", "III. Nền công vụ"} <= set(words)
    setup = drawn[0].setup
    bottom = setup.height - setup.bottom_mm * 72 / 25.4
    assert all(shape.box.bottom <= bottom for shape in drawn[0].shapes if isinstance(shape, Area))


# --- formats --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("writer", [write_pdf, write_docx, write_xlsx])
def test_the_same_chart_gives_the_same_bytes(writer):
    document = paper(stacked(), grouped())
    assert written(writer, document) == written(writer, document)


def test_the_pdf_has_every_word_and_number():
    chart = stacked()
    text = " ".join(" ".join(page_texts(written(write_pdf, paper(chart)))).split())
    for words in (*chart.categories[1:], *(series.name for series in chart.series), "Số đậm: tổng số nhiệm vụ"):
        assert words in text
    for total in chart.sums():
        assert f" {total} " in f" {text} "


def test_word_shows_a_picture_that_is_described():
    charts = stacked(), grouped()
    found = docx.Document(io.BytesIO(written(write_docx, paper(*charts))))
    shapes = found.inline_shapes
    assert len(shapes) == 2
    for shape, chart in zip(shapes, charts, strict=True):
        assert shape._inline.docPr.get("descr") == chart.words()
        picture = found.part.related_parts[shape._inline.graphic.graphicData.pic.blipFill.blip.embed]
        image = Image.open(io.BytesIO(picture.blob))
        assert image.format == "PNG"
        assert image.width / shape.width.inches >= 200
        assert image.width / image.height == pytest.approx(shape.width / shape.height, rel=0.02)
        assert image.getextrema() == (0, 255)


def test_excel_has_a_real_chart_over_the_table_of_its_numbers():
    charts = stacked(), grouped()
    book = openpyxl.load_workbook(io.BytesIO(written(write_xlsx, paper(*charts))))
    assert len(book.worksheets) == 2
    for sheet, chart in zip(book.worksheets, charts, strict=True):
        (drawn,) = sheet._charts
        assert (drawn.barDir, drawn.grouping) == ("bar", "stacked" if chart.kind == "stacked" else "clustered")
        for series, wanted in zip(drawn.series, chart.series, strict=True):
            assert values(sheet, series.val.numRef.f) == wanted.values
            assert values(sheet, series.cat.strRef.f) == chart.categories
            assert values(sheet, series.tx.strRef.f) == (wanted.name,)
            assert tuple(float(point.v) for point in series.val.numRef.numCache.pt) == wanted.values
        anchor = drawn.anchor
        below = anchor._from.row + anchor.ext.height / 12700 / 18  # rows of a chart are 18 points high
        assert below <= header_row(sheet, chart)


def values(sheet: Any, reference: str) -> tuple[Any, ...]:
    name, _, area = reference.rpartition("!")
    assert name.strip("'") == sheet.title
    cells = sheet[area.replace("$", "")]
    rows = cells if isinstance(cells, tuple) else ((cells,),)
    return tuple(cell.value for row in rows for cell in row)


def header_row(sheet: Any, chart: Chart) -> int:
    """Return the 0-based row of the header of a chart's table."""
    return next(cell.row for (cell,) in sheet.iter_rows(max_col=1) if cell.value == chart.heading) - 1


@pytest.mark.parametrize("writer", [write_pdf, write_docx, write_xlsx])
def test_words_like_markup_stay_words(writer):
    chart = Chart(
        "stacked", HOSTILE, HOSTILE, (HOSTILE, "B"), (ChartSeries(HOSTILE, (1, 2), "dark"),), HOSTILE, TextStyle(11)
    )
    content = written(writer, paper(chart))
    clean = '<img src="x">&amp; =1+1 "ngoặc" Tiếng'
    if writer is write_pdf:
        assert clean in " ".join(" ".join(page_texts(content)).split())
    elif writer is write_docx:
        (shape,) = docx.Document(io.BytesIO(content)).inline_shapes
        assert clean in shape._inline.docPr.get("descr")
    else:
        (sheet,) = openpyxl.load_workbook(io.BytesIO(content)).worksheets
        (series,) = sheet._charts[0].series
        assert values(sheet, series.cat.strRef.f) == (clean, "B")
        assert [point.v for point in series.cat.strRef.strCache.pt] == [clean, "B"]
