from __future__ import annotations

import pytest

from cchc_desktop.domain.plan import Section
from cchc_desktop.services import section_editing
from tests.services.scene import Scene


@pytest.fixture
def scene() -> Scene:
    return Scene()


def test_sections_are_added_moved_edited_deleted(scene):
    first, second = (section.id for section in scene.tree.sections)
    new_id, _ = section_editing.add_section(
        scene.workspace, scene.plan_id, first, Section(plan_id=scene.plan_id, title="Mới")
    )
    section_editing.edit_section(scene.workspace, new_id, {"title": "Công tác khác", "number": "III"})
    section_editing.move_section(scene.workspace, new_id, second)
    assert [section.title for section in scene.tree.sections] == [
        "Cải cách thể chế", "Cải cách tài chính công", "Công tác khác",
    ]  # fmt: skip
    section_editing.delete_section(scene.workspace, new_id)
    assert len(scene.tree.sections) == 2


@pytest.mark.parametrize(
    ("printed", "after"),
    [
        (("I", "II", "III"), ["I Ba", "II Một", "III Hai"]),
        (("I.", "II.", "III."), ["I. Ba", "II. Một", "III. Hai"]),
        (("4", "5", "6"), ["4 Ba", "5 Một", "6 Hai"]),
        (("I", "III", "II"), ["II Ba", "I Một", "III Hai"]),  # the plan's own
        (("I", "", "II"), ["II Ba", "I Một", " Hai"]),
    ],
)
def test_counted_headings_stay_counted_when_a_section_moves(printed, after):
    scene = Scene()
    for section in scene.tree.sections:
        section_editing.delete_section(scene.workspace, section.id)
    last = None
    for number, title in zip(printed, ("Một", "Hai", "Ba"), strict=True):
        new = Section(scene.plan_id, title, number=number or None)
        last, _ = section_editing.add_section(scene.workspace, scene.plan_id, last, new)
    section_editing.move_section(scene.workspace, last, None)
    assert [f"{section.number or ''} {section.title}" for section in scene.tree.sections] == after
