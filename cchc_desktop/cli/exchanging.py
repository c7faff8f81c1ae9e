"""The command that brings plans in: import."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from cchc_desktop.cli.output import print_json, print_lines, problem_line
from cchc_desktop.cli.parameters import DAY, JSON, PLAN_ID, make_period
from cchc_desktop.domain.errors import OlderDatabase
from cchc_desktop.domain.ports import never_cancelled, no_progress
from cchc_desktop.services import exchange, upkeep
from cchc_desktop.services.exchange import ImportChoices, ImportResult
from cchc_desktop.services.json_views import import_view
from cchc_desktop.wiring import open_reading, open_workspace, read_file


@click.command("import", short_help="Nhập kế hoạch từ tệp Word hoặc Excel.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--from", "start", type=DAY, help="Ngày bắt đầu của kế hoạch.")
@click.option("--to", "end", type=DAY, help="Ngày kết thúc của kế hoạch.")
@click.option("--title", help="Tên kế hoạch.")
@click.option("--into", "into", type=PLAN_ID, help="Nhập thêm vào kế hoạch có mã này.")
@click.option("--dry-run", is_flag=True, help="Chỉ đọc và liệt kê, không ghi dữ liệu.")
@JSON
@click.pass_obj
def import_command(
    db: Path,
    file: Path,
    start: date | None,
    end: date | None,
    title: str | None,
    into: int | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Đọc phụ lục trong tệp Word hoặc Excel và nhập thành kế hoạch."""
    choices = ImportChoices(title=title, period=make_period(start, end), into_plan_id=into)
    draft = read_file(file, no_progress, never_cancelled)
    try:  # refuses before a database is made or a lock is taken
        with open_reading(db) as workspace:
            result = exchange.preview_import(workspace, draft, choices)
    except OlderDatabase:
        if dry_run:
            raise
    if not dry_run:  # upgrades an older file
        with open_workspace(db) as workspace:
            result = exchange.import_plan(workspace, draft, choices)
            upkeep.while_open(workspace)  # what no backup holds yet is due at once
    if as_json:
        print_json(import_view(result))
    else:
        print_lines(_import_lines(result))


def _import_lines(result: ImportResult) -> list[str]:
    counts = f"{result.sections} lĩnh vực, {result.items} nhiệm vụ, {result.indicators} chỉ tiêu"
    where = (
        f"Đã nhập vào kế hoạch số {result.plan_id}"
        if result.plan_id
        else "Tệp có thể nhập (chưa ghi dữ liệu)"
    )
    doubts = [problem_line(problem) for problem in result.problems]
    return [f"{where}: {counts}.", *([f"Cần xem lại {len(doubts)} chỗ:"] if doubts else []), *doubts]


COMMANDS = (import_command,)
