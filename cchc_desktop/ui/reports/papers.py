"""The papers that the screen offers: what each is called, what it asks for, what can be chosen for it.

A further paper is one more line of `PAPERS`, and one of `gathering.GATHERERS`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Flag, auto
from typing import TYPE_CHECKING

from cchc_desktop.domain.papers.followup import Grouping, ReminderLetter
from cchc_desktop.domain.papers.layout_profile import AS_NEEDED, LANDSCAPE, PORTRAIT
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.ui.words import Words

if TYPE_CHECKING:
    from cchc_desktop.domain.office import Signer
    from cchc_desktop.domain.papers.report_template import ReportTemplate
    from cchc_desktop.domain.plan import PlanSummary
    from cchc_desktop.domain.views import SavedView
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
    PLANS = auto()
    """Over which plans besides the open one."""
    NUMBER = auto()
    """Its number and the day on which it is signed; a draft has neither."""
    LETTERS = auto()
    """One letter to all offices, or one to each."""
    VIEW = auto()
    """Over the whole plan, or what a saved view of it shows."""


SIZES = ("A4", "A3")
SHEETS = tuple((size, orientation) for size in SIZES for orientation in (LANDSCAPE, PORTRAIT))
"""Sizes of sheets and how their tables lie, as they are offered."""
USUAL_SHEET = ("", AS_NEEDED)
"""The sheet of the office's own layout."""
STATISTICS, INDICATORS, TASK_LIST = "statistics", "indicators", "list"
CHARTS, TRACKING = "charts", "tracking"


@dataclass(frozen=True, slots=True)
class PaperOptions:
    """What was chosen for one paper; what it does not ask for is not read.

    `agency` is a name, '' for all; `size` and `orientation` are '' for those of the office's layout; `left_out` are
    keys of usual parts, `added` of those that are off else; `signer` are a signer's words (`signer_words`),
    `letterhead` a name, '' for the office's usual ones. `plans` are ids of plans besides the open one, `view` the uid
    of a saved view, '' for the whole plan; `each`: every office gets a letter of its own. A draft has no number ('')
    and no day (None).
    """

    as_of: date
    period: str = ""
    agency: str = ""
    grouping: Grouping = Grouping.AREA
    size: str = ""
    left_out: frozenset[str] = frozenset()
    signer: str = ""
    letterhead: str = ""
    added: frozenset[str] = frozenset()
    plans: tuple[int, ...] = ()
    number: str = ""
    day: date | None = None
    orientation: str = AS_NEEDED
    each: bool = False
    view: str = ""


@dataclass(frozen=True, slots=True)
class PaperKind:
    """One paper: `for_superior` says that a superior's plan has it too, `parts` what may be left out of it.

    `extras` are parts that it has only where they are asked for.
    """

    name: str
    words: str
    asks: Asks = Asks.NOTHING
    for_superior: bool = False
    parts: Mapping[str, str] | None = None
    extras: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a paper that a person may leave out, or (where it is not usual) take in."""

    key: str
    words: str
    is_usual: bool = True


@dataclass(frozen=True, slots=True)
class PaperSet:
    """Papers of one kind that go out together, each in a file of its own; they are looked at one after another.

    `notes` say what is in none of them.
    """

    papers: tuple[ReminderLetter, ...]
    notes: tuple[str, ...] = ()


def signer_words(signer: Signer) -> str:
    """Return how a signer is offered: the capacity, then the name."""
    return ", ".join((" ".join(signer.capacity), signer.name)).strip(", ")


@dataclass(frozen=True, slots=True)
class Offers:
    """Periods by the end of their data, the key of the one at hand, names of lead agencies in Vietnamese order.

    `signers` are their words, `letterheads` names of those besides the office's own one; `template` gives the parts of
    a report, None where none can be made. `plans` are those besides the open one over which a report can be made,
    `views` the saved views of the plan's rows.
    """

    periods: tuple[PeriodLine, ...] = ()
    period: str = ""
    agencies: tuple[str, ...] = ()
    signers: tuple[str, ...] = ()
    letterheads: tuple[str, ...] = ()
    template: ReportTemplate | None = None
    plans: tuple[PlanSummary, ...] = ()
    views: tuple[SavedView, ...] = ()

    def view(self, uid: str) -> SavedView | None:
        """Return a saved view, None for the whole plan."""
        return next((view for view in self.views if view.uid == uid), None)


PAPERS: tuple[PaperKind, ...] = (
    PaperKind("report", _w("Báo cáo định kỳ"), Asks.PERIOD | Asks.PLANS | Asks.SIGNER | Asks.NUMBER | Asks.PARTS,
              parts={STATISTICS: _w("Phụ lục: thống kê nhiệm vụ"), INDICATORS: _w("Phụ lục: chỉ tiêu")},
              extras={TRACKING: _w("Phụ lục: bảng theo dõi nhiệm vụ"), CHARTS: _w("Biểu đồ")}),
    PaperKind("appendix", _w("Phụ lục nhiệm vụ"), Asks.SIZE, for_superior=True),
    PaperKind("indicators", _w("Phụ lục chỉ tiêu"), Asks.SIZE, for_superior=True),
    PaperKind("tracking", _w("Bảng theo dõi nhiệm vụ"),
              Asks.DAY | Asks.VIEW | Asks.AGENCY | Asks.GROUPING | Asks.SIZE | Asks.SIGNER),
    PaperKind("reminder", _w("Công văn đôn đốc"),
              Asks.DAY | Asks.AGENCY | Asks.LETTERS | Asks.SIGNER | Asks.NUMBER | Asks.PARTS,
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


def parts_of(kind: PaperKind, template: ReportTemplate | None) -> tuple[Part, ...]:
    """Return what may be left out of a paper, then what may be taken in."""
    sections = template.sections if template and kind.name == "report" else ()
    headings = (Part(part.key, part.heading) for part in sections if part.heading)
    own = (Part(key, paper_words(words)) for key, words in (kind.parts or {}).items())
    extras = (Part(key, paper_words(words), is_usual=False) for key, words in (kind.extras or {}).items())
    return (*headings, *own, *extras)
