"""Every screen, page and dialog, in the usual window and with large letters in the smallest one, by the same rules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget

from cchc_desktop import wiring
from cchc_desktop.domain.agencies.agency import Agency
from cchc_desktop.domain.agencies.names import AgencyKind
from cchc_desktop.domain.changes import EntityKind, Operation
from cchc_desktop.domain.evidence.register import EvidenceDocument, StoredFile
from cchc_desktop.domain.followup.milestones import Milestone, MilestoneKind
from cchc_desktop.domain.followup.reporting import DEFAULT_PERIOD_RULES, period_of_key
from cchc_desktop.domain.followup.status import MilestoneStatus, Status, StatusRules
from cchc_desktop.domain.history import LogSize
from cchc_desktop.domain.indicators.indicator import Indicator
from cchc_desktop.domain.indicators.targets import read_target
from cchc_desktop.domain.indicators.values import Judgement, Verdict
from cchc_desktop.domain.plan import Plan, PlanKind
from cchc_desktop.services import evidence, forms
from cchc_desktop.services.indicator_sheet import MeasuredIndicator
from cchc_desktop.services.papers.lint import Finding, FindingCode
from cchc_desktop.services.period_figures import FigureLine
from cchc_desktop.services.plan_links import link_items
from cchc_desktop.ui import theme, translation
from cchc_desktop.ui.agencies.keep_choice import Spelling
from cchc_desktop.ui.agencies.merge_dialog import MergeDialog
from cchc_desktop.ui.backups.page import BackupPage
from cchc_desktop.ui.backups.preview_page import PreviewPage
from cchc_desktop.ui.drafting.layout_page import LayoutPage
from cchc_desktop.ui.drafting.template_page import TemplatePage
from cchc_desktop.ui.drafting.words_page import WordsPage
from cchc_desktop.ui.evidence.attach import EvidenceField
from cchc_desktop.ui.evidence.intake import Brought
from cchc_desktop.ui.history.cut_dialog import CutDialog
from cchc_desktop.ui.history.purge_dialog import PurgeDialog
from cchc_desktop.ui.indicators.indicator_dialog import IndicatorDialog
from cchc_desktop.ui.indicators.near_dialog import NearDialog
from cchc_desktop.ui.indicators.target_dialog import TargetDialog
from cchc_desktop.ui.indicators.typed import TypedValue
from cchc_desktop.ui.overview.rows_dialog import BehindRow, RowsDialog
from cchc_desktop.ui.plans.amendment_dialog import AmendmentDialog
from cchc_desktop.ui.plans.arisen_dialog import ArisenDialog
from cchc_desktop.ui.plans.carry_dialog import CarryDialog
from cchc_desktop.ui.plans.close_dialog import CloseDialog
from cchc_desktop.ui.plans.coverage_page import CoveragePage
from cchc_desktop.ui.plans.coverage_work import read_comparison
from cchc_desktop.ui.plans.form import PlanFormDialog
from cchc_desktop.ui.plans.form_tabs import PlanOffers
from cchc_desktop.ui.plans.issue_dialog import IssueDialog
from cchc_desktop.ui.plans.new_plan_page import NewPlanPage
from cchc_desktop.ui.plans.take_over_page import TakeOverPage
from cchc_desktop.ui.plans.template_dialog import SaveTemplateDialog
from cchc_desktop.ui.plans.years_page import YearsPage
from cchc_desktop.ui.plans.years_work import read_years
from cchc_desktop.ui.reporting.dialogs import DatesDialog, DaysDialog, LockDialog, RuleDialog, SpecialDialog
from cchc_desktop.ui.reports.outcome import FOLDER, OPEN
from cchc_desktop.ui.reports.pdf_pages import PdfPages
from cchc_desktop.ui.widgets.wordy_dialog import WordyDialog
from cchc_desktop.ui.workbench.bulk_edit_dialog import BulkEditDialog
from tests.services.fakes import FakeBackups
from tests.services.linked_plans import OUR_YEARLY, YEARLY, LinkedPlans
from tests.services.papers.report_scene import usual_template
from tests.ui import accessible
from tests.ui.backups.fakes import HOME, LINES, NOW, PREVIEW, STATE
from tests.ui.drafting.samples import kept_scene, words_of
from tests.ui.following.sheets import RECORDING_SHEETS
from tests.ui.forms.samples import FIRST, TALKS_NOW
from tests.ui.history.samples import LONG, entry
from tests.ui.office.samples import PROFILE, finish
from tests.ui.plans.checks import FULL_PLAN, OTHERS, TODAY, YEAR, sample_tree, summary
from tests.ui.plans.test_years_page import last_years
from tests.ui.reports.samples import upright
from tests.ui.stage import import_sample

PLAIN = Plan("Kế hoạch năm 2026", PlanKind.ANNUAL, YEAR, id=5)


@dataclass(frozen=True)
class Fit:
    """A size of text, the window, and what the rail and the bars of the window leave for a page."""

    points: int
    window: tuple[int, int]
    page: tuple[int, int]


FITS = {
    "usual": Fit(10, (1366, 728), (1278, 646)),
    "large letters in the smallest window": Fit(15, (1180, 680), (1078, 578)),
}


@pytest.fixture(params=FITS.values(), ids=FITS)
def fit(request):
    return request.param


@pytest.fixture(autouse=True)
def look(qapp, fit):
    """Give the application the look it has outside of tests."""
    font, palette, sheet = qapp.font(), qapp.palette(), qapp.styleSheet()
    made = theme.apply(qapp, "light", fit.points)
    translator = translation.install(qapp)
    yield made
    qapp.removeTranslator(translator)
    translator.setObjectName("")
    translator.deleteLater()
    made.choose("system")
    made.setParent(None)
    made.deleteLater()
    qapp.setFont(font)
    qapp.setPalette(palette)
    qapp.setStyleSheet(sheet)


# --- screens of the window


def show_start(stage):
    assert stage.on_screen("StartPage")


def show_import(stage):
    stage.contents.read_file(Path("phụ lục.docx"))
    stage.bot.waitUntil(lambda: stage.on_screen("ImportPage"))


def show_tree(stage):
    import_sample(stage)
    stage.contents.view.select_item(next(iter(stage.session.tree.items)))


def show_table(stage):
    show_tree(stage)
    stage.trigger("table")


def show_history(stage):
    import_sample(stage)
    stage.trigger("show_history")


def show_agencies(stage):
    import_sample(stage)
    stage.trigger("show_agencies")
    stage.settle()
    stage.contents.screens.current().list.table.selectRow(0)


def show_deadlines(stage):
    import_sample(stage)
    stage.trigger("show_deadlines")
    page = stage.contents.screens.current()
    stage.bot.waitUntil(lambda: page.model.rowCount() > 0)


def show_agency_suggestions(stage):
    import_sample(stage)
    rows = [Agency(name, kind=AgencyKind.UNIT) for name in ("VP HĐND-UBND phường", "Văn phòng HĐND - UBND")]
    with stage.workspace.units(Operation("agency.add", "Thêm cơ quan")) as unit:
        unit.agencies.add_all(rows)
        unit.commit()
    stage.trigger("show_agencies")
    stage.settle()
    stage.contents.screens.current().show_suggestions()


def show_overview(stage):
    import_sample(stage)
    stage.trigger("show_overview")
    page = stage.contents.screens.current()
    stage.bot.waitUntil(lambda: page.shown() is not None)


def show_periods(stage):
    import_sample(stage)
    stage.trigger("reporting_periods")
    page = stage.contents.screens.current()
    stage.bot.waitUntil(lambda: page.model.rowCount() > 0)


def show_period_rules(stage):
    show_periods(stage)
    stage.contents.screens.current().show_tab(1)


def show_find(stage):
    import_sample(stage)
    stage.trigger("find_everywhere")
    page = stage.contents.screens.current()
    page.search("ra soat")
    stage.bot.waitUntil(lambda: page.answer().words == "ra soat")


def show_palette(stage):
    import_sample(stage)
    stage.trigger("palette")


def show_indicators(stage):
    import_sample(stage)
    stage.trigger("show_indicators")
    stage.settle()
    page = stage.contents.screens.current()
    stage.bot.waitUntil(lambda: page.sheet() is not None)
    row = page.sheet().rows[0].row
    page.typed.emit([TypedValue(row.id, "2026-Q1", "63,8")])
    stage.settle()


def show_reports(stage):
    """Báo cáo with pages, and with more to look at than there is room for."""
    import_sample(stage)
    stage.trigger("show_reports")
    page = stage.contents.screens.current()
    stage.bot.waitUntil(lambda: bool(page.preview.sentence()))
    stage.settle()
    page.preview.open(PdfPages(upright(3)))
    finding = Finding(FindingCode.NO_DATE, None, "Kế hoạch chưa có ngày ban hành. In ra để trống cho văn thư.")
    page.show_findings([finding] * 9)
    page.outcome.tell("Đã xuất ra tệp Bảng theo dõi.docx.", ((OPEN, "Mở bằng Word"), (FOLDER, "Mở thư mục")))


def show_forms(stage):
    """The superior's forms with all that can be told of one at once."""
    import_sample(stage)
    taken = forms.TakenForm(StoredFile("cd" * 32, "xlsx", 40_000), "Biểu 01.xlsx", FIRST)
    form_id, _ = forms.add_form(stage.workspace, taken, LONG, "Sở Nội vụ")
    forms.type_values(stage.workspace, form_id, "2026-Q1", {TALKS_NOW: LONG})
    stage.contents._desks.papers.forms.open()
    page = stage.contents.screens.current()
    stage.bot.waitUntil(lambda: page.pane.cells.model.rowCount() > 0)
    page.pane.outcome.tell("Đã lưu Biểu 01.xlsx: điền 2 ô.", ((OPEN, "Mở bằng Excel"), (FOLDER, "Mở thư mục")))


