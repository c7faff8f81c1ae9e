"""Reporting periods that somebody touched: dates set by hand, a report out of turn, a locked one with its snapshot.

All other periods follow from the rules (`domain.followup.reporting`) and are not stored.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from cchc_desktop.domain.entities import UNSAVED, new_uid
from cchc_desktop.domain.followup.reporting import ReportingPeriod


@dataclass(frozen=True, slots=True)
class KeptPeriod:
    """One stored reporting period; its key names it once.

    `locked_at` is the moment in UTC at which its figures were closed; `snapshot` is what they were, plain JSON.
    """

    period: ReportingPeriod
    id: int = UNSAVED
    uid: str = field(default_factory=new_uid)
    row_version: int = 1
    locked_at: datetime | None = None
    snapshot: Any = None

    @property
    def key(self) -> str:
        """Return the period's key ('2025-Q3')."""
        return self.period.key

    @property
    def is_locked(self) -> bool:
        """Tell whether the figures are closed."""
        return self.locked_at is not None


def special_periods(kept: Iterable[KeptPeriod]) -> tuple[ReportingPeriod, ...]:
    """Return the periods with dates of their own, as `reporting.find_period` takes them."""
    return tuple(one.period for one in kept)
