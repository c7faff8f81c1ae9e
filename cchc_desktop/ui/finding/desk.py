"""Stands behind the page that searches all plans: it asks the library, opens what was chosen, and leads back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.search.palette import EntryKind
from cchc_desktop.ui.finding.keeper import LibraryKeeper, Newest
from cchc_desktop.ui.finding.page import FindPage
from cchc_desktop.ui.finding.rows import Found, FoundItem, answer
from cchc_desktop.ui.session import PlanSession


class FindDesk(QObject):
    """Searches again when the words or the plans change; of several questions that wait only the last is asked."""

    left = Signal()
    item_wanted = Signal(int, object)
    """A plan's id, and that of an item in it or None."""
    agency_wanted = Signal(int)

    def __init__(self, session: PlanSession, keeper: LibraryKeeper, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._keeper = keeper
        self.page = FindPage(window)
        self.page.hide()  # until it is wanted
        self._newest = Newest(keeper, self.page.show_answer)
        self.page.wanted.connect(self._ask)
        self.page.opened.connect(self._open)
        self.page.left.connect(self.left)
        self.page.refresh_wanted.connect(keeper.forget)
        keeper.changed.connect(self._ask_if_seen)

    def begin(self) -> None:
        """Bring the rows up to date and put the cursor into the field; words that were searched for stay."""
        self.page.focus_search()
        self._ask()

    def _ask_if_seen(self) -> None:
        if self.page.isVisible():
            self._ask()

    def _ask(self) -> None:
        words, limit, tree = self.page.words(), self.page.limit, self._session.tree
        open_plan = tree.plan.id if tree is not None else None
        if not self._keeper.is_ready():
            self.page.show_reading()
        self._newest.ask(lambda library: answer(library, words, limit, open_plan))

    def _open(self, row: Found) -> None:
        if isinstance(row, FoundItem):
            self.item_wanted.emit(row.plan_id, row.id)
        elif row.kind is EntryKind.PLAN:
            self.item_wanted.emit(row.id, None)
        else:
            self.agency_wanted.emit(row.id)
