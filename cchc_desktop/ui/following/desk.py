"""The desk of the follow-up: the one picture of what presses, what is recorded, and the screens that show it.

A new screen gets its maker here, as the others do in `ui.desks`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.ui.following.keeper import FollowKeeper
from cchc_desktop.ui.session import PlanSession
from cchc_desktop.ui.steps import Steps

if TYPE_CHECKING:
    from cchc_desktop.ui.following.recording import RecordingDesk
    from cchc_desktop.ui.screens import Maker


class FollowDesk(QObject):
    """Builds each part once; what any of them has to say comes out of these signals."""

    done = Signal(str, object)
    """One line about a deed, and the id of the operation that can be taken back or None."""
    failed = Signal(object)
    item_wanted = Signal(int, object)
    """A task is to be shown in its plan: the ids of both, None for the plan alone."""
    rows_wanted = Signal(object)
    """The open plan's tasks that pass some `workbench.filters.Filters` are to be shown."""
    screen_wanted = Signal(str)
    """A screen is to be shown, by its name."""

    def __init__(self, session: PlanSession, steps: Steps, today: Callable[[], date], window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._steps = steps
        self._today = today
        self._window = window
        self.keeper = FollowKeeper(session, today, self)

    def makers(self) -> dict[str, Maker]:
        """Return how each screen of the follow-up is built."""
        return {}

    @cached_property
    def recording(self) -> RecordingDesk:
        """What records results, updates, extensions, urgings."""
        from cchc_desktop.ui.following.recording import RecordingDesk

        desk = RecordingDesk(self._session, self._steps, self.keeper, self._today, self._window)
        desk.done.connect(self.done)
        desk.failed.connect(self.failed)
        return desk
