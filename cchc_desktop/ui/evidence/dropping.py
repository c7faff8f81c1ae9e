"""Files that are dragged in from a file manager."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData


def dropped_files(mime: QMimeData) -> Sequence[Path]:
    """Return the files of a drag, none for what is no file of this machine (an address of the web)."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
