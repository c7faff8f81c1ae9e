"""Changes to an issued plan: the document is asked for once, the change is repeated, nothing is half done."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cchc_desktop.domain.errors import CannotWrite
from cchc_desktop.domain.plan import PlanState
from cchc_desktop.services import item_editing, plans
from cchc_desktop.ui.amendable import AmendableWrites
from cchc_desktop.ui.plans.amendment import Amendment
from tests.ui.stage import import_sample

DECISION = "Quyết định số 612/QĐ-UBND ngày 05/9/2026"


class Asked:
    """Stands for the dialog: keeps the questions until a test answers them."""

    def __init__(self) -> None:
        self.answers = []

    def __call__(self, window, answer) -> None:
        self.answers.append(answer)


@pytest.fixture
def issued(stage):
    import_sample(stage)
    plan = stage.session.tree.plan
    stage.session.write(lambda workspace: plans.save_plan(workspace, replace(plan, state=PlanState.ISSUED)))
    stage.settle()
    return stage


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def writes(issued, asked):
    return AmendableWrites(issued.session, issued.window, asked)


def note(name: str, item_id: int):
    return lambda workspace, amendment: item_editing.edit_item(workspace, item_id, {"product": name}, amendment)


def products(stage) -> list[str | None]:
    return [item.product for item in stage.session.tree.items.values()]


def test_the_document_is_asked_for_and_the_change_repeated(issued, writes, asked):
    (first, *_) = issued.session.tree.items
    done = []
    writes.write(note("Báo cáo", first), then=done.append)
    issued.bot.waitUntil(lambda: bool(asked.answers))
    assert products(issued)[0] is None
    asked.answers[0](Amendment(DECISION))
    issued.bot.waitUntil(lambda: bool(done))
    assert products(issued)[0] == "Báo cáo"
    assert issued.session.tree.items[first].amended_by == DECISION
    writes.write(note("Khác", first))
    issued.bot.waitUntil(lambda: len(asked.answers) == 2)  # each change is asked for, unless the document is kept


def test_a_change_that_is_given_up_leaves_all_as_it_was(issued, writes, asked):
    (first, *_) = issued.session.tree.items
    writes.write(note("Báo cáo", first), on_error=lambda error: pytest.fail(str(error)))
    issued.bot.waitUntil(lambda: bool(asked.answers))
    asked.answers[0](None)
    issued.settle()
    assert set(products(issued)) == {None}


def test_several_changes_wait_for_one_answer_that_is_kept(issued, writes, asked):
    first, second, third, *_ = issued.session.tree.items
    writes.write(note("một", first))
    writes.write(note("hai", second))
    issued.settle()
    issued.bot.waitUntil(lambda: bool(asked.answers))
    assert len(asked.answers) == 1
    asked.answers[0](Amendment(DECISION, keep=True))
    issued.bot.waitUntil(lambda: products(issued)[:2] == ["một", "hai"])
    writes.write(note("ba", third))
    issued.bot.waitUntil(lambda: products(issued)[2] == "ba")
    assert len(asked.answers) == 1


def test_other_errors_go_their_way(issued, writes, asked):
    (first, *_) = issued.session.tree.items
    errors = []
    issued.refusal = CannotWrite("Ổ đĩa đã đầy.")
    writes.write(note("Báo cáo", first), on_error=errors.append)
    issued.bot.waitUntil(lambda: bool(errors))
    assert (errors, asked.answers) == ([issued.refusal], [])
