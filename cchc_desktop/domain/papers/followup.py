"""Plain data of the papers of the follow-up: tracking table, sheets, reminder letter; words and figures, no layout.

Services gather them from the statuses as of a day, builders set them. Every figure knows the tasks that it counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from cchc_desktop.domain.followup.rollups import RollUp
from cchc_desktop.domain.followup.status import COMPLETED, ItemStatus, Status, printed_words
from cchc_desktop.domain.office import LetterheadLine, Signer
from cchc_desktop.domain.papers.layout_profile import LayoutProfile
from cchc_desktop.domain.plan_tree import PlanTree


class Grouping(StrEnum):
    """By what the rows of a tracking table are grouped."""

    AREA = "area"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who issues a paper: the lines of its letterhead as typed, its name in running text, place, symbol, signer.

    `layout` is how its papers look; `standing_office` is where answers go.
    """

    lines: tuple[LetterheadLine, ...] = ()
    name: str = ""
    place: str = ""
    symbol: str = ""
    signer: Signer = field(default_factory=lambda: Signer(""))
    standing_office: str = ""
    layout: LayoutProfile = field(default_factory=LayoutProfile)


@dataclass(frozen=True, slots=True)
class CitedPlan:
    """The plan that a paper is about: its title, and how other papers cite it."""

    id: int
    title: str
    cited: str


# --- figures -----------------------------------------------------------------------------------------------------

_PRINTED_ORDER = (
    Status.DONE, Status.DONE_LATE, Status.IN_PROGRESS, Status.DUE_SOON, Status.UPDATE_DUE, Status.UPDATED,
    Status.NOT_DUE, Status.UNDATED, Status.WAITING, Status.OVERDUE, Status.DROPPED, Status.UNTRACKED,
)  # fmt: skip
"""The order in which a paper counts: what is done, what goes on, what is late, what does not count."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many tasks there are of one kind, and which; `key` names the figure in a preview."""

    words: str
    items: tuple[int, ...]
    key: str

    @property
    def number(self) -> int:
        """Return how many tasks it counts."""
        return len(self.items)


@dataclass(frozen=True, slots=True)
class Tally:
    """The figures of some tasks: the counts by status that screens show, and the printed words with their tasks."""

    roll_up: RollUp
    all: Count
    done: Count
    late: Count
    lines: tuple[Count, ...]

    def figures(self) -> dict[str, tuple[int, ...]]:
        """Return the tasks behind every figure by its key."""
        return {count.key: count.items for count in (self.all, self.done, self.late, *self.lines)}


def tally(key: str, item_ids: Iterable[int], statuses: Mapping[int, ItemStatus]) -> Tally:
    """Count tasks by their statuses; `key` begins the keys of the figures ('plan:1')."""
    ids = tuple(item_ids)
    found = {id_: statuses[id_] for id_ in ids}
    return Tally(
        RollUp(Counter(one.status for one in found.values())),
        Count("Tổng số", ids, f"{key}/all"),
        Count("Đã hoàn thành", _which(found, COMPLETED), f"{key}/done"),
        Count("Chậm tiến độ", _which(found, (Status.OVERDUE,)), f"{key}/late"),
        tuple(_by_words(key, found)),
    )


def _which(found: Mapping[int, ItemStatus], wanted: Iterable[Status]) -> tuple[int, ...]:
    statuses = frozenset(wanted)
    return tuple(id_ for id_, one in found.items() if one.status in statuses)


def _by_words(key: str, found: Mapping[int, ItemStatus]) -> Iterator[Count]:
    groups: dict[str, list[int]] = {}
    order = {status: place for place, status in enumerate(_PRINTED_ORDER)}
    for id_, one in sorted(found.items(), key=lambda pair: order[pair[1].leading.beneath or pair[1].status]):
        groups.setdefault(printed_words(one.leading), []).append(id_)
    kept = {id_: place for place, id_ in enumerate(found)}
    for words, ids in groups.items():
        yield Count(words, tuple(sorted(ids, key=kept.__getitem__)), f"{key}/words:{words}")


# --- rows --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One followed task (or part of one) as papers show it, every word as typed.

    `due` is the date that counts for `status`, the printed word; `moment` names the milestone where a task has
    several. `result`, `extension` and `evidence` hold one line for each fact.
    """

    item_id: int
    number: str
    content: str
    leads: str = ""
    coordinating: str = ""
    time_words: str = ""
    moment: str = ""
    due: date | None = None
    status: str = ""
    is_late: bool = False
    is_part: bool = False
    result: str = ""
    extension: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class HeadRow:
    """A row that only groups what is below it: it is not followed and has no status."""

    number: str
    content: str


PaperRow = TaskRow | HeadRow


@dataclass(frozen=True, slots=True)
class TaskGroup:
    """The rows of one area or of one agency with their figures."""

    number: str
    title: str
    rows: tuple[PaperRow, ...]
    tally: Tally


# --- papers ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AppendixPaper:
    """The appendix of a plan's tasks, or of its indicators."""

    tree: PlanTree
    layout: LayoutProfile
    indicators: bool = False


