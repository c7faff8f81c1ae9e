"""The first screen of an empty database: three ways in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.ui import icons


class StartPage(QWidget):
    """Offers to import a plan, to write one, or to look at a sample."""

    import_wanted = Signal()
    new_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel(self.tr("Chưa có kế hoạch nào. Anh/chị muốn bắt đầu bằng cách nào?"))
        title.setObjectName("pageTitle")
        title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addStretch(2)
        layout.addWidget(title)
        layout.addSpacing(12)
        for words, icon, signal, primary in (
            (self.tr("Nhập kế hoạch từ Word, Excel…"), "file-input", self.import_wanted, True),
            (self.tr("Lập kế hoạch mới…"), "file-plus", self.new_wanted, False),
            (self.tr("Xem kế hoạch mẫu"), "list-tree", self.sample_wanted, False),
        ):
            button = QPushButton(words)
            button.setIcon(icons.icon(icon, "on_accent" if primary else "accent"))
            button.setMinimumSize(320, 40)
            if primary:
                button.setObjectName("primary")
            button.clicked.connect(signal)
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
