"""The window with Cơ quan on the screen, over a real file, driven as a user would."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from cchc_desktop import app, wiring
from cchc_desktop.domain.draft import DraftIndicator, DraftItem, DraftPlan, DraftSection
from cchc_desktop.domain.items import ItemKind
from cchc_desktop.domain.periods import Period
from cchc_desktop.services import exchange
from cchc_desktop.services.exchange import ImportChoices
from cchc_desktop.settings import Settings
from cchc_desktop.ui.agencies.page import AgenciesPage
from cchc_desktop.ui.contents import WindowContents
from cchc_desktop.ui.jobs import DatabaseThread
from cchc_desktop.ui.main_window import MainWindow
from cchc_desktop.ui.preferences import Preferences
from cchc_desktop.ui.session import PlanSession
from cchc_desktop.ui.status import StatusBar

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
SPELLINGS = ("Ban thẩm định văn bản", "Ban TĐVB", "Ban thẩm định, văn bản phường", "Ban Thẩm định - văn bản")


def plan(title: str = "Kế hoạch năm 2026", *rows: tuple[str, str, str]) -> DraftPlan:
    """Return a plan with a task for each content, lead and coordinating words."""
    items = tuple(
        DraftItem(ItemKind.TASK, content, number=str(number), lead_words=lead, coordinating_words=others or None)
        for number, (content, lead, others) in enumerate(rows, start=1)
    )
    indicators = (DraftIndicator("Tỷ lệ hồ sơ đúng hạn", number="1", agency_words="Phòng Kinh tế"),)
    sections = (DraftSection("I", "Cải cách thể chế", items),)
    return DraftPlan(title=title, period=YEAR, sections=sections, indicators=indicators)


ROWS = (
    ("Rà soát văn bản", "Ủy ban nhân dân", "Phòng Kinh tế"),
    ("Lập danh mục", "Đảng ủy", "Phòng Kinh tế; Công an"),
    ("Công khai", "Phòng Kinh tế", ""),
)


class AgenciesStage:
    """A window over a new file with one plan, its agencies on the screen."""

    def __init__(self, qtbot: Any, folder: Path, *drafts: DraftPlan) -> None:
        self.bot = qtbot
        path = wiring.data_file(folder / "cchc.db")
        with wiring.open_workspace(path) as workspace:
            for draft in drafts or (plan("Kế hoạch năm 2026", *ROWS),):
                exchange.import_plan(workspace, draft, ImportChoices())
        self.window = MainWindow(Settings(person="Nguyễn Thị Hoa", person_asked=True))
        qtbot.addWidget(self.window)
        self.database = DatabaseThread(lambda: wiring.open_workspace(path), parent=self.window)
        self.session = PlanSession(self.database, None, self.window)
        self.contents = WindowContents(self.window, self.session, app.doors(path), Preferences(Settings()))
        self.database.opened.connect(lambda: self.contents.set_writable(True))
        self.window.resize(1366, 728)
        self.window.show()
        with qtbot.waitSignal(self.contents.filled):
            self.database.start()
        self.settle()
        self.contents.show_screen("agencies")
        self.settle()

    @property
    def page(self) -> AgenciesPage:
        page = self.window.findChild(AgenciesPage)
        assert isinstance(page, AgenciesPage)
        return page

    def settle(self) -> None:
        """Wait until everything that was asked of the database has been answered; an answer may ask for the next."""
        for _ in range(3):
            answered: list[bool] = []
            self.session.read(lambda workspace: None, lambda _, told=answered: told.append(True))
            self.bot.waitUntil(lambda told=answered: bool(told))

    def names(self) -> list[str]:
        model = self.page.list.model
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    def cells(self, name: str) -> list[str]:
        model = self.page.list.model
        row = self.names().index(name)
        return [model.index(row, column).data() for column in range(1, model.columnCount())]

    def choose(self, *names: str) -> None:
        ids = [line.agency.id for line in self.page._survey.lines if line.agency.name in names]
        self.page.list.choose(ids)

    def click_cell(self, name: str, column: int) -> None:
        table = self.page.list.table
        index = self.page.list.model.index(self.names().index(name), column)
        table.scrollTo(index)
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center())

    def press(self, words: str) -> None:
        buttons = self.page.findChildren(QPushButton)
        found = next(b for b in buttons if b.isVisible() and b.isEnabled() and b.text() == words)
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)
        self.settle()

    def add(self, name: str) -> None:
        self.press("Thêm cơ quan")
        self.page.pane.form.name.setText(name)
        self.page.pane.form.commit()
        self.settle()

    def uses(self) -> list[list[str]]:
        model = self.page.uses.model
        return [[model.index(row, column).data() for column in range(model.columnCount())]
                for row in range(model.rowCount())]  # fmt: skip

    def deed(self) -> str:
        bar = self.window.statusBar()
        assert isinstance(bar, StatusBar)
        return bar.deed()

    def undo(self) -> None:
        self.contents._steps.undo()
        self.settle()

    def open_links(self) -> dict[str, list[str]]:
        """Return the agencies that lead each item of the open plan, by their canonical names."""
        tree = self.session.tree
        assert tree is not None
        names = {line.agency.id: line.agency.name for line in self.page._survey.lines}
        items = tree.items.values()
        return {item.content: [names.get(link.agency_id or 0, "?") for link in item.lead] for item in items}
