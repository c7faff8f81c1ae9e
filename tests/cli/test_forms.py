"""`cchc form …`: from a superior's file to the filled copy."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook

from cchc_desktop import wiring
from cchc_desktop.services import exchange
from cchc_desktop.services.exchange import ImportChoices
from tests.documents.forms.sample_forms import SHEET_ROWS, TITLE, docx_form, with_macros, xlsx_form
from tests.services.followup_scene import half_year

PERIOD = ("--period", "2025-Q3")


@pytest.fixture
def stored(database, run, tmp_path, stock):
    form = xlsx_form(tmp_path / "Biểu 01.xlsx")

    def make():
        with wiring.open_workspace(database) as workspace:
            exchange.import_plan(workspace, half_year(), ImportChoices())
        return run("form", "add", form, "--sender", "Sở Nội vụ", "--json").json

    return stock.fill(database.parent, "plan and form", make)


def test_a_form_from_its_file_to_the_filled_copy(run, stored, tmp_path):
    assert stored["id"] == 1 and len(stored["cells"]) == 21
    proposed = run("form", "propose", 1, 1, *PERIOD, "--json").json
    taken = [f"{one['cell']}={one['source']}" for one in proposed]
    assert f"{TITLE}!E7=figure:done" in taken
    assert run("form", "map", 1, *taken, f"{TITLE}!F8=nothing").code == 0
    assert run("form", "type", 1, f"{TITLE}!E9=1.250", f"{TITLE}!F7==1+1", *PERIOD).code == 0
    (listed,) = run("form", "list", "--json").json
    assert listed["mapping"][f"{TITLE}!E7"] == "figure:done" and listed["periods"] == ["2025-Q3"]
    found = {one["cell"]: one for one in run("form", "values", 1, 1, *PERIOD, "--json").json["cells"]}
    assert found[f"{TITLE}!E9"]["value"] == "1.250"
    target = tmp_path / "bản điền.xlsx"
    answer = run("form", "fill", 1, 1, *PERIOD, "--to", target, "--day", "14/09/2025", "--json")
    assert (answer.code, answer.json["file"]) == (0, str(target))
    sheet = load_workbook(target)[TITLE]
    assert (sheet["E9"].value, sheet["F7"].value, sheet["F7"].data_type) == (1250, "=1+1", "s")
    assert sheet["A2"].value.startswith("Kỳ báo cáo: Quý III năm 2025 (từ ngày 15 tháng 6 năm 2025)")
    assert "Điền biểu mẫu" in run("log").out


def test_a_new_version_is_told_of(run, stored, tmp_path):
    run("form", "map", 1, f"{TITLE}!E7=figure:done", f"{TITLE}!E9=typed")
    rows = SHEET_ROWS.replace("Số hồ sơ tiếp nhận", "Số hồ sơ đã giải quyết")
    answer = run("form", "renew", 1, xlsx_form(tmp_path / "mới.xlsx", rows))
    assert answer.code == 0
    assert "giữ được nguồn số liệu của 1 ô" in answer.out and "“Số hồ sơ tiếp nhận – Số liệu kỳ này”" in answer.out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("map", 1, "E7"), "không có dạng CELL=SOURCE"),
        (("map", 1, "Biểu 01!E7=figure:x"), "Không có số liệu “x”"),
        (("map", 1, "Biểu 01!E10=typed"), "công thức"),
        (("map", 9, "Biểu 01!E7=typed"), "Không tìm thấy biểu mẫu số 9"),
        (("type", 1, "E7=5", *PERIOD), "không có dạng CELL=WORDS"),
        (("values", 1, 1, "--period", "2025-Q2"), "Không có kỳ báo cáo"),
        (("fill", 1, 1, *PERIOD, "--to", "x.docx"), ".xlsx"),
        (("cells", 9), "Không tìm thấy biểu mẫu số 9"),
    ],
)
def test_what_is_refused_is_told_in_one_sentence(run, stored, words, told):
    answer = run("form", *words)
    assert (answer.code, answer.out) == (2, "")
    assert told in answer.err


def test_a_form_with_macros_never_comes_in(run, database, tmp_path):
    answer = run("form", "add", with_macros(tmp_path / "b.xlsx"))
    assert answer.code == 2 and "macro" in answer.err
    assert run("form", "list").out == "Chưa có biểu mẫu nào.\n"


def test_a_word_form_lists_its_cells_and_sources(run, stored, tmp_path):
    assert run("form", "add", docx_form(tmp_path / "Biểu 02.docx")).out == "Đã nhận biểu mẫu số 2: 11 ô chờ điền.\n"
    assert "t1:r2:c3  Số nhiệm vụ đã hoàn thành – Số liệu" in run("form", "cells", 2).out.splitlines()
    assert len(run("form", "cells", 2, "--all", "--json").json) > 11
    assert "figure:done  Đã hoàn thành" in run("form", "sources", 1, *PERIOD).out.splitlines()


def test_a_form_is_filled_while_the_window_is_open(run, stored, database, tmp_path):
    run("form", "map", 1, f"{TITLE}!E7=figure:done")
    with wiring.open_workspace(database):
        answer = run("form", "fill", 1, 1, *PERIOD, "--to", tmp_path / "x.xlsx")
    assert answer.code == 0 and (tmp_path / "x.xlsx").exists()
    assert "Chưa ghi nhớ được số liệu đã điền" in answer.out
