"""Until it is certain that the data may be changed, they are only shown."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView

from cchc_desktop.ui.opening import slow
from cchc_desktop.ui.status import StatusBar
from tests.ui.stage import import_sample

WRITING = ("new_plan", "import_plan", "add_item", "plan_properties", "delete_plan", "save_point")


def test_nothing_can_be_changed_before_the_right_to_write_is_certain(stage):
    import_sample(stage)
    stage.contents.set_writable(False)
    view = stage.contents.view
    assert view.tree_view.editTriggers() == QAbstractItemView.EditTrigger.NoEditTriggers
    assert not any(stage.action(name).isEnabled() for name in WRITING)
    assert stage.action("export_appendix").isEnabled()
    stage.contents.set_writable(True)
    assert view.tree_view.editTriggers() != QAbstractItemView.EditTrigger.NoEditTriggers
    assert all(stage.action(name).isEnabled() for name in WRITING)


def test_an_opening_that_takes_long_says_why_nothing_can_be_changed(qtbot, monkeypatch):
    monkeypatch.setattr(slow, "SLOW_MS", 1)
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.show()
    opening = slow.SlowOpening(bar)
    qtbot.waitUntil(lambda: bar.deed() == "Đang mở dữ liệu…")
    opening.end()
    assert bar.deed() == ""


def test_the_end_of_an_opening_leaves_another_deed_line_alone(qtbot):
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.show()
    opening = slow.SlowOpening(bar)
    bar.show_deed("Đã nâng cấp dữ liệu.")
    opening.end()
    assert bar.deed() == "Đã nâng cấp dữ liệu."
