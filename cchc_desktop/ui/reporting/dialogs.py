"""The short dialogs of Kỳ báo cáo: dates of one period, a report out of turn, a rule, numbers of days, closing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtWidgets import QCheckBox, QGridLayout, QPushButton, QWidget

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.followup.reporting import PeriodRule, PeriodStep, ReportingPeriod
from cchc_desktop.domain.followup.status import StatusRules
from cchc_desktop.domain.periods import Period
from cchc_desktop.services.period_figures import FigureLine
from cchc_desktop.ui.reporting.fields import NumberField, RuleDayField
from cchc_desktop.ui.reporting.words import DAY_WORDS, STEP_WORDS, rule_title, sample_words, window_words
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.entry_dialog import EntryDialog, entry_form
from cchc_desktop.ui.widgets.form_fields import DateField
from cchc_desktop.ui.widgets.stops import order_stops
from cchc_desktop.ui.widgets.text_fields import LineField


class DatesDialog(EntryDialog):
    """The four dates of one period; `dates` are those that were changed."""

    def __init__(self, period: ReportingPeriod, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Sửa các ngày của kỳ báo cáo"), self.tr("Lưu"), parent)
        self._period = period
        self.fields = {step: _date_field(STEP_WORDS[step], self, lambda: period.window.end.year) for step in PeriodStep}
        form = entry_form()
        for step, field in self.fields.items():
            field.show_date(getattr(period, step.value))
            field.textChanged.connect(self._check)
            form.addRow(STEP_WORDS[step], field)
        words = self.tr("Số liệu {}. Ngày đặt ở đây chỉ dùng cho kỳ này; quy tắc chung không đổi.")
        self.body.addWidget(plain_label(period.title, self, "itemTitle"))
        self.body.addWidget(plain_label(words.format(window_words(period)), self, "secondary"))
        self.body.addLayout(form)
        order_stops([*self.fields.values(), *self.foot_stops()])
        self.fields[PeriodStep.HAND_IN].setFocus()
        self._check()

    def dates(self) -> Mapping[PeriodStep, date]:
        """Return the dates that are others than before."""
        days = {step: field.day() for step, field in self.fields.items()}
        return {step: day for step, day in days.items() if day is not None and day != getattr(self._period, step.value)}

    def has_typed(self) -> bool:
        return bool(self.dates()) or any(field.day() is None for field in self.fields.values())

    def _check(self) -> None:
        missing = [STEP_WORDS[step].lower() for step, field in self.fields.items() if field.day() is None]
        note = self.tr("Cần nhập ngày {}.").format(missing[0]) if missing else ""
        self.set_ready(not missing, note)


@dataclass(frozen=True, slots=True)
class SpecialReport:
    """A report out of turn as typed."""

    title: str
    window: Period
    hand_in: date
    submitted: date
    sent: date


class SpecialDialog(EntryDialog):
    """A report out of turn: its name, its data, its dates."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Thêm kỳ báo cáo đột xuất"), self.tr("Thêm kỳ"), parent)
        self.title = LineField(self.tr("Tên kỳ báo cáo"), self, self.tr("Báo cáo đột xuất theo yêu cầu của thành phố"))
        names = {
            "start": self.tr("Số liệu từ ngày"),
            "end": self.tr("Số liệu đến ngày"),
            "hand_in": STEP_WORDS[PeriodStep.HAND_IN],
            "submitted": STEP_WORDS[PeriodStep.SUBMITTED],
            "sent": STEP_WORDS[PeriodStep.SENT],
        }
        self.days = {key: _date_field(name, self, lambda: today().year) for key, name in names.items()}
        form = entry_form()
        form.addRow(self.tr("Tên kỳ"), self.title)
        for key, field in self.days.items():
            form.addRow(f"{names[key]} *", field)
            field.textChanged.connect(self._check)
        self.body.addLayout(form)
        order_stops([self.title, *self.days.values(), *self.foot_stops()])
        self.title.setFocus()
        self._check()

    def report(self) -> SpecialReport:
        """Return what was typed; call only when `confirmed` came."""
        start, end, hand_in, submitted, sent = (field.day() for field in self.days.values())
        assert start and end and hand_in and submitted and sent, "checked before it can be confirmed"
        return SpecialReport(self.title.words(), Period(start, end), hand_in, submitted, sent)

    def has_typed(self) -> bool:
        return bool(self.title.words() or any(field.text().strip() for field in self.days.values()))

    def _check(self) -> None:
        start, end = self.days["start"].day(), self.days["end"].day()
        if any(field.day() is None for field in self.days.values()):
            self.set_ready(False, self.tr("Cần nhập đủ năm ngày."))
        elif start and end and end < start:
            self.set_ready(False, self.tr("Ngày cuối của số liệu trước ngày đầu."))
        else:
            self.set_ready(True)


