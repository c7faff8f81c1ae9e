"""How a milestone stands, in the language of the window; papers and the command line take the words of the domain."""

from __future__ import annotations

from cchc_desktop.domain.followup.status import MilestoneStatus, Status, screen_words
from cchc_desktop.ui.words import Words

_words = Words("StandingWords")

_STATUSES = _words.table(
    {
        Status.OVERDUE: "Quá hạn {days} ngày",
        Status.DUE_SOON: "Còn {days} ngày",
        Status.UPDATE_DUE: "Chờ cập nhật kỳ này",
        Status.IN_PROGRESS: "Đang thực hiện",
        Status.UPDATED: "Thường xuyên, đã cập nhật",
        Status.UNDATED: "Chưa xác định thời hạn",
        Status.WAITING: "Chờ văn bản",
        Status.NOT_DUE: "Chưa đến hạn",
        Status.DONE_LATE: "Hoàn thành quá hạn",
        Status.DONE: "Đã hoàn thành",
        Status.DROPPED: "Không còn thực hiện",
        Status.UNTRACKED: "Trước ngày theo dõi",
    }
)
_NEAR = _words.table({"Hôm nay": "Hôm nay", "Ngày mai": "Ngày mai"})


def standing_words(found: MilestoneStatus) -> str:
    """Return 'Quá hạn 63 ngày', 'Hôm nay' in the language of the window (`status.screen_words`)."""
    near = _NEAR.get(screen_words(found))
    return near if near is not None else _STATUSES[found.status].format(days=found.days)
