"""Bringing files in: copied into the store beside the database's thread, then entered in the register at one stroke.

A file is stored when it is chosen, not when the dialog around it is: a scan takes seconds to copy and to read back,
and who records a result should not wait for that at the end. So a full disk is told while the words are still being
typed, and whatever happens to the dialog, the document is in the register, where its one operation can be taken back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from cchc_desktop.domain.changes import Changes
from cchc_desktop.domain.errors import Cancelled, CchcError
from cchc_desktop.domain.evidence.files import document_label
from cchc_desktop.domain.evidence.register import EvidenceDocument, StoredFile
from cchc_desktop.domain.ports import CancelCheck, EvidenceFiles, ProgressCallback
from cchc_desktop.services import evidence
from cchc_desktop.services.evidence import DocumentValues
from cchc_desktop.services.workspace import Workspace
from cchc_desktop.ui.jobs import run_job
from cchc_desktop.ui.session import PlanSession


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of one chosen file: the new document, or why there is none ('' where it was given up)."""

    path: Path
    document: EvidenceDocument | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class _Copied:
    path: Path
    file: StoredFile | None
    reason: str = ""


Told = Callable[[Sequence[Brought]], object]
Entered = tuple[tuple[EvidenceDocument, ...], Changes]


class FileIntake(QObject):
    """`done` brings one line about each deed and its operation's id; errors that nobody expects go to `failed`."""

    done = Signal(str, object)
    failed = Signal(object)

    def __init__(self, session: PlanSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._given_up: set[Path] = set()

    def bring(self, paths: Sequence[Path], then: Told, on_progress: Callable[[int, int], object] | None = None) -> None:
        """Copy files in and enter a document for each; `then` hears what became of every one."""
        self._given_up.difference_update(paths)

        def work(store: EvidenceFiles) -> None:
            run_job(
                self,
                lambda progress, is_cancelled: self._copied(store, paths, progress),
                lambda copied: self._enter(copied, then),
                lambda error: self._refuse(paths, error, then),
                on_progress,
            )

        self._session.read(lambda workspace: workspace.evidence, work, lambda error: self._refuse(paths, error, then))

    def give_up(self, path: Path) -> None:
        """Stop copying a file."""
        self._given_up.add(path)

    def enter(self, drafts: Sequence[DocumentValues], then: Callable[[Sequence[EvidenceDocument]], object],
              on_error: Callable[[Exception], object]) -> None:  # fmt: skip
        """Enter documents in the register; files that they name were copied before."""

        def entered(result: Entered) -> None:
            documents, changes = result
            self.done.emit(self._sentence(documents), changes.operation_id)
            then(documents)

        self._session.write(lambda workspace: _enter(workspace, drafts), entered, on_error=on_error)

    def _copied(self, store: EvidenceFiles, paths: Sequence[Path], progress: ProgressCallback) -> list[_Copied]:
        """Copy one file after the other, off the main thread; what is refused does not stop the rest."""
        whole = len(paths) * 1000

        def copied(place: int, path: Path) -> _Copied:
            def report(done: int, total: int) -> None:
                progress(place * 1000 + done * 1000 // max(1, total), whole)

            is_given_up: CancelCheck = lambda: path in self._given_up  # noqa: E731
            try:
                return _Copied(path, store.put(path, report, is_given_up))
            except Cancelled:
                return _Copied(path, None)
            except CchcError as error:
                return _Copied(path, None, error.message)

        return [copied(place, path) for place, path in enumerate(paths)]

    def _enter(self, copied: Sequence[_Copied], then: Told) -> None:
        good = [(one.path, one.file) for one in copied if one.file and one.path not in self._given_up]
        refused = [Brought(one.path, None, one.reason) for one in copied if (one.path, one.file) not in good]
        if not good:
            then(refused)
            return
        paths = [path for path, _ in good]

        def entered(documents: Sequence[EvidenceDocument]) -> None:
            then([*map(Brought, paths, documents), *refused])

        drafts = [evidence.draft_of_file(path.name, file) for path, file in good]
        self.enter(drafts, entered, lambda error: self._refuse([one.path for one in copied], error, then))

    def _refuse(self, paths: Sequence[Path], error: Exception, then: Told) -> None:
        if not isinstance(error, CchcError):
            self.failed.emit(error)
        reason = error.message if isinstance(error, CchcError) else self.tr("Chưa lưu được. Hãy thử lại.")
        then([Brought(path, None, reason) for path in paths])

    def _sentence(self, documents: Sequence[EvidenceDocument]) -> str:
        if len(documents) == 1:
            return self.tr("Đã thêm tài liệu “{}” vào kho.").format(document_label(documents[0]))
        return self.tr("Đã thêm {} tài liệu vào kho.").format(len(documents))


def _enter(workspace: Workspace, drafts: Sequence[DocumentValues]) -> Entered:
    ids, changes = evidence.add_documents(workspace, drafts)
    return evidence.documents_by_id(workspace, ids), changes
