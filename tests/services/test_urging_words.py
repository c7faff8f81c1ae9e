"""The message that urges an office: whom, about what, by when; polite, and without an exclamation mark."""

from __future__ import annotations

from datetime import date

import pytest

from cchc_desktop.domain.followup.milestones import Milestone, MilestoneKind
from cchc_desktop.domain.followup.reporting import period_of_key
from cchc_desktop.domain.followup.status import MilestoneStatus, Status
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import DocumentRef, Plan, plan_kind
from cchc_desktop.services.urging_words import UrgedTask, short_name, urged_offices, urging_message

TODAY = date(2025, 9, 20)
TITLE = "Kế hoạch 6 tháng cuối năm 2025"
FIRST, SECOND = (1, "Phòng Kinh tế"), (2, "Công an phường")


def task(content, status, due=None, days=None, offices=(FIRST,), title=TITLE, period=None):
    found = MilestoneStatus(Milestone(7, "once", MilestoneKind.DATED, due=due), status, days)
    return UrgedTask(title, 7, content, found, offices, period)


LATE = task("Gửi báo cáo.", Status.OVERDUE, date(2025, 9, 9), 11)
SOON = task("Họp rà soát", Status.DUE_SOON, date(2025, 9, 25), 5)


def test_a_message_names_office_plan_tasks_and_dates():
    (office,) = urged_offices([SOON, LATE])
    assert urging_message(office, TODAY).splitlines() == [
        "Kính gửi Phòng Kinh tế,",
        f"Thực hiện {TITLE}, đến ngày 20/09/2025 Phòng Kinh tế có 1 nhiệm vụ quá hạn, 1 nhiệm vụ sắp đến hạn:",
        "1. Gửi báo cáo (hạn 09/09/2025, quá hạn 11 ngày).",
        "2. Họp rà soát (hạn 25/09/2025, còn 5 ngày).",
        "Đề nghị quan tâm thực hiện, gửi kết quả và tài liệu kèm theo; nếu có khó khăn, vướng mắc, đề nghị thông báo "
        "để phối hợp xử lý.",
        "Trân trọng cảm ơn.",
    ]


@pytest.mark.parametrize(
    ("title", "document", "name"),
    [
        (TITLE, DocumentRef("Quyết định", "510/QĐ-UBND", date(2025, 7, 30)), TITLE),
        ("DANH MỤC NHIỆM VỤ", DocumentRef("Quyết định", "510/QĐ-UBND", date(2025, 7, 30)),
         "Quyết định số 510/QĐ-UBND ngày 30/07/2025"),
        ("DANH MỤC NHIỆM VỤ", DocumentRef(number="21/KH-UBND"), "Kế hoạch số 21/KH-UBND"),
        ("DANH MỤC NHIỆM VỤ", DocumentRef("Kế hoạch"), "DANH MỤC NHIỆM VỤ"),
    ],
)  # fmt: skip
def test_a_title_in_capitals_gives_way_to_the_document(title, document, name):
    half = Period(date(2025, 7, 1), date(2025, 12, 31))
    assert short_name(Plan(title, plan_kind(half), half, document=document)) == name


def test_each_office_gets_what_it_leads():
    shared = task("Việc chung", Status.OVERDUE, date(2025, 9, 1), 19, (FIRST, SECOND))
    offices = urged_offices([LATE, shared])
    assert [(one.agency_id, [row.content for row in one.tasks]) for one in offices] == [
        (1, ["Việc chung", "Gửi báo cáo."]),
        (2, ["Việc chung"]),
    ]


@pytest.mark.parametrize(
    ("status", "due", "days", "period", "words"),
    [
        (Status.DUE_SOON, TODAY, 0, None, "hạn 20/09/2025, đến hạn hôm nay"),
        (Status.DUE_SOON, date(2025, 9, 21), 1, None, "hạn 21/09/2025, đến hạn ngày mai"),
        (Status.DUE_SOON, date(2025, 9, 22), 2, None, "hạn 22/09/2025, còn 2 ngày"),
        (Status.NOT_DUE, date(2025, 12, 31), 102, None, "hạn 31/12/2025"),
        (Status.UNDATED, None, None, None, "chưa xác định thời hạn"),
        (Status.WAITING, None, None, None, "chờ văn bản của cấp trên"),
        (Status.UPDATE_DUE, None, None, "2025-Q3", "cập nhật Quý III năm 2025, gửi chậm nhất ngày 07/09/2025"),
    ],
)
def test_what_a_task_waits_for(status, due, days, period, words):
    named = period_of_key(period) if period else None
    (office,) = urged_offices([task("Việc", status, due, days, period=named)])
    assert f"1. Việc ({words})." in urging_message(office, TODAY)


def test_an_office_that_is_not_known_is_addressed_all_the_same():
    (office,) = urged_offices([task("Việc", Status.OVERDUE, TODAY, 1, ())])
    message = urging_message(office, TODAY)
    assert message.startswith("Kính gửi đơn vị chủ trì,")
    assert "!" not in message


def test_several_plans_are_not_named_one_by_one():
    (office,) = urged_offices([LATE, task("Việc", Status.OVERDUE, TODAY, 1, title="Kế hoạch năm")])
    assert "Thực hiện các kế hoạch cải cách hành chính, đến ngày" in urging_message(office, TODAY)
