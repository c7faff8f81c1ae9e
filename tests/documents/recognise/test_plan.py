"""Whole documents: where tables stand, what belongs together, what is refused."""

from __future__ import annotations

import pytest

from cchc_desktop.documents.raw import RawDocument
from cchc_desktop.documents.recognise.plan import recognise
from cchc_desktop.domain.errors import RefusedFile
from cchc_desktop.domain.plan import Column, PlanKind, SectionRows
from cchc_desktop.domain.problems import Problem
from tests.documents.recognise.tables_as_text import (
    HEAD,
    INDICATOR_HEAD,
    draft,
    items,
    messages,
    outline,
    sheet,
    table,
)

ONE_TASK = "1 | Rà soát quy chế | Văn phòng | Các phòng | Quý III/2025 | Báo cáo"
TWO_TASKS = f"I | Thể chế | < | < | < | <\n{ONE_TASK}"
ONE_INDICATOR = "1 | Tỷ lệ hồ sơ đúng hạn | % | ≥ 95 | Trung tâm"


@pytest.mark.parametrize(
    "blocks",
    [
        (),
        ("Kế hoạch không có bảng nào",),
        (table("ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI\nXÃ AN BÌNH | Độc lập"),),
        (table("Nơi nhận: | TM. ỦY BAN NHÂN DÂN\n- Lưu: VT | CHỦ TỊCH"),),
        (table("TT | Họ và tên | Chức vụ | Số điện thoại\n1 | Nguyễn An | Chủ tịch | 0123"),),
        (table(HEAD),),
    ],
)
def test_a_file_without_tasks_or_indicators_is_refused_in_vietnamese(blocks):
    with pytest.raises(RefusedFile, match="Không tìm thấy bảng nhiệm vụ hay chỉ tiêu trong tệp"):
        recognise(RawDocument(blocks))


def test_problems_of_the_reader_come_first():
    doubt = Problem("Bảng 1", 2, "3", "Ô có công thức.")
    plan = recognise(RawDocument((table(f"{HEAD}\n1 | Rà soát | | | Quý III | Báo cáo"),), (doubt,)))
    assert plan.problems[0] is doubt
    assert len(plan.problems) > 1


def test_tables_around_the_tasks_are_passed_over_in_silence():
    letterhead = table("UBND XÃ AN BÌNH | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/KH-UBND | Độc lập - Tự do")
    foot = table("Nơi nhận: | TM. ỦY BAN NHÂN DÂN\n- Lưu: VT. | CHỦ TỊCH")
    plan = draft(letterhead, "Phụ lục", table(f"{HEAD}\n{TWO_TASKS}"), foot)
    assert outline(plan) == "I Thể chế\n  t 1 Rà soát quy chế"
    assert messages(plan) == []


def test_a_table_of_tasks_without_a_content_column_is_reported():
    other = table("TT | Cơ quan chủ trì | Thời gian | Sản phẩm\n1 | Văn phòng | Quý I | Báo cáo", name="Bảng 2")
    plan = draft(table(f"{HEAD}\n{TWO_TASKS}"), other)
    assert [problem.table for problem in plan.problems] == ["Bảng 2"]
    assert "không thấy cột nội dung" in plan.problems[0].message


@pytest.mark.parametrize("shuffled", [False, True])
def test_tasks_and_indicators_come_from_any_sheet_in_any_order(shuffled):
    sheets = [sheet(f"{HEAD}\n{TWO_TASKS}", "NV"), sheet(f"{INDICATOR_HEAD}\n{ONE_INDICATOR}", "CT")]
    plan = draft(*(reversed(sheets) if shuffled else sheets))
    assert outline(plan) == "I Thể chế\n  t 1 Rà soát quy chế"
    assert [indicator.table for indicator in plan.indicators] == ["CT"]
    assert plan.form and plan.indicator_form


def test_one_sheet_holds_two_tables_one_below_the_other():
    plan = draft(
        sheet(
            f"""PHỤ LỤC I | < | < | < | < | <
DANH MỤC NHIỆM VỤ NĂM 2026 | < | < | < | < | <

{HEAD}
{TWO_TASKS}

PHỤ LỤC II | < | < | < | < | <
DANH MỤC CHỈ TIÊU NĂM 2026 | < | < | < | < | <

{INDICATOR_HEAD} |
{ONE_INDICATOR} |"""
        )
    )
    assert outline(plan) == "I Thể chế\n  t 1 Rà soát quy chế"
    assert [indicator.text for indicator in plan.indicators] == ["Tỷ lệ hồ sơ đúng hạn"]
    assert plan.form and plan.form.title_block == ("PHỤ LỤC I", "DANH MỤC NHIỆM VỤ NĂM 2026")
    assert plan.indicator_form and plan.indicator_form.title_block == ("PHỤ LỤC II", "DANH MỤC CHỈ TIÊU NĂM 2026")
    assert messages(plan) == []


SECOND_PART = "2 | Kiểm tra công vụ | Văn phòng | Các phòng | Quý IV/2025 | Kết luận"


@pytest.mark.parametrize("head", ["", HEAD + "\n", HEAD + "\n(1) | (2) | (3) | (4) | (5) | (6)\n"])
@pytest.mark.parametrize("build", [table, sheet])
def test_a_table_broken_in_two_is_one_table(head, build):
    plan = draft(build(f"{HEAD}\n{TWO_TASKS}", "Phần 1"), "", build(f"{head}{SECOND_PART}", "Phần 2"))
    assert outline(plan) == "I Thể chế\n  t 1 Rà soát quy chế\n  t 2 Kiểm tra công vụ"
    assert [item.table for item in items(plan)] == ["Phần 1", "Phần 2"]
    assert messages(plan) == []


