"""Which milestone of an item is at hand: the one to which a result belongs that is typed without naming any."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cchc_desktop.domain.followup.milestones import Milestone


def milestone_at_hand(milestones: Sequence[Milestone], as_of: date) -> Milestone:
    """Return the first milestone that has begun and is open; the last one that has begun where all are closed.

    Before anything has begun it is the first of all. What fell due before 'theo dõi từ ngày' is passed over while
    there is something else. ValueError for an item without milestones.
    """
    if not milestones:
        raise ValueError("an item has at least one milestone")
    tracked = [one for one in milestones if one.is_tracked or one.is_recorded] or list(milestones)
    begun = [one for one in tracked if one.start is None or one.start <= as_of]
    waiting = next((one for one in begun if one.is_open_on(as_of)), None)
    return waiting or (begun[-1] if begun else tracked[0])
