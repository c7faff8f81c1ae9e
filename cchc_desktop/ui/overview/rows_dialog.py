"""The rows behind a figure that the plan's own filters cannot say: the milestones of some days, of some tasks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.followup.status import MilestoneStatus
from cchc_desktop.domain.items import WorkItem
from cchc_desktop.ui.following.looks import status_look
from cchc_desktop.ui.widgets.rows import ListColumn, list_header
from cchc_desktop.ui.widgets.rows_dialog import ShownDialog, ShownRow, ShownRows

_COLUMNS = (
    ListColumn(list_header.mark("TT"), 48),
    ListColumn(list_header.mark("Nhiệm vụ"), 260, 3),
    ListColumn(list_header.mark("Cơ quan chủ trì"), 150, 1),
    ListColumn(list_header.mark("Hạn"), 92),
    ListColumn(list_header.mark("Tình trạng"), 190),
)
_MUTED = frozenset({0, 2})


@dataclass(frozen=True, slots=True)
class BehindRow:
    """One milestone with its task."""

    item: WorkItem
    status: MilestoneStatus
    leads: tuple[str, ...]


def behind_rows(rows: Sequence[BehindRow]) -> ShownRows:
    """Return the rows as a table."""
    return ShownRows(_COLUMNS, [_shown(row) for row in rows], _MUTED)


def _shown(row: BehindRow) -> ShownRow:
    due = row.status.milestone.due
    cells = (row.item.number or "", row.item.content, "; ".join(row.leads), show_day(due) if due else "")
    return ShownRow(cells, status_look(row.status), row)


class RowsDialog(ShownDialog):
    """`item_wanted` brings the id of the task that was chosen."""

    item_wanted = Signal(int)

    def __init__(self, title: str, rows: Sequence[BehindRow], parent: QWidget | None = None) -> None:
        super().__init__(title, _COLUMNS, behind_rows(rows), self.tr("Xem trong kế hoạch"), parent)

    def open_source(self, source: BehindRow) -> None:
        self.item_wanted.emit(source.item.id)
