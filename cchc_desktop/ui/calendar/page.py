"""Ngày nghỉ: a year's days off and make-up days, edited in a line below the list; proposals come from a library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.domain.followup.days_off import DayOff
from cchc_desktop.ui import icons
from cchc_desktop.ui.calendar.form import DayForm
from cchc_desktop.ui.calendar.model import DAY_COLUMNS, DaysOffModel, is_fixed, rows_of
from cchc_desktop.ui.widgets.cards import Card, bar, plain_label
from cchc_desktop.ui.widgets.rows import RowTable
from cchc_desktop.ui.widgets.small_button import small_button
from cchc_desktop.ui.widgets.stops import order_stops

_FIRST_YEAR, _LAST_YEAR = 2000, 2199
_MARGIN = 16


class DaysOffPage(QWidget):
    """Shows the days and tells what is wanted; it stores nothing itself."""

    refresh_wanted = Signal()
    day_typed = Signal(object)
    delete_wanted = Signal(object)
    """The ids of kept days."""
    proposals_wanted = Signal(int)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept: Sequence[DayOff] = ()
        self._year = today().year
        self._is_editable = True
        self._wanted: int | None = None
        self.model = DaysOffModel(self)
        self.table = _DaysTable(self.model, self)
        self.form = DayForm(today, self)
        self._before = small_button("chevron-left", self.tr("Năm trước"), self)
        self._after = small_button("chevron-right", self.tr("Năm sau"), self)
        self._title = QLabel(self)
        self._title.setObjectName("strong")
        self._fetch = QPushButton(icons.icon("calendar-plus"), "", self)
        self._new = QPushButton(icons.icon("plus"), self.tr("Thêm ngày"), self)
        self._delete = QPushButton(icons.icon("trash-2"), self.tr("Xóa"), self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)
        self.show_year(self._year)

    # --- what is shown

    def refresh(self) -> None:
        """Ask for the days anew."""
        self.refresh_wanted.emit()

    def show_days(self, kept: Sequence[DayOff]) -> None:
        """Show what is kept; choice and what is typed stay."""
        chosen = [row.id for row in self.chosen()]
        self._kept = kept
        self.model.show_rows(rows_of(kept, self._year))
        wanted, self._wanted = self._wanted, None
        self._choose([wanted] if wanted is not None else chosen)
        self._enable()

    def show_year(self, year: int) -> None:
        """Show the days of a year."""
        self._year = min(max(year, _FIRST_YEAR), _LAST_YEAR)
        self._title.setText(self.tr("Năm {}").format(self._year))
        self._fetch.setText(self.tr("Lấy ngày nghỉ lễ của năm {}…").format(self._year))
        self.table.setAccessibleName(self.tr("Ngày nghỉ của năm {}").format(self._year))
        self.model.show_rows(rows_of(self._kept, self._year))
        self._enable()

    def year(self) -> int:
        """Return the year that is shown."""
        return self._year

    def choose(self, day_id: int, day: date) -> None:
        """Choose a day as soon as it has been read, in its year."""
        self._wanted = day_id
        self.show_year(day.year)

    def chosen(self) -> list[DayOff]:
        """Return the chosen days that are kept."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [row for number in rows if (row := self.model.row(number)) is not None and not is_fixed(row)]

    def set_editable(self, is_editable: bool) -> None:
        """Let the days be changed, or only be looked at."""
        self._is_editable = is_editable
        self.form.set_editable(is_editable)
        self._enable()

    # --- choosing

    def _choose(self, ids: Sequence[int]) -> None:
        rows = [row for id_ in ids if (row := self.model.row_of(id_)) is not None]
        if rows:
            self.table.selectRow(rows[0])

    def _chosen_changed(self) -> None:
        """Show the chosen day in the line; what was typed of another one is stored first, or stays with its doubt."""
        self._enable()
        chosen = self.chosen()
        target = chosen[0] if len(chosen) == 1 else None
        shown = self.form.shown()
        is_same = shown is not None and target is not None and shown.id == target.id
        is_other = target is not None or shown is not None
        if is_same or (is_other and self.form.store()):
            self.form.show_day(target)

    def _begin_new(self) -> None:
        if self.form.store():
            self.table.clearSelection()
            self.form.show_day(None)
            self.form.day.setFocus()

    def _delete_chosen(self) -> None:
        ids = [row.id for row in self.chosen()]
        if ids and self._is_editable:
            self.form.show_day(None)
            self.delete_wanted.emit(ids)

    def _enable(self) -> None:
        self._delete.setEnabled(self._is_editable and bool(self.chosen()))
        self._new.setEnabled(self._is_editable)
        self._fetch.setEnabled(self._is_editable)
        self._before.setEnabled(self._year > _FIRST_YEAR)
        self._after.setEnabled(self._year < _LAST_YEAR)

    # --- building

    def _connect(self) -> None:
        self._before.clicked.connect(lambda: self.show_year(self._year - 1))
        self._after.clicked.connect(lambda: self.show_year(self._year + 1))
        self._fetch.clicked.connect(lambda: self.proposals_wanted.emit(self._year))
        self._new.clicked.connect(self._begin_new)
        self._delete.clicked.connect(self._delete_chosen)
        self.table.delete_wanted.connect(self._delete_chosen)
        self.table.edit_wanted.connect(lambda: self.form.name.setFocus() if self.form.shown() else self._begin_new())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._chosen_changed())
        self.model.modelReset.connect(self._chosen_changed)
        self.form.typed.connect(self.day_typed)

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("Ngày nghỉ"), self)
        heading.setObjectName("pageTitle")
        card = Card(self)
        head = QHBoxLayout()
        head.setSpacing(8)
        for widget in (self._before, self._title, self._after):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self._fetch)
        note = self.tr(
            "Ngày đến hạn rơi vào ngày nghỉ vẫn được giữ nguyên, chỉ được ghi rõ là ngày nghỉ. Thứ Bảy và Chủ nhật là "
            "ngày nghỉ nếu không có dòng làm bù."
        )
        card.column.addLayout(head)
        card.column.addWidget(self.table, 1)
        card.column.addWidget(self.form.doubt)
        card.column.addWidget(self.form)
        card.column.addWidget(plain_label(note, card, "secondary"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar([heading, None], self))
        around = QVBoxLayout()
        around.setContentsMargins(_MARGIN, _MARGIN // 2, _MARGIN, _MARGIN // 2)
        around.addWidget(card)
        layout.addLayout(around, 1)
        layout.addWidget(bar([None, self._delete, self._new], self))
        order_stops([self._before, self._after, self._fetch, self.table, *self.form.stops(), self._delete, self._new])


class _DaysTable(RowTable):
    """Several days can be chosen; Delete, Insert and F2 do what they do elsewhere."""

    delete_wanted = Signal()
    edit_wanted = Signal()

    def __init__(self, model: DaysOffModel, parent: QWidget) -> None:
        super().__init__(model, DAY_COLUMNS, parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        elif event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_wanted.emit()
        else:
            super().keyPressEvent(event)
