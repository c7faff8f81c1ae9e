"""What the office decides for its data (not for one PC): small named values that undo and hand-over carry along."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from cchc_desktop.domain.entities import UNSAVED, new_uid

LOG_MONTHS = "log.months"
"""For how many months the change log is kept; absent or 0: for good."""
PROFILE = "office.profile"
"""Who the office is, as its papers say it (`OfficeProfile` as JSON)."""
TEMPLATES = "plan.templates"
"""Plans that the office keeps as templates: drafts as JSON, by name."""

_COUNCIL = "ủy ban nhân dân "


@dataclass(frozen=True, slots=True)
class Setting:
    """One named decision; `value` is plain JSON."""

    name: str
    value: Any
    id: int = UNSAVED
    uid: str = field(default_factory=new_uid)
    row_version: int = 1


@dataclass(frozen=True, slots=True)
class LetterheadLine:
    """One line above the number of a paper, as typed (Decree 30/2020/NĐ-CP, appendix I, part II, clause 2)."""

    words: str
    bold: bool = True


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs papers: the lines of the capacity as typed ('KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'), and the name."""

    name: str
    capacity: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OfficeProfile:
    """The office as its papers say it; every word is the office's own, nothing is composed."""

    name: str = ""
    superior: str = ""
    letterhead: tuple[LetterheadLine, ...] = ()
    place: str = ""
    """The place name before the date of a paper."""
    standing_office: str = ""
    """The office that keeps the reform work (cơ quan thường trực CCHC)."""
    signers: tuple[Signer, ...] = ()
    symbols: tuple[str, ...] = ()
    """Symbols behind the numbers of papers ('KH-UBND', 'BC-UBND')."""

    @property
    def is_empty(self) -> bool:
        """Whether nobody has filled it in yet."""
        return self == OfficeProfile()


def profile_to_json(profile: OfficeProfile) -> dict[str, Any]:
    """Return a profile as plain JSON values."""
    return asdict(profile)


def profile_from_json(values: Mapping[str, Any]) -> OfficeProfile:
    """Return the profile that `profile_to_json` wrote; names that it does not know are left out."""
    return OfficeProfile(
        name=str(values.get("name") or ""),
        superior=str(values.get("superior") or ""),
        letterhead=tuple(
            LetterheadLine(str(line["words"]), bool(line.get("bold", True))) for line in values.get("letterhead") or ()
        ),
        place=str(values.get("place") or ""),
        standing_office=str(values.get("standing_office") or ""),
        signers=tuple(
            Signer(str(signer["name"]), tuple(map(str, signer.get("capacity") or ())))
            for signer in values.get("signers") or ()
        ),
        symbols=tuple(map(str, values.get("symbols") or ())),
    )


def suggest_letterhead(name: str) -> tuple[LetterheadLine, ...]:
    """Return the lines that a typed name offers: a People's Committee stands on two bold lines of one name."""
    words = " ".join(name.split())
    if not words:
        return ()
    if words.lower().startswith(_COUNCIL) and len(words) > len(_COUNCIL):
        cut = len(_COUNCIL)
        return LetterheadLine(words[: cut - 1].upper()), LetterheadLine(words[cut:].upper())
    return (LetterheadLine(words.upper()),)
