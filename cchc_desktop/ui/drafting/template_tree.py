"""Changing a template of reports piece by piece: every step gives a new template, pieces are named by their places."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from cchc_desktop.domain.papers.report_template import (
    ReportTemplate,
    TemplateBlock,
    TemplateSection,
    block_fault,
    words_fault,
)

Path = tuple[int, ...]
"""Where a piece stands: the number of its section, then those of the blocks that lead to it."""
Node = TemplateSection | TemplateBlock


def node_at(template: ReportTemplate, path: Path) -> Node:
    """Return the piece at a place; IndexError where there is none."""
    node: Node = template.sections[path[0]]
    for number in path[1:]:
        node = node.blocks[number]
    return node


def with_node(template: ReportTemplate, path: Path, node: Node) -> ReportTemplate:
    """Return the template with another piece at a place."""
    return _changed(template, path, lambda pieces, number: (*pieces[:number], node, *pieces[number + 1 :]))


def with_inserted(template: ReportTemplate, path: Path, node: Node) -> ReportTemplate:
    """Return the template with a piece before what stands at a place, or at the end there."""
    return _changed(template, path, lambda pieces, number: (*pieces[:number], node, *pieces[number:]))


def without(template: ReportTemplate, path: Path) -> ReportTemplate:
    """Return the template without the piece at a place."""
    return _changed(template, path, lambda pieces, number: (*pieces[:number], *pieces[number + 1 :]))


def with_moved(template: ReportTemplate, path: Path, step: int) -> tuple[ReportTemplate, Path]:
    """Return the template with a piece one place up (-1) or down (1) among its neighbours, and its place there."""
    target = (*path[:-1], path[-1] + step)
    if not 0 <= target[-1] < len(_neighbours(template, path)):
        return template, path
    node = node_at(template, path)
    return with_inserted(without(template, path), target, node), target


def new_section(template: ReportTemplate, heading: str) -> TemplateSection:
    """Return a section with a key that no other has."""
    taken = {section.key for section in template.sections}
    number = next(number for number in range(1, len(taken) + 2) if f"part_{number}" not in taken)
    return TemplateSection(f"part_{number}", heading)


def places(template: ReportTemplate) -> Iterator[tuple[Path, Node]]:
    """Yield all pieces with their places, in their order."""
    for number, section in enumerate(template.sections):
        yield (number,), section
        yield from _inside((number,), section)


def fault_of(node: Node) -> str:
    """Return why a piece by itself cannot be used, '' where it can."""
    return words_fault(node.heading) if isinstance(node, TemplateSection) else block_fault(node)


def _inside(path: Path, node: Node) -> Iterator[tuple[Path, Node]]:
    for number, block in enumerate(node.blocks):
        yield (*path, number), block
        yield from _inside((*path, number), block)


def _neighbours(template: ReportTemplate, path: Path) -> tuple[Node, ...]:
    return template.sections if len(path) == 1 else node_at(template, path[:-1]).blocks


_Change = Callable[[Sequence[Node], int], Sequence[Node]]


def _changed(template: ReportTemplate, path: Path, change: _Change) -> ReportTemplate:
    sections, number = template.sections, path[0]
    if len(path) == 1:
        return replace(
            template, sections=tuple(one for one in change(sections, number) if isinstance(one, TemplateSection))
        )
    section = replace(sections[number], blocks=_changed_blocks(sections[number].blocks, path[1:], change))
    return replace(template, sections=(*sections[:number], section, *sections[number + 1 :]))


def _changed_blocks(blocks: tuple[TemplateBlock, ...], path: Path, change: _Change) -> tuple[TemplateBlock, ...]:
    number = path[0]
    if len(path) == 1:
        return tuple(one for one in change(blocks, number) if isinstance(one, TemplateBlock))
    block = replace(blocks[number], blocks=_changed_blocks(blocks[number].blocks, path[1:], change))
    return (*blocks[:number], block, *blocks[number + 1 :])
