"""The screen Tổng quan: figures, what to do now, who owes figures, shares, the timeline; it knows no database."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.followup.due_list import DueGroup
from cchc_desktop.domain.followup.reporting import PeriodStep
from cchc_desktop.domain.followup.status import Status
from cchc_desktop.services.overview import NextReport, Overview
from cchc_desktop.services.tracking_offer import TrackingOffer
from cchc_desktop.ui.following.tracking_line import TrackingLine
from cchc_desktop.ui.overview.cards import FigureCard, ReportCard
from cchc_desktop.ui.overview.sections import PressingCard, SharesCard, UpdatesCard
from cchc_desktop.ui.overview.timeline import Timeline
from cchc_desktop.ui.overview.words import (
    CARD_ICONS,
    CARD_WORDS,
    STEP_WORDS,
    group_words,
    period_words,
    share_words,
    short_day,
    today_words,
)
from cchc_desktop.ui.stylesheet import BODY_POINTS
from cchc_desktop.ui.widgets.cards import Card, bar, plain_label
from cchc_desktop.ui.widgets.empty import EmptyState

_SPACE = 12
_GAP = 10
_NARROW = 1000
"""Pixels beside a body of ten points below which the cards stand in one column."""
_UPDATE = "update"


class OverviewPage(QWidget):
    """Every figure tells by a signal which rows stand behind it; whoever listens shows them."""

    refresh_wanted = Signal()
    group_wanted = Signal(object)
    """A `DueGroup` of the due list."""
    statuses_wanted = Signal(object)
    """Items with one of some statuses; None: everything that presses."""
    days_wanted = Signal(object)
    plan_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Overview | None = None
        self._is_editable = True
        self._columns = 0
        self._today = QLabel(self)
        self._today.setObjectName("fieldName")
        self._title = plain_label(parent=self, style="secondary")
        self.cards = self._figure_cards()
        self.report = ReportCard(self)
        self.pressing = PressingCard(self)
        self.updates = UpdatesCard(self)
        self.areas = SharesCard(self.tr("Hoàn thành theo lĩnh vực"), self)
        self.agencies = SharesCard(self.tr("Theo cơ quan chủ trì"), self, has_legend=True)
        self.timeline = Timeline(self)
        self.tracking = TrackingLine(self)
        self._empty = EmptyState("layout-dashboard", "", self.tr("Mở màn hình Kế hoạch"), self)
        self._empty.activated.connect(self.plan_wanted)
        self._area = QScrollArea(self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.cards[DueGroup.OVERDUE])

    # --- what is shown

    def refresh(self) -> None:
        """Ask for everything that is shown, anew."""
        self.refresh_wanted.emit()

    def set_editable(self, is_editable: bool) -> None:
        """Let results be recorded from here, or only be looked at."""
        self._is_editable = is_editable
        self.tracking.set_editable(is_editable)
        if self._shown is not None:
            self._show_lists(self._shown)

    def show_nothing(self, sentence: str) -> None:
        """Say why there are no figures."""
        self._shown = None
        self.tracking.show_offer(None)
        self._empty.set_sentence(sentence)
        self._stack.setCurrentWidget(self._empty)

    def show_overview(self, seen: Overview, offer: TrackingOffer | None = None) -> None:
        """Show the figures of a plan, and what is proposed for one that came in late; place and focus stay."""
        self._shown = seen
        self.tracking.show_offer(offer)
        self._today.setText(today_words(seen.as_of))
        self._show_cards(seen)
        self._show_lists(seen)
        span = seen.plan.period
        words = self.tr("{} – {} · số trong vòng tròn là số mốc đến hạn")
        self._span.setText(words.format(show_day(span.start), show_day(span.end)))
        self.timeline.show_days(span, seen.timeline, seen.as_of)
        self._stack.setCurrentWidget(self._area)
        self._reflow()

    def shown(self) -> Overview | None:
        """Return what is shown."""
        return self._shown

    def _show_cards(self, seen: Overview) -> None:
        for group in CARD_ICONS:
            lines = seen.group(group)
            self.cards[group].show_figure(len(lines), group_words(group, lines))
        waiting = seen.count(Status.UPDATE_DUE)
        title = self.tr("Chờ cập nhật kỳ này")
        self.cards[_UPDATE].show_figure(waiting, self._waiting_words(seen), title)
        self._show_report(seen.next_report)

    def _waiting_words(self, seen: Overview) -> str:
        if not seen.count(Status.UPDATE_DUE) or seen.period is None:
            return self.tr("không có")
        return self.tr("kỳ {}").format(period_words(seen.period))

    def _show_report(self, report: NextReport | None) -> None:
        if report is None:
            self.report.show_report(self.tr("Không còn kỳ báo cáo"), self.tr("trong thời gian của kế hoạch"), None)
            return
        left = report.countdown
        words = f"{STEP_WORDS[left.step]} {show_day(left.day)}"
        if left.step is PeriodStep.HAND_IN:
            days = short_day(left.day), short_day(report.period.submitted)
            words = self.tr("Đơn vị gửi {}, trình ký {}").format(*days)
        self.report.show_report(self.tr("Báo cáo {}").format(period_words(report.period)), words, left.days)

    def _show_lists(self, seen: Overview) -> None:
        self.pressing.show_rows(seen.pressing, is_editable=self._is_editable)
        self.updates.show_rows(seen.period, seen.updates, is_editable=self._is_editable)
        total = seen.total
        fact = self.tr("{}/{} nhiệm vụ · {}").format(total.done, total.expected, share_words(total))
        self.areas.show_rows(seen.areas, fact)
        self.agencies.show_rows(seen.agencies)

    # --- building

    def _figure_cards(self) -> dict[DueGroup | str, FigureCard]:
        """Return the five figures in their order."""
        made: dict[DueGroup | str, FigureCard] = {}
        for group in (DueGroup.OVERDUE, DueGroup.WEEK, DueGroup.MONTH):
            made[group] = self._group_card(group)
        made[_UPDATE] = FigureCard("hourglass", "soon", self.tr("Chờ cập nhật kỳ này"), self)
        made[_UPDATE].clicked.connect(lambda: self.statuses_wanted.emit(frozenset({Status.UPDATE_DUE})))
        made[DueGroup.UNDATED] = self._group_card(DueGroup.UNDATED)
        return made

    def _group_card(self, group: DueGroup) -> FigureCard:
        icon, token = CARD_ICONS[group]
        card = FigureCard(icon, token, CARD_WORDS[group], self)
        card.clicked.connect(lambda: self.group_wanted.emit(group))
        return card

    def _connect(self) -> None:
        self.pressing.all_wanted.connect(lambda: self.statuses_wanted.emit(None))
        self.timeline.days_wanted.connect(self.days_wanted)
        self.report.clicked.connect(self.updates.periods_wanted)

    def _lay_out(self) -> None:
        ground = QWidget(self._area)
        column = QVBoxLayout(ground)
        column.setContentsMargins(_SPACE, 0, _SPACE, _SPACE)
        column.setSpacing(_GAP)
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP)
        column.addLayout(self._grid)
        self._pairs = [_pair(self.pressing, self.updates, (12, 7)), _pair(self.areas, self.agencies, (12, 10))]
        for pair in self._pairs:
            column.addLayout(pair)
        column.addWidget(self._timeline_card())
        column.addStretch(1)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(ground)
        self._stack.addWidget(self._area)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar([self._title, None, self._today], self, is_slim=True))
        layout.addWidget(self.tracking)
        layout.addWidget(self._stack, 1)

    def _timeline_card(self) -> Card:
        card = Card(self)
        card.column.setContentsMargins(12, 8, 12, 8)
        card.column.setSpacing(4)
        title = QLabel(self.tr("Tiến trình kế hoạch"), card)
        title.setObjectName("cardTitle")
        self._span = plain_label(parent=card, style="secondary")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title)
        head.addWidget(self._span, 1, Qt.AlignmentFlag.AlignVCenter)
        card.column.addLayout(head)
        card.column.addWidget(self.timeline)
        return card

    # --- room

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reflow()

    def _reflow(self) -> None:
        """Put the cards beside or below each other, as their words find room."""
        scale = self.font().pointSizeF() / BODY_POINTS
        is_narrow = self.width() < _NARROW * scale
        direction = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        for pair in self._pairs:
            pair.setDirection(direction)
        columns = self._card_columns()
        if columns != self._columns:
            self._columns = columns
            self._place_cards(columns)

    def _card_columns(self) -> int:
        """Return how many of the six cards stand in a row: six, three or two."""
        room = self._area.viewport().width() - 2 * _SPACE
        figure = max(card.needed_width() for card in self.cards.values())
        if 5 * (figure + _GAP) + self.report.needed_width() <= room:
            return 6
        return 3 if 3 * figure + 2 * _GAP <= room else 2

    def _place_cards(self, columns: int) -> None:
        cards: list[QWidget] = [*self.cards.values(), self.report]
        for card in cards:
            self._grid.removeWidget(card)
        for number, card in enumerate(cards):
            self._grid.addWidget(card, number // columns, number % columns)
        for number in range(6):
            share = 0 if number >= columns else 3 if columns == 6 and number == 5 else 2
            self._grid.setColumnStretch(number, share)


def _pair(one: QWidget, other: QWidget, shares: tuple[int, int]) -> QBoxLayout:
    row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    row.setSpacing(_GAP)
    row.addWidget(one, shares[0])
    row.addWidget(other, shares[1])
    return row
