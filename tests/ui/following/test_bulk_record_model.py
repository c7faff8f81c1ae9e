from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from cchc_desktop.domain.followup.records import Progress
from cchc_desktop.services import recording
from cchc_desktop.ui.following.bulk_record_model import BulkRecordModel, bulk_targets, judged_lines
from cchc_desktop.ui.following.tasks import Refused
from tests.services.followup_scene import JULY, STANDING, STRICT, FollowUpScene
from tests.ui.following.sheets import tasks

TODAY = date(2025, 9, 20)
GROUPING = Refused("Mục tiêu chung", "Dòng này chỉ gồm các việc nằm dưới nó.")


def shown(model):
    return [
        tuple(model.index(row, column).data() for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def test_the_list_names_milestones_and_reasons(qtbot):
    model = BulkRecordModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    targets = bulk_targets(tasks(JULY, STANDING), [GROUPING], earlier=False)
    model.show_lines(judged_lines(targets, Progress.DONE, TODAY))
    assert shown(model) == [
        ("", "Mục tiêu chung", "Không ghi: Dòng này chỉ gồm các việc nằm dưới nó."),
        ("", STANDING, "Không ghi: Nhiệm vụ thường xuyên không hoàn thành theo kỳ; chọn “Đang thực hiện”."),
        ("", JULY, "31/07/2025 (quá hạn 51 ngày)"),
    ]
    model.show_lines(judged_lines(targets, Progress.IN_PROGRESS, None))
    assert shown(model)[1:] == [("", JULY, "31/07/2025 (quá hạn 51 ngày)"), ("", STANDING, "Cập nhật Năm 2025")]
    headers = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(3)]
    assert headers == ["TT", "Nội dung nhiệm vụ", "Mốc"]


@pytest.mark.parametrize(("done_on", "is_refused"), [(date(2025, 7, 1), True), (date(2025, 7, 20), False)])
def test_a_day_before_the_start_of_one_of_them_is_named_there(done_on, is_refused):
    scene = FollowUpScene(TODAY)
    values = {"progress": Progress.IN_PROGRESS, "started_on": date(2025, 7, 10)}
    recording.record(scene.workspace, [(scene.id(JULY), None, values)])
    targets = bulk_targets(tasks(JULY, STRICT, scene=scene), (), earlier=False)
    lines = {line.content: line.reason for line in judged_lines(targets, Progress.DONE, done_on)}
    assert bool(lines[JULY]) is is_refused
    assert lines[STRICT] == ""


def test_what_is_completed_has_nothing_left_unless_it_is_named():
    scene = FollowUpScene(TODAY)
    values = {"progress": Progress.DONE, "done_on": date(2025, 7, 10)}
    recording.record(scene.workspace, [(scene.id(JULY), None, values)])
    (task,) = tasks(JULY, scene=scene)
    assert [line.reason for line in bulk_targets([task], (), earlier=False)] == ["Không còn mốc nào chưa hoàn thành."]
    named = replace(task, occurrence="once")
    assert [line.reason for line in bulk_targets([named], (), earlier=False)] == [""]
