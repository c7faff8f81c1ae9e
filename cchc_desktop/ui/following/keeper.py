"""Keeps what presses as of today (`services.followup.FollowPicture`) in step with what the session writes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from cchc_desktop.domain.changes import Changes
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.ui.session import PlanSession

if TYPE_CHECKING:
    from cchc_desktop.services.followup import FollowedPlan, FollowPicture
    from cchc_desktop.services.workspace import Workspace

_NEW_DAY_MS = 60_000


@dataclass(frozen=True, slots=True)
class _Happened:
    """What the session told since a picture was read, and the snapshot on the screen, which is newer than that."""

    written: tuple[Changes, ...]
    opened: frozenset[int]
    tree: PlanTree | None


class FollowKeeper(QObject):
    """The one picture of a window; it is worked out on the database's thread, never on the main one.

    Screens read `picture` (None until the first one is there) and listen to `changed`; they never ask the database
    for statuses themselves, so that all of them always show the same figures.
    """

    changed = Signal()

    def __init__(self, session: PlanSession, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._today = today
        self.picture: FollowPicture | None = None
        self._is_wanted = False
        self._is_reading = False
        self._is_stale = False
        self._opened: set[int] = set()
        self._written: list[Changes] = []
        self._is_wide = True
        session.plan_opened.connect(self._plan_opened)
        session.plan_changed.connect(self._plan_changed)
        session.worked.connect(self.refresh)
        self._clock = QTimer(self, interval=_NEW_DAY_MS)
        self._clock.timeout.connect(self._look_at_date)

    def begin(self) -> None:
        """Read for the first time; before that nothing is worked out, whatever is written."""
        if not self._is_wanted:
            self._is_wanted = True
            self._clock.start()
            self._read()

    def refresh(self) -> None:
        """Work everything out anew."""
        self._is_wide = True
        self._read()

    def plan(self) -> FollowedPlan | None:
        """Return the plan on the screen with its statuses; None while they are not known, and for a superior's plan."""
        tree = self._session.tree
        if self.picture is None or tree is None:
            return None
        return self.picture.plans.get(tree.plan.id)

    def is_current(self) -> bool:
        """Tell whether nothing was written since the picture was worked out."""
        return self.picture is not None and not self._is_reading and not self._is_stale

    # --- keeping in step

    def _plan_opened(self, tree: PlanTree | None) -> None:
        if tree is not None:
            self._opened.add(tree.plan.id)
        self._read()

    def _plan_changed(self, tree: PlanTree, changes: Changes) -> None:
        self._written.append(changes)
        self._read()

    def _look_at_date(self) -> None:
        if self.picture is not None and self.picture.as_of != self._today():
            self.refresh()

    # --- reading

    def _read(self) -> None:
        """Read now, or once more when what is being read has come."""
        if not self._is_wanted:
            return
        if self._is_reading:
            self._is_stale = True
            return
        self._is_reading, self._is_stale = True, False
        known = None if self._is_wide else self.picture
        happened = _Happened(tuple(self._written), frozenset(self._opened), self._session.tree)
        self._written, self._opened, self._is_wide = [], set(), False
        today = self._today()
        self._session.read(lambda workspace: _picture(workspace, today, known, happened), self._take, self._fail)

    def _take(self, picture: FollowPicture) -> None:
        self._is_reading = False
        self.picture = picture
        self.changed.emit()
        if self._is_stale:
            self._read()

    def _fail(self, error: Exception) -> None:
        self._is_reading = False
        self._is_wide = True
        self._session.failed.emit(error)


def _picture(workspace: Workspace, today: date, known: FollowPicture | None, happened: _Happened) -> FollowPicture:
    from cchc_desktop.services import followup, followup_renewal

    tree = happened.tree
    shown = tree.plan.id if tree is not None else None
    if known is None or known.as_of != today:
        return followup.picture(workspace, today, shown)
    trees = {tree.plan.id: tree} if tree is not None else {}
    return followup_renewal.renewed(
        workspace, known, followup_renewal.Since(happened.written, happened.opened, trees), shown
    )
