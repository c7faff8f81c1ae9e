"""The screen in the whole window: drawn from the window's one picture, remembered, searched in the one library."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.followup.due_list import DueGroup
from cchc_desktop.services import followup
from cchc_desktop.ui.deadlines.model import key_of
from cchc_desktop.ui.following.recording import MilestoneRef
from tests.services.followup_scene import JULY, QUARTERLY, STRICT, FollowUpScene
from tests.ui.stage import Stage


@pytest.fixture
def shown(qtbot):
    scene = FollowUpScene(date(2026, 3, 2))
    stage = Stage(qtbot, scene.store)
    stage.trigger("show_deadlines")
    qtbot.waitUntil(lambda: stage.contents.screens.current().model.rowCount() > 0)
    yield stage
    stage.database.stop()


def page_of(stage):
    return stage.contents.screens.current()


def test_the_screen_shows_what_the_picture_says(shown):
    picture = shown.contents._desks.following.keeper.picture
    assert sorted(map(key_of, page_of(shown).shown_lines())) == sorted(map(key_of, followup.due_lines(picture)))


def test_words_are_searched_without_accents_in_the_list(shown):
    page = page_of(shown)
    shown.trigger("find")
    assert page.bar.search.hasFocus()
    QTest.keyClicks(page.bar.search, "hop ra soat")
    shown.bot.waitUntil(lambda: {line.item.content for line in page.shown_lines()} == {QUARTERLY})
    QTest.keyClick(page.bar.search, Qt.Key.Key_Escape)
    shown.bot.waitUntil(lambda: JULY in {line.item.content for line in page.shown_lines()})


def test_what_was_chosen_is_kept_for_the_next_start(shown):
    shown.bot.mouseClick(page_of(shown).bar.by_agency, Qt.MouseButton.LeftButton)
    assert shown.contents._preferences.value().deadlines["by_agency"] is True


def test_enter_opens_the_task_in_its_plan(shown):
    page = page_of(shown)
    page.choose_group(DueGroup.OVERDUE)
    chosen = page.table.chosen()[0]
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    shown.bot.waitUntil(lambda: shown.contents.view.current_item_id() == chosen.item.id)


def test_recording_gets_the_milestones_and_those_below(shown, monkeypatch):
    told = []
    desk = shown.contents._desks.following.recording
    monkeypatch.setattr(type(desk), "record", lambda self, refs, following=(): told.append((refs, following)))
    page = page_of(shown)
    page.choose_group(DueGroup.OVERDUE)
    first, *rest = page.shown_lines()
    QTest.keyClick(page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    [(refs, following)] = told
    assert refs == [MilestoneRef(first.plan.id, first.item.id, first.row.occurrence)]
    assert len(following) == len(rest)


def test_a_screen_is_asked_for_with_a_group(shown):
    shown.contents.show_screen("plan")
    shown.contents._desks.following.show_deadlines(DueGroup.UNDATED)
    assert [line.row.group for line in page_of(shown).table.chosen()] == [DueGroup.UNDATED]


def test_all_plans_are_shown_with_their_names(shown):
    page = page_of(shown)
    page.bar._scope.chosen.emit(1)
    shown.settle()
    assert page.bar.wishes().all_plans
    assert STRICT in {line.item.content for line in page.shown_lines()}


def test_days_off_that_are_missing_are_filled_in_from_here(shown):
    month = page_of(shown).month
    month.show_month(date(2027, 2, 1))
    shown.bot.mouseClick(month._missing, Qt.MouseButton.LeftButton)
    shown.bot.waitUntil(lambda: shown.on_screen("DaysOffPage"))
    [days_off] = [one for one in shown.window.findChildren(QWidget) if type(one).__name__ == "DaysOffPage"]
    assert days_off.year() == 2027
