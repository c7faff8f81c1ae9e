"""The screens of the window as data, and the place where they stand: each is built when it is first shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.ui.actions import ActionSpec, Menu, Need, translated
from cchc_desktop.ui.next_part import go_on, parts_of
from cchc_desktop.ui.rail import Rail, RailEntry

PLAN = "plan"
SETTINGS = "settings"

SCREENS: tuple[RailEntry, ...] = (
    RailEntry("overview", translated.mark("Tổng quan"), "layout-dashboard"),
    RailEntry(PLAN, translated.mark("Kế hoạch"), "list-tree"),
    RailEntry("deadlines", translated.mark("Việc đến hạn"), "calendar-clock"),
    RailEntry("indicators", translated.mark("Chỉ tiêu"), "target"),
    RailEntry("agencies", translated.mark("Cơ quan"), "building-2"),
    RailEntry("assignments", translated.mark("Giao việc"), "arrow-left-right"),
    RailEntry("reports", translated.mark("Báo cáo"), "file-chart-column"),
    RailEntry("evidence", translated.mark("Tài liệu"), "folder-open"),
    RailEntry("history", translated.mark("Nhật ký"), "history"),
    RailEntry(SETTINGS, translated.mark("Thiết lập"), "settings", at_foot=True),
)
"""All screens in their order; one appears when the window is given a way to build it."""

Maker = Callable[[], QWidget]


@runtime_checkable
class Searchable(Protocol):
    """A screen with a search field of its own."""

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        ...


@runtime_checkable
class Refreshable(Protocol):
    """A screen that reads what it shows: it does so again when it is shown and when F5 asks for it."""

    def refresh(self) -> None:
        """Read again what is shown."""
        ...


class Screens(QWidget):
    """The rail with the screen beside it; a page (start, import) may stand in a screen's place for a while."""

    wanted = Signal(str)
    """A screen was chosen on the rail; whoever decides answers with `show_screen`."""
    shown = Signal()
    """Another screen or page stands on the stack now."""

    def __init__(self, makers: Mapping[str, Maker], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._makers = makers
        self._made: dict[str, QWidget] = {}
        self.entries = tuple(entry for entry in SCREENS if entry.name in makers)
        self._rail = Rail(self.entries, self)
        self._rail.chosen.connect(self.wanted)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(QWidget(self))  # what stands there until there is something to show
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.addWidget(self._stack, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._rail)
        layout.addLayout(self._column, 1)

    def take(self, *widgets: QWidget) -> None:
        """Take widgets onto the stack that exist before they are shown: elsewhere they would show with the window."""
        for widget in widgets:
            self._stack.addWidget(widget)

    def put_above(self, strips: QWidget) -> None:
        """Let what is told stand above every screen, beside the rail."""
        self._column.insertWidget(0, strips)

    def show_screen(self, name: str) -> None:
        """Show a screen, building it the first time."""
        screen = self._made.get(name)
        if screen is None:
            screen = self._made[name] = self._makers[name]()
        elif isinstance(screen, Refreshable) and screen is not self.current():
            screen.refresh()
        self._put(screen, name)

    def show_page(self, page: QWidget, name: str = PLAN) -> None:
        """Show a page in the place of a screen."""
        self._put(page, name)

    def go_on(self, beside: QWidget) -> None:
        """Lead the keys to the next part: those of what is shown, what stands beside it, and the rail."""
        go_on([*parts_of(self.current()), (beside, beside), (self._rail, self._rail)])

    def current(self) -> QWidget:
        """Return what stands on the stack."""
        widget = self._stack.currentWidget()
        assert widget is not None, "something stands there from the start"
        return widget

    def set_badge(self, name: str, count: int) -> None:
        """Show a number beside a screen's icon on the rail, none for 0."""
        self._rail.set_badge(name, count)

    def current_entry(self) -> RailEntry | None:
        """Return the screen that is shown, None while a page stands there."""
        return next((entry for entry in self.entries if self._made.get(entry.name) is self.current()), None)

    def is_empty(self) -> bool:
        """Tell whether nothing has been shown yet."""
        return self._stack.currentIndex() == 0

    def show_actions(self) -> tuple[ActionSpec, ...]:
        """Return an action for each screen: Ctrl+1 to Ctrl+9 in the order of the rail."""
        numbered = [entry for entry in self.entries if not entry.at_foot]
        return tuple(
            ActionSpec(
                f"show_{entry.name}",
                Menu.VIEW,
                entry.words,
                entry.icon,
                (f"Ctrl+{numbered.index(entry) + 1}",) if entry in numbered else (),
                needs=Need.NOTHING,
            )
            for entry in self.entries
        )

    def _put(self, widget: QWidget, name: str) -> None:
        if self._stack.indexOf(widget) < 0:
            self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        self._rail.mark(name)
        self.shown.emit()
