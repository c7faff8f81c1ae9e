"""The amber strip: a doubt told in place, with what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.ui.widgets.icon_label import IconLabel
from cchc_desktop.ui.widgets.long_paths import breakable


class Strip(QFrame):
    """One sentence and its actions; `chosen` brings the key of the action, and the owner takes the strip away."""

    chosen = Signal(str)

    def __init__(
        self,
        sentence: str = "",
        actions: Sequence[tuple[str, str]] = (),
        parent: QWidget | None = None,
        icon: str = "triangle-alert",
    ) -> None:
        super().__init__(parent)
        self.setObjectName("doubt")
        self._picture = IconLabel(icon, "text", parent=self)
        self._sentence = QLabel(self)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self._sentence.setMinimumWidth(1)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(12, 6, 8, 6)
        self.row.setSpacing(8)
        self.row.addWidget(self._picture)
        self.row.addWidget(self._sentence, 1)
        self._buttons = [self._button(key, words) for key, words in actions]
        for button in self._buttons:
            self.row.addWidget(button)
        self.set_sentence(sentence)

    def set_sentence(self, sentence: str) -> None:
        """Say something else."""
        self._sentence.setText(breakable(sentence))
        self._sentence.setAccessibleName(sentence)
        self.setAccessibleName(sentence)

    def buttons(self) -> list[QPushButton]:
        """Return the buttons of the actions, in their order."""
        return list(self._buttons)

    def sentence(self) -> str:
        """Return what the strip says."""
        return self._sentence.accessibleName()

    def _button(self, key: str, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(key)
        button.clicked.connect(lambda: self.chosen.emit(key))
        return button


class StripColumn(QWidget):
    """The strips above a screen, one below the other; it takes no room while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.hide()

    def add(self, strip: QWidget) -> None:
        """Show a strip below the others."""
        self._column.addWidget(strip)
        self._column.setContentsMargins(16, 8, 16, 4)
        strip.show()
        self.show()

    def remove(self, strip: QWidget) -> None:
        """Take a strip away for good."""
        self._column.removeWidget(strip)
        strip.hide()
        strip.deleteLater()
        self.setVisible(self._column.count() > 0)

    def clear(self) -> None:
        """Take all strips away."""
        for strip in self._strips():
            self.remove(strip)

    def _strips(self) -> list[QWidget]:
        entries = (self._column.itemAt(number) for number in range(self._column.count()))
        return [strip for entry in entries if entry is not None and (strip := entry.widget()) is not None]

    def count(self) -> int:
        """Return how many strips there are."""
        return self._column.count()
