"""What leads from plan to plan: comparing, years inside words, results that are offered; each made when first used."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.ui.amendable import AmendableWrites, dialog_asker
from cchc_desktop.ui.session import PlanSession

if TYPE_CHECKING:
    from cchc_desktop.ui.plans.coverage_desk import CoverageDesk
    from cchc_desktop.ui.plans.offers import ResultOffers
    from cchc_desktop.ui.plans.years_desk import YearsDesk


class PlanLinks(QObject):
    """Three small desks that say what they have to say by these signals; `writes` asks for amending documents."""

    page_wanted = Signal(QWidget, str)
    left = Signal()
    facts_wanted = Signal()
    """The facts of the open plan are to be edited."""
    item_wanted = Signal(int, object)
    """A task is to be shown in its plan: the ids of both, None for the plan alone."""
    strip_wanted = Signal(QWidget)
    """A strip is to stand above the screen; `strip_left` follows when it has been answered."""
    strip_left = Signal(QWidget)
    done = Signal(str, object)
    failed = Signal(object)

    def __init__(self, session: PlanSession, today: Callable[[], date], window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self.writes = AmendableWrites(session, window, dialog_asker(today))

    @cached_property
    def coverage(self) -> CoverageDesk:
        """The desk of the page that compares the open plan with those that it carries out."""
        from cchc_desktop.ui.plans.coverage_desk import CoverageDesk

        desk = CoverageDesk(self._session, self.writes, self._window)
        desk.page_wanted.connect(self.page_wanted)
        desk.left.connect(self.left)
        desk.facts_wanted.connect(self.facts_wanted)
        desk.item_wanted.connect(self.item_wanted)
        desk.done.connect(self.done)
        desk.failed.connect(self.failed)
        return desk

    @cached_property
    def years(self) -> YearsDesk:
        """The desk of years inside the open plan's words."""
        from cchc_desktop.ui.plans.years_desk import YearsDesk

        desk = YearsDesk(self._session, self.writes, self._window)
        desk.page_wanted.connect(self.page_wanted)
        desk.left.connect(self.left)
        desk.strip_wanted.connect(self.strip_wanted)
        desk.strip_left.connect(self.strip_left)
        desk.done.connect(self.done)
        desk.failed.connect(self.failed)
        return desk

    @cached_property
    def offers(self) -> ResultOffers:
        """What offers a result to the task that is carried out."""
        from cchc_desktop.ui.plans.offers import ResultOffers

        offers = ResultOffers(self._session, self._window)
        offers.strip_wanted.connect(self.strip_wanted)
        offers.strip_left.connect(self.strip_left)
        offers.done.connect(self.done)
        offers.failed.connect(self.failed)
        return offers
