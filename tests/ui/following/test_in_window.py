"""Recording from the plan's rows in the whole window, by keys."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from cchc_desktop.domain.changes import EntityKind, Operation
from cchc_desktop.domain.followup.records import Progress
from tests.ui.stage import import_sample

ACTIONS = ("record", "urge", "extend", "drop", "settle")
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(stage):
    import_sample(stage)
    stage.contents.view.select_item(next(iter(stage.session.tree.items)))
    return stage


def recording(stage):
    return stage.contents._desks.following.recording


def test_ctrl_enter_on_a_row_and_again_in_the_dialog_records_it(window):
    keys = [keys.toString() for keys in window.action("record").shortcuts()]
    assert keys == ["Ctrl+Return", "Ctrl+Enter"]
    window.trigger("record")
    window.bot.waitUntil(lambda: recording(window).dialog is not None)
    dialog = recording(window).dialog
    assert dialog.form.evidence is not None
    assert dialog.goes_on.isVisible()
    window.bot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return, CTRL)
    window.bot.waitUntil(lambda: bool(window.store.all(EntityKind.RECORD)))
    window.bot.waitUntil(lambda: window.deed().startswith("Đã ghi kết quả “Rà soát văn bản”."))
    (row,) = window.store.all(EntityKind.RECORD)
    assert row.progress is Progress.DONE
    window.trigger("undo")
    window.bot.waitUntil(lambda: not window.store.all(EntityKind.RECORD))


def test_several_rows_are_recorded_at_once(window):
    window.contents.view.view().selectAll()
    window.trigger("record")
    window.bot.waitUntil(lambda: recording(window).dialog is not None)
    assert type(recording(window).dialog).__name__ == "BulkRecordDialog"


def test_a_superiors_plan_is_not_recorded(window):
    with window.workspace.units(Operation("test", "Thử")) as unit:
        unit.plans.update_all([replace(window.session.tree.plan, superior=True)])
        unit.commit()
    window.session.load()
    window.bot.waitUntil(lambda: window.session.tree.plan.superior)
    window.contents.view.select_item(next(iter(window.session.tree.items)))
    window.settle()
    assert [window.action(name).isEnabled() for name in ACTIONS] == [False] * len(ACTIONS)


def test_the_actions_need_a_row(stage):
    assert [stage.action(name).isEnabled() for name in ACTIONS] == [False] * len(ACTIONS)
    import_sample(stage)
    stage.contents.view.select_item(next(iter(stage.session.tree.items)))
    assert [stage.action(name).isEnabled() for name in ACTIONS] == [True] * len(ACTIONS)
