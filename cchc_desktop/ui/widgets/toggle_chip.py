"""A round button that is on or off; while it is on it is tinted and shows how to take it away."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cchc_desktop.ui.widgets.round_button import RoundButton


class ToggleChip(RoundButton):
    """Looks like a filter chip with nothing to choose from; the space bar switches it."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setCheckable(True)
        self.setAccessibleName(words)
        self.toggled.connect(lambda _: self.updateGeometry())
