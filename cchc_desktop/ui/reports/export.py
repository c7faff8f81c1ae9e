"""Writes a paper to a file that a person chooses, and opens it afterwards with the program that it is for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from cchc_desktop.domain.errors import Cancelled, CannotWrite, CchcError
from cchc_desktop.ui.reports.kept import KeptChoices
from cchc_desktop.ui.reports.making import Gathering, Making, writing_to
from cchc_desktop.ui.reports.outcome import AGAIN, FOLDER, OPEN, OTHER_NAME
from cchc_desktop.ui.reports.outputs import EXCEL, PDF, WORD
from cchc_desktop.ui.reports.page import ReportsPage
from cchc_desktop.ui.reports.papers import Asks, PaperKind, PaperOptions
from cchc_desktop.ui.session import PlanSession

_FILTERS = {WORD: "Word (*.docx)", PDF: "PDF (*.pdf)", EXCEL: "Excel (*.xlsx)"}
_FORBIDDEN = str.maketrans(dict.fromkeys('<>:"/\\|?*', "-"))


def open_file(path: Path) -> bool:
    """Open a file or a folder with the program that the system has for it; False where there is none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class PaperExport(QObject):
    """One file at a time; how it ended stands below the preview, with ways on."""

    done = Signal(str)
    failed = Signal(object)
    busy_changed = Signal()

    def __init__(self, session: PlanSession, kept: KeptChoices, page: ReportsPage, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._kept = kept
        self._page = page
        self._making: Making | None = None
        self._again: Callable[[], object] = lambda: None
        self._other: Callable[[], object] = lambda: None
        self._written = Path()
        self.open_file = open_file
        """Opens a file or a folder; tests put another one in its place."""
        page.outcome.chosen.connect(self._go_on)
        page.work.stop_wanted.connect(self._stop)

    @property
    def is_busy(self) -> bool:
        """Tell whether a file is being written."""
        return self._making is not None

    def ask(self, kind: PaperKind, options: PaperOptions, ending: str, gathering: Gathering) -> None:
        """Ask where to, then write."""
        start = self._kept.folder() / (file_words(kind, options) + ending)
        title = self.tr("Xuất ra tệp {}").format(_FILTERS[ending].partition(" ")[0])
        name, _ = QFileDialog.getSaveFileName(self._page.window(), title, str(start), _FILTERS[ending])
        if name:
            target = Path(name)
            target = target if target.suffix.lower() == ending else target.with_name(target.name + ending)
            self._other = lambda: self.ask(kind, options, ending, gathering)
            self.write(gathering, target)

    def write(self, gathering: Gathering, target: Path) -> None:
        """Write a paper to a file; the old file stays until the new one is whole."""
        if self._making is not None:
            return
        self._page.outcome.clear()
        self._page.work.begin(self.tr("Đang ghi tệp {}…").format(target.name))
        self._again = lambda: self.write(gathering, target)

        def written(notes: tuple[str, ...]) -> None:
            self._end()
            self._kept.keep_folder(target.parent)
            self._tell(target, notes)

        self._making = Making(
            self._session, gathering, writing_to(target), written, self._refused, self._page.work.advance, self
        )
        self.busy_changed.emit()

    def _tell(self, target: Path, notes: tuple[str, ...]) -> None:
        self._written = target
        program = {WORD: self.tr("Mở bằng Word"), EXCEL: self.tr("Mở bằng Excel"), PDF: self.tr("Mở tệp PDF")}
        ways = ((OPEN, program.get(target.suffix.lower(), self.tr("Mở tệp"))), (FOLDER, self.tr("Mở thư mục")))
        words = self.tr("Đã xuất ra tệp {}.").format(target.name)
        self._page.outcome.tell(" ".join((words, *notes)), ways)
        self.done.emit(words)

    def _refused(self, error: Exception) -> None:
        self._end()
        if isinstance(error, CannotWrite):
            ways = ((OTHER_NAME, self.tr("Chọn tên khác…")), (AGAIN, self.tr("Thử lại")))
            self._page.outcome.refuse(error.message, ways)
        elif isinstance(error, Cancelled):
            self._page.outcome.refuse(self.tr("Đã dừng, chưa ghi tệp nào."))
        elif isinstance(error, CchcError):
            self._page.outcome.refuse(error.message)
        else:
            self.failed.emit(error)

    def _end(self) -> None:
        self._making = None
        self._page.work.say("")
        self.busy_changed.emit()

    def _stop(self) -> None:
        if self._making is not None:
            self._making.cancel()

    def _go_on(self, way: str) -> None:
        if way == OTHER_NAME:
            self._other()
        elif way == AGAIN:
            self._again()
        elif not self.open_file(self._written if way == OPEN else self._written.parent):
            words = self.tr("Máy này chưa có chương trình mở {}. Tệp nằm trong thư mục {}.")
            self._page.outcome.refuse(words.format(self._written.name, self._written.parent))


def file_words(kind: PaperKind, options: PaperOptions) -> str:
    """Return the name that a paper's file is offered, without its ending; Vietnamese as the paper is."""
    parts = [kind.words]
    if Asks.PERIOD in kind.asks and options.period:
        parts.append(options.period)
    if Asks.AGENCY in kind.asks and options.agency:
        parts.append(options.agency)
    if Asks.DAY in kind.asks:
        parts.append(f"{options.as_of:%d-%m-%Y}")
    return " - ".join(parts).translate(_FORBIDDEN)[:_LONGEST].rstrip(". ")


_LONGEST = 100
