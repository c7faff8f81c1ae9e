"""Use cases that take over what another plan holds: last year's plan as a new draft, rows of a superior plan."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from cchc_desktop.domain.areas import AreaCode
from cchc_desktop.domain.changes import Changes, Operation
from cchc_desktop.domain.entities import UNSAVED, new_uid
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.indicators.indicator import Indicator
from cchc_desktop.domain.items import ItemOrigin, WorkItem
from cchc_desktop.domain.ordering import keys_between
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import DocumentRef, Plan, PlanState, Section, plan_kind
from cchc_desktop.domain.plan_tree import PlanTree, build_tree
from cchc_desktop.domain.ports import UnitOfWork
from cchc_desktop.domain.schedule.shifting import shift_named_years, shift_rule, shift_years
from cchc_desktop.domain.text.folding import fold
from cchc_desktop.services.amending import PlanLock
from cchc_desktop.services.carry_questions import COPY, ask_before_carrying
from cchc_desktop.services.renumbering import NumberKeeper
from cchc_desktop.services.titles import about
from cchc_desktop.services.workspace import Workspace

Change = Callable[[WorkItem], WorkItem]
"""What a copy changes in an item besides its place."""


@dataclass(frozen=True, slots=True)
class CopyChoices:
    """What a person decides about the copy of a plan.

    `carried` are the tasks directly under a section that come along, None for all; `linked` says that they go on
    with the old ones (chuyển tiếp), so that a report over both plans counts them once. `confirmed` answers what
    `CarryOverAsked` asks about that.
    """

    title: str
    period: Period
    carried: frozenset[int] | None = None
    linked: bool = True
    indicators: bool = True
    confirmed: bool = False


def copy_plan(workspace: Workspace, source_id: int, choices: CopyChoices) -> tuple[int, Changes]:
    """Store a copy of a plan as a draft for another period, its dates moved by whole years; return its id.

    CarryOverAsked where its tasks are linked and would go on in two plans.
    """
    if not choices.title.strip():
        raise InvalidInput("Kế hoạch chưa có tên. Hãy nhập tên kế hoạch.")
    if choices.linked and not choices.confirmed:
        ask_before_carrying(workspace, workspace.queries.tree(source_id), choices.period)
    with workspace.units(Operation(COPY, about("Lập kế hoạch theo kế hoạch cũ", choices.title))) as unit:
        source = _tree(unit, source_id)
        parent_id = _parent_for(unit, source.plan, choices.period)
        plan = unit.plans.add(replace(_draft(source.plan, choices), parent_plan_id=parent_id))
        years = choices.period.start.year - source.plan.period.start.year
        sections = _copy_sections(unit, source.sections, plan.id)
        tops = [item for item in _tops(source) if choices.carried is None or item.id in choices.carried]
        _copy_items(unit, source, tops, sections, _into_next_period(years, linked=choices.linked))
        if choices.carried is not None:
            NumberKeeper(unit, source_id).keep(plan.id)
        if choices.indicators:
            unit.indicators.add_all([_indicator(row, plan.id, years, source.plan.period) for row in source.indicators])
        return plan.id, unit.commit()


def take_over(
    workspace: Workspace, source_id: int, item_ids: Collection[int], plan_id: int, amendment: str | None = None
) -> Changes:
    """Copy rows of a superior or parent plan with all below them into a plan; each names what it carries out.

    They go behind the tasks of the section of the same area, or of the same heading, or of a new one. AmendmentNeeded
    where the plan was issued.
    """
    with workspace.units(Operation("plan.take_over", "Lấy nhiệm vụ từ kế hoạch cấp trên", plan_id)) as unit:
        source, lock = _tree(unit, source_id), PlanLock(unit, amendment)
        tops = _chosen_tops(source, item_ids)
        if not tops:
            raise InvalidInput("Chưa chọn nhiệm vụ nào để lấy sang kế hoạch. Hãy đánh dấu ít nhất một nhiệm vụ.")
        lock.require(plan_id)
        keeper = NumberKeeper(unit, plan_id)
        wanted = [section for section in source.sections if any(item.section_id == section.id for item in tops)]
        sections = {section.id: _section_for(unit, section, plan_id) for section in wanted}
        _copy_items(unit, source, tops, sections, lambda item: lock.amended(_carried_out(item, plan_id)))
        keeper.keep()
        title = "Lấy nhiệm vụ từ kế hoạch cấp trên" if source.plan.superior else "Lấy nhiệm vụ từ kế hoạch gốc"
        unit.describe(lock.title(title))
        return unit.commit()


def _chosen_tops(source: PlanTree, item_ids: Collection[int]) -> list[WorkItem]:
    """Return the chosen rows in the plan's order, without those that come along below another one."""
    rows = [item for section in source.sections for item, _ in source.walk(section.id) if item.id in item_ids]
    return [item for item in rows if not _stands_below(source, item, item_ids)]


def _stands_below(source: PlanTree, item: WorkItem, item_ids: Collection[int]) -> bool:
    above = item.parent_id
    while above is not None and above not in item_ids:
        above = source.items[above].parent_id
    return above is not None


def _carried_out(item: WorkItem, plan_id: int) -> WorkItem:
    """Return a row as another plan's, naming what it carries out; what it was in its own plan stays there."""
    return replace(
        item,
        plan_id=plan_id,
        carries_out_id=item.id,
        continues_id=None,
        number=None,
        origin=ItemOrigin.ISSUED,
        source_document=None,
        amended_by=None,
    )


