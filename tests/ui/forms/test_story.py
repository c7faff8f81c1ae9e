"""The superior's form by keys: taken in, mapped once, typed into, filled, renewed, deleted; each deed taken back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from cchc_desktop.domain.errors import CannotWrite
from cchc_desktop.domain.evidence.files import FileState
from cchc_desktop.ui.forms.cells_model import CellColumn
from cchc_desktop.ui.forms.form_dialog import FormDialog
from cchc_desktop.ui.forms.lines import CellFilter
from cchc_desktop.ui.overview.rows_dialog import RowsDialog
from cchc_desktop.ui.reports.outcome import OPEN, OTHER_NAME
from tests.ui.forms.samples import DONE, DONE_NOW, FIRST, LATE_NOW, MEETINGS, NEXT, ORDER, SHEET, TALKS, TALKS_NOW

_KEY = Qt.Key


def test_a_form_is_taken_in_mapped_and_filled(scene, monkeypatch):
    page = scene.open_forms()
    assert scene.contents.screens.current() is page
    assert page.list.bare.isVisible() and not page.list.take.isVisible()

    scene.bring()
    cells, table = page.pane.cells, scene.table
    assert scene.deed() == "Đã nhận biểu mẫu Biểu 01.xlsx."
    assert [table.cells.line(row).address for row in range(table.cells.rowCount())] == ORDER
    assert scene.text(DONE_NOW, CellColumn.SOURCE) == "Đề xuất: Đã hoàn thành"
    assert scene.text(DONE_NOW, CellColumn.NOW) == ""  # what is proposed is not applied
    assert "ô có nguồn được đề xuất" in cells.proposed.sentence()

    scene.stand(DONE_NOW, CellColumn.SOURCE)
    scene.key(table, _KEY.Key_Space)
    scene.wait_idle()
    assert scene.text(DONE_NOW, CellColumn.SOURCE) == "Đã hoàn thành"
    assert scene.text(DONE_NOW, CellColumn.NOW) == "0"
    scene.trigger("undo")
    scene.wait_idle()
    assert scene.text(DONE_NOW, CellColumn.SOURCE) == "Đề xuất: Đã hoàn thành"

    scene.stand(LATE_NOW, CellColumn.SOURCE)
    scene.key(table, _KEY.Key_F2)
    search = cells.picker.search
    assert cells.picker.list.currentIndex().data().startswith("Đề xuất: Chậm tiến độ")
    scene.bot.keyClicks(search, "cham tien do so lieu")
    scene.key(search, _KEY.Key_Return)
    scene.wait_idle()
    assert scene.text(LATE_NOW, CellColumn.NOW) == "1"

    scene.stand(LATE_NOW, CellColumn.NOW)
    scene.key(table, _KEY.Key_Return)
    scene.bot.waitUntil(lambda: scene.window.findChild(RowsDialog) is not None)  # statuses may have to be read first
    dialog = scene.window.findChild(RowsDialog)
    dialog.close()
    scene.window.activateWindow()
    scene.bot.waitUntil(scene.window.isActiveWindow)

    scene.stand(TALKS_NOW, CellColumn.NOW)
    scene.type("12")
    assert scene.text(TALKS_NOW, CellColumn.NOW) == "12"
    assert scene.text(TALKS_NOW, CellColumn.SOURCE) == "Nhập tay"

    scene.answers.append(scene.folder / "bản gửi")
    page.pane.fill_button.click()
    scene.wait_idle()
    target, filled = scene.store.forms.filled[-1]
    assert target == scene.folder / "bản gửi.xlsx"
    assert {cell.address: int(cell.content) for cell in filled} == {LATE_NOW: 1, TALKS_NOW: 12}
    assert page.pane.outcome.words().startswith("Đã lưu bản gửi.xlsx: điền 2 ô.")
    page.pane.outcome.link(OPEN).click()
    assert scene.opened == [target]
    scene.bot.waitUntil(lambda: "gần nhất Quý I năm 2026" in page.list.model.index(0, 0).data())

    period = page.list.options.period  # what was sent stands beside the next period
    period.setFocus()
    scene.key(period, _KEY.Key_Down)
    scene.wait_idle()
    assert scene.text(TALKS_NOW, CellColumn.BEFORE) == "12"
    assert scene.text(TALKS_NOW, CellColumn.NOW) == ""

    def refuse(*_):
        raise CannotWrite("Không ghi được tệp vì Excel đang mở tệp này.")

    monkeypatch.setattr(scene.store.forms, "fill", refuse)
    scene.answers.append(scene.folder / "bản gửi.xlsx")
    page.pane.fill_button.click()
    scene.wait_idle()
    assert "Excel đang mở" in page.pane.outcome.words()
    assert page.pane.outcome.link(OTHER_NAME).isVisible()


def test_sources_of_several_cells_filters_and_the_search(scene):
    page = scene.open_forms()
    scene.bring()
    cells, table = page.pane.cells, scene.table
    scene.trigger("find")
    assert cells.search.hasFocus()
    scene.bot.keyClicks(cells.search, "ghi chu")
    cells.search.settle()
    assert table.cells.rowCount() == 3
    table.selectAll()
    scene.key(table, _KEY.Key_F2)
    scene.bot.keyClicks(cells.picker.search, "de nguyen")
    scene.key(cells.picker.search, _KEY.Key_Return)
    scene.wait_idle()
    assert {scene.text(f"{SHEET}!D{row}", CellColumn.SOURCE) for row in (2, 3, 4)} == {"Để nguyên"}

    cells.clear_filter()
    cells.narrow(CellFilter.UNMAPPED)
    rows = table.cells.rowCount()
    table.stand(0)
    scene.key(table, _KEY.Key_Space)
    scene.wait_idle()
    assert table.cells.rowCount() == rows - 1  # it has a source now
    assert len(table.chosen_lines()) == 1  # and the cursor stands on the next one

    cells.as_sheet.click()  # the form as it lies
    view = cells.sheet.view
    assert view.isVisible() and scene.window.focusWidget() is view
    assert cells.sheet.model.index(1, 0).data() == DONE
    view.setCurrentIndex(cells.sheet.model.index(0, 3))  # a cell that holds words is filled when somebody says so
    scene.key(view, _KEY.Key_Return)
    scene.bot.keyClicks(cells.picker.search, "nhap tay")
    scene.key(cells.picker.search, _KEY.Key_Return)
    scene.wait_idle()
    assert scene.window.focusWidget() is view and f"{SHEET}!D1" in scene.desk._form().placed
    view.setCurrentIndex(cells.sheet.model.index(4, 1))  # a formula is not
    scene.key(view, _KEY.Key_Return)
    assert not cells.picker.isVisible()
    view.setCurrentIndex(cells.sheet.model.index(1, 1))
    scene.key(view, _KEY.Key_Return)
    assert scene.window.focusWidget() is table and table.current_line().address == DONE_NOW

    cells.narrow(CellFilter.ALL)
    scene.stand(DONE_NOW, CellColumn.SOURCE)
    scene.key(table, _KEY.Key_Delete)
    scene.wait_idle()
    assert scene.text(DONE_NOW, CellColumn.SOURCE).startswith("Đề xuất")


def test_words_that_cannot_be_stored_stay_until_they_can(scene):
    page = scene.open_forms()
    scene.bring()
    scene.refusal = CannotWrite("Ổ đĩa đã đầy.")
    scene.stand(TALKS_NOW, CellColumn.NOW)
    scene.type("7")
    assert scene.text(TALKS_NOW, CellColumn.NOW) == "7"
    assert scene.text(TALKS_NOW, CellColumn.NOTE) == "Chưa lưu được: Ổ đĩa đã đầy."
    assert page.pane.notices() == ["1 nội dung vừa nhập chưa lưu được. Ổ đĩa đã đầy."]
    page.pane.fill_button.click()
    assert "chưa lưu được" in page.pane.outcome.words()
    assert scene.desk._loss()

    scene.refusal = None
    page.pane.unsaved.buttons()[0].click()
    scene.wait_idle()
    assert page.pane.notices() == []
    assert scene.text(TALKS_NOW, CellColumn.SOURCE) == "Nhập tay"
    assert not scene.desk._loss()


def test_a_new_version_keeps_the_mapping_and_what_is_lost_gets_another_cell(scene):
    page = scene.open_forms()
    scene.bring()
    scene.stand(TALKS_NOW, CellColumn.NOW)
    scene.type("12")
    scene.file("Biểu 01 sửa.xlsx", NEXT)
    page.list.ways.renew.click()
    scene.wait_idle()
    lost = page.pane.cells.lost
    assert page.pane.notices() == ["1 nguồn số liệu không còn ô trong bản mới."]
    page.pane.lost_cells.buttons()[0].click()
    assert lost.table.isVisible()
    assert lost.model.index(0, 0).data().startswith(TALKS)
    scene.key(lost.table, _KEY.Key_Return)
    scene.bot.keyClicks(lost.picker.search, "hoi nghi ky nay")
    scene.key(lost.picker.search, _KEY.Key_Return)
    scene.wait_idle()
    page.pane.cells.narrow(CellFilter.ALL)
    assert page.pane.notices() == []
    assert scene.text(TALKS_NOW, CellColumn.NAME).startswith(MEETINGS)
    assert scene.text(TALKS_NOW, CellColumn.NOW) == "12"


def test_a_form_is_called_otherwise_lost_found_and_deleted(scene):
    page = scene.open_forms()
    scene.bring()
    forms = page.list.table
    scene.key(forms, _KEY.Key_F2)
    dialog = scene.window.findChild(FormDialog)
    dialog.called.setText("Biểu 01a")
    dialog.sent_by.setText("Sở Nội vụ")
    scene.key(dialog, _KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    scene.wait_idle()
    assert page.list.model.index(0, 0).data() == "Biểu 01a\nSở Nội vụ · Chưa điền kỳ nào"

    form = page.list.chosen().line.form
    scene.store.evidence.states[form.file.sha256] = FileState.MISSING
    page.refresh()
    scene.wait_idle()
    assert page.pane.notices() == ["Không còn tệp gốc của biểu mẫu trong kho nên chưa điền được."]
    assert not page.pane.fill_button.isEnabled()
    scene.file("Biểu 01.xlsx", FIRST)
    page.pane.lost_file.buttons()[0].click()
    scene.wait_idle()
    assert page.pane.notices() == []
    assert page.pane.fill_button.isEnabled()

    page.list.ways.original.click()
    scene.wait_idle()
    assert scene.opened == [Path("Biểu 01a")]  # a copy under the form's name

    scene.key(forms, _KEY.Key_Delete)
    scene.wait_idle()
    assert page.list.bare.isVisible()
    scene.trigger("undo")
    scene.wait_idle()
    assert page.list.model.rowCount() == 1


def test_without_the_right_to_write_forms_are_only_looked_at(scene):
    page = scene.open_forms()
    scene.bring()
    scene.contents.set_writable(False)
    for button in (page.list.take, page.list.delete, page.list.ways.edit, page.list.ways.renew):
        assert not button.isEnabled()
    scene.stand(TALKS_NOW, CellColumn.NOW)
    scene.key(scene.table, _KEY.Key_F2)
    assert QApplication.focusWidget() is scene.table
    scene.key(scene.table, _KEY.Key_Escape)
    assert scene.contents.screens.current() is not page


def test_without_a_plan_forms_can_be_taken_in_and_a_refused_file_is_told(stage, tmp_path):
    stage.contents._desks.papers.forms.open()
    desk = stage.contents._desks.papers.forms
    page, forms = desk.page, stage.store.forms
    forms.reading = FIRST
    path = tmp_path / "Biểu 01.xlsx"
    path.write_bytes(b"PK")
    page.dropped.emit(path)
    stage.bot.waitUntil(lambda: page.list.model.rowCount() == 1)
    stage.settle()
    assert page.pane.refusal() == "Chưa mở kế hoạch nào để lấy số liệu cho biểu mẫu."
    assert not page.pane.fill_button.isEnabled()

    stage.store.evidence.refusal = CannotWrite("Ổ đĩa đã đầy.")
    page.dropped.emit(path)
    stage.bot.waitUntil(lambda: not page.refusal.isHidden())
    assert page.refusal.sentence() == "Ổ đĩa đã đầy."
    assert page.list.take.isEnabled()  # another try is free
