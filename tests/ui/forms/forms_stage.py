"""The window with the page of the superior's forms; files are real, their readers and writers are not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from cchc_desktop.domain.forms.cells import FormReading
from cchc_desktop.ui.forms.cells_model import CellColumn
from cchc_desktop.ui.forms.desk import FormsDesk
from cchc_desktop.ui.forms.page import FormsPage
from tests.ui.forms.samples import FIRST
from tests.ui.overview.overview_stage import OverviewStage


class FormsStage(OverviewStage):
    """Short ways to the page; `answers` are what the dialogs of files are answered with."""

    def __init__(self, qtbot: Any, monkeypatch: Any, folder: Path) -> None:
        super().__init__(qtbot)
        self.folder = folder
        self.answers: list[Path] = []
        self.opened: list[Path] = []
        monkeypatch.setattr(QFileDialog, "getOpenFileName", self._answer)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", self._answer)

    @property
    def desk(self) -> FormsDesk:
        desk: FormsDesk = self.contents._desks.papers.forms
        return desk

    @property
    def forms(self) -> FormsPage:
        return self.desk.page

    @property
    def table(self) -> Any:
        return self.forms.pane.cells.table

    def open_forms(self) -> FormsPage:
        """Go to the page as the link of Báo cáo does."""
        self.contents._desks.reports.forms_wanted.emit()
        self.desk.files.open_file = self._open
        self.settle()
        self.settle()
        return self.forms

    def bring(self, name: str = "Biểu 01.xlsx", reading: FormReading = FIRST) -> None:
        """Take a form in by the key of the list."""
        self.file(name, reading)
        self.key(self.forms.list.table, Qt.Key.Key_Insert)
        self.wait_shown_form(name.partition(".")[0])

    def file(self, name: str, reading: FormReading) -> Path:
        """Lay a file ready that the next dialog answers with."""
        path = self.folder / name
        path.write_bytes(b"PK\x03\x04" + str(reading).encode())
        self.store.forms.reading = reading
        self.answers.append(path)
        return path

    def wait_shown_form(self, name: str) -> None:
        """Wait until the cells of a form stand there."""

        def is_shown() -> bool:
            look, chosen = self.forms.pane._look, self.forms.list.chosen()
            return look is not None and chosen is not None and chosen.line.form.name == name

        self.bot.waitUntil(is_shown)
        self.wait_idle()

    def wait_idle(self) -> None:
        """Wait until nothing is under way with files or the database."""
        self.bot.waitUntil(lambda: not self.desk.files.is_busy)
        for _ in range(3):  # a write, what is read after it, the form
            self.settle()

    def key(self, widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.bot.keyClick(widget, key, held)

    def stand(self, address: str, column: CellColumn) -> None:
        """Put the cursor into a cell of the list."""
        row = self.table.cells.row_of(address)
        self.table.setFocus()
        self.table.setCurrentIndex(self.table.cells.index(row, column))

    def text(self, address: str, column: CellColumn) -> str:
        """Return what the list says of a cell."""
        row = self.table.cells.row_of(address)
        return str(self.table.cells.index(row, column).data() or "")

    def type(self, words: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
        """Type into the current cell and leave it."""
        self.bot.keyClicks(self.table, words[:1])
        editor = QApplication.focusWidget()
        self.bot.keyClicks(editor, words[1:])
        self.bot.keyClick(editor, end)
        self.wait_idle()

    def _answer(self, *_: Any) -> tuple[str, str]:
        return str(self.answers.pop(0)), ""

    def _open(self, path: Path) -> bool:
        self.opened.append(path)
        return True
