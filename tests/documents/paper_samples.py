"""A report and a letter of our own making, in the form of the decree, for the tests of builders and writers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from cchc_desktop.documents.builders.appendix import build_appendix
from cchc_desktop.documents.builders.data_table import DataColumn, Entry, TableMaker
from cchc_desktop.documents.builders.paper_parts import PaperFoot, PaperHead, PaperParts, live
from cchc_desktop.documents.model import Block, Document, Run, Section, Table
from cchc_desktop.domain.office import LetterheadLine, Signer
from cchc_desktop.domain.papers.layout_profile import LayoutProfile
from tests.documents.appendix_samples import flat_tree

OFFICE = (LetterheadLine("ỦY BAN NHÂN DÂN"), LetterheadLine("PHƯỜNG HOA SỮA"))
DEPARTMENT = (LetterheadLine("UBND PHƯỜNG HOA SỮA", bold=False), LetterheadLine("PHÒNG VĂN HÓA - XÃ HỘI"))
SIGNER = Signer("Trần Thị Thu Hằng", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"))
DRAFT = PaperHead(OFFICE, "BC-UBND", place="Hoa Sữa", around=date(2026, 9, 8))
FOOT = PaperFoot(
    SIGNER,
    ("Sở Nội vụ thành phố", "Thường trực Đảng ủy, Hội đồng nhân dân phường", "Các phòng, ban, đơn vị thuộc phường"),
    "Lưu: VT, VHXH",
    answers_above=True,
)
AREAS = (
    ("I", "Chỉ đạo điều hành, kiểm tra và tuyên truyền", 6, 2),
    ("II", "Cải cách thể chế", 7, 3),
    ("III", "Cải cách thủ tục hành chính", 9, 1),
    ("IV", "Cải cách tổ chức bộ máy hành chính nhà nước", 2, 2),
)
SENTENCE = (
    "Ủy ban nhân dân phường đã chỉ đạo các phòng, ban, đơn vị rà soát, công khai đầy đủ thủ tục hành chính tại Bộ phận "
    "Một cửa và trên Trang thông tin điện tử; kịp thời đề nghị sửa đổi những thủ tục còn vướng mắc, gây khó khăn cho "
    "người dân, doanh nghiệp."
)


def statistics(profile: LayoutProfile) -> Table:
    """Make a small table with numbers, a percentage and a date."""
    columns = (
        DataColumn("TT", "center"),
        DataColumn("Lĩnh vực"),
        DataColumn("Số nhiệm vụ", "center"),
        DataColumn("Đã hoàn thành", "center", "Kết quả"),
        DataColumn("Tỷ lệ (%)", "center", "Kết quả"),
        DataColumn("Cập nhật", "center"),
    )
    maker = TableMaker(columns, profile)
    rows = []
    for number, area, tasks, done in AREAS:
        share = (Decimal(100 * done) / tasks).quantize(Decimal("0.1"))
        rows.append(
            maker.row(
                (
                    number,
                    area,
                    Entry(str(tasks), tasks, f"area:{number}"),
                    Entry(str(done), done, f"done:{number}"),
                    Entry(str(share).replace(".", ","), share),
                    Entry("02/09/2026", date(2026, 9, 2)),
                )
            )
        )
    return maker.table(rows, space_after=6)


def report(profile: LayoutProfile | None = None, paragraphs: int = 3) -> Document:
    """Make a report with a body in portrait and an appendix in landscape."""
    parts = PaperParts(profile or LayoutProfile())
    blocks: list[Block] = [
        *parts.letterhead(DRAFT),
        *parts.title("BÁO CÁO", "Kết quả công tác cải cách hành chính quý III năm 2026"),
        *parts.addressees(("Sở Nội vụ thành phố",)),
    ]
    for place, (_, area, _, _) in enumerate(AREAS, start=1):
        blocks.append(parts.heading(1, place, area.upper()))
        blocks.append(parts.heading(2, 1, "Kết quả thực hiện"))
        blocks += [parts.body(SENTENCE) for _ in range(paragraphs)]
    blocks.append(
        parts.body(
            (
                Run("Đến ngày 02/9/2026 phường đã hoàn thành "),
                live("08/24", "plan:1/done", bold=True),
                Run(" nhiệm vụ (đạt "),
                live("33,3%", "plan:1/done"),
                Run("), "),
                live("14", "plan:1/in_progress"),
                Run(" nhiệm vụ còn trong hạn và "),
                live("02", "plan:1/overdue"),
                Run(" nhiệm vụ quá hạn; kết quả theo từng lĩnh vực như sau:", italic=True),
            )
        )
    )
    blocks += [parts.caption("Bảng 1. Tổng hợp kết quả thực hiện nhiệm vụ"), statistics(parts.profile)]
    blocks += [parts.body("Trên đây là báo cáo kết quả của Ủy ban nhân dân phường", is_last=True), parts.foot(FOOT)]
    appendix = build_appendix(flat_tree(7, 6), profile=parts.profile)
    section = Section(appendix.blocks, appendix.page, "Phụ lục I")
    second = Section(
        (
            *parts.appendix_heading(("TỔNG HỢP SỐ LIỆU",), "Báo cáo số …/BC-UBND ngày … tháng 9 năm 2026", 2),
            statistics(parts.profile),
        ),
        parts.page(),
        "Phụ lục II",
    )
    return Document(
        tuple(blocks), parts.page(), "Báo cáo cải cách hành chính quý III năm 2026", "UBND phường Hoa Sữa", "Báo cáo",
        following=(section, second),
    )  # fmt: skip


def letter(profile: LayoutProfile | None = None) -> Document:
    """Make a letter (công văn) of the standing office to several offices."""
    parts = PaperParts(profile or LayoutProfile())
    head = PaperHead(
        DEPARTMENT, "VHXH", "7", "Hoa Sữa", date(2026, 2, 5), about="đôn đốc thực hiện nhiệm vụ cải cách hành chính"
    )
    signer = Signer("Lê Văn Bình", ("TRƯỞNG PHÒNG",))
    blocks = (
        *parts.letterhead(head),
        *parts.addressees(("Văn phòng HĐND và UBND", "Phòng Kinh tế, Hạ tầng và Đô thị", "Công an phường")),
        parts.body(SENTENCE),
        parts.body("Đề nghị các đơn vị gửi kết quả trước ngày 10/02/2026.", is_last=True),
        parts.foot(PaperFoot(signer, ("UBND phường (để b/c)",), "Lưu: VHXH", answers_above=True)),
    )
    return Document(blocks, parts.page(), "Đôn đốc", "Phòng Văn hóa - Xã hội", "Công văn")
