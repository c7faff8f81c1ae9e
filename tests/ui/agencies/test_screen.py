"""The screen Cơ quan over a real file: by clicks and keys, as a user would."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QPushButton

from cchc_desktop.domain.agencies.names import AgencyKind
from cchc_desktop.ui.agencies.merge_dialog import MergeDialog
from tests.ui.agencies.agencies_stage import SPELLINGS


def test_agencies_stand_in_vietnamese_order_with_their_counts(agencies):
    assert agencies.names() == ["Công an", "Đảng ủy", "Phòng Kinh tế", "Ủy ban nhân dân"]
    assert agencies.cells("Phòng Kinh tế") == ["Đơn vị", "1", "2", "1", ""]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("kinh te", ["Phòng Kinh tế"]), ("ubnd", ["Ủy ban nhân dân"]), ("khongco", [])],
)
def test_the_search_folds_and_knows_abbreviations(agencies, typed, expected):
    agencies.page.focus_search()
    QTest.keyClicks(agencies.page.list.findChild(QLineEdit, "search"), typed)
    agencies.bot.waitUntil(lambda: agencies.names() == expected)
    if not expected:
        agencies.press("Xóa lọc")
        assert len(agencies.names()) == 4
    else:
        field = agencies.page.list.findChild(QLineEdit, "search")
        QTest.keyClick(field, Qt.Key.Key_Down)
        assert agencies.page.list.table.hasFocus()
        QTest.keyClick(field, Qt.Key.Key_Escape)
        assert (field.text(), len(agencies.names())) == ("", 4)


def test_where_used_follows_the_chosen_agency_and_the_clicked_count(agencies):
    agencies.choose("Phòng Kinh tế")
    assert [row[1:4] for row in agencies.uses()] == [
        ["1", "Rà soát văn bản", "Phối hợp"], ["2", "Lập danh mục", "Phối hợp"], ["3", "Công khai", "Chủ trì"],
        ["1", "Tỷ lệ hồ sơ đúng hạn", "Chỉ tiêu"],
    ]  # fmt: skip
    agencies.click_cell("Phòng Kinh tế", 2)
    assert [row[2] for row in agencies.uses()] == ["Công khai"]
    agencies.choose("Công an")
    assert [row[2:4] for row in agencies.uses()] == [["Lập danh mục", "Phối hợp"]]


def test_a_use_opens_the_task_in_its_plan(agencies):
    agencies.choose("Phòng Kinh tế")
    agencies.page.uses.table.selectRow(2)
    QTest.keyClick(agencies.page.uses.table, Qt.Key.Key_Return)
    agencies.settle()
    assert agencies.contents.screens.current() is agencies.contents.view
    item_id = agencies.contents.view.current_item_id()
    assert agencies.session.tree.items[item_id].content == "Công khai"


def test_the_form_saves_a_field_when_it_is_left_and_undo_takes_it_back(agencies):
    agencies.choose("Phòng Kinh tế")
    form = agencies.page.pane.form
    form.head.setFocus()
    QTest.keyClicks(form.head, "Ong An")
    QTest.keyClick(form.head, Qt.Key.Key_Return)
    agencies.settle()
    assert agencies.deed() == "Đã lưu “Phòng Kinh tế”."
    assert agencies.page._agencies[form.stored().id].head == "Ong An"
    agencies.undo()
    assert form.head.text() == ""


def test_ctrl_s_stores_what_is_being_typed(agencies):
    agencies.choose("Phòng Kinh tế")
    agencies.page.pane.form.note.setPlainText("đang sắp xếp lại")
    agencies.contents._end_typing()
    agencies.settle()
    assert agencies.page._agencies[agencies.page.pane.form.stored().id].note == "đang sắp xếp lại"


def test_what_was_undone_can_be_typed_again(agencies):
    agencies.choose("Phòng Kinh tế")
    form = agencies.page.pane.form
    for _ in range(2):
        form.head.setText("Bà Hoa")
        form.commit()
        agencies.settle()
        assert agencies.page._agencies[form.stored().id].head == "Bà Hoa"
        agencies.undo()
        assert agencies.page._agencies[form.stored().id].head is None


def test_typing_in_one_field_while_another_is_stored_is_not_lost(agencies):
    agencies.choose("Phòng Kinh tế")
    form = agencies.page.pane.form
    form.head.setText("Bà Hoa")
    form.commit()
    form.contact.setText("0225 123")
    agencies.settle()
    assert (form.head.text(), form.contact.text()) == ("Bà Hoa", "0225 123")
    form.commit()
    agencies.settle()
    stored = agencies.page._agencies[form.stored().id]
    assert (stored.head, stored.contact) == ("Bà Hoa", "0225 123")


def test_a_new_name_shows_in_the_list_and_the_old_one_stays_known(agencies):
    agencies.choose("Phòng Kinh tế")
    form = agencies.page.pane.form
    form.name.setText("Phòng Tổng hợp")
    form.commit()
    agencies.settle()
    assert "Phòng Tổng hợp" in agencies.names()
    assert form.aliases.toPlainText().splitlines()[-1] == "Phòng Kinh tế"
    assert [line.agency.name for line in agencies.page.list.chosen()] == ["Phòng Tổng hợp"]


def test_an_agency_is_added_and_deleted_and_undo_brings_it_back(agencies):
    agencies.add("Tổ rà soát")
    assert agencies.cells("Tổ rà soát")[-1] == "Chưa dùng"
    assert [line.agency.name for line in agencies.page.list.chosen()] == ["Tổ rà soát"]
    QTest.keyClick(agencies.page.list.table, Qt.Key.Key_Delete)
    agencies.settle()
    assert "Tổ rà soát" not in agencies.names()
    agencies.undo()
    assert "Tổ rà soát" in agencies.names()


def test_a_used_agency_cannot_be_deleted(agencies):
    agencies.choose("Đảng ủy")
    QTest.keyClick(agencies.page.list.table, Qt.Key.Key_Delete)
    agencies.settle()
    assert "Đảng ủy" in agencies.names()


def test_what_is_refused_stays_typed_and_is_told(agencies):
    agencies.choose("Công an")
    form = agencies.page.pane.form
    form.name.setText("Phòng Kinh tế")
    form.commit()
    agencies.settle()
    (notice,) = agencies.page.notices()
    assert notice.startswith("Chưa lưu được thay đổi của “Công an”. “Phòng Kinh tế” đã là tên")
    agencies.choose("Đảng ủy")
    assert form.name.text() == "Đảng ủy"
    assert agencies.cells("Công an")[-1] == "Chưa lưu được"
    agencies.press("Mở lại")
    assert form.name.text() == "Phòng Kinh tế"
    agencies.press("Bỏ thay đổi")
    assert (form.name.text(), agencies.page.notices()) == ("Công an", [])


def test_the_window_does_not_close_over_what_was_refused(agencies):
    agencies.choose("Công an")
    form = agencies.page.pane.form
    form.name.setText("Phòng Kinh tế")
    form.commit()
    agencies.settle()
    agencies.window.close()
    assert agencies.window.isVisible()
    (box,) = [one for one in agencies.window.findChildren(QMessageBox) if one.isVisible()]
    assert "1 cơ quan vừa sửa" in box.text()
    box.reject()
    agencies.press("Bỏ thay đổi")
    agencies.window.close()
    assert not agencies.window.isVisible()


def test_a_day_that_is_none_is_told_and_not_stored(agencies):
    agencies.choose("Công an")
    form = agencies.page.pane.form
    form.valid_to.setText("31/02/2026")
    form.commit()
    agencies.settle()
    assert "“31/02/2026” không phải là ngày" in form._day_doubt.text()
    form.valid_to.setText("30/6/2026")
    form.commit()
    agencies.settle()
    assert agencies.cells("Công an")[-1] == "Đến 30/06/2026"


def test_a_group_takes_members_by_name_and_loses_them(agencies):
    agencies.add("Nhóm tham mưu")
    form = agencies.page.pane.form
    form.kind.setCurrentIndex(form.kind.findData(AgencyKind.GROUP))
    agencies.settle()
    form.members._add("phòng kinh tế; Công an; Sở lạ")
    agencies.settle()
    assert "Sở lạ" in form.members._doubt.text()
    names = [form.members.list.item(row).text() for row in range(form.members.list.count())]
    assert names == ["Phòng Kinh tế", "Công an"]
    form.members.list.setCurrentRow(0)
    QTest.keyClick(form.members.list, Qt.Key.Key_Delete)
    agencies.settle()
    assert len(agencies.page._agencies[form.stored().id].member_ids) == 1


# --- merging ---------------------------------------------------------------------------------------------------


def test_four_spellings_become_one_by_one_decision_and_undo_splits_them(spellings):
    before = spellings.open_links()
    assert spellings.page.notices() == ["1 nhóm tên có thể là một cơ quan."]
    spellings.press("Xem")
    kept = spellings.page.suggestions.cards()[0].group.keep.name
    spellings.press("Gộp")
    assert spellings.deed() == "Đã gộp 4 tên thành một cơ quan."
    assert set(spellings.names()) & set(SPELLINGS) == {kept}
    assert {tuple(leads) for leads in spellings.open_links().values()} == {(kept,)}
    assert spellings.page.suggestions.cards() == ()
    spellings.undo()
    assert spellings.open_links() == before
    assert len(spellings.page.suggestions.cards()) == 1


def test_a_name_is_left_out_and_another_one_typed(spellings):
    spellings.press("Xem")
    card = spellings.page.suggestions.cards()[0]
    left_out = card.group.others[0].agency.name
    card.choice._ticks[1].setChecked(False)
    QTest.keyClicks(card.choice.other, "Ban Tham dinh")
    spellings.press("Gộp")
    assert {"Ban Tham dinh", left_out} <= set(spellings.names())


def test_told_apart_is_not_suggested_until_asked_again(spellings):
    spellings.press("Xem")
    spellings.press("Không phải một cơ quan")
    assert spellings.page.suggestions.cards() == ()
    assert spellings.deed() == "Đã ghi nhận đây là các cơ quan khác nhau."
    spellings.press("Hiện lại các gợi ý đã bỏ qua")
    assert len(spellings.page.suggestions.cards()) == 1


def test_chosen_agencies_are_merged_by_hand(agencies):
    agencies.choose("Đảng ủy", "Công an")
    agencies.page.list._merge.click()
    dialog = agencies.window.findChild(MergeDialog)
    dialog._choice._names.buttons()[1].setChecked(True)
    QTest.mouseClick(dialog.findChild(QPushButton, "primary"), Qt.MouseButton.LeftButton)
    agencies.settle()
    assert len(agencies.names()) == 3
    assert agencies.deed() == "Đã gộp 2 tên thành một cơ quan."


def test_the_choice_of_a_name_needs_two_and_a_name(spellings):
    spellings.press("Xem")
    card = spellings.page.suggestions.cards()[0]
    for tick in card.choice._ticks[1:]:
        tick.setChecked(False)
    assert (card.choice.choice(), card.merge.isEnabled()) == (None, False)


def test_a_refresh_keeps_choice_and_focus(agencies):
    agencies.choose("Đảng ủy")
    agencies.page.list.table.setFocus()
    agencies.page.refresh()
    agencies.settle()
    assert [line.agency.name for line in agencies.page.list.chosen()] == ["Đảng ủy"]
    assert QApplication.focusWidget() in (agencies.page.list.table, None)


def test_only_looked_at_nothing_can_be_changed(spellings):
    spellings.contents.set_writable(False)
    spellings.choose(SPELLINGS[0])
    page = spellings.page
    assert not page.list._add.isEnabled()
    assert page.pane.form.name.isReadOnly()
    page.show_suggestions()
    card = page.suggestions.cards()[0]
    assert not (card.merge.isEnabled() or card.apart.isEnabled())
