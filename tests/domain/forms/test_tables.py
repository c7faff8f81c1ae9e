"""Rows and columns of statistics tables: which part a row names, and what is proposed where both matter."""

from __future__ import annotations

import pytest

from cchc_desktop.domain.areas import DEFAULT_RULES
from cchc_desktop.domain.forms.cells import CellKind, ReadCell, describe_cells
from cchc_desktop.domain.forms.fields import in_gap, quarter_of
from cchc_desktop.domain.forms.matching import Choice, propose
from cchc_desktop.domain.forms.sources import CellSource, SourceKind
from cchc_desktop.domain.forms.tables import WHOLE, header_words, part_named

AREAS = {rule.code.value: rule.name for rule in DEFAULT_RULES}
PARTS = (*AREAS.values(), "Phòng Văn hóa - Xã hội")
FIGURES = {
    "total": ("Tổng số nhiệm vụ",),
    "done": ("Đã hoàn thành", "nhiệm vụ hoàn thành"),
    "done_on_time": ("Hoàn thành đúng hạn",),
    "done_late": ("Hoàn thành quá hạn",),
    "in_time": ("Đang thực hiện, trong hạn", "nhiệm vụ chưa hoàn thành trong hạn"),
    "overdue": ("Chậm tiến độ", "quá hạn", "nhiệm vụ quá hạn", "nhiệm vụ chưa hoàn thành quá hạn"),
    "share": ("Tỷ lệ hoàn thành (%)",),
}


def figure_choices():
    for part in ("", *PARTS):
        for name, (words, *others) in FIGURES.items():
            for mark, said in (("", ""), ("_before", " (kỳ trước)")):
                source = CellSource(SourceKind.FIGURE, f"{name}{mark}/{part}")
                yield Choice(source, f"{words}{said}", "", part, tuple(others), bool(mark))


CHOICES = (*figure_choices(), Choice(CellSource(SourceKind.INDICATOR, "7"), "Tỷ lệ hồ sơ đúng hạn"),
           Choice(CellSource(SourceKind.FIELD, "signer"), "Người ký", other_words=("Thủ trưởng đơn vị",)))  # fmt: skip


def asked_by(label, header):
    """Return what is proposed for the cell of a table under one header, with its group before ' / '."""
    group, _, alone = header.rpartition(" / ")
    rows = [ReadCell("T!A1", "T", 1, 1, "STT"), ReadCell("T!B1", "T", 1, 2, "Lĩnh vực", rows=2)]
    rows += [ReadCell("T!C1", "T", 1, 3, group, columns=2)] if group else []
    rows += [
        ReadCell("T!A2", "T", 2, 1, "TT"), ReadCell("T!C2", "T", 2, 3, alone), ReadCell("T!D2", "T", 2, 4, "Ghi chú"),
        ReadCell("T!A3", "T", 3, 1, "1"), ReadCell("T!B3", "T", 3, 2, label), ReadCell("T!C3", "T", 3, 3),
    ]  # fmt: skip
    found = {one.address: one.choice.source.name for one in propose(describe_cells(rows), CHOICES)}
    return found.get("T!C3", "")


@pytest.mark.parametrize(
    ("label", "part"),
    [
        ("Cải cách thể chế", AREAS["institutions"]),
        ("III. Cải cách TTHC", AREAS["procedures"]),
        ("2.1. Cải cách tổ chức bộ máy", AREAS["apparatus"]),
        ("Lĩnh vực chế độ công vụ", AREAS["civil_service"]),
        ("Công tác chỉ đạo, điều hành CCHC", AREAS["direction"]),
        ("Xây dựng chính quyền điện tử, chính quyền số", AREAS["digital_government"]),
        ("Phòng Văn hoá – Xã hội", "Phòng Văn hóa - Xã hội"),
        ("Tổng cộng", WHOLE),
        ("Số cuộc kiểm tra công vụ", None),
        ("Số hồ sơ thủ tục hành chính tiếp nhận", None),
        ("Văn bản quy phạm pháp luật", None),
        ("Cải cách hành chính", None),
    ],
)
def test_the_part_that_a_row_names(label, part):
    assert part_named(label, PARTS) == part


