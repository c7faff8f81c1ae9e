"""The page on which years inside a plan's words are changed: one tick for each, nothing stored before the button."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.periods import Period
from cchc_desktop.ui.plans.chosen_rows import chosen_rows
from cchc_desktop.ui.plans.years_model import YEAR_COLUMNS, YearsDelegate, YearsModel
from cchc_desktop.ui.plans.years_work import YearsFound
from cchc_desktop.ui.widgets.cards import bar, plain_label, primary_button
from cchc_desktop.ui.widgets.elided_label import ElidedLabel
from cchc_desktop.ui.widgets.empty import EmptyState
from cchc_desktop.ui.widgets.form_fields import ChoiceCombo
from cchc_desktop.ui.widgets.rows import RowTable
from cchc_desktop.ui.widgets.stops import order_stops

_EARLIEST = 20
"""Years before a plan's own for which its words may have been written."""


class YearsPage(QWidget):
    """Emits `wanted(places)` when the button is pressed, `year_changed(year)` to look for another year."""

    wanted = Signal(object)
    year_changed = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Đổi năm trong nội dung"))
        self._is_busy = False
        self.model = YearsModel(self)
        self._make_parts()
        self._lay_out()
        self._connect()
        order_stops(self.stops())
        self._refresh()

    def show_years(self, found: YearsFound, *, anew: bool) -> None:
        """Show what was found; with `anew` ticks begin again, else they and the place in the list stay."""
        new, old = found.tree.plan.period, found.written_for
        years = sorted({*range(new.start.year - _EARLIEST, new.start.year), old.start.year}, reverse=True)
        self.year.blockSignals(True)
        self.year.offer((year, str(year)) for year in years)
        self.year.choose(old.start.year)
        self.year.blockSignals(False)
        is_one = new.start.year == new.end.year
        target = self.tr("sang năm {} của “{}”") if is_one else self.tr("sang giai đoạn {} của “{}”")
        self._target.show_words(target.format(_years(new), found.tree.plan.title))
        row = self.table.currentIndex().row()
        self.model.show_places(found.places, anew=anew)
        self._pages.setCurrentWidget(self.table if found.places else self._empty)
        if found.places:
            self.table.selectRow(min(max(row, 0), len(found.places) - 1))
        self._refresh()

    def set_busy(self, busy: bool) -> None:
        """Lock the page while changes are being stored."""
        self._is_busy = busy
        self._pages.setDisabled(busy)
        self._refresh()

    def show_refusal(self, words: str) -> None:
        """Say in place why nothing was stored; '' takes it back."""
        self._refusal.setText(words)
        self._refusal.setVisible(bool(words))

    def focus_first(self) -> None:
        """Put the focus where a person begins."""
        (self.table if self.model.rowCount() else self._back).setFocus()

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in reading order."""
        return [self._back, self.year, self._sure, self._none, self.table, self._cancel, self._change]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._is_busy:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # --- building

    def _make_parts(self) -> None:
        self._back = QPushButton(self.tr("Về kế hoạch"), self)
        self._back.setFlat(True)
        self._year_label = QLabel(self.tr("Nội dung đang viết cho năm"), self)
        self.year = ChoiceCombo(self._year_label.text(), self, 6)
        self._year_label.setBuddy(self.year)
        self._target = ElidedLabel(self)
        self._sure = QPushButton(self.tr("Chọn các chỗ không vướng"), self)
        self._none = QPushButton(self.tr("Bỏ chọn hết"), self)
        self.table = _YearsTable(self.model, self)
        self.table.setAccessibleName(self.tr("Các chỗ nêu năm"))
        self._empty = EmptyState(
            "circle-check",
            self.tr("Không còn năm nào cần đổi. Nếu nội dung viết cho năm khác, hãy chọn lại năm ở trên."),
            self.tr("Về kế hoạch"),
            self,
        )
        self._refusal = plain_label(parent=self, style="doubt")
        self._refusal.hide()
        self._count = QLabel(self)
        self._cancel = QPushButton(self.tr("Hủy"), self)
        self._change = primary_button(self.tr("Đổi năm"), self)

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Đổi năm trong nội dung"), self)
        title.setObjectName("pageTitle")
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._empty)
        years = QHBoxLayout()
        years.setSpacing(8)
        years.addWidget(self._year_label)
        years.addWidget(self.year)
        years.addWidget(self._target, 1)
        ticks = QHBoxLayout()
        ticks.setSpacing(8)
        ticks.addWidget(self._sure)
        ticks.addWidget(self._none)
        ticks.addStretch(1)
        inside = QVBoxLayout()
        inside.setContentsMargins(16, 8, 16, 8)
        inside.setSpacing(8)
        inside.addLayout(years)
        inside.addLayout(ticks)
        inside.addWidget(self._pages, 1)
        inside.addWidget(self._refusal)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar([self._back, title, None], self))
        layout.addLayout(inside, 1)
        layout.addWidget(bar([self._count, None, self._cancel, self._change], self))

    def _connect(self) -> None:
        self._back.clicked.connect(self.left)
        self._cancel.clicked.connect(self.left)
        self._empty.activated.connect(self.left)
        self.year.currentIndexChanged.connect(lambda _: self.year_changed.emit(self.year.value()))
        self._sure.clicked.connect(self.model.choose_sure)
        self._none.clicked.connect(lambda: self.model.choose(()))
        self._change.clicked.connect(self._emit_wanted)
        self.model.choice_changed.connect(self._refresh)

    # --- following the choices

    def _refresh(self) -> None:
        chosen, total, sure = len(self.model.chosen()), self.model.rowCount(), self.model.sure()
        words = self.tr("Đổi {}/{} chỗ").format(chosen, total)
        if total > sure:
            words = self.tr("{}; {} chỗ cần xem trước khi đổi").format(words, total - sure)
        self._count.setText(words)
        self._count.setVisible(total > 0)
        self._sure.setEnabled(sure > 0)
        self._none.setEnabled(chosen > 0)
        self._change.setEnabled(chosen > 0 and not self._is_busy)
        self.show_refusal("")

    def _emit_wanted(self) -> None:
        chosen = self.model.chosen()
        if chosen and not self._is_busy:
            self.wanted.emit(chosen)


class _YearsTable(RowTable):
    """Space ticks the chosen rows; a click on a box ticks one."""

    def __init__(self, model: YearsModel, parent: QWidget) -> None:
        super().__init__(model, YEAR_COLUMNS, parent, YearsDelegate)
        self._years = model
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._years.toggle(chosen_rows(self))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        index = self.indexAt(point)
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self._is_on_box(index, point):
            self._years.toggle([index.row()])

    def _is_on_box(self, index: QModelIndex, point: QPoint) -> bool:
        rows = self.itemDelegate()
        if not index.isValid() or index.column() != 0 or not isinstance(rows, YearsDelegate):
            return False
        return rows.is_on_box(self.visualRect(index), point)


def _years(period: Period) -> str:
    first, last = period.start.year, period.end.year
    return str(first) if first == last else f"{first}-{last}"
