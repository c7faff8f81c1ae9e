"""Import and export as one desk of the window: made when it is first used, for most days need neither."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.draft import DraftPlan
from cchc_desktop.services import import_backlog
from cchc_desktop.services.exchange import ImportChoices, ImportResult
from cchc_desktop.services.import_backlog import Backlog
from cchc_desktop.ui.doors import Doors
from cchc_desktop.ui.exchange.flow import ExchangeFlow, ProgressDisplay
from cchc_desktop.ui.exchange.import_page import ImportPage
from cchc_desktop.ui.session import PlanSession


class ExchangeDesk(QObject):
    """Leads a file from choosing to storing; `page_wanted` and `left` tell the window what to show.

    `done` carries one line about the deed and the id of the operation that can be taken back, None where there is
    none; `imported` carries the id of the plan that came in.
    """

    page_wanted = Signal(QWidget)
    left = Signal()
    imported = Signal(int)
    done = Signal(str, object)
    failed = Signal(object)

    def __init__(self, session: PlanSession, doors: Doors, display: ProgressDisplay, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._draft: DraftPlan | None = None
        self.page = ImportPage(window)
        self.flow = ExchangeFlow(session, doors.reader, display, window)
        self.flow.draft_read.connect(self._draft_read)
        self.flow.imported.connect(self._imported)
        self.flow.exported.connect(self._exported)
        self.flow.failed.connect(self._failed)
        self.page.accepted.connect(self._import)
        self.page.rejected.connect(self.leave)
        self.page.other_file_wanted.connect(self.flow.choose_and_read)

    def leave(self) -> None:
        """Forget the draft and give the screen back."""
        self._draft = None
        self.page.set_busy(False)
        self.left.emit()

    def _draft_read(self, path: Path, draft: DraftPlan) -> None:
        def show(backlog: Backlog) -> None:
            self._draft = draft
            self.page.show_draft(path, draft, self._session.plans, backlog)
            self.page_wanted.emit(self.page)

        self._session.read(lambda workspace: import_backlog.backlog(workspace, draft), show)

    def _import(self, choices: ImportChoices) -> None:
        if self._draft is not None:
            self.page.set_busy(True)
            self.flow.import_draft(self._draft, choices)

    def _imported(self, result: ImportResult) -> None:
        self.leave()
        if result.plan_id is not None:
            self.imported.emit(result.plan_id)
        self.done.emit(self.tr("Đã nhập {} nhiệm vụ.").format(result.items), result.changes.operation_id)

    def _exported(self, target: Path, notes: tuple[str, ...]) -> None:
        self.done.emit(" ".join([self.tr("Đã xuất phụ lục ra tệp {}.").format(target.name), *notes]), None)

    def _failed(self, error: Exception) -> None:
        self.page.set_busy(False)
        self.failed.emit(error)
