"""What stands in the frame: rail, toolbar, screens, inspector and status bar; it wires signals and holds no rules."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QStackedWidget, QToolBar, QWidget

from cchc_desktop.domain.changes import Changes
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.settings import Settings
from cchc_desktop.ui import icons
from cchc_desktop.ui.actions import ACTIONS, Menu, make_action
from cchc_desktop.ui.doors import Doors
from cchc_desktop.ui.main_window import MainWindow
from cchc_desktop.ui.rail import Rail
from cchc_desktop.ui.session import PlanSession
from cchc_desktop.ui.start_page import StartPage
from cchc_desktop.ui.status import StatusBar
from cchc_desktop.ui.workbench.chooser import PlanChooser
from cchc_desktop.ui.workbench.dock_title import DockTitle
from cchc_desktop.ui.workbench.inspector import Inspector
from cchc_desktop.ui.workbench.plan_view import PlanView

if TYPE_CHECKING:
    from cchc_desktop.ui.exchange.desk import ExchangeDesk
    from cchc_desktop.ui.plan_commands import PlanCommands


_INSPECTOR_WIDTH = 320


class InspectorDock(QDockWidget):
    """A dock that tells when the user closes it: hiding it for another screen is no wish of the user's."""

    closed = Signal()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()


class WindowContents(QObject):
    """One window over one open database; every write goes through the session, every error to one door.

    The commands and the exchange desk are made when first used: they bring in what reading and writing need.
    """

    filled = Signal()

    def __init__(self, window: MainWindow, session: PlanSession, doors: Doors, settings: Settings) -> None:
        super().__init__(window)
        self.window = window
        self._session = session
        self._doors = doors
        self._folder = settings.last_folder or str(Path.home())
        self._inspector_wanted = True
        self._inspector_width = settings.inspector_width or _INSPECTOR_WIDTH
        self._actions: dict[str, QAction] = {}
        self._status = StatusBar(window)
        window.setStatusBar(self._status)
        window.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)  # Qt's own lists toolbars in English
        self._build_screens()
        self._build_inspector()
        self._build_actions()
        self._build_toolbar()
        self._connect()
        if settings.layout:
            window.restoreState(QByteArray.fromBase64(settings.layout.encode()))
        self._show_tree(None)
        self._dock.hide()

    # --- building

    def _build_screens(self) -> None:
        self.view = PlanView(self.window)
        self._start_page = StartPage(self.window)
        self._waiting = QWidget(self.window)
        self._screens = QStackedWidget(self.window)
        for screen in (self._waiting, self._start_page, self.view):
            self._screens.addWidget(screen)
        self._rail = Rail(self.window)
        central = QWidget(self.window)
        layout = QHBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._rail)
        layout.addWidget(self._screens, 1)
        self.window.setCentralWidget(central)

    def _build_inspector(self) -> None:
        self._inspector = Inspector(self.window)
        self._dock = InspectorDock(self.tr("Nhiệm vụ đang chọn"), self.window)
        self._dock.setObjectName("inspector")
        self._dock.setWidget(self._inspector)
        self._dock.setTitleBarWidget(DockTitle(self._dock))
        self._dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        self.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._dock)

    def _build_actions(self) -> None:
        menus = {menu: self.window.menuBar().addMenu(self.tr(menu)) for menu in Menu}
        handlers = self._handlers()
        for spec in ACTIONS:
            action = make_action(spec, self.window)
            if spec.icon:
                action.setIcon(icons.icon(spec.icon))
            if spec.starts_group:
                menus[spec.menu].addSeparator()
            menus[spec.menu].addAction(action)
            action.triggered.connect(_slot(handlers.get(spec.name) or self._command(spec.name), spec.checkable))
            self._actions[spec.name] = action
        self._actions["inspector"].setChecked(True)

    def _handlers(self) -> dict[str, Callable[..., object]]:
        """Return what answers the actions; those that are not here are commands on the plan."""
        view = self.view
        return {
            "import_plan": lambda: self.exchange.flow.choose_and_read(),
            "export_appendix": lambda: self.exchange.flow.choose_and_export("appendix"),
            "export_indicators": lambda: self.exchange.flow.choose_and_export("indicators"),
            "quit": self.window.close,
            "edit_cell": view.edit_current,
            "find": view.focus_search,
            "tree": lambda: view.show_tree(),
            "table": lambda: view.show_table(),
            "expand_all": view.expand_all,
            "collapse_all": view.collapse_all,
            "inspector": self._want_inspector,
            "add_item": view.add_item,
            "add_sub_item": view.add_sub_item,
            "delete_items": view.delete_selected,
            "move_up": view.move_up,
            "move_down": view.move_down,
            "indent": view.indent,
            "outdent": view.outdent,
        }

    def _build_toolbar(self) -> None:
        bar = QToolBar(self.tr("Thanh công cụ"), self.window)
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        bar.setIconSize(QSize(16, 16))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._chooser = PlanChooser(self.window)
        bar.addWidget(self._chooser)
        bar.addSeparator()
        for name, words in (
            ("add_item", self.tr("Thêm nhiệm vụ")),
            ("import_plan", self.tr("Nhập kế hoạch")),
            ("export_appendix", self.tr("Xuất phụ lục")),
        ):
            self._actions[name].setIconText(words)
            bar.addAction(self._actions[name])
        self.window.addToolBar(bar)

    def _connect(self) -> None:
        session, view = self._session, self.view
        session.plans_changed.connect(self._chooser.set_plans)
        session.plan_opened.connect(self._plan_opened)
        session.plan_changed.connect(self._plan_changed)
        session.saved.connect(self._status.show_saved)
        session.failed.connect(self._failed)
        self._chooser.plan_chosen.connect(session.open_plan)
        view.edit_requested.connect(self._command("edit_item"))
        view.edits_requested.connect(self._command("edit_items"))
        view.section_edit_requested.connect(self._command("edit_section"))
        view.add_requested.connect(self._command("add_item"))
        view.delete_requested.connect(self._command("delete_items"))
        view.delete_section_requested.connect(self._command("delete_section"))
        view.move_requested.connect(self._command("move_item"))
        view.selection_changed.connect(self._selection_changed)
        self._start_page.import_wanted.connect(self._actions["import_plan"].trigger)
        self._start_page.new_wanted.connect(self._actions["new_plan"].trigger)
        self._start_page.sample_wanted.connect(self.import_sample)
        self._dock.closed.connect(lambda: self._want_inspector(False))

    @cached_property
    def commands(self) -> PlanCommands:
        """The commands that write."""
        from cchc_desktop.ui.plan_commands import PlanCommands

        commands = PlanCommands(self._session, self._doors.today, self.window)
        commands.item_added.connect(self.view.edit_new)
        commands.done.connect(self._status.show_deed)
        return commands

    def _command(self, name: str) -> Callable[..., object]:
        """Return a slot that calls a command by its name."""
        return lambda *values: getattr(self.commands, name)(*values)

    @cached_property
    def exchange(self) -> ExchangeDesk:
        """The desk of import and export."""
        from cchc_desktop.ui.exchange.desk import ExchangeDesk

        desk = ExchangeDesk(self._session, self._doors, self._status, self.window)
        desk.flow.folder = self._folder
        self._screens.addWidget(desk.page)
        desk.page_wanted.connect(self._show_page)
        desk.left.connect(self._show_screen)
        desk.imported.connect(self._session.open_plan)
        desk.imported.connect(self._status.show_saved)
        desk.done.connect(self._status.show_deed)
        desk.failed.connect(self._failed)
        return desk

    # --- state

    def _want_inspector(self, wanted: bool) -> None:
        self._inspector_wanted = wanted
        self._actions["inspector"].setChecked(wanted)
        self._show_inspector(wanted and self._screens.currentWidget() is self.view)

    def _show_inspector(self, visible: bool) -> None:
        """Show or hide the dock; a dock that comes back asks Qt for half the window, so its width is kept here."""
        if self._dock.isVisible():
            self._inspector_width = self._dock.width()
        self._dock.setVisible(visible)
        if visible:
            self.window.resizeDocks([self._dock], [self._inspector_width], Qt.Orientation.Horizontal)

    def _plan_opened(self, tree: PlanTree | None) -> None:
        self._show_tree(tree)
        if tree is not None:
            self.view.set_abbreviations(self._doors.abbreviations())
            self.view.set_tree(tree)
            self._chooser.set_current(tree.plan.id)
        self._show_screen()
        self.filled.emit()

    def _show_screen(self) -> None:
        """Show the plan, or the three ways in where there is none."""
        if self._session.tree is None:
            self._show_page(self._start_page)
            return
        self._screens.setCurrentWidget(self.view)
        self._show_inspector(self._inspector_wanted)
        self.view.setFocus()

    def _show_page(self, page: QWidget) -> None:
        self._screens.setCurrentWidget(page)
        self._show_inspector(False)

    def _plan_changed(self, tree: PlanTree, changes: Changes) -> None:
        self._show_tree(tree)
        self.view.apply(tree, changes)
        self._chooser.set_current(tree.plan.id)

    def _show_tree(self, tree: PlanTree | None) -> None:
        self._status.show_counts(tree)
        issuer = tree.plan.issuer if tree else None
        program = self.tr("Theo dõi CCHC")
        self.window.setWindowTitle(f"{self.tr('Kế hoạch')} – {issuer} – {program}" if issuer else program)
        self._selection_changed(self.view.current_item_id() if tree else None)

    def _selection_changed(self, item_id: int | None) -> None:
        tree = self._session.tree
        known = tree is not None and item_id in tree.items
        self._inspector.show_item(tree, item_id if known else None)
        for spec in ACTIONS:
            enabled = (tree is not None or not spec.needs_plan) and (known or not spec.needs_item)
            self._actions[spec.name].setEnabled(enabled)

    def _failed(self, error: Exception) -> None:
        from cchc_desktop.ui.errors import show_error

        show_error(self.window, error)
        if self._session.tree is None and self._screens.currentWidget() is self._waiting:
            self._show_page(self._start_page)

    # --- what the composition root asks for

    def import_sample(self) -> None:
        """Store the sample plan and show it."""
        self.commands.import_sample(self._doors.sample())

    def read_file(self, path: Path) -> None:
        """Read a plan's file and show it on the import page."""
        self.exchange.flow.read(path)

    def settings(self) -> Settings:
        """Return how the window stands, for the next start."""
        tree = self._session.tree
        is_exchange_made = "exchange" in self.__dict__
        return Settings(
            geometry=self.window.saveGeometry().toBase64().toStdString(),
            layout=self.window.saveState().toBase64().toStdString(),
            inspector_width=self._dock.width() if self._dock.isVisible() else self._inspector_width,
            last_plan=tree.plan.id if tree else 0,
            last_folder=self.exchange.flow.folder if is_exchange_made else self._folder,
        )


def _slot(handler: Callable[..., object], checkable: bool) -> Callable[[bool], object]:
    """Return what an action calls: only a checkable one hands on whether it is checked."""

    def call(checked: bool = False) -> object:
        return handler(checked) if checkable else handler()

    return call
