"""What stands where there is nothing to show: an icon, one sentence, one button."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.ui import icons

_ICON = 28


class EmptyState(QWidget):
    """Says why nothing is shown and offers the one way on."""

    activated = Signal()

    def __init__(self, icon: str, sentence: str, button: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("emptyState")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        picture = QLabel(self)
        picture.setPixmap(icons.icon(icon, "text2").pixmap(QSize(_ICON, _ICON), self.devicePixelRatioF()))
        self._sentence = QLabel(sentence, self)
        self._sentence.setWordWrap(True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        layout.addStretch(2)
        layout.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._sentence)
        self._stops: list[QWidget] = []
        if button:
            way_on = QPushButton(button, self)
            way_on.clicked.connect(self.activated)
            layout.addWidget(way_on, 0, Qt.AlignmentFlag.AlignHCenter)
            self._stops.append(way_on)
        layout.addStretch(3)

    def stops(self) -> list[QWidget]:
        """Return what Tab visits."""
        return self._stops

    def set_sentence(self, sentence: str) -> None:
        """Say something else."""
        self._sentence.setText(sentence)
