"""Use cases on whole plans: list, open, create, change, delete."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cchc_desktop.domain.agencies.links import with_heirs
from cchc_desktop.domain.agencies.merging import heirs
from cchc_desktop.domain.areas import DEFAULT_RULES
from cchc_desktop.domain.changes import Changes, Operation
from cchc_desktop.domain.errors import InvalidInput
from cchc_desktop.domain.numbering import NumberingScheme, to_roman
from cchc_desktop.domain.ordering import keys_between
from cchc_desktop.domain.plan import DocumentRef, Plan, PlanState, PlanSummary, Section
from cchc_desktop.domain.plan_tree import PlanTree, build_tree
from cchc_desktop.domain.ports import CheckReport, UnitOfWork
from cchc_desktop.services.amending import PlanLock
from cchc_desktop.services.renumbering import renumbered
from cchc_desktop.services.titles import about
from cchc_desktop.services.workspace import Workspace

_DEEDS = {
    PlanState.DRAFT: "Chuyển kế hoạch về dự thảo",
    PlanState.ISSUED: "Ban hành kế hoạch",
    PlanState.CLOSED: "Kết thúc kế hoạch",
    PlanState.REPLACED: "Thay thế kế hoạch",
}


def list_plans(workspace: Workspace) -> Sequence[PlanSummary]:
    """Return the plans for the chooser, newest period first."""
    return workspace.queries.plans()


def open_plan(workspace: Workspace, plan_id: int) -> PlanTree:
    """Return a plan with everything under it; NotFound where it does not exist.

    Its links name agencies that exist: a row that came back from the bin may still name one that was merged since.
    """
    tree = workspace.queries.tree(plan_id)
    heir_of = heirs(workspace.queries.agencies())
    return with_heirs(tree, {id_: heir for id_, heir in heir_of.items() if id_ != heir})


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
    """Store a plan whose facts (title, period, document …) were changed; StaleRow where it changed meanwhile.

    Another way of numbering numbers the items anew; in an issued plan that needs `set_numbering` and its document.
    """
    _require_title(plan)
    with workspace.units(Operation("plan.edit", about("Sửa thông tin kế hoạch", plan.title), plan.id)) as unit:
        if plan.numbering is not unit.plans.get(plan.id).numbering:
            _renumber(unit, plan, PlanLock(unit, None))
        unit.plans.update(plan)
        return unit.commit()


def set_numbering(
    workspace: Workspace, plan_id: int, scheme: NumberingScheme, amendment: str | None = None
) -> Changes:
    """Number a plan's items by another scheme; 'as printed' leaves the numbers as they stand."""
    with workspace.units(Operation("plan.number", "Đổi cách đánh số", plan_id)) as unit:
        lock = PlanLock(unit, amendment)
        plan = unit.plans.get(plan_id)
        numbered = replace(plan, numbering=scheme)
        _renumber(unit, numbered, lock)
        unit.plans.update(numbered)
        unit.describe(lock.title(about("Đổi cách đánh số", plan.title)))
        return unit.commit()


def _renumber(unit: UnitOfWork, plan: Plan, lock: PlanLock) -> None:
    tree = build_tree(plan, unit.sections.of_plan(plan.id), unit.items.of_plan(plan.id), ())
    if changed := renumbered(tree, plan.numbering):
        lock.require(plan.id)
        unit.items.update_all([lock.amended(item) for item in changed])


def change_state(workspace: Workspace, plan_id: int, state: PlanState, document: DocumentRef | None = None) -> Changes:
    """Issue a plan (with its document where given), end it, open it again; InvalidInput for one without tasks."""
    with workspace.units(Operation("plan.state", _DEEDS[state], plan_id)) as unit:
        plan = unit.plans.get(plan_id)
        if state is PlanState.ISSUED and not unit.items.of_plan(plan_id):
            raise InvalidInput("Kế hoạch chưa có nhiệm vụ nào nên chưa ban hành được. Hãy nhập nhiệm vụ trước.")
        unit.plans.update(replace(plan, state=state, document=document or plan.document))
        unit.describe(about(_DEEDS[state], plan.title))
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
