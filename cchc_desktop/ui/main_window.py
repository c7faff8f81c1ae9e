"""The frame: rail, toolbar, screens, inspector and status bar; it wires signals and holds no rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QMainWindow, QStackedWidget, QToolBar, QWidget

from cchc_desktop.domain.changes import Changes
from cchc_desktop.domain.draft import DraftPlan
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.domain.ports import AppendixWriter, PlanReader
from cchc_desktop.domain.text.abbreviations import Abbreviations
from cchc_desktop.services.exchange import ImportChoices, ImportResult
from cchc_desktop.settings import Settings
from cchc_desktop.ui import icons
from cchc_desktop.ui.actions import ACTIONS, Menu, make_action
from cchc_desktop.ui.errors import show_error
from cchc_desktop.ui.exchange.flow import ExchangeFlow
from cchc_desktop.ui.exchange.import_page import ImportPage
from cchc_desktop.ui.plan_commands import PlanCommands
from cchc_desktop.ui.rail import Rail
from cchc_desktop.ui.session import PlanSession
from cchc_desktop.ui.start_page import StartPage
from cchc_desktop.ui.status import StatusBar
from cchc_desktop.ui.workbench.chooser import PlanChooser
from cchc_desktop.ui.workbench.inspector import Inspector
from cchc_desktop.ui.workbench.plan_view import PlanView


@dataclass(frozen=True, slots=True)
class Doors:
    """What the window is given: ways to read and write files, the sample, the abbreviations for searching."""

    reader: PlanReader
    writer: AppendixWriter
    sample: Callable[[], DraftPlan]
    abbreviations: Callable[[], Abbreviations]
    today: Callable[[], date]


class InspectorDock(QDockWidget):
    """A dock that tells when the user closes it: hiding it for another screen is no wish of the user's."""

    closed = Signal()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()


