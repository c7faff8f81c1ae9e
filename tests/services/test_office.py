from __future__ import annotations

import pytest

from cchc_desktop import wiring
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.office import LetterheadLine, OfficeProfile, Signer
from cchc_desktop.services import history, office

PROFILE = OfficeProfile(
    name=" Ủy ban nhân dân phường An Bình ",
    letterhead=(LetterheadLine("ỦY BAN NHÂN DÂN"), LetterheadLine(" "), LetterheadLine("PHƯỜNG AN BÌNH", bold=False)),
    place="An Bình",
    signers=(Signer("Trần Văn An", ("KT. CHỦ TỊCH", " ", "PHÓ CHỦ TỊCH ")), Signer(" ", ())),
    symbols=("KH-UBND", " "),
)


@pytest.fixture
def workspace(tmp_path):
    with wiring.open_workspace(tmp_path / "dữ liệu.db") as workspace:
        yield workspace


def test_a_profile_is_kept_without_what_was_left_empty(workspace):
    assert office.office_profile(workspace).is_empty
    office.save_profile(workspace, PROFILE)
    assert office.office_profile(workspace) == OfficeProfile(
        name="Ủy ban nhân dân phường An Bình",
        letterhead=(LetterheadLine("ỦY BAN NHÂN DÂN"), LetterheadLine("PHƯỜNG AN BÌNH", bold=False)),
        place="An Bình",
        signers=(Signer("Trần Văn An", ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),),
        symbols=("KH-UBND",),
    )


def test_a_change_of_the_profile_is_undone(workspace):
    office.save_profile(workspace, PROFILE)
    office.save_profile(workspace, OfficeProfile(name="UBND xã Đại Lộc"))
    history.undo(workspace)
    assert office.office_profile(workspace).name == "Ủy ban nhân dân phường An Bình"


def test_a_profile_needs_a_name(workspace):
    with pytest.raises(InvalidInput, match="tên đơn vị"):
        office.save_profile(workspace, OfficeProfile(place="An Bình"))
