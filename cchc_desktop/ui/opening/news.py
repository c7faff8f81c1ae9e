"""What the database thread tells the window while it brings an older file to the present form."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal


class UpgradeNews(QObject):
    """What the database thread tells of an upgrade; both methods may be called from any thread."""

    backed_up_at = Signal(str)
    advanced = Signal(int, int)

    def backed_up(self, file: Path) -> None:
        """Tell where the backup before the upgrade is."""
        self.backed_up_at.emit(str(file))

    def progress(self, done: int, total: int) -> None:
        """Tell how far the upgrade is; the first call says that there is one."""
        self.advanced.emit(done, total)
