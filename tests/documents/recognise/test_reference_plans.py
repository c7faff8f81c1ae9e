"""Real appendices (not part of this repository): counts of DOMAIN.md, each cell equal to its checked transcription."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from cchc_desktop.documents.raw import RawCell, RawDocument, RawRow, RawTable
from cchc_desktop.documents.readers.docx import read_docx
from cchc_desktop.documents.readers.xlsx import read_xlsx
from cchc_desktop.documents.recognise.plan import recognise
from cchc_desktop.domain.draft import DraftItem, DraftPlan
from cchc_desktop.domain.items import ItemKind, bare_number
from cchc_desktop.domain.plan import PlanKind

PLANS = Path(__file__).parents[4] / "shared" / "reference-plans"
pytestmark = pytest.mark.skipif(not PLANS.is_dir(), reason="the reference plans are not beside this checkout")

READERS = {".docx": read_docx, ".xlsx": read_xlsx}
BOTH = pytest.mark.parametrize("kind", [".docx", ".xlsx"])


def read(name: str) -> DraftPlan:
    path = PLANS / "files" / name
    return recognise(READERS[path.suffix](path))


def structured(slug: str) -> dict[str, Any]:
    return json.loads((PLANS / "structured" / f"{slug}.json").read_text("utf-8"))


def flat(text: str | None) -> str | None:
    return " ".join(text.split()) if text else None


def item_cells(item: DraftItem) -> tuple[Any, ...]:
    cells = (item.content, item.lead_words, item.coordinating_words, item.time_words, item.product, item.funding)
    return (bare_number(item.number), *map(flat, cells), tuple(map(item_cells, item.children)))


def expected_cells(item: dict[str, Any]) -> tuple[Any, ...]:
    cells = (item[key] for key in ("content", "lead_raw", "coordinating_raw", "time", "product", "funding"))
    return (bare_number(item["number"]), *map(flat, cells), tuple(map(expected_cells, item["sub_items"])))


APPENDICES = [
    ("le-ich-moc-2025h2", "le-ich-moc-2025h2_phu-luc", 7, 41),
    ("khuc-thua-du-2026-2030", "khuc-thua-du-2026-2030_nhiem-vu", 7, 41),
    ("lac-phuong-2026-2030", "lac-phuong-2026-2030_phu-luc", 7, 16),
]


@BOTH
@pytest.mark.parametrize(("slug", "name", "sections", "count"), APPENDICES)
def test_every_cell_of_the_appendices(slug, name, sections, count, kind):
    plan, expected = read(name + kind), structured(slug)
    assert (len(plan.sections), sum(1 for _ in plan.all_items())) == (sections, count)
    assert [(s.number, flat(s.title)) for s in plan.sections] == [
        (s["number"], s["title"]) for s in expected["sections"]
    ]
    for section, wanted in zip(plan.sections, expected["sections"], strict=True):
        assert list(map(item_cells, section.items)) == list(map(expected_cells, wanted["items"]))


@BOTH
@pytest.mark.parametrize(("slug", "name", "sections", "count"), APPENDICES)
def test_form_kind_and_period_of_the_appendices(slug, name, sections, count, kind):
    plan, expected = read(name + kind), structured(slug)
    assert plan.form
    assert list(plan.form.title_block) == expected["appendix"]["title_block"]
    assert [column.header for column in plan.form.columns] == expected["appendix"]["columns"]
    assert plan.kind == PlanKind(expected["kind"])
    assert plan.period and plan.period.start.isoformat() == expected["period"]["start"]
    assert plan.period.end.isoformat() == expected["period"]["end"]


@BOTH
def test_document_and_issuer(kind):
    plan, expected = read("le-ich-moc-2025h2_phu-luc" + kind), structured("le-ich-moc-2025h2")
    assert plan.issuer == expected["issuer"]["name"]
    assert plan.document.date and plan.document.date.isoformat() == expected["document"]["date"]
    assert (plan.document.type, plan.document.number) == (expected["document"]["type"], expected["document"]["number"])


@BOTH
def test_every_cell_of_the_indicators(kind):
    plan = read("khuc-thua-du-2026-2030_phu-luc-I-chi-tieu" + kind)
    expected = structured("khuc-thua-du-2026-2030")
    keys = ("group", "number", "text", "unit", "target", "agency")
    found = [(i.group_title, i.number, flat(i.text), i.unit, i.target_words, i.agency_words) for i in plan.indicators]
    assert found == [tuple(flat(row[key]) for key in keys) for row in expected["indicators"]]
    assert len(found) == 17
    assert plan.indicator_form
    assert list(plan.indicator_form.title_block) == expected["indicator_appendix"]["title_block"]
    groups = list(dict.fromkeys((i.group_number, i.group_title) for i in plan.indicators))
    assert groups == [tuple(group) for group in expected["indicator_appendix"]["groups"]]


def test_rows_broken_across_pages_give_the_same_items_as_the_clean_file():
    lines = (PLANS / "files" / "raw_page_breaks_khuc-thua-du.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    grid = tuple(
        RawRow(number, tuple(RawCell(text) for text in (row + [""] * 6)[:6])) for number, row in enumerate(rows, 1)
    )
    broken = recognise(RawDocument((RawTable("Bảng 1", grid),)))
    clean = read("khuc-thua-du-2026-2030_nhiem-vu.docx")
    assert [list(map(item_cells, s.items)) for s in broken.sections] == [
        list(map(item_cells, s.items)) for s in clean.sections
    ]
    assert [s.title for s in broken.sections] == [s.title for s in clean.sections]
    assert sum("được nối vào dòng ngay trên" in problem.message for problem in broken.problems) == 5


# --- the nine-column appendix, rebuilt from scrambled text -----------------------------------------------------

_SECTION = re.compile(r"\s*(I|II|III|IV|V|VI|VII) (?=[A-ZĐC])(.+)")
_LABEL = re.compile(r"(\d\.\d{1,2}[.:]?)\s*(M[uụ]c tiêu|Nhiệm vụ|Hoạt động) (\d+):\s*(.*)")
_PLACES = {"m": 1, "n": 2, "h": 3}  # first letter of the label -> column


def nine_column_table() -> RawTable:
    """Build the table from the labels that survive in the text, in their order there.

    Approximate, because the extraction mixed the columns: of each cell only the label and the line with it (or
    the one below) are used; an objective or task whose label comes after its first activities in the text is put
    where its number says: tasks and objectives begin with the first row that no earlier one can own.
    """
    rows: list[list[str]] = []
    for section, labels in _sections():
        rows.append([section, *["<"] * 8])
        rows += _rows(labels)
    header = ["TT", "Mục tiêu", "Nhiệm vụ", "Hoạt động", "Kết quả", "Chủ trì", "Phối hợp", "Thời gian", "Kinh phí"]
    return RawTable("Bảng 1", tuple(RawRow(n, _cells(row)) for n, row in enumerate([header, *rows], 1)))


def _cells(row: list[str]) -> tuple[RawCell, ...]:
    return tuple(RawCell(row[0], "left") if text == "<" else RawCell(text) for text in row)


def _sections() -> list[tuple[str, list[tuple[str, str]]]]:
    """Section heads, and under each the labelled cells as (first letter of the label, text), in text order."""
    lines = (PLANS / "text" / "vinh-lap-2021-2025.txt").read_text("utf-8").splitlines()
    begin = next(n for n, line in enumerate(lines) if re.match(r"\s*I Cải cách thể chế", line))
    found: list[tuple[str, list[tuple[str, str]]]] = []
    for number, line in enumerate(lines[begin:], begin):
        if head := _SECTION.fullmatch(line):
            found.append((line.strip(), []))
        elif label := _LABEL.search(line):
            below = next(text for text in lines[number + 1 :] if text.strip())
            text = f"{label[1]} {label[2]} {label[3]}:\n{label[4].strip() or below.strip()}"
            found[-1][1].append((label[2][0].lower(), text))
        assert head or found
    return found


def _rows(labels: list[tuple[str, str]]) -> list[list[str]]:
    """One row per activity; a parent printed behind its first activities is moved up to them."""
    activities = [text for letter, text in labels if letter == "h"]
    rows = [
        [str(n), "", "", text, "Sản phẩm", "Tư pháp", "", "Hàng năm", "Theo Luật"]
        for n, text in enumerate(activities, 1)
    ]
    for letter in ("n", "m"):
        parents = [
            (text, sum(before == "h" for before, _ in labels[:place]))
            for place, (kind, text) in enumerate(labels)
            if kind == letter
        ]
        taken = -1
        for index, (text, row) in enumerate(parents):
            row = 0 if index == 0 else max(row, taken + 1)
            taken = min(row, len(rows) - (len(parents) - index))
            rows[taken][_PLACES[letter]] = text
    return rows


def _as_xlsx(table: RawTable, path: Path) -> Path:
    book = openpyxl.Workbook()
    for row in table.rows:
        book.active.append([None if cell.covered else cell.text or None for cell in row.cells])
    book.save(path)
    return path


def _as_docx(table: RawTable, path: Path) -> Path:
    document = docx.Document()
    grid = document.add_table(rows=len(table.rows), cols=len(table.rows[0].cells))
    for row, line in zip(table.rows, grid.rows, strict=True):
        for cell, slot in zip(row.cells, line.cells, strict=True):
            slot.text = "" if cell.covered else cell.text
    document.save(str(path))
    return path


@pytest.mark.parametrize("kind", ["table", ".docx", ".xlsx"])
def test_the_nine_column_appendix(kind, tmp_path):
    document = RawDocument((nine_column_table(),))
    if kind != "table":
        write = _as_docx if kind == ".docx" else _as_xlsx
        document = READERS[kind](write(nine_column_table(), tmp_path / f"phu-luc{kind}"))
    plan = recognise(document)
    kinds = [item.kind for item in plan.all_items()]
    assert len(plan.sections) == 7
    assert [kinds.count(kind) for kind in (ItemKind.OBJECTIVE, ItemKind.TASK, ItemKind.ACTIVITY)] == [28, 40, 59]
    for item in plan.all_items():
        assert item.number and item.label and item.content and "\n" not in item.content
        children = {ItemKind.OBJECTIVE: ItemKind.TASK, ItemKind.TASK: ItemKind.ACTIVITY}.get(item.kind)
        assert all(child.kind is children for child in item.children)
