"""The import page: a draft looked at, its plan named and dated, its doubts listed; nothing stored before 'Nhập'."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.draft import DraftPlan
from cchc_desktop.domain.plan import PlanSummary
from cchc_desktop.domain.problems import Problem
from cchc_desktop.ui.exchange.draft_model import DraftRowsModel, indicators_model, items_model
from cchc_desktop.ui.exchange.target_form import ImportTargetForm

_ITEM_WIDTHS = (52, 84, 40, 320, 136, 136, 120, 136)
_WORDS_COLUMN = 3
_INDICATOR_WIDTHS = (48, 150, 44, 360, 90, 120, 220)


class ImportPage(QWidget):
    """Shows what a file holds; emits `accepted(choices)` or `rejected`. It stores nothing itself."""

    accepted = Signal(object)
    rejected = Signal()
    other_file_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = ImportTargetForm(self)
        self._file = QLabel()
        self._file.setObjectName("secondary")
        self._tabs = QTabWidget(self)
        self._tabs.setDocumentMode(True)
        self._tables: list[DraftTable] = []
        self._problems_title = QLabel()
        self._problems_title.setObjectName("paneTitle")
        self._problems = QListWidget(self)
        self._problems.setWordWrap(True)
        self._problems.setSpacing(4)
        self._problems.currentRowChanged.connect(self._go_to_problem)
        self._listed: Sequence[Problem] = ()
        self._problems.setAccessibleName(self.tr("Chỗ cần xem lại"))
        self._summary = QLabel()
        self._accept = QPushButton(self.tr("Nhập kế hoạch"))
        self._accept.setObjectName("primary")
        self._accept.clicked.connect(lambda: self.accepted.emit(self._form.choices()))
        self._form.validity_changed.connect(self._accept.setEnabled)
        self._lay_out()

    def show_draft(self, path: Path, draft: DraftPlan, plans: Sequence[PlanSummary]) -> None:
        """Fill the page with a freshly read draft; `plans` are those it could be added to."""
        self._file.setText(path.name)
        self._form.show_draft(draft, plans)
        self._show_tables(draft)
        self._show_problems(draft.problems)
        self._summary.setText(_summary(draft))
        self._form.setFocus()

    def set_busy(self, busy: bool) -> None:
        """Lock the page while the import is being stored."""
        self._form.setDisabled(busy)
        self._accept.setDisabled(busy or not self._form.is_valid())

    def _lay_out(self) -> None:
        right = QWidget()
        right_layout = QVBoxLayout(right)
        right_layout.setContentsMargins(0, 0, 0, 0)
        right_layout.setSpacing(0)
        right_layout.addWidget(self._problems_title)
        right_layout.addWidget(self._problems)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self._tabs)
        splitter.addWidget(right)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([990, 288])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header())
        layout.addWidget(self._form)
        layout.addWidget(splitter, 1)
        layout.addWidget(self._footer())

    def _header(self) -> QWidget:
        back = QPushButton(self.tr("Về kế hoạch"))
        back.setFlat(True)
        back.clicked.connect(self.rejected)
        title = QLabel(self.tr("Nhập kế hoạch từ Word, Excel"))
        title.setObjectName("pageTitle")
        other = QPushButton(self.tr("Chọn tệp khác…"))
        other.clicked.connect(self.other_file_wanted)
        return _bar([back, title, None, self._file, other])

    def _footer(self) -> QWidget:
        cancel = QPushButton(self.tr("Hủy"))
        cancel.clicked.connect(self.rejected)
        return _bar([self._summary, None, cancel, self._accept])

    def _show_tables(self, draft: DraftPlan) -> None:
        self._tabs.clear()
        for old in self._tables:
            old.deleteLater()
        self._tables = []
        count = sum(1 for _ in draft.all_items())
        if draft.sections:
            self._add_table(items_model(draft, self), _ITEM_WIDTHS, self.tr("Nhiệm vụ (%n)", "", count))
        if draft.indicators:
            words = self.tr("Chỉ tiêu (%n)", "", len(draft.indicators))
            self._add_table(indicators_model(draft, self), _INDICATOR_WIDTHS, words)

    def _add_table(self, model: DraftRowsModel, widths: Sequence[int], words: str) -> None:
        table = DraftTable(model, widths)
        table.setAccessibleName(words)
        self._tables.append(table)
        self._tabs.addTab(table, words)

    def _show_problems(self, problems: Sequence[Problem]) -> None:
        self._problems_title.setText(self.tr("Cần xem lại (%n)", "", len(problems)))
        self._listed = ()
        self._problems.clear()
        for problem in problems:
            self._problems.addItem(QListWidgetItem(_problem_words(problem)))
        if not problems:
            self._problems.addItem(self.tr("Không có chỗ nào cần xem lại."))
        self._listed = problems

    def _go_to_problem(self, number: int) -> None:
        """Show the row that a doubt speaks of."""
        if not 0 <= number < len(self._listed):
            return
        problem = self._listed[number]
        for table in self._tables:
            if table.show_place(problem.table, problem.row):
                self._tabs.setCurrentWidget(table)


class DraftTable(QTableView):
    """The rows of a draft; the column of the words takes the room that is left."""

    def __init__(self, model: DraftRowsModel, widths: Sequence[int]) -> None:
        super().__init__()
        self._rows = model
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() * 2 + 6)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        header.setSectionResizeMode(_WORDS_COLUMN, QHeaderView.ResizeMode.Stretch)

    def show_place(self, table: str, number: int | None) -> bool:
        """Select the row that stands at a place of the file; tell whether there is one."""
        row = self._rows.row_at(table, number)
        if row is None:
            return False
        self.selectRow(row)
        self.scrollTo(self._rows.index(row, 0))
        return True


def _bar(widgets: Sequence[QWidget | None]) -> QFrame:
    """Return a horizontal bar; None is a stretch."""
    bar = QFrame()
    bar.setObjectName("bar")
    layout = QHBoxLayout(bar)
    layout.setContentsMargins(16, 8, 16, 8)
    layout.setSpacing(8)
    for widget in widgets:
        if widget is None:
            layout.addStretch(1)
        else:
            layout.addWidget(widget)
    return bar


def _problem_words(problem: Problem) -> str:
    where = [problem.table]
    if problem.row is not None:
        where.append(f"dòng {problem.row}")
    if problem.cell is not None:
        where.append(f"cột {problem.cell}")
    lines = [", ".join(where) + ": " + problem.message]
    if problem.suggestion:
        lines.append(problem.suggestion)
    return "\n".join(lines)


def _summary(draft: DraftPlan) -> str:
    parts = sum(1 for item in draft.all_items() if item.kind == "sub_item")
    tasks = sum(1 for _ in draft.all_items()) - parts
    counts = [f"{len(draft.sections)} lĩnh vực", f"{tasks} nhiệm vụ"]
    if parts:
        counts.append(f"{parts} nội dung thành phần")
    if draft.indicators:
        counts.append(f"{len(draft.indicators)} chỉ tiêu")
    return f"Sẽ nhập: {', '.join(counts)}. Chưa ghi gì vào dữ liệu."
