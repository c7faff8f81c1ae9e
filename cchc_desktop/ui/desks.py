"""What the window makes when it is first used: the writing commands, and the desks behind pages and screens.

A new screen gets its maker here: one method that builds its desk, wires the desk's signals to those below, and returns
the widget; `makers` names it as `screens.SCREENS` does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.changes import Changes, EntityKind
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.ui.doors import Doors
from cchc_desktop.ui.preferences import Preferences
from cchc_desktop.ui.screens import PLAN, SETTINGS, Maker
from cchc_desktop.ui.session import PlanSession
from cchc_desktop.ui.status import StatusBar
from cchc_desktop.ui.steps import Steps

if TYPE_CHECKING:
    from cchc_desktop.domain.views import SavedView
    from cchc_desktop.ui.agencies.desk import AgenciesDesk
    from cchc_desktop.ui.backups.desk import BackupDesk
    from cchc_desktop.ui.backups.save_point import SavePoint
    from cchc_desktop.ui.exchange.desk import ExchangeDesk
    from cchc_desktop.ui.finding.desk import FindDesk
    from cchc_desktop.ui.finding.keeper import LibraryKeeper
    from cchc_desktop.ui.following.desk import FollowDesk
    from cchc_desktop.ui.office.form import OfficeForm
    from cchc_desktop.ui.palette.desk import PaletteDesk
    from cchc_desktop.ui.paper_desks import PaperDesks
    from cchc_desktop.ui.plan_commands import PlanCommands
    from cchc_desktop.ui.plans.desk import PlansDesk
    from cchc_desktop.ui.reports.desk import ReportsDesk
    from cchc_desktop.ui.settings.desk import SettingsDesk
    from cchc_desktop.ui.settings.page import SettingsPage


class Desks(QObject):
    """Imports and builds each desk once; what any of them has to say comes out of these signals."""

    done = Signal(str, object)
    """One line about a deed, and the id of the operation that can be taken back or None."""
    item_added = Signal(int)
    section_added = Signal(int)
    item_wanted = Signal(int, object)
    """An item is to be shown in its plan: the ids of both, None for the plan alone."""
    rows_wanted = Signal(object)
    """The open plan's tasks that pass some `workbench.filters.Filters` are to be shown."""
    agency_wanted = Signal(int)
    """An agency is to be shown on its screen: its id."""
    days_off_wanted = Signal(int)
    """The days off of a year are to be filled in."""
    view_wanted = Signal(str)
    """The plan is to be looked at through a saved view: its uid."""
    finding_left = Signal()
    """The page that searches all plans was left for what stood there before."""
    stored = Signal(object)
    not_stored = Signal(object, object)
    given_up = Signal()
    """A change of issued words was given up."""
    page_wanted = Signal(QWidget, str)
    """A page is to stand in the place of the screen of this name."""
    left = Signal(str)
    """A page was left: the screen of this name stands there again."""
    strip_wanted = Signal(QWidget)
    """A strip is to stand above the screens; `strip_left` follows when it has been answered."""
    strip_left = Signal(QWidget)
    restored = Signal(object)
    """A backup has taken the place of the data: what is shown is to be read anew."""
    failed = Signal(object)

    def __init__(
        self,
        session: PlanSession,
        steps: Steps,
        doors: Doors,
        status: StatusBar,
        preferences: Preferences,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._steps = steps
        self._doors = doors
        self._status = status
        self._preferences = preferences
        self._window = window
        self._is_writable = False
        self.saved_views: Callable[[], Sequence[SavedView]] = tuple
        """Returns the saved views; the window says which."""
        session.plan_changed.connect(self._offer_results)

    def makers(self) -> dict[str, Maker]:
        """Return how each screen but the plan is built; a screen that is not here is not on the rail."""
        own: dict[str, Maker] = {
            "agencies": lambda: self.agencies.page,
            "reports": lambda: self.reports.page,
            "history": self._make_history,
            SETTINGS: self._make_settings,
        }
        return own | self.following.makers()

    @cached_property
    def commands(self) -> PlanCommands:
        """The commands that write."""
        from cchc_desktop.ui.plan_commands import PlanCommands

        commands = PlanCommands(self._session, self._doors.today, self._window)
        commands.item_added.connect(self.item_added)
        commands.section_added.connect(self.section_added)
        commands.done.connect(self.done)
        commands.stored.connect(self.stored)
        commands.not_stored.connect(self.not_stored)
        commands.given_up.connect(self.given_up)
        return commands

    @cached_property
    def plans(self) -> PlansDesk:
        """The desk of new plans, and of what concerns the open one as a whole."""
        from cchc_desktop.ui.plans.desk import PlansDesk

        desk = PlansDesk(self._session, self._doors.templates, self._doors.today, self._window)
        desk.page_wanted.connect(self.page_wanted)
        desk.left.connect(lambda: self.left.emit(PLAN))
        desk.import_wanted.connect(lambda: self.exchange.flow.choose_and_read())
        desk.links.item_wanted.connect(self.item_wanted)
        desk.links.strip_wanted.connect(self.strip_wanted)
        desk.links.strip_left.connect(self.strip_left)
        desk.done.connect(self.done)
        desk.failed.connect(self.failed)
        return desk

    @cached_property
    def papers(self) -> PaperDesks:
        """The desks of the papers, and of what they are made by."""
        from cchc_desktop.ui.paper_desks import PaperDesks

        keeper = self.following.keeper
        desks = PaperDesks(self._session, keeper, self._steps, self._preferences, self._doors, self._window)
        desks.done.connect(self.done)
        desks.failed.connect(self.failed)
        desks.item_wanted.connect(self.item_wanted)
        desks.indicator_wanted.connect(self.following.show_indicator)
        desks.screen_wanted.connect(self.left)
        desks.settings_wanted.connect(self._show_settings)
        desks.page_wanted.connect(self.page_wanted)
        desks.periods_wanted.connect(self.following.show_periods)
        desks.properties_wanted.connect(self._edit_plan)
        desks.strip_wanted.connect(self.strip_wanted)
        desks.strip_left.connect(self.strip_left)
        return desks

    @cached_property
    def reports(self) -> ReportsDesk:
        """The desk of Báo cáo."""
        return self.papers.reports

    def _show_settings(self, part: str) -> None:
        self.settings_page().open_part(part)
        self.left.emit(SETTINGS)

    def _edit_plan(self) -> None:
        if self._is_writable:
            self.plans.edit_plan()

    def _offer_results(self, tree: PlanTree, changes: Changes) -> None:
        """Offer a result that was recorded to the plan that is carried out."""
        if changes.ids(EntityKind.RECORD) or "plans" in self.__dict__:
            self.plans.links.offers.look(tree, changes)

    def command(self, name: str) -> Callable[..., object]:
        """Return a slot that calls a command by its name."""
        return lambda *values: getattr(self.commands, name)(*values)

    @cached_property
    def exchange(self) -> ExchangeDesk:
        """The desk of import and export."""
        from cchc_desktop.ui.exchange.desk import ExchangeDesk

        desk = ExchangeDesk(self._session, self._doors, self._status, self._window)
        desk.page.hide()  # until it is wanted
        desk.flow.folder = self._preferences.value().last_folder or str(Path.home())
        desk.page_wanted.connect(lambda page: self.page_wanted.emit(page, PLAN))
        desk.left.connect(lambda: self.left.emit(PLAN))
        desk.imported.connect(self._session.open_plan)
        desk.imported.connect(self._status.show_saved)
        desk.done.connect(self.done)
        desk.failed.connect(self.failed)
        return desk

    @cached_property
    def following(self) -> FollowDesk:
        """The desk of the follow-up."""
        from cchc_desktop.ui.following.desk import FollowDesk

        desk = FollowDesk(
            self._session, self._steps, self._doors.today, self._window, self._preferences, lambda: self.plans_library
        )
        desk.done.connect(self.done)
        desk.failed.connect(self.failed)
        desk.item_wanted.connect(self.item_wanted)
        desk.rows_wanted.connect(self.rows_wanted)
        desk.screen_wanted.connect(self.left)
        desk.page_wanted.connect(self.page_wanted)
        desk.days_off_wanted.connect(self.days_off_wanted)
        return desk

    @cached_property
    def save_point(self) -> SavePoint:
        """What Ctrl+S makes."""
        from cchc_desktop.ui.backups.save_point import SavePoint

        save_point = SavePoint(self._session, self._status, self._window)
        save_point.done.connect(lambda words: self.done.emit(words, None))
        save_point.failed.connect(self.failed)
        return save_point

    def folder(self) -> str:
        """Return the folder of the last import or export."""
        return self.exchange.flow.folder if "exchange" in self.__dict__ else self._preferences.value().last_folder

    @cached_property
    def plans_library(self) -> LibraryKeeper:
        """What can be found in all plans."""
        from cchc_desktop.ui.finding.keeper import LibraryKeeper

        keeper = LibraryKeeper(self._session, self._doors.abbreviations, self._window)
        self.restored.connect(lambda _: keeper.forget())
        return keeper

    @cached_property
    def finding(self) -> FindDesk:
        """The desk of the page that searches all plans."""
        from cchc_desktop.ui.finding.desk import FindDesk

        desk = FindDesk(self._session, self.plans_library, self._window)
        desk.left.connect(self.finding_left)
        desk.item_wanted.connect(self.item_wanted)
        desk.agency_wanted.connect(self.agency_wanted)
        return desk

    @cached_property
    def palette(self) -> PaletteDesk:
        """The desk of the palette."""
        from cchc_desktop.ui.palette.desk import PaletteDesk

        desk = PaletteDesk(self._session, self.plans_library, self._preferences, self._window)
        desk.views = lambda: self.saved_views()
        desk.view_wanted.connect(self.view_wanted)
        desk.item_wanted.connect(self.item_wanted)
        desk.agency_wanted.connect(self.agency_wanted)
        return desk

    @cached_property
    def agencies(self) -> AgenciesDesk:
        """The desk of agencies."""
        from cchc_desktop.ui.agencies.desk import AgenciesDesk

        desk = AgenciesDesk(self._session, self._steps, self._doors.today, self._doors.abbreviations, self._window)
        desk.done.connect(self.done)
        desk.failed.connect(self.failed)
        desk.item_wanted.connect(self.item_wanted)
        return desk

    def end_typing(self) -> None:
        """Let what is being typed on a screen be stored."""
        if "agencies" in self.__dict__:
            self.agencies.page.end_typing()
        if "following" in self.__dict__:
            self.following.end_typing()
        if "papers" in self.__dict__:
            self.papers.end_typing()

    def _make_history(self) -> QWidget:
        from cchc_desktop.ui.history.desk import HistoryDesk

        desk = HistoryDesk(self._session, self._steps, self._doors.today, self._window)
        desk.done.connect(self.done)
        return desk.page

    @cached_property
    def backups(self) -> BackupDesk:
        """The desk of backups, a part of Thiết lập."""
        from cchc_desktop.ui.backups.desk import BackupDesk

        home = self._doors.backup_folder()
        desk = BackupDesk(
            self._session, self._preferences, home, self._status, self._window, shares_disk=self._doors.shares_disk
        )
        desk.left.connect(lambda: self.left.emit(PLAN))
        desk.done.connect(lambda words: self.done.emit(words, None))
        desk.restored.connect(self.restored)
        desk.failed.connect(self.failed)
        desk.state_changed.connect(self._status.show_backups)
        return desk

    def _make_backups(self) -> QWidget:
        self.backups.reload()
        return self.backups.page

    @cached_property
    def _settings(self) -> SettingsDesk:
        from cchc_desktop.ui.settings.desk import SettingsDesk

        desk = SettingsDesk(self._session, self._preferences, self._make_backups, self._doors, self._window)
        desk.done.connect(self.done)
        desk.part_wanted.connect(self._show_settings)
        desk.strip_wanted.connect(self.strip_wanted)
        desk.strip_left.connect(self.strip_left)
        desk.set_editable(self._is_writable)
        return desk

    def settings_page(self) -> SettingsPage:
        """Return the screen Thiết lập."""
        return self._settings.page

    def _make_settings(self) -> QWidget:
        page = self.settings_page()
        page.refresh()
        return page

    def set_writable(self, is_writable: bool) -> None:
        """Let the data that were opened be changed, or only be looked at."""
        self._is_writable = is_writable
        if "plans_library" in self.__dict__:
            self.plans_library.forget()  # another file may be open
        if "_settings" in self.__dict__:
            self._settings.set_editable(is_writable)

    def fill_office_form(self, form: OfficeForm) -> None:
        """Let a form of the office's profile show what is stored, and store what is typed."""
        from cchc_desktop.ui.office.desk import OfficeDesk

        desk = OfficeDesk(self._session, form, self)
        desk.done.connect(self.done)
