"""Databases that are made once and copied for each test that starts from the same."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any


class Stock:
    """Keeps what was made in a folder, with the value that the making returned; one per test process."""

    def __init__(self, shelf: Path) -> None:
        self._shelf = shelf
        self._values: dict[str, Any] = {}

    def fill(self, folder: Path, name: str, make: Callable[[], Any]) -> Any:
        """Let `make` write into a folder, or copy what it wrote the first time; return what it returned then."""
        kept = self._shelf / name
        if name in self._values:
            shutil.copytree(kept, folder, dirs_exist_ok=True)
        else:
            self._values[name] = make()
            shutil.copytree(folder, kept)
        return self._values[name]
