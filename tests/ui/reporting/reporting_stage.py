"""The window with Kỳ báo cáo on the screen, over the plan of Tổng quan's tests."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from cchc_desktop.ui.reporting.models import ListingModel
from cchc_desktop.ui.reporting.page import ReportingPage
from tests.ui.overview.overview_stage import OverviewStage


class ReportingStage(OverviewStage):
    """Short ways to the page's rows and dialogs."""

    def open_periods(self) -> None:
        self.following.keeper.begin()
        self.trigger("reporting_periods")
        self.bot.waitUntil(lambda: self.periods.model.rowCount() > 0)

    @property
    def periods(self) -> ReportingPage:
        page: ReportingPage = self.following.reporting.page
        return page

    def cells(self, key: str) -> list[str]:
        """Return the words of a period's row."""
        model = self.periods.model
        row = model.row_of(key)
        assert row is not None
        return [model.index(row, column).data() for column in range(model.columnCount())]

    def period_keys(self) -> list[str]:
        model = self.periods.model
        rows = (model.row(number) for number in range(model.rowCount()))
        return [line.period.key for line in rows if line is not None]

    def wait_for(self, key: str, column: int, words: str) -> None:
        self.bot.waitUntil(lambda: key in self.period_keys() and self.cells(key)[column] == words)

    def choose(self, key: str) -> None:
        self.periods.choose(key)
        self.settle()

    def type_day(self, field: Any, words: str) -> None:
        field.setFocus()
        field.selectAll()
        self.bot.keyClicks(field, words)

    def confirm(self, dialog: Any) -> None:
        self.bot.keyClick(dialog, Qt.Key.Key_Return)
        self.settle()


def table(model: ListingModel[Any]) -> list[list[str]]:
    """Return all words of a model."""
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]
