"""The desk of the superior's forms: keeps the page in step with the database and carries out what it wants."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.changes import Changes, EntityKind
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.forms.form import SuperiorForm
from cchc_desktop.domain.papers.report_figures import RowsKey
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.ui.close_guard import CloseGuard
from cchc_desktop.ui.forms.files import FormFiles
from cchc_desktop.ui.forms.filling import FormFilling
from cchc_desktop.ui.forms.kept import FormChoices
from cchc_desktop.ui.forms.page import FormsPage
from cchc_desktop.ui.forms.reading import BehindFigure, FormLook, Seen, Sources, Target, behind, look, look_at
from cchc_desktop.ui.forms.typed import TypedCell
from cchc_desktop.ui.forms.words import choose_form
from cchc_desktop.ui.forms.writing import FormWriting
from cchc_desktop.ui.preferences import Preferences
from cchc_desktop.ui.session import PlanSession
from cchc_desktop.ui.steps import Steps

if TYPE_CHECKING:
    from cchc_desktop.ui.doors import Doors

_REPORTS = "reports"
_OF_FORMS = frozenset((EntityKind.SUPERIOR_FORM, EntityKind.FORM_PERIOD))


class FormsDesk(QObject):
    """One form at a time; `done` carries one line about a deed and its operation's id."""

    done = Signal(str, object)
    failed = Signal(object)
    page_wanted = Signal(QWidget, str)
    left = Signal()
    rows_wanted = Signal(object, object)
    """The tasks behind a figure are to be listed: their ids, and those of the plans."""
    indicators_wanted = Signal(object)
    """The indicators behind a figure are to be listed, as the report has them."""

    def __init__(
        self, session: PlanSession, steps: Steps, preferences: Preferences, doors: Doors, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._doors = doors
        self._kept = FormChoices(preferences)
        self._sources: Sources | None = None
        self._shown: Target | None = None
        self._wanted: int | None = None
        self._asked = self._looked = 0
        self._is_opening = False
        self._notes: str | None = None
        """What is to be said of a form that came in, when it is shown."""
        self.page = FormsPage(window)
        self.page.hide()  # until it is wanted
        self.page.set_editable(steps.is_writable)
        self.writing = FormWriting(session, self.page, self)
        self.files = FormFiles(session, self.page, self)
        self.filling = FormFilling(session, self._kept, self.files, self.page, self)
        self._guard = CloseGuard(self._loss, window)
        steps.writable_changed.connect(self.page.set_editable)
        self._connect()

    def open(self) -> None:
        """Show the page as things stand now."""
        self.page_wanted.emit(self.page, _REPORTS)
        self._is_opening = True
        self._sources = None
        self.refresh()

    # --- reading

    def refresh(self) -> None:
        """Read the forms and what can be chosen; the chosen form follows."""
        self._asked += 1
        asked, tree, doors = self._asked, self._session.tree, self._doors

        def show(seen: Seen) -> None:
            if asked == self._asked:  # else a later answer is on its way
                self._show_seen(seen, tree)

        today, template = doors.today(), doors.report_template
        self._session.read(lambda workspace: look(workspace, tree, today, template), show, self.failed.emit)

    def _show_seen(self, seen: Seen, tree: PlanTree | None) -> None:
        page = self.page
        page.list.options.offer(tree.plan.title if tree is not None else "", seen.offers, self._kept.plans())
        blocked = page.list.blockSignals(True)  # the form is read once, when all is known
        page.list.show_forms(seen.forms)
        if self._wanted is not None and page.list.choose(self._wanted):
            self._wanted = None
        page.list.blockSignals(blocked)
        page.show_chosen()
        if self._is_opening:
            self._is_opening = False
            page.list.setFocus()
        self._look_at_chosen(again=True)

    def _look_at_chosen(self, *, again: bool = False) -> None:
        """Read what the cells of the chosen form get in the chosen period."""
        target, pane = self._target(), self.page.pane
        if target is None:
            self._shown = None
            if self.page.list.chosen() is not None:
                pane.show_nothing(self.tr("Chưa mở kế hoạch nào để lấy số liệu cho biểu mẫu."))
            return
        if target == self._shown and not again:
            return
        if self._shown is None or target.form_id != self._shown.form_id:
            pane.show_reading()
            pane.show_notice("")
            pane.outcome.clear()
        self._shown = target
        self._looked += 1
        looked, known = self._looked, self._sources

        def show(seen: FormLook) -> None:
            if looked == self._looked:  # else a later answer is on its way
                self._sources = seen.sources or known
                self.page.list.options.show_values(seen.values)
                pane.show_look(seen, self._unsaved())
                self._show_entered()

        self._session.read(lambda workspace: look_at(workspace, target, known), show, self.failed.emit)

    def _target(self) -> Target | None:
        chosen, tree, options = self.page.list.chosen(), self._session.tree, self.page.list.options
        period = options.period.value()
        if chosen is None or tree is None or not period:
            return None
        return Target(chosen.id, (tree.plan.id, *options.plans.value()), period)

    def _form(self) -> SuperiorForm | None:
        chosen = self.page.list.chosen()
        return chosen.line.form if chosen is not None else None

    # --- in step with the database

    def _connect(self) -> None:
        page, session = self.page, self._session
        page.left.connect(self._leave)
        page.refresh_wanted.connect(self._refresh_all)
        page.list.chosen_changed.connect(self._look_at_chosen)
        page.list.options.changed.connect(self._choose_options)
        session.plan_changed.connect(self._plan_changed)
        session.plan_opened.connect(lambda _: self._refresh_all())
        session.worked.connect(self._refresh_all)
        session.saved.connect(self._refresh_if_seen)
        self._connect_forms()
        self._connect_cells()
        for part in (self.writing, self.filling):
            part.done.connect(self.done)
            part.failed.connect(self.failed)
        self.files.failed.connect(self.failed)
        self.files.busy_changed.connect(lambda is_busy: page.set_free(not is_busy))

    def _connect_forms(self) -> None:
        page, pane = self.page, self.page.pane
        page.list.take_wanted.connect(self._ask_form)
        page.dropped.connect(self._take_in)
        page.list.edit_wanted.connect(self._edit)
        page.list.delete_wanted.connect(self._delete)
        page.list.ways.edit_wanted.connect(self._edit)
        page.list.ways.renew_wanted.connect(self._renew)
        page.list.ways.open_wanted.connect(self._open_original)
        pane.find_wanted.connect(self._find)
        pane.fill_wanted.connect(self._fill)
        self.writing.entered.connect(self._choose_entered)

    def _connect_cells(self) -> None:
        pane, writing = self.page.pane, self.writing
        pane.cells.mapped.connect(lambda sources: self._with_form(writing.map, sources))
        pane.cells.lost.moved.connect(lambda slot, address: self._with_form(writing.move, slot, address))
        pane.cells.lost.dropped.connect(lambda slots: self._with_form(writing.drop, slots))
        pane.cells.typed.connect(self._type)
        pane.cells.rows_wanted.connect(self._open_rows)
        pane.store_wanted.connect(writing.store_again)
        pane.give_up_wanted.connect(writing.give_up)
        writing.unsaved_changed.connect(self._show_unsaved)

    def _with_form(self, deed: Any, *values: Any) -> None:
        form = self._form()
        if form is not None:
            deed(form.id, *values)

    def _leave(self) -> None:
        self.page.end_typing()
        self.left.emit()

    def _refresh_all(self) -> None:
        self._forget_sources()
        self._refresh_if_seen()

    def _refresh_if_seen(self) -> None:
        if self.page.isVisible():  # when it is shown again it reads anyway
            self.refresh()

    def _plan_changed(self, _: PlanTree, changes: Changes) -> None:
        if not _OF_FORMS.issuperset(changes.touched):
            self._forget_sources()

    def _forget_sources(self) -> None:
        self._sources = None

    def _choose_options(self) -> None:
        if self._session.tree is not None:
            self._kept.keep_plans(self.page.list.options.plans.value())
        self.page.pane.outcome.clear()
        self._look_at_chosen()

    # --- forms

    def _ask_form(self) -> None:
        path = choose_form(self.page, self._kept.folder())
        if path is not None:
            self._take_in(path)

    def _take_in(self, path: Path) -> None:
        self.files.take_in(path, self.writing.add)

    def _choose_entered(self, form_id: int, notes: str) -> None:
        """Show a form that came in, as soon as it has been read."""
        self._wanted, self._notes = form_id, notes
        if self.page.list.choose(form_id):
            self._wanted = None

    def _show_entered(self) -> None:
        """Go on in the cells of a form that came in, and say what is to be known of its file."""
        if self._notes is not None and self._wanted is None and self.page.isVisible():
            self.page.pane.show_notice(self._notes)
            self._notes = None
            self.page.pane.setFocus()

    def _renew(self) -> None:
        form = self._form()
        path = choose_form(self.page, self._kept.folder()) if form is not None else None
        if form is not None and path is not None:
            self.page.pane.outcome.clear()
            self.files.take_in(path, lambda taken: self.writing.renew(form, taken))

    def _edit(self) -> None:
        form = self._form()
        if form is not None and self.page.list.ways.edit.isEnabled():
            self.writing.edit(form)

    def _delete(self) -> None:
        form = self._form()
        if form is not None:
            self.writing.delete(form)

    def _open_original(self) -> None:
        form = self._form()
        if form is not None:
            self.files.open_original(form)

    def _find(self) -> None:
        form = self._form()
        path = choose_form(self.page, self._kept.folder()) if form is not None else None
        if form is not None and path is not None:
            self.files.find_again(form, path, self.refresh)

    # --- cells

    def _type(self, words: Mapping[str, str]) -> None:
        if self._shown is not None:
            self.writing.type(self._shown, words)

    def _unsaved(self) -> Mapping[str, TypedCell]:
        shown = self._shown
        return self.writing.unsaved.of(shown.form_id, shown.period) if shown is not None else {}

    def _show_unsaved(self) -> None:
        refused = self.writing.unsaved.refused()
        self.page.pane.show_unsaved(self._unsaved(), len(refused), refused[0].reason if refused else "")

    def _open_rows(self, key: RowsKey) -> None:
        target = self._shown
        if target is not None:
            self._session.read(lambda workspace: behind(workspace, target, key), self._show_behind, self._not_behind)

    def _show_behind(self, found: BehindFigure) -> None:
        if found.indicators:
            self.indicators_wanted.emit(found.indicators)
        else:
            self.rows_wanted.emit(found.items, found.plan_ids)

    def _not_behind(self, error: Exception) -> None:
        if isinstance(error, CchcError):
            self.page.show_refusal(error.message)
        else:
            self.failed.emit(error)

    def _fill(self) -> None:
        self.page.end_typing()
        target = self._target()
        if self.writing.unsaved.refused():
            words = self.tr("Còn nội dung vừa nhập chưa lưu được. Hãy lưu lại hoặc bỏ, rồi điền biểu mẫu.")
            self.page.pane.outcome.refuse(words)
        elif target is not None:
            self.filling.fill(target)

    def _loss(self) -> str:
        """Return what closing the window would lose."""
        count = len(self.writing.unsaved.refused())
        words = self.tr(
            "Còn {} nội dung vừa nhập vào biểu mẫu chưa lưu được. Nếu đóng bây giờ, các nội dung này sẽ mất."
        )
        return words.format(count) if count else ""
