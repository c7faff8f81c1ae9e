"""Use cases of import: a file becomes a draft, a draft becomes a plan, all or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from cchc_desktop.domain.areas import guess_area
from cchc_desktop.domain.backups import BackupReason
from cchc_desktop.domain.changes import Changes, Operation
from cchc_desktop.domain.draft import DraftIndicator, DraftItem, DraftPlan, DraftSection
from cchc_desktop.domain.errors import Cancelled, InvalidInput
from cchc_desktop.domain.followup.milestones import usual_tracking_start
from cchc_desktop.domain.indicators.indicator import Indicator
from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.ordering import keys_between
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import AppendixForm, Plan, PlanState, Section, plan_kind
from cchc_desktop.domain.ports import (
    CancelCheck,
    ProgressCallback,
    UnitOfWork,
    never_cancelled,
    no_progress,
)
from cchc_desktop.domain.problems import Problem
from cchc_desktop.domain.text.folding import fold
from cchc_desktop.services.agency_linking import AgencyLinker
from cchc_desktop.services.backups import secure
from cchc_desktop.services.titles import about
from cchc_desktop.services.workspace import Workspace


class Following(StrEnum):
    """From when on the milestones of a plan that comes in are followed up.

    USUAL: from the day of the import where the plan runs on it, else all. ENDED: the plan is kept for looking up, and
    nothing of it counts as late.
    """

    USUAL = "usual"
    FROM_DAY = "from_day"
    ALL = "all"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class ImportChoices:
    """What a person decides about a draft; None leaves the file's own word.

    `tracked_from` is the day of `Following.FROM_DAY`. How a plan is followed that holds tasks already stays.
    """

    title: str | None = None
    period: Period | None = None
    into_plan_id: int | None = None
    following: Following = Following.USUAL
    tracked_from: date | None = None


@dataclass(frozen=True, slots=True)
class ImportResult:
    """Counts of what came in; `plan_id` is None in a dry run, items are counted at all depths."""

    plan_id: int | None
    sections: int
    items: int
    indicators: int
    problems: tuple[Problem, ...]
    changes: Changes = Changes()


def read_plan(
    workspace: Workspace,
    path: Path,
    progress: ProgressCallback = no_progress,
    is_cancelled: CancelCheck = never_cancelled,
) -> DraftPlan:
    """Read a Word or Excel file into a draft; nothing is stored."""
    return workspace.reader(path, progress, is_cancelled)


def preview_import(workspace: Workspace, draft: DraftPlan, choices: ImportChoices) -> ImportResult:
    """Check that a draft can be imported and count it, without storing anything."""
    require_period(draft, choices)
    if choices.into_plan_id is not None:
        workspace.queries.tree(choices.into_plan_id)
    return _result(draft, None)


def require_period(draft: DraftPlan, choices: ImportChoices) -> None:
    """Raise InvalidInput where a new plan would have no period: asked before a database is opened or made."""
    if choices.into_plan_id is None:
        _new_plan(draft, choices)


def import_plan(
    workspace: Workspace,
    draft: DraftPlan,
    choices: ImportChoices,
    progress: ProgressCallback = no_progress,
    is_cancelled: CancelCheck = never_cancelled,
) -> ImportResult:
    """Store a draft as a new plan or add it to one, as a single operation: all or nothing.

    A backup is made first; where that fails the import goes on, and `backups.state()` tells the trouble.
    """
    secure(workspace, BackupReason.IMPORT, is_cancelled)
    title = "Nhập thêm vào kế hoạch từ tệp" if choices.into_plan_id else "Nhập kế hoạch từ tệp"
    operation = Operation("plan.import", title, choices.into_plan_id)
    return store_draft(workspace, draft, choices, operation, progress, is_cancelled)


def store_draft(
    workspace: Workspace,
    draft: DraftPlan,
    choices: ImportChoices,
    operation: Operation,
    progress: ProgressCallback = no_progress,
    is_cancelled: CancelCheck = never_cancelled,
) -> ImportResult:
    """Store a draft, wherever it comes from, as one operation whose title gets the plan's."""
    with workspace.units(operation) as unit:
        plan = _target_plan(unit, draft, choices, workspace.clock.today())
        unit.describe(about(operation.title, plan.title))
        importer = _Importer(unit, workspace, draft, plan, progress, is_cancelled)
        importer.run()
        changes = unit.commit()
    return _result(draft, plan.id, changes)


