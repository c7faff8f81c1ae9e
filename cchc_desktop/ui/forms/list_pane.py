"""The left of the page: the forms that there are, and for what the chosen one is filled."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.ui import icons
from cchc_desktop.ui.forms import words
from cchc_desktop.ui.forms.form_head import FormOptions, FormWays
from cchc_desktop.ui.forms.forms_model import FormsModel, FormsTable
from cchc_desktop.ui.forms.reading import ListedForm
from cchc_desktop.ui.widgets.cards import bar
from cchc_desktop.ui.widgets.choosing import choose_rows
from cchc_desktop.ui.widgets.empty import EmptyState
from cchc_desktop.ui.widgets.reading import ReadingLine


class FormListPane(QWidget):
    """Shows forms and tells what is wanted; it changes none."""

    chosen_changed = Signal()
    take_wanted = Signal()
    edit_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_editable = self._is_free = True
        self.model = FormsModel(self)
        self.table = FormsTable(self.model, self)
        self.table.setAccessibleName(self.tr("Danh sách biểu mẫu"))
        self._reading = ReadingLine(self)
        self.bare = EmptyState("file-spreadsheet", self.tr("Chưa có biểu mẫu nào."), self.tr("Nhận biểu mẫu…"), self)
        self._stack = QStackedWidget(self)
        for page in (self._reading, self.bare, self.table):
            self._stack.addWidget(page)
        self.options = FormOptions(self)
        self.ways = FormWays(self)
        self.delete = QPushButton(icons.icon("trash-2"), self.tr("Xóa"), self)
        self.take = QPushButton(icons.icon("plus"), self.tr("Nhận biểu mẫu…"), self)
        self._lay_out()
        self._connect()
        self.bare.setFocusProxy(self.bare.findChildren(QPushButton)[0])
        self.setFocusProxy(self.table)
        self._enable()

    def show_forms(self, forms: Sequence[ListedForm]) -> None:
        """Show other forms; the chosen one stays chosen, where it is gone the first one is."""
        chosen = self.chosen()
        self.table.selectionModel().blockSignals(True)
        self.model.show_forms(forms)
        row = self.model.row_of(chosen.id) if chosen is not None else None
        choose_rows(self.table, [row if row is not None else 0] if forms else [])
        self.table.selectionModel().blockSignals(False)
        self.table.viewport().update()
        self._stack.setCurrentWidget(self.table if forms else self.bare)
        self.setFocusProxy(self.table if forms else self.bare)
        for part in (self.options, self.ways, self._foot):
            part.setVisible(bool(forms))
        self._enable()
        self.chosen_changed.emit()

    def choose(self, form_id: int) -> bool:
        """Choose a form; tell whether it is there."""
        row = self.model.row_of(form_id)
        if row is not None:
            choose_rows(self.table, [row])
            self.table.scrollTo(self.model.index(row, 0))
        return row is not None

    def chosen(self) -> ListedForm | None:
        """Return the chosen form."""
        return self.model.form(self.table.chosen_row())

    def set_editable(self, is_editable: bool) -> None:
        """Let forms be taken in and deleted, or only be looked at."""
        self._is_editable = is_editable
        self._enable()

    def set_free(self, is_free: bool) -> None:
        """Take no second file in while one is being read."""
        self._is_free = is_free
        self._enable()

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in order."""
        return [self.table, *self.options.stops(), *self.ways.stops(), self.delete, self.take]

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)
        self._foot = bar([self.delete, None, self.take], self, is_slim=True)
        for part in (self.options, self.ways, self._foot):
            layout.addWidget(part)
            part.hide()

    def _connect(self) -> None:
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._selection_changed())
        self.table.add_wanted.connect(self.take.click)
        self.table.delete_wanted.connect(self.delete.click)
        self.table.edit_wanted.connect(self.edit_wanted)
        self.take.clicked.connect(self.take_wanted)
        self.bare.activated.connect(self.take.click)
        self.delete.clicked.connect(self.delete_wanted)

    def _selection_changed(self) -> None:
        self._enable()
        self.chosen_changed.emit()

    def _enable(self) -> None:
        self.ways.set_enabled(is_editable=self._is_editable, is_free=self._is_free)
        self.take.setEnabled(self._is_editable and self._is_free)
        self.delete.setEnabled(self._is_editable and self.chosen() is not None)
        read_only = "" if self._is_editable else words.translated(words.READ_ONLY)
        self.take.setToolTip(read_only)
        self.delete.setToolTip(read_only)
