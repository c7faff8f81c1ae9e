"""The tools above the editor of a report's words: kind and place of a paragraph, figures to insert, their rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from cchc_desktop.domain.papers.report import SHARES, Report
from cchc_desktop.domain.papers.report_figures import COUNTED_NAMES, Counted
from cchc_desktop.domain.papers.report_text import LiveFigure
from cchc_desktop.ui import icons
from cchc_desktop.ui.drafting.words_document import HEADING, PARAGRAPH, SUBHEADING
from cchc_desktop.ui.drafting.words_editor import WordsEditor
from cchc_desktop.ui.widgets.flow import FlowLayout
from cchc_desktop.ui.widgets.form_fields import ChoiceCombo
from cchc_desktop.ui.widgets.small_button import small_button


class WordsTools(QWidget):
    """Acts on one editor and follows its cursor."""

    figure_wanted = Signal(str)

    def __init__(self, editor: WordsEditor, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor = editor
        self._is_editable = True
        self.level = ChoiceCombo(self.tr("Kiểu đoạn"), self, 14)
        self.level.offer(
            ((PARAGRAPH, self.tr("Đoạn văn")), (HEADING, self.tr("Đề mục")), (SUBHEADING, self.tr("Đề mục nhỏ")))
        )
        self.up = small_button("arrow-up", self.tr("Chuyển đoạn lên (Alt+↑)"), self)
        self.down = small_button("arrow-down", self.tr("Chuyển đoạn xuống (Alt+↓)"), self)
        self.remove = small_button("trash-2", self.tr("Bỏ đoạn"), self)
        self.insert = QPushButton(icons.icon("plus"), self.tr("Chèn số liệu"), self)
        self._menu = QMenu(self.insert)
        self.insert.setMenu(self._menu)
        self.rows = QPushButton(icons.icon("list-checks"), self.tr("Mở danh sách"), self)
        self._lay_out()
        self._connect()
        self._follow()

    def offer(self, figures: Sequence[tuple[LiveFigure, str]]) -> None:
        """Offer figures of the whole report, each with what it counts."""
        self._menu.clear()
        for live, words in figures:
            action = self._menu.addAction(f"{words}: {live.shown}".replace("&", "&&"))
            action.triggered.connect(lambda _=False, live=live: self._insert(live))

    def set_editable(self, editable: bool) -> None:
        """Let words be changed, or only be read."""
        self._is_editable = editable
        self._follow()

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in reading order."""
        return [self.level, self.up, self.down, self.remove, self.insert, self.rows]

    def _lay_out(self) -> None:
        flow = FlowLayout(self)
        flow.setContentsMargins(0, 0, 0, 0)
        for tool in self.stops():
            flow.addWidget(tool)

    def _connect(self) -> None:
        editor = self._editor
        editor.place_changed.connect(self._follow)
        self.level.currentIndexChanged.connect(lambda _: editor.choose_level(self.level.value()))
        self.up.clicked.connect(lambda: editor.move_paragraphs(-1))
        self.down.clicked.connect(lambda: editor.move_paragraphs(1))
        self.remove.clicked.connect(editor.remove)
        self.rows.clicked.connect(self._open_rows)

    def _follow(self) -> None:
        self.level.choose(self._editor.level())
        self.rows.setEnabled(self._editor.figure() is not None)
        for tool in (self.level, self.up, self.down, self.remove, self.insert):
            tool.setEnabled(self._is_editable)

    def _insert(self, live: LiveFigure) -> None:
        self._editor.insert_figure(live)
        self._editor.setFocus()

    def _open_rows(self) -> None:
        live = self._editor.figure()
        if live is not None:
            self.figure_wanted.emit(live.name)


def offered_figures(report: Report) -> list[tuple[LiveFigure, str]]:
    """Return the figures of a whole report with what each counts; those of indicators where it has any."""
    names = {counted.value: COUNTED_NAMES[counted] for counted in Counted} | SHARE_NAMES
    found = []
    for name, words in names.items():
        figure = report.figure(name)
        if figure is not None and (report.indicators or not figure.key.counts_indicators):
            found.append((LiveFigure(name, figure.shown), words))
    return found


SHARE_NAMES = {name: f"{COUNTED_NAMES[counted]} (%)" for name, counted in SHARES.items()}
"""What the percentages are called: of what can be completed."""
