"""The entry of one value beside the grid: the number, its day, where it comes from, and a person's judgement."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFormLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.followup.reporting import ReportingPeriod
from cchc_desktop.domain.indicators.targets import Operator
from cchc_desktop.domain.indicators.values import VERDICT_NAMES, IndicatorValue, ValueMode, Verdict
from cchc_desktop.services.indicator_sheet import MeasuredIndicator
from cchc_desktop.ui.indicators.evidence_row import EvidenceMaker, EvidenceRow
from cchc_desktop.ui.indicators.fields import WrappedField
from cchc_desktop.ui.indicators.model import value_text
from cchc_desktop.ui.indicators.typed import CellKey, TypedValue
from cchc_desktop.ui.indicators.words import MODE_WORDS
from cchc_desktop.ui.widgets import text_menu
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.day_field import DayField
from cchc_desktop.ui.widgets.enter_key import ENTER
from cchc_desktop.ui.widgets.form_fields import ChoiceCombo
from cchc_desktop.ui.widgets.text_fields import LineField, LinesField

_BY_HAND = (Verdict.MET, Verdict.NEAR, Verdict.NOT_MET)
_VALUE_LETTERS = "000.000,00"
_COMBO_LETTERS = 14


class EntryForm(QWidget):
    """What is typed here is told by `typed` when the form is left, on Enter and on `commit`; nothing is lost before."""

    typed = Signal(object)
    """A list with one `TypedValue`."""

    def __init__(
        self, today: Callable[[], date], evidence: EvidenceMaker | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._one: MeasuredIndicator | None = None
        self._period: ReportingPeriod | None = None
        self._shown: dict[str, Any] = {}
        self._wrong_days: dict[CellKey, str] = {}
        self._is_filling = False
        self.value = LineField(self.tr("Giá trị"), self)
        self.value.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.value.setFixedWidth(self.fontMetrics().horizontalAdvance(_VALUE_LETTERS) + 18)
        self.unit = QLabel(self)
        self.unit.setTextFormat(Qt.TextFormat.PlainText)
        self.day = DayField(self.tr("Ngày của số liệu"), today, self)
        self.source = LineField(self.tr("Nguồn số liệu"), self, self.tr("VD: Báo cáo số 71/BC-TTPVHCC"))
        self.mode = ChoiceCombo(self.tr("Cách tính"), self, _COMBO_LETTERS)
        self.mode.offer(MODE_WORDS.items())
        self.verdict = ChoiceCombo(self.tr("Đánh giá"), self, _COMBO_LETTERS)
        self.verdict.offer([(None, self.tr("Chưa đánh giá")), *((one, VERDICT_NAMES[one]) for one in _BY_HAND)])
        self.reason = WrappedField(self.tr("Nguyên nhân chưa đạt"), self, self.tr("Nguyên nhân chưa đạt"))
        self.evidence = EvidenceRow(evidence, self) if evidence is not None else None
        self._doubt = plain_label(parent=self, style="doubt")
        self._lay_out()
        self._listen()

    # --- what is shown

    def show_value(
        self, one: MeasuredIndicator | None, period: ReportingPeriod | None, kept: TypedValue | None = None
    ) -> None:
        """Show the value of an indicator in a period and what was typed about it; what is being typed here stays.

        Going to another cell first tells what was typed about the one before.
        """
        is_same = self._key() == _cell(one, period)
        if not is_same:
            self.commit()
        is_touched = is_same and self.is_touched()
        self._one, self._period = one, period
        if not is_touched:
            text = {} if kept is None or kept.text is None else {"text": kept.text}
            self._write({**_stored(one, period), **(kept.details if kept is not None else {}), **text})
            self._shown = self._read()
        self._tell(kept.reason if kept is not None else "")

    def _tell(self, reason: str) -> None:
        """Say why something is not stored."""
        wrong = self._wrong_day()
        words = self.tr("“{}” không phải là ngày nên chưa được lưu. Nhập như 04/12/2026.")
        self._doubt.setText(reason or (words.format(wrong) if wrong else ""))
        self._show_parts()

    def ask_reason(self) -> None:
        """Open the field of the reason and go into it."""
        self._labels[self.reason].show()
        self.reason.show()
        self.reason.setFocus()

    def set_editable(self, is_editable: bool) -> None:
        """Let the value be typed, or only be read."""
        for field in self.fields():
            field.setEnabled(is_editable)

    def fields(self) -> list[QWidget]:
        """Return the fields in the order of Tab."""
        evidence = [self.evidence] if self.evidence is not None else []
        return [self.value, self.day, self.source, self.mode, self.verdict, *evidence, self.reason]

    # --- what is typed

    def is_touched(self) -> bool:
        """Tell whether something stands here that was not told."""
        return bool(self._changed())

    def commit(self) -> None:
        """Tell what was typed, where it differs from what is stored."""
        key, changed = self._key(), self._changed()
        if key is None or self._is_composing():
            return
        self._keep_wrong_day(key)
        if changed:
            self._shown |= changed
            details = {name: value for name, value in changed.items() if name != "text"}
            self.typed.emit([TypedValue(*key, changed.get("text"), details)])

    def _wrong_day(self) -> str:
        """Return what stands in the field of the day and is none."""
        return self.day.text().strip() if self.day.day() is None else ""

    def _keep_wrong_day(self, key: CellKey) -> None:
        """Keep what is no day until the value is shown again: it cannot be stored, nor is it lost."""
        self._wrong_days.pop(key, None)
        if self._wrong_day():
            self._wrong_days[key] = self._wrong_day()
        self._tell(self._doubt.text())

    def _changed(self) -> dict[str, Any]:
        if self._one is None or self._is_filling:
            return {}
        return {name: value for name, value in self._read().items() if value != self._shown.get(name)}

    def _read(self) -> dict[str, Any]:
        return {
            "text": self.value.words(),
            "measured_on": self._shown.get("measured_on") if self._wrong_day() else self.day.day(),
            "source": self.source.words() or None,
            "mode": self.mode.value(),
            "verdict": self.verdict.value(),
            "reason": "\n".join(self.reason.lines()) or None,
            "evidence": self.evidence.documents() if self.evidence is not None else self._shown.get("evidence", ()),
        }

    def _write(self, values: Mapping[str, Any]) -> None:
        self._is_filling = True
        self.value.show_words(values["text"])
        day, key = values["measured_on"], self._key()
        wrong = self._wrong_days.get(key, "") if key is not None else ""
        self.day.clear()
        self.day.setText(wrong or (show_day(day) if day else ""))
        self.source.show_words(values["source"] or "")
        self.mode.choose(values["mode"])
        self.verdict.choose(values["verdict"])
        self.reason.show_lines(tuple((values["reason"] or "").splitlines()))
        if self.evidence is not None:
            self.evidence.show_documents(values["evidence"], self._one.row.text if self._one is not None else "")
        self._is_filling = False

    def _key(self) -> CellKey | None:
        return _cell(self._one, self._period)

    def _is_composing(self) -> bool:
        return any(field.is_composing() for field in (self.value, self.source, self.reason))

    # --- looks

    def _lay_out(self) -> None:
        lines: tuple[LineField | DayField | LinesField, ...] = (self.value, self.day, self.source, self.reason)
        for line in lines:
            text_menu.install(line)
        head = QHBoxLayout()
        head.setSpacing(8)
        for widget in (self.value, self.unit, self.day):
            head.addWidget(widget)
        head.addStretch(1)
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(8)
        self._form.setVerticalSpacing(6)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._labels: dict[QWidget, QLabel] = {}
        for words, field in self._rows():
            label = QLabel(words, self)
            label.setObjectName("fieldName")
            self._labels[field] = label
            self._form.addRow(label, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self._form)
        column.addWidget(self._doubt)
        self._show_parts()

    def _rows(self) -> list[tuple[str, QWidget]]:
        rows: list[tuple[str, QWidget]] = [
            (self.tr("Nguồn"), self.source),
            (self.tr("Cách tính"), self.mode),
            (self.tr("Đánh giá"), self.verdict),
        ]
        if self.evidence is not None:
            rows.append((self.tr("Tài liệu"), self.evidence))
        return [*rows, (self.tr("Nguyên nhân"), self.reason)]

    def _show_parts(self) -> None:
        """Show the judgement where words are judged, the reason where there is one, the kind where numbers are."""
        target = self._one.target if self._one is not None else None
        self.unit.setText((target.unit or "") if target is not None else "")
        self.unit.setVisible(bool(self.unit.text()))
        is_asked = target is not None and (
            target.operator is Operator.WORDS
            or self._shown.get("verdict") is not None
            or (self._one is not None and self._one.judgement.verdict is Verdict.ASKED)
        )
        self._show_row(self.verdict, is_asked)
        self._show_row(
            self.mode, target is not None and not target.is_percent and target.operator is not Operator.WORDS
        )
        self._show_row(self.reason, bool(self.reason.lines()) or self.reason.hasFocus())
        self._doubt.setVisible(bool(self._doubt.text()))

    def _show_row(self, field: QWidget, is_shown: bool) -> None:
        field.setVisible(is_shown)
        self._labels[field].setVisible(is_shown)

    # --- leaving

    def _listen(self) -> None:
        for field in self.fields():
            field.installEventFilter(self)
        self.mode.currentIndexChanged.connect(lambda _: self.commit())
        self.verdict.currentIndexChanged.connect(lambda _: self.commit())
        if self.evidence is not None:
            self.evidence.changed.connect(self.commit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell what was typed on Enter in a line, and when the focus has left the form."""
        if event.type() is QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._focus_left)
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            is_enter = event.key() in ENTER and isinstance(watched, LineField | DayField)
            if is_enter and not self._is_composing():
                self.commit()
                return True
        return False

    def _focus_left(self) -> None:
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self.commit()


def _cell(one: MeasuredIndicator | None, period: ReportingPeriod | None) -> CellKey | None:
    return (one.row.id, period.key) if one is not None and period is not None else None


def _stored(one: MeasuredIndicator | None, period: ReportingPeriod | None) -> dict[str, Any]:
    """Return what is stored about a value, by the names of `measuring.ValueDetails`, and its text."""
    value: IndicatorValue | None = one.values.get(period.key) if one is not None and period is not None else None
    return {
        "text": value_text(value),
        "measured_on": value.measured_on if value else None,
        "source": value.source if value else None,
        "mode": value.mode if value else ValueMode.CUMULATIVE,
        "verdict": value.verdict if value else None,
        "reason": value.reason if value else None,
        "evidence": value.evidence if value else (),
    }
