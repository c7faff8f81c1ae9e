"""Superiors' forms on the follow-up's plan: mapping, typing, values with the last period beside, doubts, filling."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.errors import InvalidInput, NotFound
from cchc_desktop.domain.forms.cells import CellKind, FormReading, ReadCell, describe_cells
from cchc_desktop.domain.forms.matching import propose
from cchc_desktop.domain.forms.sources import NOTHING, TYPED, CellSource, SourceKind
from cchc_desktop.domain.papers.report_figures import Counted
from cchc_desktop.services import form_filling, forms, history, measuring, periods
from cchc_desktop.services.form_filling import DoubtCode
from tests.services.papers.report_scene import told_scene, with_office

Q3 = "2025-Q3"


def cell(name: str, column: int, row: int, words: str = "", takes: CellKind = CellKind.GENERAL, **facts) -> ReadCell:
    return ReadCell(f"Biểu!{name}", "Biểu", row, column, words, takes=takes, **facts)


CELLS = (
    cell("A1", 1, 1, "Kỳ báo cáo: ……"),
    cell("A1:1", 1, 1, "……", CellKind.TEXT, gap=1, lead="Kỳ báo cáo:"),
    cell("A1:2", 1, 1, "……", CellKind.TEXT, gap=2, lead="hoàn thành"),
    cell("A3", 1, 3, "Chỉ tiêu thống kê"), cell("B3", 2, 3, "Kỳ trước"), cell("C3", 3, 3, "Kỳ này"),
    cell("D3", 4, 3, "Ghi chú"),
    cell("A4", 1, 4, "Nhiệm vụ đã hoàn thành"), cell("B4", 2, 4), cell("C4", 3, 4, takes=CellKind.NUMBER),
    cell("D4", 4, 4),
    cell("A5", 1, 5, "Tỷ lệ hồ sơ đúng hạn"), cell("B5", 2, 5), cell("C5", 3, 5, takes=CellKind.PERCENT),
    cell("D5", 4, 5),
    cell("A6", 1, 6, "Số hồ sơ tiếp nhận"), cell("B6", 2, 6), cell("C6", 3, 6, takes=CellKind.NUMBER, room=8),
    cell("D6", 4, 6, takes=CellKind.FORMULA),
)  # fmt: skip


def source(text: str) -> CellSource:
    return CellSource.read(text)


@pytest.fixture
def scene(tmp_path):
    told = with_office(told_scene())
    told.store.forms.reading = FormReading("", CELLS)
    path = tmp_path / "Biểu 01.xlsx"
    path.write_bytes(b"PK\x03\x04 form")
    taken = forms.take_in(told.workspace, path)
    told.form_id, _ = forms.add_form(told.workspace, taken, sender="Sở Nội vụ")
    return told


def values(scene, period=Q3):
    found = form_filling.values(scene.workspace, scene.form_id, [scene.plan_id], period)
    return found, {line.cell.address.removeprefix("Biểu!"): line for line in found.lines}


def do_map(scene, **sources):
    wanted = {f"Biểu!{name}": one if one is None or isinstance(one, CellSource) else source(one)
              for name, one in sources.items()}  # fmt: skip
    return forms.map_cells(scene.workspace, scene.form_id, wanted)


def type_in(scene, period=Q3, **words):
    typed = {f"Biểu!{name}": text for name, text in words.items()}
    return forms.type_values(scene.workspace, scene.form_id, period, typed)


# --- the form itself --------------------------------------------------------------------------------------------------


def test_a_form_is_kept_and_called_as_its_file(scene):
    (line,) = forms.forms(scene.workspace)
    assert (line.form.name, line.form.sender, line.form.file_name) == ("Biểu 01", "Sở Nội vụ", "Biểu 01.xlsx")
    assert scene.workspace.queries.named_files() == {line.form.file.sha256}
    assert scene.store.operations[-1].title == "Thêm biểu mẫu “Biểu 01”"
    forms.edit_form(scene.workspace, scene.form_id, name="Biểu quý")
    assert forms.form_of(scene.workspace, scene.form_id).name == "Biểu quý"
    with pytest.raises(InvalidInput):
        forms.edit_form(scene.workspace, scene.form_id, name="  ")
    forms.delete_forms(scene.workspace, [scene.form_id])
    with pytest.raises(NotFound):
        forms.form_of(scene.workspace, scene.form_id)


def test_a_file_that_changed_while_it_was_read_is_refused(scene, tmp_path):
    path = tmp_path / "b.xlsx"
    path.write_bytes(b"PK\x03\x04 one")
    scene.workspace.forms.read = lambda *_: FormReading("other", CELLS)  # type: ignore[method-assign]
    with pytest.raises(InvalidInput, match="vừa thay đổi"):
        forms.take_in(scene.workspace, path)


@pytest.mark.parametrize(
    ("name", "text"),
    [("Z9", "typed"), ("D6", "typed"), ("C4", "field:none"), ("C4", "figure:none"), ("B4", "last:Biểu!C4")],
)
def test_what_cannot_be_mapped_is_refused(scene, name, text):
    before = forms.form_of(scene.workspace, scene.form_id)
    with pytest.raises(InvalidInput):
        do_map(scene, **{name: text})
    assert forms.form_of(scene.workspace, scene.form_id) == before


# --- values -----------------------------------------------------------------------------------------------------------


def test_figures_indicators_and_fields_fill_their_cells(scene):
    indicator = scene.tree.indicators[0].id
    do_map(scene, **{
        "C4": "figure:done", "B4": "figure:done_before", "C5": f"indicator:{indicator}", "A1:1": "field:period",
        "A1:2": "figure:done", "D4": "field:office", "D5": "nothing",
    })  # fmt: skip
    found, lines = values(scene)
    done = found.form and lines["C4"]
    assert (done.content, done.key.counted, done.source_words) == (Decimal(1), Counted.DONE, "Đã hoàn thành")
    assert lines["C5"].content == Decimal("98.5")
    assert lines["A1:1"].shown == "Quý III năm 2025"
    assert lines["A1:2"].shown == "01", "inside a sentence a count below 10 takes a zero"
    assert lines["D4"].shown == "Ủy ban nhân dân phường Hoa Sữa"
    assert lines["D5"].content is None and lines["D5"].source_words == "Để nguyên"
    assert [(line.cell.address, doubt.code) for line, doubt in found.doubts] == [
        ("Biểu!B4", DoubtCode.GONE), ("Biểu!B5", DoubtCode.UNMAPPED), ("Biểu!B6", DoubtCode.UNMAPPED),
        ("Biểu!C6", DoubtCode.UNMAPPED),
    ]  # fmt: skip
    assert {one.address for one in found.filled} == {
        "Biểu!C4", "Biểu!C5", "Biểu!A1:1", "Biểu!A1:2", "Biểu!D4",
    }  # fmt: skip


def test_figures_of_areas_and_agencies_are_those_of_the_report(scene):
    section = scene.tree.sections[0]
    agency = next(row.agency_id for row in _rows(scene) if row.agency_id)
    do_map(scene, C4=f"figure:total/area={section.area}", C6=f"figure:total/agency={agency}", D4="figure:total")
    _, lines = values(scene)
    rows = _rows(scene)
    areas = {one.id for one in scene.tree.sections if one.area == section.area}
    assert lines["C4"].content == sum(row.section_id in areas for row in rows)
    assert lines["C6"].content == sum(row.agency_id == agency for row in rows)
    assert lines["D4"].content == len(rows)


def _rows(scene):
    from cchc_desktop.services.papers.report import report

    return report(scene.workspace, [scene.plan_id], Q3).figures.rows


def test_an_indicator_of_a_later_plan_is_found_by_its_words(scene):
    row = scene.tree.indicators[0]
    wanted = CellSource(SourceKind.INDICATOR, "999", row.text)
    same = sum(one.text == row.text for one in scene.tree.indicators)
    do_map(scene, C5=wanted)
    assert (values(scene)[1]["C5"].content is not None) is (same == 1)
    do_map(scene, C5=replace(wanted, words="Một chỉ tiêu khác"))
    assert [doubt.code for doubt in values(scene)[1]["C5"].doubts] == [DoubtCode.GONE]


def test_typed_values_are_kept_by_period_and_doubted(scene):
    type_in(scene, C6="1.250", D4="Ghi <b>", C4=None)
    _, lines = values(scene)
    assert (lines["C6"].content, lines["D4"].content) == (Decimal(1250), "Ghi <b>")
    assert values(scene, "2025-9M")[1]["C6"].content == ""
    type_in(scene, C6="khoảng 1.250 hồ sơ")
    assert [doubt.code for doubt in values(scene)[1]["C6"].doubts] == [DoubtCode.NUMBER, DoubtCode.LONG]
    type_in(scene, C6="")
    found, lines = values(scene)
    assert [doubt.code for doubt in lines["C6"].doubts] == [DoubtCode.EMPTY]
    assert "Biểu!C6" not in {one.address for one in found.filled}, "the form's own dots stay"
    do_map(scene, C4="figure:done")
    with pytest.raises(InvalidInput, match="tự động"):
        type_in(scene, C4="3")
    with pytest.raises(InvalidInput):
        type_in(scene, Z1="3")


def test_typing_is_one_operation_that_undo_takes_back(scene):
    before = len(scene.store.operations)
    changes = type_in(scene, C6="12")
    assert set(changes.touched) == {EntityKind.SUPERIOR_FORM, EntityKind.FORM_PERIOD}
    assert len(scene.store.operations) == before + 1
    history.undo(scene.workspace)
    assert forms.form_of(scene.workspace, scene.form_id).mapping == ()
    assert type_in(scene, C6="").operation_id is None, "nothing typed, nothing kept"


# --- the last period beside -------------------------------------------------------------------------------------------


def test_what_was_sent_stands_beside_the_next_period(scene, tmp_path):
    do_map(scene, C4="figure:done", C6=TYPED, B6=CellSource(SourceKind.LAST, "Biểu!C6"))
    type_in(scene, C6="120")
    found, _ = values(scene)
    notes = form_filling.fill(scene.workspace, found, tmp_path / "x.xlsx")
    assert notes == () and scene.store.forms.filled == [(tmp_path / "x.xlsx", found.filled)]
    assert form_filling.keep_filled(scene.workspace, found)
    assert not form_filling.keep_filled(scene.workspace, found), "the same again is no operation"
    scene.clock.day = date(2025, 12, 20)
    later, lines = values(scene, "2025")
    assert later.before_title == "Quý III năm 2025"
    assert (lines["C4"].before, lines["C6"].before, lines["B6"].content) == ("1", "120", Decimal(120))
    assert lines["C6"].content == ""


def test_where_nothing_was_sent_the_report_says_what_it_was(scene):
    scene.clock.day = date(2025, 12, 20)
    indicator = scene.tree.indicators[0].id
    do_map(scene, C4="figure:done", B4=CellSource(SourceKind.LAST, "Biểu!C4"), C5=f"indicator:{indicator}",
           B5=f"indicator_before:{indicator}")  # fmt: skip
    later, lines = values(scene, "2025")
    assert later.before_title == "Quý III năm 2025"
    assert (lines["C4"].before, lines["B4"].content) == ("1", Decimal(1))
    assert (lines["C5"].before, lines["B5"].shown) == ("98,5", "98,5")


def test_a_closed_period_keeps_its_figures(scene):
    do_map(scene, C5=f"indicator:{scene.tree.indicators[0].id}")
    scene.clock.day = date(2025, 9, 20)
    periods.lock(scene.workspace, Q3)
    measuring.measure(scene.workspace, [(scene.tree.indicators[0].id, Q3, "50")])
    found, lines = values(scene)
    assert found.is_locked and lines["C5"].content == Decimal("98.5")


# --- choosing, new versions, filling ----------------------------------------------------------------------------------


def test_choices_hold_every_kind_and_proposals_are_only_for_cells_without_a_source(scene):
    found = form_filling.choices(scene.workspace, [scene.plan_id], Q3)
    assert len({one.source.text for one in found}) == len(found)
    assert {"field:office", "figure:done", "figure:done_before", "figure:share"} <= {one.source.text for one in found}
    assert any(one.part for one in found) and any(one.source.kind is SourceKind.INDICATOR for one in found)
    do_map(scene, C4=TYPED, C6=NOTHING)
    indicator = scene.tree.indicators[0].id
    proposed = form_filling.proposals(scene.workspace, scene.form_id, [scene.plan_id], Q3)
    assert {one.address: one.choice.source.text for one in proposed} == {
        "Biểu!A1:1": "field:period", "Biểu!A1:2": "figure:done", "Biểu!B4": "last:Biểu!C4",
        "Biểu!B5": f"indicator_before:{indicator}", "Biểu!C5": f"indicator:{indicator}",
    }  # fmt: skip


def test_a_new_version_keeps_what_fits_and_lists_what_does_not(scene, tmp_path):
    do_map(scene, C4="figure:done", C6=TYPED)
    type_in(scene, C6="120")
    moved_down = [replace(one, address=one.address.replace("6", "16"), row=16) for one in CELLS if one.row == 6]
    scene.store.forms.reading = FormReading("", (*(one for one in CELLS if one.row == 3), *moved_down))
    path = tmp_path / "Biểu 01 (sửa).xlsx"
    path.write_bytes(b"PK\x03\x04 new form")
    carried, _ = forms.renew_form(scene.workspace, scene.form_id, forms.take_in(scene.workspace, path))
    assert [one.address for one in carried.kept] == ["Biểu!C16"]
    assert [one.label for one in carried.lost] == ["Nhiệm vụ đã hoàn thành – Kỳ này"]
    form = forms.form_of(scene.workspace, scene.form_id)
    assert form.file_name == "Biểu 01 (sửa).xlsx" and [one.slot for one in form.unplaced] == [1]
    assert values(scene)[1]["C16"].content == Decimal(120), "what was typed moved along"
    forms.move_source(scene.workspace, scene.form_id, 1, "Biểu!B16")
    assert values(scene)[1]["B16"].content == Decimal(1)
    with pytest.raises(InvalidInput):
        forms.move_source(scene.workspace, scene.form_id, 77, "Biểu!B16")
    history.undo(scene.workspace)
    forms.drop_sources(scene.workspace, scene.form_id, [1])
    assert forms.form_of(scene.workspace, scene.form_id).unplaced == ()


def test_a_copy_is_of_the_form_s_own_format_and_needs_its_original(scene):
    found, _ = values(scene)
    with pytest.raises(InvalidInput, match=r"\.xlsx"):
        form_filling.fill(scene.workspace, found, Path("x.docx"))
    scene.store.evidence.files.clear()
    with pytest.raises(NotFound):
        form_filling.fill(scene.workspace, found, Path("x.xlsx"))


LABELS = {
    "Tổng số nhiệm vụ trong kế hoạch": "total",
    "Số nhiệm vụ được giao": "total",
    "Số nhiệm vụ đã hoàn thành": "done",
    "Số nhiệm vụ hoàn thành đúng hạn": "done_on_time",
    "Số nhiệm vụ hoàn thành quá hạn": "done_late",
    "Số nhiệm vụ quá hạn chưa hoàn thành": "overdue",
    "Số nhiệm vụ chậm tiến độ": "overdue",
    "Số nhiệm vụ đang thực hiện trong hạn": "in_time",
    "Số nhiệm vụ chưa hoàn thành": "open",
    "Số chỉ tiêu chưa đạt": "not_met",
}


def test_usual_words_of_forms_lead_to_their_figures(scene):
    cells = [cell("A1", 1, 1, "Chỉ tiêu thống kê"), cell("B1", 2, 1, "Kỳ này")]
    for row, label in enumerate(LABELS, start=2):
        cells += [cell(f"A{row}", 1, row, label), cell(f"B{row}", 2, row)]
    proposed = propose(describe_cells(cells), form_filling.choices(scene.workspace, [scene.tree.plan.id], Q3))
    assert [one.choice.source.name for one in proposed] == list(LABELS.values())
