"""The words of one report as they are typed: its sections at the left, the chosen one's paragraphs beside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.papers.report import Report
from cchc_desktop.domain.papers.report_text import DraftBlock, LiveFigure, ReportDraft
from cchc_desktop.ui import icons
from cchc_desktop.ui.drafting.head import head_line
from cchc_desktop.ui.drafting.words_document import SectionDocument
from cchc_desktop.ui.drafting.words_editor import WordsEditor
from cchc_desktop.ui.drafting.words_tools import WordsTools, offered_figures
from cchc_desktop.ui.widgets.text_fields import LineField

_LIST_LETTERS = 32
"""Letters that the list of sections is wide at most."""
_SHARES = 2, 5


class WordsPane(QWidget):
    """Knows what is typed and what was stored before; figures are marked by what a report counts now."""

    edited = Signal()
    figure_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._stored = ReportDraft("", "", ())
        self._headings: list[str] = []
        self._documents: dict[int, SectionDocument] = {}
        self._present: Mapping[str, str | None] = {}
        self._is_editable = True
        self._pieces = QTimer(self, singleShot=True, interval=0)
        self._report: Report | None = None
        self._is_filling = True
        self._make_parts()
        self._lay_out()
        self._connect()
        self._is_filling = False

    # --- values

    def stored(self) -> ReportDraft:
        """Return the words that were shown or stored last."""
        return self._stored

    def draft(self) -> ReportDraft:
        """Return the words as they stand."""
        sections = (
            replace(section, heading=heading, blocks=self._blocks(row))
            for row, (section, heading) in enumerate(zip(self._stored.sections, self._headings, strict=True))
        )
        return ReportDraft(self.type_name.words(), self.subject.words(), tuple(sections))

    def is_changed(self) -> bool:
        """Tell whether something is typed that is not stored."""
        stored = self._stored
        typed = (self.type_name.words(), self.subject.words(), *self._headings)
        if typed != (stored.type_name, stored.subject, *(section.heading for section in stored.sections)):
            return True
        return self.editor.is_composing() or any(document.is_changed() for document in self._documents.values())

    def show_draft(self, draft: ReportDraft, *, from_start: bool) -> None:
        """Show other words in the place of whatever is typed."""
        number = 0 if from_start else max(0, self.list.currentRow())
        self._is_filling = True
        self._stored = draft
        self.type_name.show_words(draft.type_name)
        self.subject.show_words(draft.subject)
        gone, self._documents = self._documents, {}
        self._headings = [section.heading for section in draft.sections]
        self.list.clear()
        self.list.addItems([self._listed(row) for row in range(len(self._headings))])
        self._is_filling = False
        self.list.setCurrentRow(min(number, len(self._headings) - 1))
        for document in gone.values():
            document.deleteLater()

    def show_stored(self, draft: ReportDraft) -> None:
        """Take words as stored; what was typed since then is still to be stored."""
        self._stored = draft
        for row, document in self._documents.items():
            document.take_stored(draft.sections[row].blocks)

    def show_report(self, report: Report, source: str) -> int:
        """Mark the figures that are others by now and return how many; `source` names the report."""
        self._report = report
        self.editor.source = source
        offers = offered_figures(report)
        self.tools.offer(offers)
        self.editor.explain({live.name: words for live, words in offers})
        return self.mark_figures()

    def mark_figures(self) -> int:
        """Mark the figures that are others by now, typed ones too; return how many."""
        figures = [self._figures(row) for row in range(len(self._headings))]
        self._present = self._now({live.name for found in figures for live in found})
        count = 0
        for row, found in enumerate(figures):
            changed = sum(self._present[live.name] != live.shown for live in found)
            self.list.item(row).setIcon(icons.icon("refresh-cw" if changed else "file-text", "text2"))
            count += changed
        for document in self._documents.values():
            document.show_present(self._present)
        return count

    def take_present(self) -> None:
        """Let all figures show what is counted now; that is not stored yet."""
        for row in range(len(self._headings)):
            if any(self._present.get(live.name) != live.shown for live in self._figures(row)):
                self._document(row).take_present()

    def set_editable(self, editable: bool) -> None:
        """Let words be changed, or only be read."""
        self._is_editable = editable
        for field in (self.type_name, self.subject, self.heading):
            field.setReadOnly(not editable)
        self._open_editor()

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in reading order."""
        return [self.type_name, self.subject, self.list, self.heading, *self.tools.stops(), self.editor]

    # --- building

    def _make_parts(self) -> None:
        self.type_name = LineField(self.tr("Tên loại văn bản"), self)
        self.subject = LineField(self.tr("Trích yếu"), self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Các phần của báo cáo"))
        self.list.setWordWrap(True)
        self.heading = LineField(self.tr("Đề mục của phần"), self, self.tr("(không có đề mục)"))
        self.editor = WordsEditor(self)
        self.tools = WordsTools(self.editor, self)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(self.heading)
        right.addWidget(self.tools)
        right.addWidget(self.editor, 1)
        columns = QHBoxLayout()
        columns.setSpacing(12)
        columns.addWidget(self.list, _SHARES[0])
        columns.addLayout(right, _SHARES[1])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head_line(((self.tr("Tên loại"), self.type_name), (self.tr("Trích yếu"), self.subject)), self))
        column.addLayout(columns, 1)
        self._fit_list()

    def _connect(self) -> None:
        self._pieces.timeout.connect(self._fill_on)
        self.list.currentRowChanged.connect(self._choose)
        self.heading.textChanged.connect(self._head_typed)
        for field in (self.type_name, self.subject):
            field.textChanged.connect(self._tell)
        self.editor.textChanged.connect(self._tell)
        self.editor.figure_wanted.connect(self.figure_wanted)
        self.tools.figure_wanted.connect(self.figure_wanted)

    # --- showing and typing

    def _document(self, row: int) -> SectionDocument:
        """Return a section as a document, which is made when it is first seen."""
        if row not in self._documents:
            self._documents[row] = SectionDocument(self._stored.sections[row].blocks, self._present, self)
        return self._documents[row]

    def _blocks(self, row: int) -> tuple[DraftBlock, ...]:
        document = self._documents.get(row)
        return document.blocks() if document is not None else self._stored.sections[row].blocks

    def _figures(self, row: int) -> list[LiveFigure]:
        return [part for block in self._blocks(row) for part in block.parts if isinstance(part, LiveFigure)]

    def _listed(self, row: int) -> str:
        return self._headings[row] or self.tr("Lời kết")

    def _now(self, names: Iterable[str]) -> Mapping[str, str | None]:
        """Return what figures are now, by their names."""
        found: dict[str, str | None] = {}
        for name in names:
            figure = self._report.figure(name) if self._report else None
            found[name] = figure.shown if figure else None
        return found

    def _choose(self, row: int) -> None:
        if self._is_filling or not 0 <= row < len(self._headings):
            return
        self._is_filling = True
        self.heading.setText(self._headings[row])
        self.heading.setCursorPosition(0)
        self.editor.show_section(self._document(row), self.tr("Nội dung phần {}").format(self._listed(row)))
        self._is_filling = False
        self._open_editor()

    def _open_editor(self) -> None:
        """Let paragraphs be edited once all of them stand there; a long section is filled while the window lives."""
        section = self.editor.section()
        is_filled = section is None or section.is_filled
        self.editor.setReadOnly(not (self._is_editable and is_filled))
        self.tools.set_editable(self._is_editable and is_filled)
        if not is_filled:
            self._pieces.start()

    def _fill_on(self) -> None:
        section = self.editor.section()
        if section is not None and not section.is_filled:
            self._is_filling = True
            section.fill_on()
            self._is_filling = False
        self._open_editor()

    def _head_typed(self) -> None:
        row = self.list.currentRow()
        if not self._is_filling and row >= 0:
            self._headings[row] = self.heading.words()
            self.list.item(row).setText(self._listed(row))
            self.edited.emit()

    def _tell(self) -> None:
        if not self._is_filling:
            self.edited.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_list()

    def _fit_list(self) -> None:
        self.list.setMaximumWidth(self.fontMetrics().averageCharWidth() * _LIST_LETTERS)
