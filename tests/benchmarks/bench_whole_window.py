"""What a person waits for in the whole window over a file: `python -m tests.benchmarks.bench_whole_window [ROUNDS]`.

The file holds one plan of 10,000 items. Prints medians in milliseconds as
`bench_workbench` does, here with everything that follows a plan: status bar, title, inspector, actions. What the
database's thread does is not counted; that the snapshots are made there is told at the end.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from cchc_desktop import app, wiring
from cchc_desktop.domain import plan_tree
from cchc_desktop.services.exchange import ImportChoices, import_plan
from cchc_desktop.settings import Settings
from cchc_desktop.ui import theme
from cchc_desktop.ui.contents import WindowContents
from cchc_desktop.ui.garbage import MainThreadCollector
from cchc_desktop.ui.jobs import DatabaseThread
from cchc_desktop.ui.main_window import MainWindow
from cchc_desktop.ui.preferences import Preferences
from cchc_desktop.ui.session import PlanSession
from cchc_desktop.ui.slices import Slices
from cchc_desktop.ui.workbench.columns import PlanColumn
from cchc_desktop.ui.workbench.panes import Mode
from tests.benchmarks.bench_bulk import draft
from tests.benchmarks.bench_workbench import BLOCKED, HEADER, Clock, Waits


class Program:
    """The window over a file, as `app` builds it, and a clock."""

    def __init__(self, path: Path) -> None:
        self.window = MainWindow(Settings(person="Nguyễn Thị Hoa", person_asked=True))
        self.window.resize(1366, 728)
        self._database = DatabaseThread(lambda: wiring.open_workspace(path), parent=self.window)
        self._session = PlanSession(self._database, None, self.window)
        self.contents = WindowContents(self.window, self._session, app.doors(path), Preferences(Settings()))
        self._database.opened.connect(lambda: self.contents.set_writable(True))
        self.view = self.contents.view
        self.window.show()
        self._database.start()
        self._clock = Clock()
        while self._session.tree is None:
            self.settle()
        while not self.view._filter.prepare(500):
            pass

    def settle(self) -> None:
        """Go on until the database has answered and nothing is left to be worked out or painted."""
        answered: list[bool] = []
        self._session.read(lambda workspace: None, lambda _: answered.append(True))
        quiet = 0
        while quiet < 3:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
            self._clock.tick()  # while the other thread sends events, no timer has its turn
            waits = not answered or self._session.is_writing() or self._is_busy()
            quiet = 0 if waits else quiet + 1

    def _is_busy(self) -> bool:
        return any(slices.is_busy() for slices in self.window.findChildren(Slices))

    def timed(self, rounds: int, act: Callable[[], object], before: Callable[[], object]) -> Waits:
        """Measure `act`."""
        return self._clock.timed(rounds, act, before, self.settle)

    def stop(self) -> None:
        """Close the file."""
        self._database.stop()

    # --- what is done

    def trigger(self, name: str) -> None:
        """Do what a menu's entry does."""
        action = self.window.findChild(QAction, name)
        assert action is not None and action.isEnabled(), name
        action.trigger()

    def show_inspector(self, wanted: bool) -> None:
        """Have the inspector open or closed."""
        action = self.window.findChild(QAction, "inspector")
        if action.isChecked() is not wanted:
            action.trigger()

    def choose(self, place: int = 0, count: int = 1) -> None:
        """Select the contents of neighbouring tasks, the first of them current."""
        self.view.clear_search()
        self.view.show_mode(Mode.TREE)
        self.view.select_item(self.ids()[place], PlanColumn.PRODUCT)
        if count > 1:
            self.view.show_mode(Mode.TABLE)
            self.view.table_view.selectAll()

    def ids(self) -> list[int]:
        """Return the ids of the items in the order of the plan."""
        assert self._session.tree is not None
        return list(self._session.tree.items)

    def type_into(self, field: str) -> None:
        """Write other words into a field of the current item."""
        item = self._session.tree.items[self.view.current_item_id()]
        self.view.edit_requested.emit(item.id, {field: f"{getattr(item, field) or ''} a"})

    def edit_all(self) -> None:
        """Write a note into all items."""
        items = list(self._session.tree.items.values())
        note = "sau" if items[0].note == "trước" else "trước"
        self.view.edits_requested.emit({item.id: {"note": note} for item in items})


Row = tuple[str, Callable[[], object], Callable[[], object]]
"""What is measured: its name, what is done, and what is done before."""


def _rows(program: Program) -> list[Row]:
    view, one = program.view, lambda: program.choose(40)
    closed = lambda: (one(), program.show_inspector(False))  # noqa: E731
    opened = lambda: (one(), program.show_inspector(True))  # noqa: E731
    return [
        ("inspector opens", lambda: program.show_inspector(True), closed),
        ("inspector closes", lambda: program.show_inspector(False), opened),
        ("next row, inspector open", lambda: view.step(1), opened),
        ("select all, inspector open", view.tree_view.selectAll, lambda: (opened(), view.expand_all())),
        ("tree to table, all selected", lambda: view.show_mode(Mode.TABLE), lambda: _all_in_tree(program)),
        ("table to tree, all selected", lambda: view.show_mode(Mode.TREE), lambda: program.choose(0, 2)),
        ("a cell is typed", lambda: program.type_into("product"), opened),
        ("words are typed", lambda: program.type_into("content"), opened),
        ("a time is typed", lambda: program.type_into("time_words"), opened),
        ("a task is added", lambda: program.trigger("add_item"), opened),
        ("undo", lambda: program.trigger("undo"), lambda: (opened(), program.type_into("product"))),
        ("a task is moved", lambda: program.trigger("move_down"), opened),
        ("a task is deleted", lambda: program.trigger("delete_items"), opened),
        ("10,000 notes are written", program.edit_all, opened),
        ("10,000 notes are undone", lambda: program.trigger("undo"), lambda: (opened(), program.edit_all())),
    ]


def _all_in_tree(program: Program) -> None:
    program.choose()
    program.view.expand_all()
    program.view.tree_view.selectAll()


def _watch_threads() -> set[str]:
    """Return the names of the threads on which plans are put together, as they come."""
    seen: set[str] = set()
    make = plan_tree.PlanTree.__init__

    def noted(*arguments: object, **named: object) -> None:
        seen.add(threading.current_thread().name)
        make(*arguments, **named)  # type: ignore[arg-type]

    plan_tree.PlanTree.__init__ = noted  # type: ignore[method-assign, assignment]
    return seen


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    application = QApplication.instance() or QApplication([])
    theme.apply(application)  # type: ignore[arg-type]
    MainThreadCollector(application, lambda: 0.0)  # as in the program, while somebody is at work
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CCHC_HOME"] = folder
        path = wiring.data_file(Path(folder) / "cchc.db")
        with wiring.open_workspace(path) as workspace:
            import_plan(workspace, draft(), ImportChoices())
        threads = _watch_threads()
        program = Program(path)
        print(HEADER)
        for name, act, before in _rows(program):
            print(program.timed(rounds, act, before).line(name, BLOCKED), flush=True)
        print(f"snapshots were made on: {', '.join(sorted(threads))}")
        program.stop()


if __name__ == "__main__":
    main()
