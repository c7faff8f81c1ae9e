"""Use cases on whole plans: list, open, create, change, delete."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cchc_desktop.domain.areas import DEFAULT_RULES
from cchc_desktop.domain.changes import Changes, Operation
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.numbering import to_roman
from cchc_desktop.domain.ordering import keys_between
from cchc_desktop.domain.plan import Plan, PlanSummary, Section
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.domain.ports import CheckReport
from cchc_desktop.services.titles import about
from cchc_desktop.services.workspace import Workspace


def list_plans(workspace: Workspace) -> Sequence[PlanSummary]:
    """Return the plans for the chooser, newest period first."""
    return workspace.queries.plans()


def open_plan(workspace: Workspace, plan_id: int) -> PlanTree:
    """Return a plan with everything under it; NotFound where it does not exist."""
    return workspace.queries.tree(plan_id)


def create_plan(workspace: Workspace, plan: Plan) -> tuple[int, Changes]:
    """Store a new plan with an empty section for each reform area; return its id."""
    _require_title(plan)
    operation = Operation("plan.create", about("Lập kế hoạch", plan.title))
    with workspace.units(operation) as unit:
        stored = unit.plans.add(plan)
        for section in _usual_sections(stored.id):
            unit.sections.add(section)
        return stored.id, unit.commit()


def save_plan(workspace: Workspace, plan: Plan) -> Changes:
    """Store a plan whose facts (title, period, document …) were changed; StaleRow where it changed meanwhile."""
    _require_title(plan)
    with workspace.units(Operation("plan.edit", about("Sửa thông tin kế hoạch", plan.title), plan.id)) as unit:
        unit.plans.update(plan)
        return unit.commit()


def delete_plan(workspace: Workspace, plan_id: int) -> Changes:
    """Move a plan with everything under it to the bin."""
    with workspace.units(Operation("plan.delete", "Xóa kế hoạch", plan_id)) as unit:
        unit.describe(about("Xóa kế hoạch", unit.plans.get(plan_id).title))
        unit.plans.delete(plan_id)
        return unit.commit()


def check(workspace: Workspace) -> CheckReport:
    """Check integrity, foreign keys and tree shape of the database."""
    return workspace.queries.check()


def _usual_sections(plan_id: int) -> Iterator[Section]:
    keys = keys_between(None, None, len(DEFAULT_RULES))
    for number, (rule, key) in enumerate(zip(DEFAULT_RULES, keys, strict=True), start=1):
        yield Section(plan_id=plan_id, title=rule.name, number=to_roman(number), area=rule.code, sort_key=key)


def _require_title(plan: Plan) -> None:
    if not plan.title.strip():
        raise InvalidInput("Kế hoạch chưa có tên. Hãy nhập tên kế hoạch.")
