"""The desk of Kỳ báo cáo: asks the services for periods and rules and carries out what the page wants."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.changes import Changes
from cchc_desktop.domain.followup.reporting import DEFAULT_PERIOD_RULES, PeriodRule
from cchc_desktop.domain.followup.status import StatusRules
from cchc_desktop.services import followup_rules, periods
from cchc_desktop.services.period_figures import FigureLine, figure_lines
from cchc_desktop.services.periods import PeriodLine
from cchc_desktop.services.workspace import Workspace
from cchc_desktop.ui.dialog_host import DialogHost
from cchc_desktop.ui.errors import is_told_in_place
from cchc_desktop.ui.following.keeper import FollowKeeper
from cchc_desktop.ui.reporting.dialogs import DatesDialog, DaysDialog, LockDialog, RuleDialog, SpecialDialog
from cchc_desktop.ui.reporting.page import ReportingPage
from cchc_desktop.ui.session import PlanSession, changes_of
from cchc_desktop.ui.steps import Steps
from cchc_desktop.ui.widgets.entry_dialog import EntryDialog


@dataclass(frozen=True, slots=True)
class _Seen:
    """What one look at the database brought."""

    years: Sequence[int]
    year: int
    lines: Sequence[PeriodLine]
    rules: Sequence[PeriodRule]
    days: StatusRules


class ReportingDesk(QObject):
    """Keeps the page in step with the database; `done` carries one line about a deed and its operation's id."""

    done = Signal(str, object)
    failed = Signal(object)
    left = Signal()

    def __init__(
        self,
        session: PlanSession,
        steps: Steps,
        keeper: FollowKeeper,
        today: Callable[[], date],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._today = today
        self._window = window
        self._asked = 0
        self._rules: tuple[PeriodRule, ...] = DEFAULT_PERIOD_RULES
        self._days = StatusRules()
        self._host = DialogHost(session, self)
        self._host.failed.connect(self.failed)
        self.page = ReportingPage(today, window)
        self.page.hide()  # until it is wanted
        self.page.set_editable(steps.is_writable)
        steps.writable_changed.connect(self.page.set_editable)
        keeper.changed.connect(self._refresh_if_seen)
        for ended in (session.saved, session.worked, session.plan_opened):
            ended.connect(self._refresh_if_seen)
        self._connect()

    def _connect(self) -> None:
        page = self.page
        page.left.connect(self.left)
        page.refresh_wanted.connect(self.refresh)
        page.dates_wanted.connect(self._ask_dates)
        page.special_wanted.connect(self._ask_special)
        page.reset_wanted.connect(self._reset)
        page.lock_wanted.connect(self._ask_lock)
        page.figures_wanted.connect(self._compare)
        page.rule_wanted.connect(self._ask_rule)
        page.usual_rules_wanted.connect(self._take_usual_rules)
        page.days_wanted.connect(self._ask_days)

    # --- reading

    def refresh(self) -> None:
        """Read everything that the page shows."""
        self._asked += 1
        asked, year, on_request = self._asked, self.page.chosen_year(), self.page.on_request.isChecked()

        def show(seen: _Seen) -> None:
            if asked == self._asked:  # else a later answer is on its way
                self._rules, self._days = tuple(seen.rules), seen.days
                self.page.show_rules(seen.rules, seen.days)
                self.page.show_periods(seen.years, seen.year, seen.lines)

        self._session.read(lambda workspace: _look(workspace, year, on_request), show, self.failed.emit)

    def _refresh_if_seen(self, *_: Any) -> None:
        if self.page.isVisible():
            self.refresh()

    def _compare(self, line: PeriodLine) -> None:
        key = line.period.key
        self._session.read(
            lambda workspace: _compared(workspace, key), lambda lines: self.page.show_figures(key, lines)
        )

    # --- one period

    def _ask_dates(self, line: PeriodLine) -> None:
        dialog = DatesDialog(line.period, self._window)
        title, key = line.period.title, line.period.key
        self._ask(
            dialog,
            lambda: _setting_dates(key, dialog),
            lambda _: self.tr("Đã sửa các ngày của kỳ “{}”.").format(title),
        )

    def _ask_special(self) -> None:
        dialog = SpecialDialog(self._today, self._window)

        def added(result: tuple[str, Changes]) -> str:
            self.page.want(result[0])
            return self.tr("Đã thêm kỳ báo cáo đột xuất.")

        self._ask(dialog, lambda: _adding(dialog), added)

    def _reset(self, line: PeriodLine) -> None:
        words = self.tr("Đã xóa kỳ “{}”.") if line.is_special else self.tr("Kỳ “{}” theo lại ngày của quy tắc.")
        key, title = line.period.key, line.period.title
        self._write(lambda workspace: periods.reset_dates(workspace, key), words.format(title))

    def _ask_lock(self, line: PeriodLine) -> None:
        key = line.period.key

        def ask(figures: dict[str, Any]) -> None:
            as_of = date.fromisoformat(figures["as_of"])
            dialog = LockDialog(line.period, as_of, figure_lines(figures, figures), self._window)
            words = self.tr("Đã chốt số liệu kỳ “{}”.").format(line.period.title)
            self._ask(dialog, lambda: lambda workspace: periods.lock(workspace, key), lambda _: words)

        self._session.read(lambda workspace: periods.figures_to_lock(workspace, key), ask, self._refused)

    # --- rules

    def _ask_rule(self, number: int) -> None:
        rules = self._rules
        dialog = RuleDialog(rules[number], self._window)

        def saving() -> Callable[[Workspace], Changes]:
            changed = (*rules[:number], dialog.rule(), *rules[number + 1 :])
            return lambda workspace: followup_rules.save_period_rules(workspace, changed)

        self._ask(dialog, saving, lambda _: self.tr("Đã sửa quy tắc kỳ báo cáo."))

    def _take_usual_rules(self) -> None:
        self._write(
            lambda workspace: followup_rules.save_period_rules(workspace, DEFAULT_PERIOD_RULES),
            self.tr("Đã lấy lại quy tắc mặc định của các kỳ báo cáo."),
        )

    def _ask_days(self) -> None:
        dialog = DaysDialog(self._days, self._window)

        def saving() -> Callable[[Workspace], Changes]:
            rules = dialog.rules()
            return lambda workspace: followup_rules.save_status_rules(workspace, rules)

        self._ask(dialog, saving, lambda _: self.tr("Đã sửa số ngày nhắc hạn."))

    # --- writing

    def _ask(
        self,
        dialog: EntryDialog,
        use_case: Callable[[], Callable[[Workspace], Any]],
        told: Callable[[Any], str],
    ) -> None:
        """Open a dialog that stays until what it asks for is stored; what was typed stays where it is refused."""

        def stored(result: Any) -> None:
            self._tell(told(result), changes_of(result))

        self._host.open(dialog, lambda: self._host.store(dialog, use_case(), stored))

    def _write(self, use_case: Callable[[Workspace], Changes], words: str) -> None:
        self.page.show_refusal("")
        self._session.write(use_case, lambda changes: self._tell(words, changes), on_error=self._refused)

    def _tell(self, words: str, changes: Changes) -> None:
        self.page.show_refusal("")
        if changes.operation_id is not None:
            self.done.emit(words, changes.operation_id)

    def _refused(self, error: Exception) -> None:
        if is_told_in_place(error):
            self.page.show_refusal(error.message)
        else:
            self.failed.emit(error)


def _look(workspace: Workspace, year: int | None, on_request: bool) -> _Seen:
    years = periods.report_years(workspace)
    shown = year if year in years else workspace.clock.today().year
    lines = periods.period_lines(workspace, shown, on_request=on_request)
    return _Seen(years, shown, lines, followup_rules.period_rules(workspace), followup_rules.status_rules(workspace))


def _compared(workspace: Workspace, key: str) -> Sequence[FigureLine]:
    kept = periods.locked_figures(workspace, key)
    return () if kept is None else figure_lines(kept, periods.figures_now(workspace, key))


def _setting_dates(key: str, dialog: DatesDialog) -> Callable[[Workspace], Changes]:
    dates = dialog.dates()
    return lambda workspace: periods.set_dates(workspace, key, dates) if dates else Changes()


def _adding(dialog: SpecialDialog) -> Callable[[Workspace], tuple[str, Changes]]:
    wanted = dialog.report()
    return lambda workspace: periods.add_special(
        workspace, wanted.window, wanted.hand_in, wanted.submitted, wanted.sent, wanted.title
    )
