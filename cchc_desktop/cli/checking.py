"""Commands that look after the database file: check."""

from __future__ import annotations

from pathlib import Path

import click

from cchc_desktop.cli.output import print_json, print_lines
from cchc_desktop.cli.parameters import JSON
from cchc_desktop.domain.errors import DamagedDatabase, RefusedDatabase
from cchc_desktop.domain.ports import CheckReport
from cchc_desktop.services import plans
from cchc_desktop.services.json_views import check_view
from cchc_desktop.wiring import open_reading


@click.command("check", short_help="Kiểm tra tệp dữ liệu.")
@JSON
@click.pass_obj
def check_command(db: Path, as_json: bool) -> int:
    """Kiểm tra tính toàn vẹn của tệp dữ liệu; mã thoát 1 khi có lỗi."""
    report = _report(db)
    if as_json:
        print_json(check_view(report))
    else:
        print_lines(_lines(report))
    return 1 if report.problems else 0


def _report(db: Path) -> CheckReport:
    """Check the file; one too damaged to be opened is a finding too."""
    try:
        with open_reading(db, must_exist=True) as workspace:
            return plans.check(workspace)
    except DamagedDatabase as error:
        return CheckReport((error.message, *error.problems), {}, 0)
    except RefusedDatabase as error:
        return CheckReport((error.message,), {}, 0)


def _lines(report: CheckReport) -> list[str]:
    counts = ", ".join(f"{table}: {count}" for table, count in report.counts.items())
    if not report.problems:
        return ["Dữ liệu nguyên vẹn.", counts]
    return ["Dữ liệu có chỗ hỏng:", *(f"- {problem}" for problem in report.problems), counts]


COMMANDS = (check_command,)
