"""This user's settings while the window is open: changed in one place, written at once."""

from __future__ import annotations

import logging
import threading
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal

from cchc_desktop.settings import Settings, load_settings, save_settings, settings_file, with_view

_log = logging.getLogger(__name__)
_WINDOW = (
    "geometry", "layout", "inspector_width", "inspector_shown", "columns", "last_plan", "last_folder",
)  # fmt: skip
"""What the window itself knows; pages change the rest."""


class Preferences(QObject):
    """Keeps the settings that pages change; how the window stands is told now and then, and when it closes."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._lock = threading.Lock()
        self._fields: dict[str, Any] = {}
        self._views: dict[str, Mapping[str, Any]] = {}

    def value(self) -> Settings:
        """Return the settings as they are now."""
        return self._settings

    def change(self, **fields: Any) -> None:
        """Change some fields and write them over what the file holds, which another window may have changed."""
        self._keep(fields)
        self._write(settings_file())
        self.changed.emit()

    def keep_window(self, window: Settings) -> None:
        """Write how the window stands; what pages changed stays."""
        self._keep_window(window)
        self._write(settings_file())

    def keep_window_soon(self, window: Settings) -> None:
        """Write how the window stands without waiting for the disk."""
        if self._keep_window(window):
            file = settings_file()  # where it is now
            QThreadPool.globalInstance().start(lambda: self._write(file))

    def keep_view(self, uid: str, view: Mapping[str, Any]) -> None:
        """Remember how a plan is looked at; it is written with the window."""
        if self._settings.views.get(uid) == view:
            return
        with self._lock:
            self._views[uid] = view
        self._settings = replace(self._settings, views=with_view(self._settings.views, uid, view))

    def _keep_window(self, window: Settings) -> bool:
        """Keep what has changed about the window; tell whether there is anything to write."""
        known = self._settings
        self._keep({name: now for name in _WINDOW if (now := getattr(window, name)) != getattr(known, name)})
        return bool(self._fields or self._views)

    def _keep(self, fields: Mapping[str, Any]) -> None:
        self._settings = replace(self._settings, **fields)
        with self._lock:
            self._fields.update(fields)

    def _write(self, file: Path) -> None:
        """Write what was changed since the last time, on any thread; what cannot be written waits for the next time."""
        with self._lock:
            if not self._fields and not self._views:
                return
            settings = replace(load_settings(file), **self._fields)
            for uid, view in self._views.items():
                settings = replace(settings, views=with_view(settings.views, uid, view))
            try:
                save_settings(settings, file)
            except OSError as error:  # losing a preference is no reason to disturb anyone
                _log.warning("settings were not saved: %s", error)
            else:
                self._fields, self._views = {}, {}
