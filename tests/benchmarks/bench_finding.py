"""Typing on the page that searches all plans, over 10,000 tasks: `python -m tests.benchmarks.bench_finding`.

For each letter: how long the main thread was held up at most while it was searched for (target 100 ms), and how long
it took until the rows stood there, the pause after typing left out.
"""

from __future__ import annotations

import os
import statistics
import time
from functools import partial
from types import SimpleNamespace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QMainWindow

from cchc_desktop import wiring
from cchc_desktop.services.search import Library
from cchc_desktop.ui import theme
from cchc_desktop.ui.finding.desk import FindDesk
from cchc_desktop.ui.finding.lane import Lane
from tests.benchmarks.bench_workbench import big_tree
from tests.ui.workbench.keyboard import type_text

TASKS, TARGET = 10_000, 100.0
TYPED = ("thu tuc hanh chinh", "rà soát văn bản", "vp hdnd", "bao cao 4711", "zzz qqq")


class ReadyKeeper(QObject):
    """Answers like `LibraryKeeper`, over a library that is there already."""

    changed = Signal()

    def __init__(self, library: Library, parent: QObject) -> None:
        super().__init__(parent)
        self._library, self._lane = library, Lane(self)

    def is_ready(self) -> bool:
        """Tell that nothing need be read."""
        return True

    def forget(self) -> None:
        """Nothing is read anew."""

    def ask(self, question, then, failed) -> None:
        """Put a question in the lane."""
        self._lane.submit(partial(question, self._library), then, lambda error: failed())


def held_up(application: QApplication, desk: FindDesk, letter: str) -> tuple[float, float]:
    """Type a letter; return the longest time in which no event was served, and the time until the rows were shown."""
    begin, worst = time.perf_counter(), 0.0
    type_text(desk.page._field, letter)
    desk.page._field.settle()
    shown = desk.page.words()
    worst = time.perf_counter() - begin
    while desk.page.answer().words != shown:
        step = time.perf_counter()
        application.processEvents()
        worst = max(worst, time.perf_counter() - step)
    step = time.perf_counter()
    application.processEvents()
    now = time.perf_counter()
    return max(worst, now - step) * 1000, (now - begin) * 1000


def main() -> None:
    """Print a line for each query."""
    application = QApplication([])
    theme.apply(application, "light")
    tree = big_tree(TASKS)
    library = Library(wiring.abbreviations())
    start = time.perf_counter()
    library.put(tree)
    print(f"{TASKS:,} tasks taken in within {time.perf_counter() - start:.2f} s")
    window = QMainWindow()
    window.resize(1366, 728)
    desk = FindDesk(SimpleNamespace(tree=tree), ReadyKeeper(library, window), window)  # type: ignore[arg-type]
    window.setCentralWidget(desk.page)
    window.show()
    application.processEvents()
    for words in TYPED:
        desk.page.search("")
        application.processEvents()
        times = [held_up(application, desk, letter) for letter in words]
        held, shown = max(held for held, _ in times), statistics.median(whole for _, whole in times)
        verdict = "met" if held <= TARGET else "MISSED"
        print(f"  {words:<20} held up {held:7.1f} ms   target {TARGET:.0f}   {verdict}   shown after {shown:7.1f} ms")


if __name__ == "__main__":
    main()
