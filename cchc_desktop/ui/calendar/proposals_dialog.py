"""Proposals for a year's days off, ticked for review before any of them is stored."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.followup.days_off import DayOff
from cchc_desktop.ui.deadlines.words import weekday
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.entry_dialog import EntryDialog
from cchc_desktop.ui.widgets.stops import order_stops

_LINES = 10
_AIR = 5


class ProposalsDialog(EntryDialog):
    """`days` are those that are ticked once `confirmed` came; days that are kept already are not offered again."""

    def __init__(
        self, year: int, proposals: Sequence[DayOff], kept: Collection[date], parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Ngày nghỉ lễ năm {}").format(year), self.tr("Thêm vào lịch"), parent)
        self._offered = [row for row in proposals if row.day not in kept]
        sentence = self.tr(
            "Đây là đề xuất tính theo quy định chung. Đối chiếu với thông báo nghỉ lễ, Tết của năm rồi bỏ chọn những "
            "ngày không đúng; ngày hoán đổi nào còn thiếu thì thêm bằng tay."
        )
        self.body.addWidget(plain_label(sentence if self._offered else self._none(proposals), self))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Ngày được đề xuất"))
        self.list.setVisible(bool(self._offered))
        self._fill()
        self.body.addWidget(self.list)
        self.list.itemChanged.connect(lambda _: self._check())
        order_stops([self.list, *self.foot_stops()])
        self._check()

    def days(self) -> list[DayOff]:
        """Return the ticked days."""
        ticked = (self.list.item(row).checkState() is Qt.CheckState.Checked for row in range(self.list.count()))
        return [row for row, is_ticked in zip(self._offered, ticked, strict=True) if is_ticked]

    def _fill(self) -> None:
        for row in self._offered:
            name = self.tr("{} (ngày đi làm)").format(row.name) if row.worked else row.name
            item = QListWidgetItem(f"{weekday(row.day)} {show_day(row.day)} · {name}", self.list)
            item.setToolTip(name)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Checked)
        lines = min(max(len(self._offered), 3), _LINES)
        self.list.setFixedHeight(lines * (self.fontMetrics().height() + _AIR))
        self.list.setCurrentRow(0)

    def _none(self, proposals: Sequence[DayOff]) -> str:
        if proposals:
            return self.tr("Mọi ngày được đề xuất đã có trong lịch.")
        return self.tr("Chưa có đề xuất nào cho năm này. Hãy thêm từng ngày theo thông báo nghỉ lễ, Tết.")

    def _check(self) -> None:
        count = len(self.days())
        self.set_ready(count > 0, self.tr("Đã chọn {} ngày.").format(count) if count else "")