class RuleDialog(EntryDialog):
    """The days by which the periods of one kind are made, with what they give in a year."""

    def __init__(self, rule: PeriodRule, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Sửa quy tắc kỳ báo cáo"), self.tr("Lưu"), parent)
        self._rule = rule
        self.days = {name: RuleDayField(words, getattr(rule, name), self) for name, words in DAY_WORDS.items()}
        self.regular = QCheckBox(self.tr("Các đơn vị phải cập nhật từng nhiệm vụ cho kỳ này"), self)
        self.regular.setChecked(rule.is_regular)
        self.regular.toggled.connect(self._check)
        self._sample = plain_label(parent=self, style="secondary")
        form = entry_form()
        for name, field in self.days.items():
            form.addRow(DAY_WORDS[name], field)
            field.changed.connect(self._check)
        words = self.tr("Tháng được tính từ tháng cuối của kỳ. Ngày mà tháng không có là ngày cuối tháng.")
        self.body.addWidget(plain_label(rule_title(rule), self, "itemTitle"))
        self.body.addWidget(plain_label(words, self, "secondary"))
        self.body.addLayout(form)
        self.body.addWidget(self.regular)
        self.body.addWidget(self._sample)
        fields = [stop for field in self.days.values() for stop in field.stops()]
        order_stops([*fields, self.regular, *self.foot_stops()])
        fields[0].setFocus()
        self._check()

    def rule(self) -> PeriodRule:
        """Return the rule as typed; days that are no day of a month are as before."""
        days = {name: value for name, field in self.days.items() if (value := field.value()) is not None}
        return replace(self._rule, is_regular=self.regular.isChecked(), **days)  # type: ignore[arg-type]

    def has_typed(self) -> bool:
        return self.rule() != self._rule or self._wrong() is not None

    def _wrong(self) -> str | None:
        return next((DAY_WORDS[name] for name, field in self.days.items() if field.value() is None), None)

    def _check(self) -> None:
        wrong, sample = self._wrong(), sample_words(self.rule())
        self._sample.setText(sample)
        if wrong is not None:
            self.set_ready(False, self.tr("“{}” cần một ngày từ 1 đến 31.").format(wrong))
        else:
            self.set_ready(bool(sample), "" if sample else self.tr("Ngày cuối của số liệu trước ngày đầu."))


class DaysDialog(EntryDialog):
    """The numbers of days by which statuses are told."""

    def __init__(self, rules: StatusRules, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Số ngày nhắc hạn"), self.tr("Lưu"), parent)
        self._rules = rules
        self.soon = NumberField(self.tr("Nhắc trước hạn"), self)
        self.summary = NumberField(self.tr("Chờ kết quả định kỳ"), self)
        self.asked = NumberField(self.tr("Hỏi cập nhật trước ngày gửi"), self, self.tr("không"))
        rows = (
            (self.soon, self.tr("Báo “Còn n ngày” khi còn (ngày)")),
            (self.summary, self.tr("Nhiệm vụ định kỳ quá hạn sau khi hết kỳ (ngày)")),
            (self.asked, self.tr("Báo “Chờ cập nhật” ở nhiệm vụ khác, trước ngày các đơn vị gửi (ngày)")),
        )
        form = QGridLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.setColumnStretch(0, 1)
        for number, (field, words) in enumerate(rows):
            form.addWidget(plain_label(words, self), number, 0)
            form.addWidget(field, number, 1)
            field.textChanged.connect(self._check)
        usual = QPushButton(self.tr("Số mặc định"), self)
        usual.setAutoDefault(False)
        usual.clicked.connect(lambda: self._fill(StatusRules()))
        after = self.tr("Để trống dòng cuối: chỉ nhiệm vụ thường xuyên báo “Chờ cập nhật kỳ này”.")
        self.body.addLayout(form)
        self.body.addWidget(plain_label(after, self, "secondary"))
        self.add_to_foot(usual)
        order_stops([self.soon, self.summary, self.asked, usual, *self.foot_stops()])
        self._fill(rules)
        self.soon.setFocus()

    def rules(self) -> StatusRules:
        """Return what was typed; call only when `confirmed` came."""
        soon, summary = self.soon.number(), self.summary.number()
        assert soon is not None and summary is not None, "checked before it can be confirmed"
        return StatusRules(soon, summary, self.asked.number())

    def has_typed(self) -> bool:
        typed = (self.soon.number(), self.summary.number(), self.asked.number())
        kept = (self._rules.soon_days, self._rules.summary_days, self._rules.update_asked_days)
        return typed != kept or self.asked.is_wrong()

    def _fill(self, rules: StatusRules) -> None:
        self.soon.show_number(rules.soon_days)
        self.summary.show_number(rules.summary_days)
        self.asked.show_number(rules.update_asked_days)
        self._check()

    def _check(self) -> None:
        wrong = self.soon.number() is None or self.summary.number() is None or self.asked.is_wrong()
        self.set_ready(not wrong, self.tr("Nhập số ngày bằng chữ số.") if wrong else "")


class LockDialog(EntryDialog):
    """Says what is kept when the figures of a period are closed."""

    def __init__(
        self, period: ReportingPeriod, as_of: date, figures: Sequence[FigureLine], parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Chốt số liệu"), self.tr("Chốt số liệu"), parent)
        words = self.tr(
            "Số liệu đến ngày {} được giữ lại như dưới đây. Kết quả vẫn ghi tiếp được; số đã chốt không đổi theo. "
            "Hoàn tác thì kỳ mở lại."
        )
        self.body.addWidget(plain_label(period.title, self, "itemTitle"))
        self.body.addWidget(plain_label(words.format(show_day(as_of)), self))
        for plan, sentence in kept_sentences(figures).items():
            self.body.addWidget(plain_label(f"{plan}\n{sentence}", self))
        if not figures:
            self.body.addWidget(plain_label(self.tr("Kỳ này không có kế hoạch nào đang theo dõi."), self, "doubt"))
        order_stops(self.foot_stops())
        self._primary.setFocus()


def kept_sentences(figures: Sequence[FigureLine]) -> dict[str, str]:
    """Return the figures of each plan in one line."""
    told: dict[str, list[str]] = {}
    for line in figures:
        if line.kept:
            told.setdefault(line.plan, []).append(f"{line.words.removeprefix('– ')}: {line.kept}")
    return {plan: "; ".join(parts) for plan, parts in told.items()}


def _date_field(name: str, parent: QWidget, year: Callable[[], int]) -> DateField:
    return DateField(name, parent, year)
