"""Báo cáo by keys: papers, options, the preview, what is worth a look, files, printers, empty states."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from cchc_desktop.domain.office import OfficeProfile, Signer
from cchc_desktop.domain.papers.followup import Grouping
from cchc_desktop.services.item_editing import edit_items
from cchc_desktop.services.office import save_profile
from cchc_desktop.services.papers.lint import Finding, FindingCode
from cchc_desktop.services.plans import delete_plan, save_plan
from cchc_desktop.ui.reports.checking import PlanFinding
from cchc_desktop.ui.reports.findings import FindingsModel, place_of
from cchc_desktop.ui.reports.outcome import AGAIN, FOLDER, OPEN, OTHER_NAME
from cchc_desktop.ui.reports.outputs import EXCEL, PDF, WORD
from cchc_desktop.ui.reports.sides import Sides
from tests.services.followup_scene import FINANCE, OFFICE
from tests.ui.pdf_reading import page_sizes, page_texts

ALL_PAPERS = ["report", "appendix", "indicators", "tracking", "reminder", "chairman", "agency"]


def shown(scene) -> str:
    return " ".join(page_texts(scene.desk._content))


# --- papers


def test_the_screen_opens_with_the_report_of_the_period_at_hand(scene):
    page = scene.open_reports()
    assert scene.papers() == ALL_PAPERS
    assert page.form.period.currentText() == "Quý I năm 2026"
    assert "Số liệu" in page.form._about_period.text()
    assert page.preview.pages() > 0
    assert "Kết quả công tác cải cách hành chính" in shown(scene)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("appendix", "Ban hành kế hoạch"),
        ("tracking", "TÌNH HÌNH THỰC HIỆN NHIỆM VỤ"),
        ("reminder", "Kính gửi"),
        ("chairman", "Ban hành kế hoạch"),
        ("agency", FINANCE),
    ],
)
def test_every_paper_is_its_pdf(scene, name, words):
    scene.open_reports(name)
    assert words in shown(scene)


def test_a_paper_without_data_says_why(scene):
    page = scene.open_reports("indicators")
    assert "chưa có chỉ tiêu nào" in page.preview.sentence()
    assert not any(button.isEnabled() for button in page.outputs.files.values())
    assert not page.outputs.print.isEnabled()


def test_only_what_a_paper_asks_for_is_offered(scene):
    form = scene.open_reports("chairman").form
    assert [form.as_of.isVisible(), form.agency.isVisible(), form.sheet.isVisible()] == [True, False, False]
    scene.choose_paper("appendix")
    assert [form.as_of.isVisible(), form.period.isVisible(), form.sheet.isVisible()] == [False, False, True]


def test_an_agency_alone(scene):
    page = scene.open_reports("agency")
    whole = page.preview.pages()
    page.form.agency.setFocus()
    while page.form.agency.value() != FINANCE:
        scene.bot.keyClick(page.form.agency, Qt.Key.Key_Down)
    scene.wait_preview()
    assert page.form.options().agency == FINANCE
    assert page.preview.pages() < whole
    assert OFFICE not in shown(scene)


def test_parts_are_left_out(scene):
    page = scene.open_reports()
    box = next(iter(page.form.parts.values()))
    heading = box.accessibleName()
    assert heading in shown(scene)
    box.setFocus()
    scene.bot.keyClick(box, Qt.Key.Key_Space)
    scene.wait_preview()
    assert heading not in shown(scene)


def test_the_size_of_the_sheets(scene):
    page = scene.open_reports("appendix")
    usual = page.preview.images.sizes[0]
    page.form.sheet.setFocus()
    scene.bot.keyClick(page.form.sheet, Qt.Key.Key_End)
    scene.wait_preview()
    assert page.form.sheet.currentText() == "A3 dọc"
    turned = page.preview.images.sizes[0]
    assert (turned.height, turned.width) == pytest.approx((usual.width * 2**0.5, usual.height * 2**0.5), abs=2)


def test_a_day_is_typed(scene):
    page = scene.open_reports("tracking")
    field = page.form.as_of
    field.setFocus()
    field.selectAll()
    scene.bot.keyClicks(field, "15/2/2026")
    scene.bot.keyClick(field, Qt.Key.Key_Return)
    scene.bot.waitUntil(lambda: scene.desk._making is not None or scene.desk._settling.isActive())
    scene.wait_preview()
    assert page.form.options().as_of == date(2026, 2, 15)
    assert "15 tháng 02 năm 2026" in shown(scene)


def test_a_wrong_day_is_told_and_nothing_is_made_of_it(scene):
    page = scene.open_reports("tracking")
    before = page.form.options().as_of
    page.form.as_of.setFocus()
    page.form.as_of.selectAll()
    scene.bot.keyClicks(page.form.as_of, "31/2/2026")
    scene.bot.keyClick(page.form.as_of, Qt.Key.Key_Return)
    scene.bot.waitUntil(lambda: "31/2/2026" in page.form._wrong_day.text())
    assert page.form._wrong_day.isVisible()
    scene.wait_preview()
    assert page.form.options().as_of == before


def test_choices_are_kept_paper_by_paper(scene):
    page = scene.open_reports("tracking")
    page.form.grouping.setFocus()
    scene.bot.keyClick(page.form.grouping, Qt.Key.Key_End)
    scene.wait_preview()
    scene.choose_paper("appendix")
    kept = scene.desk._kept
    assert kept.paper() == "appendix"
    scene.choose_paper("tracking")
    assert page.form.grouping.value() is Grouping.AGENCY


def test_the_preview_follows_the_plan(scene):
    page = scene.open_reports("appendix")
    item = next(iter(scene.session.tree.items.values()))
    edits = {item.id: {"content": "Nội dung đã sửa"}}
    scene.session.write(lambda workspace: edit_items(workspace, edits, "Quyết định 9/QĐ-UBND"))
    scene.bot.waitUntil(lambda: "Nội dung đã sửa" in shown(scene))
    assert page.preview.pages() == 1


def test_a_signer_and_a_letterhead_are_chosen_where_there_is_a_choice(scene):
    form = scene.open_reports("tracking").form
    assert not form.signer.isVisible()
    signers = (Signer("Trần Văn An", ("CHỦ TỊCH",)), Signer("Lê Thị Bình", ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")))
    profile = OfficeProfile("Ủy ban nhân dân phường Mẫu", signers=signers)
    scene.session.write(lambda workspace: save_profile(workspace, profile))
    scene.choose_paper("reminder")
    scene.bot.waitUntil(form.signer.isVisible)
    assert not form.letterhead.isVisible()
    form.signer.setFocus()
    scene.bot.keyClick(form.signer, Qt.Key.Key_End)
    scene.wait_preview()
    assert form.signer.currentText() == "KT. CHỦ TỊCH PHÓ CHỦ TỊCH, Lê Thị Bình"
    assert "Lê Thị Bình" in shown(scene)


# --- live figures


def test_a_figure_opens_its_rows_by_keys(scene):
    page = scene.open_reports("tracking")
    scene.following.keeper.begin()
    scene.bot.waitUntil(lambda: scene.following.keeper.picture is not None)
    scene.wait_preview()
    view = page.preview.view
    view.setFocus()
    scene.bot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    key = view.figure()
    assert len(scene.desk._behind.tasks[key]) == 6
    scene.bot.keyClick(view, Qt.Key.Key_Return)
    dialog = scene.dialog("RowsDialog")
    assert dialog.windowTitle().endswith("6")
    dialog.reject()


def test_a_figure_opens_its_rows_by_a_click(scene):
    page = scene.open_reports()
    heard = scene.told(page.preview.view.figure_wanted)
    view = page.preview.view
    figure = next(one for one in view._figures._all if one.page == 0)
    place = view._on_screen(figure, view._places.rect(0, view.viewport().width()))
    at = place.center() - QPoint(view.horizontalScrollBar().value(), view.verticalScrollBar().value())
    scene.bot.mouseMove(view.viewport(), at)
    scene.bot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert heard == [figure.key]
    scene.bot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert heard == [figure.key]


# --- worth a look


def test_what_is_worth_a_look_leads_to_its_task(scene):
    page = scene.open_reports("appendix")
    scene.bot.waitUntil(lambda: page.findings.found.rowCount() > 0)
    heard = scene.told(scene.desk.item_wanted)
    row = next(n for n in range(page.findings.found.rowCount()) if page.findings.found.finding(n).item_id)
    page.findings.setFocus()
    page.findings.selectRow(row)
    scene.bot.keyClick(page.findings, Qt.Key.Key_Return)
    assert heard == [(scene.session.tree.plan.id, place_of(page.findings.found.finding(row)))]
    assert scene.place() == "plan"


def test_a_plan_without_a_number_leads_to_its_form(scene):
    page = scene.open_reports("appendix")
    page.findings.wanted.emit(PlanFinding(FindingCode.NO_NUMBER, None, "Chưa có số.", (), scene.session.tree.plan.id))
    scene.dialog("PlanFormDialog").reject()


def test_what_an_office_owes_is_a_list(scene):
    page = scene.open_reports("appendix")
    scene.following.keeper.begin()
    scene.bot.waitUntil(lambda: scene.following.keeper.picture is not None)
    ids = tuple(scene.session.tree.items)[:2]
    plan_id = scene.session.tree.plan.id
    page.findings.wanted.emit(PlanFinding(FindingCode.NOT_ANSWERED, None, "Công an chưa gửi.", ids, plan_id))
    scene.dialog("RowsDialog").reject()


def test_another_paper_begins_on_its_first_page(scene):
    page = scene.open_reports("agency")
    page.preview.view.go_to(2)
    page.form.changed.emit()
    scene.wait_preview()
    assert page.preview.view.page() == 2
    scene.choose_paper("report")
    assert page.preview.view.page() == 0


def test_nothing_worth_a_look_is_said(scene):
    page = scene.open_reports()
    page.show_findings(())
    assert page._checked.text() == "Không có chỗ nào cần xem lại."
    assert not page.findings.isVisible()
    page.show_findings([Finding(FindingCode.NO_DATE, None, "Chưa có ngày.")])
    assert page._checked.text().startswith("1 chỗ")


def test_the_findings_follow_the_rules_of_qt(qtbot):
    model = FindingsModel()
    QAbstractItemModelTester(model, model)
    model.show_findings([Finding(FindingCode.NOT_ANSWERED, None, "Công an chưa gửi.", (7, 8))])
    assert (model.index(0, 0).data(), place_of(model.finding(0))) == ("Công an chưa gửi.", 7)
    model.show_findings([])
    assert model.rowCount() == 0


# --- files


@pytest.mark.parametrize(("ending", "link"), [(WORD, "Mở bằng Word"), (PDF, "Mở tệp PDF"), (EXCEL, "Mở bằng Excel")])
def test_a_paper_is_written_and_opened(scene, tmp_path, ending, link):
    page = scene.open_reports("tracking")
    target = tmp_path / f"bảng{ending}"
    scene.save(ending, str(target.with_suffix("")))
    assert target.stat().st_size > 1000
    assert page.outcome.words() == f"Đã xuất ra tệp {target.name}."
    assert scene.deed() == f"Đã xuất ra tệp {target.name}."
    assert scene.asked[-1].endswith(f"Bảng theo dõi nhiệm vụ - 02-03-2026{ending}")
    assert page.outcome.link(OPEN).text() == link
    page.outcome.link(OPEN).click()
    assert scene.opened == [target]
    if ending == EXCEL:
        assert "chưa có chương trình" in page.outcome.words()
    else:
        page.outcome.link(FOLDER).click()
        assert scene.opened[-1] == tmp_path


def test_the_folder_is_kept(scene, tmp_path):
    scene.open_reports("appendix")
    scene.save(PDF, str(tmp_path / "một.pdf"))
    scene.save(PDF, str(tmp_path / "hai.pdf"))
    assert Path(scene.asked[-1]).parent == tmp_path


def test_a_file_that_word_has_open_is_named_and_another_name_offered(scene, tmp_path):
    page = scene.open_reports("appendix")
    locked, other = tmp_path / "phụ lục.docx", tmp_path / "phụ lục 2.docx"
    scene.refused.add(locked)
    scene.save(WORD, str(locked))
    assert page.outcome.words() == "Không ghi được phụ lục.docx vì Word đang mở tệp này."
    page.outcome.link(AGAIN).click()
    scene.wait_outcome()
    assert not locked.exists()
    scene.answers.append(str(other))
    page.outcome.link(OTHER_NAME).click()
    scene.wait_outcome()
    assert page.outcome.words() == "Đã xuất ra tệp phụ lục 2.docx."
    assert other.exists()


def test_a_closed_question_writes_nothing(scene):
    page = scene.open_reports("appendix")
    scene.answers.append("")
    page.outputs.files[PDF].click()
    assert (page.outcome.words(), scene.desk.export.is_busy) == ("", False)


# --- printers


@pytest.mark.parametrize(("sides", "numbers"), [(Sides.ALL, [1, 2, 3]), (Sides.ODD, [1, 3]), (Sides.EVEN, [2])])
def test_ctrl_p_prints_what_is_shown(scene, sides, numbers):
    page = scene.open_reports("agency")
    assert page.preview.pages() == 3
    scene.print_to_files()
    page.outputs.sides = sides
    scene.trigger("print")
    scene.wait_outcome()
    assert len(page_sizes(scene.printers[0].outputFileName())) == len(numbers)
    assert page.outcome.words().startswith(f"Đã gửi {len(numbers)} trang")


def test_the_sides_are_chosen_in_the_menu(scene):
    outputs = scene.open_reports("appendix").outputs
    actions = {action.text(): action for action in outputs.print.menu().actions()}
    actions["Chỉ trang lẻ"].trigger()
    assert (outputs.sides, outputs.print.text()) == (Sides.ODD, "In trang lẻ…")
    actions["Tất cả các trang"].trigger()
    assert outputs.print.text() == "In…"


def test_even_pages_of_one_page(scene):
    page = scene.open_reports("chairman")
    scene.print_to_files()
    page.outputs.sides = Sides.EVEN
    scene.trigger("print")
    scene.wait_outcome()
    assert "Không có trang nào" in page.outcome.words()


def test_without_a_printer_one_is_told(scene):
    page = scene.open_reports("appendix")
    scene.desk.press.has_printer = lambda: False
    scene.trigger("print")
    assert "chưa cài máy in" in page.outcome.words()


def test_from_another_screen_printing_shows_the_paper_first(scene):
    scene.trigger("show_plan")
    scene.trigger("print")
    assert scene.place() == "reports"
    scene.wait_preview()
    assert scene.printers == []


def test_the_printer_of_the_last_time_prints_at_once(scene):
    page = scene.open_reports("appendix")
    scene.print_to_files()
    page.outputs.show_printer("Máy in tầng 2")
    assert page.outputs.direct.text() == "In ngay ra máy in Máy in tầng 2"
    scene.desk.press.ask_printer = lambda *values: pytest.fail("nobody is to be asked")
    page.outputs.direct.trigger()
    scene.wait_outcome()
    assert page.outcome.words().startswith("Đã gửi")


# --- nothing to show


def test_stopping_leaves_a_way_to_try_again(scene):
    page = scene.open_reports("tracking")
    page.form.changed.emit()
    scene.bot.waitUntil(lambda: scene.desk._making is not None)
    page.preview.stop_wanted.emit()
    scene.wait_preview()
    assert "Đã dừng" in page.preview.sentence() or page.preview.pages()
    page.preview.again_wanted.emit()
    scene.wait_preview()
    assert page.preview.pages() > 0


def test_without_a_plan_the_screen_says_so(scene):
    page = scene.open_reports("appendix")
    scene.session.write(lambda workspace: delete_plan(workspace, scene.session.tree.plan.id))
    scene.bot.waitUntil(lambda: page.sentence() != "")
    assert page.sentence() == "Chưa có kế hoạch nào để lập văn bản."
    page._empty.activated.emit()
    assert scene.place() != "reports"


def test_a_superiors_plan_has_its_appendices_alone(scene):
    plan = scene.session.tree.plan
    scene.session.write(lambda workspace: save_plan(workspace, replace(plan, superior=True)))
    scene.bot.waitUntil(lambda: scene.session.tree.plan.superior)
    scene.trigger("show_reports")
    scene.wait_preview()
    assert scene.papers() == ["appendix", "indicators"]
    assert scene.reports.preview.pages() > 0


def test_tab_visits_left_then_right(scene):
    page = scene.open_reports("tracking")
    page.form.paper.setFocus()
    seen = []
    for _ in range(6):
        seen.append(QApplication.focusWidget())
        scene.bot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    form = page.form
    assert seen[:5] == [form.paper, form.as_of, form.agency, form.grouping, form.sheet]
