"""This user's settings while the window is open: changed in one place, written at once."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from cchc_desktop.settings import Settings, load_settings, save_settings

_log = logging.getLogger(__name__)


class Preferences(QObject):
    """Keeps the settings that pages change; how the window stands is written by the window when it closes."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings

    def value(self) -> Settings:
        """Return the settings as they are now."""
        return self._settings

    def change(self, **fields: Any) -> None:
        """Change some fields and write them over what the file holds, which another window may have changed."""
        self._settings = replace(self._settings, **fields)
        self._save(replace(load_settings(), **fields))
        self.changed.emit()

    def keep_window(self, window: Settings) -> None:
        """Write how the window stands; what pages changed stays."""
        names = ("geometry", "layout", "inspector_width", "columns", "last_plan", "last_folder")
        self.change(**{name: getattr(window, name) for name in names})

    def _save(self, settings: Settings) -> None:
        try:
            save_settings(settings)
        except OSError as error:  # losing a preference is no reason to disturb anyone
            _log.warning("settings were not saved: %s", error)
