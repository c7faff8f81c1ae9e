"""What the page that compares plans asks of the database; the services load when the work runs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cchc_desktop.domain.changes import Changes
from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.task_likeness import TaskLikeness
from cchc_desktop.domain.text.folding import fold_words

if TYPE_CHECKING:
    from cchc_desktop.services.plan_links import Coverage, CoveredTask
    from cchc_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that the page shows, read at one moment.

    `ours` are the tasks of the plan that can be linked; `folded` are the words of all tasks as a filter compares them.
    """

    coverage: Coverage
    ours: Sequence[WorkItem]
    likeness: TaskLikeness[int]
    folded: Mapping[int, str]

    def suggested(self, task: CoveredTask) -> Sequence[WorkItem]:
        """Return the tasks here that are probably meant by a task of the other plan."""
        from cchc_desktop.services.plan_links import suggestions

        return [self.coverage.tree.items[like.key] for like in suggestions(self.likeness, task)]

    def finder(self, query: str) -> Callable[[WorkItem], bool]:
        """Return what tells whether all words of a query begin words of a task, accents aside."""
        wanted = [f" {word}" for word in fold_words(query).split()]
        return lambda item: all(word in self.folded.get(item.id, "") for word in wanted)


def read_comparison(plan_id: int) -> Callable[[Workspace], Comparison]:
    """Return work that reads a plan beside those that it carries out."""

    def work(workspace: Workspace) -> Comparison:
        from cchc_desktop.services import plan_links

        found = plan_links.coverage(workspace, plan_id)
        ours = tuple(plan_links.units(found.tree))
        theirs = (task.item for source in found.sources for task in source.tasks)
        folded = {item.id: _folded(item) for items in (ours, theirs) for item in items}
        return Comparison(found, ours, found.likeness(), folded)

    return work


def link(item_id: int, target_id: int | None) -> Callable[[Workspace], Changes]:
    """Return work that links a task with one of another plan, or unlinks it (None)."""

    def work(workspace: Workspace) -> Changes:
        from cchc_desktop.services import plan_links

        return plan_links.link_items(workspace, [item_id], target_id)

    return work


def _folded(item: WorkItem) -> str:
    words = fold_words(f"{item.number or ''} {item.content} {item.lead_words or ''} {item.time_words or ''}")
    return f" {' '.join(words.split())}"
