"""What a person waits for in a plan of 10,000 items: `python -m tests.benchmarks.bench_workbench [ITEMS [ROUNDS]]`.

Prints medians in milliseconds: how long the window is blocked at most between two turns of its event loop, and how
long all takes until the answer is painted. Both count the processor time of the main thread, which other programs
lengthen least; `loop` tells how fast the machine was meanwhile (10 ms where it has nothing else to do). Needs no
display: Qt's offscreen platform is used where none is set.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from itertools import pairwise
from statistics import median
from time import thread_time
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QItemSelectionModel, QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QApplication

from cchc_desktop.domain.items import AgencyLink, ItemKind, WorkItem
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import Plan, PlanKind, Section
from cchc_desktop.domain.plan_tree import PlanTree, build_tree
from cchc_desktop.ui import theme
from cchc_desktop.ui.garbage import MainThreadCollector
from cchc_desktop.ui.plans.take_over_page import TakeOverPage
from cchc_desktop.ui.slices import Slices
from cchc_desktop.ui.widgets.metrics import Density
from cchc_desktop.ui.workbench.bulk_edit_dialog import BulkEditDialog
from cchc_desktop.ui.workbench.columns import PlanColumn
from cchc_desktop.ui.workbench.filters import Filters
from cchc_desktop.ui.workbench.panes import Mode
from cchc_desktop.ui.workbench.plan_view import PlanView
from cchc_desktop.ui.workbench.selection import chosen_items

_DOWN, _UP = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
BLOCKED, EXPANDED = 100, 200
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


class Clock:
    """Measures how long the event loop goes without a turn."""

    def __init__(self) -> None:
        self._turns: list[float] = []
        self._timer = QTimer(interval=0)
        self._timer.timeout.connect(self.tick)

    def tick(self) -> None:
        """Note a turn of the event loop."""
        self._turns.append(1000 * thread_time())

    def measured(self, act: Callable[[], object], settle: Callable[[], None]) -> tuple[float, float]:
        """Return the longest wait while something is done, and the time until it is painted, in milliseconds."""
        self._turns.clear()
        self._timer.start()
        self.tick()
        act()
        settle()
        self._timer.stop()
        return max(after - before for before, after in pairwise(self._turns)), self._turns[-1] - self._turns[0]

    def timed(
        self, rounds: int, act: Callable[[], object], before: Callable[[], object], settle: Callable[[], None]
    ) -> Waits:
        """Return the medians of what is measured of `act`, and of what the machine was worth meanwhile."""
        found = []
        for _ in range(rounds):
            before()
            settle()
            found.append((*self.measured(act, settle), loop_ms()))
        return Waits(*map(median, zip(*found, strict=True)))


class Waits(NamedTuple):
    """What somebody waits for, in milliseconds of processor time."""

    blocked: float
    whole: float
    loop: float
    """`loop_ms` at that time: other programs on the machine may double it, and the rest with it."""

    def line(self, name: str, target: int | None) -> str:
        """Return a row of the printed table."""
        mark = "" if target is None else f"{target:8}  {'ok' if self.blocked <= target else 'TOO SLOW'}"
        return f"{name:28}{self.blocked:8.1f}{self.whole:8.1f}{self.loop:8.1f}{mark}"


HEADER = f"{'':28}{'blocked':>8}{'whole':>8}{'loop':>8}{'target':>8}"


def loop_ms() -> float:
    """Return the milliseconds that 200,000 additions take now: the speed of the machine."""
    start, total = thread_time(), 0
    for number in range(200_000):
        total += number
    return 1000 * (thread_time() - start)


class Desk:
    """A view on the screen with a plan in it, and a clock."""

    def __init__(self, tree: PlanTree) -> None:
        self.tree = self._whole = tree
        self.view = PlanView()
        self.view.resize(1278, 660)
        self.view.set_tree(tree)
        self.view.show()
        self._clock = Clock()
        self.settle()
        while not self.view._filter.prepare(500):
            pass
        self.settle()

    def settle(self) -> None:
        """Go on until nothing is left to be worked out or painted."""
        quiet = 0
        while quiet < 3:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
            quiet = 0 if _is_busy() else quiet + 1

    def timed(self, rounds: int, act: Callable[[], object], before: Callable[[], object]) -> Waits:
        """Measure `act`."""
        return self._clock.timed(rounds, act, before, self.settle)

    # --- what is done

    def edit(self) -> None:
        """Bring the snapshot after one cell was typed into."""
        at = len(self.tree.items) // 2
        self._show([replace(item, product=f"{item.product} a") if item.id == at else item for item in self._items()])

    def delete(self) -> None:
        """Bring the snapshot after one task with its parts was deleted."""
        self._show([item for item in self._items() if not 7 <= item.id <= 12])

    def prepare_deletion(self) -> None:
        """Have the snapshot after a thousand rows were deleted, which the database's thread makes."""
        self._prepare([item for item in self._items() if not 1200 < item.id <= 2200])

    def prepare_edits(self) -> None:
        """Have the snapshot after one field of all items was changed."""
        self._prepare([replace(item, note=(item.note or "") + "a") for item in self._items()])

    def prepare_whole(self) -> None:
        """Have the whole plan again, as an undo brings it back."""
        self.tree = self._whole

    def apply(self) -> None:
        """Bring the snapshot that was prepared."""
        self.view.apply(self.tree)

    def _items(self) -> Iterable[WorkItem]:
        return self.tree.items.values()

    def _prepare(self, items: Iterable[WorkItem]) -> None:
        self.tree = build_tree(self.tree.plan, self.tree.sections, items, ())

    def _show(self, items: Iterable[WorkItem]) -> None:
        self._prepare(items)
        self.apply()

    def restore(self) -> None:
        """Show the whole plan."""
        self.prepare_whole()
        self.apply()

    def select_all(self) -> None:
        """Open the whole tree and select all of it."""
        self.reset()
        self.view.expand_all()
        self.view.view().selectAll()

    def reset(self) -> None:
        """Look at the closed-up tree of the first rows, nothing chosen."""
        self.view.view().clearSelection()
        self.view.look(Mode.TREE, "", Filters())
        self.view.tree_view.clearSelection()

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


