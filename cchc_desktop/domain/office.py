"""What the office decides for its data (not for one PC): small named values that undo and hand-over carry along."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from cchc_desktop.domain.entities import UNSAVED, new_uid

LOG_MONTHS = "log.months"
"""For how many months the change log is kept; absent or 0: for good."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One named decision; `value` is plain JSON."""

    name: str
    value: Any
    id: int = UNSAVED
    uid: str = field(default_factory=new_uid)
    row_version: int = 1
