"""Parameter types with Vietnamese messages."""

from __future__ import annotations

from datetime import date

import click

from cchc_desktop.domain.days import read_day
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.periods import Period


class DayParameter(click.ParamType[date]):
    """A day as '2025-07-01' or '01/07/2025'."""

    name = "NGÀY"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the date; a usage error names what was typed."""
        if isinstance(value, date):
            return value
        try:
            return read_day(value)
        except ValueError:
            self.fail(f"“{value}” không phải là ngày; hãy nhập như 2025-07-01 hoặc 01/07/2025.", param, ctx)


def make_period(start: date | None, end: date | None) -> Period | None:
    """Return the period of --from and --to; InvalidInput where only one is given or the end comes first."""
    if start is None and end is None:
        return None
    if start is None or end is None:
        raise InvalidInput("Hãy nhập cả ngày bắt đầu (--from) và ngày kết thúc (--to).")
    if end < start:
        raise InvalidInput(
            "Ngày kết thúc (--to) đứng trước ngày bắt đầu (--from). Hãy kiểm tra lại hai ngày."
        )
    return Period(start, end)


DAY = DayParameter()
JSON = click.option("--json", "as_json", is_flag=True, help="In một tài liệu JSON.")
LARGEST_ID = 2**63 - 1
"""What SQLite can hold."""
PLAN_ID = click.IntRange(1, LARGEST_ID)
