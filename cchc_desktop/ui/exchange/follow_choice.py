"""From when on an imported plan is followed: asked where some of it lies in the past, so nothing is unfairly red."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.periods import Period
from cchc_desktop.services.exchange import Following
from cchc_desktop.services.import_backlog import Backlog
from cchc_desktop.ui.widgets.cards import icon_label, plain_label
from cchc_desktop.ui.widgets.day_field import DayLine
from cchc_desktop.ui.widgets.elided_combo import ElidedCombo
from cchc_desktop.ui.widgets.fields import typed_day

_LETTERS = 26


class FollowChoice(QWidget):
    """Says how many milestones would be overdue at once and takes a decision; hidden where there is none to take."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._was_over: bool | None = None
        self._told = plain_label(parent=self)
        self.choice = ElidedCombo(self.tr("Theo dõi kế hoạch"), _LETTERS, self)
        self.day = DayLine(self.tr("Theo dõi từ ngày"), self)
        self.choice.currentIndexChanged.connect(self._chosen)
        self.day.textChanged.connect(lambda _: self.changed.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(icon_label("clock", self))
        row.addWidget(self._told, 1)
        row.addWidget(self.choice)
        row.addWidget(self.day)
        self.hide()

    def begin(self) -> None:
        """Forget what was chosen for another file."""
        self._was_over = None
        self.hide()

    def offer(self, backlog: Backlog, period: Period | None) -> None:
        """Offer what fits a plan of this period, None: nothing is to be decided; what was chosen stays if it can."""
        late = backlog.overdue(period) if period is not None else 0
        is_over = period is not None and period.end < backlog.as_of
        self.setVisible(late > 0 or is_over)
        if period is None:
            return
        self._told.setText(self._sentence(late, period, is_over=is_over))
        if self._was_over is not is_over:
            self._was_over = is_over
            self._fill(backlog.as_of, is_over=is_over)

    def following(self) -> Following:
        """Return what was chosen, the usual thing where nothing was asked."""
        return Following.USUAL if self.isHidden() else Following(self.choice.currentData())

    def tracked_from(self) -> date | None:
        """Return the day from which on milestones are followed, None where none was chosen or typed."""
        return typed_day(self.day) if self.following() is Following.FROM_DAY else None

    def is_valid(self) -> bool:
        """Tell whether nothing is missing."""
        return self.following() is not Following.FROM_DAY or self.tracked_from() is not None

    def told(self) -> str:
        """Return the sentence that is shown."""
        return self._told.text()

    def _sentence(self, late: int, period: Period, *, is_over: bool) -> str:
        if is_over:
            over = self.tr("Kế hoạch đã hết thời gian ngày {}.").format(show_day(period.end))
            return f"{over} {self._late(late)}" if late else over
        return self._late(late)

    def _late(self, late: int) -> str:
        return self.tr("%n mốc đã qua hạn trước hôm nay; nếu theo dõi tất cả, các mốc này sẽ hiện quá hạn.", "", late)

    def _fill(self, today: date, *, is_over: bool) -> None:
        """Propose what makes nobody late: a plan that has ended is kept for looking up, another followed from today."""
        with QSignalBlocker(self.choice), QSignalBlocker(self.day):
            self.choice.clear()
            if is_over:
                self.choice.addItem(self.tr("Nhập để tra cứu (kết thúc luôn)"), Following.ENDED)
            self.choice.addItem(self.tr("Chỉ theo dõi các mốc từ ngày"), Following.FROM_DAY)
            self.choice.addItem(self.tr("Theo dõi tất cả các mốc"), Following.ALL)
            self.day.setText(show_day(today))
        self._chosen()

    def _chosen(self) -> None:
        self.day.setVisible(self.choice.currentData() == Following.FROM_DAY)
        self.changed.emit()
