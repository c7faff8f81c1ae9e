"""Header words and header rows."""

from __future__ import annotations

import pytest

from cchc_desktop.documents.recognise.headers import TableKind, find_header, is_numbering_row
from cchc_desktop.domain.plan import AppendixColumn, Column
from tests.documents.recognise.tables_as_text import draft, draft_of, items, messages, table

N, OB, T, C = Column.NUMBER, Column.OBJECTIVE, Column.TASK, Column.CONTENT
L, K, D, P, F, G = Column.LEAD, Column.COORDINATING, Column.TIME, Column.PRODUCT, Column.FUNDING, Column.NOTE


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        ("TT | Nội dung nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian | Sản phẩm", [N, C, L, K, D, P]),
        ("STT | NỘI DUNG CÔNG VIỆC | Đơn vị chủ trì | Phối hợp | Thời hạn hoàn thành | Kết quả", [N, C, L, K, D, P]),
        ("Stt | Nhiệm vụ và giải pháp | Chủ trì | Phối hợp | Thời gian triển khai", [N, C, L, K, D]),
        ("Số TT | Tên nhiệm vụ | Cơ quan, đơn vị chủ trì thực hiện | Thời hạn | Kết quả dự kiến", [N, C, L, D, P]),
        ("TT | Nội dung thực hiện | Đơn vị thực hiện | Thời gian thực hiện/ hoàn thành | Ghi chú", [N, C, L, D, G]),
        ("TT | Hoạt động | Bộ phận chủ trì | Nguồn kinh phí | Nguồn lực", [N, C, L, F, None]),
        ("TT | Mục tiêu | Nhiệm vụ | Hoạt động | Kết quả | Chủ trì | Phối hợp | Thời gian | Kinh phí",
         [N, OB, T, C, P, L, K, D, F]),
        ("TT | Nhiệm vụ | Hoạt động | Chủ trì | Thời gian", [N, T, C, L, D]),
        ("TT | Mục tiêu | Nhiệm vụ | Chủ trì | Thời gian", [N, OB, C, L, D]),
        ("TT | Nhiệm vụ | Nội dung công việc | Chủ trì | Thời gian", [N, T, C, L, D]),
        ("TT | Nội dung | Chủ trì | Sản phẩm | Kết quả thực hiện", [N, C, L, P, None]),
        ("TT | Nội dung | Chủ trì | Tiến độ | Sản phẩm", [N, C, L, D, P]),
        ("TT | Nội dung | Chủ trì | Thời gian | Tiến độ thực hiện", [N, C, L, D, None]),
        ("TT | Lĩnh vực, nhiệm vụ | Đơn vị/cá nhân thực hiện | Tiến độ thực hiện", [N, C, L, D]),
        (" | Nội dung | Chủ trì | Thời gian", [N, C, L, D]),
    ],
)  # fmt: skip
def test_columns_of_task_tables(header, columns):
    found = find_header(table(header), 0)
    assert found and found.kind is TableKind.TASKS
    assert [cell.column for cell in found.cells] == columns


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        ("Stt | Chỉ tiêu | Đơn vị tính | Kết quả | Cơ quan theo dõi, đánh giá",
         [N, Column.INDICATOR, Column.UNIT, Column.TARGET, Column.AGENCY]),
        ("TT | Nội dung chỉ tiêu | ĐVT | Mức chỉ tiêu | Đơn vị thực hiện",
         [N, Column.INDICATOR, Column.UNIT, Column.TARGET, Column.AGENCY]),
        ("TT | Tên chỉ tiêu | Mục tiêu năm 2026", [N, Column.INDICATOR, Column.TARGET]),
        ("TT | Chỉ tiêu | Năm 2026 | Năm 2027", [N, Column.INDICATOR, Column.TARGET, Column.TARGET]),
    ],
)  # fmt: skip
def test_columns_of_indicator_tables(header, columns):
    found = find_header(table(header), 0)
    assert found and found.kind is TableKind.INDICATORS
    assert [cell.column for cell in found.cells] == columns


@pytest.mark.parametrize(
    "row",
    [
        "1 | Nội dung | Chủ trì | Thời gian",
        "TT | Họ và tên | Chức vụ | Đơn vị",
        "Nội dung nhiệm vụ",
        "I | Nhiệm vụ | <",
        "TT | Nội dung | Ghi chú",
    ],
)
def test_rows_that_are_no_header(row):
    assert find_header(table(row), 0) is None


@pytest.mark.parametrize(
    "second",
    [
        "^ | ^ | Chủ trì | Phối hợp | ^ | ^",
        " | | Chủ trì | Phối hợp | |",
    ],
)
def test_a_header_in_two_rows_keeps_group_words(second):
    first = "TT | Nội dung | Cơ quan thực hiện | < | Thời gian | Sản phẩm"
    plan = draft(table(f"{first}\n{second}\n1 | Rà soát | Văn phòng | Các phòng | Quý I | Báo cáo"))
    assert plan.form
    assert plan.form.columns == (
        AppendixColumn(Column.NUMBER, "TT"),
        AppendixColumn(Column.CONTENT, "Nội dung"),
        AppendixColumn(Column.LEAD, "Chủ trì", "Cơ quan thực hiện"),
        AppendixColumn(Column.COORDINATING, "Phối hợp", "Cơ quan thực hiện"),
        AppendixColumn(Column.TIME, "Thời gian"),
        AppendixColumn(Column.PRODUCT, "Sản phẩm"),
    )
    [item] = items(plan)
    assert (item.lead_words, item.coordinating_words, item.time_words) == ("Văn phòng", "Các phòng", "Quý I")


def test_group_words_that_are_not_merged():
    first = "TT | Nội dung | Phân công | | Thời gian"
    plan = draft(table(f"{first}\n | | Chủ trì | Phối hợp | \n1 | Rà soát | Văn phòng | Các phòng | Quý I"))
    assert [item.coordinating_words for item in items(plan)] == ["Các phòng"]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("(1) | (2) | (3) | (4)", True),
        ("1 | 2 | 3 | 4", True),
        ("A | B | 1 | 2 | 3", True),
        ("1 | Rà soát | 3 | 4", False),
        ("1 | 2 | 4", False),
        ("1 | 2", False),
    ],
)
def test_numbering_rows(row, expected):
    assert is_numbering_row(table(row).rows[0].cells) is expected


def test_the_row_that_counts_the_columns_is_skipped():
    plan = draft_of("(1) | (2) | (3) | (4) | (5) | (6)\n1 | Rà soát | Văn phòng | Các phòng | Quý I | Báo cáo")
    assert [item.content for item in items(plan)] == ["Rà soát"]


MONITORING = "TT | Nội dung | Chủ trì | Thời gian | Kết quả thực hiện"


def test_unknown_columns_go_to_the_note_with_their_header():
    plan = draft(table(f"{MONITORING}\n1 | Rà soát | Văn phòng | Quý I | Đã xong"))
    [item] = items(plan)
    assert item.note == "Kết quả thực hiện: Đã xong"
    assert [message for message in messages(plan) if "Kết quả thực hiện" in message]


def test_unknown_columns_are_quoted_where_the_table_has_notes_of_its_own():
    plan = draft(table(f"{MONITORING} | Ghi chú\n1 | Rà soát | Văn phòng | Quý I | Đã xong | Gấp"))
    [item] = items(plan)
    assert item.note == "Gấp"
    assert any("Kết quả thực hiện" in message and "Đã xong" in message for message in messages(plan))
