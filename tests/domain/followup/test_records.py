"""Records as of a day, and the snapshot by item."""

from __future__ import annotations

from datetime import date

import pytest

from cchc_desktop.domain.followup.ledger import build_ledger
from cchc_desktop.domain.followup.records import (
    PROGRESS_NAMES,
    URGING_NAMES,
    Dropping,
    Progress,
    Record,
    Urging,
    UrgingMeans,
)

BEGUN, DONE = date(2025, 8, 1), date(2025, 9, 8)
P = Progress


@pytest.mark.parametrize(
    ("record", "day", "progress"),
    [
        (Record(1, "once"), DONE, P.NOT_STARTED),
        (Record(1, "once", P.IN_PROGRESS), BEGUN, P.IN_PROGRESS),
        (Record(1, "once", P.IN_PROGRESS, started_on=BEGUN), date(2025, 7, 31), P.NOT_STARTED),
        (Record(1, "once", P.IN_PROGRESS, started_on=BEGUN), BEGUN, P.IN_PROGRESS),
        (Record(1, "once", P.DONE, done_on=DONE), DONE, P.DONE),
        (Record(1, "once", P.DONE, done_on=DONE), date(2025, 9, 7), P.NOT_STARTED),
        (Record(1, "once", P.DONE, started_on=BEGUN, done_on=DONE), date(2025, 9, 7), P.IN_PROGRESS),
        (Record(1, "once", P.DONE), BEGUN, P.DONE),
        (Record(1, "once", P.DROPPED, dropping=Dropping("Bãi bỏ")), BEGUN, P.DROPPED),
        (Record(1, "once", P.DROPPED, dropping=Dropping("Bãi bỏ", DONE)), BEGUN, P.NOT_STARTED),
        (Record(1, "once", P.DROPPED, started_on=BEGUN, dropping=Dropping("Bãi bỏ", DONE)), BEGUN, P.IN_PROGRESS),
    ],
)
def test_progress_as_of_a_day(record, day, progress) -> None:
    assert record.progress_on(day) is progress


def test_records_have_names_of_their_own() -> None:
    assert Record(1, "once").uid != Record(1, "once").uid
    assert Record(1, "once").is_common
    assert not Record(1, "once", agency_id=3).is_common
    assert (set(PROGRESS_NAMES), set(URGING_NAMES)) == (set(Progress), set(UrgingMeans))


def test_a_ledger_keeps_the_rows_of_each_item_in_their_order() -> None:
    rows = [Record(2, "b"), Record(1, "a"), Record(2, "a")]
    urging = Urging(1, DONE, UrgingMeans.PHONE, promise="Gửi trước ngày 12/9")
    ledger = build_ledger(rows, urgings=[urging])
    assert ledger.records == {2: (rows[0], rows[2]), 1: (rows[1],)}
    assert (ledger.urgings, ledger.updates) == ({1: (urging,)}, {})
