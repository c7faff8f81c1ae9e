"""Use cases of the office's layout profile: how its papers look, read and changed as one undoable operation."""

from __future__ import annotations

from collections.abc import Mapping

from cchc_desktop.domain.changes import Changes, Operation
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.papers.layout_checks import faults
from cchc_desktop.domain.papers.layout_profile import LAYOUT, LayoutProfile, layout_from_json, layout_to_json
from cchc_desktop.services.workspace import Workspace


def layout_profile(workspace: Workspace) -> LayoutProfile:
    """Return how the office's papers look: by Decree 30/2020/NĐ-CP where nobody has set anything else."""
    kept = workspace.history.setting(LAYOUT, {})
    profile = layout_from_json(kept if isinstance(kept, Mapping) else {})
    return LayoutProfile() if faults(profile) else profile


def save_layout_profile(workspace: Workspace, profile: LayoutProfile) -> Changes:
    """Store how the office's papers look; InvalidInput that names the first measure that cannot be used."""
    found = faults(profile)
    if found:
        raise InvalidInput(found[0])
    with workspace.units(Operation("papers.layout", "Sửa thể thức trình bày văn bản")) as unit:
        unit.settings.put(LAYOUT, layout_to_json(profile))
        return unit.commit()


def reset_layout_profile(workspace: Workspace) -> Changes:
    """Go back to the layout of the decree; letterheads that were typed stay."""
    kept = layout_profile(workspace)
    return save_layout_profile(workspace, LayoutProfile(letterheads=kept.letterheads))
