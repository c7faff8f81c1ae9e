"""The pane beside the other plan's tasks: what carries the chosen one out, what could, and taking the row in."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from cchc_desktop.domain.items import WorkItem
from cchc_desktop.services.plan_links import CoveredTask
from cchc_desktop.ui import icons
from cchc_desktop.ui.plans.coverage_models import OURS_COLUMNS, OurTasksModel
from cchc_desktop.ui.plans.coverage_work import Comparison
from cchc_desktop.ui.widgets.cards import plain_label, primary_button
from cchc_desktop.ui.widgets.enter_key import ENTER
from cchc_desktop.ui.widgets.rows import RowTable
from cchc_desktop.ui.widgets.search_field import SearchField

_MOST_FOUND = 200
_BAR = 16
"""Pixels of a scroll bar."""
_ROWS = 2
"""Rows of tasks that are linked for which there is room; more are scrolled to."""


class _Tasks(RowTable):
    """A list of tasks here; Enter or a double click decides about the chosen one, so does Delete where it unlinks."""

    decided = Signal()

    def __init__(self, model: OurTasksModel, name: str, parent: QWidget, *, by_delete: bool = False) -> None:
        super().__init__(model, OURS_COLUMNS, parent)
        self.setAccessibleName(name)
        self._keys = (Qt.Key.Key_Delete,) if by_delete else ENTER
        self.activated.connect(self._activated)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in self._keys and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.decided.emit()
        elif event.key() not in ENTER:
            super().keyPressEvent(event)

    def _activated(self, index: QModelIndex) -> None:
        if self._keys == ENTER and index.isValid():
            self.decided.emit()


class CoveragePane(QWidget):
    """`link_wanted` and `unlink_wanted` bring the id of a task here, `shown_wanted` one to be shown in the plan."""

    link_wanted = Signal(int)
    unlink_wanted = Signal(int)
    take_wanted = Signal()
    shown_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comparison: Comparison | None = None
        self._task: CoveredTask | None = None
        self._chosen = 0
        self._make_parts()
        self._lay_out()
        self._connect()
        self.show_task(None, None, 0)

    def show_task(self, comparison: Comparison | None, task: CoveredTask | None, chosen: int) -> None:
        """Show what there is here of a task of the other plan; `chosen` is how many of its tasks are chosen."""
        if comparison is self._comparison and task is self._task is not None:
            self._chosen = chosen
            self._refresh()
            return
        is_other = task is None or self._task is None or task.item.id != self._task.item.id
        self._comparison, self._task, self._chosen = comparison, task, chosen
        if is_other:
            self.search.show_words("")
        self._title.setText(task.item.content if task is not None else "")
        self._place.setText(task.section if task is not None else self.tr("Chọn một nhiệm vụ ở danh sách bên trái."))
        self._carriers_model.show_items(task.carriers if task is not None else (), task.item.id if task else None)
        if task is not None and task.carriers and self.carriers.chosen_row() is None:
            self.carriers.selectRow(0)
        self._show_candidates()
        for part in (self._carriers_title, self._unlink, self._show, self._take, self._candidates_title, self.search):
            part.setVisible(task is not None)
        self._refresh()

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in reading order."""
        return [self._take, self.carriers, self._show, self._unlink, self.search, self.candidates, self._link]

    def focus_first(self) -> None:
        """Put the focus on the list in which there is something to decide."""
        if self.candidates.isVisible():
            self.candidates.setFocus()
        elif self.carriers.isVisible():
            self.carriers.setFocus()
        else:
            self.search.setFocus()

    # --- building

    def _make_parts(self) -> None:
        self._title = plain_label(parent=self, style="itemTitle")
        self._place = plain_label(parent=self, style="secondary")
        self._take = primary_button(self.tr("Lấy vào kế hoạch"), self)
        self._carriers_model, self._candidates_model = OurTasksModel(self), OurTasksModel(self)
        self._carriers_title = plain_label(parent=self, style="cardTitle")
        self.carriers = _Tasks(
            self._carriers_model, self.tr("Nhiệm vụ đang thực hiện nhiệm vụ này"), self, by_delete=True
        )
        self._show = QPushButton(self.tr("Xem trong kế hoạch"), self)
        self._unlink = QPushButton(icons.icon("unlink"), self.tr("Bỏ liên kết"), self)
        self._candidates_title = plain_label(parent=self, style="cardTitle")
        self.search = SearchField(
            self.tr("Tìm nhiệm vụ trong kế hoạch này"), self.tr("Tìm nhiệm vụ trong kế hoạch này"), self
        )
        self.candidates = _Tasks(self._candidates_model, self.tr("Nhiệm vụ có thể nối"), self)
        self._nothing = plain_label(parent=self, style="secondary")
        self._link = QPushButton(icons.icon("link"), self.tr("Liên kết"), self)

    def _lay_out(self) -> None:
        frame = QFrame(self)
        frame.setObjectName("bar")
        column = QVBoxLayout(frame)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._place)
        column.addLayout(_row(None, self._take))
        column.addWidget(self._carriers_title)
        column.addWidget(self.carriers)
        column.addLayout(_row(None, self._show, self._unlink))
        column.addWidget(self._candidates_title)
        column.addWidget(self.search)
        column.addWidget(self.candidates, 1)
        column.addWidget(self._nothing)
        column.addLayout(_row(None, self._link))
        column.addStretch(0)
        area = QScrollArea(self)
        area.setWidget(frame)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumWidth(frame.minimumSizeHint().width() + _BAR)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def _connect(self) -> None:
        self._take.clicked.connect(self.take_wanted)
        self._link.clicked.connect(self._ask_link)
        self._unlink.clicked.connect(self._ask_unlink)
        self._show.clicked.connect(self._ask_shown)
        self.candidates.decided.connect(self._ask_link)
        self.carriers.decided.connect(self._ask_unlink)
        self.search.settled.connect(self._show_candidates)
        self.search.entered.connect(self.candidates.setFocus)
        self.search.stepped.connect(lambda _: self.candidates.setFocus())
        self.search.escaped.connect(self._leave_search)
        for table in (self.carriers, self.candidates):
            table.selectionModel().selectionChanged.connect(lambda *_: self._refresh())

    # --- following the choice

    def _show_candidates(self) -> None:
        items = self._candidates()
        self._candidates_model.show_items(items, self._task.item.id if self._task is not None else None)
        if items and self.candidates.chosen_row() is None:
            self.candidates.selectRow(0)
        self._refresh()

    def _candidates(self) -> list[WorkItem]:
        """Return what the words find, without words what is suggested; not what is linked with the task already."""
        comparison, task = self._comparison, self._task
        if comparison is None or task is None:
            return []
        query = self.search.words()
        here = {item.id for item in task.carriers}
        if not query:
            return [item for item in comparison.suggested(task) if item.id not in here]
        is_found = comparison.finder(query)
        found = (item for item in comparison.ours if item.id not in here and is_found(item))
        return [item for item, _ in zip(found, range(_MOST_FOUND), strict=False)]

    def _refresh(self) -> None:
        carriers, candidates = self._carriers_model.rowCount(), self._candidates_model.rowCount()
        has_task = self._task is not None
        self.carriers.setVisible(has_task and carriers > 0)
        rows = min(max(carriers, 1), _ROWS)
        height = self.carriers.verticalHeader().defaultSectionSize() * rows
        self.carriers.setFixedHeight(height + self.carriers.horizontalHeader().sizeHint().height() + 2)
        self.candidates.setVisible(has_task and candidates > 0)
        self._nothing.setVisible(has_task and not candidates)
        self._nothing.setText(self._nothing_words())
        self._carriers_title.setText(
            self.tr("{} nhiệm vụ đang thực hiện").format(carriers)
            if carriers
            else self.tr("Chưa có nhiệm vụ thực hiện")
        )
        self._candidates_title.setText(self.tr("Nhiệm vụ tìm thấy") if self.search.words() else self.tr("Gợi ý"))
        self._take.setText(
            self.tr("Lấy {} nhiệm vụ vào kế hoạch").format(self._chosen)
            if self._chosen > 1
            else self.tr("Lấy vào kế hoạch")
        )
        self._take.setEnabled(has_task)
        for button in (self._show, self._unlink):
            button.setVisible(has_task and carriers > 0)
            button.setEnabled(self.carriers.chosen_row() is not None)
        self._link.setVisible(has_task and candidates > 0)
        self._link.setEnabled(self.candidates.chosen_row() is not None)

    def _nothing_words(self) -> str:
        if self.search.words():
            return self.tr("Không có nhiệm vụ nào khớp “{}”.").format(self.search.words())
        return self.tr("Không có nhiệm vụ nào giống. Gõ vào ô trên để tìm trong cả kế hoạch.")

    def _leave_search(self) -> None:
        if self.search.words():
            self.search.show_words("")
        else:
            self.focus_first()

    def _ask_link(self) -> None:
        item = self._candidates_model.item(self.candidates.chosen_row())
        if item is not None:
            self.link_wanted.emit(item.id)

    def _ask_unlink(self) -> None:
        item = self._carriers_model.item(self.carriers.chosen_row())
        if item is not None:
            self.unlink_wanted.emit(item.id)

    def _ask_shown(self) -> None:
        item = self._carriers_model.item(self.carriers.chosen_row())
        if item is not None:
            self.shown_wanted.emit(item.id)


def _row(*parts: QWidget | None) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return row


def heading(words: str, parent: QWidget) -> QLabel:
    """Return the title of a page."""
    title = QLabel(words, parent)
    title.setObjectName("pageTitle")
    return title
