"""The desk of the page that compares plans: reads what it shows and stores the links that a person decides about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.changes import Changes
from cchc_desktop.ui.amendable import AmendableWrites
from cchc_desktop.ui.plans import coverage_work as work
from cchc_desktop.ui.plans.page_desk import PageDesk
from cchc_desktop.ui.session import PlanSession

if TYPE_CHECKING:
    from cchc_desktop.services.workspace import Workspace
    from cchc_desktop.ui.plans.coverage_page import CoveragePage  # noqa: F401  the parameter of the base class


class CoverageDesk(PageDesk["CoveragePage"]):
    """`facts_wanted` asks for the plan's properties, `item_wanted` for a task of a plan."""

    facts_wanted = Signal()
    item_wanted = Signal(int, object)

    def __init__(self, session: PlanSession, writes: AmendableWrites, window: QWidget) -> None:
        super().__init__(session, writes, window)
        for changed in (session.saved, session.plan_opened):
            changed.connect(self._read_again)

    def open(self) -> None:
        """Show the open plan beside those that it carries out."""
        from cchc_desktop.ui.plans.coverage_page import CoveragePage

        tree = self._session.tree
        if tree is None:
            return
        page = CoveragePage(self._window)
        page.link_wanted.connect(self._link)
        page.take_wanted.connect(self._take)
        page.item_wanted.connect(self._show_item)
        page.facts_wanted.connect(self.facts_wanted)
        self._begin(page, work.read_comparison(tree.plan.id), page.show_comparison)

    def _read_again(self) -> None:
        """What was written, here or elsewhere (an undo), shows on a page that stands open."""
        page, tree = self._page, self._session.tree
        if page is not None and tree is not None:
            self._read_for(page, work.read_comparison(tree.plan.id), page.show_comparison)

    def _link(self, item_id: int, target_id: int | None) -> None:
        words = self.tr("Đã nối nhiệm vụ.") if target_id is not None else self.tr("Đã bỏ liên kết.")
        self._session.write(
            work.link(item_id, target_id),
            lambda changes: self.done.emit(words, changes.operation_id),
            on_error=self._refuse,
        )

    def _take(self, source_id: int, item_ids: list[int]) -> None:
        tree = self._session.tree
        if tree is None:
            return
        plan_id = tree.plan.id
        words = self.tr("Đã lấy {} nhiệm vụ vào kế hoạch.").format(len(item_ids))

        def take(workspace: Workspace, amendment: str | None) -> Changes:
            from cchc_desktop.services import copying

            return copying.take_over(workspace, source_id, item_ids, plan_id, amendment)

        self._writes.write(take, lambda changes: self.done.emit(words, changes.operation_id), self._refuse)

    def _show_item(self, plan_id: int, item_id: int) -> None:
        self._leave()
        self.item_wanted.emit(plan_id, item_id)
