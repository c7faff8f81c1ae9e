"""A report with its words, as the services give them: what the tests of the editors share."""

from __future__ import annotations

from datetime import date

from cchc_desktop.services import recording
from cchc_desktop.services.papers.report_texts import ReportWords, report_words, save_report_text
from tests.services.followup_scene import PARTS, FollowUpScene
from tests.services.papers.report_scene import told_scene, usual_template

KEY = "2025-Q3"


def words_of(scene: FollowUpScene) -> ReportWords:
    return report_words(scene.workspace, KEY, [scene.plan_id], usual_template())


def kept_scene() -> FollowUpScene:
    """Return a scene whose report was edited before one more task was done: some of its figures have changed."""
    scene = told_scene()
    save_report_text(scene.workspace, KEY, [scene.plan_id], words_of(scene).draft)
    recording.record(scene.workspace, [(scene.id(PARTS), "once", {"done_on": date(2025, 9, 10)})])
    return scene
