"""What stands in the frame: screens, toolbar, inspector and status bar; it wires signals and holds no rules."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from cchc_desktop.domain.changes import Changes, EntityKind
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.settings import Settings
from cchc_desktop.ui import ahead
from cchc_desktop.ui.action_board import ActionBoard
from cchc_desktop.ui.actions import ACTIONS
from cchc_desktop.ui.desks import Desks
from cchc_desktop.ui.doors import Doors
from cchc_desktop.ui.error_door import ErrorDoor
from cchc_desktop.ui.garbage import spare_what_stays
from cchc_desktop.ui.inspector_dock import InspectorDock
from cchc_desktop.ui.later import Later, importing
from cchc_desktop.ui.main_window import MainWindow
from cchc_desktop.ui.needs import needs_met
from cchc_desktop.ui.opening.slow import SlowOpening
from cchc_desktop.ui.places import Places
from cchc_desktop.ui.preferences import Preferences
from cchc_desktop.ui.screens import PLAN, Screens
from cchc_desktop.ui.session import PlanSession
from cchc_desktop.ui.start_page import StartPage
from cchc_desktop.ui.state import DENSITIES, WindowState
from cchc_desktop.ui.status import StatusBar, WayBack
from cchc_desktop.ui.steps import Steps
from cchc_desktop.ui.unsaved_desk import UnsavedDesk
from cchc_desktop.ui.view_wiring import (
    AgencyNames,
    InspectorLinks,
    connect_view,
    plan_answers,
    recording_answers,
    view_answers,
)
from cchc_desktop.ui.widgets.strip import StripColumn
from cchc_desktop.ui.workbench.chooser import PlanChooser
from cchc_desktop.ui.workbench.plan_view import PlanView
from cchc_desktop.ui.workbench.views_desk import ViewsDesk

if TYPE_CHECKING:
    from cchc_desktop.domain.backups import BackupState, Restored
    from cchc_desktop.ui.exchange.desk import ExchangeDesk
    from cchc_desktop.ui.help.desk import HelpDesk
    from cchc_desktop.ui.plan_commands import PlanCommands


class WindowContents(QObject):
    """One window over one open database; every write goes through the session, every error to one door.

    The commands, the exchange desk and all screens but the plan are made when first used: the first rows wait for
    nothing that they do not need.
    """

    filled = Signal()
    reopen_wanted = Signal()
    """The file was replaced by another program: nothing can be written until it is opened anew."""

    def __init__(self, window: MainWindow, session: PlanSession, doors: Doors, preferences: Preferences) -> None:
        super().__init__(window)
        self.window = window
        self._session = session
        self._doors = doors
        self._preferences = preferences
        self._is_writable = False  # until the opening says so
        self._errors = ErrorDoor(window)
        self._errors.reload_wanted.connect(session.load)
        self._errors.reopen_wanted.connect(self.reopen_wanted)
        settings = preferences.value()
        self._steps = Steps(session, self)
        self._status = StatusBar(window)
        window.setStatusBar(self._status)
        self.opening = SlowOpening(self._status)
        window.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)  # Qt's own lists toolbars in English
        self.view = PlanView(window)
        self._start_page = StartPage(window)
        self._desks = Desks(session, self._steps, doors, self._status, preferences, window)
        self.screens = Screens({PLAN: lambda: self.view, **self._desks.makers()}, window)
        self.screens.take(self.view, self._start_page)
        self.places = Places(self.screens, self.view, self._start_page, self._desks, session)
        self._strips = StripColumn(window)
        self.screens.put_above(self._strips)
        window.setCentralWidget(self.screens)
        self.unsaved = UnsavedDesk(self.view.unsaved, session, self._strips, window, self._end_typing)
        self._dock = InspectorDock(window, settings.inspector_width)
        self.state = WindowState(window, self.view, self._dock, preferences, self._desks.folder)
        self._chooser = PlanChooser(window)
        self._board = ActionBoard(window, (*self.screens.show_actions(), *ACTIONS), self._handlers())
        self.views = ViewsDesk(session, self.view, window)
        self._board.action("views").setMenu(self.views.menu)
        self._board.add_toolbar(window, self._chooser)
        self._connect()
        self._allow_writing()
        self.state.restore()
        self._want_inspector(settings.inspector_shown)
        self._show_density()
        self._show_tree(None)
        self._dock.hide()

    # --- building

    def _handlers(self) -> dict[str, Callable[..., object]]:
        """Return what answers the actions; those that no one else answers are commands on the plan."""
        answers: dict[str, Callable[..., object]] = {
            "import_plan": lambda: self.exchange.flow.choose_and_read(),
            "export_appendix": lambda: self.exchange.flow.choose_and_export("appendix"),
            "export_indicators": lambda: self.exchange.flow.choose_and_export("indicators"),
            "save_point": self._make_save_point,
            "quit": self.window.close,
            "undo": self._steps.undo,
            "redo": self._steps.redo,
            "inspector": self._want_inspector,
            "views": self.view.bar.views.open_menu,
            "save_view": lambda: self.views.save(),
            **{f"density_{name}": partial(self._choose_density, name) for name in DENSITIES},
            "help": lambda: self.help.open_for(self.places.topic()),
            "keys": lambda: self.help.open_keys(),
            "next_part": lambda: self.screens.go_on(self._dock.inspector),
            "try_sample": self.import_sample,
        }
        shows = {f"show_{entry.name}": partial(self.show_screen, entry.name) for entry in self.screens.entries}
        commands = {spec.name: self._desks.command(spec.name) for spec in ACTIONS}
        own = view_answers(self.view) | recording_answers(self.view, self._desks, self._session)
        return commands | answers | self.places.answers() | own | plan_answers(self._desks, self._session) | shows

    def _connect(self) -> None:
        session, view = self._session, self.view
        session.plans_changed.connect(self._chooser.set_plans)
        session.plan_opened.connect(self._plan_opened)
        session.plan_changed.connect(self._plan_changed)
        session.steps_changed.connect(self._board.show_steps)
        session.saved.connect(self._status.show_saved)
        session.failed.connect(self._failed)
        self._chooser.plan_chosen.connect(session.open_plan)
        connect_view(view, self._desks)
        links = InspectorLinks(self._dock, view, self._desks, session, self._doors.slips)
        following = self._desks.following
        self._later = Later((links.prepare, self._watch, following.keeper.begin, *view.for_later()), self)
        self._ahead = Later((*importing(*ahead.MODULES), spare_what_stays), self, ahead.AFTER_MS)
        AgencyNames(session, view)
        view.set_today(self._doors.today)
        view.density_chosen.connect(lambda density: self.state.choose_density(density.name.lower()))
        links.done.connect(self.tell_deed)
        self._desks.item_wanted.connect(lambda *_: self.show_screen(PLAN))
        self._desks.item_wanted.connect(links.show_item)
        self._desks.strip_wanted.connect(self._strips.add)
        self._desks.strip_left.connect(self._strips.remove)
        links.one_chosen.connect(self._show_inspected)
        links.history_wanted.connect(lambda item_id: show_item_history(self, session, item_id))
        view.told.connect(self._status.show_deed)
        view.result_wanted.connect(lambda name: self._board.action(name).trigger())
        view.selection_changed.connect(self._selection_changed)
        self._start_page.import_wanted.connect(self._board.action("import_plan").trigger)
        self._start_page.new_wanted.connect(self._board.action("new_plan").trigger)
        self._start_page.sample_wanted.connect(self.import_sample)
        self._start_page.restore_wanted.connect(self.places.choose_backup)
        self._start_page.form_made.connect(self._desks.fill_office_form)
        self._preferences.changed.connect(self._show_density)
        self._desks.stored.connect(self.unsaved.stored)
        self._desks.not_stored.connect(self.unsaved.not_stored)
        self._desks.not_stored.connect(lambda _, error: self._errors.told(error))
        self.unsaved.retry_wanted.connect(self._desks.command("store"))
        self.unsaved.deed.connect(self._status.show_deed)
        view.unsaved.changed.connect(self._show_inspected)
        self._steps.done.connect(self._status.show_deed)
        self._steps.touched.connect(self._show_touched)
        self._desks.done.connect(self.tell_deed)
        self.views.done.connect(self.tell_deed)
        self._desks.saved_views = self.views.views
        self._desks.view_wanted.connect(lambda _: self.show_screen(PLAN))
        self._desks.view_wanted.connect(self.views.use)
        self._desks.failed.connect(self._failed)
        self._desks.restored.connect(self._restored)
        self._status.backups_wanted.connect(lambda: self.show_settings("backups"))
        self.screens.shown.connect(self._screen_shown)
        self._dock.closed.connect(lambda: self._want_inspector(False))

    def _watch(self) -> None:
        """Tell from now on what presses, wherever one is."""
        from cchc_desktop.ui.deadlines.watch import Told

        self._desks.following.watch(Told(self.screens, self._status, self._strips), self.window)

    @property
    def commands(self) -> PlanCommands:
        """The commands that write."""
        return self._desks.commands

    @property
    def exchange(self) -> ExchangeDesk:
        """The desk of import and export."""
        return self._desks.exchange

    @cached_property
    def help(self) -> HelpDesk:
        """The guide."""
        from cchc_desktop.ui.help.desk import HelpDesk

        return HelpDesk((*self.screens.show_actions(), *ACTIONS), self.window)

    # --- screens

    def show_screen(self, name: str) -> None:
        """Show a screen by its name."""
        self.places.show_screen(name)

    def show_settings(self, part: str) -> None:
        """Show a part of Thiết lập: 'office', 'look', 'backups' or 'person'."""
        self.places.show_settings(part)

    def _screen_shown(self) -> None:
        self._dock.place(beside_plan=self.places.is_plan_shown())
        self._show_title()
        self._enable_actions()

    def _want_inspector(self, wanted: bool) -> None:
        self._dock.is_wanted = wanted
        self._board.action("inspector").setChecked(wanted)
        self._dock.place(beside_plan=self.places.is_plan_shown())

    def _choose_density(self, name: str, _checked: bool) -> None:
        self.state.choose_density(name)

    def _show_density(self) -> None:
        self._board.action(f"density_{self.state.density()}").setChecked(True)

    # --- state

    def _plan_opened(self, tree: PlanTree | None) -> None:
        self._show_tree(tree)
        self.state.leave_plan()
        if tree is not None:
            self.view.set_abbreviations(self._doors.abbreviations)
            self.view.set_tree(tree)
            self._chooser.set_current(tree.plan.id)
        self.state.enter_plan(tree.plan if tree is not None else None)
        self.places.plan_was_opened()
        self.filled.emit()
        self._later.begin()
        self._ahead.begin()

    def _plan_changed(self, tree: PlanTree, changes: Changes) -> None:
        self._show_tree(tree)
        self.view.apply(tree, changes)
        self._chooser.set_current(tree.plan.id)

    def _show_tree(self, tree: PlanTree | None) -> None:
        self._status.show_counts(tree)
        self._show_title()
        self._selection_changed(self.view.current_item_id() if tree else None)

    def _show_title(self) -> None:
        self.window.setWindowTitle(self.places.title())

    def _selection_changed(self, item_id: int | None) -> None:
        shown = item_id if self._is_known(item_id) else None
        self._dock.inspector.show_item(self._session.tree, shown, self.view.unsaved)
        self._enable_actions()

    def _show_inspected(self) -> None:
        self._selection_changed(self.view.current_item_id())

    def _is_known(self, item_id: int | None) -> bool:
        tree = self._session.tree
        return tree is not None and item_id in tree.items

    def _enable_actions(self) -> None:
        shown = self.screens.current()
        self._board.show_state(needs_met(self._session.tree, shown, self.view, is_writable=self._is_writable))

    def _show_touched(self, before: PlanTree | None, changes: Changes) -> None:
        from cchc_desktop.ui.touched import select_items, touched_items

        tree = self._session.tree
        if tree is not None and changes.plan_id in (None, tree.plan.id):
            select_items(self.view, touched_items(before, tree, changes))

    def _restored(self, restored: Restored) -> None:
        self._session.load()
        words = self.tr("Đã khôi phục dữ liệu từ bản sao lưu {}.").format(restored.file.name)
        self._status.show_deed(words, WayBack(self.tr("Hoàn tác"), self._steps.undo))

    def _make_save_point(self) -> None:
        """Write what is being typed and what could not be written before, then back all of it up."""
        self._end_typing()
        self.unsaved.retry_here()
        self._desks.save_point.make()

    def _end_typing(self) -> None:
        self.view.end_typing()
        self._dock.inspector.end_typing()
        self._desks.end_typing()

    def _failed(self, error: Exception, then: Callable[[], object] | None = None) -> None:
        self._errors.tell(error, then)
        if self._session.tree is None and self.screens.is_empty():
            self.places.show_plan()

    # --- what the composition root asks for

    def tell_deed(self, words: str, operation_id: int | None = None) -> None:
        """Say for eight seconds what was done, and offer to take the operation back where there is one."""
        self._status.show_deed(words, self._steps.way_back(operation_id))

    def set_writable(self, is_writable: bool) -> None:
        """Let the data that were opened be changed, or only be looked at."""
        self._is_writable = is_writable
        self._errors.opened()
        self.opening.end()
        self._allow_writing()

    def _allow_writing(self) -> None:
        self.view.set_editable(self._is_writable)
        self._dock.inspector.set_editable(self._is_writable)
        self._steps.set_writable(self._is_writable)
        self._start_page.setEnabled(self._is_writable)
        self._desks.set_writable(self._is_writable)
        self._enable_actions()

    def show_backups(self, state: BackupState) -> None:
        """Say in the status bar how the backups stand."""
        self._status.show_backups(state)

    def import_sample(self) -> None:
        """Store the sample plan and show it."""
        self.commands.import_sample(self._doors.sample())

    def read_file(self, path: Path) -> None:
        """Read a plan's file and show it on the import page."""
        self.exchange.flow.read(path)

    def show_data_folder(self, folder: Path) -> None:
        """Say on the start page where the data are kept."""
        self._start_page.show_data_folder(str(folder))

    def settings(self) -> Settings:
        """Return how the window stands, for the next start."""
        return self.state.settings()


def show_item_history(contents: WindowContents, session: PlanSession, item_id: int) -> None:
    """Show in Nhật ký what concerned one item of the open plan."""
    from cchc_desktop.ui.history.page import HistoryPage

    contents.show_screen("history")
    page = contents.screens.current()
    item = session.tree.items.get(item_id) if session.tree is not None else None
    if isinstance(page, HistoryPage) and item is not None:
        page.show_row(EntityKind.ITEM, item_id, item.content)
