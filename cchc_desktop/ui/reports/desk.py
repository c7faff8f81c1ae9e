"""The desk of Báo cáo: has papers made, looked at, written and printed; everything slow happens off the window."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.errors import Cancelled, CchcError
from cchc_desktop.ui.preferences import Preferences
from cchc_desktop.ui.reports.checks import PaperChecks
from cchc_desktop.ui.reports.export import PaperExport
from cchc_desktop.ui.reports.figure_rows import FigureRows
from cchc_desktop.ui.reports.kept import KeptChoices
from cchc_desktop.ui.reports.making import Behind, Gathering, Made, Making, setting_with
from cchc_desktop.ui.reports.page import ReportsPage
from cchc_desktop.ui.reports.papers import (
    Asks,
    Offers,
    PaperKind,
    PaperOptions,
    offered,
    parts_of,
)
from cchc_desktop.ui.reports.press import PaperPress
from cchc_desktop.ui.reports.view_sheets import ViewSheets
from cchc_desktop.ui.session import PlanSession

if TYPE_CHECKING:
    from cchc_desktop.domain.papers.report_paper import AnyPaper
    from cchc_desktop.services.workspace import Workspace
    from cchc_desktop.ui.doors import Doors
    from cchc_desktop.ui.following.keeper import FollowKeeper
    from cchc_desktop.ui.reports.papers import PaperSet

_SETTLE_MS = 250
"""Time in which further choices and changes are waited for before a preview is made."""


class ReportsDesk(QObject):
    """Keeps the preview in step with what is chosen and with the plan, while it can be seen."""

    done = Signal(str, object)
    failed = Signal(object)
    item_wanted = Signal(int, object)
    indicator_wanted = Signal(int, int)
    """An indicator is to be shown on its screen: the ids of its plan and of itself."""
    plan_wanted = Signal()
    properties_wanted = Signal()
    """The open plan's number and date are to be typed."""
    periods_wanted = Signal()
    """The page of the reporting periods is to be shown."""
    words_wanted = Signal(str, object)
    """The words of a report are to be edited: the key of its period, the ids of its plans."""
    template_wanted = Signal()
    """The office's template of reports is to be edited."""
    layout_wanted = Signal()
    """How papers look is to be edited."""
    forms_wanted = Signal()
    """A superior's own form is to be filled."""

    def __init__(
        self,
        session: PlanSession,
        keeper: FollowKeeper,
        preferences: Preferences,
        doors: Doors,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._today = doors.today
        self._doors = doors
        self._offers = Offers()
        self._kept = KeptChoices(preferences)
        self._making: Making | None = None
        self._content = b""
        self._behind = Behind()
        self._plan_id: int | None = None
        self._numbered: Hashable = None
        self._asked = 0
        self._is_stale = self._is_other = True
        self.page = ReportsPage(doors.today, window)
        self.export = PaperExport(session, self._kept, self.page, self)
        self.figures = FigureRows(session, keeper, doors.today, window)
        self.press = PaperPress(self._kept, self.page, self)
        self.checks = PaperChecks(session, doors.slips, self.page, self)
        self.sheets = ViewSheets(session, self)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settling.timeout.connect(self._make)
        self._connect(keeper)
        self._look()

    def _connect(self, keeper: FollowKeeper) -> None:
        page, session = self.page, self._session
        page.refresh_wanted.connect(self._refresh)
        page.plan_wanted.connect(self.plan_wanted)
        page.words_wanted.connect(self._want_words)
        page.template_wanted.connect(self.template_wanted)
        page.layout_wanted.connect(self.layout_wanted)
        page.forms_wanted.connect(self.forms_wanted)
        page.form.paper_chosen.connect(self._choose_paper)
        page.form.changed.connect(self._choices_changed)
        page.form.sheet_chosen.connect(self._keep_sheet)
        page.form.periods_wanted.connect(self.periods_wanted)
        page.outputs.file_wanted.connect(self._export)
        page.outputs.print_wanted.connect(self._print)
        page.preview.stop_wanted.connect(self._stop)
        page.preview.again_wanted.connect(self._make)
        page.preview.view.figure_wanted.connect(self._open_figure)
        self._connect_parts()
        session.plan_opened.connect(lambda _: self._changed())
        session.plan_changed.connect(lambda *_: self._changed())
        session.worked.connect(self._changed)
        keeper.changed.connect(self._changed)

    def _connect_parts(self) -> None:
        self.figures.item_wanted.connect(self.item_wanted)
        self.figures.indicator_wanted.connect(self.indicator_wanted)
        self.figures.failed.connect(self.failed)
        self.checks.item_wanted.connect(self.item_wanted)
        self.checks.rows_wanted.connect(self.figures.open)
        self.checks.properties_wanted.connect(self.properties_wanted)
        self.checks.words_wanted.connect(self._want_words)
        self.checks.failed.connect(self.failed)
        self.sheets.done.connect(self.done)
        self.export.done.connect(lambda words: self.done.emit(words, None))
        self.press.done.connect(lambda words: self.done.emit(words, None))
        for part in (self.export, self.press):
            part.failed.connect(self.failed)
            part.busy_changed.connect(self._show_ready)

    def print(self) -> None:
        """Ask for a printer for what is shown."""
        self._print(asks=True)

    # --- in step with the plan

    def _changed(self) -> None:
        self._is_stale = True
        if self.page.isVisible():
            self._look()

    def _refresh(self) -> None:
        """Make everything anew (F5); a page that is about to be shown takes what is there."""
        if self.page.isVisible() or self._is_stale:
            self._look()

    def _look(self) -> None:
        """Read what can be chosen for the open plan; the preview follows."""
        self._asked += 1
        asked, tree, today = self._asked, self._session.tree, self._today()
        if tree is None:
            self._forget()
            self.page.show_nothing(self.tr("Chưa có kế hoạch nào để lập văn bản."))
            return
        if not tree.items and not tree.indicators:
            self._forget()
            self.page.show_nothing(self.tr("Kế hoạch này chưa có nhiệm vụ, chỉ tiêu nào để lập văn bản."))
            return

        def show(offers: Offers) -> None:
            if asked == self._asked:  # else a later answer is on its way
                self._is_stale = False
                self._offer(offers)
                if self._is_other:  # nothing of this paper is shown yet
                    self._settling.stop()
                    self._make()
                else:
                    self._settling.start()

        template = self._doors.report_template
        self._session.read(lambda workspace: _offers(workspace, tree, today, template), show, self.failed.emit)

    def _offer(self, offers: Offers) -> None:
        tree = self._session.tree
        if tree is None:
            return
        self.page.show_papers()
        self._offers = offers
        self.page.form.offer(offers, tree.plan.title)
        kinds, kind = offered(tree, offers.template), self.page.form.kind()
        if tree.plan.id != self._plan_id or kind not in kinds:
            self._plan_id, self._is_other = tree.plan.id, True
            self.page.form.offer_papers(kinds, kind.name if kind is not None else self._kept.paper())
            self._show_options()

    def _forget(self) -> None:
        """Stop what is being made for a plan that is no longer there."""
        self._plan_id = None
        self._settling.stop()
        if self._making is not None:
            self._making.drop()
            self._making = None
        self._content = b""
        self._show_ready()

    # --- choosing

    def _choose_paper(self, kind: PaperKind) -> None:
        self._is_other = True
        self._show_options()
        self.page.outcome.clear()
        self._choices_changed()

    def _show_options(self) -> None:
        kind, form = self.page.form.kind(), self.page.form
        if kind is not None:
            usual = PaperOptions(self._today())
            kept = self._kept.options(kind.name, usual, self._plan_id or 0)
            form.show_options(kept, parts_of(kind, self._offers.template))
            self.page.ways.show_for(is_report=Asks.PERIOD in kind.asks)
            self._numbered = self._paper_key(kind, form.options())
            form.numbering.show_value(*self._kept.numbered(self._numbered))

    def _choices_changed(self) -> None:
        kind, form = self.page.form.kind(), self.page.form
        if kind is None:
            return
        options = form.options()
        self._kept.keep(kind.name, options, self._plan_id or 0)
        paper, shown = self._paper_key(kind, options), self._numbered
        if paper == shown:
            self._kept.keep_number(paper, options.number, options.day)
        else:
            self._numbered = paper
            form.numbering.show_value(*self._kept.numbered(paper))
        self._settling.start()

    def _keep_sheet(self) -> None:
        options = self.page.form.options()
        self.sheets.keep(self._offers.view(options.view), options)

    def _paper_key(self, kind: PaperKind, options: PaperOptions) -> Hashable:
        """Return what tells a paper that has a number from others: its kind, plans, period, office."""
        period = options.period if Asks.PERIOD in kind.asks else ""
        office = options.agency if Asks.AGENCY in kind.asks else ""
        return kind.name, self._plan_id, options.plans, period, office

    def _want_words(self) -> None:
        period = self.page.form.options().period
        if period and self._plan_ids():
            self.words_wanted.emit(period, self._plan_ids())

    def _plan_ids(self) -> tuple[int, ...]:
        """Return the plans that the paper is about, the open one first."""
        kind = self.page.form.kind()
        others = self.page.form.options().plans if kind is not None and Asks.PLANS in kind.asks else ()
        return (self._plan_id, *others) if self._plan_id is not None else ()

    # --- the preview

    def _make(self) -> None:
        gathering, kind = self._gathering(), self.page.form.kind()
        if gathering is None or kind is None:
            return
        if self._making is not None:
            self._making.drop()
        work = self.page.preview.work
        writing = setting_with(self._doors.previewer)
        work.begin(self.tr("Đang lập bản xem trước…"))
        self._making = Making(self._session, gathering, writing, self._made, self._not_made, work.advance, self)
        self.page.show_findings(None)

    def _gathering(self) -> Gathering | None:
        """Return what gathers the paper as it is chosen now, None where none can be."""
        kind, tree, offers = self.page.form.kind(), self._session.tree, self._offers
        if kind is None or tree is None or tree.plan.id != self._plan_id:
            return None
        options, plan_ids, abbreviations = self.page.form.options(), self._plan_ids(), self._doors.abbreviations
        view = offers.view(options.view) if Asks.VIEW in kind.asks else None
        return lambda workspace: _gathered(workspace, kind, options, plan_ids, offers.template, view, abbreviations)

    def _made(self, made: Made) -> None:
        self._making = None
        self._content, self._behind = made.content, made.behind
        self.page.preview.open(made.pages, made.figures, from_start=self._is_other)
        self._is_other = False
        self.page.preview.work.say(" ".join(made.notes))
        self._show_ready()
        self._check()

    def _not_made(self, error: Exception) -> None:
        self._making = None
        self._content = b""
        self.page.preview.work.say("")
        if isinstance(error, Cancelled):
            self.page.preview.show_nothing(self.tr("Đã dừng, chưa lập bản xem trước."))
        elif isinstance(error, CchcError):
            self.page.preview.show_nothing(error.message)
        else:
            self.page.preview.show_nothing(self.tr("Không lập được bản xem trước."))
            self.failed.emit(error)
        self._show_ready()
        self._check()

    def _check(self) -> None:
        """Look for what is worth a look: the pages come first."""
        kind = self.page.form.kind()
        if kind is not None and self._plan_id is not None:
            self.checks.look(self._plan_ids(), self.page.form.options().period if Asks.PERIOD in kind.asks else "")

    def _open_figure(self, key: str) -> None:
        if key in self._behind.indicators:
            self.figures.open_indicators(self._behind.indicators[key])
        elif key in self._behind.tasks:
            self.figures.open(self._behind.tasks[key], self._behind.plan_ids)

    def _stop(self) -> None:
        if self._making is not None:
            self._making.cancel()

    def _show_ready(self) -> None:
        is_free = not self.export.is_busy and not self.press.is_busy
        has_pages = bool(self._content)
        self.page.outputs.set_ready(can_write=is_free and has_pages, can_print=is_free and has_pages)

    # --- out of the program

    def _export(self, ending: str) -> None:
        gathering, kind, options = self._gathering(), self.page.form.kind(), self.page.form.options()
        if gathering is not None and kind is not None:
            has_letters = Asks.LETTERS in kind.asks and options.each and not options.agency
            ask = self.export.ask_folder if has_letters else self.export.ask
            ask(kind, options, ending, gathering)

    def _print(self, asks: bool) -> None:
        kind = self.page.form.kind()
        if self._content and kind is not None and not self.press.is_busy:
            self.press.print(self._content, kind, asks=asks)


# What these import comes with them on the database's thread: the window waits for none of it.


def _offers(workspace: Workspace, *values: Any) -> Offers:
    from cchc_desktop.ui.reports.offers import offers_of

    return offers_of(workspace, *values)


def _gathered(workspace: Workspace, kind: PaperKind, options: PaperOptions, *source: Any) -> AnyPaper | PaperSet:
    from cchc_desktop.ui.reports.gathering import Source, gathered

    return gathered(workspace, kind, Source(*source), options)
