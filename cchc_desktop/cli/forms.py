"""Commands of the superior's own forms: form add, list, cells, sources, propose, map, type, values, fill, renew."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cchc_desktop.cli.output import print_json, print_lines
from cchc_desktop.cli.parameters import DAY, JSON, PLAN_ID
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.wiring import open_reading, open_workspace

if TYPE_CHECKING:
    from cchc_desktop.domain.forms.cells import FormCell
    from cchc_desktop.domain.forms.matching import Choice, Proposal
    from cchc_desktop.domain.forms.sources import CellSource
    from cchc_desktop.services.form_filling import CellValue, FormValues
    from cchc_desktop.services.forms import FormLine, TakenForm
    from cchc_desktop.services.json_views import Json
    from cchc_desktop.services.workspace import Workspace

_SOURCE = re.compile(
    r"(?P<cell>.+?)=(?P<source>(?:figure|indicator|indicator_before|field|last|typed|nothing|none)(?::.*)?)"
)
_FORM_ID = click.argument("form_id", metavar="ID", type=PLAN_ID)
_PLAN_IDS = click.argument("plan_ids", metavar="PLAN_ID...", type=PLAN_ID, nargs=-1, required=True)
_PERIOD = click.option("--period", required=True, help="Kỳ báo cáo, ví dụ 2025-Q3, 2025-H1, 2025-9M, 2025.")
_FILE = click.argument("file", type=click.Path(path_type=Path))


@click.group("form", short_help="Biểu mẫu của cấp trên: nhận, gắn nguồn số liệu, điền.")
def form_group() -> None:
    """Biểu mẫu Word, Excel mà cấp trên gửi: giữ nguyên tệp gốc, gắn nguồn số liệu cho các ô, điền vào bản chép."""


@form_group.command("add", short_help="Nhận một biểu mẫu.")
@_FILE
@click.option("--name", default="", help="Tên biểu mẫu (mặc định: theo tên tệp).")
@click.option("--sender", default="", help="Nơi gửi.")
@JSON
@click.pass_obj
def add_command(db: Path, file: Path, name: str, sender: str, as_json: bool) -> None:
    """Nhận một biểu mẫu .docx hoặc .xlsx; tệp gốc được giữ nguyên trong kho tài liệu."""
    from cchc_desktop.services import forms

    with open_workspace(db) as workspace:
        taken = forms.take_in(workspace, file)
        form_id, _ = forms.add_form(workspace, taken, name, sender)
        waiting = [cell for cell in forms.form_cells(workspace, form_id) if cell.is_fillable]
    if as_json:
        print_json({"id": form_id, "cells": [_cell_view(cell) for cell in waiting], "notes": list(taken.reading.notes)})
    else:
        print_lines([f"Đã nhận biểu mẫu số {form_id}: {len(waiting)} ô chờ điền.", *_notes(taken)])


@form_group.command("renew", short_help="Thay tệp khi cấp trên gửi bản mới.")
@_FORM_ID
@_FILE
@click.pass_obj
def renew_command(db: Path, form_id: int, file: Path) -> None:
    """Thay tệp của biểu mẫu bằng bản mới; nguồn số liệu của các ô được giữ theo tên ô."""
    from cchc_desktop.services import forms

    with open_workspace(db) as workspace:
        taken = forms.take_in(workspace, file)
        carried, _ = forms.renew_form(workspace, form_id, taken)
    lost = [f"- “{one.label or one.source.text}” không còn ô trong bản mới." for one in carried.lost]
    print_lines([f"Đã thay tệp: giữ được nguồn số liệu của {len(carried.kept)} ô.", *lost, *_notes(taken)])


def _notes(taken: TakenForm) -> list[str]:
    return [f"- {note}" for note in taken.reading.notes]


@form_group.command("list", short_help="Liệt kê các biểu mẫu.")
@JSON
@click.pass_obj
def list_command(db: Path, as_json: bool) -> None:
    """Liệt kê các biểu mẫu."""
    from cchc_desktop.services import forms

    with open_reading(db) as workspace:
        lines = forms.forms(workspace)
    if as_json:
        print_json([_form_view(line) for line in lines])
    else:
        print_lines([_form_line(line) for line in lines] or ["Chưa có biểu mẫu nào."])


def _form_view(line: FormLine) -> Json:
    form = line.form
    return {
        "id": form.id,
        "name": form.name,
        "sender": form.sender,
        "file": form.file_name,
        "state": str(line.state),
        "mapping": {address: one.source.text for address, one in form.placed.items()},
        "unplaced": [{"slot": one.slot, "label": one.label, "source": one.source.text} for one in form.unplaced],
        "periods": [one.period for one in line.periods],
    }


def _form_line(line: FormLine) -> str:
    form = line.form
    waiting = sum(cell.is_fillable for cell in form.described)
    return f"{form.id}. {form.name} ({form.file_name}): {len(form.placed)} ô đã có nguồn số liệu, {waiting} ô chờ điền."


@form_group.command("cells", short_help="Liệt kê các ô của một biểu mẫu.")
@_FORM_ID
@click.option("--all", "every", is_flag=True, help="Cả những ô không chờ điền.")
@JSON
@click.pass_obj
def cells_command(db: Path, form_id: int, every: bool, as_json: bool) -> None:
    """Liệt kê các ô chờ điền, mỗi ô với địa chỉ và tên."""
    from cchc_desktop.services import forms

    with open_reading(db) as workspace:
        cells = [cell for cell in forms.form_cells(workspace, form_id) if every or cell.is_fillable]
    if as_json:
        print_json([_cell_view(cell) for cell in cells])
    else:
        print_lines([f"{cell.address}  {cell.name}" for cell in cells])


def _cell_view(cell: FormCell) -> Json:
    return {
        "address": cell.address,
        "label": cell.label,
        "header": cell.header,
        "words": cell.words,
        "takes": str(cell.read.takes),
        "fillable": cell.is_fillable,
    }


@form_group.command("sources", short_help="Liệt kê các nguồn số liệu.")
@_PLAN_IDS
@_PERIOD
@JSON
@click.pass_obj
def sources_command(db: Path, plan_ids: tuple[int, ...], period: str, as_json: bool) -> None:
    """Liệt kê các nguồn số liệu mà một ô nhận được, mỗi nguồn với tên dùng trong “cchc form map”."""
    from cchc_desktop.services import form_filling

    with open_reading(db) as workspace:
        found = form_filling.choices(workspace, plan_ids, period)
    if as_json:
        print_json([_choice_view(choice) for choice in found])
    else:
        print_lines(
            [*(f"{one.source.text}  {one.full_words}" for one in found), "typed  Nhập tay", "nothing  Để nguyên"]
        )


def _choice_view(choice: Choice) -> Json:
    return {"source": choice.source.text, "words": choice.full_words, "group": choice.group}


@form_group.command("propose", short_help="Đề xuất nguồn số liệu theo tên các ô.")
@_FORM_ID
@_PLAN_IDS
@_PERIOD
@JSON
@click.pass_obj
def propose_command(db: Path, form_id: int, plan_ids: tuple[int, ...], period: str, as_json: bool) -> None:
    """Đề xuất nguồn số liệu cho các ô chưa có; chỉ đề xuất, không gắn."""
    from cchc_desktop.services import form_filling

    with open_reading(db) as workspace:
        found = form_filling.proposals(workspace, form_id, plan_ids, period)
    if as_json:
        print_json([_proposal_view(one) for one in found])
    else:
        print_lines([f"{one.address}={one.choice.source.text}  {one.choice.full_words}" for one in found])


def _proposal_view(proposal: Proposal) -> Json:
    return {"cell": proposal.address, "score": proposal.score, **_choice_view(proposal.choice)}


@form_group.command("map", short_help="Gắn nguồn số liệu cho các ô.")
@_FORM_ID
@click.argument("cells", metavar="CELL=SOURCE...", nargs=-1, required=True)
@click.pass_obj
def map_command(db: Path, form_id: int, cells: tuple[str, ...]) -> None:
    """Gắn nguồn số liệu: 'Sheet1!D7=figure:overdue', 't0:r3:c2=typed'; '=none' bỏ nguồn đã gắn."""
    from cchc_desktop.services import forms

    sources = dict(_read_source(words) for words in cells)
    with open_workspace(db) as workspace:
        forms.map_cells(workspace, form_id, sources)
    print_lines([f"Đã gắn nguồn số liệu cho {len(sources)} ô."])


def _read_source(words: str) -> tuple[str, CellSource | None]:
    from cchc_desktop.domain.forms.sources import CellSource

    found = _SOURCE.fullmatch(words)
    if found is None:
        raise InvalidInput(f"“{words}” không có dạng CELL=SOURCE, ví dụ Sheet1!D7=figure:overdue.")
    return found["cell"], None if found["source"] == "none" else CellSource.read(found["source"])


@form_group.command("type", short_help="Nhập số liệu của một kỳ cho các ô.")
@_FORM_ID
@click.argument("cells", metavar="CELL=WORDS...", nargs=-1, required=True)
@_PERIOD
@click.pass_obj
def type_command(db: Path, form_id: int, cells: tuple[str, ...], period: str) -> None:
    """Nhập số liệu bằng tay cho một kỳ: 'Sheet1!D7=120'; để trống sau dấu “=” thì xóa."""
    from cchc_desktop.services import forms

    with open_workspace(db) as workspace:
        addresses = {cell.address for cell in forms.form_cells(workspace, form_id)}
        typed = dict(_split(words, addresses) for words in cells)
        forms.type_values(workspace, form_id, period, typed)
    print_lines([f"Đã nhập số liệu cho {len(typed)} ô."])


def _split(words: str, addresses: set[str]) -> tuple[str, str]:
    """Return address and words; a sheet's name may hold the mark between them."""
    for at in (place for place, letter in enumerate(words) if letter == "="):
        if words[:at] in addresses:
            return words[:at], words[at + 1 :]
    raise InvalidInput(f"“{words}” không có dạng CELL=WORDS với một ô của biểu mẫu.")


