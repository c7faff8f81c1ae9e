"""One start of a window, timed from inside: `python window_probe.py bare|ours`; prints JSON seconds.

The clock starts before exec: the caller passes its own `time.time()` in PROBE_START.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from pathlib import Path
from typing import Any

START = float(os.environ["PROBE_START"])
MARKS: dict[str, float] = {}
SETTLE_MS = 1000
"""Memory is read when the storage library has loaded too, which happens behind the first rows."""


def mark(name: str) -> None:
    MARKS.setdefault(name, time.time() - START)


def finish(application: Any) -> None:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    status = Path("/proc/self/status").read_text()
    now = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
    print(json.dumps({**MARKS, "rss_mb": now / 1024, "peak_mb": peak / 1024}), flush=True)
    application.quit()


def bare() -> None:
    """The floor: an empty main window with a tree of 60 plain rows."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QStandardItem, QStandardItemModel
    from PySide6.QtWidgets import QApplication, QMainWindow, QTreeView

    class Window(QMainWindow):
        def paintEvent(self, event: Any) -> None:
            super().paintEvent(event)
            mark("painted")
            if "shown" not in MARKS:
                QTimer.singleShot(0, lambda: (mark("shown"), QTimer.singleShot(SETTLE_MS, lambda: finish(application))))

    application = QApplication([])
    window = Window()
    model = QStandardItemModel()
    for row in range(60):
        model.appendRow([QStandardItem(f"{row} {column}") for column in range(6)])
    view = QTreeView()
    view.setModel(model)
    window.setCentralWidget(view)
    window.resize(1366, 728)
    window.show()
    application.exec()


def ours() -> None:
    """The program itself, with its first paint and its first painted rows marked."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication

    from cchc_desktop import app

    class Window(app.MainWindow):
        def paintEvent(self, event: Any) -> None:
            super().paintEvent(event)
            mark("painted")

    def furnish(*arguments: Any) -> Any:
        contents = original(*arguments)
        contents.filled.connect(lambda: wait_for_rows(contents))
        return contents

    class Painted(QObject):
        """Hears when the rows are painted, which they are once, as in the program."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Paint:
                watched.removeEventFilter(self)
                QTimer.singleShot(0, shown)
            return False

    def shown() -> None:
        mark("shown")
        QTimer.singleShot(SETTLE_MS, lambda: finish(QApplication.instance()))

    def wait_for_rows(contents: Any) -> None:
        contents.view.view().viewport().installEventFilter(painted)

    painted = Painted()
    original = app.furnish
    app.furnish = furnish
    app.MainWindow = Window  # type: ignore[misc]
    app.main([])


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare()
    else:
        ours()
