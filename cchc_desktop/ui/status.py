"""The status bar: counts, one line about the last deed, when data were saved, progress of long work."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from cchc_desktop.clock import VIETNAM
from cchc_desktop.domain.items import ItemKind
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.ui.jobs import Job

_SHOW_AFTER_MS = 500
_DEED_MS = 8000


class StatusBar(QStatusBar):
    """Shows state, never asks anything; progress appears only for work that lasts over half a second."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._counts = QLabel()
        self._saved = QLabel()
        self._words = QLabel()
        self._bar = QProgressBar()
        self._bar.setFixedWidth(160)
        self._bar.setTextVisible(False)
        self._stop = QPushButton(self.tr("Dừng"))
        self._stop.setAccessibleName(self.tr("Dừng việc đang chạy"))
        self._stop.clicked.connect(self._cancel)
        self._job: Job | None = None
        self._delay = QTimer(self, singleShot=True, interval=_SHOW_AFTER_MS)
        self._delay.timeout.connect(self._show_progress)
        self.addWidget(self._counts)
        for widget in (self._words, self._bar, self._stop, self._saved):
            self.addPermanentWidget(widget)
        self._hide_progress()

    def show_counts(self, tree: PlanTree | None) -> None:
        """Show how much the open plan holds."""
        self._counts.setText("" if tree is None else _counts(tree))

    def show_deed(self, words: str) -> None:
        """Say for eight seconds what was done."""
        self.showMessage(words, _DEED_MS)

    def show_saved(self) -> None:
        """Show the time of the last save."""
        self._saved.setText(self.tr("Đã lưu lúc {}").format(datetime.now(VIETNAM).strftime("%H:%M")))

    def begin(self, words: str, job: Job) -> None:
        """Announce long work; it shows after half a second."""
        self._job = job
        self._words.setText(words)
        self._bar.setRange(0, 0)
        self._stop.setEnabled(True)
        self._delay.start()

    def advance(self, done: int, total: int) -> None:
        """Show progress of the announced work."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def end(self) -> None:
        """Take the progress away."""
        self._job = None
        self._delay.stop()
        self._hide_progress()

    def _cancel(self) -> None:
        self._stop.setEnabled(False)
        if self._job is not None:
            self._job.cancel()

    def _show_progress(self) -> None:
        for widget in (self._words, self._bar, self._stop):
            widget.show()

    def _hide_progress(self) -> None:
        for widget in (self._words, self._bar, self._stop):
            widget.hide()


def _counts(tree: PlanTree) -> str:
    parts = sum(item.kind is ItemKind.SUB_ITEM for item in tree.items.values())
    counts = [f"{len(tree.items) - parts} nhiệm vụ"]
    if parts:
        counts.append(f"{parts} nội dung thành phần")
    if tree.indicators:
        counts.append(f"{len(tree.indicators)} chỉ tiêu")
    return ", ".join(counts)
