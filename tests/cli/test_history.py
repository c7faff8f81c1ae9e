from __future__ import annotations

import pytest

from cchc_desktop.services import item_editing, plans
from cchc_desktop.services.amending import CORRECTION
from cchc_desktop.wiring import open_workspace
from tests.cli.appendices import write_xlsx

TITLE = "Nhập kế hoạch từ tệp “DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH 6 THÁNG CUỐI NĂM 2025”"


@pytest.fixture
def imported(run, tmp_path) -> int:
    return run("import", write_xlsx(tmp_path / "phụ lục.xlsx"), "--json").json["plan_id"]


def test_undo_and_redo_answer_the_contract(run, imported):
    undone = run("undo", "--json")
    assert undone.code == 0, undone.err
    assert undone.json["title"] == TITLE
    assert run("plans", "--json").json == []
    again = run("redo")
    assert (again.code, again.out) == (0, f"Đã làm lại: {TITLE}\n")
    assert [plan["items"] for plan in run("plans", "--json").json] == [5]


@pytest.mark.parametrize("command", ["undo", "redo"])
def test_nothing_to_take_back_is_refused(run, database, command):
    answer = run(command)
    assert answer.code == 2
    assert "Không có thao tác nào" in answer.err
    assert not database.exists()


def test_log_answers_the_contract(run, imported):
    run("undo")
    entries = run("log", "--json").json
    assert [(entry["id"], entry["title"], entry["kind"]) for entry in entries] == [
        (2, f"Hoàn tác: {TITLE}", "undo"),
        (1, TITLE, "plan.import"),
    ]
    assert {"id", "title", "kind", "at", "who", "plan_id", "changes"} <= set(entries[0])
    assert entries[1]["changes"] == entries[0]["changes"] > 7
    assert (entries[1]["plan_id"], entries[1]["undone"]) == (imported, True)
    assert len(run("log", "--plan", imported, "--json").json) == 2
    assert run("log", "--plan", 99, "--json").json == []
    assert "(đã hoàn tác)" in run("log").out


def test_trash_answers_the_contract(run, database, imported):
    assert run("trash", "--json").json == []
    with open_workspace(database) as workspace:
        tree = plans.open_plan(workspace, imported)
        item_editing.delete_items(workspace, [next(iter(tree.items))], CORRECTION)
        plans.delete_plan(workspace, imported)
    entries = run("trash", "--json").json
    assert [(entry["kind"], entry["plan_id"], entry["items"], entry["parts"]) for entry in entries] == [
        ("plan", imported, 4, 1),
        ("item", imported, 0, 0),
    ]
    assert entries[1]["held_by"]
    assert "Kế hoạch 1: " in run("trash").out
