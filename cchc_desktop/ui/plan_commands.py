"""What a user does to the open plan: each command calls one service through the session."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.draft import DraftPlan
from cchc_desktop.domain.items import Place
from cchc_desktop.domain.numbering import next_numeral
from cchc_desktop.domain.plan import Section
from cchc_desktop.domain.schedule.model import Rule
from cchc_desktop.services import exchange, item_editing, moving, pasting, plans, section_editing
from cchc_desktop.services.exchange import ImportChoices
from cchc_desktop.ui.amendable import AmendableWrites, Ask, dialog_asker
from cchc_desktop.ui.session import PlanSession, changes_of, notes_of
from cchc_desktop.ui.workbench.unsaved import TypedRow, typed_row


class PlanCommands(QObject):
    """The writing commands; `item_added` and `section_added` carry the id of what is new.

    `done` carries one line about a deed that the screen does not show by itself, and the operation's id, by which it
    can be taken back; an ordinary edit is told by the time of the save alone.
    """

    done = Signal(str, object)
    item_added = Signal(int)
    section_added = Signal(int)
    stored = Signal(object)
    """A `TypedRow`: words typed into cells of one row are stored."""
    not_stored = Signal(object, object)
    """A `TypedRow` and the error: what was typed must not be lost."""
    given_up = Signal()
    """A change of issued words was given up when the amending document was asked for."""

    def __init__(
        self,
        session: PlanSession,
        today: Callable[[], date],
        window: QWidget,
        ask_amendment: Ask | None = None,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._today = today
        self._window = window
        self._amendable = AmendableWrites(session, window, ask_amendment or dialog_asker(today))
        self._amendable.given_up.connect(self.given_up)

    # --- plans

    def import_sample(self, draft: DraftPlan) -> None:
        """Store the sample plan and show it."""
        self._session.write(
            lambda workspace: exchange.import_plan(workspace, draft, ImportChoices()),
            then=lambda result: self._created(result.plan_id, self.tr("Đã thêm kế hoạch mẫu."), result),
        )

    def delete_plan(self) -> None:
        """Move the open plan to the bin."""
        tree = self._session.tree
        if tree is not None:
            words, plan_id = self.tr("Đã xóa kế hoạch “{}”.").format(tree.plan.title), tree.plan.id
            self._session.write(
                lambda workspace: plans.delete_plan(workspace, plan_id), then=lambda result: self._tell(words, result)
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
        plan_id, last = tree.plan.id, tree.sections[-1] if tree.sections else None
        section = Section(plan_id, self.tr("Lĩnh vực mới"), number=next_numeral(last.number) if last else "I")
        self._amendable.write(
            lambda workspace, amendment: section_editing.add_section(
                workspace, plan_id, last.id if last else None, section, amendment
            ),
            then=lambda result: self.section_added.emit(result[0]),
        )

    def edit_section(self, section_id: int, values: dict[str, str | None]) -> None:
        """Store changed words of a section."""
        tree = self._session.tree
        section = next((row for row in tree.sections if row.id == section_id), None) if tree else None
        if section is not None:
            self.store(typed_row(section, values))

    def move_section(self, section_id: int, behind_id: int | None) -> None:
        """Put a section with its items behind another one, first where there is none."""
        self._write(section_editing.move_section, section_id, behind_id)

    def delete_section(self, section_id: int) -> None:
        """Move a section with its items to the bin."""
        tree = self._session.tree
        section = next((row for row in tree.sections if row.id == section_id), None) if tree else None
        if tree is None or section is None:
            return
        count = sum(item.section_id == section_id for item in tree.items.values())
        words = self.tr("Đã xóa lĩnh vực “{}” cùng {} nhiệm vụ.").format(section.title, count)
        self._write_and_tell(words, section_editing.delete_section, section_id)

    # --- items

    def edit_item(self, item_id: int, values: dict[str, str | None]) -> None:
        """Store changed words of an item."""
        tree = self._session.tree
        item = tree.items.get(item_id) if tree else None
        if item is not None:
            self.store(typed_row(item, values))

    def store(self, row: TypedRow) -> None:
        """Store words typed into cells of one row; `stored` or `not_stored` follows."""
        use_case = section_editing.edit_section if row.kind is EntityKind.SECTION else item_editing.edit_item
        self._amendable.write(
            lambda workspace, amendment: use_case(workspace, row.id, row.values, amendment),
            then=lambda result: self._stored(row, result),
            on_error=lambda error: self.not_stored.emit(row, error),
        )

    def _stored(self, row: TypedRow, result: object) -> None:
        self.stored.emit(row)
        if notes := notes_of(result):  # an ordinary edit is told by the time of the save
            self.done.emit(" ".join(notes), changes_of(result).operation_id)

    def edit_items(self, edits: dict[int, dict[str, str | None]]) -> None:
        """Store changed words of several items as one operation."""
        self._write_and_tell(self.tr("Đã sửa {} nhiệm vụ.").format(len(edits)), item_editing.edit_items, edits)

    def paste(
        self, edits: dict[int, dict[str, str | None]], new_rows: list[dict[str, str | None]], place: Place | None
    ) -> None:
        """Store a pasted block: changed cells, and new items from a place on."""
        tree = self._session.tree
        if tree is not None:
            words = self._paste_words(len(edits), len(new_rows))
            self._write_and_tell(words, pasting.paste, tree.plan.id, edits, new_rows, place)

    def _paste_words(self, edited: int, added: int) -> str:
        if not added:
            return self.tr("Đã dán vào {} nhiệm vụ.").format(edited)
        if not edited:
            return self.tr("Đã thêm {} nhiệm vụ.").format(added)
        return self.tr("Đã dán vào {} nhiệm vụ, thêm {} nhiệm vụ.").format(edited, added)

    def set_rules(self, item_id: int, rules: tuple[Rule, ...] | None) -> None:
        """Keep a person's correction of a schedule, None to read the words again."""
        self._session.write(lambda workspace: item_editing.set_rules(workspace, item_id, rules))

    def add_item(self, place: Place) -> None:
        """Add an empty item at a place; `item_added` follows."""
        tree = self._session.tree
        if tree is None:
            return
        plan_id = tree.plan.id
        self._amendable.write(
            lambda workspace, amendment: item_editing.add_item(workspace, plan_id, place, {}, amendment=amendment),
            then=lambda result: self.item_added.emit(result[0]),
        )

    def ask_arisen(self, place: Place) -> None:
        """Ask for the document by which a task arose after the plan was issued, and add the task."""
        from cchc_desktop.ui.plans.arisen_dialog import ArisenDialog

        dialog = ArisenDialog(self._window)
        dialog.accepted.connect(lambda: self.add_arisen(place, dialog.words()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def add_arisen(self, place: Place, source_document: str) -> None:
        """Add an item that arose after the plan was issued (phát sinh), with the document that asks for it."""
        tree = self._session.tree
        if tree is None:
            return
        plan_id = tree.plan.id
        self._session.write(
            lambda workspace: item_editing.add_item(workspace, plan_id, place, {}, source_document),
            then=lambda result: self.item_added.emit(result[0]),
            then_apart=True,
        )

    def delete_items(self, item_ids: list[int]) -> None:
        """Move items to the bin."""
        words = self.tr("Đã xóa {} nhiệm vụ.").format(len(item_ids))
        self._write_and_tell(words, item_editing.delete_items, item_ids)

    def move_item(self, item_id: int, place: Place) -> None:
        """Move an item to a place."""
        self.move_items([item_id], place)

    def move_items(self, item_ids: list[int], place: Place) -> None:
        """Move items behind one another to a place."""
        self._write(moving.move_items, item_ids, place)

    def _write(self, use_case: Callable[..., object], *values: object) -> None:
        self._amendable.write(lambda workspace, amendment: use_case(workspace, *values, amendment=amendment))

    def _write_and_tell(self, words: str, use_case: Callable[..., object], *values: object) -> None:
        self._amendable.write(
            lambda workspace, amendment: use_case(workspace, *values, amendment=amendment),
            then=lambda result: self._tell(words, result),
        )

    def _created(self, plan_id: int, words: str, result: object) -> None:
        self._session.open_plan(plan_id)
        self._tell(words, result)

    def _tell(self, words: str, result: object) -> None:
        self.done.emit(" ".join((words, *notes_of(result))), changes_of(result).operation_id)
