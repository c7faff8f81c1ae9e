"""What the desk of plans asks of the database; the services load when the work runs, not when the window starts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from cchc_desktop.domain.changes import Changes
from cchc_desktop.domain.office import OfficeProfile
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.ui.plans.outline import Standing

if TYPE_CHECKING:
    from cchc_desktop.domain.plan import Plan
    from cchc_desktop.services.templates import PlanTemplate
    from cchc_desktop.services.workspace import Workspace
    from cchc_desktop.ui.plans.new_plan_page import NewPlan


@dataclass(frozen=True, slots=True)
class Offered:
    """What the pages and forms offer: the office's profile and its own templates."""

    profile: OfficeProfile
    templates: Sequence[PlanTemplate]


def read_offered(workspace: Workspace) -> Offered:
    """Read the office's profile and its templates."""
    from cchc_desktop.services import office, templates

    return Offered(office.office_profile(workspace), templates.own_templates(workspace))


def read_tree(plan_id: int) -> Callable[[Workspace], PlanTree]:
    """Return work that reads one plan."""

    def work(workspace: Workspace) -> PlanTree:
        from cchc_desktop.services import plans

        return plans.open_plan(workspace, plan_id)

    return work


def read_standing(plan_id: int, today: date) -> Callable[[Workspace], tuple[PlanTree, Standing]]:
    """Return work that reads one plan with the status of its rows as of a day; a superior's plan has none."""

    def work(workspace: Workspace) -> tuple[PlanTree, Standing]:
        from cchc_desktop.services import carrying, followup

        followed = followup.followed_plan(workspace, plan_id, today)
        if followed.tree.plan.superior:
            return followed.tree, Standing()
        return followed.tree, Standing(carrying.standing(followed), carrying.unfinished(followed))

    return work


def read_superiors(except_id: int) -> Callable[[Workspace], list[PlanTree]]:
    """Return work that reads the superior plans besides one."""

    def work(workspace: Workspace) -> list[PlanTree]:
        from cchc_desktop.services import plans

        others = (row.id for row in plans.list_plans(workspace) if row.id != except_id)
        trees = (plans.open_plan(workspace, plan_id) for plan_id in others)
        return [tree for tree in trees if tree.plan.superior]

    return work


def store_new(wanted: NewPlan) -> Callable[[Workspace], tuple[int, Changes]]:
    """Return work that stores a plan as it was put together, as one operation, and returns its id."""

    def work(workspace: Workspace) -> tuple[int, Changes]:
        if wanted.source.plan is not None:
            return _copied(workspace, wanted, wanted.source.plan.id)
        if wanted.source.template is not None:
            return _from_template(workspace, wanted, wanted.source.template)
        return _blank(workspace, wanted)

    return work


def save_plan(plan: Plan) -> Callable[[Workspace], Changes]:
    """Return work that stores a plan's facts."""

    def work(workspace: Workspace) -> Changes:
        from cchc_desktop.services import plans

        return plans.save_plan(workspace, plan)

    return work


def save_template(plan_id: int, name: str) -> Callable[[Workspace], Changes]:
    """Return work that keeps a plan as a template."""

    def work(workspace: Workspace) -> Changes:
        from cchc_desktop.services import templates

        return templates.save_template(workspace, plan_id, name)

    return work


def delete_template(name: str) -> Callable[[Workspace], Changes]:
    """Return work that forgets a template of the office."""

    def work(workspace: Workspace) -> Changes:
        from cchc_desktop.services import templates

        return templates.delete_template(workspace, name)

    return work


def take_over(source_id: int, item_ids: Sequence[int], plan_id: int) -> Callable[[Workspace, str | None], Changes]:
    """Return work that copies rows of a superior plan into a plan of ours, where issued by a document."""

    def work(workspace: Workspace, amendment: str | None) -> Changes:
        from cchc_desktop.services import copying

        return copying.take_over(workspace, source_id, item_ids, plan_id, amendment)

    return work


def _copied(workspace: Workspace, wanted: NewPlan, source_id: int) -> tuple[int, Changes]:
    from cchc_desktop.services import copying

    choices = copying.CopyChoices(
        wanted.title, wanted.period, wanted.carried, wanted.linked, wanted.indicators, wanted.confirmed
    )
    return copying.copy_plan(workspace, source_id, choices)


def _from_template(workspace: Workspace, wanted: NewPlan, template: PlanTemplate) -> tuple[int, Changes]:
    """Templates of the program name no issuer: the plan is the office's own."""
    from cchc_desktop.services import office, templates
    from cchc_desktop.services.exchange import ImportChoices

    issuer = template.draft.issuer or office.office_profile(workspace).name or None
    template = replace(template, draft=replace(template.draft, issuer=issuer))
    result = templates.create_from_template(workspace, template, ImportChoices(wanted.title, wanted.period))
    if result.plan_id is None:
        raise ValueError("a plan that was stored has an id")
    return result.plan_id, result.changes


def _blank(workspace: Workspace, wanted: NewPlan) -> tuple[int, Changes]:
    from cchc_desktop.domain.plan import DocumentRef, Plan, plan_kind
    from cchc_desktop.services import office, plans

    issuer = office.office_profile(workspace).name or None
    document = DocumentRef(type="Kế hoạch")
    plan = Plan(wanted.title, plan_kind(wanted.period), wanted.period, issuer=issuer, document=document)
    return plans.create_plan(workspace, plan)
