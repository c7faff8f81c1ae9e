"""What can be chosen to fill a cell, as a list drops it down: proposals first, then by hand, then all figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cchc_desktop.domain.forms.matching import Choice
from cchc_desktop.domain.forms.sources import NOTHING, TYPED, CellSource, SourceKind
from cchc_desktop.domain.text.folding import fold
from cchc_desktop.ui.forms.cells_model import proposal_words
from cchc_desktop.ui.forms.lines import CellLine
from cchc_desktop.ui.words import Words

_words = Words("FormSources")
_BY_HAND = _words.mark("Nhập tay mỗi kỳ")
_LEFT = _words.mark("Để nguyên, không điền ô này")
_NONE = _words.mark("Bỏ nguồn đã gán")
_LAST, _LAST_GROUP = _words.mark("Kỳ trước của “{}”"), _words.mark("Số liệu đã gửi kỳ trước")


@dataclass(frozen=True, slots=True)
class SourceOption:
    """One line of the list: the source, None to take away what fills a cell; its words, and the group it is of."""

    source: CellSource | None
    words: str
    group: str = ""

    @property
    def label(self) -> str:
        """Return the line as the list shows it."""
        return f"{self.words} · {self.group}" if self.group else self.words


Offered = tuple[str, SourceOption]
"""The folded words by which a source is found, and the source."""


def offered(choices: Sequence[Choice]) -> tuple[Offered, ...]:
    """Prepare choices for the list: where they are read, for folding hundreds takes time."""
    return tuple(_of_choice(one) for one in choices)


def _of_choice(choice: Choice) -> Offered:
    words = (choice.full_words, *choice.other_words, choice.group)
    return fold(" ".join(words)), SourceOption(choice.source, choice.full_words, choice.group)


def options_for(
    chosen: Sequence[CellLine], lines: Sequence[CellLine], choices: Sequence[Offered]
) -> tuple[Offered, ...]:
    """Return what can fill the chosen cells: what is proposed to one alone stands first."""
    first: list[SourceOption] = []
    if len(chosen) == 1 and (proposal := chosen[0].proposal) is not None:
        first.append(SourceOption(proposal.choice.source, proposal_words(proposal)))
    first += [SourceOption(TYPED, _words(_BY_HAND)), SourceOption(NOTHING, _words(_LEFT))]
    if any(line.is_mapped for line in chosen):
        first.append(SourceOption(None, _words(_NONE)))
    beside, others = _last_of(chosen, lines)
    return (*_found(first), *_found(beside), *choices, *_found(others))


def _last_of(chosen: Sequence[CellLine], lines: Sequence[CellLine]) -> tuple[list[SourceOption], list[SourceOption]]:
    """Return the last period's values of cells in the row of the chosen one, and those of all other cells."""
    rows = {_row(line) for line in chosen}
    own = {line.address for line in chosen}
    beside: list[SourceOption] = []
    others: list[SourceOption] = []
    for line in lines:
        mapped = line.value.mapped
        can_be_kept = mapped is not None and mapped.source.is_written and mapped.source.kind is not SourceKind.LAST
        if can_be_kept and line.address not in own:
            (beside if len(chosen) == 1 and _row(line) in rows else others).append(_last(line))
    return beside, others


def _last(line: CellLine) -> SourceOption:
    name = line.name
    source = CellSource(SourceKind.LAST, line.address, name)
    return SourceOption(source, _words(_LAST).format(name), _words(_LAST_GROUP))


def _row(line: CellLine) -> tuple[str, int]:
    return line.value.cell.read.table, line.value.cell.read.row


def _found(options: Iterable[SourceOption]) -> list[Offered]:
    return [(fold(one.label), one) for one in options]
