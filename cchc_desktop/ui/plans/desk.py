"""The desk of plans: makes the pages and dialogs when they are first wanted and stores what they ask for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.changes import Changes
from cchc_desktop.domain.errors import CarryOverAsked, CchcError, StaleRow
from cchc_desktop.domain.plan import Plan, PlanState
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.ui.dialog_host import DialogHost
from cchc_desktop.ui.errors import is_told_in_place
from cchc_desktop.ui.plans import work
from cchc_desktop.ui.plans.linking import PlanLinks
from cchc_desktop.ui.screens import PLAN
from cchc_desktop.ui.session import PlanSession, UseCase, changes_of

if TYPE_CHECKING:
    from cchc_desktop.services.templates import PlanTemplate
    from cchc_desktop.ui.plans.new_plan_page import NewPlan, NewPlanPage
    from cchc_desktop.ui.plans.outline import Standing
    from cchc_desktop.ui.plans.take_over_page import TakeOverPage
    from cchc_desktop.ui.widgets.entry_dialog import EntryDialog


class PlansDesk(QObject):
    """`page_wanted` and `left` tell the window what to show; a new plan is opened at once.

    `done` carries one line about a deed and the id of the operation that can be taken back.
    """

    page_wanted = Signal(QWidget, str)
    left = Signal()
    import_wanted = Signal()
    done = Signal(str, object)
    failed = Signal(object)

    def __init__(
        self,
        session: PlanSession,
        shipped: Callable[[], Sequence[PlanTemplate]],
        today: Callable[[], date],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._shipped = shipped
        self._today = today
        self._window = window
        self.links = self._made_links(today)
        self._new_page: NewPlanPage | None = None
        self._take_page: TakeOverPage | None = None
        self._host = DialogHost(session, self)
        for changed in (session.saved, session.plan_opened):
            changed.connect(self._refresh_pages)

    @property
    def dialog(self) -> EntryDialog | None:
        """The dialog that is open, None while none is."""
        return self._host.dialog

    def _made_links(self, today: Callable[[], date]) -> PlanLinks:
        """Return what leads to other plans: the years in words, the plans that are carried out."""
        links = PlanLinks(self._session, today, self._window)
        links.page_wanted.connect(self.page_wanted)
        links.left.connect(self.left)
        links.facts_wanted.connect(self.edit_plan)
        links.writes.given_up.connect(self._given_up)
        links.done.connect(self.done)
        links.failed.connect(self.failed)
        return links

    # --- a new plan

    def new_plan(self, copy_of: int | None = None, *, unfinished: bool = False) -> None:
        """Show the page of a new plan, fresh; `copy_of` names a plan to be carried into its next period.

        `unfinished` ticks only what that one has not finished.
        """
        from cchc_desktop.ui.plans.new_plan_page import NewPlanPage

        self._forget_pages()
        page = self._new_page = NewPlanPage(self._today, self._window)
        page.hide()  # until it is wanted
        page.wanted.connect(self._create)
        page.left.connect(self._leave)
        page.tree_wanted.connect(
            lambda plan_id: self._read_for(
                page, work.read_standing(plan_id, self._today()), lambda found: page.show_tree(*found)
            )
        )
        page.template_delete_wanted.connect(self._delete_template)

        def show(offered: work.Offered) -> None:
            self._offer(page, offered)
            if copy_of is not None:
                page.choose_plan(copy_of, unfinished=unfinished)
            self.page_wanted.emit(page, PLAN)
            page.focus_first()

        self._read_for(page, work.read_offered, show)

    def _offer(self, page: NewPlanPage, offered: work.Offered) -> None:
        page.show_sources(self._shipped(), offered.templates, self._session.plans)

    def _create(self, wanted: NewPlan) -> None:
        page = self._new_page
        if page is None:
            return
        page.set_busy(True)

        def created(result: tuple[int, Changes]) -> None:
            self._leave()
            plan_id, changes = result
            self._session.open_plan(plan_id)
            self.done.emit(self.tr("Đã tạo kế hoạch “{}”.").format(wanted.title), changes.operation_id)
            if wanted.source.plan is not None:
                self.links.years.offer(plan_id)

        self._session.write(
            work.store_new(wanted), created, on_error=lambda error: self._not_created(page, wanted, error)
        )

    def _not_created(self, page: NewPlanPage, wanted: NewPlan, error: Exception) -> None:
        """Ask where tasks would stand in two plans; say in the page what else was wrong."""
        if not isinstance(error, CarryOverAsked):
            self._refuse(page, error)
            return
        from cchc_desktop.ui.plans.carry_dialog import CarryDialog

        page.set_busy(False)
        dialog = CarryDialog(wanted.title, error.message, self._window)

        def confirmed() -> None:
            dialog.accept()
            self._create(replace(wanted, confirmed=True))

        self._host.open(dialog, confirmed)

    def _delete_template(self, name: str) -> None:
        words = self.tr("Đã xóa mẫu “{}”.").format(name)
        self._session.write(work.delete_template(name), lambda changes: self.done.emit(words, changes.operation_id))

    # --- rows of a superior plan

    def take_over(self) -> None:
        """Show the rows of superior plans that can come into the open plan."""
        from cchc_desktop.ui.plans.take_over_page import TakeOverPage

        target = self._session.tree
        if target is None:
            return
        self._forget_pages()
        page = self._take_page = TakeOverPage(self._window)
        page.hide()
        page.wanted.connect(self._take)
        page.left.connect(self._leave)
        page.import_wanted.connect(self._leave_for_import)

        def show(sources: list[PlanTree]) -> None:
            page.show_plans(sources, target)
            self.page_wanted.emit(page, PLAN)
            page.focus_first()

        self._read_for(page, work.read_superiors(target.plan.id), show)

    def _take(self, source_id: int, item_ids: list[int]) -> None:
        page, target = self._take_page, self._session.tree
        if page is None or target is None:
            return
        page.set_busy(True)
        words = self.tr("Đã lấy {} nhiệm vụ từ kế hoạch cấp trên.").format(len(item_ids))

        def taken(changes: Changes) -> None:
            self._leave()
            self.done.emit(words, changes.operation_id)

        self.links.writes.write(
            work.take_over(source_id, item_ids, target.plan.id), taken, lambda error: self._refuse(page, error)
        )

    def _given_up(self) -> None:
        if self._take_page is not None:
            self._take_page.set_busy(False)

    def _leave_for_import(self) -> None:
        self._leave()
        self.import_wanted.emit()

    # --- the open plan

    def edit_plan(self) -> None:
        """Ask for changed facts of the open plan."""

        def make(plan: Plan, offered: work.Offered) -> EntryDialog:
            from cchc_desktop.ui.plans.form import PlanFormDialog
            from cchc_desktop.ui.plans.form_tabs import PlanOffers

            return PlanFormDialog(plan, PlanOffers(offered.profile, self._session.plans), self._window)

        self._ask_plan(make, self.tr("Đã lưu thông tin kế hoạch."))

    def issue_plan(self) -> None:
        """Ask for the document that issues the open plan."""

        def make(plan: Plan, offered: work.Offered) -> EntryDialog:
            from cchc_desktop.ui.plans.issue_dialog import IssueDialog

            return IssueDialog(plan, offered.profile, self._today, self._window)

        self._ask_plan(make, self.tr("Đã ban hành kế hoạch."))

    def close_or_reopen(self) -> None:
        """Offer to close the open plan, or to open it again where it is closed."""
        tree = self._session.tree
        if tree is None:
            return
        closes = tree.plan.state in (PlanState.DRAFT, PlanState.ISSUED)
        words = self.tr("Đã kết thúc kế hoạch.") if closes else self.tr("Đã mở lại kế hoạch.")

        def show(found: tuple[PlanTree, Standing]) -> None:
            from cchc_desktop.ui.plans.close_dialog import CloseDialog

            dialog = CloseDialog(found[0].plan, self._window, len(found[1].unfinished))

            def confirmed() -> None:
                self._store(dialog, work.save_plan(dialog.plan()), words)

            def accepted() -> None:
                if dialog.next_plan.isChecked():
                    self.new_plan(found[0].plan.id, unfinished=True)

            dialog.accepted.connect(accepted)
            self._host.open(dialog, confirmed)

        self._read_for(self, work.read_standing(tree.plan.id, self._today()), show)

    def save_template(self) -> None:
        """Ask under which name the open plan is kept as a template."""
        tree = self._session.tree
        if tree is None:
            return

        def show(offered: work.Offered) -> None:
            from cchc_desktop.ui.plans.template_dialog import SaveTemplateDialog

            taken = [template.name for template in offered.templates]
            dialog = SaveTemplateDialog(tree.plan.title, taken, self._window)
            words = self.tr("Đã lưu kế hoạch làm mẫu.")
            self._host.open(
                dialog, lambda: self._store(dialog, work.save_template(tree.plan.id, dialog.words()), words)
            )

        self._read_for(self, work.read_offered, show)

    def _ask_plan(self, make: Callable[[Plan, work.Offered], Any], words: str) -> None:
        """Show a dialog over the open plan; what it makes of the plan is stored."""
        tree = self._session.tree
        if tree is None:
            return

        def show(offered: work.Offered) -> None:
            dialog = make(tree.plan, offered)
            self._host.open(dialog, lambda: self._store(dialog, work.save_plan(dialog.plan()), words))

        self._read_for(self, work.read_offered, show)

    def _store(self, dialog: EntryDialog, use_case: UseCase, words: str) -> None:
        def stored(result: object) -> None:
            dialog.accept()
            self.done.emit(words, changes_of(result).operation_id)

        self._session.write(use_case, stored, on_error=lambda error: self._refuse(dialog, error))

    # --- what goes wrong, what comes from elsewhere

    def _refuse(self, place: Any, error: Exception) -> None:
        """Say in the page or dialog why it was not stored; what was typed stays there."""
        if hasattr(place, "set_busy"):
            place.set_busy(False)
        place.show_refusal(error.message if isinstance(error, CchcError) else self.tr("Chưa lưu được."))
        tree = self._session.tree
        if isinstance(error, StaleRow) and hasattr(place, "rebase") and tree is not None:
            self._read_for(place, work.read_tree(tree.plan.id), lambda newer: place.rebase(newer.plan))
        if not is_told_in_place(error):
            self.failed.emit(error)

    def _read_for(self, place: QObject, use_case: UseCase, then: Callable[[Any], object]) -> None:
        """Read something for a page; an answer that comes when the page was left is dropped."""

        def answered(result: Any) -> None:
            if place is self or place in (self._new_page, self._take_page, self.dialog):
                then(result)

        self._session.read(use_case, answered, self.failed.emit)

    def _refresh_pages(self) -> None:
        """What was written elsewhere (an undo) shows on a page that stands open."""
        page, tree = self._new_page, self._session.tree
        if page is not None:
            self._read_for(page, work.read_offered, lambda offered: self._offer(page, offered))
        if self._take_page is not None and tree is not None:
            self._take_page.show_target(tree)

    def _leave(self) -> None:
        self._forget_pages()
        self.left.emit()

    def _forget_pages(self) -> None:
        for page in (self._new_page, self._take_page):
            if page is not None:
                page.deleteLater()
        self._new_page = self._take_page = None
