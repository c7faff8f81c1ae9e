"""What a person waits for in the follow-up of a large plan: `python -m tests.benchmarks.bench_followup [ROUNDS]`.

The file is that of `followup_sample`. Prints medians in milliseconds: the longest step of the main thread and all that
it did (both the thread's own time), and the time on the wall until statuses are those after the deed. A second table
tells what single services cost on the database's thread. `--small` takes a tenth of everything, `--services` the second
table alone.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter, process_time, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from cchc_desktop import wiring
from cchc_desktop.domain.followup.records import Progress
from cchc_desktop.services import evidence, followup, followup_renewal, measuring, overview, recording
from cchc_desktop.services.followup_renewal import Since
from cchc_desktop.services.indicator_sheet import read_sheet
from cchc_desktop.services.recording import RecordValues
from cchc_desktop.services.workspace import Workspace
from cchc_desktop.ui import theme
from cchc_desktop.ui.evidence.lines import LineFilter, searched
from cchc_desktop.ui.following.keeper import FollowKeeper
from cchc_desktop.ui.following.recording import MilestoneRef, RecordingDesk
from cchc_desktop.ui.garbage import MainThreadCollector
from cchc_desktop.ui.workbench.filters import Filters
from cchc_desktop.ui.workbench.panes import Mode
from tests.benchmarks.bench_whole_window import Program
from tests.benchmarks.bench_workbench import BLOCKED
from tests.benchmarks.followup_sample import Size, fill

_LOADED_LAST = "cchc_desktop.ui.evidence.desk"


class FollowProgram(Program):
    """The window with the follow-up begun; it is settled when statuses are current, too."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.keeper.begin()
        self.settle()
        while _LOADED_LAST not in sys.modules:  # a moment after the first rows, before anyone opens a screen
            QApplication.processEvents()

    @property
    def keeper(self) -> FollowKeeper:
        """The keeper of the one picture."""
        return self.contents._desks.following.keeper

    @property
    def recording(self) -> RecordingDesk:
        """The desk of the dialogs."""
        return self.contents._desks.following.recording

    def settle(self) -> None:
        """Go on until the database has answered, and what those answers asked for has come, too."""
        for _ in range(4):  # a write, the picture after it, what a screen reads of that, what reads behind it
            super().settle()

    def _is_busy(self) -> bool:
        begun = self.contents.__dict__.get("_desks") is not None and self.keeper._is_wanted
        return super()._is_busy() or (begun and not self.keeper.is_current())

    def timed_picture(self, act: Callable[[], object]) -> tuple[float, float, float]:
        """Return what the clock measures of a deed, and the milliseconds on the wall until the next picture."""
        ends: list[float] = []
        told = self.keeper.changed.connect(lambda: ends.append(perf_counter()))
        start = perf_counter()
        blocked, whole = self._clock.measured(act, self.settle)
        self.keeper.changed.disconnect(told)
        return blocked, whole, 1000 * (ends[0] - start) if ends else 0.0

    # --- what is done

    def show(self, name: str) -> None:
        """Show a screen."""
        self.contents.show_screen(name)

    def page(self, name: str) -> object:
        """Return a screen of the follow-up that was shown."""
        return getattr(self.contents._desks.following, name).page

    def refs(self, count: int | None = None) -> list[MilestoneRef]:
        """Return what names the first tasks of the plan."""
        assert self._session.tree is not None
        return [MilestoneRef(self._session.tree.plan.id, id_) for id_ in self.ids()[:count]]

    def type_result(self, words: str) -> None:
        """Type a result into the table."""
        item_id = self.ids()[41]
        kept = self.contents.view._results.words(item_id, "result_now")
        self.view.edit_requested.emit(item_id, {"result_now": f"{kept} {words}"})

    def close_dialog(self) -> None:
        """Close the dialog that is open."""
        if self.recording.dialog is not None:
            self.recording.dialog._leave()

    def open_record(self) -> None:
        """Open the dialog of one result."""
        self.recording.record(self.refs()[44:45])

    def confirm_record(self) -> None:
        """Store one result from its dialog."""
        self.recording.dialog.confirmed.emit()

    def fill_record(self) -> None:
        """Open the dialog of one result and type into it."""
        self.close_dialog()
        self.open_record()
        self.settle()
        form = self.recording.dialog.form
        form.result.setPlainText(f"{form.result.toPlainText()} a")

    def open_bulk(self, count: int | None = None) -> None:
        """Open the dialog of many results."""
        self.recording.record(self.refs(count))

    def fill_bulk(self, count: int | None = None) -> None:
        """Open the dialog of many results and type into it."""
        self.close_dialog()
        self.open_bulk(count)
        self.settle()
        dialog = self.recording.dialog
        dialog.progress.show_progress(Progress.IN_PROGRESS)
        dialog._check()
        dialog.told.setPlainText("Đang làm")

    def measure(self, text: str) -> None:
        """Type a value into a cell of the grid."""
        table = self.page("indicators").table
        row = next(number for number in range(5, 50) if table.grid.indicator(number) is not None)
        index = table.grid.index(row, 4 + 8)
        table.grid.setData(index, text if table.grid.typed_text(index) != text else f"{text}1")


