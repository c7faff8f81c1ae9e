"""The desk of Việc đến hạn: draws from the one picture of the window, searches in the one library of all plans."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.followup.due_list import DueGroup
from cchc_desktop.services.followup import DueLine, FollowPicture
from cchc_desktop.services.search import Library
from cchc_desktop.ui.deadlines.page import DeadlinesPage
from cchc_desktop.ui.deadlines.seen import Seen, look
from cchc_desktop.ui.deadlines.wishes import Wishes
from cchc_desktop.ui.finding.keeper import LibraryKeeper, Newest
from cchc_desktop.ui.following.keeper import FollowKeeper
from cchc_desktop.ui.following.recording import MilestoneRef
from cchc_desktop.ui.preferences import Preferences
from cchc_desktop.ui.session import PlanSession
from cchc_desktop.ui.steps import Steps


class DeadlinesDesk(QObject):
    """Keeps the screen in step with what presses; milestones are worked out on the database's thread."""

    item_wanted = Signal(int, object)
    """A task is to be shown in its plan: the ids of both."""
    record_wanted = Signal(object, object)
    """Results are to be recorded: `MilestoneRef`s, and those of the rows below a single one."""
    urge_wanted = Signal(object)
    """Offices are to be urged: `MilestoneRef`s."""
    days_off_wanted = Signal(int)
    """The days off of a year are to be filled in."""
    tracking_wanted = Signal(object)
    """A plan is to be followed from a day on: a `TrackingOffer`."""

    def __init__(
        self,
        session: PlanSession,
        steps: Steps,
        keeper: FollowKeeper,
        library: LibraryKeeper,
        preferences: Preferences,
        today: Callable[[], date],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._keeper = keeper
        self._preferences = preferences
        self._asked = 0
        self._shown: tuple[FollowPicture | None, int | None] = None, None
        self.page = DeadlinesPage(today, window)
        self.page.show_wishes(Wishes.from_json(preferences.value().deadlines))
        self.page.set_editable(steps.is_writable)
        self._all_plans = self.page.bar.wishes().all_plans
        self._search = Newest(library, self.page.show_found)
        steps.writable_changed.connect(self.page.set_editable)
        keeper.changed.connect(self._refresh_if_seen)
        library.changed.connect(self._search_again)
        self._connect()
        keeper.begin()
        self.refresh()

    def refresh(self) -> None:
        """Work out what is shown, from the picture that there is."""
        picture, tree = self._keeper.picture, self._session.tree
        if picture is None:
            return
        self._asked += 1  # what was asked before is not wanted any more
        asked = self._asked
        all_plans = self.page.bar.wishes().all_plans
        plan_id = None if all_plans or tree is None else tree.plan.id
        if self._shown[0] is picture and self._shown[1] == plan_id:
            return  # just that is shown

        def show(seen: Seen) -> None:
            if asked == self._asked:  # else a later answer is on its way
                self._shown = picture, plan_id
                self.page.show_seen(seen)

        self._session.read(lambda workspace: look(workspace, picture, plan_id), show)

    def choose_group(self, group: DueGroup, *, all_plans: bool = False) -> None:
        """Show what presses in some way, of the open plan or of all."""
        wishes = self.page.bar.wishes()
        if wishes.all_plans != all_plans:
            self.page.show_all(all_plans=all_plans)
        self.page.choose_group(group)

    # --- answering the page

    def _connect(self) -> None:
        page = self.page
        page.refresh_wanted.connect(self._refresh_wanted)
        page.wishes_changed.connect(self._wishes_changed)
        page.search_wanted.connect(self._search_for)
        page.record_wanted.connect(self._record)
        page.urge_wanted.connect(lambda lines: self.urge_wanted.emit(refs_of(lines)))
        page.open_wanted.connect(self._open)
        page.days_off_wanted.connect(self.days_off_wanted)
        page.tracking.wanted.connect(self.tracking_wanted)

    def _refresh_wanted(self) -> None:
        if self._keeper.is_current():
            self.refresh()
        else:
            self._keeper.refresh()

    def _refresh_if_seen(self) -> None:
        if self.page.isVisible():  # when it is shown again it reads anyway
            self.refresh()

    def _wishes_changed(self) -> None:
        wishes = self.page.bar.wishes()
        self._preferences.change(deadlines=wishes.to_json())
        if wishes.all_plans != self._all_plans:
            self._all_plans = wishes.all_plans
            self.refresh()

    def _record(self, lines: Sequence[DueLine]) -> None:
        following = self.page.lines_below() if len(lines) == 1 else []
        self.record_wanted.emit(refs_of(lines), refs_of(following))

    def _open(self, lines: Sequence[DueLine]) -> None:
        for line in lines[:1]:
            self.item_wanted.emit(line.plan.id, line.item.id)

    # --- searching

    def _search_for(self, words: str) -> None:
        self._search.ask(lambda library: found_items(library, words))

    def _search_again(self) -> None:
        words = self.page.bar.query()
        if words:
            self._search_for(words)


def found_items(library: Library, words: str) -> frozenset[int] | None:
    """Return the ids of the tasks that a query finds in all plans, None for no query."""
    if not words.strip():
        return None
    return frozenset(hit.id for hit in library.items.search(words, limit=None))


def refs_of(lines: Sequence[DueLine]) -> list[MilestoneRef]:
    """Return what names the milestones of lines."""
    return [MilestoneRef(line.plan.id, line.item.id, line.row.occurrence) for line in lines]
