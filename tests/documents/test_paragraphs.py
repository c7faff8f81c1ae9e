"""Setting and placing paragraphs: justified lines, runs, indents; nothing left behind at the foot of a page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.documents.layout.measure import measure
from cchc_desktop.documents.layout.pages import break_pages
from cchc_desktop.documents.layout.paper import Page
from cchc_desktop.documents.layout.paragraphs import measure_paragraph
from cchc_desktop.documents.metrics import FontMetrics
from cchc_desktop.documents.model import (
    Block,
    Cell,
    Document,
    PageSetup,
    Paragraph,
    ParagraphForm,
    Row,
    Run,
    Section,
    SideBySide,
    Table,
    TextStyle,
    mixed,
    turned,
)
from tests.documents.appendix_samples import table_document

METRICS = FontMetrics()
JUSTIFIED = TextStyle(size=14, align="justify")
WORDS = "Ủy ban nhân dân phường đã chỉ đạo các phòng, ban, đơn vị rà soát, công khai thủ tục hành chính " * 4
PORTRAIT = turned(PageSetup(), landscape=False)
BOTTOM = (297 - 20) * 72 / 25.4

texts = st.text(alphabet="aăâbcdđêghiơưấề ,.;\n", max_size=80)
runs = st.lists(st.builds(Run, texts, st.booleans(), st.booleans()), min_size=1, max_size=5).map(tuple)


def pages_of(*blocks: Block, page: PageSetup = PORTRAIT) -> list[Page]:
    return break_pages(measure(Document(blocks, page), METRICS))


def lines_on(page: Page) -> list[str]:
    found: dict[float, list[str]] = {}
    for box in page.texts:
        found.setdefault(round(box.baseline, 1), []).extend(box.lines)
    return ["".join(parts) for _, parts in sorted(found.items())]


@given(runs, st.integers(40, 400), st.integers(0, 30))
def test_setting_keeps_every_letter_and_the_room(parts: tuple[Run, ...], width: int, indent: int) -> None:
    paragraph = mixed(parts, JUSTIFIED, ParagraphForm(first_line=indent))
    lines = measure_paragraph(paragraph, width, METRICS).lines
    assert "".join("".join(line.text for line in lines).split()) == "".join(paragraph.text.split())
    for line in lines:
        if line.text.strip() and len(line.text.strip()) > 1:
            assert line.pieces[-1].x + line.pieces[-1].width <= width + 10


def test_justified_lines_end_at_the_right_edge_but_the_last() -> None:
    measured = measure_paragraph(Paragraph(WORDS.strip(), JUSTIFIED), 400, METRICS)
    ends = [line.pieces[-1].x + line.pieces[-1].width for line in measured.lines]
    assert len(ends) > 3
    assert ends[:-1] == pytest.approx([400] * (len(ends) - 1))
    assert ends[-1] < 400
    assert measured.lines[-1].gap == 0 < measured.lines[0].gap


def test_only_the_first_line_is_indented() -> None:
    measured = measure_paragraph(Paragraph(WORDS, JUSTIFIED, form=ParagraphForm(first_line=36, left=10)), 400, METRICS)
    assert [line.pieces[0].x for line in measured.lines] == [46] + [10] * (len(measured.lines) - 1)


def test_a_word_over_two_runs_is_not_broken() -> None:
    paragraph = mixed((Run("a " * 30 + "(đạt "), Run("38,5%", bold=True, figure="k"), Run("), b")), JUSTIFIED)
    for width in range(60, 260, 7):
        lines = measure_paragraph(paragraph, width, METRICS).lines
        assert any("38,5%)," in line.text for line in lines)


@pytest.mark.parametrize(("align", "x"), [("left", 0), ("center", 150), ("right", 300)])
def test_short_lines_stand_on_their_side(align: str, x: float) -> None:
    style = TextStyle(align=align)  # type: ignore[arg-type]
    (line,) = measure_paragraph(Paragraph("", style), 300, METRICS).lines
    (line,) = measure_paragraph(Paragraph("i", style), 300, METRICS).lines
    assert line.pieces[0].x == pytest.approx(x, abs=4)


def test_a_web_address_is_cut_between_letters() -> None:
    lines = measure_paragraph(Paragraph("xem " + "a" * 100 + " nhé", JUSTIFIED), 100, METRICS).lines
    assert "".join(line.text for line in lines).replace(" ", "") == "xem" + "a" * 100 + "nhé"
    assert all(sum(piece.width for piece in line.pieces) <= 100.5 for line in lines)


@pytest.mark.parametrize("filled", range(30, 48))
def test_a_heading_stands_with_the_first_lines_below_it(filled: int) -> None:
    body = Paragraph(WORDS, JUSTIFIED, form=ParagraphForm(space_after=6))
    heading = Paragraph("ĐỀ MỤC", JUSTIFIED, form=ParagraphForm(keep_with_next=True, space_after=6))
    above = Paragraph("\n".join("x" * filled), JUSTIFIED)
    pages = pages_of(above, heading, replace(heading, text="Đề mục con"), body)
    for page in pages:
        lines = lines_on(page)
        if "ĐỀ MỤC" in lines:
            assert len(lines) >= lines.index("ĐỀ MỤC") + 4  # the second heading, two lines of the body
        assert max(box.baseline for box in page.texts) < BOTTOM


@pytest.mark.parametrize("filled", range(36, 48))
def test_no_line_of_a_paragraph_stands_alone(filled: int) -> None:
    body = Paragraph("\n".join(f"dòng {number}" for number in range(6)), JUSTIFIED)
    pages = pages_of(Paragraph("\n".join("x" * filled), JUSTIFIED), body)
    for page in pages:
        own = [line for line in lines_on(page) if line.startswith("dòng")]
        assert len(own) != 1


@pytest.mark.parametrize("filled", range(30, 48))
def test_the_signature_has_two_lines_of_the_text_above_it(filled: int) -> None:
    last = Paragraph(WORDS, JUSTIFIED, form=ParagraphForm(keep_with_next=True))
    foot = SideBySide((Paragraph("Nơi nhận:\n- Như trên;"),), (Paragraph("CHỦ TỊCH\n\n\n\nTên"),))
    pages = pages_of(Paragraph("\n".join("x" * filled), JUSTIFIED), last, foot)
    lines = lines_on(pages[-1])
    assert sum("CHỦ TỊCH" in line for line in lines) == 1
    assert sum("phường" in line or "hành chính" in line for line in lines) >= 2


@pytest.mark.parametrize("filled", range(30, 48))
def test_a_caption_stands_with_its_table(filled: int) -> None:
    table = table_document([("1", "a", "b")] * 3).blocks[1]
    caption = Paragraph("Bảng 1", form=ParagraphForm(keep_with_next=True))
    pages = pages_of(Paragraph("\n".join("x" * filled), JUSTIFIED), caption, table)
    page = next(page for page in pages if "Bảng 1" in lines_on(page))
    assert any(line.startswith("Cột 1") for line in lines_on(page))
    assert any(box.lines == ("1",) for box in page.texts)


def test_a_list_of_recipients_longer_than_a_page_goes_on() -> None:
    names = tuple(Paragraph(f"- Đơn vị {number};", TextStyle(size=11)) for number in range(90))
    pages = pages_of(SideBySide(names, (Paragraph("CHỦ TỊCH"),)))
    found = [line for page in pages for box in page.texts for line in box.lines if line.startswith("- Đơn vị")]
    assert found == [f"- Đơn vị {number};" for number in range(90)]
    assert all(box.baseline < BOTTOM for page in pages for box in page.texts)
    assert sum("CHỦ TỊCH" in box.lines for box in pages[0].texts) == 1


def test_sections_have_their_own_paper_and_numbers() -> None:
    landscape = Section((Paragraph("phụ lục"), *table_document([("1", "a", "b")] * 60).blocks), PageSetup(), "II")
    document = Document((Paragraph("\n".join("x" * 60), JUSTIFIED),), PORTRAIT, following=(landscape,))
    pages = break_pages(measure(document, METRICS))
    assert [page.number for page in pages if not page.setup.landscape] == [1, 2]
    assert [page.number for page in pages if page.setup.landscape] == list(range(1, len(pages) - 1))


def test_a_line_under_words_is_a_part_of_the_widest_one() -> None:
    text = "Kết quả công tác cải cách hành chính quý III"
    form = ParagraphForm(underline=0.4)
    (page,) = pages_of(Paragraph(text, TextStyle(size=14, bold=True, align="center"), form=form))
    ((left, right, height),) = page.strokes
    width = METRICS.words("Bold")[text] * 14 / 2048
    assert right - left == pytest.approx(0.4 * width)
    assert (left + right) / 2 == pytest.approx((30 + 165 / 2) * 72 / 25.4)
    assert height > page.texts[0].baseline


def test_live_figures_are_found_on_their_page() -> None:
    paragraph = mixed((Run("đã xong "), Run("15/39", figure="done"), Run(" nhiệm vụ")), TextStyle(size=14))
    table = Table(1, (), (Row((Cell(0, "6", figure="all"),)),))
    (page,) = pages_of(paragraph, table)
    assert [spot.key for spot in page.figures] == ["done", "all"]
    words = page.figures[0].box
    assert words.right - words.left == pytest.approx(METRICS.words("Regular")["15/39"] * 14 / 2048)
    assert page.figures[1].box in page.boxes