def _is_busy() -> bool:
    windows = QApplication.topLevelWidgets()
    return any(slices.is_busy() for window in windows for slices in window.findChildren(Slices))


def count_below(index: QModelIndex) -> int:
    model = index.model()
    rows = model.rowCount(index)
    return rows + sum(count_below(model.index(row, 0, index)) for row in range(rows))


Row = tuple[str, int | None, Callable[[], object], Callable[[], object]]
"""What is measured: its name, its target, what is done, and what is done before."""


def _looking(desk: Desk) -> list[Row]:
    view = desk.view
    search = lambda words: lambda: view.bar.want(words, Filters())  # noqa: E731
    mode = lambda mode: lambda: view.show_mode(mode)  # noqa: E731
    return [
        ("open 2,000 rows", EXPANDED, lambda: desk.open_sections(2000), desk.collapse),
        ("open all rows", BLOCKED, view.expand_all, desk.collapse),
        ("close all rows", BLOCKED, view.collapse_all, view.expand_all),
        ("tree to by agency", BLOCKED, mode(Mode.AGENCY), desk.reset),
        ("tree to by month", BLOCKED, mode(Mode.MONTH), desk.reset),
        ("tree to table", BLOCKED, mode(Mode.TABLE), desk.reset),
        ("by agency to tree", BLOCKED, desk.reset, mode(Mode.AGENCY)),
        ("search, all match", BLOCKED, search("van ban"), desk.reset),
        ("search, few match", BLOCKED, search("noi dung 777"), desk.reset),
        ("search, letter by letter", BLOCKED, lambda: _type(view, "văn bản"), desk.reset),
        ("search cleared", BLOCKED, view.clear_search, search("noi dung 777")),
        ("chip, all columns", BLOCKED, lambda: view.bar.want("", Filters(dues=frozenset(["undated"]))), desk.reset),
        ("next hit", BLOCKED, view.next_hit, search("van ban")),
        ("density", BLOCKED, lambda: view.set_density(Density.COMPACT), lambda: view.set_density(Density.NORMAL)),
        ("sort the table", BLOCKED, lambda: _sort(view, PlanColumn.CONTENT, _DOWN), lambda: _plan_order(view)),
        ("sort by due date", BLOCKED, lambda: _sort(view, PlanColumn.TIME, _DOWN), lambda: _plan_order(view)),
        ("scroll a page", BLOCKED, lambda: _scroll(view, 400), desk.reset),
        ("scroll to the end", BLOCKED, lambda: _scroll(view, 10**6), lambda: (desk.reset(), view.expand_all())),
        ("a narrower view", BLOCKED, lambda: view.resize(960, 660), lambda: view.resize(1278, 660)),
    ]  # fmt: skip


