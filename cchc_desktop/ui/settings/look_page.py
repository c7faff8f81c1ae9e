"""Giao diện: colours, size of text and height of rows show at once; the language from the next start on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from cchc_desktop.settings import LANGUAGES, Settings
from cchc_desktop.ui.state import DENSITIES
from cchc_desktop.ui.theme import TEXT_SIZES
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.centred import card_page
from cchc_desktop.ui.widgets.segments import Segments

_THEMES = ("system", "light", "dark")
_LANGUAGE_NAMES = ("Tiếng Việt", "English")
"""Each in its own words, so that whoever cannot read the window finds the way back."""


class LookPage(QWidget):
    """Shows the settings and tells by `chosen` which one is wanted: the name of a field and its new value."""

    chosen = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = card_page(self, self.tr("Giao diện"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        card.column.addLayout(self._grid)
        self._themes = self._choice(
            "theme", _THEMES, self.tr("Màu sắc"),
            (self.tr("Theo hệ thống"), self.tr("Sáng"), self.tr("Tối")),
            self.tr("Khi Windows bật chế độ tương phản cao, chương trình dùng màu của Windows."),
        )  # fmt: skip
        self._sizes = self._choice(
            "text_size", TEXT_SIZES, self.tr("Cỡ chữ"), tuple(map(str, TEXT_SIZES)),
            self.tr("Áp dụng cho toàn bộ cửa sổ. Cỡ chữ trên văn bản in không thay đổi."),
        )  # fmt: skip
        self._densities = self._choice(
            "density", DENSITIES, self.tr("Dòng nhiệm vụ"),
            (self.tr("Gọn"), self.tr("Vừa"), self.tr("Thoáng")),
            self.tr("Mỗi nhiệm vụ hiện 1, 2 hoặc 3 dòng chữ."),
        )  # fmt: skip
        self._languages = self._choice(
            "language", LANGUAGES, self.tr("Ngôn ngữ"), _LANGUAGE_NAMES,
            self.tr("Áp dụng từ lần mở chương trình sau. Văn bản in và xuất ra luôn bằng tiếng Việt."),
        )  # fmt: skip

        self._reminder = self._reminder_box()

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen."""
        for segments, values, value in (
            (self._themes, _THEMES, settings.theme),
            (self._sizes, TEXT_SIZES, settings.text_size),
            (self._densities, DENSITIES, settings.density),
            (self._languages, LANGUAGES, settings.language),
        ):
            if value in values:
                segments.check(list[object](values).index(value))
        self._reminder.setChecked(settings.reminder)

    def _reminder_box(self) -> QCheckBox:
        """Offer the reminder in the tray, which is off at first."""
        row = self._grid.rowCount()
        box = QCheckBox(self.tr("Nhắc ở khay hệ thống, mỗi ngày một lần"), self)
        box.clicked.connect(lambda checked: self.chosen.emit("reminder", bool(checked)))
        label = QLabel(self.tr("Nhắc việc"), self)
        label.setObjectName("fieldName")
        explanation = self.tr("Khi có nhiệm vụ quá hạn hoặc đến hạn trong 7 ngày, trong lúc chương trình đang mở.")
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(box, row, 1, Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(plain_label(explanation, self, "secondary"), row + 1, 1)
        return box

    def _choice(
        self, field: str, values: Sequence[object], name: str, words: Sequence[str], explanation: str
    ) -> Segments:
        row = self._grid.rowCount()
        segments = Segments(words, self)
        segments.setAccessibleName(name)
        segments.chosen.connect(lambda number: self.chosen.emit(field, values[number]))
        label = QLabel(name, self)
        label.setObjectName("fieldName")
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(segments, row, 1, Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(plain_label(explanation, self, "secondary"), row + 1, 1)
        self._grid.setRowMinimumHeight(row + 2, 12)
        return segments