def _tree(unit: UnitOfWork, plan_id: int) -> PlanTree:
    return build_tree(
        unit.plans.get(plan_id),
        unit.sections.of_plan(plan_id),
        unit.items.of_plan(plan_id),
        unit.indicators.of_plan(plan_id),
    )


def _tops(tree: PlanTree) -> list[WorkItem]:
    return [item for section in tree.sections for item in tree.roots(section.id)]


def _draft(source: Plan, choices: CopyChoices) -> Plan:
    """Return the new plan: the old one's people and form, without its document."""
    return replace(
        source,
        id=UNSAVED,
        uid=new_uid(),
        row_version=1,
        title=choices.title.strip(),
        period=choices.period,
        kind=plan_kind(choices.period),
        tracked_from=None,
        document=DocumentRef(type=source.document.type),
        state=PlanState.DRAFT,
        replaced_by_id=None,
        superior=False,
        form=source.form.untitled(),
        indicator_form=source.indicator_form.untitled(),
    )


def _parent_for(unit: UnitOfWork, source: Plan, period: Period) -> int | None:
    """Return the plan that the copy carries out as well: the source's, unless that ends before the copy begins."""
    if source.parent_plan_id is None:
        return None
    parent = unit.plans.get(source.parent_plan_id)
    return parent.id if parent.period.clamp(period.start, period.end) else None


def _copy_sections(unit: UnitOfWork, sections: Sequence[Section], plan_id: int) -> dict[int, int]:
    copies = [
        replace(section, id=UNSAVED, uid=new_uid(), row_version=1, plan_id=plan_id, amended_by=None)
        for section in sections
    ]
    stored = unit.sections.add_all(copies)
    return {old.id: new.id for old, new in zip(sections, stored, strict=True)}


def _section_for(unit: UnitOfWork, wanted: Section, plan_id: int) -> int:
    """Return the section of a plan that rows of another plan's section belong to; a new one behind the last."""
    present = unit.sections.of_plan(plan_id)
    for is_it in (_same_heading(wanted), _same_area(wanted)):
        found = [section.id for section in present if is_it(section)]
        if len(found) == 1:
            return found[0]
    key = keys_between(max((section.sort_key for section in present), default=None), None, 1)[0]
    return unit.sections.add(Section(plan_id, wanted.title, area=wanted.area, sort_key=key)).id


def _same_heading(wanted: Section) -> Callable[[Section], bool]:
    return lambda section: fold(section.title) == fold(wanted.title)


def _same_area(wanted: Section) -> Callable[[Section], bool]:
    return lambda section: section.area is wanted.area and section.area is not AreaCode.OTHER


def _copy_items(
    unit: UnitOfWork, source: PlanTree, tops: Iterable[WorkItem], sections: Mapping[int, int], change: Change
) -> None:
    """Copy items with all below them behind what the sections hold; many at a time, level by level."""
    plan_ids = {section_id: unit.sections.get(section_id).plan_id for section_id in set(sections.values())}
    level = [item for item in tops if item.section_id in sections]
    parents: dict[int, int] = {}
    keys = _keys_behind(unit, level, sections)
    while level:
        copies = [
            replace(
                change(item),
                id=UNSAVED,
                uid=new_uid(),
                row_version=1,
                plan_id=plan_ids[sections[item.section_id]],
                section_id=sections[item.section_id],
                parent_id=parents.get(item.parent_id or UNSAVED),
                sort_key=keys.get(item.id, item.sort_key),
            )
            for item in level
        ]
        stored = unit.items.add_all(copies)
        parents.update({old.id: new.id for old, new in zip(level, stored, strict=True)})
        level = [child for item in level for child in source.children(item)]


def _keys_behind(unit: UnitOfWork, tops: Sequence[WorkItem], sections: Mapping[int, int]) -> dict[int, str]:
    """Return the keys of copied tasks behind those that their new sections hold."""
    keys: dict[int, str] = {}
    for target in dict.fromkeys(sections.values()):
        coming = [item.id for item in tops if sections[item.section_id] == target]
        last = max((item.sort_key for item in unit.items.siblings(target, None)), default=None)
        keys.update(zip(coming, keys_between(last, None, len(coming)), strict=True))
    return keys


def _into_next_period(years: int, *, linked: bool) -> Change:
    """Return what carries an item over: its dates move, its words stay; years in them are offered one by one."""

    def change(item: WorkItem) -> WorkItem:
        return replace(
            item,
            time_words=shift_years(item.time_words, years) if item.time_words else None,
            rules=None if item.rules is None else tuple(shift_rule(rule, years) for rule in item.rules),
            origin=ItemOrigin.ISSUED,
            source_document=None,
            continues_id=item.id if linked else None,
            amended_by=None,
        )

    return change


def _shifted(words: str | None, years: int, period: Period) -> str | None:
    return shift_named_years(words, years, period) if words else words


def _indicator(row: Indicator, plan_id: int, years: int, period: Period) -> Indicator:
    return replace(
        row,
        id=UNSAVED,
        uid=new_uid(),
        row_version=1,
        plan_id=plan_id,
        group_title=_shifted(row.group_title, years, period),
        text=shift_named_years(row.text, years, period),
        amended_by=None,
    )
