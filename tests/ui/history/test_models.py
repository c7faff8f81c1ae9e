from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.ui.history.bin_model import BinModel
from cchc_desktop.ui.history.lines_model import ChangeLinesModel
from cchc_desktop.ui.history.operations_model import OperationColumn, OperationsModel
from cchc_desktop.ui.history.rows import RowRole, RowTable
from tests.ui.history.samples import LONG, entry, line, operation

_FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def row(model, number):
    return [model.index(number, column).data() for column in range(model.columnCount())]


@pytest.fixture
def operations(qapp):
    model = OperationsModel()
    tester = QAbstractItemModelTester(model, _FATAL)
    yield model
    del tester


def test_an_operation_in_columns(operations):
    operations.show_first([operation(7, "Xóa 3 nhiệm vụ", changes=1234)], {1: "Kế hoạch năm 2026"}, complete=True)
    assert row(operations, 0) == [
        "02/03/2026 08:07", "Nguyễn Thị Hoa", "Xóa 3 nhiệm vụ", "Kế hoạch năm 2026", "1.234", ""
    ]  # fmt: skip


def test_an_undone_operation_is_marked_in_words_and_by_an_icon(operations):
    operations.show_first([operation(1, undone=True), operation(0)], {}, complete=True)
    cells = [operations.index(number, OperationColumn.STATE) for number in (0, 1)]
    assert [(cell.data(), cell.data(RowRole.ICON)) for cell in cells] == [("Đã hoàn tác", "undo-2"), ("", None)]


def test_an_operation_without_a_plan_shows_a_dash(operations):
    operations.show_first([operation(1, plan_id=None)], {1: "Kế hoạch"}, complete=True)
    assert row(operations, 0)[OperationColumn.PLAN] == "–"


def test_older_operations_are_asked_for_once_and_added_below(operations):
    asked = []
    operations.more_wanted.connect(asked.append)
    operations.show_first([operation(9), operation(8)], {}, complete=False)
    asked.clear()  # the tester of the model has asked already
    operations.show_first([operation(9), operation(8)], {}, complete=False)
    while operations.canFetchMore():
        operations.fetchMore()
    assert asked[-1] == 8
    operations.add_more([operation(7)], {}, complete=True)
    assert [operations.operation(number).id for number in range(operations.rowCount())] == [9, 8, 7]
    assert not operations.canFetchMore()
    assert operations.row_of(7) == 2
    assert operations.row_of(1) is None


def test_cells_read_aloud_name_their_column(operations):
    operations.show_first([operation(1)], {}, complete=True)
    cell = operations.index(0, OperationColumn.WHO)
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Người thực hiện: Nguyễn Thị Hoa"


def test_lines_of_an_operation(qapp):
    model = ChangeLinesModel()
    tester = QAbstractItemModelTester(model, _FATAL)
    model.show_lines([line("Thời gian", "Quý III", "Quý IV"), line("", kind=EntityKind.SECTION, name="")])
    assert row(model, 0) == ["Nhiệm vụ: Công khai", "Thời gian", "Quý III", "Quý IV"]
    assert row(model, 1)[0] == "Lĩnh vực: (để trống)"
    model.show_lines([])
    assert model.rowCount() == 0
    del tester


def test_bin_in_columns(qapp):
    model = BinModel()
    tester = QAbstractItemModelTester(model, _FATAL)
    model.show_entries([entry(items=2), entry(EntityKind.PLAN, 1, "Kế hoạch cũ", plan_title="Kế hoạch cũ")])
    assert row(model, 0) == [
        "Nhiệm vụ", "Công khai", "kèm 2 nội dung thành phần", "Kế hoạch năm 2026", "02/03/2026 08:00", "Trần Văn An"
    ]  # fmt: skip
    assert row(model, 1)[3] == ""
    assert model.index(1, 0).data(RowRole.ICON) == "book-open"
    del tester


@pytest.mark.parametrize(
    ("held_by", "others", "expected"),
    [
        (None, [entry(EntityKind.SECTION, 2, "Thể chế")], None),
        ("Thể chế", [entry(EntityKind.SECTION, 2, "Thể chế"), entry(EntityKind.PLAN, 1, "Kế hoạch")], 2),
        ("Thể chế", [entry(EntityKind.PLAN, 1, "Kế hoạch")], 1),  # the section went along with the plan
        ("Thể chế", [entry(EntityKind.SECTION, 2, "Thể chế", plan_id=9)], None),
    ],
)
def test_what_has_to_come_back_first(qapp, held_by, others, expected):
    model = BinModel()
    held = entry(held_by=held_by)
    model.show_entries([held, *others])
    holder = model.holder_of(held)
    assert (holder.id if holder else None) == expected


def test_words_that_do_not_fit_are_cut_and_known_as_cut(qtbot):
    model = ChangeLinesModel()
    from cchc_desktop.ui.history.lines_model import LINE_COLUMNS

    table = RowTable(model, LINE_COLUMNS)
    qtbot.addWidget(table)
    table.resize(900, 300)
    model.show_lines([line("Ghi chú", "ngắn", LONG)])
    cut = [
        table.itemDelegate().is_cut(model.index(0, column), table.visualRect(model.index(0, column)))
        for column in range(4)
    ]
    assert cut == [False, False, False, True]
    assert not table.grab().isNull()
