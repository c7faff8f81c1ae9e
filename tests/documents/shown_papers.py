"""Every paper of the program with words of a test's own in it, for the tests that show what the papers must show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice

from cchc_desktop.documents.builders.appendix import build_appendix
from cchc_desktop.documents.builders.indicators import build_indicators
from cchc_desktop.documents.followup_papers import build_paper
from cchc_desktop.documents.model import Document
from cchc_desktop.domain.followup.status import Status
from cchc_desktop.domain.papers.followup import (
    AgencySheet,
    AgencySheets,
    ChairmanSheet,
    Issuer,
    LateOffice,
    LateTask,
    LeaderGroup,
    PersonGroup,
    ReminderLetter,
    TaskRow,
    TrackingPaper,
    tally,
)
from cchc_desktop.domain.papers.layout_profile import LayoutProfile
from cchc_desktop.domain.papers.report_paper import ReportPaper
from cchc_desktop.domain.papers.report_text import DraftBlock, DraftSection
from tests.documents.appendix_samples import LEADS, TIMES, TreeMaker
from tests.documents.test_followup_papers import (
    DAY,
    ISSUER,
    PLAN,
    chairman,
    letter,
    statuses,
    task,
    tracking_paper,
)
from tests.documents.test_report_builder import paper as report_paper

Words = Sequence[str]
USUAL = LayoutProfile()
KINDS = (Status.DONE, Status.OVERDUE, Status.IN_PROGRESS)
FACTS = {"result": "Đã ban hành văn bản", "extension": "Đến 31/12/2025", "evidence": "Báo cáo 12/BC-UBND"}


def _issuer(layout: LayoutProfile) -> Issuer:
    return replace(ISSUER, layout=layout)


def _kinds(words: Words) -> tuple[Status, ...]:
    return tuple(KINDS[place % 3] for place in range(len(words)))


def _rows(words: Words) -> list[TaskRow]:
    """Return a row of the follow-up for each of some texts, every column filled."""
    return [task(id_, kind, words[id_ - 1], **FACTS) for id_, kind in enumerate(_kinds(words), start=1)]


def appendix(words: Words, layout: LayoutProfile = USUAL) -> Document:
    """Make the appendix of tasks, one for each text, in two areas."""
    make = TreeMaker()
    for place, text in enumerate(words):
        if place in (0, len(words) // 2):
            make.section("I" if place == 0 else "II", "Cải cách thể chế")
        make.item(
            text, number=str(place + 1), lead_words=LEADS[place % 3], coordinating_words="Các phòng, ban",
            time_words=TIMES[place % 4], product="Báo cáo kết quả",
        )  # fmt: skip
    return build_appendix(make.tree(), profile=layout)


def indicators(words: Words, layout: LayoutProfile = USUAL) -> Document:
    """Make the appendix of indicators, one for each text."""
    make = TreeMaker()
    for place, text in enumerate(words):
        make.indicator(
            text, group_number="I", group_title="Giai đoạn 2026 - 2030", number=str(place + 1), unit="%",
            target_words="≥ 95", agency_words=LEADS[2],
        )  # fmt: skip
    return build_indicators(make.tree(), profile=layout)


def tracking_data(words: Words, layout: LayoutProfile = USUAL) -> TrackingPaper:
    """Make the data of the tracking table."""
    return replace(tracking_paper(_kinds(words), tuple(words), **FACTS), issuer=_issuer(layout))


def tracking(words: Words, layout: LayoutProfile = USUAL) -> Document:
    """Make the tracking table with its page of figures."""
    return build_paper(tracking_data(words, layout))


def agency(words: Words, layout: LayoutProfile = USUAL) -> Document:
    """Make the sheets of two offices; half of the tasks each, the first task led together."""
    found, rows = statuses(_kinds(words)), _rows(words)
    half = (len(rows) + 1) // 2
    parts = (("Công an phường", rows[:half], ()), ("Phòng Kinh tế", rows[half:], tuple(rows[:1])))
    sheets = tuple(
        AgencySheet(name, tuple(own), shared, tally(f"plan:1/agency:{name}", [row.item_id for row in own], found))
        for name, own, shared in parts
    )
    return build_paper(AgencySheets(_issuer(layout), PLAN, DAY, sheets))


def chairman_sheet(words: Words, layout: LayoutProfile = USUAL) -> Document:
    """Make the chairman's page with the texts under one leader."""
    found, rows = statuses(_kinds(words)), _rows(words)
    group = LeaderGroup("Phó Chủ tịch", tally("plan:1/leader", found, found), (PersonGroup("Bà Lan", tuple(rows)),))
    sheet: ChairmanSheet = replace(chairman(), issuer=_issuer(layout), total=tally("plan:1", found, found))
    return build_paper(replace(sheet, leaders=(group,)))


def letter_data(words: Words, layout: LayoutProfile = USUAL) -> ReminderLetter:
    """Make the data of the reminder letter with a list of late tasks of two offices."""
    late = [
        LateTask(id_, str(id_), text, "Trong tháng 7/2025", "", date(2025, 7, 31), 124, result="Đang làm")
        for id_, text in enumerate(words, start=1)
    ]
    half = (len(late) + 1) // 2
    offices = (
        LateOffice(1, "Công an phường", tuple(late[:half])),
        LateOffice(2, "Phòng Kinh tế", tuple(late[half:])),
    )
    return letter(issuer=_issuer(layout), offices=tuple(office for office in offices if office.tasks))


def reminder(words: Words, layout: LayoutProfile = USUAL) -> Document:
    """Make the reminder letter."""
    return build_paper(letter_data(words, layout))


def report_data(words: Words, layout: LayoutProfile = USUAL) -> ReportPaper:
    """Make the data of the report: the texts as its paragraphs, and the tracking table of them appended."""
    made = report_paper(tracking=(tracking_data(words, layout),))
    section = DraftSection("words", "NỘI DUNG", tuple(DraftBlock((text,)) for text in words))
    draft = replace(made.draft, sections=(made.draft.sections[0], section, *made.draft.sections[1:]))
    return replace(made, draft=draft, issuer=replace(made.issuer, layout=layout))


def report(words: Words, layout: LayoutProfile = USUAL) -> Document:
    """Make the report with its appendices."""
    return build_paper(report_data(words, layout))


Maker = Callable[..., Document]
PAPERS: dict[str, Maker] = {
    "appendix": appendix,
    "indicators": indicators,
    "tracking": tracking,
    "agency": agency,
    "chairman": chairman_sheet,
    "reminder": reminder,
    "report": report,
}
"""Every paper of the program by its name; each maker takes texts and a layout."""

SHORTENED = "chairman"
"""The paper that shortens its texts to stay on one page."""


def packed(texts: Iterable[str], each: int) -> list[str]:
    """Return texts joined by so many: the chairman's page has room for few rows."""
    rest = iter(texts)
    return [" · ".join(part) for part in iter(lambda: list(islice(rest, each)), [])]
