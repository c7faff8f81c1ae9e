"""The desks of the papers: the screen Báo cáo, and the editors of what its papers are made by."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.ui.preferences import Preferences
from cchc_desktop.ui.screens import PLAN
from cchc_desktop.ui.session import PlanSession
from cchc_desktop.ui.steps import Steps

if TYPE_CHECKING:
    from cchc_desktop.ui.doors import Doors
    from cchc_desktop.ui.drafting.desk import DraftingDesk
    from cchc_desktop.ui.following.keeper import FollowKeeper
    from cchc_desktop.ui.forms.desk import FormsDesk
    from cchc_desktop.ui.reports.desk import ReportsDesk

REPORTS = "reports"


class PaperDesks(QObject):
    """Builds each desk once; what any of them has to say comes out of these signals."""

    done = Signal(str, object)
    failed = Signal(object)
    item_wanted = Signal(int, object)
    indicator_wanted = Signal(int, int)
    """An indicator is to be shown on its screen: the ids of its plan and of itself."""
    screen_wanted = Signal(str)
    """A screen is to be shown, by its name."""
    settings_wanted = Signal(str)
    """A part of Thiết lập is to be shown, by its name."""
    page_wanted = Signal(QWidget, str)
    periods_wanted = Signal()
    properties_wanted = Signal()
    strip_wanted = Signal(QWidget)
    strip_left = Signal(QWidget)

    def __init__(
        self,
        session: PlanSession,
        keeper: FollowKeeper,
        steps: Steps,
        preferences: Preferences,
        doors: Doors,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._keeper = keeper
        self._steps = steps
        self._preferences = preferences
        self._doors = doors
        self._window = window

    @cached_property
    def reports(self) -> ReportsDesk:
        """The screen on which papers are made."""
        from cchc_desktop.ui.reports.desk import ReportsDesk

        desk = ReportsDesk(self._session, self._keeper, self._preferences, self._doors, self._window)
        desk.done.connect(self.done)
        desk.failed.connect(self.failed)
        desk.item_wanted.connect(self.item_wanted)
        desk.indicator_wanted.connect(self.indicator_wanted)
        desk.plan_wanted.connect(lambda: self.screen_wanted.emit(PLAN))
        desk.periods_wanted.connect(self.periods_wanted)
        desk.properties_wanted.connect(self.properties_wanted)
        desk.words_wanted.connect(lambda period, plans: self.drafting.words.open(period, plans))
        desk.template_wanted.connect(lambda: self.drafting.template.open())
        desk.layout_wanted.connect(lambda: self.settings_wanted.emit("layout"))
        desk.forms_wanted.connect(lambda: self.forms.open())
        return desk

    @cached_property
    def drafting(self) -> DraftingDesk:
        """The editors of a report's words and of their template."""
        from cchc_desktop.ui.drafting.desk import DraftingDesk

        desk = DraftingDesk(self._session, self._steps, self._doors, self._window)
        desk.done.connect(self.done)
        desk.failed.connect(self.failed)
        desk.page_wanted.connect(self.page_wanted)
        desk.left.connect(lambda: self.screen_wanted.emit(REPORTS))
        desk.rows_wanted.connect(lambda ids, plan_ids: self.reports.figures.open(ids, plan_ids))
        desk.indicators_wanted.connect(lambda lines: self.reports.figures.open_indicators(lines))
        desk.strip_wanted.connect(self.strip_wanted)
        desk.strip_left.connect(self.strip_left)
        return desk

    @cached_property
    def forms(self) -> FormsDesk:
        """The desk of the superior's own forms."""
        from cchc_desktop.ui.forms.desk import FormsDesk

        desk = FormsDesk(self._session, self._steps, self._preferences, self._doors, self._window)
        desk.done.connect(self.done)
        desk.failed.connect(self.failed)
        desk.page_wanted.connect(self.page_wanted)
        desk.left.connect(lambda: self.screen_wanted.emit(REPORTS))
        desk.rows_wanted.connect(lambda ids, plan_ids: self.reports.figures.open(ids, plan_ids))
        desk.indicators_wanted.connect(lambda lines: self.reports.figures.open_indicators(lines))
        return desk

    def end_typing(self) -> None:
        """Let what is being typed into a superior's form be stored."""
        if "forms" in self.__dict__:
            self.forms.page.end_typing()

    def print(self) -> None:
        """Print the paper that is looked at; from elsewhere, let it be looked at first."""
        if "reports" in self.__dict__ and self.reports.page.isVisible():
            self.reports.print()
        else:
            self.screen_wanted.emit(REPORTS)
