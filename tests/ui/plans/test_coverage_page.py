"""The page that compares a plan with those it carries out, driven by keys in the whole window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.plan import PlanState
from cchc_desktop.domain.task_likeness import TaskLikeness
from cchc_desktop.services import exchange, history, plan_links, plans
from cchc_desktop.services.exchange import ImportChoices
from cchc_desktop.ui.plans.coverage_models import OurTasksModel, SourceTasksModel, State, state_of
from cchc_desktop.ui.plans.coverage_work import read_comparison
from cchc_desktop.ui.widgets.rows import RowRole
from tests.services.linked_plans import (
    ALWAYS,
    GROUPED,
    LATE,
    OUR_OTHER,
    OUR_YEARLY,
    WHOLE,
    YEARLY,
    LinkedPlans,
    five_years,
    one_year,
)
from tests.ui.plans.checks import completers, reachable, unnamed, wanted_order

ENTER, DELETE, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_Escape


class Compared:
    """The stage with both plans, and the page once it is open."""

    def __init__(self, stage):
        self.stage = stage
        self.parent_id = self._bring(five_years())
        self.plan_id = self._bring(one_year())
        plan = plans.open_plan(stage.workspace, self.plan_id).plan
        plans.save_plan(stage.workspace, replace(plan, parent_plan_id=self.parent_id))
        stage.session.open_plan(self.plan_id)
        stage.bot.waitUntil(lambda: stage.session.tree is not None and stage.session.tree.plan.id == self.plan_id)

    def _bring(self, draft):
        return exchange.import_plan(self.stage.workspace, draft, ImportChoices()).plan_id

    def open(self):
        self.stage.trigger("plan_coverage")
        self.stage.bot.waitUntil(lambda: self.stage.on_screen("CoveragePage"))
        return self.page

    @property
    def page(self):
        return self.stage.contents.screens.current()

    def keys(self, *keys):
        for key in keys:
            widget = QApplication.focusWidget()
            if isinstance(key, str):
                self.stage.bot.keyClicks(widget, key)
            else:
                self.stage.bot.keyClick(widget, key)

    def item(self, content):
        return next(item for item in self.stage.store.all(EntityKind.ITEM) if item.content == content)

    def settle(self):
        for _ in range(2):
            self.stage.settle()

    def tasks(self):
        return [self.page.model.task(row).item.content for row in range(self.page.model.rowCount())]

    def headline(self):
        return self.page._headline.text()


@pytest.fixture
def compared(stage):
    return Compared(stage)


def test_what_is_missing_comes_first(compared):
    page = compared.open()
    assert compared.headline() == "4 nhiệm vụ của “Kế hoạch giai đoạn 2026-2030” chưa có nhiệm vụ ở đây."
    assert compared.tasks() == [YEARLY, ALWAYS, WHOLE, GROUPED]
    assert page.table.hasFocus()


def test_a_suggestion_is_linked_by_keys_and_taken_back(compared):
    page = compared.open()
    compared.keys(ENTER)
    assert page.pane.candidates.hasFocus()
    assert compared.item(OUR_YEARLY).carries_out_id is None
    compared.keys(ENTER)
    compared.settle()
    assert compared.item(OUR_YEARLY).carries_out_id == compared.item(YEARLY).id
    assert compared.tasks() == [ALWAYS, WHOLE, GROUPED]
    assert compared.stage.deed() == "Đã nối nhiệm vụ."
    compared.stage.trigger("undo")
    compared.settle()
    assert compared.tasks() == [YEARLY, ALWAYS, WHOLE, GROUPED]


def test_any_task_can_be_found_and_linked(compared):
    page = compared.open()
    page.table.selectRow(3)
    page.pane.search.setFocus()
    compared.keys("dot xuat", ENTER, ENTER)
    compared.settle()
    assert compared.item(OUR_OTHER).carries_out_id == compared.item(GROUPED).id


def test_a_link_is_taken_away_by_delete(compared):
    page = compared.open()
    plan_links.link_items(compared.stage.workspace, [compared.item(OUR_YEARLY).id], compared.item(YEARLY).id)
    compared.stage.session.load()
    compared.settle()
    page.states._group.button(2).click()
    assert compared.tasks() == [YEARLY]
    page.pane.carriers.setFocus()
    compared.keys(DELETE)
    compared.settle()
    assert compared.item(OUR_YEARLY).carries_out_id is None
    assert compared.tasks() == []


def test_several_rows_are_taken_in_with_their_links(compared):
    page = compared.open()
    page.table.selectAll()
    compared.stage.press("Lấy 4 nhiệm vụ vào kế hoạch")
    compared.settle()
    assert compared.headline().startswith("Mọi nhiệm vụ trong kỳ")
    assert compared.stage.deed() == "Đã lấy 4 nhiệm vụ vào kế hoạch."
    taken = [item for item in compared.stage.session.tree.items.values() if item.carries_out_id is not None]
    assert {item.content for item in taken} >= {YEARLY, ALWAYS, WHOLE, GROUPED}


def test_rows_come_into_an_issued_plan_only_with_a_document(compared):
    plans.change_state(compared.stage.workspace, compared.plan_id, PlanState.ISSUED)
    compared.stage.session.load()
    compared.settle()
    compared.open()
    compared.stage.press("Lấy vào kế hoạch")
    dialog = []
    compared.stage.bot.waitUntil(lambda: bool(_dialogs(dialog)))
    dialog[0].reject()
    compared.settle()
    assert compared.tasks()[0] == YEARLY


def _dialogs(found):
    found[:] = [
        one for one in QApplication.topLevelWidgets() if type(one).__name__ == "AmendmentDialog" and one.isVisible()
    ]
    return found


def test_the_filter_and_escape(compared):
    page = compared.open()
    left = []
    page.left.connect(lambda: left.append(True))
    compared.stage.trigger("find")
    compared.keys("giai quyet")
    compared.stage.bot.waitUntil(lambda: compared.tasks() == [WHOLE])
    compared.keys(ESCAPE)
    assert compared.tasks() == [YEARLY, ALWAYS, WHOLE, GROUPED]
    compared.keys(ESCAPE)
    assert left == [True]
    compared.stage.bot.waitUntil(lambda: not compared.stage.on_screen("CoveragePage"))


def test_a_refusal_stands_on_the_page(compared):
    from cchc_desktop.domain.errors import InvalidInput

    page = compared.open()
    compared.stage.refusal = InvalidInput("Không nối được.")
    compared.keys(ENTER, ENTER)
    compared.settle()
    assert page._refusal.text() == "Không nối được."


def test_a_carrier_is_shown_in_the_plan(compared):
    plan_links.link_items(compared.stage.workspace, [compared.item(OUR_YEARLY).id], compared.item(YEARLY).id)
    page = compared.open()
    page.states._group.button(2).click()
    compared.stage.press("Xem trong kế hoạch")
    compared.settle()
    assert compared.stage.contents.places.is_plan_shown()
    assert compared.stage.contents.view.current_item_id() == compared.item(OUR_YEARLY).id


def test_without_other_plans_the_facts_are_offered(compared):
    compared.stage.session.open_plan(compared.parent_id)
    compared.settle()
    page = compared.open()
    assert page._pages.currentWidget() is page._empty


def test_another_plan_is_compared_when_it_is_opened(compared):
    page = compared.open()
    compared.stage.session.open_plan(compared.parent_id)
    compared.settle()
    assert page._pages.currentWidget() is page._empty


def test_tab_follows_the_eye_and_everything_has_a_name(compared):
    page = compared.open()
    order, wanted = reachable(page), wanted_order(page.stops())
    start = order.index(wanted[0])
    assert order[start:] + order[:start] == wanted
    assert unnamed(page) == []
    assert completers(page) == []


# --- models


@pytest.fixture
def comparison():
    scene = LinkedPlans(date(2026, 3, 1))
    plan_links.link_items(scene.workspace, [scene.id(OUR_YEARLY)], scene.id(YEARLY))
    return read_comparison(scene.plan_id)(scene.workspace)


def test_the_models_keep_qts_rules(comparison, qtmodeltester):
    source, ours = SourceTasksModel(), OurTasksModel()
    tasks = comparison.coverage.sources[0].tasks
    source.show_tasks(tasks)
    ours.show_items(comparison.ours, tasks[1].item.id)
    qtmodeltester.check(source)
    qtmodeltester.check(ours)
    assert [state_of(task) for task in tasks] == [
        State.COVERED, State.MISSING, State.MISSING, State.MISSING, State.ELSEWHERE,
    ]  # fmt: skip
    assert source.index(0, 2).data() == "Đã có 1"
    assert source.index(source.row_of(tasks[-1].item.id), 2).data() == "Ngoài kỳ này"
    assert tasks[-1].item.content == LATE
    assert source.index(4, 0).data(RowRole.MUTED)
    linked = next(row for row in range(ours.rowCount()) if ours.item(row).content == OUR_YEARLY)
    assert "Đã nối với nhiệm vụ khác" in ours.index(linked, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_the_likest_of_ten_thousand_tasks_is_suggested(comparison):
    words = [f"{item.content} {number}" for number in range(2500) for item in comparison.ours]
    likeness = TaskLikeness(enumerate(words))
    assert OUR_YEARLY in words[likeness.like(YEARLY)[0].key]


def test_a_taken_back_operation_is_named(compared):
    plan_links.link_items(compared.stage.workspace, [compared.item(OUR_YEARLY).id], compared.item(YEARLY).id)
    assert history.undo(compared.stage.workspace).title.startswith("Nối với nhiệm vụ của kế hoạch khác")