class MainWindow(QMainWindow):
    """One window over one open database; every write goes through the session, every error to one door."""

    filled = Signal()

    def __init__(self, session: PlanSession, doors: Doors, settings: Settings) -> None:
        super().__init__()
        self._session = session
        self._doors = doors
        self._draft: DraftPlan | None = None
        self._inspector_wanted = True
        self.setWindowTitle(self.tr("Theo dõi CCHC"))
        self.setMinimumSize(1180, 680)
        self.resize(1366, 728)
        self._status = StatusBar(self)
        self.setStatusBar(self._status)
        self._flow = ExchangeFlow(session, doors.reader, doors.writer, self._status, self)
        self._flow.folder = settings.last_folder or str(Path.home())
        self._commands = PlanCommands(session, doors.today, self)
        self._actions: dict[str, QAction] = {}
        self._build_screens()
        self._build_inspector()
        self._build_actions()
        self._build_toolbar()
        self._connect()
        self._restore(settings)
        self._plan_opened(None)

    # --- building

    def _build_screens(self) -> None:
        self._view = PlanView(self)
        self._import_page = ImportPage(self)
        self._start_page = StartPage(self)
        self._waiting = QWidget(self)
        self._screens = QStackedWidget(self)
        for screen in (self._waiting, self._start_page, self._view, self._import_page):
            self._screens.addWidget(screen)
        self._rail = Rail(self)
        central = QWidget(self)
        layout = QHBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._rail)
        layout.addWidget(self._screens, 1)
        self.setCentralWidget(central)

    def _build_inspector(self) -> None:
        self._inspector = Inspector(self)
        self._dock = InspectorDock(self.tr("Nhiệm vụ đang chọn"), self)
        self._dock.setObjectName("inspector")
        self._dock.setWidget(self._inspector)
        self._dock.setAllowedAreas(Qt.DockWidgetArea.RightDockWidgetArea | Qt.DockWidgetArea.LeftDockWidgetArea)
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._dock)
        self.resizeDocks([self._dock], [320], Qt.Orientation.Horizontal)

    def _build_actions(self) -> None:
        menus = {menu: self.menuBar().addMenu(self.tr(menu)) for menu in Menu}
        handlers = self._handlers()
        for spec in ACTIONS:
            action = make_action(spec, self)
            if spec.icon:
                action.setIcon(icons.icon(spec.icon))
            if spec.starts_group:
                menus[spec.menu].addSeparator()
            menus[spec.menu].addAction(action)
            action.triggered.connect(handlers[spec.name])
            self._actions[spec.name] = action
        self._actions["inspector"].setChecked(True)

    def _handlers(self) -> dict[str, Callable[..., object]]:
        view, commands = self._view, self._commands
        return {
            "new_plan": commands.new_plan,
            "import_plan": self._flow.choose_and_read,
            "export_appendix": lambda: self._flow.choose_and_export("appendix"),
            "export_indicators": lambda: self._flow.choose_and_export("indicators"),
            "quit": self.close,
            "edit_cell": view.edit_current,
            "find": view.focus_search,
            "tree": lambda: view.show_tree(),
            "table": lambda: view.show_table(),
            "expand_all": view.expand_all,
            "collapse_all": view.collapse_all,
            "inspector": self._want_inspector,
            "reload": commands.reload,
            "plan_properties": commands.plan_properties,
            "add_section": commands.add_section,
            "delete_plan": commands.delete_plan,
            "add_item": view.add_item,
            "add_sub_item": view.add_sub_item,
            "delete_items": view.delete_selected,
            "move_up": view.move_up,
            "move_down": view.move_down,
            "indent": view.indent,
            "outdent": view.outdent,
        }

    def _build_toolbar(self) -> None:
        bar = QToolBar(self.tr("Thanh công cụ"), self)
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        bar.setIconSize(QSize(16, 16))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._chooser = PlanChooser(self)
        bar.addWidget(self._chooser)
        bar.addSeparator()
        for name, words in (
            ("add_item", self.tr("Thêm nhiệm vụ")),
            ("import_plan", self.tr("Nhập kế hoạch")),
            ("export_appendix", self.tr("Xuất phụ lục")),
        ):
            self._actions[name].setIconText(words)
            bar.addAction(self._actions[name])
        self.addToolBar(bar)

    def _connect(self) -> None:
        session, view, flow, commands = self._session, self._view, self._flow, self._commands
        session.plans_changed.connect(self._chooser.set_plans)
        session.plan_opened.connect(self._plan_opened)
        session.plan_opened.connect(lambda _: self.filled.emit())
        session.plan_changed.connect(self._plan_changed)
        session.saved.connect(self._status.show_saved)
        session.failed.connect(self._failed)
        self._chooser.plan_chosen.connect(session.open_plan)
        view.edit_requested.connect(commands.edit_item)
        view.edits_requested.connect(commands.edit_items)
        view.section_edit_requested.connect(commands.edit_section)
        view.add_requested.connect(commands.add_item)
        view.delete_requested.connect(commands.delete_items)
        view.delete_section_requested.connect(commands.delete_section)
        view.move_requested.connect(commands.move_item)
        commands.item_added.connect(view.edit_new)
        commands.done.connect(self._status.show_deed)
        view.selection_changed.connect(self._selection_changed)
        flow.draft_read.connect(self._draft_read)
        flow.imported.connect(self._imported)
        flow.exported.connect(self._exported)
        flow.failed.connect(self._failed)
        self._import_page.accepted.connect(self._import)
        self._import_page.rejected.connect(self._leave_import)
        self._import_page.other_file_wanted.connect(flow.choose_and_read)
        self._start_page.import_wanted.connect(flow.choose_and_read)
        self._start_page.new_wanted.connect(commands.new_plan)
        self._start_page.sample_wanted.connect(self.import_sample)
        self._dock.closed.connect(lambda: self._want_inspector(False))

    # --- state

    def _want_inspector(self, wanted: bool) -> None:
        self._inspector_wanted = wanted
        self._actions["inspector"].setChecked(wanted)
        self._dock.setVisible(wanted and self._screens.currentWidget() is self._view)

    def _plan_opened(self, tree: PlanTree | None) -> None:
        self._show_tree(tree)
        if tree is not None:
            self._view.set_abbreviations(self._doors.abbreviations())
            self._view.set_tree(tree)
            self._chooser.set_current(tree.plan.id)
            self._show_plan()
        elif self.isVisible():
            self._show_start()

    def _show_plan(self) -> None:
        self._screens.setCurrentWidget(self._view)
        self._dock.setVisible(self._inspector_wanted)
        self._view.setFocus()

    def _show_start(self) -> None:
        self._screens.setCurrentWidget(self._start_page)
        self._dock.hide()

    def _plan_changed(self, tree: PlanTree, changes: Changes) -> None:
        self._show_tree(tree)
        self._view.apply(tree, changes)
        self._chooser.set_current(tree.plan.id)

    def _show_tree(self, tree: PlanTree | None) -> None:
        self._status.show_counts(tree)
        issuer = tree.plan.issuer if tree else None
        program = self.tr("Theo dõi CCHC")
        self.setWindowTitle(f"{self.tr('Kế hoạch')} – {issuer} – {program}" if issuer else program)
        self._selection_changed(self._view.current_item_id() if tree else None)

    def _selection_changed(self, item_id: int | None) -> None:
        tree = self._session.tree
        known = tree is not None and item_id in tree.items
        self._inspector.show_item(tree, item_id if known else None)
        on_view = tree is not None
        for spec in ACTIONS:
            enabled = (on_view or not spec.needs_plan) and (known or not spec.needs_item)
            self._actions[spec.name].setEnabled(enabled)

    # --- exchange

    def import_sample(self) -> None:
        """Store the sample plan and show it."""
        self._commands.import_sample(self._doors.sample())

    def read_file(self, path: Path) -> None:
        """Read a plan's file and show it on the import page."""
        self._flow.read(path)

    def _draft_read(self, path: Path, draft: DraftPlan) -> None:
        self._draft = draft
        self._import_page.show_draft(path, draft, self._session.plans)
        self._screens.setCurrentWidget(self._import_page)
        self._dock.hide()

    def _import(self, choices: ImportChoices) -> None:
        if self._draft is not None:
            self._import_page.set_busy(True)
            self._flow.import_draft(self._draft, choices)

    def _imported(self, result: ImportResult) -> None:
        self._leave_import()
        if result.plan_id is not None:
            self._session.open_plan(result.plan_id)
        self._status.show_saved()
        self._status.show_deed(self.tr("Đã nhập %n nhiệm vụ.", "", result.items))

    def _leave_import(self) -> None:
        self._draft = None
        self._import_page.set_busy(False)
        if self._session.tree is not None:
            self._show_plan()
        else:
            self._show_start()

    def _exported(self, target: Path, notes: tuple[str, ...]) -> None:
        self._status.show_deed(" ".join([self.tr("Đã xuất phụ lục ra tệp {}.").format(target.name), *notes]))

    def _failed(self, error: Exception) -> None:
        self._import_page.set_busy(False)
        show_error(self, error)
        if self._session.tree is None and self._screens.currentWidget() is self._waiting:
            self._show_start()

    # --- closing

    def _restore(self, settings: Settings) -> None:
        if settings.geometry:
            self.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode()))
        if settings.layout:
            self.restoreState(QByteArray.fromBase64(settings.layout.encode()))

    def settings(self) -> Settings:
        """Return how the window stands, for the next start."""
        tree = self._session.tree
        return Settings(
            geometry=self.saveGeometry().toBase64().toStdString(),
            layout=self.saveState().toBase64().toStdString(),
            last_plan=tree.plan.id if tree else 0,
            last_folder=self._flow.folder,
        )

    closing = Signal()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
