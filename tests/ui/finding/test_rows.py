"""What is listed: by plan, the open one first, with what answered; the model of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from cchc_desktop.domain.draft import DraftItem, DraftSection
from cchc_desktop.domain.items import ItemKind
from cchc_desktop.domain.search.palette import EntryKind
from cchc_desktop.domain.text.abbreviations import Abbreviations
from cchc_desktop.services.exchange import ImportChoices, import_plan
from cchc_desktop.services.search import read_library
from cchc_desktop.ui.finding.model import FoundModel, spoken
from cchc_desktop.ui.finding.rows import FoundItem, FoundName, Heading, answer
from tests.ui.sample import CENTRE, sample_draft, sample_workspace


@pytest.fixture(scope="module")
def library():
    workspace, _ = sample_workspace()
    import_plan(workspace, replace(sample_draft(), title="Kế hoạch sau"), ImportChoices())
    return read_library(workspace, Abbreviations())


def found(library, words, limit=50, open_plan=None):
    return answer(library, words, limit, open_plan)


@pytest.mark.parametrize("number", [0, 1])
def test_the_open_plan_stands_first(library, number):
    open_plan = library.plans[number].id
    rows = found(library, "khảo sát", open_plan=open_plan).rows
    assert isinstance(rows[0], Heading)
    assert next(row.plan_id for row in rows if isinstance(row, FoundItem)) == open_plan


def test_a_heading_names_plan_state_and_count(library):
    plan = library.plans[0]
    rows = found(library, "số hóa", open_plan=plan.id).rows
    count = sum(isinstance(row, FoundItem) and row.plan_id == plan.id for row in rows)
    assert rows[0] == Heading(plan.title, "Dự thảo", f"{count} nhiệm vụ")


def test_a_row_says_which_other_field_answered(library):
    row = next(row for row in found(library, "phóng sự").rows if isinstance(row, FoundItem))
    assert (row.field, str(row.snippet)) == ("Sản phẩm", "Tin, bài; phóng sự phát thanh")
    assert row.reading is not None or row.time_words == "Thường xuyên"


def test_a_row_whose_content_answered_says_no_more(library):
    row = next(row for row in found(library, "người khuyết tật").rows if isinstance(row, FoundItem))
    assert (row.number, row.field, row.snippet, row.lead) == ("13", "", None, CENTRE)


def test_what_stands_late_in_a_long_content_is_shown_in_a_snippet():
    workspace, _ = sample_workspace()
    content = "Rà soát văn bản, " * 12 + "sau cùng đo đạc bến thuyền"
    item = DraftItem(ItemKind.TASK, content, number="1")
    import_plan(workspace, replace(sample_draft(), sections=(DraftSection("I", "Một", (item,)),)), ImportChoices())
    row = next(row for row in found(read_library(workspace, Abbreviations()), "ben thuyen").rows
               if isinstance(row, FoundItem))  # fmt: skip
    assert row.field == "Nội dung"
    assert "bến thuyền" in str(row.snippet)


def test_plans_and_agencies_are_listed_behind_the_tasks(library):
    rows = found(library, "phục vụ hành chính công").rows
    kinds = [row.kind for row in rows if isinstance(row, FoundName)]
    assert EntryKind.AGENCY in kinds
    assert isinstance(rows[-1], FoundName)


@pytest.mark.parametrize("words", ["", "   ", "zzz qqq"])
def test_nothing_is_found_for_nothing(library, words):
    assert found(library, words) == replace(found(library, ""), words=words)


def test_what_is_left_out_is_counted(library):
    few, all_ = found(library, "hành chính", 3), found(library, "hành chính", 100)
    assert few.more == sum(isinstance(row, FoundItem) for row in all_.rows) - 3
    assert few.counts == all_.counts


def test_the_model_keeps_qts_rules(library, qtbot):
    model = FoundModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows(found(library, "hành chính").rows)
    model.show_rows(())
    model.show_rows(found(library, "khảo sát").rows)
    assert tester.model() is model
    assert model.rowCount() == len(found(library, "khảo sát").rows)


def test_headings_cannot_be_chosen_and_are_passed_over(library, qtbot):
    model = FoundModel()
    model.show_rows(found(library, "khảo sát").rows)
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.next_found(-1, 1) == 1
    assert model.next_found(1, -1) is None


def test_a_row_says_all_of_it_to_those_who_cannot_see_it(library):
    row = next(row for row in found(library, "phóng sự").rows if isinstance(row, FoundItem))
    for words in (row.number, row.content, "Sản phẩm: Tin, bài; phóng sự", "Chủ trì: " + row.lead, row.time_words):
        assert words in spoken(row)
