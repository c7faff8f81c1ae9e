"""A plan of half a year in a workspace without a file, on a day that a test sets: for the follow-up's tests."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.draft import DraftIndicator, DraftItem, DraftPlan, DraftSection
from cchc_desktop.domain.items import ItemKind
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import DocumentRef
from cchc_desktop.services import exchange, followup
from cchc_desktop.services.exchange import ImportChoices
from tests.services.fakes import FakeQueries, FakeStore, FixedClock, fake_workspace

HALF = Period(date(2025, 7, 1), date(2025, 12, 31))
OFFICE, POLICE, FINANCE = "Văn phòng HĐND và UBND", "Công an phường", "Phòng Kinh tế"

JULY, QUARTERLY, STRICT, STANDING, WAITING, UNDATED, PARTS, PART = (
    "Ban hành quyết định", "Họp rà soát", "Gửi báo cáo", "Tuyên truyền", "Theo hướng dẫn", "Khảo sát", "Chuẩn hóa",
    "Lập danh mục",
)  # fmt: skip


def _task(content: str, time: str | None, lead: str = OFFICE, **details: Any) -> DraftItem:
    return DraftItem(ItemKind.TASK, content, lead_words=lead, time_words=time, **details)


def half_year() -> DraftPlan:
    """Two sections: one task of each kind of time, one with a sub-row; two indicators."""
    part = DraftItem(ItemKind.SUB_ITEM, PART, lead_words=OFFICE, time_words="Quý IV/2025")
    return DraftPlan(
        title="Kế hoạch 6 tháng cuối năm 2025",
        period=HALF,
        document=DocumentRef("Quyết định", "21/QĐ-UBND", date(2025, 7, 1)),
        sections=(
            DraftSection(
                "I",
                "Chỉ đạo, điều hành",
                (
                    _task(JULY, "Trong tháng 7/2025"),
                    _task(QUARTERLY, "Hàng quý", f"{OFFICE}; {FINANCE}"),
                    _task(STRICT, "Trước ngày 10 của tháng cuối quý", FINANCE),
                ),
            ),
            DraftSection(
                "II",
                "Cải cách thể chế",
                (
                    _task(STANDING, "Thường xuyên", POLICE),
                    _task(WAITING, "Theo kế hoạch", POLICE),
                    _task(UNDATED, None, POLICE),
                    _task(PARTS, "Cả năm 2025", POLICE, children=(part,)),
                ),
            ),
        ),
        indicators=(
            DraftIndicator("Tỷ lệ hồ sơ đúng hạn", None, None, "1", "%", "≥ 98", FINANCE),
            DraftIndicator("Mức độ hài lòng", None, None, "2", None, "vượt chỉ tiêu", FINANCE),
        ),
    )


class DayClock(FixedClock):
    """A clock that stands at noon of a day until a test sets another one."""

    def __init__(self, day: date) -> None:
        self.day = day

    def now(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, 5, tzinfo=UTC)

    def today(self) -> date:
        return self.day


class FollowUpScene:
    """The plan, imported on a day (None: the plan's first, so that all of it is tracked)."""

    def __init__(self, today: date, imported_on: date | None = None, draft: DraftPlan | None = None) -> None:
        self.store = FakeStore()
        self.clock = DayClock(imported_on or HALF.start)
        self.workspace = fake_workspace(self.store, clock=self.clock)
        found = exchange.import_plan(self.workspace, draft or half_year(), ImportChoices())
        assert found.plan_id is not None
        self.plan_id = found.plan_id
        self.clock.day = today

    @property
    def tree(self):
        return FakeQueries(self.store).tree(self.plan_id)

    @property
    def ledger(self):
        return FakeQueries(self.store).ledger(self.plan_id)

    def id(self, content: str) -> int:
        return next(item.id for item in self.tree.items.values() if item.content == content)

    def agency(self, name: str) -> int:
        return next(row.id for row in self.store.all(EntityKind.AGENCY) if row.name == name)

    def records(self, content: str):
        return self.ledger.records.get(self.id(content), ())

    def updates(self, content: str):
        return self.ledger.updates.get(self.id(content), ())

    def statuses(self, as_of: date | None = None) -> dict[str, str]:
        """Return the status of each followed item by its content."""
        found = followup.plan_status(self.workspace, self.plan_id, as_of or self.clock.day)
        return {self.tree.items[item_id].content: str(one.status) for item_id, one in found.statuses.items()}

    def due(self, on: date | None = None, days: int | None = None) -> list[tuple[str, str, int]]:
        """Return content, milestone and days late of what `due` lists."""
        lines = followup.due(self.workspace, on or self.clock.day, days)
        return [(line.item.content, line.row.occurrence, line.row.late_days) for line in lines]

    def write(self, *rows: Any) -> Sequence[Any]:
        """Store rows past the services."""
        from cchc_desktop.domain.changes import Operation

        with self.workspace.units(Operation("test", "Thử")) as unit:
            kinds = {"Document": unit.documents, "EvidenceDocument": unit.documents, "DayOff": unit.days_off}
            stored = [kinds[type(row).__name__].add(row) for row in rows]
            unit.commit()
        return stored


def reference_plans() -> Path:
    """Return where the reference plans are, if they are there."""
    return Path(__file__).resolve().parents[3] / "shared" / "reference-plans"
