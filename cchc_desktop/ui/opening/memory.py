"""Which places of data a person does not want to be warned of any more."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path


def _forget(places: str) -> None:
    """Keep nothing beyond this run."""


class PlaceMemory:
    """Keeps the ignored places as one text, a path a line, for a settings field; `save` is called with each change."""

    def __init__(self, places: str = "", save: Callable[[str], object] = _forget) -> None:
        self._places = [line for line in places.splitlines() if line]
        self._save = save

    def is_ignored(self, path: Path) -> bool:
        """Tell whether a file lies where the person knows about the risk; moved elsewhere it is judged anew."""
        return _key(path) in self._places

    def ignore(self, path: Path) -> None:
        """Do not warn of this file any more."""
        if not self.is_ignored(path):
            self._places.append(_key(path))
            self._save("\n".join(self._places))


def _key(path: Path) -> str:
    return os.path.normcase(os.path.realpath(path))
