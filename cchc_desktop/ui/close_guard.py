"""Keeps the window from closing over typed words that could not be stored, unless the person gives them up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QMessageBox, QWidget


class CloseGuard(QObject):
    """Watches one window; `loss` says what closing would lose, '' where nothing would be lost."""

    def __init__(self, loss: Callable[[], str], window: QWidget) -> None:
        super().__init__(window)
        self._loss = loss
        self._window = window
        self._may_close = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask before the window closes over words that are not stored."""
        if watched is not self._window or event.type() is not QEvent.Type.Close or self._may_close:
            return False
        loss = self._loss()
        if not loss:
            return False
        event.ignore()
        ask_to_close(self._window, loss, self._close_for_good)
        return True

    def _close_for_good(self) -> None:
        self._may_close = True
        QTimer.singleShot(0, self._window, self._window.close)


def ask_to_close(window: QWidget, loss: str, close: Callable[[], object]) -> None:
    """Ask whether to close although something would be lost; to go back is what Enter and Esc choose."""
    box = QMessageBox(window)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(QCoreApplication.translate("CloseGuard", "Theo dõi CCHC"))
    box.setText(loss)
    back = box.addButton(QCoreApplication.translate("CloseGuard", "Quay lại"), QMessageBox.ButtonRole.RejectRole)
    give_up = box.addButton(
        QCoreApplication.translate("CloseGuard", "Đóng và bỏ"), QMessageBox.ButtonRole.DestructiveRole
    )
    box.setDefaultButton(back)
    box.setEscapeButton(back)
    give_up.clicked.connect(close)
    box.open()
