from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt

from cchc_desktop import wiring
from cchc_desktop.domain.text.folding import fold_words
from cchc_desktop.services.templates import for_period
from cchc_desktop.ui.plans import outline_model
from cchc_desktop.ui.plans.outline import (
    blank_outline,
    copy_outline,
    draft_outline,
    superior_outline,
    tasks_of,
)
from cchc_desktop.ui.plans.outline_model import OutlineColumn, OutlineModel
from cchc_desktop.ui.plans.period_choice import moved
from tests.ui.plans.checks import YEAR, sample_tree, with_carried

NEXT_YEAR = moved(YEAR, 1)
ROLE = Qt.ItemDataRole


@pytest.fixture
def model(qtmodeltester):
    model = OutlineModel(tuple(OutlineColumn), dims_unticked=True)
    model.show_outline(copy_outline(sample_tree(), NEXT_YEAR), checkable=True)
    yield model
    qtmodeltester.check(model)


def shown(model, parent=None):
    parent = parent or QModelIndex()
    rows = [model.index(row, 0, parent) for row in range(model.rowCount(parent))]
    return [(index.data().split("  ")[-1], shown(model, index)) for index in rows]


def place(model, *path):
    index = QModelIndex()
    for row in path:
        index = model.index(row, 0, index)
    return index


def tick(index):
    return index.data(ROLE.CheckStateRole)


# --- plain rows


def test_a_copy_shows_moved_words_beside_the_old():
    first = next(tasks_of(copy_outline(sample_tree(), NEXT_YEAR)))
    assert (first.words, first.was, first.time) == ("Rà soát văn bản năm 2026", "Quý IV/2026", "Quý IV/2027")


def test_a_template_of_the_program_is_shown_for_its_period():
    template = wiring.plan_templates()[0]
    outline = draft_outline(template.draft, for_period(template, moved(template.period, 2)))
    assert len(list(tasks_of(outline))) == sum(len(section.items) for section in template.draft.sections)
    assert any("2028" in row.time and "2026" in row.was for row in tasks_of(outline))


def test_an_empty_plan_begins_with_the_areas():
    assert [row.number for row in blank_outline()] == ["I", "II", "III", "IV", "V", "VI", "VII"]
    assert list(tasks_of(blank_outline())) == []


def test_rows_that_the_target_carries_out_are_taken():
    source, target = sample_tree(superior=True), with_carried(sample_tree(2), 3, 1)
    assert [row.taken for row in tasks_of(superior_outline(source, target))] == [True, False, False]
    assert not any(row.taken for row in tasks_of(superior_outline(source, None)))


# --- the model


def test_sections_tasks_and_what_is_below(model):
    assert shown(model) == [
        ("Cải cách thể chế", [("Rà soát văn bản năm 2026", []), ("Rà soát thủ tục", [("Lập danh mục ở cấp xã", [])])]),
        ("Cải cách tài chính công", [("Công khai ngân sách", [])]),
    ]
    time = model.index(0, list(OutlineColumn).index(OutlineColumn.TIME), place(model, 0))
    assert time.data() == "Quý IV/2026 → Quý IV/2027"
    assert time.data(ROLE.ToolTipRole) == time.data()


def test_a_section_ticks_its_tasks(model):
    assert tick(place(model, 0)) is Qt.CheckState.Unchecked
    assert model.setData(place(model, 0), Qt.CheckState.Checked.value, ROLE.CheckStateRole)
    assert model.chosen() == {1, 2}
    model.setData(place(model, 0, 0), Qt.CheckState.Unchecked, ROLE.CheckStateRole)
    assert tick(place(model, 0)) is Qt.CheckState.PartiallyChecked
    assert tick(place(model, 0, 1)) is Qt.CheckState.Checked


def test_what_stands_below_a_task_cannot_be_ticked(model):
    below = place(model, 0, 1, 0)
    assert tick(below) is None
    assert not model.setData(below, Qt.CheckState.Checked, ROLE.CheckStateRole)
    assert not model.flags(below) & Qt.ItemFlag.ItemIsUserCheckable
    assert model.chosen() == set()


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("cấp xã", ["Rà soát thủ tục"]),
        ("cap xa", ["Rà soát thủ tục"]),
        ("  RÀ  soát ", ["Rà soát văn bản năm 2026", "Rà soát thủ tục"]),
        ("van phong hdnd", ["Rà soát văn bản năm 2026"]),
        ("ấp xã", []),
        ("không có", []),
        ("", ["Rà soát văn bản năm 2026", "Rà soát thủ tục", "Công khai ngân sách"]),
    ],
)
def test_a_filter_folds_words(model, query, words):
    model.filter(query)
    assert [task for _, tasks in shown(model) for task, _ in tasks] == words


def test_ticks_outlive_a_filter_and_a_section_ticks_what_it_shows(model):
    model.choose([3])
    model.filter("cấp xã")
    assert model.shown() == {2}
    model.choose_shown()
    assert model.chosen() == {2, 3}
    model.choose(())
    model.setData(place(model, 0), Qt.CheckState.Checked, ROLE.CheckStateRole)
    model.filter("")
    assert model.chosen() == {2}
    model.choose_all()
    assert model.chosen() == {1, 2, 3}


def test_taken_rows_say_so_and_cannot_be_ticked(model):
    model.show_outline(superior_outline(sample_tree(), with_carried(sample_tree(2), 3, 1)), checkable=True)
    model.choose_all()
    assert model.chosen() == {2, 3}
    note = model.index(0, list(OutlineColumn).index(OutlineColumn.TAKEN), place(model, 0))
    assert note.data() == "Đã có trong kế hoạch"
    assert tick(place(model, 0, 0)) is None


def test_an_outline_to_look_at_has_no_ticks(model):
    model.choose_all()
    model.show_outline(blank_outline(), checkable=False)
    assert model.chosen() == set()
    assert tick(place(model, 0)) is None
    model.choose_all()
    assert model.chosen() == set()


def test_rows_that_will_not_come_along_step_back(model):
    model.choose([2])
    faint = [place(model, 0, row).data(ROLE.ForegroundRole) is not None for row in (0, 1)]
    assert faint == [True, False]
    assert place(model, 0, 1, 0).data(ROLE.ForegroundRole) is None


def test_the_words_of_ten_thousand_rows_are_folded_once(monkeypatch):
    row = next(tasks_of(copy_outline(sample_tree(), YEAR)))
    section = replace(copy_outline(sample_tree(), YEAR)[0], children=tuple(replace(row, id=i) for i in range(10_000)))
    model = OutlineModel((OutlineColumn.CONTENT,))
    model.show_outline((section,), checkable=True)
    model.filter("ra")  # folds the words, once
    folded = []
    monkeypatch.setattr(outline_model, "fold_words", lambda words: folded.append(words) or fold_words(words))
    model.filter("rà soát")
    assert folded == ["rà soát"], "a key press folds what was typed, and no row again"
    assert model.row_count_shown() == 10_000
