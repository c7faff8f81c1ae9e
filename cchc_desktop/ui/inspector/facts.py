"""What the inspector says about an item besides its typed words: its place, its source, what its time words mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cchc_desktop.domain.items import ItemOrigin, WorkItem
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.domain.schedule.wording import UNDATED, describe
from cchc_desktop.ui.inspector.links import RowLink
from cchc_desktop.ui.words import Words
from cchc_desktop.ui.workbench.columns import display_number, printed_head

_tr = Words("InspectorFacts")


@dataclass(frozen=True, slots=True)
class ShownItem:
    """An item of a snapshot with words of it that could not be stored, and names of rows in other plans by id."""

    tree: PlanTree
    item: WorkItem
    unsaved: Mapping[str, str | None] = field(default_factory=dict)
    names: Mapping[int, str] = field(default_factory=dict)

    def words(self, name: str) -> str:
        """Return the words of a field as they were last typed."""
        return (self.unsaved[name] if name in self.unsaved else getattr(self.item, name)) or ""

    @property
    def linked_ids(self) -> tuple[int, ...]:
        """Return the ids of the items that this one carries out or continues."""
        return tuple(id_ for id_ in (self.item.carries_out_id, self.item.continues_id) if id_ is not None)


def place_words(shown: ShownItem) -> str:
    """Return where an item stands: 'TT 2 · Mục I'."""
    number = display_number(shown.item)
    section = shown.tree.section(shown.item.section_id)
    part = _tr("Nội dung thành phần") if shown.item.parent_id is not None else ""
    parts = (
        _tr("TT {}").format(number) if number else part,
        _tr("Mục {}").format(section.number) if section.number else section.title,
    )
    return " · ".join(filter(None, parts))


def head_words(shown: ShownItem) -> str:
    """Return what is printed before the content."""
    return printed_head(shown.item)


def reading_words(shown: ShownItem) -> str:
    """Return what the time words mean, and whether a person said so."""
    reading = describe(shown.tree.schedule(shown.item))
    if reading == UNDATED:
        return _tr("Chưa xác định thời hạn")
    words = _tr("Thời hạn xác định: {}").format(reading)
    return words if shown.item.rules is None else _tr("{} (đã sửa)").format(words)


def source_words(item: WorkItem) -> str:
    """Return where an item comes from."""
    if item.origin is ItemOrigin.ISSUED:
        return _tr("Trong kế hoạch")
    if item.source_document:
        return _tr("Phát sinh theo văn bản {}").format(item.source_document)
    return _tr("Phát sinh")


def link_to(shown: ShownItem, item_id: int | None) -> tuple[RowLink, ...]:
    """Return the link to another item, none for None; one that is not here is called by its number."""
    if item_id is None:
        return ()
    if item_id in shown.tree.items:
        return (RowLink(item_id, _called(shown.tree.items[item_id])),)
    return (RowLink(item_id, shown.names.get(item_id) or _tr("Nhiệm vụ ở kế hoạch khác")),)


def parts_of(shown: ShownItem) -> tuple[RowLink, ...]:
    """Return links to the items directly below."""
    return tuple(RowLink(child.id, _called(child)) for child in shown.tree.children(shown.item))


def _called(item: WorkItem) -> str:
    number = display_number(item)
    content = " ".join(filter(None, (printed_head(item), item.content))) or _tr("(chưa có nội dung)")
    return f"{number}. {content}" if number else content
