"""The screen Tổng quan by keys: every figure, bar and circle opens its rows, each row has its one action."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QBoxLayout

from cchc_desktop.domain.followup.due_list import DueGroup
from cchc_desktop.domain.followup.status import Status
from cchc_desktop.services import plans, recording
from cchc_desktop.services.followup import due_lines
from cchc_desktop.services.overview import overview
from cchc_desktop.ui.following.recording import MilestoneRef
from cchc_desktop.ui.overview import opening, words
from cchc_desktop.ui.overview.cards import ReportCard
from cchc_desktop.ui.overview.page import OverviewPage
from cchc_desktop.ui.overview.rows_dialog import BehindRow, behind_rows
from cchc_desktop.ui.overview.sections import ListCard
from cchc_desktop.ui.workbench.filters import Filters, matching
from tests.services.followup_scene import FINANCE, OFFICE, POLICE
from tests.ui.overview.overview_stage import FAR, LATE, MONTH, SOON, STANDING, TODAY, UNDATED, OverviewStage


def lines(card: ListCard) -> list[list[str]]:
    """Return the words of the rows that are shown, with their actions."""
    shown = []
    for button, action in card.list.buttons():
        line = button.line()
        assert line is not None
        cells = [cell.chip.words if cell.chip else cell.words for cell in line.cells if cell.shares is None]
        shown.append([*cells, action.text()])
    return shown


# --- what is shown


def test_it_is_the_first_screen_of_the_rail(scene):
    assert scene.action("show_overview").shortcut().toString() == "Ctrl+1"
    assert scene.place() == "plan"
    scene.open()
    assert scene.place() == "overview"


def test_the_five_figures(scene):
    page = scene.open()
    figures = [(card.title(), card.figure(), card.more()) for card in page.cards.values()]
    assert figures == [
        ("Quá hạn", 1, "lâu nhất 30 ngày"),
        ("Đến hạn trong 7 ngày", 1, "đều hạn 09/03"),
        ("Đến hạn trong 30 ngày", 1, "đều hạn 31/03"),
        ("Chờ cập nhật kỳ này", 1, "kỳ quý I năm 2026"),
        ("Chưa xác định thời hạn", 1, "cần xác định ngày"),
    ]


def test_figures_are_those_of_the_picture(scene):
    page, keeper = scene.open(), scene.following.keeper
    tree = scene.session.tree
    assert tree is not None
    assert page.shown() == overview(keeper.picture, tree.plan.id)
    of_groups = {group: len(page.shown().group(group)) for group in DueGroup}
    assert sum(of_groups.values()) == len(due_lines(keeper.picture, plan_id=tree.plan.id))
    assert len(keeper.plan().status.statuses) == 6


def test_what_to_do_now_the_most_urgent_first(scene):
    page = scene.open()
    assert lines(page.pressing) == [
        ["TT 1", LATE, OFFICE, "Quá hạn 30 ngày", "Đôn đốc…"],
        ["TT 2", SOON, FINANCE, "Còn 7 ngày", "Ghi kết quả…"],
        ["TT 4", STANDING, POLICE, "Chờ cập nhật kỳ này", "Cập nhật…"],
        ["TT 5", UNDATED, POLICE, "Chưa xác định thời hạn", "Xác định hạn…"],
    ]
    assert page.pressing.fact() == "4 nhiệm vụ, xếp theo mức gấp"


def test_who_owes_figures(scene):
    page = scene.open()
    assert page.updates.title() == "Chờ số liệu quý I năm 2026"
    assert page.updates.fact() == "đã nhận 0/3"
    assert lines(page.updates) == [
        [POLICE, "Chưa gửi (3)", "Đôn đốc…"],
        [FINANCE, "Chưa gửi (2)", "Đôn đốc…"],
        [OFFICE, "Chưa gửi (1)", "Đôn đốc…"],
    ]


def test_shares_of_areas_and_agencies(scene):
    page = scene.open()
    assert lines(page.areas) == [["I. Cải cách thể chế", "0/3", "0%", "1"], ["II. Tài chính công", "0/3", "0%", ""]]
    assert page.areas.fact() == "0/6 nhiệm vụ · 0%"
    assert [row[0] for row in lines(page.agencies)] == [POLICE, FINANCE, OFFICE]


def test_the_next_report_is_counted_down_to(scene):
    assert scene.open().report.words() == ("Báo cáo quý I năm 2026", "Đơn vị gửi 07/03, trình ký 08/03", "5")


def test_a_result_changes_the_figures_at_once(scene):
    page = scene.open()
    scene.session.write(
        lambda workspace: recording.record(workspace, [(scene.scene.id(LATE), None, {"done_on": date(2026, 2, 1)})])
    )
    scene.bot.waitUntil(lambda: page.cards[DueGroup.OVERDUE].figure() == 0)
    assert page.cards[DueGroup.OVERDUE].more() == "không có"
    assert lines(page.areas)[0] == ["I. Cải cách thể chế", "1/3", "33,3%", ""]


# --- every figure opens its rows


@pytest.mark.parametrize("group", [DueGroup.OVERDUE, DueGroup.WEEK, DueGroup.MONTH, DueGroup.UNDATED])
def test_a_card_of_due_dates_opens_the_list_of_due_dates(scene, group):
    page = scene.open()
    told = scene.told(scene.following.overview.deadlines_wanted)
    scene.key(page.cards[group], Qt.Key.Key_Return)
    assert told == [group]
    assert scene.place() == "deadlines"


def test_the_card_of_updates_opens_the_tasks_that_wait(scene):
    page = scene.open()
    told = scene.told(scene.following.rows_wanted)
    scene.key(page.cards["update"], Qt.Key.Key_Space)
    assert told == [opening.of_statuses({Status.UPDATE_DUE})]
    assert scene.place() == "plan"


def test_see_all_opens_everything_that_presses(scene):
    page = scene.open()
    told = scene.told(scene.following.rows_wanted)
    scene.key(page.pressing.link, Qt.Key.Key_Space)
    assert told == [opening.of_statuses({Status.OVERDUE, Status.DUE_SOON, Status.UPDATE_DUE, Status.UNDATED})]


def test_a_bar_of_an_area_opens_its_tasks(scene):
    page = scene.open()
    scene.key(page.areas.list.buttons()[1][0], Qt.Key.Key_Return)
    assert scene.place() == "plan"
    section = scene.session.tree.sections[1]
    assert scene.contents.view.bar.filters() == Filters(areas=frozenset({section.uid}))


def test_the_overdue_count_of_an_area_opens_its_overdue_tasks(scene):
    page = scene.open()
    told = scene.told(scene.following.rows_wanted)
    scene.key(page.areas.list.buttons()[0][1], Qt.Key.Key_Space)
    assert told == [opening.of_area(scene.session.tree, page.shown().areas[0].id, {Status.OVERDUE})]


def test_a_bar_of_an_agency_opens_its_tasks(scene):
    page = scene.open()
    scene.key(page.agencies.list.buttons()[0][0], Qt.Key.Key_Return)
    assert scene.place() == "plan"
    assert scene.contents.view.bar.filters() == opening.of_agency(scene.scene.agency(POLICE))


def test_a_circle_opens_the_milestones_of_its_day(scene):
    page = scene.open()
    circles = page.timeline.circles()
    assert [circle.mark.count for circle in circles] == [1, 1, 1, 1]
    scene.key(circles[1], Qt.Key.Key_Return)
    dialog = scene.dialog("RowsDialog")
    assert [dialog.model.index(0, column).data() for column in range(4)] == ["2", SOON, FINANCE, "09/03/2026"]
    told = scene.told(scene.following.item_wanted)
    scene.bot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert told == [(scene.scene.plan_id, scene.scene.id(SOON))]
    assert scene.place() == "plan"


def test_arrows_lead_from_circle_to_circle(scene):
    circles = scene.open().timeline.circles()
    assert [circle.focusPolicy() & Qt.FocusPolicy.TabFocus for circle in circles].count(Qt.FocusPolicy.TabFocus) == 1
    scene.key(circles[0], Qt.Key.Key_Right)
    assert circles[1].hasFocus()


def test_the_next_report_opens_the_reporting_periods(scene):
    scene.key(scene.open().report, Qt.Key.Key_Return)
    assert scene.on_screen("ReportingPage")


def test_an_agency_opens_what_it_owes(scene):
    page = scene.open()
    scene.key(page.updates.list.buttons()[0][0], Qt.Key.Key_Return)
    dialog = scene.dialog("RowsDialog")
    assert {dialog.model.index(row, 1).data() for row in range(dialog.model.rowCount())} == {STANDING, UNDATED, FAR}
    dialog.reject()


# --- the one action of each row


@pytest.mark.parametrize(
    ("number", "content", "signal"), [(0, LATE, "urge"), (1, SOON, "record"), (2, STANDING, "record")]
)
def test_each_row_has_its_action(scene, number, content, signal):
    page, desk = scene.open(), scene.following.overview
    desk.urge_wanted.disconnect()
    desk.record_wanted.disconnect()
    told = scene.told(desk.urge_wanted if signal == "urge" else desk.record_wanted)
    scene.key(page.pressing.list.buttons()[number][1], Qt.Key.Key_Space)
    occurrence = page.shown().pressing[number].status.milestone.occurrence
    assert told == [[MilestoneRef(scene.scene.plan_id, scene.scene.id(content), occurrence)]]


def test_a_task_without_a_date_is_opened_in_its_plan(scene):
    page = scene.open()
    told = scene.told(scene.following.item_wanted)
    scene.key(page.pressing.list.buttons()[3][1], Qt.Key.Key_Space)
    assert told == [(scene.scene.plan_id, scene.scene.id(UNDATED))]


def test_an_agency_is_urged_for_all_that_it_owes(scene):
    page, desk = scene.open(), scene.following.overview
    desk.urge_wanted.disconnect()
    told = scene.told(desk.urge_wanted)
    scene.key(page.updates.list.buttons()[1][1], Qt.Key.Key_Space)
    assert [{ref.item_id for ref in refs} for refs in told] == [{scene.scene.id(SOON), scene.scene.id(MONTH)}]


def test_nothing_is_recorded_where_data_are_only_looked_at(scene):
    page = scene.open()
    page.set_editable(False)
    assert [action.isEnabled() for _, action in page.pressing.list.buttons()] == [False] * 4
    assert [button.isEnabled() for button, _ in page.pressing.list.buttons()] == [True] * 4


# --- room, and where there is nothing


@pytest.mark.parametrize(
    ("width", "direction", "columns"),
    [(1400, QBoxLayout.Direction.LeftToRight, 6), (700, QBoxLayout.Direction.TopToBottom, 3)],
)
def test_a_narrow_window_shows_one_column(scene, width, direction, columns):
    page = OverviewPage()
    scene.bot.addWidget(page)
    page.resize(width, 600)
    page.show()
    page.show_overview(scene.open().shown())
    page._reflow()
    assert (page._pairs[0].direction(), page._columns) == (direction, columns)


def test_a_superiors_plan_has_no_figures(scene):
    scene.open()
    plan = scene.session.tree.plan
    scene.session.write(lambda workspace: plans.save_plan(workspace, replace(plan, superior=True)))
    scene.bot.waitUntil(lambda: scene.page.shown() is None)
    assert "cấp trên" in scene.page._empty._sentence.text()
    scene.press("Mở màn hình Kế hoạch")
    assert scene.place() == "plan"


# --- a plan that came in late


def test_a_plan_that_came_in_late_may_be_followed_from_that_day(qtbot):
    scene = OverviewStage(qtbot, imported_on=TODAY)
    plans.save_plan(scene.workspace, replace(scene.scene.tree.plan, tracked_from=None))  # as those that ended before
    scene.trigger("reload")
    page = scene.open()
    assert page.tracking.isVisible()
    assert page.tracking.told() == "1 mốc quá hạn đều có hạn trước ngày nhập kế hoạch (02/03/2026)."
    scene.bot.mouseClick(page.tracking.link, Qt.MouseButton.LeftButton)
    scene.bot.waitUntil(lambda: not page.tracking.isVisible())
    scene.bot.waitUntil(lambda: page.cards[DueGroup.OVERDUE].figure() == 0)
    assert scene.deed() == "Kế hoạch được theo dõi từ ngày 02/03/2026."
    scene.trigger("undo")
    scene.bot.waitUntil(lambda: page.tracking.isVisible())
    page.set_editable(False)
    assert not page.tracking.isVisible()
    scene.contents.show_screen("deadlines")
    late = scene.contents.screens.current()
    scene.bot.waitUntil(lambda: late.tracking.isVisible())
    late.show_all(all_plans=True)  # there is but this one
    scene.settle()
    scene.bot.mouseClick(late.tracking.link, Qt.MouseButton.LeftButton)
    scene.bot.waitUntil(lambda: not late.tracking.isVisible())
    scene.database.stop()


# --- words and models


def test_what_a_report_asks_for_today_has_its_word(qtbot):
    card = ReportCard()
    qtbot.addWidget(card)
    card.show_report("Báo cáo quý III", "Trình ký 08/09/2025", 0)
    assert card.words() == ("Báo cáo quý III", "Hôm nay: Trình ký 08/09/2025", "")
    assert "còn" not in card.accessibleName()


def test_today_is_named(scene):
    scene.open()
    assert words.today_words(TODAY) == "Hôm nay: Thứ Hai, 02/03/2026"
    assert scene.page._today.text() == words.today_words(TODAY)


def test_rows_behind_a_figure_are_those_that_it_counts(scene):
    page = scene.open()
    scene.key(page.cards["update"], Qt.Key.Key_Return)
    view = scene.contents.view
    scene.bot.waitUntil(lambda: view.bar.filters() == opening.of_statuses({Status.UPDATE_DUE}))
    tree = scene.session.tree
    statuses = scene.following.keeper.plan().status.statuses
    shown = matching(tree, view.bar.filters(), tree.schedule, TODAY, lambda id_: statuses[id_].status)
    assert shown is not None
    assert len(shown) == page.cards["update"].figure()


def test_the_model_of_rows_follows_the_rules_of_qt(scene):
    page = scene.open()
    rows = [BehindRow(one.item, one.status, one.leads) for one in page.shown().pressing]
    model = behind_rows(rows)
    QAbstractItemModelTester(model, model)
    assert model.rowCount() == 4
    assert model.data(model.index(0, 4), Qt.ItemDataRole.AccessibleTextRole) == "Tình trạng: Quá hạn 30 ngày"
