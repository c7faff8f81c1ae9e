"""The short Vietnamese reading under the time words."""

from __future__ import annotations

from datetime import date

import pytest

from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.schedule.reading import read_schedule
from cchc_desktop.domain.schedule.wording import describe

HALF = Period(date(2025, 7, 1), date(2025, 12, 31))
FIVE = Period(date(2026, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("words", "period", "expected"),
    [
        ("Trước ngày 10/12/2025", HALF, "Đến hạn 09/12/2025"),
        ("Quý III,IV/2025", HALF, "Đến hạn 31/12/2025"),
        ("Trước ngày 10 của tháng cuối quý", HALF, "ngày 09 các tháng 9, 12"),
        ("Ngày 20 hằng tháng", HALF, "ngày 20 hằng tháng"),
        ("Trước ngày 01 hằng tháng", HALF, "ngày cuối hằng tháng"),
        ("Tháng 6, 12 hằng năm", FIVE, "ngày cuối các tháng 6, 12"),
        ("Trước 15/12 hằng năm", FIVE, "ngày 14/12 hằng năm"),
        ("Tháng 9, 12 hằng năm", Period(date(2025, 10, 1), date(2025, 12, 31)), "Đến hạn 31/12/2025"),
        ("Hàng quý", HALF, "Hằng quý, ngày cuối quý"),
        ("Hàng quý, năm", HALF, "Hằng quý, năm"),
        ("6 tháng/lần", FIVE, "Định kỳ 6 tháng, ngày 30/06 và 31/12"),
        ("Thường xuyên", HALF, "Thường xuyên"),
        ("Thường xuyên, hàng quý", HALF, "Thường xuyên; hằng quý, ngày cuối quý"),
        ("Thường xuyên; trước 31/10/2025", HALF, "Thường xuyên; đến hạn 30/10/2025"),
        ("Theo kế hoạch", HALF, "Cần xác định ngày"),
        ("Năm 2026, 2028, 2030", FIVE, "Đến hạn 31/12/2026, 31/12/2028, 31/12/2030"),
        ("", HALF, "Cần xác định ngày"),
    ],
)
def test_describe(words: str, period: Period, expected: str) -> None:
    assert describe(read_schedule(words, period)) == expected
