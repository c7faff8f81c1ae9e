"""Pictures before words follow the theme."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from cchc_desktop.ui import theme
from cchc_desktop.ui.widgets.icon_label import IconLabel


def test_a_picture_is_drawn_anew_when_the_colours_change(qtbot, qapp):
    look = theme.apply(qapp, "light")
    label = IconLabel("info", "text")
    qtbot.addWidget(label)
    before = label.pixmap().toImage()
    look.choose("dark")
    QApplication.sendEvent(label, QEvent(QEvent.Type.PaletteChange))
    assert label.pixmap().toImage() != before
    look.choose("system")
    look.setObjectName("")
    look.deleteLater()
