"""The lock on issued words: a plan that was issued changes only by a document that amends it.

What arose later (nhiệm vụ phát sinh) and what is not printed (who is in charge, the reading of the time) stays free.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from cchc_desktop.domain.errors import AmendmentNeeded, InvalidInput
from cchc_desktop.domain.indicators.indicator import Indicator
from cchc_desktop.domain.items import ItemOrigin, WorkItem
from cchc_desktop.domain.plan import Column, Plan, PlanState, Section
from cchc_desktop.domain.ports import UnitOfWork

CORRECTION = "sửa cho đúng bản đã ban hành"
"""Stands in the place of an amending document where what was typed or read wrongly is put right."""

_PRINTED = frozenset(
    {"section_id", "parent_id", "sort_key", "kind", "number", "ordinal", "label", "content", "lead_words",
     "coordinating_words", "time_words", "product"}
)  # fmt: skip
_PRINTED_IN_COLUMN = {"funding": Column.FUNDING, "note": Column.NOTE}
"""Fields that are printed only where the plan's appendix has a column for them."""


class PlanLock:
    """Asks for the amending document where a unit of work changes issued words, and notes it with what changes."""

    def __init__(self, unit: UnitOfWork, amendment: str | None) -> None:
        self._unit = unit
        self._amendment = " ".join((amendment or "").split()) or None
        self._plans: dict[int, Plan] = {}
        self._is_used = False

    def require(self, plan_id: int) -> None:
        """Raise unless the plan's issued words may change: AmendmentNeeded, InvalidInput for a plan that has ended."""
        plan = self._plan(plan_id)
        if plan.state is PlanState.DRAFT:
            return
        if plan.state is not PlanState.ISSUED:
            raise InvalidInput(
                "Kế hoạch này đã kết thúc nên không sửa được nữa. Nếu cần sửa, hãy chọn Kế hoạch, Mở lại kế hoạch."
            )
        if self._amendment is None:
            raise AmendmentNeeded(
                "Kế hoạch đã ban hành nên nội dung chỉ được sửa theo văn bản sửa đổi. Hãy nhập số, ký hiệu và ngày "
                "của văn bản đó."
            )
        self._is_used = True

    def changed(self, before: WorkItem, after: WorkItem) -> WorkItem:
        """Return the changed item, with the amending document where its issued words differ."""
        if before.origin is ItemOrigin.ADDED or not self._differs(before, after):
            return after
        return self.amended(after)

    def amended(self, item: WorkItem) -> WorkItem:
        """Return an issued item that is added, moved or deleted, with the amending document."""
        if item.origin is ItemOrigin.ADDED:
            return item
        self.require(item.plan_id)
        return replace(item, amended_by=self._by(item.plan_id, item.amended_by))

    def amended_all(self, items: Iterable[WorkItem]) -> Sequence[WorkItem]:
        """Store the amending document with items that are about to go; return them."""
        before = list(items)
        return self._unit.items.update_all([self.amended(item) for item in before])

    def amended_section(self, section: Section) -> Section:
        """Return a section that is changed, added, moved or deleted, with the amending document."""
        self.require(section.plan_id)
        return replace(section, amended_by=self._by(section.plan_id, section.amended_by))

    def amended_indicator(self, indicator: Indicator) -> Indicator:
        """Return an indicator that is changed, added or deleted, with the amending document."""
        self.require(indicator.plan_id)
        return replace(indicator, amended_by=self._by(indicator.plan_id, indicator.amended_by))

    def title(self, title: str) -> str:
        """Return an operation's title with the document by which it was done, where one was needed."""
        if not self._is_used:
            return title
        return f"{title}, {self._amendment if self._amendment == CORRECTION else f'theo {self._amendment}'}"

    def _by(self, plan_id: int, before: str | None) -> str | None:
        new = self._amendment
        if new is None or new == CORRECTION or self._plan(plan_id).state is PlanState.DRAFT:
            return before
        known = before.split("; ") if before else []
        return "; ".join([*(words for words in known if words != new), new])

    def _differs(self, before: WorkItem, after: WorkItem) -> bool:
        form = self._plan(before.plan_id).form
        columns = {one.column for one in form.columns}
        printed = _PRINTED | {name for name, column in _PRINTED_IN_COLUMN.items() if column in columns}
        return any(getattr(before, name) != getattr(after, name) for name in printed)

    def _plan(self, plan_id: int) -> Plan:
        if plan_id not in self._plans:
            self._plans[plan_id] = self._unit.plans.get(plan_id)
        return self._plans[plan_id]
