"""The desk of Thiết lập: each part with what it changes, built when it is first opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from cchc_desktop.ui import theme
from cchc_desktop.ui.preferences import Preferences
from cchc_desktop.ui.session import PlanSession
from cchc_desktop.ui.settings.page import BACKUPS, CALENDAR, LAYOUT, LOOK, OFFICE, PERSON, SettingsPage

if TYPE_CHECKING:
    from cchc_desktop.ui.calendar.page import DaysOffPage
    from cchc_desktop.ui.doors import Doors
    from cchc_desktop.ui.drafting.layout_page import LayoutPage
    from cchc_desktop.ui.office.page import OfficePage


class SettingsDesk(QObject):
    """Changes preferences as they are chosen; the office's profile is stored in the database by a desk of its own."""

    done = Signal(str, object)
    """One line about a deed, and the id of the operation that can be taken back or None."""
    part_wanted = Signal(str)
    """A part is to be shown again, by its name."""
    strip_wanted = Signal(QWidget)
    strip_left = Signal(QWidget)

    def __init__(
        self,
        session: PlanSession,
        preferences: Preferences,
        make_backups: Callable[[], QWidget],
        doors: Doors,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._doors = doors
        self._window = window
        self._session = session
        self._preferences = preferences
        self._office: OfficePage | None = None
        self._days_off: DaysOffPage | None = None
        self._layout: LayoutPage | None = None
        self._is_editable = True
        makers = {
            OFFICE: self._make_office, LAYOUT: self._make_layout, LOOK: self._make_look,
            CALENDAR: self._make_calendar, BACKUPS: make_backups, PERSON: self._make_person,
        }  # fmt: skip
        self.page = SettingsPage(makers, window)

    def set_editable(self, editable: bool) -> None:
        """Let what is in the database be changed, or only be looked at."""
        self._is_editable = editable
        for part in (self._office, self._days_off, self._layout):
            if part is not None:
                part.set_editable(editable)

    def _make_office(self) -> QWidget:
        from cchc_desktop.ui.office.desk import OfficeDesk
        from cchc_desktop.ui.office.page import OfficePage

        page = self._office = OfficePage(self.page)
        desk = OfficeDesk(self._session, page.form, page)
        page.refresh_wanted.connect(desk.refresh)
        page.set_editable(self._is_editable)
        desk.done.connect(self.done)
        return page

    def _make_layout(self) -> QWidget:
        from cchc_desktop.ui.drafting.layout_desk import LayoutDesk
        from cchc_desktop.ui.drafting.layout_page import LayoutPage

        page = self._layout = LayoutPage(self.page)
        page.set_editable(self._is_editable)
        desk = LayoutDesk(self._session, page, self._doors.previewer, self._window)
        desk.done.connect(self.done)
        desk.behind.strip_wanted.connect(self.strip_wanted)
        desk.behind.strip_left.connect(self.strip_left)
        desk.behind.back_wanted.connect(lambda: self.part_wanted.emit(LAYOUT))
        return page

    def _make_calendar(self) -> QWidget:
        from cchc_desktop.ui.calendar.desk import CalendarDesk
        from cchc_desktop.ui.calendar.page import DaysOffPage

        page = self._days_off = DaysOffPage(self._doors.today, self.page)
        page.set_editable(self._is_editable)
        desk = CalendarDesk(self._session, page, self._doors.holidays, self._window, page)
        desk.done.connect(self.done)
        return page

    def _make_look(self) -> QWidget:
        from cchc_desktop.ui.settings.look_page import LookPage

        page = LookPage(self.page)
        page.show_settings(self._preferences.value())
        page.chosen.connect(self._choose_look)
        self._preferences.changed.connect(lambda: page.show_settings(self._preferences.value()))
        return page

    def _choose_look(self, field: str, value: object) -> None:
        look = theme.theme_of(QApplication.instance())
        if look is not None and field == "theme":
            look.choose(str(value))
        elif look is not None and field == "text_size" and isinstance(value, int):
            look.set_points(value)
        self._preferences.change(**{field: value})

    def _make_person(self) -> QWidget:
        from cchc_desktop.ui.settings.person_page import PersonPage

        page = PersonPage(self.page)
        page.show_name(self._preferences.value().person)
        page.named.connect(self._name)
        self._preferences.changed.connect(lambda: page.show_name(self._preferences.value().person))
        return page

    def _name(self, name: str) -> None:
        self._preferences.change(person=name)
        self.done.emit(self.tr("Đã lưu tên người nhập liệu."), None)