def show_form_as_it_lies(stage):
    show_forms(stage)
    stage.contents.screens.current().pane.cells.as_sheet.click()


def show_evidence(stage):
    import_sample(stage)
    item_id = next(iter(stage.session.tree.items))
    lost = StoredFile("ab" * 32, "pdf", 40_000)
    evidence.add_documents(
        stage.workspace,
        [{"reference": "312/BC-UBND", "type": "Báo cáo", "abstract": LONG, "file": lost, "item_ids": (item_id,)}],
    )
    stage.trigger("show_evidence")
    stage.settle()
    stage.contents.screens.current().list.table.selectRow(0)


def attaching(parent):
    dialog = WordyDialog(parent)
    field = EvidenceField(lambda: TODAY, dialog)
    QVBoxLayout(dialog).addWidget(field)
    dialog.setMinimumWidth(560)
    field.show_documents((1,))
    field.show_details([EvidenceDocument(LONG, 1, kept_at_registry=True)])
    field.add_files([Path("BC 312-BC-UBND 08-09-2025.pdf"), Path("x.exe")])
    bad, good = Path("x.exe"), Path("BC 312-BC-UBND 08-09-2025.pdf")
    field.show_brought([Brought(bad, None, LONG), Brought(good, EvidenceDocument("BC 312-BC-UBND 08-09-2025", 2))])
    field._type.click()
    return dialog


