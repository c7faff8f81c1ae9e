"""The dialog for one change in many items: the count first, what to do, and what each item's words become."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.items import WorkItem
from cchc_desktop.ui.workbench.bulk_edit import BULK_FIELDS, BulkChange, BulkLine, BulkWay, edits_of, preview
from cchc_desktop.ui.workbench.columns import display_number

_WIDTH = 600
_MOST_WIDTH = 640
_MOST_LINES = 200
"""Lines of the preview: nobody reads more, and each one is a row of widgets' data."""


class BulkEditDialog(QDialog):
    """Asks for one change and shows it item by item; `wanted` carries {item id: {field: words}}. It never saves."""

    wanted = Signal(object)

    def __init__(self, items: Sequence[WorkItem], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items = items
        self._lines: list[BulkLine] = []
        self.setWindowTitle(self.tr("Sửa hàng loạt"))
        self.setMaximumWidth(_MOST_WIDTH)
        self.resize(_WIDTH, 460)
        self._count = QLabel(self.tr("Sửa {} nhiệm vụ").format(len(items)), self)
        self._count.setObjectName("cardTitle")
        self._field = _combo([self.tr(field.words) for field in BULK_FIELDS], self)
        self._way = _combo([self.tr("Thay bằng"), self.tr("Thêm vào cuối"), self.tr("Tìm và thay")], self)
        self._sought = QLineEdit(self)
        self._words = QLineEdit(self)
        self._any_marks = QCheckBox(self.tr("Không phân biệt dấu và chữ hoa"), self)
        self._list = self._make_list()
        self._verdict = QLabel(self)
        self._save = QPushButton(self.tr("Áp dụng"), self)
        self._save.setObjectName("primary")
        self._save.setDefault(True)
        self._save.clicked.connect(self._apply)
        self._lay_out()
        for changed in (
            self._field.currentIndexChanged, self._way.currentIndexChanged, self._sought.textChanged,
            self._words.textChanged, self._any_marks.toggled,
        ):  # fmt: skip
            changed.connect(self._refresh)
        self._refresh()
        self._field.setFocus()

    def change(self) -> BulkChange:
        """Return what is asked for at present."""
        way = tuple(BulkWay)[self._way.currentIndex()]
        field = BULK_FIELDS[self._field.currentIndex()]
        return BulkChange(field, way, self._words.text(), self._sought.text(), self._any_marks.isChecked())

    def verdict(self) -> str:
        """Return the sentence about how many items really change."""
        return self._verdict.text()

    # --- layout

    def _make_list(self) -> QTableWidget:
        table = QTableWidget(0, 3, self)
        table.setHorizontalHeaderLabels([self.tr("TT"), self.tr("Đang ghi"), self.tr("Sẽ ghi")])
        table.verticalHeader().hide()
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.setAccessibleName(self.tr("Nội dung trước và sau khi sửa"))
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return table

    def _lay_out(self) -> None:
        self._form = QFormLayout()
        self._form.addRow(self.tr("Nội dung cần sửa"), self._field)
        self._form.addRow(self.tr("Cách sửa"), self._way)
        self._form.addRow(self.tr("Tìm"), self._sought)
        self._form.addRow(self.tr("Nội dung mới"), self._words)
        self._form.addRow("", self._any_marks)
        layout = QVBoxLayout(self)
        layout.addWidget(self._count)
        layout.addLayout(self._form)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._verdict)
        layout.addLayout(self._button_row())

    def _button_row(self) -> QHBoxLayout:
        cancel = QPushButton(self.tr("Hủy"), self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._save)
        return row

    # --- live preview

    def _refresh(self) -> None:
        change = self.change()
        is_search = change.way is BulkWay.FIND
        self._form.setRowVisible(self._sought, is_search)
        self._form.setRowVisible(self._any_marks, is_search)
        self._lines = preview(self._items, change)
        changing = sum(line.changes for line in self._lines)
        self._show(sorted(self._lines, key=lambda line: not line.changes)[:_MOST_LINES])
        self._verdict.setText(
            self.tr("{} nhiệm vụ thay đổi, {} giữ nguyên.").format(changing, len(self._lines) - changing)
        )
        self._save.setEnabled(changing > 0)

    def _show(self, lines: Sequence[BulkLine]) -> None:
        self._list.setRowCount(len(lines))
        empty = self.tr("(để trống)")
        for row, line in enumerate(lines):
            after = (line.after or empty) if line.changes else self.tr("giữ nguyên")
            for column, words in enumerate((display_number(line.item), line.before or empty, after)):
                cell = QTableWidgetItem(words)
                cell.setToolTip(line.item.content if column == 0 else words)
                self._list.setItem(row, column, cell)

    def _apply(self) -> None:
        edits = edits_of(self._lines, self.change().field)
        self.accept()
        self.wanted.emit(edits)


def _combo(words: Sequence[str], parent: QWidget) -> QComboBox:
    combo = QComboBox(parent)
    combo.addItems(list(words))
    return combo
