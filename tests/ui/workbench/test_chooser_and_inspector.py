from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLabel

from cchc_desktop.services import plans
from cchc_desktop.ui.workbench.chooser import PlanChooser


def test_chooser_shows_plan_document_and_state(qtbot, workspace):
    chooser = PlanChooser()
    qtbot.addWidget(chooser)
    chooser.set_plans([])
    assert chooser.words() == "Chưa chọn kế hoạch"
    chooser.set_plans(plans.list_plans(workspace[0]))
    chooser.set_current(workspace[1])
    assert chooser.words() == (
        "Kế hoạch cải cách hành chính năm 2026 của phường Sông Hương · Kế hoạch 07/KH-UBND, 12/01/2026"
    )


def test_where_there_is_little_room_the_document_gives_way_to_the_title(qtbot, workspace):
    chooser = PlanChooser()
    qtbot.addWidget(chooser)
    chooser.set_plans(plans.list_plans(workspace[0]))
    chooser.set_current(workspace[1])
    shown = []
    for width in (600, 320):
        chooser.resize(width, 40)
        chooser.show()
        shown.append([label.text()[:8] for label in chooser.findChildren(QLabel) if label.isVisible() and label.text()])
    assert shown == [["Kế hoạch", "· Kế hoạ", "Dự thảo"], ["Kế hoạch", "Dự thảo"]]


def test_the_list_marks_the_plans_of_the_level_above(qtbot, workspace):
    chooser = PlanChooser()
    qtbot.addWidget(chooser)
    (own,) = plans.list_plans(workspace[0])
    chooser.set_plans([own, replace(own, id=9, superior=True)])
    chooser.menu().aboutToShow.emit()
    marked = ["· Kế hoạch cấp trên\t" in entry.text() for entry in chooser.menu().actions()]
    assert marked == [False, True]


def test_chooser_tells_which_plan_was_chosen(qtbot, workspace):
    chooser = PlanChooser()
    qtbot.addWidget(chooser)
    chooser.set_plans(plans.list_plans(workspace[0]))
    chosen = []
    chooser.plan_chosen.connect(chosen.append)
    chooser.menu().aboutToShow.emit()
    entry = chooser.menu().actions()[0]
    assert entry.text().endswith("\tDự thảo")
    entry.trigger()
    assert chosen == [workspace[1]]
