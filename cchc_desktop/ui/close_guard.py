"""Keeps the window from closing over typed values that could not be stored, unless the person gives them up."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QMessageBox, QWidget

from cchc_desktop.ui.indicators.page import IndicatorsPage


class CloseGuard(QObject):
    """Watches one window; it asks only where values of the screen would be lost."""

    def __init__(self, page: IndicatorsPage, window: QWidget) -> None:
        super().__init__(window)
        self._page = page
        self._window = window
        self._may_close = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask before the window closes over values that are not stored."""
        if watched is not self._window or event.type() is not QEvent.Type.Close or self._may_close:
            return False
        count = len(self._page.table.grid.unsaved.refused())
        if not count:
            return False
        event.ignore()
        self._ask(count)
        return True

    def _ask(self, count: int) -> None:
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Theo dõi CCHC"))
        words = self.tr("Còn {} giá trị chỉ tiêu chưa lưu được. Nếu đóng chương trình bây giờ, các giá trị này sẽ mất.")
        box.setText(words.format(count))
        back = box.addButton(self.tr("Quay lại"), QMessageBox.ButtonRole.RejectRole)
        close = box.addButton(self.tr("Đóng và bỏ"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(back)
        box.setEscapeButton(back)
        close.clicked.connect(self._close_for_good)
        box.open()

    def _close_for_good(self) -> None:
        self._may_close = True
        QTimer.singleShot(0, self._window, self._window.close)
