"""How statuses and verdicts look: icon, words and colours of a chip, and the five colours of a stacked bar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cchc_desktop.domain.followup.rollups import RollUp
from cchc_desktop.domain.followup.status import MilestoneStatus, Status
from cchc_desktop.domain.indicators.values import VERDICT_NAMES, Verdict
from cchc_desktop.ui.following.standing_words import standing_words
from cchc_desktop.ui.widgets.chips import ChipLook
from cchc_desktop.ui.words import Words

_words = Words("StatusLooks")

_STATUS: Mapping[Status, tuple[str, str]] = {
    Status.OVERDUE: ("triangle-alert", "late"),
    Status.DUE_SOON: ("clock", "soon"),
    Status.UPDATE_DUE: ("hourglass", "soon"),
    Status.IN_PROGRESS: ("contrast", "doing"),
    Status.UPDATED: ("repeat", "done"),
    Status.UNDATED: ("circle-question-mark", "none"),
    Status.WAITING: ("hourglass", "none"),
    Status.NOT_DUE: ("circle-dashed", "none"),
    Status.DONE_LATE: ("circle-check", "done"),
    Status.DONE: ("circle-check", "done"),
    Status.DROPPED: ("ban", "none"),
    Status.UNTRACKED: ("circle-dashed", "none"),
}
_VERDICTS: Mapping[Verdict, tuple[str, str]] = {
    Verdict.MET: ("circle-check", "done"),
    Verdict.NEAR: ("clock", "soon"),
    Verdict.NOT_MET: ("triangle-alert", "late"),
    Verdict.ASKED: ("circle-question-mark", "soon"),
    Verdict.NO_VALUE: ("circle-question-mark", "none"),
    Verdict.NOT_BEGUN: ("circle-dashed", "none"),
}


@dataclass(frozen=True, slots=True)
class BarPart:
    """One colour of a stacked bar: the token of its colour, its words in the legend, which statuses it sums."""

    token: str
    words: str
    statuses: frozenset[Status]


BAR_PARTS: tuple[BarPart, ...] = (
    BarPart("done", _words.mark("Hoàn thành"), frozenset({Status.DONE, Status.DONE_LATE})),
    BarPart("doing", _words.mark("Đang thực hiện"), frozenset({Status.IN_PROGRESS, Status.UPDATED})),
    BarPart("soon", _words.mark("Cần chú ý"), frozenset({Status.DUE_SOON, Status.UPDATE_DUE})),
    BarPart("late", _words.mark("Quá hạn"), frozenset({Status.OVERDUE})),
    BarPart(
        "none",
        _words.mark("Chưa đến hạn, chưa xác định thời hạn"),
        frozenset({Status.UNDATED, Status.WAITING, Status.NOT_DUE}),
    ),
)
"""The parts of a bar in their order; what is dropped or before 'theo dõi từ ngày' is in none (`RollUp.expected`)."""


def status_look(found: MilestoneStatus) -> ChipLook:
    """Return the chip of a milestone's or an item's status; words as `status.STATUS_WORDS` has them."""
    icon, token = _STATUS[found.status]
    return ChipLook(icon, token, standing_words(found), is_strong=found.status is Status.OVERDUE)


def icon_of(status: Status) -> tuple[str, str]:
    """Return the icon of a status and the token of its colours."""
    return _STATUS[status]


def verdict_look(verdict: Verdict) -> ChipLook:
    """Return the chip of an indicator's verdict."""
    icon, token = _VERDICTS[verdict]
    return ChipLook(icon, token, VERDICT_NAMES[verdict], is_strong=verdict is Verdict.NOT_MET)


def bar_shares(roll_up: RollUp) -> tuple[tuple[str, int], ...]:
    """Return the parts of a roll-up's stacked bar: token and number of items, without the empty ones."""
    shares = ((part.token, sum(roll_up.counts.get(status, 0) for status in part.statuses)) for part in BAR_PARTS)
    return tuple((token, count) for token, count in shares if count)


def legend_words(part: BarPart) -> str:
    """Return what a colour of a bar means."""
    return _words(part.words)
