"""Names of occurrences."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.schedule.model import Every, Rule, ScheduleKind
from cchc_desktop.domain.schedule.occurrence_words import occurrence_words
from cchc_desktop.domain.schedule.occurrences import occurrences


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("2025-Q3", "Quý III/2025"),
        ("2025-Q1", "Quý I/2025"),
        ("2025-H1", "6 tháng đầu năm 2025"),
        ("2025-H2", "6 tháng cuối năm 2025"),
        ("2025-9M", "9 tháng năm 2025"),
        ("2025", "Năm 2025"),
        ("2025-06", "Tháng 6/2025"),
        ("2025-12", "Tháng 12/2025"),
        ("2025-06-2", "Tháng 6/2025 (lần 2)"),
        ("2025-Q4-3", "Quý IV/2025 (lần 3)"),
        ("2025-2", "Năm 2025 (lần 2)"),
        ("once", ""),
        ("standing", "Thường xuyên"),
        ("all", "Toàn bộ nhiệm vụ"),
        ("another", "another"),
        ("2025-13", "Năm 2025 (lần 13)"),
    ],
)
def test_names(key: str, words: str) -> None:
    assert occurrence_words(key) == words


@given(st.sampled_from(Every), st.integers(2020, 2030))
def test_every_recurrence_has_a_name_of_its_own_for_each_occurrence(every: Every, year: int) -> None:
    found = occurrences(
        [Rule(ScheduleKind.RECURRENCE, every=every)], Period(date(year, 1, 1), date(year + 1, 12, 31))
    )
    names = [occurrence_words(one.key) for one in found]
    assert len(set(names)) == len(found)
    assert not any(one.key in name for one, name in zip(found, names, strict=True) if "-" in one.key)
