"""The desk of the history: asks the services for what the screen shows and carries out what it wants."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.bin import BinEntry
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.history import HistoryFilter, LogSize
from cchc_desktop.services import bin as bin_service
from cchc_desktop.services import history
from cchc_desktop.services.workspace import Workspace
from cchc_desktop.ui.history import words
from cchc_desktop.ui.history.cut_dialog import CutChoice, CutDialog
from cchc_desktop.ui.history.page import HistoryPage
from cchc_desktop.ui.history.paper import PrintedOperation
from cchc_desktop.ui.history.printing import Draw, HistoryPrinter, save_pdf
from cchc_desktop.ui.history.purge_dialog import PurgeDialog
from cchc_desktop.ui.history.reads import PAGE, Part, Seen, read_part, read_printed, read_seen
from cchc_desktop.ui.jobs import run_job
from cchc_desktop.ui.session import PlanSession
from cchc_desktop.ui.steps import Steps


class HistoryDesk(QObject):
    """Keeps the screen in step with the database; `done` carries one line about a deed and its operation's id."""

    done = Signal(str, object)

    def __init__(self, session: PlanSession, steps: Steps, today: Callable[[], date], window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._steps = steps
        self._today = today
        self._window = window
        self._size = LogSize(0, 0, None)
        self._asked = 0
        self.page = HistoryPage(today, window)
        self.page.set_editable(steps.is_writable)
        self.printer = HistoryPrinter(window)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Read everything that the screen shows; as many operations as are shown now."""
        self._asked += 1
        limit = max(PAGE, self.page.changes.model.rowCount())
        was_away = not self.page.isVisible()
        self._session.read(
            partial(read_seen, wanted=self._wanted(), limit=limit), partial(self._show, self._asked, was_away)
        )

    # --- reading

    def _connect(self) -> None:
        page, session = self.page, self._session
        page.refresh_wanted.connect(self.refresh)
        page.changes.filter_changed.connect(self._read_first)
        page.changes.more_wanted.connect(self._read_more)
        page.changes.operation_chosen.connect(self._read_details)
        page.changes.details.undo_wanted.connect(self._take_back)
        page.bin.restore_wanted.connect(self._restore)
        page.bin.purge_wanted.connect(self._ask_purge)
        page.cut_wanted.connect(self._ask_cut)
        page.print_wanted.connect(self._print)
        page.pdf_wanted.connect(self._save_pdf)
        session.saved.connect(self._refresh_if_seen)
        session.plan_opened.connect(lambda _: self._refresh_if_seen())
        self._steps.writable_changed.connect(page.set_editable)

    def _refresh_if_seen(self) -> None:
        if self.page.isVisible():  # when it is shown again it reads anyway
            self.refresh()

    def _wanted(self) -> HistoryFilter:
        tree = self._session.tree
        return self.page.changes.bar.wanted(tree.plan.id if tree else None)

    def _read_first(self) -> None:
        self._asked += 1
        self.page.changes.show_reading()
        self._session.read(
            partial(read_part, wanted=self._wanted(), limit=PAGE), partial(self._show_first, self._asked, False)
        )

    def _read_more(self, before_id: int) -> None:
        self._session.read(
            partial(read_part, wanted=self._wanted(), limit=PAGE, before_id=before_id),
            partial(self._show_more, self._asked),
        )

    def _read_details(self, operation_id: int) -> None:
        self._session.read(
            lambda workspace: history.details(workspace, operation_id),
            lambda lines: self.page.changes.details.show_lines(operation_id, lines),
        )

    def _show(self, asked: int, was_away: bool, seen: Seen) -> None:
        self._size = seen.size
        self.page.show_size(seen.size)
        self.page.changes.bar.show_people(seen.people)
        self.page.changes.bar.show_plans(seen.plans)
        self.page.show_bin_count(len(seen.bin))
        self.page.bin.show_entries(seen.bin)
        self._show_first(asked, was_away, seen.part)

    def _show_first(self, asked: int, was_away: bool, part: Part) -> None:
        if asked == self._asked:  # else another filter has been asked for since
            self.page.changes.show_first(part.operations, part.plans, complete=part.is_last, was_away=was_away)

    def _show_more(self, asked: int, part: Part) -> None:
        if asked == self._asked:
            self.page.changes.model.add_more(part.operations, part.plans, complete=part.is_last)

    # --- taking back, bin, cutting

    def _take_back(self, operation_id: int) -> None:
        details = self.page.changes.details
        self._steps.take_back(operation_id, self._known(lambda sentence: details.show_refusal(operation_id, sentence)))

    def _restore(self, entry: BinEntry) -> None:
        self._session.write(
            lambda workspace: bin_service.restore(workspace, entry.kind, entry.id),
            lambda changes: self.done.emit(
                self.tr("Đã khôi phục {}.").format(words.entry_words(entry)), changes.operation_id
            ),
            on_error=self._known(self.page.bin.show_refusal),
            follow=True,
        )

    def _ask_purge(self, entry: BinEntry) -> None:
        dialog = PurgeDialog(entry, self._window)
        dialog.accepted.connect(lambda: self._purge(entry))
        dialog.open()

    def _purge(self, entry: BinEntry) -> None:
        def purged(result: bin_service.Purged) -> None:
            self.page.bin.show_purged(entry, result.backups)
            self.done.emit(self.tr("Đã xóa hẳn {}.").format(words.entry_words(entry)), None)

        self._session.write(
            lambda workspace: bin_service.purge(workspace, entry.kind, entry.id),
            purged,
            on_error=self._known(self.page.bin.show_refusal),
        )

    def _ask_cut(self) -> None:
        dialog = CutDialog(self._size, self._today(), self._window)
        dialog.chosen.connect(self._cut)
        dialog.open()

    def _cut(self, choice: CutChoice) -> None:
        def work(workspace: Workspace) -> int:
            if choice.months is not None:
                history.keep_months(workspace, choice.months)
            return history.cut(workspace, choice.before)

        self._session.write(
            work,
            lambda count: self.done.emit(
                self.tr("Đã dọn {} thao tác khỏi nhật ký.").format(words.count_words(count)), None
            ),
        )

    def _known(self, tell: Callable[[str], object]) -> Callable[[Exception], None]:
        """Return a door that tells a known error in place and hands any other to the window."""

        def told(error: Exception) -> None:
            if isinstance(error, CchcError):
                tell(error.message)
            else:
                self._session.failed.emit(error)

        return told

    # --- paper

    def _print(self) -> None:
        draw = self.printer.ask_printer()
        if draw is not None:
            self._read_printed(draw)

    def _save_pdf(self) -> None:
        file = self.printer.ask_file()
        if file is not None:
            self._read_printed(partial(self._save_rows, file))

    def _save_rows(self, file: Path, rows: Sequence[PrintedOperation], filter_words: str, note: str) -> None:
        run_job(
            self,
            lambda progress, is_cancelled: save_pdf(file, rows, filter_words, note),
            lambda _: self.done.emit(self.tr("Đã lưu nhật ký ra tệp {}.").format(file.name), None),
            self._session.failed.emit,
        )

    def _read_printed(self, draw: Draw) -> None:
        tree = self._session.tree
        filter_words = self.page.changes.bar.words(tree.plan.title if tree else "")
        self._session.read(
            partial(read_printed, wanted=self._wanted()), lambda answer: draw(answer[0], filter_words, answer[1])
        )
