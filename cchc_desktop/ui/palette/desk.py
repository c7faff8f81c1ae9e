"""Stands behind the palette: gathers what it offers, ranks it for typed words, and does what was chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QWidget

from cchc_desktop.domain.search.palette import Entry, EntryKey, EntryKind, Palette, PaletteHit
from cchc_desktop.domain.text.abbreviations import Abbreviations
from cchc_desktop.domain.views import SavedView
from cchc_desktop.services.palette import make_palette
from cchc_desktop.ui.finding.keeper import LibraryKeeper, Newest
from cchc_desktop.ui.palette.commands import commands_in
from cchc_desktop.ui.palette.frame import MOST_ROWS, PaletteFrame
from cchc_desktop.ui.palette.recent import recent_keys, with_latest
from cchc_desktop.ui.preferences import Preferences
from cchc_desktop.ui.session import PlanSession

_RECENT_SHOWN, _PLANS_SHOWN = 6, 3
_OWN = "palette"


class PaletteDesk(QObject):
    """Offers the commands at once; plans, tasks and agencies join them when the library has been read."""

    item_wanted = Signal(int, object)
    """A plan's id, and that of an item in it or None."""
    agency_wanted = Signal(int)
    view_wanted = Signal(str)
    """The uid of a saved view."""

    def __init__(self, session: PlanSession, keeper: LibraryKeeper, preferences: Preferences, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._keeper = keeper
        self._preferences = preferences
        assert isinstance(window, QMainWindow), "the commands are in its menus"
        self._window = window
        self._actions: dict[str, QAction] = {}
        self.views: Callable[[], Sequence[SavedView]] = tuple
        self._palette, self._is_all = Palette((), Abbreviations()), False
        self.frame = PaletteFrame(window)
        self.frame.wanted.connect(self._search)
        self.frame.chosen.connect(self._choose)
        self._newest = Newest(keeper, self._show)

    def open(self) -> None:
        """Show the palette with what can be done now, or take it away."""
        if self.frame.isVisible():
            self.frame.close_and_return()
            return
        entries = self._gathered()
        self._palette, self._is_all = Palette(entries, Abbreviations()), False
        self.frame.open()
        self._search()
        views = tuple(self.views())
        self._keeper.ask(
            lambda library: make_palette(library, entries, views), self._offer_all, self._offer_commands
        )

    def _gathered(self) -> list[Entry]:
        commands = list(commands_in(self._window.menuBar().actions()))
        self._actions = {entry.id: action for entry, action in commands}
        return [entry for entry, _ in commands if entry.id != _OWN]

    def _offer_all(self, palette: Palette) -> None:
        self._palette, self._is_all = palette, True
        if self.frame.isVisible():
            self._search()

    def _offer_commands(self) -> None:
        """Go on with the commands alone where the plans cannot be read."""
        self.frame.show_hits(self.frame.hits())

    def _search(self) -> None:
        palette, typed, recent = self._palette, self.frame.typed(), self._recent()
        if self._is_all:
            self._newest.ask(lambda library: (typed, palette.search(typed, recent, MOST_ROWS)))
        else:
            self.frame.show_hits(palette.search(typed, recent, MOST_ROWS), is_all=False)

    def _show(self, found: tuple[str, Sequence[PaletteHit]]) -> None:
        typed, hits = found
        if typed == self.frame.typed():
            self.frame.show_hits(hits)

    def _recent(self) -> list[EntryKey]:
        """Return what was chosen last, then the plans: before anything is typed they stand before the commands."""
        chosen = recent_keys(self._preferences.value().palette)
        plans = [(EntryKind.PLAN, str(plan.id)) for plan in self._session.plans[:_PLANS_SHOWN]]
        return [*chosen[:_RECENT_SHOWN], *(key for key in plans if key not in chosen)]

    def _choose(self, hit: PaletteHit) -> None:
        kind, id_ = hit.entry.key
        self._preferences.change(palette=with_latest(self._preferences.value().palette, hit.entry.key))
        if kind is EntryKind.COMMAND:
            self._actions[id_].trigger()
        elif kind is EntryKind.PLAN:
            self.item_wanted.emit(int(id_), None)
        elif kind is EntryKind.VIEW:
            self.view_wanted.emit(id_)
        elif kind is EntryKind.AGENCY:
            self.agency_wanted.emit(int(id_))
        elif kind is EntryKind.ITEM:
            self._keeper.ask(lambda library: library.item(int(id_))[1].id, lambda plan: self._show_item(plan, int(id_)))

    def _show_item(self, plan_id: int, item_id: int) -> None:
        self.item_wanted.emit(plan_id, item_id)
