"""The window with Báo cáo on the screen; its papers are set by the real writers, printers are files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog

from cchc_desktop import wiring
from cchc_desktop.domain.errors import CannotWrite
from cchc_desktop.ui.reports.desk import ReportsDesk
from cchc_desktop.ui.reports.page import ReportsPage
from cchc_desktop.ui.reports.printing import new_printer
from tests.ui.overview.overview_stage import OverviewStage


class ReportsStage(OverviewStage):
    """Short ways to the screen; `refused` are files that another program has open."""

    def __init__(self, qtbot: Any, monkeypatch: Any, folder: Path) -> None:
        self.refused: set[Path] = set()
        self.opened: list[Path] = []
        self.asked: list[str] = []
        self.answers: list[str] = []
        self.printers: list[QPrinter] = []
        self._folder = folder
        self._patch = monkeypatch
        super().__init__(qtbot)
        desks = self.contents._desks
        desks._doors = replace(desks._doors, report_template=wiring.report_template, previewer=wiring.preview_paper)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", self._ask)

    @property
    def desk(self) -> ReportsDesk:
        desk: ReportsDesk = self.contents._desks.reports
        return desk

    @property
    def reports(self) -> ReportsPage:
        return self.desk.page

    def open_reports(self, name: str = "") -> ReportsPage:
        """Show the screen by its key, and on it a paper."""
        self.trigger("show_reports")
        self.desk.export.open_file = self._open
        self.desk._settling.setInterval(0)
        self.wait_preview()
        if name:
            self.choose_paper(name)
        return self.reports

    def wait_preview(self) -> None:
        """Wait until what is chosen is shown, or why not."""
        self.settle()
        self.bot.waitUntil(self._is_made)
        self.settle()

    def _is_made(self) -> bool:
        desk, preview = self.desk, self.reports.preview
        return desk._making is None and not desk._settling.isActive() and bool(preview.pages() or preview.sentence())

    def choose_paper(self, name: str) -> None:
        """Choose a paper by keys."""
        combo = self.reports.form.paper
        combo.setFocus()
        self.bot.keyClick(combo, Qt.Key.Key_Home)
        while (kind := self.reports.form.kind()) is not None and kind.name != name:
            self.bot.keyClick(combo, Qt.Key.Key_Down)
        self.wait_preview()

    def papers(self) -> list[str]:
        return [kind.name for kind in self.reports.form.paper._values]

    def save(self, ending: str, answer: str) -> None:
        """Press a button of the outputs and answer where to."""
        self.answers.append(answer)
        self.bot.mouseClick(self.reports.outputs.files[ending], Qt.MouseButton.LeftButton)
        self.wait_outcome()

    def wait_outcome(self) -> None:
        self.bot.waitUntil(
            lambda: not self.desk.export.is_busy and not self.desk.press.is_busy and bool(self.reports.outcome.words()),
            timeout=20_000,
        )

    def print_to_files(self) -> None:
        """Let every printer be a PDF file, chosen without a question."""
        press = self.desk.press
        press.has_printer = lambda: True
        press.new_printer = self._new_printer
        press.ask_printer = lambda *values: True

    def _new_printer(self, first: Any, name: str = "") -> QPrinter:
        printer = new_printer(first)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setResolution(72)
        printer.setOutputFileName(str(self._folder / f"printed{len(self.printers)}.pdf"))
        self.printers.append(printer)
        return printer

    def _write(self, paper: Any, target: Path, progress: Any, is_cancelled: Any) -> tuple[str, ...]:
        if target in self.refused:
            raise CannotWrite(f"Không ghi được {target.name} vì Word đang mở tệp này.")
        return wiring.write_paper(paper, target, progress, is_cancelled)

    def _ask(self, parent: Any, title: str, start: str, filters: str) -> tuple[str, str]:
        self.asked.append(start)
        return self.answers.pop(0), filters

    def _open(self, path: Path) -> bool:
        self.opened.append(path)
        return path.suffix != ".xlsx"
