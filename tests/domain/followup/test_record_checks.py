"""What is refused and what is asked about a typed result or extension."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.followup.days_off import days_off
from cchc_desktop.domain.followup.milestones import Milestone
from cchc_desktop.domain.followup.record_checks import (
    questions_about,
    questions_about_extension,
    refuse_bad_extension,
    refuse_bad_record,
)
from cchc_desktop.domain.followup.records import Dropping, Extension, Progress, Record
from tests.domain.followup.stage import HALF, milestones

TODAY = date(2025, 9, 20)
P = Progress


def record(progress=P.DONE, **details) -> Record:
    return Record(1, "once", progress, **details)


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        (
            record(started_on=date(2025, 9, 5), done_on=date(2025, 9, 1)),
            "01/09/2025 trước ngày bắt đầu 05/09/2025",
        ),
        (record(P.IN_PROGRESS, done_on=date(2025, 9, 1)), "tiến độ chưa là “Đã hoàn thành”"),
        (record(P.DROPPED), "Cần ghi lý do"),
        (record(P.DROPPED, dropping=Dropping("  ")), "Cần ghi lý do"),
        (record(P.DONE, dropping=Dropping("Bãi bỏ")), "tiến độ chưa là “Không còn thực hiện”"),
        (record(done_on=date(2025, 9, 21)), "Ngày hoàn thành 21/09/2025 sau ngày hôm nay"),
        (record(P.IN_PROGRESS, started_on=date(2052, 9, 1)), "Ngày bắt đầu 01/09/2052 sau ngày hôm nay"),
        (record(P.DROPPED, dropping=Dropping("Bãi bỏ", date(2026, 1, 1))), "Ngày dừng thực hiện"),
    ],
)
def test_refused(bad, words) -> None:
    with pytest.raises(InvalidInput, match=words):
        refuse_bad_record(bad, TODAY)


@pytest.mark.parametrize(
    "good",
    [
        record(done_on=TODAY),
        record(started_on=TODAY, done_on=TODAY),
        record(),
        record(P.NOT_STARTED),
        record(P.DROPPED, dropping=Dropping("Bãi bỏ", TODAY)),
    ],
)
def test_accepted(good) -> None:
    refuse_bad_record(good, TODAY)


def asked(words, kept) -> list[str]:
    return list(questions_about(kept, milestones(words).milestones[0], HALF, days_off([2025])))


@pytest.mark.parametrize(
    ("words", "kept", "question"),
    [
        ("Quý III/2025", record(), "Chưa có ngày hoàn thành"),
        ("Quý III/2025", record(done_on=date(2025, 6, 30)), "trước khi kế hoạch bắt đầu (01/07/2025)"),
        ("Quý IV/2025", record(done_on=date(2025, 9, 1)), "trước khi kỳ này bắt đầu (01/10/2025)"),
        ("Trước ngày 10/9/2025", record(done_on=date(2025, 9, 10)), "Kế hoạch ghi trước ngày 10/09/2025"),
        ("31/8/2025", record(done_on=date(2025, 9, 1)), "Hạn 31/08/2025 là ngày nghỉ"),
    ],
)
def test_asked(words, kept, question) -> None:
    (found,) = asked(words, kept)
    assert question in found


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Quý III/2025", record(done_on=date(2025, 10, 3))),
        ("Trước ngày 10/9/2025", record(done_on=date(2025, 9, 10), counts_as_late=True)),
        ("Quý III/2025", record(P.IN_PROGRESS)),
        (None, record(done_on=date(2025, 9, 3))),
    ],
)
def test_nothing_to_ask(words, kept) -> None:
    assert asked(words, kept) == []


@pytest.mark.parametrize(
    ("kept", "on", "is_asked"),
    [
        (record(P.IN_PROGRESS), date(2025, 9, 1), True),
        (record(done_on=date(2025, 9, 2)), date(2025, 9, 1), True),
        (record(done_on=date(2025, 9, 1)), date(2025, 9, 1), False),
        (record(done_on=date(2025, 9, 2)), None, True),
        (record(P.NOT_STARTED), date(2025, 9, 1), False),
    ],
)
def test_work_that_goes_on_after_the_item_was_dropped(kept, on, is_asked) -> None:
    milestone = replace(milestones("Quý III/2025").milestones[0], dropping=Dropping("Bãi bỏ", on))
    found = list(questions_about(kept, milestone, HALF))
    assert [words for words in found if "không còn thực hiện" in words] == found[: int(is_asked)]
    assert len(found) == int(is_asked)


DATED = Milestone(1, "once", milestones("31/10/2025").milestones[0].kind, None, date(2025, 10, 31), date(2025, 10, 31))


@pytest.mark.parametrize(
    ("extension", "milestone", "words"),
    [
        (Extension(1, "once", date(2025, 11, 15), " "), DATED, "văn bản cho phép gia hạn"),
        (Extension(1, "once", date(2025, 10, 31), "CV 1"), DATED, "không sau hạn cũ 31/10/2025"),
        (Extension(1, "once", date(2025, 11, 15), "CV 1"), milestones(None).milestones[0], "chưa xác định thời hạn"),
    ],
)
def test_refused_extensions(extension, milestone, words) -> None:
    with pytest.raises(InvalidInput, match=words):
        refuse_bad_extension(extension, milestone)


def test_an_extension_beyond_the_plan_is_asked_about() -> None:
    inside, outside = (Extension(1, "once", day, "CV 1") for day in (date(2025, 12, 31), date(2026, 1, 1)))
    refuse_bad_extension(outside, DATED)
    assert list(questions_about_extension(inside, HALF)) == []
    assert "sau khi kế hoạch kết thúc (31/12/2025)" in next(questions_about_extension(outside, HALF))
