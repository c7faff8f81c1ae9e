from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.ui import theme
from cchc_desktop.ui.history.bin_model import BinModel
from cchc_desktop.ui.history.destructive import DestructiveButton
from cchc_desktop.ui.history.difference_delegate import DifferenceDelegate, marks
from cchc_desktop.ui.history.differences import MarkedText
from cchc_desktop.ui.history.lines_model import LINE_COLUMNS, ChangeLinesModel
from cchc_desktop.ui.history.operations_model import OPERATION_COLUMNS, OperationColumn, OperationsModel
from cchc_desktop.ui.history.purge_dialog import PurgeDialog
from cchc_desktop.ui.tokens import DARK, LIGHT
from cchc_desktop.ui.widgets.rows import RowRole, RowTable
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


def test_an_undo_that_was_done_again_says_so(operations):
    operations.show_first([operation(1, "Hoàn tác: Sửa nhiệm vụ", undone=True)], {}, complete=True)
    cell = operations.index(0, OperationColumn.STATE)
    assert (cell.data(), cell.data(RowRole.ICON)) == ("Đã làm lại", "redo-2")


@pytest.mark.parametrize("plans", [{}, {1: ""}])
def test_the_plan_of_an_operation_may_be_purged(operations, plans):
    operations.show_first([operation(1)], plans, complete=True)
    assert row(operations, 0)[OperationColumn.PLAN] == "(đã xóa hẳn)"


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
    model.show_entries([entry(parts=2), entry(EntityKind.PLAN, 1, "Kế hoạch cũ", plan_title="Kế hoạch cũ")])
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


def test_before_and_after_are_shown_from_where_they_differ(qtbot):
    model = ChangeLinesModel()
    table = RowTable(model, LINE_COLUMNS, delegate=DifferenceDelegate)
    qtbot.addWidget(table)
    table.resize(900, 300)
    model.show_lines([line("Nội dung", f"{LONG} quý III", f"{LONG} quý IV"), line("Thời gian", "Quý III", "Quý IV")])
    shown = [[table.itemDelegate()._marked(model.index(row, column), 220) for column in (2, 3)] for row in (0, 1)]
    assert [[text.text for text in texts] for texts in shown] == [
        ["…nhân dân phường quý III", "…nhân dân phường quý IV"], ["Quý III", "Quý IV"]
    ]  # fmt: skip
    assert [text.text[slice(*text.spans[0])] for texts in shown for text in texts] == ["III", "IV"] * 2
    assert model.index(0, 2).data(Qt.ItemDataRole.ToolTipRole) == f"{LONG} quý III"
    assert table.itemDelegate().is_cut(model.index(0, 2), table.visualRect(model.index(0, 2)))
    assert not table.grab().isNull()


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("lập danh mục", "thủ tục"), [(0, "danh mục"), (1, "thủ")]),
        (("lập danh", "mục thủ tục"), [(0, "danh"), (1, "mục thủ")]),
        (("lập danh mục\u00a0thủ tục",), [(0, "danh mục\u00a0thủ")]),
        (("lập", "danh mục…"), [(1, "danh mục")]),
        (("lập", "da…"), [(1, "da")]),
    ],
)
def test_marks_follow_the_lines_into_which_a_text_is_broken(lines, expected):
    text = MarkedText("lập danh mục thủ tục", ((4, 16),))
    assert [(number, line[slice(*span)]) for number, line, span in marks(text, lines)] == expected


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_the_button_of_what_is_final_is_legible_and_follows_the_theme(qapp, choice):
    tokens = {"light": LIGHT, "dark": DARK}[choice]
    assert contrast(tokens.surface, tokens.late.text) >= 4.5
    chosen = theme.apply(qapp, choice)
    try:
        button = DestructiveButton("Xóa hẳn")
        assert tokens.late.text in button.styleSheet()
        chosen.choose("dark" if choice == "light" else "light")
        qapp.processEvents()
        assert tokens.late.text not in button.styleSheet()
    finally:
        chosen.setParent(None)
        qapp.setStyleSheet("")


def contrast(first, second):
    """Return the ratio of two colours (WCAG 2, relative luminance)."""
    lights = []
    for colour in (first, second):
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        lights.append(sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True)))
    return (max(lights) + 0.05) / (min(lights) + 0.05)


@pytest.mark.parametrize("points", [10, 15])
def test_the_announcement_of_a_purge_is_high_enough_for_its_sentences(qtbot, points):
    dialog = PurgeDialog(entry(EntityKind.PLAN, 1, LONG, sections=7, items=1200))
    font = dialog.font()
    font.setPointSize(points)
    dialog.setFont(font)
    dialog.show()
    labels = dialog.findChildren(QLabel)
    qtbot.waitUntil(lambda: all(label.height() >= label.heightForWidth(label.width()) for label in labels))
    dialog.reject()


def test_a_chosen_row_stays_in_sight_when_the_list_gets_lower(qtbot, operations):
    table = RowTable(operations, OPERATION_COLUMNS)
    qtbot.addWidget(table)
    table.resize(900, 400)
    table.show()
    operations.show_first([operation(number) for number in range(40, 0, -1)], {}, complete=True)
    table.selectRow(8)
    table.resize(900, 200)
    qtbot.waitUntil(lambda: 0 < table.rowViewportPosition(9) <= table.viewport().height())


@pytest.mark.parametrize("width", [700, 830, 900])
def test_large_letters_in_a_small_window_make_columns_narrower(qtbot, operations, width):
    table = RowTable(operations, OPERATION_COLUMNS)
    qtbot.addWidget(table)
    table.show()
    operations.show_first([operation(number) for number in range(40, 0, -1)], {}, complete=True)
    for high in (200, 120, 300):  # the scroll bar below comes and goes with the height
        table.resize(width, high)
        QApplication.processEvents()
    scale = max(1.0, table.fontMetrics().averageCharWidth() / 7)
    headers = [table.horizontalHeader().sectionSizeHint(number) for number in range(len(OPERATION_COLUMNS))]
    least = sum(
        max(int(column.width * scale * (0.6 if column.share else 1)), header)
        for column, header in zip(OPERATION_COLUMNS, headers, strict=True)
    )
    fits = least <= table.viewport().width()
    assert (table.horizontalScrollBar().maximum() == 0) == fits
