"""What the tests of the inspector share: the sample, and an inspector whose requests a stand-in carries out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton

from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.services import item_editing, plans
from cchc_desktop.ui.inspector.inspector import Inspector
from cchc_desktop.ui.widgets.value_edits import ValueEdit
from tests.ui.sample import sample_workspace

AMENDMENT = "Quyết định 15/QĐ-UBND ngày 02/3/2026"


class Pane:
    """An inspector over the sample in memory; what it asks for is kept and, where asked, carried out at once."""

    def __init__(self, inspector: Inspector) -> None:
        self.inspector = inspector
        self.workspace, self.plan_id = sample_workspace()
        self.edits: list[tuple[int, dict[str, str]]] = []
        self.rules: list[tuple[int, Any]] = []
        self.reads = 0
        inspector.edit_requested.connect(lambda item_id, values: self.edits.append((item_id, values)))
        inspector.rules_requested.connect(lambda item_id, rules: self.rules.append((item_id, rules)))
        inspector.set_reader(self._read)

    def _read(self, use_case: Callable[..., Any], then: Callable[[Any], object]) -> None:
        self.reads += 1
        then(use_case(self.workspace))

    @property
    def tree(self) -> PlanTree:
        return plans.open_plan(self.workspace, self.plan_id)

    def item(self, content: str) -> int:
        """Return the id of the item whose content starts with some words."""
        return next(item.id for item in self.tree.items.values() if item.content.startswith(content))

    def change(self, content: str, /, **values: str | None) -> int:
        """Store changed words of an item, as an amended plan is changed."""
        item_id = self.item(content)
        item_editing.edit_items(self.workspace, {item_id: values}, AMENDMENT)
        return item_id

    def show(self, content: str) -> int:
        item_id = self.item(content)
        self.inspector.show_item(self.tree, item_id)
        return item_id

    def field(self, name: str) -> ValueEdit:
        page = self.inspector.page
        return page.content if name == "content" else page.form.rows[name].edit

    def button(self, words: str) -> QPushButton:
        """Return the first button on the screen that says some words."""
        return next(
            button
            for button in self.inspector.findChildren(QPushButton)
            if button.isVisible() and words in (button.text(), button.accessibleName())
        )


@pytest.fixture
def pane(qtbot: Any) -> Pane:
    inspector = Inspector()
    qtbot.addWidget(inspector)
    inspector.resize(340, 700)
    inspector.show()
    qtbot.waitExposed(inspector)
    return Pane(inspector)
