"""Stands behind the saved views: reads them, keeps them, and lets the plan be looked at through one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMenu, QWidget

from cchc_desktop.domain.changes import EntityKind
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.ui.session import PlanSession, changes_of
from cchc_desktop.ui.workbench.views_menu import ViewsAnswers, ViewsState, fill_views_menu

if TYPE_CHECKING:
    from cchc_desktop.domain.views import SavedView
    from cchc_desktop.services.workspace import Workspace
    from cchc_desktop.ui.workbench.plan_view import PlanView
    from cchc_desktop.ui.workbench.views_dialog import ViewNameDialog

SCREEN = "workbench"


class ViewsDesk(QObject):
    """Owns the menus of saved views; what is done through it can be taken back, and the list follows."""

    done = Signal(str, object)
    """One line about a deed, and the id of the operation that can be taken back or None."""

    def __init__(self, session: PlanSession, view: PlanView, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._view = view
        self._window = window
        self._views: Sequence[SavedView] = ()
        self.dialog: ViewNameDialog | None = None
        self._answers = ViewsAnswers(self.use, self.save, self.update, self.rename, self.delete, self.move)
        self.menu = self._made_menu()
        """The menu for the menu bar; the one of the bar above the rows has the same lines."""
        view.bar.views.menu_of_views = self._made_menu()
        self._looking = QTimer(self, singleShot=True, interval=0)
        self._looking.timeout.connect(self._show_state)
        for signal in (view.layout_changed, view.density_chosen):
            signal.connect(self._looking.start)
        session.plan_opened.connect(lambda tree: self.reload() if tree is not None else None)
        session.plan_changed.connect(lambda _, changes: self.reload() if changes.ids(EntityKind.SETTING) else None)

    def _made_menu(self) -> QMenu:
        menu = QMenu(self._window)
        menu.setAccessibleName(self.tr("Chế độ xem"))
        menu.aboutToShow.connect(lambda: fill_views_menu(menu, self._state(), self._answers))
        fill_views_menu(menu, ViewsState(), self._answers)
        return menu

    def views(self) -> Sequence[SavedView]:
        """Return the saved views in the office's order."""
        return self._views

    def reload(self) -> None:
        """Read the views anew."""
        self._session.read(_read, self._take)

    def _take(self, views: Sequence[SavedView]) -> None:
        from cchc_desktop.ui.workbench.views_state import way_of

        self._views = views
        self._view.keep_saved_ways(frozenset(map(way_of, views)))
        self._show_state()

    # --- which one is in use

    def _state(self) -> ViewsState:
        present = next((at for at, view in enumerate(self._views) if self._is_used(view)), None)
        return ViewsState(self._views, present, self._is_changed(present), self._view.is_editable())

    def _is_used(self, view: SavedView) -> bool:
        from cchc_desktop.ui.workbench.views_state import way_of

        return way_of(view) == self._view.saved_way()

    def _is_changed(self, present: int | None) -> bool:
        from cchc_desktop.ui.workbench.views_state import is_changed

        tree = self._session.tree
        if present is None or tree is None:
            return False
        return is_changed(self._view, tree, self._views[present], self._view.canonical_agencies())

    def _show_state(self) -> None:
        state = self._state()
        used = state.used()
        self._view.bar.show_view(used.name if used is not None else "", is_changed=state.is_changed)

    # --- looking

    def use(self, uid: str | None) -> None:
        """Look at the plan through a view, None: in the ordinary way; what the plan does not have is told."""
        from cchc_desktop.ui.workbench.views_state import ORDINARY, wanted_by

        tree = self._session.tree
        view = next((view for view in self._views if view.uid == uid), None) if uid is not None else ORDINARY
        if tree is None or view is None:
            return
        wanted = wanted_by(view, tree, self._view.canonical_agencies())
        self._view.look_through(wanted)
        self._looking.start()
        if wanted.missing:
            words = self.tr("Kế hoạch này không có {}; chế độ xem “{}” bỏ qua phần lọc đó.")
            self.done.emit(words.format("; ".join(wanted.missing), view.name), None)

    # --- keeping

    def save(self) -> None:
        """Ask for a name, and keep the present way of looking under it."""
        used = self._state().used()
        names = [view.name for view in self._views]
        self._ask(
            self.tr("Lưu chế độ xem"), used.name if used is not None else "", names, self._save_as, may_replace=True
        )

    def update(self) -> None:
        """Keep the present way of looking in the view in use."""
        used = self._state().used()
        if used is not None:
            self._keep(used.name, self.tr("Đã cập nhật chế độ xem “{}”.").format(used.name))

    def rename(self) -> None:
        """Ask for another name of the view in use."""
        used = self._state().used()
        if used is not None:
            names = [view.name for view in self._views if view.uid != used.uid]
            self._ask(
                self.tr("Đổi tên chế độ xem"), used.name, names, lambda name: self._rename(used.uid, name),
                may_replace=False,
            )  # fmt: skip

    def delete(self) -> None:
        """Forget the view in use; rows, filters and order stay as they are."""
        used = self._state().used()
        if used is not None:
            self._write(_service("delete_view", used.uid), self.tr("Đã xóa chế độ xem “{}”.").format(used.name))

    def move(self, by: int) -> None:
        """Put the view in use so many places further down the list, up for less than 0."""
        state = self._state()
        if state.present is not None:
            uids = [view.uid for view in self._views]
            uids.insert(state.present + by, uids.pop(state.present))
            self._write(_service("reorder_views", uids), "")

    def _save_as(self, name: str) -> None:
        self._keep(name, self.tr("Đã lưu chế độ xem “{}”.").format(name))

    def _keep(self, name: str, words: str) -> None:
        from cchc_desktop.ui.workbench.views_state import present_view

        tree = self._session.tree
        if tree is None:
            return
        known = next((view for view in self._views if view.name.casefold() == name.casefold()), None)
        view = present_view(self._view, tree, name)
        if known is not None:
            view = replace(view, print=known.print, group=known.group)
        self._write(_service("save_view", view), words, lambda: self._use_saved(name))

    def _use_saved(self, name: str) -> None:
        from cchc_desktop.ui.workbench.views_state import way_of

        saved = next((view for view in self._views if view.name.casefold() == name.casefold()), None)
        if saved is not None:
            self._view.name_present_way(way_of(saved))
            self._show_state()

    def _rename(self, uid: str, name: str) -> None:
        self._write(_service("rename_view", uid, name), self.tr("Đã đổi tên chế độ xem thành “{}”.").format(name))

    def _write(
        self, use_case: Callable[[Workspace], Any], words: str, then: Callable[[], object] = lambda: None
    ) -> None:
        """Carry out a use case, take over the views as they are then, and tell what was done."""

        def written(result: tuple[Sequence[SavedView], Any]) -> None:
            views, changes = result
            self._end_asking()
            self._take(views)
            then()
            if words:
                self.done.emit(words, changes_of(changes).operation_id)

        self._session.write(use_case, written, on_error=self._refused)

    # --- asking

    def _ask(
        self, title: str, proposed: str, taken: Sequence[str], then: Callable[[str], object], *, may_replace: bool
    ) -> None:
        from cchc_desktop.ui.workbench.views_dialog import ViewNameDialog

        if self.dialog is not None or self._session.tree is None:  # asked for twice
            return
        dialog = self.dialog = ViewNameDialog(title, proposed, taken, self._window, may_replace=may_replace)
        dialog.confirmed.connect(lambda: then(dialog.words()))
        dialog.finished.connect(lambda _: self._closed(dialog))
        dialog.open()

    def _closed(self, dialog: ViewNameDialog) -> None:
        self.dialog = None
        dialog.deleteLater()

    def _end_asking(self) -> None:
        if self.dialog is not None:
            self.dialog.accept()

    def _refused(self, error: Exception) -> None:
        """Tell a refusal where the name was typed; what was typed stays."""
        if self.dialog is not None and isinstance(error, CchcError):
            self.dialog.show_refusal(error.message)
            return
        if self.dialog is not None:
            self.dialog.show_refusal(self.tr("Chưa lưu được."))
        self._session.failed.emit(error)


def _read(workspace: Workspace) -> Sequence[SavedView]:
    from cchc_desktop.services import views

    return views.saved_views(workspace, SCREEN)


def _service(name: str, *values: Any) -> Callable[[Workspace], tuple[Sequence[SavedView], Any]]:
    """Return what calls a service of views; it answers with the views as they are then, and the changes."""

    def use_case(workspace: Workspace) -> tuple[Sequence[SavedView], Any]:
        from cchc_desktop.services import views

        changes = getattr(views, name)(workspace, *values)
        return _read(workspace), changes

    return use_case
