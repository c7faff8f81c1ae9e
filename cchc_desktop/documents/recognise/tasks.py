"""Tables of tasks become sections with trees of items."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from cchc_desktop.documents.recognise import notices
from cchc_desktop.documents.recognise.nodes import VALUE_COLUMNS, Node, SectionNode, extras, fill, new_node
from cchc_desktop.documents.recognise.rows import (
    Context,
    RowKind,
    SectionHead,
    begins_point,
    classify,
    foot_begins,
    is_number,
    joined,
    section_head,
)
from cchc_desktop.documents.recognise.tables import Block, Line
from cchc_desktop.domain.items import ItemKind
from cchc_desktop.domain.numbering import split_number
from cchc_desktop.domain.plan import Column, SectionRows
from cchc_desktop.domain.problems import Problem


@dataclass(slots=True)
class TaskTree:
    """What the tables of tasks yield: sections, the shape of their section rows, and doubts about rows."""

    sections: list[SectionNode] = field(default_factory=list)
    shape: SectionRows | None = None
    problems: list[Problem] = field(default_factory=list)


def read_tasks(blocks: Sequence[Block]) -> TaskTree:
    """Read all blocks of tasks of a file, in order."""
    builder = _Builder(_has_numbers(blocks), _has_roman(blocks))
    for block in blocks:
        builder.take_block(block)
    return builder.tree


def _has_numbers(blocks: Iterable[Block]) -> bool:
    lines = (line for block in blocks for line in block.lines)
    return any(len(line.own) > 2 and is_number(line.own_text(Column.NUMBER)) for line in lines)


def _has_roman(blocks: Iterable[Block]) -> bool:
    heads = (section_head(line, Context(has_roman=True)) for block in blocks for line in block.lines)
    return any(head is not None and head.number is not None and head.number.isalpha() for head in heads)


class _Builder:
    """Takes rows one by one and keeps the places where the next may belong; used for one file only."""

    def __init__(self, is_numbered: bool, has_roman: bool) -> None:
        self.tree = TaskTree()
        self._context = Context(has_roman=has_roman, is_numbered=is_numbered)
        self._trail: list[Node] = []  # numbered items that are open, outermost first
        self._parents: dict[Column, Node] = {}  # open objective and task of the nine-column shape
        self._last: Node | None = None

    def take_block(self, block: Block) -> None:
        """Take the rows of one table; a new table closes what is open, a continued one does not."""
        if not block.continues and self.tree.sections:
            self._close()
        self._begin_from_title(block)
        for index, line in enumerate(block.lines):
            if foot_begins(block.lines, index):
                self.tree.problems.append(notices.foot(block.lines[index:]))
                break
            self._take(line)
        self.tree.problems += notices.unknown_columns(block)

    def _begin_from_title(self, block: Block) -> None:
        """A numbered heading right above a table without section rows is its section ('II. Cải cách thể chế')."""
        title = next((line for line in reversed(block.above) if line), "")
        number, rest = split_number(title)
        if number.isalpha() and number.isupper() and rest and not any(map(self._head, block.lines[:1])):
            self._begin_section(SectionHead(number, rest, SectionRows.MERGED), None)

    def _head(self, line: Line) -> SectionHead | None:
        return section_head(line, self._context)

    def _take(self, line: Line) -> None:
        kind = self._classify(line)
        if kind is RowKind.FOOT:
            self.tree.problems.append(notices.foot([line]))
        elif kind is RowKind.SECTION and (head := self._head(line)):
            self._begin_section(head, line)
        elif kind is RowKind.CONTINUATION:
            self._continue(line)
        elif _is_tree(line):
            self._add_branch(line)
        else:
            self._add(line, kind)

    def _classify(self, line: Line) -> RowKind:
        context = replace(self._context, has_item=self._last is not None)
        kind = classify(line, context)
        if _is_tree(line) and kind in (RowKind.CONTINUATION, RowKind.SUB_ROW) and _starts_branch(line):
            return RowKind.ITEM
        return kind

    # --- sections -------------------------------------------------------------------------------------------

    def _begin_section(self, head: SectionHead, line: Line | None) -> None:
        self._close()
        self.tree.sections.append(SectionNode(head.number, head.title, line))
        self.tree.shape = self.tree.shape or head.shape
        self._context = replace(self._context, fresh_title=head.title)

    def _close(self) -> None:
        self._trail, self._parents, self._last = [], {}, None
        self._context = replace(self._context, fresh_title=None)

    def _section(self, line: Line) -> SectionNode:
        if not self.tree.sections:
            self.tree.sections.append(SectionNode(None, ""))
            self.tree.problems.append(notices.before_any_section(line))
        return self.tree.sections[-1]

    # --- the plain shape ------------------------------------------------------------------------------------

    def _add(self, line: Line, kind: RowKind) -> None:
        node = new_node(ItemKind.TASK, line, Column.CONTENT)
        fill(node, line)
        parent = self._trail[-1] if kind is RowKind.SUB_ROW and self._trail else self._parent_by_number(node)
        if kind is RowKind.SUB_ROW:
            parent = parent or self._last
            self.tree.problems.append(notices.sub_row(line, parent.number if parent else None))
        self._attach(node, parent, line)
        if node.number:
            self._trail = [*self._ancestors(parent), node]

    def _parent_by_number(self, node: Node) -> Node | None:
        """'1.1' belongs under '1', 'a)' under the last item with a number in figures."""
        bare = node.bare
        if len(bare) == 1 and bare.isalpha() and bare.islower():
            return next((item for item in reversed(self._trail) if item.bare[-1:].isdigit()), None)
        return next((item for item in reversed(self._trail) if bare.startswith(item.bare + ".")), None)

    def _ancestors(self, parent: Node | None) -> list[Node]:
        return self._trail[: self._trail.index(parent) + 1] if parent in self._trail else []

    def _attach(self, node: Node, parent: Node | None, line: Line) -> None:
        section = self._section(line)
        if parent is None:
            section.items.append(node)
        else:
            if node.kind is ItemKind.TASK and not _is_tree(line):
                node.kind = ItemKind.SUB_ITEM
            parent.children.append(node)
        self._last = node
        self._context = replace(self._context, fresh_title=None)
        self._keep_extras(node, line)

    def _keep_extras(self, node: Node, line: Line) -> None:
        if line.header.place(Column.NOTE) is None:
            node.extras += [f"{name}: {text}" if name else text for name, text in extras(line)]

    # --- objective > task > activity ------------------------------------------------------------------------

    def _add_branch(self, line: Line) -> None:
        """Take a row of the nine-column shape; an empty or merged parent cell means the same parent as above."""
        newest = None
        for column, kind in _BRANCH:
            if self._is_new(column, line):
                newest = new_node(kind, line, column)
                self._attach(newest, self._parent_of(column), line)
                self._open(column, newest)
        if newest is None:
            self._continue(line)
            return
        fill(newest, line)
        if newest.column is not Column.CONTENT and (number := line.own_text(Column.NUMBER)):
            newest.number, newest.ordinal = (newest.number, number) if newest.number else (number, None)

    def _is_new(self, column: Column, line: Line) -> bool:
        text = line.own_text(column)
        opened = self._parents.get(column)
        if column is Column.CONTENT or opened is None:
            return bool(text)
        return bool(text) and text != opened.source

    def _parent_of(self, column: Column) -> Node | None:
        above = [parent for parent, _ in _BRANCH[: _ORDER[column]]]
        return next((self._parents[parent] for parent in reversed(above) if parent in self._parents), None)

    def _open(self, column: Column, node: Node) -> None:
        for lower, _ in _BRANCH[_ORDER[column] :]:
            self._parents.pop(lower, None)
        self._parents[column] = node
        self._trail = [node]

    # --- rows that only carry on ----------------------------------------------------------------------------

    def _continue(self, line: Line) -> None:
        if self._last is None:
            self._continue_title(line)
            return
        content = line.own_text(Column.CONTENT)
        if content and len(line.own) == 1 and begins_point(self._last.content, content):
            self._add(line, RowKind.SUB_ROW)
            return
        self.tree.problems.append(notices.continuation(line))
        self._extend(line, self._last)

    def _extend(self, line: Line, last: Node) -> None:
        newline = line.is_merged_above(Column.CONTENT)
        for column in (Column.OBJECTIVE, Column.TASK, Column.CONTENT):
            if text := line.own_text(column):
                node = self._parents.get(column) or last
                node.content = joined(node.content, text, newline)
        for column in VALUE_COLUMNS:
            if text := line.own_text(column):
                above = last.values.get(column, "")
                is_name = column in (Column.LEAD, Column.COORDINATING) and text[0].isupper()
                last.values[column] = joined(above, text, newline or is_name)
        if mark := line.own_text(Column.NUMBER):
            last.number = joined(last.number or "", mark)
        self._keep_extras(last, line)

    def _continue_title(self, line: Line) -> None:
        section = self._section(line)
        section.title = joined(section.title, line.own[0][1])
        self._context = replace(self._context, fresh_title=section.title)
        self.tree.problems.append(notices.continuation(line))


_BRANCH = (
    (Column.OBJECTIVE, ItemKind.OBJECTIVE),
    (Column.TASK, ItemKind.TASK),
    (Column.CONTENT, ItemKind.ACTIVITY),
)
_ORDER = {column: index for index, (column, _) in enumerate(_BRANCH)}


def _is_tree(line: Line) -> bool:
    return line.header.place(Column.OBJECTIVE) is not None or line.header.place(Column.TASK) is not None


def _starts_branch(line: Line) -> bool:
    """Tell whether a row without number begins an objective, task or activity rather than carrying one on."""
    texts = [text for column, _ in _BRANCH if (text := line.own_text(column))]
    if not texts or all(text[0].islower() for text in texts):
        return False
    parents = line.own_text(Column.OBJECTIVE) or line.own_text(Column.TASK)
    return bool(parents) or len(line.own) > 1 or split_number(texts[0])[0] != ""
