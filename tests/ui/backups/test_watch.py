"""Backups that nobody asks for: each hour, after the first data, and how they stand after whatever made one."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMainWindow, QPushButton

from cchc_desktop.domain.backups import BackupReason, BackupState
from cchc_desktop.domain.errors import CannotWrite
from cchc_desktop.ui.backups import watch as module
from cchc_desktop.ui.backups.watch import BackupWatch
from cchc_desktop.ui.opening.front import Front
from cchc_desktop.ui.widgets.strip import Strip
from tests.ui.backups.fakes import NOW, STATE, FakeKeeper, FakeSession, backup

NOTHING = BackupState(None, None)


class Watched:
    def __init__(self, qtbot, keeper):
        self.bot = qtbot
        self.keeper = keeper
        self.window = QMainWindow()
        self.window.setCentralWidget(QLabel("kế hoạch"))
        qtbot.addWidget(self.window)
        self.window.show()
        self.session = FakeSession(keeper)
        self.session.workspace.clock = SimpleNamespace(now=lambda: NOW)
        self.watch = BackupWatch(self.session, Front(self.window), self.window)
        self.watch.start(100_000)
        self.watch.hourly.stop()  # but where a test is about it
        self.states = []
        self.watch.state_changed.connect(self.states.append)

    def strips(self):
        return [strip for strip in self.window.findChildren(Strip) if strip.isVisible()]

    def wait_states(self, count):
        """Let timers run out until so many states were told."""

        def told():
            self.session.go()
            return len(self.states) >= count

        self.bot.waitUntil(told)


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    for name in ("HOUR_MS", "FIRST_MS", "SETTLE_MS"):
        monkeypatch.setattr(module, name, 1)


def test_a_window_that_stays_open_backs_up_when_one_falls_due(qtbot):
    watched = Watched(qtbot, FakeKeeper(shown=replace(STATE, newest=backup(1))))
    watched.watch.hourly.start()
    watched.wait_states(2)
    assert watched.keeper.deeds == []
    watched.keeper.shown = replace(STATE, newest=backup(30))
    watched.wait_states(len(watched.states) + 1)
    watched.watch.stop()
    assert set(watched.keeper.deeds) == {("make", BackupReason.START)}


def test_no_backup_is_made_once_the_data_can_only_be_looked_at(qtbot):
    watched = Watched(qtbot, FakeKeeper(shown=NOTHING))
    watched.watch.start(1)
    watched.watch.stop()
    assert not any(timer.isActive() for timer in watched.watch.findChildren(module.QTimer))


@pytest.mark.parametrize("ended", ["saved", "worked"])
def test_how_backups_stand_is_told_after_what_others_wrote(qtbot, ended):
    watched = Watched(qtbot, FakeKeeper())
    getattr(watched.session, ended).emit()
    watched.wait_states(1)
    assert watched.states == [STATE]
    assert watched.keeper.deeds == []


def test_the_first_data_are_backed_up_soon(qtbot):
    watched = Watched(qtbot, FakeKeeper(shown=NOTHING))
    watched.session.worked.emit()  # an import has ended
    watched.wait_states(2)
    assert watched.keeper.deeds == [("make", BackupReason.START)]


def test_a_first_backup_that_fails_waits_for_the_next_write(qtbot):
    watched = Watched(qtbot, FakeKeeper(shown=NOTHING, error=CannotWrite("Ổ đĩa đã đầy.")))
    watched.session.worked.emit()
    watched.wait_states(2)
    assert len(watched.keeper.deeds) == 1
    assert not watched.watch.first.isActive()


def test_what_was_put_off_is_not_told_again(qtbot):
    watched = Watched(qtbot, FakeKeeper(shown=replace(STATE, days_at_risk=9)))
    watched.watch.show_state(watched.keeper.shown)
    later = next(b for b in watched.strips()[0].findChildren(QPushButton) if b.text() == "Để sau")
    qtbot.mouseClick(later, Qt.MouseButton.LeftButton)
    watched.watch.show_state(watched.keeper.shown)
    assert watched.strips() == []
    watched.watch.show_state(replace(watched.keeper.shown, troubles=("Ổ đĩa chứa bản sao lưu đã đầy.",)))
    assert [strip.sentence() for strip in watched.strips()] == ["Ổ đĩa chứa bản sao lưu đã đầy."]


def test_a_strip_that_still_holds_stays_as_it_is(qtbot):
    watched = Watched(qtbot, FakeKeeper())
    watched.watch.show_state(replace(STATE, days_at_risk=9))
    before = watched.strips()
    watched.watch.show_state(replace(STATE, days_at_risk=9))
    assert watched.strips() == before
    watched.watch.show_state(STATE)
    assert watched.strips() == []
