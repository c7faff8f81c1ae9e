"""The one dialog of a desk: closed when what was typed is stored, kept with its words where that is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.ui.errors import is_told_in_place
from cchc_desktop.ui.session import PlanSession, UseCase
from cchc_desktop.ui.widgets.entry_dialog import EntryDialog


class DialogHost(QObject):
    """`failed` carries the errors with which the window has more to do than the dialog."""

    failed = Signal(object)

    def __init__(self, session: PlanSession, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.dialog: EntryDialog | None = None

    def open(self, dialog: EntryDialog, confirmed: Callable[[], object]) -> None:
        """Show a dialog; while one is open a further one is dropped: its command was given twice."""
        if self.dialog is not None:
            dialog.deleteLater()
            return
        self.dialog = dialog
        dialog.confirmed.connect(confirmed)
        dialog.finished.connect(lambda _: self._closed(dialog))
        dialog.open()

    def store(self, dialog: EntryDialog, use_case: UseCase, stored: Callable[[Any], object]) -> None:
        """Carry out what was typed: the dialog closes with it, or says why not."""

        def done(result: Any) -> None:
            dialog.accept()
            stored(result)

        self._session.write(use_case, done, on_error=lambda error: self._refuse(dialog, error))

    def _closed(self, dialog: EntryDialog) -> None:
        self.dialog = None
        dialog.deleteLater()

    def _refuse(self, dialog: EntryDialog, error: Exception) -> None:
        dialog.show_refusal(error.message if isinstance(error, CchcError) else self.tr("Chưa lưu được."))
        if not is_told_in_place(error):
            self.failed.emit(error)
