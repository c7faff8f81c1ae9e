"""The proposals of the library of holidays, against what was announced for two years."""

from __future__ import annotations

from datetime import date

from cchc_desktop.holiday_source import proposed_days_off


def test_the_days_of_2025_that_change_from_year_to_year():
    found = {row.day: row for row in proposed_days_off(2025)}
    tet = [date(2025, 1, day) for day in (27, 28, 29, 30, 31)]
    assert set(tet) <= found.keys()
    assert found[date(2025, 4, 7)].name == "Ngày Giỗ Tổ Hùng Vương"
    assert found[date(2025, 4, 26)].worked
    assert not found[date(2025, 5, 2)].worked


def test_days_of_every_year_are_not_proposed():
    for year in (2024, 2025, 2026):
        days = [row.day for row in proposed_days_off(year)]
        assert days == sorted(set(days))
        assert {day.year for day in days} == {year}
        assert not {date(year, 1, 1), date(year, 4, 30), date(year, 5, 1), date(year, 9, 2)} & set(days)
