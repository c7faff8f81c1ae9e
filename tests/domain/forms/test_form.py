"""Superiors' forms: cells and their names, sources, slots, contents, proposals, new versions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from cchc_desktop.domain.areas import AreaCode
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.evidence.register import StoredFile
from cchc_desktop.domain.forms.cells import CellKind, ReadCell, describe_cells
from cchc_desktop.domain.forms.dates import date_fields
from cchc_desktop.domain.forms.figures import FigureName, require_source
from cchc_desktop.domain.forms.form import (
    SuperiorForm,
    mapped,
    mapping_from_json,
    mapping_to_json,
    moved,
    slots_from_json,
    slots_to_json,
)
from cchc_desktop.domain.forms.matching import Choice, carry_over, propose, propose_last, source_words
from cchc_desktop.domain.forms.sources import NOTHING, TYPED, CellSource, SourceKind
from cchc_desktop.domain.forms.writing import content_as_shown, content_of_number, content_of_words, fits_format, shown

FILE = StoredFile("ab" * 32, "xlsx", 10)
DONE = CellSource(SourceKind.FIGURE, "done")
HEADERS = ("STT", "Chỉ tiêu", "Đơn vị", "Kỳ trước", "Kỳ này", "Ghi chú")


def sheet(*rows, table="Biểu", first=4):
    """Return the cells of a table: rows of words, '' for a cell that waits."""
    return tuple(
        ReadCell(f"{table}!{'ABCDEF'[at]}{number}", table, number, at + 1, words)
        for number, row in enumerate(rows, start=first)
        for at, words in enumerate(row)
    )


def gaps(*leads, line="p0"):
    return tuple(
        ReadCell(f"{line}:{number}", "", 1, 1, "…", gap=number, lead=lead) for number, lead in enumerate(leads, start=1)
    )


ROWS = (HEADERS, ("1", "Nhiệm vụ đã hoàn thành", "Nhiệm vụ", "", "", ""), ("2", "Hồ sơ tiếp nhận", "Hồ sơ", "", "", ""))


def form(*rows, mapping=None):
    made = SuperiorForm("Biểu", FILE, sheet(*(rows or ROWS)))
    return mapped(made, mapping) if mapping else made


# --- sources ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["figure:overdue", "figure:done_before/area=procedures", "figure:share/agency=5", "indicator:12", "field:office",
     "indicator_before:3", "last:4", "typed", "nothing"],
)  # fmt: skip
def test_sources_as_words_come_back(text):
    source = CellSource.read(f" {text} ")
    require_source(source)
    assert source.text == text


@pytest.mark.parametrize(
    "text", ["", "figure", "figure:xyz", "figure:done/area=nowhere", "figure:done/sections=3", "indicator:x",
             "indicator:", "typed:5", "field", "last", "other:1"],
)  # fmt: skip
def test_words_that_name_no_source_are_refused(text):
    with pytest.raises(InvalidInput):
        require_source(CellSource.read(text))


def test_the_name_of_a_figure_taken_apart():
    name = FigureName.read("foreseen_share_before/area=apparatus")
    assert name == FigureName("foreseen_share", True, AreaCode.APPARATUS)
    assert name.text == "foreseen_share_before/area=apparatus" and name.is_share
    assert name.words == "Ước tỷ lệ hoàn thành đến hết kỳ (%) (kỳ trước)"


# --- contents ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "takes", "content"),
    [
        ("63,8", CellKind.NUMBER, Decimal("63.8")),
        ("1.250", CellKind.GENERAL, Decimal(1250)),
        ("015", CellKind.GENERAL, "015"),
        ("015", CellKind.NUMBER, Decimal(15)),
        ("63,8", CellKind.TEXT, "63,8"),
        ("63,8%", CellKind.PERCENT, Decimal("63.8")),
        ("63,8%", CellKind.GENERAL, "63,8%"),
        ("=1+1", CellKind.NUMBER, "=1+1"),
        ("14/9/2025", CellKind.DATE, date(2025, 9, 14)),
        ("31/2/2025", CellKind.DATE, "31/2/2025"),
        ("14/9/2025", CellKind.GENERAL, "14/9/2025"),
        ("", CellKind.NUMBER, ""),
    ],
)
def test_typed_words_become_what_the_cell_takes(words, takes, content):
    assert content_of_words(words, takes) == content


@pytest.mark.parametrize(
    ("number", "takes", "in_words", "is_count", "content"),
    [
        (5, CellKind.NUMBER, False, True, Decimal(5)),
        (5, CellKind.TEXT, False, True, "5"),
        (5, CellKind.TEXT, True, True, "05"),
        ("38.5", CellKind.TEXT, True, False, "38,5"),
        (1250, CellKind.TEXT, False, True, "1.250"),
    ],
)
def test_figures_become_what_the_cell_takes(number, takes, in_words, is_count, content):
    assert content_of_number(Decimal(number), takes, in_words=in_words, is_count=is_count) == content


@pytest.mark.parametrize("number", ["1.125", "-1250.5", "0", "0.375", "1234567"])
def test_numbers_that_were_shown_are_numbers_again(number):
    assert content_as_shown(shown(Decimal(number)), CellKind.NUMBER) == Decimal(number)
    assert content_as_shown(shown(Decimal(number)), CellKind.TEXT) == shown(Decimal(number))


def test_what_is_shown_and_what_fits():
    assert [shown(one) for one in (Decimal("1250.5"), date(2025, 9, 4), "x")] == ["1.250,5", "04/09/2025", "x"]
    assert fits_format("", CellKind.NUMBER) and not fits_format("x", CellKind.PERCENT)
    assert fits_format("x", CellKind.GENERAL) and not fits_format(Decimal(1), CellKind.DATE)


# --- cells ------------------------------------------------------------------------------------------------------------


def test_cells_are_named_by_row_and_header():
    cells = {one.address: one for one in describe_cells(sheet(*ROWS))}
    assert cells["Biểu!E5"].name == "Nhiệm vụ đã hoàn thành – Kỳ này"
    assert {address for address, one in cells.items() if one.is_fillable} == {
        "Biểu!D5", "Biểu!E5", "Biểu!F5", "Biểu!D6", "Biểu!E6", "Biểu!F6",
    }  # fmt: skip
    assert cells["Biểu!F5"].is_note and not cells["Biểu!E5"].is_note


def test_column_numbers_and_units_are_no_headers_and_a_formula_never_waits():
    rows = (HEADERS, ("(1)", "(2)", "(3)", "(4)", "(5)=(4)x2", "(6)"), *ROWS[1:])
    cells = list(sheet(*rows))
    last = next(one for one in cells if one.address == "Biểu!E7")
    cells[cells.index(last)] = replace(last, takes=CellKind.FORMULA)
    found = {one.address: one for one in describe_cells(cells)}
    assert found["Biểu!D6"].header == "Kỳ trước" and found["Biểu!C7"].header == "Đơn vị"
    assert found["Biểu!D6"].is_fillable and not found["Biểu!E7"].is_fillable


# --- proposals --------------------------------------------------------------------------------------------------------

CHOICES = (
    Choice(DONE, "Đã hoàn thành", other_words=("nhiệm vụ Đã hoàn thành",)),
    Choice(CellSource(SourceKind.FIGURE, "done_before"), "Đã hoàn thành (kỳ trước)",
           other_words=("nhiệm vụ Đã hoàn thành",), is_before=True),
    Choice(CellSource(SourceKind.FIGURE, "overdue"), "Chậm tiến độ", other_words=("nhiệm vụ Chậm tiến độ",)),
    *(Choice(CellSource(SourceKind.FIELD, name), words) for name, words in
      [("start_day", "x"), ("start_month", "x"), ("start_year", "x"), ("place", "x"), ("date_day", "x"),
       ("date_month", "x"), ("date_year", "x"), ("period_only", "x"), ("quarter", "x"), ("period", "Kỳ báo cáo")]),
)  # fmt: skip


def test_sources_are_proposed_by_the_words_around_a_cell():
    found = propose(describe_cells(sheet(*ROWS)), CHOICES)
    assert [(one.address, one.choice.source.text) for one in found] == [
        ("Biểu!D5", "figure:done_before"), ("Biểu!E5", "figure:done"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("leads", "fields"),
    [
        (("từ ngày", "tháng", "năm"), ["start_day", "start_month", "start_year"]),
        (("", ", ngày", "tháng", "năm"), ["place", "date_day", "date_month", "date_year"]),
        (("Kỳ báo cáo:", "năm"), ["period_only"]),
        (("Kết quả công tác quý", "năm 20"), ["quarter"]),
        (("", ", ngày", "tháng", "năm 20"), ["place", "date_day", "date_month", "date_year"]),
        (("ngày", "giờ"), []),
    ],
)
def test_dates_in_gaps_are_known_by_their_words(leads, fields):
    cells = describe_cells(gaps(*leads))
    assert list(date_fields(cells).values()) == fields or sorted(date_fields(cells).values()) == sorted(fields)
    proposed = {one.choice.source.name for one in propose(cells, CHOICES)}
    assert set(fields) <= proposed


def test_gaps_of_two_lines_make_no_date():
    cells = describe_cells((*gaps("ngày"), *gaps("tháng", "năm", line="p1")))
    assert date_fields(cells) == {}


def test_a_column_of_the_last_period_takes_what_the_other_cell_held():
    found = propose_last(form(mapping={"Biểu!E6": TYPED}))
    assert [(one.address, one.choice.source) for one in found] == [
        ("Biểu!D6", CellSource(SourceKind.LAST, "Biểu!E6", "Hồ sơ tiếp nhận – Kỳ này"))
    ]


def test_a_source_is_called_as_it_is_now_else_as_it_was():
    assert [source_words(one, CHOICES) for one in (
        TYPED, NOTHING, DONE, CellSource(SourceKind.INDICATOR, "9", "Hồ sơ đúng hạn"), CellSource(SourceKind.LAST, "2"),
    )] == ["Nhập tay", "Để nguyên", "Đã hoàn thành", "Hồ sơ đúng hạn", "Kỳ trước của “2”"]  # fmt: skip


# --- mapping and new versions -----------------------------------------------------------------------------------------


def test_slots_are_never_used_again():
    first = form(mapping={"Biểu!E5": DONE, "Biểu!E6": TYPED})
    assert {address: one.slot for address, one in first.placed.items()} == {"Biểu!E5": 1, "Biểu!E6": 2}
    second = mapped(mapped(first, {"Biểu!E6": None}), {"Biểu!D5": TYPED, "Biểu!E5": NOTHING})
    assert {address: (one.slot, one.source) for address, one in second.placed.items()} == {
        "Biểu!E5": (1, NOTHING), "Biểu!D5": (3, TYPED),
    }  # fmt: skip
    with pytest.raises(KeyError):
        mapped(first, {"Biểu!Z9": TYPED})


def test_a_mapping_is_carried_by_its_words_to_other_addresses():
    before = form(mapping={"Biểu!E5": DONE, "Biểu!E6": TYPED, "Biểu!A4": NOTHING})
    new = sheet(HEADERS, ("1", "Mục mới", "x", "", "", ""), ("2", "Hồ sơ tiếp nhận", "Hồ sơ", "", "", ""), first=8)
    carried = carry_over(before, new)
    assert [(one.slot, one.address) for one in carried.kept] == [(2, "Biểu!E10")]
    assert [(one.slot, one.address, one.label) for one in carried.lost] == [
        (1, "", "Nhiệm vụ đã hoàn thành – Kỳ này"),
        (3, "", "Biểu!A4"),  # nothing but its address told it apart
    ]


def test_what_was_lost_is_found_again_in_a_later_version():
    before = form(mapping={"Biểu!E5": DONE})
    lost = replace(before, mapping=carry_over(before, sheet(HEADERS)).lost, cells=sheet(HEADERS))
    assert [one.slot for one in lost.unplaced] == [1] and not lost.placed
    assert [(one.slot, one.address) for one in carry_over(lost, before.cells).kept] == [(1, "Biểu!E5")]


def test_cells_of_the_same_words_are_taken_in_their_order_where_there_are_as_many():
    rows = (HEADERS, ("1", "Hồ sơ", "x", "", "", ""), ("2", "Hồ sơ", "x", "", "", ""))
    before = form(*rows, mapping={"Biểu!E6": TYPED})
    assert [one.address for one in carry_over(before, before.cells).kept] == ["Biểu!E6"]
    assert [one.address for one in carry_over(before, sheet(*rows, first=20)).kept] == ["Biểu!E22"]
    assert [one.slot for one in carry_over(before, sheet(*rows, rows[2], first=20)).lost] == [1]
    dated = gaps("Quý", "năm", line="p1") + gaps("", "ngày", "tháng", "năm", line="p4")
    letter = SuperiorForm("Thư", FILE, dated)
    letter = mapped(letter, {one.address: TYPED for one in letter.described})
    moved_down = gaps("Quý", "năm", line="p2") + gaps("", "ngày", "tháng", "năm", line="p9")
    assert [one.address for one in carry_over(letter, moved_down).kept] == [one.address for one in moved_down]


def test_a_source_moves_to_another_cell_with_its_slot():
    after = moved(form(mapping={"Biểu!E5": DONE, "Biểu!E6": TYPED}), 1, "Biểu!E6")
    assert {address: one.slot for address, one in after.placed.items()} == {"Biểu!E6": 1}
    assert [one.slot for one in after.unplaced] == [2]


def test_mapping_and_slots_as_json_come_back():
    mapping = form(mapping={"Biểu!E5": DONE, "Biểu!E6": TYPED}).mapping
    assert mapping_from_json(mapping_to_json(mapping)) == mapping
    assert slots_from_json(slots_to_json({2: "x", 1: "y"})) == {1: "y", 2: "x"}
