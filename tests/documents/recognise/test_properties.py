"""Properties that hold for any grid: only known errors, the same answer twice, and no word lost."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.documents.raw import RawCell, RawDocument, RawRow, RawTable
from cchc_desktop.documents.recognise.headers import find_header, is_numbering_row
from cchc_desktop.documents.recognise.plan import recognise
from cchc_desktop.documents.recognise.tables import own_texts
from cchc_desktop.domain.draft import DraftPlan
from cchc_desktop.domain.errors import RefusedFile
from tests.documents.recognise.tables_as_text import HEAD, INDICATOR_HEAD, table

NINE = "TT | Mục tiêu | Nhiệm vụ | Hoạt động | Kết quả | Chủ trì | Phối hợp | Thời gian | Cột lạ"
_WORDS = st.sampled_from(
    ["", "", "", "1", "2.", "1.1", "a)", "I", "II.", "- một;", "Rà soát quy chế", "của xã", "I. Thể chế", "Nơi nhận:",
     "CẢI CÁCH THỂ CHẾ", "3.1: Hoạt động 1:\nHọp", "Mục tiêu 1:", "Tổng cộng", "Quý I)", "Nhiệm vụ", "Chủ trì",
     "Thời gian", "Chỉ tiêu", "Kết quả", "(1)", "Phụ lục", "Danh mục", "Số: 5/KH-UBND", "x", "Công an", "2026-", "A"]
)  # fmt: skip
_TEXTS = st.one_of(_WORDS, _WORDS, st.text(max_size=12))
_COVERED = st.sampled_from(["", "", "", "", "left", "above"])


@st.composite
def grids(draw, heads=("",)):
    """Draw a table: an optional header, then rows of any cells, merged slots repeating their neighbour's text."""
    head = draw(st.sampled_from(heads))
    rows = list(table(head).rows) if head else []
    width = len(rows[0].cells) if rows else draw(st.integers(0, 10))
    for number in range(len(rows) + 1, len(rows) + 1 + draw(st.integers(0, 9))):
        cells: list[RawCell] = []
        for place in range(width):
            covered = draw(_COVERED)
            above = rows[-1].cells[place].text if rows and place < len(rows[-1].cells) else ""
            if covered == "left" and cells:
                cells.append(RawCell(cells[-1].text, "left"))
            elif covered == "above" and above and number > 2:
                cells.append(RawCell(above, "above"))
            else:
                cells.append(RawCell(_marked(draw(_TEXTS), f"k{number}x{place}")))
        rows.append(RawRow(number, tuple(cells)))
    return RawTable("Bảng 1", tuple(rows), draw(st.booleans()))


def _marked(text: str, mark: str) -> str:
    """Give longer texts a word of their own, so that a lost one is missed; numbers and signs stay as they are."""
    return f"{text} {mark}" if len(text) > 6 and not text.endswith(":") else text


def words_of(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


def words_of_draft(plan: DraftPlan) -> set[str]:
    parts: list[str | None] = []
    for section in plan.sections:
        parts += [section.number, section.title]
    for item in plan.all_items():
        parts += [item.number, item.ordinal, item.label, item.content, item.lead_words, item.coordinating_words]
        parts += [item.time_words, item.product, item.funding, item.note]
    for indicator in plan.indicators:
        parts += [indicator.group_number, indicator.group_title, indicator.number, indicator.text]
        parts += [indicator.unit, indicator.target_words, indicator.agency_words]
    for form in filter(None, (plan.form, plan.indicator_form)):
        parts += [*form.title_block, *(f"{column.header} {column.group}" for column in form.columns)]
    parts += [problem.message for problem in plan.problems]
    return {word for part in parts if part for word in words_of(part)}


@settings(deadline=None, max_examples=200)
@given(st.lists(st.one_of(_TEXTS, grids(), grids(heads=("", HEAD, INDICATOR_HEAD, NINE))), max_size=4))
def test_only_known_errors_and_the_same_answer_twice(blocks):
    document = RawDocument(tuple(blocks))
    try:
        plan = recognise(document)
    except RefusedFile:
        return
    assert recognise(document) == plan
    assert any(True for _ in plan.all_items()) or plan.indicators


@settings(deadline=None, max_examples=400)
@given(grids(heads=(HEAD, INDICATOR_HEAD, NINE)))
def test_no_word_of_a_table_is_lost(grid):
    headers = {index for index in range(1, len(grid.rows)) if find_header(grid, index)}
    counting = any(is_numbering_row(row.cells) for row in grid.rows)
    if headers or counting:
        return  # repeated headers and rows that count the columns are dropped on purpose
    try:
        plan = recognise(RawDocument((grid,)))
    except RefusedFile:
        return
    wanted = {word for row in grid.rows for _, text in own_texts(row) for word in words_of(text)}
    assert wanted <= words_of_draft(plan)
