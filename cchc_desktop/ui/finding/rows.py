"""What the page lists: found tasks by plan, then plans and agencies of that name; plain values, without Qt's models."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cchc_desktop.domain.items import bare_number
from cchc_desktop.domain.search.palette import EntryKind
from cchc_desktop.domain.search.snippets import Snippet
from cchc_desktop.ui.words import Words
from cchc_desktop.ui.workbench.chooser import state_words
from cchc_desktop.ui.workbench.columns import COLUMNS, header_of
from cchc_desktop.ui.workbench.reading_line import ReadingLine, reading_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cchc_desktop.domain.search.scoring import Spans
    from cchc_desktop.services.search import Findings, ItemHit, Library, NameHit, PlanGroup

_words = Words("FindPage")
_NAMES = {
    "content": _words.mark("Nội dung"),
    "source_document": _words.mark("Văn bản giao"),
    "amended_by": _words.mark("Sửa theo văn bản"),
    "results": _words.mark("Kết quả"),
    "documents": _words.mark("Tài liệu"),
}
_NEAR = 110
"""Letters of a content that its two lines show in any case."""
_SEEN = ("content", "label", "lead_words")
"""Fields that a row shows anyhow."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The line above what was found in one plan, or above other things."""

    title: str
    tag: str = ""
    count: str = ""


@dataclass(frozen=True, slots=True)
class FoundItem:
    """A task with what the page shows of it; `marks` are the places to be marked in its fields.

    `field` names what else of it answered ('Sản phẩm'), `snippet` holds the words there; '' and None for nothing.
    """

    id: int
    plan_id: int
    number: str
    content: str
    lead: str
    time_words: str
    reading: ReadingLine | None
    marks: Mapping[str, Spans]
    field: str = ""
    snippet: Snippet | None = None

    @property
    def key(self) -> tuple[EntryKind, int]:
        """What names the row from one search to the next."""
        return EntryKind.ITEM, self.id


@dataclass(frozen=True, slots=True)
class FoundName:
    """A plan or an agency that was found itself; `title` is its whole name."""

    kind: EntryKind
    id: int
    title: str
    name: Snippet
    tag: str = ""

    @property
    def key(self) -> tuple[EntryKind, int]:
        """What names the row from one search to the next."""
        return self.kind, self.id


Found = FoundItem | FoundName
Row = Heading | Found


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows for words, in order, how many there are of each kind, and how many tasks were left out."""

    words: str = ""
    rows: tuple[Row, ...] = ()
    counts: str = ""
    more: int = 0


def answer(library: Library, words: str, limit: int, open_plan: int | None) -> Answer:
    """Search and return what to list: the open plan's tasks first, then those of the plan of the best hit."""
    found = library.search(words, limit)
    groups = sorted(found.groups, key=lambda group: group.plan.id != open_plan)
    rows = [row for group in groups for row in _group_rows(group, library)]
    rows += _names(_words("Kế hoạch"), [_plan(hit, library) for hit in found.plans])
    rows += _names(_words("Cơ quan"), [_agency(hit, library) for hit in found.agencies])
    return Answer(words, tuple(rows), _counts(found), found.more)


def _group_rows(group: PlanGroup, library: Library) -> list[Row]:
    count = _words.count("%n nhiệm vụ", group.total)
    heading = Heading(group.plan.title, state_words(group.plan.state), count)
    return [heading, *(_item(hit, library) for hit in group.hits)]


def _item(hit: ItemHit, library: Library) -> FoundItem:
    item, _ = library.item(hit.item_id)
    aside = hit.field not in _SEEN or (hit.field == "content" and _is_far(hit))
    return FoundItem(
        id=item.id,
        plan_id=hit.plan_id,
        number=bare_number(item.number) or "",
        content=item.content,
        lead=item.lead_words or "",
        time_words=item.time_words or "",
        reading=reading_line(library.tree(hit.plan_id).schedule(item)),
        marks=hit.marks,
        field=_field_name(hit.field) if aside else "",
        snippet=hit.snippet if aside else None,
    )


def _is_far(hit: ItemHit) -> bool:
    """Tell whether what was found stands so late in the content that its two lines may end before."""
    return min((first for first, _ in hit.marks.get("content", ())), default=0) > _NEAR


def _names(title: str, rows: list[FoundName]) -> list[Row]:
    return [Heading(title, count=str(len(rows))), *rows] if rows else []


def _plan(hit: NameHit, library: Library) -> FoundName:
    plan = library.tree(hit.id).plan
    return FoundName(EntryKind.PLAN, hit.id, plan.title, hit.name, state_words(plan.state))


def _agency(hit: NameHit, library: Library) -> FoundName:
    return FoundName(EntryKind.AGENCY, hit.id, library.agency_names[hit.id], hit.name)


def _field_name(field: str) -> str:
    if field in _NAMES:
        return _words(_NAMES[field])
    return next(header_of(spec) for spec in COLUMNS if spec.field == field)


def _counts(found: Findings) -> str:
    """Return '12 nhiệm vụ trong 2 kế hoạch · 1 cơ quan', '' where nothing was found."""
    parts = [
        _words.count("%n nhiệm vụ", found.total) if found.total else "",
        _words.count("%n kế hoạch", len(found.plans)) if found.plans else "",
        _words.count("%n cơ quan", len(found.agencies)) if found.agencies else "",
    ]
    return " · ".join(filter(None, parts))
