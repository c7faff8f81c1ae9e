"""Ctrl+S: data are saved as they are typed, so the key that people press out of habit makes a backup."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.clock import VIETNAM
from cchc_desktop.domain.backups import Backup, BackupReason
from cchc_desktop.domain.ports import CancelCheck, ProgressCallback
from cchc_desktop.services.workspace import Workspace
from cchc_desktop.ui.exchange.flow import ProgressDisplay
from cchc_desktop.ui.session import PlanSession


class SavePoint(QObject):
    """Makes a backup where something has changed since the newest one; `done` carries one line about it."""

    done = Signal(str)
    failed = Signal(object)

    def __init__(self, session: PlanSession, display: ProgressDisplay, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._display = display
        self._is_busy = False

    def make(self) -> None:
        """Make the backup behind what is being written now; pressed twice it is made once."""
        if self._is_busy:
            return
        self._is_busy = True

        def work(workspace: Workspace, progress: ProgressCallback, is_cancelled: CancelCheck) -> Backup | None:
            return workspace.backups.make_if_changed(BackupReason.MANUAL, progress, is_cancelled)

        job = self._session.run(work, self._made, self._not_made, self._display.advance)
        self._display.begin(self.tr("Đang tạo điểm sao lưu…"), job)

    def _made(self, backup: Backup | None) -> None:
        self._end()
        if backup is None:
            self.done.emit(self.tr("Dữ liệu đã được lưu tự động; chưa có thay đổi nào sau điểm sao lưu gần nhất."))
        else:
            at = f"{backup.at.astimezone(VIETNAM):%H:%M}"
            self.done.emit(self.tr("Dữ liệu đã được lưu tự động; đã tạo điểm sao lưu lúc {}.").format(at))

    def _not_made(self, error: Exception) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        self._is_busy = False
        self._display.end()
