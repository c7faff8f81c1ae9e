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
    QTableView,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.items import WorkItem
from cchc_desktop.ui.slices import Slices, Steps
from cchc_desktop.ui.workbench.bulk_edit import (
    BULK_FIELDS,
    BulkChange,
    BulkLine,
    BulkWay,
    bulk_words,
    edits_of,
    preview_lines,
)
from cchc_desktop.ui.workbench.bulk_edit_model import BulkEditModel

_WIDTH = 600
_MOST_WIDTH = 640
_NUMBER_LETTERS = 9
_STEP = 200
"""Items looked at at a time."""


class BulkEditDialog(QDialog):
    """Asks for one change and shows it item by item; `wanted` carries {item id: {field: words}}. It never saves."""

    wanted = Signal(object)

    def __init__(self, items: Sequence[WorkItem], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items = items
        self._lines: list[BulkLine] = []
        self._counting = Slices(self)
        self._model = BulkEditModel(self)
        self.setWindowTitle(self.tr("Sửa hàng loạt"))
        self.setMaximumWidth(_MOST_WIDTH)
        self.resize(_WIDTH, 460)
        self._verdict = QLabel(self)
        self._verdict.setObjectName("cardTitle")
        self._field = _combo([bulk_words(field.words) for field in BULK_FIELDS], self)
        self._way = _combo([self.tr("Thay bằng"), self.tr("Thêm vào cuối"), self.tr("Tìm và thay")], self)
        self._sought = QLineEdit(self)
        self._words = QLineEdit(self)
        self._clears = QCheckBox(self.tr("Xóa nội dung"), self)
        self._any_marks = QCheckBox(self.tr("Không phân biệt dấu và chữ hoa"), self)
        self._list = self._make_list()
        self._save = QPushButton(self.tr("Áp dụng"), self)
        self._save.setObjectName("primary")
        self._save.setDefault(True)
        self._save.clicked.connect(self._apply)
        self._lay_out()
        self._field.currentIndexChanged.connect(lambda: self._clears.setChecked(False))  # asked for each field anew
        for changed in (
            self._field.currentIndexChanged, self._way.currentIndexChanged, self._sought.textChanged,
            self._words.textChanged, self._any_marks.toggled, self._clears.toggled,
        ):  # fmt: skip
            changed.connect(self._refresh)
        self._refresh()
        self._field.setFocus()

    def change(self) -> BulkChange:
        """Return what is asked for at present."""
        way = tuple(BulkWay)[self._way.currentIndex()]
        field = BULK_FIELDS[self._field.currentIndex()]
        return BulkChange(
            field,
            way,
            self._words.text(),
            self._sought.text(),
            self._any_marks.isChecked(),
            clears=way is BulkWay.REPLACE and self._clears.isChecked(),
        )

    def verdict(self) -> str:
        """Return the sentence about how many items really change."""
        return self._verdict.text()

    # --- layout

    def _make_list(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self._model)
        table.verticalHeader().hide()
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.setAccessibleName(self.tr("Nội dung trước và sau khi sửa"))
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(0, _NUMBER_LETTERS * table.fontMetrics().averageCharWidth())
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return table

    def _lay_out(self) -> None:
        self._form = QFormLayout()
        self._form.addRow(self.tr("Nội dung cần sửa"), self._field)
        self._form.addRow(self.tr("Cách sửa"), self._way)
        self._form.addRow(self.tr("Tìm"), self._sought)
        self._form.addRow(self.tr("Nội dung mới"), self._words)
        self._form.addRow("", self._clears)
        self._form.addRow("", self._any_marks)
        layout = QVBoxLayout(self)
        layout.addWidget(self._verdict)
        layout.addLayout(self._form)
        layout.addWidget(self._list, 1)
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
        self._form.setRowVisible(self._clears, change.way is BulkWay.REPLACE)
        self._words.setEnabled(not change.clears)
        self._counting.start(self._counted(change))

    def _counted(self, change: BulkChange) -> Steps:
        """Work out what the change does, then show it; until then the dialog stays as it is."""
        changing: list[BulkLine] = []
        staying: list[BulkLine] = []
        for number, line in enumerate(preview_lines(self._items, change), start=1):
            (changing if line.changes else staying).append(line)
            if number % _STEP == 0:
                yield
        self._lines = changing + staying
        self._model.show_lines(self._lines)
        self._verdict.setText(self._told(len(changing)))
        self._save.setEnabled(bool(changing))

    def _told(self, changing: int) -> str:
        staying = len(self._lines) - changing
        if not changing:
            return self.tr("Đang chọn {} nhiệm vụ. Chưa có thay đổi nào.").format(staying)
        if not staying:
            return self.tr("{} nhiệm vụ sẽ thay đổi.").format(changing)
        return self.tr("{} nhiệm vụ sẽ thay đổi, {} giữ nguyên.").format(changing, staying)

    def _apply(self) -> None:
        self._counting.finish()
        edits = edits_of(self._lines, self.change().field)
        self.accept()
        self.wanted.emit(edits)


def _combo(words: Sequence[str], parent: QWidget) -> QComboBox:
    combo = QComboBox(parent)
    combo.addItems(list(words))
    return combo
