from __future__ import annotations

import pytest
from PySide6.QtCore import QObject

from cchc_desktop.ui.slices import Slices


@pytest.fixture
def slices(qapp):
    owner = QObject()
    yield Slices(owner)
    owner.deleteLater()


def counting(told, steps=3, name="x"):
    for number in range(steps):
        told.append(f"{name}{number}")
        yield


def test_little_work_ends_at_once(slices):
    told = []
    slices.start(counting(told))
    assert told == ["x0", "x1", "x2"]
    assert not slices.is_busy()


def test_more_work_goes_on_in_the_event_loop(qtbot, slices):
    slices.seconds, told = 0.0, []
    slices.start(counting(told))
    assert slices.is_busy()
    qtbot.waitUntil(lambda: not slices.is_busy())
    assert told == ["x0", "x1", "x2"]


def test_newer_work_takes_the_place_of_older(slices):
    slices.seconds, old, new = 0.0, [], []
    slices.start(counting(old, name="old"))
    slices.start(counting(new, name="new"))
    slices.finish()
    assert (old, new) == (["old0"], ["new0", "new1", "new2"])


def test_a_step_may_begin_other_work(slices):
    told = []

    def beginning():
        yield
        slices.start(counting(told))
        yield
        told.append("never")

    slices.start(beginning())
    slices.finish()
    assert told == ["x0", "x1", "x2"]


def test_wishes_behind_long_work_wait_for_the_event_loop(qtbot, slices):
    slices.seconds, told = 0.0, []
    slices.start(counting([]))
    for name in "abc":
        slices.start(counting(told, name=name))
    assert told == []
    qtbot.waitUntil(lambda: not slices.is_busy())
    assert told == ["c0", "c1", "c2"]


def test_nothing_to_finish_leaves_the_next_work_at_once(slices):
    slices.finish()
    slices.finish()
    told = []
    slices.start(counting(told))
    assert told == ["x0", "x1", "x2"]


def test_what_is_dropped_never_ends(slices):
    slices.seconds, told = 0.0, []
    slices.start(counting(told))
    slices.drop()
    slices.finish()
    assert told == ["x0"]
