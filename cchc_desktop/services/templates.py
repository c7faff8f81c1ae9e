"""Use cases of templates: plans kept as a pattern, the program's own and the office's, filled in for a period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from cchc_desktop.domain.changes import Changes, Operation
from cchc_desktop.domain.draft import DraftIndicator, DraftItem, DraftPlan, DraftSection
from cchc_desktop.domain.errors import InvalidInput, NotFound
from cchc_desktop.domain.items import WorkItem
from cchc_desktop.domain.office import TEMPLATES
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import DocumentRef
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.domain.schedule.shifting import shift_named_years, shift_years
from cchc_desktop.domain.text.collation import collation_key
from cchc_desktop.services.exchange import ImportChoices, ImportResult, store_draft
from cchc_desktop.services.samples import draft_from_json, draft_to_json
from cchc_desktop.services.titles import about
from cchc_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class PlanTemplate:
    """A draft with a name; its dates are those of its own period and move with the plan that is made of it."""

    name: str
    draft: DraftPlan
    is_own: bool = False

    @property
    def period(self) -> Period:
        """The period for which the template is written."""
        if self.draft.period is None:
            raise ValueError("a template has a period")
        return self.draft.period


def template_from_json(data: dict[str, Any]) -> PlanTemplate:
    """Return a template of the seed."""
    return PlanTemplate(data["name"], draft_from_json(data))


def own_templates(workspace: Workspace) -> Sequence[PlanTemplate]:
    """Return the templates that the office made, by name."""
    kept: dict[str, Any] = workspace.history.setting(TEMPLATES, {})
    return [PlanTemplate(name, draft_from_json(kept[name]), is_own=True) for name in sorted(kept, key=collation_key)]


def save_template(workspace: Workspace, plan_id: int, name: str) -> Changes:
    """Keep a plan as a template of the office; one of the same name is replaced. InvalidInput without a name."""
    name = " ".join(name.split())
    if not name:
        raise InvalidInput("Mẫu chưa có tên. Hãy nhập tên mẫu.")
    with workspace.units(Operation("template.save", about("Lưu kế hoạch làm mẫu", name))) as unit:
        draft = draft_of(workspace.queries.tree(plan_id))
        kept = dict(unit.settings.value(TEMPLATES, {}))
        unit.settings.put(TEMPLATES, {**kept, name: draft_to_json(draft)})
        return unit.commit()


def delete_template(workspace: Workspace, name: str) -> Changes:
    """Forget a template of the office; NotFound."""
    with workspace.units(Operation("template.delete", about("Xóa mẫu kế hoạch", name))) as unit:
        kept = dict(unit.settings.value(TEMPLATES, {}))
        if kept.pop(name, None) is None:
            raise NotFound(f"Không tìm thấy mẫu kế hoạch “{name}”.")
        unit.settings.put(TEMPLATES, kept)
        return unit.commit()


def create_from_template(workspace: Workspace, template: PlanTemplate, choices: ImportChoices) -> ImportResult:
    """Store a new plan made of a template, its dates moved to the chosen period."""
    period = choices.period or template.period
    operation = Operation("plan.create", "Lập kế hoạch theo mẫu")
    return store_draft(workspace, for_period(template, period), choices, operation)


def for_period(template: PlanTemplate, period: Period) -> DraftPlan:
    """Return the template's draft with its dates moved by whole years."""
    years, written = period.start.year - template.period.start.year, template.period
    draft = template.draft
    return replace(
        draft,
        title=shift_named_years(draft.title or "", years, written),
        period=period,
        sections=tuple(
            replace(section, items=tuple(_moved(item, years, written) for item in section.items))
            for section in draft.sections
        ),
    )


def _moved(item: DraftItem, years: int, written: Period) -> DraftItem:
    return replace(
        item,
        content=shift_named_years(item.content, years, written),
        product=shift_named_years(item.product, years, written) if item.product else item.product,
        time_words=shift_years(item.time_words, years) if item.time_words else item.time_words,
        children=tuple(_moved(child, years, written) for child in item.children),
    )


def draft_of(tree: PlanTree) -> DraftPlan:
    """Return a stored plan as a draft without its document: what a template needs of it."""
    plan = tree.plan
    return DraftPlan(
        title=plan.title,
        kind=plan.kind,
        period=plan.period,
        issuer=plan.issuer,
        document=DocumentRef(type=plan.document.type),
        form=plan.form.untitled(),
        indicator_form=plan.indicator_form.untitled(),
        sections=tuple(
            DraftSection(
                section.number, section.title, tuple(_draft_item(tree, item) for item in tree.roots(section.id))
            )
            for section in tree.sections
        ),
        indicators=tuple(
            DraftIndicator(
                row.text, row.group_number, row.group_title, row.number, row.unit, row.target_words, row.agency_words
            )
            for row in tree.indicators
        ),
    )


def _draft_item(tree: PlanTree, item: WorkItem) -> DraftItem:
    return DraftItem(
        kind=item.kind,
        content=item.content,
        number=item.number,
        ordinal=item.ordinal,
        label=item.label,
        lead_words=item.lead_words,
        coordinating_words=item.coordinating_words,
        time_words=item.time_words,
        product=item.product,
        funding=item.funding,
        note=item.note,
        children=tuple(_draft_item(tree, child) for child in tree.children(item)),
    )
