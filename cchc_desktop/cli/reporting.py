"""Commands of the periodic report: report, lint."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cchc_desktop.cli.output import print_json, print_lines
from cchc_desktop.cli.parameters import JSON, PLAN_ID
from cchc_desktop.wiring import open_reading, report_template, slips

if TYPE_CHECKING:
    from cchc_desktop.services.json_views import Json
    from cchc_desktop.services.papers.lint import Finding


@click.command("report", short_help="Xuất báo cáo kết quả CCHC của một kỳ.")
@click.argument("plan_ids", metavar="PLAN_ID...", type=PLAN_ID, nargs=-1, required=True)
@click.option("--period", required=True, help="Kỳ báo cáo, ví dụ 2025-Q3, 2025-H1, 2025-9M, 2025.")
@click.option("--to", "target", required=True, type=click.Path(path_type=Path), help="Tệp .docx, .pdf hoặc .xlsx.")
@click.option("--charts", is_flag=True, help="Kèm biểu đồ theo lĩnh vực và theo cơ quan chủ trì.")
@click.pass_obj
def report_command(db: Path, plan_ids: tuple[int, ...], period: str, target: Path, charts: bool) -> None:
    """Xuất báo cáo của một hoặc nhiều kế hoạch trong một kỳ ra tệp Word, PDF hoặc Excel.

    Số liệu trong nội dung đã sửa mà khác số liệu hiện nay được nêu ra.
    """
    from cchc_desktop.services.papers.lint import changed_words
    from cchc_desktop.services.papers.reporting import ReportChoices, report_paper
    from cchc_desktop.services.papers.writing import write_paper

    with open_reading(db) as workspace:
        paper = report_paper(workspace, plan_ids, period, report_template(), ReportChoices(charts=charts))
        notes = write_paper(workspace, paper, target)
        others = [f"- {one.message}" for one in changed_words(workspace, paper.report)]
    print_lines([f"Đã xuất báo cáo ra {target}.", *notes, *others])


@click.command("lint", short_help="Kiểm tra trước khi in: những chỗ nên xem lại.")
@click.argument("plan_id", type=PLAN_ID)
@JSON
@click.pass_obj
def lint_command(db: Path, plan_id: int, as_json: bool) -> None:
    """Liệt kê những chỗ nên xem lại trước khi in; chỉ nhắc, không ngăn việc in."""
    from cchc_desktop.services.papers.lint import lint

    with open_reading(db) as workspace:
        found = lint(workspace, plan_id, slips=slips())
    if as_json:
        print_json([_view(finding) for finding in found])
    else:
        print_lines([f"- {finding.message}" for finding in found] or ["Không có chỗ nào cần xem lại."])


def _view(finding: Finding) -> Json:
    return {"code": str(finding.code), "item_id": finding.item_id, "message": finding.message}


COMMANDS = (report_command, lint_command)
