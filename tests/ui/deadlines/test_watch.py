"""Rail, status bar, summary of the day and tray: what presses is told on every screen, and once a day."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from cchc_desktop.domain.followup.due_list import DueGroup
from cchc_desktop.services.followup import due_lines
from cchc_desktop.settings import Settings
from cchc_desktop.ui.deadlines.page import DeadlinesPage
from cchc_desktop.ui.deadlines.tray import TrayReminder
from cchc_desktop.ui.deadlines.watch import Pressing, PressWatch, Told, summary_words
from cchc_desktop.ui.preferences import Preferences
from cchc_desktop.ui.status import StatusBar
from cchc_desktop.ui.widgets.strip import Strip
from tests.services.fakes import FakeStore
from tests.services.followup_scene import FollowUpScene
from tests.ui.stage import Stage

WINDOW_DAY = date(2026, 3, 2)
"""The day on which the window of the tests stands."""


@pytest.fixture
def followed(qtbot):
    """A window over the half-year plan, all of which is late by then, once its picture is there."""
    scene = FollowUpScene(WINDOW_DAY)
    stage = Stage(qtbot, scene.store)
    qtbot.waitUntil(lambda: keeper(stage).picture is not None)
    yield stage
    stage.database.stop()


def keeper(stage):
    return stage.contents._desks.following.keeper


def rail_button(stage):
    return next(one for one in stage.window.findChildren(QToolButton) if one.objectName() == "deadlines")


def strips(stage):
    return [one for one in stage.window.findChildren(Strip) if one.isVisible() and "Hôm nay" in one.sentence()]


def status(stage):
    bar = stage.window.statusBar()
    assert isinstance(bar, StatusBar)
    return bar


def test_what_presses_is_told_on_the_rail_in_the_bar_and_once_a_day(followed):
    late = sum(line.row.group is DueGroup.OVERDUE for line in due_lines(keeper(followed).picture))
    assert rail_button(followed).badge() == late > 0
    assert rail_button(followed).accessibleName() == f"Việc đến hạn, {late} mốc quá hạn"
    _open_the_figure_of_the_bar(followed)
    _see_the_summary(followed)


def _open_the_figure_of_the_bar(followed):
    figure = next(words for words in status(followed).figures() if "quá hạn" in words)
    assert figure.split()[0] == str(rail_button(followed).badge())
    followed.press("quá hạn")
    page = followed.contents.screens.current()
    assert isinstance(page, DeadlinesPage)
    followed.bot.waitUntil(lambda: bool(page.table.chosen()))
    assert page.table.chosen()[0].row.late_days > 0


def _see_the_summary(followed):
    followed.contents.show_screen("plan")
    [strip] = strips(followed)
    assert "nhiệm vụ quá hạn" in strip.sentence()
    followed.bot.mouseClick(strip.buttons()[0], Qt.MouseButton.LeftButton)
    assert isinstance(followed.contents.screens.current(), DeadlinesPage)
    assert strips(followed) == []
    keeper(followed).refresh()
    followed.settle()
    followed.bot.waitUntil(keeper(followed).is_current)
    assert strips(followed) == []


def test_nothing_is_said_where_nothing_presses(qtbot):
    stage = Stage(qtbot, FakeStore())
    keeper(stage).begin()
    stage.contents._watch()
    qtbot.waitUntil(lambda: keeper(stage).picture is not None)
    assert strips(stage) == []
    assert rail_button(stage).badge() == 0
    stage.database.stop()


@pytest.mark.parametrize(
    ("press", "expected"),
    [
        (Pressing(2, 3, 2), "Hôm nay: 2 nhiệm vụ quá hạn, 3 nhiệm vụ đến hạn trong 7 ngày."),
        (Pressing(0, 3), "Hôm nay: 3 nhiệm vụ đến hạn trong 7 ngày."),
        (Pressing(2, 0, 2), "Hôm nay: 2 nhiệm vụ quá hạn."),
        (Pressing(5, 1, 2), "Hôm nay: 2 nhiệm vụ quá hạn (5 mốc), 1 nhiệm vụ đến hạn trong 7 ngày."),
    ],
)
def test_words_of_the_summary(press, expected):
    assert summary_words(press) == expected


# --- the tray


class FakeTray(TrayReminder):
    """A tray that is always there."""

    def __init__(self, window) -> None:
        super().__init__(window)
        self.sentences: list[str] = []
        self.is_away = False

    def remind(self, sentence: str) -> bool:
        self.sentences.append(sentence)
        return True

    def put_away(self) -> None:
        self.is_away = True


def watch(stage, preferences):
    trays: list[FakeTray] = []

    def make(window):
        trays.append(FakeTray(window))
        return trays[-1]

    contents = stage.contents
    told = Told(contents.screens, status(stage), contents._strips)
    return PressWatch(keeper(stage), stage.session, preferences, told, stage.window, make), trays


def test_the_tray_is_silent_until_it_is_chosen_and_reminds_once_a_day(followed):
    preferences = Preferences(Settings())
    watched, trays = watch(followed, preferences)
    assert trays == []
    preferences.change(reminder=True)
    [tray] = trays
    assert len(tray.sentences) == 1
    assert preferences.value().reminder_seen == WINDOW_DAY.isoformat()
    preferences.change(text_size=11)
    watched._changed()
    assert len(tray.sentences) == 1
    preferences.change(reminder=False)
    assert tray.is_away
    count = len(strips(followed))
    watch(followed, Preferences(Settings(summary_seen=WINDOW_DAY.isoformat())))
    assert len(strips(followed)) == count  # a day that was summed up is not summed up by the next start
