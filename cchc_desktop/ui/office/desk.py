"""The desk of the office's profile: keeps a form in step with the database and stores what it wants."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from cchc_desktop.domain.changes import Changes
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.office import OfficeProfile
from cchc_desktop.ui.errors import is_told_in_place
from cchc_desktop.ui.office.form import OfficeForm
from cchc_desktop.ui.session import PlanSession

if TYPE_CHECKING:
    from cchc_desktop.services.workspace import Workspace


class OfficeDesk(QObject):
    """One desk for one form; `done` carries one line about a deed and its operation's id."""

    done = Signal(str, object)

    def __init__(self, session: PlanSession, form: OfficeForm, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._form = form
        self._is_storing = False
        self._asked = 0
        form.save_wanted.connect(self.save)
        form.shown.connect(self.refresh)
        for ended in (session.saved, session.worked, session.plan_opened):
            ended.connect(self._refresh_if_seen)
        self._refresh_if_seen()

    def refresh(self) -> None:
        """Show what is stored; what is typed and not saved stays."""
        self._asked += 1
        asked = self._asked

        def show(profile: OfficeProfile) -> None:
            if asked == self._asked:  # else a later answer is on its way
                self._form.show_stored(profile)

        self._session.read(_read, show)

    def save(self, profile: OfficeProfile) -> None:
        """Store a profile; a refusal is told in the form, and what was typed stays there."""
        if self._is_storing:  # pressed twice
            return
        self._is_storing = True

        def store(workspace: Workspace) -> Changes:
            from cchc_desktop.services import office

            return office.save_profile(workspace, profile)

        def stored(changes: Changes) -> None:
            self._is_storing = False
            self._form.show_stored(profile)
            self._form.show_saved()
            self.done.emit(self.tr("Đã lưu thông tin đơn vị."), changes.operation_id)

        self._session.write(store, stored, on_error=self._refused)

    def _refused(self, error: Exception) -> None:
        self._is_storing = False
        if isinstance(error, CchcError):
            self._form.show_refusal(error.message)
        if not is_told_in_place(error):
            self._session.failed.emit(error)

    def _refresh_if_seen(self, *_: Any) -> None:
        if self._form.isVisible():  # when it is shown again it reads anyway
            self.refresh()


def _read(workspace: Workspace) -> OfficeProfile:
    from cchc_desktop.services import office

    return office.office_profile(workspace)
