"""What a user does to the open plan: each command calls one service through the session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.draft import DraftPlan
from cchc_desktop.domain.items import Place
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import Plan, Section, plan_kind
from cchc_desktop.services import editing, exchange, plans
from cchc_desktop.services.exchange import ImportChoices
from cchc_desktop.ui.plan_dialog import PlanDialog
from cchc_desktop.ui.session import PlanSession, changes_of
from cchc_desktop.ui.workbench.unsaved import TypedRow, typed_row


class PlanCommands(QObject):
    """The writing commands; `item_added` carries the id of a new item.

    `done` carries one line about a deed that the screen does not show by itself, and the operation's id, by which it
    can be taken back; an ordinary edit is told by the time of the save alone.
    """

    done = Signal(str, object)
    item_added = Signal(int)
    stored = Signal(object)
    """A `TypedRow`: words typed into cells of one row are stored."""
    not_stored = Signal(object, object)
    """A `TypedRow` and the error: what was typed must not be lost."""
    form_refused = Signal(object, object)
    """An error, and what asks again with what was typed into the form."""

    def __init__(self, session: PlanSession, today: Callable[[], date], window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._today = today
        self._window = window

    # --- plans

    def new_plan(self) -> None:
        """Ask for the facts of a plan and store it."""
        today = self._today()
        year = today.year + (today.month > 10)
        period = Period(date(year, 1, 1), date(year, 12, 31))
        blank = Plan(self.tr("Kế hoạch cải cách hành chính năm {}").format(year), plan_kind(period), period)
        self._ask_new_plan(blank)

    def _ask_new_plan(self, blank: Plan) -> None:
        plan = PlanDialog.ask(blank, self.tr("Lập kế hoạch mới"), self._window)
        if plan is not None:
            self._session.write(
                lambda workspace: plans.create_plan(workspace, plan),
                then=lambda result: self._created(
                    result[0], self.tr("Đã lập kế hoạch “{}”.").format(plan.title), result
                ),
                on_error=lambda error: self.form_refused.emit(error, lambda: self._ask_new_plan(plan)),
            )

    def import_sample(self, draft: DraftPlan) -> None:
        """Store the sample plan and show it."""
        self._session.write(
            lambda workspace: exchange.import_plan(workspace, draft, ImportChoices()),
            then=lambda result: self._created(result.plan_id, self.tr("Đã thêm kế hoạch mẫu."), result),
        )

    def plan_properties(self) -> None:
        """Ask for changed facts of the open plan and store them."""
        tree = self._session.tree
        if tree is not None:
            self._ask_properties(tree.plan)

    def _ask_properties(self, shown: Plan) -> None:
        plan = PlanDialog.ask(shown, self.tr("Thông tin kế hoạch"), self._window)
        if plan is not None:
            self._session.write(
                lambda workspace: plans.save_plan(workspace, plan),
                on_error=lambda error: self.form_refused.emit(error, lambda: self._ask_properties_again(plan)),
            )

    def _ask_properties_again(self, typed: Plan) -> None:
        """Ask with the words typed before, on top of the plan as it is stored now."""
        tree = self._session.tree
        if tree is not None and tree.plan.uid == typed.uid:
            facts = {name: getattr(typed, name) for name in ("title", "period", "kind", "issuer", "document")}
            self._ask_properties(replace(tree.plan, **facts))

    def delete_plan(self) -> None:
        """Move the open plan to the bin."""
        tree = self._session.tree
        if tree is not None:
            self._write_and_tell(
                self.tr("Đã xóa kế hoạch “{}”.").format(tree.plan.title), plans.delete_plan, tree.plan.id
            )

    def reload(self) -> None:
        """Read the open plan anew."""
        tree = self._session.tree
        if tree is not None:
            self._session.open_plan(tree.plan.id)

    # --- sections

    def add_section(self) -> None:
        """Add a section behind the last one."""
        tree = self._session.tree
        if tree is None:
            return
        last = tree.sections[-1].id if tree.sections else None
        section = Section(plan_id=tree.plan.id, title=self.tr("Lĩnh vực mới"))
        self._write(editing.add_section, tree.plan.id, last, section)

    def edit_section(self, section_id: int, values: dict[str, str | None]) -> None:
        """Store changed words of a section."""
        tree = self._session.tree
        section = next((row for row in tree.sections if row.id == section_id), None) if tree else None
        if section is not None:
            self.store(typed_row(section, values))

    def delete_section(self, section_id: int) -> None:
        """Move a section with its items to the bin."""
        tree = self._session.tree
        section = next((row for row in tree.sections if row.id == section_id), None) if tree else None
        if tree is None or section is None:
            return
        count = sum(item.section_id == section_id for item in tree.items.values())
        words = self.tr("Đã xóa lĩnh vực “{}” cùng {} nhiệm vụ.").format(section.title, count)
        self._write_and_tell(words, editing.delete_section, section_id)

    # --- items

    def edit_item(self, item_id: int, values: dict[str, str | None]) -> None:
        """Store changed words of an item."""
        tree = self._session.tree
        item = tree.items.get(item_id) if tree else None
        if item is not None:
            self.store(typed_row(item, values))

    def store(self, row: TypedRow) -> None:
        """Store words typed into cells of one row; `stored` or `not_stored` follows."""
        use_case = editing.edit_section if row.kind is EntityKind.SECTION else editing.edit_item
        self._session.write(
            lambda workspace: use_case(workspace, row.id, row.values),
            then=lambda _: self.stored.emit(row),
            on_error=lambda error: self.not_stored.emit(row, error),
        )

    def edit_items(self, edits: dict[int, dict[str, str | None]]) -> None:
        """Store changed words of several items as one operation."""
        self._write_and_tell(self.tr("Đã sửa {} nhiệm vụ.").format(len(edits)), editing.edit_items, edits)

    def add_item(self, place: Place) -> None:
        """Add an empty item at a place; `item_added` follows."""
        tree = self._session.tree
        if tree is None:
            return
        plan_id = tree.plan.id
        self._session.write(
            lambda workspace: editing.add_item(workspace, plan_id, place, {}),
            then=lambda result: self.item_added.emit(result[0]),
        )

    def delete_items(self, item_ids: list[int]) -> None:
        """Move items to the bin."""
        words = self.tr("Đã xóa {} nhiệm vụ.").format(len(item_ids))
        self._write_and_tell(words, editing.delete_items, item_ids)

    def move_item(self, item_id: int, place: Place) -> None:
        """Move an item to a place."""
        self._write(editing.move_item, item_id, place)

    def _write(self, use_case: Callable[..., object], *values: object) -> None:
        self._session.write(lambda workspace: use_case(workspace, *values))

    def _write_and_tell(self, words: str, use_case: Callable[..., object], *values: object) -> None:
        self._session.write(
            lambda workspace: use_case(workspace, *values), then=lambda result: self._tell(words, result)
        )

    def _created(self, plan_id: int, words: str, result: object) -> None:
        self._session.open_plan(plan_id)
        self._tell(words, result)

    def _tell(self, words: str, result: object) -> None:
        self.done.emit(words, changes_of(result).operation_id)