@form_group.command("values", short_help="Xem số liệu sẽ điền, cạnh số liệu kỳ trước.")
@_FORM_ID
@_PLAN_IDS
@_PERIOD
@JSON
@click.pass_obj
def values_command(db: Path, form_id: int, plan_ids: tuple[int, ...], period: str, as_json: bool) -> None:
    """Xem số liệu sẽ điền vào từng ô, cạnh số liệu kỳ trước, và những chỗ nên xem lại."""
    with open_reading(db) as workspace:
        found = _values(workspace, form_id, plan_ids, period, None)
    if as_json:
        print_json({"before": found.before_title, "cells": [_value_view(line) for line in found.lines]})
    else:
        print_lines([*map(_value_line, found.lines), *(f"- {doubt.message}" for _, doubt in found.doubts)])


def _values(workspace: Workspace, form_id: int, plan_ids: Sequence[int], period: str, day: date | None) -> FormValues:
    from cchc_desktop.services import form_filling

    return form_filling.values(workspace, form_id, plan_ids, period, day)


def _value_view(line: CellValue) -> Json:
    return {
        "cell": line.cell.address,
        "name": line.cell.name,
        "source": line.mapped.source.text if line.mapped else None,
        "value": line.shown,
        "before": line.before,
        "doubts": [{"code": str(doubt.code), "message": doubt.message} for doubt in line.doubts],
    }


