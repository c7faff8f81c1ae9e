"""The list of a form's cells with its search field and filter, and the list from which a source is chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.forms.sources import CellSource
from cchc_desktop.ui.evidence.picker import Picker, PickWords
from cchc_desktop.ui.forms.cells_model import CellsModel
from cchc_desktop.ui.forms.cells_table import CellsTable
from cchc_desktop.ui.forms.lines import CellFilter, CellLine, counts, found
from cchc_desktop.ui.forms.lost import LostPane
from cchc_desktop.ui.forms.reading import FormLook
from cchc_desktop.ui.forms.sheet_pane import SheetPane
from cchc_desktop.ui.forms.sources import SourceOption, options_for
from cchc_desktop.ui.forms.typed import TypedCell
from cchc_desktop.ui.widgets import text_menu
from cchc_desktop.ui.widgets.empty import EmptyState
from cchc_desktop.ui.widgets.form_fields import ChoiceCombo
from cchc_desktop.ui.widgets.search_field import SearchField
from cchc_desktop.ui.widgets.small_button import small_button
from cchc_desktop.ui.widgets.strip import Strip
from cchc_desktop.ui.words import Words

_words = Words("FormCellFilters")
_NAMES = _words.table(
    {
        CellFilter.ALL: "Tất cả ô ({})",
        CellFilter.UNMAPPED: "Chưa gán nguồn ({})",
        CellFilter.DOUBTFUL: "Có cảnh báo ({})",
        CellFilter.PROPOSED: "Có đề xuất ({})",
        CellFilter.LOST: "Nguồn không còn ô ({})",
    }
)
_FILTER_LETTERS = 18
_PICKER_LETTERS = 96
_SEE, _TAKE = "see_proposals", "take_proposals"


class CellsPane(QWidget):
    """Shows cells and tells what is wanted of them: sources and typed words by address."""

    mapped = Signal(object)
    """What is to fill cells, by address (`CellSource`), None for nothing any more."""
    typed = Signal(object)
    rows_wanted = Signal(object)
    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: FormLook | None = None
        self._unsaved: Mapping[str, TypedCell] = {}
        self._is_editable = True
        self._other_cell = ""
        """The address of a cell that does not wait and for which a source is being chosen."""
        self.search = SearchField(self.tr("Tìm ô"), self.tr("Tìm ô, nguồn số liệu (Ctrl+F)"), self)
        text_menu.install(self.search)
        self.filter = ChoiceCombo(self.tr("Lọc ô"), self, _FILTER_LETTERS)
        actions = ((_SEE, self.tr("Xem")), (_TAKE, self.tr("Nhận tất cả")))
        self.proposed = Strip("", actions, self, "info")
        self.model = CellsModel(self)
        self.table = CellsTable(self.model, self)
        self.table.setAccessibleName(self.tr("Các ô của biểu mẫu"))
        self.lost = LostPane(self)
        self.sheet = SheetPane(self)
        self.as_sheet = small_button("table", self.tr("Xem theo mẫu"), self)
        self.as_sheet.setCheckable(True)
        self._nothing = EmptyState("search", self.tr("Không có ô nào khớp."), self.tr("Hiện tất cả ô"), self)
        self.picker = self._make_picker()
        self.choose_button = QPushButton(self.tr("Chọn nguồn…"), self)
        self.take_button = QPushButton(self.tr("Nhận đề xuất"), self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)

    # --- what is shown

    def show_look(self, look: FormLook, unsaved: Mapping[str, TypedCell]) -> None:
        """Show a form's cells; the place in the list stays where it can."""
        is_other = self._look is None or self._look.target.form_id != look.target.form_id
        self._look, self._unsaved = look, unsaved
        self._offer_filters(first=is_other)
        if is_other:
            self.search.show_words("")
        self._show_found()
        if is_other and self.model.rowCount():
            self.table.stand(0)

    def show_unsaved(self, unsaved: Mapping[str, TypedCell]) -> None:
        """Show other words that are not stored."""
        self._unsaved = unsaved
        self.model.show_unsaved(unsaved)

    def choose(self, address: str) -> None:
        """Go to a cell; search and filter give way to one that they hide."""
        if self.model.row_of(address) is None:
            self.clear_filter()
        self.table.choose(address)

    def narrow(self, narrowed: CellFilter) -> None:
        """Narrow the list."""
        self.as_sheet.setChecked(False)
        self.filter.choose(narrowed)
        self._show_found()

    def clear_filter(self) -> None:
        """Show all cells."""
        self.search.show_words("")
        self.narrow(CellFilter.ALL)

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.as_sheet.setChecked(False)
        self.search.setFocus()
        self.search.selectAll()

    def set_editable(self, is_editable: bool) -> None:
        """Let sources and words be changed, or only be looked at."""
        self._is_editable = self.model.is_editable = is_editable
        self.lost.set_editable(is_editable)
        self._enable()

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in order."""
        first = [self.search, self.filter, self.as_sheet, *self.proposed.buttons()]
        return [*first, self.table, self.lost.table, *self.sheet.stops()]

    def foot(self) -> list[QPushButton]:
        """Return the buttons about chosen rows, for the foot of the page."""
        return [self.choose_button, self.take_button, self.lost.place, self.lost.drop]

    # --- building

    def _make_picker(self) -> Picker:
        words = PickWords(
            self.tr("Chọn nguồn số liệu"),
            self.tr("Tìm nguồn số liệu"),
            self.tr("Tên số liệu, lĩnh vực, cơ quan, chỉ tiêu…"),
            self.tr("Không có số liệu nào khớp."),
            self.tr("Không có số liệu nào."),
        )
        picker = Picker(words, lambda option: option.label, self)
        picker.letters = _PICKER_LETTERS
        return picker

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self.search, 1)
        row.addWidget(self.filter)
        row.addWidget(self.as_sheet)
        strip = QVBoxLayout()
        strip.setContentsMargins(12, 0, 12, 6)
        strip.addWidget(self.proposed)
        for page in (self.table, self._nothing, self.lost, self.sheet):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addLayout(strip)
        column.addWidget(self._stack, 1)
        self.proposed.hide()

    def _connect(self) -> None:
        self.search.settled.connect(self._show_found)
        self.search.stepped.connect(lambda _: self.table.setFocus())
        self.search.entered.connect(self.table.setFocus)
        self.search.escaped.connect(self._leave_search)
        self.filter.currentIndexChanged.connect(lambda _: self._show_found())
        self.as_sheet.toggled.connect(self._show_as_sheet)
        self.sheet.opened.connect(self._leave_sheet)
        self.sheet.view.source_wanted.connect(self._ask_source_of)
        self.proposed.chosen.connect(self._answer)
        self._nothing.activated.connect(self.clear_filter)
        self.model.typed.connect(self.typed)
        self.table.rows_wanted.connect(self.rows_wanted)
        self.table.told.connect(self.told)
        self.table.source_wanted.connect(self._ask_source)
        self.table.clear_wanted.connect(lambda: self._map(self.table.chosen_lines(), None))
        self.table.take_wanted.connect(self.take_chosen)
        self.table.empty_wanted.connect(self._empty_chosen)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.choose_button.clicked.connect(lambda: self._ask_source(None))
        self.take_button.clicked.connect(self.take_chosen)
        self.picker.taken.connect(self._take)

    # --- narrowing

    def _offer_filters(self, *, first: bool) -> None:
        look, chosen = self._look, self.filter.value()
        if look is None:
            return
        found_by = dict(counts(look.lines))
        unplaced = look.values.form.unplaced if look.values is not None else ()
        found_by[CellFilter.LOST] = len(unplaced)
        offered = [one for one in CellFilter if one is not CellFilter.LOST or unplaced]
        self.filter.offer((one, _NAMES[one].format(found_by[one])) for one in offered)
        self.filter.choose(CellFilter.ALL if first else chosen)
        self.lost.show_lost(unplaced, look.lines, look.sources.choices if look.sources else ())
        count = found_by[CellFilter.PROPOSED]
        words = self.tr("{} ô có nguồn được đề xuất theo tên, chưa nhận.")
        self.proposed.set_sentence(words.format(count))
        self.proposed.setVisible(count > 0)

    def _show_found(self) -> None:
        look = self._look
        if look is None:
            return
        narrowed = self.filter.value() or CellFilter.ALL
        current, row = self.table.current_line(), self.table.currentIndex().row()
        rows = found(look.lines, self.search.words(), narrowed)
        self.model.show_lines(rows, self._unsaved, look.values.before_title if look.values else "")
        is_kept = current is not None and self.model.row_of(current.address) is not None
        if rows and not self.table.chosen_lines() and not (is_kept and current and self.table.choose(current.address)):
            self.table.stand(max(0, row))
        found_page: QWidget = self.lost if narrowed is CellFilter.LOST else self.table if rows else self._nothing
        if self.as_sheet.isChecked() and look.values is not None:
            self.sheet.show_form(look.values.form.cells, look.lines)
            found_page = self.sheet
        self._stack.setCurrentWidget(found_page)
        self._enable()

    def _show_as_sheet(self, is_sheet: bool) -> None:
        """Show the form as it lies, or the list again."""
        line = self.table.current_line()
        for part in (self.search, self.filter):
            part.setEnabled(not is_sheet)
        self._show_found()
        if is_sheet and line is not None:
            self.sheet.choose(line)
        (self.sheet if is_sheet else self.table).setFocus()

    def _leave_sheet(self, line: CellLine) -> None:
        self.as_sheet.setChecked(False)
        self.choose(line.address)
        self.table.setFocus()

    def _leave_search(self) -> None:
        self.search.show_words("")
        self.table.setFocus()

    # --- what fills the chosen cells

    def _ask_source(self, typed: QKeyEvent | None) -> None:
        look, chosen = self._look, self.table.chosen_lines()
        if look is None or look.sources is None or not chosen or not self._is_editable:
            return
        self._other_cell = ""
        self.picker.offer(options_for(chosen, look.lines, look.sources.offered), self.table.anchor())
        if typed is not None:
            QApplication.sendEvent(self.picker.search, typed)

    def _ask_source_of(self, address: str) -> None:
        look = self._look
        if look is not None and look.sources is not None and self._is_editable:
            self._other_cell = address
            self.picker.offer(options_for((), look.lines, look.sources.offered), self.sheet.view.anchor())

    def _take(self, option: SourceOption) -> None:
        if self._other_cell:
            self.mapped.emit({self._other_cell: option.source})
            self.sheet.view.setFocus()
            return
        self._map(self.table.chosen_lines(), option.source)
        self.table.setFocus()

    def take_chosen(self) -> None:
        """Take the proposals of the chosen cells."""
        self._take_proposals(self.table.chosen_lines())

    def _take_proposals(self, lines: Sequence[CellLine]) -> None:
        sources = {line.address: line.proposal.choice.source for line in lines if line.proposal is not None}
        if sources and self._is_editable:
            self.mapped.emit(sources)

    def _map(self, lines: Sequence[CellLine], source: CellSource | None) -> None:
        sources = {line.address: source for line in lines if source is not None or line.is_mapped}
        if sources and self._is_editable:
            self.mapped.emit(sources)

    def _empty_chosen(self) -> None:
        lines = [line for line in self.table.chosen_lines() if line.is_typed and line.is_mapped]
        if lines and self._is_editable:
            self.typed.emit({line.address: "" for line in lines})

    def _answer(self, key: str) -> None:
        if key == _SEE:
            self.narrow(CellFilter.PROPOSED)
        elif self._look is not None:
            self._take_proposals(self._look.lines)
        self.table.setFocus()

    def _enable(self) -> None:
        is_lost = self._stack.currentWidget() is self.lost
        for button in self.foot():
            is_about_lost = button in self.lost.buttons()
            button.setVisible(is_lost is is_about_lost and not self.as_sheet.isChecked())
        chosen = self.table.chosen_lines()
        self.choose_button.setEnabled(self._is_editable and bool(chosen))
        self.take_button.setEnabled(self._is_editable and any(line.proposal for line in chosen))
        self.proposed.buttons()[1].setEnabled(self._is_editable)
