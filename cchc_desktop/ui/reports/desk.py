"""The desk of Báo cáo: has papers made, looked at, written and printed; everything slow happens off the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.errors import Cancelled, CchcError
from cchc_desktop.ui.preferences import Preferences
from cchc_desktop.ui.reports.export import PaperExport
from cchc_desktop.ui.reports.figure_rows import FigureRows
from cchc_desktop.ui.reports.findings import PLAN_FACTS, place_of
from cchc_desktop.ui.reports.kept import KeptChoices
from cchc_desktop.ui.reports.making import Made, Making, setting_with
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
from cchc_desktop.ui.session import PlanSession

if TYPE_CHECKING:
    from cchc_desktop.domain.report_paper import AnyPaper
    from cchc_desktop.domain.report_template import ReportTemplate
    from cchc_desktop.services.papers.lint import Finding
    from cchc_desktop.services.workspace import Workspace
    from cchc_desktop.ui.doors import Doors
    from cchc_desktop.ui.following.keeper import FollowKeeper

_SETTLE_MS = 250
"""Time in which further choices and changes are waited for before a preview is made."""


class ReportsDesk(QObject):
    """Keeps the preview in step with what is chosen and with the plan, while it can be seen."""

    done = Signal(str, object)
    failed = Signal(object)
    item_wanted = Signal(int, object)
    plan_wanted = Signal()
    properties_wanted = Signal()
    """The open plan's number and date are to be typed."""
    periods_wanted = Signal()
    """The page of the reporting periods is to be shown."""

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
        self._template: ReportTemplate | None = None
        self._kept = KeptChoices(preferences)
        self._making: Making | None = None
        self._content = b""
        self._rows: Mapping[str, tuple[int, ...]] = {}
        self._plan_id: int | None = None
        self._asked = self._checked = 0
        self._is_stale = self._is_other = True
        self.page = ReportsPage(doors.today, window)
        self.export = PaperExport(session, self._kept, self.page, self)
        self.figures = FigureRows(keeper, window)
        self.press = PaperPress(self._kept, self.page, self)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settling.timeout.connect(self._make)
        self._connect(keeper)
        self._look()

    def _connect(self, keeper: FollowKeeper) -> None:
        page, session = self.page, self._session
        page.refresh_wanted.connect(self._refresh)
        page.plan_wanted.connect(self.plan_wanted)
        page.form.paper_chosen.connect(self._choose_paper)
        page.form.changed.connect(self._choices_changed)
        page.form.periods_wanted.connect(self.periods_wanted)
        page.findings.wanted.connect(self._jump)
        page.outputs.file_wanted.connect(self._export)
        page.outputs.print_wanted.connect(self._print)
        page.preview.stop_wanted.connect(self._stop)
        page.preview.again_wanted.connect(self._make)
        page.preview.view.figure_wanted.connect(lambda key: self.figures.open(self._rows[key]))
        self.figures.item_wanted.connect(self.item_wanted)
        self.export.done.connect(lambda words: self.done.emit(words, None))
        self.press.done.connect(lambda words: self.done.emit(words, None))
        for part in (self.export, self.press):
            part.failed.connect(self.failed)
            part.busy_changed.connect(self._show_ready)
        session.plan_opened.connect(lambda _: self._changed())
        session.plan_changed.connect(lambda *_: self._changed())
        session.worked.connect(self._changed)
        keeper.changed.connect(self._changed)

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
                self._settling.start()

        template = self._doors.report_template
        self._session.read(lambda workspace: _offers(workspace, tree, today, template), show, self.failed.emit)

    def _offer(self, offers: Offers) -> None:
        tree = self._session.tree
        if tree is None:
            return
        self.page.show_papers()
        self.page.form.offer(offers)
        self._template = offers.template
        kinds, kind = offered(tree, self._template), self.page.form.kind()
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
        kind = self.page.form.kind()
        if kind is not None:
            usual = PaperOptions(self._today())
            self.page.form.show_options(self._kept.options(kind.name, usual), parts_of(kind, self._template))

    def _choices_changed(self) -> None:
        kind = self.page.form.kind()
        if kind is not None:
            self._kept.keep(kind.name, self.page.form.options())
            self._settling.start()

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
        self._check(kind)

    def _gathering(self) -> Callable[[Any], Any] | None:
        """Return what gathers the paper as it is chosen now, None where none can be."""
        kind, tree, template = self.page.form.kind(), self._session.tree, self._template
        if kind is None or tree is None:
            return None
        options, plan_id = self.page.form.options(), tree.plan.id
        return lambda workspace: _gathered(workspace, kind, plan_id, options, template)

    def _made(self, made: Made) -> None:
        self._making = None
        self._content, self._rows = made.preview.pdf, made.rows
        figures = [figure for figure in made.preview.figures if figure.key in made.rows]
        self.page.preview.open(made.pages, figures, from_start=self._is_other)
        self._is_other = False
        self.page.preview.work.say(" ".join(made.preview.notes))
        self._show_ready()

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

    def _stop(self) -> None:
        if self._making is not None:
            self._making.cancel()

    def _show_ready(self) -> None:
        is_free = not self.export.is_busy and not self.press.is_busy
        has_pages = bool(self._content)
        self.page.outputs.set_ready(can_write=is_free and has_pages, can_print=is_free and has_pages)

    # --- what is worth a look

    def _check(self, kind: PaperKind) -> None:
        plan_id, slips = self._plan_id, tuple(self._doors.slips())
        period = self.page.form.options().period if Asks.PERIOD in kind.asks else ""
        if plan_id is None:
            return
        checked = self._checked = self._checked + 1
        self.page.show_findings(None)

        def show(found: Sequence[Finding]) -> None:
            if checked == self._checked:
                self.page.show_findings(found)

        def refused(error: Exception) -> None:
            show(())
            if not isinstance(error, CchcError):
                self.failed.emit(error)

        self._session.read(lambda workspace: _lint(workspace, plan_id, period or None, slips), show, refused)

    def _jump(self, finding: Finding) -> None:
        """Lead to what a finding is about: one task, a list of them, or where the plan's number and date are typed."""
        if finding.code in PLAN_FACTS:
            self.properties_wanted.emit()
        elif len(finding.rows) > 1:
            self.figures.open(finding.rows)
        elif self._plan_id is not None and (item_id := place_of(finding)) is not None:
            self.item_wanted.emit(self._plan_id, item_id)

    # --- out of the program

    def _export(self, ending: str) -> None:
        gathering, kind = self._gathering(), self.page.form.kind()
        if gathering is not None and kind is not None:
            self.export.ask(kind, self.page.form.options(), ending, gathering)

    def _print(self, asks: bool) -> None:
        kind = self.page.form.kind()
        if self._content and kind is not None and not self.press.is_busy:
            self.press.print(self._content, kind, asks=asks)


# What these import comes with them on the database's thread: the window waits for none of it.


def _offers(workspace: Workspace, *values: Any) -> Offers:
    from cchc_desktop.ui.reports.offers import offers_of

    return offers_of(workspace, *values)


def _gathered(workspace: Workspace, *values: Any) -> AnyPaper:
    from cchc_desktop.ui.reports.gathering import gathered

    return gathered(workspace, *values)


def _lint(workspace: Workspace, *values: Any) -> Sequence[Finding]:
    from cchc_desktop.services.papers.lint import lint

    return lint(workspace, *values)
