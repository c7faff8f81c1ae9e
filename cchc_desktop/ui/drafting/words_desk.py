"""The desk of a report's words: reads them with what is counted now, keeps what is typed, asks before it is lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.changes import Changes
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.papers.report_paper import rows_of
from cchc_desktop.domain.papers.report_template import ReportTemplate
from cchc_desktop.domain.papers.report_text import ReportDraft
from cchc_desktop.services.papers import report_texts
from cchc_desktop.services.papers.report_texts import ReportWords
from cchc_desktop.services.workspace import Workspace
from cchc_desktop.ui.drafting.kept_page import LeftBehind
from cchc_desktop.ui.drafting.words_page import WordsPage
from cchc_desktop.ui.errors import is_told_in_place
from cchc_desktop.ui.session import PlanSession
from cchc_desktop.ui.steps import Steps

_REPORTS = "reports"


class WordsDesk(QObject):
    """One page for one report at a time; a strip above the screens leads back to words that are not saved."""

    done = Signal(str, object)
    failed = Signal(object)
    page_wanted = Signal(QWidget, str)
    left = Signal()
    rows_wanted = Signal(object, object)
    """The tasks behind a figure are to be listed: their ids, and those of the plans."""
    indicators_wanted = Signal(object)
    """The indicators behind a figure are to be listed, as the report has them."""
    strip_wanted = Signal(QWidget)
    strip_left = Signal(QWidget)

    def __init__(
        self, session: PlanSession, steps: Steps, template: Callable[[], ReportTemplate | None], window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._template = template
        self._target: tuple[str, tuple[int, ...]] | None = None
        self._asked = 0
        self.page = WordsPage(window)
        self.page.hide()  # until it is wanted
        self.page.set_editable(steps.is_writable)
        steps.writable_changed.connect(self.page.set_editable)
        self.behind = LeftBehind(self.page, self.page.is_changed, self._left_words, window)
        self._connect()

    def _connect(self) -> None:
        page, session = self.page, self._session
        page.save_wanted.connect(self._save)
        page.figures_wanted.connect(self._take_figures)
        page.redraft_wanted.connect(self._redraft)
        page.figure_wanted.connect(self._open_rows)
        page.left.connect(self._leave)
        self.behind.strip_wanted.connect(self.strip_wanted)
        self.behind.strip_left.connect(self.strip_left)
        self.behind.back_wanted.connect(self._show_page)
        self.behind.given_up.connect(self._give_up)
        for ended in (session.saved, session.worked, session.plan_opened):
            ended.connect(self._read_if_open)

    def open(self, period_key: str, plan_ids: Sequence[int]) -> None:
        """Show the words of a report; those of another one that are not saved are asked about first."""
        target = period_key, tuple(plan_ids)
        if self.page.is_changed() and target != self._target:
            self._show_page()
            self.page.ask_leaving()
            return
        self._target = target
        self._read(self._show_page)

    # --- reading

    def _read_if_open(self, *_: object) -> None:
        if self._target is not None:
            self._read()

    def _read(self, then: Callable[[], object] = lambda: None) -> None:
        """Read the words and what is counted now."""
        usual, target = self._template(), self._target
        if usual is None or target is None:
            return
        self._asked += 1
        asked = self._asked

        def show(words: ReportWords) -> None:
            if asked == self._asked:  # else a later answer is on its way
                self.page.show_words(words)
                then()

        self._session.read(lambda workspace: report_texts.report_words(workspace, *target, usual), show, self._not_read)

    def _not_read(self, error: Exception) -> None:
        """Keep what is typed where its plan is gone; leave a page that has nothing to show any more."""
        if self.page.is_changed() and isinstance(error, CchcError):
            self.page.show_refusal(error.message)
            return
        self._target = None
        if self.page.isVisible():
            self.left.emit()
        self.failed.emit(error)

    def _show_page(self) -> None:
        self.page_wanted.emit(self.page, _REPORTS)
        self.page.pane.editor.setFocus()

    def _leave(self) -> None:
        self._target = None
        self.behind.end()
        self.left.emit()

    # --- writing

    def _save(self, draft: ReportDraft) -> None:
        target = self._target
        if target is None:
            return

        def saved(changes: Changes) -> None:
            self.page.pane.show_stored(draft)
            self.behind.end()
            self._tell(self.tr("Đã lưu nội dung báo cáo {}."), changes)

        self._write(lambda workspace: report_texts.save_report_text(workspace, *target, draft), saved)

    def _take_figures(self) -> None:
        target = self._target
        if target is not None:
            self._write(
                lambda workspace: report_texts.take_present_figures(workspace, *target),
                lambda changes: self._tell(self.tr("Đã cập nhật số liệu trong báo cáo {}."), changes),
            )

    def _redraft(self) -> None:
        target = self._target
        if target is not None:
            self._write(
                lambda workspace: report_texts.reset_report_text(workspace, *target),
                lambda changes: self._tell(self.tr("Đã soạn lại báo cáo {} theo mẫu."), changes),
            )

    def _write(self, use_case: Callable[[Workspace], Changes], then: Callable[[Changes], object]) -> None:
        self.page.set_busy(True)

        def written(changes: Changes) -> None:
            self.page.set_busy(False)
            then(changes)

        self._session.write(use_case, written, on_error=self._refused)

    def _tell(self, words: str, changes: Changes) -> None:
        self.page.show_refusal("")
        self.page.set_busy(False)
        self.done.emit(words.format(self.page.period_title()), changes.operation_id)

    def _refused(self, error: Exception) -> None:
        """Say on the page why it was not done; what was typed stays."""
        self.page.set_busy(False)
        if isinstance(error, CchcError):
            self.page.show_refusal(error.message)
        if not is_told_in_place(error):
            self.failed.emit(error)

    # --- figures

    def _open_rows(self, name: str) -> None:
        words = self.page.shown_words()
        figure = words.report.figure(name) if words else None
        if words is None or figure is None:
            self.page.show_refusal(self.tr("Kế hoạch hiện nay không còn phần mà số liệu này tính."))
        elif figure.key.counts_indicators:
            ids = rows_of(words.report, figure.key)
            self.indicators_wanted.emit([line for line in words.report.indicators if line.indicator_id in ids])
        else:
            self.rows_wanted.emit(rows_of(words.report, figure.key), words.report.plan_ids)

    # --- words that are not saved

    def _left_words(self) -> str:
        return self.tr("Nội dung báo cáo {} đã sửa chưa được lưu.").format(self.page.period_title())

    def _give_up(self) -> None:
        self.page.drop_typed()
        self._target = None
        self.behind.end()
