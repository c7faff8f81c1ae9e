"""The rows that a Qt model shows, and the smallest set of row operations that turns one outline into another.

Qt-free in substance: the model that owns the rows announces each operation through `RowOperations`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Protocol

from cchc_desktop.domain.items import WorkItem
from cchc_desktop.ui.workbench.columns import Entity
from cchc_desktop.ui.workbench.groups import Group

Row = Entity | Group
"""What can stand in a row of an outline."""


def key_of(row: Row) -> int:
    """Return a number that names a row of one outline: sections and groups are odd, items even, the root 0.

    Sections and groups never stand in one outline.
    """
    return row.id * 2 if isinstance(row, WorkItem) else row.id * 2 + 1


class Node:
    """One row of an outline; `row` is its place among its siblings, kept up to date by `Outline`."""

    __slots__ = ("children", "entity", "key", "parent", "row")

    def __init__(self, key: int, entity: Row | None, parent: Node | None, row: int = 0) -> None:
        self.key = key
        self.entity = entity
        self.parent = parent
        self.children: list[Node] = []
        self.row = row

    def depth(self) -> int:
        """Return how many rows stand above this one."""
        depth, node = 0, self.parent
        while node is not None and node.parent is not None:
            depth, node = depth + 1, node.parent
        return depth


class RowOperations(Protocol):
    """What a Qt model does around each change (begin, let the change happen, end), and for rows with new words."""

    def insert(self, parent: Node, first: int, last: int, change: Callable[[], None]) -> None: ...
    def remove(self, parent: Node, first: int, last: int, change: Callable[[], None]) -> None: ...
    def move(self, node: Node, parent: Node, row: int, change: Callable[[], None]) -> None: ...
    def changed(self, parent: Node, first: int, last: int) -> None: ...


class WantedRows(Protocol):
    """The outline to reach: the rows below each key (0: the top rows), and which keys it holds at all.

    Below a key that is not among `parents` stands nothing: most rows are never asked for theirs.
    """

    @property
    def parents(self) -> Collection[int]: ...
    def children(self, key: int) -> Sequence[Row]: ...
    def holds(self, key: int) -> bool: ...


Range = tuple[Node, int, int]
"""Neighbouring rows: the row above them, the first and the last place below it."""
_MOST_RANGES = 50
"""Ranges of rows with new words that are announced one by one."""
_MOST_LISTS = 1000
"""Rows with new words below so many others that a view paints all it has when it hears of the top rows."""


@dataclass(slots=True)
class _Synced:
    """What was found on the way down: rows with new words, and rows whose lists were changed."""

    changed: list[Range] = field(default_factory=list)
    replaced: list[Node] = field(default_factory=list)
    touched: Collection[int] | None = None

    def may_differ(self, node: Node) -> bool:
        """Tell whether a list at or below a row may be another one than it was."""
        return self.touched is None or node.key in self.touched


class Outline:
    """The rows as a model shows them now; `become` changes them step by step, `rebuild` all at once."""

    def __init__(self) -> None:
        self.root = Node(0, None, None)
        self.nodes: dict[int, Node] = {}

    def rebuild(self, wanted: WantedRows) -> None:
        """Throw all rows away and build the wanted ones."""
        for node in self.nodes.values():
            node.parent = None  # no ring is left for the collector
        self.root = Node(0, None, None)
        self.nodes = {}
        growing, parents = [self.root], wanted.parents
        while growing:
            parent = growing.pop()
            _hang(parent, wanted.children(parent.key))
            self._enter(parent.children)
            growing += [node for node in parent.children if node.key in parents]

    def node(self, key: int) -> Node:
        """Return the row with a key, the root where there is none such."""
        return self.nodes.get(key, self.root)

    def in_order(self) -> Iterator[Node]:
        """Yield all rows from top to bottom."""
        waiting = self.root.children[::-1]
        while waiting:
            node = waiting.pop()
            yield node
            if node.children:
                waiting += node.children[::-1]

    def reorder(self, keys: Iterable[int]) -> None:
        """Put the top rows into another order, given by their keys."""
        self.root.children = [self.nodes[key] for key in keys]
        _renumber(self.root, 0)

    def become(self, wanted: WantedRows, operations: RowOperations, touched: Collection[int] | None = None) -> None:
        """Reach the wanted rows by inserting, moving and removing as few rows as possible.

        `touched` holds the keys at and above all lists that are not what they were, None where nobody knows.

        Top down: whenever a row is placed, all rows above it already are, so that no row is ever moved below
        itself. Rows that are not wanted here wait at the end of their list until another list claims them;
        what nobody claimed is removed last.
        """
        synced = _Synced(touched=touched)
        self._sync(self.root, wanted, operations, synced)
        for parent, first, last in _announced(synced.changed, self.root):
            operations.changed(parent, first, last)
        for parent in synced.replaced:
            self._remove_leftovers(parent, wanted, operations)

    def _sync(self, parent: Node, wanted: WantedRows, operations: RowOperations, synced: _Synced) -> None:
        """Sync the rows below a row, then those below each of them: their places do not change any more."""
        entities = wanted.children(parent.key)
        news = _news(parent.children, entities)
        if news is None:
            self._remove_dead(parent, wanted, operations)
            self._place(parent, entities, wanted, operations)
            synced.replaced.append(parent)
            news = _news(parent.children[: len(entities)], entities) or ()
        if news:
            for row in news:
                parent.children[row].entity = entities[row]
            synced.changed += [(parent, *run) for run in runs(news)]
        parents = wanted.parents
        for node in parent.children[: len(entities)]:
            if (node.children or node.key in parents) and synced.may_differ(node):
                self._sync(node, wanted, operations, synced)

    def _place(self, parent: Node, entities: Sequence[Row], wanted: WantedRows, operations: RowOperations) -> None:
        staying = _staying([node.key for node in parent.children], [key_of(entity) for entity in entities])
        row = 0
        while row < len(entities):
            key = key_of(entities[row])
            if key in staying:
                self._clear_way(parent, row, key, operations)
            elif key in self.nodes:
                self._move(self.nodes[key], parent, row, operations)
            else:
                new = list(takewhile(lambda entity: key_of(entity) not in self.nodes, entities[row:]))
                self._insert(parent, row, new, wanted, operations)
                row += len(new) - 1
            row += 1

    def _clear_way(self, parent: Node, row: int, key: int, operations: RowOperations) -> None:
        """Move the rows that stand between `row` and the row that stays there to the end of the list."""
        while parent.children[row].key != key:
            self._move(parent.children[row], parent, len(parent.children), operations)

    def _insert(
        self, parent: Node, row: int, entities: Sequence[Row], wanted: WantedRows, operations: RowOperations
    ) -> None:
        nodes = [Node(key_of(entity), entity, parent) for entity in entities]
        new = [*nodes, *(below for node in nodes for below in self._grown(node, wanted))]

        def change() -> None:
            self._enter(new)
            parent.children[row:row] = nodes
            _renumber(parent, row)

        operations.insert(parent, row, row + len(nodes) - 1, change)

    def _grown(self, parent: Node, wanted: WantedRows) -> list[Node]:
        """Hang the wanted rows below a new row and return them; rows that exist elsewhere are moved later."""
        grown: list[Node] = []
        entities = wanted.children(parent.key) if parent.key in wanted.parents else ()
        if any(key_of(entity) in self.nodes for entity in entities):
            return grown
        _hang(parent, entities)
        for node in parent.children:
            grown.append(node)
            grown.extend(self._grown(node, wanted))
        return grown

    def _enter(self, nodes: Iterable[Node]) -> None:
        self.nodes.update([(node.key, node) for node in nodes])

    def _move(self, node: Node, parent: Node, row: int, operations: RowOperations) -> None:
        """Move a row before the row that stands at `row` now, or to the end."""
        source = node.parent
        if source is None or (source is parent and row in (node.row, node.row + 1)):
            return

        def change() -> None:
            behind = source is parent and node.row < row
            del source.children[node.row]
            parent.children.insert(row - 1 if behind else row, node)
            node.parent = parent
            _renumber(source, 0)
            _renumber(parent, 0)

        operations.move(node, parent, row, change)

    def _remove_dead(self, parent: Node, wanted: WantedRows, operations: RowOperations) -> None:
        """Remove at once, from the end, the runs of rows that are wanted nowhere with all that is below them."""
        last = len(parent.children) - 1
        while last >= 0:
            first = last
            while first >= 0 and _is_dead(parent.children[first], wanted):
                first -= 1
            if first < last:
                self._remove(parent, first + 1, last, operations)
            last = first - 1

    def _remove_leftovers(self, parent: Node, wanted: WantedRows, operations: RowOperations) -> None:
        first = len(wanted.children(parent.key))
        if len(parent.children) > first:
            self._remove(parent, first, len(parent.children) - 1, operations)

    def _remove(self, parent: Node, first: int, last: int, operations: RowOperations) -> None:
        def change() -> None:
            gone = parent.children[first : last + 1]
            del parent.children[first : last + 1]
            _renumber(parent, first)
            self._forget(gone)

        operations.remove(parent, first, last, change)

    def _forget(self, nodes: Iterable[Node]) -> None:
        for node in nodes:
            del self.nodes[node.key]
            node.parent = None  # no ring is left for the collector
            self._forget(node.children)


def _is_dead(node: Node, wanted: WantedRows) -> bool:
    return not wanted.holds(node.key) and all(_is_dead(child, wanted) for child in node.children)


def _hang(parent: Node, rows: Sequence[Row]) -> None:
    """Make all rows below a row that has none."""
    parent.children = [Node(key_of(row), row, parent, place) for place, row in enumerate(rows)]


def _news(nodes: Sequence[Node], entities: Sequence[Row]) -> Sequence[int] | None:
    """Return the places of rows that show an older entity; None where they are other rows, or stand otherwise.

    Entities that are equal are the same: a newer snapshot shares them with the one before (`plan_tree.sharing`).
    """
    if len(nodes) != len(entities):
        return None
    news = []
    for row, (node, entity) in enumerate(zip(nodes, entities, strict=True)):
        if node.entity is not entity:
            if node.key != key_of(entity):
                return None
            news.append(row)
    return news


def _renumber(parent: Node, first: int) -> None:
    for row, node in enumerate(parent.children[first:], first):
        node.row = row


def _announced(changed: list[Range], root: Node) -> Collection[Range]:
    """Return the ranges to announce; of very many, one for each list of siblings with all that is between."""
    if len(changed) <= _MOST_RANGES:
        return changed
    lists: dict[int, Range] = {}
    for parent, first, last in changed:
        _, first, _ = lists.get(parent.key, (parent, first, last))
        lists[parent.key] = parent, first, last
    return lists.values() if len(lists) <= _MOST_LISTS else [(root, 0, len(root.children) - 1)]


def runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Return rising numbers as runs of neighbours."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = runs[-1][0], row
        else:
            runs.append((row, row))
    return runs


def _staying(present: Sequence[int], wanted: Sequence[int]) -> set[int]:
    """Return the largest set of keys that need not move: the longest run of `present` that is in wanted order."""
    place = {key: index for index, key in enumerate(wanted)}
    common = [key for key in present if key in place]
    tails: list[int] = []
    ends: list[int] = []
    previous: dict[int, int | None] = {}
    for key in common:
        at = bisect_left(tails, place[key])
        previous[key] = ends[at - 1] if at else None
        tails[at : at + 1] = [place[key]]
        ends[at : at + 1] = [key]
    staying: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        staying.add(last)
        last = previous[last]
    return staying
