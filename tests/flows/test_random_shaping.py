"""Random moves, indents, drops, pastes and undos as the view asks for them, on a real file.

After every step nothing may be lost: each item hangs where the plan can reach it, tree and table show the same rows
in the plan's own order, and undoing all brings the start back. 300 steps by default; CCHC_SHAPING_STEPS asks for more.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from contextlib import ExitStack

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication

from cchc_desktop import wiring
from cchc_desktop.domain.errors import CchcError, InvalidInput
from cchc_desktop.domain.plan_tree import sharing
from cchc_desktop.services import exchange, history, item_editing, moving, pasting, plans
from cchc_desktop.services.exchange import ImportChoices
from cchc_desktop.ui.workbench.clipboard import block_text
from cchc_desktop.ui.workbench.columns import PlanColumn
from cchc_desktop.ui.workbench.dragging import Zone, drop_place
from cchc_desktop.ui.workbench.nodes import key_of
from cchc_desktop.ui.workbench.pasting_strip import PastingStrip
from cchc_desktop.ui.workbench.places import tops
from cchc_desktop.ui.workbench.plan_view import PlanView
from cchc_desktop.ui.workbench.roles import Role
from cchc_desktop.ui.workbench.selection import select_cells
from cchc_desktop.ui.workbench.table_model import PlanTableModel
from tests.flows.fingerprint import fingerprint
from tests.services.samples import draft

STEPS = int(os.environ.get("CCHC_SHAPING_STEPS", "300"))
MOST_ITEMS = 120
TYPED = [PlanColumn.CONTENT, PlanColumn.LEAD, PlanColumn.TIME, PlanColumn.PRODUCT]
CHECK_EVERY = 100
WORDS = 200
"""Different words that are pasted: each one in the column of the lead becomes an agency, and all are read again."""


class Shaping:
    """A view over a real file; its requests go to the services at once, as the window does it."""

    def __init__(self, path, seed: int) -> None:
        self.path = path
        self.chance = random.Random(seed)
        self.doors = ExitStack()
        self.workspace = self.doors.enter_context(wiring.open_workspace(path))
        self.plan_id = exchange.import_plan(self.workspace, draft(), ImportChoices()).plan_id
        self.start = fingerprint(path)
        self.view = PlanView()
        self.table = PlanTableModel()
        self.done: Counter[str] = Counter()
        self._connect()
        self.tree = plans.open_plan(self.workspace, self.plan_id)
        self.view.set_tree(self.tree)
        self.table.set_tree(self.tree)

    def _connect(self) -> None:
        view = self.view
        view.edit_requested.connect(lambda *values: self.write(item_editing.edit_item, *values))
        view.edits_requested.connect(lambda edits: self.write(item_editing.edit_items, edits))
        view.move_requested.connect(lambda *values: self.write(moving.move_item, *values))
        view.moves_requested.connect(lambda *values: self.write(moving.move_items, *values))
        view.paste_requested.connect(lambda *values: self.write(pasting.paste, self.plan_id, *values))
        view.delete_requested.connect(lambda ids: self.write(item_editing.delete_items, ids))

    def write(self, service, *values) -> None:
        service(self.workspace, *values)
        self.done[service.__name__] += 1
        self.show()

    def show(self) -> None:
        self.tree = sharing(plans.open_plan(self.workspace, self.plan_id), self.tree)
        self.view.apply(self.tree)
        self.table.apply(self.tree)

    # --- what people do

    def step(self) -> None:
        deeds = [self.move, self.move, self.move, self.drop, self.drop, self.paste, self.fill, self.undo]
        if len(self.tree.items) > MOST_ITEMS and self.chance.random() < 0.7:
            deeds = [self.delete]
        self.select()
        self.chance.choice(deeds)()

    def select(self) -> None:
        """Select one to four rows of cells that stand one below the other on the screen."""
        model, tree = self.view.tree_view.model(), self.tree
        shown = [item.id for section in tree.sections for item, _ in tree.walk(section.id)]
        at = self.chance.randrange(len(shown)) if shown else 0
        columns = self.chance.sample(TYPED, self.chance.randint(1, 2))
        rows = shown[at : at + self.chance.randint(1, 4)]
        select_cells(self.view.tree_view, [model.index_of_item(id_, column) for id_ in rows for column in columns])

    def move(self) -> None:
        getattr(self.view, self.chance.choice(["move_up", "move_down", "indent", "outdent"]))()

    def drop(self) -> None:
        tree = self.tree
        if not tree.items:
            return
        ids = tops(tree, self.chance.sample(sorted(tree.items), min(len(tree.items), self.chance.randint(1, 3))))
        target = self.chance.choice([*tree.sections, *tree.items.values()])
        try:
            place = drop_place(tree, ids, target, self.chance.choice(list(Zone)), is_open=self.chance.random() < 0.5)
        except InvalidInput:
            return
        self.view._ask_moves(ids, place)

    def paste(self) -> None:
        width, height = self.chance.randint(1, 3), self.chance.randint(1, 5)
        block = [[f"dán {self.chance.randrange(WORDS)}" for _ in range(width)] for row in range(height)]
        QGuiApplication.clipboard().setText(block_text(block))
        self.view.paste()
        if self.view.question():
            self.view.findChild(PastingStrip).answered.emit(self.chance.random() < 0.8)
            self.view.findChild(PastingStrip).hide()

    def fill(self) -> None:
        self.view.fill_down()

    def delete(self) -> None:
        self.view.delete_selected()

    def undo(self) -> None:
        """Take some steps back, and bring some of them again."""
        steps = self.chance.randint(1, 3)
        for service in (*[history.undo] * steps, *[history.redo] * self.chance.randint(0, steps)):
            self._take_back(service)

    def _take_back(self, service) -> None:
        if service is history.undo and self.is_at_the_start():
            return
        try:
            service(self.workspace)
        except CchcError:
            return
        self.done[service.__name__] += 1
        self.show()

    def is_at_the_start(self) -> bool:
        return history.next_steps(self.workspace).undo.kind == "plan.import"

    # --- what must hold

    def verify(self) -> None:
        tree = self.tree
        walked = [(item, depth) for section in tree.sections for item, depth in tree.walk(section.id)]
        assert len(walked) == len(tree.items) == len({item.id for item, _ in walked}), "an item hangs nowhere"
        for item, _ in walked:
            assert item.parent_id is None or tree.items[item.parent_id].section_id == item.section_id
        for siblings in tree.siblings.values():
            keys = [item.sort_key for item in siblings]
            assert len(set(keys)) == len(keys), "two rows share a key: their order is chance"
        assert self.shown_in_tree() == [key_of(row) for row in self.wanted_in_tree(tree)]
        table = [self.table.index(row, 0).data(Role.ROW).id for row in range(self.table.rowCount())]
        assert table == [item.id for item, _ in walked]

    @staticmethod
    def wanted_in_tree(tree):
        for section in tree.sections:
            yield section
            yield from (item for item, _ in tree.walk(section.id))

    def shown_in_tree(self, parent: QModelIndex | None = None) -> list[int]:
        model = self.view.tree_view.model()
        parent = QModelIndex() if parent is None else parent
        keys = []
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            keys += [key_of(index.data(Role.ROW)), *self.shown_in_tree(index)]
        return keys


@pytest.mark.timeout(max(180, STEPS))
@pytest.mark.parametrize("seed", [20260715])
def test_nothing_is_lost_by_random_shaping(qtbot, tmp_path, seed):
    shaping = Shaping(tmp_path / "dữ liệu.db", seed)
    qtbot.addWidget(shaping.view)
    shaping.view.resize(1100, 700)
    shaping.view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    shaping.view.show()
    with shaping.doors:
        for step in range(STEPS):
            shaping.step()
            shaping.verify()
            if step % CHECK_EVERY == 0:
                assert shaping.workspace.queries.check().problems == ()
        deeds = ("move_item", "move_items", "paste", "edit_items", "undo", "redo")
        assert min(shaping.done[name] for name in deeds) >= STEPS // 200, shaping.done
        assert shaping.workspace.queries.check().problems == ()
        undo_to_the_start(shaping)


def undo_to_the_start(shaping) -> None:
    """Undo all but the import; then all rows are as they were."""
    end = fingerprint(shaping.path)
    steps = 0
    while not shaping.is_at_the_start():
        history.undo(shaping.workspace)
        steps += 1
    assert fingerprint(shaping.path) == shaping.start
    for _ in range(steps):
        history.redo(shaping.workspace)
    assert fingerprint(shaping.path) == end