@dataclass(frozen=True, slots=True)
class Row:
    """What is measured: its name, what is done, what is done before, and how often (0: as wished)."""

    name: str
    act: Callable[[], object]
    before: Callable[[], object] = lambda: None
    rounds: int = 0


def _plan_rows(one: FollowProgram) -> list[Row]:
    view = one.view

    def plan(mode: Mode) -> Callable[[], object]:
        return lambda: (one.close_dialog(), one.show("plan"), view.clear_search(), view.show_mode(mode))

    def statuses(name: str) -> Callable[[], object]:
        return lambda: view.bar.want("", Filters(statuses=frozenset({name})))

    return [
        Row("the picture, all anew", one.keeper.refresh, plan(Mode.TREE)),
        Row("a result typed, tree", lambda: one.type_result("a"), plan(Mode.TREE)),
        Row("a result typed, table", lambda: one.type_result("a"), plan(Mode.TABLE)),
        Row("undo of a result", lambda: one.trigger("undo"), lambda: (plan(Mode.TREE)(), one.type_result("b"))),
        Row("a cell of the plan typed", lambda: one.type_into("product"), lambda: (plan(Mode.TREE)(), one.choose(40))),
        Row("chip of a status", statuses("overdue"), plan(Mode.TREE)),
        Row("the dialog opens", one.open_record, plan(Mode.TREE)),
        Row("a result from the dialog", one.confirm_record, one.fill_record),
        Row("the plan is opened", lambda: one._session.open_plan(one._session.tree.plan.id), plan(Mode.TREE)),
    ]


def _screen_rows(one: FollowProgram) -> list[Row]:
    def search(name: str, words: str) -> Callable[[], object]:
        return lambda: one.page(name).bar.search.show_words(words)

    def documents(words: str) -> Callable[[], object]:
        return lambda: one.page("evidence").list._search.show_words(words)

    def due(**wishes: object) -> Callable[[], object]:
        return lambda: one.page("deadlines").show_all(all_plans=False, **wishes)

    def at(name: str) -> Callable[[], object]:
        return lambda: one.show(name)

    away = at("plan")
    narrowed = lambda narrow: lambda: one.page("evidence").list.choose_filter(narrow)  # noqa: E731
    return [
        Row("Việc đến hạn, first", at("deadlines"), away, 1),
        Row("Việc đến hạn, again", at("deadlines"), away),
        Row("  a letter", search("deadlines", "v"), lambda: (one.show("deadlines"), search("deadlines", "")())),
        Row("  all letters gone", search("deadlines", ""), search("deadlines", "van ban")),
        Row("  with what is done", due(open_only=False), due()),
        Row("  by agency", lambda: one.page("deadlines").bar.by_agency.click(), due()),
        Row("  all chosen", lambda: one.page("deadlines").table.selectAll(), due()),
        Row("  a result typed", lambda: one.type_result("c"), due()),
        Row("Tổng quan, first", at("overview"), away, 1),
        Row("Tổng quan, again", at("overview"), away),
        Row("  a result typed", lambda: one.type_result("d"), at("overview")),
        Row("Chỉ tiêu, first", at("indicators"), away, 1),
        Row("Chỉ tiêu, again", at("indicators"), away),
        Row("  a cell typed", lambda: one.measure("77"), at("indicators")),
        Row("  a letter", search("indicators", "t"), lambda: search("indicators", "")()),
        Row("  few pass", search("indicators", "nhom 777"), lambda: search("indicators", "")()),
        Row("  by agency", lambda: one.page("indicators").grid.group_by(by_agency=True),
            lambda: one.page("indicators").grid.group_by(by_agency=False)),
        Row("Tài liệu, first", at("evidence"), away, 1),
        Row("Tài liệu, again", at("evidence"), away),
        Row("  a letter", documents("b"), lambda: documents("")()),
        Row("  few pass", documents("777"), lambda: documents("")()),
        Row("  what lacks evidence", narrowed(LineFilter.UNPROVEN), narrowed(LineFilter.ALL)),
        Row("  a letter there", documents("r"), lambda: (narrowed(LineFilter.UNPROVEN)(), documents("")())),
    ]  # fmt: skip


