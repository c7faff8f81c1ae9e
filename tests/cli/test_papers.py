"""`cchc export` of the follow-up's papers and `cchc reminder`, on a plan of our own and on a reference plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pypdfium2
import pytest

from cchc_desktop import wiring
from cchc_desktop.domain.draft import DraftIndicator, DraftPlan
from cchc_desktop.domain.periods import Period
from cchc_desktop.services import exchange, plans
from cchc_desktop.services.exchange import ImportChoices
from tests.cli.appendices import CENTRE, OFFICE, write_docx

AS_OF = ("--as-of", "2025-10-20")
KINDS = ("appendix", "tracking", "agency", "chairman")


@pytest.fixture
def plan(run, tmp_path, database, stock) -> int:
    def make() -> int:
        source = write_docx(tmp_path / "nguồn.docx")
        period = ("--from", "2025-07-01", "--to", "2025-12-31")
        return int(run("import", source, *period, "--json").json["plan_id"])

    return stock.fill(database.parent, "plan of half a year", make)


@pytest.fixture
def late_plan(run, plan, database) -> int:
    """The plan followed from its first day on, as one that was typed in time."""
    with wiring.open_workspace(database) as workspace:
        kept = plans.open_plan(workspace, plan).plan
        plans.save_plan(workspace, replace(kept, tracked_from=None))
    return plan


def words(file: Path) -> str:
    return " ".join(READERS[file.suffix](file).split())


def _docx_words(file: Path) -> str:
    parts = (part for part in docx.Document(str(file)).element.body.iter() if part.tag.endswith(("}t", "}p", "}br")))
    return "".join(part.text if part.tag.endswith("}t") else " " for part in parts)


def _xlsx_words(file: Path) -> str:
    book = openpyxl.load_workbook(file)
    return " ".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value)


def _pdf_words(file: Path) -> str:
    document = pypdfium2.PdfDocument(file)
    try:
        return " ".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


READERS = {".docx": _docx_words, ".xlsx": _xlsx_words, ".pdf": _pdf_words}


@pytest.mark.parametrize("ending", list(READERS))
@pytest.mark.parametrize("kind", KINDS)
def test_each_paper_in_each_format(run, plan, tmp_path, kind, ending):
    target = tmp_path / f"{kind}{ending}"
    answer = run("export", plan, kind, "--to", target, *AS_OF)
    assert (answer.code, answer.out, answer.err) == (0, f"Đã ghi tệp {target}.\n", "")
    assert len(words(target)) > 200


@pytest.mark.parametrize("ending", list(READERS))
def test_the_appendix_of_indicators(run, database, tmp_path, ending):
    draft = DraftPlan(
        title="Kế hoạch năm 2025",
        period=Period(date(2025, 1, 1), date(2025, 12, 31)),
        indicators=(DraftIndicator("Tỷ lệ hồ sơ đúng hạn", "I", "Phục vụ", "1", "%", "≥ 98", OFFICE),),
    )
    with wiring.open_workspace(database) as workspace:
        exchange.import_plan(workspace, draft, ImportChoices())
    target = tmp_path / f"a{ending}"
    assert run("export", 1, "indicators", "--to", target).code == 0
    assert "Tỷ lệ hồ sơ đúng hạn % ≥ 98" in words(target)


@pytest.mark.parametrize("ending", list(READERS))
def test_the_figures_are_those_of_status(run, late_plan, tmp_path, ending):
    target = tmp_path / f"a{ending}"
    run("record", 1, "--progress", "done", "--done", "2025-10-01")
    total = run("status", late_plan, *AS_OF, "--json").json
    run("export", late_plan, "tracking", "--to", target, *AS_OF)
    done = sum(row["status"] in ("done", "done_late") for row in total["items"])
    assert f"đã hoàn thành {done:02}/04" in words(target).replace(" /", "/")


def test_only_one_agency(run, plan, tmp_path):
    target = tmp_path / "a.xlsx"
    assert run("export", plan, "agency", "--agency", "văn phòng hđnd & ubnd", "--to", target, *AS_OF).code == 0
    assert openpyxl.load_workbook(target).sheetnames == [OFFICE[:31]]
    assert run("export", plan, "tracking", "--agency", CENTRE, "--to", target, *AS_OF).code == 0
    assert "Rà soát văn bản" not in words(target)


@pytest.mark.parametrize(
    ("kind", "orientation", "pages"),
    [
        ("appendix", (), {True}),
        ("appendix", ("--orientation", "portrait"), {False}),
        ("tracking", ("--orientation", "portrait"), {False}),
        ("agency", ("--orientation", "portrait"), {False}),
        ("chairman", ("--orientation", "landscape"), {False}),
    ],
)
def test_pages_of_tables_lie_as_chosen(run, plan, tmp_path, kind, orientation, pages):
    target = tmp_path / "a.pdf"
    assert run("export", plan, kind, "--to", target, *AS_OF, *orientation).code == 0
    with pypdfium2.PdfDocument(target) as document:
        assert {page.get_width() > page.get_height() for page in document} == pages


def test_the_tracking_table_by_agency(run, plan, tmp_path):
    target = tmp_path / "a.docx"
    assert run("export", plan, "tracking", "--by", "agency", "--to", target, *AS_OF).code == 0
    assert f"A {CENTRE} (hoàn thành" in words(target)
    assert "Cải cách thể chế" not in words(target)


@pytest.mark.parametrize(
    "arguments",
    [
        ("export", 1, "tracking", "--to", "a.txt"),
        ("export", 1, "agency", "--agency", "Sở Nội vụ", "--to", "a.pdf"),
        ("export", 1, "indicators", "--to", "a.docx"),
        ("export", 9, "chairman", "--to", "a.docx"),
        ("export", 1, "tracking", "--to", "a.docx", "--as-of", "hôm qua"),
        ("export", 1, "appendix", "--to", "a.docx", "--orientation", "nghiêng"),
        ("reminder", 1, "--on", "2025-07-02", "--to", "a.docx"),
        ("reminder", 9, "--on", "2025-12-02", "--to", "a.docx"),
        ("reminder", 1, "--on", "2025-12-02"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(run, plan, tmp_path, monkeypatch, arguments):
    monkeypatch.chdir(tmp_path)
    answer = run(*arguments)
    assert (answer.code, answer.out, len(answer.err.strip().splitlines())) == (2, "", 1)
    assert not list(tmp_path.glob("a.*"))


def test_a_reminder_to_all_and_one_for_each(run, late_plan, tmp_path):
    target = tmp_path / "đôn đốc.docx"
    answer = run("reminder", late_plan, "--on", "2025-12-31", "--to", target, "--answer-by", "10/01/2026")
    assert (answer.code, answer.err) == (0, "")
    assert "chậm nhất ngày 10 tháng 01 năm 2026" in words(target)
    assert "DANH SÁCH NHIỆM VỤ CHẬM TIẾN ĐỘ" in words(target)
    run("reminder", late_plan, "--on", "2025-12-31", "--to", target, "--per-office", "--no-list")
    own = sorted(file.name for file in tmp_path.glob("đôn đốc - *.docx"))
    assert own == [f"đôn đốc - {CENTRE}.docx", f"đôn đốc - {OFFICE}.docx"]
    assert "DANH SÁCH" not in words(tmp_path / own[0])


def test_reading_makes_no_database(run, database, tmp_path):
    for arguments in (("export", 1, "tracking"), ("reminder", 1)):
        assert run(*arguments, "--to", tmp_path / "a.docx").code == 2
    assert not database.exists()


@pytest.mark.parametrize("ending", list(READERS))
@pytest.mark.parametrize("slug", ["le-ich-moc-2025h2_phu-luc", "khuc-thua-du-2026-2030_nhiem-vu"])
def test_papers_of_reference_plans(run, reference_plans, tmp_path, slug, ending):
    run("import", reference_plans / "files" / f"{slug}.docx")
    shown = run("show", 1, "--json").json
    contents = [item["content"] for part in shown["sections"] for item in part["items"]]
    for kind in ("tracking", "agency", "chairman"):
        target = tmp_path / f"{kind}{ending}"
        answer = run("export", 1, kind, "--to", target, "--as-of", "2025-12-02")
        assert (answer.code, answer.err) == (0, "")
    found = words(tmp_path / f"tracking{ending}")
    assert [text for text in contents if not set(text.split()) <= set(found.split())] == []
    assert f"Tổng số {len(contents)} nhiệm vụ" in found
