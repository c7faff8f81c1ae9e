"""Dismissed doubts: read with the plan, stored for good, taken back with the operation."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Signal

from cchc_desktop import wiring
from cchc_desktop.services import doubts, history
from cchc_desktop.ui.inspector.desk import InspectorDesk
from cchc_desktop.ui.inspector.inspector import Inspector


class NearSession(QObject):
    """A session that answers at once."""

    plan_opened = Signal(object)
    plan_changed = Signal(object, object)

    def __init__(self, workspace):
        super().__init__()
        self.workspace = workspace

    def read(self, use_case, then):
        then(use_case(self.workspace))

    def write(self, use_case, then):
        changes = use_case(self.workspace)
        self.plan_changed.emit(None, changes)
        then(changes)


@pytest.fixture
def session(tmp_path):
    with wiring.open_workspace(tmp_path / "dữ liệu.db") as workspace:
        yield NearSession(workspace)


def test_doubts_are_dismissed_raised_and_read_again(qtbot, session, monkeypatch):
    inspector = Inspector()
    qtbot.addWidget(inspector)
    shown = []
    monkeypatch.setattr(inspector, "set_dismissed", shown.append)
    desk = InspectorDesk(inspector, session, inspector)
    deeds = []
    desk.done.connect(lambda words, operation_id: deeds.append((words, operation_id is not None)))
    inspector.dismiss_requested.emit("a:note:1")
    assert shown[-1] == {"a:note:1"}
    inspector.raise_requested.emit("a:note:1")
    assert shown[-1] == frozenset()
    assert deeds == [("Đã bỏ qua lưu ý.", True), ("Đã hiện lại lưu ý.", True)]
    session.plan_changed.emit(None, history.undo(session.workspace).changes)
    assert shown[-1] == doubts.dismissed(session.workspace) == {"a:note:1"}
    session.plan_opened.emit(object())
    assert len(shown) == 4
