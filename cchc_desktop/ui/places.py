"""Which screen or page stands in the window, and what depends on where one is: title, searching, reading anew."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cchc_desktop.ui.desks import Desks
from cchc_desktop.ui.rail import RailEntry, entry_words
from cchc_desktop.ui.screens import PLAN, SETTINGS, Refreshable, Screens, Searchable
from cchc_desktop.ui.session import PlanSession
from cchc_desktop.ui.start_page import StartPage
from cchc_desktop.ui.title import window_title


class Places(QObject):
    """Leads from screen to screen; in the place of the plan's stand the three ways in while there is no plan."""

    def __init__(
        self, screens: Screens, view: QWidget, start_page: StartPage, desks: Desks, session: PlanSession
    ) -> None:
        super().__init__(screens)
        self._screens, self._view, self._start_page = screens, view, start_page
        self._desks, self._session = desks, session
        screens.wanted.connect(self.show_screen)
        desks.left.connect(self.show_screen)
        desks.page_wanted.connect(screens.show_page)
        desks.finding_left.connect(self._leave_finding)
        desks.agency_wanted.connect(self.show_agency)
        desks.days_off_wanted.connect(self.show_days_off)
        desks.rows_wanted.connect(lambda _: self.show_plan())
        self._before: tuple[RailEntry | None, QWidget] | None = None

    def answers(self) -> dict[str, Callable[..., object]]:
        """Return what answers the actions that depend on the place."""
        return {
            "find": self._find,
            "find_everywhere": self._find_everywhere,
            "palette": lambda: self._desks.palette.open(),
            "reload": self._reload,
            "reporting_periods": lambda: self._desks.following.show_periods(),
            "superior_forms": lambda: self._desks.papers.forms.open(),
        }

    def show_screen(self, name: str) -> None:
        """Show a screen by its name."""
        if name == PLAN:
            self.show_plan()
        else:
            self._screens.show_screen(name)
            self._screens.current().setFocus()

    def show_plan(self) -> None:
        """Show the plan, or the three ways in where there is none."""
        if self._session.tree is None:
            self._screens.show_page(self._start_page)
            self._start_page.setFocus()
            return
        self._screens.show_screen(PLAN)
        self._view.setFocus()

    def plan_was_opened(self) -> None:
        """Show the plan where nothing else was chosen: any other screen stays, it was not left."""
        if self._screens.is_empty() or self._screens.current() in (self._start_page, self._view):
            self.show_plan()

    def show_settings(self, part: str) -> None:
        """Show a part of Thiết lập: 'office', 'look', 'calendar', 'backups' or 'person'."""
        self._desks.settings_page().open_part(part)
        self.show_screen(SETTINGS)

    def show_days_off(self, year: int) -> None:
        """Show the days off of a year where they are filled in."""
        from cchc_desktop.ui.calendar.page import DaysOffPage

        self.show_settings("calendar")
        part = self._desks.settings_page().open_part("calendar")
        if isinstance(part, DaysOffPage):
            part.show_year(year)

    def choose_backup(self) -> None:
        """Ask for a backup in the place where all of them are listed."""
        self.show_settings("backups")
        self._desks.backups.choose_file()

    def is_plan_shown(self) -> bool:
        """Tell whether the plan's screen stands there."""
        return self._screens.current() is self._view

    def name(self) -> str:
        """Return the name of the present screen, or of the class of the page that stands in its place."""
        entry = self._screens.current_entry()
        return entry.name if entry is not None else type(self._screens.current()).__name__

    def topic(self) -> str:
        """Return what the guide is asked about here: the name of the place, and of the part where it has parts."""
        part = self._desks.settings_page().part() if self.name() == SETTINGS else ""
        return f"{self.name()}/{part}" if part else self.name()

    def title(self) -> str:
        """Return what the window's title says here."""
        entry = self._screens.current_entry()
        shown = self._screens.current()
        page = self.tr("Bắt đầu") if shown is self._start_page else shown.windowTitle() or self.tr("Kế hoạch")
        return window_title(entry_words(entry) if entry else page, self._session.tree)

    def _find(self) -> None:
        screen = self._screens.current()
        if isinstance(screen, Searchable):
            screen.focus_search()

    def _find_everywhere(self) -> None:
        finding = self._desks.finding
        if self._screens.current() is not finding.page:
            self._before = self._screens.current_entry(), self._screens.current()
            self._screens.show_page(finding.page)
        finding.begin()

    def _leave_finding(self) -> None:
        """Show what stood there before the search: a screen, or a page with what was begun on it."""
        entry, page = self._before or (None, self._view)
        if entry is not None or page is self._view:
            self.show_screen(entry.name if entry is not None else PLAN)
        else:
            self._screens.show_page(page)
            page.setFocus()

    def show_agency(self, agency_id: int) -> None:
        """Show an agency on its screen."""
        from cchc_desktop.ui.agencies.page import AgenciesPage

        self.show_screen("agencies")
        page = self._screens.current()
        if isinstance(page, AgenciesPage):
            page.choose(agency_id)

    def _reload(self) -> None:
        screen = self._screens.current()
        if isinstance(screen, Refreshable):
            screen.refresh()
        elif self.is_plan_shown():
            self._desks.commands.reload()
