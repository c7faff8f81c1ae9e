"""The parts of a paper: words in the decree's form, looks of the profile, what keeps together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.documents.builders.data_table import DataColumn, Entry, TableMaker
from cchc_desktop.documents.builders.paper_parts import PaperFoot, PaperHead, PaperParts, heading_mark, live
from cchc_desktop.documents.model import POINTS_PER_MM, Run
from cchc_desktop.domain.office import Signer
from cchc_desktop.domain.papers.layout_profile import Element, FixedWords, LayoutProfile, Look
from tests.documents.paper_samples import DEPARTMENT, DRAFT, FOOT, OFFICE

PARTS = PaperParts()


def test_letterhead_of_a_committee() -> None:
    upper, lower = PARTS.letterhead(DRAFT)
    assert [(line.text, line.style.bold, line.form.underline) for line in upper.left] == [
        ("ỦY BAN NHÂN DÂN", True, None),
        ("PHƯỜNG HOA SỮA", True, 0.4),
    ]
    assert [(line.text, line.style.size, line.form.underline) for line in upper.right] == [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, None),
        ("Độc lập - Tự do - Hạnh phúc", 14, 1),
    ]
    assert [line.text.split() for line in lower.left] == [["Số:", "/BC-UBND"]]
    assert lower.right[0].text.split() == ["Hoa", "Sữa,", "ngày", "tháng", "9", "năm", "2026"]
    assert lower.right[0].style.italic
    pitches = [line.style.size * line.form.line_spacing for line in (lower.left[0], lower.right[0])]
    assert pitches[0] == pytest.approx(pitches[1])  # on one line


def test_letterhead_of_a_department_has_its_superior_upright_and_a_letters_subject() -> None:
    upper, lower = PARTS.letterhead(PaperHead(DEPARTMENT, "VHXH", "7", "Hoa Sữa", date(2026, 2, 5), about="đôn đốc"))
    assert [line.style.bold for line in upper.left] == [False, True]
    assert [(line.text, line.style.size) for line in lower.left] == [("Số: 07/VHXH", 13), ("V/v đôn đốc", 12)]


def test_title_has_its_line_under_the_subject() -> None:
    name, subject = PARTS.title("BÁO CÁO", "Kết quả cải cách hành chính")
    assert (name.text, name.form.keep_with_next, subject.form.underline) == ("BÁO CÁO", True, 0.4)
    assert name.bookmark == "BÁO CÁO"
    assert [line.text for line in PARTS.title("GIẤY MỜI", "")] == ["GIẤY MỜI"]


def test_addressees() -> None:
    assert [line.text for line in PARTS.addressees(("Sở Nội vụ",))] == ["Kính gửi: Sở Nội vụ"]
    assert [line.text for line in PARTS.addressees(("Công an xã", "Trạm Y tế"))] == [
        "Kính gửi:",
        "- Công an xã;",
        "- Trạm Y tế.",
    ]


def test_legal_bases_end_as_the_decree_says() -> None:
    bases = PARTS.legal_bases(("Căn cứ Luật A", " Căn cứ Nghị định B; ", "Căn cứ Kế hoạch C;", ""))
    assert [line.text[-1] for line in bases] == [";", ";", "."]
    assert all(line.style.italic and line.style.align == "justify" for line in bases)
    assert PARTS.legal_bases(()) == ()


@pytest.mark.parametrize(
    ("level", "place", "mark"),
    [(1, 1, "I."), (1, 4, "IV."), (2, 3, "3."), (3, 1, "a)"), (3, 4, "d)"), (3, 5, "đ)"), (3, 7, "g)"), (4, 1, "-")],
)
def test_heading_marks(level: int, place: int, mark: str) -> None:
    assert heading_mark(level, place) == mark
    heading = PARTS.heading(level, place, "Cải cách thể chế")
    assert heading.text == f"{mark} Cải cách thể chế"
    assert heading.style.bold == (level <= 2)
    assert heading.form.keep_with_next


def test_body_has_the_profiles_measures() -> None:
    parts = PaperParts(replace(LayoutProfile(), first_line_mm=10, space_after_pt=8, line_spacing=1.5))
    form = parts.body("Nội dung").form
    assert (form.first_line, form.space_after, form.line_spacing) == (pytest.approx(10 * POINTS_PER_MM), 8, 1.5)


def test_the_last_paragraph_gets_the_end_mark_in_its_last_run() -> None:
    body = PARTS.body((Run("Đã xong "), live("15", "done"), Run(" nhiệm vụ.")), is_last=True)
    assert body.text == "Đã xong 15 nhiệm vụ./."
    assert [run.figure for run in body.runs] == [None, "done", None]
    assert body.form.keep_with_next
    assert PARTS.body("Hết", is_last=True).text == "Hết./."


def test_foot() -> None:
    foot = PARTS.foot(FOOT)
    assert [line.text for line in foot.left] == [
        "Nơi nhận:",
        "- Như trên;",
        "- Sở Nội vụ thành phố;",
        "- Thường trực Đảng ủy, Hội đồng nhân dân phường;",
        "- Các phòng, ban, đơn vị thuộc phường;",
        "- Lưu: VT, VHXH.",
    ]
    assert [line.style.size for line in foot.left[:2]] == [12, 11]
    assert [line.text for line in foot.right] == [
        "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Thị Thu Hằng",
    ]  # fmt: skip
    assert foot.right[-1].form.space_before > 60
    bare = PARTS.foot(PaperFoot(Signer("Tên", ("TL. CHỦ TỊCH",))))
    assert [line.text for line in bare.left] == ["Nơi nhận:", "- Lưu: VT."]


def test_appendix_heading() -> None:
    lines = PARTS.appendix_heading(("BẢNG THEO DÕI", "ĐẾN NGÀY 08/9/2026"), "Báo cáo số …/BC-UBND", 2)
    assert [line.text for line in lines] == [
        "Phụ lục II",
        "BẢNG THEO DÕI",
        "ĐẾN NGÀY 08/9/2026",
        "(Kèm theo Báo cáo số …/BC-UBND)",
    ]
    assert lines[0].bookmark == "Phụ lục II. BẢNG THEO DÕI ĐẾN NGÀY 08/9/2026"
    assert PARTS.appendix_label() == "Phụ lục"


def test_words_and_looks_are_the_offices() -> None:
    profile = LayoutProfile(words=FixedWords(appendix="Biểu", motto="M")).with_look(
        Element.MOTTO, Look(15, italic=True)
    )
    parts = PaperParts(profile)
    assert parts.appendix_label(1) == "Biểu I"
    motto = parts.letterhead(DRAFT)[0].right[1]
    assert (motto.text, motto.style.size, motto.style.bold, motto.style.italic) == ("M", 15, False, True)


@pytest.mark.parametrize(
    ("paper", "landscape", "size"),
    [("A4", False, (210, 297)), ("A4", True, (297, 210)), ("A3", True, (420, 297)), ("A3", False, (297, 420))],
)
def test_pages(paper: str, landscape: bool, size: tuple[int, int]) -> None:
    page = PaperParts(replace(LayoutProfile(), paper=paper, top_mm=25, first_numbered=1)).page(landscape)
    assert (page.width_mm, page.height_mm) == size
    assert (page.top_mm, page.left_mm, page.right_mm, page.first_numbered) == (25, 30, 15, 1)


@pytest.mark.parametrize(
    ("orientation", "needs_landscape", "landscape"),
    [
        ("", True, True), ("", False, False), ("landscape", False, True), ("portrait", True, False), ("?", True, True),
    ],
)  # fmt: skip
@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_pages_of_tables_lie_as_the_profile_says(
    paper: str, orientation: str, needs_landscape: bool, landscape: bool
) -> None:
    parts = PaperParts(replace(LayoutProfile(), paper=paper, orientation=orientation))
    assert parts.table_page(needs_landscape).landscape is landscape
    assert parts.page().landscape is False


def test_a_committees_lines_are_two_bold_ones() -> None:
    assert all(line.bold for line in OFFICE)


def test_data_tables() -> None:
    columns = (DataColumn("TT", "center"), DataColumn("Xong", "center", "Kết quả"), DataColumn("Chậm", group="Kết quả"))
    maker = TableMaker(columns, LayoutProfile().with_table_size(11))
    table = maker.table([maker.section_row("I", "Thể chế"), maker.row(("1", Entry("05", 5, "k", bold=True), "–"))])
    assert [[cell.text for cell in row.cells] for row in table.header] == [["TT", "Kết quả"], ["Xong", "Chậm"]]
    head, row = table.rows
    assert (head.bookmark, head.keep_with_next, head.cells[1].columns) == ("I. Thể chế", True, 2)
    assert (row.cells[1].value, row.cells[1].figure, row.cells[1].style.bold) == (5, "k", True)
    assert {cell.style.size for cell in row.cells} == {11}
    with pytest.raises(ValueError, match="zip"):
        maker.row(("1",))