def part_shower(name):
    return lambda stage: stage.contents.show_settings(name)


def compare(parent):
    scene = LinkedPlans()
    link_items(scene.workspace, [scene.id(OUR_YEARLY)], scene.id(YEARLY))
    page = CoveragePage(parent)
    page.show_comparison(read_comparison(scene.plan_id)(scene.workspace))
    page.states._group.button(0).click()
    page.table.selectRow(0)
    return page


def words_of_report(parent):
    page = WordsPage(parent)
    page.show_words(words_of(kept_scene()))
    finish(page.pane.editor, "Mới. ")
    page.leave()
    page.pane.editor.go_to_figure(1)
    return page


def template_of_reports(parent):
    page = TemplatePage(parent)
    page.show_template(usual_template(), is_own=True)
    page.pane.choose((0, 1))
    finish(page.pane.form.text, "{secret} ")
    page.leave()
    return page


def layout_of_papers(tab):
    def make(parent):
        page = LayoutPage(parent)
        page.form.tabs.setCurrentIndex(tab)
        page.form.measures["left_mm"].setText("25")
        page.show_refusal(LONG)
        return page

    return make


def years_in_words(parent):
    scene = LinkedPlans()
    plan_id = scene.bring(last_years())
    page = YearsPage(parent)
    page.show_years(read_years(plan_id)(scene.workspace), anew=True)
    return page


