"""The desk of recording: opens the short dialogs of the follow-up and carries out what is typed there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.ui.following.keeper import FollowKeeper
from cchc_desktop.ui.session import PlanSession
from cchc_desktop.ui.steps import Steps


@dataclass(frozen=True, slots=True)
class MilestoneRef:
    """One milestone of one task; without `occurrence` the one that presses most."""

    plan_id: int
    item_id: int
    occurrence: str | None = None


class RecordingDesk(QObject):
    """Everything that a person records about tasks; each deed is one operation that can be taken back."""

    done = Signal(str, object)
    """One line about a deed, and the id of the operation that can be taken back or None."""
    failed = Signal(object)

    def __init__(
        self,
        session: PlanSession,
        steps: Steps,
        keeper: FollowKeeper,
        today: Callable[[], date],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._steps = steps
        self._keeper = keeper
        self._today = today
        self._window = window

    def record(self, refs: Sequence[MilestoneRef]) -> None:
        """Ask for the result of a milestone, or of several at once (Ghi kết quả)."""

    def urge(self, refs: Sequence[MilestoneRef]) -> None:
        """Offer a message to those who lead tasks and log the urging (Đôn đốc)."""
