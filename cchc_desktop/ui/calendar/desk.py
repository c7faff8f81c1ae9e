"""The desk of Ngày nghỉ: reads the calendar, stores what is typed, brings proposals for review."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.changes import Changes
from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.entities import UNSAVED
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.followup.days_off import DayOff
from cchc_desktop.services import calendar_keeping
from cchc_desktop.ui.calendar.page import DaysOffPage
from cchc_desktop.ui.calendar.proposals_dialog import ProposalsDialog
from cchc_desktop.ui.errors import is_told_in_place
from cchc_desktop.ui.session import PlanSession

Holidays = Callable[[int], Sequence[DayOff]]


class CalendarDesk(QObject):
    """Keeps the part in step with the database; each deed is one operation that can be taken back."""

    done = Signal(str, object)
    """One line about a deed, and the id of its operation."""

    def __init__(
        self, session: PlanSession, page: DaysOffPage, holidays: Holidays, window: QWidget, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._page, self._holidays, self._window = session, page, holidays, window
        self._kept: Sequence[DayOff] = ()
        self._asked = 0
        self._is_asking = False
        page.refresh_wanted.connect(self.refresh)
        page.day_typed.connect(self._save)
        page.delete_wanted.connect(self._delete)
        page.proposals_wanted.connect(self._propose)
        for ended in (session.saved, session.worked):
            ended.connect(self._refresh_if_seen)
        self.refresh()

    def refresh(self) -> None:
        """Read the calendar."""
        self._asked += 1
        asked = self._asked

        def show(kept: Sequence[DayOff]) -> None:
            if asked == self._asked:  # else a later answer is on its way
                self._kept = kept
                self._page.show_days(kept)

        self._session.read(calendar_keeping.kept_days, show)

    def _refresh_if_seen(self, *_: Any) -> None:
        if self._page.isVisible():  # when it is shown again it reads anyway
            self.refresh()

    # --- writing

    def _save(self, day: DayOff) -> None:
        is_new = day.id == UNSAVED

        def stored(result: tuple[int, Changes]) -> None:
            day_id, changes = result
            if is_new:
                self._page.form.show_day(None)
            self._page.choose(day_id, day.day)
            sentence = self.tr("Đã thêm {} vào lịch.") if is_new else self.tr("Đã sửa {} trong lịch.")
            self.done.emit(sentence.format(show_day(day.day)), changes.operation_id)

        self._session.write(lambda workspace: calendar_keeping.save_day(workspace, day), stored, on_error=self._refuse)

    def _delete(self, ids: Sequence[int]) -> None:
        def deleted(changes: Changes) -> None:
            self.done.emit(self.tr("Đã xóa {} ngày khỏi lịch.").format(len(ids)), changes.operation_id)

        self._session.write(
            lambda workspace: calendar_keeping.delete_days(workspace, ids), deleted, on_error=self._refuse
        )

    def _refuse(self, error: Exception) -> None:
        if is_told_in_place(error):
            self._page.form.show_doubt(error.message)
        else:
            self._session.failed.emit(error)

    # --- proposals

    def _propose(self, year: int) -> None:
        """Ask the library on the database's thread: it takes its time to load."""
        if self._is_asking:
            return
        self._is_asking = True

        def show(proposals: Sequence[DayOff]) -> None:
            self._is_asking = False
            self._review(year, proposals)

        def failed(error: Exception) -> None:
            self._is_asking = False
            self._session.failed.emit(error)

        self._session.read(lambda _: tuple(self._holidays(year)), show, failed)

    def _review(self, year: int, proposals: Sequence[DayOff]) -> None:
        kept: set[date] = {row.day for row in self._kept}
        dialog = ProposalsDialog(year, proposals, kept, self._window)
        dialog.confirmed.connect(lambda: self._add(dialog))
        dialog.finished.connect(lambda _: dialog.deleteLater())
        dialog.open()

    def _add(self, dialog: ProposalsDialog) -> None:
        def added(result: tuple[int, Changes]) -> None:
            count, changes = result
            dialog.accept()
            self.done.emit(self.tr("Đã thêm {} ngày vào lịch.").format(count), changes.operation_id)

        def refused(error: Exception) -> None:
            dialog.show_refusal(error.message if isinstance(error, CchcError) else self.tr("Chưa lưu được."))
            if not isinstance(error, CchcError):
                self._session.failed.emit(error)

        days = dialog.days()
        self._session.write(lambda workspace: calendar_keeping.add_days(workspace, days), added, on_error=refused)
