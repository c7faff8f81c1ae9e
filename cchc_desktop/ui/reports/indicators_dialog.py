"""The indicators behind a figure of a report, with the values that the report has of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.ui.following.looks import verdict_look
from cchc_desktop.ui.widgets.rows import ListColumn, list_header
from cchc_desktop.ui.widgets.rows_dialog import ShownDialog, ShownRow, ShownRows

if TYPE_CHECKING:
    from cchc_desktop.domain.papers.report import IndicatorLine

_COLUMNS = (
    ListColumn(list_header.mark("TT"), 48),
    ListColumn(list_header.mark("Chỉ tiêu"), 260, 3),
    ListColumn(list_header.mark("Chỉ tiêu kế hoạch"), 150, 1),
    ListColumn(list_header.mark("Số liệu"), 92),
    ListColumn(list_header.mark("Đánh giá"), 150),
)


def indicator_rows(lines: Sequence[IndicatorLine]) -> ShownRows:
    """Return the indicators as a table."""
    return ShownRows(_COLUMNS, [_shown(line) for line in lines])


def _shown(line: IndicatorLine) -> ShownRow:
    target = f"{line.target} {line.unit}".strip() if line.unit not in line.target else line.target
    return ShownRow((line.number, line.text, target, line.shown), verdict_look(line.verdict), line)


class IndicatorsDialog(ShownDialog):
    """`indicator_wanted` brings the ids of the chosen one's plan and of itself."""

    indicator_wanted = Signal(int, int)

    def __init__(self, title: str, lines: Sequence[IndicatorLine], parent: QWidget | None = None) -> None:
        super().__init__(title, _COLUMNS, indicator_rows(lines), self.tr("Xem ở Chỉ tiêu"), parent)

    def open_source(self, source: IndicatorLine) -> None:
        self.indicator_wanted.emit(source.plan_id, source.indicator_id)
