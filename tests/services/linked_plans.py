"""A plan of five years and an annual plan that carries it out, in a workspace without a file: for tests of links."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.draft import DraftItem, DraftPlan, DraftSection
from cchc_desktop.domain.items import ItemKind, WorkItem
from cchc_desktop.domain.periods import Period
from cchc_desktop.services import exchange, plans
from cchc_desktop.services.exchange import ImportChoices
from tests.services.fakes import FakeQueries, FakeStore, fake_workspace
from tests.services.followup_scene import DayClock

FIVE_YEARS = Period(date(2026, 1, 1), date(2030, 12, 31))
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))

YEARLY, WHOLE, LATE, ALWAYS, GROUPED, SURVEY = (
    "Đánh giá, xếp hạng chỉ số cải cách hành chính hằng năm",
    "Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính",
    "Đánh giá kết quả cải cách tiền lương",
    "Tuyên truyền cải cách hành chính",
    "Rà soát, đơn giản hóa thủ tục hành chính",
    "Khảo sát sự hài lòng của người dân",
)
OUR_YEARLY, OUR_WHOLE, OUR_ALWAYS, OUR_OTHER = (
    "Tổ chức đánh giá, xếp hạng chỉ số cải cách hành chính năm 2026",
    "Số hóa hồ sơ thủ tục hành chính của xã",
    "Viết bài tuyên truyền cải cách hành chính",
    "Kiểm tra công vụ đột xuất",
)


def _task(content: str, time: str | None, **details: Any) -> DraftItem:
    return DraftItem(ItemKind.TASK, content, time_words=time, **details)


def five_years() -> DraftPlan:
    """Two sections; one task stands under an objective, one has a sub-row."""
    part = DraftItem(ItemKind.SUB_ITEM, "Lập danh mục hồ sơ", time_words="Năm 2026")
    goal = DraftItem(ItemKind.OBJECTIVE, "Giảm thời gian giải quyết", children=(_task(GROUPED, "Hàng năm"),))
    return DraftPlan(
        title="Kế hoạch giai đoạn 2026-2030",
        period=FIVE_YEARS,
        sections=(
            DraftSection("I", "Chỉ đạo, điều hành", (_task(YEARLY, "Hàng năm"), _task(ALWAYS, "Thường xuyên"))),
            DraftSection(
                "II",
                "Cải cách thủ tục hành chính",
                (_task(WHOLE, "Giai đoạn 2026-2030", children=(part,)), goal, _task(LATE, "Năm 2028")),
            ),
        ),
    )


def one_year(**facts: Any) -> DraftPlan:
    """A plan of 2026 without links."""
    return replace(
        DraftPlan(
            title="Kế hoạch năm 2026",
            period=YEAR,
            sections=(
                DraftSection(
                    "I", "Chỉ đạo, điều hành", (_task(OUR_YEARLY, "Quý IV/2026"), _task(OUR_ALWAYS, "Hàng quý"))
                ),
                DraftSection("II", "Cải cách thủ tục hành chính", (_task(OUR_WHOLE, "Tháng 6/2026"),)),
                DraftSection("III", "Cải cách chế độ công vụ", (_task(OUR_OTHER, "Thường xuyên"),)),
            ),
        ),
        **facts,
    )


class LinkedPlans:
    """Both plans; the annual one names the other as its parent."""

    def __init__(self, today: date = date(2026, 12, 1)) -> None:
        self.store = FakeStore()
        self.clock = DayClock(date(2026, 1, 1))
        self.workspace = fake_workspace(self.store, clock=self.clock)
        self.parent_id = self.bring(five_years())
        self.plan_id = self.bring(one_year())
        plans.save_plan(self.workspace, replace(self.tree().plan, parent_plan_id=self.parent_id))
        self.clock.day = today

    def bring(self, draft: DraftPlan) -> int:
        found = exchange.import_plan(self.workspace, draft, ImportChoices())
        assert found.plan_id is not None
        return found.plan_id

    def tree(self, plan_id: int | None = None):
        return FakeQueries(self.store).tree(plan_id or self.plan_id)

    def item(self, content: str) -> WorkItem:
        return next(item for item in self.store.all(EntityKind.ITEM) if item.content == content)

    def id(self, content: str) -> int:
        return self.item(content).id