_BATCH = 200
"""Items stored at a time: enough to be quick, few enough to stop soon when asked."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """An item of the draft, and where it goes within its section."""

    draft: DraftItem
    parent_id: int | None
    sort_key: str


class _Importer:
    """Writes one draft into one plan inside a unit of work."""

    def __init__(
        self,
        unit: UnitOfWork,
        workspace: Workspace,
        draft: DraftPlan,
        plan: Plan,
        progress: ProgressCallback,
        is_cancelled: CancelCheck,
    ) -> None:
        self._unit = unit
        self._draft = draft
        self._plan = plan
        day = plan.document.date or plan.period.start
        self._linker = AgencyLinker(unit, workspace.presets, _agency_cells(draft), day)
        self._progress = progress
        self._is_cancelled = is_cancelled
        self._done = 0
        self._total = sum(1 for _ in draft.all_items()) + len(draft.indicators)

    def run(self) -> None:
        """Store sections, items and indicators behind what the plan already has."""
        self._add_sections(self._draft.sections)
        self._add_indicators(self._draft.indicators)

    def _add_sections(self, drafts: Sequence[DraftSection]) -> None:
        present = {fold(section.title): section for section in self._unit.sections.of_plan(self._plan.id)}
        keys = iter(_keys_behind(tuple(present.values()), len(drafts)))
        for draft in drafts:
            section = present.get(fold(draft.title)) or self._add_section(draft, next(keys))
            self._add_tops(draft.items, section.id)

    def _add_section(self, draft: DraftSection, key: str) -> Section:
        return self._unit.sections.add(
            Section(
                plan_id=self._plan.id,
                title=draft.title,
                number=draft.number,
                area=guess_area(draft.title),
                sort_key=key,
            )
        )

    def _add_tops(self, items: Sequence[DraftItem], section_id: int) -> None:
        """Store items with all below them behind what the section has."""
        keys = _keys_behind(self._unit.items.siblings(section_id, None), len(items))
        self._add_items([_Placed(draft, None, key) for draft, key in zip(items, keys, strict=True)], section_id)

    def _add_items(self, level: Sequence[_Placed], section_id: int) -> None:
        """Store a batch of items, then all that stand directly below them, and so on: few statements make it quick."""
        for start in range(0, len(level), _BATCH):
            some = level[start : start + _BATCH]
            stored = self._unit.items.add_all([self._item(placed, section_id) for placed in some])
            below: list[_Placed] = []
            for placed, item in zip(some, stored, strict=True):
                self._step()
                children = placed.draft.children
                keys = keys_between(None, None, len(children))
                below += [_Placed(child, item.id, key) for child, key in zip(children, keys, strict=True)]
            self._add_items(below, section_id)

    def _item(self, placed: _Placed, section_id: int) -> WorkItem:
        draft = placed.draft
        return WorkItem(
            plan_id=self._plan.id,
            section_id=section_id,
            parent_id=placed.parent_id,
            sort_key=placed.sort_key,
            kind=draft.kind,
            number=draft.number,
            ordinal=draft.ordinal,
            label=draft.label,
            content=draft.content,
            lead_words=draft.lead_words,
            coordinating_words=draft.coordinating_words,
            lead=self._linker.links(draft.lead_words),
            coordinating=self._linker.links(draft.coordinating_words),
            time_words=draft.time_words,
            product=draft.product,
            funding=draft.funding,
            note=draft.note,
        )

    def _add_indicators(self, indicators: Sequence[DraftIndicator]) -> None:
        present = self._unit.indicators.of_plan(self._plan.id)
        for draft, key in zip(indicators, _keys_behind(present, len(indicators)), strict=True):
            self._step()
            links = self._linker.links(draft.agency_words)
            self._unit.indicators.add(
                Indicator(
                    plan_id=self._plan.id,
                    sort_key=key,
                    group_number=draft.group_number,
                    group_title=draft.group_title,
                    number=draft.number,
                    text=draft.text,
                    unit=draft.unit,
                    target_words=draft.target_words,
                    agency_words=draft.agency_words,
                    agency_id=links[0].agency_id if links else None,
                )
            )

    def _step(self) -> None:
        if self._is_cancelled():
            raise Cancelled
        self._done += 1
        self._progress(self._done, self._total)


def _target_plan(unit: UnitOfWork, draft: DraftPlan, choices: ImportChoices, today: date) -> Plan:
    """Store or bring up to date the plan that takes the draft; one that holds tasks is followed as it was before."""
    if choices.into_plan_id is None:
        return unit.plans.add(_followed(_new_plan(draft, choices), choices, today))
    plan = unit.plans.get(choices.into_plan_id)
    is_decided = choices.following is not Following.USUAL or plan.tracked_from is None
    if is_decided and not unit.items.of_plan(plan.id):
        plan = _followed(plan, choices, today)
    return unit.plans.update(
        replace(
            plan,
            form=_kept(plan.form, draft.form if draft.sections else None),
            indicator_form=_kept(plan.indicator_form, draft.indicator_form if draft.indicators else None),
        )
    )


def _followed(plan: Plan, choices: ImportChoices, today: date) -> Plan:
    """Return a plan that is followed as chosen: what fell due before it came in is nobody's lateness."""
    match choices.following:
        case Following.USUAL:
            return replace(plan, tracked_from=usual_tracking_start(plan.period, today))
        case Following.FROM_DAY:
            if choices.tracked_from is None:
                raise InvalidInput("Chưa có ngày bắt đầu theo dõi. Hãy nhập ngày rồi nhập lại.")
            return replace(plan, tracked_from=choices.tracked_from)
        case Following.ALL:  # decided, and not to be asked about again
            return replace(plan, tracked_from=plan.period.start)
        case Following.ENDED:
            return replace(plan, tracked_from=today, state=PlanState.CLOSED)


