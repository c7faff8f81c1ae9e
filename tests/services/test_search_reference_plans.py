"""Every task of the reference plans is found first by its own opening words, as a hurried officer types them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cchc_desktop import wiring
from cchc_desktop.domain.search.index import SearchDocument, SearchIndex
from cchc_desktop.domain.text.folding import fold_words

FOLDER = Path(__file__).resolve().parents[2].parent / "shared" / "reference-plans" / "structured"
WORDS = 6

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the reference plans are not here")


def _items(values: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for value in values:
        yield value
        yield from _items(value.get("sub_items") or [])


def _documents() -> Iterator[SearchDocument[int]]:
    plans = [json.loads(file.read_text("utf-8")) for file in sorted(FOLDER.glob("*.json"))]
    sections = [section for plan in plans for section in plan.get("sections") or []]
    for at, item in enumerate(item for section in sections for item in _items(section["items"])):
        yield SearchDocument(at, item["content"], (item.get("product") or "", item.get("lead_raw") or ""))


def _opening(text: str) -> str:
    return " ".join(fold_words(text).split()[:WORDS])


def test_opening_words_without_accents_find_the_task() -> None:
    rows = {row.id: row for row in _documents()}
    index = SearchIndex(rows.values(), wiring.abbreviations())
    typed = {row.id: _opening(row.primary)[:-1] for row in rows.values() if row.primary}  # the last letter is missing
    wrong = [
        (words, found[0].document.primary if found else "nothing")
        for id_, words in typed.items()
        if not (found := index.search(words)) or not _opening(found[0].document.primary).startswith(words)
    ]
    assert len(typed) > 50
    assert len(wrong) <= 0.05 * len(typed), wrong
