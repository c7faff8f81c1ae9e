"""The screen Việc đến hạn: the bar, the month at the left, the list at the right, what can be done with the chosen."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.days import show_day
from cchc_desktop.domain.followup.due_list import DueGroup
from cchc_desktop.domain.followup.status import CLOSED
from cchc_desktop.domain.followup.unclear_results import unclear_words
from cchc_desktop.services.followup import DueLine
from cchc_desktop.ui import icons
from cchc_desktop.ui.deadlines.bar import DeadlinesBar
from cchc_desktop.ui.deadlines.groups import grouped
from cchc_desktop.ui.deadlines.model import DeadlinesModel
from cchc_desktop.ui.deadlines.month_pane import MonthPane
from cchc_desktop.ui.deadlines.seen import Seen
from cchc_desktop.ui.deadlines.table import DeadlinesTable
from cchc_desktop.ui.deadlines.wishes import Areas, Span, Wishes, agencies_of, passes, quarters
from cchc_desktop.ui.deadlines.words import count_tasks, label
from cchc_desktop.ui.following.tracking_line import TrackingLine
from cchc_desktop.ui.widgets.cards import bar, primary_button
from cchc_desktop.ui.widgets.elided_label import ElidedLabel
from cchc_desktop.ui.widgets.empty import EmptyState
from cchc_desktop.ui.widgets.enter_key import ENTER
from cchc_desktop.ui.widgets.reading import ReadingLine
from cchc_desktop.ui.widgets.stops import order_stops

_CALENDAR_SHARE, _SMALL_SHARE = 0.49, 0.43
_LETTERS = 120
"""Letters side by side on a page of which half is enough for the list."""
_WIDEST_CALENDAR = 820
_WITHIN = {
    DueGroup.WEEK: (DueGroup.WEEK,),
    DueGroup.MONTH: (DueGroup.MONTH, DueGroup.WEEK),
    DueGroup.QUARTER: (DueGroup.QUARTER, DueGroup.MONTH, DueGroup.WEEK),
    DueGroup.LATER: (DueGroup.LATER,),
}
"""Groups of days of which the first row is chosen where a group is asked for."""


class DeadlinesPage(QWidget):
    """Shows what the desk brings and tells what is wanted; it reads and writes nothing itself.

    `record_wanted`, `urge_wanted` and `open_wanted` carry the chosen lines.
    """

    refresh_wanted = Signal()
    wishes_changed = Signal()
    search_wanted = Signal(str)
    record_wanted = Signal(object)
    urge_wanted = Signal(object)
    open_wanted = Signal(object)
    days_off_wanted = Signal(int)
    """The days off of a year are to be filled in."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._seen: Seen | None = None
        self._areas = Areas(None)
        self._found: Collection[int] | None = None
        self._awaited: DueGroup | None = None
        self._count = ""
        self._follows = True
        self._is_editable = True
        self.bar = DeadlinesBar(self)
        self.tracking = TrackingLine(self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)  # each part is made where it stays: moving is slow
        self.month = MonthPane(today, self._splitter)
        self.model = DeadlinesModel(self)
        self._stack = QStackedWidget(self._splitter)
        self.table = DeadlinesTable(self.model, self._stack)
        self._make_stack()
        self._make_foot()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)
        self._chosen_changed()

    # --- what is shown

    def refresh(self) -> None:
        """Ask for everything that is shown, anew."""
        self.refresh_wanted.emit()

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.search.selectAll()

    def show_seen(self, seen: Seen) -> None:
        """Show what was read; choice and place stay."""
        is_first = self._seen is None
        self._seen = seen
        self._areas = Areas(seen.picture)
        lines = (*seen.open, *seen.closed)
        self.bar.offer(self._areas.offered(lines), agencies_of(lines))
        if seen.span is not None:
            self.bar.offer_spans(quarters(seen.span, seen.picture.as_of))
        self.bar.offer_unclear(len(seen.unclear))
        self.tracking.show_offer(seen.offer)
        self._show()
        if is_first and self._awaited is None and not self.table.chosen():
            self._follows = False  # the month of today stays until someone goes through the list
            self.table.choose_row(1 if self.model.rowCount() else None)
            self._follows = True
        if self._awaited is not None:
            awaited, self._awaited = self._awaited, None
            self.choose_group(awaited)

    def show_found(self, item_ids: Collection[int] | None) -> None:
        """Show only the tasks that a search found; None: all."""
        self._found = item_ids
        self._show()

    def show_wishes(self, wishes: Wishes) -> None:
        """Take over what was chosen before."""
        self.bar.show_wishes(wishes)
        self._show()

    def choose_group(self, group: DueGroup) -> None:
        """Choose what presses in some way, now or as soon as it has been read; filters give way."""
        if self._seen is None:
            self._awaited = group
            return
        self.bar.clear()
        self._want(Wishes(all_plans=self.bar.wishes().all_plans))
        self._choose_in(group)
        self.table.setFocus()

    def show_all(self, *, all_plans: bool, open_only: bool = True) -> None:
        """Show everything of the open plan, or of all that press."""
        self.bar.clear()
        self._want(Wishes(all_plans=all_plans, open_only=open_only))

    def set_editable(self, is_editable: bool) -> None:
        """Let results be recorded, or only be looked at."""
        self._is_editable = is_editable
        self.tracking.set_editable(is_editable)
        self._chosen_changed()

    def told(self) -> str:
        """Return what is shown and chosen, as the foot says it."""
        return self._told.words()

    def shown_lines(self) -> list[DueLine]:
        """Return the milestones of the list in their order."""
        return [line for group in self.model.groups() for line in group.lines]

    def lines_below(self) -> list[DueLine]:
        """Return the milestones below the chosen one."""
        return self.table.lines_below()

    # --- choosing

    def _choose_in(self, group: DueGroup) -> bool:
        if group in _WITHIN:
            return self.table.choose_row(self.model.first_in(_WITHIN[group][:1]) or self.model.first_in(_WITHIN[group]))
        return self.table.choose_group((group.value, None)) or self.table.choose_row(self.model.first_in([group]))

    def _choose_day(self, day: date) -> None:
        """Choose a day's group; where the span leaves it out, the span gives way."""
        self.month.calendar.mark(day)
        if self._choose_on(day) or self._seen is None:
            return
        if any(line.row.due == day for line in self._passing(replace(self.bar.wishes(), span=Span.ALL))):
            self._want(replace(self.bar.wishes(), span=Span.ALL))
            self._choose_on(day)

    def _choose_on(self, day: date) -> bool:
        return self.table.choose_group(("day", day)) or self.table.choose_row(self.model.first_due(day))

    def _chosen_changed(self) -> None:
        chosen = self.table.chosen()
        self._told.show_words(f"{self._count} · {self._chosen_words(chosen)}" if self._count else "")
        for button in (self._open, self._urge, self._record):
            button.setEnabled(bool(chosen) and (self._is_editable or button is self._open))
        self._open.setEnabled(len(chosen) == 1)
        if len(chosen) == 1:
            self.month.mark(chosen[0].row.due, follow=self._follows and self.table.hasFocus())

    def _chosen_words(self, chosen: Sequence[DueLine]) -> str:
        """Return 'Đang chọn TT 2 · Mốc 09/12/2025 · Phòng Văn hóa - Xã hội'."""
        if not chosen:
            return self.tr("Chọn nhiệm vụ để ghi kết quả hoặc đôn đốc.")
        if len(chosen) > 1:
            return self.tr("Đang chọn {}").format(count_tasks(chosen))
        line = chosen[0]
        number = self.tr("TT {}").format(label(line)) if label(line) else line.item.content
        due = self.tr("Mốc {}").format(show_day(line.row.due)) if line.row.due else ""
        told = (number, due, unclear_words(line.row.status), "; ".join(line.leads))
        return self.tr("Đang chọn {}").format(" · ".join(filter(None, told)))

    # --- showing

    def _show(self) -> None:
        if self._seen is None:
            return
        seen, wishes = self._seen, self.bar.wishes()
        shown = self._passing(wishes)
        calendar = seen.picture.rules.days_off
        self.table.show_plans(shown=wishes.all_plans and len({line.plan.id for line in (*seen.open, *seen.closed)}) > 1)
        self.table.show_groups(grouped(shown, seen.picture.as_of, calendar, by_agency=wishes.by_agency))
        self.month.show_lines(self._in_month(shown), seen.periods, calendar)
        self._count = self._counted(shown)
        self._chosen_changed()
        has_any = bool(seen.open or seen.unclear or (seen.closed and not wishes.open_only))
        self._stack.setCurrentWidget(self.table if shown else self._nothing if has_any else self._bare)

    def _passing(self, wishes: Wishes) -> list[DueLine]:
        if self._seen is None:
            return []
        test = passes(wishes, self._seen.picture.as_of, self._areas.of)
        lines, found = _wanted(self._seen, wishes), self._found
        return [line for line in lines if test(line) and (found is None or line.item.id in found)]

    def _counted(self, shown: Sequence[DueLine]) -> str:
        """Return how much is shown; what is completed and unclear is told apart from what is open."""
        clear = [line for line in shown if line.row.unclear is None]
        if not clear or len(clear) == len(shown):
            return count_tasks(shown)
        return self.tr("{}, cần bổ sung: {}").format(count_tasks(clear), len(shown) - len(clear))

    def _in_month(self, shown: Sequence[DueLine]) -> Sequence[DueLine]:
        """Return what stands in the month: what is shown, of all days; what is done only where that is wanted."""
        wishes = self.bar.wishes()
        lines = shown if wishes.span == Span.ALL else self._passing(replace(wishes, span=Span.ALL))
        if not wishes.open_only or wishes.unclear_only:
            return lines
        return [line for line in lines if line.row.status.status not in CLOSED]

    def _want(self, wishes: Wishes) -> None:
        if wishes == self.bar.wishes():
            return
        self.bar.show_wishes(wishes)
        self._wishes_changed()

    def _wishes_changed(self) -> None:
        self._show()
        self.wishes_changed.emit()

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._record.click()
        else:
            super().keyPressEvent(event)

    # --- building

    def _make_stack(self) -> None:
        self._reading = ReadingLine(self._stack)
        self._bare = EmptyState(
            "calendar-check", self.tr("Không có nhiệm vụ nào chưa xong."), self.tr("Hiện cả việc đã xong"), self._stack
        )
        self._nothing = EmptyState(
            "search", self.tr("Không có nhiệm vụ nào khớp điều đã chọn."), self.tr("Hiện cả kế hoạch"), self._stack
        )
        for page in (self._reading, self._bare, self._nothing, self.table):
            self._stack.addWidget(page)

    def _make_foot(self) -> None:
        self._told = _FootLabel(self)
        self._told.setObjectName("secondary")
        self._open = QPushButton(icons.icon("arrow-right"), self.tr("Mở nhiệm vụ"), self)
        self._urge = QPushButton(icons.icon("mail"), self.tr("Đôn đốc…"), self)
        self._record = primary_button(self.tr("Ghi kết quả…"), self)
        self._record.setIcon(icons.icon("check", "on_accent"))

    def _lay_out(self) -> None:
        self._splitter.addWidget(self.month)
        self._splitter.addWidget(self._stack)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        foot = bar([self._told, self._open, self._urge, self._record], self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.tracking)
        layout.addWidget(self._splitter, 1)
        layout.addWidget(foot)
        below = [*self.month.stops(), self.table, self._open, self._urge, self._record]
        order_stops([*self.bar.stops(), self.tracking.link, *below])

    def _connect(self) -> None:
        self.bar.changed.connect(self._wishes_changed)
        self.bar.searched.connect(lambda: self.search_wanted.emit(self.bar.query()))
        self.bar.left.connect(self.table.setFocus)
        self.month.chosen.connect(self._choose_day)
        self.month.days_off_wanted.connect(self.days_off_wanted)
        self.table.chosen_changed.connect(self._chosen_changed)
        self.table.open_wanted.connect(self._open.click)
        self._bare.activated.connect(lambda: self._want(replace(self.bar.wishes(), open_only=False)))
        self._nothing.activated.connect(self._show_everything)
        self._open.clicked.connect(lambda: self.open_wanted.emit(self.table.chosen()))
        self._urge.clicked.connect(lambda: self.urge_wanted.emit(self.table.chosen()))
        self._record.clicked.connect(lambda: self.record_wanted.emit(self.table.chosen()))

    def _show_everything(self) -> None:
        self.bar.clear()
        self._want(replace(self.bar.wishes().unfiltered(), span=Span.ALL))

    def _calendar_width(self) -> int:
        """Return what the calendar gets: about half, less where large letters need the room for the list."""
        is_large = self.fontMetrics().averageCharWidth() * _LETTERS > self.width()
        return min(int(self.width() * (_SMALL_SHARE if is_large else _CALENDAR_SHARE)), _WIDEST_CALENDAR)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            width = self._calendar_width()
            self._splitter.setSizes([width, event.size().width() - width])


def _wanted(seen: Seen, wishes: Wishes) -> tuple[DueLine, ...]:
    """Return what may be shown at all: what is open or unclear, with what is done where that is wanted."""
    if wishes.unclear_only:
        return seen.unclear
    return (*seen.open, *(seen.unclear if wishes.open_only else seen.closed))


class _FootLabel(ElidedLabel):
    """Takes the room that the buttons leave."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        policy = self.sizePolicy()
        policy.setHorizontalStretch(1)
        self.setSizePolicy(policy)
