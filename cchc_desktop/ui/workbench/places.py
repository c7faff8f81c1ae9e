"""Where items go on a key: up, down, one level lower or higher, or a new one below; plain computation.

The movers take the ids of items that go together and raise `InvalidInput` with the reason where they cannot. `visible`
are the items that a filter lets through (None: all): a move goes past rows that are on the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.items import Place, WorkItem
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.ui.words import Words

Visible = Collection[int] | None
Mover = Callable[[PlanTree, Sequence[int], Visible], Place]

_words = Words("PlanPlaces")
_NOTHING = _words.mark("Chọn nhiệm vụ cần chuyển trước.")
_NOT_ALIKE = _words.mark("Chỉ chuyển cùng lúc được các nhiệm vụ cùng cấp trong một lĩnh vực.")
_FIRST = _words.mark("Nhiệm vụ đã đứng đầu, không chuyển lên được nữa.")
_LAST = _words.mark("Nhiệm vụ đã đứng cuối, không chuyển xuống được nữa.")
_NO_PARENT = _words.mark("Không hạ cấp được: phía trên không có nhiệm vụ cùng cấp để nhận làm nội dung thành phần.")
_TOP_LEVEL = _words.mark("Nhiệm vụ đã ở cấp cao nhất trong lĩnh vực.")
_FIRST_SECTION = _words.mark("Lĩnh vực đã đứng đầu, không chuyển lên được nữa.")
_LAST_SECTION = _words.mark("Lĩnh vực đã đứng cuối, không chuyển xuống được nữa.")
_NO_LEVELS = _words.mark("Lĩnh vực chỉ chuyển lên hoặc xuống được.")


def tops(tree: PlanTree, ids: Collection[int]) -> list[int]:
    """Return the items in plan order without those that lie below another one of them: they go along."""
    wanted = {item_id for item_id in ids if item_id in tree.items}
    left = {item_id for item_id in wanted if not _lies_below(tree, tree.items[item_id], wanted)}
    if len(left) < 2:
        return list(left)
    walked = (item.id for section in tree.sections for item, _ in tree.walk(section.id))
    return [item_id for item_id in walked if item_id in left]


def behind_section(tree: PlanTree, section_id: int, command: str) -> int | None:
    """Return the section behind which 'move_up' or 'move_down' takes a section, None: to the top."""
    ids = [section.id for section in tree.sections]
    at = ids.index(section_id)
    if command == "move_up":
        _refuse(at == 0, _FIRST_SECTION)
        return ids[at - 2] if at > 1 else None
    _refuse(command != "move_down", _NO_LEVELS)
    _refuse(at == len(ids) - 1, _LAST_SECTION)
    return ids[at + 1]


def _refuse(is_wrong: bool, words: str) -> None:
    if is_wrong:
        raise InvalidInput(_words(words))


def place_up(tree: PlanTree, ids: Sequence[int], visible: Visible = None) -> Place:
    """Return the place above the sibling before, or at the end of the section before."""
    first, siblings = _together(tree, ids, visible)
    at = _row(siblings, first.id)
    if at > 0:
        return Place(first.section_id, first.parent_id, _id_before(tree, siblings[at - 1], ids))
    section_id = _section_beside(tree, first.section_id, -1) if first.parent_id is None else None
    if section_id is None:
        raise InvalidInput(_words(_FIRST))
    return place_in_section(tree, section_id)


def place_down(tree: PlanTree, ids: Sequence[int], visible: Visible = None) -> Place:
    """Return the place below the sibling behind, or at the top of the section behind."""
    first, siblings = _together(tree, ids, visible)
    last = max(_row(siblings, item_id) for item_id in ids)
    if last + 1 < len(siblings):
        return Place(first.section_id, first.parent_id, siblings[last + 1].id)
    section_id = _section_beside(tree, first.section_id, 1) if first.parent_id is None else None
    if section_id is None:
        raise InvalidInput(_words(_LAST))
    return Place(section_id)


def place_lower(tree: PlanTree, ids: Sequence[int], visible: Visible = None) -> Place:
    """Return the place as last child of the sibling before."""
    first, siblings = _together(tree, ids, visible)
    at = _row(siblings, first.id)
    if at == 0:
        raise InvalidInput(_words(_NO_PARENT))
    return place_inside(tree, siblings[at - 1].id)


def place_higher(tree: PlanTree, ids: Sequence[int], visible: Visible = None) -> Place:
    """Return the place behind the item above."""
    first, _ = _together(tree, ids, visible)
    if first.parent_id is None:
        raise InvalidInput(_words(_TOP_LEVEL))
    parent = tree.items[first.parent_id]
    return Place(first.section_id, parent.parent_id, parent.id)


def place_below(tree: PlanTree, item_id: int) -> Place:
    """Return the place of a new item right below an item, on its level."""
    item = tree.items[item_id]
    return Place(item.section_id, item.parent_id, item_id)


def place_before(tree: PlanTree, item_id: int, moved: Collection[int] = ()) -> Place:
    """Return the place right above an item, on its level, for what is moved there."""
    item = tree.items[item_id]
    return Place(item.section_id, item.parent_id, _id_before(tree, item, moved))


def place_inside(tree: PlanTree, item_id: int, moved: Collection[int] = ()) -> Place:
    """Return the place as last child of an item, for a new item or what is moved there."""
    item = tree.items[item_id]
    return Place(item.section_id, item_id, _last(tree.children(item), moved))


def place_in_section(tree: PlanTree, section_id: int, moved: Collection[int] = ()) -> Place:
    """Return the place at the end of a section, for a new item or what is moved there."""
    return Place(section_id, None, _last(tree.roots(section_id), moved))


def siblings_of(tree: PlanTree, item: WorkItem) -> tuple[WorkItem, ...]:
    """Return an item and those beside it on its level, in order."""
    return tree.siblings[item.section_id, item.parent_id]


def _together(tree: PlanTree, ids: Sequence[int], visible: Visible) -> tuple[WorkItem, list[WorkItem]]:
    """Return the first of some siblings that go together, and all siblings on the screen."""
    if not ids:
        raise InvalidInput(_words(_NOTHING))
    items = [tree.items[item_id] for item_id in ids]
    if len({(item.section_id, item.parent_id) for item in items}) > 1:
        raise InvalidInput(_words(_NOT_ALIKE))
    shown = [item for item in siblings_of(tree, items[0]) if visible is None or item.id in visible or item.id in ids]
    return items[0], shown


def _lies_below(tree: PlanTree, item: WorkItem, others: Collection[int]) -> bool:
    while item.parent_id is not None:
        if item.parent_id in others:
            return True
        item = tree.items[item.parent_id]
    return False


def _id_before(tree: PlanTree, item: WorkItem, moved: Collection[int]) -> int | None:
    """Return the sibling above an item that is not moved itself, None where the item comes first."""
    siblings = siblings_of(tree, item)
    return _last(siblings[: _row(siblings, item.id)], moved)


def _row(siblings: Sequence[WorkItem], item_id: int) -> int:
    return next(row for row, item in enumerate(siblings) if item.id == item_id)


def _last(items: Sequence[WorkItem], moved: Collection[int] = ()) -> int | None:
    return next((item.id for item in reversed(items) if item.id not in moved), None)


def _section_beside(tree: PlanTree, section_id: int, step: int) -> int | None:
    ids = [section.id for section in tree.sections]
    at = ids.index(section_id) + step
    return ids[at] if 0 <= at < len(ids) else None
