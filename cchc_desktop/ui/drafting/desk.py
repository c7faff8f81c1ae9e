"""What an office writes once and papers follow: each editor is built when Báo cáo first asks for it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.ui.session import PlanSession
from cchc_desktop.ui.steps import Steps

if TYPE_CHECKING:
    from cchc_desktop.ui.doors import Doors
    from cchc_desktop.ui.drafting.template_desk import TemplateDesk
    from cchc_desktop.ui.drafting.words_desk import WordsDesk


class DraftingDesk(QObject):
    """The words of a report and the template that they are drafted from; the layout is a part of Thiết lập."""

    done = Signal(str, object)
    failed = Signal(object)
    page_wanted = Signal(QWidget, str)
    left = Signal()
    """Báo cáo is to stand again where an editor stood."""
    rows_wanted = Signal(object, object)
    """The tasks behind a figure are to be listed: their ids, and those of the plans."""
    indicators_wanted = Signal(object)
    """The indicators behind a figure are to be listed, as the report has them."""
    strip_wanted = Signal(QWidget)
    strip_left = Signal(QWidget)

    def __init__(self, session: PlanSession, steps: Steps, doors: Doors, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._steps = steps
        self._doors = doors
        self._window = window

    @cached_property
    def words(self) -> WordsDesk:
        """The editor of a report's words."""
        from cchc_desktop.ui.drafting.words_desk import WordsDesk

        desk = WordsDesk(self._session, self._steps, self._doors.report_template, self._window)
        desk.done.connect(self.done)
        desk.failed.connect(self.failed)
        desk.page_wanted.connect(self.page_wanted)
        desk.left.connect(self.left)
        desk.rows_wanted.connect(self.rows_wanted)
        desk.indicators_wanted.connect(self.indicators_wanted)
        desk.strip_wanted.connect(self.strip_wanted)
        desk.strip_left.connect(self.strip_left)
        return desk

    @cached_property
    def template(self) -> TemplateDesk:
        """The editor of the template that reports are drafted from."""
        from cchc_desktop.ui.drafting.template_desk import TemplateDesk

        desk = TemplateDesk(self._session, self._steps, self._doors.report_template, self._window)
        desk.done.connect(self.done)
        desk.failed.connect(self.failed)
        desk.page_wanted.connect(self.page_wanted)
        desk.left.connect(self.left)
        desk.strip_wanted.connect(self.strip_wanted)
        desk.strip_left.connect(self.strip_left)
        return desk
