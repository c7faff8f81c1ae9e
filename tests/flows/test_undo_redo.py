"""Random commands over services on a real file: undo brings back each state before, redo each state after."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from cchc_desktop import wiring
from cchc_desktop.domain.indicators.indicator import Indicator
from cchc_desktop.domain.items import Place
from cchc_desktop.domain.plan import Section
from cchc_desktop.services import bin as bin_service
from cchc_desktop.services import exchange, history, indicator_editing, item_editing, moving, plans, section_editing
from cchc_desktop.services.exchange import ImportChoices
from tests.flows.fingerprint import Fingerprint, fingerprint
from tests.flows.lengths import EXAMPLES
from tests.services.samples import draft

words = st.sampled_from(["Rà soát", "Công khai ngân sách", "Văn phòng HĐND và UBND; Công an xã", "Quý IV/2026", ""])
picks = st.integers(0, 10_000)
ITEM_FIELDS = st.sampled_from(["content", "lead_words", "coordinating_words", "time_words", "product", "note"])


class Commands(RuleBasedStateMachine):
    """Does what people do, and keeps beside it every state that undo and redo must bring back."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="cchc-undo-"))
        self.path = self.folder / "dữ liệu.db"
        self.doors = ExitStack()
        self.open()
        self.behind: list[Fingerprint] = []
        self.ahead: list[Fingerprint] = []

    def open(self) -> None:
        self.workspace = self.doors.enter_context(wiring.open_workspace(self.path))

    def teardown(self) -> None:
        try:
            self.undo_all_and_redo_all()
            assert self.workspace.queries.check().problems == ()
        finally:
            self.doors.close()
            shutil.rmtree(self.folder)

    def undo_all_and_redo_all(self) -> None:
        end, count = fingerprint(self.path), len(self.behind)
        while self.behind:
            self.undo()
        for _ in range(count):
            self.redo()
        assert fingerprint(self.path) == end

    def do(self, command) -> None:
        before = fingerprint(self.path)
        command()
        if fingerprint(self.path) != before:
            self.behind.append(before)
            self.ahead.clear()

    def plan_ids(self) -> list[int]:
        return [plan.id for plan in plans.list_plans(self.workspace)]

    def tree(self, pick: int):
        ids = self.plan_ids()
        return plans.open_plan(self.workspace, ids[pick % len(ids)])

    def has_items(self) -> bool:
        return any(plan.items for plan in plans.list_plans(self.workspace))

    def item(self, pick: int):
        items = [item for id_ in self.plan_ids() for item in plans.open_plan(self.workspace, id_).items.values()]
        return items[pick % len(items)]

    @initialize()
    def first_plan(self) -> None:
        self.import_plan()

    @rule()
    def import_plan(self) -> None:
        self.do(lambda: exchange.import_plan(self.workspace, draft(), ImportChoices()))

    @precondition(lambda self: self.plan_ids())
    @rule(pick=picks)
    def import_into(self, pick) -> None:
        plan_id = self.tree(pick).plan.id
        self.do(lambda: exchange.import_plan(self.workspace, draft(), ImportChoices(into_plan_id=plan_id)))

    @precondition(lambda self: self.has_items())
    @rule(pick=picks, field=ITEM_FIELDS, text=words)
    def edit(self, pick, field, text) -> None:
        item = self.item(pick)
        if field != "content" or text:
            self.do(lambda: item_editing.edit_item(self.workspace, item.id, {field: text or None}))

    @precondition(lambda self: self.has_items())
    @rule(chosen=st.lists(picks, min_size=2, max_size=4), text=words)
    def bulk_edit(self, chosen, text) -> None:
        edits = {self.item(pick).id: {"lead_words": text or None, "note": "chung"} for pick in chosen}
        self.do(lambda: item_editing.edit_items(self.workspace, edits))

    @precondition(lambda self: self.has_items())
    @rule(pick=picks)
    def add_below(self, pick) -> None:
        item = self.item(pick)
        place = Place(item.section_id, item.id, None)
        self.do(lambda: item_editing.add_item(self.workspace, item.plan_id, place, {"content": "Việc mới"}))

    @precondition(lambda self: self.has_items())
    @rule(pick=picks, to=picks)
    def move(self, pick, to) -> None:
        item = self.item(pick)
        sections = plans.open_plan(self.workspace, item.plan_id).sections
        target = sections[to % len(sections)].id
        self.do(lambda: moving.move_item(self.workspace, item.id, Place(target, None, None)))

    @precondition(lambda self: self.has_items())
    @rule(chosen=st.lists(picks, min_size=1, max_size=3))
    def delete_items(self, chosen) -> None:
        ids = list(dict.fromkeys(self.item(pick).id for pick in chosen))
        self.do(lambda: item_editing.delete_items(self.workspace, ids))

    @precondition(lambda self: self.plan_ids())
    @rule(pick=picks, text=words)
    def change_the_plan(self, pick, text) -> None:
        tree = self.tree(pick)
        section = Section(plan_id=tree.plan.id, title=text or "Phần")
        indicator = Indicator(tree.plan.id, text or "Tỷ lệ", target_words="100%")
        self.do(lambda: plans.save_plan(self.workspace, replace(tree.plan, issuer=text or None)))
        self.do(lambda: section_editing.add_section(self.workspace, tree.plan.id, None, section))
        self.do(lambda: indicator_editing.add_indicator(self.workspace, tree.plan.id, None, indicator))

    @precondition(lambda self: len(self.plan_ids()) > 1)
    @rule(pick=picks)
    def delete_plan(self, pick) -> None:
        plan_id = self.tree(pick).plan.id
        self.do(lambda: plans.delete_plan(self.workspace, plan_id))

    @precondition(lambda self: self.plan_ids() and self.tree(0).sections)
    @rule(pick=picks)
    def delete_section(self, pick) -> None:
        sections = self.tree(pick).sections
        if sections:
            self.do(lambda: section_editing.delete_section(self.workspace, sections[pick % len(sections)].id))

    @rule(pick=picks)
    def restore_from_the_bin(self, pick) -> None:
        entries = [entry for entry in bin_service.entries(self.workspace) if entry.held_by is None]
        if entries:
            entry = entries[pick % len(entries)]
            self.do(lambda: bin_service.restore(self.workspace, entry.kind, entry.id))

    @rule()
    def undo(self) -> None:
        if not self.behind:
            assert history.next_steps(self.workspace).undo is None
            return
        now = fingerprint(self.path)
        history.undo(self.workspace)
        assert fingerprint(self.path) == self.behind.pop()
        self.ahead.append(now)

    @rule()
    def redo(self) -> None:
        if not self.ahead:
            assert history.next_steps(self.workspace).redo is None
            return
        now = fingerprint(self.path)
        history.redo(self.workspace)
        assert fingerprint(self.path) == self.ahead.pop()
        self.behind.append(now)

    @rule()
    def restart(self) -> None:
        self.doors.close()
        self.open()


TestCommands = Commands.TestCase
TestCommands.settings = settings(
    max_examples=EXAMPLES, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
