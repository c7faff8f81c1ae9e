"""Looks for what is worth a look before a paper goes out, and leads there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.ui.reports.findings import PLAN_FACTS, WORDS, place_of
from cchc_desktop.ui.reports.page import ReportsPage
from cchc_desktop.ui.session import PlanSession

if TYPE_CHECKING:
    from cchc_desktop.domain.doubts import Slip
    from cchc_desktop.services.workspace import Workspace
    from cchc_desktop.ui.reports.checking import PlanFinding


class PaperChecks(QObject):
    """Keeps the list of findings; one that is chosen opens its tasks, or where the plan's facts or words are typed."""

    item_wanted = Signal(int, object)
    rows_wanted = Signal(object, object)
    """The ids of tasks that are to be listed, and of their plans."""
    properties_wanted = Signal()
    words_wanted = Signal()
    """The edited words of the report are to be looked at."""
    failed = Signal(object)

    def __init__(
        self, session: PlanSession, slips: Callable[[], Sequence[Slip]], page: ReportsPage, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._slips = slips
        self._page = page
        self._asked = 0
        page.findings.wanted.connect(self._jump)

    def look(self, plan_ids: Sequence[int], period: str) -> None:
        """Look through some plans; `period` is that of the report, '' for another paper."""
        slips = tuple(self._slips())
        asked = self._asked = self._asked + 1

        def show(found: Sequence[PlanFinding]) -> None:
            if asked == self._asked:
                self._page.show_findings(found)

        def refused(error: Exception) -> None:
            show(())
            if not isinstance(error, CchcError):
                self.failed.emit(error)

        self._session.read(lambda workspace: _findings(workspace, plan_ids, period or None, slips), show, refused)

    def _jump(self, finding: PlanFinding) -> None:
        tree = self._session.tree
        if finding.code in PLAN_FACTS and tree is not None and tree.plan.id == finding.plan_id:
            self.properties_wanted.emit()
        elif finding.code in PLAN_FACTS:
            self.item_wanted.emit(finding.plan_id, None)
        elif finding.code in WORDS:
            self.words_wanted.emit()
        elif len(finding.rows) > 1:
            self.rows_wanted.emit(finding.rows, (finding.plan_id,))
        elif (item_id := place_of(finding)) is not None:
            self.item_wanted.emit(finding.plan_id, item_id)


def _findings(workspace: Workspace, *values: Any) -> Sequence[PlanFinding]:
    from cchc_desktop.ui.reports.checking import findings_of

    return findings_of(workspace, *values)
