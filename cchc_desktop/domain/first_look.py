"""What a database shows before it is fully open: the plans and one plan, read and not yet writable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cchc_desktop.domain.plan import PlanSummary
from cchc_desktop.domain.plan_tree import PlanTree


@dataclass(frozen=True, slots=True)
class FirstLook:
    """The plan chooser's lines and the plan to show, None where there is no plan."""

    plans: Sequence[PlanSummary]
    tree: PlanTree | None
