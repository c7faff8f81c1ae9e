"""The backups that nobody asks for, made quietly behind the shown plan; what they met is a strip, never a box."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from cchc_desktop.domain.backups import BackupState
from cchc_desktop.domain.ports import CancelCheck, ProgressCallback
from cchc_desktop.services import backups, upkeep
from cchc_desktop.services.workspace import Workspace
from cchc_desktop.ui.opening.front import Front
from cchc_desktop.ui.session import PlanSession
from cchc_desktop.ui.widgets.strip import Strip
from cchc_desktop.ui.words import Words

_tr = Words("backups")

QUIET_MS = 3000
"""A backup waits so long after the database was opened: the first rows come first."""
HOUR_MS = 3_600_000
"""A window may stay open for weeks: each hour it is asked whether a backup is due."""
FIRST_MS = 20_000
"""The first data of an office are backed up so long after they came."""
SETTLE_MS = 1500
"""How the backups stand is told anew so long after the last write: a person who types is not slowed."""
OPEN = "open_backups"
LATER = "later"

_Upkeep = Callable[[Workspace, ProgressCallback, CancelCheck], BackupState]


class BackupWatch(QObject):
    """Makes the backup of a start, later ones as they fall due, and tells how backups stand after whatever made one.

    `state_changed` is for the status bar; `page_wanted` comes with a click on a strip. What was put off with *Để sau*
    is not told again while the window is open.
    """

    state_changed = Signal(object)
    page_wanted = Signal()

    def __init__(self, session: PlanSession, front: Front, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._front = front
        self._strips: dict[str, Strip] = {}
        self._postponed: set[str] = set()
        self._own_work = 0
        self._is_on = False
        self._begin = QTimer(self, singleShot=True)
        self._begin.timeout.connect(self.back_up_if_due)
        self.hourly = QTimer(self, interval=HOUR_MS)
        self.hourly.timeout.connect(self.look)
        self.first = QTimer(self, singleShot=True, interval=FIRST_MS)
        self.first.timeout.connect(self.look)
        self._settling = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settling.timeout.connect(self._read)
        session.saved.connect(self._settling.start)
        session.worked.connect(self._worked)

    def start(self, quiet_ms: int = QUIET_MS) -> None:
        """Begin when the window has settled, and look again each hour."""
        self._is_on = True
        self._begin.start(quiet_ms)
        self.hourly.start()

    def stop(self) -> None:
        """Make no backup by itself any more: the data can only be looked at."""
        self._is_on = False
        for timer in (self._begin, self.hourly, self.first, self._settling):
            timer.stop()

    def back_up_if_due(self) -> None:
        """Make the backup of a start, then tell how the backups stand."""
        self._run(upkeep.after_start)

    def look(self) -> None:
        """Make a backup where one has fallen due since, then tell how the backups stand."""
        self._run(upkeep.while_open)

    def show_state(self, state: BackupState) -> None:
        """Say above the contents what a person should know."""
        told = [sentence for sentence in backups.warnings(state) if sentence not in self._postponed]
        for sentence in self._strips.keys() - set(told):
            self._front.remove_strip(self._strips.pop(sentence))
        for sentence in told:
            if sentence not in self._strips:
                self._add(sentence)
        self.state_changed.emit(state)

    def _run(self, upkeep_work: _Upkeep) -> None:
        def work(workspace: Workspace, progress: ProgressCallback, is_cancelled: CancelCheck) -> BackupState:
            return upkeep_work(workspace, progress, is_cancelled)

        self._own_work += 1
        self._session.run(work, self.show_state, self._failed, lambda done, total: None)

    def _worked(self) -> None:
        if self._own_work:  # what this brought is shown already
            self._own_work -= 1
        else:
            self._settling.start()

    def _read(self) -> None:
        """Tell how the backups stand after others have written; data that none of them holds are backed up soon."""
        self._session.read(lambda workspace: workspace.backups.state(), self._others_wrote, self._log)

    def _others_wrote(self, state: BackupState) -> None:
        self.show_state(state)
        holds_nothing = state.newest is None or state.newest.last_operation == 0
        if self._is_on and holds_nothing and not self.first.isActive():
            self.first.start()

    def _failed(self, error: Exception) -> None:
        self._log(error)
        self._add(_tr("Chưa tự sao lưu được. Dữ liệu không bị ảnh hưởng. Hãy thử sao lưu lại."))

    def _log(self, error: Exception) -> None:
        import logging

        logging.getLogger(__name__).error("a backup that nobody asked for failed", exc_info=error)

    def _add(self, sentence: str) -> None:
        if sentence in self._strips:
            return
        strip = Strip(sentence, ((OPEN, _tr("Sao lưu…")), (LATER, _tr("Để sau"))))
        strip.chosen.connect(lambda key: self._answer(sentence, key))
        self._strips[sentence] = strip
        self._front.add_strip(strip)

    def _answer(self, sentence: str, key: str) -> None:
        self._front.remove_strip(self._strips.pop(sentence))
        self._postponed.add(sentence)
        if key == OPEN:
            self.page_wanted.emit()