def _changing(desk: Desk) -> list[Row]:
    view = desk.view
    whole = lambda: (desk.reset(), desk.restore())  # noqa: E731
    return [
        ("one cell typed, tree", BLOCKED, desk.edit, whole),
        ("one cell typed, by agency", BLOCKED, desk.edit, lambda: view.show_mode(Mode.AGENCY)),
        ("one cell typed, table", BLOCKED, desk.edit, lambda: view.show_mode(Mode.TABLE)),
        ("a task deleted, tree", BLOCKED, desk.delete, whole),
        ("1,000 rows deleted", BLOCKED, desk.apply, lambda: (whole(), desk.prepare_deletion())),
        ("1,000 rows come back", BLOCKED, desk.apply, lambda: _to_come_back(desk)),
        ("all items changed", BLOCKED, desk.apply, lambda: (whole(), desk.prepare_edits())),
        ("select all, tree", BLOCKED, view.tree_view.selectAll, lambda: (desk.reset(), view.expand_all())),
        ("count what is selected", BLOCKED, lambda: chosen_items(view.view()), desk.select_all),
        ("from all to one cell", BLOCKED, lambda: view.select_item(5, PlanColumn.LEAD), desk.select_all),
        ("copy 10,000 rows, tree", BLOCKED, view.copy, desk.select_all),
        ("select all, table", BLOCKED, view.table_view.selectAll, lambda: _plan_order(view)),
        ("copy 10,000 rows, table", BLOCKED, view.copy, lambda: (_plan_order(view), view.table_view.selectAll())),
    ]  # fmt: skip


def _with_all_chosen(desk: Desk) -> list[Row]:
    view, dialogs = desk.view, desk.view.findChildren
    table = lambda: (_plan_order(view), view.select_item(5), view.table_view.selectAll())  # noqa: E731
    tree = lambda: (desk.select_all(), _keep_current(view))  # noqa: E731
    return [
        ("tree to table, all chosen", BLOCKED, lambda: view.show_mode(Mode.TABLE), tree),
        ("table to tree, all chosen", BLOCKED, lambda: view.show_mode(Mode.TREE), table),
        ("search, all chosen", BLOCKED, lambda: view.bar.want("van ban", Filters()), tree),
        ("Delete, all chosen", BLOCKED, view.clear_cells, desk.select_all),
        ("Ctrl+D, all chosen", BLOCKED, view.fill_down, desk.select_all),
        ("bulk edit, all chosen", BLOCKED, view.bulk_edit, desk.select_all),
        ("bulk edit, a letter", BLOCKED, lambda: dialogs(BulkEditDialog)[-1]._words.insert("a"), lambda: None),
        ("bulk edit, find", BLOCKED, lambda: dialogs(BulkEditDialog)[-1]._way.setCurrentIndex(2), lambda: None),
    ]


def _keep_current(view: PlanView) -> None:
    index = view.model().index_of_item(5)
    view.view().selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)


def _taking_over(tree: PlanTree) -> list[Row]:
    target = replace(big_tree(1000), plan=replace(tree.plan, id=2))
    page = TakeOverPage()
    page.resize(1092, 590)
    page.show()
    show = lambda: page.show_plans([tree], target)  # noqa: E731
    return [
        ("take over: show the rows", BLOCKED, show, lambda: page.show_plans([], target)),
        ("take over: filter", BLOCKED, lambda: page.filter.setText("van ban"), page.filter.clear),
        ("take over: tick all", BLOCKED, page.model.choose_shown, lambda: page.model.choose(())),
    ]


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    application = QApplication.instance() or QApplication([])
    theme.apply(application)  # type: ignore[arg-type]
    MainThreadCollector(application, lambda: 0.0)  # as in the program, while somebody is at work
    desk = Desk(big_tree(count))
    print(HEADER)
    rows = [*_looking(desk), *_changing(desk), *_with_all_chosen(desk), *_taking_over(desk.tree)]
    for name, target, act, before in rows:
        print(desk.timed(rounds, act, before).line(name, target), flush=True)
    QApplication.clipboard().clear()  # else it outlives the interpreter that made it


def _to_come_back(desk: Desk) -> None:
    desk.reset()
    desk.restore()
    desk.prepare_deletion()
    desk.apply()
    desk.prepare_whole()


def _type(view: PlanView, words: str) -> None:
    """Type into the search field, faster than the answers come."""
    for letter in words:
        view.bar._search.insert(letter)
        QApplication.processEvents()


def _sort(view: PlanView, column: PlanColumn, order: Qt.SortOrder) -> None:
    view.table_view.sortByColumn(column, order)


def _plan_order(view: PlanView) -> None:
    view.look(Mode.TABLE, "", Filters())
    view.table_view.clearSelection()
    _sort(view, PlanColumn.NUMBER, _UP)


def _scroll(view: PlanView, pixels: int) -> None:
    bar = view.view().verticalScrollBar()
    bar.setValue(bar.value() + pixels)


if __name__ == "__main__":
    main()
