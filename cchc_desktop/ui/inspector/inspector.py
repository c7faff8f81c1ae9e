"""The inspector (F4): everything that is known of the chosen item, to read and to change in place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QMenu, QStackedLayout, QWidget

from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.ui.widgets.empty import EmptyState
from cchc_desktop.ui.workbench.unsaved import UnsavedWords

if TYPE_CHECKING:
    from cchc_desktop.domain.doubts import Doubt, Slip
    from cchc_desktop.ui.inspector.facts import ShownItem
    from cchc_desktop.ui.inspector.follow_words import ItemFollow
    from cchc_desktop.ui.inspector.item_page import ItemPage
    from cchc_desktop.ui.inspector.reads import Reader
    from cchc_desktop.ui.inspector.schedule_page import SchedulePage

_MINIMUM_WIDTH = 280

# What a palette can say is said with it, so that the fields follow the theme and high contrast alike.
_SHEET = """
QPlainTextEdit#value { background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 1px 3px; }
QPlainTextEdit#value:hover { border-color: palette(dark); }
QPlainTextEdit#value[readOnly="true"]:hover { border-color: transparent; }
QPlainTextEdit#value, QLineEdit { placeholder-text-color: palette(placeholder-text); }
QPlainTextEdit#value:focus { background: palette(base); border: 2px solid palette(link); padding: 0 2px; }
"""


class Inspector(QWidget):
    """Shows one item of a snapshot and asks for changes; it makes none.

    Requests are those of the table: `edit_requested` brings an item's id and {field: words}, `rules_requested` its id
    and the rules (None: the program reads the words again), `command_wanted` the name of a command of PlanView.
    The pages are made when first needed: the first rows of the window do not wait for them.
    """

    edit_requested = Signal(int, dict)
    rules_requested = Signal(int, object)
    dismiss_requested = Signal(str)
    raise_requested = Signal(str)
    history_wanted = Signal(int)
    item_wanted = Signal(int)
    command_wanted = Signal(str)
    bulk_edit_wanted = Signal()
    record_wanted = Signal(int, object)
    """The id of an item and the occurrence of a milestone, None for the one that presses most."""
    settle_wanted = Signal(int)
    """The id of an item whose schedule has left results without a milestone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(_MINIMUM_WIDTH)
        self.setStyleSheet(_SHEET)
        self._shown: ShownItem | None = None
        self._is_editable = True
        self._dismissed: frozenset[str] = frozenset()
        self._slips: Sequence[Slip] = ()
        self._reader: Reader | None = None
        self._follow_of: Callable[[int, int], ItemFollow | None] = lambda plan_id, item_id: None
        self._can_run: Callable[[str], bool] = lambda command: True
        self._empty = EmptyState("inbox", self.tr("Chọn một nhiệm vụ để xem chi tiết."), parent=self)
        self._several = EmptyState("square-check-big", "", self.tr("Sửa hàng loạt…"), self)
        self._several.activated.connect(self.bulk_edit_wanted)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._several)

    def sizeHint(self) -> QSize:
        return QSize(320, 480)

    @cached_property
    def page(self) -> ItemPage:
        """The page of an item; to ask for it early, while nobody waits, saves the first choice of a row its time."""
        from cchc_desktop.ui.inspector.item_page import ItemPage
        from cchc_desktop.ui.inspector.name_sources import name_sources

        page = ItemPage(self)
        page.edited.connect(self._ask_edit)
        page.menu_wanted.connect(self._pop_up_menu)
        page.record_wanted.connect(self._ask_record)
        page.milestones.settle_wanted.connect(self._ask_settling)
        page.doubts.dismiss_wanted.connect(self._dismiss)
        page.history.history_wanted.connect(self.history_wanted)
        page.form.dismiss_wanted.connect(self._dismiss)
        page.form.correct_wanted.connect(self.correct_schedule)
        page.form.item_wanted.connect(self.item_wanted)
        page.form.set_sources(name_sources(self._items))
        page.set_editable(self._is_editable)
        if self._reader is not None:
            page.history.set_reader(self._reader)
        self._stack.addWidget(page)
        return page

    @cached_property
    def schedule(self) -> SchedulePage:
        """The page that corrects a schedule."""
        from cchc_desktop.ui.inspector.schedule_page import SchedulePage

        page = SchedulePage(self)
        page.applied.connect(self._ask_rules)
        page.left.connect(self._leave_schedule)
        self._stack.addWidget(page)
        return page

    def _items(self) -> Collection[WorkItem]:
        return self._shown.tree.items.values() if self._shown is not None else ()

    # --- what the window gives

    def set_reader(self, reader: Reader) -> None:
        """Take what reads histories and names of items in other plans (`PlanSession.read`)."""
        self._reader = reader
        if self._is_made("page"):
            self.page.history.set_reader(reader)

    def set_slips(self, slips: Sequence[Slip]) -> None:
        """Take the slips that plans are known to copy from each other."""
        self._slips = slips
        self._show_again()

    def set_dismissed(self, keys: frozenset[str]) -> None:
        """Take the keys of the doubts that were dismissed for good."""
        if keys != self._dismissed:
            self._dismissed = keys
            self._show_again()

    def set_follow(self, follow_of: Callable[[int, int], ItemFollow | None]) -> None:
        """Take what tells how an item of a plan stands (the ids of both); called again when that changes."""
        self._follow_of = follow_of
        self._show_follow()

    def set_can_run(self, can_run: Callable[[str], bool]) -> None:
        """Take what tells whether a command of the row can be carried out now."""
        self._can_run = can_run

    def set_editable(self, is_editable: bool) -> None:
        """Let the item be changed, or only be read."""
        self._is_editable = is_editable
        if self._is_made("page"):
            self.page.set_editable(is_editable)
        if not is_editable and self._is_correcting():
            self._leave_schedule()
        self._show_again()

    def _is_made(self, page: str) -> bool:
        return page in self.__dict__

    def _is_correcting(self) -> bool:
        return self._is_made("schedule") and self._stack.currentWidget() is self.schedule

    # --- what is shown

    def show_item(self, tree: PlanTree | None, item_id: int | None, unsaved: UnsavedWords | None = None) -> None:
        """Show an item of a snapshot, with typed words that could not be stored; None shows the empty state.

        What is being typed into another item is told first; what is being typed into this one stays.
        """
        item = tree.items.get(item_id) if tree is not None and item_id is not None else None
        if tree is None or item is None:
            self._leave_item()
            self._stack.setCurrentWidget(self._empty)
            return
        before = self._shown if self._shown is not None and self._shown.item.uid == item.uid else None
        if before is None:
            self._leave_item()
        self._shown = self._shown_item(tree, item, unsaved, before)
        self._show_again()
        if before is None:
            self.page.scroll_to_top()
            self._read_names()
        if not self._is_correcting():
            self._stack.setCurrentWidget(self.page)
            if self._is_editable and self._is_made("schedule") and self.schedule.waits_for(item):
                self._open_schedule()

    def _shown_item(
        self, tree: PlanTree, item: WorkItem, unsaved: UnsavedWords | None, before: ShownItem | None
    ) -> ShownItem:
        from cchc_desktop.ui.inspector.facts import ShownItem

        names = before.names if before is not None else {}
        return ShownItem(tree, item, dict(unsaved.of(item)) if unsaved else {}, names)

    def show_several(self, count: int) -> None:
        """Say how many rows are chosen, and offer to change them together."""
        self._leave_item()
        self._several.set_sentence(self.tr("Đã chọn {} nhiệm vụ.").format(count))
        self._stack.setCurrentWidget(self._several)

    def end_typing(self) -> None:
        """Tell what is being typed: the window is about to close, or to make a save point."""
        if self._shown is not None:
            self.page.commit()
            if self._is_correcting():
                self.schedule.end_typing()

    def refresh(self) -> None:
        """Show what is stored: what was asked for last is not going to be (an amendment was not named)."""
        if self._shown is not None:
            self.page.settle()
            self._show_again()

    def begin_editing(self) -> None:
        """Type into the content of the item on the screen."""
        if self._shown is not None and self._is_editable:
            self.page.begin_editing()

    def texts(self) -> list[str]:
        """Return the words on the page that is shown, in reading order."""
        shown = self._stack.currentWidget()
        if isinstance(shown, EmptyState):
            return [label.text() for label in shown.findChildren(QLabel) if label.text()]
        return [self.schedule.reading()] if self._is_correcting() else self.page.texts()

    def doubts(self) -> list[Doubt]:
        """Return the doubts about the item on the screen that were not dismissed."""
        return [doubt for doubt in self._all_doubts() if doubt.key not in self._dismissed]

    def _all_doubts(self) -> Sequence[Doubt]:
        from cchc_desktop.services.doubts import doubts_of

        shown = self._shown
        return doubts_of(shown.item, shown.tree.plan, self._slips) if shown is not None else ()

    def _show_again(self) -> None:
        if self._shown is not None:
            by_field = {field: list(found) for field, found in groupby(self.doubts(), lambda doubt: doubt.field)}
            self.page.show_item(self._shown, by_field)
            self._show_follow()

    def _show_follow(self) -> None:
        if self._shown is not None:
            self.page.show_follow(self._follow_of(self._shown.tree.plan.id, self._shown.item.id))

    def _leave_item(self) -> None:
        """Tell what is being typed into the item that goes, a correction of its schedule too."""
        if self._shown is not None:
            self.page.commit()
            self.page.settle()
            if self._is_correcting():
                self.schedule.end_typing()
                self._stack.setCurrentWidget(self.page)
        self._shown = None

    def _read_names(self) -> None:
        shown = self._shown
        missing = [id_ for id_ in shown.linked_ids if id_ not in shown.tree.items] if shown is not None else []
        if missing and self._reader is not None:
            from cchc_desktop.ui.inspector.reads import read_names

            self._reader(lambda workspace: read_names(workspace, missing), self._take_names)

    def _take_names(self, names: dict[int, str]) -> None:
        if self._shown is not None and names.keys() <= set(self._shown.linked_ids):
            self._shown = replace(self._shown, names=names)
            self._show_again()

    # --- requests

    def _ask_edit(self, field: str, words: str) -> None:
        if self._shown is not None:
            self.edit_requested.emit(self._shown.item.id, {field: words})

    def _ask_record(self, occurrence: object) -> None:
        if self._shown is not None:
            self.page.commit()
            self.record_wanted.emit(self._shown.item.id, occurrence)

    def _ask_settling(self) -> None:
        if self._shown is not None:
            self.settle_wanted.emit(self._shown.item.id)

    def _ask_rules(self, rules: object) -> None:
        if self._shown is not None:
            self.rules_requested.emit(self._shown.item.id, rules)

    def _dismiss(self, doubt: Doubt) -> None:
        self.page.tabs.setFocus(Qt.FocusReason.OtherFocusReason)  # the button that has it goes
        self.dismiss_requested.emit(doubt.key)

    def correct_schedule(self) -> None:
        """Show the form that corrects what the time words mean."""
        if self._shown is not None and self._is_editable:
            self.page.commit()
            self._open_schedule()
            self.schedule.take_focus()

    def _open_schedule(self) -> None:
        if self._shown is not None:
            self._stack.setCurrentWidget(self.schedule)
            self.schedule.begin(self._shown.tree, self._shown.item)

    def _leave_schedule(self) -> None:
        self._stack.setCurrentWidget(self.page)
        self.page.form.rows["time_words"].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- the menu

    def build_row_menu(self) -> QMenu:
        """Return the menu of the row's commands, with the doubts that can be raised again."""
        from cchc_desktop.ui.inspector.row_menu import build_row_menu

        dismissed = [doubt for doubt in self._all_doubts() if doubt.key in self._dismissed]
        return build_row_menu(
            self.command_wanted.emit,
            lambda command: self._is_editable and self._can_run(command),
            dismissed if self._is_editable else (),
            self.raise_requested.emit,
            self,
        )

    def _pop_up_menu(self) -> None:
        menu = self.build_row_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        size, button = menu.sizeHint(), self.page.more
        menu.popup(button.mapToGlobal(QPoint(button.width() - size.width(), -size.height())))