def _kept(present: AppendixForm, offered: AppendixForm | None) -> AppendixForm:
    """Keep the plan's own form; take the file's where the plan has none yet."""
    return offered if offered is not None and not present.columns else present


def _new_plan(draft: DraftPlan, choices: ImportChoices) -> Plan:
    period = choices.period or draft.period
    if period is None:
        raise InvalidInput(
            "Tệp không cho biết thời gian của kế hoạch. Hãy nhập ngày bắt đầu và ngày kết thúc rồi nhập lại."
        )
    title = (choices.title or draft.title or "").strip() or "Kế hoạch cải cách hành chính"
    return Plan(
        title=title,
        kind=plan_kind(period),
        period=period,
        issuer=draft.issuer,
        document=draft.document,
        state=PlanState.ISSUED if draft.document.number and draft.document.date else PlanState.DRAFT,
        form=draft.form or AppendixForm(),
        indicator_form=draft.indicator_form or AppendixForm(),
    )


def _keys_behind(present: Sequence[Section | WorkItem | Indicator], count: int) -> list[str]:
    last = max((row.sort_key for row in present), default=None)
    return keys_between(last, None, count)


def _agency_cells(draft: DraftPlan) -> Iterable[str | None]:
    for item in draft.all_items():
        yield item.lead_words
        yield item.coordinating_words
    for indicator in draft.indicators:
        yield indicator.agency_words


def _result(draft: DraftPlan, plan_id: int | None, changes: Changes | None = None) -> ImportResult:
    return ImportResult(
        plan_id=plan_id,
        sections=len(draft.sections),
        items=sum(1 for _ in draft.all_items()),
        indicators=len(draft.indicators),
        problems=draft.problems,
        changes=changes or Changes(),
    )
