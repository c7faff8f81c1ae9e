"""How the window stands, kept from one start to the next: its frame, and how each plan was looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, QTimer
from PySide6.QtWidgets import QMainWindow

from cchc_desktop.settings import Settings
from cchc_desktop.ui.inspector_dock import InspectorDock
from cchc_desktop.ui.preferences import Preferences
from cchc_desktop.ui.widgets.metrics import Density
from cchc_desktop.ui.workbench.plan_view import PlanView

if TYPE_CHECKING:
    from cchc_desktop.domain.plan import Plan

_SOON_MS = 3000
"""Time without changes after which the state is written: a kill loses little."""
DENSITIES = tuple(density.name.lower() for density in Density)
"""Names of the densities in the settings; another name means the normal one."""
_FRAME_CHANGES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowStateChange)


class WindowState(QObject):
    """Brings the parts of a window back to where they were left, and tells the preferences how they stand.

    What cannot be brought back (a damaged file, a plan that changed meanwhile) stays as at a first start.
    """

    def __init__(
        self, window: QMainWindow, view: PlanView, dock: InspectorDock, preferences: Preferences,
        folder: Callable[[], str],
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._window = window
        self._view = view
        self._dock = dock
        self._preferences = preferences
        self._folder = folder
        self._plan: Plan | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._keep)
        view.density_chosen.connect(lambda density: self.choose_density(density.name.lower()))
        preferences.changed.connect(self.show_density)

    def restore(self) -> None:
        """Bring back toolbar, dock, columns and density; plans follow as they are opened."""
        settings = self._preferences.value()
        if settings.layout:
            self._window.restoreState(QByteArray.fromBase64(settings.layout.encode()))
        self.show_density()
        if settings.columns:
            self._view.restore_layout(settings.columns)

    def follow(self) -> None:
        """Write the state a few seconds after its last change, and when the window closes."""
        self._window.installEventFilter(self)
        self._view.layout_changed.connect(self._soon.start)
        self._view.selection_changed.connect(self._soon.start)

    def leave_plan(self) -> None:
        """Remember how the plan on the screen is looked at, before it goes."""
        if self._plan is not None:
            self._preferences.keep_view(self._plan.uid, self._view.view_state())

    def enter_plan(self, plan: Plan | None) -> None:
        """Look at a plan as it was left."""
        is_new = plan is not None and (self._plan is None or self._plan.uid != plan.uid)
        self._plan = plan
        if plan is not None and is_new:
            view = self._preferences.value().views.get(plan.uid)
            if isinstance(view, dict):
                self._view.restore_view(view)

    def show_density(self) -> None:
        """Show rows as high as the settings say, where they say something new."""
        wanted = _density_named(self._preferences.value().density)
        if wanted is not self._view.density():
            self._view.set_density(wanted)

    def choose_density(self, name: str) -> None:
        """Show rows of another height from now on."""
        self._preferences.change(density=name)

    def density(self) -> str:
        """Return the name of the density that is shown."""
        return self._view.density().name.lower()

    def settings(self) -> Settings:
        """Return how the window stands, for the next start."""
        self.leave_plan()
        return replace(
            self._preferences.value(),
            geometry=self._window.saveGeometry().toBase64().toStdString(),
            layout=self._window.saveState().toBase64().toStdString(),
            inspector_width=self._dock.kept_width(),
            inspector_shown=self._dock.is_wanted,
            columns=self._view.layout_state(),
            last_plan=self._plan.id if self._plan else 0,
            last_folder=self._folder(),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the window was moved or resized."""
        if event.type() in _FRAME_CHANGES:
            self._soon.start()
        return False

    def _keep(self) -> None:
        self._preferences.keep_window_soon(self.settings())


def _density_named(name: str) -> Density:
    return Density.__members__.get(name.upper(), Density.NORMAL)
