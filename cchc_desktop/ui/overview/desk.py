"""The desk of Tổng quan: lets its figures be worked out and leads to the rows behind them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.followup.rollups import first_lead
from cchc_desktop.domain.followup.status import MilestoneStatus, Status
from cchc_desktop.domain.items import ItemKind
from cchc_desktop.services.followup import lead_names
from cchc_desktop.services.overview import PRESSING, AgencyUpdates, Overview, PressingItem, Share, TimelineDay, overview
from cchc_desktop.services.tracking_offer import TrackingOffer, tracking_offer
from cchc_desktop.ui.following.keeper import FollowKeeper
from cchc_desktop.ui.following.recording import MilestoneRef
from cchc_desktop.ui.overview import opening
from cchc_desktop.ui.overview.page import OverviewPage
from cchc_desktop.ui.overview.rows_dialog import BehindRow, RowsDialog
from cchc_desktop.ui.session import PlanSession
from cchc_desktop.ui.steps import Steps


class OverviewDesk(QObject):
    """Shows the open plan's figures out of the one picture; they are worked out on the database's thread."""

    item_wanted = Signal(int, object)
    rows_wanted = Signal(object)
    deadlines_wanted = Signal(object)
    """A group of the due list is to be shown: a `DueGroup`."""
    periods_wanted = Signal()
    plan_wanted = Signal()
    record_wanted = Signal(object)
    urge_wanted = Signal(object)
    tracking_wanted = Signal(object)
    """A plan is to be followed from a day on: a `TrackingOffer`."""

    def __init__(self, session: PlanSession, steps: Steps, keeper: FollowKeeper, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._keeper = keeper
        self._window = window
        self._asked = 0
        self._is_stale = True
        self.page = OverviewPage(window)
        self.page.set_editable(steps.is_writable)
        steps.writable_changed.connect(self.page.set_editable)
        self._connect()
        keeper.begin()
        self._show()

    def _connect(self) -> None:
        page, keeper = self.page, self._keeper
        keeper.changed.connect(self._changed)
        self._session.plan_opened.connect(lambda _: self._changed())
        page.refresh_wanted.connect(self._refresh)
        page.group_wanted.connect(self.deadlines_wanted)
        page.statuses_wanted.connect(self._open_statuses)
        page.days_wanted.connect(self._open_days)
        page.plan_wanted.connect(self.plan_wanted)
        page.tracking.wanted.connect(self.tracking_wanted)
        page.pressing.item_opened.connect(self._open_item)
        page.pressing.action_wanted.connect(self._act)
        page.updates.urge_wanted.connect(self._urge)
        page.updates.agency_opened.connect(self._open_updates)
        page.updates.periods_wanted.connect(self.periods_wanted)
        page.areas.opened.connect(lambda share: self._open_area(share, ()))
        page.areas.late_wanted.connect(lambda share: self._open_area(share, {Status.OVERDUE}))
        page.agencies.opened.connect(lambda share: self._open_agency(share, ()))
        page.agencies.late_wanted.connect(lambda share: self._open_agency(share, {Status.OVERDUE}))

    # --- showing

    def _changed(self) -> None:
        self._is_stale = True
        if self.page.isVisible():
            self._show()

    def _refresh(self) -> None:
        """Work everything out anew (F5); a page that is about to be shown takes what is there."""
        if self.page.isVisible():
            self._keeper.refresh()
        elif self._is_stale:
            self._show()

    def _show(self) -> None:
        self._asked += 1
        asked, tree, picture = self._asked, self._session.tree, self._keeper.picture
        if tree is None:
            self.page.show_nothing(self.tr("Chưa có kế hoạch nào."))
        elif tree.plan.superior:
            self.page.show_nothing(self.tr("Kế hoạch của cấp trên chỉ để đối chiếu, không theo dõi tiến độ ở đây."))
        elif not tree.items:
            self.page.show_nothing(self.tr("Kế hoạch này chưa có nhiệm vụ nào để theo dõi."))
        elif picture is None or tree.plan.id not in picture.plans:
            self.page.show_nothing(self.tr("Đang tổng hợp số liệu của kế hoạch…"))
        else:
            plan_id, is_current = tree.plan.id, self._keeper.is_current()

            def show(found: tuple[Overview | None, TrackingOffer | None]) -> None:
                seen, offer = found
                if asked == self._asked and seen is not None:  # else a later answer is on its way
                    self._is_stale = not is_current
                    self.page.show_overview(seen, offer)

            self._session.read(
                lambda workspace: (overview(picture, plan_id), tracking_offer(workspace, picture, plan_id)), show
            )

    # --- opening

    def _open_item(self, row: PressingItem) -> None:
        self.item_wanted.emit(row.item.plan_id, row.item.id)

    def _act(self, row: PressingItem) -> None:
        """Carry out the one action of a row."""
        ref = MilestoneRef(row.item.plan_id, row.item.id, row.status.milestone.occurrence)
        if row.status.status is Status.OVERDUE:
            self.urge_wanted.emit([ref])
        elif row.status.status is Status.UNDATED:
            self._open_item(row)
        else:
            self.record_wanted.emit([ref])

    def _urge(self, row: AgencyUpdates) -> None:
        seen = self.page.shown()
        if seen is not None:
            self.urge_wanted.emit([MilestoneRef(seen.plan.id, item_id) for item_id in row.missing])

    def _open_statuses(self, statuses: frozenset[Status] | None) -> None:
        self.rows_wanted.emit(opening.of_statuses(PRESSING if statuses is None else statuses))

    def _open_area(self, share: Share, statuses: Iterable[Status]) -> None:
        if self._session.tree is not None and share.id is not None:
            self.rows_wanted.emit(opening.of_area(self._session.tree, share.id, statuses))

    def _open_agency(self, share: Share, statuses: Iterable[Status]) -> None:
        if share.id is not None:
            self.rows_wanted.emit(opening.of_agency(share.id, statuses))
            return
        self._show_rows(self.tr("Chưa xác định cơ quan chủ trì"), self._of_nobody(frozenset(statuses)))

    def _of_nobody(self, wanted: frozenset[Status]) -> list[MilestoneStatus]:
        """Return the tasks that no known agency leads; where statuses are named, also the sub-rows with one of them."""
        plan = self._keeper.plan()
        if plan is None:
            return []
        led_by_none = [one for one in plan.status.items if first_lead(one) is None]
        counted = [one for one in led_by_none if wanted or one.item.kind is not ItemKind.SUB_ITEM]
        found = [plan.status.statuses[one.item.id].leading for one in counted]
        return [one for one in found if not wanted or one.status in wanted]

    def _open_updates(self, row: AgencyUpdates) -> None:
        """Show the items for which an agency owes an update, given or not."""
        plan = self._keeper.plan()
        statuses = plan.status.statuses if plan is not None else {}
        name = row.name or self.tr("Chưa xác định cơ quan")
        rows = [statuses[one.item_id].leading for one in row.owed if one.item_id in statuses]
        self._show_rows(self.tr("{}: {} nhiệm vụ cần cập nhật trong kỳ").format(name, len(rows)), rows)

    def _open_days(self, days: Sequence[TimelineDay]) -> None:
        first, last = show_day(days[0].day), show_day(days[-1].day)
        when = first if first == last else self.tr("{} đến {}").format(first, last)
        rows = [one for day in days for one in day.milestones]
        self._show_rows(self.tr("Đến hạn {}: {} mốc").format(when, len(rows)), rows)

    def _show_rows(self, title: str, found: Sequence[MilestoneStatus]) -> None:
        plan, picture = self._keeper.plan(), self._keeper.picture
        if plan is None or picture is None:
            return
        items = plan.tree.items
        rows = [
            BehindRow(items[one.milestone.item_id], one, lead_names(items[one.milestone.item_id], picture.agencies))
            for one in found
            if one.milestone.item_id in items
        ]
        dialog = RowsDialog(title, rows, self._window)
        dialog.item_wanted.connect(lambda item_id: self.item_wanted.emit(plan.tree.plan.id, item_id))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
