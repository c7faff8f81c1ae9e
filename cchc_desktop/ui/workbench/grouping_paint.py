"""Paints sections and groups across all columns: arrow, number, title, figures, what still needs a date."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QTreeView

from cchc_desktop.ui import icons
from cchc_desktop.ui.words import Words
from cchc_desktop.ui.workbench.columns import PlanColumn
from cchc_desktop.ui.workbench.delegates import ARROW_WIDTH, MARGIN, PlanDelegate
from cchc_desktop.ui.workbench.roles import Role
from cchc_desktop.ui.workbench.rows import GroupSummary
from cchc_desktop.ui.workbench.selecting import selection_of
from cchc_desktop.ui.workbench.view_parts import Index

_words = Words("PlanGroups")
_ICON = 12
_GAP = 4
_PAD = 8


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
        room = self._paint_undated(painter, rect, summary.undated)
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
        room = self._title_room(rect, self._undated_left(rect, summary.undated), figures(summary))
        return self._cells.metrics.bold.fit(title, room, 1).cut

    def _is_chosen(self, first: Index) -> bool:
        current = self._view.currentIndex()
        is_current = current.isValid() and current.internalId() == first.internalId()
        return is_current or first.column() in selection_of(self._view).painted_cells().columns(first)

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

    def _paint_undated(self, painter: QPainter, rect: QRect, count: int) -> int:
        """Draw how many tasks need a date, below Thời hạn; return where the room for the title ends."""
        left = self._undated_left(rect, count)
        if not count:
            return left
        metrics, tokens = self._cells.metrics, self._cells.tokens
        words = undated_words(count)
        height = metrics.small_pitch + 2
        top = rect.top() + (rect.height() - 1 - height) / 2
        chip = QRectF(left, top, self._chip_width(words), height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(tokens.control) if tokens.system else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.soon.fill))
        painter.drawRoundedRect(chip, height / 2, height / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        mark = icons.pixmap("circle-question-mark", tokens.soon.text, _ICON, painter.device().devicePixelRatio())
        painter.drawPixmap(int(chip.left()) + _PAD, int(chip.center().y() - _ICON / 2), mark)
        painter.setPen(QColor(tokens.soon.text))
        painter.setFont(metrics.small.font)
        painter.drawText(chip.adjusted(_PAD + _ICON + _GAP, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
        return left

    def _undated_left(self, rect: QRect, count: int) -> int:
        """Return where the chip of undated tasks begins: in the time column, or at the right end without one."""
        right = min(rect.right(), self._view.viewport().width())
        if not count:
            return right
        furthest = right - self._chip_width(undated_words(count)) - MARGIN
        if self._view.isColumnHidden(PlanColumn.TIME):
            return furthest
        left = self._column(PlanColumn.TIME, rect).left() + MARGIN
        return min(left, furthest) if left > self._left(rect) + _LEAST_TITLE else furthest

    def _chip_width(self, words: str) -> int:
        return int(self._cells.metrics.small.width(words)) + _ICON + _GAP + 2 * _PAD + 1

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


def group_words(index: Index) -> str:
    """Return title and figures of a row, for its tooltip and for those who listen."""
    summary: GroupSummary = index.data(Role.SUMMARY) or GroupSummary()
    title = index.model().index(index.row(), PlanColumn.CONTENT, index.parent()).data() or ""
    parts = [title, figures(summary), undated_words(summary.undated) if summary.undated else ""]
    return "\n".join(filter(None, parts))
