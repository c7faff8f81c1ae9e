"""The one door of a window's errors: they are told, and what another program did to the data is looked at anew."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.errors import CchcError, ChangedOutside


class ErrorDoor(QObject):
    """Tells errors; `reload_wanted` and `reopen_wanted` come where the file was changed, or replaced, by another."""

    reload_wanted = Signal()
    reopen_wanted = Signal()
    """The file was replaced by another program: nothing can be written until it is opened anew."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._is_reopening = False

    def tell(self, error: Exception, then: Callable[[], object] | None = None) -> None:
        """Tell an error in a box; `then` is called when it has been read."""
        from cchc_desktop.ui.errors import show_error

        show_error(self._window, error, then)
        self._follow(error)

    def told(self, error: Exception) -> None:
        """Take note of an error that the screen tells by itself; only an unforeseen one gets a box as well."""
        if isinstance(error, CchcError):
            self._follow(error)
        else:
            self.tell(error)

    def opened(self) -> None:
        """Take note that the file was opened anew."""
        self._is_reopening = False

    def _follow(self, error: Exception) -> None:
        if not isinstance(error, ChangedOutside):
            return
        if not error.must_reopen:
            self.reload_wanted.emit()
        elif not self._is_reopening:  # writes that waited behind the first one fail as it did
            self._is_reopening = True
            self.reopen_wanted.emit()
