"""Every screen, page and dialog, in the usual window and with large letters in the smallest one, by the same rules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from cchc_desktop import wiring
from cchc_desktop.domain.agencies import Agency
from cchc_desktop.domain.agency_names import AgencyKind
from cchc_desktop.domain.changes import EntityKind, Operation
from cchc_desktop.domain.history import LogSize
from cchc_desktop.domain.plan import Plan, PlanKind
from cchc_desktop.ui import theme, translation
from cchc_desktop.ui.agencies.keep_choice import Spelling
from cchc_desktop.ui.agencies.merge_dialog import MergeDialog
from cchc_desktop.ui.backups.page import BackupPage
from cchc_desktop.ui.backups.preview_page import PreviewPage
from cchc_desktop.ui.history.cut_dialog import CutDialog
from cchc_desktop.ui.history.purge_dialog import PurgeDialog
from cchc_desktop.ui.plans.amendment_dialog import AmendmentDialog
from cchc_desktop.ui.plans.arisen_dialog import ArisenDialog
from cchc_desktop.ui.plans.close_dialog import CloseDialog
from cchc_desktop.ui.plans.form import PlanFormDialog
from cchc_desktop.ui.plans.form_tabs import PlanOffers
from cchc_desktop.ui.plans.issue_dialog import IssueDialog
from cchc_desktop.ui.plans.new_plan_page import NewPlanPage
from cchc_desktop.ui.plans.take_over_page import TakeOverPage
from cchc_desktop.ui.plans.template_dialog import SaveTemplateDialog
from cchc_desktop.ui.workbench.bulk_edit_dialog import BulkEditDialog
from tests.services.fakes import FakeBackups
from tests.ui import accessible
from tests.ui.backups.fakes import HOME, LINES, NOW, PREVIEW, STATE
from tests.ui.history.samples import LONG, entry
from tests.ui.office.samples import PROFILE
from tests.ui.plans.checks import FULL_PLAN, OTHERS, TODAY, YEAR, sample_tree, summary
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


def show_agency_suggestions(stage):
    import_sample(stage)
    rows = [Agency(name, kind=AgencyKind.UNIT) for name in ("VP HĐND-UBND phường", "Văn phòng HĐND - UBND")]
    with stage.workspace.units(Operation("agency.add", "Thêm cơ quan")) as unit:
        unit.agencies.add_all(rows)
        unit.commit()
    stage.trigger("show_agencies")
    stage.settle()
    stage.contents.screens.current().show_suggestions()


def show_find(stage):
    import_sample(stage)
    stage.trigger("find_everywhere")
    page = stage.contents.screens.current()
    page.search("ra soat")
    stage.bot.waitUntil(lambda: page.answer().words == "ra soat")


def show_palette(stage):
    import_sample(stage)
    stage.trigger("palette")


def part_shower(name):
    return lambda stage: stage.contents.show_settings(name)


SCREENS = {
    "start": show_start,
    "import": show_import,
    "tree": show_tree,
    "table": show_table,
    "history": show_history,
    "find": show_find,
    "palette": show_palette,
    "agencies": show_agencies,
    "suggestions of agencies": show_agency_suggestions,
    **{part: part_shower(part) for part in ("office", "look", "person")},
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


SHEETS = {
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
    "close": lambda parent: CloseDialog(PLAIN, parent),
    "bulk edit": bulk_edit,
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
