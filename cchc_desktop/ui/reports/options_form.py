"""What a paper is to be made with: the paper itself, then the fields that it asks for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.followup_papers import Grouping
from cchc_desktop.ui.reporting.words import left_words, window_words
from cchc_desktop.ui.reports.papers import SIZES, Asks, Offers, PaperKind, PaperOptions, paper_words
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.day_field import DayField
from cchc_desktop.ui.widgets.form_fields import ChoiceCombo
from cchc_desktop.ui.widgets.link_button import LinkButton

_LETTERS = 12
_FIELDS = 3
"""Lines that one question takes at most."""
_MARGINS = (12, 8, 12, 8)


class OptionsForm(QWidget):
    """`paper_chosen` brings another `PaperKind`, `changed` says that the same paper is wanted otherwise."""

    paper_chosen = Signal(object)
    changed = Signal()
    periods_wanted = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._offers = Offers()
        self.paper = ChoiceCombo(self.tr("Văn bản"), self, _LETTERS)
        self.period = ChoiceCombo(self.tr("Kỳ báo cáo"), self, _LETTERS)
        self.as_of = DayField(self.tr("Số liệu đến ngày"), today, self)
        self.agency = ChoiceCombo(self.tr("Cơ quan"), self, _LETTERS)
        self.grouping = ChoiceCombo(self.tr("Xếp theo"), self, _LETTERS)
        self.sheet = ChoiceCombo(self.tr("Khổ giấy"), self, _LETTERS)
        self.signer = ChoiceCombo(self.tr("Người ký"), self, _LETTERS)
        self.letterhead = ChoiceCombo(self.tr("Tiêu đề văn bản"), self, _LETTERS)
        self.parts: dict[str, QCheckBox] = {}
        self.periods = LinkButton(self.tr("Sửa mốc kỳ báo cáo…"), self)
        self.periods.clicked.connect(self.periods_wanted)
        self._about_period = plain_label(parent=self, style="secondary")
        self._wrong_day = plain_label(parent=self, style="doubt")
        self._rows = (
            (Asks.PERIOD, self.tr("Kỳ báo cáo"), (self.period, self._about_period, self.periods)),
            (Asks.DAY, self.tr("Đến ngày"), (self.as_of, self._wrong_day)),
            (Asks.AGENCY, self.tr("Cơ quan"), (self.agency,)),
            (Asks.GROUPING, self.tr("Xếp theo"), (self.grouping,)),
            (Asks.SIZE, self.tr("Khổ giấy"), (self.sheet,)),
            (Asks.SIGNER, self.tr("Ký văn bản"), (self.signer, self.letterhead)),
        )
        self._labels: dict[Asks, QLabel] = {}
        self._lay_out()
        self._offer_fixed()
        self._connect()

    # --- what is offered

    def offer_papers(self, kinds: Sequence[PaperKind], chosen: str) -> None:
        """Offer papers; the named one is chosen where it is among them, and nobody is told."""
        self.paper.offer((kind, paper_words(kind.words)) for kind in kinds)
        self.paper.choose(next((kind for kind in kinds if kind.name == chosen), None))

    def offer(self, offers: Offers) -> None:
        """Offer periods and agencies; what was chosen stays where it still can be, else the period at hand is."""
        self._offers = offers
        period, agency = self.period.value(), self.agency.value()
        self.period.offer((line.period.key, line.period.title) for line in offers.periods)
        self.period.choose(offers.period)
        self.period.choose(period)
        self.agency.offer([("", self.tr("Tất cả cơ quan chủ trì")), *((name, name) for name in offers.agencies)])
        self.agency.choose(agency)
        self._offer_signing()
        self._show_period()

    def _offer_signing(self) -> None:
        signer, letterhead = self.signer.value(), self.letterhead.value()
        self.signer.offer([("", self.tr("Người ký thường dùng")), *((one, one) for one in self._offers.signers)])
        names = ((one, one) for one in self._offers.letterheads)
        self.letterhead.offer([("", self.tr("Tiêu đề của đơn vị")), *names])
        self.signer.choose(signer)
        self.letterhead.choose(letterhead)
        self._show_signing()

    def show_options(self, options: PaperOptions, parts: Sequence[tuple[str, str]]) -> None:
        """Show what the chosen paper asks for, as it was left; period and day stay what they are."""
        kind = self.kind()
        asks = kind.asks if kind is not None else Asks.NOTHING
        self.agency.choose(options.agency if options.agency in self._offers.agencies else "")
        self.grouping.choose(options.grouping)
        self.sheet.choose(options.size)
        self.signer.choose(options.signer if options.signer in self._offers.signers else "")
        self.letterhead.choose(options.letterhead if options.letterhead in self._offers.letterheads else "")
        self._show_parts(parts, options.left_out)
        for ask, _, fields in self._rows:
            for widget in (self._labels[ask], *fields):
                widget.setVisible(ask in asks)
        self._show_signing()
        self._show_period()
        self._show_day()

    def _show_signing(self) -> None:
        """Ask who signs only where there is a choice."""
        kind = self.kind()
        is_asked = kind is not None and Asks.SIGNER in kind.asks
        has_signers, has_letterheads = len(self._offers.signers) > 1, bool(self._offers.letterheads)
        self.signer.setVisible(is_asked and has_signers)
        self.letterhead.setVisible(is_asked and has_letterheads)
        self._labels[Asks.SIGNER].setVisible(is_asked and (has_signers or has_letterheads))

    def kind(self) -> PaperKind | None:
        """Return the chosen paper, None where none is offered."""
        kind: PaperKind | None = self.paper.value()
        return kind

    def options(self) -> PaperOptions:
        """Return what is chosen; without a readable day it is today."""
        return PaperOptions(
            as_of=self.as_of.day() or self._today(),
            period=self.period.value() or "",
            agency=self.agency.value() or "",
            grouping=self.grouping.value(),
            size=self.sheet.value() or "",
            signer=self.signer.value() or "",
            letterhead=self.letterhead.value() or "",
            left_out=frozenset(key for key, box in self.parts.items() if not box.isChecked()),
        )

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in reading order."""
        combos: list[QWidget] = [self.agency, self.grouping, self.sheet, self.signer, self.letterhead]
        return [self.paper, self.period, self.periods, self.as_of, *combos, *self.parts.values()]

    # --- building

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(*_MARGINS)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        self._label(grid, 0, self.tr("Văn bản"))
        grid.addWidget(self.paper, 0, 1)
        for number, (ask, words, fields) in enumerate(self._rows):
            row = 1 + _FIELDS * number
            self._labels[ask] = self._label(grid, row, words)
            for below, field in enumerate(fields):
                left = Qt.AlignmentFlag.AlignLeft if isinstance(field, LinkButton | DayField) else Qt.AlignmentFlag(0)
                grid.addWidget(field, row + below, 1, left)
        self._boxes = QVBoxLayout()
        self._boxes.setSpacing(2)
        grid.addLayout(self._boxes, 1 + _FIELDS * len(self._rows), 0, 1, 2)

    def _label(self, grid: QGridLayout, row: int, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setObjectName("fieldName")
        grid.addWidget(label, row, 0)
        return label

    def _offer_fixed(self) -> None:
        self.grouping.offer([
            (Grouping.AREA, self.tr("Lĩnh vực")),
            (Grouping.AGENCY, self.tr("Cơ quan chủ trì")),
        ])  # fmt: skip
        self.sheet.offer([("", self.tr("Theo thể thức của đơn vị")), *((size, size) for size in SIZES)])
        self.agency.offer([("", self.tr("Tất cả cơ quan chủ trì"))])
        self.as_of.setText(show_day(self._today()))

    def _connect(self) -> None:
        self.paper.currentIndexChanged.connect(lambda _: self.paper_chosen.emit(self.kind()))
        self.period.currentIndexChanged.connect(lambda _: self._show_period())
        for combo in (self.period, self.agency, self.grouping, self.sheet, self.signer, self.letterhead):
            combo.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.as_of.settled.connect(self._day_settled)

    def _show_parts(self, parts: Sequence[tuple[str, str]], left_out: frozenset[str]) -> None:
        if list(self.parts) != [key for key, _ in parts]:
            for box in self.parts.values():
                self._boxes.removeWidget(box)
                box.hide()
                box.deleteLater()
            self.parts = {key: self._part(words) for key, words in parts}
            self._order()
        for key, box in self.parts.items():
            blocked = box.blockSignals(True)
            box.setChecked(key not in left_out)
            box.blockSignals(blocked)

    def _part(self, words: str) -> QCheckBox:
        short = self.fontMetrics().elidedText(_sentence_case(words), self.paper.view().textElideMode(), self._room())
        box = QCheckBox(short.replace("&", "&&"), self)
        box.setToolTip(words if short != _sentence_case(words) else "")
        box.setAccessibleName(words)
        box.toggled.connect(lambda _: self.changed.emit())
        self._boxes.addWidget(box)
        return box

    def _room(self) -> int:
        return max(160, 34 * self.fontMetrics().averageCharWidth())

    def _order(self) -> None:
        from cchc_desktop.ui.widgets.stops import order_stops

        order_stops(self.stops())

    def _show_period(self) -> None:
        line = next((one for one in self._offers.periods if one.period.key == self.period.value()), None)
        words = self.tr("Số liệu {}. {}.")
        period = line.period if line is not None else None
        said = words.format(window_words(period), left_words(period, self._today())) if period else ""
        self._about_period.setText(said)

    def _day_settled(self) -> None:
        self._show_day()
        if not self.as_of.wrong_words():
            self.changed.emit()

    def _show_day(self) -> None:
        wrong = self.as_of.wrong_words() if not self.as_of.isHidden() else ""
        self._wrong_day.setText(self.tr("Chưa đọc được ngày “{}”.").format(wrong) if wrong else "")
        self._wrong_day.setVisible(bool(wrong))


def _sentence_case(words: str) -> str:
    """Return a heading in capitals as a line of a list: the first letter large, and its Roman number."""
    if not words.isupper():
        return words
    number, dot, rest = words.partition(". ")
    return f"{number}{dot}{rest.capitalize()}" if dot and len(number) <= _LONGEST_NUMBER else words.capitalize()


_LONGEST_NUMBER = 5
