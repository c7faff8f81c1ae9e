"""Rows of task tables: sections, items, sub-rows, continuations, the nine-column shape."""

from __future__ import annotations

import pytest

from cchc_desktop.domain.items import ItemKind
from cchc_desktop.domain.plan import SectionRows
from tests.documents.recognise.tables_as_text import draft, draft_of, items, messages, outline, sheet, table

FULL = "Văn phòng | Các phòng | Quý I | Báo cáo"


@pytest.mark.parametrize(
    ("row", "number", "title", "shape"),
    [
        ("I. Cải cách thể chế | < | < | < | < | <", "I", "Cải cách thể chế", SectionRows.MERGED),
        ("I Cải cách thể chế | < | < | < | < | <", "I", "Cải cách thể chế", SectionRows.MERGED),
        ("I Cải cách thể chế | | | | |", "I", "Cải cách thể chế", SectionRows.MERGED),
        ("I | Cải cách thể chế | < | < | < | <", "I", "Cải cách thể chế", SectionRows.SPLIT),
        ("I. | Cải cách thể chế | | | |", "I", "Cải cách thể chế", SectionRows.SPLIT),
        ("A | Cải cách thể chế | | | |", "A", "Cải cách thể chế", SectionRows.SPLIT),
        (" | II. Cải cách thể chế | | | |", "II", "Cải cách thể chế", SectionRows.MERGED),
        ("Cải cách thể chế | < | < | < | < | <", None, "Cải cách thể chế", SectionRows.MERGED),
        (" | CẢI CÁCH THỂ CHẾ | | | |", None, "CẢI CÁCH THỂ CHẾ", SectionRows.MERGED),
        ("Cải cách thể chế | | | | |", None, "Cải cách thể chế", SectionRows.MERGED),
        ("1 | CẢI CÁCH THỂ CHẾ | | | |", "1", "CẢI CÁCH THỂ CHẾ", SectionRows.SPLIT),
        ("1 | Cải cách thể chế | | | |", "1", "Cải cách thể chế", SectionRows.SPLIT),
        ("2 | Kiểm tra | < | < | < | <", "2", "Kiểm tra", SectionRows.SPLIT),
    ],
)
def test_section_rows_of_every_shape(row, number, title, shape):
    plan = draft_of(f"{row}\n1.1 | Rà soát | {FULL}")
    [section] = plan.sections
    assert (section.number, section.title) == (number, title)
    assert [item.content for item in section.items] == ["Rà soát"]
    assert plan.form and plan.form.section_rows is shape


def test_a_section_title_that_runs_over_a_page_break():
    plan = draft_of(f"I | XÂY DỰNG CHÍNH QUYỀN ĐIỆN TỬ, | | | |\n | CHÍNH QUYỀN SỐ | | | |\n1 | Rà soát | {FULL}")
    assert [section.title for section in plan.sections] == ["XÂY DỰNG CHÍNH QUYỀN ĐIỆN TỬ, CHÍNH QUYỀN SỐ"]


def test_items_before_any_section_get_a_nameless_one_and_a_problem():
    plan = draft_of(f"1 | Rà soát | {FULL}\nI | Thể chế | < | < | < | <\n2 | Kiểm tra | {FULL}")
    assert outline(plan) == "-\n  t 1 Rà soát\nI Thể chế\n  t 2 Kiểm tra"
    assert sum("chưa có tên" in message for message in messages(plan)) == 1


def test_cells_are_kept_word_by_word_and_empty_ones_are_none():
    plan = draft_of("1. | Rà soát  quy chế;//- họp;//- báo cáo. | Văn phòng HĐND & UBND | | 2026- 2030 | - Mẫu đơn")
    [item] = items(plan)
    assert item.number == "1."
    assert item.content == "Rà soát  quy chế;\n- họp;\n- báo cáo."
    assert (item.lead_words, item.coordinating_words) == ("Văn phòng HĐND & UBND", None)
    assert (item.time_words, item.product, item.funding, item.note) == ("2026- 2030", "- Mẫu đơn", None, None)


@pytest.mark.parametrize("mark", ["", "^"])
def test_an_unnumbered_row_with_its_own_agency_and_time_is_a_sub_row(mark):
    plan = draft_of(f"1 | Rà soát | {FULL}\n{mark} | Thẩm định | Tổ pháp chế | | Quý II | Văn bản\n2 | Họp | {FULL}")
    assert outline(plan) == "-\n  t 1 Rà soát\n    s - Thẩm định\n  t 2 Họp"
    assert items(plan)[1].lead_words == "Tổ pháp chế"
    assert any("dòng con của nhiệm vụ 1" in message for message in messages(plan))


