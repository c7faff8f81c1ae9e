"""What is there for commands to work on."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.ui.actions import Need
from cchc_desktop.ui.screens import Searchable
from cchc_desktop.ui.workbench.plan_view import PlanView


def needs_met(tree: PlanTree | None, shown: QWidget, view: PlanView, *, is_writable: bool) -> Need:
    """Return what is there: the open plan, its rows on the screen, a current item, a search field, the right to write.

    `shown` is the screen or page that stands there, `view` the plan's own.
    """
    there = Need.WRITABLE if is_writable else Need.NOTHING
    if isinstance(shown, Searchable):
        there |= Need.SEARCH
    if tree is None:
        return there
    there |= Need.PLAN
    if not tree.plan.superior:
        there |= Need.OWN
    if shown is view:
        there |= Need.PLAN_SHOWN
        if view.current_item_id() in tree.items:
            there |= Need.ITEM
    return there
