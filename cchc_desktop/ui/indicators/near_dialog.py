"""By how many points a percentage may miss its target and still be 'gần đạt'."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.written_numbers import show_number
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.entry_dialog import EntryDialog, entry_form
from cchc_desktop.ui.widgets.stops import order_stops
from cchc_desktop.ui.widgets.text_fields import LineField


class NearDialog(EntryDialog):
    """`words` is the number as typed; whoever stores it says what is wrong with it."""

    def __init__(self, points: Decimal, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Mức coi là gần đạt"))
        self.name_primary(self.tr("Lưu"))
        self._before = show_number(points)
        self.points = LineField(self.tr("Số điểm phần trăm"), self)
        self.points.show_words(self._before)
        sentence = self.tr("Chỉ tiêu tính theo % còn thiếu không quá số điểm này được coi là “Gần đạt”.")
        self.body.addWidget(plain_label(sentence, self))
        form = entry_form()
        form.addRow(self.tr("Số điểm phần trăm"), self.points)
        self.body.addLayout(form)
        self.points.textChanged.connect(self._check)
        order_stops([self.points, *self.foot_stops()])
        self.points.setFocus()
        self._check()

    def words(self) -> str:
        """Return the number as typed."""
        return self.points.words()

    def has_typed(self) -> bool:
        """Tell whether another number stands there."""
        return self.words() != self._before

    def _check(self) -> None:
        self.set_ready(bool(self.words()), "" if self.words() else self.tr("Cần nhập số điểm."))
