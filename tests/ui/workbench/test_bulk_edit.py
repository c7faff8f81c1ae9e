from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from cchc_desktop.domain.items import WorkItem
from cchc_desktop.services import history
from cchc_desktop.services.item_rows import ITEM_FIELDS
from cchc_desktop.ui.workbench.bulk_edit import BULK_FIELDS, BulkChange, BulkWay, edits_of, preview
from cchc_desktop.ui.workbench.bulk_edit_dialog import BulkEditDialog
from cchc_desktop.ui.workbench.columns import PlanColumn

LEAD, TIME = BULK_FIELDS[0], BULK_FIELDS[2]
REPLACE, APPEND, FIND = BulkWay


@pytest.mark.parametrize(
    ("way", "words", "sought", "any_marks", "before", "after"),
    [
        (REPLACE, " Phòng Kinh tế ", "", False, "Công an", "Phòng Kinh tế"),
        (REPLACE, " ", "", False, "Công an ", "Công an"),
        (APPEND, "Phòng Kinh tế", "", False, "Công an", "Công an; Phòng Kinh tế"),
        (APPEND, "Phòng Kinh tế", "", False, "Công an; ", "Công an; Phòng Kinh tế"),
        (APPEND, "Phòng Kinh tế", "", False, "", "Phòng Kinh tế"),
        (APPEND, "", "", False, "Công an", "Công an"),
        (FIND, "phường", "xã", False, "Công an xã; UBND xã", "Công an phường; UBND phường"),
        (FIND, "phường", "XA", False, "Công an xã", "Công an xã"),
        (FIND, "phường", "XA", True, "Công an xã", "Công an phường"),
        (FIND, "x", "", False, "Công an", "Công an"),
        (FIND, "", "an", False, "Công an", "Công"),
        (FIND, "b", ".", False, "a.c", "abc"),
    ],
)
def test_what_becomes_of_words(way, words, sought, any_marks, before, after):
    assert BulkChange(LEAD, way, words, sought, any_marks).applied(before) == after


def test_a_field_is_emptied_by_its_own_choice_only():
    assert BulkChange(LEAD, REPLACE, "", clears=True).applied("Công an") == ""
    assert BulkChange(LEAD, REPLACE, "Công an", clears=True).applied("Phòng Kinh tế") == ""


def test_only_what_really_changes_is_asked_for():
    items = [WorkItem(1, 1, "a", id=1, lead_words="A"), WorkItem(1, 1, "b", id=2, lead_words="B")]
    lines = preview(items, BulkChange(LEAD, REPLACE, "A"))
    assert edits_of(lines, LEAD) == {2: {"lead_words": "A"}}


def test_every_field_can_be_typed():
    assert {field.name for field in BULK_FIELDS} <= ITEM_FIELDS


def dialog_of(desk):
    return desk.view.findChild(BulkEditDialog)


def test_the_dialog_tells_the_count_first_and_what_really_changes(qtbot, desk):
    desk.view.select_item(desk.item("Kiểm tra văn bản"), PlanColumn.LEAD)
    for _ in range(3):
        qtbot.keyClick(desk.view.view(), Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    desk.view.bulk_edit()
    dialog = dialog_of(desk)
    assert dialog.findChildren(QLabel)[0].text() == "Đang chọn 3 nhiệm vụ. Chưa có thay đổi nào."
    assert dialog.width() <= 640
    assert not dialog._save.isEnabled()
    dialog._words.setText("Văn phòng HĐND và UBND")
    assert dialog.verdict() == "1 nhiệm vụ sẽ thay đổi, 2 giữ nguyên."
    dialog._save.click()
    assert desk.tree.items[desk.item("Rà soát, đơn giản")].lead_words == "Văn phòng HĐND và UBND"
    history.undo(desk.workspace)
    assert desk.tree.items[desk.item("Rà soát, đơn giản")].lead_words.startswith("Các phòng")


def test_find_shows_its_own_fields(qtbot, desk):
    dialog = BulkEditDialog(list(desk.tree.items.values()), desk.view)
    dialog.show()
    assert not dialog._sought.isVisible()
    dialog._way.setCurrentIndex(2)
    assert dialog._sought.isVisible()
    dialog._sought.setText("phong")
    dialog._words.setText("Ban")
    assert dialog.verdict().endswith("Chưa có thay đổi nào.")
    dialog._any_marks.setChecked(True)
    assert "sẽ thay đổi" in dialog.verdict()
    assert dialog._model.index(0, 2).data().startswith("Ban")


def test_clearing_is_asked_for_each_field_anew(desk):
    dialog = BulkEditDialog(list(desk.tree.items.values()), desk.view)
    dialog.show()
    dialog._clears.setChecked(True)
    assert (dialog.change().clears, dialog._words.isEnabled(), dialog._save.isEnabled()) == (True, False, True)
    assert dialog.verdict() == "16 nhiệm vụ sẽ thay đổi, 1 giữ nguyên."
    assert {dialog._model.index(row, 2).data() for row in range(16)} == {"(để trống)"}
    dialog._field.setCurrentIndex(2)
    assert not dialog._clears.isChecked()
    assert not dialog._save.isEnabled()
    dialog._clears.setChecked(True)
    dialog._way.setCurrentIndex(1)
    assert not dialog._clears.isVisible()
    assert not dialog.change().clears


def test_nothing_selected_is_told(desk):
    desk.view.bulk_edit()
    assert "Chọn" in desk.told[-1]
