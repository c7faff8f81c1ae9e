"""Superiors' forms on a real file: rows, undo, the bin, files that stay as long as anything names them, backups."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from cchc_desktop import wiring
from cchc_desktop.domain.backups import BackupReason
from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.errors import NotFound, RefusedFile
from cchc_desktop.domain.forms.sources import CellSource
from cchc_desktop.domain.history import HistoryFilter
from cchc_desktop.services import bin as bin_service
from cchc_desktop.services import evidence, exchange, form_filling, forms, history
from cchc_desktop.services.exchange import ImportChoices
from cchc_desktop.services.workspace import Workspace
from tests.documents.forms.sample_forms import TITLE, xlsx_form
from tests.services.followup_scene import half_year

DAY = 86400.0
Q3 = "2025-Q3"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with wiring.open_workspace(tmp_path / "cchc.db") as opened:
        exchange.import_plan(opened, half_year(), ImportChoices())
        yield opened


@pytest.fixture
def form_id(workspace: Workspace, tmp_path: Path) -> int:
    taken = forms.take_in(workspace, xlsx_form(tmp_path / "Biểu 01.xlsx"))
    id_, _ = forms.add_form(workspace, taken, "Biểu thống kê")
    return id_


def address(name: str) -> str:
    return f"{TITLE}!{name}"


def used(workspace: Workspace, form_id: int) -> None:
    """Map and type something."""
    forms.map_cells(workspace, form_id, {address("E7"): CellSource.read("figure:total")})
    forms.type_values(workspace, form_id, Q3, {address("E9"): "1.250"})


def test_a_form_is_filled_from_the_plan_and_remembered(workspace, form_id, tmp_path):
    used(workspace, form_id)
    found = form_filling.values(workspace, form_id, [1], Q3)
    target = tmp_path / "bản điền.xlsx"
    form_filling.fill(workspace, found, target)
    form_filling.keep_filled(workspace, found)
    sheet = load_workbook(target)[TITLE]
    total = form_filling.values(workspace, form_id, [1], Q3).lines
    (shown,) = [line.content for line in total if line.cell.address == address("E7")]
    assert (sheet["E7"].value, sheet["E9"].value) == (int(shown), 1250)
    (kept,) = workspace.queries.form_periods(form_id)
    assert kept.filled == {1: str(shown), 2: "1.250"} and kept.typed == {2: "1.250"}
    assert workspace.queries.check().problems == ()


def test_everything_is_undone_and_told_in_the_history(workspace, form_id):
    used(workspace, form_id)
    found = form_filling.values(workspace, form_id, [1], Q3)
    form_filling.keep_filled(workspace, found)
    operations = workspace.history.operations(HistoryFilter(), 4)
    assert [one.title for one in operations] == [
        "Điền biểu mẫu “Biểu thống kê, Quý III năm 2025”",
        "Nhập số liệu biểu mẫu “Biểu thống kê, Quý III năm 2025”",
        "Chọn nguồn số liệu cho biểu mẫu “Biểu thống kê”",
        "Thêm biểu mẫu “Biểu thống kê”",
    ]
    lines = history.details(workspace, operations[1].id)
    assert {(line.kind, line.field, line.name) for line in lines} == {
        (EntityKind.SUPERIOR_FORM, "Nguồn số liệu của các ô", "Biểu thống kê"),
        (EntityKind.FORM_PERIOD, "", "Biểu thống kê – Quý III/2025"),
    }
    for _ in range(4):
        history.undo(workspace)
    assert workspace.queries.superior_forms() == [] and workspace.queries.form_periods(form_id) == []
    for _ in range(4):
        history.redo(workspace)
    assert [one.filled for one in workspace.queries.form_periods(form_id)] == [
        {one.mapped.slot: one.shown for one in found.lines if one.mapped}
    ]


def test_the_bin_gives_a_form_back_and_removes_it_for_good_with_what_was_typed(workspace, form_id):
    used(workspace, form_id)
    forms.delete_forms(workspace, [form_id])
    with pytest.raises(NotFound):
        forms.form_of(workspace, form_id)
    (entry,) = bin_service.entries(workspace)
    assert (entry.kind, entry.title) == (EntityKind.SUPERIOR_FORM, "Biểu thống kê")
    bin_service.restore(workspace, EntityKind.SUPERIOR_FORM, form_id)
    assert forms.form_of(workspace, form_id).placed.keys() == {address("E7"), address("E9")}
    forms.delete_forms(workspace, [form_id])
    bin_service.purge(workspace, EntityKind.SUPERIOR_FORM, form_id)
    assert workspace.queries.form_periods(form_id) == [] and bin_service.entries(workspace) == []
    assert workspace.queries.named_files() == frozenset(), "the log forgot it too"
    assert workspace.queries.check().problems == ()


def test_a_file_stays_as_long_as_a_form_or_the_log_names_it(workspace, form_id, tmp_path):
    file = forms.form_of(workspace, form_id).file
    evidence.let_go_of_files(workspace)
    workspace.evidence.let_go(workspace.queries.named_files(), time.time() + 400 * DAY)
    assert workspace.evidence.whole(file).exists()
    history.undo(workspace)
    workspace.evidence.let_go(workspace.queries.named_files(), time.time() + 400 * DAY)
    assert workspace.evidence.whole(file).exists(), "a redo needs it"


def test_a_changed_original_is_never_filled(workspace, form_id, tmp_path):
    used(workspace, form_id)
    file = forms.form_of(workspace, form_id).file
    stored = workspace.evidence.whole(file)
    found = form_filling.values(workspace, form_id, [1], Q3)
    stored.chmod(0o600)
    stored.write_bytes(stored.read_bytes() + b" ")
    with pytest.raises(RefusedFile, match="đã thay đổi"):
        form_filling.fill(workspace, found, tmp_path / "x.xlsx")
    stored.unlink()
    with pytest.raises(NotFound):
        form_filling.fill(workspace, found, tmp_path / "x.xlsx")
    workspace.evidence.find_again(file, tmp_path / "Biểu 01.xlsx")
    assert form_filling.fill(workspace, found, tmp_path / "x.xlsx") == ()


def test_backups_carry_the_original(workspace, form_id, tmp_path):
    used(workspace, form_id)
    workspace.backups.make(BackupReason.MANUAL)
    file = forms.form_of(workspace, form_id).file
    assert len(list(tmp_path.rglob(f"{file.sha256}.xlsx"))) == 2, "the store's and the backup's"
