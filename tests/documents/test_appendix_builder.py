"""What the builders make of a plan: heading, columns, section rows, items, indicators."""

from __future__ import annotations

from datetime import date

import pytest

from cchc_desktop.documents.builders.appendix import build_appendix
from cchc_desktop.documents.builders.heading import heading_lines, heading_paragraphs
from cchc_desktop.documents.builders.indicators import build_indicators
from cchc_desktop.documents.model import Document, Paragraph, Row, Table
from cchc_desktop.domain.items import ItemKind, ItemOrigin
from cchc_desktop.domain.plan import AppendixColumn, AppendixForm, Column, DocumentRef, SectionRows
from cchc_desktop.domain.plan_tree import PlanTree
from tests.documents.appendix_samples import TreeMaker, indicator_tree, nested_tree, plan


def table(document: Document) -> Table:
    return next(block for block in document.blocks if isinstance(block, Table))


def heading(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def texts(rows: tuple[Row, ...]) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in rows]


def one_task(form: AppendixForm, **fields: object) -> PlanTree:
    make = TreeMaker(plan(form=form))
    make.section("I", "Thể chế")
    make.item(fields.pop("content", "Rà soát văn bản"), **fields)  # type: ignore[arg-type]
    return make.tree()


def form(*columns: tuple[Column, str], rows: SectionRows = SectionRows.SPLIT) -> AppendixForm:
    return AppendixForm(columns=tuple(AppendixColumn(*column) for column in columns), section_rows=rows)


@pytest.mark.parametrize(
    ("document", "attached"),
    [
        (DocumentRef("Kế hoạch", "05/KH-UBND", date(2026, 2, 5)), "Kế hoạch số 05/KH-UBND ngày 05 tháng 02 năm 2026"),
        (DocumentRef("Quyết định", "5/QĐ-UBND", date(2025, 7, 30)), "Quyết định số 5/QĐ-UBND ngày 30 tháng 7 năm 2025"),
        (DocumentRef(), "Kế hoạch số … ngày … tháng … năm …"),
    ],
)  # fmt: skip
def test_default_heading_is_composed_with_blanks(document: DocumentRef, attached: str) -> None:
    lines = heading_lines(plan(document=document), (), "DANH MỤC NHIỆM VỤ")
    assert lines == (
        "Phụ lục",
        "DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH PHƯỜNG HOA SỮA NĂM 2026",
        f"(Kèm theo {attached} của Ủy ban nhân dân phường Hoa Sữa)",
    )


def test_typed_heading_lines_are_kept_and_set_by_their_shape() -> None:
    typed = ("Phụ lục I", "DANH MỤC", "(Kèm theo Kế hoạch", "số 5/KH-UBND)", "Biểu 1")
    paragraphs = heading_paragraphs(heading_lines(plan(), typed, "DANH MỤC NHIỆM VỤ"))
    assert [paragraph.text for paragraph in paragraphs] == list(typed)
    assert [paragraph.style.italic for paragraph in paragraphs] == [False, False, True, True, False]
    assert [paragraph.style.bold for paragraph in paragraphs] == [True, True, False, False, True]


@pytest.mark.parametrize(
    ("fields", "header"),
    [
        ({}, ["TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện", "Sản phẩm"]),
        (
            {"funding": "Ngân sách"},
            ["TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện", "Sản phẩm",
             "Kinh phí"],
        ),
    ],
)  # fmt: skip
def test_default_columns(fields: dict[str, str], header: list[str]) -> None:
    assert texts(table(build_appendix(one_task(AppendixForm(), **fields))).header) == [header]


def test_words_without_a_column_get_one() -> None:
    own = form((Column.NUMBER, "STT"), (Column.CONTENT, "Nội dung công việc"))
    built = table(build_appendix(one_task(own, lead_words="Văn phòng", number="1")))
    assert texts(built.header) == [["STT", "Nội dung công việc", "Cơ quan chủ trì"]]
    assert texts(built.rows)[1] == ["1", "Rà soát văn bản", "Văn phòng"]


@pytest.mark.parametrize(
    ("shape", "number_first", "cells"),
    [
        (SectionRows.SPLIT, True, [(0, 1, "I"), (1, 1, "Thể chế")]),
        (SectionRows.MERGED, True, [(0, 2, "I. Thể chế")]),
        (SectionRows.SPLIT, False, [(0, 2, "I. Thể chế")]),
    ],
)
def test_section_rows_have_the_plans_shape(
    shape: SectionRows, number_first: bool, cells: list[tuple[int, int, str]]
) -> None:
    columns = [(Column.NUMBER, "TT"), (Column.CONTENT, "Nội dung")]
    own = form(*(columns if number_first else reversed(columns)), rows=shape)
    section = table(build_appendix(one_task(own))).rows[0]
    assert [(cell.column, cell.columns, cell.text) for cell in section.cells] == cells
    assert section.keep_with_next
    assert section.bookmark == "I. Thể chế"
    assert all(cell.style.bold for cell in section.cells)


