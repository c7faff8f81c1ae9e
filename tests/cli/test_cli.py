from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cchc_desktop.cli.main import main
from tests.cli.appendices import CENTRE, OFFICE, write_docx, write_xlsx

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(params=["docx", "xlsx"])
def appendix(request, tmp_path) -> Path:
    write = write_docx if request.param == "docx" else write_xlsx
    return write(tmp_path / f"phụ lục.{request.param}")


def contents(items):
    return [(item["number"], item["content"], contents(item["children"])) for item in items]


def test_import_answers_the_contract(run, appendix):
    answer = run("import", appendix, "--json")
    assert answer.code == 0, answer.err
    result = answer.json
    assert (result["plan_id"], result["sections"], result["items"], result["indicators"]) == (1, 2, 5, 0)
    assert all(set(problem) == {"table", "row", "cell", "message", "suggestion"} for problem in result["problems"])
    assert any("thời gian" in problem["message"].lower() for problem in result["problems"])


def test_show_answers_the_contract(run, appendix):
    run("import", appendix)
    shown = run("show", 1, "--json").json
    assert set(shown) == {"plan", "sections", "indicators"}
    plan = shown["plan"]
    assert plan["kind"] == "six_months"
    assert plan["period"] == {"start": "2025-07-01", "end": "2025-12-31"}
    assert plan["document"] == {"type": "Quyết định", "number": "21/QĐ-UBND", "date": "2025-07-15"}
    assert [(section["number"], section["title"], section["area"]) for section in shown["sections"]] == [
        ("I", "Cải cách thể chế", "institutions"),
        ("II", "Cải cách thủ tục hành chính", "procedures"),
    ]
    assert contents(shown["sections"][1]["items"]) == [
        ("3", "Rà soát thủ tục hành chính", [(None, "Lập danh mục thủ tục", [])]),
        ("4", "Khảo sát mức độ hài lòng", []),
    ]
    first = shown["sections"][0]["items"][0]
    assert set(first) == {
        "id", "kind", "number", "label", "content", "lead", "coordinating", "time", "product", "funding",
        "schedule", "children",
    }  # fmt: skip
    assert first["lead"] == [OFFICE]
    assert first["coordinating"] == ["Phòng Kinh tế", "Công an phường"]
    assert first["schedule"]["due"] == ["2025-12-31"]
    last = shown["sections"][1]["items"][1]
    assert (last["time"], last["schedule"]["kind"]) == (None, "unspecified")
    assert shown["sections"][1]["items"][0]["children"][0]["kind"] == "sub_item"


def test_plans_lists_what_was_imported(run, appendix):
    run("import", appendix, "--title", "Tên riêng")
    assert run("plans", "--json").json == [
        {
            "id": 1,
            "title": "Tên riêng",
            "kind": "six_months",
            "period": {"start": "2025-07-01", "end": "2025-12-31"},
            "items": 5,
        }
    ]


def test_dry_run_leaves_no_file(run, appendix, database):
    result = run("import", appendix, "--dry-run", "--json").json
    assert (result["plan_id"], result["items"]) == (None, 5)
    assert not database.exists()


def test_import_into_a_plan(run, appendix):
    run("import", appendix)
    result = run("import", appendix, "--into", 1, "--json").json
    assert result["plan_id"] == 1
    assert run("plans", "--json").json[0]["items"] == 10


def test_reading_a_missing_database_makes_none(run, database):
    assert run("plans", "--json").json == []
    assert run("search", "gì", "đó", "--json").json == []
    assert run("show", 1, "--json").code == 2
    assert run("check").code == 2
    assert not database.exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("show", "99", "--json"), "kế hoạch"),
        (("show", "abc"), "PLAN_ID"),
        (("import",), "FILE"),
        (("import", "khong-co.docx"), "Không tìm thấy"),
        (("schedule", "Quý I", "--from", "2025-13-01", "--to", "2025-12-31"), "ngày"),
        (("schedule", "Quý I", "--from", "2025-12-31", "--to", "2025-01-01"), "--to"),
        (("export", "1", "appendix"), "--to"),
        (("export", "1", "other", "--to", "a.pdf"), "PAPER"),
        (("không-có-lệnh",), "cchc --help"),
        (("plans", "--nope"), "--nope"),
    ],
)
def test_refusals_are_one_vietnamese_sentence(run, arguments, words):
    answer = run(*arguments)
    assert answer.code == 2
    assert answer.out == ""
    assert words in answer.err
    assert answer.err.count("\n") == 1


def test_file_without_period_asks_for_it(run, tmp_path, database):
    import openpyxl

    book = openpyxl.Workbook()
    book.active.append(["TT", "Nội dung công việc", "Cơ quan chủ trì", "Thời hạn"])
    book.active.append(["1", "Rà soát văn bản", OFFICE, "Hàng quý"])
    path = tmp_path / "a.xlsx"
    book.save(path)
    refused = run("import", path)
    assert refused.code == 2
    assert "thời gian" in refused.err
    assert not database.exists()
    given = run("import", path, "--from", "2026-01-01", "--to", "31/12/2026", "--json")
    assert given.json["items"] == 1