def test_with_the_number_cell_merged_values_of_merged_cells_hold_for_sub_rows():
    plan = draft_of(f"1 | Rà soát | {FULL}\n^ | Thẩm định | ^ | ^ | ^ | Văn bản")
    assert outline(plan) == "-\n  t 1 Rà soát\n    s - Thẩm định"
    sub = items(plan)[1]
    assert (sub.lead_words, sub.time_words, sub.product) == ("Văn phòng", "Quý I", "Văn bản")


def test_cells_merged_over_several_tasks_hold_for_each():
    plan = draft_of(f"1 | Rà soát | {FULL}\n2 | Họp | ^ | | ^ | Biên bản\n3 | Tập huấn | ^ | | Quý IV | Lớp")
    assert [(item.number, item.lead_words, item.time_words) for item in items(plan)] == [
        ("1", "Văn phòng", "Quý I"),
        ("2", "Văn phòng", "Quý I"),
        ("3", "Văn phòng", "Quý IV"),
    ]


@pytest.mark.parametrize(
    ("first", "second", "field", "expected"),
    [
        ("đẩy mạnh phân cấp", " | quản lý theo ngành | | | |", "content", "đẩy mạnh phân cấp quản lý theo ngành"),
        ("Nghị", "\n | Quyết số 5 | | | |", "content", "Nghị Quyết số 5"),
        ("giai đoạn 2026-", " | 2030 của xã | | | |", "content", "giai đoạn 2026-2030 của xã"),
        ("Họp", " | | | , đơn vị | |", "coordinating_words", "Các phòng , đơn vị"),
        ("Họp", " | | | Công an | |", "coordinating_words", "Các phòng\nCông an"),
        ("Họp", " | | | | | kết quả", "product", "Báo cáo kết quả"),
        ("Họp", " | và bàn | | | | kết quả", "product", "Báo cáo kết quả"),
        ("Họp", "^ | ^ | Công an | ^ | ^ | ^", "lead_words", "Văn phòng\nCông an"),
    ],
)
def test_a_lone_cell_carries_on_the_row_above(first, second, field, expected):
    plan = draft_of(f"1 | {first} | {FULL}\n{second}\n2 | Tập huấn | {FULL}")
    assert [item.number for item in items(plan)] == ["1", "2"]
    assert getattr(items(plan)[0], field) == expected
    assert any("được nối vào dòng ngay trên" in message for message in messages(plan))


def test_numbers_make_levels():
    plan = draft_of(
        f"""I | Thể chế | < | < | < | <
1 | Ban hành quy chế: | | | |
1.1 | Soạn thảo | {FULL}
1.2 | Lấy ý kiến | {FULL}
a) | của dân | {FULL}
2 | Rà soát | {FULL}
a | văn bản | {FULL}
b | thủ tục | {FULL}
 | - kiểm tra | Công an | | Quý II |
10 | Họp | {FULL}"""
    )
    assert outline(plan).splitlines() == [
        "I Thể chế",
        "  t 1 Ban hành quy chế:",
        "    s 1.1 Soạn thảo",
        "    s 1.2 Lấy ý kiến",
        "      s a) của dân",
        "  t 2 Rà soát",
        "    s a văn bản",
        "    s b thủ tục",
        "      s - - kiểm tra",
        "  t 10 Họp",
    ]


def test_numbers_that_extend_the_sections_number_stay_on_top():
    plan = draft_of(f"I | Thể chế | < | < | < | <\nI.1 | Rà soát | {FULL}\nI.2 | Họp | {FULL}")
    assert outline(plan) == "I Thể chế\n  t I.1 Rà soát\n  t I.2 Họp"


def test_dash_lines_below_a_closed_text_are_points_of_their_own():
    plan = draft_of(f"1 | Các việc: | {FULL}\n | - Soạn thảo; | | | |\n | - Lấy ý kiến. | | | |\n2 | Họp | {FULL}")
    assert outline(plan) == "-\n  t 1 Các việc:\n    s - - Soạn thảo;\n    s - - Lấy ý kiến.\n  t 2 Họp"


def test_a_number_at_the_beginning_of_the_text_counts_where_there_is_no_number_cell():
    plan = draft(table("Nội dung | Chủ trì | Thời gian\n1. Rà soát | Văn phòng | Quý I\n1.1. Họp | Văn phòng | Quý I"))
    assert outline(plan) == "-\n  t 1. Rà soát\n    s 1.1. Họp"


def test_rows_without_any_numbers_are_tasks_not_sub_rows():
    plan = draft_of(f"I | Thể chế | < | < | < | <\n | Rà soát | {FULL}\n | Họp | {FULL}")
    assert outline(plan) == "I Thể chế\n  t - Rà soát\n  t - Họp"


