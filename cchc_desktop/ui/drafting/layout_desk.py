"""The desk of the layout of papers: keeps its page in step with what is stored and sets the sample pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.changes import Changes
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.office import OfficeProfile
from cchc_desktop.domain.papers.layout_profile import LayoutProfile
from cchc_desktop.ui.drafting.kept_page import LeftBehind
from cchc_desktop.ui.drafting.layout_page import LayoutPage
from cchc_desktop.ui.errors import is_told_in_place
from cchc_desktop.ui.jobs import Job, run_job
from cchc_desktop.ui.session import PlanSession

if TYPE_CHECKING:
    from cchc_desktop.domain.papers.ports import PaperPreviewer
    from cchc_desktop.domain.ports import CancelCheck, ProgressCallback
    from cchc_desktop.services.workspace import Workspace

_MOST_PAGES = 2


class LayoutDesk(QObject):
    """One desk for one page; `done` carries one line about a deed and its operation's id."""

    done = Signal(str, object)

    def __init__(self, session: PlanSession, page: LayoutPage, previewer: PaperPreviewer, window: QWidget) -> None:
        super().__init__(page)
        self._session = session
        self._page = page
        self._previewer = previewer
        self._office = OfficeProfile()
        self._job: Job | None = None
        self._asked = self._sampled = 0
        words = self.tr("Thể thức văn bản đã sửa chưa được lưu.")
        self.behind = LeftBehind(page, page.is_changed, lambda: words, window)
        self.behind.given_up.connect(self._give_up)
        page.refresh_wanted.connect(self.refresh)
        page.save_wanted.connect(self.save)
        page.sample_wanted.connect(self._set_sample)
        for ended in (session.saved, session.worked, session.plan_opened):
            ended.connect(self._refresh_if_seen)

    def refresh(self) -> None:
        """Show what is stored; what is typed and not saved stays."""
        self._asked += 1
        asked = self._asked

        def show(found: tuple[LayoutProfile, OfficeProfile]) -> None:
            if asked == self._asked:  # else a later answer is on its way
                profile, self._office = found
                self._page.show_stored(profile)

        self._session.read(_read, show)

    def save(self, profile: LayoutProfile) -> None:
        """Store a layout; a refusal is told on the page, and what was typed stays there."""

        def store(workspace: Workspace) -> Changes:
            from cchc_desktop.services import layout_profiles

            return layout_profiles.save_layout_profile(workspace, profile)

        def stored(changes: Changes) -> None:
            self._page.show_saved(profile)
            self.behind.end()
            self.done.emit(self.tr("Đã lưu thể thức văn bản."), changes.operation_id)

        self._session.write(store, stored, on_error=self._refused)

    def _refused(self, error: Exception) -> None:
        self._page.set_busy(False)
        if isinstance(error, CchcError):
            self._page.show_refusal(error.message)
        if not is_told_in_place(error):
            self._session.failed.emit(error)

    def _refresh_if_seen(self, *_: Any) -> None:
        if self._page.isVisible():  # when it is shown again it reads anyway
            self.refresh()

    def _give_up(self) -> None:
        self._page.drop_typed()
        self.behind.end()

    # --- the sample

    def _set_sample(self, profile: LayoutProfile) -> None:
        """Set the sample off the window; the newest wish alone is shown."""
        self._sampled += 1
        sampled, office, width = self._sampled, self._office, self._page.sample.wanted_width()
        if self._job is not None:
            self._job.cancel()

        def show(images: Sequence[QImage]) -> None:
            if sampled == self._sampled:
                self._page.sample.show_pages(images)

        def refuse(error: Exception) -> None:
            if sampled == self._sampled:
                words = error.message if isinstance(error, CchcError) else self.tr("Không lập được bản xem trước.")
                self._page.sample.show_words(words)

        previewer = self._previewer
        self._job = run_job(
            self,
            lambda progress, is_cancelled: _pictures(previewer, profile, office, width, progress, is_cancelled),
            show,
            refuse,
        )


def _read(workspace: Workspace) -> tuple[LayoutProfile, OfficeProfile]:
    from cchc_desktop.services.layout_profiles import layout_profile
    from cchc_desktop.services.office import office_profile

    return layout_profile(workspace), office_profile(workspace)


def _pictures(
    previewer: PaperPreviewer,
    profile: LayoutProfile,
    office: OfficeProfile,
    width: int,
    progress: ProgressCallback,
    is_cancelled: CancelCheck,
) -> Sequence[QImage]:
    from cchc_desktop.services.papers.layout_sample import layout_sample
    from cchc_desktop.ui.reports.pdf_pages import PdfPages

    pages = PdfPages(previewer(layout_sample(office, profile), progress, is_cancelled).pdf)
    try:
        return [pages.picture(number, width) for number in range(min(len(pages.sizes), _MOST_PAGES))]
    finally:
        pages.close()
