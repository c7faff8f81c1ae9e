"""The page that compares a plan with those it carries out: what has a task here, what has none; links are made here."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.services.plan_links import CoveredTask, SourceCoverage
from cchc_desktop.ui.plans.chosen_rows import chosen_rows
from cchc_desktop.ui.plans.coverage_models import SOURCE_COLUMNS, SourceTasksModel, State, state_of
from cchc_desktop.ui.plans.coverage_pane import CoveragePane, heading
from cchc_desktop.ui.plans.coverage_work import Comparison
from cchc_desktop.ui.widgets.cards import bar, plain_label
from cchc_desktop.ui.widgets.empty import EmptyState
from cchc_desktop.ui.widgets.enter_key import ENTER
from cchc_desktop.ui.widgets.form_fields import ChoiceCombo
from cchc_desktop.ui.widgets.rows import RowTable
from cchc_desktop.ui.widgets.search_field import SearchField
from cchc_desktop.ui.widgets.segments import Segments
from cchc_desktop.ui.widgets.stops import order_stops

_STATES = (None, State.MISSING, State.COVERED, State.ELSEWHERE)
"""What each of the segments shows, None for all."""


class CoveragePage(QWidget):
    """Emits what a person decides; it stores nothing and knows no database.

    `link_wanted(task here, task there or None)`, `take_wanted(source plan, tasks there)`.
    """

    link_wanted = Signal(int, object)
    take_wanted = Signal(int, object)
    item_wanted = Signal(int, object)
    facts_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Đối chiếu kế hoạch"))
        self._comparison: Comparison | None = None
        self._tasks: list[tuple[CoveredTask, State]] = []
        self._shown_state: State | None = None
        self.model = SourceTasksModel(self)
        self._make_parts()
        self._lay_out()
        self._connect()
        order_stops(self.stops())

    def show_comparison(self, comparison: Comparison) -> None:
        """Show plans as they are now; source, filter and chosen task stay, a task that left gives way to the next."""
        is_first = self._comparison is None or self._comparison.coverage.plan.id != comparison.coverage.plan.id
        chosen, row = self._current(), self.table.currentIndex().row()
        self._comparison = comparison
        before = self.source.value()
        sources = comparison.coverage.sources
        self.source.blockSignals(True)
        self.source.offer((one.plan.id, one.plan.title) for one in sources)
        self.source.choose(before)
        self.source.blockSignals(False)
        for part in (self._source_label, self.source):
            part.setVisible(len(sources) > 1)
        self._pages.setCurrentWidget(self._inside if sources else self._empty)
        self._take_tasks()
        if is_first:
            self._choose_first_state()
        self._show(chosen.item.id if chosen is not None else None, row)

    def show_refusal(self, words: str) -> None:
        """Say in place why something was not done; '' takes it back."""
        self._refusal.setText(words)
        self._refusal.setVisible(bool(words))

    def focus_first(self) -> None:
        """Put the focus where a person begins."""
        (self.table if self.model.rowCount() else self._back).setFocus()

    def focus_search(self) -> None:
        """Put the cursor into the filter of the other plan's tasks."""
        self.filter.setFocus()
        self.filter.selectAll()

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in reading order."""
        return [self._back, self.source, *self.states.buttons(), self.filter, self.table, *self.pane.stops()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
        elif event.key() in ENTER and self.table.hasFocus():
            self.pane.focus_first()
        else:
            super().keyPressEvent(event)

    # --- building

    def _make_parts(self) -> None:
        self._back = QPushButton(self.tr("Về kế hoạch"), self)
        self._back.setFlat(True)
        self._source_label = QLabel(self.tr("Đối chiếu với"), self)
        self.source = ChoiceCombo(self.tr("Kế hoạch để đối chiếu"), self, 40)
        self._source_label.setBuddy(self.source)
        self._headline = plain_label(parent=self, style="itemTitle")
        self.states = _States(["", "", "", ""], self)
        self.filter = SearchField(self.tr("Lọc nhiệm vụ của kế hoạch được đối chiếu"), self.tr("Lọc nhiệm vụ"), self)
        self.filter.setClearButtonEnabled(True)
        self.table = RowTable(self.model, SOURCE_COLUMNS, self)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setAccessibleName(self.tr("Nhiệm vụ của kế hoạch được đối chiếu"))
        self._nothing = plain_label(self.tr("Không có nhiệm vụ nào khớp."), self, "secondary")
        self._refusal = plain_label(parent=self, style="doubt")
        self._refusal.hide()
        self.pane = CoveragePane(self)
        self._empty = EmptyState(
            "link",
            self.tr(
                "Kế hoạch này chưa ghi kế hoạch gốc và chưa có kế hoạch cấp trên cùng kỳ. "
                "Chọn kế hoạch gốc ở ô “Thuộc kế hoạch” trong Thông tin kế hoạch."
            ),
            self.tr("Thông tin kế hoạch…"),
            self,
        )

    def _lay_out(self) -> None:
        self._pages = QStackedWidget(self)
        self._inside = QSplitter(Qt.Orientation.Horizontal, self)
        self._inside.setChildrenCollapsible(False)
        self._inside.setHandleWidth(1)
        self._inside.addWidget(self._left())
        self._inside.addWidget(self.pane)
        self._inside.setStretchFactor(0, 3)
        self._inside.setStretchFactor(1, 2)
        self._inside.setSizes([760, 500])
        self._pages.addWidget(self._inside)
        self._pages.addWidget(self._empty)
        title = heading(self.tr("Đối chiếu kế hoạch"), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar([self._back, title, None], self))
        layout.addWidget(self._pages, 1)

    def _left(self) -> QWidget:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(8)
        choice = QHBoxLayout()
        choice.setSpacing(8)
        choice.addWidget(self._source_label)
        choice.addWidget(self.source, 1)
        column.addLayout(choice)
        column.addWidget(self._headline)
        states = QHBoxLayout()
        states.addWidget(self.states)
        states.addStretch(1)
        column.addLayout(states)
        column.addWidget(self.filter)
        column.addWidget(self._nothing)
        column.addWidget(self.table, 1)
        column.addWidget(self._refusal)
        return left

    def _connect(self) -> None:
        self._back.clicked.connect(self.left)
        self._empty.activated.connect(self.facts_wanted)
        self.source.currentIndexChanged.connect(self._source_changed)
        self.states.chosen.connect(self._choose_state)
        self.filter.settled.connect(lambda: self._show())
        self.filter.entered.connect(self.table.setFocus)
        self.filter.stepped.connect(lambda _: self.table.setFocus())
        self.filter.escaped.connect(self._escape)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_chosen())
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_chosen())
        self.table.activated.connect(lambda _: self.pane.focus_first())
        self.pane.link_wanted.connect(self._ask_link)
        self.pane.unlink_wanted.connect(lambda item_id: self.link_wanted.emit(item_id, None))
        self.pane.take_wanted.connect(self._ask_take)
        self.pane.shown_wanted.connect(self._ask_shown)

    # --- following the choices

    def _source(self) -> SourceCoverage | None:
        sources = self._comparison.coverage.sources if self._comparison is not None else ()
        return next((one for one in sources if one.plan.id == self.source.value()), next(iter(sources), None))

    def _source_changed(self) -> None:
        self._take_tasks()
        self._choose_first_state()
        self._show()

    def _take_tasks(self) -> None:
        source = self._source()
        self._tasks = [(task, state_of(task)) for task in source.tasks] if source is not None else []

    def _choose_first_state(self) -> None:
        """Begin with what is missing, with everything where nothing is."""
        is_missing = any(state is State.MISSING for _, state in self._tasks)
        self._shown_state = State.MISSING if is_missing else None
        self.states.check(_STATES.index(self._shown_state))

    def _choose_state(self, number: int) -> None:
        self._shown_state = _STATES[number]
        self._show()

    def _show(self, chosen: int | None = None, row: int = 0) -> None:
        """Show the tasks that pass; the chosen one again, else the one at its place."""
        self.show_refusal("")
        self._show_figures()
        self.model.show_tasks(self._passing())
        is_bare = not self.model.rowCount()
        self._nothing.setVisible(is_bare)
        again = self.model.row_of(chosen) if chosen is not None else None
        wanted = again if again is not None else min(max(row, 0), self.model.rowCount() - 1)
        if not is_bare and not self.table.selectionModel().hasSelection():
            self.table.selectRow(wanted)
        self._show_chosen()

    def _passing(self) -> list[CoveredTask]:
        wanted, query = self._shown_state, self.filter.words()
        tasks = [task for task, state in self._tasks if wanted is None or state is wanted]
        if not query or self._comparison is None:
            return tasks
        is_found = self._comparison.finder(query)
        return [task for task in tasks if is_found(task.item)]

    def _show_figures(self) -> None:
        source = self._source()
        if source is None:
            return
        found = Counter(state for _, state in self._tasks)
        missing, title = found[State.MISSING], source.plan.title
        words = (
            self.tr("{} nhiệm vụ của “{}” chưa có nhiệm vụ ở đây.").format(missing, title)
            if missing
            else self.tr("Mọi nhiệm vụ trong kỳ của “{}” đã có nhiệm vụ ở đây.").format(title)
        )
        self._headline.setText(words)
        names = (self.tr("Tất cả"), self.tr("Chưa có"), self.tr("Đã có"), self.tr("Ngoài kỳ này"))
        for number, (name, count) in enumerate(
            zip(names, (len(self._tasks), *(found[state] for state in State)), strict=True)
        ):
            self.states.rename(number, f"{name} ({count})")

    def _current(self) -> CoveredTask | None:
        rows, current = chosen_rows(self.table), self.table.currentIndex().row()
        return self.model.task(current if current in rows else next(iter(rows), None))

    def _show_chosen(self) -> None:
        self.pane.show_task(self._comparison, self._current(), len(chosen_rows(self.table)))

    def _escape(self) -> None:
        if self.filter.words():
            self.filter.show_words("")
        else:
            self.left.emit()

    # --- what is decided

    def _ask_link(self, item_id: int) -> None:
        task = self._current()
        if task is not None:
            self.link_wanted.emit(item_id, task.item.id)

    def _ask_take(self) -> None:
        source = self._source()
        tasks = [task for row in chosen_rows(self.table) if (task := self.model.task(row)) is not None]
        if source is not None and tasks:
            self.take_wanted.emit(source.plan.id, [task.item.id for task in tasks])

    def _ask_shown(self, item_id: int) -> None:
        if self._comparison is not None:
            self.item_wanted.emit(self._comparison.coverage.plan.id, item_id)


class _States(Segments):
    """The four counts; each opens its rows."""

    def buttons(self) -> list[QWidget]:
        """Return the buttons, for the order of Tab."""
        return list(self._group.buttons())
