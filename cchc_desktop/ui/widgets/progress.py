"""A line of progress inside a page, where no status bar can be had: words, a bar, *Dừng*."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.long_paths import breakable

_BAR_WIDTH = 200


class WorkLine(QWidget):
    """Shows what is being done, or in one sentence how it ended; takes no room before."""

    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = plain_label(parent=self)
        self._bar = QProgressBar(self)
        self._bar.setFixedWidth(_BAR_WIDTH)
        self._bar.setTextVisible(False)
        self._stop = QPushButton(self.tr("Dừng"), self)
        self._stop.setAccessibleName(self.tr("Dừng việc đang chạy"))
        self._stop.clicked.connect(self._ask_to_stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self._bar)
        row.addWidget(self._stop)
        self.hide()

    def begin(self, words: str, *, can_stop: bool = True) -> None:
        """Say what is being done."""
        self._set_words(words)
        self._bar.setRange(0, 0)
        self._bar.show()
        self._stop.setVisible(can_stop)
        self._stop.setEnabled(True)
        self.show()

    def advance(self, done: int, total: int) -> None:
        """Show how far it is."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def say(self, words: str) -> None:
        """Say how it ended; '' takes the line away."""
        self._set_words(words)
        self._bar.hide()
        self._stop.hide()
        self.setVisible(bool(words))

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in reading order."""
        return [self._stop]

    def words(self) -> str:
        """Return what the line says."""
        return self._words.accessibleName()

    def _set_words(self, words: str) -> None:
        self._words.setText(breakable(words))
        self._words.setAccessibleName(words)

    def _ask_to_stop(self) -> None:
        self._stop.setEnabled(False)
        self.stop_wanted.emit()