def test_header_groups_make_two_rows() -> None:
    first, second = table(build_appendix(nested_tree())).header
    assert [(cell.text, cell.column, cell.columns, cell.rows) for cell in first.cells] == [
        ("TT", 0, 1, 2), ("Mục tiêu", 1, 1, 2), ("Nhiệm vụ", 2, 1, 2), ("Hoạt động", 3, 1, 2), ("Kết quả", 4, 1, 2),
        ("Cơ quan thực hiện", 5, 2, 1), ("Thời gian", 7, 1, 2), ("Kinh phí", 8, 1, 2),
    ]  # fmt: skip
    assert [(cell.text, cell.column) for cell in second.cells] == [("Chủ trì", 5), ("Phối hợp", 6)]


def test_objectives_and_tasks_are_merged_over_their_activities() -> None:
    rows = table(build_appendix(nested_tree(activities=3))).rows[1:]
    spans = [(number, cell.column, cell.rows) for number, row in enumerate(rows) for cell in row.cells if cell.rows > 1]
    assert spans == [(0, 1, 6), (0, 2, 3), (3, 2, 3), (6, 1, 6), (6, 2, 3), (9, 2, 3)]
    assert rows[0].cells[1].text == "1.1. Mục tiêu 1:\nXây dựng hệ thống văn bản đồng bộ 1"
    assert rows[1].cells[0].text == "2"
    assert rows[1].cells[1].text.startswith("3.2: Hoạt động 2:\n")


def test_every_grid_slot_belongs_to_one_cell() -> None:
    built = table(build_appendix(nested_tree()))
    for rows in (built.header, built.rows):
        slots = [
            (number + down, cell.column + along)
            for number, row in enumerate(rows)
            for cell in row.cells
            for down in range(cell.rows)
            for along in range(cell.columns)
        ]
        assert sorted(slots) == [(row, column) for row in range(len(rows)) for column in range(built.columns)]


def test_a_task_with_words_and_activities_keeps_a_row_of_its_own() -> None:
    make = TreeMaker(plan(form=form((Column.NUMBER, "TT"), (Column.TASK, "Nhiệm vụ"), (Column.CONTENT, "Hoạt động"))))
    make.section("I", "Thể chế")
    parent = make.item("Rà soát", kind=ItemKind.TASK, number="2.1.", label="Nhiệm vụ 1:", product="Danh mục")
    make.item("Họp", parent, kind=ItemKind.ACTIVITY, number="1")
    rows = table(build_appendix(make.tree())).rows[1:]
    assert texts(rows) == [["", "2.1. Nhiệm vụ 1:\nRà soát", "", "Danh mục"], ["1", "Họp", ""]]
    assert rows[0].cells[1].rows == 2


@pytest.mark.parametrize(
    ("fields", "cells"),
    [
        ({"number": "10."}, ["10.", "Rà soát văn bản"]),
        ({"number": "3.1:", "label": "Hoạt động 1:", "ordinal": "5"}, ["5", "3.1: Hoạt động 1: Rà soát văn bản"]),
        ({"label": "Nhiệm vụ 1:", "number": "1"}, ["1", "Nhiệm vụ 1: Rà soát văn bản"]),
        ({}, ["", "Rà soát văn bản"]),
        ({"content": "a\nb"}, ["", "a\nb"]),
    ],
)
def test_numbers_stand_as_the_plan_has_them(fields: dict[str, str], cells: list[str]) -> None:
    own = form((Column.NUMBER, "TT"), (Column.CONTENT, "Nội dung"))
    assert texts(table(build_appendix(one_task(own, **fields))).rows)[1] == cells


def test_items_that_arose_later_are_not_printed() -> None:
    make = TreeMaker()
    make.section("I", "Thể chế")
    make.item("Trong kế hoạch")
    parent = make.item("Phát sinh", origin=ItemOrigin.ADDED, funding="Ngân sách")
    make.item("Con của việc phát sinh", parent)
    make.section("II", "Chỉ có việc phát sinh")
    make.item("Phát sinh 2", origin=ItemOrigin.ADDED)
    make.section("III", "Chưa có nhiệm vụ")
    built = table(build_appendix(make.tree()))
    words = [text for row in texts(built.rows) for text in row if text]
    assert words == ["I", "Thể chế", "Trong kế hoạch", "III", "Chưa có nhiệm vụ"]
    assert built.columns == 6


def test_cell_size_is_a_setting() -> None:
    sizes = {cell.style.size for row in table(build_appendix(nested_tree(), 13)).all_rows() for cell in row.cells}
    assert sizes == {13}


def test_indicators_stand_under_their_groups() -> None:
    document = build_indicators(indicator_tree())
    rows = texts(table(document).rows)
    assert heading(document)[1].startswith("DANH MỤC CHỈ TIÊU")
    assert [row for row in rows if len(row) == 2] == [["I", "Giai đoạn 2026 - 2027"], ["II", "Giai đoạn 2028 - 2030"]]
    assert rows[9] == [
        "1", "Tỷ lệ hồ sơ được tiếp nhận và giải quyết trực tuyến loại 1", "%", "≥ 95",
        "Trung tâm Phục vụ hành chính công",
    ]  # fmt: skip


def test_file_properties_come_from_the_plan() -> None:
    document = build_appendix(nested_tree())
    assert document.title == "Phụ lục II NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH GIAI ĐOẠN 2026 - 2030"
    assert document.author == "Ủy ban nhân dân phường Hoa Sữa"
