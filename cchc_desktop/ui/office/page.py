"""The office's profile as a page of Thiết lập."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from cchc_desktop.ui.office.form import OfficeForm
from cchc_desktop.ui.widgets.cards import Card, bar
from cchc_desktop.ui.widgets.centred import CentredArea


class OfficePage(QWidget):
    """Holds the form; an `OfficeDesk` fills and stores it."""

    refresh_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel(self.tr("Thông tin đơn vị"), self)
        title.setObjectName("pageTitle")
        area = CentredArea(self)
        card = Card(area)
        self.form = OfficeForm(card)
        card.column.setContentsMargins(20, 16, 20, 16)
        card.column.addWidget(self.form)
        area.column.addWidget(card)
        area.column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar([title, None], self))
        layout.addWidget(area, 1)
        self.setFocusProxy(self.form.name)

    def refresh(self) -> None:
        """Ask for what is stored; typed words that are not saved stay."""
        self.refresh_wanted.emit()

    def set_editable(self, editable: bool) -> None:
        """Let the profile be changed, or only be looked at."""
        self.form.setEnabled(editable)
