"""The bar above list and calendar: whose plans, which span, the search field, the chips."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from cchc_desktop.ui.deadlines.wishes import Span, Wishes
from cchc_desktop.ui.deadlines.words import words
from cchc_desktop.ui.widgets import text_menu
from cchc_desktop.ui.widgets.flow import FlowLayout
from cchc_desktop.ui.widgets.search_field import SearchField
from cchc_desktop.ui.widgets.segments import Segments
from cchc_desktop.ui.widgets.stops import order_stops
from cchc_desktop.ui.widgets.toggle_chip import ToggleChip
from cchc_desktop.ui.workbench.filters_chip import FilterChip

_SPANS = {
    Span.OVERDUE: words.mark("Quá hạn"),
    Span.WEEK: words.mark("7 ngày"),
    Span.MONTH: words.mark("30 ngày"),
}
_ROMAN = {"1": "I", "2": "II", "3": "III", "4": "IV"}
_MOST_QUARTERS = 2
_SEARCH_LETTERS = 22
Offers = Mapping[str, str]


class DeadlinesBar(QWidget):
    """Says what is wanted; the page decides what that is."""

    changed = Signal()
    searched = Signal()
    left = Signal()
    """The search field was left towards the rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._wishes = Wishes()
        self._areas: Offers = {}
        self._agencies: Offers = {}
        self._quarters: tuple[str, ...] = ()
        self._scope = Segments((self.tr("Kế hoạch này"), self.tr("Mọi kế hoạch")), self)
        self._scope.setAccessibleName(self.tr("Kế hoạch được hiện"))
        names = (*map(words, _SPANS.values()), *("",) * _MOST_QUARTERS, self.tr("Cả kế hoạch"))
        self._span = Segments(names, self)
        self._span.setAccessibleName(self.tr("Khoảng thời gian"))
        self.search = _Search(self.tr("Tìm nhiệm vụ đến hạn"), self.tr("Tìm nhiệm vụ (Ctrl+F)"), self)
        text_menu.install(self.search)
        self.area_chip = FilterChip(self.tr("Lĩnh vực"), lambda: [("", self._areas)], self)
        self.agency_chip = FilterChip(self.tr("Cơ quan"), lambda: [("", self._agencies)], self)
        self.by_agency = ToggleChip(self.tr("Xếp theo cơ quan"), self)
        self.open_only = ToggleChip(self.tr("Chỉ việc chưa xong"), self)
        self.open_only.setChecked(True)
        self.unclear = ToggleChip("", self)
        self._unclear_count = 0
        self._clear = QPushButton(self.tr("Xóa lọc"), self)
        self._clear.hide()
        flow = FlowLayout(self)
        flow.setContentsMargins(8, 4, 8, 4)
        for part in (self._scope, self._span, *self._parts()):
            flow.addWidget(part)
        order_stops(self.stops())
        self.offer_spans(())
        self._connect()

    def wishes(self) -> Wishes:
        """Return what is chosen."""
        return self._wishes

    def show_wishes(self, wishes: Wishes) -> None:
        """Choose other things without telling anyone."""
        self._wishes = wishes
        self._scope.check(int(wishes.all_plans))
        self.area_chip.set_values(wishes.areas)
        self.agency_chip.set_values(wishes.agencies)
        chips = {
            self.by_agency: wishes.by_agency,
            self.open_only: wishes.open_only,
            self.unclear: wishes.unclear_only,
        }
        for chip, is_on in chips.items():
            chip.blockSignals(True)
            chip.setChecked(is_on)
            chip.blockSignals(False)
            chip.updateGeometry()
        self._check_span()
        self._show_unclear()
        self._show_clear()

    def query(self) -> str:
        """Return what is searched for."""
        return self.search.words()

    def clear(self) -> None:
        """Search for nothing and let everything through."""
        self.search.show_words("")
        self._want(self._wishes.unfiltered())

    def offer(self, areas: Offers, agencies: Offers) -> None:
        """Offer these in the chips."""
        self._areas, self._agencies = areas, agencies

    def offer_unclear(self, count: int) -> None:
        """Offer to show only the results of which nobody can say yet whether they were late; without any, nothing."""
        self._unclear_count = count
        self._show_unclear()

    def offer_spans(self, quarters: Sequence[str]) -> None:
        """Offer these quarters, at most two, beside the other spans."""
        self._quarters = (*quarters, *("",) * _MOST_QUARTERS)[:_MOST_QUARTERS]
        buttons = self._buttons(self._span)[len(_SPANS) :]
        for number, (button, quarter) in enumerate(zip(buttons, self._quarters, strict=False), len(_SPANS)):
            button.setVisible(bool(quarter))
            if quarter:
                self._span.rename(number, _quarter_words(quarter, quarters))
        self._span.updateGeometry()
        self._check_span()

    def stops(self) -> list[QWidget]:
        """Return what Tab visits, in order."""
        return [*self._buttons(self._scope), *self._buttons(self._span), *self._parts()]

    # --- telling

    def _connect(self) -> None:
        self._span.chosen.connect(lambda number: self._want(replace(self._wishes, span=self._spans()[number])))
        self._scope.chosen.connect(lambda number: self._want(replace(self._wishes, all_plans=bool(number))))
        self.area_chip.chosen.connect(lambda values: self._want(replace(self._wishes, areas=values)))
        self.agency_chip.chosen.connect(lambda values: self._want(replace(self._wishes, agencies=values)))
        self.by_agency.toggled.connect(lambda on: self._want(replace(self._wishes, by_agency=on)))
        self.open_only.toggled.connect(lambda on: self._want(replace(self._wishes, open_only=on)))
        self.unclear.toggled.connect(self._want_unclear)
        self.search.settled.connect(self._searched)
        self.search.escaped.connect(self._escape)
        self.search.entered.connect(self.left)
        self.search.stepped.connect(lambda _: self.left.emit())
        self._clear.clicked.connect(self.clear)

    def _want(self, wishes: Wishes) -> None:
        if wishes != self._wishes:
            self.show_wishes(wishes)
            self.changed.emit()

    def _want_unclear(self, is_on: bool) -> None:
        """Show what is unclear whenever it fell due."""
        span = Span.ALL if is_on else self._wishes.span
        self._want(replace(self._wishes, unclear_only=is_on, span=span))

    def _searched(self) -> None:
        self._show_clear()
        self.searched.emit()

    def _escape(self) -> None:
        if self.search.text():
            self.search.show_words("")
        else:
            self.left.emit()

    def _show_clear(self) -> None:
        self._clear.setVisible(self._wishes.is_filtering() or bool(self.query()))

    def _show_unclear(self) -> None:
        """Show the chip while there is something behind it, or while it leaves rows out."""
        words = self.tr("Cần bổ sung: {}").format(self._unclear_count)
        self.unclear.setText(words)
        self.unclear.setAccessibleName(words)
        self.unclear.setVisible(bool(self._unclear_count) or self._wishes.unclear_only)
        self.unclear.updateGeometry()

    def _check_span(self) -> None:
        spans = self._spans()
        self._span.check(spans.index(self._wishes.span) if self._wishes.span in spans else len(spans) - 1)

    def _spans(self) -> tuple[str, ...]:
        """Return the span of each button, '' for a quarter that is not offered."""
        return (*_SPANS, *self._quarters, Span.ALL)

    def _parts(self) -> list[QWidget]:
        chips = [self.area_chip, self.agency_chip, self.by_agency, self.open_only, self.unclear]
        return [self.search, *chips, self._clear]

    @staticmethod
    def _buttons(segments: Segments) -> list[QWidget]:
        return [child for child in segments.children() if isinstance(child, QWidget)]


class _Search(SearchField):
    """As wide as its own words need."""

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = max(
            metrics.averageCharWidth() * _SEARCH_LETTERS, metrics.horizontalAdvance(self.placeholderText()) + 52
        )
        return QSize(width, max(28, metrics.height() + 10))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def _quarter_words(span: str, quarters: Sequence[str]) -> str:
    """Return 'Quý IV', with the year where quarters of several are offered."""
    year, _, number = span.partition("-Q")
    name = words("Quý {}").format(_ROMAN[number])
    return name if len({quarter[:4] for quarter in quarters}) == 1 else f"{name}/{year}"
