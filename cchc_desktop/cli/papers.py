"""Commands that write papers: export, reminder."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from cchc_desktop.cli.output import print_lines
from cchc_desktop.cli.parameters import DAY, PLAN_ID
from cchc_desktop.domain.papers.followup import Grouping
from cchc_desktop.domain.papers.layout_profile import AS_NEEDED, LANDSCAPE, PORTRAIT
from cchc_desktop.services.papers import reminder as reminders
from cchc_desktop.services.papers import writing
from cchc_desktop.services.papers.issuing import PaperChoices
from cchc_desktop.services.papers.reminder import ReminderChoices
from cchc_desktop.wiring import open_reading

TARGET = click.option(
    "--to", "target", required=True, type=click.Path(path_type=Path), help="Tệp .docx, .xlsx hoặc .pdf."
)
ORIENTATION = click.option(
    "--orientation", type=click.Choice([LANDSCAPE, PORTRAIT]),
    help="Trang có bảng nằm ngang (landscape) hay đứng (portrait); mặc định: theo thể thức của cơ quan.",
)  # fmt: skip


@click.command("export", short_help="Xuất phụ lục, bảng theo dõi, phiếu ra tệp Word, Excel hoặc PDF.")
@click.argument("plan_id", type=PLAN_ID)
@click.argument("paper", type=click.Choice(list(writing.KINDS)))
@TARGET
@click.option("--as-of", "as_of", type=DAY, help="Tính đến ngày này (mặc định: hôm nay); phụ lục không dùng.")
@click.option("--agency", help="Chỉ cơ quan chủ trì này: với bảng theo dõi (tracking) và phiếu (agency).")
@click.option(
    "--by", type=click.Choice([str(one) for one in Grouping]), default=str(Grouping.AREA),
    help="Bảng theo dõi xếp theo lĩnh vực (area) hoặc theo cơ quan chủ trì (agency).",
)  # fmt: skip
@ORIENTATION
@click.pass_obj
def export_command(
    db: Path,
    plan_id: int,
    paper: str,
    target: Path,
    as_of: date | None,
    agency: str | None,
    by: str,
    orientation: str | None,
) -> None:
    """Xuất một văn bản của kế hoạch.

    appendix: phụ lục nhiệm vụ; indicators: phụ lục chỉ tiêu; tracking: bảng theo dõi; agency: phiếu theo cơ quan chủ
    trì; chairman: phiếu báo cáo Chủ tịch trên một trang.
    """
    with open_reading(db) as workspace:
        day = as_of or workspace.clock.today()
        choices = PaperChoices(orientation=orientation or AS_NEEDED)
        data = writing.gather(workspace, plan_id, paper, day, agency, Grouping(by), choices)
        notes = writing.write_paper(workspace, data, target)
    print_lines([f"Đã ghi tệp {target}.", *notes])


@click.command("reminder", short_help="Soạn công văn đôn đốc các cơ quan chậm tiến độ.")
@click.argument("plan_id", type=PLAN_ID)
@click.option("--on", "on", type=DAY, help="Tính đến ngày này (mặc định: hôm nay).")
@TARGET
@click.option("--answer-by", "answer_by", type=DAY, help="Ngày cuối để các cơ quan báo cáo (mặc định: sau 7 ngày).")
@click.option("--per-office", is_flag=True, help="Mỗi cơ quan một công văn, mỗi công văn một tệp.")
@click.option("--no-list", is_flag=True, help="Ghi nhiệm vụ ngay trong công văn, không kèm danh sách.")
@click.pass_obj
def reminder_command(
    db: Path, plan_id: int, on: date | None, target: Path, answer_by: date | None, per_office: bool, no_list: bool
) -> None:
    """Soạn dự thảo công văn đôn đốc: một công văn gửi chung, danh sách nhiệm vụ kèm theo."""
    choices = ReminderChoices(answer_by=answer_by, appended=not no_list)
    with open_reading(db) as workspace:
        day = on or workspace.clock.today()
        if per_office:
            letters = reminders.reminders_by_office(workspace, plan_id, day, choices)
            targets = writing.office_targets(letters, target)
        else:
            letters, targets = (reminders.reminder(workspace, plan_id, day, choices),), (target,)
        for letter, file in zip(letters, targets, strict=True):
            notes = writing.write_paper(workspace, letter, file)
            print_lines([f"Đã ghi tệp {file}.", *notes])


COMMANDS = (export_command, reminder_command)
