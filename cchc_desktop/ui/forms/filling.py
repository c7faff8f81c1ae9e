"""Fills copies of a form that a person names, and says how it ended with ways on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from cchc_desktop.domain.changes import Changes
from cchc_desktop.domain.errors import Cancelled, CannotWrite, CchcError
from cchc_desktop.domain.ports import CancelCheck, ProgressCallback
from cchc_desktop.services import form_filling
from cchc_desktop.services.form_filling import DoubtCode, FormValues
from cchc_desktop.services.workspace import Workspace
from cchc_desktop.ui.forms.files import FormFiles
from cchc_desktop.ui.forms.kept import FormChoices
from cchc_desktop.ui.forms.page import FormsPage
from cchc_desktop.ui.forms.reading import Target
from cchc_desktop.ui.reports.outcome import AGAIN, FOLDER, OPEN, OTHER_NAME
from cchc_desktop.ui.session import PlanSession

_FORBIDDEN = str.maketrans(dict.fromkeys('<>:"/\\|?*', "-"))
_LONGEST = 100
_FILTERS = {"docx": "Word (*.docx)", "xlsx": "Excel (*.xlsx)"}


class FormFilling(QObject):
    """What is written is what is stored then, read anew; the copy is remembered for the next period's comparison."""

    done = Signal(str, object)
    failed = Signal(object)

    def __init__(
        self, session: PlanSession, kept: FormChoices, files: FormFiles, page: FormsPage, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._kept = kept
        self._files = files
        self._page = page
        self._ways: Mapping[str, Callable[[], object]] = {}
        page.pane.outcome.chosen.connect(self._go_on)

    def fill(self, target: Target) -> None:
        """Ask where to, then write; what is being typed is stored first, for the database answers in order."""
        use_case = lambda workspace: form_filling.values(  # noqa: E731
            workspace, target.form_id, target.plan_ids, target.period
        )
        self._session.read(use_case, lambda values: self._ask(target, values), self._refused)

    def _ask(self, target: Target, values: FormValues) -> None:
        if self._files.is_busy:
            return
        ending = values.form.file.extension
        start = self._kept.folder() / f"{copy_words(values)}.{ending}"
        title = self.tr("Lưu bản sao đã điền")
        name, _ = QFileDialog.getSaveFileName(self._page.window(), title, str(start), _FILTERS[ending])
        if name:
            file = Path(name)
            file = file if file.suffix.lower() == f".{ending}" else file.with_name(f"{file.name}.{ending}")
            self._write(target, values, file)

    def _write(self, target: Target, values: FormValues, file: Path) -> None:
        def work(workspace: Workspace, progress: ProgressCallback, is_cancelled: CancelCheck) -> tuple[str, ...]:
            return form_filling.fill(workspace, values, file, progress, is_cancelled)

        self._page.pane.outcome.clear()
        self._ways = {OTHER_NAME: lambda: self.fill(target), AGAIN: lambda: self._write(target, values, file)}
        words = self.tr("Đang ghi tệp {}…").format(file.name)
        self._files.run(
            words, work, lambda notes: self._filled(values, file, notes), self._refused, self._page.pane.work
        )

    # --- how it ended

    def _filled(self, values: FormValues, file: Path, notes: tuple[str, ...]) -> None:
        self._kept.keep_folder(file.parent)
        self._ways = {OPEN: lambda: self._open(file), FOLDER: lambda: self._open(file.parent)}
        is_word = values.form.file.extension == "docx"
        program = self.tr("Mở bằng Word") if is_word else self.tr("Mở bằng Excel")
        self._page.pane.outcome.tell(
            " ".join((self._words(values, file), *notes)), ((OPEN, program), (FOLDER, self.tr("Mở thư mục")))
        )
        line = self.tr("Đã điền biểu mẫu vào tệp {}.").format(file.name)

        def kept(changes: Changes) -> None:
            self.done.emit(line, changes.operation_id)

        self._session.write(
            lambda workspace: form_filling.keep_filled(workspace, values), kept, on_error=self._not_kept
        )

    def _words(self, values: FormValues, file: Path) -> str:
        words = [self.tr("Đã lưu {}: điền {} ô.").format(file.name, len(values.filled))]
        waiting = sum(doubt.code is DoubtCode.UNMAPPED for _, doubt in values.doubts)
        if waiting:
            words.append(self.tr("{} ô chưa gán nguồn để trống.").format(waiting))
        if len(values.doubts) > waiting:
            words.append(self.tr("{} chỗ nên xem lại.").format(len(values.doubts) - waiting))
        return " ".join(words)

    def _not_kept(self, error: Exception) -> None:
        if isinstance(error, CchcError):
            words = self.tr("Bản sao đã được lưu, nhưng chưa ghi nhớ được số liệu để so sánh ở kỳ sau. {}")
            self._page.show_refusal(words.format(error.message))
        else:
            self.failed.emit(error)

    def _refused(self, error: Exception) -> None:
        outcome = self._page.pane.outcome
        if isinstance(error, CannotWrite):
            outcome.refuse(error.message, [(OTHER_NAME, self.tr("Chọn tên khác…")), (AGAIN, self.tr("Thử lại"))])
        elif isinstance(error, Cancelled):
            outcome.refuse(self.tr("Đã dừng, chưa ghi tệp nào."))
        elif isinstance(error, CchcError):
            outcome.refuse(error.message)
        else:
            self.failed.emit(error)

    def _go_on(self, way: str) -> None:
        if way in self._ways:
            self._ways[way]()

    def _open(self, path: Path) -> None:
        if not self._files.open_file(path):
            words = self.tr("Máy này chưa có chương trình mở {}. Tệp nằm trong thư mục {}.")
            self._page.pane.outcome.refuse(words.format(path.name, path.parent))


def copy_words(values: FormValues) -> str:
    """Return the name that a filled copy is offered, without its ending."""
    name = f"{values.form.name} - {values.period.title}"
    return name.translate(_FORBIDDEN)[:_LONGEST].rstrip(". ")
