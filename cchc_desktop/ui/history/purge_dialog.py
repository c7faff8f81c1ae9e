"""Announces what removing for good takes away: it cannot be undone, which is why this is a dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.domain.bin import BinEntry
from cchc_desktop.ui.history import words
from cchc_desktop.ui.history.destructive import DestructiveButton
from cchc_desktop.ui.widgets.wordy_dialog import WordyDialog

_LONGEST = 160


class PurgeDialog(WordyDialog):
    """Says what will be gone; accepted by 'Xóa hẳn' alone, 'Hủy' has the focus."""

    def __init__(self, entry: BinEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Xóa hẳn"))
        self.setMinimumWidth(560)
        self.setMaximumWidth(640)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        for number, line in enumerate(self._lines(entry)):
            label = QLabel(line, self)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setObjectName("" if number else "itemTitle")
            layout.addWidget(label)
        layout.addSpacing(8)
        layout.addLayout(self._button_row())

    def _lines(self, entry: BinEntry) -> tuple[str, ...]:
        title = entry.title if len(entry.title) <= _LONGEST else entry.title[:_LONGEST].rstrip() + "…"
        along = words.along_words(entry)
        what = f"{words.KIND_WORDS[entry.kind].lower()} “{title or words.EMPTY}”" + (f", {along}" if along else "")
        return (
            self.tr("Xóa hẳn {}?").format(what),
            self.tr(
                "Sẽ mất và không hoàn tác được:\n"
                "•  nội dung trên, mọi phần nằm trong đó và tài liệu kèm theo;\n"
                "•  nội dung của các phần này trong nhật ký, trước và sau mỗi lần sửa;\n"
                "•  các phần này trong kết quả tìm kiếm."
            ),
            self.tr(
                "Bản sao lưu làm trước đây có thể còn giữ nội dung này. "
                "Xóa xong, chương trình cho biết đó là những bản nào."
            ),
        )

    def _button_row(self) -> QHBoxLayout:
        cancel = QPushButton(self.tr("Hủy"), self)
        cancel.setDefault(True)
        cancel.setFocus()
        cancel.clicked.connect(self.reject)
        purge = DestructiveButton(self.tr("Xóa hẳn"), "trash-2", self)
        purge.setAutoDefault(False)
        purge.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(purge)
        return row
