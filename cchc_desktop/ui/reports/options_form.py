"""What a paper is to be made with: the paper itself, then the fields that it asks for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.papers.followup import Grouping
from cchc_desktop.domain.papers.layout_profile import LANDSCAPE
from cchc_desktop.ui.reporting.words import left_words, window_words
from cchc_desktop.ui.reports.number_fields import NumberFields
from cchc_desktop.ui.reports.papers import (
    SHEETS,
    USUAL_SHEET,
    Asks,
    Offers,
    PaperKind,
    PaperOptions,
    Part,
    paper_words,
)
from cchc_desktop.ui.reports.part_boxes import PartBoxes
from cchc_desktop.ui.reports.plans_choice import PlansChoice
from cchc_desktop.ui.widgets.cards import plain_label
from cchc_desktop.ui.widgets.day_field import DayField
from cchc_desktop.ui.widgets.form_fields import ChoiceCombo
from cchc_desktop.ui.widgets.link_button import LinkButton

if TYPE_CHECKING:
    from cchc_desktop.domain.plan import PlanSummary
    from cchc_desktop.services.periods import PeriodLine

_LETTERS = 12
_FIELDS = 3
"""Lines that one question takes at most."""
_MARGINS = (12, 8, 12, 8)


class OptionsForm(QWidget):
    """`paper_chosen` brings another `PaperKind`, `changed` says that the same paper is wanted otherwise."""

    paper_chosen = Signal(object)
    changed = Signal()
    sheet_chosen = Signal()
    """Another sheet was chosen for the saved view that is printed."""
    periods_wanted = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._offers = Offers()
        self.paper = ChoiceCombo(self.tr("Văn bản"), self, _LETTERS)
        self.period = ChoiceCombo(self.tr("Kỳ báo cáo"), self, _LETTERS)
        self.plans = PlansChoice(self)
        self.as_of = DayField(self.tr("Số liệu đến ngày"), today, self)
        self.view = ChoiceCombo(self.tr("Phạm vi"), self, _LETTERS)
        self.agency = ChoiceCombo(self.tr("Cơ quan"), self, _LETTERS)
        self.letters = ChoiceCombo(self.tr("Gửi công văn"), self, _LETTERS)
        self.grouping = ChoiceCombo(self.tr("Xếp theo"), self, _LETTERS)
        self.sheet = ChoiceCombo(self.tr("Khổ giấy"), self, _LETTERS)
        self.signer = ChoiceCombo(self.tr("Người ký"), self, _LETTERS)
        self.letterhead = ChoiceCombo(self.tr("Tiêu đề văn bản"), self, _LETTERS)
        self.numbering = NumberFields(today, self)
        self._parts = PartBoxes(self)
        self.periods = LinkButton(self.tr("Sửa mốc kỳ báo cáo…"), self)
        self._about_period = plain_label(parent=self, style="secondary")
        self._wrong_day = plain_label(parent=self, style="doubt")
        self._rows: tuple[tuple[Asks, str, tuple[QWidget, ...]], ...] = (
            (Asks.PERIOD, self.tr("Kỳ báo cáo"), (self.period, self._about_period, self.periods)),
            (Asks.PLANS, self.tr("Kế hoạch"), (self.plans,)),
            (Asks.DAY, self.tr("Đến ngày"), (self.as_of, self._wrong_day)),
            (Asks.VIEW, self.tr("Phạm vi"), (self.view,)),
            (Asks.AGENCY, self.tr("Cơ quan"), (self.agency,)),
            (Asks.LETTERS, self.tr("Gửi"), (self.letters,)),
            (Asks.GROUPING, self.tr("Xếp theo"), (self.grouping,)),
            (Asks.SIZE, self.tr("Khổ giấy"), (self.sheet,)),
            (Asks.SIGNER, self.tr("Ký văn bản"), (self.signer, self.letterhead)),
            (Asks.NUMBER, self.tr("Số, ngày ký"), (self.numbering,)),
        )
        self._labels: dict[Asks, QLabel] = {}
        self._lay_out()
        self._offer_fixed()
        self._connect()

    @property
    def parts(self) -> dict[str, QCheckBox]:
        """Return the boxes of the parts of the chosen paper by their keys."""
        return self._parts.boxes

    # --- what is offered

    def offer_papers(self, kinds: Sequence[PaperKind], chosen: str) -> None:
        """Offer papers; the named one is chosen where it is among them, and nobody is told."""
        self.paper.offer((kind, paper_words(kind.words)) for kind in kinds)
        self.paper.choose(next((kind for kind in kinds if kind.name == chosen), None))

    def offer(self, offers: Offers, own: str) -> None:
        """Offer periods, plans (besides `own`, the open one), agencies, views, who signs.

        What was chosen stays where it still can be, else the period at hand is.
        """
        self._offers, self._own = offers, own
        period = self.period.value()
        self.period.offer((line.period.key, line.period.title) for line in offers.periods)
        self.period.choose(offers.period)
        self.period.choose(period)
        _offer_again(self.agency, self.tr("Tất cả cơ quan chủ trì"), [(name, name) for name in offers.agencies])
        views = [(view.uid, self.tr("Chế độ xem: {}").format(view.name)) for view in offers.views]
        _offer_again(self.view, self.tr("Cả kế hoạch"), views)
        _offer_again(self.signer, self.tr("Người ký thường dùng"), [(one, one) for one in offers.signers])
        _offer_again(self.letterhead, self.tr("Tiêu đề của đơn vị"), [(one, one) for one in offers.letterheads])
        self._offer_sheets()
        self._show_period()
        self._show_asked()

    def _offer_sheets(self) -> None:
        """Offer the sheets; a saved view has one of its own."""
        view = self._offers.view(self.view.value() or "")
        words = {LANDSCAPE: self.tr("{} ngang")}
        sheets = [(sheet, words.get(sheet[1], self.tr("{} dọc")).format(sheet[0])) for sheet in SHEETS]
        usual = [] if view else [(USUAL_SHEET, self.tr("Theo thể thức của đơn vị"))]
        self.sheet.offer([*usual, *sheets])
        self.sheet.choose((view.print.paper, view.print.orientation.value) if view else self._own_sheet)

    def _keep_sheet(self) -> None:
        """Remember the sheet of the whole plan; that of a view is kept with the view."""
        if self.view.value():
            self.sheet_chosen.emit()
        else:
            self._own_sheet = self.sheet.value()

    def show_options(self, options: PaperOptions, parts: Sequence[Part]) -> None:
        """Show what the chosen paper asks for, as it was left; period and day stay what they are."""
        for combo, value in (
            (self.agency, options.agency), (self.view, options.view),
            (self.signer, options.signer), (self.letterhead, options.letterhead),
        ):  # fmt: skip
            combo.choose("")
            combo.choose(value)
        self.letters.choose(options.each)
        self.grouping.choose(options.grouping)
        self._own_sheet = (options.size, options.orientation)
        self._offer_sheets()
        self.plans.choose(options.plans)
        self._parts.show_parts(parts, options.left_out, options.added)
        self._show_period()
        self._show_asked()

    def kind(self) -> PaperKind | None:
        """Return the chosen paper, None where none is offered."""
        kind: PaperKind | None = self.paper.value()
        return kind

    def options(self) -> PaperOptions:
        """Return what is chosen; without a readable day it is today."""
        number, day = self.numbering.value()
        size, orientation = self.sheet.value() or USUAL_SHEET
        return PaperOptions(
            as_of=self.as_of.day() or self._today(),
            period=self.period.value() or "",
            agency=self.agency.value() or "",
            grouping=self.grouping.value(),
            size=size,
            orientation=orientation,
            signer=self.signer.value() or "",
            letterhead=self.letterhead.value() or "",
            left_out=self._parts.left_out(),
            added=self._parts.added(),
            plans=self.plans.value(),
            number=number,
            day=day,
            each=self.letters.value() is True,
            view=self.view.value() or "",
        )

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in reading order."""
        combos = [self.view, self.agency, self.letters, self.grouping, self.sheet, self.signer, self.letterhead]
        first = [self.paper, self.period, self.periods, self.plans, self.as_of]
        return [*first, *combos, *self.numbering.stops(), *self.parts.values()]

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
        grid.addWidget(self._parts, 1 + _FIELDS * len(self._rows), 0, 1, 2)

    def _label(self, grid: QGridLayout, row: int, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setObjectName("fieldName")
        grid.addWidget(label, row, 0)
        return label

    def _offer_fixed(self) -> None:
        self._own, self._own_sheet = "", USUAL_SHEET
        self.grouping.offer([
            (Grouping.AREA, self.tr("Lĩnh vực")),
            (Grouping.AGENCY, self.tr("Cơ quan chủ trì")),
        ])  # fmt: skip
        self.letters.offer([
            (False, self.tr("Một công văn gửi chung")),
            (True, self.tr("Mỗi cơ quan một công văn")),
        ])  # fmt: skip
        self.as_of.setText(show_day(self._today()))
        self.offer(self._offers, "")

    def _connect(self) -> None:
        self.paper.currentIndexChanged.connect(lambda _: self.paper_chosen.emit(self.kind()))
        self.period.currentIndexChanged.connect(lambda _: self._show_period())
        self.view.currentIndexChanged.connect(lambda _: self._offer_sheets())
        self.sheet.currentIndexChanged.connect(lambda _: self._keep_sheet())
        for asking in (self.view, self.agency, self.letters):
            asking.currentIndexChanged.connect(lambda _: self._show_asked())
        combos = (self.period, self.view, self.agency, self.letters, self.grouping, self.sheet)
        for combo in (*combos, self.signer, self.letterhead):
            combo.currentIndexChanged.connect(lambda _: self.changed.emit())
        for part in (self.plans, self.numbering, self._parts):
            part.changed.connect(self.changed)
        self._parts.renewed.connect(self._order)
        self.periods.clicked.connect(self.periods_wanted)
        self.as_of.settled.connect(self._day_settled)

    def _order(self) -> None:
        from cchc_desktop.ui.widgets.stops import order_stops

        order_stops(self.stops())

    # --- what is asked

    def _show_asked(self) -> None:
        """Ask what the paper wants to know and where there is a choice."""
        for ask, _, fields in self._rows:
            is_asked = self._is_asked(ask)
            for widget in (self._labels[ask], *fields):
                widget.setVisible(is_asked)
        self.signer.setVisible(self._is_asked(Asks.SIGNER) and len(self._offers.signers) > 1)
        self.letterhead.setVisible(self._is_asked(Asks.SIGNER) and bool(self._offers.letterheads))
        self.numbering.ask_number(not self._has_letters())
        self._labels[Asks.NUMBER].setText(self.tr("Ngày ký") if self._has_letters() else self.tr("Số, ngày ký"))
        self._show_day()

    def _is_asked(self, ask: Asks) -> bool:
        kind, offers = self.kind(), self._offers
        if kind is None or ask not in kind.asks:
            return False
        of_view = Asks.VIEW in kind.asks and bool(self.view.value())
        holds = {
            Asks.PLANS: self.plans.has_choice(),
            Asks.VIEW: bool(offers.views),
            Asks.AGENCY: not of_view,
            Asks.GROUPING: not of_view,
            Asks.LETTERS: not self.agency.value(),
            Asks.SIGNER: len(offers.signers) > 1 or bool(offers.letterheads),
        }
        return holds.get(ask, True)

    def _has_letters(self) -> bool:
        """Tell whether several letters are made at once: each has a number of its own."""
        return self._is_asked(Asks.LETTERS) and self.letters.value() is True

    def _show_period(self) -> None:
        line = next((one for one in self._offers.periods if one.period.key == self.period.value()), None)
        self._about_period.setText(self._period_words(line) if line is not None else "")
        self.plans.offer(self._own, [plan for plan in self._offers.plans if line is not None and _runs_in(plan, line)])
        self._show_asked()

    def _period_words(self, line: PeriodLine) -> str:
        period = line.period
        words = self.tr("Số liệu {}. {}.").format(window_words(period), left_words(period, self._today()))
        if line.locked_at is None:
            return words
        closed = self.tr("Đã chốt ngày {}: các con số là số đã chốt, lời văn theo dữ liệu hiện nay.")
        return f"{words} {closed.format(show_day(line.locked_at.astimezone().date()))}"

    def _day_settled(self) -> None:
        self._show_day()
        if not self.as_of.wrong_words():
            self.changed.emit()

    def _show_day(self) -> None:
        wrong = self.as_of.wrong_words() if not self.as_of.isHidden() else ""
        self._wrong_day.setText(self.tr("Chưa đọc được ngày “{}”.").format(wrong) if wrong else "")
        self._wrong_day.setVisible(bool(wrong))


def _offer_again(combo: ChoiceCombo, usual: str, choices: list[tuple[str, str]]) -> None:
    """Offer the usual ('') and other choices; what was chosen stays where it is still offered."""
    chosen = combo.value()
    combo.offer([("", usual), *choices])
    combo.choose(chosen)


def _runs_in(plan: PlanSummary, line: PeriodLine) -> bool:
    window = line.period.window
    return plan.period.start <= window.end and window.start <= plan.period.end
