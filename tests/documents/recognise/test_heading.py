"""Title block, title, kind and period, document and issuer."""

from __future__ import annotations

from datetime import date

import pytest

from cchc_desktop.documents.recognise.heading import read_heading, title_block
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import DocumentRef, PlanKind

ATTACHED = "(Kèm theo Quyết định số 12/QĐ-UBND ngày 30 /7/2025 của Chủ tịch Ủy ban nhân dân phường Hoa Mai)"


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        (["Phụ lục", "DANH MỤC NHIỆM VỤ", ATTACHED, ""], ("Phụ lục", "DANH MỤC NHIỆM VỤ", ATTACHED)),
        (["CHỦ TỊCH", "Nguyễn An", "", "PHỤ LỤC I", "", "DANH MỤC", ""], ("PHỤ LỤC I", "DANH MỤC")),
        (["Phụ lục", "Danh mục nhiệm vụ năm 2026"], ("Phụ lục", "Danh mục nhiệm vụ năm 2026")),
        (["DANH MỤC", "(Kèm theo Kế hoạch số 5/KH-UBND", "của Ủy ban nhân dân xã An Bình)"],
         ("DANH MỤC", "(Kèm theo Kế hoạch số 5/KH-UBND", "của Ủy ban nhân dân xã An Bình)")),
        (["1. Nhiệm vụ cụ thể như sau:", ""], ()),
        (["Trên đây là Kế hoạch năm 2026, đề nghị các đơn vị thực hiện./.", ""], ()),
        (["Nơi nhận:", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], ()),
        ([], ()),
    ],
)  # fmt: skip
def test_title_block(above, expected):
    assert title_block(above) == expected


@pytest.mark.parametrize(
    ("title", "kind", "start", "end"),
    [
        ("CẢI CÁCH HÀNH CHÍNH 6 THÁNG CUỐI NĂM 2025", PlanKind.SIX_MONTHS, date(2025, 7, 1), date(2025, 12, 31)),
        ("Nhiệm vụ 6 tháng đầu năm 2026", PlanKind.SIX_MONTHS, date(2026, 1, 1), date(2026, 6, 30)),
        ("Nhiệm vụ giai đoạn 2026-2030", PlanKind.MULTI_YEAR, date(2026, 1, 1), date(2030, 12, 31)),
        ("Nhiệm vụ giai đoạn 2026 – 2030", PlanKind.MULTI_YEAR, date(2026, 1, 1), date(2030, 12, 31)),
        ("Từ năm 2026 đến năm 2030", PlanKind.MULTI_YEAR, date(2026, 1, 1), date(2030, 12, 31)),
        ("Kế hoạch CCHC năm 2026", PlanKind.ANNUAL, date(2026, 1, 1), date(2026, 12, 31)),
        ("Chương trình giai đoạn 2026-2030 năm 2027", PlanKind.ANNUAL, date(2027, 1, 1), date(2027, 12, 31)),
        ("Giai đoạn 2026-2030, định hướng đến năm 2035", PlanKind.MULTI_YEAR, date(2026, 1, 1), date(2030, 12, 31)),
    ],
)
def test_kind_and_period(title, kind, start, end):
    heading = read_heading([], [("Phụ lục", title)])
    assert (heading.kind, heading.period) == (kind, Period(start, end))


@pytest.mark.parametrize(
    "title",
    [
        "DANH MỤC NHIỆM VỤ",
        "Nhiệm vụ năm 2025 và năm 2026",
        "Nhiệm vụ quý III năm 2025",
        "Ban hành tháng 4 năm 2026",
        "giai đoạn 2030-2026",
        "6 tháng cuối năm 9999",
    ],
)
def test_no_period_where_none_or_several_are_named(title):
    heading = read_heading([], [(title,)])
    assert (heading.kind, heading.period) == (None, None)


def test_an_appendix_alone_takes_title_and_document_from_its_heading():
    heading = read_heading([], [("Phụ lục", "DANH MỤC NHIỆM VỤ", "NĂM 2026", ATTACHED)])
    assert heading.title == "DANH MỤC NHIỆM VỤ NĂM 2026"
    assert heading.document == DocumentRef("Quyết định", "12/QĐ-UBND", date(2025, 7, 30))
    assert heading.issuer == "Ủy ban nhân dân phường Hoa Mai"


@pytest.mark.parametrize(
    ("line", "document", "issuer"),
    [
        ("(Ban hành kèm theo Kế hoạch số /KH-UBND ngày tháng 4 năm 2026 của UBND xã An Bình)",
         DocumentRef("Kế hoạch", None, None), "UBND xã An Bình"),
        ("(Kèm theo Kế hoạch số: 71 /KH-UBND ngày 05 tháng 01 năm 2026 của UBND xã)",
         DocumentRef("Kế hoạch", "71/KH-UBND", date(2026, 1, 5)), None),
        ("(Kèm theo Kế hoạch số …/KH-UBND ngày …/…/2026 của Uỷ ban nhân dân xã An Bình)",
         DocumentRef("Kế hoạch", None, None), "Uỷ ban nhân dân xã An Bình"),
        ("(Kèm theo Kế hoạch số 5/KH-UBND ngày 31/02/2026)", DocumentRef("Kế hoạch", "5/KH-UBND", None), None),
    ],
)  # fmt: skip
def test_document_and_issuer(line, document, issuer):
    heading = read_heading([], [("DANH MỤC", line)])
    assert (heading.document, heading.issuer) == (document, issuer)


def test_a_full_document_is_read_from_its_first_page():
    lines = [
        "ỦY BAN NHÂN DÂN", "XÃ AN BÌNH", "Số: 83/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "An Bình, ngày 31  tháng 12 năm 2025", "", "KẾ HOẠCH", "Cải cách hành chính nhà nước", "năm 2026", "",
        "Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 giai đoạn 2021-2030;",
    ]  # fmt: skip
    heading = read_heading(lines, [("DANH MỤC NHIỆM VỤ",)])
    assert heading.title == "KẾ HOẠCH Cải cách hành chính nhà nước năm 2026"
    assert heading.kind is PlanKind.ANNUAL
    assert heading.issuer == "ỦY BAN NHÂN DÂN XÃ AN BÌNH"
    assert heading.document == DocumentRef("Kế hoạch", "83/KH-UBND", date(2025, 12, 31))
