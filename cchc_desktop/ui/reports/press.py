"""Brings a preview to a printer: asks which, then prints in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from cchc_desktop.domain.errors import Cancelled, CchcError
from cchc_desktop.domain.ports import CancelCheck, ProgressCallback
from cchc_desktop.ui.jobs import Job, run_job
from cchc_desktop.ui.reports.kept import KeptChoices
from cchc_desktop.ui.reports.page import ReportsPage
from cchc_desktop.ui.reports.papers import PaperKind, paper_words
from cchc_desktop.ui.reports.pdf_pages import PdfPages

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class PaperPress(QObject):
    """One print at a time, of the very PDF that is looked at."""

    done = Signal(str)
    failed = Signal(object)
    busy_changed = Signal()

    def __init__(self, kept: KeptChoices, page: ReportsPage, parent: QObject) -> None:
        super().__init__(parent)
        self._kept = kept
        self._page = page
        self._job: Job | None = None
        page.work.stop_wanted.connect(self._stop)
        page.outputs.show_printer(kept.printer())

    @property
    def is_busy(self) -> bool:
        """Tell whether something is being printed."""
        return self._job is not None

    # What prints comes with the first print; tests put other methods in the place of the next three.

    @staticmethod
    def has_printer() -> bool:
        """See `printing.has_printer`."""
        from cchc_desktop.ui.reports import printing

        return printing.has_printer()

    @staticmethod
    def new_printer(*values: Any) -> QPrinter:
        """See `printing.new_printer`."""
        from cchc_desktop.ui.reports import printing

        return printing.new_printer(*values)

    @staticmethod
    def ask_printer(*values: Any) -> bool:
        """See `printing.ask_printer`."""
        from cchc_desktop.ui.reports import printing

        return printing.ask_printer(*values)

    def print(self, content: bytes, kind: PaperKind, *, asks: bool) -> None:
        """Print a PDF; `asks` lets printer and pages be chosen, else the printer of the last time prints."""
        if not self.has_printer():
            self._page.outcome.refuse(self.tr("Máy tính này chưa cài máy in. Có thể xuất ra tệp PDF để in ở máy khác."))
            return
        from cchc_desktop.ui.reports.printing import chosen_pages

        pages, preview = PdfPages(content), self._page.preview
        printer = self.new_printer(pages.sizes[0], self._kept.printer())
        title = paper_words(kind.words)
        printer.setDocName(kind.words)
        current = preview.view.page()
        if asks and not self.ask_printer(printer, len(pages.sizes), current, title, self._page.window()):
            pages.close()
            return
        numbers = chosen_pages(printer, len(pages.sizes), self._page.outputs.sides)
        if not numbers:
            pages.close()
            self._page.outcome.refuse(self.tr("Không có trang nào thuộc phần đã chọn để in."))
            return
        self._start(pages, printer, numbers)

    def _start(self, pages: PdfPages, printer: QPrinter, numbers: tuple[int, ...]) -> None:
        from cchc_desktop.ui.reports.printing import print_pages

        self._page.outcome.clear()
        self._page.work.begin(self.tr("Đang in…"))
        name = printer.printerName()

        def work(progress: ProgressCallback, is_cancelled: CancelCheck) -> int:
            try:
                return print_pages(pages, printer, numbers, progress, is_cancelled)
            finally:
                pages.close()

        self._job = run_job(
            self, work, lambda count: self._printed(count, name), self._refused, self._page.work.advance
        )
        self.busy_changed.emit()

    def _printed(self, count: int, name: str) -> None:
        self._end()
        if name:
            self._kept.keep_printer(name)
            self._page.outputs.show_printer(name)
        words = self.tr("Đã gửi {} trang đến máy in {}.").format(count, name).replace("  ", " ")
        self._page.outcome.tell(words)
        self.done.emit(words)

    def _refused(self, error: Exception) -> None:
        self._end()
        if isinstance(error, Cancelled):
            self._page.outcome.refuse(self.tr("Đã dừng in."))
        elif isinstance(error, CchcError):
            self._page.outcome.refuse(error.message)
        else:
            self.failed.emit(error)

    def _end(self) -> None:
        self._job = None
        self._page.work.say("")
        self.busy_changed.emit()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
