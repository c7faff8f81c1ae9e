from __future__ import annotations

from dataclasses import replace

import pytest

from cchc_desktop import wiring
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.office import LetterheadLine
from cchc_desktop.domain.papers.layout_profile import Element, LayoutProfile, Letterhead
from cchc_desktop.services import history, layout_profiles

PHONG = Letterhead("Phòng", (LetterheadLine("UBND XÃ", bold=False), LetterheadLine("PHÒNG VĂN HÓA - XÃ HỘI")), "VHXH")


@pytest.fixture
def workspace(tmp_path):
    with wiring.open_workspace(tmp_path / "dữ liệu.db") as workspace:
        yield workspace


def test_a_new_office_has_the_decrees_layout(workspace):
    assert layout_profiles.layout_profile(workspace) == LayoutProfile()


def test_a_profile_is_kept_and_a_change_undone(workspace):
    mine = replace(LayoutProfile(letterheads=(PHONG,)), left_mm=35).with_table_size(11)
    layout_profiles.save_layout_profile(workspace, mine)
    assert layout_profiles.layout_profile(workspace) == mine
    layout_profiles.save_layout_profile(workspace, replace(mine, left_mm=30))
    history.undo(workspace)
    assert layout_profiles.layout_profile(workspace) == mine


def test_going_back_to_the_decree_keeps_the_letterheads(workspace):
    mine = LayoutProfile(letterheads=(PHONG,), top_mm=25).with_table_size(13)
    layout_profiles.save_layout_profile(workspace, mine)
    layout_profiles.reset_layout_profile(workspace)
    kept = layout_profiles.layout_profile(workspace)
    assert kept == LayoutProfile(letterheads=(PHONG,))
    assert kept.look(Element.TABLE).size == 12


def test_what_cannot_be_used_is_refused_with_its_reason(workspace):
    with pytest.raises(InvalidInput, match="Lề trên 1 không dùng được"):
        layout_profiles.save_layout_profile(workspace, LayoutProfile(top_mm=1))
    assert layout_profiles.layout_profile(workspace) == LayoutProfile()
