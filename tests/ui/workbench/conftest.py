"""What the tests of the workbench share: the sample in memory, and a window stand-in that carries out requests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cchc_desktop.domain.changes import Changes
from cchc_desktop.domain.items import Place
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.services import item_editing, moving, pasting, plans, section_editing
from cchc_desktop.services.workspace import Workspace
from cchc_desktop.ui.workbench.plan_view import PlanView
from tests.ui.sample import sample_tree, sample_workspace


class Desk:
    """A PlanView whose requests go to the real services over a workspace in memory, as the window does it."""

    def __init__(self, view: PlanView) -> None:
        self.view = view
        self.workspace, self.plan_id = sample_workspace()
        view.edit_requested.connect(self._does(item_editing.edit_item))
        view.edits_requested.connect(self._does(item_editing.edit_items))
        view.section_edit_requested.connect(self._does(section_editing.edit_section))
        view.delete_requested.connect(self._does(item_editing.delete_items))
        view.delete_section_requested.connect(self._does(section_editing.delete_section))
        view.move_section_requested.connect(self._does(section_editing.move_section))
        view.move_requested.connect(self._does(moving.move_item))
        view.moves_requested.connect(self._does(moving.move_items))
        view.paste_requested.connect(self._paste)
        self.told: list[str] = []
        view.told.connect(self.told.append)
        view.add_requested.connect(self._add)
        view.set_tree(self.tree)

    @property
    def tree(self) -> PlanTree:
        return plans.open_plan(self.workspace, self.plan_id)

    def item(self, content: str) -> int:
        """Return the id of the item whose content starts with some words."""
        return next(item.id for item in self.tree.items.values() if item.content.startswith(content))

    def outline(self) -> list[str]:
        """Return the contents in order, two spaces per level, sections in capitals."""
        tree = self.tree
        lines: list[str] = []
        for section in tree.sections:
            lines.append(section.title.upper())
            lines.extend("  " * depth + item.content for item, depth in tree.walk(section.id))
        return lines

    def _does(self, service: Callable[..., Changes]) -> Callable[..., None]:
        return lambda *values: self.view.apply(self.tree_after(service, *values))

    def tree_after(self, service: Callable[..., Any], *values: Any) -> PlanTree:
        service(self.workspace, *values)
        return self.tree

    def _paste(self, edits: Any, new_rows: Any, place: Place | None) -> None:
        pasting.paste(self.workspace, self.plan_id, edits, new_rows, place)
        self.view.apply(self.tree)

    def _add(self, place: Place) -> None:
        item_id, changes = item_editing.add_item(self.workspace, self.plan_id, place, {})
        self.view.apply(self.tree, changes)
        self.view.edit_new(item_id)


@pytest.fixture
def tree() -> PlanTree:
    return sample_tree()


@pytest.fixture
def workspace() -> tuple[Workspace, int]:
    return sample_workspace()


@pytest.fixture
def desk(qtbot: Any) -> Desk:
    view = PlanView()
    qtbot.addWidget(view)
    view.resize(1100, 700)
    desk = Desk(view)
    view.show()
    qtbot.waitExposed(view)
    view.setFocus()
    return desk
