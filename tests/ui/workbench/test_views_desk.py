"""Saved views in the whole window: kept, looked through, changed, taken back; and what a restart brings back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.search.palette import EntryKind
from cchc_desktop.domain.views import Orientation, PrintLayout, SavedView, ViewFilter, ViewMode
from cchc_desktop.services import views
from cchc_desktop.settings import load_settings, save_settings
from cchc_desktop.ui.workbench.filters import Filters
from cchc_desktop.ui.workbench.filters_chip import FilterChip
from cchc_desktop.ui.workbench.panes import Mode
from tests.ui.workbench.views_stage import ViewsStage, made_file


@pytest.fixture
def open_stage(qtbot, tmp_path):
    """Open a window over the same file, with other settings."""
    path, opened = made_file(tmp_path), []

    def open_next(settings=None):
        for before in opened:
            before.database.stop()
        opened.append(ViewsStage(qtbot, path, settings))
        return opened[-1]

    yield open_next
    opened[-1].database.stop()


@pytest.fixture
def stage(open_stage):
    return open_stage()


def test_without_views_the_menu_says_so(stage):
    shown = stage.lines()
    assert list(shown)[:3] == ["(chưa lưu chế độ xem nào)", "Chế độ thông thường", "Lưu chế độ xem…"]
    enabled = [words for words, action in shown.items() if action.isEnabled()]
    assert enabled == ["Chế độ thông thường", "Lưu chế độ xem…"]
    assert shown["Chế độ thông thường"].isChecked()


def test_a_view_is_saved_left_and_looked_through_again(stage):
    view = stage.view
    view.look(Mode.TABLE, "van ban", Filters(kinds=frozenset({"once"})))
    stage.save_as("  Của   tôi ")
    assert stage.names() == ["Của tôi"]
    assert stage.deed() == "Đã lưu chế độ xem “Của tôi”."
    assert stage.button.accessibleName() == "Chế độ xem: Của tôi"
    stage.choose("Chế độ thông thường")
    assert (view.mode(), view.bar.is_filtering()) == (Mode.TREE, False)
    assert stage.button.accessibleName() == "Chế độ xem"
    stage.choose("Của tôi")
    assert (view.mode(), view.bar.query(), view.bar.filters().kinds) == (Mode.TABLE, "van ban", {"once"})


def test_a_changed_view_says_so_and_is_updated(stage):
    stage.save_as("Của tôi")
    stage.trigger("by_agency")
    stage.bot.waitUntil(lambda: stage.button.accessibleName() == "Chế độ xem: Của tôi (đã đổi)")
    assert stage.lines()["Của tôi (đã đổi)"].isChecked()
    stage.choose("Cập nhật “Của tôi”")
    assert stage.stored()[0].mode is ViewMode.AGENCY
    assert stage.button.accessibleName() == "Chế độ xem: Của tôi"
    assert not stage.lines()["Cập nhật “Của tôi”"].isEnabled()


def test_an_update_keeps_how_the_view_is_printed(stage):
    layout = PrintLayout("A3", Orientation.PORTRAIT, ("content", "time"))
    stage.put(SavedView("In", print=layout))
    stage.choose("In")
    stage.trigger("table")
    stage.choose("Cập nhật “In”")
    saved = stage.stored()[0]
    assert (saved.mode, saved.print) == (ViewMode.TABLE, layout)


def test_views_are_renamed_ordered_and_deleted_and_each_deed_taken_back(stage):
    for name in ("Một", "Hai"):
        stage.save_as(name)
    stage.choose("Chuyển lên trong danh sách")
    assert stage.names() == ["Hai", "Một"]
    stage.views.rename()
    stage.views.dialog.name.setText("Ba")
    stage.views.dialog.confirmed.emit()
    stage.settle()
    assert stage.names() == ["Ba", "Một"]
    assert stage.button.accessibleName() == "Chế độ xem: Ba"
    stage.choose("Xóa chế độ đang xem")
    assert stage.names() == ["Một"]
    assert stage.button.accessibleName() == "Chế độ xem"
    for expected in (["Ba", "Một"], ["Hai", "Một"], ["Một", "Hai"]):
        stage.trigger("undo")
        stage.bot.waitUntil(lambda expected=expected: [view.name for view in stage.views.views()] == expected)
        assert list(stage.lines())[:2] == expected


def test_a_taken_name_is_told_before_it_is_too_late(stage):
    stage.save_as("Một")
    stage.save_as("Hai")
    stage.views.rename()
    stage.views.dialog.name.setText("một")
    assert "Đã có chế độ xem" in stage.views.dialog._verdict.text()
    assert not stage.views.dialog._primary.isEnabled()
    stage.views.dialog.reject()
    stage.views.save()
    stage.views.dialog.name.setText("Một")
    assert "sẽ thay" in stage.views.dialog._verdict.text()
    assert stage.views.dialog._primary.isEnabled()
    stage.views.dialog.reject()


def test_a_refusal_leaves_what_was_typed(stage, monkeypatch):
    def refuse(*_):
        raise InvalidInput("Không lưu được.")

    stage.views.save()
    dialog = stage.views.dialog
    dialog.name.setText("Một")
    with monkeypatch.context() as patched:
        patched.setattr(views, "save_view", refuse)
        dialog.confirmed.emit()
        stage.settle()
    assert (dialog.isVisible(), dialog.name.words(), dialog._refusal.text()) == (True, "Một", "Không lưu được.")
    dialog.confirmed.emit()
    stage.settle()
    assert stage.names() == ["Một"]


def test_the_palette_leads_to_a_view(stage):
    stage.view.show_table()
    stage.save_as("Bảng của tôi")
    stage.choose("Chế độ thông thường")
    stage.contents.show_screen("history")
    palette = stage.contents._desks.palette
    palette.open()
    palette.frame._field.setText("bang cua toi")
    stage.bot.waitUntil(lambda: [hit.entry.kind for hit in palette.frame.hits()][:1] == [EntryKind.VIEW])
    palette.frame.chosen.emit(palette.frame.hits()[0])
    assert stage.contents.places.is_plan_shown()
    assert stage.view.mode() is Mode.TABLE


def test_what_this_plan_does_not_have_is_told(stage):
    stage.put(SavedView("Công vụ", filters=(ViewFilter("areas", ("civil_service",)),)))
    stage.choose("Công vụ")
    assert stage.deed() == (
        "Kế hoạch này không có Cải cách chế độ công vụ; chế độ xem “Công vụ” bỏ qua phần lọc đó."
    )
    assert not stage.view.bar.is_filtering()
    assert stage.button.accessibleName() == "Chế độ xem: Công vụ"


def test_data_that_are_only_looked_at_keep_their_views(stage):
    stage.save_as("Một")
    stage.contents.set_writable(False)
    enabled = [words for words, action in stage.lines().items() if action.isEnabled()]
    assert enabled == ["Một", "Chế độ thông thường"]


def test_the_menu_opens_with_the_keys_alone(stage):
    stage.save_as("Một")
    menu = stage.button.menu_of_views
    stage.button.setFocus()
    stage.bot.keyClick(stage.button, Qt.Key.Key_Down)
    assert menu.isVisible()
    stage.bot.keyClick(menu, Qt.Key.Key_Down)
    stage.bot.keyClick(menu, Qt.Key.Key_Return)
    stage.bot.waitUntil(lambda: not menu.isVisible())
    assert stage.action("views").menu() is stage.views.menu
    assert stage.lines()["Một"].isChecked()


def test_chips_and_view_survive_a_restart_visibly(stage, open_stage):
    view = stage.view
    stage.save_as("Một")
    view.bar.want("", Filters(kinds=frozenset({"once"}), areas=frozenset({stage.session.tree.sections[0].uid})))
    count = view.bar.count_words()
    stage.contents.state.leave_plan()
    save_settings(stage.contents.settings())
    again = open_stage(load_settings())
    again.bot.waitUntil(lambda: again.view.isVisible())
    again.settle()
    bar = again.view.bar
    chips = {chip.text() for chip in bar.findChildren(FilterChip) if chip.values() and chip.isVisible()}
    assert "Loại: Một lần" in chips
    assert len(chips) == 2
    assert bar.count_words() == count
    assert bar._clear.isVisible()
    assert again.button.accessibleName() == "Chế độ xem: Một (đã đổi)"
