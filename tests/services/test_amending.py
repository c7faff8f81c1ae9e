from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop import wiring
from cchc_desktop.domain.errors import AmendmentNeeded, InvalidInput
from cchc_desktop.domain.history import HistoryFilter
from cchc_desktop.domain.indicators.indicator import Indicator
from cchc_desktop.domain.items import ItemOrigin, Place
from cchc_desktop.domain.plan import AppendixColumn, AppendixForm, Column, DocumentRef, PlanState, Section
from cchc_desktop.domain.schedule.model import Rule, ScheduleKind
from cchc_desktop.services import (
    exchange,
    history,
    indicator_editing,
    item_editing,
    moving,
    pasting,
    plans,
    section_editing,
)
from cchc_desktop.services.amending import CORRECTION
from cchc_desktop.services.exchange import ImportChoices
from tests.flows.fingerprint import fingerprint
from tests.services.samples import draft

DECISION = "Quyết định số 612/QĐ-UBND ngày 05/9/2026"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "dữ liệu.db"


@pytest.fixture
def workspace(path):
    """One issued plan; its appendix has a column for notes and none for funding."""
    with wiring.open_workspace(path) as workspace:
        exchange.import_plan(workspace, draft(), ImportChoices())
        plan = plans.open_plan(workspace, 1).plan
        columns = tuple(AppendixColumn(one, one.value) for one in (Column.NUMBER, Column.CONTENT, Column.NOTE))
        document = DocumentRef("Kế hoạch", "5/KH-UBND", date(2026, 1, 5))
        plans.save_plan(
            workspace, replace(plan, state=PlanState.ISSUED, document=document, form=AppendixForm(columns=columns))
        )
        yield workspace


def tree(workspace):
    return plans.open_plan(workspace, 1)


def item(workspace, content: str = "Công khai"):
    return next(one for one in tree(workspace).items.values() if one.content == content)


def end(workspace, state: PlanState) -> None:
    plans.save_plan(workspace, replace(tree(workspace).plan, state=state))


CHANGES = {
    "content": lambda w, by: item_editing.edit_item(w, item(w).id, {"content": "Khác"}, by),
    "note": lambda w, by: item_editing.edit_item(w, item(w).id, {"note": "khác"}, by),
    "several": lambda w, by: item_editing.edit_items(w, {one: {"product": "x"} for one in tree(w).items}, by),
    "paste": lambda w, by: pasting.paste(w, 1, {item(w).id: {"time_words": "Quý I/2026"}}, [], None, by),
    "add": lambda w, by: item_editing.add_item(w, 1, Place(1), {"content": "Mới"}, amendment=by),
    "delete": lambda w, by: item_editing.delete_items(w, [item(w).id], by),
    "move": lambda w, by: moving.move_items(w, [item(w).id], Place(1), by),
    "add section": lambda w, by: section_editing.add_section(w, 1, None, Section(1, "Mới"), by),
    "section": lambda w, by: section_editing.edit_section(w, 1, {"title": "Khác"}, by),
    "move section": lambda w, by: section_editing.move_section(w, 1, 2, by),
    "delete section": lambda w, by: section_editing.delete_section(w, 1, by),
    "indicator": lambda w, by: indicator_editing.edit_indicator(w, 1, {"text": "Khác"}, by),
    "add indicator": lambda w, by: indicator_editing.add_indicator(w, 1, None, Indicator(1, "Mới"), by),
    "delete indicator": lambda w, by: indicator_editing.delete_indicators(w, [1], by),
}


@pytest.mark.parametrize("name", CHANGES)
def test_issued_words_change_by_a_document_only(workspace, path, name):
    before = fingerprint(path)
    with pytest.raises(AmendmentNeeded, match="văn bản sửa đổi"):
        CHANGES[name](workspace, None)
    assert fingerprint(path) == before
    CHANGES[name](workspace, DECISION)
    assert fingerprint(path) != before
    assert history.operations(workspace, HistoryFilter(), 1)[0].title.endswith(f", theo {DECISION}")
    assert workspace.queries.check().problems == ()
    history.undo(workspace)
    assert fingerprint(path) == before


@pytest.mark.parametrize("state", [PlanState.CLOSED, PlanState.REPLACED])
@pytest.mark.parametrize("by", [None, DECISION, CORRECTION])
@pytest.mark.parametrize("name", ["content", "delete section", "indicator"])
def test_a_plan_that_has_ended_does_not_change(workspace, state, by, name):
    end(workspace, state)
    with pytest.raises(InvalidInput, match="Mở lại"):
        CHANGES[name](workspace, by)


