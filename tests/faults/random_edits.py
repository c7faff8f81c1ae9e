"""Random edits through the services, as a person makes them; each step is one operation of the log."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.indicators.indicator import Indicator
from cchc_desktop.domain.items import Place, WorkItem
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.services import bin as bin_service
from cchc_desktop.services import history, indicator_editing, item_editing, moving, plans
from cchc_desktop.services.workspace import Workspace

_FIELDS = ("content", "lead_words", "coordinating_words", "time_words", "product", "note", "funding")
_WORDS = (
    "Rà soát, đơn giản hóa thủ tục hành chính",
    "Văn phòng HĐND và UBND; Công an xã",
    "Trước ngày 10 của tháng cuối quý",
    "Quý IV/2026",
    "Báo cáo kết quả kèm danh mục. " * 40,
    "=SUM(A1:A9)",
)
_MOST_ITEMS = 200
"""Above this many live items a step deletes instead of adding, so that a long run keeps its pace."""


class RandomEdits:
    """Chooses and does one operation after the other on an open workspace that holds a plan."""

    def __init__(self, workspace: Workspace, random: Random) -> None:
        self._workspace = workspace
        self._random = random
        self._deeds: tuple[Callable[[PlanTree], object], ...] = (
            self._edit, self._edit, self._edit_many, self._add, self._move, self._delete,
            self._indicator, self._undo, self._undo, self._redo, self._bin,
        )  # fmt: skip

    def step(self) -> str:
        """Do one operation; return what it was called."""
        ids = [plan.id for plan in plans.list_plans(self._workspace)]
        tree = plans.open_plan(self._workspace, self._random.choice(ids))
        deed = self._random.choice(self._deeds if tree.items else (self._add, self._undo))
        deed(tree)
        return deed.__name__

    def _item(self, tree: PlanTree) -> WorkItem:
        return self._random.choice(list(tree.items.values()))

    def _text(self) -> str:
        return f"{self._random.choice(_WORDS)} {self._random.randrange(10**6)}"

    def _edit(self, tree: PlanTree) -> None:
        item_editing.edit_item(self._workspace, self._item(tree).id, {self._random.choice(_FIELDS): self._text()})

    def _edit_many(self, tree: PlanTree) -> None:
        edits = {self._item(tree).id: {"note": self._text(), "lead_words": self._text()} for _ in range(6)}
        item_editing.edit_items(self._workspace, edits)

    def _add(self, tree: PlanTree) -> None:
        if len(tree.items) > _MOST_ITEMS:
            return self._delete(tree)
        section = self._random.choice(tree.sections)
        item_editing.add_item(self._workspace, tree.plan.id, Place(section.id, None, None), {"content": self._text()})
        return None

    def _move(self, tree: PlanTree) -> None:
        place = Place(self._random.choice(tree.sections).id, None, None)
        moving.move_item(self._workspace, self._item(tree).id, place)

    def _delete(self, tree: PlanTree) -> None:
        ids = list({self._item(tree).id for _ in range(2)})
        item_editing.delete_items(self._workspace, ids)

    def _indicator(self, tree: PlanTree) -> None:
        indicator_editing.add_indicator(self._workspace, tree.plan.id, None, Indicator(tree.plan.id, self._text()))

    def _undo(self, _tree: PlanTree) -> None:
        step = history.next_steps(self._workspace).undo
        if step is not None and step.kind != "plan.import":  # the plan itself stays
            history.undo(self._workspace)

    def _redo(self, _tree: PlanTree) -> None:
        if history.next_steps(self._workspace).redo is not None:
            history.redo(self._workspace)

    def _bin(self, _tree: PlanTree) -> None:
        entries = [entry for entry in bin_service.entries(self._workspace) if entry.held_by is None]
        if not entries:
            return
        entry = self._random.choice(entries)
        try:
            bin_service.restore(self._workspace, entry.kind, entry.id)
        except InvalidInput:  # what held it was deleted by a later step
            return
