"""The form of one indicator: its words as the plan has them; used to add one and to change one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.indicators.indicator import Indicator
from cchc_desktop.ui.indicators.fields import WrappedField
from cchc_desktop.ui.widgets.entry_dialog import EntryDialog, entry_form
from cchc_desktop.ui.widgets.form_fields import OfferField, or_none
from cchc_desktop.ui.widgets.stops import order_stops
from cchc_desktop.ui.widgets.text_fields import LineField


class IndicatorDialog(EntryDialog):
    """`row` is the indicator as typed; one without an id is new. `stages` are the pairs of number and title in use."""

    def __init__(
        self,
        row: Indicator,
        stages: Sequence[tuple[str, str]],
        agencies: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Sửa chỉ tiêu") if row.id else self.tr("Thêm chỉ tiêu"))
        self.name_primary(self.tr("Lưu") if row.id else self.tr("Thêm chỉ tiêu"))
        self._row = row
        self._stages = stages
        self.number = LineField(self.tr("TT"), self)
        self.text = WrappedField(self.tr("Chỉ tiêu"), self)
        self.unit = LineField(self.tr("Đơn vị tính"), self, "%")
        self.target = LineField(self.tr("Chỉ tiêu kế hoạch"), self, self.tr("≥ 95"))
        self.group_number = LineField(self.tr("Số của giai đoạn"), self)
        self.group_title = OfferField(self.tr("Giai đoạn"), self, self.tr("Giai đoạn 2026 - 2027"))
        self.group_title.offer([title for _, title in stages])
        self.agency = OfferField(self.tr("Cơ quan theo dõi"), self)
        self.agency.offer(agencies)
        self._lay_out()
        self._show(row)
        self.group_title.picked.connect(self._number_stage)
        self.text.textChanged.connect(self._check)
        order_stops([*self.stops(), *self.foot_stops()])
        self.text.setFocus()
        self._check()

    def row(self) -> Indicator:
        """Return the indicator as typed."""
        return replace(self._row, **self._typed())  # type: ignore[arg-type]

    def changes(self) -> dict[str, str | None]:
        """Return what was typed differently, by the names of the fields."""
        return {name: words for name, words in self._typed().items() if words != getattr(self._row, name)}

    def show_typed(self, row: Indicator) -> None:
        """Fill the fields with what was typed before."""
        self._show(row)

    def has_typed(self) -> bool:
        """Tell whether something was typed that leaving would lose."""
        return bool(self.changes())

    def stops(self) -> list[QWidget]:
        """Return what Tab visits above the buttons, in reading order."""
        return [self.number, self.text, self.unit, self.target, self.group_number, self.group_title, self.agency]

    # --- inside

    def _typed(self) -> dict[str, str | None]:
        return {
            "number": or_none(self.number.words()),
            "text": "\n".join(self.text.lines()),
            "unit": or_none(self.unit.words()),
            "target_words": or_none(self.target.words()),
            "group_number": or_none(self.group_number.words()),
            "group_title": or_none(self.group_title.words()),
            "agency_words": or_none(self.agency.words()),
        }

    def _show(self, row: Indicator) -> None:
        self.number.show_words(row.number or "")
        self.text.show_lines(tuple(row.text.splitlines()))
        self.unit.show_words(row.unit or "")
        self.target.show_words(row.target_words or "")
        self.group_number.show_words(row.group_number or "")
        self.group_title.show_words(row.group_title or "")
        self.agency.show_words(row.agency_words or "")

    def _lay_out(self) -> None:
        form = entry_form()
        for words, field in (
            (self.tr("TT"), self.number),
            (self.tr("Chỉ tiêu *"), self.text),
            (self.tr("Đơn vị tính"), self.unit),
            (self.tr("Chỉ tiêu kế hoạch"), self.target),
            (self.tr("Số của giai đoạn"), self.group_number),
            (self.tr("Giai đoạn"), self.group_title),
            (self.tr("Cơ quan theo dõi"), self.agency),
        ):
            form.addRow(words, field)
        self.body.addLayout(form)

    def _number_stage(self, place: int) -> None:
        titles = list(dict.fromkeys(title for _, title in self._stages))
        numbers = {title: number for number, title in self._stages}
        if 0 <= place < len(titles):
            self.group_number.show_words(numbers[titles[place]])

    def _check(self) -> None:
        is_named = bool(self.text.lines())
        self.set_ready(is_named, "" if is_named else self.tr("Cần nhập nội dung chỉ tiêu."))
