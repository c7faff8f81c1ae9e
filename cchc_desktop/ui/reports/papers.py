"""The papers that the screen offers: what each is called, what it asks for, what can be chosen for it.

A further paper is one more line of `PAPERS`, and one of `gathering.GATHERERS`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Flag, auto
from typing import TYPE_CHECKING

from cchc_desktop.domain.followup_papers import Grouping
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.ui.words import Words

if TYPE_CHECKING:
    from cchc_desktop.domain.office import Signer
    from cchc_desktop.domain.report_template import ReportTemplate
    from cchc_desktop.services.periods import PeriodLine

paper_words = Words("papers")
"""Returns the words of papers in the user's language; on paper they are Vietnamese."""
_w = paper_words.mark


class Asks(Flag):
    """What a paper wants to know."""

    NOTHING = 0
    DAY = auto()
    """As of which day."""
    PERIOD = auto()
    """For which reporting period."""
    AGENCY = auto()
    """For all agencies or for one."""
    GROUPING = auto()
    """By area or by agency."""
    SIZE = auto()
    """The size of its sheets."""
    SIGNER = auto()
    """Who signs it, under which letterhead."""
    PARTS = auto()
    """Which parts of it; `PaperKind.parts`, for a report those of its template too."""


SIZES = ("A4", "A3")
STATISTICS, INDICATORS, TASK_LIST = "statistics", "indicators", "list"


@dataclass(frozen=True, slots=True)
class PaperOptions:
    """What was chosen for one paper; what it does not ask for is not read.

    `agency` is a name, '' for all; `size` is '' for that of the office's layout; `left_out` are keys of parts;
    `signer` are a signer's words (`signer_words`), `letterhead` a name, '' for the office's usual ones.
    """

    as_of: date
    period: str = ""
    agency: str = ""
    grouping: Grouping = Grouping.AREA
    size: str = ""
    left_out: frozenset[str] = frozenset()
    signer: str = ""
    letterhead: str = ""


@dataclass(frozen=True, slots=True)
class PaperKind:
    """One paper: `for_superior` says that a superior's plan has it too, `parts` what may be left out of it."""

    name: str
    words: str
    asks: Asks = Asks.NOTHING
    for_superior: bool = False
    parts: Mapping[str, str] | None = None


def signer_words(signer: Signer) -> str:
    """Return how a signer is offered: the capacity, then the name."""
    return ", ".join((" ".join(signer.capacity), signer.name)).strip(", ")


@dataclass(frozen=True, slots=True)
class Offers:
    """Periods by the end of their data, the key of the one at hand, names of lead agencies in Vietnamese order.

    `signers` are their words, `letterheads` names of those besides the office's own one; `template` gives the parts of
    a report, None where none can be made.
    """

    periods: tuple[PeriodLine, ...] = ()
    period: str = ""
    agencies: tuple[str, ...] = ()
    signers: tuple[str, ...] = ()
    letterheads: tuple[str, ...] = ()
    template: ReportTemplate | None = None


PAPERS: tuple[PaperKind, ...] = (
    PaperKind("report", _w("Báo cáo định kỳ"), Asks.PERIOD | Asks.SIGNER | Asks.PARTS,
              parts={STATISTICS: _w("Phụ lục: thống kê nhiệm vụ"), INDICATORS: _w("Phụ lục: chỉ tiêu")}),
    PaperKind("appendix", _w("Phụ lục nhiệm vụ"), Asks.SIZE, for_superior=True),
    PaperKind("indicators", _w("Phụ lục chỉ tiêu"), Asks.SIZE, for_superior=True),
    PaperKind("tracking", _w("Bảng theo dõi nhiệm vụ"),
              Asks.DAY | Asks.AGENCY | Asks.GROUPING | Asks.SIZE | Asks.SIGNER),
    PaperKind("reminder", _w("Công văn đôn đốc"), Asks.DAY | Asks.AGENCY | Asks.SIGNER | Asks.PARTS,
              parts={TASK_LIST: _w("Phụ lục: danh sách nhiệm vụ")}),
    PaperKind("chairman", _w("Phiếu trình lãnh đạo"), Asks.DAY | Asks.SIGNER),
    PaperKind("agency", _w("Phiếu theo cơ quan chủ trì"),
              Asks.DAY | Asks.AGENCY | Asks.SIZE | Asks.SIGNER),
)  # fmt: skip
"""All papers, in the order in which they are offered; the first is shown where nothing was chosen before."""


def offered(tree: PlanTree, template: ReportTemplate | None) -> tuple[PaperKind, ...]:
    """Return the papers of a plan: a superior's has its appendices alone, a report needs its template."""
    return tuple(
        kind
        for kind in PAPERS
        if (kind.for_superior or not tree.plan.superior) and (kind.name != "report" or template is not None)
    )


def parts_of(kind: PaperKind, template: ReportTemplate | None) -> Sequence[tuple[str, str]]:
    """Return keys and words of what may be left out of a paper."""
    sections = template.sections if template else ()
    headings = [(part.key, part.heading) for part in sections if part.heading]
    own = [(key, paper_words(words)) for key, words in (kind.parts or {}).items()]
    return [*headings, *own] if kind.name == "report" else own
