"""The dock around the inspector: its steps and its width."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget

from cchc_desktop.ui.inspector_dock import InspectorDock


@pytest.fixture
def window(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(QWidget())
    return window


@pytest.mark.parametrize(
    ("window_width", "kept", "expected"),
    [(1366, 0, 320), (1366, 376, 320), (1600, 0, 376), (1600, 320, 376), (1366, 410, 410), (1600, 290, 290)],
)
def test_the_width(qtbot, window, window_width, kept, expected):
    window.resize(window_width, 700)
    dock = InspectorDock(window, kept)
    window.show()
    dock.hide()
    dock.place(beside_plan=True)
    qtbot.waitUntil(lambda: dock.width() == expected)
    assert dock.kept_width() == expected


def test_arrows_ask_for_the_rows_beside(window):
    dock = InspectorDock(window, 0)
    steps = []
    dock.step_wanted.connect(steps.append)
    dock.title.next.click()
    dock.title.previous.click()
    assert steps == [1, -1]
    dock.title.enable_steps(can_go_back=False, can_go_on=True)
    assert not dock.title.previous.isEnabled()


def test_the_usual_width_follows_the_window(qtbot, window):
    window.resize(1366, 700)
    dock = InspectorDock(window, 0)
    window.show()
    dock.place(beside_plan=True)
    qtbot.waitUntil(lambda: dock.width() == 320)
    window.resize(1600, 800)
    qtbot.waitUntil(lambda: dock.width() == 376)
    window.resizeDocks([dock], [410], Qt.Orientation.Horizontal)
    qtbot.waitUntil(lambda: dock.width() == 410)
    window.resize(1366, 700)
    qtbot.waitUntil(lambda: window.width() == 1366)
    assert dock.width() == 410
