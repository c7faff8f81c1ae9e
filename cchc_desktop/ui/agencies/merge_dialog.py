"""Asks which name is kept when chosen agencies become one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from cchc_desktop.ui.agencies.keep_choice import KeepChoice, Spelling
from cchc_desktop.ui.widgets.cards import plain_label, primary_button
from cchc_desktop.ui.widgets.stops import order_stops
from cchc_desktop.ui.widgets.wordy_dialog import WordyDialog

_WIDTH = 640
_MOST_SHOWN = 8


class MergeDialog(WordyDialog):
    """Takes the chosen agencies; `chosen` carries a `MergeChoice`."""

    chosen = Signal(object)

    def __init__(self, spellings: Sequence[Spelling], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Gộp cơ quan"))
        self.setMinimumWidth(_WIDTH)
        self._choice = KeepChoice(spellings, self)
        self._choice.changed.connect(self._check)
        self._cancel = QPushButton(self.tr("Hủy"), self)
        self._cancel.clicked.connect(self.reject)
        self._merge = primary_button(self.tr("Gộp"), self)
        self._merge.setDefault(True)
        self._merge.clicked.connect(self._accept)
        self._lay_out(len(spellings))
        order_stops((*self._choice.stops(), self._cancel, self._merge))
        self._check()

    def _check(self) -> None:
        self._merge.setEnabled(self._choice.choice() is not None)

    def _accept(self) -> None:
        choice = self._choice.choice()
        if choice is not None:
            self.chosen.emit(choice)
            self.accept()

    def _lay_out(self, count: int) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        told = self.tr(
            "Các nhiệm vụ, chỉ tiêu và nhóm đang dùng những tên này sẽ chuyển về cơ quan được giữ; các tên kia thành "
            "tên gọi khác. Chữ ghi trong kế hoạch giữ nguyên."
        )
        layout.addWidget(plain_label(told, self))
        layout.addWidget(self._choice if count <= _MOST_SHOWN else self._scrolled())
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._merge)
        layout.addLayout(buttons)

    def _scrolled(self) -> QScrollArea:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._choice)
        area.setMinimumHeight(_MOST_SHOWN * max(28, self.fontMetrics().height() + 10))
        return area
