"""The groups of the list: what is late first, then day by day, then what is unclear or has no date; or by offices."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.followup.days_off import DaysOff
from cchc_desktop.domain.followup.due_list import DueGroup
from cchc_desktop.domain.followup.status import CLOSED
from cchc_desktop.domain.text.collation import collation_key
from cchc_desktop.services.followup import DueLine
from cchc_desktop.ui.deadlines.words import count_tasks, distance, long_day, rest_words, words

Key = tuple[str, object]
"""Names a group across answers: 'overdue', 'unclear', 'undated', 'waiting', 'day' and a date, 'agency' and a name."""

_NEAR_DAYS = 7
_LAST = {DueGroup.UNDATED: words.mark("Chưa xác định thời hạn"), DueGroup.WAITING: words.mark("Chờ văn bản")}
_ICONS = {DueGroup.UNDATED: "circle-question-mark", DueGroup.WAITING: "hourglass"}
_NO_LEAD = words.mark("Chưa rõ cơ quan chủ trì")
UNCLEAR: Key = "unclear", None
"""The group of what is completed and lacks what tells whether it was late."""


@dataclass(frozen=True, slots=True)
class LineGroup:
    """One group: its header (icon and token of its colour, title, what is told beside it) and its rows.

    `shows_dates` where the rows are of several days, so that each tells its own.
    """

    key: Key
    icon: str
    token: str
    title: str
    aside: str
    lines: tuple[DueLine, ...]
    shows_dates: bool = False

    @property
    def count(self) -> str:
        """Return how many tasks the group holds."""
        return count_tasks(self.lines)


def grouped(lines: Iterable[DueLine], today: date, calendar: DaysOff | None, *, by_agency: bool) -> list[LineGroup]:
    """Return lines in their groups; their order inside a group stays."""
    return _by_agency(lines) if by_agency else _by_day(lines, today, calendar)


def _by_day(lines: Iterable[DueLine], today: date, calendar: DaysOff | None) -> list[LineGroup]:
    days: dict[date, list[DueLine]] = {}
    others: dict[DueGroup, list[DueLine]] = {}
    unclear: list[DueLine] = []
    for line in lines:
        if line.row.unclear is not None:
            unclear.append(line)
        elif line.row.due is None or line.row.group is DueGroup.OVERDUE:
            others.setdefault(line.row.group, []).append(line)
        else:
            days.setdefault(line.row.due, []).append(line)
    found = [_overdue(others[DueGroup.OVERDUE])] if DueGroup.OVERDUE in others else []
    found += [_day(day, days[day], today, calendar) for day in sorted(days)]
    found += [_unclear(unclear)] if unclear else []
    return [*found, *(_undated(group, others[group]) for group in _LAST if group in others)]


def _overdue(lines: Sequence[DueLine]) -> LineGroup:
    first = min(line.row.due for line in lines if line.row.due is not None)
    aside = words("từ {}").format(show_day(first))
    key = DueGroup.OVERDUE.value, None
    return LineGroup(key, "triangle-alert", "late", words("Quá hạn"), aside, tuple(lines), shows_dates=True)


def _unclear(lines: Sequence[DueLine]) -> LineGroup:
    aside = words("kết quả đã ghi, chưa rõ có chậm không")
    title = words("Cần bổ sung")
    return LineGroup(UNCLEAR, "circle-question-mark", "soon", title, aside, tuple(lines), shows_dates=True)


def _day(day: date, lines: Sequence[DueLine], today: date, calendar: DaysOff | None) -> LineGroup:
    is_open = any(line.row.status.status not in CLOSED for line in lines)
    is_near = is_open and (day - today).days <= _NEAR_DAYS
    icon, token = ("clock", "soon") if is_near else ("calendar", "none")
    aside = " · ".join(filter(None, (distance(day, today), rest_words(day, calendar))))
    return LineGroup(("day", day), icon, token, long_day(day), aside, tuple(lines))


def _undated(group: DueGroup, lines: Sequence[DueLine]) -> LineGroup:
    return LineGroup((group.value, None), _ICONS[group], "none", words(_LAST[group]), "", tuple(lines))


def _by_agency(lines: Iterable[DueLine]) -> list[LineGroup]:
    """Return a group for each office; a row of several leads stands with each."""
    found: dict[str, list[DueLine]] = {}
    for line in lines:
        for name in dict.fromkeys(line.leads or ("",)):
            found.setdefault(name, []).append(line)
    names = sorted(found, key=lambda name: (not name, collation_key(name)))
    return [_agency(name, found[name]) for name in names]


def _agency(name: str, lines: Sequence[DueLine]) -> LineGroup:
    late = [line for line in lines if line.row.group is DueGroup.OVERDUE]
    aside = words("quá hạn: {}").format(count_tasks(late)) if late else ""
    title = name or words(_NO_LEAD)
    token = "late" if late else "none"
    return LineGroup(("agency", name), "building-2", token, title, aside, tuple(lines), shows_dates=True)
