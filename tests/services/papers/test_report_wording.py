"""Words that a plan brings into a report: its title in capitals, and tasks that begin with a dash."""

from __future__ import annotations

from datetime import date

import pytest

from cchc_desktop.domain.plan import DocumentRef
from cchc_desktop.services import recording
from cchc_desktop.services.papers.report import report
from cchc_desktop.services.papers.report_texts import report_draft
from tests.services.followup_scene import JULY, STANDING, FollowUpScene
from tests.services.papers.report_scene import told_scene, usual_template
from tests.services.papers.test_lint import change, change_plan


def _texts(scene: FollowUpScene) -> list[str]:
    now = report(scene.workspace, [scene.plan_id], "2025-Q3")
    draft = report_draft(scene.workspace, now, usual_template())
    return [block.text for section in draft.sections for block in section.blocks]


@pytest.mark.parametrize(
    ("document", "words"),
    [
        (DocumentRef(), "kế hoạch cải cách hành chính của Ủy ban nhân dân phường Hoa Sữa, "),
        (
            DocumentRef("Quyết định", "510/QĐ-UBND", date(2025, 7, 30)),
            "kế hoạch cải cách hành chính của Ủy ban nhân dân phường Hoa Sữa ban hành kèm theo Quyết định số "
            "510/QĐ-UBND ngày 30/7/2025, ",
        ),
    ],
)
def test_a_title_in_capitals_gives_way_in_running_text(document, words):
    scene = told_scene()
    title = "DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH 6 THÁNG CUỐI NĂM 2025"
    change_plan(scene, title=title, issuer="Ủy ban nhân dân phường Hoa Sữa", document=document)
    first = _texts(scene)[0]
    assert title not in first
    assert first.startswith(f"Thực hiện {words}")


def test_what_there_is_none_of_is_left_out_of_the_assessment():
    scene = told_scene()
    assert "trong đó" not in " ".join(_texts(scene))  # the one that is done was late
    recording.record(scene.workspace, [(scene.id(JULY), None, {"done_on": date(2025, 7, 30)})])
    assert ", trong đó 01 nhiệm vụ hoàn thành đúng hạn; " in " ".join(_texts(scene))


@pytest.mark.parametrize("mark", ["- ", "– ", "+ ", "• ", "-  "])
def test_a_task_that_begins_with_a_dash_has_one_in_a_list(mark):
    scene = told_scene()
    plain = _texts(scene)
    for content in (JULY, STANDING):
        change(scene, content, content=f"{mark}{content}")
    assert _texts(scene) == plain


def test_a_sign_before_a_number_is_no_dash():
    scene = told_scene()
    change(scene, JULY, content="-5% chi phí - bước một")
    assert any("- -5% chi phí - bước một" in text for text in _texts(scene))