SCREENS = {
    "start": show_start,
    "import": show_import,
    "tree": show_tree,
    "table": show_table,
    "history": show_history,
    "overview": show_overview,
    "reporting periods": show_periods,
    "rules of periods": show_period_rules,
    "find": show_find,
    "palette": show_palette,
    "agencies": show_agencies,
    "deadlines": show_deadlines,
    "indicators": show_indicators,
    "evidence": show_evidence,
    "reports": show_reports,
    "forms of a superior": show_forms,
    "form as it lies": show_form_as_it_lies,
    "suggestions of agencies": show_agency_suggestions,
    **{part: part_shower(part) for part in ("office", "layout", "look", "calendar", "person")},
}


@pytest.fixture(params=SCREENS.values(), ids=SCREENS)
def screen(request, fit, stage, monkeypatch):
    """A screen in the whole window."""
    monkeypatch.setattr(FakeBackups, "lines", lambda self: (), raising=False)
    monkeypatch.setattr(FakeBackups, "state", lambda self: None, raising=False)
    stage.window.resize(*fit.window)
    request.param(stage)
    stage.settle()
    QApplication.processEvents()
    return stage


def test_a_screen_keeps_the_rules(screen):
    assert accessible.faults(screen.window, screen.contents.screens.current()) == []


# --- pages and dialogs by themselves


def new_plan(parent):
    page = NewPlanPage(lambda: TODAY, parent)
    page.tree_wanted.connect(lambda plan_id: page.show_tree(sample_tree(plan_id)))
    page.show_sources(wiring.plan_templates(), (), [summary(1, "Kế hoạch cải cách hành chính năm 2026")])
    return page


def copied_plan(parent):
    page = new_plan(parent)
    page.choose_plan(1)
    return page


def take_over(parent):
    page = TakeOverPage(parent)
    page.show_plans([sample_tree(7, superior=True)], sample_tree(2))
    return page


def backups(parent):
    page = BackupPage(parent)
    page.show_places(HOME, "D:\\Sao lưu")
    page.show_state(STATE, NOW)
    page.show_lines(LINES)
    return page


def preview(parent):
    page = PreviewPage(parent)
    page.show_preview(PREVIEW, NOW)
    return page


def plan_form(tab):
    def make(parent):
        dialog = PlanFormDialog(FULL_PLAN, PlanOffers(PROFILE, OTHERS), parent)
        dialog.form.tabs.setCurrentIndex(tab)
        return dialog

    return make


def left_plan_form(parent):
    dialog = PlanFormDialog(PLAIN, PlanOffers(PROFILE, OTHERS), parent)
    dialog.form.general.title.setText("Kế hoạch khác")
    dialog.reject()
    return dialog


def bulk_edit(parent):
    dialog = BulkEditDialog(list(sample_tree().items.values()), parent)
    dialog._way.setCurrentIndex(2)  # the one with the most fields
    return dialog


def merge_of_agencies(parent):
    names = ("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường Hoa Mai", "VP HĐND-UBND")
    return MergeDialog([Spelling(Agency(name, id=id_), 12) for id_, name in enumerate(names, start=1)], parent)


