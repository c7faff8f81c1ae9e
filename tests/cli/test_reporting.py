"""`cchc report` and `cchc lint` on a stored plan."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal

import openpyxl
import pypdfium2
import pytest
from docx import Document as WordDocument

from cchc_desktop import wiring
from cchc_desktop.domain.draft import DraftItem, DraftPlan, DraftSection
from cchc_desktop.domain.followup.records import Progress
from cchc_desktop.domain.items import ItemKind
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import DocumentRef
from cchc_desktop.domain.written_numbers import show_number
from cchc_desktop.services import exchange
from cchc_desktop.services.exchange import ImportChoices
from cchc_desktop.services.followup import followed_plan
from cchc_desktop.services.papers import report_texts
from cchc_desktop.services.recording import record
from tests.cli.appendices import FINANCE, OFFICE

HALF = Period(date(2025, 7, 1), date(2025, 12, 31))


@pytest.fixture
def stored(database, stock) -> None:
    """Two plans of half a year; a task of the second one has no lead."""
    stock.fill(database.parent, "two plans", lambda: _two_plans(database))


def _two_plans(database) -> None:
    def task(content, time, lead):
        return DraftItem(ItemKind.TASK, content, lead_words=lead, time_words=time)

    first = (task("Ban hành quyết định", "Trong tháng 7/2025", OFFICE), task("Tuyên truyền", "Thường xuyên", FINANCE))
    plans = (
        ("A", first, DocumentRef("Quyết định", "21/QĐ-UBND", date(2025, 7, 1))),
        ("B", (task("Khảo sát", "Quý IV/2025", None),), DocumentRef()),
    )
    with wiring.open_workspace(database) as workspace:
        for name, rows, document in plans:
            draft = DraftPlan(
                title=f"Kế hoạch {name}",
                period=HALF,
                document=document,
                sections=(DraftSection("I", "Cải cách thể chế", rows),),
            )
            exchange.import_plan(workspace, draft, ImportChoices())


@pytest.mark.parametrize(("ending", "start"), [("docx", b"PK"), ("xlsx", b"PK"), ("pdf", b"%PDF")])
@pytest.mark.parametrize("period", ["2025-Q3", "2025-9M", "2025"])
def test_a_report_in_every_format(run, stored, tmp_path, ending, start, period):
    target = tmp_path / f"báo cáo {period}.{ending}"
    answer = run("report", 1, 2, "--period", period, "--to", target)
    assert (answer.code, answer.err) == (0, "")
    assert str(target) in answer.out
    assert target.read_bytes().startswith(start)


@pytest.mark.parametrize("charts", [(), ("--charts",)])
def test_charts_are_drawn_when_asked_for(run, stored, tmp_path, charts):
    target = tmp_path / "báo cáo.docx"
    assert run("report", 1, "--period", "2025-Q3", *charts, "--to", target).code == 0
    assert len(WordDocument(target).inline_shapes) == 2 * len(charts)


def test_figures_of_edited_words_that_are_others_now_are_told(run, stored, database, tmp_path):
    with wiring.open_workspace(database) as workspace:
        words = report_texts.report_words(workspace, "2025-Q3", [1], wiring.report_template())
        report_texts.save_report_text(workspace, "2025-Q3", [1], words.draft)
    target = tmp_path / "báo cáo.docx"
    assert run("report", 1, "--period", "2025-Q3", "--to", target).out == f"Đã xuất báo cáo ra {target}.\n"
    with wiring.open_workspace(database) as workspace:
        milestone = followed_plan(workspace, 1, date(2025, 9, 14)).status.items[0].milestones[0]
        done = {"done_on": date(2025, 7, 20), "progress": Progress.DONE}
        record(workspace, [(milestone.item_id, milestone.occurrence, done)])
    assert "ghi “Đã hoàn thành” là 0, nay là 01." in run("report", 1, "--period", "2025-Q3", "--to", target).out


def totals_of_docx(target):
    rows = [[cell.text for cell in row.cells] for table in WordDocument(target).tables for row in table.rows]
    return [row[2:] for row in rows if "Tổng cộng" in row]


def totals_of_xlsx(target):
    sheets = openpyxl.load_workbook(target).worksheets
    rows = [[cell.value for cell in row if cell.value is not None] for sheet in sheets for row in sheet.iter_rows()]
    return [[*map(str, row[1:-1]), show_number(Decimal(str(row[-1])), 1)] for row in rows if "Tổng cộng" in row]


def totals_of_pdf(target):
    with pypdfium2.PdfDocument(target) as file:
        words = " ".join(" ".join(page.get_textpage().get_text_range() for page in file).split())
    return [part.split()[:7] for part in words.split("Tổng cộng ")[1:]]


@pytest.mark.parametrize(
    ("ending", "totals"), [("docx", totals_of_docx), ("xlsx", totals_of_xlsx), ("pdf", totals_of_pdf)]
)
@pytest.mark.parametrize("done_on", ["2025-07-30", "2025-08-05"])
def test_figures_in_the_file_are_those_of_status(run, stored, tmp_path, ending, totals, done_on):
    run("record", 1, "--progress", "done", "--done", done_on)
    target = tmp_path / f"báo cáo.{ending}"
    assert run("report", 1, "--period", "2025-Q3", "--to", target).code == 0
    counts = Counter(row["status"] for row in run("status", 1, "--as-of", "2025-09-14", "--json").json["items"])
    total, done = counts.total(), counts["done"] + counts["done_late"]
    in_time = total - done - counts["overdue"]
    expected = [total, counts["done"], counts["done_late"], 1, in_time, counts["overdue"]]
    assert done == 1 and totals(target) == [[*map(str, expected), "50,0"]] * 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("report", 1, "--period", "2025-Q2", "--to", "a.docx"), "2025-Q2"),
        (("report", 1, "--period", "2024", "--to", "a.docx"), "không thực hiện trong kỳ"),
        (("report", 9, "--period", "2025", "--to", "a.docx"), "9"),
        (("report", 1, "--period", "2025", "--to", "a.txt"), ".docx"),
        (("report", "--period", "2025", "--to", "a.docx"), "PLAN_ID"),
        (("lint", 9), "9"),
    ],
)
def test_what_cannot_be_done_is_refused_in_one_sentence(run, stored, tmp_path, monkeypatch, arguments, words):
    monkeypatch.chdir(tmp_path)
    answer = run(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert words in answer.err and len(answer.err.strip().splitlines()) == 1
    assert not list(tmp_path.glob("a.*"))


def test_lint_as_the_contract_has_it(run, stored):
    answer = run("lint", 2, "--json")
    assert answer.code == 0
    assert all(row.keys() == {"code", "item_id", "message"} for row in answer.json)
    found = {(row["code"], row["item_id"]) for row in answer.json}
    assert {("no_number", None), ("no_date", None), ("no_lead", 3)} <= found


def test_lint_for_people(run, stored):
    lines = run("lint", 2).out.splitlines()
    assert all(line.startswith("- ") for line in lines)
    assert any("chưa có cơ quan chủ trì" in line for line in lines)


def test_nothing_is_made_by_reading(run, database):
    assert run("lint", 1, "--json").code == 2
    assert not database.exists()
