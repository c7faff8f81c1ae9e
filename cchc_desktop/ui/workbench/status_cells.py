"""How the plan's table shows statuses: the chip of an item, bar and figures of a section or group."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter

from cchc_desktop.domain.followup.rollups import RollUp
from cchc_desktop.domain.followup.status import COMPLETED, ItemStatus, Status
from cchc_desktop.domain.written_numbers import show_share
from cchc_desktop.ui.following.looks import bar_shares, status_look
from cchc_desktop.ui.following.standing_words import standing_words
from cchc_desktop.ui.tokens import Tokens
from cchc_desktop.ui.widgets.chips import ChipLook, paint_chip, paint_stack
from cchc_desktop.ui.widgets.metrics import RowMetrics
from cchc_desktop.ui.words import Words

_words = Words("PlanResults")
_GAP = 6
_BAR_HEIGHT = 8
_LEAST_BAR = 40


def status_words(found: ItemStatus) -> str:
    """Return how an item stands, with how many of its milestones are completed where it has several."""
    return " · ".join(filter(None, (standing_words(found.leading), milestone_count(found))))


def milestone_count(found: ItemStatus) -> str:
    """Return '1/2' for an item with two milestones of which one is completed, nothing for one milestone."""
    if len(found.milestones) == 1:
        return ""
    return f"{sum(one.status in COMPLETED for one in found.milestones)}/{len(found.milestones)}"


def paint_status(painter: QPainter, rect: QRect, found: ItemStatus, metrics: RowMetrics, tokens: Tokens) -> None:
    """Draw the chip of an item, and behind it how many of its milestones are completed."""
    count = milestone_count(found)
    room = QRect(rect)
    if count:
        room.setRight(rect.right() - int(metrics.small.width(count)) - _GAP)
    taken = paint_chip(painter, room, status_look(found.leading), metrics, tokens)
    if count:
        painter.setFont(metrics.small.font)
        painter.setPen(QColor(tokens.text2))
        behind = rect.adjusted(taken + _GAP, 0, 0, 0)
        painter.drawText(behind, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, count)


def done_words(roll_up: RollUp) -> str:
    """Return how many tasks are completed of those that can be: '3/7'."""
    return f"{roll_up.done}/{roll_up.expected}"


def percentage_words(roll_up: RollUp) -> str:
    """Return the completed share: '42,9% hoàn thành', nothing where nothing is to be completed."""
    if roll_up.percentage is None:
        return ""
    return _words("{} hoàn thành").format(show_share(roll_up.percentage))


def overdue_look(roll_up: RollUp) -> ChipLook | None:
    """Return the chip that counts what is overdue, None where nothing is."""
    count = roll_up.counts.get(Status.OVERDUE, 0)
    return ChipLook("triangle-alert", "late", _words("{} quá hạn").format(count), is_strong=True) if count else None


def paint_roll_up(painter: QPainter, rect: QRect, roll_up: RollUp, metrics: RowMetrics, tokens: Tokens) -> None:
    """Draw the stacked bar of a section or group with its figures behind."""
    words = done_words(roll_up)
    width = rect.width() - int(metrics.bold.width(words)) - _GAP
    if width >= _LEAST_BAR:
        top = rect.top() + (rect.height() - _BAR_HEIGHT) // 2
        paint_stack(painter, QRect(rect.left(), top, width, _BAR_HEIGHT), bar_shares(roll_up), tokens)
    painter.setFont(metrics.bold.font)
    painter.setPen(QColor(tokens.text))
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)


def roll_up_words(roll_up: RollUp) -> str:
    """Return what a bar says, for those who listen and for its tooltip."""
    overdue = overdue_look(roll_up)
    done = _words("{} hoàn thành").format(done_words(roll_up))
    return ", ".join(filter(None, (done, overdue.words if overdue is not None else "")))