def test_a_foreign_table_behind_the_tasks_does_not_continue_them():
    people = table(
        "Họ tên | Chức vụ | Đơn vị | Điện thoại | Thư | Ghi\nAn | Chủ tịch | UBND | 1 | 2 | 3", name="Bảng 2"
    )
    plan = draft(table(f"{HEAD}\n{TWO_TASKS}"), people)
    assert len(items(plan)) == 1


def test_a_header_that_repeats_in_the_middle_is_dropped():
    plan = draft(table(f"{HEAD}\n{TWO_TASKS}\n{HEAD}\n{SECOND_PART}"))
    assert outline(plan) == "I Thể chế\n  t 1 Rà soát quy chế\n  t 2 Kiểm tra công vụ"
    assert messages(plan) == []


def test_a_table_for_each_area_takes_its_section_from_the_heading_above():
    second = table(f"{HEAD}\n{SECOND_PART}", name="Bảng 2")
    plan = draft("I. Cải cách thể chế", table(f"{HEAD}\n{ONE_TASK}"), "II. Cải cách công vụ", second)
    assert outline(plan) == "I Cải cách thể chế\n  t 1 Rà soát quy chế\nII Cải cách công vụ\n  t 2 Kiểm tra công vụ"


def test_the_form_keeps_the_plans_own_words():
    plan = draft(
        "Phụ lục",
        "DANH MỤC NHIỆM VỤ",
        "(Kèm theo Kế hoạch số 5/KH-UBND)",
        "",
        table(f"{HEAD.replace('Thời gian', 'Thời gian//thực hiện')}\nI. Thể chế | < | < | < | < | <\n{ONE_TASK}"),
    )
    assert plan.form
    assert plan.form.title_block == ("Phụ lục", "DANH MỤC NHIỆM VỤ", "(Kèm theo Kế hoạch số 5/KH-UBND)")
    assert [column.header for column in plan.form.columns][4] == "Thời gian thực hiện"
    assert [column.column for column in plan.form.columns][:2] == [Column.NUMBER, Column.CONTENT]
    assert plan.form.section_rows is SectionRows.MERGED
    assert plan.indicator_form is None


def test_a_full_document_with_letterhead_and_signature_tables():
    letterhead = table(
        "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXÃ AN BÌNH | Độc lập - Tự do - Hạnh phúc\n"
        "Số: 12/KH-UBND | An Bình, ngày 05 tháng 01 năm 2026"
    )
    signature = table("Nơi nhận: | TM. ỦY BAN NHÂN DÂN\n- Lưu: VT. | CHỦ TỊCH", name="Bảng 2")
    plan = draft(
        letterhead, "", "KẾ HOẠCH", "Cải cách hành chính năm 2026", "", "I. MỤC ĐÍCH", "Nội dung kế hoạch./.",
        signature, "Phụ lục", "DANH MỤC NHIỆM VỤ", "(Kèm theo Kế hoạch số 12/KH-UBND)",
        table(f"{HEAD}\n{TWO_TASKS}", name="Bảng 3"),
    )  # fmt: skip
    assert plan.title == "KẾ HOẠCH Cải cách hành chính năm 2026"
    assert plan.kind is PlanKind.ANNUAL
    assert plan.issuer == "ỦY BAN NHÂN DÂN XÃ AN BÌNH"
    assert plan.form and plan.form.title_block == ("Phụ lục", "DANH MỤC NHIỆM VỤ", "(Kèm theo Kế hoạch số 12/KH-UBND)")
    assert plan.document.number == "12/KH-UBND"


def test_a_label_that_excel_holds_as_a_number_is_a_label():
    rows = "I | Cải cách thể chế\n1 | Rà soát | VP\n1,1 | Lập danh mục | VP\n1,2 | Lấy ý kiến | VP\n2 | Khác | VP"
    plan = draft(table(f"{HEAD}\n{rows}"))
    assert outline(plan).splitlines()[1:] == [
        "  t 1 Rà soát", "    s 1.1 Lập danh mục", "    s 1.2 Lấy ý kiến", "  t 2 Khác",
    ]  # fmt: skip


@pytest.mark.parametrize("words", ["xác nhận tình trạng hôn nhân", "lưu trữ hồ sơ", "Thủ trưởng các cơ quan, đơn vị"])
def test_words_of_a_signature_in_the_middle_end_no_table(words):
    rows = f"I | Cải cách thể chế\n1 | Rà soát | VP\n | {words}\n2 | Khác | VP\nII | Tài chính công\n3 | Thu | VP"
    plan = draft(table(f"{HEAD}\n{rows}"))
    assert len(plan.sections) == 2
    assert words in " ".join(item.content for item in items(plan))


@pytest.mark.parametrize("words", ["công", "Tổng số hóa hồ sơ"])
def test_words_that_only_look_like_a_total_are_kept(words):
    plan = draft(table(f"{HEAD}\nI | Cải cách thể chế\n1 | Phục vụ hành chính | VP\n | {words}\n2 | Khác | VP"))
    assert words in " ".join(item.content for item in items(plan))
