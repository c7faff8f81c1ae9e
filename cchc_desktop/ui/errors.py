"""The two error doors: known errors in plain Vietnamese, and a dialog with the traceback for the rest."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import TypeGuard

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop import __version__
from cchc_desktop.domain.errors import Cancelled, CchcError, ChangedOutside
from cchc_desktop.ui.words import Words

_tr = Words("errors")
_log = logging.getLogger(__name__)


def is_told_in_place(error: Exception) -> TypeGuard[CchcError]:
    """Tell whether saying an error where it arose is all: we know it, and the file has not changed below us."""
    return isinstance(error, CchcError) and not isinstance(error, ChangedOutside)


def show_error(parent: QWidget | None, error: BaseException, then: Callable[[], object] | None = None) -> None:
    """Tell a known error in its own words; hand any other to the door for unexpected ones.

    `then` is called when the person has read it. A box that says the same already is enough.
    """
    if isinstance(error, Cancelled):
        return
    if not isinstance(error, CchcError):
        show_unexpected(parent, error, then)
        return
    _log.warning("%s", type(error).__name__)
    if then is None and parent is not None and error.message in _told(parent):
        return
    _open(_message(parent, QMessageBox.Icon.Warning, error.message), then)


def show_unexpected(parent: QWidget | None, error: BaseException, then: Callable[[], object] | None = None) -> None:
    """Say that something unforeseen happened, that the data are safe, and give the details to copy."""
    details = "".join(traceback.format_exception(error))
    _log.error("unexpected error\n%s", details)
    _open(ErrorDialog(parent, details), then)


class ErrorDialog(QDialog):
    """What happened, what is safe, and the details for whoever helps; no task text goes anywhere by itself."""

    def __init__(self, parent: QWidget | None, details: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_tr("Theo dõi CCHC"))
        self.setMinimumWidth(560)
        text = QLabel(
            _tr(
                "Chương trình gặp lỗi ngoài dự kiến. Dữ liệu đã lưu không bị ảnh hưởng, có thể làm việc tiếp.\n"
                "Nếu lỗi lặp lại, hãy sao chép phần dưới đây gửi người hỗ trợ."
            )
        )
        text.setWordWrap(True)
        self._details = QPlainTextEdit(f"CCHC Desktop {__version__}\n{details}")
        self._details.setReadOnly(True)
        buttons = QDialogButtonBox()
        copy = buttons.addButton(_tr("Sao chép"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._copy)
        buttons.addButton(_tr("Đóng"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        layout = QVBoxLayout(self)
        for widget in (text, self._details, buttons):
            layout.addWidget(widget)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._details.toPlainText())


class ExceptionHook(QObject):
    """Brings uncaught exceptions of any thread to the dialog on the main thread."""

    _raised = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._raised.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Become the interpreter's hook for uncaught exceptions."""
        sys.excepthook = self._hook

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._raised.emit(error)

    def _show(self, error: BaseException) -> None:
        show_unexpected(QApplication.activeWindow(), error)


def _open(dialog: QDialog, then: Callable[[], object] | None) -> None:
    if then is not None:
        dialog.finished.connect(lambda _: then())
    dialog.open()


def _told(parent: QWidget) -> list[str]:
    """Return what open boxes of a window say."""
    return [box.text() for box in parent.findChildren(QMessageBox) if box.isVisible()]


def _message(parent: QWidget | None, icon: QMessageBox.Icon, text: str) -> QMessageBox:
    box = QMessageBox(icon, _tr("Theo dõi CCHC"), text, QMessageBox.StandardButton.NoButton, parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.addButton(_tr("Đóng"), QMessageBox.ButtonRole.AcceptRole)
    return box
