"""Rows of the grid and typed values that are not stored, without a window."""

from __future__ import annotations

from cchc_desktop.ui.indicators.typed import TypedValue, TypedValues


def test_typed_values_are_kept_together_until_they_are_stored():
    values = TypedValues()
    values.keep([TypedValue(1, "2026", None, {"source": "Báo cáo"}, "Kỳ này chưa có giá trị.")])
    values.keep([TypedValue(1, "2026", "63,8")])
    kept = values.of((1, "2026"))
    assert (kept.text, kept.details, kept.reason) == ("63,8", {"source": "Báo cáo"}, "")
    values.stored([kept])
    assert values.of((1, "2026")) is None


def test_what_was_typed_over_a_value_under_way_stays():
    values = TypedValues()
    first = TypedValue(1, "2026", "63")
    values.keep([first])
    values.keep([TypedValue(1, "2026", "64")])
    values.stored([first])
    assert values.of((1, "2026")).text == "64"


def test_only_what_was_refused_is_dropped():
    values = TypedValues()
    values.keep([TypedValue(1, "2026", "nhiều", reason="Không phải số."), TypedValue(2, "2026", "5")])
    assert [one.indicator_id for one in values.drop_refused()] == [1]
    assert values.of((2, "2026")) is not None
    assert values.refused() == ()
