"""An office, and an input method in front of a field: what the tests of the form share."""

from __future__ import annotations

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from cchc_desktop.domain.office import LetterheadLine, OfficeProfile, Signer

PROFILE = OfficeProfile(
    name="Ủy ban nhân dân phường An Bình",
    superior="Ủy ban nhân dân thành phố Cẩm Hà",
    letterhead=(LetterheadLine("ỦY BAN NHÂN DÂN"), LetterheadLine("PHƯỜNG AN BÌNH")),
    place="An Bình",
    standing_office="Văn phòng HĐND và UBND",
    signers=(Signer("Trần Văn An", ("CHỦ TỊCH",)), Signer("Lê Thị Bình", ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"))),
    symbols=("KH-UBND", "BC-UBND"),
)


def compose(field: QWidget, text: str) -> None:
    """Show letters that an input method still holds."""
    QApplication.sendEvent(field, QInputMethodEvent(text, []))


def finish(field: QWidget, text: str, replaced: int = 0) -> None:
    """Hand over composed letters; `replaced` letters before the cursor go first, as Unikey takes them back."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text, -replaced, replaced)
    QApplication.sendEvent(field, event)