def measured(**details):
    row = Indicator(5, "Tỷ lệ hồ sơ đúng hạn", id=1, target_words="15%, mỗi năm tăng 20%", **details)
    target = read_target(row.target_words)
    return MeasuredIndicator(row, target, YEAR, "Phòng Kinh tế", {}, Judgement(Verdict.NO_VALUE))


def rows_behind(parent):
    milestone = Milestone(1, "once", MilestoneKind.DATED, due=TODAY)
    found = MilestoneStatus(milestone, Status.OVERDUE, 12)
    item = next(iter(sample_tree().items.values()))
    return RowsDialog("Đến hạn 02/03/2026: 1 mốc", [BehindRow(item, found, ("Phòng Kinh tế",))], parent)


PERIOD = period_of_key("2026-Q1")
SHEETS = {
    "indicator": lambda parent: IndicatorDialog(measured().row, [("I", "Giai đoạn 2026")], ["Công an xã"], parent),
    "reading of a target": lambda parent: TargetDialog(measured(), parent),
    "nearly met": lambda parent: NearDialog(Decimal(5), parent),
    "new plan": new_plan,
    "copied plan": copied_plan,
    "take over": take_over,
    "backups": backups,
    "restore": preview,
    **{f"plan form {tab}": plan_form(tab) for tab in range(4)},
    "left plan form": left_plan_form,
    "issue": lambda parent: IssueDialog(PLAIN, PROFILE, lambda: TODAY, parent),
    "amendment": lambda parent: AmendmentDialog(lambda: TODAY, parent),
    "arisen": ArisenDialog,
    "template": lambda parent: SaveTemplateDialog("Kế hoạch năm 2026", ["Kế hoạch năm 2026"], parent),
    "merge of agencies": merge_of_agencies,
    "close": lambda parent: CloseDialog(PLAIN, parent, 12),
    "carrying over again": lambda parent: CarryDialog(PLAIN.title, LONG, parent),
    "compared plans": compare,
    "years in words": years_in_words,
    "words of a report": words_of_report,
    "template of reports": template_of_reports,
    **{f"layout of papers {tab}": layout_of_papers(tab) for tab in range(4)},
    "bulk edit": bulk_edit,
    "attaching": attaching,
    **RECORDING_SHEETS,
    "dates of a period": lambda parent: DatesDialog(PERIOD, parent),
    "report out of turn": lambda parent: SpecialDialog(lambda: TODAY, parent),
    "rule of a period": lambda parent: RuleDialog(DEFAULT_PERIOD_RULES[0], parent),
    "numbers of days": lambda parent: DaysDialog(StatusRules(), parent),
    "closing of a period": lambda parent: LockDialog(
        PERIOD, TODAY, [FigureLine("Kế hoạch năm 2026", "Hoàn thành", 4, 4)], parent
    ),
    "rows behind a figure": rows_behind,
    "cut log": lambda parent: CutDialog(LogSize(1250, 3_000_000, date(2024, 7, 1)), TODAY, parent),
    "purge": lambda parent: PurgeDialog(entry(EntityKind.PLAN, 1, LONG, sections=7, items=1200), parent),
}


@pytest.fixture(params=SHEETS.values(), ids=SHEETS)
def sheet(request, fit, qtbot):
    """A page in the room that the window leaves it, or a dialog over the window in the size that it takes itself."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(*fit.window)
    widget = request.param(window)
    if not isinstance(widget, QDialog):
        widget.resize(*fit.page)
        widget.setParent(None)
        qtbot.addWidget(widget)
    widget.show()
    for _ in range(3):  # what has height by width settles in rounds
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QApplication.processEvents()
    yield widget


def test_a_sheet_keeps_the_rules(sheet, fit):
    assert accessible.faults(sheet, sheet) == []
    assert sheet.width() <= fit.window[0]
    assert sheet.height() <= fit.window[1]
