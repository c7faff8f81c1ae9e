"""The follow-up's plan with results, updates and values, for the tests of reports and of the check before printing."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from cchc_desktop import paths
from cchc_desktop.domain.office import OfficeProfile, Signer, suggest_letterhead
from cchc_desktop.domain.papers.report_template import ReportTemplate, template_from_json
from cchc_desktop.services import measuring, office, recording, updating
from tests.services.followup_scene import FINANCE, JULY, POLICE, QUARTERLY, STANDING, STRICT, FollowUpScene

SENT_DAY = date(2025, 9, 8)
AFTER = date(2025, 9, 20)


def usual_template() -> ReportTemplate:
    """Return the template that the program ships."""
    return template_from_json(json.loads(paths.resource("templates", "report.json").read_bytes()))


def told_scene(today: date = AFTER) -> FollowUpScene:
    """Return the plan on a day: one task done in time, one late, words of offices, values of indicators."""
    scene = FollowUpScene(date(2026, 3, 1))  # what is recorded is known on every day that a test asks about
    workspace = scene.workspace
    recording.record(
        workspace,
        [(scene.id(JULY), None, {"done_on": date(2025, 8, 4), "result": "Quyết định số 30/QĐ-UBND."})],
    )
    recording.record(
        workspace,
        [
            (
                scene.id(STRICT),
                "2025-Q3",
                {"done_on": date(2025, 9, 5), "result": "Báo cáo số 15/BC-UBND", "difficulty": "Số liệu chậm"},
            )
        ],
    )
    updating.give_updates(
        workspace,
        [
            (scene.id(STANDING), "2025-Q3", scene.agency(POLICE), {"words": "Đăng 12 tin bài;\n3 hội nghị."}),
            (scene.id(QUARTERLY), "2025-Q3", scene.agency(FINANCE), {"words": "Đã họp", "difficulty": "Thiếu người"}),
        ],
    )
    measuring.measure(workspace, [(scene.tree.indicators[0].id, "2025-Q3", "98,5")])
    scene.clock.day = today
    return scene


def with_office(scene: FollowUpScene) -> FollowUpScene:
    """Give the office of a scene its own facts."""
    name = "Ủy ban nhân dân phường Hoa Sữa"
    profile = OfficeProfile(
        name=name,
        superior="Ủy ban nhân dân thành phố",
        letterhead=suggest_letterhead(name),
        place="Hoa Sữa",
        signers=(Signer("Trần Thị Thu Hằng", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),),
        symbols=("KH-UBND", "BC-UBND"),
    )
    office.save_profile(scene.workspace, replace(profile))
    return scene
