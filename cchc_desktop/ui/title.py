"""What the window's title says: the screen, whose plan it shows, and the program."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cchc_desktop.domain.plan_tree import PlanTree

_LONGEST = 60


def window_title(screen: str, tree: PlanTree | None) -> str:
    """Return 'Kế hoạch – UBND phường Sông Hương – Theo dõi CCHC'; a plan without an issuer is named by its title."""
    program = QCoreApplication.translate("MainWindow", "Theo dõi CCHC")
    plan = (tree.plan.issuer or tree.plan.title) if tree is not None else ""
    short = plan if len(plan) <= _LONGEST else plan[: _LONGEST - 1].rstrip() + "…"
    return " – ".join(part for part in (screen, short, program) if part)
