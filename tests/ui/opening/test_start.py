"""The order of a start over a real database thread: opening, the ear, the backup, the name."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QMainWindow, QPushButton

from cchc_desktop.domain.backups import BackupReason
from cchc_desktop.domain.errors import CannotWrite, DatabaseInUse
from cchc_desktop.domain.opening import Holder
from cchc_desktop.settings import Settings, load_settings
from cchc_desktop.ui.backups.watch import BackupWatch
from cchc_desktop.ui.instance import FirstWindow, socket_name
from cchc_desktop.ui.jobs import DatabaseThread
from cchc_desktop.ui.opening.front import Front
from cchc_desktop.ui.opening.memory import PlaceMemory
from cchc_desktop.ui.opening.news import UpgradeNews
from cchc_desktop.ui.opening.start import WindowStart
from cchc_desktop.ui.person import PersonStrip
from cchc_desktop.ui.preferences import Preferences
from cchc_desktop.ui.widgets.strip import Strip
from tests.services.fakes import FakeEvidence
from tests.ui.backups.fakes import NOW, STATE, FakeKeeper, FakeSession, backup
from tests.ui.opening.fakes import FakeDoors

HERE = Holder("tuyet", "VP-02", 1, datetime(2026, 11, 21, 0, 12, tzinfo=UTC), True)


class Opener:
    """Opens a workspace without a disk; `errors` are raised first, one a try."""

    def __init__(self, keeper, errors=()):
        self.workspace = SimpleNamespace(
            backups=keeper,
            clock=SimpleNamespace(now=lambda: NOW),
            history=SimpleNamespace(setting=lambda name, default=None: default),
            evidence=FakeEvidence(),
            queries=SimpleNamespace(named_files=frozenset),
        )
        self.errors = list(errors)

    @contextmanager
    def __call__(self):
        if self.errors:
            raise self.errors.pop(0)
        yield self.workspace


class ThreadSession(QObject):
    """As much of a session as a start needs."""

    failed = Signal(object)
    saved = Signal()
    worked = Signal()

    def __init__(self, database):
        super().__init__()
        self._database = database

    def run(self, work, then, on_error, on_progress):
        return self._database.submit(work, then, on_error, on_progress)


class Stage:
    def __init__(self, qtbot, path, opener, person=""):
        self.bot = qtbot
        self.window = QMainWindow()
        self.window.setCentralWidget(QLabel("kế hoạch"))
        qtbot.addWidget(self.window)
        self.window.show()
        self.database = DatabaseThread(opener, parent=self.window)
        self.session = ThreadSession(self.database)
        self.start = WindowStart(
            self.window, self.database, self.session, self._doors(opener), path, Preferences(Settings(person=person)),
            PlaceMemory(), UpgradeNews(),
        )  # fmt: skip
        self.settled = []
        self.start.settled.connect(self.settled.append)
        self.database.start()

    def _doors(self, opener):
        return lambda path: replace(FakeDoors()(path), open_writing=opener, open_reading=opener)

    def strips(self, kind=Strip):
        return [strip for strip in self.window.findChildren(kind) if strip.isVisible()]

    def press(self, words):
        button = next(b for b in self.window.findChildren(QPushButton) if b.isVisible() and b.text() == words)
        self.bot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "cchc.db"


def test_the_name_is_asked_once_and_kept(qtbot, path):
    stage = Stage(qtbot, path, Opener(FakeKeeper()))
    qtbot.waitUntil(lambda: bool(stage.strips(PersonStrip)))
    assert stage.settled == [True]
    stage.window.findChild(QLineEdit).setText("Tuyết")
    stage.press("Lưu")
    assert stage.strips() == []
    assert load_settings().person == "Tuyết"
    stage.database.stop()


def test_a_second_start_brings_this_window_forward(qtbot, path):
    stage = Stage(qtbot, path, Opener(FakeKeeper()), person="Tuyết")
    wanted = []
    stage.start.file_wanted.connect(wanted.append)
    qtbot.waitUntil(lambda: stage.settled == [True])
    question = FirstWindow(socket_name(path), "/a/phụ lục.docx")
    with qtbot.waitSignal(question.answered) as answer:
        question.ask()
    assert answer.args == [True]
    qtbot.waitUntil(lambda: wanted == [Path("/a/phụ lục.docx")])
    stage.database.stop()


def test_two_starts_at_once_leave_one_window(qtbot, path):
    first = Stage(qtbot, path, Opener(FakeKeeper()), person="Tuyết")
    qtbot.waitUntil(lambda: first.settled == [True])
    second = Stage(qtbot, path, Opener(FakeKeeper(), [DatabaseInUse("bận", HERE)]), person="Tuyết")
    with qtbot.waitSignal(second.start.ended):
        pass
    assert not second.window.isVisible()
    assert second.settled == []
    first.database.stop()


def test_a_refusal_is_a_page_and_trying_again_opens(qtbot, path):
    stage = Stage(qtbot, path, Opener(FakeKeeper(), [CannotWrite("Ổ đĩa không còn kết nối.")]), person="Tuyết")
    with qtbot.waitSignal(stage.start.told):
        pass
    stage.press("Thử lại")
    qtbot.waitUntil(lambda: stage.settled == [True])
    assert [label.text() for label in stage.window.findChildren(QLabel) if label.isVisible()] == ["kế hoạch"]
    stage.database.stop()


def test_what_is_open_for_looking_only_has_no_ear_and_makes_no_backup(qtbot, path):
    keeper = FakeKeeper()
    stage = Stage(qtbot, path, Opener(keeper, [DatabaseInUse("bận")]))
    with qtbot.waitSignal(stage.start.told):
        pass
    stage.press("Mở chỉ để xem")
    qtbot.waitUntil(lambda: stage.settled == [False])
    assert stage.start.is_read_only
    question = FirstWindow(socket_name(path), "", None, 150)
    with qtbot.waitSignal(question.answered) as answer:
        question.ask()
    assert answer.args == [False]
    assert keeper.deeds == []
    stage.database.stop()


def test_the_name_can_wait_and_is_taken_in_the_settings_then(qtbot, path):
    stage = Stage(qtbot, path, Opener(FakeKeeper()))
    told = []
    stage.start.done.connect(told.append)
    qtbot.waitUntil(lambda: bool(stage.strips(PersonStrip)))
    stage.press("Để sau")
    assert stage.strips() == []
    assert told == ["Có thể nhập tên sau trong mục Thiết lập."]
    assert (load_settings().person, load_settings().person_asked) == ("", True)
    stage.database.stop()


def test_a_name_given_in_the_settings_ends_the_question(qtbot, path):
    stage = Stage(qtbot, path, Opener(FakeKeeper()))
    qtbot.waitUntil(lambda: bool(stage.strips(PersonStrip)))
    stage.start.preferences.change(person="Tuyết")
    assert stage.strips() == []
    stage.database.stop()


# ---------------------------------------------------------------- the backup of a start


@pytest.fixture
def watched(qtbot):
    def watch(keeper):
        window = QMainWindow()
        window.setCentralWidget(QLabel("kế hoạch"))
        qtbot.addWidget(window)
        window.show()
        session = FakeSession(keeper)
        session.workspace.clock = SimpleNamespace(now=lambda: NOW)
        session.workspace.history = SimpleNamespace(setting=lambda name, default=None: default)
        session.workspace.evidence = FakeEvidence()
        session.workspace.queries = SimpleNamespace(named_files=frozenset)
        watch = BackupWatch(session, Front(window), window)
        watch.back_up_if_due()
        session.go()
        return watch, [strip for strip in window.findChildren(Strip) if strip.isVisible()]

    return watch


def test_a_start_makes_a_backup_when_one_is_due(watched):
    old = FakeKeeper(shown=replace(STATE, newest=backup(30)))
    assert watched(old)[1] == []
    assert old.deeds == [("make", BackupReason.START)]
    fresh = FakeKeeper()
    watched(fresh)
    assert fresh.deeds == []


def test_a_backup_that_failed_is_a_strip_and_leads_to_the_page(qtbot, watched):
    keeper = FakeKeeper(shown=replace(STATE, newest=None, troubles=("Ổ đĩa chứa bản sao lưu đã đầy.",)))
    keeper.error = CannotWrite("Ổ đĩa chứa bản sao lưu đã đầy.")
    watch, strips = watched(keeper)
    assert [strip.sentence() for strip in strips] == ["Ổ đĩa chứa bản sao lưu đã đầy."]
    with qtbot.waitSignal(watch.page_wanted):
        qtbot.mouseClick(strips[0].findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert not strips[0].isVisible()


def test_even_an_unforeseen_failure_is_a_strip(watched):
    keeper = FakeKeeper(shown=STATE)
    keeper.state = lambda: 1 / 0
    _, strips = watched(keeper)
    assert [strip.sentence()[:31] for strip in strips] == ["Chưa tự sao lưu được. Dữ liệu k"]
