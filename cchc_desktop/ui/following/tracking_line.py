"""The quiet line above figures and lists: all that is overdue fell due before the plan came in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cchc_desktop.domain.days import show_day
from cchc_desktop.services.tracking_offer import TrackingOffer
from cchc_desktop.ui.widgets.cards import icon_label, plain_label
from cchc_desktop.ui.widgets.link_button import LinkButton

_SIDES = (12, 0, 12, 4)


class TrackingLine(QWidget):
    """Proposes a day from which on the plan is followed; hidden where nothing is proposed."""

    wanted = Signal(object)
    """What is proposed, a `TrackingOffer`, is to be done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer: TrackingOffer | None = None
        self._is_editable = True
        self._told = plain_label(parent=self, style="secondary")
        self.link = LinkButton(self.tr("Chỉ theo dõi từ ngày đó"), self)
        self.link.clicked.connect(lambda: self.wanted.emit(self._offer))
        row = QHBoxLayout(self)
        row.setContentsMargins(*_SIDES)
        row.setSpacing(8)
        row.addWidget(icon_label("info", self))
        row.addWidget(self._told, 1)
        row.addWidget(self.link)
        self.hide()

    def show_offer(self, offer: TrackingOffer | None) -> None:
        """Propose something else, or nothing."""
        self._offer = offer
        if offer is not None:
            words = self.tr("%n mốc quá hạn đều có hạn trước ngày nhập kế hoạch ({}).", "", offer.overdue)
            self._told.setText(words.format(show_day(offer.came_in)))
        self._refresh()

    def set_editable(self, is_editable: bool) -> None:
        """Let it be decided from here, or propose nothing."""
        self._is_editable = is_editable
        self._refresh()

    def told(self) -> str:
        """Return the sentence."""
        return self._told.text()

    def _refresh(self) -> None:
        self.setVisible(self._offer is not None and self._is_editable)
