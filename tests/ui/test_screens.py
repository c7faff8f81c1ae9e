"""The rail and the screens behind it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolBar, QToolButton, QWidget

from cchc_desktop.services import plans
from cchc_desktop.ui import icons
from cchc_desktop.ui.actions import ACTIONS, SPRING, TOOLBAR
from cchc_desktop.ui.rail import Rail
from cchc_desktop.ui.screens import PLAN, SCREENS, Screens
from cchc_desktop.ui.title import window_title
from tests.ui.stage import SAMPLE, import_sample

CTRL = Qt.KeyboardModifier.ControlModifier


def rail_buttons(stage):
    return {button.objectName(): button for button in stage.window.findChild(Rail).findChildren(QToolButton)}


def test_a_screen_is_built_when_it_is_first_shown(qtbot):
    built = []

    def maker(name):
        return lambda: built.append(name) or QWidget()

    screens = Screens({"history": maker("history"), PLAN: maker(PLAN)})
    qtbot.addWidget(screens)
    assert built == []
    screens.show_screen("history")
    screens.show_screen(PLAN)
    screens.show_screen("history")
    assert built == ["history", PLAN]


def test_only_screens_that_can_be_built_stand_on_the_rail(qtbot):
    screens = Screens({PLAN: QWidget, SCREENS[-1].name: QWidget})
    qtbot.addWidget(screens)
    assert [entry.name for entry in screens.entries] == [PLAN, SCREENS[-1].name]
    assert [(spec.name, spec.keys) for spec in screens.show_actions()] == [
        ("show_plan", ("Ctrl+1",)),
        (f"show_{SCREENS[-1].name}", ()),
    ]


@pytest.mark.parametrize("entry", SCREENS, ids=lambda entry: entry.name)
def test_every_screen_has_its_icon(qapp, entry):
    assert not icons.pixmap(entry.icon, "#000000", 20).isNull()


def test_the_toolbar_names_commands():
    names = {spec.name for spec in ACTIONS}
    assert {name for name, _ in TOOLBAR if name not in ("", SPRING)} <= names


def test_keys_and_rail_switch_screens(stage):
    import_sample(stage)
    number = [entry.name for entry in stage.contents.screens.entries].index("history")
    QTest.keyClick(stage.window, Qt.Key(Qt.Key.Key_1 + number), CTRL)
    assert stage.on_screen("HistoryPage")
    assert rail_buttons(stage)["history"].isChecked()
    assert not stage.on_screen("PlanView")
    stage.bot.mouseClick(rail_buttons(stage)[PLAN], Qt.MouseButton.LeftButton)
    assert stage.on_screen("PlanView")
    assert rail_buttons(stage)[PLAN].isChecked()


def test_the_plan_screen_without_a_plan_is_the_start_page(stage):
    stage.trigger("show_history")
    assert stage.on_screen("HistoryPage")
    stage.trigger("show_plan")
    assert stage.on_screen("StartPage")


def test_commands_on_items_wait_for_the_plan_to_be_shown(stage):
    import_sample(stage)
    item = next(iter(stage.session.tree.items))
    stage.contents.view.select_item(item)
    assert stage.action("delete_items").isEnabled()
    stage.trigger("show_history")
    assert not stage.action("delete_items").isEnabled()
    assert not stage.action("add_item").isEnabled()
    assert stage.action("export_appendix").isEnabled()
    stage.trigger("show_plan")
    assert stage.action("delete_items").isEnabled()


def test_the_title_names_the_screen(stage):
    import_sample(stage)
    plan = replace(stage.session.tree.plan, issuer="UBND phường Sông Hương")
    stage.session.write(lambda workspace: plans.save_plan(workspace, plan))
    stage.settle()
    assert stage.window.windowTitle() == "Kế hoạch – UBND phường Sông Hương – Theo dõi CCHC"
    stage.trigger("show_history")
    assert stage.window.windowTitle() == "Nhật ký – UBND phường Sông Hương – Theo dõi CCHC"


def test_another_plan_or_an_undo_does_not_leave_the_history(stage):
    import_sample(stage)
    stage.trigger("show_history")
    stage.session.open_plan(stage.session.tree.plan.id)
    stage.settle()
    stage.trigger("undo")  # the import goes
    stage.bot.waitUntil(lambda: stage.session.tree is None)
    stage.settle()
    assert stage.on_screen("HistoryPage")
    stage.trigger("redo")
    stage.wait_contents(SAMPLE)
    assert stage.on_screen("HistoryPage")


@pytest.mark.parametrize("module", ["cchc_desktop.ui.history", "cchc_desktop.services.history", "sqlalchemy"])
def test_the_window_loads_without_what_only_the_history_needs(module):
    code = f"import cchc_desktop.ui.contents, cchc_desktop.ui.session, sys; print({module!r} in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_new_plan_is_put_together_on_a_page(stage):
    stage.press("Tạo kế hoạch…")
    stage.bot.waitUntil(lambda: stage.on_screen("NewPlanPage"))
    stage.press("Hủy")
    assert stage.on_screen("StartPage")


def test_the_start_page_is_named_in_the_title(stage):
    assert stage.window.windowTitle() == "Bắt đầu – Theo dõi CCHC"


def test_a_plan_without_an_issuer_is_named_by_its_title(stage):
    import_sample(stage)
    plan = replace(stage.session.tree.plan, issuer=None, title="Kế hoạch " + "rất dài " * 20)
    title = window_title("Kế hoạch", replace(stage.session.tree, plan=plan))
    assert title.startswith("Kế hoạch – Kế hoạch rất dài")
    assert "… – Theo dõi CCHC" in title
    assert len(title) < 100


def test_the_inspectors_button_stands_at_the_end_of_the_toolbar(stage):
    bar = stage.window.findChild(QToolBar)
    buttons = [action for action in bar.actions() if action.objectName()]
    assert buttons[-1].objectName() == "inspector"
    assert bar.widgetForAction(buttons[-1]).accessibleName() == "Khung chi tiết"


def test_rail_and_toolbar_grow_with_the_text(stage):
    rail, bar = stage.window.findChild(Rail), stage.window.findChild(QToolBar)
    before = rail.width()
    font = stage.window.font()
    font.setPointSize(15)
    for widget in (rail, bar):
        widget.setFont(font)
    assert rail.width() >= before
    assert bar.iconSize().width() == 24
    assert {button.iconSize().width() for button in rail.findChildren(QToolButton)} == {30}
