"""A window over a plan of 2026 with something late, soon due, standing and undated, as of 2 March 2026."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.draft import DraftItem, DraftPlan, DraftSection
from cchc_desktop.domain.items import ItemKind
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import DocumentRef
from cchc_desktop.services.followup import FollowPicture
from cchc_desktop.ui.following.desk import FollowDesk
from cchc_desktop.ui.overview.page import OverviewPage
from tests.services.followup_scene import FINANCE, OFFICE, POLICE, FollowUpScene
from tests.ui.stage import Stage

TODAY = date(2026, 3, 2)
LATE, SOON, MONTH, STANDING, UNDATED, FAR = (
    "Ban hành kế hoạch", "Gửi báo cáo quý", "Rà soát thủ tục", "Tuyên truyền", "Khảo sát", "Tổng kết",
)  # fmt: skip


def _task(number: int, content: str, time: str | None, lead: str) -> DraftItem:
    return DraftItem(ItemKind.TASK, content, number=str(number), lead_words=lead, time_words=time)


def year_plan() -> DraftPlan:
    first = (
        _task(1, LATE, "Trong tháng 1/2026", OFFICE),
        _task(2, SOON, "Trước ngày 10/3/2026", FINANCE),
        _task(3, MONTH, "Trong tháng 3/2026", FINANCE),
    )
    second = (
        _task(4, STANDING, "Thường xuyên", POLICE),
        _task(5, UNDATED, None, POLICE),
        _task(6, FAR, "Cả năm 2026", POLICE),
    )
    return DraftPlan(
        title="Kế hoạch năm 2026",
        period=Period(date(2026, 1, 1), date(2026, 12, 31)),
        document=DocumentRef("Kế hoạch", "05/KH-UBND", date(2026, 1, 2)),
        sections=(DraftSection("I", "Cải cách thể chế", first), DraftSection("II", "Tài chính công", second)),
    )


class OverviewStage(Stage):
    """Short ways to what Tổng quan shows and opens."""

    def __init__(self, qtbot: Any, imported_on: date = date(2026, 1, 1)) -> None:
        self.scene = FollowUpScene(TODAY, imported_on, year_plan())
        super().__init__(qtbot, self.scene.store, clock=self.scene.clock)
        self.window.resize(1366, 728)
        self.settle()

    @property
    def following(self) -> FollowDesk:
        desk: FollowDesk = self.contents._desks.following
        return desk

    @property
    def page(self) -> OverviewPage:
        page: OverviewPage = self.following.overview.page
        return page

    def open(self) -> OverviewPage:
        """Show Tổng quan by its key."""
        self.trigger("show_overview")
        self.wait_shown()
        return self.page

    def wait_shown(self) -> None:
        """Wait until the page shows what is recorded now."""
        self.bot.waitUntil(self._is_shown)

    def _is_shown(self) -> bool:
        picture = self.following.keeper.picture
        if picture is None or not self.following.keeper.is_current() or self.page.shown() is None:
            return False
        self.settle()
        return not self.following.overview._is_stale and _same(self.page, picture)

    def key(self, widget: QWidget, key: Qt.Key) -> None:
        widget.setFocus()
        self.bot.keyClick(widget, key)

    def place(self) -> str:
        return self.contents.places.name()

    def told(self, signal: Any) -> list[Any]:
        """Return the list to which everything is added that a signal brings from now on."""
        heard: list[Any] = []
        signal.connect(lambda *values: heard.append(values[0] if len(values) == 1 else values))
        return heard

    def dialog(self, name: str) -> Any:
        found: Sequence[Any] = []

        def is_open() -> bool:
            nonlocal found
            found = [one for one in self.window.findChildren(QWidget) if type(one).__name__ == name and one.isVisible()]
            return bool(found)

        self.bot.waitUntil(is_open)
        return found[-1]


def _same(page: OverviewPage, picture: FollowPicture) -> bool:
    seen = page.shown()
    return seen is not None and seen.total == picture.plans[seen.plan.id].status.total
