"""A few lines of words that wrap, in a form."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from cchc_desktop.ui.widgets.text_fields import LinesField

_LINES = 3
_FRAME = 8


class WrappedField(LinesField):
    """Three lines high, whatever it holds; more of them scroll."""

    def __init__(self, name: str, parent: QWidget, placeholder: str = "") -> None:
        super().__init__(name, parent, placeholder)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * _LINES + _FRAME)
