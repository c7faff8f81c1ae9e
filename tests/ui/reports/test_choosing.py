"""What is chosen for a paper, by keys: other plans, number and day, letters office by office, saved views, ways on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog

from cchc_desktop.domain.indicators.values import Verdict
from cchc_desktop.domain.papers.report import IndicatorLine
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.views import Orientation, SavedView, ViewFilter
from cchc_desktop.services import exchange
from cchc_desktop.services.exchange import ImportChoices
from cchc_desktop.services.papers.lint import FindingCode
from cchc_desktop.services.plans import open_plan
from cchc_desktop.services.views import save_view, saved_views
from cchc_desktop.ui.reports.checking import PlanFinding
from cchc_desktop.ui.reports.indicators_dialog import IndicatorsDialog, indicator_rows
from cchc_desktop.ui.reports.outcome import AGAIN, FOLDER, REPLACE
from cchc_desktop.ui.reports.outputs import WORD
from tests.services.followup_scene import FINANCE, OFFICE
from tests.ui.overview.overview_stage import LATE, year_plan
from tests.ui.pdf_reading import page_sizes
from tests.ui.reports.test_screen import shown

NEXT_YEAR = Period(date(2027, 1, 1), date(2027, 12, 31))


def add_plan(scene, title, period=None) -> int:
    draft = replace(year_plan(), title=title, period=period or year_plan().period)
    found = exchange.import_plan(scene.scene.workspace, draft, ImportChoices()).plan_id
    assert found is not None
    return found


def type_into(scene, field, words) -> None:
    field.setFocus()
    field.selectAll()
    scene.bot.keyClicks(field, words)
    scene.bot.keyClick(field, Qt.Key.Key_Return)


def test_a_report_over_several_plans(scene):
    other, _ = add_plan(scene, "Kế hoạch chuyển đổi số"), add_plan(scene, "Kế hoạch năm 2027", NEXT_YEAR)
    form = scene.open_reports().form
    own = scene.session.tree.plan.id
    assert form.plans.isVisible()
    assert form.plans.text() == "Chỉ kế hoạch đang mở"
    lines = form.plans.choices.actions()
    assert [(line.text(), line.isEnabled()) for line in lines] == [
        ("Kế hoạch năm 2026", False), ("Kế hoạch chuyển đổi số (05/KH-UBND)", True),
    ]  # fmt: skip
    form.plans.setFocus()
    scene.bot.keyClick(form.plans, Qt.Key.Key_Space)
    form.plans.choices.setActiveAction(lines[1])
    scene.bot.keyClick(form.plans.choices, Qt.Key.Key_Space)
    assert form.plans.choices.isVisible()
    form.plans.choices.close()
    scene.wait_preview()
    assert form.plans.text() == "2 kế hoạch"
    assert "Kế hoạch chuyển đổi số" in shown(scene)
    heard, wanted = scene.told(scene.desk.words_wanted), scene.told(scene.desk.item_wanted)
    scene.reports.ways.words.click()
    assert heard == [("2026-Q1", (own, other))]
    key = next(key for key in scene.desk._behind.tasks if key.startswith("total?"))
    scene.desk._open_figure(key)
    dialog = scene.dialog("RowsDialog")
    assert dialog.windowTitle().endswith("12")
    dialog._open(11)
    tree = open_plan(scene.scene.workspace, other)
    assert wanted[0][0] == other
    assert wanted[0][1] in tree.items


def test_the_plans_of_a_report_are_kept(scene):
    other = add_plan(scene, "Kế hoạch chuyển đổi số")
    form = scene.open_reports("tracking").form
    assert not form.plans.isVisible()
    scene.desk._kept.keep("report", replace(form.options(), plans=(other, 99)), scene.session.tree.plan.id)
    scene.choose_paper("report")
    assert form.options().plans == (other,)
    assert form.plans.toolTip().splitlines() == ["Kế hoạch năm 2026", "Kế hoạch chuyển đổi số (05/KH-UBND)"]


def test_number_and_day_belong_to_one_paper(scene):
    form = scene.open_reports().form
    assert (form.options().number, form.options().day) == ("", None)
    type_into(scene, form.numbering.number, "5")
    type_into(scene, form.numbering.day, "8/3")
    scene.wait_preview()
    assert "Số: 05" in shown(scene)
    assert "gày 08 tháng 3 năm 2026" in shown(scene)
    form.period.setFocus()
    scene.bot.keyClick(form.period, Qt.Key.Key_Down)
    scene.wait_preview()
    assert (form.options().number, form.options().day) == ("", None)
    scene.choose_paper("reminder")
    assert form.numbering.number.text() == ""
    scene.choose_paper("report")
    scene.bot.keyClick(form.period, Qt.Key.Key_Up)
    scene.wait_preview()
    assert (form.options().number, form.options().day) == ("5", date(2026, 3, 8))
    type_into(scene, form.numbering.day, "31/2")
    scene.bot.waitUntil(lambda: "31/2" in form.numbering._wrong.text())
    assert form.options().day is None


def test_a_letter_to_each_office(scene, tmp_path, monkeypatch):
    form = scene.open_reports("reminder").form
    type_into(scene, form.as_of, "20/4/2026")
    scene.wait_preview()
    scene.bot.waitUntil(lambda: "20 tháng 4" in shown(scene))
    whole = scene.reports.preview.pages()
    form.letters.setFocus()
    scene.bot.keyClick(form.letters, Qt.Key.Key_Down)
    scene.wait_preview()
    assert scene.reports.preview.pages() > whole
    assert f"Kính gửi: {OFFICE}" in shown(scene)
    assert f"Kính gửi: {FINANCE}" in shown(scene)
    assert (form.numbering.number.isVisible(), form.numbering.day.isVisible()) == (False, True)

    folder = tmp_path / "công văn"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *values: str(folder))
    outcome = scene.reports.outcome
    scene.reports.outputs.files[WORD].click()
    scene.wait_outcome()
    assert outcome.words() == f"Đã ghi 2 tệp vào thư mục {folder}."
    names = sorted(file.name for file in folder.iterdir())
    assert names == [f"Công văn đôn đốc - 20-04-2026 - {office}.docx" for office in sorted((OFFICE, FINANCE))]
    assert outcome.words() == f"Đã ghi 2 tệp vào thư mục {folder}."
    outcome.link(FOLDER).click()
    assert scene.opened == [folder]

    scene.reports.outputs.files[WORD].click()
    scene.wait_outcome()
    assert "Chưa ghi tệp nào" in outcome.words()
    scene.refused.add(folder / names[0])
    outcome.link(REPLACE).click()
    scene.wait_outcome()
    assert outcome.words().startswith(f"Đã ghi 1/2 tệp vào thư mục {folder}. Không ghi được {names[0]}")
    scene.refused.clear()
    outcome.link(AGAIN).click()
    scene.wait_outcome()
    assert outcome.words() == f"Đã ghi 2 tệp vào thư mục {folder}."

    scene.print_to_files()
    scene.trigger("print")
    scene.wait_outcome()
    assert len(page_sizes(scene.printers[0].outputFileName())) == scene.reports.preview.pages()


def test_a_saved_view_is_printed_on_its_own_sheet(scene):
    view = SavedView("Việc chậm", filters=(ViewFilter("statuses", ("overdue",)),))
    save_view(scene.scene.workspace, view)
    form = scene.open_reports("tracking").form
    form.view.setFocus()
    scene.bot.keyClick(form.view, Qt.Key.Key_Down)
    scene.wait_preview()
    assert form.view.currentText() == "Chế độ xem: Việc chậm"
    assert (form.agency.isVisible(), form.grouping.isVisible()) == (False, False)
    assert "Trích: Việc chậm" in shown(scene)
    assert LATE in shown(scene)
    assert form.sheet.currentText() == "A4 ngang"
    form.sheet.setFocus()
    scene.bot.keyClick(form.sheet, Qt.Key.Key_Down)
    scene.bot.waitUntil(lambda: scene.deed() == "Đã lưu khổ giấy của chế độ xem “Việc chậm”.")
    scene.wait_preview()
    assert saved_views(scene.scene.workspace)[0].print.orientation is Orientation.PORTRAIT
    size = scene.reports.preview.images.sizes[0]
    assert size.height > size.width
    scene.trigger("undo")
    scene.bot.waitUntil(lambda: form.sheet.currentText() == "A4 ngang")
    scene.bot.keyClick(form.view, Qt.Key.Key_Home)
    scene.wait_preview()
    assert form.sheet.currentText() == "Theo thể thức của đơn vị"
    assert form.agency.isVisible()


def test_the_ways_on_are_there_for_the_papers_that_have_them(scene):
    ways = scene.open_reports().ways
    heard = [scene.told(signal) for signal in (scene.desk.layout_wanted, scene.desk.forms_wanted)]
    assert (ways.words.isVisible(), ways.template.isVisible()) == (True, True)
    scene.choose_paper("appendix")
    assert (ways.words.isVisible(), ways.template.isVisible(), ways.layouts.isVisible()) == (False, False, True)
    ways.forms.click()
    assert [len(one) for one in heard] == [0, 1]
    scene.choose_paper("report")
    wanted = scene.told(scene.desk.words_wanted)
    scene.reports.findings.wanted.emit(PlanFinding(FindingCode.FIGURE_CHANGED, None, "Số 5, nay là 6."))
    assert wanted == [("2026-Q1", (scene.session.tree.plan.id,))]


def line(number: int, verdict: Verdict) -> IndicatorLine:
    return IndicatorLine(
        3, number, "I", "Nhóm", str(number), f"Chỉ tiêu {number}", "%", "≥ 98", FINANCE, verdict, Decimal("97.5")
    )


def test_the_indicators_behind_a_figure(qtbot):
    model = indicator_rows([line(1, Verdict.MET), line(2, Verdict.NOT_MET)])
    QAbstractItemModelTester(model, model)
    assert [model.index(1, column).data() for column in range(5)] == ["2", "Chỉ tiêu 2", "≥ 98 %", "97,5", "Chưa đạt"]
    dialog = IndicatorsDialog("Chỉ tiêu: 2", [line(1, Verdict.MET), line(2, Verdict.NOT_MET)])
    qtbot.addWidget(dialog)
    dialog.show()
    heard = []
    dialog.indicator_wanted.connect(lambda *ids: heard.append(ids))
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    dialog.table.grab()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert (heard, dialog.isVisible()) == ([(3, 2)], False)