def test_schedule_answers_the_contract(run):
    answer = run(
        "schedule", "Trước ngày 10 của tháng cuối quý", "--from", "2025-07-01", "--to", "2025-12-31", "--json"
    )
    assert answer.json == {
        "words": "Trước ngày 10 của tháng cuối quý",
        "kind": "recurrence",
        "start": None,
        "due": ["2025-09-09", "2025-12-09"],
        "every": ["quarter"],
        "months": [3, 6, 9, 12],
        "event": None,
        "question": None,
    }


def test_search_finds_by_initials_without_accents(run, appendix):
    run("import", appendix)
    hits = run("search", "ra soat thu tuc", "--json").json
    assert set(hits[0]) == {"item_id", "plan_id", "content", "matched"}
    assert hits[0]["content"] == "Rà soát thủ tục hành chính"
    by_agency = {hit["content"] for hit in run("search", "vp hdnd", "--json").json}
    assert "Phổ biến pháp luật tại tổ dân phố" in by_agency


def test_search_groups_by_plan_and_says_how_many_more(run, appendix):
    run("import", appendix)
    every = run("search", "ra soat").out.splitlines()
    shown = run("search", "ra soat", "--limit", 1).out.splitlines()
    rows = [line for line in every if line.startswith("  ")]
    assert len(rows) > 1
    assert shown[-1] == f"Còn {len(rows) - 1} nhiệm vụ khác. Hãy dùng --limit để xem thêm."
    assert [line for line in shown if line.startswith("  ")] == rows[:1]
    assert "nhiệm vụ khác" not in every[-1]
    assert any(line.startswith("Cơ quan: ") for line in run("search", "vp hdnd").out.splitlines())


def test_check_counts_rows(run, appendix):
    run("import", appendix)
    answer = run("check", "--json")
    assert answer.code == 0
    assert answer.json["counts"]["item"] == 5
    assert answer.json["problems"] == []


@pytest.mark.parametrize("ending", ["xlsx", "pdf"])
def test_export_writes_a_file(run, appendix, tmp_path, ending):
    run("import", appendix)
    target = tmp_path / f"ra.{ending}"
    answer = run("export", 1, "appendix", "--to", target)
    assert answer.code == 0, answer.err
    assert target.stat().st_size > 1000


def test_export_of_missing_indicators_is_refused(run, appendix, tmp_path):
    run("import", appendix)
    answer = run("export", 1, "indicators", "--to", tmp_path / "x.pdf")
    assert (answer.code, (tmp_path / "x.pdf").exists()) == (2, False)


def test_exported_appendix_comes_in_again_the_same(run, appendix, tmp_path):
    run("import", appendix)
    run("export", 1, "appendix", "--to", tmp_path / "ra.xlsx")
    run("import", tmp_path / "ra.xlsx")
    first, second = (run("show", plan, "--json").json for plan in (1, 2))
    assert [contents(section["items"]) for section in first["sections"]] == [
        contents(section["items"]) for section in second["sections"]
    ]
    assert first["plan"]["document"] == second["plan"]["document"]


def test_no_qt_is_loaded():
    code = "import sys, cchc_desktop.cli.main as m; m.main(['--db', 'x', 'plans']); print('PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split()[-1] == "False"


def test_lead_of_the_centre(run, appendix):
    run("import", appendix)
    task = run("show", 1, "--json").json["sections"][1]["items"][0]
    assert task["lead"] == [CENTRE]


def test_a_damaged_database_is_a_finding_of_check(run, appendix, database):
    run("import", appendix)
    content = bytearray(database.read_bytes())
    content[4096 : 4096 + 8000] = b"\xff" * 8000
    database.write_bytes(content)
    answer = run("check", "--json")
    assert answer.code == 1
    assert answer.json["problems"]


def test_ids_beyond_the_file_are_refused_without_a_traceback(run, appendix):
    run("import", appendix)
    far = 10**20
    for arguments in (("show", far), ("import", appendix, "--into", far), ("export", far, "appendix", "--to", "a.pdf")):
        answer = run(*arguments)
        assert answer.code == 2
        assert answer.err.count("\n") == 1


def test_into_a_missing_plan_makes_no_database(run, appendix, database):
    assert run("import", appendix, "--into", 5).code == 2
    assert not database.exists()


def test_a_file_of_an_older_version_is_backed_up_and_upgraded(run, database, appendix):
    shutil.copyfile(ROOT / "db" / "samples" / "schema-1.db", database)
    assert run("plans").code == 2
    assert run("import", appendix).code == 0
    assert len(run("plans", "--json").json) == 2
    assert [backup["reason"] for backup in run("backups", "--json").json] == ["import", "migration"]


COMMANDS = [("plans",), ("check",), ("undo",), ("backup",), ("backups", "--json"), ("restore", "x.db"), ("log",)]


@pytest.mark.parametrize("place", ["", ".", "..", "/", "./"])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_database_must_be_a_file(capsys, tmp_path, monkeypatch, place, command):
    monkeypatch.chdir(tmp_path)
    assert main(["--db", place, *command]) == 2
    captured = capsys.readouterr()
    assert (captured.out, "“--db”" in captured.err) == ("", True)
    assert captured.err.count("\n") == 1