FREE = {
    "funding that no column prints": lambda w: item_editing.edit_item(w, item(w).id, {"funding": "5 triệu đồng"}),
    "who is in charge": lambda w: item_editing.edit_item(
        w, item(w).id, {"person_in_charge": "Chị Hoa", "leader": "Anh An"}
    ),
    "the same words again": lambda w: item_editing.edit_item(
        w, item(w).id, {"content": "Công khai", "leader": "Anh An"}
    ),
    "the reading of the time": lambda w: item_editing.set_rules(
        w, item(w).id, (Rule(ScheduleKind.DEADLINE, due=date(2026, 5, 1)),)
    ),
    "the area of a section": lambda w: section_editing.edit_section(w, 1, {"area": "apparatus"}),
    "what arose later": lambda w: item_editing.add_item(w, 1, Place(1), {"content": "Mới"}, "Công văn số 7/UBND"),
}


@pytest.mark.parametrize("name", FREE)
def test_what_is_not_printed_is_free(workspace, name):
    assert FREE[name](workspace)
    assert "theo" not in history.operations(workspace, HistoryFilter(), 1)[0].title


def test_what_arose_later_is_changed_moved_and_deleted_freely_and_not_counted(workspace):
    id_, _ = item_editing.add_item(workspace, 1, Place(1, None, None), {"content": "Phát sinh"}, "Công văn số 7/UBND")
    added = item(workspace, "Phát sinh")
    assert (added.origin, added.source_document, added.number) == (ItemOrigin.ADDED, "Công văn số 7/UBND", None)
    assert item(workspace, "Rà soát văn bản").number == "1"
    item_editing.edit_item(workspace, id_, {"content": "Phát sinh, sửa", "source_document": "Công văn số 8/UBND"})
    moving.move_items(workspace, [id_], Place(2))
    item_editing.delete_items(workspace, [id_])


def test_the_documents_are_kept_with_what_they_changed(workspace):
    id_ = item(workspace).id
    for words, by in (("Một", DECISION), ("Hai", "Công văn số 9/UBND"), ("Ba", DECISION), ("Bốn", CORRECTION)):
        item_editing.edit_item(workspace, id_, {"content": words}, by)
    assert item(workspace, "Bốn").amended_by == f"Công văn số 9/UBND; {DECISION}"
    assert item(workspace, "Rà soát thủ tục").amended_by is None
    assert history.operations(workspace, HistoryFilter(), 1)[0].title == f"Sửa nhiệm vụ “Bốn”, {CORRECTION}"


def test_the_document_is_kept_with_an_indicator_and_goes_with_the_undo(workspace):
    before = tree(workspace).indicators[0]
    indicator_editing.edit_indicator(workspace, before.id, {"text": "Khác"}, DECISION)
    indicator_editing.edit_indicator(workspace, before.id, {"unit": "%"}, CORRECTION)
    assert tree(workspace).indicators[0].amended_by == DECISION
    new_id, _ = indicator_editing.add_indicator(workspace, 1, before.id, Indicator(1, "Mới"), "Công văn số 9/UBND")
    added = next(one for one in tree(workspace).indicators if one.id == new_id)
    assert added.amended_by == "Công văn số 9/UBND"
    for _ in range(3):
        history.undo(workspace)
    assert replace(tree(workspace).indicators[0], row_version=1) == replace(before, row_version=1)


def test_the_same_words_of_an_indicator_need_no_document(workspace):
    before = tree(workspace).indicators[0]
    indicator_editing.edit_indicator(workspace, before.id, {"text": before.text})
    assert tree(workspace).indicators[0] == before


@pytest.mark.parametrize("field", ["content", "product"])
def test_undo_takes_the_amending_document_back_with_the_words(workspace, field):
    before = item(workspace)
    item_editing.edit_item(workspace, before.id, {field: "Khác"}, DECISION)
    assert tree(workspace).items[before.id].amended_by == DECISION
    history.undo(workspace)
    after = tree(workspace).items[before.id]
    assert (getattr(after, field), after.amended_by) == (getattr(before, field), None)
    history.redo(workspace)
    assert tree(workspace).items[before.id].amended_by == DECISION


def test_a_draft_is_free_and_notes_no_document(workspace):
    end(workspace, PlanState.DRAFT)
    item_editing.edit_item(workspace, item(workspace).id, {"content": "Khác"}, DECISION)
    assert item(workspace, "Khác").amended_by is None