def _value_line(line: CellValue) -> str:
    before = f" (kỳ trước: {line.before})" if line.before else ""
    return f"{line.cell.address}  {line.cell.name}: {line.shown}{before}"


@form_group.command("fill", short_help="Điền biểu mẫu ra một tệp mới.")
@_FORM_ID
@_PLAN_IDS
@_PERIOD
@click.option("--to", "target", required=True, type=click.Path(path_type=Path), help="Tệp cùng loại với biểu mẫu.")
@click.option("--day", type=DAY, help="Ngày ghi trên biểu (mặc định: hôm nay).")
@JSON
@click.pass_obj
def fill_command(
    db: Path, form_id: int, plan_ids: tuple[int, ...], period: str, target: Path, day: date | None, as_json: bool
) -> None:
    """Điền số liệu của một kỳ vào bản chép của biểu mẫu; tệp gốc không thay đổi."""
    from cchc_desktop.services import form_filling

    with open_reading(db) as workspace:
        found = _values(workspace, form_id, plan_ids, period, day)
        notes = [*form_filling.fill(workspace, found, target)]
    notes += _remember(db, found)
    doubts = [doubt.message for _, doubt in found.doubts]
    if as_json:
        print_json({"file": str(target), "filled": len(found.filled), "doubts": doubts, "notes": notes})
    else:
        print_lines([f"Đã điền {len(found.filled)} ô ra {target}.", *notes, *(f"- {words}" for words in doubts)])


def _remember(db: Path, values: FormValues) -> list[str]:
    """Remember what was filled in for the next period; return why not where somebody else has the file."""
    from cchc_desktop.domain.errors import DatabaseInUse
    from cchc_desktop.services import form_filling

    try:
        with open_workspace(db) as workspace:
            form_filling.keep_filled(workspace, values)
    except DatabaseInUse as error:
        return [f"Chưa ghi nhớ được số liệu đã điền để so sánh ở kỳ sau. {error.message}"]
    return []


COMMANDS = (form_group,)