@dataclass(frozen=True, slots=True)
class TrackingPaper:
    """The tracking table of a plan as of a day; `agency` names the one whose tasks alone it shows.

    `extract` names what else its rows were chosen by; `parts` are the figures of parts of tasks, which are counted
    apart.
    """

    issuer: Issuer
    plan: CitedPlan
    as_of: date
    by: Grouping
    groups: tuple[TaskGroup, ...]
    total: Tally
    parts: Tally
    agency: str = ""
    extract: str = ""

    def figures(self) -> dict[str, tuple[int, ...]]:
        """Return the tasks behind every figure of the paper."""
        found = self.total.figures() | self.parts.figures()
        for group in self.groups:
            found |= group.tally.figures()
        return found


@dataclass(frozen=True, slots=True)
class AgencySheet:
    """What one agency leads as of a day: `own` are counted as its tasks, `shared` under the agency that leads first."""

    agency: str
    own: tuple[TaskRow, ...]
    shared: tuple[TaskRow, ...]
    tally: Tally


@dataclass(frozen=True, slots=True)
class AgencySheets:
    """A sheet for each of some lead agencies of a plan, each with pages of its own."""

    issuer: Issuer
    plan: CitedPlan
    as_of: date
    sheets: tuple[AgencySheet, ...]

    def figures(self) -> dict[str, tuple[int, ...]]:
        """Return the tasks behind every figure of the paper."""
        return {key: items for sheet in self.sheets for key, items in sheet.tally.figures().items()}


@dataclass(frozen=True, slots=True)
class PersonGroup:
    """The pressing tasks of one person in charge ('' where nobody is named), the most pressing first."""

    person: str
    rows: tuple[TaskRow, ...]


@dataclass(frozen=True, slots=True)
class LeaderGroup:
    """What one leader answers for: the figures of all tasks, and those that press, person by person."""

    leader: str
    tally: Tally
    people: tuple[PersonGroup, ...]


@dataclass(frozen=True, slots=True)
class ChairmanSheet:
    """What presses as of a day, for the chairman: late, or due soon (within `days`); one page, shortened where long.

    `parts` are the figures of parts of tasks, which are counted apart.
    """

    issuer: Issuer
    plan: CitedPlan
    as_of: date
    days: int
    total: Tally
    parts: Tally
    leaders: tuple[LeaderGroup, ...]

    @property
    def rows(self) -> tuple[TaskRow, ...]:
        """Return the rows of what presses, leader by leader."""
        return tuple(row for group in self.leaders for person in group.people for row in person.rows)

    def figures(self) -> dict[str, tuple[int, ...]]:
        """Return the tasks behind every figure of the paper."""
        found = self.total.figures() | self.parts.figures()
        for group in self.leaders:
            found |= group.tally.figures()
        return found


@dataclass(frozen=True, slots=True)
class LateTask:
    """One late task, or part of one, of a letter: `due` is its oldest open date, `moments` name its late milestones."""

    item_id: int
    number: str
    content: str
    time_words: str
    moments: str
    due: date
    late_days: int
    coordinating: str = ""
    result: str = ""
    is_part: bool = False


@dataclass(frozen=True, slots=True)
class LateOffice:
    """One office that leads late tasks; `agency_id` is None for one that only the plan's words name."""

    agency_id: int | None
    name: str
    tasks: tuple[LateTask, ...]


@dataclass(frozen=True, slots=True)
class ReminderLetter:
    """A letter (công văn) that urges offices to finish late tasks; its drafted words may be changed before it is set.

    `opening` are paragraphs, `requests` numbered points, `closing` the last paragraph. With `appended` the list of
    tasks is an appendix, else it stands in the letter. A draft has no number ('') and no day (None).
    """

    issuer: Issuer
    plan: CitedPlan
    on: date
    about: str
    offices: tuple[LateOffice, ...]
    opening: tuple[str, ...]
    requests: tuple[str, ...]
    closing: str
    recipients: tuple[str, ...] = ()
    archive: str = ""
    number: str = ""
    day: date | None = None
    appended: bool = True

    @property
    def addressees(self) -> tuple[str, ...]:
        """Return whom the letter is for: the offices that have a name."""
        return tuple(office.name for office in self.offices if office.name)

    @property
    def items(self) -> tuple[int, ...]:
        """Return the ids of the late tasks, each once."""
        return tuple(dict.fromkeys(task.item_id for office in self.offices for task in office.tasks))

    @property
    def parts(self) -> frozenset[int]:
        """Return the ids of those that are parts of tasks: papers count them apart."""
        return frozenset(task.item_id for office in self.offices for task in office.tasks if task.is_part)


Paper = AppendixPaper | TrackingPaper | AgencySheets | ChairmanSheet | ReminderLetter
"""What `paper_ports.PaperWriter` writes."""
