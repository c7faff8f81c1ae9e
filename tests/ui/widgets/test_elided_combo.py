from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication

from cchc_desktop.ui.widgets.elided_combo import ElidedCombo

LONG = "Kế hoạch cải cách hành chính nhà nước giai đoạn 2026-2030 của Ủy ban nhân dân xã Tân Hòa"


def test_a_long_entry_ends_in_dots_and_is_whole_in_the_tooltip(qtbot):
    combo = ElidedCombo("Kế hoạch", 10)
    qtbot.addWidget(combo)
    combo.addItems(["Ngắn", LONG])
    combo.resize(160, 28)
    assert combo.shown_words() == "Ngắn"
    combo.setCurrentIndex(1)
    assert combo.shown_words().endswith("…")
    QApplication.sendEvent(combo, QHelpEvent(QEvent.Type.ToolTip, combo.rect().center(), combo.rect().center()))
    assert combo.toolTip() == LONG
    combo.show()
    combo.showPopup()
    assert combo.view().textElideMode() is Qt.TextElideMode.ElideRight
    combo.hidePopup()
