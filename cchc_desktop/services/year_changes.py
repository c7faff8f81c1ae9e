"""Use cases of years inside a plan's words: where they stand, and changing those that a person ticked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from cchc_desktop.domain.changes import Changes
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.domain.schedule.months import month_end
from cchc_desktop.domain.years_in_words import YearProposal, with_years, year_proposals
from cchc_desktop.services.item_editing import edit_items
from cchc_desktop.services.workspace import Workspace

FIELDS = ("content", "product", "time_words", "funding", "note")
"""Fields of an item in which years are looked for."""


@dataclass(frozen=True, slots=True)
class YearPlace:
    """One year in one field of a task; `words` is the field as it stands.

    `is_corrected` marks time words whose reading a person corrected: other words would be read anew.
    """

    item: WorkItem
    field: str
    words: str
    proposal: YearProposal
    is_corrected: bool = False

    @property
    def is_sure(self) -> bool:
        """Tell whether nothing speaks against the change."""
        return self.proposal.doubt is None and not self.is_corrected


def year_places(tree: PlanTree, written_for: Period) -> Iterator[YearPlace]:
    """Yield the years in a plan's words that were written for an earlier period, in the plan's order."""
    for section in tree.sections:
        for item, _ in tree.walk(section.id):
            yield from _places_in(item, written_for, tree.plan.period)


def earlier_period(workspace: Workspace, tree: PlanTree) -> Period:
    """Return the period for which a plan's words were written: of the plan it continues, else the one before."""
    continued = {item.continues_id for item in tree.items.values()} - {None}
    if continued:
        others = [row for row in workspace.queries.plans() if row.id != tree.plan.id]
        counts = Counter({row.id: len(continued & workspace.queries.tree(row.id).items.keys()) for row in others})
        best, count = counts.most_common(1)[0] if counts else (0, 0)
        if count:
            return next(row.period for row in others if row.id == best)
    return shifted(tree.plan.period, -_years_of(tree.plan))


def shifted(period: Period, years: int) -> Period:
    """Return a period moved by whole years; 29 February becomes the 28th where the other year has none."""
    return Period(_moved(period.start, years), _moved(period.end, years))


def change_years(
    workspace: Workspace, plan_id: int, chosen: Sequence[YearPlace], amendment: str | None = None
) -> Changes:
    """Change the chosen years as one operation; a field that was edited meanwhile keeps what no longer matches.

    AmendmentNeeded where issued words change; InvalidInput where nothing is left to change.
    """
    items = workspace.queries.tree(plan_id).items
    edits: dict[int, dict[str, str | None]] = {}
    for (item_id, field), places in _by_field(chosen).items():
        before = getattr(items[item_id], field) if item_id in items else None
        after = with_years(before or "", (place.proposal for place in places))
        if before and after != before:
            edits.setdefault(item_id, {})[field] = after
    if not edits:
        raise InvalidInput("Không còn chỗ nào để đổi: nội dung đã được sửa ở nơi khác. Hãy xem lại danh sách.")
    return edit_items(workspace, edits, amendment)


def _places_in(item: WorkItem, old: Period, new: Period) -> Iterator[YearPlace]:
    for field in FIELDS:
        words: str | None = getattr(item, field)
        is_corrected = field == "time_words" and item.rules is not None
        for proposal in year_proposals(words or "", old, new):
            yield YearPlace(item, field, words or "", proposal, is_corrected)


def _by_field(places: Iterable[YearPlace]) -> dict[tuple[int, str], list[YearPlace]]:
    found: dict[tuple[int, str], list[YearPlace]] = defaultdict(list)
    for place in places:
        found[place.item.id, place.field].append(place)
    return found


def _years_of(plan: Plan) -> int:
    return plan.period.end.year - plan.period.start.year + 1


def _moved(day: date, years: int) -> date:
    last = month_end(day.year + years, day.month).day
    return day.replace(year=day.year + years, day=min(day.day, last))
