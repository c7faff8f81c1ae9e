"""The bar over the grid: grouping, search, the period that is entered, the filter by verdict, a menu of the rest."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from cchc_desktop.domain.followup.reporting import ReportingPeriod
from cchc_desktop.domain.indicators.values import VERDICT_NAMES
from cchc_desktop.ui.indicators.words import short_period
from cchc_desktop.ui.widgets.form_fields import ChoiceCombo
from cchc_desktop.ui.widgets.search_field import SearchField
from cchc_desktop.ui.widgets.segments import Segments
from cchc_desktop.ui.widgets.small_button import small_button
from cchc_desktop.ui.workbench.filters_chip import FilterChip

_PERIOD_LETTERS = 13
_LEAST_SEARCH, _MOST_SEARCH = 14, 44


class IndicatorBar(QWidget):
    """Tells what is chosen; `command_wanted` carries the name of a command of the page."""

    grouping_chosen = Signal(bool)
    """True: by agency."""
    filter_changed = Signal()
    period_chosen = Signal(str)
    command_wanted = Signal(str)
    escaped = Signal()
    """The search field was left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._allowed: Callable[[str], bool] = lambda command: True
        self.grouping = Segments((self.tr("Theo giai đoạn"), self.tr("Theo cơ quan")), self)
        self.search = SearchField(self.tr("Tìm chỉ tiêu"), self.tr("Tìm chỉ tiêu (Ctrl+F)"), self)
        self.search.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEAST_SEARCH)
        self.search.setMaximumWidth(self.fontMetrics().averageCharWidth() * _MOST_SEARCH)
        self.period = ChoiceCombo(self.tr("Kỳ đang nhập"), self, _PERIOD_LETTERS)
        self.verdicts = FilterChip(self.tr("Đánh giá"), self._verdict_choices, self)
        self.more = small_button("ellipsis", self.tr("Thao tác khác"), self)
        self._lay_out()
        self._connect()

    def words(self) -> str:
        """Return what is searched for."""
        return self.search.words()

    def clear_filter(self) -> None:
        """Show everything, and tell."""
        self.search.show_words("")
        self.verdicts.set_values(())
        self.filter_changed.emit()

    def offer_periods(self, periods: Sequence[ReportingPeriod], chosen: str | None) -> None:
        """Offer other periods without telling anyone."""
        self.period.offer((one.key, self.tr("Kỳ: {}").format(short_period(one.title))) for one in periods)
        self.period.setEnabled(bool(periods))
        self.choose_period(chosen)

    def choose_period(self, period: str | None) -> None:
        """Name the period that is entered without telling anyone."""
        self.period.choose(period)

    def set_allowed(self, allowed: Callable[[str], bool]) -> None:
        """Say how to ask which commands can be carried out now."""
        self._allowed = allowed

    def menu(self) -> QMenu:
        """Return a new menu of the commands."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for command, words in self._commands().items():
            if not words:
                menu.addSeparator()
                continue
            action = menu.addAction(words)
            action.setEnabled(self._allowed(command))
            action.triggered.connect(lambda _=False, name=command: self.command_wanted.emit(name))
        return menu

    def _commands(self) -> Mapping[str, str]:
        return {
            "copy": self.tr("Sao chép\tCtrl+C"),
            "paste": self.tr("Dán số liệu\tCtrl+V"),
            "clear": self.tr("Xóa giá trị trong ô\tDelete"),
            "-": "",
            "add": self.tr("Thêm chỉ tiêu…"),
            "edit": self.tr("Sửa chỉ tiêu…"),
            "correct": self.tr("Sửa cách hiểu chỉ tiêu…"),
            "delete": self.tr("Xóa chỉ tiêu"),
            "--": "",
            "near": self.tr("Mức coi là gần đạt…"),
        }

    def _verdict_choices(self) -> list[tuple[str, Mapping[str, str]]]:
        return [("", {verdict.value: words for verdict, words in VERDICT_NAMES.items()})]

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self.grouping)
        row.addWidget(self.search, 100)
        row.addWidget(self.period)
        row.addWidget(self.verdicts)
        row.addStretch(1)
        row.addWidget(self.more)

    def _connect(self) -> None:
        self.grouping.chosen.connect(lambda number: self.grouping_chosen.emit(number == 1))
        self.search.settled.connect(self.filter_changed)
        self.search.entered.connect(self.escaped)
        self.search.escaped.connect(self._leave_search)
        self.verdicts.chosen.connect(lambda _: self.filter_changed.emit())
        self.period.currentIndexChanged.connect(lambda _: self._tell_period())
        self.more.clicked.connect(lambda: self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height()))))

    def _leave_search(self) -> None:
        if self.search.words():
            self.search.show_words("")
        else:
            self.escaped.emit()

    def _tell_period(self) -> None:
        period = self.period.value()
        if period is not None:
            self.period_chosen.emit(period)
