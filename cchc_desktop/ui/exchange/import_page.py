"""The import page: a draft looked at, its plan named and dated, its doubts listed; nothing stored before 'Nhập'."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
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
from cchc_desktop.services.import_backlog import Backlog
from cchc_desktop.ui.exchange.draft_model import DraftRowsModel, indicators_model, items_model
from cchc_desktop.ui.exchange.target_form import ImportTargetForm
from cchc_desktop.ui.widgets.cards import bar, plain_label
from cchc_desktop.ui.widgets.elided_label import ElidedLabel
from cchc_desktop.ui.widgets.stops import order_stops
from cchc_desktop.ui.words import Words

_words = Words("ImportSummary")
_ITEM_LETTERS = (6, 11, 5, 40, 17, 17, 15, 17)
_WORDS_COLUMN = 3
_INDICATOR_LETTERS = (6, 19, 5, 45, 11, 15, 27)
_PROBLEM_LETTERS = 36
"""Widths of columns and of the list of doubts, in letters of average width."""


class ImportPage(QWidget):
    """Shows what a file holds; emits `accepted(choices)` or `rejected`. It stores nothing itself."""

    accepted = Signal(object)
    rejected = Signal()
    other_file_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = ImportTargetForm(self)
        self._file = _FileLabel(self)
        self._tabs = QTabWidget(self)
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setAccessibleName(self.tr("Nội dung đọc được"))
        self._tables: list[DraftTable] = []
        self._problems_title = QLabel()
        self._problems_title.setObjectName("paneTitle")
        self._problems = QListWidget(self)
        self._problems.setWordWrap(True)
        self._problems.setSpacing(4)
        self._problems.currentRowChanged.connect(self._go_to_problem)
        self._listed: Sequence[Problem] = ()
        self._problems.setAccessibleName(self.tr("Chỗ cần xem lại"))
        self._summary = plain_label(parent=self)
        self._back = QPushButton(self.tr("Về kế hoạch"))
        self._other = QPushButton(self.tr("Chọn tệp khác…"))
        self._cancel = QPushButton(self.tr("Hủy"))
        self._accept = QPushButton(self.tr("Nhập kế hoạch"))
        self._accept.setObjectName("primary")
        self._accept.clicked.connect(lambda: self.accepted.emit(self._form.choices()))
        self._form.validity_changed.connect(self._accept.setEnabled)
        self._lay_out()

    def show_draft(self, path: Path, draft: DraftPlan, plans: Sequence[PlanSummary], backlog: Backlog) -> None:
        """Fill the page with a freshly read draft; `plans` are those it could be added to."""
        self._file.show_words(path.name)
        self._form.show_draft(draft, plans, backlog)
        self._show_tables(draft)
        self._show_problems(draft.problems)
        self._summary.setText(_summary(draft))
        order_stops(self.stops())
        self._form.setFocus()

    def set_busy(self, busy: bool) -> None:
        """Lock the page while the import is being stored."""
        self._form.setDisabled(busy)
        self._accept.setDisabled(busy or not self._form.is_valid())

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in reading order."""
        head = [self._back, self._other, *self._form.stops()]
        return [*head, self._tabs.tabBar(), *self._tables, self._problems, self._cancel, self._accept]

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
        splitter.setSizes([990, self.fontMetrics().averageCharWidth() * _PROBLEM_LETTERS])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header())
        layout.addWidget(self._form)
        layout.addWidget(splitter, 1)
        layout.addWidget(self._footer())

    def _header(self) -> QWidget:
        self._back.setFlat(True)
        self._back.clicked.connect(self.rejected)
        title = QLabel(self.tr("Nhập kế hoạch từ Word, Excel"))
        title.setObjectName("pageTitle")
        self._other.clicked.connect(self.other_file_wanted)
        return bar([self._back, title, self._file, self._other], self)

    def _footer(self) -> QWidget:
        self._cancel.clicked.connect(self.rejected)
        return bar([self._summary, self._cancel, self._accept], self)

    def _show_tables(self, draft: DraftPlan) -> None:
        self._tabs.clear()
        for old in self._tables:
            old.deleteLater()
        self._tables = []
        count = sum(1 for _ in draft.all_items())
        if draft.sections:
            self._add_table(items_model(draft, self), _ITEM_LETTERS, self.tr("Nhiệm vụ (%n)", "", count))
        if draft.indicators:
            words = self.tr("Chỉ tiêu (%n)", "", len(draft.indicators))
            self._add_table(indicators_model(draft, self), _INDICATOR_LETTERS, words)

    def _add_table(self, model: DraftRowsModel, letters: Sequence[int], words: str) -> None:
        table = DraftTable(model, letters)
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


class _FileLabel(ElidedLabel):
    """The name of the file at the right end of the room that the title leaves."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("secondary")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        policy = self.sizePolicy()
        policy.setHorizontalStretch(1)
        self.setSizePolicy(policy)


class DraftTable(QTableView):
    """The rows of a draft; the column of the words takes the room that is left."""

    def __init__(self, model: DraftRowsModel, letters: Sequence[int]) -> None:
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
        for column, count in enumerate(letters):
            width = self.fontMetrics().averageCharWidth() * count
            self.setColumnWidth(column, max(width, header.sectionSizeHint(column)))
        header.setSectionResizeMode(_WORDS_COLUMN, QHeaderView.ResizeMode.Stretch)

    def show_place(self, table: str, number: int | None) -> bool:
        """Select the row that stands at a place of the file; tell whether there is one."""
        row = self._rows.row_at(table, number)
        if row is None:
            return False
        self.selectRow(row)
        self.scrollTo(self._rows.index(row, 0))
        return True


def _problem_words(problem: Problem) -> str:
    where = [problem.table]
    if problem.row is not None:
        where.append(_words("dòng {}").format(problem.row))
    if problem.cell is not None:
        where.append(_words("cột {}").format(problem.cell))
    lines = [", ".join(where) + ": " + problem.message]
    if problem.suggestion:
        lines.append(problem.suggestion)
    return "\n".join(lines)


def _summary(draft: DraftPlan) -> str:
    parts = sum(1 for item in draft.all_items() if item.kind == "sub_item")
    tasks = sum(1 for _ in draft.all_items()) - parts
    counts = [_words.count("%n lĩnh vực", len(draft.sections)), _words.count("%n nhiệm vụ", tasks)]
    if parts:
        counts.append(_words.count("%n nội dung thành phần", parts))
    if draft.indicators:
        counts.append(_words.count("%n chỉ tiêu", len(draft.indicators)))
    return _words("Sẽ nhập: {}. Chưa ghi gì vào dữ liệu.").format(", ".join(counts))
