"""Random commands among which some are final (purging, forgetting the log) and some out of order.

Then undoing all no longer gives the start, but the data must stay sound, words that were purged must be nowhere in
the file, refusals must leave everything as it was, and Ctrl+Z must come to an end.
"""

from __future__ import annotations

import shutil
import tempfile
from contextlib import ExitStack
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from cchc_desktop import wiring
from cchc_desktop.domain.agencies.agency import Agency
from cchc_desktop.domain.changes import EntityKind, Operation
from cchc_desktop.domain.errors import CchcError, InvalidInput
from cchc_desktop.domain.history import HistoryFilter
from cchc_desktop.domain.items import Place
from cchc_desktop.domain.plan import Section
from cchc_desktop.services import bin as bin_service
from cchc_desktop.services import exchange, history, item_editing, moving, plans, section_editing
from cchc_desktop.services.exchange import ImportChoices
from tests.flows.fingerprint import fingerprint
from tests.flows.lengths import EXAMPLES
from tests.services.samples import draft

picks = st.integers(0, 10_000)


class FinalCommands(RuleBasedStateMachine):
    """Does what people do; every text is one of its own, so that it can be looked for in the file."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="cchc-final-"))
        self.path = self.folder / "dữ liệu.db"
        self.doors = ExitStack()
        self.workspace = self.doors.enter_context(wiring.open_workspace(self.path))
        self.count = 0
        self.words: dict[int, list[str]] = {}
        """All that was ever typed into an item, by its id."""

    def teardown(self) -> None:
        try:
            self.is_sound()
            for _ in range(200):
                if history.next_steps(self.workspace).undo is None or not self.attempt(history.undo):
                    break
            else:
                raise AssertionError("undo never ends")
            self.is_sound()
        finally:
            self.doors.close()
            shutil.rmtree(self.folder)

    def is_sound(self) -> None:
        assert self.workspace.queries.check().problems == ()
        for plan in plans.list_plans(self.workspace):
            plans.open_plan(self.workspace, plan.id)
        for operation in history.operations(self.workspace, HistoryFilter(), 500):
            history.details(self.workspace, operation.id)

    def text(self) -> str:
        self.count += 1
        return f"Việc riêng số {self.count:05}x"

    def attempt(self, command, *arguments) -> bool:
        """Carry a command out; a refusal must change nothing."""
        before = fingerprint(self.path)
        try:
            command(self.workspace, *arguments)
        except CchcError:
            assert fingerprint(self.path) == before
            return False
        return True

    def items(self):
        ids = [plan.id for plan in plans.list_plans(self.workspace)]
        return [item for id_ in ids for item in plans.open_plan(self.workspace, id_).items.values()]

    def item(self, pick: int):
        items = self.items()
        return items[pick % len(items)]

    @initialize()
    def first_plan(self) -> None:
        exchange.import_plan(self.workspace, draft(), ImportChoices())

    @precondition(lambda self: self.items())
    @rule(pick=picks, below=st.booleans())
    def add(self, pick, below) -> None:
        item = self.item(pick)
        place = Place(item.section_id, item.id if below else item.parent_id, None)
        text = self.text()
        id_, _ = item_editing.add_item(self.workspace, item.plan_id, place, {"content": text})
        self.words[id_] = [text]

    @precondition(lambda self: self.items())
    @rule(pick=picks, field=st.sampled_from(["content", "note", "product"]))
    def edit(self, pick, field) -> None:
        item, text = self.item(pick), self.text()
        item_editing.edit_item(self.workspace, item.id, {field: text})
        self.words.setdefault(item.id, []).append(text)

    @precondition(lambda self: self.items())
    @rule(pick=picks, to=picks)
    def move(self, pick, to) -> None:
        item = self.item(pick)
        sections = plans.open_plan(self.workspace, item.plan_id).sections
        moving.move_item(self.workspace, item.id, Place(sections[to % len(sections)].id, None, None))

    @precondition(lambda self: self.items())
    @rule(pick=picks)
    def add_section_and_move_there(self, pick) -> None:
        item = self.item(pick)
        section = Section(plan_id=item.plan_id, title=self.text())
        section_id, _ = section_editing.add_section(self.workspace, item.plan_id, None, section)
        moving.move_item(self.workspace, item.id, Place(section_id, None, None))

    @precondition(lambda self: self.items())
    @rule(pick=picks)
    def delete_item(self, pick) -> None:
        item_editing.delete_items(self.workspace, [self.item(pick).id])

    @precondition(lambda self: self.items())
    @rule(pick=picks)
    def delete_section(self, pick) -> None:
        section_editing.delete_section(self.workspace, self.item(pick).section_id)

    @rule()
    def add_agency(self) -> None:
        with self.workspace.units(Operation("agency.add", "Thêm cơ quan")) as unit:
            unit.agencies.add(Agency(self.text()))
            unit.commit()

    @rule(pick=picks)
    def restore(self, pick) -> None:
        if entries := bin_service.entries(self.workspace):
            entry = entries[pick % len(entries)]
            assert self.attempt(bin_service.restore, entry.kind, entry.id) is (entry.held_by is None)

    @rule(pick=picks)
    def purge(self, pick) -> None:
        if entries := bin_service.entries(self.workspace):
            entry = entries[pick % len(entries)]
            assert self.attempt(bin_service.purge, entry.kind, entry.id)
            stored = b"".join(file.read_bytes() for file in self.folder.glob("dữ liệu.db*"))
            words = self.words.get(entry.id, []) if entry.kind is EntityKind.ITEM else [entry.title]
            assert [text for text in words if text.encode() in stored] == []

    @rule(pick=picks)
    def take_back_out_of_order(self, pick) -> None:
        if operations := history.operations(self.workspace, HistoryFilter(), 50):
            self.attempt(history.undo_operation, operations[pick % len(operations)].id)

    @rule()
    def undo(self) -> None:
        self.attempt(history.undo)

    @rule()
    def redo(self) -> None:
        self.attempt(history.redo)

    @rule()
    def forget_the_log(self) -> None:
        history.cut(self.workspace, date(2100, 1, 1))
        assert history.next_steps(self.workspace).undo is None


def test_an_empty_stack_is_refused(tmp_path):
    with wiring.open_workspace(tmp_path / "dữ liệu.db") as workspace:
        for command in (history.undo, history.redo):
            try:
                command(workspace)
            except InvalidInput as error:
                assert "Không có thao tác nào" in error.message
            else:
                raise AssertionError("nothing to take back, and no refusal")


TestFinalCommands = FinalCommands.TestCase
TestFinalCommands.settings = settings(
    max_examples=EXAMPLES, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
