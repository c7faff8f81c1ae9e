"""What the plan's view and the inspector ask for, and what answers them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.ui.desks import Desks
from cchc_desktop.ui.inspector_dock import InspectorDock
from cchc_desktop.ui.session import PlanSession
from cchc_desktop.ui.workbench.plan_view import PlanView
from cchc_desktop.ui.workbench.selection import chosen_items

if TYPE_CHECKING:
    from cchc_desktop.domain.doubts import Slip
    from cchc_desktop.services.workspace import Workspace
    from cchc_desktop.ui.following.recording import MilestoneRef


def connect_view(view: PlanView, desks: Desks) -> None:
    """Let each request of the view be carried out by the command of that name."""
    for request, command in (
        (view.edit_requested, "edit_item"),
        (view.edits_requested, "edit_items"),
        (view.section_edit_requested, "edit_section"),
        (view.add_requested, "add_item"),
        (view.arisen_requested, "ask_arisen"),
        (view.delete_requested, "delete_items"),
        (view.delete_section_requested, "delete_section"),
        (view.move_section_requested, "move_section"),
        (view.move_requested, "move_item"),
        (view.moves_requested, "move_items"),
        (view.paste_requested, "paste"),
    ):
        request.connect(desks.command(command))
    desks.item_added.connect(view.edit_new)
    desks.section_added.connect(view.edit_new_section)
    desks.rows_wanted.connect(lambda filters: view.bar.want("", filters))


def view_answers(view: PlanView) -> dict[str, Callable[..., object]]:
    """Return what answers the actions on rows and cells."""
    return {
        "edit_cell": view.edit_current,
        "next_hit": view.next_hit,
        "previous_hit": view.previous_hit,
        "tree": view.show_tree,
        "table": view.show_table,
        "by_agency": view.show_agencies,
        "by_month": view.show_months,
        "expand_all": view.expand_all,
        "collapse_all": view.collapse_all,
        "add_item": view.add_item,
        "add_sub_item": view.add_sub_item,
        "add_arisen": view.add_arisen,
        "fill_down": view.fill_down,
        "bulk_edit": view.bulk_edit,
        "delete_items": view.delete_selected,
        "move_up": view.move_up,
        "move_down": view.move_down,
        "indent": view.indent,
        "outdent": view.outdent,
    }


def plan_answers(desks: Desks, session: PlanSession) -> dict[str, Callable[..., object]]:
    """Return what answers the actions on whole plans."""

    def copy() -> None:
        if session.tree is not None:
            desks.plans.new_plan(session.tree.plan.id)

    return {
        "new_plan": lambda: desks.plans.new_plan(),
        "copy_plan": copy,
        "plan_properties": lambda: desks.plans.edit_plan(),
        "take_over": lambda: desks.plans.take_over(),
        "issue_plan": lambda: desks.plans.issue_plan(),
        "close_plan": lambda: desks.plans.close_or_reopen(),
        "save_template": lambda: desks.plans.save_template(),
        "plan_coverage": lambda: desks.plans.links.coverage.open(),
        "change_years": lambda: desks.plans.links.years.open(),
        "print": lambda: desks.papers.print(),
    }


def recording_answers(view: PlanView, desks: Desks, session: PlanSession) -> dict[str, Callable[..., object]]:
    """Return what answers the actions that record something about the chosen tasks."""

    def refs(ids: Iterable[int]) -> list[MilestoneRef]:
        from cchc_desktop.ui.following.recording import MilestoneRef

        tree = session.tree
        return [MilestoneRef(tree.plan.id, id_) for id_ in ids] if tree is not None else []

    def chosen() -> list[MilestoneRef]:
        return refs(item.id for item in chosen_items(view.view()))

    def record() -> None:
        ids, marked = view.model().item_ids(), chosen()
        at = ids.index(marked[0].item_id) + 1 if len(marked) == 1 and marked[0].item_id in ids else len(ids)
        desks.following.recording.record(marked, refs(ids[at:]))

    def of_one(name: str) -> Callable[[], object]:
        return lambda: [getattr(desks.following.recording, name)(ref) for ref in chosen()[:1]]

    return {
        "record": record,
        "urge": lambda: desks.following.recording.urge(chosen()),
        "extend": of_one("extend"),
        "drop": of_one("drop"),
        "settle": lambda: desks.following.recording.settle(chosen()),
    }


class AgencyNames(QObject):
    """Gives the view the names under which agencies are grouped, whatever a plan's cells call them."""

    def __init__(self, session: PlanSession, view: PlanView) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        session.plan_opened.connect(lambda tree: self._read() if tree is not None else None)
        session.plan_changed.connect(lambda _, changes: self._read() if changes.ids(EntityKind.AGENCY) else None)

    def _read(self) -> None:
        self._session.read(_agency_names, self._view.set_agencies)