def _bulk_rows(one: FollowProgram) -> list[Row]:
    def opened() -> None:
        one.close_dialog()
        one.show("plan")
        one.open_bulk()

    return [
        Row("bulk dialog, all rows", one.open_bulk, lambda: (one.close_dialog(), one.show("plan"))),
        Row("  another progress", lambda: one.recording.dialog.progress.buttons()[1].click(), opened),
        Row("  a day typed", lambda: one.recording.dialog.day.setText("01/02/2025"), opened),
        Row("  urging, all rows", lambda: one.recording.urge(one.refs()), one.close_dialog, 1),
        Row("1,000 results at once", one.confirm_record, lambda: one.fill_bulk(1_000)),
        Row("all results at once", one.confirm_record, one.fill_bulk, 1),
        Row("undo of all results", lambda: one.trigger("undo"), lambda: None, 1),
    ]


def measure_window(path: Path, rounds: int) -> None:
    """Print the table of the window."""
    one = FollowProgram(path)
    print(f"{'':28}{'longest':>9}{'all':>9}{'picture':>9}{'limit':>7}")
    for row in (*_plan_rows(one), *_screen_rows(one), *_bulk_rows(one)):
        found = []
        for _ in range(row.rounds or rounds):
            row.before()
            one.settle()
            found.append(one.timed_picture(row.act))
        blocked, whole, wall = (median(column) for column in zip(*found, strict=True))
        mark = "ok" if blocked <= BLOCKED else "TOO SLOW"
        print(f"{row.name:28}{blocked:9.1f}{whole:9.1f}{wall:9.0f}{BLOCKED:7}  {mark}", flush=True)
    one.stop()


def measure_services(path: Path, rounds: int) -> None:
    """Print what single services cost."""
    with wiring.open_workspace(path) as workspace:
        for name, work in _services(workspace):
            found = []
            for _ in range(rounds):
                start = thread_time()
                work()
                found.append(1000 * (thread_time() - start))
            print(f"{name:36}{median(found):9.0f}", flush=True)


def _services(workspace: Workspace) -> list[tuple[str, Callable[[], object]]]:
    today = workspace.clock.today()
    plan_id = workspace.queries.plans()[0].id
    picture = followup.picture(workspace, today, plan_id)
    plan = picture.plans[plan_id]
    dated = [(one.item.id, one.milestones[0].occurrence) for one in plan.status.items if one.milestones[0].due]
    indicators = [row.id for row in plan.tree.indicators]

    def record(count: int) -> None:
        words = f"Ghi lúc {process_time()}"
        values: RecordValues = {"result": words, "progress": Progress.IN_PROGRESS}
        recording.record(workspace, [(*one, values) for one in dated[:count]])

    def after_write() -> object:
        changes = recording.record(workspace, [(*dated[0], {"result": f"Ghi lúc {process_time()}"})]).changes
        return followup_renewal.renewed(workspace, picture, Since((changes,)), plan_id)

    def measure(count: int) -> None:
        text = f"{process_time():.2f}".replace(".", ",")
        measuring.measure(workspace, [(id_, f"{today.year}-Q1", text) for id_ in indicators[:count]])

    return [
        ("a plan's tree", lambda: workspace.queries.tree(plan_id)),
        ("a plan's ledger", lambda: workspace.queries.ledger(plan_id)),
        ("the picture, all anew", lambda: followup.picture(workspace, today, plan_id)),
        ("one result, and the picture", after_write),
        ("one result", lambda: record(1)),
        ("1,000 results", lambda: record(1_000)),
        ("due lines", lambda: (followup.due_lines(picture), followup.closed_lines(picture))),
        ("overview", lambda: overview.overview(picture, plan_id)),
        ("the sheet of indicators", lambda: read_sheet(workspace, plan_id, today)),
        ("one value", lambda: measure(1)),
        ("1,000 values", lambda: measure(1_000)),
        ("the register", lambda: searched(evidence.register(workspace))),
        ("what lacks evidence", lambda: evidence.without_evidence(picture, workspace.queries.documents())),
    ]  # fmt: skip


def main() -> None:
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    rounds = int(words[0]) if words else 3
    size = Size(1_000, 2_000, 100, 20, 1_000) if "--small" in sys.argv else Size()
    application = QApplication.instance() or QApplication([])
    theme.apply(application)  # type: ignore[arg-type]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CCHC_HOME"] = folder
        path = wiring.data_file(Path(folder) / "cchc.db")
        with wiring.open_workspace(path) as workspace:
            fill(workspace, size)
        if "--services" not in sys.argv:
            collector = MainThreadCollector(application, lambda: 0.0)  # as in the program, while somebody is at work
            measure_window(path, rounds)
            collector.deleteLater()
        measure_services(path, rounds)


if __name__ == "__main__":
    main()
