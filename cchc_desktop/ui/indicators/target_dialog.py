"""A person's correction of how the words of a target were read."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.indicators.targets import Operator, Target, YearlyStep, read_target
from cchc_desktop.domain.written_numbers import parse_number, show_number
from cchc_desktop.services.indicator_sheet import MeasuredIndicator
from cchc_desktop.ui.indicators.words import OPERATOR_WORDS, target_words
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.entry_dialog import EntryDialog, entry_form
from cchc_desktop.ui.widgets.form_fields import ChoiceCombo
from cchc_desktop.ui.widgets.stops import order_stops
from cchc_desktop.ui.widgets.text_fields import LineField

_LOW = frozenset({Operator.EQUAL, Operator.AT_LEAST, Operator.ABOVE, Operator.RANGE})
_HIGH = frozenset({Operator.AT_MOST, Operator.BELOW, Operator.RANGE, Operator.RANK})
_STEPPED = frozenset({Operator.EQUAL, Operator.AT_LEAST, Operator.ABOVE, Operator.AT_MOST, Operator.BELOW})


class TargetDialog(EntryDialog):
    """`target` is the reading as typed, None where the words are to be read again."""

    def __init__(self, one: MeasuredIndicator, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, title="", primary="")
        self.setWindowTitle(self.tr("Sửa cách hiểu chỉ tiêu"))
        self.name_primary(self.tr("Lưu cách hiểu"))
        self._one = one
        self.operator = ChoiceCombo(self.tr("So sánh"), self)
        self.operator.offer(OPERATOR_WORDS.items())
        self.low = LineField(self.tr("Số của kế hoạch"), self)
        self.high = LineField(self.tr("Số của kế hoạch, hoặc số cuối"), self)
        self.unit = LineField(self.tr("Đơn vị"), self)
        self.step = LineField(self.tr("Mỗi năm tăng"), self, self.tr("để trống nếu không có; số âm là giảm"))
        self.step_kind = ChoiceCombo(self.tr("Mức tăng tính theo"), self)
        self.step_kind.offer(
            [
                (None, self.tr("Chưa xác định")),
                (True, self.tr("Điểm, cộng thẳng vào số của năm trước")),
                (False, self.tr("Phần trăm của số năm trước")),
            ]
        )
        self.again = QCheckBox(self.tr("Để chương trình hiểu lại theo câu chữ"), self)
        self._reading = plain_label(parent=self)
        self._lay_out()
        self._show(one.target)
        self._first = self._read()
        self._connect()
        order_stops([*self.stops(), *self.foot_stops()])
        self.operator.setFocus()
        self._check()

    def target(self) -> Target | None:
        """Return the reading as typed; InvalidInput for what is no number. None: the words are read again."""
        if self.again.isChecked():
            return None
        operator, unit = self.operator.value(), self.unit.words() or None
        low = _number(self.low) if operator in _LOW else None
        high = _number(self.high) if operator in _HIGH else None
        amount = _number(self.step) if operator in _STEPPED else None
        step = YearlyStep(amount, self.step_kind.value()) if amount is not None else None
        out_of = self._one.target.out_of if operator is Operator.RANK else None
        return Target(self._one.row.target_words or "", operator, low, high, unit, out_of, step)

    def has_typed(self) -> bool:
        """Tell whether something was changed that leaving would lose."""
        return self._read() != self._first

    def stops(self) -> list[QWidget]:
        """Return what Tab visits above the buttons, in reading order."""
        return [self.operator, self.low, self.high, self.unit, self.step, self.step_kind, self.again]

    # --- inside

    def _read(self) -> tuple[object, ...]:
        fields = (self.low, self.high, self.unit, self.step)
        return (
            self.operator.value(), self.step_kind.value(), self.again.isChecked(), *(field.words() for field in fields)
        )  # fmt: skip

    def _show(self, target: Target) -> None:
        self.operator.choose(target.operator)
        self.low.show_words(_words_of(target.low))
        self.high.show_words(_words_of(target.high))
        self.unit.show_words(target.unit or "")
        if target.step is not None:
            self.step.show_words(_words_of(target.step.amount))
            self.step_kind.choose(target.step.is_points)

    def _lay_out(self) -> None:
        self._form = entry_form()
        self._labels: dict[QWidget, QLabel] = {}
        for words, field in (
            (self.tr("So sánh"), self.operator),
            (self.tr("Số của kế hoạch"), self.low),
            (self.tr("Không quá, hoặc số cuối"), self.high),
            (self.tr("Đơn vị"), self.unit),
            (self.tr("Mỗi năm tăng"), self.step),
            (self.tr("Tính theo"), self.step_kind),
        ):
            label = QLabel(words, self)
            self._labels[field] = label
            self._form.addRow(label, field)
        written = self.tr("Kế hoạch ghi: “{}”. Câu chữ này giữ nguyên.").format(self._one.row.target_words or "")
        self.body.addWidget(plain_label(self._one.row.text, self, "itemTitle"))
        self.body.addWidget(plain_label(written, self))
        self.body.addLayout(self._form)
        self.body.addWidget(self.again)
        self.body.addWidget(self._reading)

    def _connect(self) -> None:
        for field in (self.low, self.high, self.unit, self.step):
            field.textChanged.connect(self._check)
        self.operator.currentIndexChanged.connect(self._check)
        self.step_kind.currentIndexChanged.connect(self._check)
        self.again.toggled.connect(self._check)

    def _check(self) -> None:
        operator, is_again = self.operator.value(), self.again.isChecked()
        shown = {
            self.low: operator in _LOW,
            self.high: operator in _HIGH,
            self.unit: operator is not Operator.WORDS,
            self.step: operator in _STEPPED,
            self.step_kind: operator in _STEPPED and bool(self.step.words()),
        }
        for field, is_shown in shown.items():
            self._form.setRowVisible(field, is_shown)
        for field in (self.operator, *shown):
            field.setEnabled(not is_again)
        try:
            target = self.target() or read_target(self._one.row.target_words, self._one.row.unit)
            is_whole = is_again or all(field.words() for field in (self.low, self.high) if shown[field])
            self._reading.setText(self.tr("Hiểu là: {}").format(target_words(target)) if is_whole else "")
            self.set_ready(is_whole, "" if is_whole else self.tr("Cần nhập số của kế hoạch."))
        except InvalidInput as error:
            self._reading.setText("")
            self.set_ready(False, error.message)


def _number(field: LineField) -> Decimal | None:
    return parse_number(field.words()) if field.words() else None


def _words_of(number: Decimal | None) -> str:
    return "" if number is None else show_number(number).replace(".", "")
