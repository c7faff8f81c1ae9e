"""Asks under which name a plan is kept as a template of the office."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.entry_dialog import EntryDialog
from cchc_desktop.ui.widgets.stops import order_stops
from cchc_desktop.ui.widgets.text_fields import LineField


class SaveTemplateDialog(EntryDialog):
    """`words` is the name; one that is taken is told in place, for its template is replaced."""

    def __init__(self, proposed: str, taken: Collection[str], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Lưu kế hoạch làm mẫu"), self.tr("Lưu mẫu"), parent)
        self._taken = frozenset(taken)
        self.name = LineField(self.tr("Tên mẫu"), self)
        self.name.show_words(proposed)
        self._verdict = plain_label(parent=self, style="doubt")
        label = QLabel(self.tr("Tên mẫu"), self)
        label.setBuddy(self.name)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(label)
        row.addWidget(self.name, 1)
        kept = self.tr("Mẫu giữ các lĩnh vực, nhiệm vụ, chỉ tiêu và mẫu phụ lục; không giữ số, ngày văn bản, kết quả.")
        self.body.addLayout(row)
        self.body.addWidget(self._verdict)
        self.body.addWidget(plain_label(kept, self, "secondary"))
        self.name.textChanged.connect(self._check)
        order_stops([*self.stops(), *self.foot_stops()])
        self.name.setFocus()
        self.name.selectAll()
        self._check()

    def words(self) -> str:
        """Return the typed name, blanks as the service keeps them."""
        return " ".join(self.name.words().split())

    def stops(self) -> list[QWidget]:
        """Return what Tab visits above the buttons, in reading order."""
        return [self.name]

    def _check(self) -> None:
        name = self.words()
        is_taken = name in self._taken
        words = self.tr("Đã có mẫu “{}”; lưu sẽ thay mẫu đó. Có thể hoàn tác.").format(name) if is_taken else ""
        self._verdict.setText(words)
        self._verdict.setVisible(is_taken)
        self.set_ready(bool(name), "" if name else self.tr("Cần nhập tên mẫu."))