def _agency_names(workspace: Workspace) -> Mapping[int, str]:
    from cchc_desktop.services import agencies

    return agencies.agency_names(workspace)


class InspectorLinks(QObject):
    """Binds the inspector to the view, the commands and the database; `done` brings a line and its operation's id."""

    done = Signal(str, object)
    history_wanted = Signal(int)
    one_chosen = Signal()
    """One row or none is chosen: the inspector is to show the current one."""

    def __init__(
        self,
        dock: InspectorDock,
        view: PlanView,
        desks: Desks,
        session: PlanSession,
        slips: Callable[[], Sequence[Slip]],
    ) -> None:
        super().__init__(dock)
        self._dock = dock
        self._view = view
        self._session = session
        self._slips = slips
        inspector = dock.inspector
        inspector.edit_requested.connect(desks.command("edit_item"))
        inspector.rules_requested.connect(desks.command("set_rules"))
        inspector.bulk_edit_wanted.connect(view.bulk_edit)
        inspector.command_wanted.connect(view.run)
        inspector.set_can_run(view.can_run)
        inspector.item_wanted.connect(self._go_to)
        inspector.history_wanted.connect(self.history_wanted)
        desks.given_up.connect(inspector.refresh)
        dock.step_wanted.connect(view.step)
        self._following = desks.following
        self._following.keeper.changed.connect(self._show_follow)
        inspector.record_wanted.connect(self._record)
        inspector.settle_wanted.connect(self._settle)
        self._counting = QTimer(self, singleShot=True, interval=0)
        self._counting.timeout.connect(self._count)
        for pane in (view.tree_view, view.table_view):
            pane.selectionModel().selectionChanged.connect(lambda *_: self._counting.start())

    def prepare(self) -> None:
        """Make what the first choice of a row would wait for; called once, behind the first rows."""
        from cchc_desktop.ui.inspector.desk import InspectorDesk

        desk = InspectorDesk(self._dock.inspector, self._session, self)
        desk.done.connect(self.done)
        desk.refresh()
        self._dock.inspector.set_slips(self._slips())

    def _show_follow(self) -> None:
        from cchc_desktop.ui.inspector.follow_words import item_follow
        from cchc_desktop.ui.workbench.result_source import results_of

        picture = self._following.keeper.picture
        tree = self._session.tree
        self._view.set_results(results_of(picture, tree.plan.id if tree is not None else None))
        self._dock.inspector.set_follow(lambda plan_id, item_id: item_follow(picture, plan_id, item_id))

    def _record(self, item_id: int, occurrence: object) -> None:
        self._following.recording.record(self._refs(item_id, occurrence))

    def _settle(self, item_id: int) -> None:
        self._following.recording.settle(self._refs(item_id))

    def _refs(self, item_id: int, occurrence: object = None) -> list[MilestoneRef]:
        from cchc_desktop.ui.following.recording import MilestoneRef

        tree = self._session.tree
        moment = occurrence if isinstance(occurrence, str) else None
        return [MilestoneRef(tree.plan.id, item_id, moment)] if tree is not None else []

    def _count(self) -> None:
        chosen = len(chosen_items(self._view.view()))
        if chosen > 1:
            self._dock.inspector.show_several(chosen)
        else:
            self.one_chosen.emit()

    def _go_to(self, item_id: int) -> None:
        """Show an item, also one of another plan."""
        tree = self._session.tree
        if tree is not None and item_id in tree.items:
            self._select(item_id)
            return

        def plan_of(workspace: Workspace) -> int | None:
            trees = (workspace.queries.tree(plan.id) for plan in workspace.queries.plans())
            return next((tree.plan.id for tree in trees if item_id in tree.items), None)

        self._session.read(plan_of, lambda plan_id: self._open(plan_id, item_id))

    def show_item(self, plan_id: int, item_id: int | None) -> None:
        """Show a plan, and in it an item, where one is named."""
        tree = self._session.tree
        if tree is None or tree.plan.id != plan_id:
            self._session.open_plan(plan_id)
        if item_id is not None:
            self._session.read(lambda workspace: None, lambda _: self._select(item_id))

    def _open(self, plan_id: int | None, item_id: int) -> None:
        if plan_id is None:
            self.done.emit(self.tr("Không tìm thấy nhiệm vụ này; có thể đã bị xóa."), None)
            return
        self._session.open_plan(plan_id)
        self._session.read(lambda workspace: None, lambda _: self._select(item_id))

    def _select(self, item_id: int) -> None:
        """Make an item current; a filter that hides it is taken away, for it is this item that was asked for."""
        if not self._view.select_item(item_id):
            self._view.clear_search()
            self._view.select_item(item_id)
        self._view.setFocus()
