"""Bulk operations on one plan of 10,000 items, and words looked for in the change log: seconds against targets.

Run it as a script: `python tests/benchmarks/bench_bulk.py [ROUNDS]`. The plan has five sections of 1,000 numbered
tasks with one item below each; agencies' cells repeat as in real plans. Each round has a file of its own, and the
median of the rounds is printed. The log holds
20,000 changes when it is searched, half of them whole rows.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from cchc_desktop import wiring
from cchc_desktop.domain.changes import Operation
from cchc_desktop.domain.draft import DraftItem, DraftPlan, DraftSection
from cchc_desktop.domain.history import HistoryFilter
from cchc_desktop.domain.items import ItemKind, Place, WorkItem
from cchc_desktop.domain.periods import Period
from cchc_desktop.services import exchange, history, item_editing, moving, section_editing
from cchc_desktop.services.exchange import ImportChoices
from cchc_desktop.services.workspace import Workspace

SECTIONS, TASKS = 5, 1_000
TARGETS = {
    "edit a note, 5,000 items": 1.5,
    "edit agencies, 5,000 items": 1.5,
    "delete 1,000 tasks": 1.0,
    "search the log, no hit": 0.5,
    "search the log, a column": 0.5,
    "search the log, in ids only": 0.5,
}
_LEADS = ("Văn phòng HĐND và UBND xã", "Phòng Văn hóa - Xã hội", "Phòng Kinh tế", "Công an xã")
_OTHERS = "Các phòng, ban, đơn vị có liên quan; Trung tâm Phục vụ hành chính công"


def draft() -> DraftPlan:
    """Make a plan of 10,000 items, numbered through."""
    return DraftPlan(
        title="Kế hoạch cải cách hành chính năm 2025",
        period=Period(date(2025, 1, 1), date(2025, 12, 31)),
        sections=tuple(
            DraftSection(None, f"Lĩnh vực số {place}", tuple(_tasks(place * TASKS))) for place in range(SECTIONS)
        ),
    )


def _tasks(reached: int) -> Iterator[DraftItem]:
    for number in range(reached + 1, reached + TASKS + 1):
        words = f"Rà soát, sửa đổi, bổ sung văn bản quy phạm pháp luật thuộc phạm vi quản lý, nội dung {number}"
        part = DraftItem(ItemKind.SUB_ITEM, f"Lập danh mục văn bản cần rà soát {number}", product="Danh mục")
        yield DraftItem(
            ItemKind.TASK,
            words,
            number=str(number),
            lead_words=_LEADS[number % len(_LEADS)],
            coordinating_words=_OTHERS,
            time_words="Quý III, IV/2025",
            product="Báo cáo của Ủy ban nhân dân xã",
            children=(part,),
        )


class Round:
    """One file that is filled and worked on; `taken` are the seconds of each step."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.taken: dict[str, float] = {}

    def run(self) -> None:
        """Do all steps, one behind the other."""
        self._time("import 10,000 items", lambda: exchange.import_plan(self._workspace, draft(), ImportChoices()))
        tasks = self._tasks()
        self._edit(tasks)
        self._search("search the log, no hit", "khongcochunay")
        self._search("search the log, a column", "coordinating_words")
        self._search("search the log, in ids only", "e4e4")
        first = Place(tasks[0].section_id)
        self._time("add a task first: all numbers", lambda: self._add(first))
        self._gather(tasks[:TASKS])
        self._time("move 1,001 items", lambda: moving.move_item(self._workspace, tasks[0].id, self._end(4)))
        doomed = [task.id for task in self._tasks()[1_100:2_100]]
        self._time("delete 1,000 tasks", lambda: item_editing.delete_items(self._workspace, doomed))
        section = self._tree().sections[2].id
        self._time("delete a section", lambda: section_editing.delete_section(self._workspace, section))

    def _edit(self, tasks: list[WorkItem]) -> None:
        notes = {task.id: {"note": "Kinh phí bổ sung"} for task in tasks}
        self._time("edit a note, 5,000 items", lambda: item_editing.edit_items(self._workspace, notes))
        leads = {task.id: {"lead_words": f"{task.lead_words}; Đoàn Thanh niên"} for task in tasks}
        self._time("edit agencies, 5,000 items", lambda: item_editing.edit_items(self._workspace, leads))

    def _add(self, place: Place) -> None:
        item_editing.add_item(self._workspace, self._plan_id(), place, {"content": "Nhiệm vụ mới", "number": "1"})

    def _gather(self, tasks: list[WorkItem]) -> None:
        """Put the items below the first thousand tasks under the first one (not measured)."""
        with self._workspace.units(Operation("item.move", "Dồn nội dung", self._plan_id())) as unit:
            for task in tasks[1:]:
                for part in unit.items.siblings(task.section_id, task.id):
                    unit.items.update(replace(part, parent_id=tasks[0].id))
            unit.commit()

    def _search(self, name: str, words: str) -> None:
        self._time(name, lambda: history.operations(self._workspace, HistoryFilter(words=words), 1_000))

    def _end(self, place: int) -> Place:
        tree = self._tree()
        section = tree.sections[place].id
        return Place(section, None, tree.roots(section)[-1].id)

    def _tasks(self) -> list[WorkItem]:
        tree = self._tree()
        return [task for section in tree.sections for task in tree.roots(section.id)]

    def _tree(self):
        return self._workspace.queries.tree(self._plan_id())

    def _plan_id(self) -> int:
        return self._workspace.queries.plans()[0].id

    def _time(self, name: str, step: Callable[[], object]) -> None:
        started = perf_counter()
        step()
        self.taken[name] = perf_counter() - started


def measure() -> dict[str, float]:
    """Return the seconds of each step of one round."""
    with (
        tempfile.TemporaryDirectory() as folder,
        wiring.open_workspace(Path(folder) / "cchc.db") as workspace,
    ):
        one = Round(workspace)
        one.run()
        return one.taken


def main() -> None:
    """Print the table."""
    rounds = [measure() for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 3)]
    for name in rounds[0]:
        taken = median(one[name] for one in rounds)
        target = TARGETS.get(name)
        verdict = "" if target is None else f"   target {target} s   {'met' if taken <= target else 'MISSED'}"
        print(f"{name:<32}{taken:8.2f} s{verdict}", flush=True)


if __name__ == "__main__":
    main()
