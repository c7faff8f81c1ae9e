"""What the inspector shows, and what it asks for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from cchc_desktop.domain.doubts import Slip
from cchc_desktop.domain.items import ItemOrigin
from cchc_desktop.domain.plan_tree import build_tree
from cchc_desktop.services import item_editing
from cchc_desktop.ui.inspector.inspector import Inspector
from cchc_desktop.ui.theme import Theme
from cchc_desktop.ui.workbench.unsaved import UnsavedWords, typed_row

EMPTY = "(để trống)"


def with_item(tree, item_id, **values):
    """Return a snapshot in which an item has other values."""
    items = [replace(item, **values) if item.id == item_id else item for item in tree.items.values()]
    return build_tree(tree.plan, tree.sections, items, tree.indicators)


def texts_after(pane, words):
    texts = pane.inspector.texts()
    return texts[texts.index(words) + 1 :]


def test_without_item_it_says_what_to_do(pane):
    pane.inspector.show_item(pane.tree, None)
    assert pane.inspector.texts() == ["Chọn một nhiệm vụ để xem chi tiết."]
    pane.inspector.show_item(None, None)
    assert pane.inspector.texts() == ["Chọn một nhiệm vụ để xem chi tiết."]


def test_several_rows_are_counted_and_can_be_changed_together(qtbot, pane):
    pane.show("Kiểm tra")
    pane.inspector.show_several(3)
    assert pane.inspector.texts() == ["Đã chọn 3 nhiệm vụ."]
    with qtbot.waitSignal(pane.inspector.bulk_edit_wanted):
        pane.button("Sửa hàng loạt…").click()


def test_all_fields_as_written(pane):
    pane.show("Tổng hợp, xây")
    assert pane.inspector.texts() == [
        "TT 2 · Mục I",
        "Tổng hợp, xây dựng báo cáo cải cách hành chính hằng quý, 6 tháng và năm gửi Sở Nội vụ",
        "Chủ trì", "Phòng Văn hóa - Xã hội",
        "Phối hợp", "Các phòng, ban, đơn vị có liên quan",
        "Thời hạn", "“Trước ngày 10 của tháng cuối quý”", "Thời hạn xác định: ngày 09 các tháng 3, 6, 9, 12",
        "Sản phẩm", "Báo cáo của UBND phường",
        "Kinh phí", EMPTY, "Ghi chú", EMPTY, "Người phụ trách", EMPTY, "Lãnh đạo phụ trách", EMPTY,
        "Nguồn", "Trong kế hoạch",
    ]  # fmt: skip


def test_words_that_could_not_be_stored_are_shown_in_their_place(pane):
    tree = pane.tree
    item = tree.items[pane.item("Ban hành")]
    unsaved = UnsavedWords()
    unsaved.keep([typed_row(item, {"content": "Ban hành sớm", "note": "Trình trước Tết"})])
    pane.inspector.show_item(tree, item.id, unsaved)
    texts = pane.inspector.texts()
    assert texts[1:3] == ["Ban hành sớm", "Chưa lưu được"]
    assert texts_after(pane, "Ghi chú")[:2] == ["Trình trước Tết", "Chưa lưu được"]
    pane.inspector.show_item(tree, item.id)
    assert "Chưa lưu được" not in pane.inspector.texts()


def test_a_sub_item_is_named(pane):
    pane.show("Lập danh mục")
    assert pane.inspector.texts()[0] == "Nội dung thành phần · Mục III"


@pytest.mark.parametrize(
    ("origin", "document", "words"),
    [
        (ItemOrigin.ISSUED, None, "Trong kế hoạch"),
        (ItemOrigin.ADDED, "Công văn 9/SNV-CCHC", "Phát sinh theo văn bản Công văn 9/SNV-CCHC"),
        (ItemOrigin.ADDED, None, "Phát sinh"),
    ],
)
def test_the_source(pane, origin, document, words):
    item_id = pane.item("Kiểm tra")
    pane.inspector.show_item(with_item(pane.tree, item_id, origin=origin, source_document=document), item_id)
    assert texts_after(pane, "Nguồn")[0] == words


def test_the_amending_document_is_named(pane):
    item_id = pane.item("Kiểm tra")
    pane.inspector.show_item(pane.tree, item_id)
    assert "Sửa theo văn bản" not in pane.inspector.texts()
    pane.inspector.show_item(with_item(pane.tree, item_id, amended_by="Quyết định 15/QĐ-UBND"), item_id)
    assert texts_after(pane, "Sửa theo văn bản")[0] == "Quyết định 15/QĐ-UBND"


def test_links_lead_to_other_rows_also_of_other_plans(qtbot, pane):
    item_id, other = pane.item("Kiểm tra"), pane.item("Trả kết quả")
    away = with_item(pane.tree, item_id, continues_id=other, carries_out_id=item_id)
    pane.inspector.show_item(away, item_id)
    link = pane.button("13. Trả kết quả tại nhà cho người cao tuổi, người khuyết tật")
    with qtbot.waitSignal(pane.inspector.item_wanted) as caught:
        link.click()
    assert caught.args == [other]


def test_a_row_of_another_plan_is_called_by_its_name(pane):
    item_id, other = pane.item("Kiểm tra"), pane.item("Trả kết quả")
    tree = with_item(pane.tree, item_id, carries_out_id=other)
    items = [item for item in tree.items.values() if item.id != other]
    pane.inspector.show_item(build_tree(tree.plan, tree.sections, items, ()), item_id)
    assert pane.button("Trả kết quả tại nhà cho người cao tuổi, người khuyết tật").isVisible()


def test_parts_are_listed_and_lead_to_their_rows(qtbot, pane):
    pane.show("Rà soát, đơn giản")
    assert "Nội dung thành phần (2)" in pane.inspector.texts()
    with qtbot.waitSignal(pane.inspector.item_wanted) as caught:
        pane.button("Thẩm định kết quả rà soát, đơn giản hóa thủ tục hành chính").click()
    assert caught.args == [pane.item("Thẩm định")]


# --- doubts


def test_time_words_not_understood_are_asked_about_in_place(qtbot, pane):
    pane.show("Tổ chức hội nghị")
    assert texts_after(pane, "“Quý V/2026”")[:2] == [
        "Chưa xác định thời hạn", "Thời hạn “Quý V/2026”: không có quý 5. Cần xác định ngày."
    ]  # fmt: skip
    pane.button("Sửa…").click()
    assert pane.inspector.schedule.isVisible()


def test_a_doubt_leads_to_its_words_and_can_be_dismissed(qtbot, pane):
    pane.change("Ban hành", product="Kế hoạch của UBND xã")
    pane.show("Ban hành")
    sentence = "Kế hoạch của phường nhưng ghi “UBND xã”. Giữ nguyên chữ."
    assert texts_after(pane, "Kế hoạch của UBND xã")[0] == sentence
    pane.button("Sửa…").click()
    assert pane.field("product").hasFocus()
    assert pane.field("product").textCursor().selectedText() == "UBND xã"
    with qtbot.waitSignal(pane.inspector.dismiss_requested) as caught:
        pane.button("Bỏ qua").click()
    pane.inspector.set_dismissed(frozenset(caught.args))
    assert sentence not in pane.inspector.texts()


def test_a_dismissed_doubt_is_raised_again_from_the_menu(qtbot, pane):
    pane.show("Tổ chức hội nghị")
    (doubt,) = pane.inspector.doubts()
    assert not menu_action(pane, "raise_doubt")
    pane.inspector.set_dismissed(frozenset({doubt.key}))
    assert pane.inspector.doubts() == []
    with qtbot.waitSignal(pane.inspector.raise_requested) as caught:
        menu_action(pane, "raise_doubt").trigger()
    assert caught.args == [doubt.key]


def test_slips_of_the_seed_are_doubted(pane):
    pane.change("Ban hành", lead_words="Các đơn vị sự ngành")
    pane.inspector.set_slips([Slip("đơn vị sự ngành", "đơn vị sự nghiệp")])
    pane.show("Ban hành")
    assert [doubt.field for doubt in pane.inspector.doubts()] == ["lead_words"]


# --- commands


def menu_action(pane, name):
    return next((action for action in pane.inspector.build_row_menu().actions() if action.objectName() == name), None)


def test_the_menu_has_the_commands_of_the_row(qtbot, pane):
    pane.show("Kiểm tra")
    pane.inspector.set_can_run(lambda command: command != "outdent")
    assert not menu_action(pane, "outdent").isEnabled()
    with qtbot.waitSignal(pane.inspector.command_wanted) as caught:
        menu_action(pane, "move_up").trigger()
    assert caught.args == ["move_up"]
    assert not pane.inspector.build_row_menu().actions()[0].isSeparator()


def test_the_primary_button_goes_into_the_content(pane):
    pane.show("Kiểm tra")
    pane.inspector.page.mend.click()
    assert pane.field("content").hasFocus()


def test_where_nothing_can_be_written_nothing_can_be_typed(pane):
    pane.inspector.set_editable(False)
    pane.show("Tổ chức hội nghị")
    assert all(row.edit.isReadOnly() for row in pane.inspector.page.form.rows.values())
    assert not pane.inspector.page.mend.isEnabled()
    assert not menu_action(pane, "delete_selected").isEnabled()
    buttons = pane.inspector.findChildren(QAbstractButton)
    assert "Bỏ qua" not in [button.text() for button in buttons if button.isVisible()]
    pane.inspector.correct_schedule()
    assert not pane.inspector.schedule.isVisible()


# --- reaching everything


def reached_by_tab(inspector):
    """Return what Tab goes through, from the content on."""
    first = widget = inspector.page.content
    found = []
    while True:
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(widget)
        widget = widget.nextInFocusChain()
        if widget is first:
            return found


@pytest.mark.parametrize("content", ["Tổ chức hội nghị", "Rà soát, đơn giản", "Kiểm tra"])
def test_tab_goes_as_one_reads(pane, content):
    pane.show("Tổng hợp, xây")
    pane.show(content)
    found = reached_by_tab(pane.inspector)
    on_page = [widget for widget in found if pane.inspector.page._page.isAncestorOf(widget)]
    tops = [widget.mapTo(pane.inspector.page._page, widget.rect().topLeft()).y() for widget in on_page]
    assert len(on_page) >= 11
    assert tops == sorted(tops)
    assert found[len(on_page) :][:2] == [pane.inspector.page.mend, pane.inspector.page.more]


def test_everything_that_takes_the_focus_has_a_name(pane):
    pane.change("Ban hành", product="Kế hoạch của UBND xã")
    for content in ("Ban hành", "Rà soát, đơn giản"):
        pane.show(content)
        check_names(pane.inspector)
    pane.inspector.correct_schedule()
    check_names(pane.inspector)


def check_names(inspector):
    for widget in inspector.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            words = widget.text() if isinstance(widget, QAbstractButton) else ""
            assert widget.accessibleName() or len(words) > 1, widget


def test_nothing_asks_for_more_width_than_the_pane_may_have(pane):
    pane.change("Ban hành", content="Ban hành" + "x" * 80, lead_words="y" * 80, note="Dòng một\nDòng hai")
    pane.show("Ban hành")
    assert pane.inspector.page.minimumSizeHint().width() <= 280
    pane.inspector.correct_schedule()
    assert pane.inspector.schedule.minimumSizeHint().width() <= 280


def test_history_is_read_when_it_is_looked_at(qtbot, pane):
    item_id = pane.change("Ban hành", note="Mới")
    pane.show("Ban hành")
    assert pane.reads == 0
    pane.inspector.page.tabs.setCurrentIndex(1)
    assert pane.reads == 1
    texts = pane.inspector.texts()
    assert "Ghi chú: (để trống) → Mới" in texts
    assert texts[2].endswith("· Nguyễn Thị Hoa")
    pane.change("Ban hành", note="Khác")
    pane.show("Ban hành")
    assert "Ghi chú: Mới → Khác" in pane.inspector.texts()
    with qtbot.waitSignal(pane.inspector.history_wanted) as caught:
        pane.button("Xem trong Nhật ký").click()
    assert caught.args == [item_id]


def test_history_of_a_row_tells_nothing_of_other_rows(pane):
    edits = {pane.item(words): {"note": words} for words in ("Ban hành", "Kiểm tra")}
    item_editing.edit_items(pane.workspace, edits, "Quyết định 15")
    pane.show("Kiểm tra")
    pane.inspector.page.tabs.setCurrentIndex(1)
    assert [text for text in pane.inspector.texts() if text.startswith("Ghi chú")] == ["Ghi chú: (để trống) → Kiểm tra"]


@pytest.fixture
def theme_of_the_window():
    application = QApplication.instance()
    font = application.font()
    theme = Theme(application)
    yield theme
    theme.deleteLater()
    application.setStyleSheet("")
    application.setFont(font)


def test_larger_letters_are_taken_over(qtbot, theme_of_the_window, pane):
    pane.show("Tổng hợp, xây")
    before = [pane.field(name).height() for name in ("content", "funding")]
    width = pane.inspector.page.form.rows["note"].label.width()
    theme_of_the_window.set_points(15)
    qtbot.waitUntil(lambda: pane.inspector.page.form.rows["note"].label.width() > width)
    assert [pane.field(name).height() for name in ("content", "funding")] > before
    assert pane.field("content").font().pointSizeF() > 15


def test_the_pages_are_made_when_they_are_needed(qtbot):
    inspector = Inspector()
    qtbot.addWidget(inspector)
    inspector.set_editable(False)
    inspector.set_dismissed(frozenset({"a"}))
    inspector.end_typing()
    inspector.show_several(2)
    inspector.show_item(None, None)
    assert not {"page", "schedule"} & set(vars(inspector))
