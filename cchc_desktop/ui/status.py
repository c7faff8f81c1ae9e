"""The status bar: counts, one line about the last deed, when data were saved, progress of long work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QStatusBar, QWidget

from cchc_desktop.clock import VIETNAM, SystemClock
from cchc_desktop.domain.items import ItemKind
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.ui.jobs import Job
from cchc_desktop.ui.status_figures import FiguresLine
from cchc_desktop.ui.widgets.link_button import LinkButton
from cchc_desktop.ui.words import Words

if TYPE_CHECKING:
    from cchc_desktop.domain.backups import BackupState

_words = Words("StatusCounts")
_SHOW_AFTER_MS = 500
_DEED_MS = 8000
_HEIGHT, _AIR = 24, 12
"""Pixels of the bar at least, and what it has above and below its words together."""


@dataclass(frozen=True, slots=True)
class WayBack:
    """What a deed line offers: 'Hoàn tác' after a deed, 'Làm lại' after an undo."""

    words: str
    run: Callable[[], object]


class DeedLine(QWidget):
    """One line about what was done, with a way back; it stands for eight seconds in place of the counts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setMinimumWidth(40)
        self._link = LinkButton(parent=self)
        self._link.clicked.connect(self._go_back)
        self._way_back: WayBack | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._words)
        layout.addWidget(self._link)
        layout.addStretch(1)
        self.hide()

    def show_words(self, words: str, way_back: WayBack | None) -> None:
        """Say what was done."""
        self._text, self._way_back = words, way_back
        self._link.setText(way_back.words if way_back else "")
        self._link.setAccessibleName(f"{way_back.words}: {words}" if way_back else "")
        self._link.setVisible(way_back is not None)
        self._words.setToolTip(words)
        self._fit()
        self.show()

    def words(self) -> str:
        """Return what the line says, whole."""
        return self._text

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        margins = self._words.sizeHint().width() - self._words.fontMetrics().horizontalAdvance(self._words.text())
        room = self.width() - (self._link.sizeHint().width() if self._way_back else 0) - max(0, margins)
        fitted = self._words.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, max(40, room))
        self._words.setText(fitted)

    def _go_back(self) -> None:
        if self._way_back is not None:
            self.hide()
            self._way_back.run()


class StatusBar(QStatusBar):
    """Shows state, never asks anything; progress appears only for work that lasts over half a second."""

    backups_wanted = Signal()
    figure_wanted = Signal(str)
    """The rows behind a figure are wanted: its name in `status_figures`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._make_room()
        self._counts = FiguresLine()
        self._counts.wanted.connect(self.figure_wanted)
        self._deed = DeedLine()
        self._saved = QLabel()
        self._backups = LinkButton()
        self._backups.setAccessibleDescription(self.tr("Mở mục Sao lưu"))
        self._backups.clicked.connect(self.backups_wanted)
        self._words = QLabel()
        self._bar = QProgressBar()
        self._bar.setFixedWidth(160)
        self._bar.setTextVisible(False)
        self._stop = LinkButton(self.tr("Dừng"))
        self._stop.setAccessibleName(self.tr("Dừng việc đang chạy"))
        self._stop.clicked.connect(self._cancel)
        self._job: Job | None = None
        self._delay = QTimer(self, singleShot=True, interval=_SHOW_AFTER_MS)
        self._delay.timeout.connect(self._show_progress)
        self._forgetting = QTimer(self, singleShot=True, interval=_DEED_MS)
        self._forgetting.timeout.connect(self.forget_deed)
        self.addWidget(self._counts, 1)
        self.addWidget(self._deed, 1)
        self._deed.hide()
        for widget in (self._words, self._bar, self._stop, self._saved, self._backups):
            self.addPermanentWidget(widget)
        self._backups.hide()
        self._hide_progress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._make_room()

    def _make_room(self) -> None:
        """Let the bar be as high as its words need: it asks its parts only when they are added."""
        self.setMinimumHeight(max(_HEIGHT, self.fontMetrics().height() + _AIR))

    def show_counts(self, tree: PlanTree | None) -> None:
        """Show how much the open plan holds."""
        self._counts.show_counts("" if tree is None else _counts(tree))

    def show_figures(self, done: int, overdue: int, week: int) -> None:
        """Show how many tasks of the open plan are done, late, due within seven days."""
        self._counts.show_figures(done, overdue, week)

    def figures(self) -> list[str]:
        """Return the counts and figures as they stand."""
        return self._counts.words()

    def show_deed(self, words: str, way_back: WayBack | None = None) -> None:
        """Say for eight seconds what was done, and offer to take it back."""
        self._counts.hide()
        self._deed.show_words(words, way_back)
        self._forgetting.start()

    def show_backups(self, state: BackupState) -> None:
        """Say when the last backup was made; a click leads to the backups."""
        from cchc_desktop.ui.backups.words import status_words

        self._backups.setText(status_words(state))
        self._backups.show()

    def forget_deed(self) -> None:
        """Take the deed line away: its time is up, or something else was done since."""
        self._forgetting.stop()
        self._deed.hide()
        self._counts.show()

    def deed(self) -> str:
        """Return the deed line as it stands, '' where there is none."""
        return self._deed.words() if self._deed.isVisible() else ""

    def show_saved(self) -> None:
        """Show the time of the last save; what an earlier deed line offered is no longer the newest deed."""
        self.forget_deed()
        self._saved.setText(self.tr("Đã lưu lúc {}").format(SystemClock().now().astimezone(VIETNAM).strftime("%H:%M")))

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
    counts = [_words.count("%n nhiệm vụ", len(tree.items) - parts)]
    if parts:
        counts.append(_words.count("%n nội dung thành phần", parts))
    if tree.indicators:
        counts.append(_words.count("%n chỉ tiêu", len(tree.indicators)))
    return ", ".join(counts)
