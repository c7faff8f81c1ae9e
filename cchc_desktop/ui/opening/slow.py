"""An opening that takes longer than a moment says why nothing can be changed yet."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from cchc_desktop.ui.status import StatusBar

SLOW_MS = 1000


class SlowOpening(QObject):
    """Begins to wait when it is made; `end` when the opening has come to an end, whichever."""

    def __init__(self, status: StatusBar) -> None:
        super().__init__(status)
        self._status = status
        self._is_told = False
        self._waiting = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._waiting.timeout.connect(self._tell)
        self._waiting.start()

    def end(self) -> None:
        """Say nothing any more."""
        self._waiting.stop()
        if self._is_told:
            self._is_told = False
            self._status.forget_deed()

    def _tell(self) -> None:
        self._is_told = True
        self._status.show_deed(self.tr("Đang mở dữ liệu…"))