def test_the_foot_of_a_sheet_is_no_task():
    plan = draft(
        sheet(
            """TT | Nội dung | Chủ trì | Thời gian
1 | Rà soát | Văn phòng | Quý I
 | Tổng cộng: 1 nhiệm vụ | |
Nơi nhận: | | TM. ỦY BAN NHÂN DÂN |
- Lưu: VT. | | CHỦ TỊCH |"""
        )
    )
    assert outline(plan) == "-\n  t 1 Rà soát"
    assert "Tổng cộng: 1 nhiệm vụ" in " ".join(messages(plan))
    assert "Lưu: VT." in " ".join(messages(plan))


NINE = "TT | Mục tiêu | Nhiệm vụ | Hoạt động | Kết quả | Chủ trì | Phối hợp | Thời gian | Kinh phí"
NINE_ROWS = """I Cải cách thể chế | < | < | < | < | < | < | < | <
1 | 1.1. Mục tiêu 1://Văn bản | 2.1. Nhiệm vụ 1://Rà soát | 3.1: Hoạt động 1://Lập sổ | Bảng | A | B | 2021 | Theo Luật
2 | {m} | {m} | 3.2: Hoạt động 2://Tự kiểm tra | Báo cáo | A | | Hàng năm | Theo Luật
3 | {m} | 2.2. Nhiệm vụ 2: Phổ biến | 3.3: Hoạt động 3: Tuyên truyền | Kế hoạch | Tư pháp | | Hàng năm |
4 | 1.2. Mục tiêu 2: Thi hành | 2.3. Nhiệm vụ 3: Theo dõi | 3.9: Hoạt động 4: Kiểm tra | Báo cáo | A | | Hàng năm |
II Cải cách thủ tục | < | < | < | < | < | < | < | <
5 | 1.1. Mục tiêu 1: Công khai | 2.1. Nhiệm vụ 1: Niêm yết | 3.1. Hoạt động 1: Cập nhật | Bảng | B | | Hàng quý |"""
NINE_OUTLINE = """I Cải cách thể chế
  o 1.1. Mục tiêu 1: Văn bản
    t 2.1. Nhiệm vụ 1: Rà soát
      a 3.1: Hoạt động 1: Lập sổ
      a 3.2: Hoạt động 2: Tự kiểm tra
    t 2.2. Nhiệm vụ 2: Phổ biến
      a 3.3: Hoạt động 3: Tuyên truyền
  o 1.2. Mục tiêu 2: Thi hành
    t 2.3. Nhiệm vụ 3: Theo dõi
      a 3.9: Hoạt động 4: Kiểm tra
II Cải cách thủ tục
  o 1.1. Mục tiêu 1: Công khai
    t 2.1. Nhiệm vụ 1: Niêm yết
      a 3.1. Hoạt động 1: Cập nhật"""


@pytest.mark.parametrize("merged", ["^", ""])
def test_the_nine_column_shape_is_a_tree(merged):
    plan = draft_of(NINE_ROWS.format(m=merged), head=NINE)
    assert outline(plan) == NINE_OUTLINE
    activity = next(item for item in items(plan) if item.kind is ItemKind.ACTIVITY)
    assert (activity.number, activity.ordinal, activity.label) == ("3.1:", "1", "Hoạt động 1:")
    assert (activity.content, activity.funding) == ("Lập sổ", "Theo Luật")
    parents = [item for item in items(plan) if item.kind is not ItemKind.ACTIVITY]
    assert {(item.ordinal, item.lead_words, item.time_words) for item in parents} == {(None, None, None)}
    assert [message for message in messages(plan) if "nhảy" in message] == ["6 4 Số thứ tự nhảy từ “3.3” đến “3.9”."]


def test_a_parent_that_is_printed_again_in_each_row_is_one_parent():
    plan = draft_of(
        "1 | Đồng bộ | Rà soát | Lập danh mục | a | b | c | d | e\n"
        "2 | Đồng bộ | Rà soát | Kiểm tra | a | b | c | d | e",
        head=NINE,
    )
    assert outline(plan).splitlines()[1:] == [
        "  o - Đồng bộ",
        "    t - Rà soát",
        "      a 1 Lập danh mục",
        "      a 2 Kiểm tra",
    ]


def test_a_nine_column_row_broken_across_pages_is_joined():
    plan = draft_of("1 | Đồng bộ | Rà soát | Lập | a | b | c | d | e\n | văn bản | | danh mục | | | | | f", head=NINE)
    assert outline(plan) == "-\n  o - Đồng bộ văn bản\n    t - Rà soát\n      a 1 Lập danh mục"
    assert items(plan)[-1].funding == "e f"


def test_a_task_without_activities_carries_its_own_values():
    plan = draft_of("1 | Đồng bộ | Rà soát | | Báo cáo | Tư pháp | | Hàng năm |", head=NINE)
    task = items(plan)[1]
    assert (task.kind, task.number, task.lead_words) == (ItemKind.TASK, "1", "Tư pháp")
