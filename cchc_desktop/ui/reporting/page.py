"""The page Kỳ báo cáo: the periods of a year with their figures, and the rules; it knows no database."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.followup.reporting import PeriodRule
from cchc_desktop.domain.followup.status import StatusRules
from cchc_desktop.services.period_figures import FigureLine
from cchc_desktop.services.periods import PeriodLine
from cchc_desktop.ui import icons
from cchc_desktop.ui.reporting.models import (
    FIGURE_COLUMNS,
    PERIOD_COLUMNS,
    RULE_COLUMNS,
    FiguresModel,
    PeriodsModel,
    RulesModel,
)
from cchc_desktop.ui.reporting.words import days_words
from cchc_desktop.ui.widgets.cards import bar, plain_label
from cchc_desktop.ui.widgets.form_fields import ChoiceCombo
from cchc_desktop.ui.widgets.rows import RowTable
from cchc_desktop.ui.widgets.segments import Segments
from cchc_desktop.ui.widgets.strip import Strip

_PERIODS, _RULES = 0, 1
_CLOSE = "close"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class KeyTable(RowTable):
    """Enter, F2 and a double click edit the chosen row; Delete takes it away."""

    edit_wanted = Signal()
    delete_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.edit_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: object) -> None:
        self.edit_wanted.emit()


class ReportingPage(QWidget):
    """Puts list, figures and rules together; it reads and writes nothing itself."""

    refresh_wanted = Signal()
    left = Signal()
    dates_wanted = Signal(object)
    special_wanted = Signal()
    reset_wanted = Signal(object)
    lock_wanted = Signal(object)
    figures_wanted = Signal(object)
    """The kept figures of a locked `PeriodLine` are to be shown beside the present ones."""
    rule_wanted = Signal(int)
    usual_rules_wanted = Signal()
    days_wanted = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Kỳ báo cáo"))
        self._today = today
        self._is_editable = True
        self._wanted = ""
        back = QPushButton(self.tr("Quay lại"), self)
        back.setIcon(icons.icon("chevron-left"))
        back.clicked.connect(self.left)
        self.year = ChoiceCombo(self.tr("Năm"), self, 6)
        self.year.currentIndexChanged.connect(lambda _: self.refresh_wanted.emit())
        self.on_request = QCheckBox(self.tr("Cả kỳ tháng và 9 tháng"), self)
        self.on_request.toggled.connect(lambda _: self.refresh_wanted.emit())
        self._tabs = Segments((self.tr("Các kỳ báo cáo"), self.tr("Quy tắc")), self)
        self._tabs.chosen.connect(self.show_tab)
        head = bar([back, self._title(), None, self.year, self.on_request, self._tabs], self)
        self._refusal = Strip(actions=((_CLOSE, self.tr("Đóng")),), parent=self)
        self._refusal.chosen.connect(lambda _: self.show_refusal(""))
        self._refusal.hide()
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._periods_part())
        self._stack.addWidget(self._rules_part())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (head, self._refusal):
            layout.addWidget(widget)
        layout.addWidget(self._stack, 1)
        self.setFocusProxy(self.table)
        self._enable()

    # --- what is shown

    def refresh(self) -> None:
        """Ask for everything that is shown, anew."""
        self.refresh_wanted.emit()

    def chosen_year(self) -> int | None:
        """Return the year whose periods are shown, None before any was offered."""
        year: int | None = self.year.value()
        return year

    def show_periods(self, years: Sequence[int], year: int, lines: Sequence[PeriodLine]) -> None:
        """Show the periods of a year; the chosen one stays chosen."""
        chosen = self._wanted or (line.period.key if (line := self.chosen()) is not None else "")
        self._wanted = ""
        self.year.offer((value, str(value)) for value in years)
        self.year.choose(year)
        self.model.show_lines(lines, self._today())
        self.choose(chosen)
        self._chosen_changed()

    def show_rules(self, rules: Sequence[PeriodRule], days: StatusRules) -> None:
        """Show the rules of the periods and the numbers of days."""
        self.rules.show_rows(rules)
        self._days.setText(days_words(days))

    def show_figures(self, key: str, lines: Sequence[FigureLine]) -> None:
        """Show the figures of the chosen period, if it is still chosen."""
        line = self.chosen()
        if line is None or line.period.key != key:
            return
        changed = sum(one.differs for one in lines)
        words = self.tr("{} số khác so với lúc chốt.") if changed else self.tr("Số liệu hiện nay như lúc chốt.")
        again = self.tr("Hoàn tác việc chốt thì kỳ mở lại.")
        self._figures_title.setText(f"{line.period.title}. {words.format(changed)} {again}")
        self.figures.show_figures(lines)
        self._below.show()

    def choose(self, key: str) -> None:
        """Choose a period, now or as soon as it is shown; without one the first that still comes."""
        row = self.model.row_of(key)
        if row is None:
            self._wanted = key
            row = next((n for n in range(self.model.rowCount()) if self._is_coming(n)), None)
        if row is None and self.model.rowCount():
            row = 0
        if row is not None and row != self.table.chosen_row():
            self.table.setCurrentIndex(self.model.index(row, 0))

    def want(self, key: str) -> None:
        """Choose a period as soon as the list that holds it is shown."""
        self._wanted = key

    def chosen(self) -> PeriodLine | None:
        """Return the chosen period."""
        return self.model.row(self.table.chosen_row())

    def set_editable(self, is_editable: bool) -> None:
        """Let the data be changed, or only be looked at."""
        self._is_editable = is_editable
        self._enable()

    def show_refusal(self, sentence: str) -> None:
        """Say in place why something was not done; '' says nothing any more."""
        self._refusal.set_sentence(sentence)
        self._refusal.setVisible(bool(sentence))

    def refusal(self) -> str:
        """Return what is said, '' for nothing."""
        return "" if self._refusal.isHidden() else self._refusal.sentence()

    def show_tab(self, number: int) -> None:
        """Show the periods (0) or the rules (1)."""
        self._tabs.check(number)
        self._stack.setCurrentIndex(number)
        self.setFocusProxy(self.rules_table if number == _RULES else self.table)
        for widget in (self.year, self.on_request):
            widget.setVisible(number == _PERIODS)

    def _is_coming(self, row: int) -> bool:
        line = self.model.row(row)
        return line is not None and line.period.window.end >= self._today()

    # --- what is chosen

    def _chosen_changed(self) -> None:
        line = self.chosen()
        self._enable()
        if line is not None and line.is_locked:
            self.figures_wanted.emit(line)
        else:
            self._below.hide()

    def _enable(self) -> None:
        line = self.chosen()
        can_edit = self._is_editable and line is not None and not line.is_locked
        self._edit.setEnabled(can_edit)
        self._lock.setEnabled(can_edit)
        is_special = line is not None and line.is_special
        self._reset.setText(self.tr("Xóa kỳ") if is_special else self.tr("Về ngày theo quy tắc"))
        self._reset.setEnabled(can_edit and line is not None and (line.is_own or line.is_special))
        for button in (self._add, self._rule, self._usual, self._change_days):
            button.setEnabled(self._is_editable)

    def _edit_dates(self) -> None:
        if self._edit.isEnabled():
            self.dates_wanted.emit(self.chosen())

    def _reset_chosen(self) -> None:
        if self._reset.isEnabled():
            self.reset_wanted.emit(self.chosen())

    def _edit_rule(self) -> None:
        row = self.rules_table.chosen_row()
        if row is not None and self._rule.isEnabled():
            self.rule_wanted.emit(row)

    # --- building

    def _title(self) -> QLabel:
        title = QLabel(self.windowTitle(), self)
        title.setObjectName("pageTitle")
        return title

    def _periods_part(self) -> QWidget:
        self.model = PeriodsModel(self)
        self.table = KeyTable(self.model, PERIOD_COLUMNS, self)
        self.table.setAccessibleName(self.tr("Các kỳ báo cáo"))
        self.table.edit_wanted.connect(self._edit_dates)
        self.table.delete_wanted.connect(self._reset_chosen)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._chosen_changed())
        self._edit = self._button(self.tr("Sửa các ngày…"), "pencil", self._edit_dates)
        self._lock = self._button(self.tr("Chốt số liệu…"), "lock", lambda: self.lock_wanted.emit(self.chosen()))
        self._reset = self._button(self.tr("Về ngày theo quy tắc"), "undo-2", self._reset_chosen)
        self._add = self._button(self.tr("Thêm kỳ đột xuất…"), "plus", self.special_wanted.emit)
        foot = bar([self._edit, self._lock, self._reset, None, self._add], self)
        part, layout = _column(self)
        split = QSplitter(Qt.Orientation.Vertical, part)
        split.setChildrenCollapsible(False)
        above, column = _column(split)
        column.addWidget(self.table, 1)
        column.addWidget(foot)
        split.addWidget(above)
        split.addWidget(self._figures_part(split))
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        layout.addWidget(split)
        return part

    def _figures_part(self, parent: QWidget) -> QWidget:
        self._below, layout = _column(parent)
        self._figures_title = plain_label(parent=self._below, style="paneTitle")
        self.figures = FiguresModel(self)
        table = RowTable(self.figures, FIGURE_COLUMNS, self._below)
        table.setAccessibleName(self.tr("Số liệu đã chốt và hiện nay"))
        layout.addWidget(self._figures_title)
        layout.addWidget(table, 1)
        self._below.hide()
        return self._below

    def _rules_part(self) -> QWidget:
        part, layout = _column(self)
        self.rules = RulesModel(self)
        words = self.tr("Ngày của từng kỳ được tính theo các quy tắc dưới đây, kể từ tháng cuối của kỳ.")
        self.rules_table = KeyTable(self.rules, RULE_COLUMNS, part)
        self.rules_table.setAccessibleName(self.tr("Quy tắc kỳ báo cáo"))
        self.rules_table.edit_wanted.connect(self._edit_rule)
        self._rule = self._button(self.tr("Sửa quy tắc…"), "pencil", self._edit_rule)
        self._usual = self._button(self.tr("Lấy lại quy tắc mặc định"), "undo-2", self.usual_rules_wanted.emit)
        self._days = plain_label(parent=part)
        self._change_days = self._button(self.tr("Sửa số ngày…"), "pencil", self.days_wanted.emit)
        layout.addWidget(bar([plain_label(words, part, "secondary")], part))
        layout.addWidget(self.rules_table, 1)
        layout.addWidget(bar([self._rule, self._usual, None], part))
        layout.addWidget(bar([self._days, self._change_days], part))
        return part

    def _button(self, words: str, icon: str, answer: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, self)
        button.setIcon(icons.icon(icon))
        button.clicked.connect(lambda: answer())
        return button


def _column(parent: QWidget) -> tuple[QWidget, QVBoxLayout]:
    part = QWidget(parent)
    layout = QVBoxLayout(part)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return part, layout
