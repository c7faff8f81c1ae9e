"""What a person waits for in a plan of 10,000 items: `python -m tests.benchmarks.bench_workbench [ITEMS [ROUNDS]]`.

Prints medians in milliseconds, by the wall and of the processor (which other programs do not lengthen), with their
targets for the latter. Needs no display: Qt's offscreen platform is used where none is set.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from statistics import median
from time import perf_counter, process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QModelIndex, Qt
from PySide6.QtWidgets import QApplication

from cchc_desktop.domain.items import AgencyLink, ItemKind, WorkItem
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import Plan, PlanKind, Section
from cchc_desktop.domain.plan_tree import PlanTree, build_tree
from cchc_desktop.ui import theme
from cchc_desktop.ui.workbench.columns import PlanColumn
from cchc_desktop.ui.workbench.filters import Filters
from cchc_desktop.ui.workbench.metrics import Density
from cchc_desktop.ui.workbench.panes import Mode
from cchc_desktop.ui.workbench.plan_view import PlanView

_DOWN, _UP = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
BLOCKED, EXPANDED, GROUPED = 100, 200, 300
_SECTIONS, _PARTS = 20, 5
_LEADS = tuple(f"Phòng chuyên môn số {number}" for number in range(12))
_TIMES = (
    "Quý III/2026", "Trước ngày 10 của tháng cuối quý", "Thường xuyên", "Hằng tháng", None, "Tháng 9/2026",
    "Theo kế hoạch của tỉnh", "Trước ngày 10/12/2026", "Cả năm 2026",
)  # fmt: skip


def big_tree(count: int) -> PlanTree:
    """Return a plan of so many items: every sixth one a task, the others its parts."""
    plan = Plan("Kế hoạch", PlanKind.ANNUAL, Period(date(2026, 1, 1), date(2026, 12, 31)), id=1)
    sections = [Section(1, f"Lĩnh vực {n}", id=n + 1, number=str(n + 1), sort_key=f"{n:03}") for n in range(_SECTIONS)]
    per_section = count // _SECTIONS
    items = [_item(1 + number // per_section, number + 1) for number in range(per_section * _SECTIONS)]
    return build_tree(plan, sections, items, ())


def _item(section_id: int, number: int) -> WorkItem:
    part = (number - 1) % (_PARTS + 1)
    lead = _LEADS[number % len(_LEADS)]
    return WorkItem(
        1, section_id, f"Rà soát, hệ thống hóa văn bản quy phạm pháp luật thuộc phạm vi quản lý, nội dung {number}",
        id=number, sort_key=f"{number:06}", parent_id=number - part if part else None,
        kind=ItemKind.SUB_ITEM if part else ItemKind.TASK, number=None if part else str(number),
        lead_words=lead, lead=(AgencyLink(lead, number % len(_LEADS) + 1),), time_words=_TIMES[number % len(_TIMES)],
        product=f"Báo cáo kết quả {number}",
    )  # fmt: skip


class Desk:
    """A view on the screen with a plan in it, and a clock."""

    def __init__(self, tree: PlanTree) -> None:
        self.tree = tree
        self.view = PlanView()
        self.view.resize(1278, 660)
        self.view.set_tree(tree)
        self.view.show()
        self.settle()
        while not self.view._filter.prepare(500):
            pass
        self.settle()

    def settle(self) -> None:
        for _ in range(3):
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)

    def timed(self, rounds: int, act: Callable[[], object], before: Callable[[], object]) -> tuple[float, float]:
        """Return the medians of the milliseconds that `act` and the painting after it take, by the wall and the CPU."""
        walls, cpus = [], []
        for _ in range(rounds):
            before()
            self.settle()
            wall, cpu = perf_counter(), process_time()
            act()
            self.settle()
            walls.append(1000 * (perf_counter() - wall))
            cpus.append(1000 * (process_time() - cpu))
        return median(walls), median(cpus)

    # --- what is done

    def edit(self) -> None:
        """Bring the snapshot after one cell was typed into."""
        items = list(self.tree.items.values())
        at = len(items) // 2
        items[at] = replace(items[at], product=(items[at].product or "") + " a")
        self._apply(items)

    def delete(self) -> None:
        """Bring the snapshot after one task with its parts was deleted."""
        items = [item for item in self.tree.items.values() if not 7 <= item.id <= 12]
        self._apply(items)

    def _apply(self, items: list[WorkItem]) -> None:
        self.tree = build_tree(self.tree.plan, self.tree.sections, items, ())
        self.view.apply(self.tree)

    def reset(self) -> None:
        self.view.look(Mode.TREE, "", Filters())

    def collapse(self) -> None:
        """Close the tree."""
        self.view.collapse_all()

    def open_sections(self, count: int) -> None:
        """Open as many sections as hold that many rows."""
        model, opened, row = self.view.tree_view.model(), 0, 0
        while opened < count and row < model.rowCount():
            index = model.index(row, 0, QModelIndex())
            self.view.tree_view.expand(index)
            opened += count_below(index)
            row += 1


def count_below(index: QModelIndex) -> int:
    model = index.model()
    rows = model.rowCount(index)
    return rows + sum(count_below(model.index(row, 0, index)) for row in range(rows))


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    application = QApplication.instance() or QApplication([])
    theme.apply(application)  # type: ignore[arg-type]
    desk = Desk(big_tree(count))
    view = desk.view
    search = lambda words: lambda: view.bar.want(words, Filters())  # noqa: E731
    rows = [
        ("open 2,000 rows", EXPANDED, lambda: desk.open_sections(2000), desk.collapse),
        ("open all rows", None, view.expand_all, desk.collapse),
        ("one cell typed, tree", BLOCKED, desk.edit, lambda: view.show_mode(Mode.TREE)),
        ("one cell typed, by agency", BLOCKED, desk.edit, lambda: view.show_mode(Mode.AGENCY)),
        ("one cell typed, table", BLOCKED, desk.edit, lambda: view.show_mode(Mode.TABLE)),
        ("a task deleted, tree", BLOCKED, desk.delete, lambda: _restored(desk, count)),
        ("tree to by agency", GROUPED, lambda: view.show_mode(Mode.AGENCY), desk.reset),
        ("tree to by month", GROUPED, lambda: view.show_mode(Mode.MONTH), desk.reset),
        ("tree to table", GROUPED, lambda: view.show_mode(Mode.TABLE), desk.reset),
        ("by agency to tree", GROUPED, desk.reset, lambda: view.show_mode(Mode.AGENCY)),
        ("search, all match", BLOCKED, search("van ban"), desk.reset),
        ("search, few match", BLOCKED, search("noi dung 777"), desk.reset),
        ("search cleared", BLOCKED, desk.reset, search("noi dung 777")),
        ("chip, all columns", BLOCKED, lambda: view.bar.want("", Filters(dues=frozenset(["undated"]))), desk.reset),
        ("next hit", BLOCKED, view.next_hit, search("van ban")),
        ("density", BLOCKED, lambda: view.set_density(Density.COMPACT), lambda: view.set_density(Density.NORMAL)),
        ("sort the table", GROUPED, lambda: view.table_view.sortByColumn(PlanColumn.PRODUCT, _DOWN),
         lambda: (view.show_table(), view.table_view.sortByColumn(PlanColumn.NUMBER, _UP))),
        ("scroll a page", BLOCKED, lambda: _scroll(view, 400), desk.reset),
    ]  # fmt: skip
    for name, target, act, before in rows:
        wall, cpu = desk.timed(rounds, act, before)
        mark = "" if target is None else f"{target:8}  {'ok' if cpu <= target else 'TOO SLOW'}"
        print(f"{name:28}{wall:8.1f}{cpu:8.1f}{mark}", flush=True)


def _restored(desk: Desk, count: int) -> None:
    desk.reset()
    desk.tree = big_tree(count)
    desk.view.apply(desk.tree)


def _scroll(view: PlanView, pixels: int) -> None:
    bar = view.view().verticalScrollBar()
    bar.setValue(bar.value() + pixels)


if __name__ == "__main__":
    main()