@pytest.mark.parametrize(
    ("label", "header", "name"),
    [
        ("Cải cách thể chế", "Tổng số", f"total/{AREAS['institutions']}"),
        ("Cải cách thể chế", "Kết quả thực hiện / Hoàn thành", f"done/{AREAS['institutions']}"),
        ("Cải cách thể chế", "Kết quả thực hiện / Quá hạn", f"overdue/{AREAS['institutions']}"),
        ("Cải cách thể chế", "Hoàn thành / Quá hạn", f"done_late/{AREAS['institutions']}"),
        ("Cải cách thể chế", "Chưa hoàn thành / Quá hạn", f"overdue/{AREAS['institutions']}"),
        ("Cải cách thể chế", "Chưa hoàn thành / Trong hạn", f"in_time/{AREAS['institutions']}"),
        ("Cải cách thể chế", "Nhiệm vụ / Tỷ lệ %", f"share/{AREAS['institutions']}"),
        ("Cải cách thể chế", "Số hoàn thành kỳ trước", f"done_before/{AREAS['institutions']}"),
        ("Cải cách thể chế", "Kết quả", ""),
        ("Cải cách thể chế", "Thời gian hoàn thành", ""),
        ("Tổng cộng", "Đang thực hiện", "in_time/"),
        ("Nhiệm vụ quá hạn", "Lĩnh vực / Cải cách thể chế", f"overdue/{AREAS['institutions']}"),
        ("Số hồ sơ tiếp nhận", "Lĩnh vực / Cải cách thể chế", ""),
        ("Tỷ lệ hoàn thành", "Phòng Văn hóa - Xã hội", "share/Phòng Văn hóa - Xã hội"),
        ("Nhiệm vụ đã hoàn thành", "Số liệu kỳ này", "done/"),
        ("Nhiệm vụ đã hoàn thành", "Quá hạn", ""),
        ("Số hồ sơ thủ tục hành chính tiếp nhận", "Tổng số", ""),
        ("Tỷ lệ hồ sơ đúng hạn", "Thực hiện kỳ này", "7"),
        ("Tỷ lệ hồ sơ đúng hạn", "Kế hoạch năm", ""),
        ("Tỷ lệ hồ sơ đúng hạn", "Số liệu năm 2025 / Kế hoạch", ""),
        ("Tỷ lệ hoàn thành nhiệm vụ", "Thực hiện quý III/2025", "share/"),
        ("Tổng số nhiệm vụ được giao", "So với kế hoạch (%)", ""),
        ("Số thủ tục hành chính đã công bố", "Thực hiện", ""),
    ],
)
def test_a_column_asks_for_the_figure_of_the_part_in_its_row(label, header, name):
    assert asked_by(label, header) == name


def test_headers_that_say_what_every_table_says_ask_for_nothing():
    assert header_words("Kết quả thực hiện – Số liệu kỳ này 2025") == ()
    assert header_words("Kết quả – Hoàn thành") == (frozenset({"hoan", "thanh"}),) * 2


def test_cells_without_lines_around_wait_only_for_what_stands_above_them():
    framed = {"is_framed": True}
    cells = describe_cells([
        ReadCell("T!A1", "T", 1, 1, "Lĩnh vực", **framed), ReadCell("T!B1", "T", 1, 2, "Hoàn thành", **framed),
        ReadCell("T!A2", "T", 2, 1, "Cải cách thể chế", **framed), ReadCell("T!B2", "T", 2, 2, "", **framed),
        ReadCell("T!A3", "T", 3, 1, "Người lập biểu"), ReadCell("T!B3", "T", 3, 2, ""),
        ReadCell("T!A4", "T", 4, 1, ""), ReadCell("T!B4", "T", 4, 2, "THỦ TRƯỞNG ĐƠN VỊ"),
        ReadCell("T!B5", "T", 5, 2, "………"), ReadCell("T!C5", "T", 5, 3, "x", takes=CellKind.FORMULA),
    ])  # fmt: skip
    assert [(one.address, one.name) for one in cells if one.is_fillable] == [
        ("T!B2", "Cải cách thể chế – Hoàn thành"), ("T!B5", "THỦ TRƯỞNG ĐƠN VỊ"),
    ]  # fmt: skip
    assert {one.address: one.choice.source.name for one in propose(cells, CHOICES)}["T!B5"] == "signer"


@pytest.mark.parametrize(
    ("title", "quarter"), [("Quý III năm 2025", "III"), ("9 tháng năm 2025", ""), ("Năm 2025", "")]
)
def test_the_number_of_a_quarter(title, quarter):
    assert quarter_of(title) == quarter


@pytest.mark.parametrize(("words", "lead", "written"), [
    ("2025", "tháng … năm 20", "25"), ("2025", "năm", "2025"), ("Quý 20", "năm 20", "Quý 20"),
])  # fmt: skip
def test_a_year_behind_its_century(words, lead, written):
    assert in_gap(words, lead) == written
