"""The desk of years inside words: offers them after a plan was made from an older one, and stores what is ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.changes import Changes
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.ui.amendable import AmendableWrites
from cchc_desktop.ui.plans.page_desk import PageDesk
from cchc_desktop.ui.plans.years_work import YearsFound, read_years
from cchc_desktop.ui.session import PlanSession
from cchc_desktop.ui.widgets.strip import Strip

if TYPE_CHECKING:
    from cchc_desktop.services.workspace import Workspace
    from cchc_desktop.services.year_changes import YearPlace
    from cchc_desktop.ui.plans.years_page import YearsPage  # noqa: F401  the parameter of the base class

_LOOK, _LATER = "look_at_years", "later"


class YearsDesk(PageDesk["YearsPage"]):
    """Strips offer the page where there is something to do."""

    strip_wanted = Signal(QWidget)
    strip_left = Signal(QWidget)

    def __init__(self, session: PlanSession, writes: AmendableWrites, window: QWidget) -> None:
        super().__init__(session, writes, window)
        self._plan_id = 0
        self._strip: Strip | None = None
        self._strip_plan = 0
        session.saved.connect(self._read_again)
        session.plan_opened.connect(self._plan_opened)
        writes.given_up.connect(self._given_up)

    def open(self) -> None:
        """Show the years in the open plan's words."""
        from cchc_desktop.ui.plans.years_page import YearsPage

        tree = self._session.tree
        if tree is None:
            return
        self._drop_strip()
        page = YearsPage(self._window)
        self._plan_id = tree.plan.id
        page.wanted.connect(self._change)
        page.year_changed.connect(self._read_for_year)
        self._begin(page, read_years(tree.plan.id), lambda found: page.show_years(found, anew=True))

    def offer(self, plan_id: int) -> None:
        """Offer the page for a plan that was made from an older one, where its words still name older years."""

        def show(found: YearsFound) -> None:
            tree = self._session.tree
            if found.places and tree is not None and tree.plan.id == plan_id:
                self._show_strip(plan_id, len(found.places))

        self._session.read(read_years(plan_id), show, self.failed.emit)

    def _show_strip(self, plan_id: int, count: int) -> None:
        self._drop_strip()
        words = self.tr("Nội dung kế hoạch mới còn {} chỗ nêu năm hoặc ngày của kỳ khác.").format(count)
        actions = ((_LOOK, self.tr("Xem và đổi…")), (_LATER, self.tr("Để sau")))
        strip = self._strip = Strip(words, actions, self._window, "calendar-clock")
        self._strip_plan = plan_id
        strip.chosen.connect(lambda key: self.open() if key == _LOOK else self._drop_strip())
        self.strip_wanted.emit(strip)

    def _drop_strip(self) -> None:
        strip, self._strip = self._strip, None
        if strip is not None:
            self.strip_left.emit(strip)

    def _plan_opened(self, tree: PlanTree | None) -> None:
        if tree is None or tree.plan.id != self._strip_plan:
            self._drop_strip()
        if self._page is not None and tree is not None and tree.plan.id != self._plan_id:
            self._plan_id = tree.plan.id
            self._read(None, anew=True)

    def _read_again(self) -> None:
        """What was written, here or elsewhere (an undo), shows on a page that stands open."""
        if self._page is not None:
            self._read(self._page.year.value(), anew=False)

    def _read_for_year(self, year: int) -> None:
        self._read(year, anew=True)

    def _read(self, year: int | None, *, anew: bool) -> None:
        page = self._page
        if page is not None:
            self._read_for(page, read_years(self._plan_id, year), lambda found: page.show_years(found, anew=anew))

    def _change(self, chosen: list[YearPlace]) -> None:
        page, plan_id = self._page, self._plan_id
        if page is None:
            return
        page.set_busy(True)
        words = self.tr("Đã đổi năm ở {} chỗ.").format(len(chosen))

        def change(workspace: Workspace, amendment: str | None) -> Changes:
            from cchc_desktop.services import year_changes

            return year_changes.change_years(workspace, plan_id, chosen, amendment)

        def changed(changes: Changes) -> None:
            self._leave()
            self.done.emit(words, changes.operation_id)

        self._writes.write(change, changed, self._refuse)

    def _refuse(self, error: Exception) -> None:
        """Say on the page why it was not done; the ticks stay."""
        self._given_up()
        super()._refuse(error)

    def _given_up(self) -> None:
        if self._page is not None:
            self._page.set_busy(False)
