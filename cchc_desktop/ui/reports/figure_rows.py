"""The rows behind a live figure of a preview, in a list that leads to each of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.services.followup import lead_names
from cchc_desktop.ui.following.keeper import FollowKeeper
from cchc_desktop.ui.overview.rows_dialog import BehindRow, RowsDialog
from cchc_desktop.ui.reports.indicators_dialog import IndicatorsDialog
from cchc_desktop.ui.session import PlanSession

if TYPE_CHECKING:
    from cchc_desktop.domain.papers.report import IndicatorLine
    from cchc_desktop.services.followup import FollowPicture
    from cchc_desktop.services.workspace import Workspace


class FigureRows(QObject):
    """Shows tasks as they stand today, and indicators as the paper has them; each leads to its plan."""

    item_wanted = Signal(int, object)
    indicator_wanted = Signal(int, int)
    """An indicator is to be shown on its screen: the ids of its plan and of itself."""
    failed = Signal(object)

    def __init__(self, session: PlanSession, keeper: FollowKeeper, today: Callable[[], date], window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._keeper = keeper
        self._today = today
        self._window = window

    def open(self, ids: Sequence[int], plan_ids: Sequence[int]) -> None:
        """List tasks of some plans; plans that nobody follows are read first."""
        picture = self._keeper.picture
        if picture is not None and all(id_ in picture.plans for id_ in plan_ids):
            self._show(picture, ids, plan_ids)
            return
        today = self._today()
        self._session.read(
            lambda workspace: _picture(workspace, today, plan_ids),
            lambda read: self._show(read, ids, plan_ids),
            self.failed.emit,
        )

    def open_indicators(self, lines: Sequence[IndicatorLine]) -> None:
        """List indicators with their values."""
        dialog = IndicatorsDialog(
            self.tr("Chỉ tiêu được tính trong số liệu này: {}").format(len(lines)), lines, self._window
        )
        dialog.indicator_wanted.connect(self.indicator_wanted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show(self, picture: FollowPicture, ids: Sequence[int], plan_ids: Sequence[int]) -> None:
        plans = [picture.plans[id_] for id_ in plan_ids if id_ in picture.plans]
        plan_of = {item_id: plan for plan in plans for item_id in ids if item_id in plan.tree.items}
        rows = [
            BehindRow(item, plan.status.statuses[item.id].leading, lead_names(item, picture.agencies))
            for plan, item in ((plan_of[id_], plan_of[id_].tree.items[id_]) for id_ in ids if id_ in plan_of)
            if item.id in plan.status.statuses
        ]
        dialog = RowsDialog(self.tr("Nhiệm vụ được tính trong số liệu này: {}").format(len(rows)), rows, self._window)
        dialog.item_wanted.connect(lambda item_id: self.item_wanted.emit(plan_of[item_id].tree.plan.id, item_id))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _picture(workspace: Workspace, today: date, plan_ids: Sequence[int]) -> FollowPicture:
    from cchc_desktop.services.followup import picture_of

    return picture_of(workspace, today, plan_ids)
