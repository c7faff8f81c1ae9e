"""Real appendices in, every word compared with the checked transcriptions, out and in again; skipped without them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

PLANS = {
    "le-ich-moc-2025h2": ("phu-luc", 7, 41),
    "khuc-thua-du-2026-2030": ("nhiem-vu", 7, 41),
    "lac-phuong-2026-2030": ("phu-luc", 7, 16),
}
INDICATORS = "khuc-thua-du-2026-2030_phu-luc-I-chi-tieu"


def words(text: str | None) -> str | None:
    """Return a cell's words with white space evened: line breaks of a file are not words."""
    return " ".join(text.split()) if text else None


def expected_items(items: list[dict[str, Any]]) -> list[Any]:
    return [
        (
            item["number"], words(item["content"]), item["lead"], item["coordinating"], words(item["time"]),
            words(item["product"]), expected_items(item["sub_items"]),
        )
        for item in items
    ]  # fmt: skip


def shown_items(items: list[dict[str, Any]]) -> list[Any]:
    return [
        (
            item["number"], words(item["content"]), item["lead"], item["coordinating"], words(item["time"]),
            words(item["product"]), shown_items(item["children"]),
        )
        for item in items
    ]  # fmt: skip


def structured(folder: Path, slug: str) -> dict[str, Any]:
    return json.loads((folder / "structured" / f"{slug}.json").read_text(encoding="utf-8"))


def without_ids(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_ids(part) for key, part in value.items() if key != "id"}
    return [without_ids(part) for part in value] if isinstance(value, list) else value


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
@pytest.mark.parametrize("slug", sorted(PLANS))
def test_appendix_comes_in_word_by_word(run, reference_plans, slug, ending):
    name, sections, items = PLANS[slug]
    answer = run("import", reference_plans / "files" / f"{slug}_{name}.{ending}", "--json")
    assert answer.code == 0, answer.err
    assert (answer.json["sections"], answer.json["items"]) == (sections, items)
    plan = structured(reference_plans, slug)
    shown = run("show", 1, "--json").json
    assert shown["plan"]["period"] == plan["period"]
    assert shown["plan"]["kind"] == plan["kind"]
    assert [(part["number"], words(part["title"])) for part in shown["sections"]] == [
        (part["number"], words(part["title"])) for part in plan["sections"]
    ]
    for part, expected in zip(shown["sections"], plan["sections"], strict=True):
        assert shown_items(part["items"]) == expected_items(expected["items"])


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_indicators_come_in_word_by_word(run, reference_plans, ending):
    answer = run("import", reference_plans / "files" / f"{INDICATORS}.{ending}", "--json")
    assert answer.code == 0, answer.err
    assert answer.json["indicators"] == 17
    expected = structured(reference_plans, "khuc-thua-du-2026-2030")["indicators"]
    keys = ("group", "number", "text", "unit", "target", "agency")
    assert run("show", 1, "--json").json["indicators"] == [{key: row[key] for key in keys} for row in expected]


def test_tasks_and_indicators_of_two_files_make_one_plan(run, reference_plans):
    files = reference_plans / "files"
    run("import", files / "khuc-thua-du-2026-2030_nhiem-vu.docx")
    result = run("import", files / f"{INDICATORS}.xlsx", "--into", 1, "--json").json
    assert (result["plan_id"], result["indicators"]) == (1, 17)
    shown = run("show", 1, "--json").json
    assert (len(shown["sections"]), len(shown["indicators"])) == (7, 17)


@pytest.mark.parametrize("slug", sorted(PLANS))
def test_exported_and_imported_again_is_the_same(run, reference_plans, tmp_path, slug):
    name = PLANS[slug][0]
    run("import", reference_plans / "files" / f"{slug}_{name}.docx")
    assert run("export", 1, "appendix", "--to", tmp_path / "a.xlsx").code == 0
    again = run("import", tmp_path / "a.xlsx", "--json")
    assert again.code == 0, again.err
    first, second = (without_ids(run("show", plan, "--json").json) for plan in (1, 2))
    assert first["sections"] == second["sections"]
    assert first["plan"] == second["plan"]


def test_indicators_exported_and_imported_again_are_the_same(run, reference_plans, tmp_path):
    run("import", reference_plans / "files" / f"{INDICATORS}.docx")
    assert run("export", 1, "indicators", "--to", tmp_path / "a.xlsx").code == 0
    run("import", tmp_path / "a.xlsx")
    first, second = (run("show", plan, "--json").json["indicators"] for plan in (1, 2))
    assert first == second
