"""Every dialog of recording with something in it, as `test_accessible` looks at pages and dialogs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.followup.records import Progress
from cchc_desktop.domain.schedule.model import Rule, ScheduleKind
from cchc_desktop.services import followup, item_editing, recording
from cchc_desktop.services.urging_words import urged_offices
from cchc_desktop.ui.evidence.attach import EvidenceField
from cchc_desktop.ui.following.bulk_record_dialog import BulkRecordDialog
from cchc_desktop.ui.following.drop_dialog import DropDialog
from cchc_desktop.ui.following.extend_dialog import ExtendDialog
from cchc_desktop.ui.following.orphans_dialog import OrphansDialog
from cchc_desktop.ui.following.record_dialog import RecordDialog
from cchc_desktop.ui.following.recording import MilestoneRef
from cchc_desktop.ui.following.tasks import FollowedTask, find_tasks
from cchc_desktop.ui.following.urge_dialog import UrgeDialog
from tests.services.followup_scene import JULY, QUARTERLY, STANDING, STRICT, UNDATED, FollowUpScene

_TODAY = date(2025, 9, 20)


def tasks(*contents: str, scene: FollowUpScene | None = None) -> list[FollowedTask]:
    """Return tasks of the follow-up's sample as of 20/9/2025."""
    scene = scene or FollowUpScene(_TODAY)
    picture = followup.picture_of(scene.workspace, _TODAY, [scene.plan_id])
    return find_tasks(picture, [MilestoneRef(scene.plan_id, scene.id(content)) for content in contents])[0]


def _evidence(parent: QWidget) -> EvidenceField:
    return EvidenceField(lambda: _TODAY, parent)


def _record(parent: QWidget) -> RecordDialog:
    """The fullest form of it: a question about lateness, answers of two leads, everything unfolded."""
    dialog = RecordDialog(tasks(QUARTERLY)[0], parent, evidence=_evidence, goes_on=True)
    dialog.form.more.click()
    return dialog


def _doubtful(parent: QWidget) -> RecordDialog:
    dialog = RecordDialog(tasks(STRICT)[0], parent, evidence=_evidence)
    dialog.form.day.setText("10/9/2025")
    return dialog


def _standing(parent: QWidget) -> RecordDialog:
    return RecordDialog(tasks(STANDING)[0], parent, evidence=_evidence, goes_on=False)


def _bulk(parent: QWidget) -> BulkRecordDialog:
    found, refused = tasks(JULY, STANDING, STRICT, UNDATED), ()
    return BulkRecordDialog(found, refused, _TODAY, parent)


def _urge(parent: QWidget) -> UrgeDialog:
    return UrgeDialog(urged_offices([task.urged() for task in tasks(JULY, STRICT, STANDING)]), _TODAY, parent)


def _orphans(parent: QWidget) -> OrphansDialog:
    scene = FollowUpScene(_TODAY)
    values: recording.RecordValues = {"progress": Progress.DONE, "done_on": date(2025, 9, 8), "result": "Báo cáo 312"}
    recording.record(scene.workspace, [(scene.id(STRICT), "2025-Q3", values)])
    rules = (Rule(ScheduleKind.DEADLINE, due=date(2025, 12, 15)),)
    item_editing.set_rules(scene.workspace, scene.id(STRICT), rules)
    return OrphansDialog(tasks(STRICT, scene=scene), parent)


RECORDING_SHEETS: dict[str, Callable[[QWidget], QWidget]] = {
    "record": _record,
    "record with a question": _doubtful,
    "record of a period": _standing,
    "record many": _bulk,
    "urge": _urge,
    "extend": lambda parent: ExtendDialog(tasks(STRICT)[0], parent),
    "drop": lambda parent: DropDialog(tasks(STRICT)[0], parent),
    "left over": _orphans,
}
