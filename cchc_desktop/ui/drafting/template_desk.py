"""The desk of the template of reports: the office's own, or the program's where it has none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.changes import Changes
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.papers.report_template import ReportTemplate, template_to_json
from cchc_desktop.services.papers import report_texts
from cchc_desktop.services.workspace import Workspace
from cchc_desktop.ui.drafting.kept_page import LeftBehind
from cchc_desktop.ui.drafting.template_page import TemplatePage
from cchc_desktop.ui.errors import is_told_in_place
from cchc_desktop.ui.session import PlanSession
from cchc_desktop.ui.steps import Steps

_REPORTS = "reports"


@dataclass(frozen=True, slots=True)
class _Seen:
    """The template that reports are drafted from, and whether it is the office's own."""

    template: ReportTemplate
    is_own: bool


class TemplateDesk(QObject):
    """Keeps its page in step with what is stored; `done` carries one line about a deed and its operation's id."""

    done = Signal(str, object)
    failed = Signal(object)
    page_wanted = Signal(QWidget, str)
    left = Signal()
    strip_wanted = Signal(QWidget)
    strip_left = Signal(QWidget)

    def __init__(
        self, session: PlanSession, steps: Steps, usual: Callable[[], ReportTemplate | None], window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._usual = usual
        self._is_open = False
        self._asked = 0
        self.page = TemplatePage(window)
        self.page.hide()  # until it is wanted
        self.page.set_editable(steps.is_writable)
        steps.writable_changed.connect(self.page.set_editable)
        words = self.tr("Mẫu báo cáo đã sửa chưa được lưu.")
        self.behind = LeftBehind(self.page, self.page.is_changed, lambda: words, window)
        self._connect()

    def _connect(self) -> None:
        self.page.save_wanted.connect(self._save)
        self.page.usual_wanted.connect(self._take_usual)
        self.page.left.connect(self._leave)
        self.behind.strip_wanted.connect(self.strip_wanted)
        self.behind.strip_left.connect(self.strip_left)
        self.behind.back_wanted.connect(self._show_page)
        self.behind.given_up.connect(self._give_up)
        for ended in (self._session.saved, self._session.worked, self._session.plan_opened):
            ended.connect(self._read_if_open)

    def open(self) -> None:
        """Show the template that reports are drafted from."""
        self._is_open = True
        self._read(self._show_page)

    def _read_if_open(self, *_: object) -> None:
        if self._is_open:
            self._read()

    def _read(self, then: Callable[[], object] = lambda: None) -> None:
        usual = self._usual()
        if usual is None:
            return
        self._asked += 1
        asked = self._asked

        def show(seen: _Seen) -> None:
            if asked == self._asked:  # else a later answer is on its way
                self.page.show_template(seen.template, is_own=seen.is_own)
                then()

        self._session.read(lambda workspace: _look(workspace, usual), show, self.failed.emit)

    def _show_page(self) -> None:
        self.page_wanted.emit(self.page, _REPORTS)
        self.page.pane.tree.setFocus()

    def _leave(self) -> None:
        self._is_open = False
        self.behind.end()
        self.left.emit()

    def _give_up(self) -> None:
        self.page.drop_typed()
        self._is_open = False
        self.behind.end()

    def _save(self, template: ReportTemplate) -> None:
        def saved(changes: Changes) -> None:
            self.page.show_saved(template)
            self.behind.end()
            self.done.emit(self.tr("Đã lưu mẫu báo cáo."), changes.operation_id)

        values = template_to_json(template)
        self._session.write(
            lambda workspace: report_texts.save_report_template(workspace, values), saved, on_error=self._refused
        )

    def _take_usual(self) -> None:
        def taken(changes: Changes) -> None:
            self.page.set_busy(False)
            self.done.emit(self.tr("Đã dùng lại mẫu báo cáo của chương trình."), changes.operation_id)

        self.page.set_busy(True)
        self._session.write(report_texts.reset_report_template, taken, on_error=self._refused)

    def _refused(self, error: Exception) -> None:
        """Say on the page why it was not done; what was typed stays."""
        self.page.set_busy(False)
        if isinstance(error, CchcError):
            self.page.show_refusal(error.message)
        if not is_told_in_place(error):
            self.failed.emit(error)


def _look(workspace: Workspace, usual: ReportTemplate) -> _Seen:
    template = report_texts.report_template(workspace, usual)
    return _Seen(template, template != usual)
