"""Commands on agencies: the list, which of them are probably one, merging them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from cchc_desktop.cli.output import print_json, print_lines
from cchc_desktop.cli.parameters import JSON, PLAN_ID
from cchc_desktop.domain.agencies.likeness import STRENGTH_NAMES, DuplicateGroup
from cchc_desktop.services import agencies, agency_editing
from cchc_desktop.services.agencies import AgencyLine
from cchc_desktop.services.json_views import agencies_view, duplicates_view, merge_view
from cchc_desktop.wiring import open_reading, open_workspace

_AGENCY_ID = PLAN_ID


@click.group("agencies", invoke_without_command=True, short_help="Liệt kê, gộp các cơ quan, đơn vị.")
@JSON
@click.pass_context
def agencies_command(context: click.Context, as_json: bool) -> None:
    """Liệt kê các cơ quan, đơn vị và số nhiệm vụ của mỗi nơi."""
    if context.invoked_subcommand is not None:
        return
    with open_reading(context.obj) as workspace:
        lines = agencies.list_agencies(workspace)
    if as_json:
        print_json(agencies_view(lines))
    else:
        print_lines(map(_line, lines))


def _line(line: AgencyLine) -> str:
    return f"{line.agency.id}. {line.agency.name} (chủ trì {line.lead}, phối hợp {line.coordinating})"


@agencies_command.command("duplicates", short_help="Gợi ý các cách viết của cùng một cơ quan.")
@JSON
@click.pass_obj
def duplicates_command(db: Path, as_json: bool) -> None:
    """Liệt kê các nhóm tên có thể là cùng một cơ quan, kèm lý do."""
    with open_reading(db) as workspace:
        groups = agencies.suggestions(workspace)
    if as_json:
        print_json(duplicates_view(groups))
    else:
        print_lines(line for group in groups for line in _group_lines(group))


def _group_lines(group: DuplicateGroup) -> Iterator[str]:
    yield f"{group.keep.id}. {group.keep.name} [{STRENGTH_NAMES[group.strength]}]"
    for like in group.others:
        yield f"  {like.agency.id}. {like.agency.name}: {like.reason}"


@agencies_command.command("merge", short_help="Gộp các cách viết vào một cơ quan.")
@click.argument("keep", type=_AGENCY_ID)
@click.argument("others", type=_AGENCY_ID, nargs=-1, required=True)
@click.option("--name", help="Tên dùng sau khi gộp (mặc định: tên của cơ quan giữ lại).")
@JSON
@click.pass_obj
def merge_command(db: Path, keep: int, others: tuple[int, ...], name: str | None, as_json: bool) -> None:
    """Gộp OTHERS vào KEEP: nhiệm vụ đi theo, chữ trong kế hoạch giữ nguyên; hoàn tác được bằng “cchc undo”."""
    with open_workspace(db, must_exist=True) as workspace:
        changes = agency_editing.merge(workspace, keep, others, name)
    view = merge_view(keep, changes)
    if as_json:
        print_json(view)
    else:
        print_lines([f"Đã gộp {len(set(others) - {keep})} cách viết; {view['items']} nhiệm vụ đi theo."])


COMMANDS = (agencies_command,)
