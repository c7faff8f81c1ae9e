"""The window with Chỉ tiêu on the screen, over a plan of two stages, driven as a user would."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.draft import DraftIndicator, DraftPlan
from cchc_desktop.domain.indicators.values import IndicatorValue
from cchc_desktop.domain.periods import Period
from cchc_desktop.services import exchange
from cchc_desktop.services.exchange import ImportChoices
from cchc_desktop.services.measuring import verdicts
from cchc_desktop.ui.indicators.page import IndicatorsPage
from tests.services.fakes import FakeQueries, FakeStore, fake_workspace
from tests.ui.stage import Stage

TODAY = date(2026, 3, 2)
Q1, H1 = "2026-Q1", "2026-H1"
CENTRE, POLICE = "Trung tâm Phục vụ hành chính công", "Công an xã"
COUNT = 10
"""Numeric indicators of the first stage; behind them stands one whose target is words."""
WORDS = COUNT


def draft(count: int = COUNT, years: int = 2) -> DraftPlan:
    """Return a plan: one stage of this year with percentages and a target in words, one of the years after."""
    first = [
        DraftIndicator(f"Tỷ lệ hồ sơ loại {n}", "I", "Giai đoạn 2026", str(n), "%", "≥ 80", (CENTRE, POLICE)[n % 2])
        for n in range(1, count + 1)
    ]
    words = DraftIndicator("Xếp loại", "I", "Giai đoạn 2026", str(count + 1), None, "vượt chỉ tiêu", CENTRE)
    later = DraftIndicator("Tỷ lệ hồ sơ loại 1", "II", "Giai đoạn 2027", "1", "%", "≥ 90", CENTRE)
    period = Period(date(2026, 1, 1), date(2025 + years, 12, 31))
    return DraftPlan(title="Kế hoạch năm 2026", period=period, indicators=(*first, words, later))


class IndicatorStage(Stage):
    """A window over one plan with its indicators on the screen."""

    def __init__(self, qtbot: Any, plan: DraftPlan | None = None, *, superior: bool = False) -> None:
        store = FakeStore()
        workspace = fake_workspace(store)
        exchange.import_plan(workspace, plan or draft(), ImportChoices())
        if superior:
            (row,) = store.all(EntityKind.PLAN)
            with workspace.units(store.log[-1].operation) as unit:
                unit.plans.update(replace(row, superior=True))
                unit.commit()
        super().__init__(qtbot, store)
        self.settle()
        self.contents.show_screen("indicators")
        self.settle()
        self.bot.waitUntil(lambda: self.page.sheet() is not None)
        self.page.table.setFocus()

    @property
    def page(self) -> IndicatorsPage:
        page = self.contents.screens.current()
        assert isinstance(page, IndicatorsPage)
        return page

    @property
    def ids(self) -> list[int]:
        sheet = self.page.sheet()
        assert sheet is not None
        return [one.row.id for one in sheet.rows]

    def go(self, place: int, period: str = Q1) -> None:
        """Stand in a cell of the grid."""
        assert self.page.table.choose(self.ids[place], period)

    def type(self, words: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
        """Type into the current cell and leave it by a key."""
        QTest.keyClicks(self.page.table, words[:1])
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit)
        editor.insert(words[1:])
        QTest.keyClick(editor, key)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.page.table, key, modifiers)

    def copy_text(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    def stored(self) -> dict[tuple[int, str], IndicatorValue]:
        found = FakeQueries(self.store).indicator_values(1)
        return {(one.indicator_id, one.period): one for of_one in found.values() for one in of_one}

    def amounts(self) -> dict[tuple[int, str], Decimal | str | None]:
        """Return the stored numbers, or words, by the place of the indicator and the period."""
        ids = self.ids
        return {(ids.index(id_), period): one.amount or one.words for (id_, period), one in self.stored().items()}

    def cell(self, place: int, period: str = Q1) -> str:
        """Return what a cell shows."""
        grid = self.page.table.grid
        return str(grid.index(grid.row_of(self.ids[place]), grid.column_of(period)).data())

    def verdict_words(self, place: int) -> str:
        grid = self.page.table.grid
        return str(grid.index(grid.row_of(self.ids[place]), grid.verdict_column).data())

    def verdicts(self) -> dict[int, Any]:
        return verdicts(self.workspace, 1, TODAY)

    def dialog(self) -> Any:
        """Return the dialog that is open."""
        return next(widget for widget in self.window.findChildren(QDialog) if widget.isVisible())
