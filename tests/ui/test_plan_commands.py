"""What is told of a deed: of cells of results also what is to be known or answered."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from cchc_desktop.services import periods
from cchc_desktop.ui.plan_commands import PlanCommands
from tests.services.followup_scene import JULY, PARTS, FollowUpScene

TODAY = date(2025, 9, 20)
LOCKED = "Kỳ “Quý III năm 2025” đã chốt ngày 20/09/2025; số liệu đã chốt không đổi."


class Session:
    """Carries use cases out at once."""

    def __init__(self, scene: FollowUpScene) -> None:
        self._scene = scene

    @property
    def tree(self):
        return self._scene.tree

    def write(self, use_case, then=None, on_error=None, **_) -> None:
        result = use_case(self._scene.workspace)
        if then is not None:
            then(result)


@pytest.fixture
def scene() -> FollowUpScene:
    scene = FollowUpScene(TODAY)
    periods.lock(scene.workspace, "2025-Q3")
    return scene


def test_results_in_cells_tell_of_a_locked_period(qtbot, scene):
    window, told = QWidget(), []
    qtbot.addWidget(window)
    commands = PlanCommands(Session(scene), lambda: TODAY, window)
    commands.done.connect(lambda words, operation_id: told.append((words, operation_id is not None)))
    commands.edit_item(scene.id(JULY), {"day_now": "19/9"})
    assert told == []
    commands.edit_item(scene.id(JULY), {"day_now": "30/7"})
    commands.edit_items({scene.id(name): {"day_now": "1/9"} for name in (JULY, PARTS)})
    commands.paste({scene.id(PARTS): {"day_now": "2/9"}}, [], None)
    assert told == [
        (LOCKED, True), (f"Đã sửa 2 nhiệm vụ. {LOCKED}", True), (f"Đã dán vào 1 nhiệm vụ. {LOCKED}", True),
    ]  # fmt: skip
