"""The library is read once, answers off the main thread, and follows what the session writes."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import replace

import pytest

from cchc_desktop.domain.agencies.agency import Agency
from cchc_desktop.domain.changes import Operation
from cchc_desktop.domain.text.abbreviations import Abbreviations
from cchc_desktop.services import evidence, exchange, item_editing, plans
from cchc_desktop.services.exchange import ImportChoices
from cchc_desktop.ui.finding import keeper as keeper_module
from cchc_desktop.ui.finding.keeper import LibraryKeeper, Newest
from cchc_desktop.ui.jobs import DatabaseThread
from cchc_desktop.ui.session import PlanSession
from tests.services.samples import draft
from tests.ui.sample import sample_draft, sample_workspace


class Scene:
    """A session over the sample plan in memory, with a keeper."""

    def __init__(self, qtbot) -> None:
        self.bot = qtbot
        self.workspace, self.plan_id = sample_workspace()
        self.database = DatabaseThread(self._open)
        self.session = PlanSession(self.database)
        self.errors: list[Exception] = []
        self.session.failed.connect(self.errors.append)
        self.keeper = LibraryKeeper(self.session, Abbreviations, self.session)
        self.database.start()
        qtbot.waitUntil(lambda: self.session.tree is not None)

    @contextmanager
    def _open(self):
        yield self.workspace

    def ask(self, question):
        answers: list = []
        self.keeper.ask(question, answers.append)
        self.bot.waitUntil(lambda: bool(answers))
        return answers[0]

    def found(self, words: str) -> list[str]:
        return [hit.content for hit in self.ask(lambda library: library.search(words)).items]

    def write(self, use_case) -> None:
        done: list = []
        with self.bot.waitSignal(self.keeper.changed):
            self.session.write(use_case, done.append)
        self.bot.waitUntil(lambda: bool(done))


@pytest.fixture
def scene(qtbot):
    scene = Scene(qtbot)
    yield scene
    scene.database.stop()


def test_questions_are_answered_off_the_main_thread(scene):
    assert scene.ask(lambda library: threading.current_thread()) is not threading.main_thread()
    assert scene.keeper.is_ready()


def test_everything_is_read_once(scene, monkeypatch):
    reads: list[int] = []
    read = keeper_module.read_library
    monkeypatch.setattr(keeper_module, "read_library", lambda *given: (reads.append(1), read(*given))[1])
    answers: list = []
    for _ in range(3):
        scene.keeper.ask(lambda library: 1, answers.append)
    scene.bot.waitUntil(lambda: len(answers) == 3)
    scene.found("khao sat")
    assert reads == [1]


def test_an_edit_is_found_without_reading_everything(scene, monkeypatch):
    item_id = next(iter(scene.session.tree.items))
    assert scene.found("thuyen buom") == []
    monkeypatch.setattr(keeper_module, "read_library", None)
    scene.write(lambda workspace: item_editing.edit_item(workspace, item_id, {"product": "Mô hình thuyền buồm"}))
    assert len(scene.found("thuyen buom")) == 1


def test_a_new_plan_and_its_agencies_are_found(scene):
    assert scene.found("Lập danh mục hồ sơ")
    before = len(scene.ask(lambda library: library.plans))
    plan_id: list[int] = []
    scene.session.write(
        lambda workspace: exchange.import_plan(workspace, draft(), ImportChoices()),
        lambda result: plan_id.append(result.plan_id),
    )
    scene.bot.waitUntil(lambda: bool(plan_id))
    scene.bot.waitUntil(lambda: len(scene.ask(lambda library: library.plans)) == before + 1)


def test_a_deleted_plan_is_not_found(scene):
    assert scene.found("khao sat")
    scene.write(lambda workspace: plans.delete_plan(workspace, scene.plan_id))
    assert scene.found("khao sat") == []
    assert scene.errors == []


def test_another_plan_that_changes_is_read_again(scene):
    other: list[int] = []
    scene.session.write(
        lambda workspace: exchange.import_plan(workspace, replace(sample_draft(), title="Kế hoạch khác"),
                                               ImportChoices()),
        lambda result: other.append(result.plan_id),
    )  # fmt: skip
    scene.bot.waitUntil(lambda: bool(other))
    scene.ask(lambda library: None)
    title = "Kế hoạch vườn hoa"
    scene.write(lambda workspace: _rename(workspace, other[0], title))
    scene.bot.waitUntil(lambda: title in [plan.title for plan in scene.ask(lambda library: library.plans)])


def _rename(workspace, plan_id: int, title: str):
    with workspace.units(Operation("plan.edit", "Sửa kế hoạch", plan_id)) as unit:
        unit.plans.update(replace(unit.plans.get(plan_id), title=title))
        return unit.commit()


def test_a_new_agency_is_found(scene):
    names = scene.ask(lambda library: list(library.agency_names.values()))
    assert "Trạm Khuyến nông" not in names

    def add(workspace):
        with workspace.units(Operation("agency.add", "Thêm cơ quan")) as unit:
            unit.agencies.add(Agency("Trạm Khuyến nông"))
            return unit.commit()

    scene.write(add)
    scene.bot.waitUntil(lambda: "Trạm Khuyến nông" in scene.ask(lambda library: [*library.agency_names.values()]))


def test_what_was_forgotten_is_read_anew(scene):
    scene.found("khao sat")
    scene.keeper.forget()
    assert not scene.keeper.is_ready()
    assert scene.found("khao sat")


def test_an_answer_of_before_is_not_taken_for_the_present(scene):
    """Forgetting while it is being read reads again: another file may be open by then."""
    answers: list = []
    scene.keeper.ask(lambda library: 1, answers.append)
    scene.keeper.forget()
    scene.bot.waitUntil(lambda: bool(answers))
    assert answers == [1]


def test_a_question_that_fails_is_told_and_the_next_one_answered(scene):
    failed: list[bool] = []
    scene.keeper.ask(lambda library: 1 / 0, lambda _: None, lambda: failed.append(True))
    assert scene.ask(lambda library: 2) == 2
    assert failed == [True]
    assert [type(error) for error in scene.errors] == [ZeroDivisionError]


def test_of_questions_that_wait_only_the_last_is_asked(scene):
    asked, answers = [], []
    newest = Newest(scene.keeper, answers.append)
    for number in range(5):
        newest.ask(lambda library, number=number: (asked.append(number), number)[1])
    scene.bot.waitUntil(lambda: answers[-1:] == [4])
    assert asked == [0, 4]


def test_results_and_documents_are_found_as_soon_as_they_are_written(scene):
    item_id = next(iter(scene.session.tree.items))
    assert scene.found("thuyen buom") == []
    reference: evidence.DocumentValues = {"reference": "77/BC-UBND", "abstract": "Đua thuyền buồm"}
    scene.write(lambda workspace: evidence.add_documents(workspace, [{**reference, "item_ids": (item_id,)}]))
    scene.bot.waitUntil(lambda: len(scene.found("dua thuyen buom")) == 1)
    document_id = scene.workspace.queries.documents()[0].id
    scene.write(lambda workspace: evidence.delete_documents(workspace, [document_id]))
    scene.bot.waitUntil(lambda: scene.found("dua thuyen buom") == [])
