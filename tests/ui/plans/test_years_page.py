"""The page of years inside words, driven by keys in the whole window."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.draft import DraftPlan, DraftSection
from cchc_desktop.domain.periods import Period
from cchc_desktop.services import exchange, item_editing
from cchc_desktop.services.exchange import ImportChoices
from cchc_desktop.services.year_changes import year_places
from cchc_desktop.ui.plans.years_model import YearsModel
from cchc_desktop.ui.widgets.rows import RowRole
from tests.services.fakes import FakeQueries
from tests.services.linked_plans import LinkedPlans, _task
from tests.ui.plans.checks import completers, reachable, unnamed, wanted_order

OLD, NEW = (Period(date(year, 1, 1), date(year, 12, 31)) for year in (2025, 2026))
FIRST = "Ban hành Kế hoạch năm 2025 theo Quyết định số 3/QĐ-UBND ngày 05/01/2025"
SECOND = "Báo cáo trước 15/12/2025"
SPACE, ESCAPE, DOWN = Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_Down


def last_years() -> DraftPlan:
    tasks = (_task(FIRST, "Thường xuyên", number="1"), _task(SECOND, "Quý IV/2025", number="2"))
    return DraftPlan(title="Kế hoạch năm 2026", period=NEW, sections=(DraftSection("I", "Khác", tasks),))


class Years:
    """The stage with a plan whose words are last year's."""

    def __init__(self, stage):
        self.stage = stage
        self.plan_id = exchange.import_plan(stage.workspace, last_years(), ImportChoices()).plan_id
        stage.session.open_plan(self.plan_id)
        stage.bot.waitUntil(lambda: stage.session.tree is not None)

    def open(self):
        self.stage.trigger("change_years")
        self.stage.bot.waitUntil(lambda: self.stage.on_screen("YearsPage"))
        return self.page

    @property
    def page(self):
        return self.stage.contents.screens.current()

    def key(self, key):
        self.stage.bot.keyClick(QApplication.focusWidget(), key)

    def settle(self):
        for _ in range(2):
            self.stage.settle()

    def words(self):
        return [item.content for item in self.stage.store.all(EntityKind.ITEM)]


@pytest.fixture
def years(stage):
    return Years(stage)


def shown(page):
    rows = range(page.model.rowCount())
    return [
        (page.model.place(row).proposal.old, page.model.index(row, 0).data(Qt.ItemDataRole.CheckStateRole).value > 0)
        for row in rows
    ]


def test_citations_are_listed_unticked_with_their_reason(years):
    page = years.open()
    assert shown(page) == [
        ("năm 2025", True),
        ("ngày 05/01/2025", False),
        ("15/12/2025", True),
        ("Quý IV/2025", True),
    ]
    assert page.model.index(1, 3).data() == "Ngày, năm của văn bản được viện dẫn"
    assert page._count.text() == "Đổi 3/4 chỗ; 1 chỗ cần xem trước khi đổi"


def test_the_ticked_ones_change_at_once_and_undo_takes_them_back(years):
    page = years.open()
    assert page.table.hasFocus()
    years.key(SPACE)  # the first one stays
    years.stage.press("Đổi năm")
    years.settle()
    assert years.words() == [FIRST, "Báo cáo trước 15/12/2026"]
    assert years.stage.deed() == "Đã đổi năm ở 2 chỗ."
    assert not years.stage.on_screen("YearsPage")
    years.stage.trigger("undo")
    years.settle()
    assert years.words() == [FIRST, SECOND]


def test_a_click_on_the_box_ticks_one(years):
    page = years.open()
    rect = page.table.visualRect(page.model.index(1, 0))
    years.stage.bot.mouseClick(
        page.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.left() + 14, rect.center().y())
    )
    assert shown(page)[1] == ("ngày 05/01/2025", True)
    years.stage.bot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert shown(page)[1] == ("ngày 05/01/2025", True)


def test_several_rows_are_ticked_together(years):
    page = years.open()
    page.table.selectAll()
    years.key(SPACE)
    assert len(page.model.chosen()) == 4
    years.key(SPACE)
    assert page.model.chosen() == []
    assert not years.stage.button("Đổi năm").isEnabled()
    years.stage.press("Chọn các chỗ không vướng")
    assert len(page.model.chosen()) == 3


def test_ticks_outlive_an_edit_made_elsewhere(years):
    page = years.open()
    years.key(SPACE)
    item_id = page.model.place(2).item.id
    years.stage.session.write(lambda w: item_editing.edit_item(w, item_id, {"product": "Báo cáo năm 2025"}))
    years.settle()
    assert ("năm 2025", False) in shown(page)
    assert len(shown(page)) == 5


def test_another_year_finds_other_words(years):
    page = years.open()
    page.year.setCurrentIndex(page.year.findText("2024"))
    years.settle()
    assert [ticked for _, ticked in shown(page)] == [False] * 4


def test_nothing_to_change_says_so(years):
    years.open()
    years.stage.press("Đổi năm")
    years.settle()
    page = years.open()
    page.model.choose([page.model.place(0)])
    years.stage.press("Đổi năm")
    years.settle()
    page = years.open()
    assert page._pages.currentWidget() is page._empty


def test_escape_leaves_and_changes_nothing(years):
    years.open()
    years.key(ESCAPE)
    years.stage.bot.waitUntil(lambda: not years.stage.on_screen("YearsPage"))
    assert years.words() == [FIRST, SECOND]


def test_tab_follows_the_eye_and_everything_has_a_name(years):
    page = years.open()
    order, wanted = reachable(page), wanted_order(page.stops())
    start = order.index(wanted[0])
    assert order[start:] + order[:start] == wanted
    assert unnamed(page) == []
    assert completers(page) == []


def test_the_model_keeps_qts_rules(qtmodeltester):
    scene = LinkedPlans()
    plan_id = scene.bring(last_years())
    model = YearsModel()
    model.show_places(list(year_places(FakeQueries(scene.store).tree(plan_id), OLD)), anew=True)
    qtmodeltester.check(model)
    old, new = (model.index(0, column).data(RowRole.MARKED) for column in (1, 2))
    assert [marked.text[slice(*marked.spans[0])] for marked in (old, new)] == ["năm 2025", "năm 2026"]
    assert model.index(0, 0).data() == "Nhiệm vụ 1 · Nội dung"
    assert model.setData(model.index(0, 0), Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    assert len(model.chosen()) == 2


# --- offered after a plan was made from another one


def test_the_page_is_offered_after_the_next_plan_was_made(years):
    years.stage.trigger("copy_plan")
    years.stage.bot.waitUntil(lambda: years.stage.on_screen("NewPlanPage"))
    years.settle()
    years.stage.press("Tạo kế hoạch")
    years.stage.bot.waitUntil(lambda: years.stage.on_screen("Strip"))
    assert years.stage.session.tree.plan.title == "Kế hoạch năm 2027"
    years.stage.press("Xem và đổi…")
    years.stage.bot.waitUntil(lambda: years.stage.on_screen("YearsPage"))
    assert not years.stage.on_screen("Strip")


def test_the_offer_goes_with_its_plan(years):
    years.stage.trigger("copy_plan")
    years.stage.bot.waitUntil(lambda: years.stage.on_screen("NewPlanPage"))
    years.settle()
    years.stage.press("Tạo kế hoạch")
    years.stage.bot.waitUntil(lambda: years.stage.on_screen("Strip"))
    years.stage.session.open_plan(years.plan_id)
    years.stage.bot.waitUntil(lambda: not years.stage.on_screen("Strip"))
