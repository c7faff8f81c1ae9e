from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from cchc_desktop.domain.followup.records import Progress, UrgingMeans
from cchc_desktop.services import recording
from tests.services.followup_scene import FINANCE, JULY, OFFICE, POLICE, STANDING, STRICT
from tests.ui.following.place import button


def test_urging_copies_a_message_and_logs(place):
    dialog = place.ask(lambda: place.desk.urge([place.ref(STRICT)]))
    assert "hạn 09/09/2025, quá hạn 11 ngày" in dialog.message.words()
    dialog.message.setPlainText("Anh Nam gửi giúp báo cáo quý III.")
    place.bot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "Anh Nam gửi giúp báo cáo quý III."
    dialog.person.setText("Anh Nam")
    dialog.promise.setText("Gửi đầu tuần")
    dialog.promised_for.setText("22/9")
    before = len(place.scene.store.log)
    place.confirm()
    (row,) = place.scene.ledger.urgings[place.scene.id(STRICT)]
    assert (row.on, row.means, row.person) == (date(2025, 9, 20), UrgingMeans.MESSAGE, "Anh Nam")
    assert (row.promise, row.promised_for) == ("Gửi đầu tuần", date(2025, 9, 22))
    assert (row.occurrence, row.agency_id) == ("2025-Q3", place.scene.agency(FINANCE))
    assert len(place.scene.store.log) == before + 1
    assert place.deeds == [("Đã ghi đôn đốc 1 nhiệm vụ.", place.scene.store.log[-1].id)]
    place.undo()
    assert place.scene.ledger.urgings == {}


def test_each_office_has_a_message_and_only_those_urged_are_logged(place):
    dialog = place.ask(lambda: place.desk.urge([place.ref(one) for one in (JULY, STRICT, STANDING)]))
    names = [dialog.office.itemText(row) for row in range(dialog.office.count())]
    assert names == [f"{name}: 1 nhiệm vụ" for name in (OFFICE, FINANCE, POLICE)]
    assert not button(dialog, "Ghi đôn đốc").isEnabled()
    dialog.office.setCurrentIndex(1)
    assert dialog.message.words().startswith(f"Kính gửi {FINANCE},")
    dialog.message.setPlainText("Nhắc gửi báo cáo")
    dialog.is_urged.click()
    dialog.office.setCurrentIndex(0)
    assert not dialog.is_urged.isChecked()
    dialog.office.setCurrentIndex(1)
    assert dialog.message.words() == "Nhắc gửi báo cáo"
    place.confirm()
    assert set(place.scene.ledger.urgings) == {place.scene.id(STRICT)}


@pytest.mark.parametrize(
    ("field", "typed"), [("on", "21/9/2025"), ("on", ""), ("on", "x"), ("promised_for", "1/9/2025")]
)
def test_days_that_cannot_be_are_refused(place, field, typed):
    dialog = place.ask(lambda: place.desk.urge([place.ref(STRICT)]))
    getattr(dialog, field).setText(typed)
    assert not button(dialog, "Ghi đôn đốc").isEnabled()


def test_completed_tasks_are_not_urged(place):
    values = {"progress": Progress.DONE, "done_on": date(2025, 7, 30)}
    recording.record(place.scene.workspace, [(place.scene.id(JULY), None, values)])
    place.keeper.refresh()
    place.bot.waitUntil(place.keeper.is_current)
    place.desk.urge([place.ref(JULY)])
    assert place.deeds == [("Các nhiệm vụ đã chọn không còn việc nào phải đôn đốc.", None)]
