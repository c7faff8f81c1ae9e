"""What the inspector shows of the follow-up, and what it asks for."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from cchc_desktop.domain.followup.records import WHOLE_ITEM, Progress, Urging, UrgingMeans
from cchc_desktop.services import followup, item_editing, recording, updating
from cchc_desktop.ui.inspector.follow_words import item_follow
from cchc_desktop.ui.inspector.inspector import Inspector
from tests.services.followup_scene import JULY, POLICE, QUARTERLY, STANDING, STRICT, FollowUpScene

TODAY = date(2025, 12, 2)


class Followed:
    """An inspector that shows a plan of half a year on a day in December."""

    def __init__(self, inspector: Inspector) -> None:
        self.inspector = inspector
        self.scene = FollowUpScene(TODAY)
        self.wanted: list[tuple[int, object]] = []
        inspector.record_wanted.connect(lambda item_id, occurrence: self.wanted.append((item_id, occurrence)))

    def show(self, content: str) -> list[str]:
        picture = followup.picture(self.scene.workspace, TODAY, self.scene.plan_id)
        self.inspector.set_follow(lambda plan_id, item_id: item_follow(picture, plan_id, item_id))
        self.inspector.show_item(picture.plans[self.scene.plan_id].tree, self.scene.id(content))
        return self.texts()

    def texts(self) -> list[str]:
        section = self.inspector.page.milestones
        found = [section.heading.text()]
        found += [text for row in section.buttons() for text in (row.accessibleName(), row.accessibleDescription())]
        return [text for text in found if text]

    @property
    def lines(self) -> list[str]:
        return self.inspector.page.texts()


@pytest.fixture
def followed(qtbot):
    inspector = Inspector()
    qtbot.addWidget(inspector)
    inspector.resize(340, 900)
    inspector.show()
    qtbot.waitExposed(inspector)
    return Followed(inspector)


@pytest.mark.parametrize("moment", ["2025-Q4", WHOLE_ITEM])
def test_why_a_milestone_was_dropped_stands_with_that_one_alone(followed, moment):
    done = {"progress": Progress.DONE, "done_on": date(2025, 9, 8), "result": "Báo cáo 312/BC-UBND"}
    item_id = followed.scene.id(STRICT)
    recording.record(followed.scene.workspace, [(item_id, "2025-Q3", done)])
    recording.drop(followed.scene.workspace, item_id, "Bỏ báo cáo quý", moment=moment)
    assert ["Bỏ báo cáo quý" in text for text in followed.show(STRICT)] == [False, False, False, False, True]


def test_each_milestone_with_its_date_name_verdict_and_result(followed):
    result = {"progress": Progress.DONE, "done_on": date(2025, 9, 8), "result": "Báo cáo 312/BC-UBND"}
    recording.record(followed.scene.workspace, [(followed.scene.id(STRICT), "2025-Q3", result)])
    assert followed.show(STRICT) == [
        "Mốc thời hạn: đã hoàn thành 1/2",
        "09/09/2025, Quý III/2025, Đúng hạn", "Ngày 08/09/2025 · Báo cáo 312/BC-UBND",
        "09/12/2025, Quý IV/2025, Còn 7 ngày", "Chưa ghi kết quả",
    ]  # fmt: skip
    assert followed.inspector.page.chip.accessibleName() == "Còn 7 ngày"


def test_a_narrow_pane_breaks_the_line_of_a_milestone_and_clips_nothing(followed):
    workspace, item_id = followed.scene.workspace, followed.scene.id(STRICT)
    item_editing.edit_items(workspace, {item_id: {"time_words": "Hằng tháng"}}, "Quyết định 22/QĐ-UBND")
    followed.show(STRICT)
    row = next(row for row in followed.inspector.page.milestones.buttons() if "Chủ nhật" in row.accessibleName())
    when, about, verdict, _ = (label for label in row.findChildren(QLabel) if label.text())
    assert when.text() == "31/08/2025 (Chủ nhật)"
    assert all(label.width() >= label.sizeHint().width() for label in (when, about, verdict))
    assert about.y() > when.y() or about.x() > when.geometry().right()
    assert verdict.geometry().right() <= row.rect().right()
    assert followed.inspector.page.minimumSizeHint().width() <= 280


def test_what_has_no_date_says_so_once(followed):
    workspace, item_id = followed.scene.workspace, followed.scene.id(STRICT)
    item_editing.edit_items(workspace, {item_id: {"time_words": "Chưa rõ"}}, "Quyết định 22/QĐ-UBND")
    followed.show(STRICT)
    (row,) = followed.inspector.page.milestones.buttons()
    assert row.accessibleName() == "Chưa xác định thời hạn"


def test_an_extension_says_from_when_and_by_which_document(followed):
    workspace, item_id = followed.scene.workspace, followed.scene.id(JULY)
    recording.extend(workspace, item_id, None, date(2025, 12, 31), "Công văn 9/UBND", date(2025, 8, 1))
    assert followed.show(JULY)[-1] == "Gia hạn từ 31/07/2025 theo Công văn 9/UBND"


def test_updates_and_urgings_are_listed(followed):
    workspace, item_id = followed.scene.workspace, followed.scene.id(STANDING)
    updating.update(workspace, item_id, "2025-Q3", None, "Đã phát thanh 12 buổi")
    police = followed.scene.agency(POLICE)
    urging = Urging(item_id, TODAY, UrgingMeans.PHONE, agency_id=police, person="anh Nam", promise="gửi trong tuần")
    updating.urge(workspace, [urging])
    followed.show(STANDING)
    assert "Quý III năm 2025: Đã phát thanh 12 buổi" in followed.lines
    assert "02/12/2025 · Điện thoại · Công an phường · anh Nam · hứa: gửi trong tuần" in followed.lines


def test_a_milestone_asks_for_its_result_by_key_and_by_click(followed, qtbot):
    followed.show(STRICT)
    first, second = followed.inspector.page.milestones.buttons()
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Return)
    qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    followed.inspector.page.record.click()
    item_id = followed.scene.id(STRICT)
    assert followed.wanted == [(item_id, "2025-Q3"), (item_id, "2025-Q4"), (item_id, None)]


def test_a_changed_schedule_says_what_no_longer_fits(followed, qtbot):
    workspace, item_id = followed.scene.workspace, followed.scene.id(QUARTERLY)
    recording.record(workspace, [(item_id, "2025-Q3", {"done_on": date(2025, 9, 20)})])
    item_editing.edit_items(workspace, {item_id: {"time_words": "Trong tháng 12/2025"}}, "Quyết định 22/QĐ-UBND")
    followed.show(QUARTERLY)
    section = followed.inspector.page.milestones
    assert section.left_over.text().startswith("1 kết quả đã ghi không còn khớp")
    with qtbot.waitSignal(followed.inspector.settle_wanted) as asked:
        section.settle.click()
    assert asked.args == [item_id]


def test_without_statuses_nothing_is_said(followed):
    picture = followup.picture(followed.scene.workspace, TODAY, followed.scene.plan_id)
    followed.inspector.show_item(picture.plans[followed.scene.plan_id].tree, followed.scene.id(STRICT))
    assert not followed.inspector.page.milestones.isVisible()
    assert not followed.inspector.page.record.isEnabled()


def test_data_that_can_only_be_looked_at_take_no_result(followed):
    followed.show(STRICT)
    followed.inspector.set_editable(False)
    assert not any(row.isEnabled() for row in followed.inspector.page.milestones.buttons())
    assert not followed.inspector.page.record.isEnabled()
