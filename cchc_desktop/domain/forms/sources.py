"""Where the value of a form's cell comes from: a figure, an indicator, a field, or what a person types."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.text.folding import nfc


class SourceKind(StrEnum):
    """What fills a cell. LAST: what another cell held in the last period; NOTHING: it stays as it is, on purpose."""

    FIGURE = "figure"
    INDICATOR = "indicator"
    INDICATOR_BEFORE = "indicator_before"
    FIELD = "field"
    LAST = "last"
    TYPED = "typed"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class CellSource:
    """The source of one cell: its kind, its name in that kind, and the words by which a person knew it when chosen."""

    kind: SourceKind
    name: str = ""
    words: str = ""

    @property
    def text(self) -> str:
        """Return the source as words of a command: 'figure:overdue/agency=5', 'typed'."""
        return f"{self.kind}:{self.name}" if self.name else str(self.kind)

    @property
    def is_written(self) -> bool:
        """Tell whether anything is to be written at all."""
        return self.kind is not SourceKind.NOTHING

    @classmethod
    def read(cls, text: str) -> CellSource:
        """Return the source that `text` gave; InvalidInput for an unknown kind."""
        kind, _, name = text.strip().partition(":")
        try:
            return cls(SourceKind(kind.strip()), nfc(name.strip()))
        except ValueError as error:
            raise InvalidInput(
                f"Không có nguồn “{text}”. Các nguồn: figure:TÊN, indicator:SỐ, field:TÊN, last:Ô, typed, nothing."
            ) from error


TYPED = CellSource(SourceKind.TYPED)
NOTHING = CellSource(SourceKind.NOTHING)
