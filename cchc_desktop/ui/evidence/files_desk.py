"""What is done with the files of the screen: opened as a copy, read from end to end, changed, found again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from cchc_desktop.domain.entities import UNSAVED
from cchc_desktop.domain.errors import Cancelled, CchcError
from cchc_desktop.domain.evidence.files import FileState, document_label
from cchc_desktop.domain.evidence.register import EvidenceDocument, StoredFile
from cchc_desktop.domain.ports import CancelCheck, EvidenceFiles, ProgressCallback
from cchc_desktop.ui.evidence import words
from cchc_desktop.ui.evidence.page import EvidencePage
from cchc_desktop.ui.jobs import Job, run_job
from cchc_desktop.ui.session import PlanSession

_LOOK_MS = 300
"""A document that is only passed by with the arrow keys is not read from end to end."""

Work = Callable[[EvidenceFiles, ProgressCallback, CancelCheck], Any]


def open_elsewhere(copy: Path) -> bool:
    """Let the machine's own program show a file; False where it has none for this kind."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))


class FilesDesk(QObject):
    """Files only: nothing here touches the database's thread but to ask for the store."""

    failed = Signal(object)
    replaced = Signal(int, object)
    """A document's id and its new file, as the form would tell it."""

    def __init__(self, session: PlanSession, page: EvidencePage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._page = page
        self._states: dict[str, FileState] = {}
        self._looked_at: EvidenceDocument | None = None
        self._checking: Job | None = None
        self.show_elsewhere: Callable[[Path], bool] = open_elsewhere
        self._pause = QTimer(self, singleShot=True, interval=_LOOK_MS)
        self._pause.timeout.connect(self._look)

    # --- opening

    def open(self, document: EvidenceDocument) -> None:
        """Show a copy of a document's file in the program that the machine has for it."""
        if document.file is None:
            return
        file, label = document.file, document_label(document)
        self._page.show_refusal("")

        def show(copy: Path) -> None:
            self._note({file.sha256: FileState.PRESENT})
            if not self.show_elsewhere(copy):
                sentence = self.tr("Máy chưa có chương trình để mở tệp .{}. Hãy cài chương trình phù hợp rồi mở lại.")
                self._page.show_refusal(sentence.format(file.extension))

        def refused(error: Exception) -> None:
            self._refuse(error)
            self.look_at(document)

        self._run(lambda store, *_: store.copy_to_look_at(file, label), show, refused)

    # --- checking

    def look_at(self, document: EvidenceDocument | None) -> None:
        """Read the file of the document in the form from end to end, after a moment."""
        self._looked_at = document
        self._pause.start()

    def check_all(self) -> None:
        """Read all files from end to end; what is found is shown, and can be stopped."""

        def listed(files: Sequence[StoredFile]) -> None:
            self._page.list.show_checking(self.tr("Đang kiểm tra tệp…"))
            work: Work = lambda store, progress, is_cancelled: _states(store, files, progress, is_cancelled)  # noqa: E731
            self._run(work, self._checked, self._not_checked, self._report, is_check=True)

        self._session.read(lambda workspace: _files(workspace.queries.documents()), listed, self.failed.emit)

    def stop(self) -> None:
        """Stop reading all files."""
        if self._checking is not None:
            self._checking.cancel()

    def _look(self) -> None:
        document = self._looked_at
        if document is None or document.file is None:
            return
        file = document.file
        self._run(lambda store, *_: store.state(file), lambda state: self._note({file.sha256: state}), self._refuse)

    def _report(self, done: int, total: int) -> None:
        if self._checking is not None:
            self._page.list.show_checking(self.tr("Đang kiểm tra tệp… {}/{}").format(done, total))

    def _checked(self, states: dict[str, FileState]) -> None:
        self._checking = None
        self._note(states)
        self._page.list.show_checking("")

    def _not_checked(self, error: Exception) -> None:
        self._checking = None
        self._page.list.show_checking("")
        self._refuse(error)

    def _note(self, states: dict[str, FileState]) -> None:
        if any(self._states.get(sha256) is not state for sha256, state in states.items()):
            self._states.update(states)
            self._page.show_states(dict(self._states))

    # --- changing

    def choose(self) -> None:
        """Ask for a file and put it in the place of the shown document's."""
        path = words.choose_file(self._page)
        if path is not None:
            self.replace_shown(path)

    def replace_shown(self, path: Path) -> None:
        """Put a file in the place of the shown document's."""
        shown = self._page.pane.shown()
        if shown is not None:
            self.replace(shown, path)

    def replace(self, document: EvidenceDocument, path: Path) -> None:
        """Copy a file in and let the register name it."""
        self._page.pane.file.show_busy(self.tr("Đang chép tệp vào kho tài liệu…"))

        def copied(file: StoredFile) -> None:
            self._page.pane.file.show_busy("")
            self._note({file.sha256: FileState.PRESENT})
            self.replaced.emit(document.id, _with_name(document, path, file))

        self._run(lambda store, progress, is_cancelled: store.put(path, progress, is_cancelled), copied, self._refuse)

    def find(self) -> None:
        """Ask where the lost or changed file of the shown document is, and bring it back."""
        shown = self._page.pane.shown()
        path = words.choose_file(self._page) if shown is not None else None
        if shown is not None and path is not None:
            self.find_at(shown, path)

    def find_at(self, document: EvidenceDocument, path: Path) -> None:
        """Bring a lost or changed file back."""
        file = document.file
        if file is None:
            return
        self._page.pane.file.show_busy(self.tr("Đang chép tệp vào kho tài liệu…"))

        def found(_: object) -> None:
            self._page.pane.file.show_busy("")
            self._page.show_refusal("")
            self._note({file.sha256: FileState.PRESENT})

        self._run(
            lambda store, progress, cancelled: store.find_again(file, path, progress, cancelled), found, self._refuse
        )

    def _refuse(self, error: Exception) -> None:
        self._page.pane.file.show_busy("")
        if isinstance(error, Cancelled):
            return
        if isinstance(error, CchcError):
            self._page.show_refusal(error.message)
        else:
            self.failed.emit(error)

    def _run(
        self,
        work: Work,
        then: Callable[[Any], object],
        on_error: Callable[[Exception], object],
        on_progress: Callable[[int, int], object] | None = None,
        *,
        is_check: bool = False,
    ) -> None:
        """Do work on the store off the main thread and off the database's."""

        def begin(store: EvidenceFiles) -> None:
            job = run_job(
                self, lambda progress, is_cancelled: work(store, progress, is_cancelled), then, on_error, on_progress
            )
            if is_check:
                self._checking = job

        self._session.read(lambda workspace: workspace.evidence, begin, on_error)


def _files(documents: Sequence[EvidenceDocument]) -> tuple[StoredFile, ...]:
    return tuple({row.file.sha256: row.file for row in documents if row.file}.values())


def _states(
    store: EvidenceFiles, files: Sequence[StoredFile], progress: ProgressCallback, is_cancelled: CancelCheck
) -> dict[str, FileState]:
    found: dict[str, FileState] = {}
    for number, file in enumerate(files, start=1):
        if is_cancelled():
            return found
        found[file.sha256] = store.state(file)
        progress(number, len(files))
    return found


def _with_name(document: EvidenceDocument, path: Path, file: StoredFile) -> dict[str, Any]:
    """Return what the register is told: a document that is called nothing yet is called as its file."""
    from cchc_desktop.services.evidence import draft_of_file

    is_new = document.id == UNSAVED and not document.abstract
    return {**draft_of_file(path.name, file)} if is_new else {"file": file}
