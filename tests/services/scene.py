"""The sample plan in a workspace without a file, and short ways to look at it."""

from __future__ import annotations

from cchc_desktop.services import exchange
from cchc_desktop.services.exchange import ImportChoices
from tests.services.fakes import FakeQueries, FakeStore, fake_workspace
from tests.services.samples import draft


class Scene:
    """A workspace with the sample plan, and short ways to look at it."""

    def __init__(self) -> None:
        self.store = FakeStore()
        self.workspace = fake_workspace(self.store)
        self.plan_id = exchange.import_plan(self.workspace, draft(), ImportChoices()).plan_id

    @property
    def tree(self):
        return FakeQueries(self.store).tree(self.plan_id)

    def item(self, content):
        return next(item for item in self.tree.items.values() if item.content == content)

    def outline(self):
        return [
            (section.title, [("  " * depth) + item.content for item, depth in self.tree.walk(section.id)])
            for section in self.tree.sections
        ]

    def numbers(self):
        """Return the printed numbers of the tasks directly under sections."""
        return [item.number for section in self.tree.sections for item in self.tree.roots(section.id)]
