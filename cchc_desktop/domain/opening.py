"""What is known about a database file when it is opened: who holds it, where it lies, what could be saved of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a database open for writing; `since` in UTC, `is_here` on this machine."""

    user: str
    host: str
    pid: int
    since: datetime
    is_here: bool


class PlaceKind(StrEnum):
    """Why a place is a bad one for the data."""

    NETWORK = "network"
    SYNC_FOLDER = "sync_folder"
    REMOVABLE = "removable"


@dataclass(frozen=True, slots=True)
class PlaceWarning:
    """One reason to keep the data elsewhere: a Vietnamese sentence, and the local file that is offered instead."""

    kind: PlaceKind
    sentence: str
    offered: Path


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was saved from a damaged database into a new file.

    Rows per table; `lost` is an estimate: rows known to have existed whose pages cannot be read or whose content is
    no longer possible. `problems` are Vietnamese sentences, among them what had to be mended.
    """

    file: Path
    saved: Mapping[str, int]
    lost: Mapping[str, int]
    problems: tuple[str, ...]
