"""Printing the history and saving it as PDF: asks where to, draws, and writes the file whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QObject
from PySide6.QtGui import QPdfWriter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from cchc_desktop.domain.errors import CannotWrite
from cchc_desktop.safe_files import write_atomically
from cchc_desktop.ui.history.paper import PrintedOperation, page_layout, print_history

Draw = Callable[[Sequence[PrintedOperation], str, str], None]
"""Draws rows, under the words of their filter and above a note."""
_DPI = 300


class HistoryPrinter(QObject):
    """Asks for a printer or a file, with the system's own dialogs."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._folder = str(Path.home())

    def ask_file(self) -> Path | None:
        """Ask for the file of a PDF; None where the question was left."""
        start = str(Path(self._folder) / self.tr("Nhật ký thao tác.pdf"))
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("Lưu thành PDF"), start, self.tr("PDF (*.pdf)"))
        if not name:
            return None
        file = Path(name)
        self._folder = str(file.parent)
        return file if file.suffix.lower() == ".pdf" else file.with_name(file.name + ".pdf")

    def ask_printer(self) -> Draw | None:
        """Ask for a printer and return what draws on it; None where the question was left."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(page_layout())
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle(self.tr("In nhật ký"))
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return None
        return lambda rows, filter_words, note: print_history(printer, rows, filter_words, _now(), note)


def save_pdf(file: Path, rows: Sequence[PrintedOperation], filter_words: str, note: str = "") -> None:
    """Write the history as a PDF file, on any thread; CannotWrite leaves the old file as it was."""
    content = pdf_bytes(rows, filter_words, note)
    try:
        with write_atomically(file) as stream:
            stream.write(content)
    except OSError as error:
        raise CannotWrite(
            f"Không ghi được tệp {file.name}. Hãy đóng tệp nếu đang mở hoặc chọn tên khác. Dữ liệu không bị ảnh hưởng."
        ) from error


def pdf_bytes(rows: Sequence[PrintedOperation], filter_words: str, note: str = "") -> bytes:
    """Return the history as a PDF file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle("Nhật ký thao tác")
    writer.setResolution(_DPI)
    writer.setPageLayout(page_layout())
    print_history(writer, rows, filter_words, _now(), note)
    return bytes(buffer.data().data())


def _now() -> datetime:
    return datetime.now(UTC)
