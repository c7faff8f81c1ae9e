"""Writes that may change issued words: where a document is needed, it is asked for once and the write is repeated."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.errors import AmendmentNeeded
from cchc_desktop.services.workspace import Workspace
from cchc_desktop.ui.plans.amendment import Amendment
from cchc_desktop.ui.session import PlanSession

UseCase = Callable[[Workspace, str | None], Any]
"""Calls one service with the amending document, None where none was named."""
Answer = Callable[[Amendment | None], None]
"""Takes the document, None where the person gave the change up."""
Ask = Callable[[QWidget, Answer], None]
"""Asks a person for the amending document without stopping the window."""


def dialog_asker(today: Callable[[], date]) -> Ask:
    """Return what asks in a dialog; `today` completes a date typed without its year."""

    def ask(window: QWidget, answer: Answer) -> None:
        from cchc_desktop.ui.plans.amendment_dialog import AmendmentDialog

        dialog = AmendmentDialog(today, window)
        dialog.accepted.connect(lambda: answer(dialog.amendment()))
        dialog.rejected.connect(lambda: answer(None))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    return ask


class AmendableWrites(QObject):
    """Hands writes to the session; remembers per plan the document that a person wants to go on using."""

    given_up = Signal()
    """The document was not named: what was asked for is not going to be stored."""

    def __init__(self, session: PlanSession, window: QWidget, ask: Ask) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._ask = ask
        self._kept: dict[int, str] = {}
        self._waiting: list[Callable[[Amendment | None], None]] = []

    def write(
        self,
        use_case: UseCase,
        then: Callable[[Any], object] | None = None,
        on_error: Callable[[Exception], object] | None = None,
    ) -> None:
        """Carry out a use case; a change that is given up when the document is asked for leaves all as it was."""
        tree = self._session.tree
        plan_id = tree.plan.id if tree is not None else 0
        self._attempt(plan_id, use_case, self._kept.get(plan_id), then, on_error)

    def _attempt(
        self,
        plan_id: int,
        use_case: UseCase,
        words: str | None,
        then: Callable[[Any], object] | None,
        on_error: Callable[[Exception], object] | None,
    ) -> None:
        def failed(error: Exception) -> None:
            if isinstance(error, AmendmentNeeded):
                self._wait(plan_id, lambda again: self._attempt(plan_id, use_case, again, then, on_error))
            else:
                (on_error or self._session.failed.emit)(error)

        self._session.write(lambda workspace: use_case(workspace, words), then, on_error=failed, then_apart=True)

    def _wait(self, plan_id: int, repeat: Callable[[str], None]) -> None:
        """Ask once, however many writes wait for the answer; each is repeated in its order."""

        def answered(amendment: Amendment | None) -> None:
            if amendment is not None:
                repeat(amendment.words)

        self._waiting.append(answered)
        if len(self._waiting) == 1:
            self._ask(self._window, lambda amendment: self._answer(plan_id, amendment))

    def _answer(self, plan_id: int, amendment: Amendment | None) -> None:
        if amendment is not None and amendment.keep:
            self._kept[plan_id] = amendment.words
        waiting, self._waiting = self._waiting, []
        for answered in waiting:
            answered(amendment)
        if amendment is None:
            self.given_up.emit()
