"""What the plan's table shows of the follow-up, and how results are typed into it."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from cchc_desktop.domain.evidence.register import EvidenceDocument
from cchc_desktop.domain.followup.records import Progress
from cchc_desktop.domain.followup.status import Status
from cchc_desktop.services import followup, recording, result_cells, updating
from cchc_desktop.services.item_editing import edit_items
from cchc_desktop.services.pasting import paste
from cchc_desktop.ui.workbench.columns import COLUMNS, RESULT_COLUMNS, PlanColumn
from cchc_desktop.ui.workbench.filters import Filters
from cchc_desktop.ui.workbench.grouping_paint import group_words
from cchc_desktop.ui.workbench.panes import Mode
from cchc_desktop.ui.workbench.plan_view import PlanView
from cchc_desktop.ui.workbench.result_source import results_of
from cchc_desktop.ui.workbench.results import RESULT_FIELDS
from cchc_desktop.ui.workbench.roles import Role
from tests.services.followup_scene import (
    JULY,
    OFFICE,
    PARTS,
    QUARTERLY,
    STANDING,
    STRICT,
    UNDATED,
    WAITING,
    FollowUpScene,
)

TODAY = date(2025, 12, 2)
RESULT, DAY, DOCUMENTS = PlanColumn.RESULT, PlanColumn.DAY, PlanColumn.DOCUMENTS


class Bench:
    """The workbench over a plan of half a year; what it asks for is carried out at once."""

    def __init__(self, qtbot) -> None:
        self.scene = FollowUpScene(TODAY)
        self.view = PlanView()
        qtbot.addWidget(self.view)
        self.view.resize(1500, 800)
        self.view.set_today(lambda: TODAY)
        self.view.set_tree(self.scene.tree)
        self.view.set_editable(True)
        self.view.edit_requested.connect(lambda item_id, values: self.edit({item_id: values}))
        self.view.edits_requested.connect(self.edit)
        self.view.paste_requested.connect(self._paste)
        self.view.show()
        self.asked: list[object] = []

    def edit(self, edits):
        self.asked.append(edits)
        edit_items(self.scene.workspace, edits, "Quyết định 22/QĐ-UBND")
        self.refresh()

    def _paste(self, edits, new_rows, place):
        self.asked.append(edits)
        paste(self.scene.workspace, self.scene.plan_id, edits, new_rows, place, "Quyết định 22/QĐ-UBND")
        self.refresh()

    def refresh(self):
        self.view.apply(self.scene.tree)
        picture = followup.picture(self.scene.workspace, TODAY, self.scene.plan_id)
        self.view.set_results(results_of(picture, self.scene.plan_id))

    def show_result_columns(self):
        for view in (self.view.tree_view, self.view.table_view):
            for column in RESULT_COLUMNS:
                view.setColumnHidden(column, False)

    def cell(self, content, column, role=Qt.ItemDataRole.DisplayRole):
        return self.view.model().index_of_item(self.scene.id(content), column).data(role)

    def type(self, content, column, words):
        model = self.view.model()
        return model.setData(model.index_of_item(self.scene.id(content), column), words)

    def shown(self):
        tree = self.scene.tree
        return {tree.items[item_id].content for item_id in self.view.model().item_ids()}


@pytest.fixture
def bench(qtbot):
    return Bench(qtbot)


def test_the_cells_are_those_of_the_service():
    assert frozenset(RESULT_FIELDS) == result_cells.RESULT_CELLS
    assert {COLUMNS[column].field for column in RESULT_COLUMNS} == result_cells.RESULT_CELLS


def test_before_anything_is_known_nothing_is_said(bench):
    assert bench.cell(JULY, PlanColumn.STATUS) == ""
    assert bench.cell(JULY, Role.STATUS, Role.STATUS) is None
    assert bench.view.model().index(0, 0).data(Role.ROLL_UP) is None


def test_each_item_says_how_it_stands_and_how_many_milestones_are_done(bench):
    recording.record(bench.scene.workspace, [(bench.scene.id(STRICT), "2025-Q3", {"done_on": date(2025, 9, 9)})])
    bench.refresh()
    assert bench.cell(STRICT, PlanColumn.STATUS) == "Còn 7 ngày · 1/2"
    assert bench.cell(JULY, PlanColumn.STATUS) == "Quá hạn 124 ngày"
    assert bench.cell(UNDATED, PlanColumn.STATUS) == "Chưa xác định thời hạn"
    assert bench.cell(JULY, PlanColumn.STATUS, Role.STATUS).status is Status.OVERDUE


def test_sections_and_groups_add_up_what_the_plan_says(bench):
    bench.refresh()
    status = followup.plan_status(bench.scene.workspace, bench.scene.plan_id, TODAY)
    section = bench.scene.tree.sections[0]
    assert bench.view.model().index(0, 0).data(Role.ROLL_UP) == status.by_section[section.id]
    assert "quá hạn" in group_words(bench.view.model().index(0, 0))
    bench.view.show_agencies()
    bench.refresh()
    model = bench.view.model()
    groups = {model.index(row, PlanColumn.CONTENT).data(): model.index(row, 0).data(Role.ROLL_UP) for row in range(3)}
    assert groups[OFFICE] == status.by_agency[bench.scene.agency(OFFICE)]


def test_a_day_typed_into_its_cell_completes_the_milestone_at_hand(bench):
    bench.refresh()
    assert bench.type(JULY, DAY, "20/7")
    assert bench.asked == [{bench.scene.id(JULY): {"day_now": "20/7"}}]
    assert (bench.cell(JULY, DAY), bench.cell(JULY, PlanColumn.STATUS)) == ("20/07/2025", "Đã hoàn thành")
    assert not bench.type(JULY, DAY, "20/07/2025")


def test_the_cells_show_what_was_recorded_and_to_which_milestone_it_belongs(bench):
    (document,) = bench.scene.write(EvidenceDocument("Báo cáo", number="31", symbol="BC-UBND"))
    facts = {"progress": Progress.IN_PROGRESS, "result": "Đang tổng hợp", "evidence": (document.id,)}
    recording.record(bench.scene.workspace, [(bench.scene.id(STRICT), "2025-Q3", facts)])
    bench.refresh()
    assert [bench.cell(STRICT, column) for column in (RESULT, DAY, DOCUMENTS)] == ["Đang tổng hợp", "", "31/BC-UBND"]
    tip = bench.cell(STRICT, RESULT, Qt.ItemDataRole.ToolTipRole)
    assert tip.splitlines() == ["Đang tổng hợp", "Mốc 09/09/2025, Quý III/2025"]


def test_a_standing_task_shows_the_update_of_the_period(bench):
    updating.update(bench.scene.workspace, bench.scene.id(STANDING), "2025", None, "Phát thanh 12 buổi")
    bench.refresh()
    assert bench.cell(STANDING, RESULT) == "Phát thanh 12 buổi"
    assert "Cập nhật cho kỳ" in bench.cell(STANDING, RESULT, Qt.ItemDataRole.ToolTipRole)


def test_a_block_from_excel_records_results(bench, qtbot):
    bench.refresh()
    bench.show_result_columns()
    QGuiApplication.clipboard().setText("Đã ban hành\t20/7/2025\t25/QĐ-UBND\nĐã họp\t30/9/2025\t\n")
    bench.view.select_item(bench.scene.id(JULY), RESULT)
    bench.view.paste()
    assert [bench.cell(JULY, column) for column in (RESULT, DAY, DOCUMENTS)] == [
        "Đã ban hành", "20/07/2025", "25/QĐ-UBND",
    ]  # fmt: skip
    facts = [(row.occurrence, row.result, row.done_on) for row in bench.scene.records(QUARTERLY)]
    assert facts == [("2025-Q3", "Đã họp", date(2025, 9, 30))]


def test_a_block_of_results_goes_on_over_the_sections_of_the_table(bench):
    bench.refresh()
    bench.view.look(Mode.TABLE, "", Filters())
    bench.show_result_columns()
    before = len(bench.scene.tree.items)
    QGuiApplication.clipboard().setText("Đã gửi\nPhát thanh 12 buổi\nChờ hướng dẫn\n")
    bench.view.select_item(bench.scene.id(STRICT), RESULT)
    bench.view.paste()
    shown = [bench.cell(content, RESULT) for content in (STRICT, STANDING, WAITING)]
    assert shown == ["Đã gửi", "Phát thanh 12 buổi", "Chờ hướng dẫn"]
    assert len(bench.scene.tree.items) == before


def test_results_behind_the_last_row_make_no_tasks(bench):
    bench.refresh()
    bench.show_result_columns()
    told: list[str] = []
    bench.view.told.connect(told.append)
    QGuiApplication.clipboard().setText("Đã gửi\nPhát thanh 12 buổi\n")
    bench.view.select_item(bench.scene.id(STRICT), RESULT)
    bench.view.paste()
    assert bench.asked == []
    assert told == [
        "Vùng dán có 2 dòng kết quả nhưng từ ô đang chọn chỉ còn 1 nhiệm vụ liền nhau. "
        "Ở kiểu xem Bảng, kết quả dán được qua nhiều lĩnh vực."
    ]


def test_emptied_cells_take_the_result_back(bench):
    bench.refresh()
    bench.type(JULY, RESULT, "Đã trình")
    bench.show_result_columns()
    bench.view.select_item(bench.scene.id(JULY), RESULT)
    bench.view.clear_cells()
    assert bench.cell(JULY, RESULT) == ""
    assert [row.progress for row in bench.scene.records(JULY)] == [Progress.NOT_STARTED]


def test_a_filter_by_status_waits_until_statuses_are_known(bench, qtbot):
    bench.view.look(Mode.TABLE, "", Filters(statuses=frozenset({"overdue"})))
    everything = bench.shown()
    assert {JULY, UNDATED, PARTS} <= everything
    bench.refresh()
    qtbot.waitUntil(lambda: bench.shown() != everything)
    status = followup.plan_status(bench.scene.workspace, bench.scene.plan_id, TODAY)
    items = bench.scene.tree.items
    overdue = {items[id_].content for id_, one in status.statuses.items() if one.status is Status.OVERDUE}
    assert bench.shown() == overdue
    bench.type(JULY, DAY, "20/7")
    assert JULY in bench.shown()  # nothing vanishes while it is typed


def test_the_table_sorts_by_what_presses_most(bench, qtbot):
    bench.refresh()
    bench.view.show_table()
    bench.view.table_view.sortByColumn(PlanColumn.STATUS, Qt.SortOrder.AscendingOrder)
    bench.refresh()
    first = [bench.view.model().index(row, PlanColumn.STATUS).data() for row in range(2)]
    assert all(words.startswith("Quá hạn") for words in first)


def test_models_stay_sound_while_results_come(bench):
    testers = [QAbstractItemModelTester(bench.view.model())]
    for content in (JULY, STRICT):
        bench.refresh()
        bench.type(content, DAY, "1/12")
    assert testers
