"""Several rows at once: moves of a selection and pasted blocks, on a real file."""

from __future__ import annotations

import pytest

from cchc_desktop import wiring
from cchc_desktop.domain.draft import DraftItem, DraftPlan, DraftSection
from cchc_desktop.domain.errors import InvalidInput, NotFound
from cchc_desktop.domain.items import ItemKind, Place
from cchc_desktop.domain.schedule.model import Every, Rule, ScheduleKind
from cchc_desktop.services import exchange, history, item_editing, moving, pasting, plans, section_editing
from cchc_desktop.services.exchange import ImportChoices
from tests.flows.fingerprint import fingerprint
from tests.services.samples import YEAR


def tasks(*names: str, number: int) -> tuple[DraftItem, ...]:
    return tuple(DraftItem(ItemKind.TASK, name, number=str(number + at)) for at, name in enumerate(names))


@pytest.fixture
def workspace(tmp_path):
    """Section 1: a b c d, with c1 and c2 below c; section 2: e f."""
    below = tuple(DraftItem(ItemKind.SUB_ITEM, name) for name in ("c1", "c2"))
    first = list(tasks("a", "b", "c", "d", number=1))
    first[2] = DraftItem(ItemKind.TASK, "c", number="3", children=below)
    sections = (DraftSection("I", "Một", tuple(first)), DraftSection("II", "Hai", tasks("e", "f", number=5)))
    with wiring.open_workspace(tmp_path / "dữ liệu.db") as workspace:
        exchange.import_plan(workspace, DraftPlan(title="Thử", period=YEAR, sections=sections), ImportChoices())
        yield workspace


def shape(workspace) -> str:
    """Return the plan as 'a b c(c1 c2) d | e f'."""
    tree = plans.open_plan(workspace, 1)

    def words(items) -> str:
        return " ".join(
            f"{item.content}({words(tree.children(item))})" if tree.children(item) else item.content for item in items
        )

    return " | ".join(words(tree.roots(section.id)) for section in tree.sections)


def ids(workspace, names: str) -> list[int]:
    by_name = {item.content: item.id for item in plans.open_plan(workspace, 1).items.values()}
    return [by_name[name] for name in names.split()]


@pytest.mark.parametrize(
    ("names", "section", "parent", "after", "expected"),
    [
        ("a b", 1, None, "d", "c(c1 c2) d a b | e f"),
        ("a b", 2, None, None, "c(c1 c2) d | a b e f"),
        ("b a", 2, None, "e", "c(c1 c2) d | e b a f"),
        ("c d", 2, None, "f", "a b | e f c(c1 c2) d"),
        ("a b", 1, "c", "c1", "c(c1 a b c2) d | e f"),
        ("c1 c2", 1, None, "d", "a b c d c1 c2 | e f"),
        ("c c1", 2, None, None, "a b d | c(c1 c2) e f"),  # what lies below another one goes with it
        ("b c", 1, None, "c", "a b c(c1 c2) d | e f"),  # behind one that moves: behind the last that stays
        ("a b", 1, None, "a", "a b c(c1 c2) d | e f"),
        ("e", 1, "d", None, "a b c(c1 c2) d(e) | f"),
    ],
)
def test_moves_of_several(workspace, tmp_path, names, section, parent, after, expected):
    before = fingerprint(tmp_path / "dữ liệu.db")
    place = Place(section, *(ids(workspace, name)[0] if name else None for name in (parent, after)))
    moving.move_items(workspace, ids(workspace, names), place)
    assert shape(workspace) == expected
    tree = plans.open_plan(workspace, 1)
    numbers = [item.number for one in tree.sections for item in tree.roots(one.id) if item.kind is ItemKind.TASK]
    assert [number for number in numbers if number] == [str(at + 1) for at in range(len([n for n in numbers if n]))]
    assert workspace.queries.check().problems == ()
    if history.next_steps(workspace).undo.kind == "item.move":
        history.undo(workspace)
        assert fingerprint(tmp_path / "dữ liệu.db") == before


def test_nothing_moves_below_itself(workspace):
    with pytest.raises(InvalidInput, match="chính nội dung"):
        moving.move_items(workspace, ids(workspace, "b c"), Place(1, ids(workspace, "c1")[0]))


def test_rows_of_two_plans_do_not_move_together(workspace):
    exchange.import_plan(
        workspace,
        DraftPlan(title="Khác", period=YEAR, sections=(DraftSection("I", "Một", tasks("x", number=1)),)),
        ImportChoices(),
    )
    other = next(iter(plans.open_plan(workspace, 2).items))
    with pytest.raises(InvalidInput, match="cùng một kế hoạch"):
        moving.move_items(workspace, [*ids(workspace, "a"), other], Place(1))


def test_a_pasted_block_changes_and_adds_as_one_operation(workspace, tmp_path):
    before = fingerprint(tmp_path / "dữ liệu.db")
    c, d = ids(workspace, "c d")
    rows = [{"content": "g", "lead_words": "Công an xã"}, {"content": "h"}]
    edits = {c: {"content": "c mới"}, d: {"lead_words": "Công an xã"}}
    pasting.paste(workspace, 1, edits, rows, Place(1, None, d))
    assert shape(workspace) == "a b c mới(c1 c2) d g h | e f"
    items = plans.open_plan(workspace, 1).items
    new = {item.content: item for item in items.values()}
    assert [new[name].number for name in ("d", "g", "h", "e", "f")] == ["4", "5", "6", "7", "8"]
    assert new["g"].lead[0].agency_id == new["d"].lead[0].agency_id
    assert len({item.uid for item in items.values()}) == len(items)
    assert history.undo(workspace).title == "Dán bảng: sửa 2 nhiệm vụ, thêm 2 nhiệm vụ"
    assert fingerprint(tmp_path / "dữ liệu.db") == before


def test_a_paste_to_a_place_that_is_gone_changes_nothing(workspace, tmp_path):
    before = fingerprint(tmp_path / "dữ liệu.db")
    with pytest.raises(NotFound):
        pasting.paste(workspace, 1, {ids(workspace, "a")[0]: {"content": "x"}}, [{"content": "y"}], Place(1, None, 99))
    assert fingerprint(tmp_path / "dữ liệu.db") == before


def test_a_schedule_is_corrected_and_read_again(workspace):
    (a,) = ids(workspace, "a")
    item_editing.edit_item(workspace, a, {"time_words": "Hằng quý"})
    rule = Rule(ScheduleKind.RECURRENCE, every=Every.QUARTER, day=5)
    item_editing.set_rules(workspace, a, (rule,))
    tree = plans.open_plan(workspace, 1)
    assert [day.day for day in tree.schedule(tree.items[a]).due] == [5, 5, 5, 5]
    assert tree.items[a].time_words == "Hằng quý"
    item_editing.set_rules(workspace, a, None)
    tree = plans.open_plan(workspace, 1)
    assert tree.items[a].rules is None
    assert [day.day for day in tree.schedule(tree.items[a]).due] == [31, 30, 30, 31]
    item_editing.set_rules(workspace, a, (rule,))
    item_editing.edit_item(workspace, a, {"time_words": "Quý I/2026"})  # new words are read anew
    assert plans.open_plan(workspace, 1).items[a].rules is None


def test_the_area_of_a_section_is_chosen(workspace):
    section_editing.edit_section(workspace, 1, {"area": "public_finance"})
    assert plans.open_plan(workspace, 1).sections[0].area == "public_finance"
