"""Use cases of the office's own facts: who it is on its papers."""

from __future__ import annotations

from dataclasses import replace

from cchc_desktop.domain.changes import Changes, Operation
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.office import (
    PROFILE,
    LetterheadLine,
    OfficeProfile,
    Signer,
    profile_from_json,
    profile_to_json,
)
from cchc_desktop.services.workspace import Workspace


def office_profile(workspace: Workspace) -> OfficeProfile:
    """Return the office's profile, an empty one where nobody has filled it in."""
    return profile_from_json(workspace.history.setting(PROFILE, {}))


def save_profile(workspace: Workspace, profile: OfficeProfile) -> Changes:
    """Store the office's profile; lines and signers that were left empty are dropped. InvalidInput without a name."""
    trimmed = _trimmed(profile)
    if not trimmed.name:
        raise InvalidInput("Chưa có tên đơn vị. Hãy nhập tên đơn vị như ghi trên văn bản.")
    with workspace.units(Operation("office.edit", "Sửa thông tin đơn vị")) as unit:
        unit.settings.put(PROFILE, profile_to_json(trimmed))
        return unit.commit()


def _trimmed(profile: OfficeProfile) -> OfficeProfile:
    lines = (LetterheadLine(line.words.strip(), line.bold) for line in profile.letterhead)
    signers = (
        Signer(signer.name.strip(), tuple(words for line in signer.capacity if (words := line.strip())))
        for signer in profile.signers
    )
    return replace(
        profile,
        name=profile.name.strip(),
        superior=profile.superior.strip(),
        letterhead=tuple(line for line in lines if line.words),
        place=profile.place.strip(),
        standing_office=profile.standing_office.strip(),
        signers=tuple(signer for signer in signers if signer.name or signer.capacity),
        symbols=tuple(symbol for words in profile.symbols if (symbol := words.strip())),
    )
