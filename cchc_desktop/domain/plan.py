"""A plan (kế hoạch CCHC), its sections and the form of its printed appendices."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from cchc_desktop.domain.areas import AreaCode
from cchc_desktop.domain.entities import UNSAVED, new_uid
from cchc_desktop.domain.numbering import NumberingScheme
from cchc_desktop.domain.periods import Period


class PlanKind(StrEnum):
    """How long a plan runs."""

    SIX_MONTHS = "six_months"
    ANNUAL = "annual"
    MULTI_YEAR = "multi_year"
    OTHER = "other"


class PlanState(StrEnum):
    """Where a plan stands in its life."""

    DRAFT = "draft"
    ISSUED = "issued"
    CLOSED = "closed"
    REPLACED = "replaced"


class Column(StrEnum):
    """What a column of a printed appendix holds; the header words belong to the plan."""

    NUMBER = "number"
    OBJECTIVE = "objective"
    TASK = "task"
    CONTENT = "content"
    PRODUCT = "product"
    LEAD = "lead"
    COORDINATING = "coordinating"
    TIME = "time"
    FUNDING = "funding"
    NOTE = "note"
    INDICATOR = "indicator"
    UNIT = "unit"
    TARGET = "target"
    AGENCY = "agency"


class SectionRows(StrEnum):
    """The two shapes of a section row: 'I. Cải cách thể chế' in one cell, or 'I' and the title beside it."""

    MERGED = "merged"
    SPLIT = "split"


@dataclass(frozen=True, slots=True)
class AppendixColumn:
    """One column as printed: header words, and the words over several columns where the header has two rows."""

    column: Column
    header: str
    group: str | None = None


@dataclass(frozen=True, slots=True)
class AppendixForm:
    """The printed form of one appendix: heading lines as typed, columns in order, shape of section rows."""

    title_block: tuple[str, ...] = ()
    columns: tuple[AppendixColumn, ...] = ()
    section_rows: SectionRows = SectionRows.SPLIT

    def untitled(self) -> AppendixForm:
        """Return the form without heading lines, for another plan: they are composed from that one's facts."""
        return replace(self, title_block=())


@dataclass(frozen=True, slots=True)
class DocumentRef:
    """The document that issues a plan; number and date stay None in a draft."""

    type: str | None = None
    number: str | None = None
    date: date | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan of the office; its words are kept as issued, everything computed is derived elsewhere."""

    title: str
    kind: PlanKind
    period: Period
    id: int = UNSAVED
    uid: str = field(default_factory=new_uid)
    row_version: int = 1
    tracked_from: date | None = None
    issuer: str | None = None
    document: DocumentRef = DocumentRef()
    signer_capacity: str | None = None
    signer_name: str | None = None
    legal_bases: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    state: PlanState = PlanState.DRAFT
    replaced_by_id: int | None = None
    parent_plan_id: int | None = None
    superior: bool = False
    numbering: NumberingScheme = NumberingScheme.AS_PRINTED
    form: AppendixForm = AppendixForm()
    indicator_form: AppendixForm = AppendixForm()


@dataclass(frozen=True, slots=True)
class Section:
    """A plan's own heading for a reform area: number, order and words are the plan's, the area is a code."""

    plan_id: int
    title: str
    id: int = UNSAVED
    uid: str = field(default_factory=new_uid)
    row_version: int = 1
    number: str | None = None
    area: AreaCode = AreaCode.OTHER
    sort_key: str = ""
    amended_by: str | None = None
    """The documents by which the issued words were changed, the newest last."""


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """One line of the plan chooser."""

    id: int
    title: str
    kind: PlanKind
    period: Period
    state: PlanState
    document: DocumentRef
    items: int
    superior: bool = False
    """The plan of the level above, held to take rows from."""
    parent_plan_id: int | None = None


def plan_kind(period: Period) -> PlanKind:
    """Return the kind that a period's months show: half a year, a calendar year, several years."""
    months = (period.end.year - period.start.year) * 12 + period.end.month - period.start.month + 1
    whole_years = (period.start.month, period.end.month) == (1, 12)
    if months == 6 and period.start.month in (1, 7):
        return PlanKind.SIX_MONTHS
    if whole_years:
        return PlanKind.ANNUAL if months == 12 else PlanKind.MULTI_YEAR
    return PlanKind.OTHER
