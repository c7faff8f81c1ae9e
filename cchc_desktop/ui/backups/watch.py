"""The backup of a start, made quietly behind the shown plan; what it met is a strip, never a box."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from cchc_desktop.domain.backups import BackupState
from cchc_desktop.domain.ports import CancelCheck, ProgressCallback
from cchc_desktop.services import backups, upkeep
from cchc_desktop.services.workspace import Workspace
from cchc_desktop.ui.opening.front import Front
from cchc_desktop.ui.session import PlanSession
from cchc_desktop.ui.widgets.strip import Strip

QUIET_MS = 3000
"""A backup waits so long after the database was opened: the first rows come first."""
OPEN = "open_backups"
LATER = "later"


class BackupWatch(QObject):
    """Makes the backup of a start where one is due.

    `state_changed` is for the status bar; `page_wanted` comes with a click on a strip.
    """

    state_changed = Signal(object)
    page_wanted = Signal()

    def __init__(self, session: PlanSession, front: Front, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._front = front
        self._strips: list[Strip] = []

    def start(self, quiet_ms: int = QUIET_MS) -> None:
        """Begin when the window has settled."""
        QTimer.singleShot(quiet_ms, self, self.back_up_if_due)

    def back_up_if_due(self) -> None:
        """Make the backup of a start, then tell how the backups stand."""

        def work(workspace: Workspace, progress: ProgressCallback, is_cancelled: CancelCheck) -> BackupState:
            return upkeep.after_start(workspace, progress, is_cancelled)

        self._session.run(work, self.show_state, self._failed, lambda done, total: None)

    def show_state(self, state: BackupState) -> None:
        """Say above the contents what a person should know."""
        for strip in self._strips:
            self._front.remove_strip(strip)
        self._strips = []
        for sentence in backups.warnings(state):
            self._add(sentence)
        self.state_changed.emit(state)

    def _failed(self, error: Exception) -> None:
        import logging

        logging.getLogger(__name__).error("the backup of a start failed", exc_info=error)
        self._add(_tr("Chưa sao lưu được khi mở chương trình. Dữ liệu không bị ảnh hưởng. Hãy thử sao lưu lại."))

    def _add(self, sentence: str) -> None:
        strip = Strip(sentence, ((OPEN, _tr("Sao lưu…")), (LATER, _tr("Để sau"))))
        strip.chosen.connect(lambda key: self._answer(strip, key))
        self._strips.append(strip)
        self._front.add_strip(strip)

    def _answer(self, strip: Strip, key: str) -> None:
        self._strips.remove(strip)
        self._front.remove_strip(strip)
        if key == OPEN:
            self.page_wanted.emit()


def _tr(text: str) -> str:
    return QCoreApplication.translate("backups", text)
