"""The rows behind a live figure of a preview, in a list that leads to each of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.services.followup import lead_names
from cchc_desktop.ui.following.keeper import FollowKeeper
from cchc_desktop.ui.overview.rows_dialog import BehindRow, RowsDialog


class FigureRows(QObject):
    """Shows tasks of the open plan as they stand today."""

    item_wanted = Signal(int, object)

    def __init__(self, keeper: FollowKeeper, window: QWidget) -> None:
        super().__init__(window)
        self._keeper = keeper
        self._window = window

    def open(self, ids: Sequence[int]) -> None:
        """List tasks; nothing where their states are not known yet."""
        plan, picture = self._keeper.plan(), self._keeper.picture
        if plan is None or picture is None:
            return
        items, statuses = plan.tree.items, plan.status.statuses
        rows = [
            BehindRow(items[id_], statuses[id_].leading, lead_names(items[id_], picture.agencies))
            for id_ in ids
            if id_ in items and id_ in statuses
        ]
        plan_id = plan.tree.plan.id
        dialog = RowsDialog(self.tr("Nhiệm vụ được tính trong số liệu này: {}").format(len(rows)), rows, self._window)
        dialog.item_wanted.connect(lambda item_id: self.item_wanted.emit(plan_id, item_id))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
