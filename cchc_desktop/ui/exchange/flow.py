"""Import and export as the window carries them out: choose a file, long work with progress, then the result."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QFileDialog, QWidget

from cchc_desktop.domain.draft import DraftPlan
from cchc_desktop.domain.ports import CancelCheck, PlanReader, ProgressCallback
from cchc_desktop.services import exchange
from cchc_desktop.services.exchange import ImportChoices, ImportResult
from cchc_desktop.services.workspace import Workspace
from cchc_desktop.ui.jobs import Job, run_job
from cchc_desktop.ui.session import PlanSession

if TYPE_CHECKING:
    from cchc_desktop.domain.papers.followup import Paper
    from cchc_desktop.domain.papers.ports import PaperWriter


class ProgressDisplay(Protocol):
    """Where long work shows itself: the status bar."""

    def begin(self, words: str, job: Job) -> None: ...
    def advance(self, done: int, total: int) -> None: ...
    def end(self) -> None: ...


class ExchangeFlow(QObject):
    """Runs one import or export at a time; a second one waits for the user to finish the first."""

    draft_read = Signal(object, object)
    imported = Signal(object)
    exported = Signal(object, object)
    failed = Signal(object)

    def __init__(
        self,
        session: PlanSession,
        reader: PlanReader,
        display: ProgressDisplay,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._session = session
        self._reader = reader
        self._display = display
        self._busy = False
        self.folder = ""

    def choose_and_read(self) -> None:
        """Ask for a file and read it."""
        words = self.tr("Tệp Word, Excel (*.docx *.xlsx)")
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Chọn tệp phụ lục kế hoạch"), self.folder, words)
        if name:
            self.read(Path(name))

    def read(self, path: Path) -> None:
        """Read a file into a draft; `draft_read` or `failed` follows."""
        self.folder = str(path.parent)

        def work(progress: ProgressCallback, is_cancelled: CancelCheck) -> DraftPlan:
            return self._reader(path, progress, is_cancelled)

        def start() -> Job:
            return run_job(self, work, lambda draft: self._end(self.draft_read, path, draft), self._fail,
                           self._display.advance)  # fmt: skip

        self._start(self.tr("Đang đọc tệp {}…").format(path.name), start)

    def import_draft(self, draft: DraftPlan, choices: ImportChoices) -> None:
        """Store a draft; `imported` with the result or `failed` follows."""

        def work(workspace: Workspace, progress: ProgressCallback, is_cancelled: CancelCheck) -> ImportResult:
            return exchange.import_plan(workspace, draft, choices, progress, is_cancelled)

        def start() -> Job:
            return self._session.run(
                work, lambda result: self._end(self.imported, result), self._fail, self._display.advance
            )

        self._start(self.tr("Đang nhập kế hoạch…"), start)

    def choose_and_export(self, appendix: str) -> None:
        """Ask where to and write an appendix of the open plan."""
        tree = self._session.tree
        if tree is None:
            return
        title = self.tr("Phụ lục chỉ tiêu") if appendix == "indicators" else self.tr("Phụ lục nhiệm vụ")
        start = str(Path(self.folder) / f"{title}.xlsx")
        words = self.tr("Excel (*.xlsx);;Word (*.docx);;PDF (*.pdf)")
        name, chosen = QFileDialog.getSaveFileName(self._window, self.tr("Xuất phụ lục"), start, words)
        if name:
            self.export(appendix, _with_ending(Path(name), chosen))

    def export(self, appendix: str, target: Path) -> None:
        """Write an appendix of the open plan as the office's papers look; `exported` or `failed` follows."""
        tree = self._session.tree
        if tree is None or self._busy:
            return
        self._busy = True
        self.folder = str(target.parent)
        plan_id = tree.plan.id

        def gathered(workspace: Workspace) -> tuple[Paper, PaperWriter]:
            from cchc_desktop.services.papers.writing import gather

            return gather(workspace, plan_id, appendix, workspace.clock.today()), workspace.papers

        self._session.read(gathered, lambda found: self._write(found[0], found[1], target), self._fail)

    def _write(self, paper: Paper, writer: PaperWriter, target: Path) -> None:
        def work(progress: ProgressCallback, is_cancelled: CancelCheck) -> tuple[str, ...]:
            return writer(paper, target, progress, is_cancelled)

        job = run_job(
            self, work, lambda notes: self._end(self.exported, target, notes), self._fail, self._display.advance
        )
        self._display.begin(self.tr("Đang ghi tệp {}…").format(target.name), job)

    def _start(self, words: str, start: Callable[[], Job]) -> None:
        if self._busy:
            return
        self._busy = True
        self._display.begin(words, start())

    def _end(self, signal: SignalInstance, *values: object) -> None:
        self._busy = False
        self._display.end()
        signal.emit(*values)

    def _fail(self, error: Exception) -> None:
        self._end(self.failed, error)


_ENDINGS = (".xlsx", ".docx", ".pdf")


def _with_ending(target: Path, chosen_filter: str) -> Path:
    """Return a typed target with the ending of the chosen kind of file, unless it has one of ours."""
    if target.suffix.lower() in _ENDINGS:
        return target
    return target.with_name(target.name + next(ending for ending in _ENDINGS if ending in chosen_filter))
