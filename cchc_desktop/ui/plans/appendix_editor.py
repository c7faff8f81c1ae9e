"""The form of one printed appendix: its heading lines, its columns, the shape of its section rows."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableView,
    QWidget,
)

from cchc_desktop.domain.plan import AppendixForm, Column
from cchc_desktop.ui.plans import words
from cchc_desktop.ui.plans.columns_model import HEADER, ColumnsModel
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.enter_key import ENTER
from cchc_desktop.ui.widgets.form_fields import ChoiceCombo
from cchc_desktop.ui.widgets.small_button import small_button
from cchc_desktop.ui.widgets.text_fields import LinesField

_KIND_LETTERS, _HEADER_LETTERS = 24, 24
_ROWS_SEEN = 6


class AppendixEditor(QWidget):
    """Takes and returns an `AppendixForm`; without columns of its own it is printed with the usual ones."""

    edited = Signal()

    def __init__(self, headers: Mapping[Column, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = AppendixForm()
        self.heading = LinesField(self.tr("Các dòng đầu phụ lục"), self, self.tr("PHỤ LỤC\nDANH MỤC NHIỆM VỤ…"))
        self.heading.setLineWrapMode(LinesField.LineWrapMode.WidgetWidth)
        self.section_rows = ChoiceCombo(self.tr("Dòng lĩnh vực"), self)
        self.section_rows.offer((shape, words.translated(text)) for shape, text in words.SECTION_ROWS.items())
        self.usual = QCheckBox(self.tr("Dùng các cột thông thường"), self)
        self.model = ColumnsModel(headers, self)
        self.table = ColumnsTable(self.model, self)
        self.up = small_button("arrow-up", self.tr("Đưa cột lên trước (Alt+↑)"), self)
        self.down = small_button("arrow-down", self.tr("Đưa cột ra sau (Alt+↓)"), self)
        self._lay_out()
        self._connect()

    def show_form(self, form: AppendixForm) -> None:
        """Show an appendix's form."""
        self._shown = form
        self.heading.show_lines(form.title_block)
        self.section_rows.choose(form.section_rows)
        self.usual.setChecked(not form.columns)
        self.model.show_columns(form.columns)
        self._follow_usual()

    def form(self) -> AppendixForm:
        """Return what is set; heading lines that were not touched are just as they came."""
        lines, before = self.heading.lines(), self._shown.title_block
        is_untouched = lines == tuple(line.strip() for line in before if line.strip())
        return AppendixForm(
            before if is_untouched else lines,
            () if self.usual.isChecked() else self.model.columns(),
            self.section_rows.value(),
        )

    def problem(self) -> str:
        """Return why the form cannot be stored, '' where it can."""
        if not self.usual.isChecked() and not self.model.columns():
            return self.tr("Cần chọn ít nhất một cột của phụ lục.")
        return ""

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in reading order."""
        return [self.heading, self.section_rows, self.usual, self.up, self.down, self.table]

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        hint = self.tr("Để trống: chương trình ghi theo thông tin kế hoạch.")
        grid.addWidget(_label(self.tr("Các dòng đầu"), self.heading), 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.heading, 0, 1)
        grid.addWidget(plain_label(hint, self, "secondary"), 1, 1)
        grid.addWidget(_label(self.tr("Dòng lĩnh vực"), self.section_rows), 2, 0)
        grid.addWidget(self.section_rows, 2, 1)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.usual)
        row.addStretch(1)
        row.addWidget(self.up)
        row.addWidget(self.down)
        grid.addLayout(row, 3, 0, 1, 2)
        grid.addWidget(self.table, 4, 0, 1, 2)
        grid.setRowStretch(4, 1)

    def _connect(self) -> None:
        self.heading.textChanged.connect(self.edited)
        self.section_rows.currentIndexChanged.connect(self.edited)
        self.usual.toggled.connect(self._follow_usual)
        self.model.edited.connect(self.edited)
        self.up.clicked.connect(lambda: self.table.move_column(-1))
        self.down.clicked.connect(lambda: self.table.move_column(1))

    def _follow_usual(self) -> None:
        for part in (self.table, self.up, self.down):
            part.setDisabled(self.usual.isChecked())
        self.edited.emit()


class ColumnsTable(QTableView):
    """The columns of an appendix; Alt+↑ and Alt+↓ move one, Space ticks it, F2 or typing changes its words."""

    def __init__(self, model: ColumnsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._columns = model
        self.setModel(model)
        self.setAccessibleName(self.tr("Các cột của phụ lục"))
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        height = self.fontMetrics().lineSpacing() + 10
        self.verticalHeader().setDefaultSectionSize(height)
        self.setMinimumHeight(height * _ROWS_SEEN)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        for column, letters in enumerate((_KIND_LETTERS, _HEADER_LETTERS)):
            self.setColumnWidth(column, self.fontMetrics().averageCharWidth() * letters)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def move_column(self, step: int) -> None:
        """Move the current column one place."""
        index = self.currentIndex()
        if index.isValid():
            row = self._columns.move(index.row(), step)
            self.setCurrentIndex(self._columns.index(row, index.column()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        index = self.currentIndex()
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.move_column(steps[Qt.Key(event.key())])
        elif event.key() in ENTER and index.isValid():
            # The key belongs to the table, never to the dialog's button.
            self.edit(index.siblingAtColumn(max(index.column(), HEADER)))
        else:
            super().keyPressEvent(event)


def _label(text: str, field: QWidget) -> QLabel:
    label = QLabel(text)
    label.setBuddy(field)
    return label
