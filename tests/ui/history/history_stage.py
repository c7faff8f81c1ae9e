"""The window with its history on the screen, driven as a user would."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QToolButton

from cchc_desktop.services import item_editing
from cchc_desktop.ui.history.page import HistoryPage
from tests.services.fakes import FixedClock
from tests.ui.stage import Stage, bare, import_sample


class RunningClock(FixedClock):
    """Each look at it is a day later."""

    def __init__(self) -> None:
        self._days = 0

    def now(self) -> datetime:
        self._days += 1
        return datetime(2025, 1, 1, 1, 0, tzinfo=UTC) + timedelta(days=self._days)


class HistoryStage:
    """The window with the sample, its history on the screen."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        import_sample(stage)
        self.ids = {item.content: item.id for item in stage.session.tree.items.values()}

    def show(self) -> HistoryPage:
        self.stage.trigger("show_history")
        self.settle()
        return self.page

    def settle(self) -> None:
        for _ in range(3):  # an answer may ask for the next
            self.stage.settle()

    @property
    def page(self) -> HistoryPage:
        page = self.stage.window.findChild(HistoryPage)
        assert isinstance(page, HistoryPage)
        return page

    def titles(self) -> list[str]:
        model = self.page.changes.model
        return [bare(model.operation(row).title) for row in range(model.rowCount())]

    def choose(self, title: str) -> None:
        self.page.changes.table.selectRow(self.titles().index(title))
        self.settle()

    def bin_titles(self) -> list[str]:
        model = self.page.bin._model
        return [model.entry(row).title for row in range(model.rowCount())]

    def choose_deleted(self, title: str) -> None:
        self.page.bin._table.selectRow(self.bin_titles().index(title))

    def click(self, words: str) -> None:
        self.stage.press(words)
        self.settle()

    def tab(self, words: str) -> None:
        button = next(b for b in self.page.findChildren(QToolButton) if b.text().startswith(words))
        self.stage.bot.mouseClick(button, Qt.MouseButton.LeftButton)

    def type_day(self, name: str, text: str) -> None:
        QTest.keyClicks(self.field(name), text)
        QTest.keyClick(self.field(name), Qt.Key.Key_Return)
        self.settle()

    def look_only(self, is_writable: bool = False) -> None:
        self.stage.contents.set_writable(is_writable)
        self.stage.contents._steps.set_writable(is_writable)

    def field(self, name: str) -> QLineEdit | QComboBox:
        fields = [*self.page.findChildren(QLineEdit), *self.page.findChildren(QComboBox)]
        return next(field for field in fields if field.accessibleName() == name)


def edit(history: HistoryStage, content: str, note: str) -> None:
    item_editing.edit_item(history.stage.workspace, history.ids[content], {"note": note})
