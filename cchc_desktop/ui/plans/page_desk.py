"""What the desks of pages beside a plan share: one page at a time, made when it is wanted and gone when it is left."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.ui.amendable import AmendableWrites
from cchc_desktop.ui.screens import PLAN
from cchc_desktop.ui.session import PlanSession, UseCase

if TYPE_CHECKING:
    from cchc_desktop.ui.plans.coverage_page import CoveragePage
    from cchc_desktop.ui.plans.years_page import YearsPage

Page = TypeVar("Page", "CoveragePage", "YearsPage")


class PageDesk(QObject, Generic[Page]):
    """`page_wanted` and `left` tell the window what to show; `done` brings a deed and its operation's id."""

    page_wanted = Signal(QWidget, str)
    left = Signal()
    done = Signal(str, object)
    failed = Signal(object)

    def __init__(self, session: PlanSession, writes: AmendableWrites, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._writes = writes
        self._window = window
        self._page: Page | None = None

    def _begin(self, page: Page, use_case: UseCase, show: Callable[[Any], object]) -> None:
        """Go on with a new page: it is shown once it has what was read."""
        self._forget()
        self._page = page
        page.hide()  # until it is wanted
        page.left.connect(self._leave)

        def first(found: Any) -> None:
            show(found)
            self.page_wanted.emit(page, PLAN)
            page.focus_first()

        self._read_for(page, use_case, first)

    def _read_for(self, page: Page, use_case: UseCase, show: Callable[[Any], object]) -> None:
        """Show what is read, unless the page was left meanwhile."""

        def answered(found: Any) -> None:
            if page is self._page:
                show(found)

        self._session.read(use_case, answered, self.failed.emit)

    def _refuse(self, error: Exception) -> None:
        """Say on the page why something was not done."""
        if self._page is not None and isinstance(error, CchcError):
            self._page.show_refusal(error.message)
        else:
            self.failed.emit(error)

    def _leave(self) -> None:
        self._forget()
        self.left.emit()

    def _forget(self) -> None:
        if self._page is not None:
            self._page.deleteLater()
        self._page = None
