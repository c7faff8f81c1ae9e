"""The page while data of an older program are brought to the present form."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cchc_desktop.ui.widgets.cards import icon_label, plain_label
from cchc_desktop.ui.widgets.long_paths import breakable
from cchc_desktop.ui.widgets.progress import WorkLine

_WIDEST = 640


class UpgradePage(QWidget):
    """Says what is going on and where the backup is; an upgrade cannot be stopped half-way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._backup = plain_label(self.tr("Đang sao lưu dữ liệu trước khi nâng cấp…"), self)
        self.work = WorkLine(self)
        self.work.begin(self.tr("Đang nâng cấp dữ liệu…"), can_stop=False)
        title = plain_label(self.tr("Nâng cấp dữ liệu cho phiên bản mới của chương trình"), self, "pageTitle")
        inner = QWidget(self)
        inner.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inner)
        column.setSpacing(12)
        column.addWidget(icon_label("database-backup", inner, 28, "accent"))
        column.addWidget(title)
        column.addWidget(self.work)
        column.addWidget(self._backup)
        column.addWidget(plain_label(self.tr("Dữ liệu cũ giữ nguyên nếu nâng cấp không thành."), self, "secondary"))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(inner, 100)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addLayout(row)
        layout.addStretch(3)

    def show_backup(self, file: str) -> None:
        """Say where the backup is."""
        sentence = self.tr("Bản sao lưu trước khi nâng cấp: {}").format(file)
        self._backup.setText(breakable(sentence))
        self._backup.setAccessibleName(sentence)
