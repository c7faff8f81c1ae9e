"""The rows of the grid: indicators below their groups, filtered; without Qt."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.indicators.values import Verdict
from cchc_desktop.domain.text.folding import fold_words
from cchc_desktop.services.indicator_sheet import IndicatorSheet, MeasuredIndicator
from cchc_desktop.ui.words import Words

_words = Words("IndicatorLines")

_PARTS: tuple[tuple[str, frozenset[Verdict]], ...] = (
    ("done", frozenset({Verdict.MET})),
    ("soon", frozenset({Verdict.NEAR, Verdict.ASKED})),
    ("late", frozenset({Verdict.NOT_MET})),
    ("none", frozenset({Verdict.NO_VALUE, Verdict.NOT_BEGUN})),
)
"""Colours of a group's bar and the verdicts that each sums."""


@dataclass(frozen=True, slots=True)
class GroupLine:
    """The row over a group: its indicators in figures, or from when on it is followed (`begins`)."""

    key: str
    title: str
    total: int
    met: int
    shares: tuple[tuple[str, int], ...]
    begins: str = ""

    @property
    def figures(self) -> str:
        """Return '4/8 đạt', or the words about a stage that has not begun."""
        return self.begins or _words("{}/{} đạt").format(self.met, self.total)


Line = GroupLine | MeasuredIndicator


def line_key(line: Line) -> str | int:
    """Return what names a row over all readings: a group's key, an indicator's id."""
    return line.key if isinstance(line, GroupLine) else line.row.id


def matching(sheet: IndicatorSheet, words: str, verdicts: Collection[str]) -> frozenset[int]:
    """Return the ids of the indicators that hold all words (in text, number or agency) and have one of the verdicts."""
    wanted = fold_words(words).split()
    return frozenset(
        one.row.id
        for one in sheet.rows
        if (not verdicts or one.judgement.verdict.value in verdicts) and _holds(one, wanted)
    )


def _holds(one: MeasuredIndicator, wanted: Sequence[str]) -> bool:
    if not wanted:
        return True
    text = fold_words(" ".join((one.row.text, one.row.number or "", one.agency, one.row.agency_words or "")))
    return all(word in text for word in wanted)


def grouped(
    sheet: IndicatorSheet, shown: Collection[int], closed: Collection[str], *, by_agency: bool
) -> tuple[Line, ...]:
    """Return the rows of the grid in order; a closed group shows its own row alone.

    A group's figures count all of its indicators, whatever a filter hides.
    """
    groups: dict[str, list[MeasuredIndicator]] = {}
    name = agency_title if by_agency else stage_title
    for one in sheet.rows:
        groups.setdefault(name(one), []).append(one)
    return tuple(_lines(groups, sheet.as_of, frozenset(shown), closed, by_agency=by_agency))


def stage_title(one: MeasuredIndicator) -> str:
    """Return the title of an indicator's stage as written: 'I. Giai đoạn 2026 - 2027'."""
    parts = (part.strip() for part in (one.row.group_number, one.row.group_title) if part and part.strip())
    return ". ".join(parts) or _words("Chỉ tiêu của kế hoạch")


def agency_title(one: MeasuredIndicator) -> str:
    """Return the agency that follows an indicator."""
    return one.agency or _words("Chưa ghi cơ quan theo dõi")


def counts_words(rows: Sequence[MeasuredIndicator], shown: int) -> str:
    """Return '17 chỉ tiêu · 4 đạt · 1 chưa đạt', with how many of them pass the filter; '' for none."""
    if not rows:
        return ""
    verdicts = [one.judgement.verdict for one in rows]
    count = _words.count("%n chỉ tiêu", len(rows))
    told = (
        (Verdict.MET, _words("{} đạt")),
        (Verdict.NEAR, _words("{} gần đạt")),
        (Verdict.NOT_MET, _words("{} chưa đạt")),
        (Verdict.ASKED, _words("{} cần đánh giá")),
    )
    parts = (words.format(verdicts.count(verdict)) for verdict, words in told if verdict in verdicts)
    return " · ".join((count if shown == len(rows) else f"{shown}/{count}", *parts))


def _lines(
    groups: dict[str, list[MeasuredIndicator]],
    as_of: date,
    shown: frozenset[int],
    closed: Collection[str],
    *,
    by_agency: bool,
) -> Iterator[Line]:
    for title, rows in groups.items():
        inside = [one for one in rows if one.row.id in shown]
        if inside:
            yield _group(title, rows, as_of, by_agency=by_agency)
            if title not in closed:
                yield from inside


def _group(title: str, rows: Sequence[MeasuredIndicator], as_of: date, *, by_agency: bool) -> GroupLine:
    verdicts = [one.judgement.verdict for one in rows]
    shares = ((token, sum(verdict in some for verdict in verdicts)) for token, some in _PARTS)
    first = min(one.stage.start for one in rows)
    begins = _words("bắt đầu theo dõi từ {}").format(show_day(first)) if first > as_of and not by_agency else ""
    met = verdicts.count(Verdict.MET)
    return GroupLine(title, title, len(rows), met, tuple((token, count) for token, count in shares if count), begins)
