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

from cchc_desktop.domain.days import show_day
from cchc_desktop.ui.following.keeper import FollowKeeper
from cchc_desktop.ui.preferences import Preferences
from cchc_desktop.ui.session import PlanSession
from cchc_desktop.ui.steps import Steps

if TYPE_CHECKING:
    from cchc_desktop.domain.followup.due_list import DueGroup
    from cchc_desktop.services.tracking_offer import TrackingOffer
    from cchc_desktop.ui.deadlines.desk import DeadlinesDesk
    from cchc_desktop.ui.deadlines.watch import PressWatch, Told
    from cchc_desktop.ui.evidence.desk import EvidenceDesk
    from cchc_desktop.ui.finding.keeper import LibraryKeeper
    from cchc_desktop.ui.following.recording import RecordingDesk
    from cchc_desktop.ui.indicators.desk import IndicatorsDesk
    from cchc_desktop.ui.overview.desk import OverviewDesk
    from cchc_desktop.ui.reporting.desk import ReportingDesk
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
    page_wanted = Signal(QWidget, str)
    """A page is to stand in the place of the screen of this name."""
    days_off_wanted = Signal(int)
    """The days off of a year are to be filled in."""

    def __init__(
        self,
        session: PlanSession,
        steps: Steps,
        today: Callable[[], date],
        window: QWidget,
        preferences: Preferences,
        library: Callable[[], LibraryKeeper],
    ) -> None:
        super().__init__(window)
        self._preferences = preferences
        self._library = library
        self._session = session
        self._steps = steps
        self._today = today
        self._window = window
        self.keeper = FollowKeeper(session, today, self)

    def makers(self) -> dict[str, Maker]:
        """Return how each screen of the follow-up is built."""
        return {
            "overview": lambda: self.overview.page,
            "deadlines": lambda: self.deadlines.page,
            "indicators": lambda: self.indicators.page,
            "evidence": lambda: self.evidence.page,
        }

    @cached_property
    def overview(self) -> OverviewDesk:
        """The screen of the plan's figures and of what is to be done now."""
        from cchc_desktop.ui.overview.desk import OverviewDesk

        desk = OverviewDesk(self._session, self._steps, self.keeper, self._window)
        desk.item_wanted.connect(self.item_wanted)
        desk.rows_wanted.connect(self.rows_wanted)
        desk.deadlines_wanted.connect(self.show_deadlines)
        desk.plan_wanted.connect(lambda: self.screen_wanted.emit("plan"))
        desk.record_wanted.connect(lambda refs: self.recording.record(refs))
        desk.urge_wanted.connect(lambda refs: self.recording.urge(refs))
        desk.periods_wanted.connect(self.show_periods)
        desk.tracking_wanted.connect(self.follow_from)
        return desk

    @cached_property
    def indicators(self) -> IndicatorsDesk:
        """The screen of the indicators' values."""
        from cchc_desktop.ui.indicators.desk import IndicatorsDesk

        desk = IndicatorsDesk(
            self._session, self._steps, self._today, self._window, evidence=lambda parent: self.evidence.field(parent)
        )
        desk.done.connect(self.done)
        desk.failed.connect(self.failed)
        return desk

    def end_typing(self) -> None:
        """Let what is being typed on a screen of the follow-up be stored."""
        if "indicators" in self.__dict__:
            self.indicators.page.end_typing()
        if "evidence" in self.__dict__:
            self.evidence.end_typing()

    @cached_property
    def reporting(self) -> ReportingDesk:
        """The page of the reporting periods and of their rules."""
        from cchc_desktop.ui.reporting.desk import ReportingDesk

        desk = ReportingDesk(self._session, self._steps, self.keeper, self._today, self._window)
        desk.done.connect(self.done)
        desk.failed.connect(self.failed)
        desk.left.connect(lambda: self.screen_wanted.emit("overview"))
        return desk

    def show_periods(self) -> None:
        """Show the page of the reporting periods in the place of Tổng quan."""
        self.reporting.refresh()
        self.page_wanted.emit(self.reporting.page, "overview")
        self.reporting.page.setFocus()

    @cached_property
    def evidence(self) -> EvidenceDesk:
        """The register of documents, and the fields that attach them."""
        from cchc_desktop.ui.evidence.desk import EvidenceDesk

        desk = EvidenceDesk(self._session, self._steps, self.keeper, self._today, self._window)
        desk.done.connect(self.done)
        desk.failed.connect(self.failed)
        desk.item_wanted.connect(self.item_wanted)
        desk.indicator_wanted.connect(self.show_indicator)
        return desk

    def show_indicator(self, plan_id: int, indicator_id: int) -> None:
        """Show an indicator on its screen, whose plan is opened first."""
        tree = self._session.tree
        if tree is None or tree.plan.id != plan_id:
            self._session.open_plan(plan_id)
        self.screen_wanted.emit("indicators")
        self.indicators.show_indicator(plan_id, indicator_id)

    @cached_property
    def deadlines(self) -> DeadlinesDesk:
        """The screen Việc đến hạn."""
        from cchc_desktop.ui.deadlines.desk import DeadlinesDesk

        desk = DeadlinesDesk(
            self._session, self._steps, self.keeper, self._library(), self._preferences, self._today, self._window
        )
        desk.item_wanted.connect(self.item_wanted)
        desk.record_wanted.connect(lambda refs, following: self.recording.record(refs, following))
        desk.urge_wanted.connect(lambda refs: self.recording.urge(refs))
        desk.days_off_wanted.connect(self.days_off_wanted)
        desk.tracking_wanted.connect(self.follow_from)
        return desk

    def follow_from(self, offer: TrackingOffer) -> None:
        """Follow a plan that came in late from that day on."""
        from cchc_desktop.services.tracking_offer import track_from

        words = self.tr("Kế hoạch được theo dõi từ ngày {}.").format(show_day(offer.came_in))
        self._session.write(
            lambda workspace: track_from(workspace, offer.plan_id, offer.came_in),
            lambda changes: self.done.emit(words, changes.operation_id),
        )

    def show_deadlines(self, group: DueGroup, all_plans: bool = False) -> None:
        """Show what presses in some way on its screen, of the open plan or of all."""
        self.screen_wanted.emit("deadlines")
        self.deadlines.choose_group(group, all_plans=all_plans)

    def watch(self, told: Told, window: QWidget) -> PressWatch:
        """Tell from now on what presses: on the rail, in the status bar, once a day, in the tray."""
        from cchc_desktop.ui.deadlines.watch import PressWatch

        watch = PressWatch(self.keeper, self._session, self._preferences, told, window)
        watch.wanted.connect(self.show_deadlines)
        watch.done_wanted.connect(self._show_done)
        return watch

    def _show_done(self) -> None:
        from cchc_desktop.domain.followup.status import COMPLETED
        from cchc_desktop.ui.workbench.filters import Filters

        self.rows_wanted.emit(Filters(statuses=frozenset(status.value for status in COMPLETED)))

    @cached_property
    def recording(self) -> RecordingDesk:
        """What records results, updates, extensions, urgings."""
        from cchc_desktop.ui.following.recording import RecordingDesk

        desk = RecordingDesk(self._session, self._steps, self.keeper, self._today, self._window)
        desk.evidence_field = lambda parent: self.evidence.field(parent)
        desk.done.connect(self.done)
        desk.failed.connect(self.failed)
        return desk
