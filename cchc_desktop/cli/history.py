"""Commands on the history: undo, redo, log, trash."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from cchc_desktop.cli.output import print_json, print_lines
from cchc_desktop.cli.parameters import JSON, PLAN_ID
from cchc_desktop.clock import VIETNAM
from cchc_desktop.domain.history import HistoryFilter
from cchc_desktop.services import bin as bin_service
from cchc_desktop.services import history
from cchc_desktop.services.history import Deed
from cchc_desktop.services.json_views import bin_view, deed_view, log_view
from cchc_desktop.services.workspace import Workspace
from cchc_desktop.wiring import open_reading, open_workspace

_NO_LIMIT = 10_000_000


@click.command("undo", short_help="Hoàn tác thao tác gần nhất.")
@JSON
@click.pass_obj
def undo_command(db: Path, as_json: bool) -> None:
    """Hoàn tác thao tác gần nhất, kể cả của lần mở trước."""
    _carry_out(db, history.undo, "Đã hoàn tác", as_json)


@click.command("redo", short_help="Làm lại thao tác vừa hoàn tác.")
@JSON
@click.pass_obj
def redo_command(db: Path, as_json: bool) -> None:
    """Làm lại thao tác vừa hoàn tác, khi sau đó chưa sửa gì thêm."""
    _carry_out(db, history.redo, "Đã làm lại", as_json)


def _carry_out(db: Path, use_case: Callable[[Workspace], Deed], words: str, as_json: bool) -> None:
    if not db.exists():  # no database is made only to find that nothing was done in it
        with open_reading(db) as workspace:
            use_case(workspace)
    with open_workspace(db) as workspace:
        deed = use_case(workspace)
    if as_json:
        print_json(deed_view(deed))
    else:
        print_lines([f"{words}: {deed.title}"])


@click.command("log", short_help="In nhật ký thay đổi, mới nhất trước.")
@click.option("--plan", "plan_id", type=PLAN_ID, help="Chỉ các thao tác trên kế hoạch có mã này.")
@click.option("--limit", type=click.IntRange(min=1), default=_NO_LIMIT, help="Số thao tác nhiều nhất.")
@JSON
@click.pass_obj
def log_command(db: Path, plan_id: int | None, limit: int, as_json: bool) -> None:
    """In các thao tác đã làm: lúc nào, ai làm, việc gì, bao nhiêu thay đổi."""
    with open_reading(db) as workspace:
        operations = history.operations(workspace, HistoryFilter(plan_id=plan_id), limit)
    if as_json:
        print_json(log_view(operations))
        return
    for operation in operations:
        moment = operation.at.astimezone(VIETNAM)
        undone = " (đã hoàn tác)" if operation.undone else ""
        print_lines([f"{operation.id}. {moment:%d/%m/%Y %H:%M} {operation.who}: {operation.title}{undone}"])


@click.command("trash", short_help="Liệt kê nội dung đã xóa, còn khôi phục được.")
@JSON
@click.pass_obj
def trash_command(db: Path, as_json: bool) -> None:
    """Liệt kê kế hoạch, lĩnh vực, nhiệm vụ, chỉ tiêu đã xóa."""
    with open_reading(db) as workspace:
        entries = bin_service.entries(workspace)
    if as_json:
        print_json(bin_view(entries))
        return
    for entry in entries:
        moment = entry.deleted_at.astimezone(VIETNAM)
        noun = bin_service.NOUNS[entry.kind].capitalize()
        print_lines([f"{noun} {entry.id}: {entry.title} (xóa lúc {moment:%d/%m/%Y %H:%M})"])


COMMANDS = (undo_command, redo_command, log_command, trash_command)
