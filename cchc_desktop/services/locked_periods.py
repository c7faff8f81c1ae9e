"""Reporting periods whose figures are closed: what is told where something is entered that belongs to one of them.

It is stored all the same; what was kept at the locking stays, and Kỳ báo cáo shows what differs from it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from cchc_desktop.domain.changes import Changes
from cchc_desktop.domain.days import VIETNAM, show_day
from cchc_desktop.domain.followup.reporting import ReportingPeriod
from cchc_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class PeriodLock:
    """A locked period and the day on which its figures were closed."""

    period: ReportingPeriod
    on: date

    @property
    def words(self) -> str:
        """Return 'Kỳ “Quý III năm 2025” đã chốt ngày 08/09/2025; số liệu đã chốt không đổi.'."""
        return f"Kỳ “{self.period.title}” đã chốt ngày {show_day(self.on)}; số liệu đã chốt không đổi."


def period_locks(workspace: Workspace) -> tuple[PeriodLock, ...]:
    """Return the locked periods by the end of their data."""
    kept = workspace.queries.reporting_periods()
    locks = [PeriodLock(one.period, one.locked_at.astimezone(VIETNAM).date()) for one in kept if one.locked_at]
    return tuple(sorted(locks, key=lambda lock: (lock.period.window.end, lock.period.key)))


def lock_words(
    locks: Iterable[PeriodLock], periods: Collection[str] = (), days: Collection[date] = ()
) -> tuple[str, ...]:
    """Return what is told of something entered for periods, by their keys, or dated on days; empty if all are open."""
    return tuple(
        lock.words for lock in locks if lock.period.key in periods or any(map(lock.period.window.contains, days))
    )


def with_lock_notes(
    workspace: Workspace, changes: Changes, periods: Collection[str] = (), days: Collection[date] = ()
) -> Changes:
    """Return what was written together with what is told of locked periods; of nothing written nothing is told."""
    if not changes or not (periods or days):
        return changes
    return replace(changes, notes=(*changes.notes, *lock_words(period_locks(workspace), periods, days)))
