"""The office's profile as a page of Thiết lập."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.ui.office.form import OfficeForm
from cchc_desktop.ui.widgets.centred import card_page


class OfficePage(QWidget):
    """Holds the form; an `OfficeDesk` fills and stores it."""

    refresh_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = card_page(self, self.tr("Thông tin đơn vị"))
        self.form = OfficeForm(card)
        card.column.addWidget(self.form)
        self.setFocusProxy(self.form.name)

    def refresh(self) -> None:
        """Ask for what is stored; typed words that are not saved stay."""
        self.refresh_wanted.emit()

    def set_editable(self, editable: bool) -> None:
        """Let the profile be changed, or only be looked at."""
        self.form.setEnabled(editable)
