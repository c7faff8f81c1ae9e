"""The pane 'Chỉ tiêu đang chọn': what is planned, how it went, and the value of the chosen period."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.followup.reporting import ReportingPeriod
from cchc_desktop.domain.indicators.values import Verdict
from cchc_desktop.services.indicator_sheet import MeasuredIndicator
from cchc_desktop.ui import icons
from cchc_desktop.ui.following.looks import verdict_look
from cchc_desktop.ui.indicators.entry_form import EntryForm
from cchc_desktop.ui.indicators.evidence_row import EvidenceMaker
from cchc_desktop.ui.indicators.lines import stage_title
from cchc_desktop.ui.indicators.model import IndicatorModel, bound_of
from cchc_desktop.ui.indicators.trend import ResultsChart, Series
from cchc_desktop.ui.indicators.typed import TypedValue
from cchc_desktop.ui.indicators.words import amount_words, axis_period, missing_words, short_period, target_words
from cchc_desktop.ui.widgets.cards import bar, icon_label, plain_label, primary_button
from cchc_desktop.ui.widgets.chips import Chip
from cchc_desktop.ui.widgets.elided_label import ElidedLabel
from cchc_desktop.ui.widgets.empty import EmptyState
from cchc_desktop.ui.widgets.link_button import LinkButton
from cchc_desktop.ui.widgets.small_button import small_button
from cchc_desktop.ui.widgets.stops import order_stops

_WIDTH_LETTERS, _LEAST_LETTERS = 40, 30
_LEAST = 280


class IndicatorPane(QWidget):
    """Shows what the page gives it and tells what is wanted; it changes nothing itself."""

    typed = Signal(object)
    """A list with one `TypedValue`."""
    step_wanted = Signal(int)
    """The indicator before (-1) or after (1)."""
    edit_wanted = Signal()
    target_wanted = Signal()

    def __init__(
        self, today: Callable[[], date], evidence: EvidenceMaker | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._is_editable = True
        self._make_head()
        self._make_facts()
        self.chart = ResultsChart(self)
        self.form = EntryForm(today, evidence, self)
        self.form.typed.connect(self.typed)
        self._make_missing()
        self._make_foot()
        self._lay_out()
        self.show_indicator(None, None, None, None)
        order_stops(self.stops())

    # --- what is shown

    def show_indicator(
        self,
        one: MeasuredIndicator | None,
        period: ReportingPeriod | None,
        kept: TypedValue | None,
        grid: IndicatorModel | None,
    ) -> None:
        """Show an indicator with the value of a period and what was typed about it."""
        self._stack.setCurrentWidget(self._empty if one is None else self._area)
        self._foot.setVisible(one is not None)
        self.form.show_value(one, period, kept)
        if one is None or grid is None:
            return
        self.chip.show_look(verdict_look(one.judgement.verdict))
        number = self.tr("TT {}").format(one.row.number) if one.row.number else ""
        self._place.show_words(" · ".join(part for part in (stage_title(one), number) if part))
        self._title.setText(one.row.text)
        self._target.setText(self._target_words(one))
        self._agency.setText(one.row.agency_words or one.agency or self.tr("(chưa ghi)"))
        self._show_chart(one, grid)
        title = short_period(period.title) if period is not None else ""
        self._entry_title.setText(self.tr("Nhập số liệu kỳ: {}").format(title))
        self._show_missing(one, period)

    def set_editable(self, is_editable: bool) -> None:
        """Let values be typed, or only be read."""
        self._is_editable = is_editable
        self.form.set_editable(is_editable)
        for button in (self.save, self.edit, self.correct, self.why):
            button.setEnabled(is_editable)

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().averageCharWidth() * _WIDTH_LETTERS
        return QSize(max(_LEAST, width), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        letters = self.fontMetrics().averageCharWidth() * _LEAST_LETTERS
        return QSize(max(_LEAST, letters, self._foot.sizeHint().width()), super().minimumSizeHint().height())

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in order."""
        buttons = [self.back, self.forward, self.correct]
        return [*buttons, *self.form.fields(), self.why, self.save, self.edit]

    def _target_words(self, one: MeasuredIndicator) -> str:
        reading = target_words(one.target)
        written = (one.row.target_words or "").strip()
        is_own = written and not reading.startswith(written)
        return f"“{written}”\n{reading}" if is_own else reading

    def _show_chart(self, one: MeasuredIndicator, grid: IndicatorModel) -> None:
        points = grid.points(one)
        unit = one.target.unit or one.row.unit
        head = self.tr("Kết quả qua các kỳ")
        self._chart_title.setText(f"{head} ({unit})" if unit else head)
        for widget in (self._chart_head, self.chart):
            widget.setVisible(bool(points))
        if not points:
            self.chart.show_series(Series())
            return
        bound = bound_of(one, points[-1][0])
        words = self.tr("kế hoạch {}").format(amount_words(bound, None)) if bound is not None else ""
        places = grid.places(one)
        shown = tuple(
            (axis_period(period.title), amount, amount_words(amount, None, places)) for period, amount in points
        )
        self.chart.show_series(Series(shown, bound, words, one.judgement.verdict is Verdict.NOT_MET))

    def _show_missing(self, one: MeasuredIndicator, period: ReportingPeriod | None) -> None:
        judged = one.judgement.value
        sentence = missing_words(one.target, one.judgement)
        is_here = judged is not None and period is not None and judged.period == period.key
        if one.judgement.verdict is Verdict.NOT_MET and not (judged and judged.reason):
            sentence = " ".join((sentence, self.tr("Cần nêu nguyên nhân trong báo cáo."))).strip()
        if one.judgement.verdict is Verdict.ASKED:
            sentence = self.tr("Chương trình không tự đánh giá được chỉ tiêu này. Chọn đánh giá của cơ quan.")
        self._missing.setText(sentence if is_here else "")
        self._missing_box.setVisible(bool(self._missing.text()))
        missed = one.judgement.verdict in (Verdict.NOT_MET, Verdict.NEAR)
        self.why.setVisible(missed and not (judged and judged.reason))

    # --- building

    def _make_head(self) -> None:
        title = QLabel(self.tr("Chỉ tiêu đang chọn"), self)
        title.setObjectName("fieldName")
        self.back = small_button("chevron-left", self.tr("Chỉ tiêu trước"), self)
        self.forward = small_button("chevron-right", self.tr("Chỉ tiêu sau"), self)
        self.back.clicked.connect(lambda: self.step_wanted.emit(-1))
        self.forward.clicked.connect(lambda: self.step_wanted.emit(1))
        self._head = bar([title, None, self.back, self.forward], self, is_slim=True)

    def _make_facts(self) -> None:
        self.chip = Chip(self)
        self._place = ElidedLabel(self)
        self._place.setObjectName("secondary")
        self._place.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._title = plain_label(parent=self, style="itemTitle")
        self._target = plain_label(parent=self)
        self._agency = plain_label(parent=self)
        self.correct = small_button("pencil", self.tr("Sửa cách hiểu chỉ tiêu…"), self)
        self.correct.clicked.connect(self.target_wanted)
        self._chart_head, self._chart_title = self._heading("trending-up")
        self._entry_head, self._entry_title = self._heading("pencil")

    def _heading(self, icon: str) -> tuple[QWidget, QLabel]:
        head, words = QWidget(self), plain_label(parent=self, style="fieldName")
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(6)
        row.addWidget(icon_label(icon, head))
        row.addWidget(words, 1)
        return head, words

    def _make_missing(self) -> None:
        self._missing_box = QFrame(self)
        self._missing_box.setObjectName("doubt")
        self._missing = plain_label(parent=self._missing_box)
        self.why = LinkButton(self.tr("Ghi nguyên nhân…"), self._missing_box)
        self.why.clicked.connect(self._ask_reason)
        column = QVBoxLayout(self._missing_box)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(icon_label("triangle-alert", self._missing_box, token="text"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._missing, 1)
        column.addLayout(row)
        column.addWidget(self.why, 0, Qt.AlignmentFlag.AlignLeft)

    def _ask_reason(self) -> None:
        self.form.ask_reason()
        QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(self.form.reason))

    def _make_foot(self) -> None:
        self.save = primary_button(self.tr("Lưu, sang dòng sau"), self)
        self.save.setIcon(icons.icon("check", "on_accent"))
        self.save.clicked.connect(self._save)
        self.edit = QPushButton(icons.icon("pencil", "text"), self.tr("Sửa…"), self)
        self.edit.setToolTip(self.tr("Sửa câu chữ của chỉ tiêu"))
        self.edit.clicked.connect(self.edit_wanted)
        self._foot = bar([self.save, None, self.edit], self)

    def _save(self) -> None:
        self.form.commit()
        self.step_wanted.emit(1)
        self.form.value.setFocus()
        self.form.value.selectAll()

    def _lay_out(self) -> None:
        content = QWidget(self)
        content.setObjectName("inspectorPage")
        column = QVBoxLayout(content)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.chip)
        top.addWidget(self._place, 1)
        column.addLayout(top)
        column.addWidget(self._title)
        column.addLayout(self._facts())
        for widget in (self._chart_head, self.chart, self._entry_head, self.form, self._missing_box):
            column.addWidget(widget)
        column.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setObjectName("inspectorArea")
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(content)
        self._empty = EmptyState("target", self.tr("Chọn một chỉ tiêu để xem chi tiết."), "", self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._area)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._foot)

    def _facts(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(4)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        plan = QHBoxLayout()
        plan.setSpacing(4)
        plan.addWidget(self._target, 1)
        plan.addWidget(self.correct, 0, Qt.AlignmentFlag.AlignTop)
        for words, field in ((self.tr("Kế hoạch"), plan), (self.tr("Theo dõi"), self._agency)):
            label = QLabel(words, self)
            label.setObjectName("fieldName")
            form.addRow(label, field)
        return form
