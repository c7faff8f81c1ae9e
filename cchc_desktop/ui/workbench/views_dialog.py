"""Asks for the name of a saved view."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.entry_dialog import EntryDialog
from cchc_desktop.ui.widgets.stops import order_stops
from cchc_desktop.ui.widgets.text_fields import LineField


class ViewNameDialog(EntryDialog):
    """`words` is the name; one that is taken is told in place: to save replaces that view, to rename is refused."""

    def __init__(
        self, title: str, proposed: str, taken: Collection[str], parent: QWidget, *, may_replace: bool
    ) -> None:
        super().__init__(title, self.tr("Lưu"), parent)
        self._taken = {name.casefold() for name in taken}
        self._may_replace = may_replace
        self.name = LineField(self.tr("Tên chế độ xem"), self, self.tr("Ví dụ: Việc của Công an, đến hạn trong quý"))
        self.name.show_words(proposed)
        self._verdict = plain_label(parent=self, style="doubt")
        label = QLabel(self.tr("Tên chế độ xem"), self)
        label.setBuddy(self.name)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(label)
        row.addWidget(self.name, 1)
        self.body.addLayout(row)
        self.body.addWidget(self._verdict)
        kept = self.tr("Chế độ xem giữ cách xem, cột, thứ tự, bộ lọc, từ đang tìm và chiều cao dòng; mọi người dùng "
                       "chung dữ liệu này đều thấy.")  # fmt: skip
        if may_replace:
            self.body.addWidget(plain_label(kept, self, "secondary"))
        self.name.textChanged.connect(self._check)
        order_stops([self.name, *self.foot_stops()])
        self.name.setFocus()
        self.name.selectAll()
        self._check()

    def words(self) -> str:
        """Return the typed name, blanks as the service keeps them."""
        return " ".join(self.name.words().split())

    def _check(self) -> None:
        name = self.words()
        is_taken = name.casefold() in self._taken
        self._verdict.setText(self._taken_words().format(name) if is_taken else "")
        self._verdict.setVisible(is_taken)
        self.set_ready(bool(name) and (self._may_replace or not is_taken), "" if name else self.tr("Cần nhập tên."))

    def _taken_words(self) -> str:
        if self._may_replace:
            return self.tr("Đã có chế độ xem “{}”; lưu sẽ thay chế độ đó. Có thể hoàn tác.")
        return self.tr("Đã có chế độ xem “{}”. Hãy đặt tên khác.")
