from __future__ import annotations

import threading

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThreadPool

from cchc_desktop.domain.errors import Cancelled
from cchc_desktop.ui.jobs import run_job
from cchc_desktop.ui.post import PostOffice, post_office


def test_letters_come_in_their_order_on_the_main_thread(qtbot):
    owner, read = QObject(), []
    office = PostOffice()
    number = office.box(owner, lambda letter: read.append((letter, threading.current_thread())))
    other = office.box(owner, lambda letter: read.append((letter, threading.current_thread())))

    def send() -> None:
        for letter in range(100):
            office.post(other if letter % 3 else number, letter)

    thread = threading.Thread(target=send)
    thread.start()
    thread.join()
    assert read == [], "nothing is read on the thread itself"
    qtbot.waitUntil(lambda: len(read) == 100)
    assert read == [(letter, threading.main_thread()) for letter in range(100)]


def test_letters_to_those_who_are_gone_are_lost(qtbot):
    owner, read = QObject(), []
    office = PostOffice()
    kept = QObject()
    gone, there = office.box(owner, read.append), office.box(kept, read.append)
    office.post(gone, "lost")
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete)
    office.post(gone, "lost too")
    office.post(there, "read")
    qtbot.waitUntil(lambda: bool(read))
    assert read == ["read"]
    assert len(office._boxes) == 1, "who is gone has no box"


def test_a_window_may_go_while_its_work_ends(qtbot):
    """Each round ends the work and takes its owner apart at about the same time: no signal of a dead object is sent."""
    told: list[int] = []
    for _ in range(300):
        owner, go = QObject(), threading.Event()

        def work(progress, is_cancelled, go=go):
            progress(1, 2)
            go.wait()
            return 1

        run_job(owner, work, told.append, told.append, lambda done, total: None)
        go.set()
        owner.deleteLater()
        QCoreApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete)
    QThreadPool.globalInstance().waitForDone()
    QCoreApplication.processEvents()
    assert told == []


def test_work_tells_its_progress_its_result_or_its_error(qtbot):
    owner, told = QObject(), []

    def works(progress, is_cancelled):
        progress(2, 2)
        return "made"

    def stops(progress, is_cancelled):
        if is_cancelled():
            raise Cancelled
        raise ValueError("bad")

    boxes = len(post_office()._boxes)
    run_job(owner, works, told.append, told.append, lambda done, total: told.append((done, total)))
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == [(2, 2), "made"]
    run_job(owner, stops, told.append, lambda error: told.append(type(error)))
    qtbot.waitUntil(lambda: len(told) == 3)
    assert told[-1] is ValueError
    assert len(post_office()._boxes) == boxes


def test_cancelled_work_ends_with_its_error(qtbot):
    owner, told, go = QObject(), [], threading.Event()

    def work(progress, is_cancelled):
        go.wait()
        if is_cancelled():
            raise Cancelled

    job = run_job(owner, work, told.append, lambda error: told.append(type(error)))
    job.cancel()
    assert job.is_cancelled()
    go.set()
    qtbot.waitUntil(lambda: bool(told))
    assert told == [Cancelled]
