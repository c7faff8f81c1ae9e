"""Writes papers to files that a person chooses, and opens them afterwards with the program that they are for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from cchc_desktop.domain.errors import Cancelled, CannotWrite, CchcError
from cchc_desktop.ui.reports.kept import KeptChoices
from cchc_desktop.ui.reports.letters import FilesThere, Written, writing_into
from cchc_desktop.ui.reports.making import Gathering, Making, Writing, writing_to
from cchc_desktop.ui.reports.outcome import AGAIN, FOLDER, OPEN, OTHER_NAME, REPLACE
from cchc_desktop.ui.reports.outputs import EXCEL, PDF, WORD
from cchc_desktop.ui.reports.page import ReportsPage
from cchc_desktop.ui.reports.papers import Asks, PaperKind, PaperOptions
from cchc_desktop.ui.session import PlanSession

_FILTERS = {WORD: "Word (*.docx)", PDF: "PDF (*.pdf)", EXCEL: "Excel (*.xlsx)"}
_FORBIDDEN = str.maketrans(dict.fromkeys('<>:"/\\|?*', "-"))
_NAMED = 2
"""Files that are named; the others are counted."""
_Ways = Mapping[str, Callable[[], object]]


def open_file(path: Path) -> bool:
    """Open a file or a folder with the program that the system has for it; False where there is none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class PaperExport(QObject):
    """One deed at a time; how it ended stands below the preview, with ways on."""

    done = Signal(str)
    failed = Signal(object)
    busy_changed = Signal()

    def __init__(self, session: PlanSession, kept: KeptChoices, page: ReportsPage, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._kept = kept
        self._page = page
        self._making: Making | None = None
        self._ways: _Ways = {}
        self.open_file = open_file
        """Opens a file or a folder; tests put another one in its place."""
        page.outcome.chosen.connect(self._go_on)
        page.work.stop_wanted.connect(self._stop)

    @property
    def is_busy(self) -> bool:
        """Tell whether files are being written."""
        return self._making is not None

    def ask(self, kind: PaperKind, options: PaperOptions, ending: str, gathering: Gathering) -> None:
        """Ask where to, then write."""
        start = self._kept.folder() / (file_words(kind, options) + ending)
        title = self.tr("Xuất ra tệp {}").format(_program(ending))
        name, _ = QFileDialog.getSaveFileName(self._page.window(), title, str(start), _FILTERS[ending])
        if name:
            target = Path(name)
            target = target if target.suffix.lower() == ending else target.with_name(target.name + ending)
            self.write(gathering, target, lambda: self.ask(kind, options, ending, gathering))

    def ask_folder(self, kind: PaperKind, options: PaperOptions, ending: str, gathering: Gathering) -> None:
        """Ask for a folder, then write a file for each office into it."""
        title = self.tr("Chọn thư mục để ghi các tệp {}").format(_program(ending))
        name = QFileDialog.getExistingDirectory(self._page.window(), title, str(self._kept.folder()))
        if name:
            target = Path(name) / (file_words(kind, options) + ending)
            self.write_all(gathering, target, lambda: self.ask_folder(kind, options, ending, gathering))

    def write(self, gathering: Gathering, target: Path, ask_again: Callable[[], object]) -> None:
        """Write a paper to a file; the old file stays until the new one is whole."""
        refused: _Ways = {OTHER_NAME: ask_again, AGAIN: lambda: self.write(gathering, target, ask_again)}
        words = self.tr("Đang ghi tệp {}…").format(target.name)
        self._begin(gathering, writing_to(target), words, lambda notes: self._tell(target, notes), refused)

    def write_all(
        self, gathering: Gathering, target: Path, ask_again: Callable[[], object], *, replaces: bool = False
    ) -> None:
        """Write several papers beside `target`; files that are there are replaced only where a person said so."""
        refused: _Ways = {
            OTHER_NAME: ask_again,
            AGAIN: lambda: self.write_all(gathering, target, ask_again, replaces=True),
            REPLACE: lambda: self.write_all(gathering, target, ask_again, replaces=True),
        }
        words = self.tr("Đang ghi các tệp vào thư mục {}…").format(target.parent.name)
        work = writing_into(target, replaces=replaces)
        self._begin(gathering, work, words, lambda written: self._tell_all(target.parent, written), refused)

    def _begin(
        self, gathering: Gathering, work: Writing, words: str, tell: Callable[[Any], object], refused: _Ways
    ) -> None:
        if self._making is not None:
            return
        self._page.outcome.clear()
        self._page.work.begin(words)
        self._ways = refused

        def written(result: Any) -> None:
            self._end()
            tell(result)

        self._making = Making(self._session, gathering, work, written, self._refused, self._page.work.advance, self)
        self.busy_changed.emit()

    # --- how it ended

    def _tell(self, target: Path, notes: tuple[str, ...]) -> None:
        program = {WORD: self.tr("Mở bằng Word"), EXCEL: self.tr("Mở bằng Excel"), PDF: self.tr("Mở tệp PDF")}
        ways = ((OPEN, program.get(target.suffix.lower(), self.tr("Mở tệp"))), (FOLDER, self.tr("Mở thư mục")))
        self._kept.keep_folder(target.parent)
        self._ways = {OPEN: lambda: self._open(target), FOLDER: lambda: self._open(target.parent)}
        words = self.tr("Đã xuất ra tệp {}.").format(target.name)
        self._page.outcome.tell(" ".join((words, *notes)), ways)
        self.done.emit(words)

    def _tell_all(self, folder: Path, written: Written) -> None:
        """Say how many files there are now, and why others are not."""
        self._kept.keep_folder(folder)
        again = self._ways[AGAIN]
        self._ways = {FOLDER: lambda: self._open(folder), AGAIN: again}
        ways = [(FOLDER, self.tr("Mở thư mục"))] if written.files else []
        if len(written.files) == written.count:
            words = self.tr("Đã ghi {} tệp vào thư mục {}.").format(written.count, folder)
            self._page.outcome.tell(" ".join((words, *written.notes)), ways)
            self.done.emit(words)
            return
        words = self.tr("Đã ghi {}/{} tệp vào thư mục {}.").format(len(written.files), written.count, folder)
        why = [self.tr("Đã dừng.")] if written.is_stopped else []
        self._page.outcome.refuse(" ".join((*why, words, *written.refusals)), [*ways, (AGAIN, self.tr("Ghi lại"))])

    def _refused(self, error: Exception) -> None:
        self._end()
        if isinstance(error, FilesThere):
            ways = [(REPLACE, self.tr("Ghi đè")), (OTHER_NAME, self.tr("Chọn thư mục khác…"))]
            self._page.outcome.refuse(self._there_words(error.files), ways)
        elif isinstance(error, CannotWrite):
            ways = [(OTHER_NAME, self.tr("Chọn tên khác…")), (AGAIN, self.tr("Thử lại"))]
            self._page.outcome.refuse(error.message, ways)
        elif isinstance(error, Cancelled):
            self._page.outcome.refuse(self.tr("Đã dừng, chưa ghi tệp nào."))
        elif isinstance(error, CchcError):
            self._page.outcome.refuse(error.message)
        else:
            self.failed.emit(error)

    def _there_words(self, files: tuple[Path, ...]) -> str:
        names = ", ".join(file.name for file in files[:_NAMED])
        if len(files) <= _NAMED:
            return self.tr("Trong thư mục đã có {}. Chưa ghi tệp nào.").format(names)
        words = self.tr("Trong thư mục đã có {} và {} tệp khác. Chưa ghi tệp nào.")
        return words.format(names, len(files) - _NAMED)

    def _end(self) -> None:
        self._making = None
        self._page.work.say("")
        self.busy_changed.emit()

    def _stop(self) -> None:
        if self._making is not None:
            self._making.cancel()

    def _go_on(self, way: str) -> None:
        if way in self._ways:
            self._ways[way]()

    def _open(self, path: Path) -> None:
        if not self.open_file(path):
            words = self.tr("Máy này chưa có chương trình mở {}. Tệp nằm trong thư mục {}.")
            self._page.outcome.refuse(words.format(path.name, path.parent))


def _program(ending: str) -> str:
    return _FILTERS[ending].partition(" ")[0]


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
