"""Paints sections and groups across all columns: arrow, number, title, figures, what still needs a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QTreeView

from cchc_desktop.ui.widgets.chips import ChipLook, chip_width, paint_chip
from cchc_desktop.ui.words import Words
from cchc_desktop.ui.workbench.columns import PlanColumn
from cchc_desktop.ui.workbench.delegates import ARROW_WIDTH, MARGIN, PlanDelegate
from cchc_desktop.ui.workbench.roles import Role
from cchc_desktop.ui.workbench.rows import GroupSummary
from cchc_desktop.ui.workbench.selecting import selection_of
from cchc_desktop.ui.workbench.view_parts import Index

if TYPE_CHECKING:
    from cchc_desktop.domain.followup.rollups import RollUp

_words = Words("PlanGroups")


class GroupPainter:
    """Draws one row of a tree that stands over others."""

    def __init__(self, view: QTreeView, cells: PlanDelegate) -> None:
        self._view = view
        self._cells = cells

    def paint(self, painter: QPainter, rect: QRect, index: Index, *, has_keys: bool) -> None:
        """Draw the row; `has_keys` tells that the keys go to it."""
        cells, tokens = self._cells, self._cells.tokens
        number, title = (index.model().index(index.row(), column, index.parent()) for column in _SHOWN)
        unsaved = bool(number.data(Role.UNSAVED) or title.data(Role.UNSAVED))
        chosen = self._is_chosen(number)
        painter.save()
        painter.fillRect(rect, QColor(tokens.soon.fill if unsaved else tokens.tint if chosen else tokens.group))
        self._paint_number(painter, rect, number)
        summary: GroupSummary = index.data(Role.SUMMARY) or GroupSummary()
        roll_up: RollUp | None = index.data(Role.ROLL_UP)
        if roll_up is not None:
            self._paint_roll_up(painter, rect, roll_up)
        room = self._paint_warning(painter, rect, warning(summary, roll_up))
        words = figures(summary)
        if unsaved:
            words = _words("{}, chưa lưu được").format(words)
        self._paint_title(painter, rect, room, title.data() or "", words)
        painter.setPen(QColor(tokens.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if chosen:
            cells.paint_bar(painter, rect)
        if has_keys:
            cells.paint_focus(painter, rect)
        painter.restore()

    def is_title_cut(self, rect: QRect, index: Index) -> bool:
        """Tell whether a row of this size leaves out words of its title."""
        summary: GroupSummary = index.data(Role.SUMMARY) or GroupSummary()
        title = index.model().index(index.row(), PlanColumn.CONTENT, index.parent()).data() or ""
        look = warning(summary, index.data(Role.ROLL_UP))
        room = self._title_room(rect, self._warning_left(rect, look), figures(summary))
        return self._cells.metrics.bold.fit(title, room, 1).cut

    def _is_chosen(self, first: Index) -> bool:
        current = self._view.currentIndex()
        cells = selection_of(self._view).painted_cells()
        is_current = current.isValid() and current.internalId() == first.internalId()
        return (is_current and cells.stands_for(current)) or first.column() in cells.columns(first)

    def _paint_number(self, painter: QPainter, rect: QRect, number: Index) -> None:
        box = self._column(PlanColumn.NUMBER, rect)
        if number.data(Role.PARENT_ROW):
            self._cells.paint_arrow(painter, box, number)
        painter.setPen(QColor(self._cells.tokens.text))
        painter.setFont(self._cells.metrics.bold.font)
        painter.drawText(box.adjusted(ARROW_WIDTH - 4, 0, 0, 0), Qt.AlignmentFlag.AlignCenter, number.data() or "")

    def _paint_title(self, painter: QPainter, rect: QRect, right: int, title: str, words: str) -> None:
        """Draw title and figures; the title may run across the columns, the figures always stand behind it."""
        metrics, left = self._cells.metrics, self._left(rect)
        line = metrics.bold.fit(title, self._title_room(rect, right, words), 1).lines[0]
        painter.setPen(QColor(self._cells.tokens.text))
        painter.setFont(metrics.bold.font)
        box = QRect(left, rect.top(), rect.right() - left, rect.height() - 1)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, line)
        box.setLeft(left + int(metrics.bold.width(line)) + MARGIN)
        painter.setFont(metrics.small.font)
        painter.setPen(QColor(self._cells.tokens.text2))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_warning(self, painter: QPainter, rect: QRect, look: ChipLook | None) -> int:
        """Draw what a person has to see below Thời hạn; return where the room for the title ends."""
        left = self._warning_left(rect, look)
        if look is not None:
            paint_chip(painter, self._chip_rect(rect, left), look, self._cells.metrics, self._cells.tokens)
        return left

    @staticmethod
    def _chip_rect(rect: QRect, left: int) -> QRect:
        return QRect(left, rect.top(), rect.right() - left, rect.height() - 1)

    def _warning_left(self, rect: QRect, look: ChipLook | None) -> int:
        """Return where the chip begins: in the time column, or at the right end of what is free without one."""
        right = self._right(rect)
        if look is None:
            return right
        furthest = right - chip_width(look, self._cells.metrics) - MARGIN
        if self._view.isColumnHidden(PlanColumn.TIME):
            return furthest
        left = self._column(PlanColumn.TIME, rect).left() + MARGIN
        return min(left, furthest) if left > self._left(rect) + _LEAST_TITLE else furthest

    def _right(self, rect: QRect) -> int:
        """Return where bar and figures begin, the end of the row where there are none."""
        right = min(rect.right(), self._view.viewport().width())
        if self._view.isColumnHidden(PlanColumn.STATUS):
            return right
        left = self._column(PlanColumn.STATUS, rect).left()
        return min(left, right) if left > self._left(rect) + _LEAST_TITLE else right

    def _paint_roll_up(self, painter: QPainter, rect: QRect, roll_up: RollUp) -> None:
        """Draw the bar under Tiến độ, and behind it the completed share."""
        from cchc_desktop.ui.workbench.status_cells import paint_roll_up, percentage_words

        if self._view.isColumnHidden(PlanColumn.STATUS) or self._right(rect) >= rect.right():
            return
        cells, column = self._cells, self._column(PlanColumn.STATUS, rect)
        paint_roll_up(painter, column.adjusted(MARGIN, 0, -MARGIN, -1), roll_up, cells.metrics, cells.tokens)
        behind = QRect(column.right() + MARGIN, rect.top(), rect.right() - column.right() - MARGIN, rect.height() - 1)
        words = cells.metrics.small.fit(percentage_words(roll_up), max(1, behind.width()), 1)
        if not words.cut:
            painter.setFont(cells.metrics.small.font)
            painter.setPen(QColor(cells.tokens.text2))
            painter.drawText(behind, Qt.AlignmentFlag.AlignVCenter, words.lines[0])

    def _title_room(self, rect: QRect, right: int, words: str) -> int:
        return right - self._left(rect) - int(self._cells.metrics.small.width(words)) - 2 * MARGIN

    def _left(self, rect: QRect) -> int:
        return self._column(PlanColumn.CONTENT, rect).left() + MARGIN

    def _column(self, column: int, rect: QRect) -> QRect:
        left = self._view.columnViewportPosition(column)
        return QRect(left, rect.top(), self._view.columnWidth(column), rect.height())


_SHOWN = (PlanColumn.NUMBER, PlanColumn.CONTENT)
_LEAST_TITLE = 160


def figures(summary: GroupSummary) -> str:
    """Return what a section or group holds: '7 nhiệm vụ, 2 nội dung thành phần'."""
    counts = (
        (summary.tasks, _words.count("%n nhiệm vụ", summary.tasks)),
        (summary.activities, _words.count("%n hoạt động", summary.activities)),
        (summary.parts, _words.count("%n nội dung thành phần", summary.parts)),
    )
    shown = [(count, words) for count, words in counts if count] or list(counts[:1])
    return ", ".join(counted for _, counted in shown)


def undated_words(count: int) -> str:
    """Return how many tasks a person has yet to give a date."""
    return _words("{} cần xác định ngày").format(count)


def warning(summary: GroupSummary, roll_up: RollUp | None) -> ChipLook | None:
    """Return the chip of what a person has to see to: what is overdue, else what needs a date."""
    if roll_up is not None:
        from cchc_desktop.ui.workbench.status_cells import overdue_look

        if look := overdue_look(roll_up):
            return look
    if not summary.undated:
        return None
    return ChipLook("circle-question-mark", "soon", undated_words(summary.undated))


def group_words(index: Index) -> str:
    """Return title and figures of a row, for its tooltip and for those who listen."""
    summary: GroupSummary = index.data(Role.SUMMARY) or GroupSummary()
    title = index.model().index(index.row(), PlanColumn.CONTENT, index.parent()).data() or ""
    parts = [title, figures(summary), undated_words(summary.undated) if summary.undated else ""]
    roll_up: RollUp | None = index.data(Role.ROLL_UP)
    if roll_up is not None:
        from cchc_desktop.ui.workbench.status_cells import roll_up_words

        parts.append(roll_up_words(roll_up))
    return "\n".join(filter(None, parts))
