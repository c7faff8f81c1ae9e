"""What presses, told where it is seen from every screen: rail, status bar, the summary of the day, the tray."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.followup.due_list import DueGroup
from cchc_desktop.services.followup import FollowPicture, overdue_tasks, pressing_everywhere
from cchc_desktop.ui.deadlines.tray import TrayReminder
from cchc_desktop.ui.deadlines.words import words
from cchc_desktop.ui.following.keeper import FollowKeeper
from cchc_desktop.ui.preferences import Preferences
from cchc_desktop.ui.screens import Screens
from cchc_desktop.ui.session import PlanSession
from cchc_desktop.ui.status import StatusBar
from cchc_desktop.ui.status_figures import DONE, OVERDUE
from cchc_desktop.ui.widgets.strip import Strip, StripColumn

SCREEN = "deadlines"
_SEE, _CLOSE = "see", "close"


@dataclass(frozen=True, slots=True)
class Pressing:
    """How many milestones are late, and how many fall due within seven days: rows of the due list.

    `late_tasks` are those that the late ones belong to.
    """

    overdue: int = 0
    week: int = 0
    late_tasks: int = 0

    def __bool__(self) -> bool:
        return bool(self.overdue or self.week)


@dataclass(frozen=True, slots=True)
class Told:
    """The places of a window where it is told."""

    screens: Screens
    status: StatusBar
    strips: StripColumn


class PressWatch(QObject):
    """Follows the one picture of the window. `wanted` asks for the screen: a `DueGroup`, and True for all plans."""

    wanted = Signal(object, bool)
    done_wanted = Signal()
    """The completed tasks of the open plan are to be shown."""

    def __init__(
        self,
        keeper: FollowKeeper,
        session: PlanSession,
        preferences: Preferences,
        told: Told,
        window: QWidget,
        make_tray: Callable[[QWidget], TrayReminder] = TrayReminder,
    ) -> None:
        super().__init__(window)
        self._keeper, self._preferences, self._told, self._window = keeper, preferences, told, window
        self._make_tray = make_tray
        self._summed: date | None = None
        self._strip: Strip | None = None
        self._tray: TrayReminder | None = None
        keeper.changed.connect(self._changed)
        session.plan_opened.connect(lambda _: self._show_figures())
        preferences.changed.connect(self._look_at_tray)
        told.status.figure_wanted.connect(self._figure_pressed)
        self._changed()

    def _changed(self) -> None:
        picture = self._keeper.picture
        if picture is None:
            return
        press = pressing_in(picture)
        self._told.screens.set_badge(SCREEN, press.overdue)
        self._show_figures()
        if self._strip is not None:
            self._strip.set_sentence(summary_words(press)) if press else self._close_summary()
        if self._summed != picture.as_of:  # the first picture of this day
            self._summed = picture.as_of
            self._sum_up(press, picture.as_of)

    def _show_figures(self) -> None:
        plan = self._keeper.plan()
        if plan is None:
            self._told.status.show_figures(0, 0, 0)
            return
        counts = plan.pressing
        self._told.status.show_figures(plan.status.total.done, counts[DueGroup.OVERDUE], counts[DueGroup.WEEK])

    def _figure_pressed(self, name: str) -> None:
        if name == DONE:
            self.done_wanted.emit()
        else:
            self.wanted.emit(DueGroup.OVERDUE if name == OVERDUE else DueGroup.WEEK, False)

    # --- once a day

    def _sum_up(self, press: Pressing, today: date) -> None:
        """Say once a day what presses: nothing when nothing does."""
        self._close_summary()
        day = today.isoformat()
        if not press:
            return
        if self._preferences.value().summary_seen != day:
            self._preferences.change(summary_seen=day)
            self._show_summary(press)
        self._look_at_tray()

    def _show_summary(self, press: Pressing) -> None:
        actions = ((_SEE, words("Xem")), (_CLOSE, words("Đóng")))
        strip = self._strip = Strip(summary_words(press), actions, icon="calendar-clock")
        strip.buttons()[0].setAccessibleName(words("Xem các nhiệm vụ quá hạn, sắp đến hạn"))
        strip.chosen.connect(self._answer_summary)
        self._told.strips.add(strip)

    def _answer_summary(self, key: str) -> None:
        self._close_summary()
        picture = self._keeper.picture
        if key == _SEE and picture is not None:
            self._open(pressing_in(picture))

    def _close_summary(self) -> None:
        if self._strip is not None:
            strip, self._strip = self._strip, None
            self._told.strips.remove(strip)

    def _open(self, press: Pressing) -> None:
        self.wanted.emit(DueGroup.OVERDUE if press.overdue else DueGroup.WEEK, True)

    # --- the tray

    def _look_at_tray(self) -> None:
        """Remind once a day where that was chosen; take the icon away where it no longer is."""
        settings, picture = self._preferences.value(), self._keeper.picture
        if not settings.reminder:
            if self._tray is not None:
                self._tray.put_away()
            return
        if picture is None or settings.reminder_seen == picture.as_of.isoformat():
            return
        press = pressing_in(picture)
        if press and self._made_tray().remind(summary_words(press)):
            self._preferences.change(reminder_seen=picture.as_of.isoformat())

    def _made_tray(self) -> TrayReminder:
        if self._tray is None:
            self._tray = self._make_tray(self._window)
            self._tray.clicked.connect(self._tray_clicked)
        return self._tray

    def _tray_clicked(self) -> None:
        picture = self._keeper.picture
        self._window.showNormal() if self._window.isMinimized() else self._window.show()
        self._window.raise_()
        self._window.activateWindow()
        if picture is not None:
            self._open(pressing_in(picture))


def pressing_in(picture: FollowPicture) -> Pressing:
    """Return what presses in all plans together."""
    counts = pressing_everywhere(picture)
    return Pressing(counts.get(DueGroup.OVERDUE, 0), counts.get(DueGroup.WEEK, 0), overdue_tasks(picture))


def summary_words(press: Pressing) -> str:
    """Return 'Hôm nay: 2 nhiệm vụ quá hạn (5 mốc), 3 nhiệm vụ đến hạn trong 7 ngày.'."""
    parts = []
    if press.overdue:
        late = words.count("%n nhiệm vụ quá hạn", press.late_tasks)
        parts.append(late if press.late_tasks == press.overdue else f"{late} ({words.count('%n mốc', press.overdue)})")
    if press.week:
        parts.append(words.count("%n nhiệm vụ đến hạn trong 7 ngày", press.week))
    return words("Hôm nay: {}.").format(", ".join(parts))
