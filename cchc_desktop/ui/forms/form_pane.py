"""The right of the page: the cells of one form, what is to be told of it, and filling a copy."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.evidence.files import FileState
from cchc_desktop.ui.forms.cells_pane import CellsPane
from cchc_desktop.ui.forms.lines import CellFilter
from cchc_desktop.ui.forms.reading import FormLook, ListedForm
from cchc_desktop.ui.forms.typed import TypedCell
from cchc_desktop.ui.reports.outcome import OutcomeLine
from cchc_desktop.ui.widgets.cards import bar, primary_button
from cchc_desktop.ui.widgets.empty import EmptyState
from cchc_desktop.ui.widgets.progress import WorkLine
from cchc_desktop.ui.widgets.reading import ReadingLine
from cchc_desktop.ui.widgets.strip import Strip

FIND, SEE_LOST, STORE, GIVE_UP, CLOSE = "find_file", "see_lost", "store_typed", "give_typed_up", "close_notice"


class FormPane(QWidget):
    """Puts the parts of one form together; it reads and writes nothing itself."""

    fill_wanted = Signal()
    find_wanted = Signal()
    """The lost or changed original is to be looked for."""
    store_wanted = Signal()
    give_up_wanted = Signal()
    """Typed words that could not be stored are to be stored again, or to go."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_free = True
        self._look: FormLook | None = None
        self.cells = CellsPane(self)
        self.lost_file = Strip("", ((FIND, self.tr("Tìm lại tệp…")),), self)
        self.lost_cells = Strip("", ((SEE_LOST, self.tr("Xem")),), self)
        kept = ((STORE, self.tr("Lưu lại")), (GIVE_UP, self.tr("Bỏ")))
        self.unsaved = Strip("", kept, self)
        self.notice = Strip("", ((CLOSE, self.tr("Đóng")),), self, "info")
        self._strips = (self.notice, self.unsaved, self.lost_file, self.lost_cells)
        self.work = WorkLine(self)
        self.outcome = OutcomeLine(self)
        self.fill_button = primary_button(self.tr("Điền và lưu bản sao…"), self)
        self._refusal = EmptyState("file-warning", "", parent=self)
        self._reading = ReadingLine(self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.cells)
        self._enable()

    # --- what is shown

    def show_form(self, one: ListedForm) -> None:
        """Show how it stands with a form; its cells follow when they have been read."""
        sentences = {
            FileState.MISSING: self.tr("Không còn tệp gốc của biểu mẫu trong kho nên chưa điền được."),
            FileState.CHANGED: self.tr("Tệp gốc của biểu mẫu trong kho đã bị thay đổi nên chưa điền được."),
        }
        sentence = sentences.get(one.line.state, "")
        self._show_strip(self.lost_file, sentence)
        unplaced = len(one.line.form.unplaced)
        words = self.tr("{} nguồn số liệu không còn ô trong bản mới.").format(unplaced)
        self._show_strip(self.lost_cells, words if unplaced else "")

    def show_look(self, look: FormLook, unsaved: Mapping[str, TypedCell]) -> None:
        """Show what the cells get, or why that is not known."""
        self._look = look
        if look.values is None:
            self.show_nothing(look.refusal)
            return
        self.cells.show_look(look, unsaved)
        self._stack.setCurrentWidget(self.cells)
        self._enable()

    def show_reading(self) -> None:
        """Say that another form is being read."""
        self._look = None
        self._stack.setCurrentWidget(self._reading)
        self._enable()

    def show_nothing(self, sentence: str) -> None:
        """Say why there are no values."""
        self._look = None
        self._refusal.set_sentence(sentence)
        self._refusal.setAccessibleName(sentence)
        self._stack.setCurrentWidget(self._refusal)
        self._enable()

    def show_unsaved(self, unsaved: Mapping[str, TypedCell], refused: int, reason: str) -> None:
        """Show typed words that are not stored; `refused` counts those of all forms that could not be."""
        self.cells.show_unsaved(unsaved)
        words = self.tr("{} nội dung vừa nhập chưa lưu được. {}").format(refused, reason)
        self._show_strip(self.unsaved, words if refused else "")

    def show_notice(self, sentence: str) -> None:
        """Say something in place; '' takes it back."""
        self._show_strip(self.notice, sentence)

    def notices(self) -> list[str]:
        """Return what the strips say, from top to bottom."""
        return [strip.sentence() for strip in self._strips if not strip.isHidden()]

    def refusal(self) -> str:
        """Return why there are no values, '' where there are."""
        return self._refusal.accessibleName() if self._stack.currentWidget() is self._refusal else ""

    def set_editable(self, is_editable: bool) -> None:
        """Let the form be changed, or only be filled."""
        self.cells.set_editable(is_editable)
        self._enable()

    def set_free(self, is_free: bool) -> None:
        """Take no second deed while one is under way."""
        self._is_free = is_free
        self._enable()

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in reading order."""
        strips = [button for strip in self._strips for button in strip.buttons()]
        return [*strips, *self.cells.stops(), *self.outcome.stops(), *self.cells.foot(), self.fill_button]

    # --- building

    def _lay_out(self) -> None:
        strips = QVBoxLayout()
        strips.setContentsMargins(12, 8, 12, 0)
        strips.setSpacing(4)
        for strip in self._strips:
            strip.hide()
            strips.addWidget(strip)
        for page in (self._reading, self._refusal, self.cells):
            self._stack.addWidget(page)
        self.work.setContentsMargins(12, 4, 12, 4)
        foot = bar([*self.cells.foot(), None, self.fill_button], self, is_slim=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(strips)
        column.addWidget(self._stack, 1)
        column.addWidget(self.work)
        column.addWidget(self.outcome)
        column.addWidget(foot)

    def _connect(self) -> None:
        self.fill_button.clicked.connect(self.fill_wanted)
        self.lost_file.chosen.connect(lambda _: self.find_wanted.emit())
        self.lost_cells.chosen.connect(lambda _: self._see_lost())
        self.unsaved.chosen.connect(lambda key: (self.store_wanted if key == STORE else self.give_up_wanted).emit())
        self.notice.chosen.connect(lambda _: self.show_notice(""))
        self.cells.told.connect(self.show_notice)

    def _see_lost(self) -> None:
        self.cells.narrow(CellFilter.LOST)
        self.cells.lost.table.setFocus()

    @staticmethod
    def _show_strip(strip: Strip, sentence: str) -> None:
        strip.set_sentence(sentence)
        strip.setVisible(bool(sentence))

    def _enable(self) -> None:
        has_values = self._look is not None and self._look.values is not None
        self.fill_button.setEnabled(has_values and self._is_free and self.lost_file.isHidden())
