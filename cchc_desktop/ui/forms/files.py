"""What is done with the files of forms: taken in, looked at, found again; beside the other threads."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from cchc_desktop.domain.errors import Cancelled, CchcError
from cchc_desktop.domain.forms.form import SuperiorForm
from cchc_desktop.domain.ports import CancelCheck, ProgressCallback
from cchc_desktop.services import forms
from cchc_desktop.services.workspace import Workspace
from cchc_desktop.ui.forms.page import FormsPage
from cchc_desktop.ui.jobs import Job, run_job
from cchc_desktop.ui.session import PlanSession
from cchc_desktop.ui.widgets.progress import WorkLine

FileWork = Callable[[Workspace, ProgressCallback, CancelCheck], Any]
"""Touches files alone: of the workspace it uses the store and the readers, never the database."""


def open_elsewhere(path: Path) -> bool:
    """Let the machine's own program show a file or a folder; False where it has none for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class FormFiles(QObject):
    """One deed at a time, with progress and a way to stop it."""

    failed = Signal(object)
    busy_changed = Signal(bool)

    def __init__(self, session: PlanSession, page: FormsPage, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._page = page
        self._line: WorkLine = page.work
        self._job: Job | None = None
        self._is_busy = self._is_cancelled = False
        self.open_file: Callable[[Path], bool] = open_elsewhere
        """Opens a file or a folder; tests put another one in its place."""
        for line in (page.work, page.pane.work):
            line.stop_wanted.connect(self._stop)

    @property
    def is_busy(self) -> bool:
        """Tell whether a deed is under way."""
        return self._is_busy

    def take_in(self, path: Path, then: Callable[[forms.TakenForm], object]) -> None:
        """Read a form's file and copy it into the store; `then` enters it."""

        def work(workspace: Workspace, progress: ProgressCallback, is_cancelled: CancelCheck) -> forms.TakenForm:
            return forms.take_in(workspace, path, progress, is_cancelled)

        self.run(self.tr("Đang đọc biểu mẫu {}…").format(path.name), work, then, self.refuse, self._page.work)

    def open_original(self, form: SuperiorForm) -> None:
        """Show a copy of a form's unchanged file in the program that the machine has for it."""

        def show(copy: Path) -> None:
            if not self.open_file(copy):
                sentence = self.tr("Máy chưa có chương trình để mở tệp .{}. Hãy cài chương trình phù hợp rồi mở lại.")
                self._page.show_refusal(sentence.format(form.file.extension))

        self.run(
            self.tr("Đang mở bản gốc…"),
            lambda workspace, *_: workspace.evidence.copy_to_look_at(form.file, form.name),
            show,
            self.refuse,
            self._page.work,
        )

    def find_again(self, form: SuperiorForm, path: Path, then: Callable[[], object]) -> None:
        """Bring the lost or changed original of a form back."""

        def work(workspace: Workspace, progress: ProgressCallback, is_cancelled: CancelCheck) -> None:
            workspace.evidence.find_again(form.file, path, progress, is_cancelled)

        words = self.tr("Đang đọc tệp {}…").format(path.name)
        self.run(words, work, lambda _: then(), self.refuse, self._page.work)

    def run(
        self,
        words: str,
        work: FileWork,
        then: Callable[[Any], object],
        on_error: Callable[[Exception], object],
        line: WorkLine,
    ) -> None:
        """Do work on files, unless something else is under way."""
        if self._is_busy:
            return
        self._page.show_refusal("")
        self._is_busy, self._is_cancelled, self._line = True, False, line
        self.busy_changed.emit(True)
        line.begin(words)

        def ended(tell: Callable[[Any], object], outcome: Any) -> None:
            self._end()
            tell(outcome)

        def begin(workspace: Workspace) -> None:
            if self._is_cancelled:
                ended(on_error, Cancelled())
                return
            self._job = run_job(
                self,
                lambda progress, is_cancelled: work(workspace, progress, is_cancelled),
                lambda result: ended(then, result),
                lambda error: ended(on_error, error),
                line.advance,
            )

        self._session.read(lambda workspace: workspace, begin, lambda error: ended(on_error, error))

    def refuse(self, error: Exception) -> None:
        """Say on the page why it was not done; what was stopped needs no words."""
        if isinstance(error, Cancelled):
            return
        if isinstance(error, CchcError):
            self._page.show_refusal(error.message)
        else:
            self.failed.emit(error)

    def _end(self) -> None:
        self._is_busy, self._job = False, None
        self._line.say("")
        self.busy_changed.emit(False)

    def _stop(self) -> None:
        self._is_cancelled = True
        if self._job is not None:
            self._job.cancel()
